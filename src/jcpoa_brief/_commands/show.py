"""``jcpoa-brief show``: one record, with all that is known of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, cast

from .. import cited_in
from .._collections.checks import verdict_in_words
from .._model.claim import Claim
from .._model.dates import BriefDate, in_words
from .._model.event import Link, Participant, Place
from .._model.families import AnyRecord
from .._model.paragraph import Paragraph
from .._model.record import Record
from .._model.vocabulary import COUNTRIES, EventType, Role, Sector
from .._questions.all_records import BY_ID, CHECKS_OF, COLLECTIONS, family_of, status_mark, title_of
from ..errors import UnknownIdError
from .records import family_named, listing, named_so, record_named, related_records
from .terminal import CommandHelp, say, say_json, table

HELP = CommandHelp(
    takes="ID",
    codes={0: "printed", 2: "there is no such id"},
    examples=("show us-airstrike-in-syria", "show Rouhani", "show 5", "show actors"),
)
_MOST: Final = 10  # records of a family

_NOT_SHOWN: Final = ("id", "citations", "agreement", "note", "trigger", "incident", "relation", "holder")
_LABELS: Final = {
    "cameo": "CAMEO code",
    "wikidata": "Wikidata",
    "type": "kind of event (PLOVER)",
    "mode": "how (PLOVER)",
    "contexts": "touches on (PLOVER)",
    "sector": "sector (PLOVER)",
    "acts_for": "acts on behalf of",
    "also_known_as": "also known as",
    "participants": "who takes part",
    "credited_to": "on the word of",
    "parent": "place in the argument",
    "aspect": "what is checked",
}
_ROLES: Final[dict[Role, str]] = {"agent": "acts", "recipient": "is acted on", "other": "takes part"}
_CODES: Final[dict[Sector | EventType | str, str]] = {
    **{code: name for code, (_, name) in COUNTRIES.items()},
    "GOV": "government", "LEG": "parliament", "JUD": "courts", "MIL": "armed forces",
    "PRM": "irregular forces on a state's side", "UAF": "armed men whose side is not known",
    "PTY": "parties and factions", "ELI": "former office holders", "JRN": "news media", "BUS": "companies",
    "CVL": "people at large", "UNK": "not known",
    "AGREE": "agreement", "CONSULT": "meeting or talks", "SUPPORT": "backing", "CONCEDE": "yielding in words",
    "COOPERATE": "cooperation", "AID": "help", "RETREAT": "yielding in deeds", "REQUEST": "demand or request",
    "ACCUSE": "accusation", "REJECT": "refusal", "THREATEN": "threat", "PROTEST": "protest",
    "SANCTION": "sanctions or breaking off", "MOBILIZE": "show of force", "COERCE": "repression", "ASSAULT": "attack",
    "cbrn": "nuclear and other weapons of mass destruction",
}  # fmt: skip
"""Codes of countries, sectors, types and contexts in words; ``--json`` has the codes."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The id, of any family."""
    parser.add_argument(
        "id", metavar="ID", nargs="+", help="a record's id or a name that it has, ¶5, or a family such as actors"
    )
    parser.add_argument("--all", action="store_true", help=f"all related records, not {_MOST} of a kind")
    parser.add_argument("--json", action="store_true", help="print the record as JSON, with all codes")


def run(options: argparse.Namespace) -> int:
    """Print the record, or list those that may be meant where several have the name. Raises UnknownIdError."""
    name = " ".join(options.id)
    family = family_named(name)
    if family:
        return _list([*COLLECTIONS[family]], family, as_json=options.json)
    try:
        shown = record_named(name)
    except UnknownIdError as error:
        several = named_so(name)
        if not several or error.family == "paragraphs":
            raise
        return _list(several, f"records have the name {name!r}", as_json=options.json)
    if options.json:
        say_json(shown.model_dump(mode="json"))
        return 0
    head: list[str]
    others: list[AnyRecord]
    if isinstance(shown, Paragraph):
        head, others = _paragraph(shown), [*cited_in(shown.number)]
    else:
        head, others = [*_described(shown), *_namesakes(name, shown)], related_records(shown)
    say(*head, *_families(others, None if options.all else _MOST, f"jcpoa-brief show {name} --all"))
    return 0


def _list(several: list[AnyRecord], what: str, *, as_json: bool) -> int:
    """List a family, or the records with a name."""
    if as_json:
        say_json([record.model_dump(mode="json") for record in several])
    else:
        say(f"{len(several)} {what}; jcpoa-brief show ID shows one\n", listing(several))
    return 0


def _namesakes(name: str, shown: AnyRecord) -> list[str]:
    """Other records that have the name by which this one was asked for."""
    others = [one for one in named_so(name) if one is not shown and name.casefold() in map(str.casefold, one.names)]
    return [f"  also so called: {one.id} ({family_of(one)})" for one in others]


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
    relation = ""
    if isinstance(record, Claim):
        relation = f"{record.relation} "
        yield f"  claimed by: {_worded(record.holder or 'the author')}"
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name not in _NOT_SHOWN and value not in (None, ()) and value != title_of(record):
            said = f"{relation}“{_worded(value)}”" if name == "parent" else _worded(value)
            yield f"  {_LABELS.get(name, name.replace('_', ' '))}: {said}"
    note = getattr(record, "note", None)
    if note:
        yield f"  note of the annotation: {note}"
    if isinstance(record, Record):
        yield f"  in the article: {', '.join(f'¶{number}' for number in record.paragraphs)}"
    for check in CHECKS_OF.get(record.id, ()):
        yield f"  checked: {verdict_in_words(check)}. {check.record_says}"


def _worded(value: object) -> str:
    """The value of a field in words: names for ids and codes, dates in English, tuples as lists."""
    said = str(value)
    match value:
        case BriefDate():
            said = in_words(value.edtf, throughout=value.reading == "throughout")
        case Participant():
            said = f"{_worded(value.actor)} ({_ROLES[value.role]})"
        case Link():
            said = f"{value.kind.replace('_', ' ')} “{_worded(value.to)}”"
        case Place():
            said = f"{value.as_written} ({_worded(value.country)})" if value.country else value.as_written
        case tuple():
            said = "; ".join(map(_worded, cast("tuple[object, ...]", value)))
        case str() if value in BY_ID:
            said = title_of(BY_ID[value])
        case str():
            is_word = value.islower() and value.replace("_", "").isalpha()
            said = _CODES.get(value, value.replace("_", " ") if is_word else value)
        case _:
            pass
    return said
