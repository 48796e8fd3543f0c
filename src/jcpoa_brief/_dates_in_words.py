"""Dates for people: EDTF as English."""

from __future__ import annotations

from typing import Final

from ._dates import read_edtf

MONTHS: Final = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""English names, whatever language the process speaks; the first is for a month that is not known."""

_MARKS: Final = {"": "", "~": "about ", "?": "perhaps "}
_OPEN: Final = ".."


def in_words(edtf: str, *, throughout: bool = False) -> str:
    """An EDTF date in English; ``throughout`` says that what it dates lasts from its first day to its last.

    Raises InvalidDateError when it is no date of the kind that this package reads.

    >>> in_words("2021-02-15?"), in_words("2018~"), in_words("../2015-07")
    ('perhaps 15 February 2021', 'about 2018', 'in or before July 2015')
    >>> in_words("2018-05/.."), in_words("2018-05/..", throughout=True)
    ('in or after May 2018', 'since May 2018')
    """
    read_edtf(edtf)
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if start == _OPEN:
        return f"until {_point(end)}" if throughout else f"{_at(end)} or before {_point(end)}"
    if end == _OPEN:
        return f"since {_point(start)}" if throughout else f"{_at(start)} or after {_point(start)}"
    return f"{_point(start)} to {_point(end)}" if throughout else f"between {_point(start)} and {_point(end)}"


def _point(text: str) -> str:
    bare = text.rstrip("?~")
    year, *smaller = map(int, bare.split("-"))
    names = (MONTHS[smaller[0]],) if smaller else ()
    days = (str(smaller[1]),) if len(smaller) > 1 else ()
    return _MARKS[text[len(bare) :]] + " ".join((*days, *names, str(year)))


def _at(text: str) -> str:
    """The word that goes with it: on a day, in a month or year."""
    return "on" if read_edtf(text).precision == "day" else "in"
