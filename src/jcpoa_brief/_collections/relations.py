"""What the filters of one family need to know of the others: tables by id, made once when everything is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

from .._argument_checks import want_separately
from .._messages import MOST_NEAR
from .._model.actor import Actor
from .._model.check import Check, date_checks
from .._model.claim import Claim
from .._model.dates import read_edtf
from .._model.event import Event
from .._model.ids import CheckId
from .._model.record import HasId, Record
from .._model.source import Source
from .._model.vocabulary import CONTRADICTING
from ..errors import UnknownIdError, WrongTypeError, warn_retired
from .names import Names, names_of

Include: TypeAlias = Literal["acting_for", "members", "groups"]
"""Which other actors a name includes: those ``acting_for`` it (organs and spokesmen, and theirs), its ``members`` if it
is a group, the ``groups`` that it belongs to."""

_PARTS: Final[frozenset[Include]] = frozenset(("acting_for", "members"))

RECORD_NOUNS: Final[Mapping[str, str]] = {
    "actors": "an actor", "events": "an event", "quotes": "a quote", "glossary": "a term", "figures": "a figure",
    "claims": "a claim", "checks": "a check", "sources": "a source", "paragraphs": "a paragraph",
}  # fmt: skip
"""What one record of each family is called."""


class Relations:
    """Ids of all families, how actors are related, and what checks say of the dates of events."""

    def __init__(  # noqa: PLR0913  # the families that it reads, and what else it needs
        self,
        *,
        retired: Mapping[str, str] = MappingProxyType({}),
        finished: date | None = None,
        actors: tuple[Actor, ...] = (),
        events: tuple[Event, ...] = (),
        checks: tuple[Check, ...] = (),
        sources: tuple[Source, ...] = (),
        claims: tuple[Claim, ...] = (),
        **others: tuple[Record, ...],
    ) -> None:
        self.retired: Final = retired
        """Withdrawn ids, each with the one to use instead."""
        self.finished: Final = finished
        """The last day on which the article can have been finished; none if it is open."""
        self.actors: Final[Mapping[str | None, Actor]] = {actor.id: actor for actor in actors}
        """The actors by id."""
        self.grades: Final[Mapping[str, str]] = {source.id: source.grade for source in sources}
        """The grade of each source."""
        self.date_checks: Final = date_checks(checks, {event.id: event.actual for event in events})
        """For each event that sources date, the checks that say so, the decisive one first."""
        self._contradicting: Final = [check for check in checks if check.verdict in CONTRADICTING]
        self.record_dates: Final = {event: read_edtf(found[0].date or "") for event, found in self.date_checks.items()}
        """The date that sources give for an event."""
        families: Mapping[str, tuple[Record | Source, ...]] = {
            "actors": actors, "events": events, "checks": checks, "sources": sources, "claims": claims, **others
        }  # fmt: skip
        self._records: Final = {name: {record.id: record for record in records} for name, records in families.items()}
        self._names: Final[dict[tuple[str, ...], Names[str]]] = {}
        self._acting_for: Final = _reversed((actor.id, actor.acts_for) for actor in actors if actor.acts_for)
        self._members: Final[Mapping[str, Iterable[str]]] = {actor.id: actor.members for actor in actors}
        self._groups: Final = _reversed((actor.id, member) for actor in actors for member in actor.members)
        self.claims_about: Final = _reversed((claim.id, about) for claim in claims for about in claim.about)
        """The claims about each event and actor."""
        details: list[Any] = [*others.get("figures", ()), *others.get("quotes", ())]
        links = [(event.id, link) for event in events for link in event.links]
        self._details: Final = _reversed((record.id, record.event) for record in details if record.event)
        self._parts_of: Final = _reversed((part, link.to) for part, link in links if link.kind == "part_of")

    def resolve(self, families: str | tuple[str, ...], key: str | HasId[str], argument: str, example: str = "") -> str:
        """The id for an id or a record of some families. Raises WrongTypeError for any other type and for a record of
        another family, UnknownIdError for an unknown id. ``example`` is a call with several.
        """
        among = (families,) if isinstance(families, str) else families
        name = key if isinstance(key, str) else getattr(key, "id", None)
        if not isinstance(name, str) or (name is not key and self.family_of_id(name) not in (*among, "")):
            # no record, or one of another family
            *first, last = (RECORD_NOUNS[family] for family in among)
            kinds = f"{', '.join(first)} or {last}" if first else last
            raise WrongTypeError(argument, key, want_separately(f"the id or record of {kinds}", key, example))
        for family in among:
            known = self._records[family]
            if name in known:
                return name
            if name in self.retired and self.retired[name] in known:
                warn_retired(name, self.retired[name])
                return self.retired[name]
        asked = "the brief" if self._records.keys() <= {*among} else " or ".join(among)
        raise UnknownIdError(asked, name, self.near(among, name), self.family_of_id(name))

    def near(self, families: tuple[str, ...], asked: str) -> tuple[str, ...]:
        """Up to three ids of records of some families with this name, or with a similar name or id."""
        return self._names_of(families).near(asked)[:MOST_NEAR]

    def _names_of(self, families: tuple[str, ...]) -> Names[str]:
        """Who bears which name in some families; made when first asked for."""
        if families not in self._names:
            pairs = [pair for family in families for pair in self._records[family].items()]
            self._names[families] = Names((key, names_of(key, record)) for key, record in pairs)
        return self._names[families]

    def family_of_id(self, name: str) -> str:
        """The family that has an id, or what replaced it; an empty text where none has it."""
        replacement = self.retired.get(name)
        return next((family for family, known in self._records.items() if name in known or replacement in known), "")

    def is_part(self, first: str, second: str) -> bool:
        """Whether one of two actors belongs to the other: as member of a group, organ or spokesman."""
        return first in self.reach(second, _PARTS) or second in self.reach(first, _PARTS)

    def with_details(self, record: str) -> tuple[str, ...]:
        """A record and, if it is an event, its figures and quotes."""
        return (record, *self._details.get(record, ()))

    def event_parts(self, event: str) -> frozenset[str]:
        """A record and, if it is an event, the events that are part of it, with their figures and quotes."""
        return reachable_from(event, [self._details, self._parts_of])

    def contradicted_by(self, record: str) -> list[CheckId]:
        """The checks by which sources contradict or dispute a record or, of an event, its figures and quotes."""
        subjects = self.with_details(record)
        return [check.id for check in self._contradicting if check.about in subjects]

    def elsewhere(self, family: str, name: str) -> str:
        """Which of the other families have records that bear a name, as calls that find them."""
        found = ((other, self._names_of((other,)).find(name)) for other in self._records if other != family)
        return ", ".join(f"{other}.find({name!r}) has {len(keys)}" for other, keys in found if keys)

    def reach(self, actor: str, include: frozenset[Include]) -> frozenset[str]:
        """The actors that a name includes. Groups are only those of the named actor itself: otherwise the group of a
        state would bring in all its other members.
        """
        if not include:
            return frozenset((actor,))
        below: list[Mapping[str, Iterable[str]]] = []
        below += [self._acting_for] if "acting_for" in include else []
        below += [self._members] if "members" in include else []
        above = [self._groups] if "groups" in include else []
        return reachable_from(actor, below) | reachable_from(actor, above)


def _reversed(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """For each second item of the pairs, the first items."""
    turned: dict[str, list[str]] = {}
    for first, second in pairs:
        turned.setdefault(second, []).append(first)
    return turned


def reachable_from(start: str, tables: Iterable[Mapping[str, Iterable[str]]]) -> frozenset[str]:
    """The start and everything that can be reached from it by the tables, in any number of steps."""
    reached, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        further = {other for table in tables for other in table.get(at, ())} - reached
        reached |= further
        waiting += further
    return frozenset(reached)
