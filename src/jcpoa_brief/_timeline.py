"""Events in time, as sure as their dates are and no surer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, get_args

from ._arguments import check_flag, check_type, check_word
from ._brief import checks, events as every_event
from ._checks import date_checks
from ._dates import Precision
from ._event import Event
from ._families import only_events
from ._ids import EventId
from ._rows import Cell, html_table
from ._timeline_entry import TimelineEntry, event_row, named, readings, told
from ._when import DatesOf

_COLUMNS: Final = ("date", "event", "title", "status", "other_dates", "record_date", "verdict", "paragraphs")
_HEADS: Final[dict[Precision, str]] = {
    "day": "To the day",
    "month": "To the month",
    "year": "To the year",
    "interval": "Over a stretch of time, or at some time in it",
}


_CHECKED: Final = date_checks(checks, {event.id: event.actual for event in every_event})
"""For each event that the record dates, the checks that say so, the one that counts first."""


@dataclass(frozen=True, repr=False, slots=True)
class Timeline:
    """Events in time. Iterating gives the dated ones by the first day that their date allows, then by the last, then in
    the article's order.

    A month is not a day: which of ``2021-02`` and ``2021-02-15`` comes first is not known, so ``str`` and ``.groups``
    keep dates of different precision apart.

    >>> from jcpoa_brief import events, timeline
    >>> line = timeline(events)
    >>> len(line) + len(line.undated) == len(events)
    True
    """

    entries: tuple[TimelineEntry, ...]
    """The dated events."""
    undated: tuple[Event, ...]
    """The events without a date, in the article's order."""
    dates: DatesOf
    """Whose dates were asked for."""

    def __iter__(self) -> Iterator[TimelineEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def at(self, event: EventId | Event, /) -> TimelineEntry | None:
        """The entry of an event, by id or record; None when it is undated or not in the timeline. Raises UnknownIdError
        for an id that no event has.

        >>> from jcpoa_brief import events, timeline
        >>> timeline(events.cited_in(2)).at("us-leaves-jcpoa").precision
        'month'
        """
        asked = event if isinstance(event, Event) else _known(event)
        return next((entry for entry in self.entries if entry.event.id == asked.id), None)

    @property
    def groups(self) -> tuple[tuple[Precision, tuple[TimelineEntry, ...]], ...]:
        """The dated events by the precision of their date, the finest first; groups without events are left out.

        >>> from jcpoa_brief import events, timeline
        >>> [precision for precision, entries in timeline(events).groups][0]
        'day'
        """
        grouped = ((precision, self._of(precision)) for precision in get_args(Precision))
        return tuple((precision, entries) for precision, entries in grouped if entries)

    def _of(self, precision: Precision) -> tuple[TimelineEntry, ...]:
        return tuple(entry for entry in self.entries if entry.precision == precision)

    @property
    def parted(self) -> tuple[TimelineEntry, ...]:
        """The entries on whose date article and record part.

        >>> from jcpoa_brief import events, timeline
        >>> all(entry.checks for entry in timeline(events).parted)
        True
        """
        return tuple(entry for entry in self.entries if entry.parted)

    def rows(self) -> list[dict[str, Cell]]:
        """One flat dict an event, the undated ones last with no date, for data frames.

        >>> from jcpoa_brief import events, timeline
        >>> timeline(events).rows()[-1]["date"] is None
        True
        """
        dated = [event_row(entry.event, entry, entry.checks) for entry in self.entries]
        return dated + [event_row(event, None, _CHECKED.get(event.id, ())) for event in self.undated]

    def _repr_html_(self) -> str:
        return html_table(repr(self)[1:-1], _COLUMNS, self.rows())

    def __repr__(self) -> str:
        counts = Counter(entry.event.status.replace("_", " ") for entry in self.entries)
        said = ", ".join(f"{count} {status}" for status, count in counts.items())
        return f"<Timeline: {len(self)} dated{f' ({said})' if said else ''}, {len(self.undated)} undated>"

    def __str__(self) -> str:
        return self.text()

    def text(self, *, undated: bool = True) -> str:
        """What ``str`` gives, for a person; without the list of undated events if that is not wanted.

        >>> from jcpoa_brief import events, timeline
        >>> "Undated" in timeline(events).text(undated=False)
        False
        """
        check_flag("undated", undated)
        whose = "the article's" if self.dates == "article" else "the record's, where it gives one"
        lines = [f"{repr(self)[1:-1]}; dates are {whose}"]
        for precision, entries in self.groups:
            width = max(len(entry.in_words) for entry in entries)
            lines += ["", f"{_HEADS[precision]} ({len(entries)})"]
            lines += [f"  {entry.in_words:<{width}}  {told(entry, self.dates)}" for entry in entries]
        if self.undated and undated:
            lines += ["", f"Undated, in the article's order ({len(self.undated)})"]
            lines += [f"  {named(event)}" for event in self.undated]
        return "\n".join(lines)


def _known(key: EventId) -> Event:
    """The event with this id."""
    check_type("event", key, str, "the id or record of an event")
    return every_event[key]


def _entry(event: Event, dates: DatesOf) -> TimelineEntry | None:
    """The event at its date, or None where there is none."""
    checked = _CHECKED.get(event.id, ())
    article = tuple(when.edtf for when in readings(event))
    record = tuple(dict.fromkeys(check.date for check in checked if check.date))
    if dates == "record" and record:
        return TimelineEntry(event, record[0], "record", record[1:], checked)
    return TimelineEntry(event, article[0], "article", article[1:], checked) if article else None


def timeline(events: Iterable[Event], /, *, dates: DatesOf = "article") -> Timeline:
    """The events in time, grouped by how finely they are dated, the undated ones apart.

    Every event that is passed is in it, once, whatever its status, and each is marked with its status: pass
    ``events.actual`` for what the article takes for real. Readings of a date that cannot both hold stand side by side
    in one entry, which is placed by ``event.date``.

    Args:
        events: Any selection of events.
        dates: ``article`` places events by the article's dates. ``record`` places them by the independent record's
            where a check gives one, be it of the date or, for an event that is actual, of another aspect; it may date
            an event that the article leaves undated. Where the record has none it is the article's; each entry says
            which.

    Raises:
        UnknownValueError: ``dates`` is neither.
        WrongTypeError: Something else than an event is among them.

    >>> from jcpoa_brief import events, timeline
    >>> print(timeline([events["us-leaves-jcpoa"]]).entries[0].in_words)
    May 2018
    >>> timeline(events, dates="record").at("us-leaves-jcpoa").date
    '2018-05-08'
    """
    check_word("dates", dates, get_args(DatesOf))
    unique = {event.id: event for event in only_events(events, "timeline")}
    placed = {key: _entry(event, dates) for key, event in unique.items()}
    entries = sorted((entry for entry in placed.values() if entry), key=_in_time)
    undated = sorted((unique[key] for key, entry in placed.items() if entry is None), key=lambda one: one.citations)
    return Timeline(tuple(entries), tuple(undated), dates)


def _in_time(entry: TimelineEntry) -> tuple[object, ...]:
    days = entry.range
    return (days.earliest or date.min, days.latest or date.max, entry.event.citations, entry.event.id)
