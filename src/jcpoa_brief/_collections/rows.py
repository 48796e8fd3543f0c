"""Records as flat rows and as HTML tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, TypeAlias, cast, get_args, get_origin

from .._model.record import Citation, Entry, in_reading_order

Cell: TypeAlias = str | int | float | None
"""What a data frame's cell takes without guessing."""

_SHOWN: Final = 60  # a notebook's table longer than this hides the rest of the notebook


def row(entry: Entry) -> dict[str, Cell]:
    """A record as a flat dict, its fields in their order."""
    return dict(_cells(entry, ""))


def _cells(entry: Entry, prefix: str) -> Iterator[tuple[str, Cell]]:
    for field, nested in _fields(type(entry)).items():
        value: object = getattr(entry, field)
        if nested is None:
            yield prefix + field, _cell(value)
        elif isinstance(value, Entry):
            yield from _cells(value, f"{prefix}{field}_")
        else:  # nothing there, and still the same columns as in every other row
            yield from ((f"{prefix}{field}_{column}", None) for column in _fields(nested))


@cache
def _fields(model: type[Entry]) -> dict[str, type[Entry] | None]:
    """The fields of a model, each with the model that it holds, if it holds one that is spread over several columns."""
    found = model.model_fields
    return {name: _nested(found[name].annotation) for name in in_reading_order(found) if name is not None}


def _nested(annotation: object) -> type[Entry] | None:
    for part in (annotation, *get_args(annotation)):
        if (
            isinstance(part, type)
            and issubclass(part, Entry)
            and not issubclass(part, Citation)
            and get_origin(annotation) is not tuple
        ):
            return part
    return None


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Citation):
        return value.locator
    if isinstance(value, Entry):
        return " ".join(
            str(part)
            for part in map(_cell, (getattr(value, field) for field in type(value).model_fields))
            if part not in (None, "")
        )
    if isinstance(value, tuple):
        return "; ".join(str(_cell(part)) for part in cast("tuple[object, ...]", value))
    return str(value)


def html_table(caption: str, columns: tuple[str, ...], rows: Iterable[Mapping[str, Cell]]) -> str:
    """An HTML table of some columns; everything in it is escaped."""
    from html import escape  # noqa: PLC0415  # only a notebook needs it

    lines = [["" if (cell := line.get(column)) is None else escape(str(cell)) for column in columns] for line in rows]
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines[:_SHOWN])
    rest = f"<p>… and {len(lines) - _SHOWN} more</p>" if len(lines) > _SHOWN else ""
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"
    )
