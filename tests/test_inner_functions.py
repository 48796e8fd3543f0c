"""What small functions that all layers use give, each by an example."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from jcpoa_brief import Claim, Event, events
from jcpoa_brief._argument_checks import check_number, check_type, check_word, read_words, require_iterable
from jcpoa_brief._cite.authors import authors_of_page, read_authors
from jcpoa_brief._cite.styles import closed, dataset_forms, marked, numbers, sentence_case
from jcpoa_brief._collections.relations import reachable_from
from jcpoa_brief._evaluate.pairing import paired
from jcpoa_brief._evaluate.predictions import LabelledSpan, read_predictions
from jcpoa_brief._html import element
from jcpoa_brief._load.loaded import relations
from jcpoa_brief._messages import counted, describe, did_you_mean, listed, near_misses
from jcpoa_brief._model.dates import as_range, plain_date
from jcpoa_brief._questions.all_records import BY_ID, family_of, only_events, place_in_article, status_mark, title_of
from jcpoa_brief._questions.cards import _card_of
from jcpoa_brief._questions.search import other_numbers, words_of
from jcpoa_brief._questions.tables import fields_of_several
from jcpoa_brief._text import printable
from jcpoa_brief.errors import WrongTypeError

IRAN = BY_ID["iran"]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (read_words("families", "events", ("actors", "events")), {"events"}),
        (relations.near(("actors",), "us"), ("united-states",)),
        (relations.near(("actors",), "Rouhany"), ("hassan-rouhani",)),
        (relations.elsewhere("actors", "KH"), "glossary.find('KH') has 1"),
        (reachable_from("a", [{"a": ["b"], "b": ["c"]}, {"c": ["a"]}]), {"a", "b", "c"}),
        (
            paired(
                [LabelledSpan(1, 0, 9), LabelledSpan(1, 5, 6)],
                [LabelledSpan(1, 0, 4), LabelledSpan(1, 5, 9)],
                overlap=True,
            ),
            {0: 0, 1: 1},
        ),
        (read_predictions([(5, 0, 26)]), (LabelledSpan(5, 0, 26),)),
        (element("p", "a < b, ", element("b", "c")), "<p>a &lt; b, <b>c</b></p>"),
        (listed(("iran", "iaea")), "'iran', 'iaea'"),
        (describe(["iran"]), "['iran']"),
        (describe(10**5000), "something too long to print, of type int"),
        (counted(["red", "green", "red"]), "2 red, 1 green"),
        (near_misses("Irna", ["iran", "iaea", "france"]), ("iran",)),
        (did_you_mean(["iran", "iaea"]), "; did you mean 'iran' or 'iaea'?"),
        (did_you_mean([]), ""),
        (as_range(None), (None, None, "interval")),
        (plain_date("start", 2021), "2021"),
        (plain_date("start", datetime(2021, 3, 1, 12)), date(2021, 3, 1)),
        (family_of(IRAN), "actors"),
        (title_of(IRAN), "Iran"),
        (status_mark(IRAN), ""),
        (status_mark(BY_ID["time-is-not-right"]), " [claim of Iran]"),
        (place_in_article(BY_ID["article-page"]) > place_in_article(IRAN), True),
        ("May 2018" in _card_of(events["us-leaves-jcpoa"]), True),
        (list(words_of("The U.S.'s caf\u00e9s paid 1,600.5")), ["us", "cafes", "paid", "1600.5"]),
        (other_numbers("strikes"), ("strikess", "strikeses", "strike", "strik")),
        (other_numbers("country"), ("countrys", "countryes", "countries")),
        ([name.family for name in read_authors(["Jane Doe", "van der Roe, Jan"])], ["Doe", "van der Roe"]),
        ([name.family for name in authors_of_page("Jane Doe, John Roe, and Ann Poe", ())], ["Doe", "Roe", "Poe"]),
        (authors_of_page("Harbour News Agency", ["Harbour News Agency"])[0].family, "Harbour News Agency"),
        (numbers([2, 5, 6, 7]), "2, 5\u20137"),
        (marked("An 'odd' title", inside_marks=False), "An \u201codd\u201d title"),
        (sentence_case("What It Means for JCPOA and Iran", ["Iran"]), "What it means for JCPOA and Iran"),
        (closed("Who won?"), "Who won?"),
        (closed("The \u201cend\u201d"), "The \u201cend.\u201d"),
        (dataset_forms("mla", "2.0.0", "2.0.0", 2026).in_text, "(The jcpoa_brief contributors)"),
        (fields_of_several(Claim), {"about": "about"}),
        (fields_of_several(Event)["links"], ""),
        (printable("¶5 …"), "¶5 …"),
    ],
)
def test_gives(given: object, wanted: object) -> None:
    """Each function gives what is wanted of it."""
    assert given == wanted


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (lambda: check_type("text", 5, str, "a text"), "text cannot be 5: want a text"),
        (
            lambda: check_word("kind", ["state"], ("state", "person"), "of_kind(*kinds)"),
            (
                "kind cannot be ['state']: want one of 'state', 'person'; pass several values as separate arguments: "
                "of_kind(*kinds)"
            ),
        ),
        (
            lambda: check_number("paragraph", True, (1, 2), "cited_in(*paragraphs)"),
            "paragraph cannot be True: want a whole number from 1 to 2",
        ),
        (lambda: require_iterable("events", "iran", "events"), "events cannot be 'iran': want events"),
        (
            lambda: next(only_events(["iran"], "timeline")),
            "events cannot be 'iran': want events, as in timeline(events.actual)",
        ),
    ],
)
def test_refuses(check: Callable[[], Any], said: str) -> None:
    """Each check of an argument says what is wanted."""
    with pytest.raises(WrongTypeError) as error:
        check()
    assert str(error.value) == said
