"""Authors' names as people write them, read into their parts; what could be read in two ways is refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from .._arguments import check_type
from ..errors import InvalidAuthorError, WrongTypeError
from .styles import Name

_TITLES: Final = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame", "rev"})

_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})

_PARTICLES: Final = frozenset(
    {"van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ter", "ten"}
    | {"bin", "bint", "ibn", "al", "el", "abu"}
)

_SEVERAL: Final = ("and", "&", "et", "und", "with")

_LIST: Final = "several names go in a list, as in ['Jane Doe', 'Richard Roe']; the name of a body ends with a comma"


def read_authors(author: str | Sequence[str] | None) -> tuple[Name, ...]:
    """The names of one author, of several or of none; a blank name is none. Raises InvalidAuthorError for a text that
    could be read in two ways, WrongTypeError for what is no text.

    >>> [name.family for name in read_authors(["Jane Doe", "van der Roe, Jan"])]
    ['Doe', 'van der Roe']
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


def _plain(text: str) -> str:
    """The text with single spaces; nothing when there is no name in it."""
    plain = " ".join(text.split())
    return plain if plain.strip(" ,") else ""


def _read(text: str, *, alone: bool) -> Name:
    """One name. ``alone`` says that it is not an item of a list, so that a comma may also part two names."""
    if text.endswith(","):
        return Name(text.removesuffix(",").strip())
    _refuse_suffix(text)
    if text.count(",") > 1 or ";" in text or not set(_SEVERAL).isdisjoint(text.split()):
        raise InvalidAuthorError(text, _LIST)
    family, comma, given = (part.strip() for part in text.partition(","))
    _refuse_titles(text, family.split(), given.split())
    if not comma:
        return _straight(text)
    if not family:
        raise InvalidAuthorError(text, "want the family name before the comma, as in 'Doe, Jane'")
    if alone and _whole_name(family) and _whole_name(given):
        why = f"one name, or two? Pass a list: [{text!r}] is one, [{family!r}, {given!r}] are two"
        raise InvalidAuthorError(text, why)
    return Name(family, given)


def _straight(text: str) -> Name:
    """A name without a comma: its last word is the family name, unless there is a particle in front of that."""
    words = text.split()
    before = words[:-1]
    at = next(
        (place for place, word in enumerate(before) if _small(word) or (place and _bare(word) in _PARTICLES)), None
    )
    if at is None:
        return Name(words[-1], " ".join(before))
    family, given = " ".join(words[at:]), " ".join(words[:at]) or "Given"
    other = f"{words[-1]}, {' '.join([given, *words[at:-1]])}"
    raise InvalidAuthorError(text, f"where does the family name begin? Write '{family}, {given}' or '{other}'")


def _refuse_titles(text: str, family: list[str], given: list[str]) -> None:
    """Raises InvalidAuthorError for a name with a title in front or a suffix behind, which no style prints so."""
    first = [words[0] for words in (family, given) if words and len(family) + len(given) > 1]
    last = [words[-1] for words in (family, given) if words and len(family) + len(given) > 1]
    found = [word for word in first if _bare(word) in _TITLES] + [word for word in last if _bare(word) in _SUFFIXES]
    if found:
        raise InvalidAuthorError(text, f"leave out {found[0]!r}: want the name alone, as in 'Doe, Jane'")


def _refuse_suffix(text: str) -> None:
    """Raises InvalidAuthorError for a suffix between commas, which would read as one more name."""
    for part in text.split(",")[1:]:
        if _bare(part.strip()) in _SUFFIXES:
            raise InvalidAuthorError(text, f"leave out {part.strip()!r}: want the name alone, as in 'Doe, Jane'")


def _whole_name(text: str) -> bool:
    """Whether a text could be a given and a family name: two words or more, none a particle, the last no initial."""
    words = text.split()
    return len(words) > 1 and not any(map(_small, words)) and len(_bare(words[-1])) > 1


def _bare(word: str) -> str:
    return word.replace(".", "").casefold()


def _small(word: str) -> bool:
    """Whether a word begins with a small letter."""
    return next((letter for letter in word if letter.isalpha()), "A").islower()
