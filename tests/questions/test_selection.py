"""Questions across families: one record by its id alone, and everything that cites a paragraph."""

from __future__ import annotations

import copy
import itertools
import warnings
from types import MappingProxyType
from typing import get_args

import pytest
from hypothesis import given, strategies as st

from jcpoa_brief import actors, checks, claims, events, figures, glossary, quotes, sources
from jcpoa_brief._load.loaded import relations
from jcpoa_brief._model.families import FAMILIES, FamilyName, RecordId
from jcpoa_brief._model.ids import ParagraphNumber
from jcpoa_brief._questions.all_records import BY_ID, COLLECTIONS, family_of, only_events, title_of
from jcpoa_brief._questions.selection import Selection, cited_in, lookup
from jcpoa_brief.errors import RetiredIdWarning, UnknownIdError, UnknownValueError, WrongTypeError

ALL_NUMBERS = get_args(ParagraphNumber)
CITED = (actors, events, quotes, glossary, figures, claims, checks)
numbers = st.lists(st.sampled_from(ALL_NUMBERS))


def all_ids() -> set[str]:
    """Every id of the generated alias, whose members are aliases themselves."""
    return set(itertools.chain.from_iterable(get_args(alias) or (alias,) for alias in get_args(RecordId)))


def test_every_id_is_looked_up() -> None:
    """Each id of RecordId leads to the record that has it, whatever its family."""
    assert set(BY_ID) == all_ids()
    assert all(lookup(key).id == key for key in BY_ID)  # type: ignore[call-overload]


def test_lookup_gives_the_collections_own_record() -> None:
    """The record is the very one that the family has."""
    assert lookup("iran") is actors["iran"]
    assert lookup("article-page") is sources["article-page"]


@pytest.mark.parametrize("collection", CITED)
def test_records_know_their_family_and_title(collection: object) -> None:
    """Every record of a family names that family, and has something to be called by."""
    (name,) = (name for name, known in COLLECTIONS.items() if known is collection)
    assert all(family_of(record) == name and title_of(record) for record in COLLECTIONS[name])


def test_families_are_named_as_their_type_says() -> None:
    """The literal type and the table of collections name the same families in the same order."""
    assert tuple(COLLECTIONS) == get_args(FamilyName)


def test_a_miss_names_what_is_near_in_any_family() -> None:
    """A misspelt id gets near misses from all families, a misspelt name too."""
    with pytest.raises(UnknownIdError, match=r"no record 'irna' in the brief; did you mean 'iran'") as caught:
        lookup("irna")  # type: ignore[call-overload]
    assert caught.value.near[0] == "iran"
    assert "kataib-hezbollah" in relations.near(FAMILIES, "Kata'ib Hisbollah")


@pytest.mark.parametrize("key", ["zzzzzzzz", "", "x" * 1_000_000])
def test_a_miss_with_nothing_near_points_to_search(key: object) -> None:
    """Where nothing is near, and for what is no text at all, the error says how to look on."""
    with pytest.raises(UnknownIdError, match=r"in the brief; search\(…\) finds records"):
        lookup(key)  # type: ignore[call-overload]


def test_a_retired_id_resolves_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    """A retired id gives the record that replaces it, and the warning stands on the caller's line."""
    monkeypatch.setattr(relations, "retired", MappingProxyType({"persia": "iran"}))
    with pytest.warns(RetiredIdWarning, match="'persia' was retired; use 'iran'") as caught:
        assert lookup("persia") is actors["iran"]  # type: ignore[call-overload]
    assert caught[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert lookup("iran") is actors["iran"]


def test_all_paragraphs_together_are_cited_by_every_record() -> None:
    """Nothing cites no paragraph."""
    everything = cited_in(*ALL_NUMBERS)
    assert set(everything.ids) == {record.id for collection in CITED for record in collection}
    assert len(everything) == sum(map(len, CITED))


@given(numbers)
def test_cited_in_gives_those_and_only_those(chosen: list[ParagraphNumber]) -> None:
    """A record is in the selection exactly when it cites one of the paragraphs."""
    found = cited_in(*chosen)
    for collection in CITED:
        for record in collection:
            assert (record in found) == bool(set(record.paragraphs) & set(chosen))


@given(numbers)
def test_what_cites_a_paragraph_for_a_part_is_counted(chosen: list[ParagraphNumber]) -> None:
    """A date, link, place or trigger counts with ``parts``; without, the repr says how many records that would add."""
    found, whole = cited_in(*chosen), cited_in(*chosen, parts=True)
    for record in found | whole:
        assert record in whole
    for record in (record for collection in CITED for record in collection):
        assert (record in whole) == any(one.paragraph in chosen for _, one in record.all_citations())
    more = f"left out: {len(whole) - len(found)} that cite it only for a date, a link or the like (parts=True)"
    assert (more in repr(found)) == (len(whole) > len(found))
    assert "left out" not in repr(whole)


def test_a_stretch_is_cited_for_a_part() -> None:
    """The trigger of an event is no citation of it, and a stretch may touch it alone."""
    event = next(one for one in events if one.date and one.date.citations)
    stretch = event.date.citations[0]  # type: ignore[union-attr]
    assert event in events.cited_in(stretch, parts=True)
    assert event in events.cited_in(stretch, str(stretch.paragraph), match="all", parts=True)


@given(numbers, numbers)
def test_selections_obey_set_algebra(first: list[ParagraphNumber], second: list[ParagraphNumber]) -> None:
    """Union, intersection and difference of selections are those of their records."""
    one, two = cited_in(*first), cited_in(*second)
    assert set((one | two).ids) == set(one.ids) | set(two.ids)
    assert set((one & two).ids) == set(one.ids) & set(two.ids)
    assert set((one - two).ids) == set(one.ids) - set(two.ids)
    assert one | two == cited_in(*first, *second)
    assert one.cited_in(*second) == one & two


def test_a_selection_has_the_families_of_the_module() -> None:
    """Its parts are the collections themselves, with their filters."""
    found = cited_in(5)
    assert found.events == events.cited_in(5)
    assert isinstance(found.glossary, type(glossary))


def test_iteration_goes_family_after_family() -> None:
    """Records come in the order of the fields, each family in the article's order."""
    found = cited_in(3)
    parts = (found.actors, found.events, found.quotes, found.glossary, found.figures, found.claims, found.checks)
    assert list(found) == [record for part in parts for record in part]


def test_where_asks_records_of_all_families() -> None:
    """A predicate narrows every family."""
    assert set(cited_in(5).where(lambda record: record.note)) == {record for record in cited_in(5) if record.note}


def test_a_selection_prints_how_many_of_what() -> None:
    """The repr counts the families that have records, and an empty selection is falsy."""
    found = cited_in(1)
    assert repr(found).startswith(f"<Selection: {len(found)} ({len(found.actors)} actors, ")
    assert repr(cited_in()) == "<Selection: 0>"
    assert not cited_in()
    assert "iran" in cited_in(2)
    assert "no-such-record" not in cited_in(2)


def test_rows_share_their_columns() -> None:
    """Rows of all families have the same columns, and the notebook's table shows them escaped."""
    found = cited_in(2)
    assert {tuple(row) for row in found.rows()} == {("family", "id", "title", "paragraphs", "agreement")}
    assert [row["id"] for row in found.rows()] == list(found.ids)
    assert "<caption>Selection: " in found._repr_html_()


def test_selections_hash_and_copy() -> None:
    """Equal selections are one key of a dict, and a copy is equal."""
    assert {cited_in(1): "first"}[cited_in(1)] == "first"
    assert copy.deepcopy(cited_in(1)) == cited_in(1)
    assert isinstance(copy.copy(cited_in(1)), Selection)


@pytest.mark.parametrize("number", [0, 14, -1])
def test_a_paragraph_that_does_not_exist_is_refused(number: object) -> None:
    """The error names the number and the paragraphs that there are."""
    with pytest.raises(UnknownValueError, match="paragraph cannot be"):
        cited_in(number)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [5.0, True, None])
def test_a_paragraph_is_a_whole_number(number: object) -> None:
    """What only looks like a number is none."""
    with pytest.raises(WrongTypeError, match=r"paragraph cannot be .*: want a whole number from 1 to 13"):
        cited_in(number)  # type: ignore[arg-type]


def test_a_selection_combines_with_a_selection() -> None:
    """Not with one of its parts."""
    with pytest.raises(
        WrongTypeError, match=r"other cannot be <Events: .*: want another Selection, such as cited_in\(5\)"
    ):
        cited_in(5) | events  # type: ignore[operator]
    with pytest.raises(WrongTypeError):
        cited_in(5) - 5  # type: ignore[operator]
    with pytest.raises(WrongTypeError):
        cited_in(5) & None  # type: ignore[operator]


def test_only_events_are_taken_for_events() -> None:
    """Another record or an id is named in the error."""
    assert list(only_events(events, "timeline")) == list(events)
    with pytest.raises(
        WrongTypeError, match=r"cannot be the Actor 'iaea': want events, as in timeline\(events.actual\)"
    ):
        list(only_events(actors, "timeline"))
    with pytest.raises(WrongTypeError, match=r"a single one goes in a list, timeline\(\[event\]\)"):
        list(only_events(events.first(), "timeline"))
    for everything in (cited_in(5), cited_in()):
        with pytest.raises(WrongTypeError, match=r"has them apart, timeline\(….events\)$"):
            list(only_events(everything, "timeline"))
