"""Collections: looking up, finding, combining, and saying what they hold."""

from __future__ import annotations

import copy
import pickle
import warnings
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

import jcpoa_brief
from jcpoa_brief import (
    Actor,
    BriefError,
    actors,
    checks,
    claims,
    events,
    figures,
    glossary,
    lookup,
    paragraphs,
    quotes,
    sources,
)
from jcpoa_brief._collections.index import FamilyIndex
from jcpoa_brief._collections.relations import Relations
from jcpoa_brief._model.ids import RETIRED
from jcpoa_brief.errors import NotOneError, RetiredIdWarning, UnknownIdError, UnknownValueError, WrongTypeError

CITED = (actors, events, quotes, glossary, figures, claims, checks)
ALL = (*CITED, sources)


@pytest.mark.parametrize("collection", ALL, ids=lambda one: type(one).__name__)
def test_iterates_over_records_in_the_articles_order(collection: Any) -> None:
    """A collection gives records, not ids, first those that the article has first; ``len`` and ``bool`` agree."""
    records = list(collection)
    assert tuple(record.id for record in records) == collection.ids
    assert len(collection) == len(records)
    assert collection
    if collection is not sources:
        starts = [(record.citations[0].paragraph, record.citations[0].start) for record in records]
        assert starts == sorted(starts)


@pytest.mark.parametrize("collection", ALL, ids=lambda one: type(one).__name__)
def test_every_id_leads_to_its_record(collection: Any) -> None:
    """``[]``, ``get`` and ``in`` agree for every id and every record."""
    for record in collection:
        assert collection[record.id] is record
        assert collection.get(record.id) is record
        assert record.id in collection
        assert record in collection


def test_membership_is_by_id_or_equal_record() -> None:
    """What is no id and no record is in no collection; nor is a record that was changed."""
    iran = actors["iran"]
    assert "atlantis" not in actors
    assert None not in actors
    assert events.first() not in actors
    assert iran.model_copy(update={"name": "Persia"}) not in actors
    assert iran.model_copy() in actors
    assert 5 in paragraphs
    assert paragraphs[5] in paragraphs


@pytest.mark.parametrize("collection", [events, events.actual, paragraphs, events.of_type()], ids=repr)
def test_reversed_gives_the_records_backwards(collection: Any) -> None:
    """From the article's end to its beginning, of all of a family and of a selection."""
    assert list(reversed(collection)) == list(collection)[::-1]


def test_miss_names_what_is_near() -> None:
    """A wrong id is a LookupError of the package that says what it was near, by id or by name."""
    with pytest.raises(UnknownIdError, match=r"no record 'irna' in actors; did you mean 'iran'") as caught:
        actors["irna"]  # type: ignore[index]
    assert (caught.value.family, caught.value.key, caught.value.near) == ("actors", "irna", ("iran",))
    assert isinstance(caught.value, BriefError)
    assert isinstance(caught.value, LookupError)
    with pytest.raises(UnknownIdError, match="did you mean 'rafael-grossi'"):
        actors["rafael grosi"]  # type: ignore[index]


@pytest.mark.parametrize("ask", [lambda: events["Iran"], lambda: claims.about("iran nuclear deal")])
def test_a_miss_names_at_most_three(ask: Callable[[], object]) -> None:
    """However many records bear a name, three are offered."""
    with pytest.raises(UnknownIdError) as caught:
        ask()
    assert len(caught.value.near) == 3


def test_miss_far_from_everything_says_where_to_look() -> None:
    """Where nothing is near, the message says how to see what there is."""
    with pytest.raises(UnknownIdError, match=r"actors.ids lists all, actors.find\(…\) looks up names"):
        actors["q" * 400]  # type: ignore[index]


@pytest.mark.parametrize("collection", ALL, ids=lambda one: type(one).__name__)
def test_a_number_is_no_id_of_any_family(collection: Any) -> None:
    """Where records have ids, a number is of a wrong type, not unknown."""
    with pytest.raises(WrongTypeError, match=r"key cannot be 1: want the id of an? \w+, not its place"):
        collection[1]


@pytest.mark.parametrize("place", [0, -1])
def test_integer_is_told_about_first(place: int) -> None:
    """A collection is no list: an integer is no id, and its message says what to use."""
    wanted = r"want the id of an event, not its place; .first\(\) gives the first, tuple\(events\) all"
    with pytest.raises(WrongTypeError, match=f"key cannot be {place}: {wanted}"):
        events[place]  # type: ignore[index]


def test_what_another_family_has_is_said_to_be_there() -> None:
    """An id of another family leads there, by every way of asking; one of this family that is left out does not."""
    with pytest.raises(UnknownIdError, match=r"no record 'iran' in events; did you mean actors\['iran'\]\?") as caught:
        events["iran"]  # type: ignore[index]
    assert caught.value.other_family == "actors"
    strike = r"in actors; did you mean events\['us-airstrike-in-syria'\]\?"
    with pytest.raises(UnknownIdError, match=strike):
        actors["us-airstrike-in-syria"]  # type: ignore[index]
    with pytest.raises(UnknownIdError, match=r"no record 'qqqq' in actors or events;"):
        claims.about("qqqq")  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError, match=r"no record 'qqqq' in claims;"):
        claims.children("qqqq")  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError, match=strike):
        events.involving("us-airstrike-in-syria")  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError, match=r"in actors or events; did you mean checks\['strike-date'\]\?"):
        claims.about("strike-date")  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError) as left_out:
        events.of_type("REJECT")["us-leaves-jcpoa"]
    assert left_out.value.other_family == ""


def test_selection_does_not_give_what_it_left_out() -> None:
    """A selection knows only its own records, by every way of asking."""
    quoted = quotes.of_kind("title")
    other = next(quote for quote in quotes if quote not in quoted)
    assert other.id not in quoted
    assert quoted.get(other.id) is None
    with pytest.raises(UnknownIdError):
        quoted[other.id]
    assert not quoted.find(other.text)
    with pytest.raises(UnknownIdError) as caught:
        actors.of_kind("person")["irna"]  # type: ignore[index]
    assert "iran" not in caught.value.near


def test_wrong_paragraph_number_is_an_error() -> None:
    """Paragraphs are looked up by their numbers, 1 to 13."""
    with pytest.raises(UnknownIdError, match="no record 14 in paragraphs: a paragraph is looked up by its number"):
        paragraphs[14]  # type: ignore[index]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Grossi", "rafael-grossi"),
        ("tehran", "iran"),
        ("Tehran's", "iran"),
        ("Tehran’s", "iran"),
        ("UK", "united-kingdom"),
        ("U.K.", "united-kingdom"),
        ("Britain", "united-kingdom"),
        ("IRGC", "revolutionary-guards"),
        ("the Revolutionary Guards", "revolutionary-guards"),
        ("E3", "european-three"),
        ("Majlis", "iranian-parliament"),
        ("Kataib Hizbollah", "kataib-hezbollah"),
        ("KATAʿIB HEZBOLLAH".replace("ʿ", "'"), "kataib-hezbollah"),
        ("Kata’ib Hezbollah", "kataib-hezbollah"),
        ("USA", "united-states"),
        ("saeed khatibzadeh", "saeed-khatibzadeh"),
    ],
)
def test_find_knows_the_names_that_people_use(name: str, found: str) -> None:
    """Names, aliases and abbreviations find their one actor, however they are typed."""
    assert actors.find(name).only().id == found


@pytest.mark.parametrize("name", ["nuclear deal", "the Iran deal", "JCPOA", "joint comprehensive plan of action"])
def test_find_knows_the_terms(name: str) -> None:
    """So do the names of terms."""
    assert glossary.find(name).only().id == "jcpoa"


@pytest.mark.parametrize("collection", ALL, ids=lambda one: type(one).__name__)
def test_find_reaches_every_record_by_every_name(collection: Any) -> None:
    """Each name of each record finds it."""
    for record in collection:
        for name in record.names:
            assert record in collection.find(name), name


def test_names_of_actors_and_terms_are_not_shared() -> None:
    """No name leads to two actors or to two terms."""
    for collection in (actors, glossary):
        for record in collection:
            for name in record.names:
                assert len(collection.find(name)) == 1, name  # type: ignore[attr-defined]


def test_paragraphs_have_no_names() -> None:
    """A paragraph is found by its number alone."""
    assert not paragraphs.find("Iran")
    assert paragraphs.find("5").only().number == 5


def test_a_paragraph_is_had_by_its_number_or_by_what_a_person_types() -> None:
    """``get`` and ``find`` agree on text; ``[]`` takes the number alone."""
    assert paragraphs.get("5") is paragraphs.get(5) is paragraphs[5]
    for typed in ("¶5", " 5 ", "¶ 5", "\u00b6\u00a05\n"):
        assert paragraphs.get(typed) is paragraphs[5]
        assert paragraphs.find(typed).only() is paragraphs[5]
    assert paragraphs.get(str(events["us-leaves-jcpoa"].citations[0])) is paragraphs[2]
    for text in ("14", "0", "05", "¶", "5a", "¶¶5", "five", ""):
        assert paragraphs.get(text) is None
    assert paragraphs.get(14) is None
    assert True not in paragraphs
    assert not paragraphs.find("14")
    with pytest.raises(
        WrongTypeError, match=r"number cannot be '5': want the number of a paragraph, as in paragraphs\[5\]"
    ):
        paragraphs["5"]  # type: ignore[index]


def test_numbers_of_other_libraries_are_numbers() -> None:
    """A paragraph's number out of a data frame is as good as one of Python's own."""
    numpy = pytest.importorskip("numpy", reason="needs numpy")
    five: Any = numpy.int64(5)
    assert paragraphs[five] is paragraphs.get(five) is paragraphs[5]
    assert events.cited_in(five) == events.cited_in(5)


def test_find_is_empty_on_a_miss_and_only_says_why() -> None:
    """A name that nobody bears gives an empty selection; ``only`` then says what is near."""
    missed = actors.find("Tehrann")
    assert not missed
    with pytest.raises(
        NotOneError, match=r"wanted one record of actors, found none for 'Tehrann'; .*; did you mean 'iran'"
    ) as caught:
        missed.only()
    assert (caught.value.family, caught.value.count, caught.value.asked) == ("actors", 0, "Tehrann")
    assert not hasattr(caught.value, "__notes__")
    with pytest.raises(NotOneError, match=r"found none for 'Tehrann'.*; search\('Tehrann'\) looks in all texts"):
        missed.first()
    with pytest.raises(NotOneError, match=r"wanted one record of paragraphs, found none for '14'$"):
        paragraphs.find("14").only()
    with pytest.raises(NotOneError, match=r"x…$"):
        actors.find("x" * 1_000).only()
    assert not actors.find("x" * 1_000_000)
    assert not actors.find("")
    assert not actors.find("…!?")


def test_only_of_several_says_how_many() -> None:
    """``only`` never picks one of several."""
    with pytest.raises(NotOneError, match=r"found 9; they are: .* in all|found 9; they are") as caught:
        actors.of_kind("state").only()
    assert caught.value.count == len(actors.of_kind("state"))
    with pytest.raises(NotOneError) as named:
        glossary.find("nuclear").only()
    assert not hasattr(named.value, "__notes__")


def test_selections_combine() -> None:
    """``|``, ``&`` and ``-`` give selections of the same kind, in the article's order."""
    states, persons = actors.of_kind("state"), actors.of_kind("person")
    both = persons | states
    assert isinstance(both, type(actors))
    assert list(both) == [actor for actor in actors if actor.kind in ("state", "person")]
    assert not states & persons
    assert both - persons == states
    assert hash(both - persons) == hash(states)


def test_selections_of_two_families_do_not_combine() -> None:
    """Actors and events have no union."""
    with pytest.raises(WrongTypeError, match=r"other cannot be <Events: .*: want another selection of actors"):
        actors | events  # type: ignore[operator]


def test_collections_of_two_families_are_not_equal() -> None:
    """A collection equals one of its own family only."""
    assert actors != events
    assert events.of_type() != actors.of_kind()
    assert events.of_type() == events.with_status()
    assert actors != list(actors)


def test_unpickled_selection_combines_with_a_live_one() -> None:
    """A selection that went through pickle, as between processes, equals the live one and combines with it."""
    states = actors.of_kind("state")
    again = pickle.loads(pickle.dumps(states))
    assert again._index is actors._index
    assert pickle.loads(pickle.dumps(events))._is_whole
    assert pickle.loads(pickle.dumps(paragraphs.where(lambda part: part.number > 5))).numbers[0] == 6
    assert again == states
    assert again | actors.of_kind("person") == states | actors.of_kind("person")
    assert states & again == states
    assert again["iran"] == actors["iran"]


def test_a_pickled_selection_takes_the_room_of_its_records() -> None:
    """Seven records are seven names, not the whole data."""
    seven = events.where(lambda event: event.id in events.ids[:7])
    assert len(pickle.dumps(seven)) < 1_000
    assert pickle.loads(pickle.dumps(seven)) == seven


def test_an_old_pickle_is_read_with_new_data_or_says_why_not() -> None:
    """A retired id leads on; one that is gone is named, with both versions of the data."""
    old, new = next(iter(jcpoa_brief.retired_ids.items()))
    family = jcpoa_brief.search(new)[0].family
    read, state = jcpoa_brief.claims.find("no such claim").__reduce__()  # type: ignore[misc]
    assert callable(read)
    with pytest.warns(RetiredIdWarning):
        assert read(family, "0.9.0", (old, new), (), None, "").ids == (new,)
    with pytest.raises(UnknownIdError, match="no record 'atlantis' in actors") as caught:
        read("actors", "0.9.0", ("iran", "atlantis"), (), None, "")
    assert caught.value.__notes__ == [
        f"the selection was pickled with data 0.9.0; this is data {jcpoa_brief.__data_version__}"
    ]
    assert state[0] == "claims"


def test_collections_of_other_data_do_not_combine() -> None:
    """A collection that is not the package's own is its own data."""
    made = type(actors)(FamilyIndex("actors", [("iran", actors["iran"])], actors._index.relations))
    with pytest.raises(WrongTypeError, match="want a selection of the same actors"):
        made | actors
    iran = actors.where(lambda actor: actor.id == "iran")
    assert made == iran
    assert hash(made) == hash(iran)
    assert made != actors
    changed = [("iran", actors["iran"].model_copy(update={"name": "Persia"}))]
    assert type(actors)(FamilyIndex("actors", changed, actors._index.relations)) != made


def test_copies_are_the_collection_itself() -> None:
    """What cannot change need not be copied."""
    assert copy.copy(events) is events
    assert copy.deepcopy(events) is events


def test_repr_counts_and_says_what_was_left_out() -> None:
    """The repr says how many there are, of how many, and what a filter left out."""
    assert repr(sources).startswith(f"<Sources: {len(sources)} (")
    spring = events.actual.between("2021-02", "2021-03")
    undated = len(events.actual.undated)
    unreal = len(events) - len(events.actual)
    assert f"<Events: {len(spring)} of {len(events)} (" in repr(spring)
    assert f"left out: {unreal} not actual, {undated} undated>" in repr(spring)
    assert repr(paragraphs) == "<Paragraphs: 13>"
    assert repr(figures) == f"<Figures: {len(figures)}>"
    assert repr(actors.find("zzzz")) == f"<Actors: 0 of {len(actors)}>"


@pytest.mark.parametrize("collection", ALL, ids=lambda one: type(one).__name__)
def test_rows_are_flat_and_all_alike(collection: Any) -> None:
    """Every row has the same columns and only cells that a data frame takes without guessing."""
    rows = collection.rows()
    assert len(rows) == len(collection)
    assert len({tuple(row) for row in rows}) == 1
    assert all(cell is None or type(cell) in (str, int, float, date) for row in rows for cell in row.values())
    assert not any(cell == "" for row in rows for cell in row.values())
    assert [column.name for column in collection.columns()] == list(rows[0])
    assert [row["id"] for row in rows] == list(collection.ids)


@pytest.mark.parametrize("collection", ALL, ids=lambda one: type(one).__name__)
def test_a_column_has_the_type_that_holds_all_its_values(collection: Any) -> None:
    """Days are days, whole numbers are such, all else is text. A figure may be a fraction, so its value is a number."""
    kinds: dict[str, set[type]] = {"date": {date}, "integer": {int}, "number": {int, float}, "string": {str}}
    for column in collection.columns():
        assert {type(row[column.name]) for row in collection.rows()} - {type(None)} <= kinds[column.type]
        assert (column.type == "number") is (collection is figures and column.name == "value")


def test_rows_spread_what_is_nested() -> None:
    """A date has a column for each of its fields, filled or not, and a citation is in its text form."""
    rows = {row["id"]: row for row in events.rows()}
    assert rows["us-leaves-jcpoa"]["date_edtf"] == "2018-05"
    assert rows["us-leaves-jcpoa"]["date_latest"] == date(2018, 5, 31)
    assert rows["informal-meeting"]["date_edtf"] is None
    assert rows["us-leaves-jcpoa"]["date_label"] == "May 2018"
    assert rows["us-leaves-jcpoa"]["trigger"] == events["us-leaves-jcpoa"].trigger.locator
    assert paragraphs.rows()[4]["number"] == 5


class _Text(HTMLParser):
    """The text and the tags of a piece of HTML."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert attrs == []  # no attribute is ever written
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_view_is_escaped() -> None:
    """In a notebook a collection is a table, and nothing in a record can become markup."""
    evil = actors["iran"].model_copy(update={"name": "<script>alert(1)</script>"})
    shown = _Text(type(actors)(FamilyIndex("actors", [(evil.id, evil)], actors._index.relations))._repr_html_())
    assert "script" not in shown.tags
    assert "<script>alert(1)</script>" in shown.text
    assert shown.tags.count("tr") == 2
    assert shown.text.startswith("Actors: 1 (1 state)idname")


def test_html_view_of_many_says_how_many_more() -> None:
    """A long table is cut and says so."""
    assert f"… and {len(sources) - 60} more" in sources._repr_html_()
    assert "more" not in quotes._repr_html_()


def test_notebooks_complete_ids() -> None:
    """Inside the brackets a notebook offers the ids of the selection."""
    assert actors.of_kind("state")._ipython_key_completions_() == list(actors.of_kind("state").ids)
    assert paragraphs._ipython_key_completions_() == [str(number) for number in range(1, 14)]


def test_a_printed_collection_lists_its_first_records() -> None:
    """Printing a collection shows what its repr says, a dozen records, and how many more there are."""
    lines = str(events).splitlines()
    assert lines[0] == repr(events)
    assert lines[1:13] == [f"  {event}" for event in tuple(events)[:12]]
    assert lines[13:] == [f"  … and {len(events) - 12} more"]
    assert str(actors.find("iran")).splitlines() == [repr(actors.find("iran")), f"  {actors['iran']}"]


def test_where_calls_the_predicate_once_for_each() -> None:
    """``where`` takes any function of a record and gives the same kind of selection."""
    seen: list[str] = []
    found = figures.where(lambda figure: seen.append(figure.id) or figure.value > 1000)
    assert seen == list(figures.ids)
    assert found
    assert all(figure.value > 1000 for figure in found)


@pytest.mark.parametrize("collection", CITED, ids=lambda one: type(one).__name__)
def test_cited_in_covers_every_record(collection: Any) -> None:
    """Asked for all paragraphs, ``cited_in`` gives every record; asked for one, those that cite it."""
    assert collection.cited_in(*paragraphs.numbers) == collection
    for number in paragraphs.numbers:
        assert list(collection.cited_in(number)) == [record for record in collection if number in record.paragraphs]
    assert not collection.cited_in()


def test_cited_in_refuses_a_paragraph_that_is_not_there() -> None:
    """There is no paragraph 14."""
    with pytest.raises(UnknownValueError, match="paragraph cannot be 14; it is one of 1, 2") as caught:
        events.cited_in(14)  # type: ignore[arg-type]
    assert caught.value.allowed == tuple(str(number) for number in range(1, 14))


class TestRetiredIds:
    """An id that was withdrawn still resolves at run time, with a warning that names the new one."""

    @pytest.fixture
    def renamed(self) -> Any:
        """Actors of which one was once called persia."""
        relations = Relations(retired={"persia": "iran"}, actors=tuple(actors))
        return type(actors)(FamilyIndex("actors", ((actor.id, actor) for actor in actors), relations))

    def test_by_brackets_and_get(self, renamed: Any) -> None:
        """Both ways of looking up lead on."""
        with pytest.warns(RetiredIdWarning, match="'persia' was retired; use 'iran'"):
            assert renamed["persia"].id == "iran"
        with pytest.warns(RetiredIdWarning):
            assert renamed.get("persia").id == "iran"

    def test_in_a_question_of_membership(self, renamed: Any) -> None:
        """``in`` leads on too, and says no without a warning where the replacement is of another family."""
        with pytest.warns(RetiredIdWarning, match="use 'iran'") as caught:
            assert "persia" in renamed
        assert caught[0].filename == __file__
        assert next(iter(jcpoa_brief.retired_ids)) not in actors

    def test_in_data_that_is_validated(self) -> None:
        """A record of a user's own that was stored with an older version validates, and says what changed; a text that
        only looks like such an id stays.
        """
        old, new = next(iter(jcpoa_brief.retired_ids.items()))
        claim = jcpoa_brief.lookup(new)  # type: ignore[arg-type]
        stored = claim.model_dump() | {"id": old, "note": old}
        with pytest.warns(RetiredIdWarning, match=f"{old!r} was retired; use {new!r}"):
            assert type(claim).model_validate(stored) == claim.model_copy(update={"note": old})
        check = next(check for check in jcpoa_brief.checks)
        with pytest.warns(RetiredIdWarning):
            assert (
                type(check).model_validate_json(check.model_copy(update={"about": old}).model_dump_json()).about == new
            )
        assert type(claim).model_validate(claim) is claim

    def test_the_table_beside_the_ids_is_that_of_the_data(self) -> None:
        """What validates and what looks up lead to the same."""
        assert dict(jcpoa_brief.retired_ids) == RETIRED

    def test_in_filters(self, renamed: Any) -> None:
        """So do filters that take an id."""
        with pytest.warns(RetiredIdWarning, match="use 'iran'"):
            assert renamed.acting_for("persia") is not None

    def test_the_table_is_public(self) -> None:
        """A program can see what was retired; it cannot change it."""
        assert jcpoa_brief.retired_ids["peoples-daily-law"] == "ecns-law"
        with pytest.warns(RetiredIdWarning, match="use 'ecns-law'"):
            assert lookup("peoples-daily-law") is sources["ecns-law"]
        with pytest.raises(TypeError):
            jcpoa_brief.retired_ids["a"] = "b"  # type: ignore[index]


def test_no_warning_for_a_current_id() -> None:
    """Looking up what is current is silent."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert isinstance(actors["iran"], Actor)


def test_errors_can_be_pickled() -> None:
    """An error crosses processes with its facts."""
    for error in (
        UnknownIdError("actors", "irna", ("iran",)),
        UnknownIdError("events", "iran", other_family="actors"),
        NotOneError("actors", 2, "a", ("b", "c")),
        UnknownValueError("role", 1, ("a",)),
        WrongTypeError("role", None, "a role"),
    ):
        again = pickle.loads(pickle.dumps(error))
        assert str(again) == str(error)
        assert vars(again) == vars(error)


def test_a_printed_claim_says_its_relation() -> None:
    """A concession is not taken for a reason; the thesis has no relation."""
    conceded = jcpoa_brief.claims["refusal-disappointed"]
    assert str(conceded).endswith("[concedes refusal-makes-sense]")
    assert not str(jcpoa_brief.claims.root).endswith("]")
