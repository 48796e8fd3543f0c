"""How errors show what they are about: a value, a list of names, a list of problems, and near misses."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import normalize

_PLAIN: Final = str.maketrans({"¶": "par. ", "…": "...", "→": "->", "\u2013": "-", "\u2018": "'", "\u2019": "'"})
"""What stands for signs that a console may not know."""

_LONGEST: Final = 80  # characters of a value that an error shows

_LONGEST_NAME: Final = 200  # no id or name is as long; comparing a longer text would only take time
_MOST: Final = 3  # near misses
_SHOWN: Final = 16  # a person reads a dozen names, not two hundred


def listed(names: tuple[str, ...]) -> str:
    """The names by their repr, cut where a list would stop helping.

    >>> listed(("iran", "iaea"))
    "'iran', 'iaea'"
    """
    shown = ", ".join(repr(name) for name in names[:_SHOWN])
    return f"{shown}, … ({len(names)} in all)" if len(names) > _SHOWN else shown


def describe(value: object) -> str:
    """A value by its repr, cut where it would fill the screen; a record by its type and id.

    >>> describe(["iran"]), describe(10 ** 5000)
    ("['iran']", 'something too long to print, of type int')
    """
    key = getattr(value, "id", None)
    if isinstance(key, str):
        return f"the {type(value).__name__} {key!r}"
    try:
        said = repr(value)
    except ValueError:  # a whole number of more digits than Python prints
        return f"something too long to print, of type {type(value).__name__}"
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def counted(values: Iterable[object]) -> str:
    """How many there are of each, in the order of first appearance.

    >>> counted(["red", "green", "red"])
    '2 red, 1 green'
    """
    return ", ".join(f"{count} {value}" for value, count in Counter(values).items())


def printable(text: str) -> str:
    """A text as the console takes it: as it is, or with plain signs where the console knows no others.

    >>> printable("¶5 …")
    '¶5 …'
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if text.isascii() or encoding.casefold() in ("utf-8", "utf8"):
        return text
    try:
        text.encode(encoding)
    except (UnicodeError, LookupError):
        return normalize("NFKD", text.translate(_PLAIN)).encode("ascii", "ignore").decode()
    return text


def searchable(asked: str | None) -> str:
    """Where else to look for a name that nobody bears."""
    return f"; search({asked!r}) looks in all texts" if asked and len(asked) <= _LONGEST else ""


def numbered(head: str, problems: Sequence[object]) -> str:
    """How many problems there are, and each on a line of its own."""
    count = len(problems)
    return "\n".join((f"{head} {count} problem{'' if count == 1 else 's'}:", *(f"  {problem}" for problem in problems)))


def near_misses(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """The words that look most like a text, best first, three at the most; none for a text longer than any name.

    >>> near_misses("irna", ["iran", "iaea", "france"])
    ('iran',)
    """
    if not 0 < len(text) <= _LONGEST_NAME:
        return ()
    from difflib import get_close_matches  # noqa: PLC0415  # only a mistake needs it

    return tuple(get_close_matches(text, list(words), n=_MOST, cutoff=0.7))
