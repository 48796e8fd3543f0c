"""The brief as tidy tables with keys, for data frames, databases and exports."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias, get_args, get_origin

from .._collections.collection import Collection
from .._collections.rows import Column, Row, column_of, is_spread, model_columns, row
from .._collections.when import DatesOf
from .._exported import exported_from
from .._load.loaded import actors, article, claims, events, paragraphs, retired_ids
from .._model.article import Article
from .._model.brief import CitedRecord, FamilyName
from .._model.dates import BriefDate, in_words, read_edtf
from .._model.descriptions import CLASS, field_descriptions
from .._model.ids import ActorId, CheckId, ClaimId, EventId
from .._model.record import Citation, Entry
from .._model.vocabulary import Relation
from .families import BY_ID, COLLECTIONS, DATE_CHECKS, family_of, title_of


@exported_from("jcpoa_brief.types")
class TableSchema(NamedTuple):
    """What a table is made of.

    >>> from jcpoa_brief.types import TABLES
    >>> TABLES["event_participants"].key, TABLES["event_participants"].foreign_keys
    (('event', 'number'), {'event': 'events', 'actor': 'actors'})
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """The columns that tell its rows apart."""

    @property
    def foreign_keys(self) -> dict[str, str]:
        """The columns whose values are the key of another table, each with that table."""
        return {column.name: column.references for column in self.columns if column.references}


_Made: TypeAlias = tuple[TableSchema, Callable[[], Iterable[Row]]]

_FAMILIES: Final[Mapping[str, Collection[Entry]]] = dict((("paragraphs", paragraphs), *COLLECTIONS.items()))

_OWNERS: Final = {"glossary": "term", **{name: name.removesuffix("s") for name in _FAMILIES if name != "glossary"}}
"""What a record of each family is called in the tables of its parts."""

_ITEMS: Final = {"aliases": "alias", "also_known_as": "name", "references": "source"}
"""What one of several is called, where that is not the field's name without its s."""

_ELSEWHERE: Final = ("citations", "other_dates")  # fields whose tables have columns of their own

_NUMBER: Final = Column("number", "integer", "Its place among those of the record, from 1.")


def tables() -> dict[str, list[Row]]:
    """The whole brief as tidy tables: one for each family, the same as the collection's ``rows()``, and one for each
    relation. Cells are text, numbers, ``datetime.date`` and None. ``jcpoa_brief.types.TABLES`` says what every column
    means and which columns join.

    >>> from jcpoa_brief import tables
    >>> tables()["event_participants"][0]
    {'event': 'iran-iaea-technical-understanding', 'number': 1, 'actor': 'rafael-grossi', 'role': 'agent'}
    """
    return {name: list(rows()) for name, (_, rows) in _MADE.items()}


def _families() -> Iterator[_Made]:
    """The article, every family, and a table for each field of a record that holds several."""
    texts = field_descriptions(Article)
    yield TableSchema("article", texts[CLASS], model_columns(Article), ("address",)), lambda: [row(article)]
    for name, family in _FAMILIES.items():
        text = (type(family).__doc__ or "").partition("\n")[0]
        yield TableSchema(name, text, columns := family.columns(), (columns[0].name,)), family.rows
    for name, family in _FAMILIES.items():
        yield from _parts(_OWNERS[name], name, family.columns()[0], family.record_type, family)
    address = next(column for column in model_columns(Article) if column.name == "address")
    yield from _parts("article", "article", address, Article, (article,))


def _parts(owner: str, table: str, key: Column, model: type[Entry], records: Iterable[Entry]) -> Iterator[_Made]:
    """A table for each field of a model that holds several."""
    for field, info in model.model_fields.items():
        if get_origin(info.annotation) is not tuple or field in _ELSEWHERE:
            continue
        kind: object = get_args(info.annotation)[0]
        text = field_descriptions(model)[field]
        if is_spread(kind):
            columns, item = model_columns(kind), ""
        else:
            item = _ITEMS.get(field, field.removesuffix("s"))
            columns = (column_of(kind, item, text),)
        of = Column(owner, key.type, f"The {owner} that it belongs to.", references=table)
        schema = TableSchema(f"{owner}_{field}", text, (of, _NUMBER, *columns), (owner, "number"))
        yield schema, partial(_part_rows, owner, key.name, field, item, records)


def _part_rows(owner: str, key: str, field: str, item: str, records: Iterable[Entry]) -> Iterator[Row]:
    for record in records:
        for number, part in enumerate(getattr(record, field), 1):
            yield {owner: getattr(record, key), "number": number, **({item: part} if item else row(part))}


def _records() -> Iterator[Row]:
    for key, record in BY_ID.items():
        yield {"id": key, "family": family_of(record), "title": title_of(record)}


def _event_dates() -> Iterator[Row]:
    for event in events:
        readings = [event.date, *event.other_dates] if event.date else []
        for number, reading in enumerate(readings, 1):
            yield {"event": event.id, "number": number, "source": "article", "check": None, **row(reading)}
        for number, check in enumerate(DATE_CHECKS.get(event.id, ()), len(readings) + 1):
            head: Row = {"event": event.id, "number": number, "source": "record", "check": check.id}
            days = read_edtf(edtf := check.date or "")
            said = {"label": in_words(edtf), "edtf": edtf, **days._asdict()}
            yield head | {column.name: said.get(column.name) for column in _DATE_COLUMNS}


def _place(citation: Citation) -> Row:
    """Where a citation stands, with the sentence that it begins in."""
    sentence = bisect_right(_STARTS[citation.paragraph], citation.start)
    return {**row(citation), "sentence": sentence}


_STARTS: Final = {part.number: [sentence.start for sentence in part.sentences] for part in paragraphs}


def _citations() -> Iterator[Row]:
    for record in BY_ID.values():
        if isinstance(record, CitedRecord):
            for place, citation in record.all_citations():
                yield {"record": record.id, **_part_of(place), **_place(citation)}


def _part_of(place: str) -> Row:
    """The part of a record that a citation is of, from its place in the record, such as ``links[0].citations[1]``."""
    part, _, rest = place.partition(".citations")
    part, _, which = part.rstrip("]").partition("[")
    number = int(rest[1:-1] or 0) + 1
    if part == "citations":
        return {"part": "record", "part_number": 1, "number": int(which) + 1}
    if part == "other_dates":
        return {"part": "date", "part_number": int(which) + 2, "number": number}
    return {"part": part, "part_number": int(which or 0) + 1, "number": number}


def _actor_mentions() -> Iterator[Row]:
    for actor in actors:
        for number, citation in enumerate(actor.citations, 1):
            yield {"actor": actor.id, "number": number, **_place(citation)}


def _claim_relations() -> Iterator[Row]:
    for claim in claims:
        if claim.parent is not None:
            yield {"claim": claim.id, "parent": claim.parent, "relation": claim.relation}


def _retired() -> Iterator[Row]:
    for old, new in retired_ids.items():
        yield {"id": old, "replacement": new}


_DATE_COLUMNS: Final = model_columns(BriefDate)

_CITED_COLUMNS: Final = (
    *model_columns(Citation),
    Column("sentence", "integer", "The sentence that it begins in, by its number in the paragraph, from 1."),
)

_PARTS: Final = ("record", "date", "place", "trigger", "links")

_RECORDED: Final = ("label", "edtf", "precision")  # what a date of the record has like one of the article

_OTHERS: Final[tuple[_Made, ...]] = (
    (
        TableSchema(
            "records",
            "The records of all families, to join what may be of any.",
            (
                Column("id", "string", "Unique across all families."),
                Column("family", "string", "The table that has the record.", words=get_args(FamilyName)),
                Column("title", "string", "Its name, title, term, wording or statement."),
            ),
            ("id",),
        ),
        _records,
    ),
    (
        TableSchema(
            "event_dates",
            "Every date of an event: the article's readings, of which only one can hold, then the record's.",
            (
                column_of(EventId, "event", "The event."),
                _NUMBER,
                Column("source", "string", "Whose date it is.", words=get_args(DatesOf)),
                column_of(CheckId, "check", "The check that gives the record's date.")._replace(required=False),
                *(column._replace(required=column.required and column.name in _RECORDED) for column in _DATE_COLUMNS),
            ),
            ("event", "number"),
        ),
        _event_dates,
    ),
    (
        TableSchema(
            "citations",
            "Every citation of every record.",
            (
                Column("record", "string", "The record that cites.", references="records"),
                Column(
                    "part", "string", "The part of it that cites: the record itself, an event's date, ….", words=_PARTS
                ),
                Column("part_number", "integer", "Which of several such parts, as in their table, from 1."),
                Column("number", "integer", "Its place among the citations of the part, from 1."),
                *_CITED_COLUMNS,
            ),
            ("record", "part", "part_number", "number"),
        ),
        _citations,
    ),
    (
        TableSchema(
            "actor_mentions",
            "Every mention of every actor.",
            (column_of(ActorId, "actor", "The actor."), _NUMBER, *_CITED_COLUMNS),
            ("actor", "number"),
        ),
        _actor_mentions,
    ),
    (
        TableSchema(
            "claim_relations",
            "The argument: each claim that bears on another one.",
            (
                column_of(ClaimId, "claim", "The claim."),
                column_of(ClaimId, "parent", "The claim that it bears on."),
                column_of(Relation, "relation", "How it bears on it."),
            ),
            ("claim",),
        ),
        _claim_relations,
    ),
    (
        TableSchema(
            "retired_ids",
            "Ids that were withdrawn.",
            (
                Column("id", "string", "The id that was withdrawn."),
                Column("replacement", "string", "The one to use instead.", references="records"),
            ),
            ("id",),
        ),
        _retired,
    ),
)

_MADE: Final[Mapping[str, _Made]] = {schema.name: (schema, rows) for schema, rows in (*_families(), *_OTHERS)}

TABLES: Final[Mapping[str, TableSchema]] = MappingProxyType({name: schema for name, (schema, _) in _MADE.items()})
"""What each table of ``tables()`` is made of, by its name."""
