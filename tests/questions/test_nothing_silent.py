"""What an answer leaves out that was perhaps meant is counted in its repr, and a contradicted fact says so."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import pytest

from jcpoa_brief import (
    Events,
    actors,
    checks,
    cite,
    claims,
    events,
    figures,
    glossary,
    network,
    paragraphs,
    quotes,
    timeline,
)
from jcpoa_brief._model.vocabulary import QUAD_CLASSES
from jcpoa_brief.errors import NotOneError, UnknownValueError, WrongTypeError
from jcpoa_brief.types import EventType, LinkKind, QuadClass

STRIKE = "us-airstrike-in-syria"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (events.of_modality("predicted"), " predicted_not"),
        (events.with_status("occurred"), f"{len(events.with_status('ongoing'))} ongoing"),
        (figures.with_unit("deaths"), " people killed"),
        (events.involving("france"), "with include='groups'"),
        (events.of_actor_country("FRA"), "of a group with a member from there"),
        (events.directed("iran", "united-states"), "with include='acting_for'"),
        (events.linked("iran-declines-informal-meeting", "causes"), "by responds_to"),
        (
            events.linked("iran-declines-informal-meeting", "causes"),
            "claims.about('iran-declines-informal-meeting') has",
        ),
        (checks.about("biden-authorizes-strike"), "of the same incident"),
        (actors.find("KH"), "glossary.find('KH') has 1"),
        (quotes.find("Hassan Rouhani"), "actors.find('Hassan Rouhani') has 1"),
        (actors.find("sanctions"), "<Actors: 0 of 43; events.find('sanctions') has"),
    ],
)
def test_what_was_perhaps_meant_is_counted(answer: Any, said: str) -> None:
    """A neighbour in a closed list, a wider name, a group, another relation or another family is named."""
    assert said in repr(answer)
    assert repr(pickle.loads(pickle.dumps(answer))) == repr(answer)  # its own


def test_what_is_there_is_not_said_to_be_left_out() -> None:
    """Who asks for both words, or for the wider name, is told of none; an argument turns the hint into the answer."""
    assert "predicted_not" not in repr(events.of_modality("predicted", "predicted_not"))
    assert "ongoing;" not in repr(events.with_status("occurred", "ongoing"))
    assert "include=" not in repr(events.involving("france", include="groups"))
    assert "include=" not in repr(events.involving("iran", include="groups"))
    assert "include=" not in repr(events.directed("iran", "united-states", include="groups"))
    assert "group" not in repr(events.of_actor_country("IRN", "USA", role="agent").involving("donald-trump"))
    assert "by " not in repr(events.linked("iran-declines-informal-meeting"))
    unclaimed = events.where(lambda event: not claims.about(event)).first()
    assert "claims.about" not in repr(events.linked(unclaimed, "reverses"))
    assert "same incident" not in repr(checks.about("us-leaves-jcpoa"))


@pytest.mark.parametrize("kind", get_args(LinkKind))
def test_every_other_kind_of_link_is_counted(kind: LinkKind) -> None:
    """Whoever asks for the links of a kind is told how many events more are linked by each other kind."""
    for event in events:
        found = events.linked(event, kind)
        more = {other: len(events.linked(event, other) - found) for other in get_args(LinkKind)}
        said = re.findall(r"(\d+) by (\w+)", repr(found))
        assert said == [(str(count), other) for other, count in more.items() if count and other != kind]


def test_within_counts_what_may_lie_in_it() -> None:
    """What is not sure to lie in an interval is counted, and so is what lies in it by the record's dates."""
    asked: Any = ("2021-02", "2021-02")
    surely, possibly = events.actual.between(*asked, within=True), events.actual.between(*asked)
    assert f"{len(possibly) - len(surely)} not surely within" in repr(surely)
    by_record = events.actual.between(*asked, within=True, dates="record") - surely
    assert f"{len(by_record)} within by the dates of the sources" in repr(surely)
    assert "of the sources" not in repr(events.between(*asked, dates="record"))
    assert "not surely" not in repr(possibly).partition("left out")[2]
    assert "undated" not in repr(events.between(*asked, undated=True))


def test_between_counts_what_may_lie_outside() -> None:
    """Events whose dates are wider than the interval are found, and counted as long as they are in the selection."""
    asked: Any = ("2021-02", "2021-02")
    surely, possibly = events.between(*asked, within=True), events.between(*asked)
    unsure = possibly - surely

    def said(selection: Events) -> int:
        return int((re.search(r"; (\d+) of them not surely within", repr(selection)) or ["", "0"])[1])

    assert said(possibly) == said(unsure) == len(unsure) > 20
    assert said(surely) == said(possibly & surely - unsure) == 0
    assert said(possibly.actual) == said(events.actual & possibly) == len(unsure.actual) < len(unsure)
    assert said(pickle.loads(pickle.dumps(possibly))) == said(pickle.loads(pickle.dumps(unsure))) == len(unsure)
    assert said(possibly | events.undated) == said(possibly | unsure) == len(unsure)
    assert said(possibly | surely) == said(possibly | possibly) == len(unsure)
    assert said(possibly.actual | (possibly - possibly.actual)) == len(unsure)
    assert said(possibly | events.actual) == len(unsure) - len(unsure.actual)


def test_a_contradicted_toll_does_not_pass() -> None:
    """The checks of an event take in those of its figures; what its parts have is counted."""
    toll = checks.about("us-airstrike-toll")
    assert {"strike-dead-figure", "strike-wounded-figure"} <= {*toll.ids}
    strike = checks.about(STRIKE)
    assert "strike-wounded-figure" not in strike
    assert "of the same incident" in repr(strike)
    assert checks.about(STRIKE, parts=False).ids == ("strike-date",)
    rows = {str(row["id"]): row["contradicted_by"] for row in (*events.rows(), *figures.rows())}
    assert rows["strike-wounded"] == "strike-wounded-agent; strike-wounded-figure"
    assert rows["us-airstrike-toll"] == f"strike-toll-date; {rows['strike-wounded']}"
    assert rows[STRIKE] == "strike-date"
    assert rows["jcpoa-concluded"] is None
    line = timeline(events.actual, dates="record")
    assert "by the Pentagon's count: differs; " in str(line.at("us-airstrike-toll"))
    assert next(row for row in line.rows() if row["event"] == STRIKE)["contradicted_by"] == "strike-date"


def test_an_incident_is_made_of_the_parts_of_an_event() -> None:
    """The checks beside those of an event are of its parts, told by ``part_of`` links and no others, with what tells of
    them, and of the same discrepancy.
    """
    whole_of: dict[str, set[str]] = {}
    for event in events:
        for link in event.links:
            if link.kind == "part_of":
                whole_of.setdefault(link.to, set()).add(event.id)
    for event in events:
        inside, waiting = {event.id}, [event.id]
        while waiting:
            waiting += (further := whole_of.get(waiting.pop(), set()) - inside)
            inside |= further
        told = {record.id for record in (*figures, *quotes) if record.event in inside}
        parts = {check for check in checks if check.about in inside | told}
        incidents = {check.incident for check in parts} - {None}
        wider = parts | {check for check in checks if check.incident in incidents}
        count = len(wider - {*checks.about(event)})
        assert (re.search(r"(\d+) of the same incident", repr(checks.about(event))) or ["", "0"])[1] == str(count)


def test_nobody_is_told_of_another_family() -> None:
    """The error of ``only`` names the family that has the name."""
    with pytest.raises(NotOneError) as raised:
        actors.find("KH").only()
    assert raised.value.__notes__ == ["glossary.find('KH') has 1"]
    assert glossary.find("KH").only().id


def test_the_record_s_dates_in_pairs_and_networks() -> None:
    """Dyads, the edges of a network and the order in time have the dates that were asked for."""
    strike = events.where(lambda event: event.id == STRIKE)
    article, record = strike.dyads()[0], strike.dyads(dates="record")[0]
    assert (article.date, article.other_dates, article.date_earliest) == (
        "2021-02-15?",
        "2021-02-26?",
        date(2021, 2, 15),
    )
    assert (record.date, record.other_dates, record.date_earliest) == ("2021-02-25", None, date(2021, 2, 25))
    assert article.record_date == record.record_date == "2021-02-25"
    edges = {edge.date_latest for edge in network(strike, dates="record").edges}
    assert edges == {date(2021, 2, 25)}
    assert {edge.date_latest for edge in network(strike).edges} == {date(2021, 2, 15)}
    order = [event.id for event in events.chronological(dates="record")]
    assert order.index("us-circulates-draft") < order.index(STRIKE)
    by_article = [event.id for event in events.chronological()]
    assert by_article.index(STRIKE) < by_article.index("us-circulates-draft")


@pytest.mark.parametrize("ask", [events.dyads, events.chronological, lambda **asked: network(events, **asked)])
def test_no_other_dates(ask: Callable[..., object]) -> None:
    """Whose dates count is one of two words at every door."""
    with pytest.raises(UnknownValueError, match="dates cannot be 'mine'"):
        ask(dates="mine")


def test_quad_classes() -> None:
    """Every type is in one of the four classes, and filter, row and dyad say which."""
    assert {*QUAD_CLASSES} == {*get_args(EventType)}
    assert {*QUAD_CLASSES.values()} == {*get_args(QuadClass)}
    whole = events.of_quad_class(*get_args(QuadClass))
    assert whole == events.where(lambda event: event.type)
    assert {row["quad_class"] for row in events.of_type("AGREE", "CONSULT").rows()} == {"verbal_cooperation"}
    assert {dyad.quad_class for dyad in events.of_type("ASSAULT").dyads()} == {"material_conflict"}
    assert "27 without a type" in repr(whole)


def test_a_paragraph_is_cited_by_its_number() -> None:
    """As ``cited_in`` takes it."""
    assert cite(5) == cite(paragraphs[5])
    with pytest.raises(UnknownValueError, match="paragraph cannot be 14"):
        cite(14)  # type: ignore[arg-type]


def test_a_frame_is_right_or_refused() -> None:
    """Pandas gets rows with real dates, and never a frame of fields' pairs without a word."""
    pandas = pytest.importorskip("pandas")
    frame = events.to_pandas()
    assert list(frame.columns) == [column.name for column in events.columns()]
    assert frame["date_earliest"].dt.year.max() == date(2021, 1, 1).year
    assert list(timeline(events).to_pandas()["event"])[-1] == timeline(events).undated[-1].id
    assert list(events.find("no such thing").to_pandas().columns) == list(frame.columns)
    for wrong in (events, timeline(events), actors):
        with pytest.raises(WrongTypeError, match=r"want rows: \.to_pandas\(\) gives a data frame"):
            pandas.DataFrame(wrong)
