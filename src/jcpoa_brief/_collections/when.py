"""When an event can have happened: every reading of its date, the article's or the record's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, TypeAlias

from .._model.dates import DateLike, DateRange, as_range
from .._model.event import Event
from .._model.vocabulary import STATUSES
from ..errors import InvalidDateError
from .index import FamilyIndex, Positions
from .relations import Relations

_FIRST = 0  # before the ordinal of any date

_LAST = 10**7  # behind it

_LEAF = 16  # intervals below a leaf of the tree: so few are looked through faster than a tree over them is walked


class Intervals:
    """Date ranges, each with the position of the record that it belongs to."""

    __slots__ = ("_latest", "_positions", "_size", "_starts", "_stops")

    def __init__(self, ranges: Iterable[tuple[DateRange, int]]) -> None:
        spans = sorted((*_ordinals(days), position) for days, position in ranges)
        self._starts = [start for start, _, _ in spans]
        self._stops = [stop for _, stop, _ in spans]
        self._positions = [position for _, _, position in spans]
        leaves = [max(self._stops[low : low + _LEAF]) for low in range(0, len(spans), _LEAF)]
        self._size = 1 << max(0, len(leaves) - 1).bit_length()
        self._latest = [-1] * self._size + leaves + [-1] * (self._size - len(leaves))
        for node in range(self._size - 1, 0, -1):
            self._latest[node] = max(self._latest[2 * node], self._latest[2 * node + 1])

    def overlapping(self, days: DateRange) -> tuple[int, ...]:
        """The positions whose range shares a day with the given one, ascending, each once."""
        start, end = _ordinals(days)
        before = bisect_right(self._starts, end)
        found = set[int]()
        for leaf in self._reaching(start, before):
            held = slice(leaf, min(leaf + _LEAF, before))
            pairs = zip(self._positions[held], self._stops[held], strict=True)
            found.update([position for position, stop in pairs if stop >= start])
        return tuple(sorted(found))

    def _reaching(self, start: int, before: int) -> Iterator[int]:
        """Where those leaves begin, before a place, that hold an interval which ends at ``start`` or later."""
        waiting = [(1, 0, self._size * _LEAF)]
        while waiting:
            node, low, high = waiting.pop()
            if low >= before or self._latest[node] < start:
                continue
            if high - low == _LEAF:
                yield low
            else:
                middle = (low + high) // 2
                waiting += [(2 * node, low, middle), (2 * node + 1, middle, high)]


def _ordinals(days: DateRange) -> tuple[int, int]:
    """First and last day as numbers; an open end lies beyond every date."""
    return (
        days.earliest.toordinal() if days.earliest else _FIRST,
        days.latest.toordinal() if days.latest else _LAST,
    )


DatesOf: TypeAlias = Literal["article", "record"]
"""Whose dates count: those the ``article`` prints, or the ``record``'s wherever a check gives one."""


def readings(index: FamilyIndex[Event], dates: DatesOf) -> Sequence[Sequence[DateRange]]:
    """For each event every range of days that its date can mean, none when it is undated; made once."""

    def make(events: Sequence[Event]) -> Sequence[Sequence[DateRange]]:
        return tuple(_readings(event, dates, index.relations) for event in events)

    return index.made(f"readings of {dates}", make)


def _readings(event: Event, dates: DatesOf, relations: Relations) -> Sequence[DateRange]:
    if dates == "record" and event.id in relations.record_dates:
        return (relations.record_dates[event.id],)
    told = (reading.range for reading in (event.date, *event.other_dates) if reading is not None)
    begun = STATUSES[event.status].time in ("past", "present")
    return tuple(_closed(days, relations.finished) if begun else days for days in told)


def _closed(days: DateRange, finished: date | None) -> DateRange:
    """The range, an open end of it closed by the last day on which the article can have been finished: it can tell of
    no later one.
    """
    if days.latest is not None:
        return days
    return days._replace(latest=max(filter(None, (days.earliest, finished)), default=None))


def intervals(index: FamilyIndex[Event], dates: DatesOf) -> Intervals:
    """All readings of all events, made once."""

    def make(_: Sequence[Event]) -> Intervals:
        return Intervals((days, place) for place, each in enumerate(readings(index, dates)) for days in each)

    return index.made(f"intervals of {dates}", make)


def undated(index: FamilyIndex[Event], dates: DatesOf) -> Positions:
    """The events without any reading; made once."""

    def make(_: Sequence[Event]) -> Positions:
        return tuple(place for place, each in enumerate(readings(index, dates)) if not each)

    return index.made(f"undated in {dates}", make)


def interval(start: DateLike | None, end: DateLike | None) -> DateRange:
    """The days from one date to another, both included; raises InvalidDateError when it ends before it starts."""
    first, last = as_range(start, "start"), as_range(end, "end")
    if first.earliest and last.latest and first.earliest > last.latest:
        raise InvalidDateError(f"{start}/{end}", "it ends before it starts")
    return DateRange(first.earliest, last.latest, "interval")


def inside(reading: DateRange, days: DateRange) -> bool:
    """Whether no day of the reading lies outside the other days."""
    after = days.earliest is None or (reading.earliest is not None and reading.earliest >= days.earliest)
    before = days.latest is None or (reading.latest is not None and reading.latest <= days.latest)
    return after and before


def time_order(event: Event) -> tuple[bool, tuple[date, date]]:
    """A key that sorts events by first, then by last possible day, the undated ones last."""
    return (event.date is None, event.date.sort_key if event.date else (date.max, date.max))
