"""Who did what to whom: the pairs of an event's actors, with its codes and dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import permutations, product
from typing import Final, NamedTuple

from .._model.dates import read_edtf
from .._model.event import Event, article_dates, in_role
from .._model.ids import ActorId, EventId
from .._model.vocabulary import Country, EventMode, EventType, QuadClass, Sector, Status
from .._public_class import public
from .date_overlaps import DatesOf
from .relations import Relations
from .table_columns import joined

_SYMMETRIC: Final[tuple[EventType, ...]] = ("AGREE", "CONSULT", "COOPERATE")  # all agents act with each other


@public
class Dyad(NamedTuple):
    """One agent and one recipient of an event; in an agreement or a consultation, two agents that act together.

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
    """The article's date in EDTF; with ``dates="record"`` that of the sources, if a check has one."""
    date_earliest: dt.date | None
    """The first day that it allows."""
    date_latest: dt.date | None
    """The last day that it allows."""
    record_date: str | None
    """The date that the sources give, in EDTF, if a check has one."""
    contexts: str | None
    """The PLOVER contexts, separated by semicolons."""
    agent_country: Country | None
    agent_sector: Sector | None
    recipient_country: Country | None
    recipient_sector: Sector | None
    symmetric: bool
    """Whether both are agents that act together; such a pair has a row in each direction."""
    other_dates: str | None
    """Alternatives to the date, with semicolons between them."""
    quad_class: QuadClass | None
    """Conflict or cooperation, in words or in deeds, by the type."""


def dyads(event: Event, relations: Relations, dates: DatesOf = "article") -> Iterator[Dyad]:
    """Every pair of an agent and a recipient of an event; None if it has no agent or no recipient. Agents that act
    together are paired with each other, except a group with its member or an actor with its organ.
    """
    recorded = [check.date for check in relations.date_checks.get(event.id, ()) if check.date]
    articles = [when.edtf for when in article_dates(event)]
    readings = recorded if recorded and dates == "record" else articles
    when = read_edtf(readings[0]) if readings else None
    pairs, symmetric = actor_pairs(event)
    if symmetric:
        pairs = [pair for pair in pairs if not relations.is_part(*pair)]
    sides = product(in_role(event, "agent") or (None,), in_role(event, "recipient") or (None,))
    for agent, recipient in pairs or sides:
        acting, receiving = relations.actors.get(agent), relations.actors.get(recipient)
        yield Dyad(
            event.id,
            agent,
            recipient,
            event.type,
            event.mode,
            event.status,
            readings[0] if readings else None,
            date_earliest=when.earliest if when else None,
            date_latest=when.latest if when else None,
            record_date=recorded[0] if recorded else None,
            contexts=joined(event.contexts),
            agent_country=acting.country if acting else None,
            agent_sector=acting.sector if acting else None,
            recipient_country=receiving.country if receiving else None,
            recipient_sector=receiving.sector if receiving else None,
            symmetric=symmetric and bool(pairs),
            other_dates=joined(readings[1:]),
            quad_class=event.quad_class,
        )


def actor_pairs(event: Event) -> tuple[list[tuple[ActorId, ActorId]], bool]:
    """Every agent with every recipient; of a symmetric event that has only agents every two, both ways, and True."""
    agents, recipients = in_role(event, "agent"), in_role(event, "recipient")
    symmetric = event.type in _SYMMETRIC and not recipients
    return list(permutations(agents, 2) if symmetric else product(agents, recipients)), symmetric
