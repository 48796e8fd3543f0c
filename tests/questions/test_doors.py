"""Every door that takes a name, an id, a code or several of them: what is right is found, what is near is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest

from jcpoa_brief import actors, checks, cite, cited_in, claims, events, figures, quotes
from jcpoa_brief._collections import filtering
from jcpoa_brief._collections.names import Names
from jcpoa_brief._model.vocabulary import COUNTRIES
from jcpoa_brief.errors import InvalidCitationError, NotOneError, UnknownIdError, UnknownValueError, WrongTypeError
from jcpoa_brief.types import ActorKind, CheckVerdict, Country, EventContext, EventType, Grade, Status, Style

door: Any = events
"""A collection as one without types sees it."""


@pytest.mark.parametrize(
    ("ask", "named"),
    [
        (lambda: door.involving("us"), "united-states"),
        (lambda: door.involving("Biden", match="any"), "joe-biden"),
        (lambda: door.directed("iran", "US"), "united-states"),
        (lambda: door.credited_to("Kirby"), "john-kirby"),
        (lambda: claims.held_by("Rouhani"), "hassan-rouhani"),  # type: ignore[arg-type]
        (lambda: quotes.by("Khatibzadeh"), "saeed-khatibzadeh"),  # type: ignore[arg-type]
        (lambda: checks.about("IRGC"), "revolutionary-guards"),  # type: ignore[arg-type]
        (lambda: claims.about("Tehran"), "iran"),  # type: ignore[arg-type]
        (lambda: actors.acting_for("US"), "united-states"),  # type: ignore[arg-type]
        (lambda: actors["Rouhany"], "hassan-rouhani"),  # type: ignore[index]
    ],
)
def test_a_name_given_for_an_id_gets_an_error_that_names_the_id(ask: Callable[[], object], named: str) -> None:
    """Whoever types the name that people use learns the id, at every door."""
    with pytest.raises(UnknownIdError) as caught:
        ask()
    assert caught.value.near[0] == named
    assert f"did you mean {named!r}" in str(caught.value)


@pytest.mark.parametrize(
    ("code", "found"),
    [("Q794", "iran"), ("IRN", "iran"), ("ir", "iran"), ("USAGOV", "joe-biden"), ("Q30", "united-states")],
)
def test_codes_find_their_record(code: str, found: str) -> None:
    """A Wikidata item, a CAMEO code or a country's code finds the record that it stands for, in any case."""
    assert found in actors.find(code).ids


@pytest.mark.parametrize(
    ("typed", "code"), [("IR", "IRN"), ("iraq", "IRQ"), ("Germany", "DEU"), ("us", "USA"), ("irn", "IRN")]
)
def test_a_country_by_another_name_leads_to_its_code(typed: Any, code: str) -> None:
    """Two letters or the name of a country get an error that names the one code that is meant."""
    for ask in (actors.of_country, events.in_country, events.of_actor_country):
        with pytest.raises(UnknownValueError) as caught:
            ask(typed)
        assert caught.value.near == (code,)


def test_every_code_of_a_country_has_its_names() -> None:
    """A new code needs its two letters and its name here."""
    assert set(COUNTRIES) == set(get_args(Country))


def test_a_word_of_a_name_finds_it_where_no_whole_name_fits() -> None:
    """All the words must be in one name; the whole name goes before."""
    assert "us-airstrike-in-syria" in events.find("airstrike").ids
    assert actors.find("iran").ids == ("iran",)
    names = Names([(1, ["red house"]), (2, ["red", "green house"]), (3, ["house red"])])
    assert (names.find("red"), names.find("House, Red"), names.find("green red"), names.find("")) == (
        (2,),
        (3,),
        (),
        (),
    )
    assert names.find("green") == (2,)
    assert names.find("x" * 301) == names.near("x" * 301) == ()
    assert names.near("hause") == (1, 2, 3)


def test_an_empty_selection_keeps_what_is_near() -> None:
    """Matching stays strict; the repr and ``only`` name what looks like it."""
    empty = actors.find("Rouhany")
    assert (len(empty), repr(empty)) == (0, f"<Actors: 0 of {len(actors)}; near 'Rouhany': 'hassan-rouhani'>")
    with pytest.raises(NotOneError, match=r"none for 'Rouhany'; .*; did you mean 'hassan-rouhani'"):
        empty.only()


def test_any_and_all_of_several() -> None:
    """What a filter that takes several wants can be said, and without a word it is what it was."""
    both, either = events.involving("iran", "iaea"), events.involving("iran", "iaea", match="any")
    assert both == events.involving("iran").involving("iaea")
    assert either == events.involving("iran") | events.involving("iaea")
    assert events.cited_in(4, 5) == events.cited_in(4) | events.cited_in(5)
    assert events.cited_in(4, 5, match="all") == events.cited_in(4) & events.cited_in(5)
    assert cited_in(4, 5, match="all").events == events.cited_in(4, 5, match="all")
    assert events.in_context("cbrn", "diplomatic", match="all") == events.in_context("cbrn") & events.in_context(
        "diplomatic"
    )
    assert claims.about("iran", "united-states") == claims.about("iran") | claims.about("united-states")
    grades = checks.with_grade("official"), checks.with_grade("newsroom")
    assert checks.with_grade("official", "newsroom", match="all") == grades[0] & grades[1]
    assert quotes.by() == quotes.by("saeed-khatibzadeh") - quotes
    with pytest.raises(UnknownValueError, match="match cannot be 'some'"):
        events.cited_in(5, match="some")  # type: ignore[arg-type]


def test_what_emptied_a_selection_is_said() -> None:
    """A result of nothing from several says which one left none, and how to ask for any of them."""
    none = events.involving("iran", "wounded-americans", "iaea")
    count = len(events.involving("iran"))
    said = f"none of the {count} left has 'wounded-americans'; match='any' finds what has any of these 3"
    assert repr(none).endswith(f"; {said}>")
    assert repr(none.actual).endswith(f"{said}>")
    assert "left none" not in repr(events.find("no such thing at all").involving("iran", "iaea"))


def test_an_empty_answer_says_whether_a_wider_name_would_find_any() -> None:
    """What a state's own name does not have, those who act for it may."""
    demanded = events.of_modality("demanded")
    none = demanded.involving("united-states")
    wider = demanded.involving("united-states", include="acting_for")
    assert wider
    assert (len(none), f"{len(wider)} with include='acting_for'" in repr(none)) == (0, True)
    assert "include=" not in repr(demanded.involving("china"))
    assert "with include='acting_for'" in repr(demanded.directed("united-states", "iran"))
    assert "include=" not in repr(demanded.directed("united-states", "iran", include="members"))


def test_an_empty_answer_says_who_or_what_else_to_ask() -> None:
    """Whom the article credits may be a spokesman; what is checked of an actor are the events."""
    assert repr(events.credited_to("pentagon")).endswith("; 'john-kirby' would give some, acting for it>")
    assert "would give some" not in repr(quotes.by("china"))
    assert repr(checks.about("iran")).endswith("; about(*events.involving('iran')) has those of its events>")
    assert checks.about(*events.involving("iran"))


@pytest.mark.parametrize(
    ("ask", "near"),
    [
        (lambda: door.of_type("attack"), "ASSAULT"),
        (lambda: door.in_context("nuclear"), "cbrn"),
        (lambda: door.with_status("happened"), "occurred"),
        (lambda: actors.of_kind("country"), "state"),  # type: ignore[arg-type]
        (lambda: checks.of_verdict("wrong"), "differs"),  # type: ignore[arg-type]
        (lambda: checks.with_grade("government"), "official"),  # type: ignore[arg-type]
        (lambda: figures.with_unit("dead"), "people killed"),
    ],
)
def test_a_plain_word_leads_to_the_word_of_the_list(ask: Callable[[], object], near: str) -> None:
    """What people call it gets an error that names the word that is meant."""
    with pytest.raises(UnknownValueError) as caught:
        ask()
    assert caught.value.near == (near,)


def test_other_names_lead_to_words_that_there_are() -> None:
    """None leads to a word that the list does not have any more."""
    lists = {
        "context": EventContext, "grade": Grade, "kind": ActorKind, "status": Status, "type": EventType,
        "verdict": CheckVerdict, "country": Country,
    }  # fmt: skip
    units = {figure.unit for figure in figures}
    for name, words in filtering._OTHER_NAMES.items():
        assert set(words.values()) <= (units if name == "unit" else set(get_args(lists[name])))


@pytest.mark.parametrize("holder", [None, "the author"])
def test_the_author_is_named_by_one_word(holder: Any) -> None:
    """None and "the author" get the word."""
    with pytest.raises(WrongTypeError, match="want 'author' for the article's author"):
        claims.held_by(holder)


@pytest.mark.parametrize("typed", ["5", "\u00b65", " \u00b6 5 "])
def test_a_paragraph_may_be_asked_for_as_it_prints(typed: str) -> None:
    """A citation prints as a sign and a number, and a number may come as text."""
    assert events.cited_in(typed) == events.cited_in(5)
    with pytest.raises(InvalidCitationError):
        events.cited_in("14")


def test_events_by_the_country_of_who_takes_part() -> None:
    """Whose events they are, not where they lie."""
    of = {actor.id: actor.country for actor in actors}
    mine = events.of_actor_country("IRN", role="agent")
    wanted = [e.id for e in events if any(of[p.actor] == "IRN" and p.role == "agent" for p in e.participants)]
    assert list(mine.ids) == wanted
    iranian: Any = actors.of_country("IRN")
    assert mine == events.involving(*iranian, role="agent", match="any")
    assert events.of_actor_country("IRN", "USA", match="all") == events.of_actor_country(
        "IRN"
    ) & events.of_actor_country("USA")


def test_a_stretch_of_a_paragraph_can_be_asked_for() -> None:
    """A citation, or its text, finds what cites at least a character of it."""
    event = events["us-leaves-jcpoa"]
    assert event in events.cited_in(event.trigger)
    assert events.cited_in(event.trigger.locator) == events.cited_in(event.trigger)
    assert event not in events.cited_in("2:0-1")


@pytest.mark.parametrize("style", get_args(Style))
def test_the_data_set_has_a_reference_of_its_own(style: Style) -> None:
    """It names the annotation's makers and both versions, and not the article's publisher."""
    reference = cite("dataset", style=style)
    assert "2.0.0" in str(reference) or "ersion" in str(reference)
    assert "Inside Arabia" not in str(reference)
    assert "<i>jcpoa_brief: one news" in reference.html
    assert (reference.paragraphs, "contributors" in reference.in_text) == ((), True)
    with pytest.raises(WrongTypeError, match="author cannot be 'Jane Doe': want none"):
        cite("dataset", author="Jane Doe")
