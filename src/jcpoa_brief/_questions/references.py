"""Every reference from one record to another, with what it says, as one graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from .._model.actor import Actor
from .._model.brief import AnyRecord, RecordId
from .._model.check import Check
from .._model.claim import Claim
from .._model.event import Event
from .._model.figure import Figure
from .._model.quote import Quote
from .._model.term import Term
from .families import BY_ID

PHRASES: Final[dict[str, tuple[str, str]]] = {
    "agent": ("has it as agent", "acts in it"),
    "recipient": ("has it as recipient", "is its recipient"),
    "other": ("has it as another participant", "takes another part in it"),
    "credited_to": ("is credited to it", "is credited with it"),
    "responds_to": ("responds to it", "is what it responds to"),
    "causes": ("causes it", "is caused by it"),
    "precedes": ("precedes it", "is preceded by it"),
    "part_of": ("is part of it", "has it as a part"),
    "reverses": ("reverses it", "is reversed by it"),
    "concerns": ("concerns it", "is what it concerns"),
    "acts_for": ("acts for it", "is what it acts for"),
    "member": ("has it as a member", "is a member of it"),
    "speaker": ("is said by it", "says it"),
    "event": ("belongs to it", "is the event that it belongs to"),
    "holder": ("is held by it", "holds it"),
    "about": ("is about it", "is what it is about"),
    "supports": ("supports it", "is supported by it"),
    "opposes": ("opposes it", "is opposed by it"),
    "concedes": ("concedes a point against it", "has it as a conceded point"),
    "restates": ("restates it", "is restated by it"),
    "source": ("rests on it", "is a source of it"),
    "see_also": ("points to it", "is pointed to by it"),
    "in_its_words": ("rests on words in which it stands", "stands in the words that it rests on"),
}
"""What each reference says of the record that refers, and of the one referred to; "it" is the other one."""


class Referral(NamedTuple):
    """One record refers to another."""

    kind: str
    """A key of ``PHRASES``."""
    to: RecordId
    """The id of the record referred to."""


def referrals(record: AnyRecord) -> Iterator[Referral]:
    """What a record refers to, each with the kind of reference."""
    if isinstance(record, Event):
        yield from (Referral(part.role, part.actor) for part in record.participants)
        yield from (Referral(link.kind, link.to) for link in record.links)
    elif isinstance(record, Actor):
        yield from (Referral("member", member) for member in record.members)
    elif isinstance(record, Claim):
        yield from (Referral("about", subject) for subject in record.about)
        if record.parent is not None and record.relation is not None:
            yield Referral(record.relation, record.parent)
    elif isinstance(record, Check):
        yield Referral("about", record.about)
        yield from (Referral("source", source) for source in record.sources)
    elif isinstance(record, Term):
        yield from (Referral("see_also", term) for term in record.see_also)
        yield from (Referral("source", source) for source in record.references)
    yield from _single(record)


def _single(record: AnyRecord) -> Iterator[Referral]:
    """The references of the fields that hold one id."""
    fields: tuple[tuple[str, RecordId | None], ...] = ()
    if isinstance(record, Event):
        fields = (("credited_to", record.credited_to),)
    elif isinstance(record, Figure):
        fields = (("credited_to", record.credited_to), ("event", record.event))
    elif isinstance(record, Quote):
        fields = (("speaker", record.speaker), ("event", record.event))
    elif isinstance(record, Actor):
        fields = (("acts_for", record.acts_for),)
    elif isinstance(record, Claim):
        fields = (("holder", record.holder),)
    yield from (Referral(kind, to) for kind, to in fields if to is not None)


class References:
    """The references of all records, from both ends; made once."""

    __slots__ = ("_words",)

    def __init__(self) -> None:
        self._words: Final[dict[RecordId, dict[RecordId, dict[str, None]]]] = {one.id: {} for one in BY_ID.values()}
        for record in BY_ID.values():
            for kind, to in (*referrals(record), *_terms_in(record)):
                said_of_this, said_of_that = PHRASES[kind]
                self._words[to].setdefault(record.id, {})[said_of_this] = None
                self._words[record.id].setdefault(to, {})[said_of_that] = None

    def of(self, key: RecordId) -> dict[RecordId, dict[str, None]]:
        """The records joined to one by a reference in either direction, each with what is said of it."""
        return self._words[key]


def _terms_in(record: AnyRecord) -> Iterator[Referral]:
    """The glossary terms that stand in a record's words."""
    if isinstance(record, Event | Quote | Figure | Claim):
        for term in _TERMS:
            if any(mine.contains(theirs) for mine in record.citations for theirs in term.citations):
                yield Referral("in_its_words", term.id)


_TERMS: Final = tuple(record for record in BY_ID.values() if isinstance(record, Term))

REFERENCES: Final = References()
"""All references of the shipped data."""
