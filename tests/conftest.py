"""What the tests share: the real corpus, read once, and a sixth article."""

import hashlib
import shutil

import pytest
from hypothesis import settings

from helpers import corpus, paths, pipeline

# A property holds or not; how long it takes on a busy machine is no part of it.
settings.register_profile("press", deadline=None)
settings.load_profile("press")

#: Invented: short, with a person, a number, a date and a quotation, so that every layer has something to find.
SIXTH = """Mistral AI signe avec Microsoft : la tech française s'interroge

Le partenariat annoncé lundi 26 février par Mistral AI et Microsoft divise les entrepreneurs français.

Le groupe américain investit 16 millions d'euros dans la start-up, valorisée près de 2 milliards de dollars. « C'est une chance pour l'Europe,
mais nous devons rester indépendants », estime Jeanne Delmas, directrice de l'institut Horizon. La souveraineté numérique reste un combat.

Selon Arthur Mensch, le capital demeure européen à 75 %. L'entreprise emploie une trentaine de salariés depuis l'automne dernier.
""".replace("Europe,\nmais", "Europe, mais")


@pytest.fixture(scope="session")
def articles():
    return corpus.load()


@pytest.fixture(scope="session")
def docs(articles):
    return pipeline.annotate(articles)


@pytest.fixture(scope="session")
def nlp():
    return pipeline.load()


def add_sixth(folder, text=SIXTH, **fields):
    """Add the sixth article to a corpus folder: one file and one manifest table."""
    data = text.encode()
    (folder / "raw" / "sixth.txt").write_bytes(data)
    known = {
        "outlet": "Gazette imaginaire",
        "headline": text.splitlines()[0],
        "author": "Léa Martin",
        "earliest": "2024-02-28",
        "latest": "2024-02-28",
        "dated_by": "given",
        "kind": "news",
        "url": "",
        "sha256": hashlib.sha256(data).hexdigest(),
    } | fields
    lines = "".join(f'{key} = "{value}"\n' for key, value in known.items())
    with open(folder / "articles.toml", "a", encoding="utf-8") as file:
        file.write(f"\n[sixth]\n{lines}")


@pytest.fixture
def copy(tmp_path):
    """A corpus folder of one's own, with the real articles."""
    folder = tmp_path / "corpus"
    shutil.copytree(paths.CORPUS, folder)
    return folder
