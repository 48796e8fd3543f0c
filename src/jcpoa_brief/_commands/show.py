"""``jcpoa-brief show``: one record, with all that is known of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import cast

from .. import checks, lookup
from .._model.brief import AnyRecord, RecordId
from .._model.dates import BriefDate, in_words
from .._model.event import Link, Participant, Place
from .._model.ids import CheckSubjectId
from .._model.record import Record
from .._questions.families import family_of, title_of
from .terminal import say, say_json

EPILOG = """\
exit codes: 0 the record is printed, 2 there is no such id
example:    jcpoa-brief show us-airstrike-in-syria
"""

_NOT_SHOWN = ("id", "citations", "agreement", "note")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The id, of any family."""
    parser.add_argument("id", metavar="ID", help="a record's id, as jcpoa-brief find gives it")
    parser.add_argument("--json", action="store_true", help="print the record as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the record. Raises UnknownIdError."""
    record = lookup(cast("RecordId", options.id))
    if options.json:
        say_json(record.model_dump(mode="json"))
    else:
        say("\n".join(_described(record)))
    return 0


def _described(record: AnyRecord) -> Iterator[str]:
    """The record's name, its fields, where the article has it, and how the record of the world compares."""
    yield f"{title_of(record)} ({family_of(record)}: {record.id})"
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name not in _NOT_SHOWN and value not in (None, ()) and value != title_of(record):
            yield f"  {name.replace('_', ' ')}: {_worded(value)}"
    note = getattr(record, "note", None)
    if note:
        yield f"  note: {note}"
    if isinstance(record, Record):
        yield f"  in the article: {', '.join(f'¶{number}' for number in record.paragraphs)}"
    if family_of(record) not in ("checks", "sources"):
        for check in checks.about(cast("CheckSubjectId", record.id)):
            yield f"  checked, {check.aspect}: {check.verdict}. {check.record_says}"


def _worded(value: object) -> str:
    """A field's value in words: dates in English, what stands in a tuple one after the other."""
    if isinstance(value, tuple):
        return "; ".join(map(_worded, cast("tuple[object, ...]", value)))
    if isinstance(value, BriefDate):
        return in_words(value.edtf, throughout=value.reading == "throughout")
    if isinstance(value, Participant):
        return f"{value.actor} ({value.role})"
    if isinstance(value, Link):
        return f"{value.kind.replace('_', ' ')} {value.to}"
    if isinstance(value, Place) and value.country:
        return f"{value.as_written} ({value.country})"
    return value.as_written if isinstance(value, Place) else str(value)
