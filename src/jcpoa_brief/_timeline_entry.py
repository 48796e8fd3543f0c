"""One event in time, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ._checks import Check
from ._dates import BriefDate, DateRange, Precision, read_edtf
from ._dates_in_words import in_words
from ._event import Event
from ._rows import Cell
from ._when import DatesOf

_PART: Final = ("differs", "disputed")


@dataclass(frozen=True, repr=False, slots=True)
class TimelineEntry:
    """One event at its date.

    >>> from jcpoa_brief import events, timeline
    >>> entry = timeline(events).at("us-leaves-jcpoa")
    >>> entry.date, entry.source, entry.in_words
    ('2018-05', 'article', 'May 2018')
    """

    event: Event
    """The event; look at its ``status`` before you count it."""
    date: str
    """The date by which it is placed, in EDTF."""
    source: DatesOf
    """Whose date that is."""
    other_dates: tuple[str, ...]
    """Further readings, in EDTF, which cannot hold together with ``date``: the article's where the date is the
    article's, else the record's."""
    checks: tuple[Check, ...]
    """The checks that give the record's date: of the event's date, or else of another side of it; often none."""

    @property
    def range(self) -> DateRange:
        """The days that the date allows."""
        return read_edtf(self.date)

    @property
    def precision(self) -> Precision:
        """How finely the date is given."""
        return self.range.precision

    @property
    def article_date(self) -> str | None:
        """The article's date in EDTF, where it has one."""
        return self.event.date.edtf if self.event.date else None

    @property
    def record_date(self) -> str | None:
        """The record's date in EDTF, where a check gives one."""
        return _record_date(self.checks)

    @property
    def parted(self) -> bool:
        """Whether a check of the date finds that the record differs from the article, or that sources dispute it."""
        return any(check.aspect == "date" and check.verdict in _PART for check in self.checks)

    @property
    def in_words(self) -> str:
        """The date for a person, readings that cannot both hold side by side."""
        if self.source == "article":
            return _article_words(self.event)
        throughout = bool(self.event.date and self.event.date.reading == "throughout")
        return " or ".join(in_words(text, throughout=throughout) for text in (self.date, *self.other_dates))

    def __repr__(self) -> str:
        return f"<TimelineEntry: {self}>"

    def __str__(self) -> str:
        return f"{self.in_words}  {told(self)}"


def readings(event: Event) -> tuple[BriefDate, ...]:
    """The article's date of an event with its other readings; none where it is undated."""
    return () if event.date is None else (event.date, *event.other_dates)


def _article_words(event: Event) -> str:
    return " or ".join(in_words(when.edtf, throughout=when.reading == "throughout") for when in readings(event))


def named(event: Event) -> str:
    """An event's title, status and paragraphs."""
    status = event.status.replace("_", " ") + (f", {event.modality}" if event.modality else "")
    return f"{event.title} [{status}] {', '.join(f'¶{number}' for number in event.paragraphs)}"


def told(entry: TimelineEntry, asked: DatesOf = "article") -> str:
    """An event, what its date rests on, and what the other side says of the date."""
    event = entry.event
    if entry.source == "record":
        notes = ["by the record" if event.date else "by the record alone"]
    else:
        basis = readings(event)[0].basis.replace("_", " ")
        notes = [basis if asked == "article" else f"by the article, {basis}"]
    return f"{named(event)}  ({'; '.join((*notes, *_other_side(entry)))})"


def _other_side(entry: TimelineEntry) -> Iterator[str]:
    if entry.source == "record" and entry.event.date:
        verdicts = ", ".join(map(_verdict, entry.checks))
        yield f"the article has {_article_words(entry.event)}: {verdicts}"
    elif entry.source == "article":
        for check in entry.checks:
            if check.date is not None and check.aspect == "date" and check.verdict != "agrees":
                yield f"the record has {in_words(check.date)}: {check.verdict}"


def _verdict(check: Check) -> str:
    """A check's verdict, with the side of the event that it looked at where that is not the date."""
    return check.verdict if check.aspect == "date" else f"{check.aspect} {check.verdict}"


def _record_date(checked: Sequence[Check]) -> str | None:
    return next((check.date for check in checked), None)


def event_row(event: Event, entry: TimelineEntry | None, checked: Sequence[Check]) -> dict[str, Cell]:
    """An event as a flat dict, dated by its entry where it has one, with what the record says of its date."""
    earliest: date | None = entry.range.earliest if entry else None
    latest: date | None = entry.range.latest if entry else None
    return {
        "date": entry.date if entry else None,
        "earliest": str(earliest) if earliest else None,
        "latest": str(latest) if latest else None,
        "precision": entry.precision if entry else None,
        "source": entry.source if entry else None,
        "event": event.id,
        "title": event.title,
        "status": event.status,
        "modality": event.modality,
        "other_dates": "; ".join(entry.other_dates) if entry else "",
        "article_date": event.date.edtf if event.date else None,
        "record_date": _record_date(checked),
        "verdict": "; ".join(map(_verdict, checked)),
        "paragraphs": "; ".join(map(str, event.paragraphs)),
    }
