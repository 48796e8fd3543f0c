"""Networks of actors that take part in the same events, as plain data for graph libraries."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import combinations
from typing import ClassVar, Final, TypedDict, cast, get_args

from .._argument_checks import check_flag, check_word
from .._collections.date_overlaps import DatesOf
from .._collections.dyads import actor_pairs
from .._collections.table_columns import Row, Tabular, joined
from .._lazy import renamed
from .._load.loaded import actors, relations
from .._messages import first_lines
from .._model.event import Event
from .._model.ids import ActorId, EventId
from .._model.vocabulary import ActorKind, Country, EventContext, EventType, Sector, Status
from .._public_class import public
from .all_records import DATE_CHECKS, only_events

_SHOWN: Final = 12  # edges that a printed network names
_ORDER: Final[dict[ActorId, int]] = {actor.id: place for place, actor in enumerate(actors)}


@public
@dataclass(frozen=True, slots=True)
class Node:
    """An actor of a network.

    >>> {node.id: node.kind for node in network(events).nodes}["iran"]
    'state'
    """

    id: ActorId
    """The actor's id."""
    name: str
    """The actor's usual name."""
    kind: ActorKind
    """What sort of actor it is."""
    country: Country | None = None
    """The state or body that it belongs to; a coding."""
    sector: Sector | None = None
    """Its PLOVER sector."""


@public
@dataclass(frozen=True, slots=True)
class Edge:
    """Two actors and the events that connect them.

    >>> all(edge.weight == len(edge.events) for edge in network(events).edges)
    True
    """

    source: ActorId
    """In a directed network the agent, else the one that the article mentions first."""
    target: ActorId
    """In a directed network the recipient, else the one that the article mentions later."""
    events: tuple[EventId, ...]
    """The events that connect them, in the order in which they were passed."""
    date_earliest: date | None = None
    """The first day that the dates of the events allow; None also if one of them is open."""
    date_latest: date | None = None
    """The last day that they allow."""
    record_dates: tuple[str, ...] = field(default=(), repr=False)
    """The dates that sources give for the events, in EDTF."""
    statuses: tuple[Status, ...] = field(default=(), repr=False)
    """How real the events are."""
    types: tuple[EventType, ...] = field(default=(), repr=False)
    """Their PLOVER types."""
    contexts: tuple[EventContext, ...] = field(default=(), repr=False)
    """Their PLOVER contexts."""
    symmetric_events: tuple[EventId, ...] = field(default=(), repr=False)
    """In a directed network, the events in which both act together; such a pair has an edge in each direction."""

    @property
    def weight(self) -> int:
        """How many events connect them."""
        return len(self.events)


@public
class NodeLink(TypedDict):
    """A network as ``networkx.node_link_graph`` takes it.

    >>> network(events).node_link()["directed"]
    False
    """

    directed: bool
    """Whether edges lead from agent to recipient."""
    multigraph: bool
    """False: a pair has one edge."""
    graph: dict[str, str]
    """What was left out: ``left_out``, ``events_without_ties`` and ``internal_ties``."""
    nodes: list[dict[str, str | int | float]]
    """One dict for each node: ``id``, ``name``, ``kind``, and ``country`` and ``sector`` where it has them."""
    edges: list[dict[str, str | int | float]]
    """One dict for each edge, as ``rows`` gives it, but days as text and nothing that is None."""


@public
@dataclass(frozen=True, repr=False, slots=True)
class Network(Tabular):
    """A graph of actors: nodes and edges in the article's order, each pair of actors joined once, or in a directed
    network once in each direction.

    >>> graph = network(events)
    >>> len(graph) == len(graph.nodes)
    True
    """

    nodes: tuple[Node, ...]
    """Every actor that takes part in one of the events, connected or not."""
    edges: tuple[Edge, ...]
    """The pairs that events connect."""
    directed: bool
    """Whether edges lead from agent to recipient."""
    left_out: tuple[EventId, ...]
    """Events that were passed and left out, because they are not actual."""
    events_without_ties: tuple[EventId, ...]
    """Events that make no edge: fewer than two actors take part, or only a group and its members, or in a directed
    network no agent or no recipient."""
    internal_ties: tuple[Edge, ...] = ()
    """Ties that were left out because one actor belongs to the other: a member to its group, an organ or a spokesman to
    the actor that it acts for."""
    _shown = ("source", "target", "weight", "statuses", "types", "events", "symmetric_events")
    unjoined: ClassVar[property] = renamed("unjoined", "events_without_ties")
    inner: ClassVar[property] = renamed("inner", "internal_ties")

    def __len__(self) -> int:
        return len(self.nodes)

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def __repr__(self) -> str:
        left_out = [f"{len(self.left_out)} events that are not actual"] if self.left_out else []
        left_out += [f"{len(self.internal_ties)} ties of a group with its member"] if self.internal_ties else []
        parts = [f"{len(self.nodes)} actors, {len(self.edges)} edges, {'' if self.directed else 'un'}directed"]
        parts += [f"{len(self.events_without_ties)} events make no edge"] if self.events_without_ties else []
        parts += [f"left out: {', '.join(left_out)}"] if left_out else []
        return f"<Network: {'; '.join(parts)}>"

    def __str__(self) -> str:
        names = {node.id: node.name for node in self.nodes}
        sign = "\u2192" if self.directed else "\u2013"
        strongest = sorted(self.edges, key=lambda edge: -edge.weight)
        lines = [f"{edge.weight:>2}  {names[edge.source]} {sign} {names[edge.target]}" for edge in strongest]
        return "\n".join((repr(self)[1:-1], *first_lines(lines, _SHOWN)))

    def rows(self) -> list[Row]:
        """One dict an edge, for data frames: how its actors are coded, and the first and last day, dates of the record,
        statuses, types and contexts of its events.

        >>> network(events.of_type("ASSAULT"), directed=True).rows()[0]["date_earliest"]
        datetime.date(2021, 2, 15)
        """
        nodes = {node.id: node for node in self.nodes}
        rows: list[Row] = []
        for edge in self.edges:
            cells: Row = {"source": edge.source, "target": edge.target, "weight": edge.weight}
            for name, value in list(asdict(edge).items())[2:]:
                cells[name] = joined(cast("tuple[str, ...]", value)) if isinstance(value, tuple) else value
            for side, node in (("source", nodes[edge.source]), ("target", nodes[edge.target])):
                cells |= {f"{side}_country": node.country, f"{side}_sector": node.sector}
            rows.append(cells)
        return rows

    def node_link(self) -> NodeLink:
        """What ``networkx.node_link_graph`` takes, as plain data that JSON can hold: a ``Graph`` or ``DiGraph`` whose
        nodes have ``name`` and ``kind``, its edges what ``rows`` gives, itself ``left_out``, ``events_without_ties``
        and ``internal_ties``. Several ids are one text with semicolons between them, so that every format of networkx
        takes them, GraphML too.

        networkx before 3.6 must be told the name of the list of edges: ``node_link_graph(data, edges="edges")``.

        >>> sorted(network(events).node_link())
        ['directed', 'edges', 'graph', 'multigraph', 'nodes']
        """
        return {
            "directed": self.directed,
            "multigraph": False,
            "graph": {
                "left_out": "; ".join(self.left_out),
                "events_without_ties": "; ".join(self.events_without_ties),
                "internal_ties": "; ".join(f"{edge.source} {edge.target}" for edge in self.internal_ties),
            },
            "nodes": [_plain(asdict(node)) for node in self.nodes],
            "edges": [_plain(row) for row in self.rows()],
        }


def network(  # noqa: PLR0913  # all but one have a default
    events: Iterable[Event],
    /,
    *,
    directed: bool = False,
    actual: bool = True,
    internal_ties: bool = False,
    inner: bool = False,
    dates: DatesOf = "article",
) -> Network:
    """The actors that take part in the events, connected by the events that they share.

    An edge connects every two actors that take part in an event, in any role, but not an actor that the article only
    cites for it. In a directed network an edge leads from each agent of an event to each of its recipients; in an
    agreement, a consultation or cooperation with agents only, between every two of them in both directions. A group is
    not connected with its member, nor a state with its organ or an organ with its spokesman: the article often names
    both for one act, which would then count twice.

    Args:
        events: Any selection of events.
        directed: Whether edges lead from agent to recipient.
        actual: Whether only events that occurred or are ongoing make edges; the network says how many are left out.
        internal_ties: Whether a group and its member, or an actor and its organ or spokesman, are connected too. If
            not, the network's ``internal_ties`` has those ties.
        inner: The former name of ``internal_ties``.
        dates: Whose dates the first and last day of an edge are: the ``article``'s, or the ``record``'s where a check
            gives one.

    Raises:
        UnknownValueError: ``dates`` is neither.
        WrongTypeError: One of them is not an event.

    >>> graph = network(events.find("no such event"))
    >>> graph
    <Network: 0 actors, 0 edges, undirected>
    """
    flags = {"directed": directed, "actual": actual, "internal_ties": internal_ties, "inner": inner}
    for argument, flag in flags.items():
        check_flag(argument, flag)
    check_word("dates", dates, get_args(DatesOf))
    if inner:
        warnings.warn("network(inner=\u2026) is now called internal_ties", DeprecationWarning, stacklevel=2)
    unique = {event.id: event for event in only_events(events, "network")}
    taken = [event for event in unique.values() if event.actual or not actual]
    ties = _ties(taken, directed=directed)
    pairs = sorted(ties, key=lambda pair: (_ORDER[pair[0]], _ORDER[pair[1]]))
    edges = [_edge(*pair, ties[pair], directed=directed, dates=dates) for pair in pairs]
    own = [edge for edge in edges if relations.is_part(edge.source, edge.target) and not (internal_ties or inner)]
    kept = [edge for edge in edges if edge not in own]
    joining = {key for edge in kept for key in edge.events}
    taking_part = {part.actor for event in taken for part in event.participants}
    return Network(
        nodes=tuple(
            Node(actor.id, actor.name, actor.kind, actor.country, actor.sector)
            for actor in actors
            if actor.id in taking_part
        ),
        edges=tuple(kept),
        directed=directed,
        left_out=tuple(event.id for event in unique.values() if actual and not event.actual),
        events_without_ties=tuple(event.id for event in taken if event.id not in joining),
        internal_ties=tuple(own),
    )


def _ties(events: Iterable[Event], *, directed: bool) -> dict[tuple[ActorId, ActorId], list[Event]]:
    """The pairs that events connect, with the events: agents with recipients, or any two in the article's order."""
    found: dict[tuple[ActorId, ActorId], list[Event]] = {}
    for event in events:
        everybody: list[ActorId] = [part.actor for part in event.participants]
        everybody = sorted(set(everybody), key=lambda actor: _ORDER[actor])
        for pair in actor_pairs(event)[0] if directed else combinations(everybody, 2):
            if pair[0] != pair[1]:
                found.setdefault(pair, []).append(event)
    return found


def _edge(source: ActorId, target: ActorId, events: list[Event], *, directed: bool, dates: DatesOf) -> Edge:
    """An edge with the data of its events; a date is None if one of theirs is open there."""
    record = relations.record_dates if dates == "record" else {}
    days = [day for event in events if (day := record.get(event.id) or event.date)]
    first, last = [day.earliest for day in days], [day.latest for day in days]
    recorded = [DATE_CHECKS[event.id][0].date for event in events if event.id in DATE_CHECKS]
    return Edge(
        source,
        target,
        tuple(event.id for event in events),
        date_earliest=None if None in first else min(filter(None, first), default=None),
        date_latest=None if None in last else max(filter(None, last), default=None),
        record_dates=tuple(dict.fromkeys(filter(None, recorded))),
        statuses=tuple(dict.fromkeys(event.status for event in events)),
        types=tuple(dict.fromkeys(event.type for event in events if event.type)),
        contexts=tuple(dict.fromkeys(context for event in events for context in event.contexts)),
        symmetric_events=tuple(event.id for event in events if directed and actor_pairs(event)[1]),
    )


def _plain(cells: Mapping[str, object]) -> dict[str, str | int | float]:
    """Cells as every format of networkx takes them: days as text, and nothing for None."""
    kept = ((name, cell) for name, cell in cells.items() if cell is not None)
    return {name: cell if isinstance(cell, str | int | float) else str(cell) for name, cell in kept}
