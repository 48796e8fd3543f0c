"""The events by the links between them: what answers, causes or belongs to what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Self, TypeAlias, get_args

from .._arguments import check_flag, check_word
from .._model.event import Event
from .._model.ids import EventId
from .._model.record import HasId
from .._model.vocabulary import LinkKind
from .collection import CitedCollection
from .index import NOWHERE

Direction: TypeAlias = Literal["from", "to", "either"]
"""Which end of a link: links that lead ``from`` the given event, ``to`` it, or ``either``."""


class LinkedEvents(CitedCollection[Event]):
    """What the events can be asked about what belongs together."""

    __slots__ = ()

    def linked(
        self,
        event: EventId | HasId[EventId],
        kind: LinkKind | None = None,
        *,
        direction: Direction = "either",
        transitive: bool = False,
    ) -> Self:
        """The events that a link joins to one, without that one itself.

        ``direction="from"`` follows the links that the event has, ``"to"`` those that lead to it. With ``transitive``
        the links of what is found are followed too, through events outside this selection as well; circles are safe.

        >>> from jcpoa_brief import events
        >>> events.linked("us-airstrike-in-syria", "responds_to", direction="from").first().status
        'occurred'
        """
        check_word("direction", direction, get_args(Direction))
        check_flag("transitive", transitive)
        if kind is not None:
            check_word("kind", kind, get_args(LinkKind))
        start = self._index.by_key[self._index.relations.resolve("events", event, "event")]
        found, waiting = {start}, [start]
        while waiting:
            further = [place for place in self._neighbours(waiting.pop(), kind, direction) if place not in found]
            found.update(further)
            if transitive:
                waiting += further
        return self._select(tuple(sorted(found - {start})))

    def incidents(self) -> tuple[Self, ...]:
        """Groups of events that ``part_of`` links join into one incident, each a selection of two or more.

        >>> from jcpoa_brief import events
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


def _links(event: Event) -> Iterable[tuple[str, LinkKind | None]]:
    """Every event that it has a link to with the link's kind, and once without."""
    for link in event.links:
        yield link.to, link.kind
        yield link.to, None
