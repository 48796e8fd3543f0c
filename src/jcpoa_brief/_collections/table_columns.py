"""The columns of every family's table: those that are read off the fields of a model, and those that are computed.

A field of a model is a column by itself. A computed column is named in ``_COMPUTED`` and filled by ``computed``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, NamedTuple, NoReturn, TypeAlias, get_args, get_origin

from .._html import table
from .._messages import paragraph_list
from .._model import ids
from .._model.check import Check
from .._model.dates import BriefDate, in_words, read_edtf
from .._model.descriptions import field_descriptions
from .._model.event import Event, in_role
from .._model.families import ID_TYPES
from .._model.figure import Figure
from .._model.record import Citation, Entry, Record, in_reading_order
from .._model.vocabulary import QuadClass, Role
from .._public_class import public
from ..errors import MissingExtraError, WrongTypeError
from .relations import Relations

Cell: TypeAlias = str | int | float | date | None
"""A value of a table: text, a number, a day, or None for no value."""

Row: TypeAlias = dict[str, Cell]
"""A row of a table: its cells by column."""

ColumnType: TypeAlias = Literal["string", "integer", "number", "date"]
"""The type of the cells of a column, as named in the Frictionless Table Schema; any cell may be None too."""

_TYPES: Final[Mapping[object, ColumnType]] = {int: "integer", float: "number", date: "date"}

ARROW_TYPES: Final[Mapping[ColumnType, str]] = {
    "string": "string", "integer": "int64", "number": "double", "date": "date32",
}  # fmt: skip
"""The name that Arrow has for each type of column."""

_TABLE_OF_ID: Final = (
    *((type_, family) for family, type_ in ID_TYPES.items()),
    (ids.ParagraphNumber, "paragraphs"),
    (ids.ClaimSubjectId, "records"),
    (ids.CheckSubjectId, "records"),
)
"""The table that each type of id is a key of; ``records`` has the ids of all families."""


@public
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


def row(entry: Entry) -> Row:
    """A record as a row: its fields and those of its parts, without fields that can have several values."""
    fields, parts = _single_fields(type(entry))
    if not parts:
        return {field: getattr(entry, field) for field in fields}
    cells: Row = {}
    for field in fields:
        value: Any = getattr(entry, field)
        if field not in parts:
            cells[field] = value
        elif isinstance(value, Citation):
            cells[field] = value.locator
        else:
            inner = row(value) if value else dict.fromkeys(_single_fields(parts[field])[0])
            cells.update((f"{field}_{name}", cell) for name, cell in inner.items())
    return cells


@cache
def _single_fields(model: type[Entry]) -> tuple[list[str], dict[str, type[Entry]]]:
    """The fields with a single value, including the label of a date, and the models of those that are parts."""
    hints = {field: info.annotation for field, info in model.model_fields.items()}
    fields = [field for field in in_reading_order(model) if get_origin(hints[field]) is not tuple]
    parts = {field: part for field in fields if (part := part_of(hints[field]))}
    return ["label", *fields] if issubclass(model, BriefDate) else fields, parts


def part_of(annotation: object) -> type[Entry] | None:
    """The model of a field's values, if they are parts with fields of their own."""
    kinds = (annotation, *get_args(annotation))
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Entry)), None)


@cache
def model_columns(model: type[Entry]) -> tuple[Column, ...]:
    """The columns of a model's table: its fields in their order, those of a part under the part's name and ``_``."""
    found: list[Column] = []
    texts = field_descriptions(model) | ({"label": "The date in words."} if issubclass(model, BriefDate) else {})
    fields, parts = _single_fields(model)
    for field in fields:
        annotation = model.model_fields[field].annotation if field in model.model_fields else str
        required = NoneType not in get_args(annotation)
        if (part := parts.get(field, Citation)) is Citation:
            found.append(column_of(annotation, field, texts[field])._replace(required=required))
        else:
            found += (
                inner._replace(name=f"{field}_{inner.name}", required=required and inner.required)
                for inner in model_columns(part)
            )
    return tuple(found)


def column_of(annotation: object, name: str, description: str) -> Column:
    """A column of values of a type: a text, a number, a day, an id, a word of a closed list or a citation."""
    kinds = [kind for kind in (annotation, *get_args(annotation)) if kind is not NoneType]
    table = next((table for kind in kinds for type_, table in _TABLE_OF_ID if kind is type_), None)
    words = closed_list(annotation)
    types: list[ColumnType] = [_TYPES[kind] for kind in (*kinds, *map(type, words)) if kind in _TYPES]
    own = name in ("id", "number")  # a key, not a reference to one
    return Column(
        name,
        types[-1] if types else "string",
        description,
        references=None if own else table,
        words=() if own or table else tuple(map(str, words)),
    )


def closed_list(annotation: object) -> tuple[Any, ...]:
    """The closed list that a field's values are from; empty if any text is allowed."""
    kinds = (annotation, *get_args(annotation))
    return next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())


def _date_columns(prefix: str, whose: str) -> tuple[Column, ...]:
    """The columns for ``date_cells``, for a date that is only given as EDTF text."""
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


_CONTRADICTED: Final = Column(
    "contradicted_by",
    "string",
    "The checks by which the record differs from it or from its figures, or sources dispute it, with semicolons.",
    required=False,
)

_PARAGRAPHS: Final = Column("paragraphs", "string", "The paragraphs that it cites, by number, with semicolons.")

_COMPUTED: Final[Mapping[type[Entry], tuple[Column, ...]]] = {
    Event: (
        Column("record_date", "string", "The date that independent sources give, in EDTF.", required=False),
        *_date_columns("record_date", "the sources' date"),
        column_of(ids.CheckId, "record_check", "The check that gives it.")._replace(required=False),
        Column("other_dates", "string", "Other readings of the article's date, with semicolons.", required=False),
        column_of(QuadClass, "quad_class", "Conflict or cooperation, in words or in deeds.")._replace(required=False),
        Column("agents", "string", "The ids of the actors that act in it, with semicolons.", required=False),
        Column("recipients", "string", "The ids of the actors that are acted on, with semicolons.", required=False),
        Column("others", "string", "The ids of the actors in another part, with semicolons.", required=False),
        _CONTRADICTED,
    ),
    Figure: (_CONTRADICTED,),
    Check: _date_columns("date", "the sources' date"),
}
"""For each model, the columns that only its table has computed; records of all families have ``_PARAGRAPHS``."""


def computed(entry: Entry, relations: Relations) -> Row:
    """The cells of the computed columns of a record."""
    cells: Row = date_cells("date", entry.date) if isinstance(entry, Check) else {}
    if isinstance(entry, Event):
        check = next(iter(relations.date_checks.get(entry.id, ())), None)
        edtf = check.date if check else None
        cells = {"record_date": edtf, **date_cells("record_date", edtf), "record_check": check.id if check else None}
        cells |= {"other_dates": joined(date.edtf for date in entry.other_dates), "quad_class": entry.quad_class}
        cells |= {f"{role}s": joined(in_role(entry, role)) for role in get_args(Role)}
    if isinstance(entry, Event | Figure):
        cells["contradicted_by"] = joined(relations.contradicted_by(entry.id))
    if isinstance(entry, Record):
        cells["paragraphs"] = joined(entry.paragraphs)
    return cells


def family_columns(model: type[Entry]) -> tuple[Column, ...]:
    """The columns of the table of a family of such records."""
    cited = (_PARAGRAPHS,) if issubclass(model, Record) else ()
    return (*model_columns(model), *_COMPUTED.get(model, ()), *cited)


def joined(values: Iterable[object]) -> str | None:
    """Several values as one cell, separated by semicolons; None if there are none."""
    return "; ".join(map(str, values)) or None


def cited_paragraphs(record: object) -> str | None:
    """The paragraphs that a record cites, as ``¶1, ¶4``; None for a record that cites nothing."""
    return paragraph_list(getattr(record, "paragraphs", ())) or None


class Tabular:
    """Anything with rows: a notebook shows them as a table, and pandas, polars and DuckDB read them through the Arrow
    interface.
    """

    __slots__ = ()

    _shown: ClassVar[tuple[str, ...]]  # the columns of a notebook's table

    if TYPE_CHECKING:

        def rows(self) -> list[Row]:
            """One dict a row."""
            ...

    @classmethod
    def columns(cls) -> tuple[Column, ...]:
        """The columns of ``rows()``; empty if their types follow from the rows."""
        return ()

    def _repr_html_(self) -> str:
        return table(repr(self)[1:-1], self._shown, self._shown_rows())

    def _shown_rows(self) -> Iterable[Mapping[str, object]]:
        """What a notebook's table shows of each row."""
        return self.rows()

    def to_pandas(self) -> Any:  # noqa: ANN401  # pandas is no dependency
        """The rows as a pandas data frame, days as ``datetime64``. Raises ModuleNotFoundError without pandas."""
        pandas, numpy = import_module("pandas"), import_module("numpy")
        rows = [
            {name: numpy.datetime64(cell) if isinstance(cell, date) else cell for name, cell in one.items()}
            for one in self.rows()
        ]
        return pandas.DataFrame(rows, columns=[column.name for column in self.columns()] or None)

    def __array__(self, *args: object, **options: object) -> NoReturn:
        """Raises WrongTypeError: ``pandas.DataFrame(events)`` asks for it, and would make cells of records' fields."""
        wanted = "rows: .to_pandas() gives a data frame, .rows() dicts, tuple(…) the records"
        raise WrongTypeError("data", type(self), wanted)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows as an Arrow stream (Arrow PyCapsule interface). Raises MissingExtraError without pyarrow."""
        try:
            arrow: Any = import_module("pyarrow")
        except ImportError as error:
            raise MissingExtraError("arrow", "pyarrow", "parquet") from error
        fields = [(column.name, ARROW_TYPES[column.type]) for column in self.columns()]
        made = arrow.Table.from_pylist(self.rows(), schema=arrow.schema(fields) if fields else None)
        return made.__arrow_c_stream__(requested_schema)
