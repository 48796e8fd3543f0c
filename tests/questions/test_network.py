"""Networks: actors joined by events, as data that networkx reads back whole."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from io import BytesIO
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, strategies as st

from jcpoa_brief import actors, events
from jcpoa_brief._model.dates import read_edtf
from jcpoa_brief._model.event import Event, Participant
from jcpoa_brief._questions.all_records import DATE_CHECKS
from jcpoa_brief._questions.network import Network, network

ALL = tuple(events)
MODEL = events["iran-declines-informal-meeting"]
selections = st.lists(st.sampled_from(ALL))


def event(place: int, *parts: tuple[str, str], status: str = "occurred") -> Event:
    """An event with these participants, under the id of some event."""
    made = tuple(Participant.model_validate({"actor": actor, "role": role}) for actor, role in parts)
    return MODEL.model_copy(update={"id": ALL[place].id, "participants": made, "status": status})


TALK = event(0, ("united-states", "agent"), ("iran", "recipient"))
ANSWER = event(1, ("iran", "agent"), ("united-states", "recipient"), ("iaea", "other"))
ALONE = event(2, ("iran", "agent"))
THREAT = event(3, ("iran", "agent"), ("iaea", "recipient"), status="threatened")


def edges(graph: Network) -> dict[tuple[str, str], int]:
    """The weights of the edges."""
    return {(edge.source, edge.target): edge.weight for edge in graph.edges}


def test_undirected_edges_join_all_who_take_part() -> None:
    """Each pair once, whatever the roles, the one that the article mentions first in front."""
    graph = network([TALK, ANSWER, ALONE])
    first, *rest = [actor.id for actor in actors if actor.id in {"iaea", "iran", "united-states"}]
    weights = edges(graph)
    assert len(weights) == 3
    assert weights[first, rest[0]] == weights[first, rest[1]] == 1
    assert weights[rest[0], rest[1]] == 2


def test_directed_edges_lead_from_agent_to_recipient() -> None:
    """Each direction has its own edge, and who only takes part in another way is joined to nobody."""
    graph = network([TALK, ANSWER], directed=True)
    assert edges(graph) == {("iran", "united-states"): 1, ("united-states", "iran"): 1}
    assert "iaea" in {node.id for node in graph}


def test_who_acts_together_is_joined_both_ways() -> None:
    """Cooperation is not lost in a directed network: two agents of an agreement have an edge in each direction, which
    says in what events they act together; a body and its own part are an internal tie.
    """
    agents = [("iran", "agent"), ("iaea", "agent"), ("rafael-grossi", "agent")]
    graph = network([event(0, *agents).model_copy(update={"type": "AGREE"}), ALONE], directed=True)
    both_ways = {("iran", "iaea"), ("iaea", "iran"), ("iran", "rafael-grossi"), ("rafael-grossi", "iran")}
    assert set(edges(graph)) == both_ways
    assert all(edge.symmetric_events == edge.events == (ALL[0].id,) for edge in graph.edges)
    assert {(tie.source, tie.target) for tie in graph.internal_ties} == {
        ("iaea", "rafael-grossi"),
        ("rafael-grossi", "iaea"),
    }
    assert network([event(0, *agents)], directed=True).edges == ()


def test_former_names_still_work() -> None:
    """What was called otherwise in version 1 gives the same, with a warning that names the new name."""
    graph = network(events)
    with pytest.warns(DeprecationWarning, match="Network.inner is now called internal_ties"):
        assert graph.inner == graph.internal_ties
    with pytest.warns(DeprecationWarning, match="events_without_ties"):
        assert graph.unjoined == graph.events_without_ties
    with pytest.warns(DeprecationWarning, match="internal_ties"):
        assert network(events, inner=True) == network(events, internal_ties=True)


def test_nobody_is_joined_to_itself() -> None:
    """An agent that is its own recipient makes no edge."""
    graph = network([event(0, ("iran", "agent"), ("iran", "recipient"))], directed=True)
    assert graph.edges == ()
    assert graph.events_without_ties == (ALL[0].id,)


def test_what_is_not_actual_is_left_out_and_counted() -> None:
    """By default only what happened joins actors; the network names what it left out."""
    graph = network([ALONE, THREAT])
    assert (graph.edges, graph.left_out, graph.events_without_ties) == ((), (THREAT.id,), (ALONE.id,))
    assert repr(graph) == (
        "<Network: 1 actors, 0 edges, undirected; 1 events make no edge; left out: 1 events that are not actual>"
    )
    everything = network([ALONE, THREAT], actual=False, directed=True)
    assert edges(everything) == {("iran", "iaea"): 1}
    assert everything.left_out == ()


@given(selections, st.booleans(), st.booleans())
def test_every_event_is_accounted_for(chosen: Sequence[Event], directed: bool, actual: bool) -> None:
    """Each event joins somebody, joins nobody or is left out, and never two of these."""
    graph = network(chosen, directed=directed, actual=actual)
    joining = {key for edge in graph.edges for key in edge.events}
    parts = (joining, set(graph.events_without_ties), set(graph.left_out))
    assert set().union(*parts) == {one.id for one in chosen}
    assert sum(map(len, parts)) == len({one.id for one in chosen})


@given(selections, st.booleans())
def test_networkx_reads_it_back(chosen: Sequence[Event], directed: bool) -> None:
    """The graph that networkx makes, after a trip through JSON, has the same nodes, edges, weights and events."""
    graph = network(chosen, directed=directed)
    read: Any = nx.node_link_graph(json.loads(json.dumps(graph.node_link())))
    assert isinstance(read, nx.DiGraph) == directed
    assert not read.is_multigraph()
    assert dict(read.nodes(data=True)) == {
        node.id: {name: value for name, value in asdict(node).items() if name != "id" and value} for node in graph.nodes
    }
    assert read.number_of_edges() == len(graph.edges)
    for row in graph.rows():
        attributes = read.edges[row.pop("source"), row.pop("target")]
        assert attributes == {name: cell if name == "weight" else str(cell) for name, cell in row.items() if cell}
    assert read.graph == {
        "left_out": "; ".join(graph.left_out),
        "events_without_ties": "; ".join(graph.events_without_ties),
        "internal_ties": "; ".join(f"{edge.source} {edge.target}" for edge in graph.internal_ties),
    }


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("write", [nx.write_graphml, nx.write_gexf, nx.write_gml, nx.write_pajek])
def test_networkx_writes_it_in_its_formats(write: Any, directed: bool) -> None:
    """No attribute is a list, which GraphML could not hold."""
    written = BytesIO()
    write(nx.node_link_graph(network(events, directed=directed).node_link(), edges="edges"), written)
    assert b"us-leaves-jcpoa" in written.getvalue()


def test_a_body_is_not_joined_to_its_own_part() -> None:
    """A group and its member, an organ and its state, a spokesman and his ministry's state: the tie is counted apart,
    and kept when asked for.
    """
    together = event(
        0,
        ("european-three", "agent"),
        ("france", "agent"),
        ("iran", "recipient"),
        ("saeed-khatibzadeh", "other"),
    )
    graph = network([together])
    own = {frozenset(("european-three", "france")), frozenset(("iran", "saeed-khatibzadeh"))}
    assert {frozenset((edge.source, edge.target)) for edge in graph.internal_ties} == own
    assert len(graph.edges) == 4
    assert repr(graph) == "<Network: 4 actors, 4 edges, undirected; left out: 2 ties of a group with its member>"
    everything = network([together], internal_ties=True)
    assert set(everything.edges) == {*graph.edges, *graph.internal_ties}
    assert everything.internal_ties == ()
    alone = network([event(0, ("european-three", "agent"), ("france", "recipient"))], directed=True)
    assert (alone.edges, alone.events_without_ties) == ((), (ALL[0].id,))
    assert alone.internal_ties[0].events == (ALL[0].id,)


@given(selections)
def test_direction_only_splits_what_roles_allow(chosen: Sequence[Event]) -> None:
    """Every directed edge joins two actors that are joined without direction too, by events among theirs."""
    undirected = {frozenset((edge.source, edge.target)): set(edge.events) for edge in network(chosen).edges}
    for edge in network(chosen, directed=True).edges:
        assert set(edge.events) <= undirected[frozenset((edge.source, edge.target))]


@given(selections, st.randoms())
def test_the_order_of_the_input_changes_no_pair(chosen: list[Event], random: Any) -> None:
    """The same events give the same nodes and weights in the same order."""
    shuffled = list(chosen)
    random.shuffle(shuffled)
    assert network(shuffled).nodes == network(chosen).nodes
    assert edges(network(shuffled)) == edges(network(chosen))
    assert list(edges(network(shuffled))) == list(edges(network(chosen)))


def test_a_network_prints_its_strongest_edges() -> None:
    """A dozen at the most, the strongest first, with names."""
    text = str(network([TALK, ANSWER], directed=True))
    assert f"   1  {actors['united-states'].name} \u2192 {actors['iran'].name}" in text.splitlines()
    everything = network(events, actual=False)
    lines = str(everything).splitlines()
    assert lines[-1].endswith(f"and {len(everything.edges) - 12} more")
    weights = [int(line.split()[0]) for line in lines[1:-1]]
    assert weights == sorted(weights, reverse=True)


def test_the_notebook_shows_edges_or_says_that_there_are_none() -> None:
    """A table of edges, or the line that counts nothing."""
    assert "<caption>Network: " in network([TALK])._repr_html_()
    assert "<caption>Network: 0 actors, 0 edges, undirected</caption>" in network([])._repr_html_()
    assert len(network([])) == 0


def test_rows_are_flat() -> None:
    """One row an edge, with text and numbers only."""
    assert network([TALK], directed=True).rows() == [
        {
            "source": "united-states",
            "target": "iran",
            "weight": 1,
            "events": TALK.id,
            "date_earliest": date(2021, 3, 1),
            "date_latest": date(2021, 3, 1),
            "record_dates": DATE_CHECKS[TALK.id][0].date,
            "statuses": "occurred",
            "types": MODEL.type,
            "contexts": "; ".join(MODEL.contexts),
            "symmetric_events": None,
            "source_country": "USA",
            "source_sector": actors["united-states"].sector,
            "target_country": "IRN",
            "target_sector": actors["iran"].sector,
        }
    ]


def test_an_edge_has_no_day_where_one_of_its_dates_is_open() -> None:
    """The first day of an edge is the first of all its events; what is open on a side leaves that side open."""
    since = MODEL.model_validate(MODEL.model_dump() | {"date": open_ended("2018-05/..")})
    answer = TALK.model_copy(update={"date": since.date, "id": ALL[1].id})
    (edge,) = network([TALK, answer], directed=True).edges
    assert (edge.date_earliest, edge.date_latest) == (date(2018, 5, 1), None)
    (edge,) = network([TALK.model_copy(update={"date": None})]).edges
    assert (edge.date_earliest, edge.date_latest) == (None, None)


def open_ended(edtf: str) -> dict[str, Any]:
    """A date of the model event's words that has an open end."""
    assert MODEL.date is not None
    days = read_edtf(edtf)
    return MODEL.date.model_dump() | {"edtf": edtf, **days._asdict()}


def test_what_is_no_event_is_refused() -> None:
    """A clear error."""
    with pytest.raises(
        TypeError, match=r"events cannot be the Actor 'iaea': want events, as in network\(events.actual\)"
    ):
        network(actors)  # type: ignore[arg-type]
