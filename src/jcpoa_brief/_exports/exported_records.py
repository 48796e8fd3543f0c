"""What is exported: the chosen records, as a brief of their own, and the dates of events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias, cast

from .._argument_checks import is_iterable
from .._collections.date_overlaps import DatesOf
from .._load.loaded import brief as whole_brief, relations
from .._model.dates import in_words
from .._model.event import article_dates
from .._model.families import FAMILIES, AnyRecord, Brief
from .._model.vocabulary import CONTRADICTING
from .._questions.all_records import BY_ID, family_of
from .._questions.related import referrals
from .._questions.selection import Selection
from .._questions.timeline import Timeline, TimelineEntry, article_label, timeline
from ..errors import WrongTypeError

Exportable: TypeAlias = Selection | Iterable[AnyRecord] | AnyRecord
"""What ``export`` takes for a selection: a selection of all families, a collection, any records, or one record."""

_WANTED: Final = "a selection, a collection or records, as in export(format, events.actual)"


@dataclass(frozen=True, slots=True)
class Written:
    """The result of a writer: its files by name, and counts of what it left out and of what its references lack."""

    files: Mapping[str, bytes]
    left_out: Mapping[str, int] = field(default_factory=dict[str, int])
    lacking: Mapping[str, int] = field(default_factory=dict[str, int])


def one_file(text: str, left_out: Mapping[str, int] | None = None, lacking: Mapping[str, int] | None = None) -> Written:
    """A single text file, named by the table of formats; counts of 0 are dropped."""
    kept = {what: count for what, count in (left_out or {}).items() if count}
    return Written({"": text.encode()}, kept, lacking or {})


def as_json(content: object) -> str:
    """A value as every JSON file of an export has it: indented, in its own letters, with a line feed at the end."""
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def chosen(selection: Iterable[AnyRecord] | None, *, checks: bool = True, actors: bool = True) -> Brief:
    """A brief with the chosen records, the actors that they name and the checks about them, if these are wanted, and
    the sources that the checks, the terms and the article rest on, so that no date is exported without its correction
    and nobody's name is missing. None means everything.
    """
    if selection is None:
        return whole_brief
    records = tuple(selection)
    ids = {record.id for record in records}
    if actors:
        named = {key for record in records if family_of(record) != "actors" for _, key in referrals(record)}
        ids |= {actor.id for actor in whole_brief.actors if actor.id in named}
    if checks:
        told = {key for record in records for key in relations.with_details(record.id)}
        ids |= {check.id for check in whole_brief.checks if check.about in told}
    ids.update(whole_brief.article.references)
    ids.update(source for check in whole_brief.checks if check.id in ids for source in check.sources)
    ids.update(source for term in whole_brief.glossary if term.id in ids for source in term.references)
    return whole_brief.model_copy(
        update={name: tuple(record for record in getattr(whole_brief, name) if record.id in ids) for name in FAMILIES}
    )


def records_of(selection: Exportable | None) -> tuple[AnyRecord, ...] | None:
    """The records of a selection; None for everything. Raises WrongTypeError for what holds no records."""
    return None if selection is None else tuple(_records(selection))


def _records(selection: object) -> Iterator[AnyRecord]:
    for record in cast("Iterable[object]", selection) if is_iterable(selection) else (selection,):
        found = BY_ID.get(str(getattr(record, "id", "")))
        if found is None:
            raise WrongTypeError("selection", record, _WANTED)
        yield found


def dated_events(brief: Brief, dates: DatesOf = "article") -> Timeline:
    """The events that are actual, as a timeline."""
    return timeline([event for event in brief.events if event.actual], dates=dates)


def at_their_dates(brief: Brief, line: Timeline) -> tuple[tuple[TimelineEntry, ...], dict[str, int]]:
    """The entries that a calendar can have at their dates, and how many others there are: by the sources' dates, those
    that keep the article's though a check of the date or the order contradicts it.
    """
    contradicted = {
        check.about
        for check in brief.checks
        if check.verdict in CONTRADICTING and check.aspect in ("date", "order") and line.dates == "record"
    }
    kept = tuple(one for one in line if one.source == "record" or one.event.id not in contradicted)
    return kept, {"events whose day sources contradict": len(line) - len(kept)}


def other_date(entry: TimelineEntry) -> str:
    """The sources' date, if the entry has the article's, or the other way round; empty if it is the same or missing.

    >>> from jcpoa_brief import events, timeline
    >>> other_date(timeline(events).at("us-leaves-jcpoa"))
    'by the sources: 8 May 2018'
    """
    if entry.source == "record":
        label, others = article_label(entry.event), tuple(when.edtf for when in article_dates(entry.event))
    else:
        others = tuple(filter(None, (entry.record_date,)))
        label = " or ".join(map(in_words, others))
    other = "article" if entry.source == "record" else "sources"
    return f"by the {other}: {label}" if others and others != (entry.date, *entry.other_dates) else ""


def not_on_a_timeline(brief: Brief, line: Timeline) -> dict[str, int]:
    """How many events are not actual, and how many of the actual ones have no date."""
    return {
        "events that are not actual": len(brief.events) - len(line) - len(line.undated),
        "events without a date": len(line.undated),
    }
