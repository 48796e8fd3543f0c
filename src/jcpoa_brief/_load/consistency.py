"""What must hold between records: references that lead somewhere, offsets inside their paragraphs, digests that fit the
words they prove.

A type says what one field may hold; these are the rules that no field can see alone. Every breach is reported, none
only the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, get_args

from .._model.ids import ActorId, CheckId, ClaimId, EventId, FigureId, QuoteId, SourceId, TermId
from .._model.record import Citation, Record
from .._model.vocabulary import Grade
from .._text import digest_of
from ..errors import Problem
from .events_told import event_problems

if TYPE_CHECKING:
    from .brief import Brief

CITED: Final = ("actors", "events", "quotes", "glossary", "figures", "claims", "checks")

_GRADES: Final = get_args(Grade)

_IDS: Final = {
    "actors": ActorId,
    "events": EventId,
    "quotes": QuoteId,
    "glossary": TermId,
    "figures": FigureId,
    "claims": ClaimId,
    "checks": CheckId,
    "sources": SourceId,
}
"""The type of each family's ids, which lists them in the family's order."""


def problems(brief: Brief) -> tuple[Problem, ...]:
    """Everything that does not hold together, in the order of the families."""
    ids = tuple(_ids(brief))
    return (
        *_paragraphs(brief),
        *ids,
        *_citations(brief),
        *_wordings(brief),
        *_hierarchies(brief),
        *_sources(brief),
        *(() if ids else event_problems(brief)),  # it follows references, so each must lead to one record
    )


def _records(brief: Brief) -> Iterator[tuple[str, int, Record]]:
    """Every record that cites, with its family and its number there."""
    for family in CITED:
        records: tuple[Record, ...] = getattr(brief, family)
        for number, record in enumerate(records):
            yield family, number, record


def _place(family: str, number: int, record: Record) -> str:
    """Where a record stands, for people; made only where something is wrong, for most of the time nothing is."""
    return f"{family}[{number}] ({record.id})"


def _paragraphs(brief: Brief) -> Iterator[Problem]:
    numbers = [paragraph.number for paragraph in brief.paragraphs]
    if numbers != list(range(1, len(numbers) + 1)):
        yield Problem("paragraphs", f"want every number once and in order, not {numbers}")


def _ids(brief: Brief) -> Iterator[Problem]:
    names = [(family, number, record.id) for family, number, record in _records(brief)]
    names += [("sources", number, source.id) for number, source in enumerate(brief.sources)]
    counts = Counter(name for _, _, name in names)
    for family, number, name in names:
        if counts[name] == 1 and name not in brief.retired:
            continue
        place = f"{family}[{number}] ({name})"
        if counts[name] > 1:
            yield Problem(f"{place}.id", f"{name!r} is used {counts[name]} times; an id is unique across all families")
        if name in brief.retired:
            yield Problem(f"{place}.id", f"{name!r} was retired and cannot be used again")
    for family, type_ in _IDS.items():
        found = tuple(record.id for record in getattr(brief, family))
        if found != get_args(type_) and len(set(found)) == len(found):
            yield Problem(family, "its ids, or their order, are not those of their type: run scripts/make_ids.py")
    for retired, replacement in brief.retired.items():
        if replacement not in counts:
            yield Problem(f"retired[{retired}]", f"its replacement {replacement!r} is no record")


def _citations(brief: Brief) -> Iterator[Problem]:
    lengths: dict[int, int] = {paragraph.number: paragraph.characters for paragraph in brief.paragraphs}
    proofs: dict[tuple[int, int, int], str] = {}
    for family, number, record in _records(brief):
        for inner, citation in record.all_citations():
            wrong = _wrong(citation, lengths, proofs)
            if wrong:
                yield Problem(f"{_place(family, number, record)}.{inner}", wrong)
    for family in CITED:
        records: tuple[Record, ...] = getattr(brief, family)
        starts = [(record.citations[0].paragraph, record.citations[0].start) for record in records]
        if starts != sorted(starts):
            yield Problem(family, "records must stand in the order of their first citation")


def _wrong(citation: Citation, lengths: Mapping[int, int], proofs: dict[tuple[int, int, int], str]) -> str | None:
    """What is wrong with a citation, given the paragraphs' lengths and the digests seen so far."""
    paragraph, end, digest = citation.paragraph, citation.end, citation.digest
    length = lengths.get(paragraph)
    if length is None:
        return f"there is no paragraph {paragraph}"
    if end > length:
        return f"{citation.locator} ends past paragraph {paragraph}, which has {length} characters"
    if digest is None:
        return f"{citation.locator} has no digest"
    seen = proofs.setdefault((paragraph, citation.start, end), digest)
    if seen != digest:
        return f"the digest {digest} does not fit: {citation.locator} has {seen} elsewhere"
    return None


def _wordings(brief: Brief) -> Iterator[Problem]:
    """Where the words themselves are shipped, as names and quotations are, their citations must prove just these
    words.
    """
    for family, number, record in _records(brief):
        forms = record.surface_forms
        if not forms:
            continue
        proven = {(digest_of(form), len(form)) for form in forms}
        for inner, citation in enumerate(record.citations):
            if (citation.digest, citation.end - citation.start) not in proven:
                yield Problem(
                    f"{_place(family, number, record)}.citations[{inner}]",
                    f"the digest {citation.digest} does not fit any of its words: {', '.join(map(repr, forms))}",
                )


def _hierarchies(brief: Brief) -> Iterator[Problem]:
    yield from _loops("claims", {claim.id: claim.parent for claim in brief.claims})
    yield from _loops("actors", {actor.id: actor.acts_for for actor in brief.actors})
    for number, actor in enumerate(brief.actors):
        if actor.id in actor.members:
            yield Problem(f"actors[{number}] ({actor.id}).members", "a group cannot be its own member")
    for number, event in enumerate(brief.events):
        if any(link.to == event.id for link in event.links):
            yield Problem(f"events[{number}] ({event.id}).links", "an event cannot be linked to itself")


def _loops(family: str, above: Mapping[str, str | None]) -> Iterator[Problem]:
    for number, start in enumerate(above):
        seen = {start}
        step = above[start]
        while step is not None and step not in seen:
            seen.add(step)
            step = above.get(step)
        if step == start:
            yield Problem(
                f"{family}[{number}] ({start})", "it stands above itself: a chain of records leads back to it"
            )


def _sources(brief: Brief) -> Iterator[Problem]:
    grades = {source.id: source.grade for source in brief.sources}
    for number, check in enumerate(brief.checks):
        ranks = [_GRADES.index(grades[name]) for name in check.sources if name in grades]
        if ranks != sorted(ranks):
            yield Problem(
                f"checks[{number}] ({check.id}).sources",
                "sources must stand best grade first: official, newsroom, research, mirror",
            )
    for address, count in Counter(source.address for source in brief.sources).items():
        if count > 1:
            yield Problem("sources", f"{address} is listed {count} times")
