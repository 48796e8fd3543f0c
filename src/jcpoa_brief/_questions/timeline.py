"""Events in time, with how certain their dates are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, get_args

from .._argument_checks import check_flag, check_word
from .._collections.checks import verdict_in_words
from .._collections.date_overlaps import DatesOf
from .._collections.table_columns import Row, Tabular, cited_paragraphs, date_cells, joined
from .._lazy import renamed
from .._load.loaded import relations
from .._messages import counted
from .._model.check import Check
from .._model.dates import DateRange, Precision, in_words, read_edtf
from .._model.event import Event, article_dates, status_in_words
from .._model.ids import EventId
from .._model.vocabulary import CONTRADICTING, EARLIER_FIRST
from .._public_class import public
from .all_records import CHECKS_OF, DATE_CHECKS, only_events


@public
@dataclass(frozen=True, repr=False, slots=True)
class TimelineEntry:
    """One event at its date.

    >>> entry = timeline(events).at("us-leaves-jcpoa")
    >>> entry.date, entry.source, entry.label
    ('2018-05', 'article', 'May 2018')
    """

    event: Event
    """The event; look at its ``status`` before you count it."""
    date: str
    """The date by which it is placed, in EDTF."""
    source: DatesOf
    """Whether that is the ``article``'s date or the sources' (``record``)."""
    other_dates: tuple[str, ...]
    """Alternative dates in EDTF, which contradict ``date``; they come from where ``date`` comes from."""
    checks: tuple[Check, ...]
    """The checks that give the sources' date: checks of the event's date, or else of another aspect; often none."""

    @property
    def range(self) -> DateRange:
        """The days that the date allows."""
        return read_edtf(self.date)

    @property
    def precision(self) -> Precision:
        """How precisely the date is given."""
        return self.range.precision

    @property
    def is_doubtful(self) -> bool:
        """Whether the date is uncertain or approximate, or has alternatives."""
        return bool(self.other_dates) or "?" in self.date or "~" in self.date

    @property
    def article_date(self) -> str | None:
        """The article's date in EDTF, if there is one."""
        return self.event.date.edtf if self.event.date else None

    @property
    def record_date(self) -> str | None:
        """The date that the sources give, in EDTF, if a check has one."""
        return next((check.date for check in self.checks), None)

    @property
    def has_discrepancy(self) -> bool:
        """Whether a check of the date or the order finds that sources contradict the article or each other."""
        return any(
            check.about == self.event.id and check.aspect in ("date", "order") and check.verdict in CONTRADICTING
            for check in (*self.checks, *CHECKS_OF.get(self.event.id, ()))
        )

    parted: ClassVar[property] = renamed("parted", "has_discrepancy")

    @property
    def label(self) -> str:
        """The date in words, with its alternatives."""
        if self.source == "article":
            return article_label(self.event)
        throughout = bool(self.event.date and self.event.date.reading == "throughout")
        return " or ".join(in_words(text, throughout=throughout) for text in (self.date, *self.other_dates))

    in_words: ClassVar[property] = renamed("in_words", "label")

    def __repr__(self) -> str:
        return f"<TimelineEntry: {self}>"

    def __str__(self) -> str:
        return f"{self.label}  {describe_entry(self)}"


def article_label(event: Event) -> str:
    """The article's date of an event in words; empty if it has none."""
    return " or ".join(when.label for when in article_dates(event))


def describe_event(event: Event) -> str:
    """An event's title, status and paragraphs."""
    return f"{event.title} [{status_in_words(event)}] {cited_paragraphs(event)}"


def describe_entry(entry: TimelineEntry, asked: DatesOf = "article") -> str:
    """An event, what its date rests on, the date by article or sources if it is another one, and what checks find on
    anything else of the event, its figures and quotes included.
    """
    event = entry.event
    notes = ["by the sources" if event.date else "only by the sources"]
    of_date = [check for check in entry.checks if check.aspect == "date"]
    if entry.source == "article":
        basis = article_dates(event)[0].basis.replace("_", " ")
        notes = [basis if asked == "article" else f"by the article, {basis}"]
        differing = (check for check in of_date if check.verdict != "agrees")
        notes += (f"sources have {in_words(check.date)}: {check.verdict}" for check in differing if check.date)
    elif event.date:
        verdicts = f": {', '.join(check.verdict for check in of_date)}" if of_date else ""
        notes.append(f"the article has {article_label(event)}{verdicts}")
    found = findings(event)  # several by their titles, so that no verdict hides another
    notes += (f"{check.title}: {check.verdict}" if found[1:] else verdict_in_words(check) for check in found)
    return f"{describe_event(event)}  ({'; '.join(notes)})"


def findings(event: Event) -> list[Check]:
    """The checks that do not agree on anything but the date of an event, its figures and quotes included, the most
    serious first.
    """
    return [check for check in CHECKS_OF.get(event.id, ()) if check.aspect != "date" and check.verdict != "agrees"]


def _event_row(event: Event, entry: TimelineEntry | None, checked: Sequence[Check]) -> Row:
    """An event as a row, with its date by article and sources; a verdict on another aspect than the date says which."""
    recorded = next((check.date for check in checked), None)
    verdicts = (check.verdict if check.aspect == "date" else f"{check.aspect} {check.verdict}" for check in checked)
    return {
        "date": entry.date if entry else None,
        "date_label": entry.label if entry else None,
        "date_earliest": entry.range.earliest if entry else None,
        "date_latest": entry.range.latest if entry else None,
        "precision": entry.precision if entry else None,
        "source": entry.source if entry else None,
        "event": event.id,
        "title": event.title,
        "status": event.status,
        "modality": event.modality,
        "other_dates": joined(entry.other_dates) if entry else None,
        "article_date": event.date.edtf if event.date else None,
        "record_date": recorded,
        **date_cells("record_date", recorded),
        "verdict": joined(verdicts),
        "contradicted_by": joined(relations.contradicted_by(event.id)),
        "paragraphs": joined(event.paragraphs),
    }


_HEADS: Final[dict[Precision, str]] = {
    "day": "To the day",
    "month": "To the month",
    "year": "To the year",
    "interval": "Over a stretch of time, or at some time in it",
}

_WIDEST_DATE: Final = 45
"""The width of the column of dates; a longer date only moves its own row."""


@public
@dataclass(frozen=True, repr=False, slots=True)
class Timeline(Tabular):
    """Events in time. Iterating gives the dated ones by the first day that their date allows, then by the last, of the
    same days the doubtful ones last, then in the article's order. But no event stands before one that it answers,
    reverses or follows by a link, if their dates overlap.

    A month is not a day: which of ``2021-02`` and ``2021-02-15`` comes first is not known, so ``str`` and ``.groups``
    keep dates of different precision apart.

    >>> line = timeline(events)
    >>> len(line) + len(line.undated) == len(events)
    True
    """

    entries: tuple[TimelineEntry, ...]
    """The dated events."""
    undated: tuple[Event, ...]
    """The events without a date, in the article's order."""
    dates: DatesOf
    """Which dates were asked for: ``article`` or ``record``."""
    _shown = ("date_label", "event", "title", "status", "record_date_label", "verdict", "paragraphs")

    def __iter__(self) -> Iterator[TimelineEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def at(self, event: EventId | Event, /) -> TimelineEntry | None:
        """The entry of an event, by id or record; None if it is undated or not in the timeline. Raises UnknownIdError
        for an unknown id.

        >>> timeline(events.cited_in(2)).at("us-leaves-jcpoa").precision
        'month'
        """
        key = event.id if isinstance(event, Event) else relations.resolve("events", event, "event")
        return next((entry for entry in self.entries if entry.event.id == key), None)

    @property
    def groups(self) -> tuple[tuple[Precision, tuple[TimelineEntry, ...]], ...]:
        """The dated events by the precision of their date, the finest first; groups without events are left out. One
        that has alternative dates is with the intervals: neither of its days is known to be the right one.

        >>> [precision for precision, entries in timeline(events).groups][0]
        'day'
        """
        grouped: dict[Precision, list[TimelineEntry]] = {precision: [] for precision in _HEADS}
        for entry in self.entries:
            grouped["interval" if entry.other_dates else entry.precision].append(entry)
        return tuple((precision, tuple(entries)) for precision, entries in grouped.items() if entries)

    @property
    def discrepancies(self) -> tuple[TimelineEntry, ...]:
        """The entries whose date or order sources contradict or dispute.

        >>> [entry.event.id for entry in timeline(events.cited_in(2)).discrepancies]
        ['khatibzadeh-explains-refusal']
        """
        return tuple(entry for entry in self.entries if entry.has_discrepancy)

    parted: ClassVar[property] = renamed("parted", "discrepancies")

    def rows(self) -> list[Row]:
        """One dict an event, the undated ones last with no date, for data frames.

        >>> timeline(events).rows()[-1]["date"] is None
        True
        """
        dated = [_event_row(entry.event, entry, entry.checks) for entry in self.entries]
        return dated + [_event_row(event, None, DATE_CHECKS.get(event.id, ())) for event in self.undated]

    def __repr__(self) -> str:
        said = counted(entry.event.status.replace("_", " ") for entry in self.entries)
        return f"<Timeline: {len(self)} dated{f' ({said})' if said else ''}, {len(self.undated)} undated>"

    def __str__(self) -> str:
        return self.text()

    def text(self, *, undated: bool = True) -> str:
        """The text that ``str`` gives, with or without the list of undated events.

        >>> "Undated" in timeline(events).text(undated=False)
        False
        """
        check_flag("undated", undated)
        whose = "the article's" if self.dates == "article" else "the sources', if they give one"
        lines = [f"{repr(self)[1:-1]}; dates are {whose}"]
        for precision, entries in self.groups:
            width = min(_WIDEST_DATE, max(len(entry.label) for entry in entries))
            lines += ["", f"{_HEADS[precision]} ({len(entries)})"]
            lines += [f"  {entry.label:<{width}}  {describe_entry(entry, self.dates)}" for entry in entries]
        if self.undated and undated:
            lines += ["", f"Undated, in the article's order ({len(self.undated)})"]
            lines += [f"  {describe_event(event)}" for event in self.undated]
        return "\n".join(lines)


def entry_of(event: Event, dates: DatesOf = "article") -> TimelineEntry | None:
    """The event at its date; None if it has none."""
    checked = DATE_CHECKS.get(event.id, ())
    article = tuple(when.edtf for when in article_dates(event))
    record = tuple(dict.fromkeys(check.date for check in checked if check.date))
    if dates == "record" and record:
        return TimelineEntry(event, record[0], "record", record[1:], checked)
    return TimelineEntry(event, article[0], "article", article[1:], checked) if article else None


def timeline(events: Iterable[Event], /, *, dates: DatesOf = "article") -> Timeline:
    """The events in time, grouped by the precision of their dates; undated ones are separate.

    It has every event that is passed, once, whatever its status, and says the status: pass
    ``events.actual`` for those that occurred or are ongoing. An entry has all alternative dates of an event, and is
    placed by ``event.date``.

    Args:
        events: Any selection of events.
        dates: ``article`` places events by the article's dates. ``record`` places them by the dates that independent
            sources give, if a check has one: of the date or, for an actual event, of another aspect. It may date an
            event that the article leaves undated. Events without such a date keep the article's; each entry says which.

    Raises:
        UnknownValueError: ``dates`` is neither.
        WrongTypeError: Something else than an event is among them.

    >>> print(timeline([events["us-leaves-jcpoa"]]).entries[0].label)
    May 2018
    >>> timeline(events, dates="record").at("us-leaves-jcpoa").date
    '2018-05-08'
    """
    check_word("dates", dates, get_args(DatesOf))
    unique = {event.id: event for event in only_events(events, "timeline")}
    placed = {key: entry_of(event, dates) for key, event in unique.items()}
    dated = sorted(
        filter(None, placed.values()),
        key=lambda one: (one.range.sort_key, one.is_doubtful, one.event.citations, one.event.id),
    )
    undated = sorted((unique[key] for key, entry in placed.items() if entry is None), key=lambda one: one.citations)
    return Timeline(tuple(_in_order(dated)), tuple(undated), dates)


def _in_order(entries: Sequence[TimelineEntry]) -> Iterator[TimelineEntry]:
    """Entries that are sorted by their dates, but each after those that its event answers, reverses or follows by a
    link, where their dates overlap. Events in a circle of links come last.
    """
    by_id: dict[str, TimelineEntry] = {entry.event.id: entry for entry in entries}
    earlier: dict[str, set[str]] = {key: set() for key in by_id}
    for entry in entries:
        for link in entry.event.links:
            other = by_id.get(link.to, entry)
            if link.kind in EARLIER_FIRST and other is not entry and entry.range.overlaps(other.range):
                first, second = (entry, other) if EARLIER_FIRST[link.kind] else (other, entry)
                earlier[second.event.id].add(first.event.id)
    while by_id:
        ready = (key for key in by_id if by_id.keys().isdisjoint(earlier[key]))
        yield by_id.pop(next(ready, next(iter(by_id))))
