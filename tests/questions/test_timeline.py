"""Timelines: events in time, no surer than their dates, undated ones apart, article and record side by side."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from jcpoa_brief import checks, events
from jcpoa_brief._collections.date_overlaps import DatesOf
from jcpoa_brief._model.check import Check, date_checks
from jcpoa_brief._model.dates import BriefDate, in_words, read_edtf
from jcpoa_brief._model.event import Event
from jcpoa_brief._questions import timeline as _timeline
from jcpoa_brief._questions.timeline import Timeline, timeline
from jcpoa_brief.errors import InvalidDateError, UnknownIdError, UnknownValueError, WrongTypeError

ALL = tuple(events)
REFUSAL = events["iran-declines-informal-meeting"]
CITATIONS = [{"paragraph": 1, "start": 0, "end": 4, "digest": "0" * 16}]


def dated(*texts: str, reading: str = "within", status: str = "occurred") -> Event:
    """An event with these readings of its date."""
    made = [
        BriefDate.model_validate(
            {
                "as_written": "then",
                "citations": CITATIONS,
                "edtf": text,
                "earliest": read_edtf(text).earliest,
                "latest": read_edtf(text).latest,
                "precision": read_edtf(text).precision,
                "reading": reading,
                "basis": "year_inferred",
            }
        )
        for text in texts
    ]
    modality = "feared" if status == "hypothetical" else None
    changed = {
        "date": made[0] if made else None,
        "other_dates": tuple(made[1:]),
        "status": status,
        "modality": modality,
    }
    return REFUSAL.model_copy(update={"title": "Refusal", **changed})


def check(verdict: str, text: str | None, aspect: str = "date") -> Check:
    """A check of the refusal's date."""
    return checks.first().model_copy(
        update={"about": REFUSAL.id, "aspect": aspect, "verdict": verdict, "date": text, "id": f"check-{text}"}
    )


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """No checks, so that what is shown does not depend on what the data's checks say."""
    monkeypatch.setattr(_timeline, "DATE_CHECKS", {})


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks of the data, for the tests that want them."""
    monkeypatch.setattr(_timeline, "DATE_CHECKS", date_checks(checks, {event.id: event.actual for event in events}))


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """One check that parts from the article, and one without a date that says nothing of it."""
    monkeypatch.setattr(_timeline, "DATE_CHECKS", {REFUSAL.id: (check("differs", "2021-02-28"),)})


selections = st.lists(st.sampled_from(ALL))


@given(selections, st.sampled_from(["article", "record"]))
def test_every_event_is_there_once(chosen: list[Event], dates: str) -> None:
    """Dated and undated entries together are the events that were passed, each once."""
    line = timeline(chosen, dates=dates)  # type: ignore[arg-type]
    shown = [entry.event.id for entry in line] + [event.id for event in line.undated]
    assert sorted(shown) == sorted({event.id for event in chosen})
    assert len(line) == len(line.entries)


@given(selections)
def test_entries_stand_in_time(chosen: list[Event]) -> None:
    """First days never go back, and the groups hold every entry, each at its precision, in the same order; with
    alternative dates among the intervals.
    """
    line = timeline(chosen)
    starts = [entry.range.earliest or date.min for entry in line]
    assert starts == sorted(starts)
    assert sum(len(entries) for _, entries in line.groups) == len(line)
    for precision, entries in line.groups:
        assert entries == tuple(
            entry for entry in line if ("interval" if entry.other_dates else entry.precision) == precision
        )


def linked(key: str, date_: str, *links: tuple[str, str]) -> Event:
    """An event at a date, with links of some kinds to other events."""
    made = [
        events["biden-authorizes-strike"].links[0].model_copy(update={"kind": kind, "to": to}) for kind, to in links
    ]
    return dated(date_).model_copy(update={"id": key, "links": tuple(made)})


@pytest.mark.parametrize("kind", ["responds_to", "reverses"])
def test_an_answer_stands_after_what_it_answers(kind: str) -> None:
    """Where the dates overlap; where they do not, they say which came first."""
    answer = linked("answer", "../2021-02-20", (kind, "attack"))
    attack, between = linked("attack", "2021-02-15"), linked("between", "2021-02-14")
    assert [one.event.id for one in timeline([answer, attack, between])] == ["between", "attack", "answer"]
    early = linked("answer", "2021-02-10", (kind, "attack"))
    assert [one.event.id for one in timeline([early, attack])] == ["answer", "attack"]


@pytest.mark.parametrize("kind", ["causes", "precedes"])
def test_a_cause_stands_before_its_effect(kind: str) -> None:
    """The same, by a link of the earlier event; a circle of links comes last."""
    cause = linked("cause", "2021-02-15?", (kind, "effect"))
    assert [one.event.id for one in timeline([linked("effect", "2021-02"), cause])] == ["cause", "effect"]
    circle = [linked("one", "2021-02-15", (kind, "two")), linked("two", "2021-02-15?", (kind, "one"))]
    assert [one.event.id for one in timeline([*circle, linked("last", "2021-02-16")])] == ["last", "one", "two"]


def test_of_a_day_the_doubtful_dates_come_last() -> None:
    """What is perhaps of that day stands after what is."""
    entries = timeline([linked("perhaps", "2021-02-15?"), linked("surely", "2021-02-15")]).entries
    assert [(one.event.id, one.is_doubtful) for one in entries] == [("surely", False), ("perhaps", True)]


@pytest.mark.parametrize(
    ("texts", "doubtful"),
    [
        (["2018-05/.."], False),
        (["../2018-05"], False),
        (["2021-01-20?/2021-03-01"], True),
        (["2021-01~/.."], True),
        (["2021-02-15~"], True),
        (["2021-02-15", "2021-02-26"], True),
    ],
)
def test_a_date_is_doubtful_by_its_marks_or_alternatives(texts: list[str], doubtful: bool) -> None:
    """An open end is no doubt, and a mark on the first of two ends is one."""
    assert [one.is_doubtful for one in timeline([dated(*texts)])] == [doubtful]


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("dates", ["article", "record"])
def test_nobody_answers_an_attack_that_is_listed_below(dates: DatesOf) -> None:
    """In the data too, wherever the dates overlap, in each group of the text and in the whole."""
    line = timeline(events, dates=dates)
    for entries in (line.entries, *(group for _, group in line.groups)):
        places = {one.event.id: place for place, one in enumerate(entries)}
        for one in entries:
            for link in one.event.links:
                if link.kind in ("responds_to", "reverses") and link.to in places:
                    other = entries[places[link.to]]
                    overlap = one.range.overlaps(other.range)
                    assert not overlap or places[link.to] < places[one.event.id], (one.event.id, link.to)
    assert timeline(events, dates=dates).at("biden-authorizes-strike") not in dict(line.groups)["day"]


@given(st.permutations(ALL[:20]))
def test_the_order_of_the_input_does_not_matter(chosen: list[Event]) -> None:
    """The same events make the same timeline."""
    assert timeline(chosen) == timeline(ALL[:20])


def test_undated_events_stand_apart_in_the_articles_order() -> None:
    """Nothing undated is dropped, nothing dated is among them."""
    line = timeline(events)
    assert list(line.undated) == [event for event in events if event.date is None]
    assert line.rows()[-1]["date"] is None


def test_readings_that_cannot_both_hold_stand_side_by_side() -> None:
    """One entry has them all, and prints them with an or."""
    (entry,) = timeline([dated("2021-02-15?", "2021-02-26?")])
    assert (entry.date, entry.other_dates) == ("2021-02-15?", ("2021-02-26?",))
    assert entry.label == "perhaps 15 February 2021 or perhaps 26 February 2021"
    assert timeline([dated("2021-02-15?", "2021-02-26?")]).rows()[0]["other_dates"] == "2021-02-26?"


def test_every_entry_is_marked_with_its_status() -> None:
    """What did not happen is marked where it stands, and counted in the head."""
    line = timeline([dated("2021-02", status="hypothetical")])
    assert "Refusal [hypothetical, feared]" in str(line)
    assert repr(line) == "<Timeline: 1 dated (1 hypothetical), 0 undated>"
    assert "[did not occur]" in str(timeline([dated("2021-02", status="did_not_occur")]))


def test_the_whole_text_for_a_person() -> None:
    """Head, groups with their sizes, dates in words, status, paragraphs, what the date rests on."""
    events_ = [dated("2021-03-01")]
    where = ", ".join(f"¶{number}" for number in REFUSAL.paragraphs)
    assert str(timeline(events_)) == (
        "Timeline: 1 dated (1 occurred), 0 undated; dates are the article's\n"
        "\n"
        "To the day (1)\n"
        f"  1 March 2021  Refusal [occurred] {where}  (year inferred)"
    )
    assert str(timeline([dated()])).endswith(f"Undated, in the article's order (1)\n  Refusal [occurred] {where}")
    assert str(timeline(events_).entries[0]) == f"1 March 2021  Refusal [occurred] {where}  (year inferred)"


@pytest.mark.usefixtures("checked")
def test_the_articles_timeline_marks_where_the_record_parts() -> None:
    """An entry whose date the record contradicts says so, and is listed."""
    line = timeline([dated("2021-03-01")])
    assert "(year inferred; sources have 28 February 2021: differs)" in str(line)
    assert line.discrepancies == line.entries
    assert (line.entries[0].article_date, line.entries[0].record_date) == ("2021-03-01", "2021-02-28")


def test_an_agreeing_check_adds_nothing_to_the_articles_timeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what parts is marked."""
    monkeypatch.setattr(_timeline, "DATE_CHECKS", {REFUSAL.id: (check("agrees", "2021-03-01"),)})
    line = timeline([dated("2021-03-01")])
    assert "record" not in str(line)
    assert line.discrepancies == ()


@pytest.mark.usefixtures("checked")
def test_the_records_timeline_keeps_the_articles_date_beside() -> None:
    """The record places the event; what the article has stays visible, with the verdict."""
    line = timeline([dated("2021-03-01")], dates="record")
    assert (line.entries[0].date, line.entries[0].source) == ("2021-02-28", "record")
    assert "28 February 2021  Refusal" in str(line)
    assert "(by the sources; the article has 1 March 2021: differs)" in str(line)
    assert "dates are the sources', if they give one" in str(line)
    assert line.rows()[0] == {
        "date": "2021-02-28",
        "date_label": "28 February 2021",
        "date_earliest": date(2021, 2, 28),
        "date_latest": date(2021, 2, 28),
        "precision": "day",
        "source": "record",
        "event": REFUSAL.id,
        "title": "Refusal",
        "status": "occurred",
        "modality": None,
        "other_dates": None,
        "article_date": "2021-03-01",
        "record_date": "2021-02-28",
        "record_date_label": "28 February 2021",
        "record_date_earliest": date(2021, 2, 28),
        "record_date_latest": date(2021, 2, 28),
        "verdict": "differs",
        "contradicted_by": None,
        "paragraphs": "; ".join(map(str, REFUSAL.paragraphs)),
    }


@pytest.mark.usefixtures("checked")
def test_the_record_may_date_what_the_article_does_not() -> None:
    """An undated event gets the record's date, and says whose it is."""
    assert timeline([dated()]).undated == (dated(),)
    assert "(only by the sources)" in str(timeline([dated()], dates="record"))


def test_several_dates_of_the_record_stand_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two checks with two dates make two readings."""
    both = (check("disputed", "2021-02-28"), check("disputed", "2021-03-02"))
    monkeypatch.setattr(_timeline, "DATE_CHECKS", {REFUSAL.id: both})
    (entry,) = timeline([dated("2021-03-01")], dates="record")
    assert entry.label == "28 February 2021 or 2 March 2021"
    assert entry.has_discrepancy


def test_without_a_check_the_record_falls_back_on_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """The article's date is used and named as the article's."""
    monkeypatch.setattr(_timeline, "DATE_CHECKS", {})
    line = timeline([dated("2021-03")], dates="record")
    assert line.entries[0].source == "article"
    assert "(by the article, year inferred)" in str(line)


@pytest.mark.usefixtures("shipped")
def test_the_records_dates_are_those_of_between() -> None:
    """A timeline by the record has the events that ``between`` finds by the record, each dated by the same range."""
    line = timeline(events, dates="record")
    assert {entry.event.id for entry in line} == set(events.between(None, None, dates="record").ids)
    for entry in line:
        days = entry.range
        assert entry.event in events.between(days.earliest, days.latest, dates="record")
    assert {entry.source for entry in line} == {"article", "record"}


@pytest.mark.usefixtures("shipped")
def test_checks_that_date_an_event_are_its_own() -> None:
    """They know a date and are about the event; those of its date go before all others."""
    for key, found in _timeline.DATE_CHECKS.items():
        assert all(one.about == key and one.date for one in found)
        assert len({one.aspect == "date" for one in found}) == 1
    of_date = {one.about for one in checks if one.aspect == "date" and one.date and one.verdict != "unverified"}
    assert of_date & set(events.ids) <= _timeline.DATE_CHECKS.keys()


def test_a_check_of_another_side_dates_without_a_verdict_on_the_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose date it is stands there, and nothing that could be taken for a verdict on the date."""
    other = check("differs", "2021-02-28", aspect="agent")
    monkeypatch.setattr(_timeline, "DATE_CHECKS", {REFUSAL.id: (other,)})
    assert "the article has 1 March 2021)" in str(timeline([dated("2021-03-01")], dates="record"))
    assert timeline([dated("2021-03-01")], dates="record").rows()[0]["verdict"] == "agent differs"
    assert "record" not in str(timeline([dated("2021-03-01")]))
    assert timeline([dated("2021-03-01")]).discrepancies == ()


def test_at_gives_an_events_entry() -> None:
    """By id or record; None for an event that is undated or not there."""
    line = timeline([dated("2021-03")])
    assert line.at("iran-declines-informal-meeting") is line.entries[0]
    assert line.at(dated("2021-03")) is line.entries[0]
    assert timeline([]).at(REFUSAL) is None


def test_nothing_makes_an_empty_timeline() -> None:
    """No events, no entries, and a text that says so."""
    assert timeline([]) == Timeline((), (), "article")
    assert str(timeline([])) == "Timeline: 0 dated, 0 undated; dates are the article's"


def test_an_entry_is_asked_for_by_an_id_that_exists() -> None:
    """None means undated or not in the timeline; a misspelt id is an error."""
    line = timeline(events.cited_in(2))
    assert line.at("iran-ends-iaea-pact") is None
    with pytest.raises(UnknownIdError, match="no record 'us-leave-jcpoa' in events; did you mean 'us-leaves-jcpoa'"):
        line.at("us-leave-jcpoa")  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError, match="no record 'iran' in events") as caught:
        line.at("iran")  # type: ignore[arg-type]
    assert set(caught.value.near) <= set(events.ids)
    with pytest.raises(WrongTypeError, match="event cannot be None: want the id or record of an event"):
        line.at(None)  # type: ignore[arg-type]


def test_the_notebook_table_shows_dates_and_status() -> None:
    """The HTML view is a table with a caption, and everything in it is escaped."""
    shown = timeline([dated("2021-03").model_copy(update={"title": "<b>"})])._repr_html_()
    assert "<caption>Timeline: 1 dated (1 occurred), 0 undated</caption>" in shown
    assert "&lt;b&gt;" in shown


def test_what_is_no_event_and_no_source_of_dates_is_refused() -> None:
    """Clear errors, before anything is made."""
    with pytest.raises(WrongTypeError, match=r"events cannot be 'iran': want events, as in timeline\(events.actual\)"):
        timeline(["iran"])  # type: ignore[list-item]
    with pytest.raises(WrongTypeError, match=r"a single one goes in a list, timeline\(\[event\]\)"):
        timeline(events.first())  # type: ignore[arg-type]
    with pytest.raises(UnknownValueError, match="dates cannot be 'both'; it is one of 'article', 'record'"):
        timeline([], dates="both")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("edtf", "within", "throughout"),
    [
        ("2021", "2021", "2021"),
        ("2021-02", "February 2021", "February 2021"),
        ("2021-02-05", "5 February 2021", "5 February 2021"),
        ("2021-02~", "about February 2021", "about February 2021"),
        ("2021?", "perhaps 2021", "perhaps 2021"),
        ("2021-02/2021-03", "between February 2021 and March 2021", "February 2021 to March 2021"),
        ("2021-02-05/..", "on or after 5 February 2021", "since 5 February 2021"),
        ("../2021", "in or before 2021", "until 2021"),
        ("2021-02-01~/2021-02-05?", "between about 1 February 2021 and perhaps 5 February 2021",
         "about 1 February 2021 to perhaps 5 February 2021"),
    ],
)  # fmt: skip
def test_dates_in_words(edtf: str, within: str, throughout: str) -> None:
    """Every form of date has its English, for what happens at some time in it and for what lasts all through it."""
    assert in_words(edtf) == within
    assert in_words(edtf, throughout=True) == throughout
    assert timeline([dated(edtf, reading="throughout")]).entries[0].label == throughout


def test_what_is_no_date_has_no_words() -> None:
    """The error names the text."""
    with pytest.raises(InvalidDateError, match="cannot read 'soon'"):
        in_words("soon")


@pytest.mark.usefixtures("shipped")
def test_rows_have_the_dates_of_the_record_whichever_are_asked_for() -> None:
    """What the record says of a date stands in the row whichever dates place the event."""
    by_article = {row["event"]: row for row in timeline(events).rows()}
    by_record = {row["event"]: row for row in timeline(events, dates="record").rows()}
    for key, row in by_record.items():
        assert {name: row[name] for name in ("article_date", "record_date", "verdict")} == {
            name: by_article[key][name] for name in ("article_date", "record_date", "verdict")
        }
    assert by_article["erbil-rocket-attack"]["date"] == "../2021-02-15?"
    assert by_article["erbil-rocket-attack"]["record_date"] == "2021-02-15"
