"""Filters of the families: each gives just the records that its words promise, checked against a plain scan."""

from __future__ import annotations

import dataclasses
import html
import pickle
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, get_args

import pytest

from jcpoa_brief import (
    Actor,
    ActorId,
    ClaimId,
    actors,
    article,
    checks,
    claims,
    events,
    figures,
    glossary,
    quotes,
    sources,
)
from jcpoa_brief._collections.checks import (
    VERDICT_HEADINGS,
    count_discrepancies,
    discrepancies,
    most_serious_first,
)
from jcpoa_brief._collections.events import Events
from jcpoa_brief._collections.index import FamilyIndex
from jcpoa_brief._collections.relations import Relations
from jcpoa_brief._model.dates import read_edtf
from jcpoa_brief.errors import InvalidDateError, UnknownIdError, UnknownValueError, WrongTypeError
from jcpoa_brief.types import ClaimKind, Country, LinkKind

SCANS: list[tuple[str, Any, Any, Callable[[Any], bool]]] = [
    ("actors of kind", actors, actors.of_kind("state", "person"), lambda a: a.kind in ("state", "person")),
    ("actors of country", actors, actors.of_country("IRN"), lambda a: a.country == "IRN"),
    ("actors in sector", actors, actors.in_sector("MIL"), lambda a: a.sector == "MIL"),
    ("events with status", events, events.with_status("planned"), lambda e: e.status == "planned"),
    ("events of modality", events, events.of_modality("feared"), lambda e: e.modality == "feared"),
    ("events of type", events, events.of_type("REJECT", "SANCTION"), lambda e: e.type in ("REJECT", "SANCTION")),
    ("events in context", events, events.in_context("military"), lambda e: "military" in e.contexts),
    ("events in country", events, events.in_country("SYR"), lambda e: e.place is not None and e.place.country == "SYR"),
    ("events credited", events, events.credited_to("john-kirby"), lambda e: e.credited_to == "john-kirby"),
    ("events actual", events, events.actual, lambda e: e.status in ("occurred", "ongoing")),
    ("events dated", events, events.dated, lambda e: e.date is not None),
    ("events undated", events, events.undated, lambda e: e.date is None),
    ("quotes by", quotes, quotes.by("saeed-khatibzadeh"), lambda q: q.speaker == "saeed-khatibzadeh"),
    ("quotes of kind", quotes, quotes.of_kind("phrase"), lambda q: q.kind == "phrase"),
    ("terms in category", glossary, glossary.in_category("nuclear"), lambda t: t.category == "nuclear"),
    ("terms abbreviated", glossary, glossary.abbreviations, lambda t: t.abbreviation is not None),
    ("figures with unit", figures, figures.with_unit("deaths"), lambda f: f.unit == "deaths"),
    ("claims held by", claims, claims.held_by("iran"), lambda c: c.holder == "iran"),
    ("claims of the author", claims, claims.held_by("author"), lambda c: c.holder is None),
    ("claims of kind", claims, claims.of_kind("causal"), lambda c: c.kind == "causal"),
    ("claims about", claims, claims.about("iran"), lambda c: "iran" in c.about),
    ("claims below", claims, claims.children(claims.root), lambda c: c.parent == claims.root.id),
    (
        "checks about",
        checks,
        checks.about("us-airstrike-in-syria", parts=False),
        lambda c: c.about == "us-airstrike-in-syria",
    ),
    ("checks of verdict", checks, checks.of_verdict("differs"), lambda c: c.verdict == "differs"),
    ("checks of aspect", checks, checks.of_aspect("date"), lambda c: c.aspect == "date"),
    (
        "checks with grade",
        checks,
        checks.with_grade("official"),
        lambda c: any(sources[s].grade == "official" for s in c.sources),
    ),
    ("sources of grade", sources, sources.of_grade("research"), lambda s: s.grade == "research"),
]


class NotATime(datetime):
    """A date that stands for none and is not itself, as pandas has one."""

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "NaT"


NOT_A_TIME = NotATime(1, 1, 1)


@pytest.mark.parametrize(
    ("collection", "found", "wanted"), [case[1:] for case in SCANS], ids=[case[0] for case in SCANS]
)
def test_filter_finds_what_a_scan_finds(collection: Any, found: Any, wanted: Callable[[Any], bool]) -> None:
    """Every filter gives what its words promise, all of it, as the same kind of collection, and never nothing."""
    assert list(found) == [record for record in collection if wanted(record)]
    assert type(found) is type(collection)
    assert found


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: actors.of_kind("robot"), "kind cannot be 'robot'; it is one of 'person', 'state'"),
        (lambda: actors.of_country("XYZ"), "country cannot be 'XYZ'; it is one of"),
        (lambda: actors.in_sector("X"), "sector cannot be 'X'"),
        (lambda: events.with_status("real"), "status cannot be 'real'; it is one of 'occurred', 'ongoing'"),
        (lambda: events.of_modality("x"), "modality cannot be 'x'"),
        (lambda: events.of_type("reject"), "type cannot be 'reject'; it is one of 'AGREE'"),
        (lambda: events.in_context("x"), "context cannot be 'x'"),
        (lambda: events.in_country("Syria"), "country cannot be 'Syria'; it is one of"),
        (
            lambda: events.involving("iran", role="agnt"),
            "role cannot be 'agnt'; it is one of 'agent', 'recipient', 'other'",
        ),
        (
            lambda: events.involving("iran", include="friends"),
            "include cannot be 'friends'; it is one of 'acting_for', 'members'",
        ),
        (
            lambda: events.between(None, None, dates="world"),
            "dates cannot be 'world'; it is one of 'article', 'record'",
        ),
        (lambda: events.linked("us-leaves-jcpoa", "likes"), "kind cannot be 'likes'"),
        (lambda: events.linked("us-leaves-jcpoa", direction="up"), "direction cannot be 'up'"),
        (lambda: quotes.of_kind("x"), "kind cannot be 'x'"),
        (lambda: glossary.in_category("x"), "category cannot be 'x'"),
        (lambda: figures.with_unit("furlongs"), "unit cannot be 'furlongs'; it is one of"),
        (lambda: claims.of_kind("x"), "kind cannot be 'x'"),
        (lambda: checks.of_verdict("false"), "verdict cannot be 'false'; it is one of 'agrees', 'differs'"),
        (lambda: checks.of_aspect("x"), "aspect cannot be 'x'"),
        (lambda: checks.with_grade("P"), "grade cannot be 'P'; it is one of 'official'"),
        (lambda: sources.of_grade("A"), "grade cannot be 'A'"),
    ],
)
def test_wrong_words_are_refused(call: Callable[[], object], said: str) -> None:
    """A word that a filter does not know gets an error that names those that it knows."""
    with pytest.raises(UnknownValueError, match=said.replace("'", "'")):
        call()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: events.involving("irna"), "no record 'irna' in actors; did you mean 'iran'"),
        (lambda: events.directed("iran", "usa"), "no record 'usa' in actors"),
        (lambda: events.credited_to("x"), "no record 'x' in actors"),
        (lambda: events.linked("x"), "no record 'x' in events"),
        (lambda: quotes.by("x"), "no record 'x' in actors"),
        (lambda: claims.held_by("x"), "no record 'x' in actors"),
        (
            lambda: claims.about("us-leave-jcpoa"),
            "no record 'us-leave-jcpoa' in actors or events; did you mean 'us-leaves-jcpoa'",
        ),
        (lambda: claims.children("x"), "no record 'x' in claims"),
        (lambda: checks.about("zzzzzz"), "no record 'zzzzzz' in actors or events or .* or claims; search"),
        (lambda: actors.acting_for("x"), "no record 'x' in actors"),
    ],
)
def test_wrong_ids_are_refused(call: Callable[[], object], said: str) -> None:
    """An id that does not exist, or that belongs to another family, is an error, not an empty answer."""
    with pytest.raises(UnknownIdError, match=said):
        call()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            lambda: events.involving(events.first()),
            r"actor cannot be the Event '[\w-]+': want the id or record of an actor$",
        ),
        (
            lambda: events.involving(["iran", "iaea"]),
            r"pass several values as separate arguments: involving\(\*actors\)",
        ),
        (lambda: events.involving(actors.of_kind("state")), r"separate arguments: involving\(\*actors\)"),
        (lambda: events.directed(None, "iran"), "agent cannot be None: want the id or record of an actor$"),
        (
            lambda: events.directed("iran", ["iran"]),
            r"recipient cannot be \['iran'\]: want the id or record of an actor$",
        ),
        (lambda: events.of_type(["REJECT"]), r"type cannot be \['REJECT'\]: .* separate arguments: of_type\(\*types\)"),
        (
            lambda: events.cited_in([5]),
            r"want a whole number from 1 to 13; .* separate arguments: cited_in\(\*places\)",
        ),
        (
            lambda: events.between(2021.0, 2022),
            "start cannot be 2021.0: want a datetime.date, a year, or EDTF text such as '2021-02'",
        ),
        (lambda: events.on(None), "day cannot be None"),
        (lambda: events.on(NOT_A_TIME), "day cannot be NaT"),
        (lambda: events.actual.between("2021", None, within=1), "within cannot be 1: want True or False"),
        (lambda: claims.about(figures.first()), "want the id or record of an actor or an event"),
        (lambda: checks.about(checks.first()), "an actor, an event, a quote, a term, a figure or a claim"),
        (lambda: quotes.by(None), "speaker cannot be None"),
        (lambda: events[["iran"]], r"want the id of an event; for several use \[events\[key\] for key in keys\]"),
        (lambda: events[1:3], r"want the id of an event; tuple\(events\)\[:5\] gives the first five"),
        (lambda: events.where("actual"), r"predicate cannot be 'actual': want a function of a record"),
    ],
)
def test_wrong_types_are_told_what_is_wanted(call: Callable[[], object], said: str) -> None:
    """The error names the parameter and what it takes, and tells a list how to go in."""
    with pytest.raises(WrongTypeError, match=said):
        call()


def test_ids_of_another_family_are_unknown_there() -> None:
    """An id that exists, but not where it is asked for, is not said to exist nowhere."""
    with pytest.raises(UnknownIdError, match="no record 'jcpoa' in actors or events"):
        claims.about("jcpoa")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "found",
    [
        events.involving(), events.of_type(), events.with_status(), events.of_modality(), events.in_context(),
        events.in_country(), events.cited_in(), actors.of_kind(), actors.of_country(), actors.in_sector(),
        quotes.of_kind(), glossary.in_category(), figures.with_unit(), claims.of_kind(), checks.of_verdict(),
        checks.of_aspect(), checks.with_grade(), sources.of_grade(),
    ],
)  # fmt: skip
def test_nothing_chosen_finds_nothing(found: Any) -> None:
    """Whoever writes ``f(*chosen)`` gets nothing for nothing, from every filter that takes several."""
    assert len(found) == 0


@pytest.mark.parametrize(
    ("found", "lacking", "why"),
    [
        (events.of_type("REJECT"), lambda e: e.type is None, "without a type"),
        (events.in_country("SYR"), lambda e: e.place is None, "without a country"),
        (events.of_modality("feared"), lambda e: e.status != "hypothetical", "not hypothetical"),
        (events.credited_to("john-kirby"), lambda e: e.credited_to is None, "credited to nobody"),
        (actors.of_country("IRN"), lambda a: a.country is None, "without a country"),
        (actors.in_sector("GOV"), lambda a: a.sector is None, "without a sector"),
        (actors.acting_for("iran"), lambda a: a.acts_for is None, "acting for nobody"),
        (quotes.by("saeed-khatibzadeh"), lambda q: q.speaker is None, "without a speaker"),
        (claims.children(claims.root), lambda c: c.parent is None, "without a parent"),
    ],
)
def test_a_filter_on_an_optional_field_counts_what_lacks_it(
    found: Any, lacking: Callable[[Any], bool], why: str
) -> None:
    """The repr says how many records the question could not be asked of."""
    count = sum(map(lacking, type(found)(found._index)))
    assert f"left out: {count} {why}>" in repr(found)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (events.in_country("SYR") | events.in_country("IRQ"), "left out: 68 without a country>"),
        (events.actual.in_country("SYR") | events.in_country("IRQ"), "left out: 23 not actual, 46 without a country>"),
        (events.in_country("SYR") | events, "Events: 73 of 73"),
        (events.actual & events.between("2021-02", "2021-03"), "left out: 23 not actual, 3 undated>"),
        (events.between("2021-02", "2021-03") & events.actual, "left out: 7 undated, 13 not actual>"),
        (events.actual & events.actual, "left out: 23 not actual>"),
        (events.actual - events.between("2021-02", "2021-03"), "left out: 23 not actual>"),
        (events - events.in_country("SYR"), "<Events: 71 of 73"),
        (events.dated, "left out: 7 undated>"),
    ],
)
def test_combining_remembers_what_was_left_out(found: Any, said: str) -> None:
    """What ``&`` gives says the same as chaining; ``|`` counts what neither has, once; ``-`` keeps what it keeps."""
    assert said in repr(found)
    assert ("left out" in repr(found)) == ("left out" in said)


def test_what_was_left_out_survives_pickling_and_combining() -> None:
    """A selection from another process says the same when it is combined here."""
    again = pickle.loads(pickle.dumps(events.between("2021-02", "2021-03")))
    assert repr(events.actual & again) == repr(events.actual & events.between("2021-02", "2021-03"))
    assert repr(events.actual | again) == repr(events.actual | events.between("2021-02", "2021-03"))


def test_the_codes_of_countries_are_those_in_use() -> None:
    """``Country`` lists the codes of the data, no more and no fewer, in order; three capitals each."""
    places = {event.place.country for event in events if event.place is not None}
    used = {actor.country for actor in actors} | places
    assert get_args(Country) == tuple(sorted(code for code in used if code is not None))


def test_a_code_that_only_the_other_family_uses_finds_nothing() -> None:
    """As with every closed list: a word of it that no record has is right and finds nothing."""
    assert not events.in_country("USA")
    assert not actors.of_country("SYR")
    assert not events.in_context("repression")


@pytest.mark.parametrize(
    ("call", "near"),
    [
        (lambda: events.in_country("Syria"), ("SYR",)),
        (lambda: actors.of_country("usa"), ("USA",)),
        (lambda: events.of_type("reject"), ("REJECT",)),
        (lambda: actors.of_country("XYZ"), ()),
    ],
)
def test_words_off_a_list_are_told_what_is_near(call: Callable[[], object], near: tuple[str, ...]) -> None:
    """Whatever their capitals; the text names it behind all that there are."""
    with pytest.raises(UnknownValueError) as caught:
        call()
    assert caught.value.near == near
    assert str(caught.value).endswith("".join(f"; did you mean '{word}'?" for word in near) or "'USA'")


def test_filters_take_the_record_too() -> None:
    """Whatever takes an id takes the record."""
    iran, kirby, strike = actors["iran"], actors["john-kirby"], events["us-airstrike-in-syria"]
    assert events.involving(iran) == events.involving("iran")
    assert events.directed(actors["united-states"], iran) == events.directed("united-states", "iran")
    assert events.credited_to(kirby) == events.credited_to("john-kirby")
    assert events.linked(strike) == events.linked("us-airstrike-in-syria")
    assert quotes.by(actors["saeed-khatibzadeh"]) == quotes.by("saeed-khatibzadeh")
    assert claims.held_by(iran) == claims.held_by("iran")
    assert claims.about(strike) == claims.about("us-airstrike-in-syria")
    assert checks.about(strike) == checks.about("us-airstrike-in-syria")
    assert actors.acting_for(iran) == actors.acting_for("iran")


@pytest.mark.parametrize("actor", actors.ids)
def test_filters_by_actor_find_what_a_scan_finds(actor: ActorId) -> None:
    """Whichever actor is asked about."""
    assert list(claims.held_by(actor)) == [claim for claim in claims if claim.holder == actor]
    assert list(quotes.by(actor)) == [quote for quote in quotes if quote.speaker == actor]
    assert list(events.credited_to(actor)) == [event for event in events if event.credited_to == actor]
    assert list(claims.about(actor)) == [claim for claim in claims if actor in claim.about]
    agents = actors.acting_for(actor)
    assert [one for one in agents if one.acts_for not in agents] == [one for one in actors if one.acts_for == actor]


def test_all_of_several_says_which_of_them_left_nothing() -> None:
    """The first that no record is left for is named, whatever comes after it; of a single one there is no choice."""
    none = events.in_context("military", "lgbt", "economic", match="all")
    left = len(events.in_context("military"))
    assert f"; none of the {left} left has 'lgbt'; match='any' finds what has any of these 3>" in repr(none)
    assert "match='any'" not in repr(events.in_context("lgbt", match="all"))
    assert "match='any'" not in repr(events.in_context("military", "diplomatic", match="all"))


class TestWho:
    """Who takes part in an event, and how far a name reaches."""

    def test_in_a_role(self) -> None:
        """A role narrows the answer to events in which the actor has it."""
        for role in ("agent", "recipient", "other"):
            found = events.involving("iran", role=role)
            assert list(found) == [
                e for e in events if any(p.actor == "iran" and p.role == role for p in e.participants)
            ]

    def test_several_actors_must_all_take_part(self) -> None:
        """Several actors are all of them, in any order."""
        both = events.involving("iran", "united-states")
        assert both == events.involving("iran") & events.involving("united-states")
        assert both == events.involving("united-states", "iran")

    def test_spokesmen_count_only_when_asked_for(self) -> None:
        """An organ's event is not its state's event, unless ``include`` says so; and so on for organs of organs."""
        spoken = events["khatibzadeh-explains-refusal"]
        assert spoken not in events.involving("iran", role="agent")
        assert spoken in events.involving("iran", role="agent", include="acting_for")

    def test_members_and_groups(self) -> None:
        """A group reaches its members, a member its groups; a member does not reach the other members."""
        assert events.involving("european-three", include="members") == (
            events.involving("european-three")
            | events.involving("united-kingdom")
            | events.involving("france")
            | events.involving("germany")
        )
        widened = events.involving("france", include=("groups", "members", "acting_for"))
        assert widened == events.involving("france", include="groups")
        assert len(widened) > len(events.involving("france"))

    def test_acting_for_is_transitive(self) -> None:
        """Those who act for an organ act for what it acts for."""
        chain = Relations(
            actors=tuple(
                Actor.model_construct(id=name, acts_for=above, members=members)
                for name, above, members in (
                    ("state", None, ()),
                    ("ministry", "state", ()),
                    ("spokesman", "ministry", ()),
                    ("ring", None, ("ring",)),
                )
            )
        )
        assert chain.reach("state", frozenset({"acting_for"})) == {"state", "ministry", "spokesman"}
        assert chain.reach("ministry", frozenset({"acting_for"})) == {"ministry", "spokesman"}
        assert chain.reach("state", frozenset()) == {"state"}
        assert chain.reach("ring", frozenset({"members"})) == {"ring"}

    def test_dyads_agree_with_participants(self) -> None:
        """Every pair of agent and recipient of every event that is not symmetric has one row, and an event without a
        side has a row with None.
        """
        rows = events.dyads()
        for event in events:
            agents = [part.actor for part in event.participants if part.role == "agent"]
            recipients = [part.actor for part in event.participants if part.role == "recipient"]
            mine = [(row.agent, row.recipient) for row in rows if row.event == event.id and not row.symmetric]
            if any(row.symmetric for row in rows if row.event == event.id):
                assert not mine
                continue
            assert mine == [(a, r) for a in agents or [None] for r in recipients or [None]]
            assert all(row.status == event.status for row in rows if row.event == event.id)
        assert {row.event for row in rows} == set(events.ids)

    def test_cooperation_is_in_the_dyads(self) -> None:
        """Who agrees or consults is paired with everybody whom it does so with, in both directions, but not a body with
        its own part; every such event that names two independent agents has a pair.
        """
        pairs = [row for row in events.dyads() if row.symmetric]
        turned = {(row.event, row.recipient, row.agent) for row in pairs}
        assert {(row.event, row.agent, row.recipient) for row in pairs} == turned
        assert {row.type for row in pairs} <= {"AGREE", "CONSULT", "COOPERATE"}
        assert {("iran", "united-states"), ("united-states", "iran")} <= {
            (row.agent, row.recipient) for row in pairs if row.event == "jcpoa-concluded"
        }
        assert not any({row.agent, row.recipient} == {"iaea", "rafael-grossi"} for row in pairs)
        assert "jcpoa-concluded" in events.directed("france", "iran").ids

    def test_directed_is_what_the_dyads_say(self) -> None:
        """An event is directed from one actor at another just when it has that dyad."""
        pairs = {(row.agent, row.recipient) for row in events.dyads() if row.agent and row.recipient}
        for agent, recipient in pairs:
            assert set(events.directed(agent, recipient).ids) == {
                row.event for row in events.dyads() if (row.agent, row.recipient) == (agent, recipient)
            }


class TestWhen:
    """When an event can have happened."""

    def test_both_ends_are_included_and_a_month_ends_on_its_last_day(self) -> None:
        """The withdrawal of May 2018 can have been on any day of that month."""
        left = events["us-leaves-jcpoa"]
        for start, end in [
            ("2018-05-31", "2019"),
            ("2017", "2018-05-01"),
            ("2018-05-10", "2018-05-10"),
            ("2018-05", "2018-05"),
        ]:
            assert left in events.between(start, end)
        assert left not in events.between("2018-06-01", "2019")
        assert left not in events.between("2017", "2018-04-30")

    def test_takes_dates_and_open_ends(self) -> None:
        """Text, date and date-time mean the same; None and ".." are open."""
        march = events.between("2021-03-01", "2021-03-31")
        assert events.between(date(2021, 3, 1), date(2021, 3, 31)) == march
        assert events.between(datetime(2021, 3, 1, 12), "2021-03") == march
        assert events.between(None, None) == events.dated
        assert events.between("..", "..") == events.dated
        assert events.between("2021-03", None) == events.between("2021-03", "..")

    def test_within_wants_every_reading_inside(self) -> None:
        """With ``within`` an event counts only if it cannot have been outside."""
        left, strike = events["us-leaves-jcpoa"], events["us-airstrike-in-syria"]
        assert left in events.between("2018-05", "2018-05", within=True)
        assert left not in events.between("2018-05-10", "2018-05-20", within=True)
        assert strike in events.between("2021-02-15", "2021-02-15")
        assert strike not in events.between("2021-02-15", "2021-02-15", within=True)
        assert strike in events.between("2021-02-15", "2021-02-26", within=True)
        assert left not in events.between("2018-05-10", "2018-12", within=True)
        assert left not in events.between("2018-01", "2018-05-10", within=True)
        open_ended = events["trump-adopts-maximum-pressure"]
        assert open_ended in events.between("2018", None, within=True)
        assert open_ended in events.between("2018", "2030", within=True)
        assert open_ended not in events.between("2018", "2020", within=True)

    def test_the_article_tells_of_no_day_after_it_was_finished(self) -> None:
        """What is told as past is not found later than that, by the article's dates or where the record has none; what
        may yet come is.
        """
        finished = read_edtf(article.finished).latest
        assert finished is not None
        for dates in ("article", "record"):
            later = events.between(finished + timedelta(days=1), None, dates=dates)  # type: ignore[arg-type]
            assert "biden-continues-pressure" not in later
            assert "negotiations-after-election" in later
            for event in later:
                checked = [check for check in checks.about(event, parts=False) if check.date and dates == "record"]
                known = event.date is not None and event.date.latest is not None
                assert known or checked or event.status not in ("occurred", "ongoing", "did_not_occur")
        assert "biden-continues-pressure" in events.on(finished)

    def test_a_date_after_the_end_keeps_its_first_day(self) -> None:
        """An open end is closed no earlier than the date begins."""
        pattern = events["biden-continues-pressure"]
        assert pattern.date is not None
        late = pattern.date.model_copy(update={"edtf": "2022/..", "earliest": date(2022, 1, 1)})
        event = pattern.model_copy(update={"date": late})
        made = Events(FamilyIndex("events", [(event.id, event)], events._index.relations))
        assert made.on("2022-01-01")
        assert not made.on("2022-01-02")

    def test_every_reading_counts(self) -> None:
        """The strike is found on both days that its paragraph allows."""
        assert {"us-airstrike-in-syria"} <= set(events.on("2021-02-15").ids)
        assert {"us-airstrike-in-syria"} <= set(events.on("2021-02-26").ids)
        assert "us-airstrike-in-syria" not in events.on("2021-02-20").ids

    def test_undated_events_are_left_out_unless_asked_for(self) -> None:
        """What has no date is no answer to a question about time; the repr says how many there are."""
        found = events.between("2018", "2018")
        assert not found & events.undated
        assert found | events.undated == events.between("2018", "2018", undated=True)
        assert f"left out: {len(events.undated)} undated" in repr(found)

    def test_dates_of_the_record(self) -> None:
        """The record's date counts where a check gives one; elsewhere the article's."""
        assert "us-airstrike-in-syria" in events.on("2021-02-25", dates="record").ids
        assert "us-airstrike-in-syria" not in events.on("2021-02-15", dates="record").ids
        assert "us-leaves-jcpoa" in events.on("2018-05-08", dates="record").ids
        assert "us-leaves-jcpoa" not in events.on("2018-05-09", dates="record").ids
        dated = {
            check.about
            for check in checks
            if check.date
            and check.verdict != "unverified"
            and (check.aspect == "date" or events.actual.get(check.about))
        }
        still_undated = [event for event in events.undated if event.id not in dated]
        assert f"left out: {len(still_undated)} undated" in repr(events.between("2021", "2021", dates="record"))

    def test_reversed_interval_is_an_error(self) -> None:
        """An interval that ends before it starts is a mistake, not an empty answer."""
        with pytest.raises(InvalidDateError, match="cannot read '2021-03/2021-02' as a date: it ends before it starts"):
            events.between("2021-03", "2021-02")
        assert events.between("2021-03-05", "2021-03") == events.between("2021-03-05", "2021-03-31")
        assert events.between("2021-03", "2021-03-05") == events.between("2021-03-01", "2021-03-05")

    def test_on_takes_months_and_intervals(self) -> None:
        """``on`` asks about any stretch of time that one text names."""
        assert events.on("2021-02") == events.between("2021-02-01", "2021-02-28")
        assert events.on("2021-02/2021-03") == events.between("2021-02", "2021-03")
        assert events.on(date(2021, 1, 20)) == events.on("2021-01-20")

    def test_on_wants_a_date(self) -> None:
        """No end at all is no day."""
        with pytest.raises(InvalidDateError, match=r"cannot read '\.\.' as a date: want a day, a month, a year or an"):
            events.on("..")
        for text in ("", "-"):
            with pytest.raises(InvalidDateError, match="want EDTF such as"):
                events.on(text)

    def test_chronological_keeps_every_event(self) -> None:
        """Sorting by time drops nothing: undated events come last, in the article's order."""
        ordered = events.chronological()
        assert sorted(ordered, key=lambda e: events.ids.index(e.id)) == list(events)
        assert list(ordered[len(events.dated) :]) == list(events.undated)
        starts = [event.date.earliest or date.min for event in ordered if event.date]
        assert starts == sorted(starts)


def linked_by(kind: LinkKind, targets: dict[str, str]) -> Events:
    """Events with these ids, each with a link of a kind to another, or with none."""
    base = events["us-leaves-jcpoa"]
    made = {
        name: base.model_copy(
            update={
                "id": name,
                "links": tuple(base.links[0].model_copy(update={"to": one, "kind": kind}) for one in target),
            }
        )
        for name, target in targets.items()
    }
    return Events(FamilyIndex("events", made.items(), Relations(events=tuple(made.values()))))


class TestTogether:
    """Events that links join."""

    def test_directions(self) -> None:
        """A link can be followed from its event, to its event, or both ways."""
        attack = "erbil-rocket-attack"
        answers = events.linked(attack, "responds_to", direction="to")
        assert "us-airstrike-in-syria" in answers.ids
        assert not events.linked(attack, "responds_to", direction="from")
        assert events.linked(attack, "responds_to") == answers
        assert attack in events.linked("us-airstrike-in-syria", direction="from").ids
        assert attack not in events.linked(attack).ids

    def test_kind_narrows(self) -> None:
        """Links of all kinds are those of each kind together."""
        strike = events["us-airstrike-in-syria"]
        each = [
            events.linked(strike, kind)
            for kind in ("responds_to", "causes", "precedes", "part_of", "reverses", "concerns")
        ]
        together = each[0]
        for more in each[1:]:
            together |= more
        assert together == events.linked(strike)

    def test_transitive_reaches_further_and_circles_end(self) -> None:
        """Links are followed to their end, once round a circle at the most."""
        made = linked_by("causes", {"a": "b", "b": "c", "c": "a", "d": "a"})
        assert made.linked("a", "causes", direction="from").ids == ("b",)  # type: ignore[arg-type]
        assert made.linked("a", "causes", direction="from", transitive=True).ids == ("b", "c")  # type: ignore[arg-type]
        assert made.linked("a", transitive=True).ids == ("b", "c", "d")  # type: ignore[arg-type]
        assert made.linked("a", "precedes", transitive=True).ids == ()  # type: ignore[arg-type]

    def test_incidents_are_whole_and_apart(self) -> None:
        """Every part_of link lies inside one incident, and no event is in two."""
        incidents = events.incidents()
        members = [event.id for incident in incidents for event in incident]
        assert len(members) == len(set(members))
        for event in events:
            for link in event.links:
                if link.kind == "part_of":
                    assert any(event.id in incident.ids and link.to in incident.ids for incident in incidents)
        strike = next(incident for incident in incidents if "us-airstrike-in-syria" in incident.ids)
        assert len(strike) >= 3

    def test_an_incident_is_followed_to_its_end(self) -> None:
        """Parts of parts belong to it too, and are found from each of its events; an event without parts is none."""
        made = linked_by("part_of", {"a": "b", "b": "c", "c": "d", "d": "", "e": ""})
        assert [incident.ids for incident in made.incidents()] == [("a", "b", "c", "d")]
        assert [incident.ids for incident in linked_by("causes", {"a": "b", "b": ""}).incidents()] == []


_APART = "background, reported charges, what belongs to other claims."


class TestClaims:
    """The claims as one argument."""

    def test_argument_is_the_whole_tree(self) -> None:
        """From the thesis down, the tree holds every claim that has a parent, and no background."""
        tree = list(claims.argument())
        assert tree[0] == claims.root
        assert {claim.id for claim in tree} == {claims.root.id, *(claim.id for claim in claims if claim.parent)}
        assert len(tree) == len(set(tree))

    def test_argument_prints_relations(self) -> None:
        """Each line says how its claim bears on the one above, whose it is and where it stands; the last counts what is
        not in the tree.
        """
        *lines, last = str(claims.argument()).splitlines()
        tree = list(claims.argument())
        assert len(lines) == len(tree)
        assert lines[0] == f"{claims.root.statement} (the author; ¶3)"
        assert all(line.lstrip().startswith(("supports: ", "concedes: ", "restates: ")) for line in lines[1:])
        depth = {None: -1}
        for line, claim in zip(lines, tree, strict=True):
            depth[claim.id] = depth[claim.parent if claim != claims.root else None] + 1
            assert len(line) - len(line.lstrip(" ")) == 2 * depth[claim.id]
            assert (actors[claim.holder].name if claim.holder else "the author") in line.rpartition("(")[2]
        assert last.startswith(f"{len(claims) - len(tree)} claims are not in this tree")

    def test_a_tree_of_all_claims_leaves_nothing_out(self) -> None:
        """Nothing is said of what is not in a tree where everything is."""
        chosen = claims.argument("denunciation-was-unsurprising")
        assert str(chosen).endswith(f"{len(claims) - len(list(chosen))} claims are not in this tree: {_APART}")
        for count, said in ((1, "1 claim is"), (2, "2 claims are")):
            part = dataclasses.replace(chosen, claims_not_in_tree=count)
            assert str(part).endswith(f"\n{said} not in this tree: {_APART}")
        assert len(str(dataclasses.replace(chosen, claims_not_in_tree=0)).splitlines()) == len(list(chosen))

    def test_argument_is_nested_lists_in_a_notebook(self) -> None:
        """One item a claim, and nothing in a claim can become markup."""
        shown = claims.argument()._repr_html_()
        assert shown.count("<li>") == shown.count("</li>") == len(list(claims.argument()))
        assert shown.count("<ul>") == shown.count("</ul>")
        assert "claims are not in this tree" in shown
        evil = dataclasses.replace(
            claims.argument(), claim=claims.root.model_copy(update={"statement": "<b>"}), children=()
        )
        assert evil._repr_html_().startswith("<ul><li>&lt;b&gt; (")

    def test_argument_from_any_claim(self) -> None:
        """Any claim heads the tree of what bears on it."""
        child = claims.children(claims.root).first()
        assert claims.argument(child).claim == child
        assert claims.argument(child.id) == claims.argument(child)

    @pytest.mark.parametrize("top", claims.ids)
    def test_an_argument_says_how_large_it_is(self, top: ClaimId) -> None:
        """The repr counts the claims below the top; only the whole tree counts those that are not in it. The claim at
        the top is not related to anything that is shown.
        """
        tree = claims.argument(top)
        names = {claim.id for claim in tree}
        assert repr(tree) == f"<Argument: {top}, {len(names) - 1} claims below>"
        assert tree.claims_not_in_tree == len(claims) - len(names)
        assert str(tree).startswith(f"{claims[top].statement} (")
        assert tree._repr_html_().startswith(f"<ul><li>{html.escape(claims[top].statement)} (")
        for child in tree.children:
            assert child.claims_not_in_tree == 0
            assert f"<li>{child.claim.relation}: " in tree._repr_html_()
        with pytest.raises(dataclasses.FrozenInstanceError):
            tree.holder = "nobody"  # type: ignore[misc]

    @pytest.mark.parametrize("kind", get_args(ClaimKind))
    def test_an_argument_of_a_selection_is_made_of_its_claims(self, kind: ClaimKind) -> None:
        """Below the thesis stand claims of the selection alone; the others of the selection are counted."""
        chosen = claims.of_kind(kind)
        tree = [claim.id for claim in chosen.argument()]
        assert tree[0] == claims.root.id
        assert {*tree[1:]} <= {*chosen.ids}
        assert chosen.argument().claims_not_in_tree == len({*chosen.ids} - {*tree})


def test_actors_acting_for() -> None:
    """Those who act for an actor, directly or through another, without the actor."""
    found = actors.acting_for("iran")
    assert "saeed-khatibzadeh" in found
    assert "iran" not in found
    assert all(actor.acts_for is not None for actor in found)


def test_rows_of_events_have_the_date_of_the_record() -> None:
    """Beside the article's date stands the record's where a check gives one, with that check."""
    for row in events.rows():
        check = checks.get(str(row["record_check"]))
        assert row["record_date"] == (check.date if check else None)
        assert check is None or check.about == row["id"]
    rows = {row["id"]: row for row in events.rows()}
    strike = rows["us-airstrike-in-syria"]
    assert strike["record_date_earliest"] == date(2021, 2, 25) != strike["date_earliest"]


def test_dyads_carry_dates_contexts_and_how_their_actors_are_coded() -> None:
    """A pair tells when, by the article and by the record, and of what country and sector its sides are."""
    found = next(dyad for dyad in events.dyads() if dyad.event == "us-airstrike-in-syria")
    assert found.record_date == "2021-02-25"
    assert (found.date_earliest, found.date_latest) == (date(2021, 2, 15), date(2021, 2, 15))
    assert found.agent_country == "USA"
    assert "military" in str(found.contexts)
    lone = next(dyad for dyad in events.dyads() if dyad.recipient is None)
    assert (lone.recipient_country, lone.recipient_sector) == (None, None)
    for dyad in events.dyads():
        event = events[dyad.event]
        readings = [when.edtf for when in (event.date, *event.other_dates) if when]
        assert (dyad.date, dyad.other_dates) == (readings[0] if readings else None, "; ".join(readings[1:]) or None)


def test_record_dates_are_one_for_each_event() -> None:
    """No event has two dates of the record."""
    for event in events.actual:
        about = checks.about(event, parts=False)
        dated = [check for check in about if check.date and check.verdict != "unverified"]
        of_date = [check for check in dated if check.aspect == "date"]
        assert len({check.date for check in of_date or dated}) <= 1
        if dated:
            wanted = read_edtf((of_date or dated)[0].date or "")
            assert events._index.relations.record_dates[event.id] == wanted


def test_no_event_in_a_country_leads_to_the_country_of_actors() -> None:
    """The article seldom says where; who takes part is asked for elsewhere."""
    assert "of_actor_country asks" in repr(events.in_context("cbrn").in_country("IRN"))
    assert "of_actor_country" not in repr(events.in_country("SYR"))


def test_a_discrepancy_is_one_story() -> None:
    """Every incident, or check of no incident, that differs or is disputed, whole, its most serious check first."""
    groups = discrepancies(checks)
    serious = checks.of_verdict("differs", "disputed")
    assert {group[0].incident or group[0].id for group in groups} == {check.incident or check.id for check in serious}
    assert {check.id for group in groups for check in group} >= set(serious.ids)
    assert any(group[-1].verdict not in ("differs", "disputed") for group in groups)
    order = [*VERDICT_HEADINGS]
    for group in groups:
        incident = group[0].incident
        whole = [check.id for check in checks if incident and check.incident == incident and check.verdict != "agrees"]
        assert sorted(check.id for check in group) == sorted(whole or [group[0].id])
        assert group[0].verdict == min((check.verdict for check in group), key=order.index)
        assert len(group[0].sources) == max(len(check.sources) for check in group if check.verdict == group[0].verdict)
    assert [group[0].verdict for group in groups] == sorted((group[0].verdict for group in groups), key=order.index)


def test_discrepancies_are_counted_in_one_sentence() -> None:
    """How many, in how many checks, and on which side: of several sides each with its number."""
    found = discrepancies(checks)
    said = count_discrepancies(found, " between two sides")
    differs = sum(group[0].verdict == "differs" for group in found)
    assert said.startswith(f"{len(found)} discrepancies between two sides, found in {sum(map(len, found))} checks (")
    assert f"(in {differs} a source, or the article itself elsewhere, contradicts the article; in " in said
    assert count_discrepancies([[checks["law-cause"]]]) == (
        "1 discrepancy, found in 1 check (sources contradict each other)"
    )
    assert count_discrepancies([[checks["law-cause"], checks["strike-date"]]]).startswith(
        "1 discrepancy, found in 2 checks ("
    )
    assert discrepancies(checks.of_verdict("imprecise", "agrees")) == []


def test_the_most_serious_checks_come_first() -> None:
    """By verdict, of one verdict by aspect, of one aspect as they come."""
    found = most_serious_first(checks)
    assert {check.verdict: 0 for check in found} == dict.fromkeys(VERDICT_HEADINGS, 0)
    assert [*dict.fromkeys(check.verdict for check in found)] == [*VERDICT_HEADINGS]
    aspects = ["existence", "order", "date", "figure", "agent", "cause", "wording"]
    for verdict in VERDICT_HEADINGS:
        same = [check for check in found if check.verdict == verdict]
        wanted = [check for aspect in aspects for check in checks.of_verdict(verdict) if check.aspect == aspect]
        assert same == wanted
