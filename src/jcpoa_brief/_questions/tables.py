"""The brief as tidy tables with keys, for data frames, databases and exports. ``table_schemas`` says
what their columns mean.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, get_args, get_origin

from .._collections.collection import Collection
from .._collections.table_columns import Row, part_of, row
from .._load.loaded import actors, article, brief, claims, events, paragraphs, retired_ids
from .._model.article import Article
from .._model.dates import in_words, read_edtf
from .._model.event import article_dates
from .._model.families import cited_records
from .._model.record import Citation, Entry
from .all_records import BY_ID, COLLECTIONS, DATE_CHECKS, family_of, title_of

FAMILY_TABLES: Final[Mapping[str, Collection[Entry]]] = dict((("paragraphs", paragraphs), *COLLECTIONS.items()))
"""The collections whose rows are a table."""

OWNERS: Final = {"glossary": "term", **{name: name.removesuffix("s") for name in FAMILY_TABLES if name != "glossary"}}
"""What a record of each family is called in the tables of its parts."""

_ITEMS: Final = {"aliases": "alias", "also_known_as": "name", "references": "source"}
"""What one item is called, if not by the field's name without its s."""

_ELSEWHERE: Final = ("citations", "other_dates")  # fields whose tables have columns of their own


def tables() -> dict[str, list[Row]]:
    """The whole brief as tidy tables: one for each family, the same as the collection's ``rows()``, and one for each
    relation. Cells are text, numbers, ``datetime.date`` and None. ``jcpoa_brief.types.TABLES`` says what every column
    means and which columns join.

    >>> tables()["event_participants"][0]
    {'event': 'iran-iaea-technical-understanding', 'number': 1, 'actor': 'rafael-grossi', 'role': 'agent'}
    """
    made = {"article": [row(article)], **{name: family.rows() for name, family in FAMILY_TABLES.items()}}
    for name, family in FAMILY_TABLES.items():
        key = "number" if name == "paragraphs" else "id"
        made |= _tables_of_parts(OWNERS[name], key, family.record_type, family)
    made |= _tables_of_parts("article", "address", Article, (article,))
    made["records"] = [
        {"id": key, "family": family_of(record), "title": title_of(record)} for key, record in BY_ID.items()
    ]
    made["event_dates"] = list(_event_dates())
    made["citations"] = list(_citations())
    made["actor_mentions"] = [
        {"actor": actor.id, "number": number, **_place(citation)}
        for actor in actors
        for number, citation in enumerate(actor.citations, 1)
    ]
    made["claim_relations"] = [
        {"claim": claim.id, "parent": claim.parent, "relation": claim.relation} for claim in claims if claim.parent
    ]
    made["retired_ids"] = [{"id": old, "replacement": new} for old, new in retired_ids.items()]
    return made


def _tables_of_parts(owner: str, key: str, model: type[Entry], records: Iterable[Entry]) -> dict[str, list[Row]]:
    """A table for each field of a model with several values."""
    items = {f"{owner}_{field}": (field, item) for field, item in fields_of_several(model).items()}
    return {
        table: [
            {owner: getattr(record, key), "number": number, **({item: part} if item else row(part))}
            for record in records
            for number, part in enumerate(getattr(record, field), 1)
        ]
        for table, (field, item) in items.items()
    }


@cache
def fields_of_several(model: type[Entry]) -> dict[str, str]:
    """The fields with several values, each with the name of one value; empty for parts with columns of their own."""
    found: dict[str, str] = {}
    for field, info in model.model_fields.items():
        if get_origin(info.annotation) is tuple and field not in _ELSEWHERE:
            has_own_table = part_of(get_args(info.annotation)[0]) not in (None, Citation)
            found[field] = "" if has_own_table else _ITEMS.get(field, field.removesuffix("s"))
    return found


def _event_dates() -> Iterator[Row]:
    for event in events:
        readings = article_dates(event)
        for number, reading in enumerate(readings, 1):
            yield {"event": event.id, "number": number, "source": "article", "check": None, **row(reading)}
        for number, check in enumerate(DATE_CHECKS.get(event.id, ()), len(readings) + 1):
            days = read_edtf(edtf := check.date or "")
            head: Row = {"event": event.id, "number": number, "source": "record", "check": check.id}
            said: Row = {"label": in_words(edtf), "as_written": None, "edtf": edtf}
            yield {**head, **said, **days._asdict(), "reading": None, "basis": None}


def _citations() -> Iterator[Row]:
    """Every citation, with the part of the record that it is of, read off a place such as ``links[0].citations[1]``."""
    for record in cited_records(brief):
        for place, citation in record.all_citations():
            part, *counts = re.findall(r"\w+", place.replace(".citations", ""))
            part_number, number = [1, 1, *(int(count) + 1 for count in counts)][-2:]
            if part == "other_dates":  # the first date is the event's own
                part, part_number = "date", part_number + 1
            head: Row = {"record": record.id, "part": "record" if part == "citations" else part}
            yield {**head, "part_number": part_number, "number": number, **_place(citation)}


def _place(citation: Citation) -> Row:
    """The position of a citation, with the sentence that it begins in."""
    return {**vars(citation), "sentence": bisect_right(_STARTS[citation.paragraph], citation.start)}


_STARTS: Final = {part.number: [sentence.start for sentence in part.sentences] for part in paragraphs}
