"""``jcpoa-brief show``: one record, with all that is known of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import groupby
from shlex import quote
from typing import Final, cast

from .. import article, cited_in, search
from .._collections.checks import verdict_in_words
from .._model.actor import Actor
from .._model.claim import Claim
from .._model.dates import BriefDate, in_words
from .._model.event import Link, Participant, Place
from .._model.families import AnyRecord
from .._model.paragraph import Paragraph
from .._model.record import Record
from .._model.source import Source
from .._model.vocabulary import COUNTRIES, EventType, Role, Sector
from .._questions.all_records import BY_ID, CHECKS_OF, COLLECTIONS, family_of, title_of
from .._text import name_key
from ..errors import CopyError, UnknownIdError
from .complaints import worded
from .records import (
    about_list,
    as_of,
    family_named,
    how_to_see,
    listing,
    named_so,
    namesakes,
    record_data,
    record_named,
    related_records,
    titled,
)
from .terminal import CommandHelp, note, say, say_json, table
from .verify import BODY_ALONE, COPY_VARIABLE, aligned, default_copy

HELP = CommandHelp(
    takes="ID",
    codes={0: "printed", 2: "there is no such id, or your copy cannot be read"},
    examples=("show us-airstrike-in-syria", "show Rouhani", "show 5 --copy article.txt", "show actors"),
    notes={
        "the article's own words": "They are not in the package. With your copy of the article, named by --copy or in "
        "the environment variable JCPOA_BRIEF_COPY, a paragraph is shown in its own words, and a record with the words "
        "that it rests on.",
    },
)
_MOST: Final = 10  # records of a family
_MOST_ELSEWHERE: Final = 3  # records that have a word in their texts

_NOT_SHOWN: Final = ("id", "citations", "agreement", "note", "trigger", "incident", "relation", "holder")
_AS_OF: Final = ("definition", "description")
"""The fields that tell what came after the article too."""
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
    "record_says": "sources say",
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
    parser.add_argument(
        "--copy", metavar="FILE", help="your copy of the article, to see its own words; default: $JCPOA_BRIEF_COPY"
    )
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
    words = _words_in(options.copy, shown)
    if options.json:
        say_json(_data(shown, words))
        return 0
    head: list[str]
    others: list[AnyRecord]
    if isinstance(shown, Paragraph):
        head, others = _paragraph(shown, words), [*cited_in(shown.number)]
    else:
        also = (f"  also so called: {how_to_see(one)}" for one in namesakes(shown))
        head, others = [*_only_a_source(name, shown), *_described(shown, words), *also], related_records(shown)
    say(*head, *_families(others, None if options.all else _MOST, f"jcpoa-brief show {quote(name)} --all"))
    if isinstance(shown, Actor):
        called = quote(min(shown.names, key=len))
        say(
            f"\nThese refer to the actor. All records with the name: jcpoa-brief find {called}; claims alone: "
            f"jcpoa-brief find claims {called}; with it anywhere in their texts: jcpoa-brief search {called}"
        )
    return 0


def _words_in(copy: str | None, shown: AnyRecord | Paragraph) -> list[str | None] | None:
    """The article's own words, as they stand in the reader's copy: each sentence of a paragraph, or each place that a
    record cites; None for what is not proved there, and altogether without a copy. Raises CopyError for a copy that
    the call names; of one that only the environment names it is said.
    """
    name = default_copy(copy)
    if name is None:
        return None
    try:
        alignment = aligned(name)
    except CopyError as error:
        if copy:
            raise
        note(f"{COPY_VARIABLE}: {worded(error)}")
        return None
    if isinstance(shown, Paragraph):
        places = [sentence.span for sentence in alignment.paragraphs[shown.number].sentences]
    else:
        places = [alignment.find(citation) for citation in getattr(shown, "citations", ())]
    return [place and " ".join(alignment.text[slice(*place)].split()) for place in places]


def _data(shown: AnyRecord | Paragraph, words: list[str | None] | None) -> dict[str, object]:
    """The record as plain data, and what else is shown of it, where there is any."""
    further: dict[str, object] = {"words_in_copy": words}
    if not isinstance(shown, Paragraph):
        further["also_called_so"] = [one.id for one in namesakes(shown)] or None
        further["findings"] = [check.id for check in CHECKS_OF.get(shown.id, ())] or None
    return {**record_data(shown), **{name: value for name, value in further.items() if value is not None}}


def _list(several: list[AnyRecord], what: str, *, as_json: bool) -> int:
    """List a family, or the records with a name."""
    if as_json:
        say_json([record_data(record) for record in several])
    else:
        say(f"{len(several)} {what}; jcpoa-brief show ID shows one\n", listing(several), *about_list(several))
    return 0


def _only_a_source(name: str, shown: AnyRecord) -> list[str]:
    """Where a word is in the name of no record but a source: which other records have it in their texts."""
    keys = map(name_key, (*shown.names, shown.id.replace("-", " ")))
    if not isinstance(shown, Source) or name_key(name.replace("-", " ")) in keys:
        return []
    others = [hit.record for hit in search(name) if not hit.missing and hit.family != "sources"]
    told = "; ".join(f"{title_of(one)}, {how_to_see(one)}" for one in others[:_MOST_ELSEWHERE])
    return [f"{name!r} is in the name of a source alone. It stands in the text of {told}.\n"] if others else []


def _families(records: Iterable[AnyRecord], most: int | None, command: str) -> Iterator[str]:
    """The records of each family below its name, and how many more there are."""
    for family, group in groupby(records, family_of):
        several = list(group)
        yield f"\n{family} ({len(several)})"
        yield table((f"  {one.id}", titled(one)) for one in several[:most])
        if most is not None and len(several) > most:
            yield f"  {len(several) - most} more: {command}"


def _paragraph(shown: Paragraph, words: list[str | None] | None) -> list[str]:
    its_words = (
        f"its own words: jcpoa-brief show {shown.number} --copy FILE, where FILE is your copy of the article, saved "
        f"from {article.address} as text, HTML or PDF"
    )
    if words is not None:
        its_words = f"in your copy: {' '.join(text or '(a sentence is not proved there)' for text in words)}"
    return [
        f"¶{shown.number} of the article, {shown.words} words; {BODY_ALONE}",
        f"  in our words: {shown.gist}",
        f"  {its_words}",
    ]


def _described(record: AnyRecord, words: list[str | None] | None) -> Iterator[str]:
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
            label = _LABELS.get(name, name.replace("_", " "))
            yield f"  {label}{f', {as_of()}' if name in _AS_OF else ''}: {said}"
    remark = getattr(record, "note", None)
    if remark:
        yield f"  note of the annotation: {remark}"
    if isinstance(record, Record):
        yield f"  in the article: {', '.join(f'¶{number}' for number in record.paragraphs)}"
    if words:
        yield f"  in your copy: {' … '.join(f'“{text}”' if text else '(not found)' for text in words)}"
    for check in CHECKS_OF.get(record.id, ()):
        yield f"  checked: {check.title}: {verdict_in_words(check)}. {check.record_says}"


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
