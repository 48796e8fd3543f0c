"""The brief as one JSON document, and the JSON Schema that it is valid against."""

from __future__ import annotations

import json
from typing import Any, Final

from .._load.data_files import read_data
from .._model.families import Brief
from .._questions.all_records import DATE_CHECKS
from .exported_records import Written, as_json, one_file

_RECORD_DATE: Final = {
    "anyOf": [{"type": "string"}, {"type": "null"}],
    "description": "The date that independent sources give, in EDTF, if a check has one, which says how it compares.",
}


def _schema_id(version: str) -> str:
    """The schema's identifier: it names one schema for good, for a new version of the data has another."""
    return f"urn:jcpoa-brief:schema:export:{version}"


def write(brief: Brief) -> Written:
    """Every record with every field; events with ``record_date`` after ``date``."""
    content: dict[str, Any] = {"$schema": _schema_id(brief.article.data_version), **brief.model_dump(mode="json")}
    for place, event in enumerate(content["events"]):
        date = next((check.date for check in DATE_CHECKS.get(event["id"], ())), None)
        content["events"][place] = _beside("date", event, date)
    return one_file(as_json(content))


def write_schema(brief: Brief) -> Written:
    """The schema of the data, with what the document adds; a record as ``model_dump_json`` gives it is valid too."""
    schema = json.loads(read_data("schema"))
    identifier = _schema_id(brief.article.data_version)
    schema["$id"] = identifier
    schema["properties"] = {
        "$schema": {"const": identifier, "description": "The identifier of this schema."},
        **schema["properties"],
    }
    event = schema["$defs"]["Event"]
    event["properties"] = _beside("date", event["properties"], _RECORD_DATE)
    return one_file(as_json(schema))


def _beside(name: str, fields: dict[str, Any], record_date: object) -> dict[str, Any]:
    """The fields, with ``record_date`` after one of them."""
    made: dict[str, Any] = {}
    for key, value in fields.items():
        made[key] = value
        if key == name:
            made["record_date"] = record_date
    return made
