"""The events as a collection: who, when, what, and what belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from ._collection import CitedCollection, LeftOut, check_word
from ._dates import DateLike, as_range
from ._event import Event
from ._ids import ActorId, EventId
from ._index import NOWHERE, Positions, union
from ._record import HasId
from ._relations import Reach
from ._rows import Cell
from ._vocabulary import EventContext, EventType, LinkKind, Modality, Role, Status
from ._when import DatesOf, inside, interval, intervals, readings, time_order, undated as none_dated

if TYPE_CHECKING:
    from ._dyads import Dyad

Direction: TypeAlias = Literal["from", "to", "either"]
"""Which end of a link: links that lead ``from`` the given event, ``to`` it, or ``either``."""


class Events(CitedCollection[Event]):
    """The events, by id. All of them, whatever their status: ``.actual`` leaves those that the article takes for real.

    >>> from jcpoa_brief import events
    >>> events["us-leaves-jcpoa"].date.edtf
    '2018-05'
    """

    __slots__ = ()
    _columns = ("id", "title", "date_edtf", "status", "type", "record", "citations")
    _counted = "status"

    def __getitem__(self, key: EventId, /) -> Event:
        return self._record(key)

    @property
    def ids(self) -> tuple[EventId, ...]:
        """The ids, in the article's order."""
        return tuple(event.id for event in self)

    def rows(self) -> list[dict[str, Cell]]:
        """As for every collection, with one more column, ``record``: what the checks of the event found, such as
        ``date differs``; none where there are no checks.

        >>> from jcpoa_brief import events
        >>> next(row["record"] for row in events.rows() if row["id"] == "us-airstrike-in-syria")
        'date differs'
        """
        verdicts = self._index.relations.verdicts
        return [
            {
                **row,
                "record": "; ".join(f"{aspect} {verdict}" for aspect, verdict in verdicts.get(event.id, ())) or None,
            }
            for event, row in zip(self, super().rows(), strict=True)
        ]

    # -- who --

    def involving(
        self,
        *actors: ActorId | HasId[ActorId],
        role: Role | None = None,
        include: Reach | Iterable[Reach] = (),
    ) -> Events:
        """The events in which all of these actors take part, in this role if one is given.

        ``include`` says how far a name reaches: just the actor by default, or also those ``acting_for`` it, its
        ``members``, the ``groups`` that it belongs to. Raises UnknownIdError and UnknownValueError.

        >>> from jcpoa_brief import actors, events
        >>> exactly = events.involving("iran", role="agent")
        >>> exactly == events.involving(actors["iran"], role="agent")
        True
        >>> len(events.involving("iran", role="agent", include="acting_for")) > len(exactly)
        True
        """
        found = self
        for actor in actors:
            found = found._select_any(self._of(actor, role, include))
        return found

    def directed(
        self,
        agent: ActorId | HasId[ActorId],
        recipient: ActorId | HasId[ActorId],
        *,
        include: Reach | Iterable[Reach] = (),
    ) -> Events:
        """The events that one actor does and that are done to or for another; ``include`` is as for ``involving``.

        >>> from jcpoa_brief import events
        >>> {event.status for event in events.directed("united-states", "iran").actual} <= {"occurred", "ongoing"}
        True
        """
        return self.involving(agent, role="agent", include=include).involving(
            recipient, role="recipient", include=include
        )

    def dyads(self) -> tuple[Dyad, ...]:
        """One row for each agent and each recipient of each event.

        An event with several agents or recipients gives every pair; one that lacks a side has None there, so that
        every event has a row. Participants in the role ``other`` are in no pair.

        >>> from jcpoa_brief import events
        >>> len(events.dyads()) >= len(events)
        True
        """
        from ._dyads import dyads  # noqa: PLC0415  # only who tables events needs it

        return tuple(pair for event in self for pair in dyads(event))

    def _of(
        self, actor: ActorId | HasId[ActorId], role: Role | None, include: Reach | Iterable[Reach]
    ) -> Iterable[Positions]:
        """Where an actor and each of those whom its name reaches take part."""
        if role is not None:
            check_word("role", role, get_args(Role))
        wanted: frozenset[Reach] = frozenset((include,) if isinstance(include, str) else include)
        for word in wanted:
            check_word("include", word, get_args(Reach))
        relations = self._index.relations
        table = self._index.facet("participants", _parts)
        names = relations.reach(relations.resolve("actors", actor), wanted)
        return (table.get((name, role), NOWHERE) for name in names)

    # -- when --

    def between(
        self,
        start: DateLike | None,
        end: DateLike | None,
        *,
        undated: bool = False,
        within: bool = False,
        dates: DatesOf = "article",
    ) -> Events:
        """The events that can have happened between two dates, both included.

        Dates are EDTF texts or ``datetime.date``; a month ends on its last day; None or ``".."`` is open. An event
        matches when any reading of its date shares a day with the interval, or with ``within`` only when all of them
        lie inside it. Undated events are left out unless ``undated``; the ``repr`` says how many. With
        ``dates="record"`` the record's date counts where a check gives one.

        Raises InvalidDateError for what is no date and for an interval that ends before it starts.

        >>> from jcpoa_brief import events
        >>> events["us-leaves-jcpoa"] in events.between("2018-05-31", "2018-12")
        True
        """
        check_word("dates", dates, get_args(DatesOf))
        days = interval(start, end)
        hits = intervals(self._index, dates).overlapping(days)
        if within:
            each = readings(self._index, dates)
            hits = tuple(place for place in hits if all(inside(reading, days) for reading in each[place]))
        without = none_dated(self._index, dates)
        if undated:
            return self._select(union([hits, without]))
        return self._select(hits, LeftOut("undated", self._positions, without))

    def on(self, day: DateLike, *, undated: bool = False, within: bool = False, dates: DatesOf = "article") -> Events:
        """The events that can have happened on a day, or in a month or year; as ``between`` with both ends the same.

        >>> from jcpoa_brief import events
        >>> events.on("2021-03-01") == events.between("2021-03-01", "2021-03-01")
        True
        """
        days = as_range(day)
        return self.between(days.earliest, days.latest, undated=undated, within=within, dates=dates)

    @property
    def dated(self) -> Events:
        """Those for which the article gives a date or a hint of one."""
        return self._any_of("has a date", lambda event: [event.date is not None], [True])

    @property
    def undated(self) -> Events:
        """Those for which it gives none."""
        return self._any_of("has a date", lambda event: [event.date is not None], [False])

    def chronological(self) -> tuple[Event, ...]:
        """The events in time, by first and then by last possible day; the undated ones at the end, in their order.

        >>> from jcpoa_brief import events
        >>> events.of_type("SANCTION").actual.between("2018", "2018").chronological()[0].id
        'us-leaves-jcpoa'
        """
        return tuple(sorted(self, key=time_order))

    # -- what --

    @property
    def actual(self) -> Events:
        """Those that the article takes for real: occurred or ongoing. The ``repr`` says how many were left out.

        >>> from jcpoa_brief import events
        >>> {event.status for event in events.actual} == {"occurred", "ongoing"}
        True
        """
        real = self._index.facet("actual", lambda event: [event.actual])
        return self._select(real.get(True, NOWHERE), LeftOut("not actual", self._positions, real.get(False, NOWHERE)))

    def with_status(self, *statuses: Status) -> Events:
        """Those with any of these statuses. Raises UnknownValueError for a word that is none.

        >>> from jcpoa_brief import events
        >>> events.with_status("occurred", "ongoing") == events.actual
        True
        """
        return self._worded("status", statuses, get_args(Status), lambda event: [event.status])

    def of_modality(self, *modalities: Modality) -> Events:
        """The hypothetical ones that are thought of in any of these ways.

        Their agent is who would act, not who demands or fears it: who demands is the agent of the REQUEST that
        ``concerns`` it.

        >>> from jcpoa_brief import events
        >>> {event.status for event in events.of_modality("demanded")}
        {'hypothetical'}
        """
        return self._worded("modality", modalities, get_args(Modality), lambda event: [event.modality])

    def of_type(self, *types: EventType) -> Events:
        """Those of any of these PLOVER types.

        >>> from jcpoa_brief import events
        >>> events["us-leaves-jcpoa"] in events.of_type("SANCTION")
        True
        """
        return self._worded("type", types, get_args(EventType), lambda event: [event.type])

    def in_context(self, *contexts: EventContext) -> Events:
        """Those that touch on any of these PLOVER contexts.

        >>> from jcpoa_brief import events
        >>> len(events.in_context("military")) > 0
        True
        """
        return self._worded("context", contexts, get_args(EventContext), lambda event: event.contexts)

    def in_country(self, *countries: str) -> Events:
        """Those that the article locates in any of these countries, as ISO 3166-1 alpha-3 codes.

        >>> from jcpoa_brief import events
        >>> {event.place.country for event in events.in_country("SYR")}
        {'SYR'}
        """
        known = self._index.facet("country", _country)
        return self._worded("country", countries, tuple(map(str, known)), _country)

    def credited_to(self, actor: ActorId | HasId[ActorId], /) -> Events:
        """Those for which the article cites this actor.

        >>> from jcpoa_brief import events
        >>> all(event.credited_to == "john-kirby" for event in events.credited_to("john-kirby"))
        True
        """
        return self._any_of(
            "credited", lambda event: [event.credited_to], [self._index.relations.resolve("actors", actor)]
        )

    # -- what belongs together --

    def linked(
        self,
        event: EventId | HasId[EventId],
        kind: LinkKind | None = None,
        *,
        direction: Direction = "either",
        transitive: bool = False,
    ) -> Events:
        """The events that a link joins to one, without that one itself.

        ``direction="from"`` follows the links that the event has, ``"to"`` those that lead to it. With ``transitive``
        the links of what is found are followed too, through events outside this selection as well; circles are safe.

        >>> from jcpoa_brief import events
        >>> events.linked("us-airstrike-in-syria", "responds_to", direction="from").first().status
        'occurred'
        """
        check_word("direction", direction, get_args(Direction))
        if kind is not None:
            check_word("kind", kind, get_args(LinkKind))
        start = self._index.by_key[self._index.relations.resolve("events", event)]
        found, waiting = {start}, [start]
        while waiting:
            further = [place for place in self._neighbours(waiting.pop(), kind, direction) if place not in found]
            found.update(further)
            if transitive:
                waiting += further
        return self._select(tuple(sorted(found - {start})))

    def incidents(self) -> tuple[Events, ...]:
        """Groups of events that ``part_of`` links join into one incident, each a selection of two or more.

        >>> from jcpoa_brief import events
        >>> all(len(incident) > 1 for incident in events.incidents())
        True
        """
        groups: list[Events] = []
        seen: set[EventId] = set()
        for event in self:
            if event.id not in seen:
                others = self.linked(event, "part_of", transitive=True)
                seen |= {event.id, *others.ids}
                groups += [others | self._select((self._index.by_key[event.id],))] if others else []
        return tuple(groups)

    def _neighbours(self, place: int, kind: LinkKind | None, direction: Direction) -> Iterable[int]:
        event = self._index.records[place]
        if direction != "to":
            yield from (self._index.by_key[link.to] for link in event.links if kind in (None, link.kind))
        if direction != "from":
            yield from self._index.facet("links to", _links).get((event.id, kind), NOWHERE)


def _parts(event: Event) -> Iterable[tuple[str, Role | None]]:
    """Every participant with its role, and once without."""
    for part in event.participants:
        yield part.actor, part.role
        yield part.actor, None


def _links(event: Event) -> Iterable[tuple[str, LinkKind | None]]:
    """Every event that it has a link to with the link's kind, and once without."""
    for link in event.links:
        yield link.to, link.kind
        yield link.to, None


def _country(event: Event) -> Sequence[str]:
    return [event.place.country] if event.place is not None and event.place.country is not None else []
