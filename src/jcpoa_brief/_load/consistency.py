"""The rules that hold between records: references lead somewhere and never round in a circle, offsets lie inside their
paragraphs, digests fit the words that they prove, and links do not contradict dates.

What a single field may hold is said by its model, what a single event may say by ``event_rules``. Every breach is
reported, not only the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, get_args

from .._collections.relations import spread
from .._model.brief import CITED_FAMILIES, FAMILIES, ID_TYPES, AnyRecord, Brief, cited_records
from .._model.dates import BriefDate
from .._model.event import Event
from .._model.record import Entry
from .._model.vocabulary import Grade, LinkKind
from .._text import digest_of
from ..errors import Problem
from .event_rules import breaches_of_events

_GRADES: Final = get_args(Grade)

_EARLIER_FIRST: Final[Mapping[LinkKind, bool]] = {
    "precedes": True,
    "causes": True,
    "responds_to": False,
    "reverses": False,
}
"""Whether the event that has the link is the earlier one; links of other kinds say nothing about time."""


class Breach(NamedTuple):
    """What breaks a rule: the record, its field, and what is wrong. For a whole family, ``field`` is its name."""

    record: Entry | None
    field: str
    what: str


def problems(brief: Brief) -> tuple[Problem, ...]:
    """Everything that breaks a rule, each with its place."""
    wrong_ids = tuple(_ids(brief))
    breaches = [*_paragraphs(brief), *wrong_ids, *_citations(brief), *_words(brief), *_references(brief)]
    breaches += _sources(brief)
    if not wrong_ids:  # these rules follow references, so each must lead to one record
        breaches += _links(brief)
        breaches += (Breach(event, "", what) for event, what in breaches_of_events(brief))
    if not breaches:
        return ()
    places = {
        id(record): f"{family}[{number}] ({record.id})"
        for family in FAMILIES
        for number, record in enumerate(_records(brief, family))
    }
    return tuple(
        Problem(f"{places[id(record)]}.{field}".removesuffix(".") if record else field, what)
        for record, field, what in breaches
    )


def _records(brief: Brief, *families: str) -> Iterator[AnyRecord]:
    """The records of some families."""
    for family in families:
        yield from getattr(brief, family)


def _paragraphs(brief: Brief) -> Iterator[Breach]:
    numbers = [paragraph.number for paragraph in brief.paragraphs]
    if numbers != list(range(1, len(numbers) + 1)):
        yield Breach(None, "paragraphs", f"want every number once and in order, not {numbers}")


def _ids(brief: Brief) -> Iterator[Breach]:
    """An id is unique across the families and in use, and the types of ids list just these, in their order."""
    counts = Counter(record.id for record in _records(brief, *FAMILIES))
    for record in _records(brief, *FAMILIES):
        if counts[record.id] > 1:
            what = f"{record.id!r} is used {counts[record.id]} times; an id is unique across all families"
            yield Breach(record, "id", what)
        if record.id in brief.retired:
            yield Breach(record, "id", f"{record.id!r} was retired and cannot be used again")
    for family in FAMILIES:
        found = tuple(record.id for record in _records(brief, family))
        if found != get_args(ID_TYPES[family]) and len(set(found)) == len(found):
            yield Breach(None, family, "its ids, or their order, are not those of their type: run scripts/make_ids.py")
    for retired, replacement in brief.retired.items():
        if replacement not in counts:
            yield Breach(None, f"retired[{retired}]", f"its replacement {replacement!r} is no record")


def _citations(brief: Brief) -> Iterator[Breach]:
    """A citation lies inside its paragraph and has a digest, always the same one for the same place."""
    lengths: dict[int, int] = {paragraph.number: paragraph.characters for paragraph in brief.paragraphs}
    digests: dict[tuple[int, int, int], str] = {}
    for record in cited_records(brief):
        for field, citation in record.all_citations():
            length, digest = lengths.get(citation.paragraph), citation.digest
            place = (citation.paragraph, citation.start, citation.end)
            wrong = ""
            if length is None:
                wrong = f"there is no paragraph {citation.paragraph}"
            elif citation.end > length:
                wrong = f"{citation.locator} ends past paragraph {citation.paragraph}, which has {length} characters"
            elif digest is None:
                wrong = f"{citation.locator} has no digest"
            elif digests.setdefault(place, digest) != digest:
                wrong = f"the digest {digest} does not fit: {citation.locator} has {digests[place]} elsewhere"
            if wrong:
                yield Breach(record, field, wrong)
    for family in CITED_FAMILIES:
        first = [record.citations[0] for record in getattr(brief, family)]
        starts = [(citation.paragraph, citation.start) for citation in first]
        if starts != sorted(starts):
            yield Breach(None, family, "records must stand in the order of their first citation")


def _words(brief: Brief) -> Iterator[Breach]:
    """Where the words themselves are shipped, as names and quotations are, each citation proves one of them."""
    for record in cited_records(brief):
        forms = record.surface_forms
        proven = {(digest_of(form), len(form)) for form in forms}
        for number, citation in enumerate(record.citations if forms else ()):
            if (citation.digest, citation.end - citation.start) not in proven:
                what = f"the digest {citation.digest} does not fit any of its words: {', '.join(map(repr, forms))}"
                yield Breach(record, f"citations[{number}]", what)


def _references(brief: Brief) -> Iterator[Breach]:
    """No record leads back to itself."""
    said = "it stands above itself: a chain of records leads back to it"
    yield from _circles(brief.claims, {claim.id: [claim.parent] for claim in brief.claims if claim.parent}, said)
    yield from _circles(brief.actors, {actor.id: [actor.acts_for] for actor in brief.actors if actor.acts_for}, said)
    for actor in brief.actors:
        if actor.id in actor.members:
            yield Breach(actor, "members", "a group cannot be its own member")
    for event in brief.events:
        if any(link.to == event.id for link in event.links):
            yield Breach(event, "links", "an event cannot be linked to itself")


def _circles(family: Iterable[AnyRecord], following: Mapping[str, Iterable[str]], what: str) -> Iterator[Breach]:
    """The records from which a chain of others leads back to themselves."""
    for record in family:
        if any(record.id in spread(after, [following]) for after in following.get(record.id, ())):
            yield Breach(record, "", what)


def _links(brief: Brief) -> Iterator[Breach]:
    """No circle in time, no link against the dates, and nothing real rests on what is not."""
    by_id: dict[str, Event] = {event.id: event for event in brief.events}
    later: dict[str, list[str]] = {}
    for event in brief.events:
        for link in event.links:
            if link.kind not in _EARLIER_FIRST:
                continue
            other = by_id[link.to]
            first, second = (event, other) if _EARLIER_FIRST[link.kind] else (other, event)
            later.setdefault(first.id, []).append(second.id)
            if second.actual and not first.actual:
                yield Breach(event, "", f"{link}: what is real neither follows nor answers what is not")
            if _surely_after(first.date, second.date) and not (first.other_dates or second.other_dates):
                yield Breach(event, "", f"{link}: its date {event.date} and {other.date} say otherwise")
    what = "it comes before itself: a chain of precedes, causes, responds_to and reverses leads back to it"
    yield from _circles(brief.events, later, what)


def _surely_after(first: BriefDate | None, second: BriefDate | None) -> bool:
    """Whether the first date begins after the second ends, and neither is uncertain."""
    if first is None or second is None or first.is_uncertain or second.is_uncertain:
        return False
    return first.earliest is not None and second.latest is not None and first.earliest > second.latest


def _sources(brief: Brief) -> Iterator[Breach]:
    """A check names its best source first, and no page is listed twice."""
    grades = {source.id: source.grade for source in brief.sources}
    for check in brief.checks:
        ranks = [_GRADES.index(grades[name]) for name in check.sources if name in grades]
        if ranks != sorted(ranks):
            yield Breach(check, "sources", f"sources must stand best grade first: {', '.join(_GRADES)}")
    for address, count in Counter(source.address for source in brief.sources).items():
        if count > 1:
            yield Breach(None, "sources", f"{address} is listed {count} times")
