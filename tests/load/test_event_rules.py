"""What must hold of the events: each rule, broken once, is told with its place, and nothing is loaded."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from jcpoa_brief._load.data_files import load
from jcpoa_brief.errors import InvalidDataError

Records = dict[str, dict[str, Any]]
"""The events by id."""


def problems(raw: dict[str, Any], change: Callable[[Records], object]) -> list[str]:
    """What loading reports after a change of some events."""
    data = json.loads(json.dumps(raw))
    change({event["id"]: event for event in data["events"]})
    with pytest.raises(InvalidDataError) as caught:
        load(lambda name: json.dumps(data[name]).encode())
    return [str(problem) for problem in caught.value.problems]


def dated(event: dict[str, Any], edtf: str, earliest: str | None, latest: str | None) -> None:
    """Give an event's date other days."""
    event["date"].update(edtf=edtf, earliest=earliest, latest=latest, precision="interval" if "/" in edtf else "day")


def linked(event: dict[str, Any], kind: str, to: str) -> None:
    """Give an event one link, made by the annotation."""
    event["links"] = [{"to": to, "kind": kind, "basis": "coder"}]


@pytest.mark.parametrize(
    ("change", "at", "said"),
    [
        (
            lambda e: linked(e["iran-threatens-to-end-iaea-pact"], "responds_to", "iaea-board-censures-iran"),
            "iran-threatens-to-end-iaea-pact",
            "an actual event cannot follow or answer one that is not actual",
        ),
        (
            lambda e: linked(e["us-leaves-jcpoa"], "causes", "jcpoa-concluded"),
            "us-leaves-jcpoa",
            "causes jcpoa-concluded (coder): the dates 2018-05 and 2015-07 contradict it",
        ),
        (
            lambda e: dated(e["biden-continues-pressure"], "../2021-03", None, "2021-03-31"),
            "biden-continues-pressure",
            "'since Biden assumed office on January 20' gives a start, but ../2021-03 has none",
        ),
        (
            lambda e: dated(e["us-sends-deescalation-message"], "../2021-03-02", None, "2021-03-02"),
            "us-sends-deescalation-message",
            "'afterwards' gives a start",
        ),
        (
            lambda e: dated(e["trump-adopts-maximum-pressure"], "2018-05/..", "2018-05-01", None),
            "trump-adopts-maximum-pressure",
            "'in May 2018 before' gives an end, but 2018-05/.. has none",
        ),
        (
            lambda e: dated(e["khatibzadeh-explains-refusal"], "2021-03-08", "2021-03-08", "2021-03-08"),
            "khatibzadeh-explains-refusal",
            "reported as past, it begins on 2021-03-08, after the article was finished (2021-03-07)",
        ),
        (
            lambda e: dated(e["us-symbolic-gestures"], "2021-01-20/..", "2021-01-20", None),
            "us-symbolic-gestures",
            "reported as past, it ends with 2021-01-20/.., but the article was finished by 2021-03-07",
        ),
        (
            lambda e: dated(e["next-president-takes-office"], "2020-08-01", "2020-08-01", "2020-08-01"),
            "next-president-takes-office",
            "reported as future, it ends on 2020-08-01, before the article was finished (2021-03-02)",
        ),
        (
            lambda e: e["iran-reverses-breaches"].update(modality="predicted"),
            "iran-reverses-breaches",
            "'will not take place before the June' denies it, but its modality is 'predicted'",
        ),
        (
            lambda e: e["iran-reverses-breaches"].update(title="Iran reverses its breaches of the nuclear deal"),
            "iran-reverses-breaches",
            "its title does not say that it is predicted_not: want 'not' in",
        ),
        (
            lambda e: e["substantive-sanctions-easing"].update(title="Easing", summary="A step to ease the sanctions."),
            "substantive-sanctions-easing",
            "neither title nor summary denies it, but it is did_not_occur",
        ),
        (
            lambda e: e["major-breakthrough"]["date"].update(reading="within"),
            "major-breakthrough",
            "it is predicted_not, so it needs a date with the reading 'throughout': the period for which that is said",
        ),
        (
            lambda e: e["frozen-assets-access"].pop("date"),
            "frozen-assets-access",
            "it is did_not_occur, so it needs a date with the reading 'throughout': the period for which that is said",
        ),
        (
            lambda e: e["iran-conceals-nuclear-material"].update(title="Iran goes on concealing nuclear material"),
            "iran-conceals-nuclear-material",
            "its title does not say that it is alleged: want 'alleged' in",
        ),
        (
            lambda e: e["iran-ends-iaea-pact"].update(title="Iran ends its pact with the IAEA"),
            "iran-ends-iaea-pact",
            "its title does not say that it is threatened",
        ),
        (
            lambda e: e["us-leaves-jcpoa"].update(title="United States and China's leaders leave the nuclear deal"),
            "us-leaves-jcpoa",
            "its title names 'china', who does not take part in it",
        ),
        (
            lambda e: e["hardliners-denounce-understanding"].update(contexts=[], summary="They denounced sanctions."),
            "hardliners-denounce-understanding",
            "an event about sanctions needs the context 'economic'",
        ),
        (
            lambda e: e["biden-continues-pressure"].update(type=None, mode=None),
            "biden-continues-pressure",
            "type 'none' where 'sanctions are imposed; a policy of pressure is adopted or pursued' has 'SANCTION'",
        ),
        (
            lambda e: e["iran-restricts-inspectors"].update(contexts=["diplomatic", "cbrn"]),
            "iran-restricts-inspectors",
            "no context 'legal', which 'cooperation with an agency is cut back' has",
        ),
    ],
)
def test_a_broken_rule_is_told(raw: dict[str, Any], change: Callable[[Records], object], at: str, said: str) -> None:
    """A circle, a date left open, a title that asserts: each names the event and what is wrong with it."""
    found = problems(raw, change)
    assert any(f"({at})" in problem and said in problem for problem in found), found


def test_a_circle_in_time_names_all_that_stand_on_it(raw: dict[str, Any]) -> None:
    """Each event of a circle is told, however its links are directed, and no other."""

    def change(events: Records) -> None:
        linked(events["russian-pushback"], "causes", "iran-iaea-technical-understanding")
        events["russian-pushback"]["links"].append(
            {"to": "hardliners-denounce-understanding", "kind": "responds_to", "basis": "coder"}
        )
        del events["russian-pushback"]["date"]

    circle = {"russian-pushback", "iran-iaea-technical-understanding", "hardliners-denounce-understanding"}
    found = [problem for problem in problems(raw, change) if "circular in time" in problem]
    assert {problem.partition("(")[2].partition(")")[0] for problem in found} == circle


def test_links_that_say_nothing_of_time_may_close_a_circle(raw: dict[str, Any]) -> None:
    """A statement may concern what it is part of."""
    data = json.loads(json.dumps(raw))
    events = {event["id"]: event for event in data["events"]}
    linked(events["us-circulates-draft"], "concerns", "draft-urges-admonishment")
    assert load(lambda name: json.dumps(data[name]).encode()).events


def test_an_event_without_a_coding_rule_is_told(raw: dict[str, Any]) -> None:
    """Every event is coded by the table."""
    data = json.loads(json.dumps(raw))
    row = next(row for row in data["coding_rules"] if "us-leaves-jcpoa" in row["events"])
    row["events"].remove("us-leaves-jcpoa")
    with pytest.raises(InvalidDataError, match=r"\(us-leaves-jcpoa\): it belongs to no coding rule"):
        load(lambda name: json.dumps(data[name]).encode())


def test_a_coding_rule_settles_something(raw: dict[str, Any]) -> None:
    """A row without codes says nothing, and a row's code is one of four."""
    data = json.loads(json.dumps(raw))
    data["coding_rules"][0]["codes"] = {}
    with pytest.raises(InvalidDataError, match=r"coding_rules\[0\]: a coding rule settles at least one of type, mode"):
        load(lambda name: json.dumps(data[name]).encode())
    data["coding_rules"][0]["codes"] = {"colour": "green"}
    with pytest.raises(InvalidDataError, match=r"coding_rules\[0\].*unknown 'colour'"):
        load(lambda name: json.dumps(data[name]).encode())


def test_other_modalities_stand_beside_one(raw: dict[str, Any]) -> None:
    """They do not repeat it, and do not stand alone."""
    said = "other_modalities need a modality and do not repeat it"
    again = problems(raw, lambda e: e["us-lifts-sanctions"].update(other_modalities=["predicted_not"]))
    alone = problems(raw, lambda e: e["us-leaves-jcpoa"].update(other_modalities=["feared"]))
    assert said in again[0]
    assert said in alone[0]
