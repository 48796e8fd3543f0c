"""Mermaid diagrams: the timeline, the argument and the network.

Source: the documentation of Mermaid 11. A sign that Mermaid could read as its own is written as its entity code, such
as ``#58;`` for a colon, which Mermaid shows as the sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from .._collections.date_overlaps import DatesOf
from .._model.families import Brief
from .._questions.network import network
from .._questions.timeline import TimelineEntry
from .exported_records import Written, dated_events, not_on_a_timeline, one_file, other_date
from .graphml import acting, counted
from .record_summaries import name_of, status_of

_SAFE: Final = re.compile(r"[^\W_]|[ ,.()/'\u2019\u201c\u201d-]")
"""A letter, a digit, or a sign that means nothing to Mermaid inside a label."""


_ARGUMENT: Final = (
    "An arrow leads from a claim to the claim that it supports, restates or opposes, or to which it is a concession of "
    "the author. In parentheses: who holds it."
)

_NETWORK: Final = (
    "An arrow leads from who acts to who is acted on. With two heads, each acts on the other, or both act together. A "
    "plain line joins actors that only take part in the same events. The number says how many events they share."
)

_LINES: Final = ("---", "-->", "<-->")
"""Of how many ways one of two actors acts on the other."""


def write_timeline(brief: Brief, dates: DatesOf = "article") -> Written:
    """The events that are actual and dated, a section for each year that their dates begin in."""
    line = dated_events(brief, dates)
    left_out = not_on_a_timeline(brief, line)
    lines = ["timeline", f"    title {_text(brief.article.title)}"]
    for first, group in groupby(line, lambda one: one.range.earliest and one.range.earliest.year):
        lines.append(f"    section {_text(str(first or 'Start not known'))}")
        for label, several in groupby(group, lambda one: one.label):
            lines.append(f"        {_text(label)} : {' : '.join(map(_entry, several))}")
    return one_file(_joined(lines, left_out), left_out)


def _entry(one: TimelineEntry) -> str:
    """An event with its status, and its date by article and sources if they differ."""
    other = f", {said}" if (said := other_date(one)) else ""
    return _text(f"{one.event.title} [{status_of(one.event)}{other}]")


def write_argument(brief: Brief) -> Written:
    """The argument, with an arrow from each claim to its parent."""
    known = {claim.id for claim in brief.claims}
    joined = [claim for claim in brief.claims if claim.parent in known]
    placed = {claim.id for claim in joined} | {claim.parent for claim in joined}
    lines = ["flowchart RL"]
    for claim in brief.claims:
        if claim.id in placed:
            holder = name_of(claim.holder, brief) or "the author"
            lines.append(f'    {_id(claim.id)}["{_text(claim.statement)} ({_text(holder)})"]')
    lines += [f"    {_id(one.id)} -->|{_text(one.relation or '')}| {_id(one.parent or '')}" for one in joined]
    left_out = {"claims without a place in the argument": len(brief.claims) - len(placed)}
    return one_file(_joined(lines, left_out, _ARGUMENT), left_out)


def write_network(brief: Brief) -> Written:
    """The actors that share actual events, each tie with how many they are, and with an arrow to who is acted on."""
    net, acts = network(brief.events), acting(brief)
    tied = {actor for edge in net.edges for actor in (edge.source, edge.target)}
    lines = ["flowchart LR"]
    lines += [f'    {_id(node.id)}["{_text(name_of(node.id, brief))}"]' for node in net.nodes if node.id in tied]
    for edge in net.edges:
        ways = ((edge.source, edge.target) in acts, (edge.target, edge.source) in acts)
        one, other = (edge.target, edge.source) if ways == (False, True) else (edge.source, edge.target)
        lines.append(f"    {_id(one)} {_LINES[sum(ways)]}|{edge.weight}| {_id(other)}")
    left_out = {**counted(net), "actors without a tie": len(net.nodes) - len(tied)}
    return one_file(_joined(lines, left_out, _NETWORK), left_out)


def _joined(lines: Iterable[str], left_out: dict[str, int], legend: str = "") -> str:
    """A diagram with comments on what it leaves out, and a legend: the description that readers of the screen hear, and
    a box that is drawn.
    """
    notes = [f"    %% left out: {count} {what}" for what, count in left_out.items() if count]
    first, *rest = lines
    drawn = (
        f"    accDescr: {legend}",
        f'    legend["{_text(legend)}"]',
        "    style legend fill:none,stroke-dasharray:4",
    )
    return "\n".join((first, *notes, *(drawn if legend and rest else ()), *rest)) + "\n"


def _id(key: str) -> str:
    """An id as the id of a node, which must not be a word of Mermaid's."""
    return f"n_{key.replace('-', '_')}"


def _text(text: str) -> str:
    """A text on one line, with everything escaped that Mermaid would interpret."""
    plain = " ".join(text.split())
    leading = re.match(r"\d*", plain)
    first = leading.end() if leading else 0  # a sign here could begin a list
    coded = (
        sign if _SAFE.match(sign) and (place != first or sign.isalpha()) else f"#{ord(sign)};"
        for place, sign in enumerate(plain)
    )
    return "".join(coded) or "#8203;"
