"""Reads authors' names as people write them; ambiguous names raise an error."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final, cast

from .._argument_checks import check_type
from ..errors import InvalidAuthorError, WrongTypeError
from .styles import Name

_TITLES: Final = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame", "rev"})
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})
_PARTICLES: Final = frozenset(
    {"van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ter", "ten"}
    | {"bin", "bint", "ibn", "al", "el", "abu"}
)
_CONJUNCTIONS: Final = frozenset({"and", "&", "et", "und", "with"})
_BODY: Final = re.compile(r"\b(?:News|Agency|Press|Nations|Council|Ministry|Department|Staff|Desk)\b")
_LIST: Final = "several names go in a list, as in ['Jane Doe', 'Richard Roe']; the name of a body ends with a comma"


def read_authors(author: str | Sequence[str] | None) -> tuple[Name, ...]:
    """The names of the authors; blank names are ignored. Raises InvalidAuthorError for a text that is ambiguous,
    WrongTypeError for any other type.
    """
    if author is None or isinstance(author, str):
        names = (_plain(author or ""),)
        return (_read(names[0], alone=True),) if names[0] else ()
    check_type("author", author, Sequence, wanted := "a name as text, or several in a list")
    if isinstance(cast("object", author), bytes):
        raise WrongTypeError("author", author, wanted)
    for name in author:
        check_type("author", name, str, "a name as text")
    return tuple(_read(name, alone=False) for name in map(_plain, author) if name)


def authors_of_page(author: str | None, publishers: Collection[str]) -> tuple[Name, ...]:
    """The authors as a page names them in one line. A publisher, a single word and what cannot be divided with
    certainty stand whole, as the name of a body does.
    """
    if author is None:
        return ()
    names = re.split(r",? and |, (?!jr)", re.sub(r", (?:Jr|Sr)\.?", "", author))
    bodies = any(name in publishers or " " not in name or _BODY.search(name) for name in names)
    try:
        return (Name(author),) if bodies else read_authors(names)
    except InvalidAuthorError:
        return (Name(author),)


def _plain(text: str) -> str:
    """The text with single spaces; empty if it has no name."""
    plain = " ".join(text.split())
    return plain if plain.strip(" ,") else ""


def _read(text: str, *, alone: bool) -> Name:
    """One name. ``alone`` says that it is not an item of a list, so that a comma may also separate two names."""
    if text.endswith(","):
        return Name(text.removesuffix(",").strip())
    parts = [part.split() for part in text.split(",")]
    if len(text.split()) > 1:  # no style prints titles and suffixes
        titles = [words[0] for words in parts if words and _bare(words[0]) in _TITLES]
        suffixes = [words[-1] for words in parts if words and _bare(words[-1]) in _SUFFIXES]
        if titles or suffixes:
            found = (titles + suffixes)[0]
            raise InvalidAuthorError(text, f"leave out {found!r}: want the name alone, as in 'Doe, Jane'")
    if text.count(",") > 1 or ";" in text or not _CONJUNCTIONS.isdisjoint(text.split()):
        raise InvalidAuthorError(text, _LIST)
    family, comma, given = (part.strip() for part in text.partition(","))
    if not comma:
        return _given_first(text)
    if not family:
        raise InvalidAuthorError(text, "want the family name before the comma, as in 'Doe, Jane'")
    if alone and _whole_name(family) and _whole_name(given):
        why = f"one name, or two? Pass a list: [{text!r}] is one, [{family!r}, {given!r}] are two"
        raise InvalidAuthorError(text, why)
    return Name(family, given)


def _given_first(text: str) -> Name:
    """A name without a comma: its last word is the family name, unless there is a particle in front of that."""
    *before, last = text.split()
    at = next((at for at, word in enumerate(before) if _small(word) or (at and _bare(word) in _PARTICLES)), None)
    if at is None:
        return Name(last, " ".join(before))
    given = " ".join(before[:at]) or "Given"
    one = f"{' '.join([*before[at:], last])}, {given}"
    other = f"{last}, {' '.join([given, *before[at:]])}"
    raise InvalidAuthorError(text, f"where does the family name begin? Write '{one}' or '{other}'")


def _whole_name(text: str) -> bool:
    """Whether a text could be a given and a family name: two words or more, no particle, and no initial at the end."""
    words = text.split()
    return len(words) > 1 and not any(map(_small, words)) and len(_bare(words[-1])) > 1


def _bare(word: str) -> str:
    return word.replace(".", "").casefold()


def _small(word: str) -> bool:
    """Whether a word begins with a small letter."""
    return next((letter for letter in word if letter.isalpha()), "A").islower()
