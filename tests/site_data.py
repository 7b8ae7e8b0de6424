"""A small card and a small text, for the tests of the pages."""

import pandas as pd

SVG = '<?xml version="1.0"?>\n<svg xmlns:xlink="x" width="72pt" height="36.5pt" viewBox="0 0 72 36.5"></svg>'
#: Two sentences of one article, one of another.
TEXTS = {"un": "Le Chat <coûte> peu. Mistral lève 3 millions.", "deux-2": "Microsoft signe."}


def sentences():
    rows = [("un", 1, "headline", 0, 20), ("un", 2, "body", 21, 45), ("deux-2", 1, "body", 0, 16)]
    frame = pd.DataFrame(rows, columns=["article", "sentence", "part", "start", "end"])
    frame["text"] = [TEXTS[row.article][row.start : row.end] for row in frame.itertuples()]
    return frame


def card(name="10_test__a", rows=None, **said):
    texts = {
        "title": "A < B",
        "caption": "A caption",
        "alt": 'Bars, "A" first',
        "source": "Source: two",
    } | said
    rows = rows or [
        {"article": "un", "n": 1, "evidence": "21-45"},
        {"article": "deux-2", "n": 2.5, "evidence": None},
    ]
    kinds = {int: "integer", float: "number", str: "text"}
    return {
        "name": name,
        "texts": {"en": texts, "fr": {key: f"fr {value}" for key, value in texts.items()}},
        "files": [],
        "columns": [
            {"name": key, "meaning": f"what {key} is", "unit": "", "type": kinds.get(type(value), "text")}
            for key, value in rows[0].items()
        ],
        "rows": rows,
    }


def draw(folder, name="10_test__a"):
    """The files of a chart in `folder`."""
    for tongue in ("en", "fr"):
        (folder / f"{name}.{tongue}.svg").write_text(SVG, encoding="utf-8")
    for suffix in ("csv", "json", "ics"):
        (folder / f"{name}.{suffix}").write_text("x", encoding="utf-8")
    return folder
