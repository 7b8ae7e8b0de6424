"""Who is named: canonical people, companies, institutions and models, by their spellings in the codebook.

Only names count: a description (*la jeune pousse*) names nobody here. Of two spellings that start at the same
place the longer wins, so that *Mistral Large* is the model and not the company.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from helpers import codebook, paths
from helpers.components.base import attach
from helpers.text import flat


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention: offsets, the span as printed, the actor's canonical name, its kind, its side, its grammatical gender if known."""

    start: int
    end: int
    span: str
    actor: str
    kind: str
    side: str
    gender: str = ""


class Finder:
    """Finds the mentions of a set of actors in any text, in one pass."""

    def __init__(self, actors: Mapping[str, codebook.Actor]):
        self._owner: dict[str, codebook.Actor] = {}
        self._contextual: dict[str, tuple[codebook.Actor, re.Pattern]] = {}
        for actor in actors.values():
            for variant in actor.variants:
                self._owner[flat(variant)] = actor
            for item in actor.contextual:
                before = "|".join(sorted(map(re.escape, map(flat, item.after)), key=len, reverse=True))
                self._contextual[flat(item.form)] = (
                    actor,
                    re.compile(rf"(?<!\w)(?:{before})[ ']?$", re.IGNORECASE),
                )
        for variant, actor in list(self._owner.items()):
            if len(variant) > 3:
                self._owner.setdefault(variant.upper(), actor)
        forms = sorted(self._owner.keys() | self._contextual.keys(), key=lambda form: (-len(form), form))
        # A space in a name may be any run of spaces on the line; a hyphenated prefix (ex-Google) still names.
        self._pattern = re.compile(
            r"(?<![\w.@/])(?:"
            + "|".join(re.escape(form).replace(r"\ ", " {1,3}") for form in forms)
            + r")(?![\w@])"
            if forms
            else r"(?!)"
        )

    def find(self, text: str) -> list[Mention]:
        """The mentions in `text`, in order, none inside another."""
        plain = flat(text)
        mentions = []
        for match in self._pattern.finditer(plain):
            form = re.sub(" +", " ", match[0])
            actor = self._owner.get(form)
            if form in self._contextual:
                candidate, before = self._contextual[form]
                if before.search(plain, max(0, match.start() - 30), match.start()):
                    actor = candidate
            if actor is not None:
                start, end = match.span()
                mentions.append(
                    Mention(start, end, text[start:end], actor.name, actor.kind, actor.side, actor.gender)
                )
        return mentions


@Language.factory("actors", default_config={"codebooks": None}, assigns=["doc.spans"])
def make(nlp: Language, name: str, codebooks: str | None):
    """The component: fills ``doc.spans["actors"]`` (label: kind). `codebooks` is a folder with ``actors.toml``."""
    finder = Finder(codebook.actors(Path(codebooks) if codebooks else paths.CODEBOOKS))

    def mark(doc: Doc) -> Doc:
        return attach(doc, "actors", "actor", "kind", map(asdict, finder.find(doc.text)))

    return mark
