"""The events as a collection: who does what to whom. When, and what belongs together, have modules of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final, NamedTuple, Self, get_args

from .._arguments import check_several, check_word
from .._exported import exported_from
from .._messages import listed
from .._model.event import Event, in_role
from .._model.ids import ActorId, CheckId, EventId
from .._model.record import HasId
from .._model.vocabulary import Country, EventContext, EventMode, EventType, Modality, Role, Sector, Status
from .events_in_time import EventsInTime
from .filtering import Words
from .index import NOWHERE, Positions
from .linked_events import LinkedEvents
from .relations import Reach, Relations
from .rows import Column, Row, column_of, date_cells, date_columns


@exported_from("jcpoa_brief.types")
class Dyad(NamedTuple):
    """One agent and one recipient of one event.

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
    """The PLOVER contexts, parted by semicolons."""
    agent_country: Country | None
    agent_sector: Sector | None
    recipient_country: Country | None
    recipient_sector: Sector | None


def dyads(event: Event, relations: Relations) -> Iterator[Dyad]:
    """Every pair of an event's agents and recipients; None stands for a side that it lacks."""
    when, checked = event.date, relations.date_checks.get(event.id, ())
    unknown: tuple[Country | None, Sector | None] = (None, None)
    for agent, recipient in product(in_role(event, "agent") or (None,), in_role(event, "recipient") or (None,)):
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
        )


_REACHES: Final[tuple[Reach, ...]] = get_args(Reach)

_ANY_REACH: Final = f"any of {listed(_REACHES)}"


@exported_from("jcpoa_brief")
class Events(EventsInTime, LinkedEvents):
    """The events, by id. All of them, whatever their status: ``.actual`` leaves those that the article takes for real.

    >>> from jcpoa_brief import events
    >>> events["us-leaves-jcpoa"].date.edtf
    '2018-05'
    """

    __slots__ = ()
    record_type = Event
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
        include: Reach | Iterable[Reach] = (),
    ) -> Self:
        """The events in which all of these actors take part, in this role if one is given; none for no actors.

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
        reach = _reach(include)
        if not actors:
            return self._select(NOWHERE)
        found = self
        for actor in actors:
            found = found._select_any(self._of(actor, role, reach, "actor", "involving(*actors)"))
        return found

    def directed(
        self,
        agent: ActorId | HasId[ActorId],
        recipient: ActorId | HasId[ActorId],
        *,
        include: Reach | Iterable[Reach] = (),
    ) -> Self:
        """The events that one actor does and that are done to or for another; ``include`` is as for ``involving``.

        >>> from jcpoa_brief import events
        >>> {event.status for event in events.directed("united-states", "iran").actual} <= {"occurred", "ongoing"}
        True
        """
        reach = _reach(include)
        parts: tuple[tuple[ActorId | HasId[ActorId], Role], ...] = ((agent, "agent"), (recipient, "recipient"))
        found = self
        for actor, role in parts:
            found = found._select_any(self._of(actor, role, reach, role))
        return found

    def dyads(self) -> tuple[Dyad, ...]:
        """One row for each agent and each recipient of each event.

        An event with several agents or recipients gives every pair; one that lacks a side has None there, so that
        every event has a row. Participants in the role ``other`` are in no pair.

        >>> from jcpoa_brief import events
        >>> len(events.dyads()) >= len(events)
        True
        """
        return tuple(pair for event in self for pair in dyads(event, self._index.relations))

    def _of(
        self, actor: ActorId | HasId[ActorId], role: Role | None, reach: frozenset[Reach], argument: str, star: str = ""
    ) -> Iterable[Positions]:
        """Where an actor and each of those whom its name reaches take part."""
        relations = self._index.relations
        table = self._index.facet("participants", _parts)
        names = relations.reach(relations.resolve("actors", actor, argument, star), reach)
        return (table.get((name, role), NOWHERE) for name in names)

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

    def in_context(self, *contexts: EventContext) -> Self:
        """Those that touch on any of these PLOVER contexts.

        >>> from jcpoa_brief import events
        >>> len(events.in_context("military")) > 0
        True
        """
        words = Words("context", "in_context(*contexts)", get_args(EventContext), "without a context")
        return self._worded(words, contexts, lambda event: event.contexts or (None,))

    def in_country(self, *countries: Country) -> Self:
        """Those that the article locates in any of these countries, as ISO 3166-1 alpha-3 codes; none for a code that
        only actors have. Raises UnknownValueError for a code that the brief does not use.

        >>> from jcpoa_brief import events
        >>> {event.place.country for event in events.in_country("SYR")}
        {'SYR'}
        """
        words = Words("country", "in_country(*countries)", get_args(Country), "without a country")
        return self._worded(words, countries, _country)

    def credited_to(self, actor: ActorId | HasId[ActorId], /) -> Self:
        """Those for which the article cites this actor.

        >>> from jcpoa_brief import events
        >>> all(event.credited_to == "john-kirby" for event in events.credited_to("john-kirby"))
        True
        """
        name = self._index.relations.resolve("actors", actor, "actor")
        return self._any_of("credited", lambda event: [event.credited_to], [name], "credited to nobody")


def _parts(event: Event) -> Iterable[tuple[str, Role | None]]:
    """Every participant with its role, and once without."""
    for part in event.participants:
        yield part.actor, part.role
        yield part.actor, None


def _country(event: Event) -> tuple[str | None]:
    return (event.place.country if event.place is not None else None,)


def _reach(include: Reach | Iterable[Reach]) -> frozenset[Reach]:
    """How far a name reaches, one way or several."""
    several = (include,) if isinstance(include, str) else include
    check_several("include", several, _ANY_REACH)
    reach = tuple(several)
    for word in reach:
        check_word("include", word, _REACHES)
    return frozenset(reach)
