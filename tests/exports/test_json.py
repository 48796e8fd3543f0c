"""The JSON of the brief and its schema, read back and validated by others."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from exports_shared import need

from jcpoa_brief import events, export, timeline
from jcpoa_brief._exports import brief_json
from jcpoa_brief._model.families import FAMILIES, Brief


def test_every_record_and_citation_is_there(brief: Brief, made: Callable[[str], bytes]) -> None:
    """What is read back is the brief: without what the export adds it loads as the data does."""
    content = json.loads(made("json"))
    del content["$schema"]
    for event in content["events"]:
        event.pop("record_date")
    assert Brief.model_validate(content) == brief


def test_dates_leave_with_the_record_s_date(made: Callable[[str], bytes]) -> None:
    """Each event has the record's date that the timeline knows."""
    entries = {entry.event.id: entry.record_date for entry in timeline(events)}
    read = {event["id"]: event["record_date"] for event in json.loads(made("json"))["events"]}
    assert {key: read[key] for key in entries} == entries
    assert sum(map(bool, read.values())) > 5


def test_a_record_dumped_alone_fits_the_schema(made: Callable[[str], bytes]) -> None:
    """The definition of a family wants nothing that ``model_dump_json`` does not write."""
    schema = json.loads(made("json-schema"))["$defs"]["Event"]
    assert set(schema["required"]) <= set(json.loads(events.first().model_dump_json())) <= set(schema["properties"])
    assert "record_date" in schema["properties"]


def test_check_jsonschema_accepts_it(file_of: Callable[[str], Path]) -> None:
    """The schema is one, and the document is valid against it."""
    need("check_jsonschema")
    base = [sys.executable, "-m", "check_jsonschema"]
    schema, document = str(file_of("json-schema")), str(file_of("json"))
    subprocess.run([*base, "--check-metaschema", schema], check=True, capture_output=True)
    subprocess.run([*base, "--schemafile", schema, document], check=True, capture_output=True)


AJV = """
const Ajv = require('ajv/dist/2020'), formats = require('ajv-formats');
const [schema, documents] = JSON.parse(require('fs').readFileSync(0));
const ajv = new Ajv({strict: true, allErrors: true}); formats(ajv);
const valid = ajv.compile(schema);
console.log(JSON.stringify(documents.map(one => [valid(one), valid.errors && valid.errors.length])));
"""


def test_ajv_accepts_it_in_its_strict_mode(made: Callable[[str], bytes], node: Callable[..., Any]) -> None:
    """A second validator, which refuses schemas with words that mean nothing, accepts it, and refuses what is wrong."""
    schema, document = json.loads(made("json-schema")), json.loads(made("json"))
    wrong = {**document, "events": [{**document["events"][0], "status": "imagined"}]}
    part = json.loads(export("json", events.involving("iaea")).text)
    answers = node(AJV, "ajv", "ajv-formats", given=[schema, [document, part, wrong]])
    assert [valid for valid, _ in answers] == [True, True, False]


def test_hostile_texts_come_back(hostile: Brief) -> None:
    """JSON holds any text."""
    content = json.loads(brief_json.write(hostile).files[""])
    assert content["article"] == hostile.article.model_dump(mode="json")
    for family in set(FAMILIES) - {"events"}:
        assert content[family] == [record.model_dump(mode="json") for record in getattr(hostile, family)]
    assert [one["title"] for one in content["events"]] == [event.title for event in hostile.events]


def test_the_schema_has_an_identifier_of_its_own(brief: Brief, made: Callable[[str], bytes]) -> None:
    """It names one schema for good: that of this version of the data; the document says which it is."""
    identifier = json.loads(made("json-schema"))["$id"]
    assert identifier == f"urn:jcpoa-brief:schema:export:{brief.article.data_version}"
    assert json.loads(made("json"))["$schema"] == identifier
