"""The schemas of ``tables()``: the meaning of every column, the keys, and which columns join."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, get_args

from .._collections.date_overlaps import DatesOf
from .._collections.table_columns import Column, column_of, model_columns
from .._model.article import Article
from .._model.dates import BriefDate
from .._model.descriptions import CLASS, field_descriptions
from .._model.families import FamilyName
from .._model.ids import ActorId, CheckId, ClaimId, EventId
from .._model.record import Citation, Entry
from .._model.vocabulary import Relation
from .._public_class import public
from .tables import FAMILY_TABLES, OWNERS, fields_of_several


@public
class TableSchema(NamedTuple):
    """The schema of a table.

    >>> from jcpoa_brief.types import TABLES
    >>> TABLES["event_participants"].key, TABLES["event_participants"].foreign_keys
    (('event', 'number'), {'event': 'events', 'actor': 'actors'})
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """The columns that identify a row."""

    @property
    def foreign_keys(self) -> dict[str, str]:
        """The columns whose values are the key of another table, each with that table."""
        return {column.name: column.references for column in self.columns if column.references}


_NUMBER: Final = Column("number", "integer", "Its number among those of the record, from 1.")

_CITED: Final = (
    *model_columns(Citation),
    Column("sentence", "integer", "The sentence that it begins in, by its number in the paragraph, from 1."),
)

_DATED: Final = tuple(  # a date from sources has three of them, the others only a date of the article
    column._replace(required=column.name in ("label", "edtf", "precision")) for column in model_columns(BriefDate)
)

_PARTS: Final = ("record", "date", "place", "trigger", "links")


def _families() -> Iterator[TableSchema]:
    """The article, every family, and a table for each field with several values."""
    article = model_columns(Article)
    yield TableSchema("article", field_descriptions(Article)[CLASS], article, ("address",))
    for name, family in FAMILY_TABLES.items():
        text = (type(family).__doc__ or "").partition("\n")[0]
        yield TableSchema(name, text, columns := family.columns(), (columns[0].name,))
    for name, family in FAMILY_TABLES.items():
        yield from _parts(OWNERS[name], name, family.columns()[0], family.record_type)
    address = next(column for column in article if column.name == "address")
    yield from _parts("article", "article", address, Article)


def _parts(owner: str, table: str, key: Column, model: type[Entry]) -> Iterator[TableSchema]:
    texts = field_descriptions(model)
    for field, item in fields_of_several(model).items():
        kind = get_args(model.model_fields[field].annotation)[0]
        columns = (column_of(kind, item, texts[field]),) if item else model_columns(kind)
        of = Column(owner, key.type, f"The {owner} that it belongs to.", references=table)
        yield TableSchema(f"{owner}_{field}", texts[field], (of, _NUMBER, *columns), (owner, "number"))


_RELATIONS: Final = (
    TableSchema(
        "records",
        "The records of all families, for joins with a record of any family.",
        (
            Column("id", "string", "Unique across all families."),
            Column("family", "string", "The table that has the record.", words=get_args(FamilyName)),
            Column("title", "string", "Its name, title, term, wording or statement."),
        ),
        ("id",),
    ),
    TableSchema(
        "event_dates",
        "Every date of an event: the article's alternatives, of which only one can be right, then the sources'.",
        (
            column_of(EventId, "event", "The event."),
            _NUMBER,
            Column("source", "string", "The article's date or the sources' (record).", words=get_args(DatesOf)),
            column_of(CheckId, "check", "The check that gives the sources' date.")._replace(required=False),
            *_DATED,
        ),
        ("event", "number"),
    ),
    TableSchema(
        "citations",
        "Every citation of every record.",
        (
            Column("record", "string", "The record that cites.", references="records"),
            Column("part", "string", "The part of it that cites: the record itself, an event's date, ….", words=_PARTS),
            Column("part_number", "integer", "Which of several such parts, as in their table, from 1."),
            Column("number", "integer", "Its number among the citations of the part, from 1."),
            *_CITED,
        ),
        ("record", "part", "part_number", "number"),
    ),
    TableSchema(
        "actor_mentions",
        "Every mention of every actor.",
        (column_of(ActorId, "actor", "The actor."), _NUMBER, *_CITED),
        ("actor", "number"),
    ),
    TableSchema(
        "claim_relations",
        "The argument: each claim with a parent.",
        (
            column_of(ClaimId, "claim", "The claim."),
            column_of(ClaimId, "parent", "Its parent."),
            column_of(Relation, "relation", "Its relation to its parent."),
        ),
        ("claim",),
    ),
    TableSchema(
        "retired_ids",
        "Ids that were withdrawn.",
        (
            Column("id", "string", "The id that was withdrawn."),
            Column("replacement", "string", "The one to use instead.", references="records"),
        ),
        ("id",),
    ),
)

TABLES: Final[Mapping[str, TableSchema]] = MappingProxyType(
    {schema.name: schema for schema in (*_families(), *_RELATIONS)}
)
"""The schema of each table of ``tables()``, by name."""
