"""GraphML of the network of actors, written by networkx."""

from __future__ import annotations

from io import BytesIO

from .._model.families import Brief
from .._questions.network import Network, network
from .exported_records import Written
from .formats import library


def counted(net: Network) -> dict[str, int]:
    """What a network leaves out."""
    return {
        "events that are not actual": len(net.left_out),
        "events that make no edge": len(net.events_without_ties),
        "ties of a group with its member": len(net.internal_ties),
    }


def write(brief: Brief) -> Written:
    """An undirected graph: nodes have ``name`` and ``kind``, edges ``weight`` and ``events``."""
    nx = library("networkx", "graphml")
    net = network(brief.events)
    names = {actor.id: actor.name for actor in brief.actors}
    graph = nx.Graph(**{what.replace(" ", "_"): count for what, count in counted(net).items()})
    for node in net.nodes:
        graph.add_node(node.id, name=names.get(node.id, node.name), kind=node.kind)
    for place, edge in enumerate(net.edges):
        graph.add_edge(edge.source, edge.target, eid=f"e{place}", weight=edge.weight, events="; ".join(edge.events))
    stream = BytesIO()
    nx.write_graphml_xml(graph, stream, edge_id_from_attribute="eid")
    return Written({"": stream.getvalue() + b"\n"}, counted(net))
