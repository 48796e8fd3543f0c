"""The brief as tables: tidy, typed, with keys that join."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from jcpoa_brief import actors, article, claims, events, glossary, paragraphs, tables
from jcpoa_brief._model.ids import ActorId
from jcpoa_brief._questions.all_records import BY_ID, COLLECTIONS
from jcpoa_brief.types import TABLES

MADE = tables()
TYPES = {"string": str, "integer": int, "number": (int, float), "date": date}


def test_every_table_has_a_schema_and_every_family_a_table() -> None:
    """The names are those of the schemas, and a family's table is what its collection gives."""
    assert list(MADE) == list(TABLES)
    assert {*COLLECTIONS, "paragraphs", "article"} <= set(MADE)
    for name, collection in COLLECTIONS.items():
        assert MADE[name] == collection.rows()
    assert MADE["paragraphs"] == paragraphs.rows()
    assert MADE["article"][0]["title"] == article.title


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_what_the_schema_says(name: str) -> None:
    """Every row has just the columns, every cell the type, None only where it may be, words only off the list."""
    schema = TABLES[name]
    for row in MADE[name]:
        assert tuple(row) == tuple(column.name for column in schema.columns)
        for column in schema.columns:
            cell = row[column.name]
            assert isinstance(cell, TYPES[column.type]) or (cell is None and not column.required), column
            assert not column.words or cell is None or str(cell) in column.words
            assert cell != ""
    assert schema.description.endswith(".")
    assert [column.name for column in schema.columns if not column.description.endswith((".", ":"))] == []


@pytest.mark.parametrize("name", TABLES)
def test_keys_are_unique_and_references_join(name: str) -> None:
    """The key tells the rows apart, and what refers to another table is a key there."""
    schema = TABLES[name]
    keys = [tuple(row[column] for column in schema.key) for row in MADE[name]]
    assert len(set(keys)) == len(keys)
    assert None not in {cell for key in keys for cell in key}
    for column, other in schema.foreign_keys.items():
        (key,) = TABLES[other].key
        known = {row[key] for row in MADE[other]}
        assert {row[column] for row in MADE[name]} - {None} <= known, column


def test_nothing_that_a_record_has_several_of_is_lost() -> None:
    """Each participant, link, alias, mention, date and citation is a row."""
    assert len(MADE["event_participants"]) == sum(len(event.participants) for event in events)
    assert len(MADE["event_links"]) == sum(len(event.links) for event in events)
    assert len(MADE["actor_aliases"]) == sum(len(actor.aliases) for actor in actors)
    assert len(MADE["term_references"]) == sum(len(term.references) for term in glossary)
    assert len(MADE["actor_mentions"]) == sum(len(actor.citations) for actor in actors)
    by_article = [row for row in MADE["event_dates"] if row["source"] == "article"]
    assert len(by_article) == sum(1 + len(event.other_dates) for event in events if event.date)
    cited = [record for record in BY_ID.values() if hasattr(record, "citations")]
    assert len(MADE["citations"]) == sum(len(list(record.all_citations())) for record in cited)
    assert len(MADE["claim_relations"]) == sum(claim.parent is not None for claim in claims)


def test_a_family_s_own_table_names_paragraphs_and_participants() -> None:
    """As the tables of citations and participants do, joined with semicolons, for who reads one table alone."""
    for name, collection in COLLECTIONS.items():
        for record, row in zip(collection, MADE[name], strict=True):
            if name == "sources":
                assert "paragraphs" not in row
            else:
                cited = {
                    one["paragraph"]
                    for one in MADE["citations"]
                    if (one["record"], one["part"]) == (record.id, "record")
                }
                assert row["paragraphs"] == "; ".join(map(str, sorted(cited)))  # type: ignore[type-var]
    parts = MADE["event_participants"]
    for row in MADE["events"]:
        for role in ("agent", "recipient", "other"):
            ids = [str(part["actor"]) for part in parts if (part["event"], part["role"]) == (row["id"], role)]
            assert row[f"{role}s"] == ("; ".join(dict.fromkeys(ids)) or None)


def test_citations_say_of_which_part_they_are() -> None:
    """The citation of an event's link joins the link's row, that of a date the date's."""
    links = {(row["event"], row["number"]): row for row in MADE["event_links"]}
    dates = {(row["event"], row["number"]): row for row in MADE["event_dates"]}
    for row in MADE["citations"]:
        if row["part"] == "links":
            assert links[row["record"], row["part_number"]]["basis"] == "stated"
        elif row["part"] == "date":
            assert dates[row["record"], row["part_number"]]["source"] == "article"
        sentence = paragraphs[row["paragraph"]].sentences[row["sentence"] - 1]  # type: ignore[index,operator]
        assert sentence.start <= row["start"] < sentence.end  # type: ignore[operator]
    assert {row["part"] for row in MADE["citations"]} == {"record", "date", "place", "trigger", "links"}


def test_the_record_dates_events_in_their_own_rows() -> None:
    """Every date of the record is told apart from the article's, with the check that gives it."""
    strike = [row for row in MADE["event_dates"] if row["event"] == "us-airstrike-in-syria"]
    assert [row["source"] for row in strike] == ["article", "article", "record"]
    assert strike[-1]["check"] == "strike-date"
    assert strike[-1]["earliest"] == date(2021, 2, 25)
    assert strike[-1]["label"] == "25 February 2021"


def test_columns_of_ids_say_which_table_they_join_and_list_no_ids() -> None:
    """A list of all ids would be the other table over again."""
    columns = {column.name: column for column in TABLES["event_participants"].columns}
    assert columns["actor"].references == "actors"
    assert not set(columns["actor"].words) & set(get_args(ActorId))
    assert columns["role"].words == ("agent", "recipient", "other")


def test_tables_are_the_callers_own() -> None:
    """Whoever changes a row changes nothing for others."""
    tables()["actors"][0]["name"] = "somebody"
    assert tables()["actors"] == MADE["actors"]
