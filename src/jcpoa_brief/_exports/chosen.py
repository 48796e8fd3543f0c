"""What is exported: the records that were chosen, as a brief of their own, and the dates that events leave with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol, TypeAlias, cast

from .._arguments import is_iterable
from .._load.loaded import whole
from .._model.brief import FAMILIES, AnyRecord, Brief
from .._model.check import Check, date_checks
from .._model.dates import BriefDate, in_words
from .._model.event import Event
from .._model.record import Citation
from .._questions.families import BY_ID
from .._questions.selection import Selection
from ..errors import WrongTypeError

Exportable: TypeAlias = Selection | Iterable[AnyRecord] | AnyRecord
"""What ``export`` takes for a selection: a selection of all families, a collection, any records, or one record."""

_WANTED: Final = "a selection, a collection or records, as in export(format, events.actual)"


class BoundCopy(Protocol):
    """A reader's copy as far as an export needs it."""

    @property
    def text(self) -> str:
        """The copy as it was passed."""
        ...

    def find(self, citation: Citation, /) -> tuple[int, int] | None:
        """Where the words of a citation stand in it."""
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer gives: its files by their names, and what it left out, counted."""

    files: Mapping[str, bytes]
    left_out: Mapping[str, int] = field(default_factory=dict[str, int])


def one_file(text: str, left_out: Mapping[str, int] | None = None) -> Written:
    """A single text file, whose name the table of formats knows, without the counts that are nought."""
    return Written({"": text.encode()}, {what: count for what, count in (left_out or {}).items() if count})


def chosen(selection: Exportable | None) -> Brief:
    """The brief that holds the chosen records and, with them, the checks about them and the sources that these, the
    terms and the article rest on: a date that the record corrects does not travel without its correction. None is
    everything. Raises WrongTypeError for what holds no records.
    """
    if selection is None:
        return whole
    ids = {record.id for record in _records(selection)}
    ids |= {check.id for check in whole.checks if check.about in ids}
    ids.update(whole.article.references)
    ids.update(source for check in whole.checks if check.id in ids for source in check.sources)
    ids.update(source for term in whole.glossary if term.id in ids for source in term.references)
    return whole.model_copy(
        update={name: tuple(record for record in getattr(whole, name) if record.id in ids) for name in FAMILIES}
    )


def _records(selection: object) -> Iterator[AnyRecord]:
    for record in cast("Iterable[object]", selection) if is_iterable(selection) else (selection,):
        found = BY_ID.get(str(getattr(record, "id", "")))
        if found is None:
            raise WrongTypeError("selection", record, _WANTED)
        yield found


class DatedEvent(NamedTuple):
    """An event with the dates that it leaves with."""

    event: Event
    date: BriefDate
    label: str
    """The article's date for a person, readings that cannot both hold side by side."""
    record_date: str | None
    """The record's date in EDTF, where a check gives one."""
    beside: str
    """What the record has, for a person; nothing where it has no date, or the very same."""


def record_dates(brief: Brief) -> dict[str, Check]:
    """For each event that the record dates, the check that says so."""
    found = date_checks(brief.checks, {event.id: event.actual for event in brief.events})
    return {event: several[0] for event, several in found.items()}


def dated_events(brief: Brief) -> list[DatedEvent]:
    """The events that are actual and dated, by the first day that their date allows, then the last."""
    record = record_dates(brief)
    found = [
        _dated(event, event.date, record.get(event.id))
        for event in brief.events
        if event.actual and event.date is not None
    ]
    return sorted(found, key=lambda one: (str(one.date.earliest or "0001"), str(one.date.latest or "9999")))


def dated(event: Event, brief: Brief) -> DatedEvent | None:
    """An event with its dates; none where the article gives none."""
    return None if event.date is None else _dated(event, event.date, record_dates(brief).get(event.id))


def _dated(event: Event, date: BriefDate, check: Check | None) -> DatedEvent:
    label = " or ".join(
        in_words(one.edtf, throughout=one.reading == "throughout") for one in (date, *event.other_dates)
    )
    record = check.date if check else None
    beside = f"by the record: {in_words(record)}" if record and (event.other_dates or record != date.edtf) else ""
    return DatedEvent(event, date, label, record, beside)


def not_on_a_timeline(brief: Brief) -> dict[str, int]:
    """How many events are not actual, and how many of the actual ones have no date."""
    actual = [event for event in brief.events if event.actual]
    return {
        "events that are not actual": len(brief.events) - len(actual),
        "events without a date": sum(event.date is None for event in actual),
    }
