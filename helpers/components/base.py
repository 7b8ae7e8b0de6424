"""What the components share: where a Doc keeps its publication window, and how a record becomes a span."""

from collections.abc import Iterable, Mapping
from typing import Any

from spacy.tokens import Doc, Span

if not Doc.has_extension("published"):
    #: Publication window of the article: (earliest, latest) as ISO dates, "" where unknown.
    Doc.set_extension("published", default=("", ""))
if not Doc.has_extension("article"):
    Doc.set_extension("article", default="")


def extend(name: str) -> None:
    """Register ``span._.<name>``, once, so that importing a component again is harmless."""
    if not Span.has_extension(name):
        Span.set_extension(name, default=None)


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
