"""Events as pairs of agent and recipient, the form in which event data are tabled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from ._event import Event, in_role
from ._ids import ActorId, EventId
from ._vocabulary import EventMode, EventType, Status


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


def dyads(event: Event) -> Iterator[Dyad]:
    """Every pair of an event's agents and recipients; None stands for a side that it lacks."""
    when = event.date.edtf if event.date else None
    for agent, recipient in product(in_role(event, "agent") or (None,), in_role(event, "recipient") or (None,)):
        yield Dyad(event.id, agent, recipient, event.type, event.mode, event.status, when)
