"""Dates that say how much is known: EDTF level 0, ``?``, ``~`` and open intervals.

Source: Extended Date/Time Format, Library of Congress, 2019 (ISO 8601-2:2019, annex A): level 0, and of level 1 only
the qualifiers ``?`` and ``~`` and the open end ``..``.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple, Self, TypeAlias, cast

from pydantic import Field, model_validator

from .._argument_checks import check_type, is_whole
from .._messages import describe
from .._public_class import public
from ..errors import DateOrderError, InvalidDateError, WrongTypeError
from .record import Citation, Entry

Precision: TypeAlias = Literal["day", "month", "year", "interval"]
"""How precisely a date is given. An ``interval`` has two ends, one of which may be open."""

Reading: TypeAlias = Literal["within", "throughout"]
"""Whether an event happens at some time in the range of its date (``within``), or lasts for the whole range
(``throughout``)."""

DateBasis: TypeAlias = Literal["stated", "year_inferred", "relative", "inferred"]
"""What a date rests on: ``stated`` in full; stated without the year (``year_inferred``); ``relative`` to another date
in the article; ``inferred`` from the context."""

DateLike: TypeAlias = str | date | int
"""An EDTF text such as ``2021-02``, a ``datetime.date``, or a year as a number."""

_MOST_WORDS: Final = 8  # more would quote the article; the citations carry the rest
_POINT: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~]?)", re.ASCII)
_WANTED: Final = "want EDTF such as 2021, 2021-02, 2021-02-25, 2021-02~, 2021-02-01/2021-02-25 or 2021-02/.."
_OPEN: Final = ".."
_DECEMBER: Final = 12


@public
class DateRange(NamedTuple):
    """The days that an EDTF text allows. Two of them compare by ``<`` as two ``BriefDate`` do, or raise DateOrderError.

    >>> read_edtf("2021-02").latest
    datetime.date(2021, 2, 28)
    """

    earliest: date | None
    """The first day, or None when the start is open."""
    latest: date | None
    """The last day (inclusive), or None when the end is open."""
    precision: Precision

    @property
    def sort_key(self) -> tuple[date, date]:
        """A key that sorts any dates: by the first day, then by the last; an open end comes before or after every day.

        >>> read_edtf("../2021").sort_key < read_edtf("2021").sort_key < read_edtf("2021/..").sort_key
        True
        """
        return (self.earliest or date.min, self.latest or date.max)

    def is_before(self, other: DateRange) -> bool | None:
        """Whether every day of this comes before every day of the other; None if they overlap and are not the same, so
        that neither is known to be earlier.

        >>> february, day = read_edtf("2021-02"), read_edtf("2021-02-15")
        >>> day.is_before(read_edtf("2021-03")), read_edtf("2021-03").is_before(day), february.is_before(day)
        (True, False, None)
        """
        overlap = self.overlaps(other)
        return None if overlap and self[:2] != other[:2] else self.sort_key < other.sort_key

    def overlaps(self, other: DateRange) -> bool:
        """Whether some day lies in both.

        >>> read_edtf("2021-02/..").overlaps(read_edtf("2021-02-28"))
        True
        """
        check_type("other", other, DateRange, "another DateRange")
        return self.sort_key[0] <= other.sort_key[1] and other.sort_key[0] <= self.sort_key[1]

    # All four, since a tuple has them: its order would go by the first days, whatever days are in both, and fail at an
    # open end.

    def __lt__(self, other: object) -> bool:
        return self._before(other) if isinstance(other, DateRange) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return other._before(self) if isinstance(other, DateRange) else NotImplemented

    def __le__(self, other: object) -> bool:
        return not other._before(self) if isinstance(other, DateRange) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return not self._before(other) if isinstance(other, DateRange) else NotImplemented

    def _before(self, other: DateRange) -> bool:
        """``is_before``, where the answer is known. Raises DateOrderError."""
        before = self.is_before(other)
        if before is None:
            first, second = (f"{days.earliest or _OPEN}/{days.latest or _OPEN}" for days in (self, other))
            raise DateOrderError(first, second)
        return before


def _days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return 31 if month == _DECEMBER else (date(year, month + 1, 1) - timedelta(days=1)).day


def _widened(first: date, last: date, precision: Precision) -> tuple[date, date]:
    """An approximate date, extended on each side by one unit of its precision."""
    one = timedelta(days=1)
    try:
        if precision == "day":
            return first - one, last + one
        if precision == "year":
            return first.replace(year=first.year - 1), last.replace(year=last.year + 1)
        after = last + one
        return (first - one).replace(day=1), after.replace(day=_days_in(after.year, after.month))
    except (OverflowError, ValueError):  # at the first and last year of all there is nothing to widen into
        return first, last


def _point(text: str, whole: str) -> DateRange:
    """The days of a single date; ``whole`` is the text to name in an error."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise InvalidDateError(whole, _WANTED)
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    if not year:
        raise InvalidDateError(whole, "years run from 0001 to 9999")
    if month is not None and not 1 <= month <= _DECEMBER:
        raise InvalidDateError(whole, f"there is no month {month:02}")
    length = _days_in(year, month or _DECEMBER)
    if day is not None and not 1 <= day <= length:
        raise InvalidDateError(whole, f"{year:04}-{month:02} has {length} days")
    precision: Precision = "year" if month is None else "month" if day is None else "day"
    first, last = date(year, month or 1, day or 1), date(year, month or _DECEMBER, day or length)
    if match[4] == "~":
        first, last = _widened(first, last, precision)
    return DateRange(first, last, precision)


@lru_cache(maxsize=1024)  # a program asks about the same few days again and again
def read_edtf(text: str) -> DateRange:
    """The days that an EDTF text allows; ``~`` extends each end by one unit of its precision: a day, month or year.

    Raises InvalidDateError for a text that is not a date, a day that does not exist, or an interval that ends before it
    starts.

    >>> read_edtf("2020-12").earliest, read_edtf("2020-12~").earliest
    (datetime.date(2020, 12, 1), datetime.date(2020, 11, 1))
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _point(text, text)
    if start == end == _OPEN:
        raise InvalidDateError(text, "at least one end must be given")
    first = None if start == _OPEN else _point(start, text)
    last = None if end == _OPEN else _point(end, text)
    if first and last and first.sort_key[0] > last.sort_key[1]:
        raise InvalidDateError(text, "it ends before it starts")
    return DateRange(first.earliest if first else None, last.latest if last else None, "interval")


def as_range(when: DateLike | None, argument: str = "date") -> DateRange:
    """The days that a text, a ``date``, a year or None (no limit) stands for. Raises WrongTypeError for any other type,
    InvalidDateError for a text that is not a date.
    """
    plain = _OPEN if when is None else plain_date(argument, when)
    if plain == _OPEN:
        return DateRange(None, None, "interval")
    return read_edtf(plain) if isinstance(plain, str) else DateRange(plain, plain, "day")


def plain_date(argument: str, value: DateLike) -> str | date:
    """A day as a ``date``, everything else as text. Raises WrongTypeError for any other type, InvalidDateError for a
    number that is not a year.
    """
    if not isinstance(value, str | date) and is_whole(value):
        if not 0 < value <= date.max.year:
            raise InvalidDateError(describe(value), f"want a year from 1 to {date.max.year}")
        return f"{int(value):04}"
    check_type(argument, value, (str, date), wanted := "a datetime.date, a year, or EDTF text such as '2021-02'")
    if value != value:  # noqa: PLR0124  # pandas' NaT, which means no date, is a date that does not equal itself
        raise WrongTypeError(argument, value, wanted)
    return value.date() if isinstance(value, datetime) else cast("str | date", value)


class BriefDate(Entry, frozen=True):
    """When an event took place by the article, and how certain that is. It is not a ``datetime.date``: a month is not a
    day. Two dates compare by ``<`` if all days of one come before all days of the other, or both allow the same days.
    Otherwise DateOrderError is raised; ``sort_key`` sorts any dates.

    >>> when = events["us-leaves-jcpoa"].date
    >>> print(when, when.precision, when.latest)
    2018-05 month 2018-05-31
    """

    as_written: str = Field(min_length=1)
    """The article's words for it, at most eight; the citations cover the rest."""
    citations: tuple[Citation, ...] = Field(min_length=1)
    """The place of those words."""
    edtf: str
    """The date in EDTF, level 0 with ``?`` (uncertain), ``~`` (approximate) and open intervals."""
    earliest: date | None
    """The first day it allows; none if the start is open. ``~`` extends the range by one unit of the precision."""
    latest: date | None
    """The last day it allows (inclusive); none if the end is open."""
    precision: Precision
    """How precisely it is given."""
    reading: Reading
    """Whether the event happens at some time in the range (``within``) or lasts for all of it (``throughout``)."""
    basis: DateBasis
    """What the date rests on."""

    @property
    def range(self) -> DateRange:
        """The days that it allows."""
        return DateRange(self.earliest, self.latest, self.precision)

    @property
    def certain(self) -> bool:
        """Whether it has neither ``?`` nor ``~``."""
        return not (self.is_uncertain or self.is_approximate)

    @property
    def is_uncertain(self) -> bool:
        """Whether it has ``?``: it may be another date.

        >>> when = events["us-airstrike-in-syria"].date
        >>> print(when, when.is_uncertain, when.is_approximate)
        2021-02-15? True False
        """
        return "?" in self.edtf

    @property
    def is_approximate(self) -> bool:
        """Whether it has ``~``: it may be one unit of its precision earlier or later."""
        return "~" in self.edtf

    @property
    def sort_key(self) -> tuple[date, date]:
        """A key that sorts any dates: by first day, then by last; an open end comes before or after every day."""
        return self.range.sort_key

    # For ``>`` and ``>=`` Python asks the other date.

    def __lt__(self, other: object) -> bool:
        return self._before(other) if isinstance(other, BriefDate) else NotImplemented

    def __le__(self, other: object) -> bool:
        return not other._before(self) if isinstance(other, BriefDate) else NotImplemented

    def _before(self, other: BriefDate) -> bool:
        """Whether it is earlier. Raises DateOrderError if the two have days in common and are not the same."""
        before = self.range.is_before(other.range)
        if before is None:
            raise DateOrderError(self.edtf, other.edtf)
        return before

    @property
    def label(self) -> str:
        """The date in words.

        >>> events["us-leaves-jcpoa"].date.label
        'May 2018'
        """
        return in_words(self.edtf, throughout=self.reading == "throughout")

    def __str__(self) -> str:
        return self.edtf

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if len(self.as_written.split()) > _MOST_WORDS:
            raise ValueError(f"as_written has more than {_MOST_WORDS} words: {self.as_written!r}")
        if (days := read_edtf(self.edtf)) != self.range:
            raise ValueError(f"{self.edtf!r} means {days.earliest} to {days.latest}, precision {days.precision}")
        return self


MONTHS: Final = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""English names, in any locale; the first stands for an unknown month."""

_MARKS: Final = {"": "", "~": "about ", "?": "perhaps "}


def in_words(edtf: str, *, throughout: bool = False) -> str:
    """An EDTF date in English; with ``throughout``, for something that lasts from its first day to its last.

    Raises InvalidDateError for a text that is not a date.

    >>> in_words("2021-02-15?"), in_words("2018~"), in_words("../2015-07")
    ('perhaps 15 February 2021', 'about 2018', 'in or before July 2015')
    >>> in_words("2018-05/.."), in_words("2018-05/..", throughout=True)
    ('in or after May 2018', 'since May 2018')
    """
    read_edtf(edtf)
    start, slash, end = edtf.partition("/")
    if not slash:
        return _spoken(edtf)
    if start == _OPEN:
        return f"until {_spoken(end)}" if throughout else f"{_preposition(end)} or before {_spoken(end)}"
    if end == _OPEN:
        return f"since {_spoken(start)}" if throughout else f"{_preposition(start)} or after {_spoken(start)}"
    return f"{_spoken(start)} to {_spoken(end)}" if throughout else f"between {_spoken(start)} and {_spoken(end)}"


def _spoken(text: str) -> str:
    """A single date in words."""
    bare = text.rstrip("?~")
    year, *smaller = map(int, bare.split("-"))
    names = (MONTHS[smaller[0]],) if smaller else ()
    days = (str(smaller[1]),) if len(smaller) > 1 else ()
    return _MARKS[text[len(bare) :]] + " ".join((*days, *names, str(year)))


def _preposition(text: str) -> str:
    """The word that goes with it: on a day, in a month or year."""
    return "on" if read_edtf(text).precision == "day" else "in"
