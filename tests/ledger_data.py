"""Small corpora of invented news for the tests of facts, ledger and arithmetic: tables without a model."""

import pandas as pd
import spacy
from hypothesis import strategies as st

from helpers import codebook, facts, ledger, tables
from helpers.components import actors, base, quantities, sentences  # noqa: F401  registers extensions and factories

#: The blank pipeline has no lemmas; these are those of the verbs in the test sentences.
LEMMAS = {
    "investit": "investir", "lève": "lever", "levé": "lever", "valorisée": "valoriser", "valorisé": "valoriser", "vaut": "valoir",
    "investi": "investir", "apporté": "apporter", "fondé": "fonder", "emploie": "employer",
}  # fmt: skip


def read(*texts, published="2024-02-28"):
    """Tables of texts (articles a, b, c …): articles, sentences, tokens, actors, quantities; times and quotes are empty."""
    nlp = spacy.blank("fr")
    for name in ("sentences", "actors", "quantities"):
        nlp.add_pipe(name)
    docs = []
    for name, text in zip("abcdefgh", texts, strict=False):
        doc = nlp.make_doc(text)
        doc._.article, doc._.published = name, (published, published)
        docs.append(nlp(doc))
    articles = pd.DataFrame(
        [
            {"article": doc._.article, "label": doc._.article.upper(), "text": doc.text, "earliest": published, "latest": published, "words": 100}
            for doc in docs
        ]
    ).set_index("article")  # fmt: skip
    tokens = tables.tokens(docs)
    tokens["lemma"] = tokens["text"].str.lower().map(lambda word: LEMMAS.get(word, word))
    tokens["pos"] = tokens["text"].str.lower().map(lambda word: "VERB" if word in LEMMAS else "NOUN")
    return articles, tables.sentences(docs), tokens, tables.actors(docs), tables.quantities(docs)


def assign(*texts):
    """The quantities of texts with their facts."""
    _, sents, tokens, named, found = read(*texts)
    return facts.assign(found, sents, tokens, named, codebook.facts())


def keep(*texts, published="2024-02-28"):
    """Articles, sentences, ledger and codebook of texts."""
    articles, sents, tokens, named, found = read(*texts, published=published)
    book = codebook.facts()
    assigned = facts.assign(found, sents, tokens, named, book)
    empty = tables.times([]), tables.quotes([])
    return articles, sents, ledger.entries(assigned, articles, sents, *empty, book, codebook.voices()), book


#: Pieces that the rules look for, in any order: what a careless text could hold.
french = st.lists(
    st.sampled_from(
        [
            "Mistral AI", "Microsoft", "OpenAI", "investit", "valorisée", "à", "2 milliards", "15 millions d'euros", "de dollars", "contre", "une trentaine",
            "d'employés", "pour", "son concurrent américain", "cette dernière", "Soit", "quarante fois plus", "que", ".", "\n\n", ", ", "75 %", "capital", "européen",
            "elle", "a levé", "en série A", "«", "»", "après sa création", "un an",
        ]
    ),
    max_size=25,
).map(" ".join)  # fmt: skip
