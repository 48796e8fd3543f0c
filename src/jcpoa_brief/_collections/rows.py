"""Records as rows of tidy tables, and the columns of those tables, read off the models."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, TypeGuard, cast, get_args, get_origin

from .._exported import exported_from
from .._model import ids
from .._model.brief import ID_TYPES
from .._model.dates import BriefDate, in_words, read_edtf
from .._model.descriptions import field_descriptions
from .._model.record import Citation, Entry, in_reading_order
from ..errors import MissingExtraError

Cell: TypeAlias = str | int | float | date | None
"""A value of a table: text, a number, a day, or None, the one sign that there is nothing."""

Row: TypeAlias = dict[str, Cell]
"""A row of a table: its cells by column."""

ColumnType: TypeAlias = Literal["string", "integer", "number", "date"]
"""What the cells of a column are besides None, by its name in the Frictionless Table Schema."""

_TYPES: Final[Mapping[object, ColumnType]] = {int: "integer", float: "number", date: "date"}

_TABLE_OF_ID: Final = (
    *((type_, family) for family, type_ in ID_TYPES.items()),
    (ids.ParagraphNumber, "paragraphs"),
    (ids.ClaimSubjectId, "records"),
    (ids.CheckSubjectId, "records"),
)
"""The table that each type of id is a key of; ``records`` has the ids of all families."""


@exported_from("jcpoa_brief.types")
class Column(NamedTuple):
    """A column of a table.

    >>> from jcpoa_brief.types import TABLES
    >>> TABLES["event_participants"].columns[2][:2]
    ('actor', 'string')
    """

    name: str
    type: ColumnType
    description: str
    required: bool = True
    """Whether every row has a value."""
    references: str | None = None
    """The table whose key its values are, if they are one."""
    words: tuple[str, ...] = ()
    """The closed list that its values are from, if there is one."""
    path: tuple[str, ...] = ()
    """The fields that lead to the value from the record, for a column that is read off a model."""


def row(entry: Entry) -> Row:
    """A record as a row: its own fields and those of its parts, but nothing of which it may have several."""
    cells: dict[str, object] = {}
    for name, field, inner in _paths(type(entry)):
        value = getattr(entry, field)
        for step in inner:
            value = getattr(value, step, None)
        cells[name] = value.locator if type(value) is Citation else value
    return cast("Row", cells)


@cache
def _paths(model: type[Entry]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple((column.name, column.path[0], column.path[1:]) for column in model_columns(model))


@cache
def model_columns(model: type[Entry]) -> tuple[Column, ...]:
    """The columns of a model's table: its fields in their order, those of a part under the part's name and ``_``."""
    found: list[Column] = []
    for field in in_reading_order(model):
        annotation = model.model_fields[field].annotation
        required = NoneType not in get_args(annotation)
        part = next((kind for kind in (annotation, *get_args(annotation)) if is_spread(kind)), None)
        if get_origin(annotation) is tuple:
            continue
        if part is None:
            column = column_of(annotation, field, field_descriptions(model)[field])
            found.append(column._replace(required=required, path=(field,)))
        else:
            found += [
                inner._replace(
                    name=f"{field}_{inner.name}", required=required and inner.required, path=(field, *inner.path)
                )
                for inner in model_columns(part)
            ]
    if issubclass(model, BriefDate):
        found.insert(0, Column("label", "string", "The date in words.", path=("label",)))
    return tuple(found)


def is_spread(kind: object) -> TypeGuard[type[Entry]]:
    """Whether a field of this type is spread over several columns."""
    return isinstance(kind, type) and issubclass(kind, Entry) and kind is not Citation


def column_of(annotation: object, name: str, description: str) -> Column:
    """A column of values of a type: a text, a number, a day, an id, a word of a closed list or a citation."""
    kinds = [kind for kind in (annotation, *get_args(annotation)) if kind is not NoneType]
    table = next((table for kind in kinds for type_, table in _TABLE_OF_ID if kind is type_), None)
    words: tuple[object, ...] = next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())
    types: list[ColumnType] = [_TYPES[kind] for kind in (*kinds, *map(type, words[:1])) if kind in _TYPES]
    own = name in ("id", "number")  # a key, not a reference to one
    return Column(
        name,
        types[-1] if types else "string",
        description,
        references=None if own else table,
        words=() if own or table else tuple(map(str, words)),
    )


def date_columns(prefix: str, whose: str) -> tuple[Column, ...]:
    """The columns that ``date_cells`` fills, for a date that is given as EDTF text alone."""
    return (
        Column(f"{prefix}_label", "string", f"{whose}, in words.", required=False),
        Column(f"{prefix}_earliest", "date", f"The first day of {whose}.", required=False),
        Column(f"{prefix}_latest", "date", f"The last day of {whose}.", required=False),
    )


def date_cells(prefix: str, edtf: str | None) -> Row:
    """A date in words, and the first and last day that it allows; all None for None."""
    days = read_edtf(edtf) if edtf else None
    return {
        f"{prefix}_label": in_words(edtf) if edtf else None,
        f"{prefix}_earliest": days.earliest if days else None,
        f"{prefix}_latest": days.latest if days else None,
    }


def cited_paragraphs(record: object) -> str | None:
    """The paragraphs that a record cites, as ``¶1, ¶4``; None for what cites nothing."""
    return ", ".join(f"¶{number}" for number in getattr(record, "paragraphs", ())) or None


class Tabular:
    """What gives rows gives them through the Arrow interface too, which pandas, polars and DuckDB read."""

    __slots__ = ()

    if TYPE_CHECKING:

        def rows(self) -> list[Row]:
            """One dict a row."""
            ...

    @classmethod
    def columns(cls) -> tuple[Column, ...]:
        """The columns of ``rows()``; none where their types are read off the rows."""
        return ()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows as an Arrow stream (Arrow PyCapsule interface). Raises MissingExtraError without pyarrow."""
        try:
            arrow: Any = import_module("pyarrow")
        except ImportError as error:
            raise MissingExtraError("arrow", "pyarrow", "parquet") from error
        types = {"string": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "date": arrow.date32()}
        fields = [(column.name, types[column.type]) for column in self.columns()]
        table = arrow.Table.from_pylist(self.rows(), schema=arrow.schema(fields) if fields else None)
        return table.__arrow_c_stream__(requested_schema)
