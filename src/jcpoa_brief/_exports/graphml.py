"""GraphML of the network of actors, written by networkx."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from .._model.families import Brief
from .._questions.network import Network, network
from .exported_records import Written
from .formats import library

_DESCRIPTION: Final = (
    "Nodes are actors. An edge joins two actors that take part in the same events, in any role; weight says in how "
    "many, events has their ids. An edge has no direction of its own: who_acts_on_whom says in how many of the "
    "events the first acts on the second or, in an agreement, a consultation or cooperation, acts together with it; "
    "where it is empty, neither acts on the other."
)


def counted(net: Network) -> dict[str, int]:
    """What a network leaves out."""
    return {
        "events that are not actual": len(net.left_out),
        "events that make no edge": len(net.events_without_ties),
        "ties of a group with its member": len(net.internal_ties),
    }


def acting(brief: Brief) -> dict[tuple[str, str], int]:
    """In how many events the first of two actors acts on the second, or both act together."""
    return {(edge.source, edge.target): edge.weight for edge in network(brief.events, directed=True).edges}


def write(brief: Brief) -> Written:
    """An undirected graph with a ``description``: nodes have ``name``, also as ``label``, and ``kind``, edges
    ``weight``, ``events`` and ``who_acts_on_whom``.
    """
    nx = library("networkx", "graphml")
    net, acts = network(brief.events), acting(brief)
    names = {actor.id: actor.name for actor in brief.actors}
    left_out = {what.replace(" ", "_"): count for what, count in counted(net).items()}
    graph = nx.Graph(description=_DESCRIPTION, **left_out)
    for node in net.nodes:
        name = names.get(node.id, node.name)
        graph.add_node(node.id, name=name, label=name, kind=node.kind)  # Gephi shows label, Cytoscape name
    for place, edge in enumerate(net.edges):
        ways = ((edge.source, edge.target), (edge.target, edge.source))
        graph.add_edge(
            edge.source,
            edge.target,
            eid=f"e{place}",
            weight=edge.weight,
            events="; ".join(edge.events),
            who_acts_on_whom="; ".join(
                f"{one} -> {other}: {acts[one, other]}" for one, other in ways if (one, other) in acts
            ),
        )
    stream = BytesIO()
    nx.write_graphml_xml(graph, stream, edge_id_from_attribute="eid")
    return Written({"": stream.getvalue() + b"\n"}, counted(net))
