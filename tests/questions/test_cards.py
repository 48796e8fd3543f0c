"""Records that show themselves: in a terminal, in a notebook, on a console without Unicode, in tables of others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from jcpoa_brief import (
    Check,
    Claim,
    Events,
    Paragraphs,
    Selection,
    actors,
    checks,
    cited_in,
    claims,
    evaluate,
    events,
    figures,
    network,
    paragraphs,
    retired_ids,
    sources,
    timeline,
)
from jcpoa_brief._html import element, table
from jcpoa_brief._pyinstaller import hook_dirs
from jcpoa_brief._questions.all_records import BY_ID
from jcpoa_brief.errors import MissingExtraError, RetiredIdWarning

SCREEN = 8 * 80  # eight lines of a terminal


def test_the_repr_of_every_record_fits_a_screen() -> None:
    """What is long is cut and what is empty left out; the id stands first."""
    for key, record in BY_ID.items():
        assert repr(record).startswith(f"{type(record).__name__}(id='{key}', ")
        assert len(repr(record)) < SCREEN
        assert "=None" not in repr(record)
    assert all(len(repr(paragraph)) < SCREEN for paragraph in paragraphs)
    assert repr(claims.argument()) == f"<Argument: {claims.root.id}, {len(list(claims.argument())) - 1} claims below>"


def test_what_is_not_real_says_so() -> None:
    """Printing an event that did not occur, is planned, threatened or thought of tells it."""
    for event in events:
        status = event.status.replace("_", " ")
        assert str(event).endswith("]") != event.actual
        assert event.actual or f"[{status}" in str(event)


def test_every_record_has_a_card() -> None:
    """Title, date in words, people by name, citations as paragraphs, checks; everything escaped."""
    card: Any = events["us-airstrike-in-syria"]._repr_html_()
    for wanted in ("<b>", "perhaps 15 February 2021", "United States (agent)", "¶5", "date differs", "militia&#x27;s"):
        assert wanted in card
    assert all("<table>" in record._repr_html_() for record in BY_ID.values())
    assert "<th>sentences</th><td>1</td>" in paragraphs[1]._repr_html_()
    assert "Participant" in events.first().participants[0]._repr_html_()


def test_html_escapes_all_that_is_text() -> None:
    """A text is escaped once, an element not again."""
    assert element("p", "<", element("b", "&")) == "<p>&lt;<b>&amp;</b></p>"
    assert "<td>&lt;i&gt;</td>" in table("<caption>", ["a"], [{"a": "<i>"}])
    assert table("many", ["a"], [{"a": None}] * 61).endswith("<p>… and 1 more</p>")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_console_without_unicode_gets_readable_text(encoding: str) -> None:
    """Whatever is printed, nothing fails, and signs that the console lacks are put in words."""
    program = (
        "from jcpoa_brief import *\n"
        "print(events, repr(events.first()), events.first().trigger, claims.argument(), timeline(events),\n"
        "    network(events, directed=True), search('Iran'), cited_in(5), paragraphs[5], sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    )
    said = done.stdout.decode(encoding)
    assert ("par. 5" in said) == (encoding == "ascii")
    assert " -> " in said


class Choice(BaseModel):
    """A reader's own model with collections as fields."""

    events: Events
    paragraphs: Paragraphs
    everything: Selection


def test_collections_are_fields_of_pydantic_models() -> None:
    """They validate from ids or themselves, dump to ids, and have a JSON Schema."""
    chosen = Choice.model_validate(
        {"events": ["us-leaves-jcpoa", events.first().id], "paragraphs": [5], "everything": ["iran"]}
    )
    assert chosen.events == events.where(lambda event: event.id in {"us-leaves-jcpoa", events.first().id})
    assert chosen.model_dump()["events"] == list(chosen.events.ids)
    again = Choice.model_validate_json(chosen.model_dump_json())
    assert again == chosen
    passed = Choice(events=events.actual, paragraphs=paragraphs, everything=cited_in(5))
    assert (passed.events, passed.everything) == (events.actual, cited_in(5))
    assert Choice.model_json_schema()["properties"]["events"]["type"] == "array"


@pytest.mark.parametrize("wrong", [["us-leaves-jcpao"], [3], "us-leaves-jcpoa"])
def test_unknown_ids_are_no_collection(wrong: object) -> None:
    """A misspelt id is a validation error that names the near one."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Events).validate_python(wrong)
    assert wrong != ["us-leaves-jcpao"] or "did you mean 'us-leaves-jcpoa'?" in str(caught.value)


@pytest.mark.parametrize("wrong", [["us-leaves-jcpao"], ["article-page"]])
def test_unknown_ids_and_sources_are_no_selection(wrong: list[str]) -> None:
    """The same for a selection, which holds what cites the article."""
    with pytest.raises(ValidationError, match=r"did you mean|holds no sources"):
        TypeAdapter(Selection).validate_python(wrong)


def test_arrow_takes_collections_and_results() -> None:
    """Columns have the types of the table, days too, also where a selection is empty."""
    arrow = pytest.importorskip("pyarrow")
    table = arrow.table(events)
    assert table.num_rows == len(events)
    assert table.schema.field("date_earliest").type == arrow.date32()
    assert arrow.table(actors.find("nobody")).schema == arrow.table(actors).schema
    assert arrow.table(figures)["value"].to_pylist() == [figure.value for figure in figures]
    for result in (timeline(events), network(events), cited_in(5), evaluate([(1, 0, 2)], actors), checks):
        assert arrow.table(result).to_pylist() == result.rows()


def test_without_pyarrow_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that asks for Arrow gets an error that says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'jcpoa-brief\[parquet\]'"):
        events.__arrow_c_stream__()


def test_retired_ids_resolve_in_data_that_is_validated() -> None:
    """Data of a reader's own that has a withdrawn id is read with the one in use, and a warning says so."""
    old, new = next((old, new) for old, new in retired_ids.items() if new in sources)
    data = checks["strike-date"].model_dump(mode="json") | {"sources": [old]}
    with pytest.warns(RetiredIdWarning, match=f"'{old}' was retired; use '{new}'"):
        assert Check.model_validate(data).sources == (new,)
    with pytest.raises(ValidationError):
        Check.model_validate(data | {"sources": ["no-such-source"]})
    with pytest.raises(ValidationError):
        Check.model_validate("strike-date")


def test_a_retired_id_among_single_values_resolves_too() -> None:
    """So does one that stands alone in its field."""
    old, new = next((old, new) for old, new in retired_ids.items() if new in claims)
    child = next(claim for claim in claims if claim.parent)
    with pytest.warns(RetiredIdWarning):
        assert Claim.model_validate(child.model_dump() | {"parent": old}).parent == new


def test_pyinstaller_is_told_of_the_hook() -> None:
    """The folder that the entry point names has the hook."""
    assert (Path(*hook_dirs()) / "hook-jcpoa_brief.py").is_file()
