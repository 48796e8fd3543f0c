"""The events as a collection: who does what to whom. When, and what belongs together, have modules of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import permutations, product
from typing import ClassVar, Final, NamedTuple, Self, get_args

from .._arguments import check_word, read_words
from .._exported import exported_from
from .._model.event import Event, in_role
from .._model.ids import ActorId, CheckId, EventId
from .._model.record import Entry, HasId
from .._model.vocabulary import Country, EventContext, EventMode, EventType, Modality, Role, Sector, Status
from .collection import AnyOrAll
from .events_in_time import EventsInTime
from .filtering import Words, countries as country_codes
from .index import NOWHERE, union
from .linked_events import LinkedEvents
from .relations import Include, Relations
from .rows import Column, Row, column_of, date_cells, date_columns


@exported_from("jcpoa_brief.types")
class Dyad(NamedTuple):
    """One agent and one recipient of one event; in an agreement or a consultation two who act together.

    >>> from jcpoa_brief import events
    >>> sorted({dyad.agent for dyad in events.dyads() if dyad.event == "us-leaves-jcpoa"})
    ['donald-trump', 'united-states']
    """

    event: EventId
    agent: ActorId | None
    recipient: ActorId | None
    type: EventType | None
    mode: EventMode | None
    status: Status
    date: str | None
    """The article's date in EDTF."""
    date_earliest: dt.date | None
    """The first day that it allows."""
    date_latest: dt.date | None
    """The last day that it allows."""
    record_date: str | None
    """The record's date in EDTF, where a check gives one."""
    contexts: str | None
    """The PLOVER contexts, with semicolons between them."""
    agent_country: Country | None
    agent_sector: Sector | None
    recipient_country: Country | None
    recipient_sector: Sector | None
    symmetric: bool
    """Whether both are agents, who act with each other: such a pair has a row in each direction."""


def dyads(event: Event, relations: Relations) -> Iterator[Dyad]:
    """Every pair of an event's agents and recipients, or of those who act together but for a body and its own part;
    None stands for a side that it lacks.
    """
    when, checked = event.date, relations.date_checks.get(event.id, ())
    unknown: tuple[Country | None, Sector | None] = (None, None)
    pairs, symmetric = actor_pairs(event)
    if symmetric:
        pairs = [pair for pair in pairs if not relations.is_part(*pair)]
    sides = product(in_role(event, "agent") or (None,), in_role(event, "recipient") or (None,))
    for agent, recipient in pairs or sides:
        agent_country, agent_sector = relations.country_and_sector.get(agent, unknown)
        recipient_country, recipient_sector = relations.country_and_sector.get(recipient, unknown)
        yield Dyad(
            event.id,
            agent,
            recipient,
            event.type,
            event.mode,
            event.status,
            when.edtf if when else None,
            date_earliest=when.earliest if when else None,
            date_latest=when.latest if when else None,
            record_date=checked[0].date if checked else None,
            contexts="; ".join(event.contexts) or None,
            agent_country=agent_country,
            agent_sector=agent_sector,
            recipient_country=recipient_country,
            recipient_sector=recipient_sector,
            symmetric=symmetric and bool(pairs),
        )


_SYMMETRIC: Final[tuple[EventType, ...]] = ("AGREE", "CONSULT", "COOPERATE")  # who acts is acted with


def actor_pairs(event: Event) -> tuple[list[tuple[ActorId, ActorId]], bool]:
    """Every agent of an event with every recipient and False; or, where it is symmetric and names agents alone, every
    agent with every other, both ways, and True.
    """
    agents, recipients = in_role(event, "agent"), in_role(event, "recipient")
    symmetric = event.type in _SYMMETRIC and not recipients
    return list(permutations(agents, 2) if symmetric else product(agents, recipients)), symmetric


_INCLUDES: Final[tuple[Include, ...]] = get_args(Include)


@exported_from("jcpoa_brief")
class Events(EventsInTime, LinkedEvents):
    """The events, by id. All of them, whatever their status: ``.actual`` leaves those that the article takes for real.

    >>> from jcpoa_brief import events
    >>> events["us-leaves-jcpoa"].date.edtf
    '2018-05'
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Event
    _columns = ("id", "title", "date_label", "record_date_label", "status", "type", "cited")
    _counted = "status"

    def __getitem__(self, key: EventId, /) -> Event:
        return self._record(key)

    @property
    def ids(self) -> tuple[EventId, ...]:
        """The ids, in the article's order."""
        return tuple(event.id for event in self)

    @classmethod
    def _derived_columns(cls) -> tuple[Column, ...]:
        return (
            Column("record_date", "string", "The date that the independent record gives, in EDTF.", required=False),
            *date_columns("record_date", "the record's date"),
            column_of(CheckId, "record_check", "The check that gives it.")._replace(required=False),
        )

    def _derived(self, record: Event) -> Row:
        check = next(iter(self._index.relations.date_checks.get(record.id, ())), None)
        edtf = check.date if check else None
        return {"record_date": edtf, **date_cells("record_date", edtf), "record_check": check.id if check else None}

    # -- who --

    def involving(
        self,
        *actors: ActorId | HasId[ActorId],
        role: Role | None = None,
        include: Include | Iterable[Include] = (),
        match: AnyOrAll = "all",
    ) -> Self:
        """The events in which all, or with ``match="any"`` any, of these actors take part, in this role if one is
        given; none for no actors. Where one of several leaves none, the ``repr`` says which.

        ``include`` says how far a name reaches: just the actor by default, or also those ``acting_for`` it, its
        ``members``, the ``groups`` that it belongs to. Raises UnknownIdError and UnknownValueError.

        >>> from jcpoa_brief import actors, events
        >>> exactly = events.involving("iran", role="agent")
        >>> exactly == events.involving(actors["iran"], role="agent")
        True
        >>> len(events.involving("iran", role="agent", include="acting_for")) > len(exactly)
        True
        """
        if role is not None:
            check_word("role", role, get_args(Role))
        relations, reach = self._index.relations, _included(include)
        names = [relations.resolve("actors", actor, "actor", "involving(*actors)") for actor in actors]
        table = self._index.facet("participants", _parts)
        groups = [union(table.get((one, role), NOWHERE) for one in relations.reach(name, reach)) for name in names]
        return self._matching(names, groups, match)

    def of_actor_country(self, *countries: Country, role: Role | None = None, match: AnyOrAll = "any") -> Self:
        """Those in which an actor of any of these countries takes part, in this role if one is given; with
        ``match="all"`` actors of all of them. Where an event lies is asked of ``in_country``.

        >>> from jcpoa_brief import events
        >>> events["iran-declines-informal-meeting"] in events.of_actor_country("IRN", role="agent")
        True
        """
        if role is not None:
            check_word("role", role, get_args(Role))
        country_codes("of_actor_country(*countries)").check(countries)
        coded = self._index.relations.country_and_sector
        wanted = [(country, role) for country in countries]

        def values(event: Event) -> list[tuple[str | None, Role | None]]:
            return [(coded[actor][0], part) for actor, part in _parts(event)]

        return self._having("countries of actors", values, wanted, match=match)

    def directed(
        self,
        agent: ActorId | HasId[ActorId],
        recipient: ActorId | HasId[ActorId],
        *,
        include: Include | Iterable[Include] = (),
    ) -> Self:
        """The events that one actor does and that are done to or for another, or that both do with each other: those
        that have this pair in ``dyads``. ``include`` is as for ``involving``.

        >>> from jcpoa_brief import events
        >>> {event.status for event in events.directed("united-states", "iran").actual} <= {"occurred", "ongoing"}
        True
        """
        relations, reach = self._index.relations, _included(include)
        agents = relations.reach(relations.resolve("actors", agent, "agent"), reach)
        recipients = relations.reach(relations.resolve("actors", recipient, "recipient"), reach)
        table = self._index.facet("dyads", lambda event: [pair[1:3] for pair in dyads(event, relations)])
        return self._select(union(table.get(pair, NOWHERE) for pair in product(agents, recipients)))

    def dyads(self) -> tuple[Dyad, ...]:
        """One row for each agent and each recipient of each event.

        An event with several agents or recipients gives every pair; one that lacks a side has None there, so that
        every event has a row. Agreements, consultations and cooperation name agents alone: of these every two are
        paired, once in each direction, and ``symmetric`` says so; a body is not paired with its own part, such as a
        group with its member. Participants in the role ``other`` are in no pair.

        >>> from jcpoa_brief import events
        >>> [(pair.agent, pair.type) for pair in events.dyads() if pair.symmetric and pair.recipient == "iaea"]
        [('iran', 'AGREE')]
        """
        return tuple(pair for event in self for pair in dyads(event, self._index.relations))

    # -- what --

    def with_status(self, *statuses: Status) -> Self:
        """Those with any of these statuses. Raises UnknownValueError for a word that is none.

        >>> from jcpoa_brief import events
        >>> events.with_status("occurred", "ongoing") == events.actual
        True
        """
        words = Words("status", "with_status(*statuses)", get_args(Status))
        return self._worded(words, statuses, lambda event: [event.status])

    def of_modality(self, *modalities: Modality) -> Self:
        """The hypothetical ones that are thought of in any of these ways.

        Their agent is who would act, not who demands or fears it: who demands is the agent of the REQUEST that
        ``concerns`` it.

        >>> from jcpoa_brief import events
        >>> {event.status for event in events.of_modality("demanded")}
        {'hypothetical'}
        """
        words = Words("modality", "of_modality(*modalities)", get_args(Modality), "not hypothetical")
        return self._worded(words, modalities, lambda event: event.modalities or (None,))

    def of_type(self, *types: EventType) -> Self:
        """Those of any of these PLOVER types.

        >>> from jcpoa_brief import events
        >>> events["us-leaves-jcpoa"] in events.of_type("SANCTION")
        True
        """
        words = Words("type", "of_type(*types)", get_args(EventType), "without a type")
        return self._worded(words, types, lambda event: [event.type])

    def in_context(self, *contexts: EventContext, match: AnyOrAll = "any") -> Self:
        """Those that touch on any, or with ``match="all"`` all, of these PLOVER contexts.

        >>> from jcpoa_brief import events
        >>> len(events.in_context("military")) > 0
        True
        """
        words = Words("context", "in_context(*contexts)", get_args(EventContext), "without a context")
        return self._worded(words, contexts, lambda event: event.contexts or (None,), match)

    def in_country(self, *countries: Country) -> Self:
        """Those that the article locates in any of these countries, as ISO 3166-1 alpha-3 codes; none for a code that
        only actors have. Whose events they are is asked of ``of_actor_country``. Raises UnknownValueError for a code
        that the brief does not use.

        >>> from jcpoa_brief import events
        >>> {event.place.country for event in events.in_country("SYR")}
        {'SYR'}
        """
        return self._worded(country_codes("in_country(*countries)"), countries, _country)

    def credited_to(self, *actors: ActorId | HasId[ActorId]) -> Self:
        """Those for which the article cites any of these actors.

        >>> from jcpoa_brief import events
        >>> all(event.credited_to == "john-kirby" for event in events.credited_to("john-kirby"))
        True
        """
        resolve = self._index.relations.resolve
        names = [resolve("actors", actor, "actor", "credited_to(*actors)") for actor in actors]
        return self._having("credited", lambda event: [event.credited_to], names, "credited to nobody")


def _parts(event: Event) -> Iterable[tuple[str, Role | None]]:
    """Every participant with its role, and once without."""
    for part in event.participants:
        yield part.actor, part.role
        yield part.actor, None


def _country(event: Event) -> tuple[str | None]:
    return (event.place.country if event.place is not None else None,)


def _included(include: Include | Iterable[Include]) -> frozenset[Include]:
    """How far a name reaches, one way or several."""
    return frozenset(read_words("include", include, _INCLUDES))
