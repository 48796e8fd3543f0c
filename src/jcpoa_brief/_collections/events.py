"""The events: who does what to whom, what happened when, what is real, and what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import product
from typing import ClassVar, Final, Literal, Self, TypeAlias, get_args

from .._argument_checks import check_flag, check_word, read_words
from .._model.dates import DateLike, as_range, plain_date
from .._model.event import Event
from .._model.ids import ActorId, EventId
from .._model.record import Entry, HasId
from .._model.vocabulary import Country, EventContext, EventType, LinkKind, Modality, QuadClass, Role, Status
from ..errors import InvalidDateError
from .collection import CitedCollection, Keyed
from .date_overlaps import DatesOf, dates_of, interval, time_order
from .dyads import Dyad, dyads
from .filtering import AnyOrAll, check_words, values_of
from .index import NOWHERE, LeftOut, union
from .relations import Include

Direction: TypeAlias = Literal["from", "to", "either"]
"""Which links are followed: those ``from`` the given event, those ``to`` it, or ``either``."""

_INCLUDES: Final[tuple[Include, ...]] = get_args(Include)
_ROLES: Final = get_args(Role)
_LINK_KINDS: Final[tuple[LinkKind, ...]] = get_args(LinkKind)
_DATES: Final = get_args(DatesOf)


class Events(CitedCollection[Event], Keyed[Event, EventId]):
    """The events, by id, whatever their status.

    ``.actual`` keeps those that the article presents as having occurred or as ongoing.

    >>> events["us-leaves-jcpoa"].date.edtf
    '2018-05'
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Event
    _shown = ("id", "title", "date_label", "record_date_label", "status", "type", "cited")
    _counted = "status"

    # -- who --

    def involving(
        self,
        *actors: ActorId | HasId[ActorId],
        role: Role | None = None,
        include: Include | Iterable[Include] = (),
        match: AnyOrAll = "all",
    ) -> Self:
        """The events in which all, or with ``match="any"`` any, of these actors take part, in this role if one is
        given. The ``repr`` says how many more ``include`` would find, and which actor is the reason if it is empty.

        ``include`` says how far a name reaches: just the actor by default, or also those ``acting_for`` it, its
        ``members``, the ``groups`` that it belongs to. Raises UnknownIdError and UnknownValueError.

        >>> exactly = events.involving("iran", role="agent")
        >>> exactly == events.involving(actors["iran"], role="agent")
        True
        >>> len(events.involving("iran", role="agent", include="acting_for")) > len(exactly)
        True
        """
        if role is not None:
            check_word("role", role, _ROLES)
        relations = self._index.relations
        reach: frozenset[Include] = read_words("include", include, _INCLUDES)
        names = [relations.resolve("actors", actor, "actor", "involving(*actors)") for actor in actors]
        table = self._index.facet("participants", _parts)
        groups = [union(table.get((one, role), NOWHERE) for one in relations.reach(name, reach)) for name in names]
        found = self._narrow_to(names, groups, match)
        if reach or not names:
            return found
        return self._counting_wider(found, lambda word: self.involving(*actors, role=role, include=word, match=match))

    def of_actor_country(self, *countries: Country, role: Role | None = None, match: AnyOrAll = "any") -> Self:
        """Those in which an actor of any of these countries takes part, in this role if one is given; with
        ``match="all"`` actors of all of them. A group has no country: the ``repr`` counts the events of groups with a
        member from there. For where an event takes place use ``in_country``.

        >>> events["iran-declines-informal-meeting"] in events.of_actor_country("IRN", role="agent")
        True
        """
        if role is not None:
            check_word("role", role, _ROLES)
        check_words("country", "of_actor_country(*countries)", countries, get_args(Country))
        known = self._index.relations.actors

        def values(event: Event) -> list[tuple[str | None, Role | None]]:
            return [(known[actor].country, part) for actor, part in _parts(event)]

        def values_of_members(event: Event) -> list[tuple[str | None, Role | None]]:
            return [(known[one].country, part) for actor, part in _parts(event) for one in known[actor].members]

        wanted = [(country, role) for country in countries]
        found = self._filter_by_value("countries of actors", values, wanted, match=match)
        table = self._index.facet("countries of members", values_of_members)
        groups = union(table.get(pair, NOWHERE) for pair in wanted)
        return self._counting(found, [("of a group with a member from there", groups)])

    def directed(
        self,
        agent: ActorId | HasId[ActorId],
        recipient: ActorId | HasId[ActorId],
        *,
        include: Include | Iterable[Include] = (),
    ) -> Self:
        """The events with this agent and this recipient, or in which both act together: those that have this pair in
        ``dyads``. ``include`` is as for ``involving``.

        >>> {event.status for event in events.directed("united-states", "iran").actual} <= {"occurred", "ongoing"}
        True
        """
        relations = self._index.relations
        reach: frozenset[Include] = read_words("include", include, _INCLUDES)
        agents = relations.reach(relations.resolve("actors", agent, "agent"), reach)
        recipients = relations.reach(relations.resolve("actors", recipient, "recipient"), reach)
        table = self._index.facet("dyads", lambda event: [pair[1:3] for pair in dyads(event, relations)])
        found = self._select(union(table.get(pair, NOWHERE) for pair in product(agents, recipients)))
        if reach:
            return found
        return self._counting_wider(found, lambda word: self.directed(agent, recipient, include=word))

    def _counting_wider(self, found: Self, ask: Callable[[Include], Self]) -> Self:
        """A selection whose repr says how many more events each ``include`` would find."""
        return self._counting(found, [(f"with include={word!r}", partial(ask, word)) for word in _INCLUDES])

    def dyads(self, *, dates: DatesOf = "article") -> tuple[Dyad, ...]:
        """One row for each agent and each recipient of each event.

        An event with several agents or recipients gives every pair; one without an agent or recipient has None there,
        so that every event has a row. Agreements, consultations and cooperation have only agents: every two of them
        are paired, once in each direction, and ``symmetric`` says so; a group is not paired with its member.
        Participants in the role ``other`` are in no pair. With ``dates="record"`` a row has the date that independent
        sources give, if a check has one.

        >>> [(pair.agent, pair.type) for pair in events.dyads() if pair.symmetric and pair.recipient == "iaea"]
        [('iran', 'AGREE')]
        """
        check_word("dates", dates, _DATES)
        return tuple(pair for event in self for pair in dyads(event, self._index.relations, dates))

    # -- what --

    def with_status(self, *statuses: Status) -> Self:
        """Those with any of these statuses. Raises UnknownValueError for any other word.

        >>> events.with_status("occurred", "ongoing") == events.actual
        True
        """
        return self._filter_by_word("status", "with_status(*statuses)", statuses)

    def of_modality(self, *modalities: Modality) -> Self:
        """The hypothetical events with any of these modalities.

        Their agent is the one who would act, not the one who demands or fears it. The one who demands is the agent of
        the REQUEST that ``concerns`` it.

        >>> {event.status for event in events.of_modality("demanded")}
        {'hypothetical'}
        """
        values = values_of("modalities")
        example, lacking = "of_modality(*modalities)", "not hypothetical"
        return self._filter_by_word("modality", example, modalities, values=values, lacking=lacking)

    def of_type(self, *types: EventType) -> Self:
        """Those of any of these PLOVER types.

        >>> events["us-leaves-jcpoa"] in events.of_type("SANCTION")
        True
        """
        return self._filter_by_word("type", "of_type(*types)", types)

    def of_quad_class(self, *classes: QuadClass) -> Self:
        """Those whose PLOVER type is in any of these quad classes: conflict or cooperation, in words or in deeds. A
        ``REQUEST`` is verbal conflict in PLOVER 2.0, an offer to meet too.

        >>> events["us-leaves-jcpoa"] in events.of_quad_class("material_conflict")
        True
        """
        return self._filter_by_word(
            "quad class", "of_quad_class(*classes)", classes, field="quad_class", allowed=get_args(QuadClass),
            lacking="without a type",
        )  # fmt: skip

    def in_context(self, *contexts: EventContext, match: AnyOrAll = "any") -> Self:
        """Those that touch on any, or with ``match="all"`` all, of these PLOVER contexts.

        >>> len(events.in_context("military")) > 0
        True
        """
        return self._filter_by_word("context", "in_context(*contexts)", contexts, field="contexts", match=match)

    def in_country(self, *countries: Country) -> Self:
        """Those that the article locates in any of these countries, as ISO 3166-1 alpha-3 codes. For the country of
        the actors use ``of_actor_country``. Raises UnknownValueError for a code that the brief does not use.

        >>> {event.place.country for event in events.in_country("SYR")}
        {'SYR'}
        """
        found = self._filter_by_word(
            "country",
            "in_country(*countries)",
            countries,
            allowed=get_args(Country),
            values=lambda event: [event.place.country if event.place else None],
        )
        return found or self._with_hint(found, "of_actor_country asks for the country of those who take part")

    def credited_to(self, *actors: ActorId | HasId[ActorId]) -> Self:
        """Those for which the article names any of these actors as its source.

        >>> all(event.credited_to == "john-kirby" for event in events.credited_to("john-kirby"))
        True
        """
        return self._filter_by_id(
            "credited_to", "credited_to(*actors)", actors, argument="actor", lacking="credited to nobody"
        )

    # -- when --

    def between(
        self,
        start: DateLike | None,
        end: DateLike | None,
        *,
        undated: bool = False,
        within: bool = False,
        dates: DatesOf = "article",
    ) -> Self:
        """The events that can have happened between two dates, both included.

        Dates are EDTF texts, ``datetime.date`` or years as numbers; a month ends on its last day; None or ``".."`` is
        open. An event matches if any of its dates shares a day with the interval, though it may have happened outside
        it; with ``within`` only if all of them lie wholly inside. Undated events are left out unless ``undated``. With
        ``dates="record"`` the date that independent sources give is used, if a check has one. The ``repr`` counts those
        that may lie outside, the undated, and what lies inside by the sources' dates.

        If an event occurred, is ongoing or did not occur, and the article's date has no end, it ends on the last day on
        which the article can have been finished. Other events keep an open end, and so do dates from sources.

        Raises InvalidDateError for a text that is not a date, and for an interval that ends before it starts.

        >>> events["us-leaves-jcpoa"] in events.between("2018-05-31", "2018-12")
        True
        """
        check_word("dates", dates, _DATES)
        check_flag("undated", undated)
        check_flag("within", within)
        days = interval(start, end)
        dated = dates_of(self._index, dates)
        possible = dated.overlapping(days)
        inside = partial(dated.wholly_inside, possible, days)
        hits = inside() if within else possible
        unsure = LeftOut("", possible, lambda: tuple(sorted({*possible}.difference(inside()))), kept=True)
        found = self._select(union([hits, dated.undated]) if undated else hits, *(() if within else [unsure]))
        by_sources = partial(self.between, start, end, within=True, dates="record")
        others = [("undated", dated.undated), ("not surely within", possible)]
        further = [("within by the dates of the sources", by_sources)] if dates == "article" else []
        return self._counting(found, [*others, *further])

    def on(self, day: DateLike, *, undated: bool = False, within: bool = False, dates: DatesOf = "article") -> Self:
        """The events that can have happened on a day, or in a month or year: ``between`` with equal ends.

        >>> events.on("2021-03-01") == events.between("2021-03-01", "2021-03-01")
        True
        """
        if plain_date("day", day) == "..":
            raise InvalidDateError("..", "want a day, a month, a year or an interval, such as 2021-02")
        days = as_range(day, "day")
        return self.between(days.earliest, days.latest, undated=undated, within=within, dates=dates)

    @property
    def dated(self) -> Self:
        """Those with a date. The ``repr`` says how many were left out."""
        return self._filter_by_value("dated", lambda event: [True if event.date else None], [True], "undated")

    @property
    def undated(self) -> Self:
        """Those without a date."""
        return self - self.dated

    def chronological(self, *, dates: DatesOf = "article") -> tuple[Event, ...]:
        """The events by the first day that their date allows, then by the last; undated ones at the end. With
        ``dates="record"`` the date that independent sources give is used, if a check has one.

        >>> events.of_type("SANCTION").actual.between("2018", "2018", within=True).chronological()[0].id
        'us-leaves-jcpoa'
        """
        check_word("dates", dates, _DATES)
        record = self._index.relations.record_dates if dates == "record" else {}
        return tuple(sorted(self, key=lambda event: time_order(record.get(event.id) or event.date)))

    @property
    def actual(self) -> Self:
        """Those that the article presents as having occurred or as ongoing. The ``repr`` says how many were left out.

        >>> {event.status for event in events.actual} == {"occurred", "ongoing"}
        True
        """
        return self._filter_by_value("actual", lambda event: [event.actual or None], [True], "not actual")

    # -- what belongs together --

    def linked(
        self,
        event: EventId | HasId[EventId],
        kind: LinkKind | None = None,
        *,
        direction: Direction = "either",
        transitive: bool = False,
    ) -> Self:
        """The events that are linked to an event.

        ``direction="from"`` follows the links that the event has, ``"to"`` those that lead to it. With ``transitive``
        the links of what is found are followed too, also through events outside this selection; circles are safe.
        With a ``kind``, the ``repr`` counts the events with links of other kinds, and if nothing is found, the claims
        about the event, which may give reasons.

        >>> events.linked("us-airstrike-in-syria", "responds_to", direction="from").first().status
        'occurred'
        """
        check_word("direction", direction, get_args(Direction))
        check_flag("transitive", transitive)
        if kind is not None:
            check_word("kind", kind, _LINK_KINDS)
        start = self._index.by_key[self._index.relations.resolve("events", event, "event")]
        found, waiting = {start}, [start]
        while waiting:
            further = set(self._neighbours(waiting.pop(), kind, direction)) - found
            found |= further
            waiting += further if transitive else ()
        linked = self._select(tuple(sorted(found - {start})))
        if kind is None:
            return linked
        name = str(self._index.keys[start])
        if not linked and (claims := self._index.relations.claims_about.get(name)):
            linked = self._with_hint(linked, f"claims.about({name!r}) has {len(claims)}")
        ask = partial(self.linked, event, direction=direction)
        return self._counting(linked, [(f"by {other}", partial(ask, other)) for other in _LINK_KINDS if other != kind])

    def incidents(self) -> tuple[Self, ...]:
        """Groups of two or more events that ``part_of`` links make one incident.

        >>> all(len(incident) > 1 for incident in events.incidents())
        True
        """
        groups: list[Self] = []
        seen: set[EventId] = set()
        for event in self:
            if event.id not in seen:
                others = self.linked(event, "part_of", transitive=True)
                seen |= {event.id, *(other.id for other in others)}
                groups += [others | self._select((self._index.by_key[event.id],))] if others else []
        return tuple(groups)

    def _neighbours(self, place: int, kind: LinkKind | None, direction: Direction) -> Iterable[int]:
        event = self._index.records[place]
        if direction != "to":
            yield from (self._index.by_key[link.to] for link in event.links if kind in (None, link.kind))
        if direction != "from":
            yield from self._index.facet("links to", _links).get((event.id, kind), NOWHERE)


def _parts(event: Event) -> Iterable[tuple[str, Role | None]]:
    """Every participant, once with its role and once with None."""
    for part in event.participants:
        yield part.actor, part.role
        yield part.actor, None


def _links(event: Event) -> Iterable[tuple[str, LinkKind | None]]:
    """Every event that it has a link to, once with the kind of the link and once with None."""
    for link in event.links:
        yield link.to, link.kind
        yield link.to, None
