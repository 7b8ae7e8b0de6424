"""Ground for everything that reads French text: one flat view of it, and the rule lists.

Rules are written once, for the plain apostrophe and the plain space; :func:`flat` makes any text fit them
without moving a character, so that offsets found in the flat text are offsets in the text as given.
"""

import re
import tomllib
from functools import cache
from types import MappingProxyType

from helpers import paths

#: One character for one character: every kind of space that stays on its line, apostrophe and hyphen.
_FLAT = str.maketrans(
    dict.fromkeys(
        "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        " ",
    )
    | dict.fromkeys("‘’‛ʼ´′＇`", "'")
    | dict.fromkeys("‐‑−﹣－", "-")
)


def flat(text: str) -> str:
    """The same text, character for character, with plain spaces, apostrophes and hyphens.

    Length and line breaks are kept: ``flat(t)[i]`` stands where ``t[i]`` stands.

    >>> flat("l’accord de 3\u202f000\u00a0euros")
    "l'accord de 3 000 euros"
    """
    return text.translate(_FLAT)


@cache
def rules(name: str) -> MappingProxyType:
    """The rule list ``helpers/rules/<name>.toml`` as a read-only mapping.

    Each file says at its top, and where needed line by line, where its entries come from.
    """
    with open(paths.RULES / f"{name}.toml", "rb") as file:
        return MappingProxyType(tomllib.load(file))


# Words that French writes with an apostrophe inside are one word.
_WORD = re.compile(
    r"(?:aujourd'hui|quelqu'une?|prud'hom\w+|presqu'île)(?!\w)|[^\W_]+(?:-[^\W_]+)*'?", re.IGNORECASE
)


def words(text: str) -> list[str]:
    """The words of a text, in order: runs of letters and digits with inner hyphens; an elided form is a word of its own.

    This is the count behind every rate per 1,000 words in the project.

    >>> words("L’accord a-t-il surpris ? 75 % d'Européens")
    ["L'", 'accord', 'a-t-il', 'surpris', '75', "d'", 'Européens']
    """
    return _WORD.findall(flat(text))
