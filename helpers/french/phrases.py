"""Noun phrases of French news, read word by word: who is named or described, without a parser.

A phrase is a proper name, or a determiner with its noun, adjectives and complements, and the name or the function in
apposition. What may be a name or a function is listed in ``rules/quotes.toml``.
"""

from dataclasses import dataclass, replace
from functools import cache

from helpers.french import cues
from helpers.french.cues import Words, listed, starts_any, words
from helpers.text import rules

_PHRASE_MAX = 18  # tokens; a longer run of words is no name of a speaker
_NAME_MAX = 8
NOWHERE = (-1, -1)
_STOPS = frozenset(".;:!?…")
#: Ce dernier, cette dernière: they refer as celui-ci does.
LAST = {"dernier": "celui-ci", "dernière": "celle-ci", "derniers": "ceux-ci", "dernières": "celles-ci"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last` (exclusive) that name or describe somebody.

    `name`: tokens of the proper name in it, :data:`NOWHERE` for none; `head`: the noun. `gender` m, f or "";
    `plural`. `role`: tokens of what the phrase or its apposition says the person is.
    """

    first: int
    last: int
    name: tuple[int, int] = NOWHERE
    head: int = -1
    gender: str = ""
    plural: bool = False
    role: tuple[int, int] = NOWHERE

    @property
    def named(self) -> bool:
        """Has the phrase a proper name?"""
        return self.name != NOWHERE


@cache
def _first_names() -> dict[str, str]:
    book = rules("quotes")["first_names"]
    return dict.fromkeys(book["m"], "m") | dict.fromkeys(book["f"], "f") | dict.fromkeys(book["both"], "")


@cache
def role_genders() -> dict[str, str]:
    """Nouns of functions and people -> m, f, or "" where one form serves both."""
    book = rules("quotes")["roles"]
    both = set(book["m"]) & set(book["f"])
    genders = dict.fromkeys(book["m"], "m") | dict.fromkeys(book["f"], "f")
    return {word.lower(): "" if word in both else gender for word, gender in genders.items()}


def noun_gender(low: str) -> str:
    """The gender of a noun of a function or its plural, "" where it has none or both."""
    genders = role_genders()
    return genders.get(low) or genders.get(low.removesuffix("s"), "")


def first_name_gender(raw: str) -> str | None:
    """m, f, "" for either, None where the word is no first name: Marc-Antoine goes by Marc."""
    names = _first_names()
    return names.get(raw, names.get(raw.partition("-")[0]))


def _is_first_name(text: Words, i: int) -> bool:
    return first_name_gender(text.tokens[i].raw) is not None


def name_end(text: Words, i: int) -> int:
    """Index after the proper name that starts at `i`; `i` itself where none does.

    >>> name_end(Words("Ursula von der Leyen a dit"), 0), name_end(Words("le maire"), 0)
    (4, 0)
    """
    j = i
    while j < len(text) and j - i < _NAME_MAX:
        if text.capital(j):
            j += 1
            continue
        k = j
        while k - j < 3 and (text.among(k, "particles") or text.among(k, "foreign_particles")):
            k += 1
        if k == j or j == i or not text.capital(k):
            break
        apposed = text.low(i - 1) == "," and text.low(k + 1) == ","  # …, Sanne de Groot, …
        if text.among(j, "particles") and not (j - i == 1 and (_is_first_name(text, i) or apposed)):
            break
        j = k
    return j


def person_in_run(text: Words, first: int, end: int) -> int:
    """Where a person starts in capitals that open with another name (Renault Luca de Meo); -1 for nowhere."""
    runs = (k for k in range(first + 1, end) if _is_first_name(text, k) and name_end(text, k) > k + 1)
    return next(runs, -1)


def is_noun(low: str) -> bool:
    """Can the word be a noun: a word, and none of the function words?"""
    return (
        low[:1].isalpha()
        and not any(low in words("words", key) for key in _FUNCTION)
        and low not in _auxiliaries()
    )


_FUNCTION = ("prepositions", "conjunctions", "determiners", "clitics", "adverbs")


def _auxiliaries() -> frozenset[str]:
    return words("auxiliary", "forms")


def is_adjective(low: str) -> bool:
    """Does the word look like an adjective: by the list, or by its ending?"""
    if low in words("words", "adjectives"):
        return True
    return low.endswith(_endings("adjective_endings")) and is_noun(low) and not cues.is_adverb(low)


@cache
def _endings(key: str) -> tuple[str, ...]:
    return tuple(rules("quotes")["words"][key])


def phrase_at(text: Words, i: int) -> Phrase | None:
    """The noun phrase or proper name that starts at token `i`, None where there is none.

    >>> text = Words("la ministre de la Santé Marie Durand a dit")
    >>> phrase = phrase_at(text, 0)
    >>> [t.raw for t in text.tokens[phrase.name[0] : phrase.name[1]]], phrase.gender
    (['Marie', 'Durand'], 'f')
    """
    if not 0 <= i < len(text) or text.tokens[i].quote >= 0:
        return None
    if size := refers_back(text, i):
        last = i + size
        return Phrase(
            i,
            last,
            head=last - 1,
            plural=text.low(last - 1) in {"derniers", "dernières", "ceux-ci", "celles-ci"},
        )
    title = title_gender(text.low(i))
    if title is not None and (end := name_end(text, i + 1)) > i + 1:
        return Phrase(i, end, (i + 1, end), i, title)
    if text.among(i, "determiners") and not media_at(text, i):
        return described(text, i)
    end = name_end(text, i)
    if end > i and is_name(text, i):
        return Phrase(i, end, (i, end), i, first_name_gender(text.tokens[i].raw) or "")
    if text.among(i, "before_nouns") or text.among(i, "indefinite") or text.low(i) in role_genders():
        return described(text, i, bare=True)
    return None


def refers_back(text: Words, i: int) -> int:
    """How many tokens at `i` mean the last who was named: celui-ci, ce dernier; 0 for none.

    >>> refers_back(Words("assure ce dernier."), 1), refers_back(Words("ce dernier point"), 0)
    (2, 0)
    """
    if text.among(i, "pronouns_last"):
        return 1
    if not text.among(i, "demonstratives") or text.low(i + 1) not in LAST:
        return 0
    following = text.low(i + 2)
    # « Point » is a noun here, though the lists know it as a negation.
    noun = following == "point" or (is_noun(following) and cues.read(text, i + 2) is None)
    return 0 if noun else 2


def title_gender(low: str) -> str | None:
    """m for M., f for Mme, "" for Me or Dr, None where the word is no title."""
    low = low.rstrip(".")
    for gender, key in (("m", "titles_m"), ("f", "titles_f"), ("", "titles")):
        if low in words("words", key):
            return gender
    return None


def media_at(text: Words, i: int) -> int:
    """Tokens of the title of a newspaper, station or network at `i`, printed with a capital; 0 for none."""
    return starts_any(text, i, cues.phrases("media", "names")) if text.capital(i) else 0


def is_name(text: Words, i: int) -> bool:
    """Is the capital at `i` a name? At the start of a sentence it may be an ordinary word, if one is spelled so."""
    if text.sentence[i] != i and text.low(i - 1) not in {"-", "–", "—", "•"}:
        return True
    low = text.low(i)
    other = text.among(i, "closing") or text.among(i, "before_nouns") or cues.is_adverb(low)
    return is_noun(low) and not other


def described(text: Words, i: int, bare: bool = False) -> Phrase | None:
    """Determiner (none if `bare`), adjectives, noun, adjectives, complements with de, and the name in apposition.

    >>> text = Words("l'un des cofondateurs de Solterra observe")
    >>> phrase = described(text, 0)
    >>> " ".join(t.raw for t in text.tokens[phrase.first : phrase.last])
    "l' un des cofondateurs de Solterra"
    """
    gender = _determiner_gender(text, i)
    plural = text.among(i, "plural")
    limit = min(len(text), i + _PHRASE_MAX)
    j = i
    if not bare:
        j += 1
        if text.low(i) == "l'" and text.low(j) in {"un", "une"}:  # l'un des fondateurs
            gender = _determiner_gender(text, j)
            j += 1
            if not text.among(j, "of"):
                return Phrase(i, j, head=j - 1, gender=gender)
            if text.low(j + 1) == "entre" and text.among(j + 2, "tonic"):  # l'un d'entre eux
                return Phrase(i, j + 3, head=j - 1, gender=gender)
            j += 1
        elif text.among(i, "partitive"):
            while j < limit and text.low(j) in {"de", "d'", "des", "les"}:
                j += 1
    while j < limit and text.among(j, "before_nouns") and (text.low(j) == "numéro" or _may_precede(text, j)):
        j += 1
    if j < limit and text.low(j - 1) == "numéro" and text.low(j).isdigit():  # le numéro 10
        return Phrase(i, j + 1, head=j - 1, gender=gender)
    head = j
    if text.among(i, "indefinite") and j == i + 1 and j < limit and cues.read(text, j) is not None:
        return Phrase(i, j, head=i, gender=gender, plural=True)  # certains disent
    if is_demonym(text, j):  # la Rennaise
        j += 1
    elif j < limit and text.capital(j) and text.low(j) not in role_genders():
        j += media_at(text, j) or name_end(text, j) - j
    elif j < limit and text.tokens[j].quote < 0 and is_noun(text.low(j)):
        j += 1
    else:
        return (
            Phrase(i, max(j, i + 1), head=i, gender=gender, plural=True)
            if text.among(i, "indefinite")
            else None
        )
    j, name = _complements(text, j, limit)
    if name == NOWHERE:
        return Phrase(i, j, NOWHERE, head, gender or noun_gender(text.low(head)), plural)
    given = first_name_gender(text.tokens[name[0]].raw)
    if given is None and name[1] - name[0] == 1 and not _takes_name(text, head):  # la place Beauvau
        return Phrase(i, j, NOWHERE, head, gender, plural)
    gender = given or gender or noun_gender(text.low(head))
    return Phrase(i, j, name, head, gender, False, (i, name[0]))


def _takes_name(text: Words, head: int) -> bool:
    """Is the noun one that a single name may follow in apposition: le président X, la start-up Y?"""
    low = text.low(head)
    return listed(low, role_genders()) or is_institution(low) or is_demonym(text, head)


def _determiner_gender(text: Words, i: int) -> str:
    return "f" if text.among(i, "singular_f") else "m" if text.among(i, "singular_m") else ""


def _may_precede(text: Words, j: int) -> bool:
    """An adjective before its noun, not the noun itself: la jeune femme, but les jeunes."""
    if not (text.among(j + 1, "before_nouns") or is_noun(text.low(j + 1))):
        return False
    return text.low(j) not in role_genders() or cues.read(text, j + 1) is None


def _complements(text: Words, j: int, limit: int) -> tuple[int, tuple[int, int]]:
    """Right of the noun: adjectives, de …, à la …, and a name in apposition. Returns the end and the name's tokens."""
    inside = False  # a complement has begun: a name that follows may belong to it
    while j < limit:
        low = text.low(j)
        if text.tokens[j].quote >= 0:
            if text.among(j - 1, "of") or not is_title(text.tokens[j].raw):
                break
            j += 1
        elif low in words("words", "of") or low in _LINKS:
            k = _complement(text, j, limit)
            if k == j:
                break
            if text.capital(k - 1):
                k, name = _end_of_capitals(text, j, k)
                if name != NOWHERE:
                    return k, name
            j, inside = k, inside or low != "en"
        elif text.capital(j):
            end = name_end(text, j)
            person = person_in_run(text, j, end)
            if title_gender(low) is not None and end > j + 1:
                return end, (j + 1, end)
            acronym = text.tokens[j].raw.isupper() and text.low(j - 1) not in words("roles", "organisations")
            if person > 0 or _is_first_name(text, j) or not (inside or (acronym and end == j + 1)):
                return _whole_name(text, j, end), (max(j, person), _whole_name(text, j, end))
            j = end  # les riverains de la rue Pasteur
        elif is_adjective(low) and cues.read(text, j) is None and not text.among(j, "closing"):
            j += 1
        elif low == "(" and text.low(j + 2) == ")" and text.capital(j + 1):
            j += 3
        else:
            break
    return j, NOWHERE


_LINKS = frozenset({"à", "au", "aux", "en", "chargé", "chargée", "près", "et", "&", "-"})


def _end_of_capitals(text: Words, j: int, k: int) -> tuple[int, tuple[int, int]]:
    """A complement that ends in a name (de Renault Luca de Meo): where the capitals end, and the person among them."""
    run = k - 1
    while run - 1 > j and text.capital(run - 1):
        run -= 1
    end = max(k, name_end(text, run))
    person = person_in_run(text, run, end)
    if person < 0:
        return end, NOWHERE
    end = name_end(text, person)
    return end, (person, end)


def _whole_name(text: Words, j: int, end: int) -> int:
    """The name of an organisation may hold a preposition: l'association Toit pour tous."""
    organisation = text.low(j - 1) in words("roles", "organisations")
    return (
        end + 2 if organisation and text.low(end) in {"pour", "sans"} and text.low(end + 1).isalpha() else end
    )


def is_title(raw: str) -> bool:
    """Do the marks hold a few words with a capital: a name, not speech?"""
    inner = raw.strip('«»"“”‹› ')
    return inner[:1].isupper() and inner.count(" ") < 4


def _complement(text: Words, j: int, limit: int) -> int:
    """Index after a complement that starts with the preposition at `j`, `j` where what follows is none."""
    low = text.low(j)
    k = j + 1
    if low in {"chargé", "chargée", "près", "et", "&", "-"}:
        if text.among(k, "of") or (low == "et" and text.among(k, "to")):
            k += 1
        elif not (low in {"et", "&", "-"} and text.capital(k) and text.capital(j - 1)):
            return j
    elif low == "en":
        return k + 1 if text.among(k, "after_en") else j
    elif text.among(j, "to") and (media_at(text, k) or (text.among(k, "articles") and media_at(text, k + 1))):
        return j  # au Monde, à l'AFP: to whom it is said
    if text.among(k, "inner_determiners"):
        k += 1
        if low == "à" and not text.capital(k):
            return j
    while k < limit and text.among(k, "before_nouns"):
        k += 1
        if text.among(k, "of") and text.among(k - 1, "numerals"):
            k += 1
    if k >= limit or text.tokens[k].quote >= 0:
        return j
    if text.low(k).isdigit() and is_noun(text.low(k + 1)):  # un homme de 43 ans
        return k + 2
    if text.capital(k):
        return k + 1
    if text.among(j, "to") and not text.among(k, "portfolios"):
        return j
    return k + 1 if is_noun(text.low(k)) and cues.read(text, k) is None else j


def is_institution(low: str) -> bool:
    """Does the word name a body that speaks: la mairie, le parquet, les autorités, un syndicat?"""
    return listed(low, words("roles", "institutions")) or listed(low, words("roles", "organisations"))


def is_person_noun(low: str) -> bool:
    """A noun for a person: in the list, or with an ending that only people have (pianiste, virologue)."""
    return listed(low, role_genders()) or (
        len(low) > 6 and low.endswith(("iste", "istes", "logue", "logues", "cien", "cienne"))
    )


def is_role(text: Words, i: int) -> bool:
    """Does a description of a person or an organisation start at `i`: (un) ancien ministre, directrice de …?"""
    for k in range(i, min(i + 4, len(text))):
        low = text.low(k)
        if is_person_noun(low) or listed(low, words("roles", "organisations")) or is_demonym(text, k):
            return True
        if text.among(k - 1, "articles") and text.tokens[k].raw[1:2].isupper():  # la CFDT
            return True
        if not (text.among(k, "determiners") or text.among(k, "before_nouns") or text.among(k, "of")):
            prefix, _, rest = low.partition("-")
            return prefix in {"ex", "vice", "co", "néo"} or rest in role_genders()
    return False


def somebody(text: Words, phrase: Phrase) -> bool:
    """Is the phrase a name, the description of a person or of a body that speaks, or does it refer back to one?"""
    described = is_role(text, phrase.first) or is_institution(text.low(phrase.head))
    return phrase.named or described or bool(refers_back(text, phrase.first))


def is_demonym(text: Words, i: int) -> bool:
    """Le Français, la Rennaise: an article and a capital adjective is a person."""
    article = text.among(i - 1, "articles") or text.low(i - 1) in {"un", "une"}
    if not article or not text.capital(i) or text.sentence[i] == i:
        return False
    return text.among(i, "demonyms") or text.low(i).endswith(_endings("demonym_endings"))


def _goes_on(text: Words, i: int) -> bool:
    """Is the noun phrase at `i` followed by a word that can only be its verb?"""
    phrase = phrase_at(text, i)
    if phrase is None or not text.low(phrase.last)[:1].isalpha():
        return False
    return not any(text.among(phrase.last, key) for key in ("prepositions", "conjunctions", "closing"))


def role_after(text: Words, i: int, stop: int) -> tuple[int, int]:
    """Tokens of the apposition behind the name that ends at `i`: (X), directrice de la recherche de Y."""
    if text.low(i) != "," or not (is_role(text, i + 1) or text.low(i + 1).isdigit()):
        return NOWHERE
    if text.among(i + 1, "determiners") and _goes_on(text, i + 1):
        return NOWHERE  # selon X, le groupe discute: a clause, not an apposition
    j = i + 1
    while j < stop and text.low(j) not in _STOPS and text.low(j)[0] != "\n" and text.tokens[j].quote < 0:
        if text.low(j) == "," and j > i + 2 and not _adds(text, j + 1):
            break
        j += 1
    while text.low(j - 1) == ",":
        j -= 1
    return i + 1, j


def _adds(text: Words, j: int) -> bool:
    """Behind a comma: does the apposition go on (…, une société qui …, spécialisé dans …), and not the sentence?"""
    cue = cues.read(text, j)
    if text.among(j, "closing") or (cue is not None and cue.how in {"finite", "bare"}):
        return False
    return text.low(j) in {"un", "une"} or is_role(text, j) or is_adjective(text.low(j))


def with_apposition(text: Words, phrase: Phrase, stop: int) -> Phrase:
    """`phrase` with what stands behind a comma: the function after a name, the name after a function."""
    if phrase.named:
        role = role_after(text, phrase.last, stop)
        if role == NOWHERE:
            return phrase
        return replace(phrase, last=role[1], gender=phrase.gender or role_gender(text, *role), role=role)
    if text.low(phrase.last) != "," or phrase.plural:
        return phrase
    name = phrase_at(text, phrase.last + 1)
    if name is None or not name.named or name.last > stop or not _closes(text, name.last):
        return phrase
    alone = name.name == (name.first, name.first + 1)
    if alone and not _is_first_name(text, name.first):
        return phrase  # one capital may be a place
    role = (phrase.first, phrase.last)
    return replace(phrase, last=name.last, name=name.name, gender=name.gender or phrase.gender, role=role)


def _closes(text: Words, i: int) -> bool:
    return not text.low(i)[:1].isalpha() or text.among(i, "closing")


def role_gender(text: Words, first: int, last: int) -> str:
    """The gender that the noun of a function shows within its first words."""
    found = (
        role_genders()[text.low(i)]
        for i in range(first, min(last, first + 4))
        if text.low(i) in role_genders()
    )
    return next(found, "")
