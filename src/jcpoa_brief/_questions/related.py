"""Which records are related to a record, and why.

Two records are related if one refers to the other, or if both refer to the same event, actor or claim. A glossary term
refers to the events, quotes, figures and claims whose words contain it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, cast

from .._html import element
from .._load.loaded import glossary, relations
from .._model.claim import Claim
from .._model.event import Event
from .._model.families import FAMILIES, AnyRecord, FamilyName, RecordId
from .._model.figure import Figure
from .._model.quote import Quote
from .._public_class import public
from .all_records import BY_ID, family_of, place_in_article, status_mark, title_of

ReasonKind: TypeAlias = Literal["reference", "shared_events", "shared_claims", "shared_actors"]
"""Why two records are related: one refers to the other, or they share something."""

_SHARED: Final[dict[FamilyName, ReasonKind]] = {
    "events": "shared_events",
    "claims": "shared_claims",
    "actors": "shared_actors",  # last: a few actors take part in most events
}
_SHOWN: Final = 3  # names in a sentence

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
    "in_its_words": ("rests on words that contain it", "is in the words that it rests on"),
}
"""For each kind of reference, what is said of the record that refers and of the one referred to; "it" is the other."""

_FIELDS: Final = {
    "members": "member", "acts_for": "acts_for", "about": "about", "holder": "holder", "credited_to": "credited_to",
    "speaker": "speaker", "event": "event", "sources": "source", "see_also": "see_also", "references": "source",
}  # fmt: skip
"""The fields that hold ids, one or several, each with the kind of reference that they are."""


@public
@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why a record is related to the one that was asked about.

    >>> related("saeed-khatibzadeh")[0].reasons[0].kind
    'reference'
    """

    kind: ReasonKind
    """A reference, or what kind of record is shared."""
    words: str
    """The reason in words; "it" is the record that was asked about."""
    shared: tuple[RecordId, ...] = ()
    """The ids of what is shared; none for a reference."""

    def __str__(self) -> str:
        return self.words


@public
@dataclass(frozen=True, repr=False, slots=True)
class Related:
    """A record that is related to the one that was asked about.

    >>> "iran" in [other.record.id for other in related("us-leaves-jcpoa")]
    True
    """

    record: AnyRecord
    """The related record."""
    family: FamilyName
    """The collection that it belongs to."""
    reasons: tuple[Reason, ...]
    """Why, the strongest reason first."""

    @property
    def direct(self) -> bool:
        """Whether one of the two refers to the other."""
        return self.reasons[0].kind == "reference"

    def __repr__(self) -> str:
        return f"<Related: {self}>"

    def __str__(self) -> str:
        return f"{self.record.id} ({self.family}{status_mark(self.record)}): {'; '.join(map(str, self.reasons))}"

    def _repr_html_(self) -> str:
        head = f"{self.record.id} ({self.family}{status_mark(self.record)}): {title_of(self.record)}"
        return element("p", head) + element("ul", *(element("li", str(reason)) for reason in self.reasons))


def related(record: RecordId | AnyRecord, /) -> tuple[Related, ...]:
    """The records that refer to a record, that it refers to, or that share its events, actors or claims, each with the
    reasons.

    Direct references come first, then records by how many events, claims and actors they share with it, in this order
    of weight, then in the article's order. Nothing is left out by status; the text of a result marks an event that is
    not actual.

    Raises UnknownIdError for an id that no record has.

    >>> found = related("us-leaves-jcpoa")
    >>> found[0].direct, all(other.reasons for other in found)
    (True, True)
    """
    asked = BY_ID[relations.resolve(FAMILIES, record, "record")].id
    near = REFERENCES[asked]
    reasons = {key: [Reason("reference", " and ".join(words))] for key, words in near.items()}
    in_order: list[RecordId] = sorted(near, key=lambda key: (place_in_article(BY_ID[key]), key))
    for family, kind in _SHARED.items():
        shared: dict[RecordId, list[RecordId]] = {}
        for via in in_order:
            for other in REFERENCES[via] if family_of(BY_ID[via]) == family else ():
                shared.setdefault(other, []).append(via)
        shared.pop(asked, None)
        for other, ids in shared.items():
            named = ", ".join(title_of(BY_ID[key]) for key in ids[:_SHOWN]) + (", \u2026" if ids[_SHOWN:] else "")
            noun = family if ids[1:] else family.removesuffix("s")
            reasons.setdefault(other, []).append(Reason(kind, f"shares {len(ids)} {noun}: {named}", tuple(ids)))
    found = (Related(BY_ID[key], family_of(BY_ID[key]), tuple(reasons[key])) for key in reasons)
    return tuple(sorted(found, key=_strongest_first))


def _strongest_first(other: Related) -> tuple[object, ...]:
    counts = {reason.kind: len(reason.shared) for reason in other.reasons}
    strength = tuple(-counts.get(kind, 0) for kind in _SHARED.values())
    return (not other.direct, *strength, place_in_article(other.record), other.record.id)


def referrals(record: AnyRecord) -> Iterator[tuple[str, RecordId]]:
    """What a record refers to, each with the kind of reference, a key of ``PHRASES``."""
    if isinstance(record, Event):
        for part in record.participants:
            yield part.role, part.actor
        for link in record.links:
            yield link.kind, link.to
    elif isinstance(record, Claim) and record.parent and record.relation:
        yield record.relation, record.parent
    for field, kind in _FIELDS.items():
        value: Any = getattr(record, field, None) or ()
        several = cast("tuple[RecordId, ...]", value if isinstance(value, tuple) else (value,))
        for to in several:
            yield kind, to


def _all_references() -> dict[RecordId, dict[RecordId, dict[str, None]]]:
    """For every record, the records with a reference to or from it, each with a phrase for the reference."""
    found: dict[RecordId, dict[RecordId, dict[str, None]]] = {record.id: {} for record in BY_ID.values()}
    for record in BY_ID.values():
        for kind, to in (*referrals(record), *_terms_in(record)):
            said_of_this, said_of_that = PHRASES[kind]
            found[to].setdefault(record.id, {})[said_of_this] = None
            found[record.id].setdefault(to, {})[said_of_that] = None
    return found


def _terms_in(record: AnyRecord) -> Iterator[tuple[str, RecordId]]:
    """The glossary terms in the words that a record rests on."""
    if isinstance(record, Event | Quote | Figure | Claim):
        for term in glossary:
            if any(mine.contains(theirs) for mine in record.citations for theirs in term.citations):
                yield "in_its_words", term.id


REFERENCES: Final = _all_references()
"""All references of the data, from both ends."""
