"""What messages have in common: how they show values, counts and lists of names, and "did you mean"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

LONGEST_VALUE: Final = 80  # characters of a value that an error shows
_LONGEST_NAME: Final = 200  # no id or name is as long; comparing a longer text would only take time
MOST_NEAR: Final = 3  # names that are suggested for an unknown one
_ALIKE: Final = 0.8  # how like it a near miss is: one letter of five is another
_FOUR, _ALIKE_OF_FOUR = 4, 0.75  # letters: of four, one may be another or two may change places
_LISTED: Final = 16  # a person reads a dozen names, not two hundred


def listed(names: tuple[str, ...]) -> str:
    """The names by their repr, as many as a reader can take in."""
    shown = ", ".join(map(repr, names[:_LISTED]))
    return f"{shown}, … ({len(names)} in all)" if len(names) > _LISTED else shown


def describe(value: object) -> str:
    """A value by its repr, shortened if it is long; a record by its type and id."""
    key = getattr(value, "id", None)
    if isinstance(key, str):
        return f"the {type(value).__name__} {key!r}"
    try:
        said = repr(value)
    except ValueError:  # a whole number of more digits than Python prints
        return f"something too long to print, of type {type(value).__name__}"
    return said if len(said) <= LONGEST_VALUE else f"{said[:LONGEST_VALUE]}…"


def counted(values: Iterable[object]) -> str:
    """How many there are of each, in the order of first appearance; of a mapping, its counts."""
    return ", ".join(f"{count} {value}" for value, count in Counter(values).items())


def paragraph_list(numbers: Iterable[int]) -> str:
    """Paragraphs as ``¶1, ¶4``; empty for none."""
    return ", ".join(f"¶{number}" for number in numbers)


def first_lines(items: Sequence[object], most: int) -> list[str]:
    """The first of some items, a line each, and how many more there are."""
    rest = [f"  … and {len(items) - most} more"] if len(items) > most else []
    return [f"  {item}" for item in items[:most]] + rest


def near_misses(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """Up to three words that look most like a text, best first; case does not matter. None for a text longer than any
    name.
    """
    if not 0 < len(text) <= _LONGEST_NAME:
        return ()
    plain, typed = {word.casefold(): word for word in words}, text.casefold()
    if typed in plain:
        return (plain[typed],)
    from difflib import get_close_matches  # noqa: PLC0415  # only a mistake needs it

    cutoff = _ALIKE_OF_FOUR if len(typed) == _FOUR else _ALIKE
    return tuple(plain[word] for word in get_close_matches(typed, plain, n=MOST_NEAR, cutoff=cutoff))


def did_you_mean(near: Iterable[str], show: Callable[[str], str] = repr) -> str:
    """The end of every message about an unknown word: the words that look like it, or nothing."""
    shown = " or ".join(map(show, near))
    return f"; did you mean {shown}?" if shown else ""
