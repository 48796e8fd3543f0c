"""Laws of collections, for any selections."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, strategies as st

from jcpoa_brief import Event, actors, article, events, paragraphs
from jcpoa_brief._collections.date_overlaps import Dates
from jcpoa_brief._model.dates import DateRange, read_edtf

SELECTIONS = st.sets(st.sampled_from(events.ids)).map(lambda ids: events.where(lambda event: event.id in ids))
DAYS = st.dates(date(2010, 1, 1), date(2022, 12, 31))
FILTERS = st.sampled_from(
    [
        lambda e: e.actual,
        lambda e: e.dated,
        lambda e: e.in_country("SYR"),
        lambda e: e.involving("iran"),
        lambda e: e.involving("united-states", role="agent", include=("acting_for", "members")),
        lambda e: e.cited_in(5, 9),
        lambda e: e.of_type("REJECT", "REQUEST"),
        lambda e: e.between("2021-02", "2021-03"),
        lambda e: e.between("2018", None, undated=True),
        lambda e: e.in_context("diplomatic"),
        lambda e: e.linked("us-airstrike-in-syria", transitive=True),
        lambda e: e.with_status("hypothetical"),
    ]
)


@given(SELECTIONS, SELECTIONS, SELECTIONS)
def test_selections_are_sets(a: Any, b: Any, c: Any) -> None:
    """``|``, ``&`` and ``-`` obey the laws of sets, and order is always the article's."""
    assert a | b == b | a
    assert a & b == b & a
    assert (a | b) | c == a | (b | c)
    assert a & (b | c) == (a & b) | (a & c)
    assert a - b == a - (a & b)
    assert (a - b) | (a & b) == a
    assert list(a | b) == [event for event in events if event in a or event in b]


@given(SELECTIONS, FILTERS, FILTERS)
def test_filters_commute_and_settle(start: Any, one: Any, other: Any) -> None:
    """The order of filters does not matter, and a filter twice is the filter once."""
    assert one(other(start)) == other(one(start))
    assert one(one(start)) == one(start)
    assert one(start) == start & one(events)
    if one(start):  # an empty answer may say what to ask instead
        assert repr(one(start)) == repr(start & one(events))


@given(FILTERS, FILTERS, FILTERS)
def test_what_is_left_out_is_not_in_the_selection(one: Any, other: Any, third: Any) -> None:
    """However selections are made and combined, what is counted as left out is not in them, and is counted once; what
    may lie outside an interval is in them.
    """
    for made in (one(other(events)), one(events) & other(events), one(events) | other(events) & third(events)):
        positions = [position for note in made._left_out if not note.kept for position in note.positions]
        assert not {events._index.records[position].id for position in positions} & set(made.ids)
        assert len(set(positions)) == len(positions)
        assert {*made._unsure()} <= {*made._positions}


def last_day(event: Event) -> date:
    """The last day of a date with an open end: the article tells of nothing that happened after it was finished."""
    told = event.status in ("occurred", "ongoing", "did_not_occur")
    return (read_edtf(article.finished).latest if told else None) or date.max


@given(DAYS, DAYS)
def test_between_loses_no_event(a: date, b: date) -> None:
    """``between`` gives just the events one of whose readings touches the interval, found here by a plain scan."""
    start, end = min(a, b), max(a, b)
    touched = [
        event
        for event in events
        if any(
            (reading.earliest or date.min) <= end and start <= (reading.latest or last_day(event))
            for reading in (event.date, *event.other_dates)
            if reading is not None
        )
    ]
    assert list(events.between(start, end)) == touched


@given(DAYS, DAYS)
def test_within_finds_what_lies_inside(a: date, b: date) -> None:
    """``within`` gives just the events all of whose readings lie inside, neither end further out, found by a scan."""
    start, end = min(a, b), max(a, b)
    for first, last in ((start, end), (start, None), (None, end)):
        inside = [
            event
            for event in events.dated
            if all(
                (first or date.min) <= (reading.earliest or date.min)
                and (reading.latest or last_day(event)) <= (last or date.max)
                and (first is None or reading.earliest is not None)
                for reading in (event.date, *event.other_dates)
                if reading is not None
            )
        ]
        assert list(events.between(first, last, within=True)) == inside


@given(st.sampled_from(actors.ids), st.sampled_from(["agent", "recipient", "other", None]))
def test_a_wider_reach_never_finds_less(actor: Any, role: Any) -> None:
    """Reaching further adds events and takes none away."""
    narrow = events.involving(actor, role=role)
    for include in (("acting_for",), ("members",), ("groups",), ("acting_for", "members", "groups")):
        wide = events.involving(actor, role=role, include=include)
        assert narrow - wide == narrow & events.where(lambda _: False)


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20), st.booleans(), st.booleans()), max_size=40),
    st.integers(0, 60),
    st.integers(0, 20),
    st.integers(1, 20),
)
def test_intervals_find_what_a_scan_finds(
    spans: list[tuple[int, int, bool, bool]], start: int, length: int, times: int
) -> None:
    """The blocks of intervals give just those that share a day with the question, open ends included, of few intervals
    and of so many that they fill several blocks.
    """
    first = date(2020, 1, 1)

    def days(begin: int, size: int, *, from_ever: bool = False, for_ever: bool = False) -> DateRange:
        return DateRange(
            None if from_ever else first + timedelta(begin),
            None if for_ever else first + timedelta(begin + size),
            "interval",
        )

    ranges = [
        days(begin + later, size, from_ever=a, for_ever=b) for later in range(times) for begin, size, a, b in spans
    ]
    wanted = days(start, length)
    assert Dates([[one] for one in ranges]).overlapping(wanted) == tuple(
        place for place, one in enumerate(ranges) if one.overlaps(wanted)
    )


def test_spans_lie_inside_sentences_inside_paragraphs() -> None:
    """Every sentence lies inside its paragraph, and every citation of a mention inside one sentence."""
    for paragraph in paragraphs:
        assert all(0 <= sentence.start < sentence.end <= paragraph.characters for sentence in paragraph.sentences)
    for actor in actors:
        for citation in actor.citations:
            assert any(
                sentence.start <= citation.start and citation.end <= sentence.end
                for sentence in paragraphs[citation.paragraph].sentences
            )


@given(st.sampled_from(actors.ids).map(lambda key: actors[key]), st.data())
def test_find_is_blind_to_case(actor: Any, data: st.DataObject) -> None:
    """A name finds its actor in capitals, in small letters and with an article."""
    name = data.draw(st.sampled_from(actor.names))
    change = data.draw(
        st.sampled_from([str.upper, str.lower, str.title, lambda text: f"the {text}", lambda text: f"{text}’s"])
    )
    assert actor in actors.find(change(name))
