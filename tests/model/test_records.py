"""Records: frozen, closed, copied and stored without loss."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from importlib import import_module
from typing import get_args, is_typeddict

import pytest
from pydantic import BaseModel, ValidationError

import jcpoa_brief
from jcpoa_brief import (
    ActorId,
    BriefDate,
    Check,
    Citation,
    ParagraphNumber,
    actors,
    article,
    checks,
    claims,
    errors,
    events,
    figures,
    glossary,
    paragraphs,
    quotes,
    sources,
    types,
)
from jcpoa_brief._model.check import date_checks
from jcpoa_brief._model.coding_rule import CodingRule
from jcpoa_brief._model.record import digest_of
from jcpoa_brief._model.vocabulary import Aspect, CheckVerdict, EventType
from jcpoa_brief.errors import InvalidCitationError

COLLECTIONS = (paragraphs, actors, events, quotes, glossary, figures, claims, checks, sources)
FIRSTS = [article, *(collection.first() for collection in COLLECTIONS)]
SENTENCE = paragraphs[2].sentences[0]
EVERY = [record for collection in COLLECTIONS for record in collection]


def models(base: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models of the package that are derived from one, directly or not."""
    for model in base.__subclasses__():
        if model.__module__.startswith("jcpoa_brief"):
            yield model
            yield from models(model)


@pytest.mark.parametrize("model", sorted(models(types.Entry), key=str), ids=lambda model: model.__name__)
def test_records_and_their_parts_cannot_be_changed(model: type[BaseModel]) -> None:
    """No field of a record or of a part of one can be set."""
    with pytest.raises(ValidationError, match="frozen"):
        setattr(model.model_construct(), next(iter(model.model_fields)), None)


@pytest.mark.parametrize("record", FIRSTS, ids=lambda record: type(record).__name__)
def test_records_know_no_other_fields(record: BaseModel) -> None:
    """A field that a model does not have is refused, not dropped."""
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        type(record).model_validate({**record.model_dump(), "colour": "green"})


def test_records_survive_every_way_of_copying() -> None:
    """Pickled, copied, deep-copied and written as JSON, a record comes back equal, with an equal hash."""
    for record in [article, *EVERY]:
        ways = (
            pickle.loads(pickle.dumps(record)),
            copy.copy(record),
            copy.deepcopy(record),
            type(record).model_validate_json(record.model_dump_json()),
            type(record).model_validate(record.model_dump()),
        )
        for again in ways:
            assert again == record
            assert hash(again) == hash(record)


def test_records_hold_tuples_only() -> None:
    """Nothing inside a record can be changed either: there is no list, dict or set in it."""
    for record in [article, *EVERY]:
        assert not any(isinstance(part, list | dict | set) for part in vars(record).values())


def test_distinct_records_are_distinct() -> None:
    """Records are compared and hashed by what they hold."""
    assert len(set(EVERY)) == len(EVERY)


def test_repr_says_what_is_the_records_own_first() -> None:
    """The id, then its own fields, then those that all records share."""
    quote = quotes.first()
    assert repr(quote).startswith(f"Quote(id='{quote.id}', text=")
    assert repr(quote).index("kind=") < repr(quote).index("citations=")


def test_str_is_short() -> None:
    """Printing a record names it and says where it stands."""
    assert str(quotes.first()) == "technical-understanding-quote: technical understanding (¶1, ¶11)"
    strike = checks["strike-date"]
    assert str(strike) == "strike-date: Day of the US strike in Syria (differs, ¶5)"
    assert str(paragraphs[5]) == f"¶5: {paragraphs[5].gist}"
    assert str(article) == f"{article.title} (Inside Arabia, {article.address})"
    airstrike = events["us-airstrike-in-syria"]
    assert str(airstrike.participants[0]) == "united-states (agent)"
    assert str(airstrike.links[0]) == "responds_to erbil-rocket-attack (stated)"
    assert airstrike.place is not None
    assert str(airstrike.place) == f"{airstrike.place.as_written} (SYR)"
    assert str(airstrike.place.model_copy(update={"country": None})) == airstrike.place.as_written
    assert str(sources["article-page"]) == (
        f"article-page: {article.title}, Inside Arabia (newsroom), {article.address}"
    )


def test_paragraphs_and_citations_sort() -> None:
    """What has an order in the article sorts by it."""
    backwards = list(paragraphs)[::-1]
    assert sorted(backwards) == list(paragraphs)
    assert paragraphs[1] <= paragraphs[1] < paragraphs[2] >= paragraphs[1]
    with pytest.raises(TypeError, match="not supported between instances of 'Paragraph' and 'int'"):
        assert paragraphs[1] < 5
    cited = [citation for event in events for citation in event.citations]
    assert sorted(cited) == sorted(cited, key=lambda place: (place.paragraph, place.start, place.end))


class TestCitation:
    """A citation names a place and proves its words."""

    def test_text_form_parses_back(self) -> None:
        """The text form of every citation names the same place."""
        for record in EVERY:
            for citation in getattr(record, "citations", ()):
                assert Citation.parse(citation.locator) == citation
                assert hash(Citation.parse(citation.locator)) == hash(citation)

    def test_prints_as_paragraph(self) -> None:
        """In running text a citation is its paragraph."""
        assert str(Citation.parse("5:0-26")) == "¶5"
        assert Citation.parse(" ¶5:0-26 ").locator == "5:0-26"

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("5:26", "want paragraph:start-end"),
            ("14:0-5", "the article has paragraphs 1 to 13"),
            ("0:0-5", "the article has paragraphs 1 to 13"),
            ("5:9-9", "the end must be after the start"),
            ("5:-1-9", "want paragraph:start-end"),
            ("٥:0-5", "want paragraph:start-end"),
        ],
    )
    def test_other_texts_are_refused(self, text: str, why: str) -> None:
        """A text of another form, or about a paragraph that is not there, is told what would be right."""
        with pytest.raises(InvalidCitationError, match=why) as caught:
            Citation.parse(text)
        assert caught.value.text == text

    @pytest.mark.parametrize("end", [3, 9])
    def test_reversed_offsets_are_refused(self, end: int) -> None:
        """A citation has a length."""
        with pytest.raises(ValidationError, match=f"the end, {end}, must be after the start, 9"):
            Citation(paragraph=5, start=9, end=end)

    def test_contains(self) -> None:
        """A citation contains another one of its paragraph that does not reach outside it."""
        clause = Citation.parse("5:10-20")
        assert clause.contains(clause)
        assert not clause.contains(Citation.parse("5:10-21"))
        assert not clause.contains(Citation.parse("5:9-20"))
        assert not clause.contains(Citation.parse("6:10-20"))
        assert not clause.contains(Citation.parse("4:10-20"))

    def test_is_not_equal_to_a_text(self) -> None:
        """A citation equals citations alone."""
        assert Citation.parse("5:0-26") != "5:0-26"


def test_record_refuses_citations_out_of_order() -> None:
    """Citations stand in the article's order, each once."""
    term = max(glossary, key=lambda term: len(term.citations))
    with pytest.raises(ValidationError, match="citations must be in the article's order"):
        type(term).model_validate({**term.model_dump(), "citations": tuple(reversed(term.citations))})
    with pytest.raises(ValidationError, match="citations must be in the article's order, each once"):
        type(term).model_validate({**term.model_dump(), "citations": term.citations[:1] * 2})


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"mode": "aerial"}, "mode 'aerial' does not go with type 'SANCTION'"),
        ({"type": None}, "mode 'withdraw' does not go with type None"),
        ({"modality": "feared"}, "a modality goes with the status 'hypothetical'"),
        ({"status": "hypothetical"}, "a modality goes with the status 'hypothetical'"),
        ({"trigger": Citation.parse("13:0-4")}, "the trigger 13:0-4 is in none of the citations"),
        (
            {"links": ({"to": "jcpoa-concluded", "kind": "reverses", "basis": "stated"},)},
            "needs the citations of the words",
        ),
        ({"status": "did_not_occur", "modality": "feared"}, "a modality goes with the status 'hypothetical'"),
        ({"other_modalities": ("feared",)}, "other_modalities need a modality and do not repeat it"),
        (
            {"status": "hypothetical", "modality": "feared", "other_modalities": ("demanded", "feared")},
            "other_modalities need a modality and do not repeat it",
        ),
        ({"date": None, "other_dates": (events["us-leaves-jcpoa"].date,)}, "other_dates without a date"),
    ],
)
def test_event_refuses_a_coding_that_does_not_hold_together(change: dict[str, object], why: str) -> None:
    """An event's type, mode, status, trigger, dates and links must fit each other."""
    event = events["us-leaves-jcpoa"]
    with pytest.raises(ValidationError, match=why):
        type(event).model_validate({**event.model_dump(), **change})


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"as_written": "one two three four five six seven eight nine"}, "more than 8 words"),
        ({"as_written": "one two three four five six seven eight nine ten"}, "more than 8 words"),
        ({"latest": "2018-05-30"}, "'2018-05' means 2018-05-01 to 2018-05-31, precision month"),
        ({"latest": "2018-06-01"}, "'2018-05' means 2018-05-01 to 2018-05-31, precision month"),
        ({"precision": "day"}, "precision month"),
        ({"edtf": "2018-13"}, "there is no month 13"),
    ],
)
def test_date_refuses_what_contradicts_itself(change: dict[str, str], why: str) -> None:
    """A date's text, bounds and precision must say the same."""
    date = events["us-leaves-jcpoa"].date
    assert date is not None
    with pytest.raises(ValidationError, match=why):
        BriefDate.model_validate({**date.model_dump(), **change})
    eight = {**date.model_dump(), "as_written": "one two three four five six seven eight"}
    assert BriefDate.model_validate(eight).edtf == date.edtf


def test_claim_refuses_a_parent_without_relation() -> None:
    """A claim that bears on another says how."""
    with pytest.raises(ValidationError, match="both parent and relation"):
        type(claims.root).model_validate({**claims.root.model_dump(), "relation": "supports"})


def test_check_refuses_a_verdict_without_source() -> None:
    """A difference without a source is not a difference; that nothing was found needs none."""
    check = checks.of_verdict("differs").first()
    with pytest.raises(ValidationError, match="the verdict 'differs' needs a source"):
        type(check).model_validate({**check.model_dump(), "sources": ()})
    unverified = type(check).model_validate(
        {**check.model_dump(), "sources": (), "verdict": "unverified", "date": None}
    )
    assert unverified.sources == ()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"characters": 1}, "the sentences end at"),
        ({"characters": 10_000}, "the sentences end at"),
        ({"sentences": (SENTENCE, SENTENCE)}, f"want a sentence that starts at {SENTENCE.end + 1}, not one from 0"),
        ({"sentences": (paragraphs[2].sentences[1],)}, "want a sentence that starts at 0"),
        ({"sentences": (SENTENCE.model_copy(update={"end": 0}),)}, "not one from 0 to 0"),
        ({"sentences": (SENTENCE.model_copy(update={"end": -1}),)}, "not one from 0 to -1"),
    ],
)
def test_paragraph_refuses_sentences_that_do_not_fill_it(change: dict[str, object], why: str) -> None:
    """The sentences of a paragraph make it up, with one space between two."""
    with pytest.raises(ValidationError, match=why):
        type(paragraphs[2]).model_validate({**paragraphs[2].model_dump(), **change})


def test_paragraphs_are_in_the_order_of_their_numbers() -> None:
    """A paragraph is before those with higher numbers, and neither before itself nor before a number."""
    first, second = paragraphs[1], paragraphs[2]
    assert first < second
    assert not second < first
    assert not first < first  # noqa: PLR0124  # that is what is asked
    with pytest.raises(TypeError):
        assert first < 2  # type: ignore[operator]


def dated(aspect: str = "date", **values: object) -> Check:
    """A check of an event by which a source dates it."""
    given = {"id": aspect, "about": "event", "aspect": aspect, "verdict": "differs", "date": "2021", **values}
    return Check.model_construct(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize("aspect", sorted({*get_args(Aspect)} - {"date"}))
def test_a_check_of_the_date_decides_and_any_other_for_want_of_it(aspect: str) -> None:
    """Sources date an event by the checks of its date; an actual one without such a check by any with a date. The last
    comes first.
    """
    other, date, later = dated(aspect), dated(), dated(id="later")
    assert date_checks([date, other, later], {"event": True}) == {"event": (later, date)}
    assert date_checks([date, other], {"event": False}) == {"event": (date,)}
    assert date_checks([other, later_other := dated(aspect, id="more")], {"event": True}) == {
        "event": (later_other, other)
    }
    assert date_checks([other], {"event": False}) == {}


@pytest.mark.parametrize("verdict", get_args(CheckVerdict))
def test_only_what_was_found_dates_an_event(verdict: str) -> None:
    """A check with a date dates its event unless nothing was found; other checks do not stand in the way."""
    check = dated(verdict=verdict)
    others = [dated(date=None), dated(about="quote")]
    expected = {} if verdict == "unverified" else {"event": (check,)}
    assert date_checks([*others, check], {"event": True}) == expected


@pytest.mark.parametrize("kind", [*get_args(EventType), None])
def test_a_coding_rule_names_the_codes_that_differ(kind: str | None) -> None:
    """An event that is coded by the rule breaks it nowhere; one with any other code, or with none, breaks it there."""
    event = events["us-leaves-jcpoa"].model_copy(update={"type": kind, "contexts": ("legal",)})
    rule = CodingRule(case="a case", codes={"type": "REJECT"}, contexts=("legal",), events=(event.id,))
    wrong = [] if kind == "REJECT" else [f"type {kind or 'none'!r} where 'a case' has 'REJECT'"]
    assert rule.violations(event) == wrong
    none = rule.model_copy(update={"codes": {"type": "none"}, "contexts": ("military",)})
    differs = [f"type {kind!r} where 'a case' has 'none'"] if kind else []
    assert none.violations(event) == [*differs, "no context 'military', which 'a case' has"]


@pytest.mark.parametrize(
    ("record", "field"),
    [(article, "finished"), (article, "as_of"), (sources["article-page"], "published"), (checks["law-date"], "date")],
)
def test_records_refuse_an_impossible_date(record: BaseModel, field: str) -> None:
    """What is documented as a date in EDTF is one."""
    with pytest.raises(ValidationError, match="there is no month 13"):
        type(record).model_validate({**record.model_dump(), field: "2021-13"})


def test_ids_are_literals() -> None:
    """The ids of a collection are just the members of its type."""
    assert actors.ids == get_args(ActorId)
    assert paragraphs.numbers == get_args(ParagraphNumber)


def test_nested_citations_are_told_with_their_place() -> None:
    """Every citation of a record can be had, those of its date, place, links and trigger too."""
    strike = events["us-airstrike-in-syria"]
    places = dict(strike.all_citations())
    assert {"citations[0]", "trigger", "date.citations[0]", "other_dates[0].citations[0]", "place.citations[0]"} <= set(
        places
    )
    assert places["trigger"] == strike.trigger
    assert dict(quotes.first().all_citations())["citations[0]"] == quotes.first().citations[0]


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ("5:0-26", "5:25-30", True),
        ("5:0-26", "5:26-30", False),
        ("5:26-30", "5:0-26", False),
        ("5:10-20", "5:12-14", True),
        ("5:0-26", "5:40-50", False),
        ("5:0-26", "6:0-26", False),
    ],
)
def test_citations_overlap_where_they_share_a_character(first: str, second: str, overlap: bool) -> None:
    """The end of a citation is not part of it; both ways round the answer is the same."""
    one, other = Citation.parse(first), Citation.parse(second)
    assert one.overlaps(other) is other.overlaps(one) is overlap


@pytest.mark.parametrize("text", ["5:7-7", "5:9-7"])
def test_a_citation_has_at_least_a_character(text: str) -> None:
    """A place that ends where it starts, or before, is refused with the reason."""
    with pytest.raises(InvalidCitationError, match="the end must be after the start"):
        Citation.parse(text)


@pytest.mark.parametrize("more", [-1, 0, 1, 2, 60])
def test_a_long_text_keeps_its_beginning_when_shown(more: int) -> None:
    """A repr shows a text of the length that it allows, and cuts a longer one at its end to that length."""
    from jcpoa_brief._model.record import _shown

    allowed = 60
    text = "".join(map(str, range(allowed)))[: allowed - len("''") + more]
    cut = repr(text)[: allowed - 1] + "…"
    assert repr(_shown(text)) == (cut if more > 0 else repr(text))


def test_every_public_class_says_where_it_is_imported_from() -> None:
    """The module of a class is one that callers import it from, for help pages and for pickles. The dicts of the
    reports are no classes at run time.
    """
    for module in (jcpoa_brief, types, errors):
        public = {name: getattr(module, name) for name in dir(module) if not name.startswith("_")}
        own = {name: value for name, value in public.items() if isinstance(value, type) and not is_typeddict(value)}
        assert len(own) >= 15
        assert all(getattr(import_module(value.__module__), name) is value for name, value in own.items())
        assert {value.__module__ for value in own.values()} <= {module.__name__, "jcpoa_brief.errors"}


def test_a_record_can_be_asked_whether_it_has_an_id_or_cites() -> None:
    """The protocols that stand for records hold for them, and for nothing that lacks an id or citations."""
    for record in EVERY:
        assert isinstance(record, types.HasId) is (record not in paragraphs)
        assert isinstance(record, types.Cited) is (record not in paragraphs and record not in sources)
    assert not isinstance("iran", types.HasId | types.Cited)


def test_only_a_state_has_the_codes_of_its_country() -> None:
    """A state's codes come first, in three letters and in two; an actor from there has its own ids alone."""
    assert actors["iran"].external_ids == ("IRN", "IR", "IRN", "Q794")
    for actor in actors:
        own = tuple(filter(None, (actor.cameo, actor.wikidata)))
        codes = actor.external_ids[: len(actor.external_ids) - len(own)]
        assert actor.external_ids == codes + own
        assert [len(code) for code in codes] == ([3, 2] if actor.kind == "state" and actor.country else [])
        stateless = actor.model_copy(update={"country": None})
        assert stateless.external_ids == own


@pytest.mark.parametrize("start", [0, 1, 7, 64, 1000])
def test_surface_forms_are_those_that_a_citation_proves(start: int) -> None:
    """A form is proved by a citation of its digest and its length, wherever that stands; no other form is given."""
    term = glossary.first()
    form, other = term.term, f"{term.term}s"

    def proved(length: int, of: str) -> tuple[str, ...]:
        place = Citation(paragraph=5, start=start, end=start + length, digest=digest_of(of))
        return term.model_copy(update={"aliases": (other,), "citations": (place,)}).surface_forms

    assert proved(len(form), form) == (form,)
    assert proved(len(other), other) == (other,)
    assert [proved(len(form) + more, form) for more in (-1, 1)] == [(), ()]
    assert proved(len(form), other) == ()


def test_a_class_derived_elsewhere_keeps_its_own_module() -> None:
    """Only the package's own classes say a public module, even where another has the same name."""

    class Event(jcpoa_brief.Event, frozen=True):
        """An event of a program that uses the package."""

    assert Event.__module__ == __name__
