"""Rules between records: no reference is circular, offsets lie inside their paragraphs, digests fit the words that they
prove, and links do not contradict dates.

Rules for a field are in its model, those for an event in ``rules_of_an_event``. Every violation is reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, get_args

from .._collections.relations import reachable_from
from .._model.dates import BriefDate
from .._model.event import Event
from .._model.families import CITED_FAMILIES, FAMILIES, ID_TYPES, AnyRecord, Brief, cited_records
from .._model.record import Entry, digest_of
from .._model.vocabulary import EARLIER_FIRST, Grade
from ..errors import Problem
from .rules_of_an_event import event_violations

_GRADES: Final = get_args(Grade)


class RuleViolation(NamedTuple):
    """A record and field that break a rule, and how. For a whole family, ``record`` is None and ``field`` its name."""

    record: Entry | None
    field: str
    what: str


def problems(brief: Brief) -> tuple[Problem, ...]:
    """Everything that breaks a rule, each with its place."""
    wrong_ids = tuple(_ids(brief))
    violations = [*_paragraphs(brief), *wrong_ids, *_citations(brief), *_words(brief), *_references(brief)]
    violations += _sources(brief)
    if not wrong_ids:  # these rules follow references, so each must lead to one record
        violations += _links(brief)
        violations += (RuleViolation(event, "", what) for event, what in event_violations(brief))
    if not violations:
        return ()
    places = {
        id(record): f"{family}[{number}] ({record.id})"
        for family in FAMILIES
        for number, record in enumerate(_records(brief, family))
    }
    return tuple(
        Problem(f"{places[id(record)]}.{field}".removesuffix(".") if record else field, what)
        for record, field, what in violations
    )


def _records(brief: Brief, *families: str) -> Iterator[AnyRecord]:
    """The records of some families."""
    for family in families:
        yield from getattr(brief, family)


def _paragraphs(brief: Brief) -> Iterator[RuleViolation]:
    numbers = [paragraph.number for paragraph in brief.paragraphs]
    if numbers != list(range(1, len(numbers) + 1)):
        yield RuleViolation(None, "paragraphs", f"want every number once and in order, not {numbers}")


def _ids(brief: Brief) -> Iterator[RuleViolation]:
    """Ids are unique across the families and not retired, and the types of ids list exactly these, in their order."""
    counts = Counter(record.id for record in _records(brief, *FAMILIES))
    for record in _records(brief, *FAMILIES):
        if counts[record.id] > 1:
            what = f"{record.id!r} is used {counts[record.id]} times; an id must be unique across all families"
            yield RuleViolation(record, "id", what)
        if record.id in brief.retired:
            yield RuleViolation(record, "id", f"{record.id!r} was retired and cannot be used again")
    for family in FAMILIES:
        found = tuple(record.id for record in _records(brief, family))
        if found != get_args(ID_TYPES[family]) and len(set(found)) == len(found):
            yield RuleViolation(
                None, family, "its ids, or their order, are not those of their type: run scripts/make_ids.py"
            )
    for retired, replacement in brief.retired.items():
        if replacement not in counts:
            yield RuleViolation(None, f"retired[{retired}]", f"its replacement {replacement!r} is no record")


def _citations(brief: Brief) -> Iterator[RuleViolation]:
    """A citation lies inside its paragraph and has a digest, the same one whenever the place is cited."""
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
                yield RuleViolation(record, field, wrong)
    for family in CITED_FAMILIES:
        first = [record.citations[0] for record in getattr(brief, family)]
        starts = [(citation.paragraph, citation.start) for citation in first]
        if starts != sorted(starts):
            yield RuleViolation(None, family, "records must be in the order of their first citation")


def _words(brief: Brief) -> Iterator[RuleViolation]:
    """If the words themselves are shipped, like names and quotations, each citation proves one of them."""
    for record in cited_records(brief):
        forms = record._forms  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # those not proven too
        proven = {(digest_of(form), len(form)) for form in forms}
        for number, citation in enumerate(record.citations if forms else ()):
            if (citation.digest, citation.end - citation.start) not in proven:
                what = f"the digest {citation.digest} does not fit any of its words: {', '.join(map(repr, forms))}"
                yield RuleViolation(record, f"citations[{number}]", what)


def _references(brief: Brief) -> Iterator[RuleViolation]:
    """No reference is circular."""
    by_parent = "circular reference: following its parents leads back to this record"
    by_acting = "circular reference: following whom it acts for leads back to this record"
    yield from _circles(brief.claims, {claim.id: [claim.parent] for claim in brief.claims if claim.parent}, by_parent)
    yield from _circles(
        brief.actors, {actor.id: [actor.acts_for] for actor in brief.actors if actor.acts_for}, by_acting
    )
    for actor in brief.actors:
        if actor.id in actor.members:
            yield RuleViolation(actor, "members", "a group cannot be its own member")
    for event in brief.events:
        if any(link.to == event.id for link in event.links):
            yield RuleViolation(event, "links", "an event cannot be linked to itself")


def _circles(family: Iterable[AnyRecord], following: Mapping[str, Iterable[str]], what: str) -> Iterator[RuleViolation]:
    """The records that a chain of references leads back to."""
    for record in family:
        if any(record.id in reachable_from(after, [following]) for after in following.get(record.id, ())):
            yield RuleViolation(record, "", what)


def _links(brief: Brief) -> Iterator[RuleViolation]:
    """Links make no circle in time, do not contradict dates, and no actual event depends on one that is not."""
    by_id: dict[str, Event] = {event.id: event for event in brief.events}
    later: dict[str, list[str]] = {}
    for event in brief.events:
        for link in event.links:
            if link.kind not in EARLIER_FIRST:
                continue
            other = by_id[link.to]
            first, second = (event, other) if EARLIER_FIRST[link.kind] else (other, event)
            later.setdefault(first.id, []).append(second.id)
            if second.actual and not first.actual:
                yield RuleViolation(
                    event, "", f"{link}: an actual event cannot follow or answer one that is not actual"
                )
            if _surely_after(first.date, second.date) and not (first.other_dates or second.other_dates):
                yield RuleViolation(event, "", f"{link}: the dates {event.date} and {other.date} contradict it")
    what = "circular in time: links of precedes, causes, responds_to and reverses lead back to this event"
    yield from _circles(brief.events, later, what)


def _surely_after(first: BriefDate | None, second: BriefDate | None) -> bool:
    """Whether the first date certainly begins after the second ends."""
    if first is None or second is None or first.is_uncertain or second.is_uncertain:
        return False
    return first.sort_key[0] > second.sort_key[1]


def _sources(brief: Brief) -> Iterator[RuleViolation]:
    """The sources of a check are in the order of their grade, and no page is listed twice."""
    grades = {source.id: source.grade for source in brief.sources}
    for check in brief.checks:
        ranks = [_GRADES.index(grades[name]) for name in check.sources if name in grades]
        if ranks != sorted(ranks):
            yield RuleViolation(check, "sources", f"sources must be in the order of their grade: {', '.join(_GRADES)}")
    for address, count in Counter(source.address for source in brief.sources).items():
        if count > 1:
            yield RuleViolation(None, "sources", f"{address} is listed {count} times")
