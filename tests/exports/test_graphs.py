"""GraphML and Mermaid, read by networkx and igraph and drawn by Mermaid itself."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from exports_shared import need, one_line, script_safe, wait

from jcpoa_brief import events, export, network
from jcpoa_brief._exports import graphml, mermaid
from jcpoa_brief._exports.exported_records import Written, dated_events
from jcpoa_brief._model.families import Brief

DIAGRAMS = {
    "mermaid-timeline": mermaid.write_timeline,
    "mermaid-argument": mermaid.write_argument,
    "mermaid-network": mermaid.write_network,
}


def test_networkx_reads_the_network(made: Callable[[str], bytes]) -> None:
    """Nodes, names, ties and what was left out come back as ``network`` has them."""
    nx = need("networkx")
    graph, net = nx.read_graphml(io.BytesIO(made("graphml"))), network(events)
    assert dict(graph.nodes(data="name")) == {node.id: node.name for node in net.nodes}
    assert dict(graph.nodes(data="label")) == dict(graph.nodes(data="name"))
    read = {frozenset((one, other)): (data["weight"], data["events"]) for one, other, data in graph.edges(data=True)}
    assert read == {frozenset((edge.source, edge.target)): (edge.weight, "; ".join(edge.events)) for edge in net.edges}
    assert graph.graph["events_that_are_not_actual"] == len(net.left_out)


def test_the_network_says_who_acts_on_whom(made: Callable[[str], bytes]) -> None:
    """GraphML as an attribute of each edge, with a description of the graph; Mermaid by its arrows, with a legend."""
    acts = {(edge.source, edge.target): edge.weight for edge in network(events, directed=True).edges}
    graph = need("networkx").read_graphml(io.BytesIO(made("graphml")))
    said = {
        tuple(one.split(": ")[0].split(" -> ")): int(one.split(": ")[1])
        for _, _, text in graph.edges(data="who_acts_on_whom")
        for one in filter(None, text.split("; "))
    }
    assert said == acts
    assert "who_acts_on_whom says in how many" in graph.graph["description"]
    lines = re.findall(r"^    n_(\w+) (<?--[->])\|(\d+)\| n_(\w+)$", made("mermaid-network").decode(), re.MULTILINE)
    drawn = {(one, other): sign for one, sign, _, other in lines}
    both = {(source, target): (target, source) in acts for source, target in acts}
    names = {pair: tuple(key.replace("-", "_") for key in pair) for pair in acts}
    assert {pair for pair, sign in drawn.items() if sign == "-->"} == {names[one] for one in acts if not both[one]}
    assert {frozenset(pair) for pair, sign in drawn.items() if sign == "<-->"} == {
        frozenset(names[one]) for one in acts if both[one]
    }
    assert len(lines) == len(network(events).edges)


@pytest.mark.parametrize("name", ["mermaid-argument", "mermaid-network"])
def test_a_diagram_explains_its_arrows(name: str, brief: Brief) -> None:
    """In its description, which screen readers read out, and in a box that is drawn; a diagram of nothing has none."""
    text = DIAGRAMS[name](brief).files[""].decode()
    assert len(re.findall(r"^    (?:accDescr: |legend\[\")An arrow leads from [^\n]+", text, re.MULTILINE)) == 2
    assert "legend" not in export(name, []).text  # type: ignore[call-overload]


def test_igraph_reads_the_network(file_of: Callable[[str], Path]) -> None:
    """A second library reads the same."""
    graph, net = need("igraph").Graph.Read_GraphML(str(file_of("graphml"))), network(events)
    assert graph.vs["name"] == [node.name for node in net.nodes]
    assert sorted(graph.es["weight"]) == sorted(edge.weight for edge in net.edges)


def test_hostile_names_come_back_from_graphml(hostile: Brief, tmp_path: Path) -> None:
    """What is in a name stays in it."""
    content = graphml.write(hostile).files[""]
    names = {actor.id: actor.name for actor in hostile.actors}
    graph = need("networkx").read_graphml(io.BytesIO(content))
    assert {key: names[key] for key in graph} == dict(graph.nodes(data="name"))
    (tmp_path / "x.graphml").write_bytes(content)
    assert set(need("igraph").Graph.Read_GraphML(str(tmp_path / "x.graphml")).vs["name"]) <= set(names.values())


@pytest.fixture
def draw(page: Callable[[str], Any], packages: Callable[[str], Path], tmp_path: Path) -> Callable[[str], str]:
    """Draws a diagram with Mermaid and gives the text in it; a picture of it is left for a person."""

    def drawn(text: str) -> str:
        script = packages("mermaid") / "dist" / "mermaid.min.js"
        driver = page(
            f"<div id=out style='width:1300px'></div><script src='{script.as_uri()}'></script><script>"
            "mermaid.initialize({startOnLoad: false, maxTextSize: 1e6});"
            f"mermaid.render('drawn', {script_safe(text)}).then("
            "made => { document.getElementById('out').innerHTML = made.svg; document.title = 'done' },"
            "error => { document.title = 'failed: ' + error })</script>"
        )
        wait(driver)
        driver.save_screenshot(str(tmp_path / "diagram.png"))
        assert driver.execute_script("return document.querySelectorAll('#out script').length") == 0
        return str(driver.execute_script("return document.getElementById('out').textContent"))

    return drawn


def squeezed(text: str) -> str:
    """A text without white space: a diagram breaks its lines where it likes."""
    return "".join(text.split())


def texts(name: str, brief: Brief) -> list[str]:
    """What a diagram of the brief has to show."""
    if name == "mermaid-timeline":
        return [one.event.title for one in dated_events(brief)]
    if name == "mermaid-argument":
        placed = {claim.parent for claim in brief.claims} | {claim.id for claim in brief.claims if claim.parent}
        return [claim.statement for claim in brief.claims if claim.id in placed]
    net = network(brief.events)
    tied = {actor for edge in net.edges for actor in (edge.source, edge.target)}
    return [actor.name for actor in brief.actors if actor.id in tied]


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("name", DIAGRAMS)
@pytest.mark.parametrize("which", ["brief", "hostile"])
def test_mermaid_draws_every_text(
    name: str,
    which: str,
    request: pytest.FixtureRequest,
    draw: Callable[[str], str],
) -> None:
    """Mermaid itself draws the diagram, and shows each text as it is, hostile ones too."""
    brief: Brief = request.getfixturevalue(which)
    written: Written = DIAGRAMS[name](brief)
    shown = squeezed(draw(written.files[""].decode()))
    assert [text for text in texts(name, brief) if squeezed(one_line(text)) not in shown] == []


@pytest.mark.parametrize("name", DIAGRAMS)
def test_a_diagram_says_what_it_leaves_out(name: str, brief: Brief) -> None:
    """The counts stand in the diagram's comments."""
    written = DIAGRAMS[name](brief)
    text = written.files[""].decode()
    assert written.left_out
    assert [f"{count} {what}" for what, count in written.left_out.items()] == [
        line.partition("left out: ")[2] for line in text.splitlines() if "%% left out" in line
    ]
