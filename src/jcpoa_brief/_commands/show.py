"""``jcpoa-brief show``: one record, with all that is known of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, cast

from .. import checks, cited_in, lookup, paragraphs, related
from .._model.brief import AnyRecord, RecordId
from .._model.dates import BriefDate, in_words
from .._model.event import Link, Participant, Place
from .._model.ids import CheckSubjectId, ParagraphNumber
from .._model.paragraph import Paragraph
from .._model.record import Record
from .._questions.families import COLLECTIONS, family_of, place_in_article, status_mark, title_of
from .terminal import CommandHelp, say, say_json, table
from .typed import id_named, paragraph_number

HELP = CommandHelp(
    takes="ID",
    codes={0: "printed", 2: "there is no such id"},
    examples=("show us-airstrike-in-syria", "show Rouhani", "show 5"),
)
_NOT_SHOWN: Final = ("id", "citations", "agreement", "note", "trigger")
_LABELS: Final = {
    "cameo": "CAMEO code",
    "type": "PLOVER type",
    "mode": "PLOVER mode",
    "contexts": "PLOVER contexts",
    "sector": "PLOVER sector",
    "acts_for": "acts on behalf of",
}
_MOST: Final = 10  # records of a family


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The id, of any family."""
    parser.add_argument("id", metavar="ID", nargs="+", help="a record's id, a name that only one record has, or ¶5")
    parser.add_argument("--all", action="store_true", help=f"all that has to do with it, not {_MOST} of a kind")
    parser.add_argument("--json", action="store_true", help="print the record as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the record. Raises UnknownIdError."""
    shown = record_named(" ".join(options.id))
    if options.json:
        say_json(shown.model_dump(mode="json"))
        return 0
    head: list[str]
    others: list[AnyRecord]
    if isinstance(shown, Paragraph):
        head, others = _paragraph(shown), [*cited_in(shown.number)]
    else:
        head, others = list(_described(shown)), related_records(shown)
    say(*head, *_families(others, None if options.all else _MOST, f"jcpoa-brief show {' '.join(options.id)} --all"))
    return 0


def record_named(text: str) -> AnyRecord | Paragraph:
    """A paragraph by its number, or a record by its id or by a name that only it has. Raises UnknownIdError."""
    number = paragraph_number(text)
    if number is not None:
        return paragraphs[cast("ParagraphNumber", number)]
    return lookup(cast("RecordId", id_named(text, *COLLECTIONS.values())))


def related_records(record: AnyRecord) -> list[AnyRecord]:
    """What a record refers to or is referred to by, family after family, in the article's order."""
    found = [one.record for one in related(record) if one.direct]
    families = list(COLLECTIONS)
    return sorted(found, key=lambda one: (families.index(family_of(one)), place_in_article(one)))


def _families(records: Iterable[AnyRecord], most: int | None, command: str) -> Iterator[str]:
    """The records of each family below its name, and how many more there are."""
    for family, group in groupby(records, family_of):
        several = list(group)
        yield f"\n{family} ({len(several)})"
        yield table((f"  {one.id}", title_of(one) + status_mark(one)) for one in several[:most])
        if most is not None and len(several) > most:
            yield f"  {len(several) - most} more: {command}"


def _paragraph(shown: Paragraph) -> list[str]:
    return [f"¶{shown.number} of the article, {shown.words} words", f"  in our words: {shown.gist}"]


def _described(record: AnyRecord) -> Iterator[str]:
    """The record's name, its fields, where the article has it, and its checks."""
    yield f"{title_of(record)} ({family_of(record)}: {record.id})"
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name not in _NOT_SHOWN and value not in (None, ()) and value != title_of(record):
            yield f"  {_LABELS.get(name, name.replace('_', ' '))}: {_worded(value)}"
    note = getattr(record, "note", None)
    if note:
        yield f"  note: {note}"
    if isinstance(record, Record):
        yield f"  in the article: {', '.join(f'¶{number}' for number in record.paragraphs)}"
    if family_of(record) not in ("checks", "sources"):
        for check in checks.about(cast("CheckSubjectId", record.id)):
            yield f"  checked, {check.aspect}: {check.verdict}. {check.record_says}"


def _worded(value: object) -> str:
    """The value of a field in words: dates in English, tuples as lists."""
    said = str(value)
    match value:
        case BriefDate():
            said = in_words(value.edtf, throughout=value.reading == "throughout")
        case Participant():
            said = f"{value.actor} ({value.role})"
        case Link():
            said = f"{value.kind.replace('_', ' ')} {value.to}"
        case Place():
            said = f"{value.as_written} ({value.country})" if value.country else value.as_written
        case tuple():
            said = "; ".join(map(_worded, cast("tuple[object, ...]", value)))
        case _:
            pass
    return said
