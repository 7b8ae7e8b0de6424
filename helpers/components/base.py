"""What the components share: where a Doc keeps its publication window, and how a record becomes a span."""

from collections.abc import Iterable, Mapping
from typing import Any

from spacy.tokens import Doc, Span

if not Doc.has_extension("published"):
    #: Publication window of the article: (earliest, latest) as ISO dates, "" where unknown.
    Doc.set_extension("published", default=("", ""))
if not Doc.has_extension("article"):
    Doc.set_extension("article", default="")


#: What a span of each layer carries: its record, a table's row. A Doc from the cache is read without the components.
for _name in ("actor", "time", "quote", "quantity"):
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)


def _code(span: Span) -> dict | None:
    records = span.doc.user_data.get("codes", ())
    return records[int(span.id_)] if span.id_.isdigit() and int(span.id_) < len(records) else None


if not Span.has_extension("code"):
    # Two codes may stand on the same words, and spaCy keeps what belongs to a span by its offsets alone:
    # the records are kept in the Doc, and a span knows the number of its own.
    Span.set_extension("code", getter=_code)


def attach(doc: Doc, group: str, name: str, label: str, records: Iterable[Mapping[str, Any]]) -> Doc:
    """Fill ``doc.spans[group]``: one span a record, sorted by start, labelled ``record[label]``.

    A record has exact character offsets ``start`` and ``end``; the span is the smallest run of tokens
    that covers them, and the record itself is kept in ``span._.<name>``, so that no offset is lost where
    a token is longer than what was found.
    """
    spans = []
    for record in sorted(records, key=lambda r: (r["start"], -r["end"])):
        span = doc.char_span(
            record["start"], record["end"], label=str(record[label]), alignment_mode="expand"
        )
        if span is not None:
            span._.set(name, dict(record))
            spans.append(span)
    doc.spans[group] = spans
    return doc
