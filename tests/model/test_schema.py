"""The JSON Schema, the ids and what else is made from the data: current, and telling what the docstrings tell."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pydantic
import pytest
from jsonschema import Draft202012Validator, FormatChecker

import jcpoa_brief
from jcpoa_brief import Citation, Event, article
from jcpoa_brief._model.descriptions import CLASS, field_descriptions

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


@pytest.mark.parametrize("script", ["make_ids.py", "make_schema.py", "make_sums.py", "agreement.py"])
def test_what_is_generated_is_current(script: str) -> None:
    """Ids, schema, digests and agreement are what the data makes them."""
    pins = (SCRIPTS.parent / "requirements/test.txt").read_text(encoding="utf-8")
    if script == "make_schema.py" and f"\npydantic=={pydantic.VERSION} " not in pins:
        pytest.skip(f"the schema is made by the pinned pydantic, and this is {pydantic.VERSION}")
    done = subprocess.run(
        [sys.executable, str(SCRIPTS / script), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_schema_is_valid_and_so_is_the_data(raw: dict[str, Any]) -> None:
    """The schema is JSON Schema 2020-12, and every data file is valid against its part of it."""
    schema = raw["schema"]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:jcpoa-brief:schema:{jcpoa_brief.__data_version__}"
    data = {name: content for name, content in raw.items() if name != "schema"}
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)
    for name, content in data.items():
        part = {"$ref": f"#/properties/{name}", "$defs": schema["$defs"], "properties": schema["properties"]}
        Draft202012Validator(part).validate(content)


def test_schema_refuses_what_the_models_refuse(raw: dict[str, Any]) -> None:
    """An unknown field is no valid data for other tools either."""
    quotes = [{**raw["quotes"][0], "colour": "green"}]
    data = {**{name: content for name, content in raw.items() if name != "schema"}, "quotes": quotes}
    messages = [error.message for error in Draft202012Validator(raw["schema"]).iter_errors(data)]
    assert any("'colour' was unexpected" in message for message in messages)


def test_every_field_is_described(raw: dict[str, Any]) -> None:
    """The docstring under a field is its description in the schema; no field is without."""
    for name, definition in raw["schema"]["$defs"].items():
        for field, described in definition.get("properties", {}).items():
            assert described.get("description"), f"{name}.{field}"
    assert ">>>" not in str(raw["schema"])
    assert Event.model_json_schema()["properties"]["trigger"]["description"].startswith(
        "The word or words that express it"
    )


def test_descriptions_come_from_the_whole_family_tree() -> None:
    """A field of a base class is described by the docstring there, unless the class has its own."""
    found = field_descriptions(Event)
    assert found["note"].startswith("A difficult decision or a doubt")
    assert found["id"] == "Lower-case words joined by hyphens; unique across all families."
    assert found[CLASS].startswith("One event, real or not")
    assert {*Event.model_fields, CLASS} == set(found)
    assert {*Citation.model_fields, CLASS} == set(field_descriptions(Citation))


def test_versions_agree() -> None:
    """The data says the same version of itself as the package does."""
    assert article.data_version == jcpoa_brief.__data_version__
