"""Small Docs for tests: texts in a blank French pipeline, and sentences with hand-made lemmas and syntax."""

import spacy
from spacy.tokens import Doc, Span

from helpers.components import base, codes, sentences  # noqa: F401  registers extensions and factories


def texts(*given, codebooks=None):
    """Docs of texts (articles a, b, c …) with sentences and codes, in a pipeline without a model."""
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentences")
    nlp.add_pipe(
        "codes", config={"books": ["sovereignty"]} | ({"codebooks": str(codebooks)} if codebooks else {})
    )
    docs = []
    for name, text in zip("abcdefghij", given, strict=False):
        doc = nlp.make_doc(text)
        doc._.article, doc._.published = name, ("", "")
        docs.append(nlp(doc))
    return docs


def made(article, *sentences_):
    """A Doc of sentences written word by word as `form/lemma/POS`, or `form/lemma/POS/dep/head` (head from 0 in it)."""
    words, lemmas, tags, deps, heads, starts = [], [], [], [], [], []
    for sentence in sentences_:
        first = len(words)
        starts.append(first)
        for token in sentence.split():
            form, lemma, tag, *rest = token.split("/")
            words.append(form)
            lemmas.append(lemma)
            tags.append(tag)
            deps.append(rest[0] if rest else "dep")
            heads.append(first + int(rest[1]) if rest else first)
    spaces = [not word.endswith("'") for word in words]
    doc = Doc(spacy.blank("fr").vocab, words, spaces=spaces, lemmas=lemmas, pos=tags, deps=deps, heads=heads)
    doc._.article, doc._.published = article, ("", "")
    bounds = zip(starts, [*starts[1:], len(words)], strict=True)
    doc.spans["sentences"] = [Span(doc, start, end, label="body") for start, end in bounds]
    return doc
