"""Which sentences tell which event."""

import time

import pytest
import story

from helpers import codebook, linking

ACTORS = [("Zéphyr", "Zéphyr"), ("Tempête", "Tempête")]


def found(sentences, link, **marks):
    texts = {"a": sentences}
    events = {"accord": story.event(links=[link])}
    return linking.reports(story.layers(texts, **({"actors": ACTORS} | marks)), events)


@pytest.mark.parametrize(
    ("sentence", "link", "span"),
    [
        ("Zéphyr signe avec Tempête.", {"form": "signe", "actors": ["Tempête"]}, "signe avec Tempête"),
        ("Zéphyr signe un accord.", {"lemma": "signe|conclut", "near": ["accord"]}, "signe un accord"),
        ("L’accord européen est signé.", {"form": r"accord europ\w{1,5}"}, "accord européen"),
        ("Zéphyr lève 30 millions.", {"form": "lève", "amount": {"least": 2e7, "most": 4e7, "units": ["EUR"]}}, "lève 30 millions"),
        ("Le 3 mai 2021, Zéphyr signe.", {"form": "signe", "dated": ["2021-05-01", "2021-05-31"]}, "Le 3 mai 2021, Zéphyr signe"),
        ("Zéphyr signe.", {"form": "signe", "actors": ["Rafale|Zéphyr"]}, "Zéphyr signe"),
        ("À İzmir et İstanbul, il signe.", {"form": "signe"}, "signe"),
    ],
)  # fmt: skip
def test_a_sentence_tells_the_event(sentence, link, span):
    reports = found([sentence], link, amounts=[("30 millions", 3e7, "EUR")])
    assert reports["span"].tolist() == [span]
    start, end = reports.loc[0, ["start", "end"]]
    assert sentence[start:end] == span


@pytest.mark.parametrize(
    ("sentence", "link"),
    [
        ("Zéphyr signe seul.", {"form": "signe", "actors": ["Tempête"]}),
        ("Zéphyr assigne Tempête.", {"form": "signe"}),
        ("Zéphyr signe.", {"form": "signe", "near": ["accord"]}),
        ("Zéphyr signe un désaccord.", {"form": "signe", "near": ["accord"]}),
        ("Zéphyr ne signe pas encore.", {"form": "signe", "without": ["pas encore"]}),
        ("Zéphyr lève 30 millions.", {"form": "lève", "amount": {"least": 1, "most": 2, "units": ["EUR"]}}),
        ("Zéphyr lève 30 millions.", {"form": "lève", "amount": {"least": 1, "most": 9e9, "units": ["USD"]}}),
        ("Le 3 mai 2020, Zéphyr signe.", {"form": "signe", "dated": ["2021-05-01", "2021-05-31"]}),
        ("Zéphyr signe.", {"form": "signe", "dated": ["2021-05-01", "2021-05-31"]}),
    ],
)
def test_a_sentence_does_not_tell_it(sentence, link):
    assert found([sentence], link, amounts=[("30 millions", 3e7, "EUR")]).empty


def test_an_actor_is_carried_over_two_sentences_and_no_more():
    told = ["Tempête grandit.", "Le groupe emploie.", "Il signe.", "Il signe encore."]
    link = {"form": "signe", "actors": ["Tempête"]}
    assert found(told, link).empty
    assert found(told, link | {"carry": True})["sentence"].tolist() == [3]


def test_no_sentence_no_report_but_its_columns():
    reports = linking.reports(story.layers({}), {"accord": story.event()})
    assert reports.empty
    assert tuple(reports.columns) == linking.COLUMNS


def test_a_sentence_may_tell_two_events():
    events = {"un": story.event(links=[{"form": "signe"}]), "deux": story.event(links=[{"form": "investit"}])}
    told = linking.reports(story.layers({"a": ["Zéphyr signe et investit."]}), events)
    assert told["event"].tolist() == ["un", "deux"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"links": [{"lemma": "signer", "form": "signe"}]}, "exactly one of lemma and form"),
        ({"links": [{"near": ["accord"]}]}, "exactly one of lemma and form"),
        ({"links": [{"form": "("}]}, "not a regular expression"),
        ({"links": []}, "nothing links a sentence"),
        ({"links": [{"form": "signe", "dated": ["hier", "demain"]}]}, "date"),
        ({"kind": "miracle"}, "kind"),
    ],
)
def test_a_faulty_event_is_refused(fields, said):
    with pytest.raises(ValueError, match=said):
        story.event(**fields)


def test_an_unknown_event_is_named(tmp_path):
    (tmp_path / "events.toml").write_text(
        '[accord]\nlabel = "An agreement"\nkind = "deal"\nafter = ["rien"]\n[[accord.links]]\nform = "signe"\n', encoding="utf-8"
    )  # fmt: skip
    with pytest.raises(
        codebook.CodebookError, match=r"events.toml: \[accord\]: after: there is no event 'rien'"
    ):
        codebook.events(tmp_path)


def test_the_codebooks_of_the_project_fit_each_other():
    events, known = codebook.events(), {actor.name for actor in codebook.actors().values()}
    for key, event in events.items():
        named = {name for link in event.links for names in link.actors for name in names.split("|")}
        assert named <= known, key
    for key, fact in codebook.outside().items():
        assert set(fact.events) <= events.keys(), key
        assert set(fact.actors) <= known, key
        assert "http" in fact.source, key


def test_the_time_grows_with_the_text():
    link = {"form": "signe", "near": ["accord"], "actors": ["Tempête"], "without": ["jamais"]}
    events = {"accord": story.event(links=[link])}

    def seconds(size):
        told = story.layers({"a": ["Zéphyr signe un long papier. " * size]}, actors=[("Zéphyr", "Zéphyr")])
        runs = []
        for _ in range(3):
            started = time.perf_counter()
            linking.reports(told, events)
            runs.append(time.perf_counter() - started)
        return min(runs)

    assert seconds(8_000) < 12 * seconds(2_000)
