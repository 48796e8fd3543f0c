"""When an event can have happened: all its possible dates, by the article or by the sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from math import isqrt
from typing import Final, Literal, TypeAlias

from .._model.dates import BriefDate, DateLike, DateRange, as_range
from .._model.event import Event, article_dates
from .._model.vocabulary import STATUSES
from ..errors import InvalidDateError
from .index import FamilyIndex, Positions
from .relations import Relations

DatesOf: TypeAlias = Literal["article", "record"]
"""Which dates are used: ``article``, those that the article prints; or ``record``, those that independent sources (the
historical record) give, wherever a check has one."""

_BLOCK = 128  # date ranges in a block, at least; a block that ends too early is skipped


class Dates:
    """Every range of days that the dates of some events allow, by the position of the event."""

    __slots__ = ("_blocks", "_places", "_size", "_starts", "_stops", "readings", "undated")

    def __init__(self, readings: Sequence[Sequence[DateRange]]) -> None:
        self.readings: Final = readings
        self.undated: Final[Positions] = tuple(place for place, each in enumerate(readings) if not each)
        spans = sorted((*days.sort_key, place) for place, each in enumerate(readings) for days in each)
        self._starts: Final = [start for start, _, _ in spans]
        self._stops: Final = [stop for _, stop, _ in spans]
        self._places: Final = [place for _, _, place in spans]
        self._size: Final = max(_BLOCK, isqrt(len(spans)))
        self._blocks: Final = [
            (low, max(self._stops[low : low + self._size])) for low in range(0, len(spans), self._size)
        ]

    def overlapping(self, days: DateRange) -> Positions:
        """The events with a date that shares a day with these days."""
        start, end = days.sort_key
        before = bisect_right(self._starts, end)
        found = set[int]()
        for low, latest in self._blocks[: -(-before // self._size)]:
            if latest >= start:
                held = slice(low, min(low + self._size, before))
                pairs = zip(self._places[held], self._stops[held], strict=True)
                found.update([place for place, stop in pairs if stop >= start])
        return tuple(sorted(found))

    def wholly_inside(self, places: Positions, days: DateRange) -> Positions:
        """Those of some events whose possible dates all lie wholly inside some days."""
        return tuple(at for at in places if all(_is_inside(reading, days) for reading in self.readings[at]))


def dates_of(index: FamilyIndex[Event], whose: DatesOf) -> Dates:
    """The dates of all events, cached."""
    return index.cached_table(
        whose, lambda events: Dates([tuple(_readings(event, whose, index.relations)) for event in events])
    )


def _readings(event: Event, whose: DatesOf, relations: Relations) -> Iterator[DateRange]:
    """The possible dates of an event."""
    if whose == "record" and event.id in relations.record_dates:
        yield relations.record_dates[event.id]
        return
    for reading in article_dates(event):
        days = reading.range
        if days.latest is None and STATUSES[event.status].time in ("past", "present"):  # it reports nothing later
            days = days._replace(latest=max(filter(None, (days.earliest, relations.finished)), default=None))
        yield days


def interval(start: DateLike | None, end: DateLike | None) -> DateRange:
    """The days from one date to another, inclusive. Raises InvalidDateError if it ends before it starts."""
    first, last = as_range(start, "start"), as_range(end, "end")
    if first.sort_key[0] > last.sort_key[1]:
        raise InvalidDateError(f"{start}/{end}", "it ends before it starts")
    return DateRange(first.earliest, last.latest, "interval")


def _is_inside(reading: DateRange, days: DateRange) -> bool:
    """Whether a date lies wholly inside these days."""
    after = days.earliest is None or (reading.earliest is not None and reading.earliest >= days.earliest)
    before = days.latest is None or (reading.latest is not None and reading.latest <= days.latest)
    return after and before


def time_order(when: BriefDate | DateRange | None) -> tuple[bool, tuple[date, date]]:
    """A key that sorts events by first, then by last possible day of their date, the undated ones last."""
    return (when is None, when.sort_key if when else (date.max, date.max))
