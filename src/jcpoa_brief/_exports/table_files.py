"""The tables of ``tables()`` as files: CSV with a Data Package, an XLSX workbook, and Parquet.

Source: Data Package 2.0 (June 2024), with Table Schema; RFC 4180, in UTF-8 and with line feeds.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from hashlib import sha256
from io import BytesIO, StringIO
from typing import Any, Final

from .._collections.checks import VERDICT_HEADINGS
from .._collections.table_columns import ARROW_TYPES, Column, Row
from .._model.families import FAMILIES, Brief
from .._questions.all_records import BY_ID, family_of
from .._questions.table_schemas import TABLES, TableSchema
from .._questions.tables import tables
from .exported_records import Written, as_json
from .formats import library
from .record_summaries import GRADES_IN_WORDS, as_of

Tables = Mapping[str, Sequence[Row]]

_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_LICENCE: Final = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
_WORDS: Final[Mapping[str, Mapping[Any, str]]] = {"verdict": VERDICT_HEADINGS, "grade": GRADES_IN_WORDS}
"""Columns whose words the workbook explains."""

_WIDEST: Final = 60  # characters of a column in the workbook


def chosen_tables(brief: Brief) -> dict[str, list[Row]]:
    """The rows of every table that belong to the chosen records or to the article itself."""
    ids = {record.id for family in FAMILIES for record in getattr(brief, family)}
    made: dict[str, list[Row]] = {}
    for name, rows in tables().items():
        owner = "replacement" if name == "retired_ids" else TABLES[name].key[0]
        of_records = TABLES[name].foreign_keys.get(owner, name) in (*FAMILIES, "records")
        made[name] = [row for row in rows if not of_records or row[owner] in ids]
    return made


def _broken(made: Tables, schema: TableSchema) -> dict[str, set[str]]:
    """The columns with keys of rows that were not chosen, each with those keys."""
    found: dict[str, set[str]] = {}
    for column, table in schema.foreign_keys.items():
        known = {row[TABLES[table].key[0]] for row in made[table]}
        found[column] = {str(row[column]) for row in made[schema.name] if row[column] is not None} - {*map(str, known)}
    return {column: keys for column, keys in found.items() if keys}


def _left_out(made: Tables) -> dict[str, int]:
    """How many records are named in the tables that are not in them, by family."""
    lost = {key for schema in TABLES.values() for keys in _broken(made, schema).values() for key in keys}
    counts = Counter(family_of(BY_ID[key]) for key in sorted(lost) if key in BY_ID)
    return {
        f"{family} that are named in it but were not chosen": counts[family] for family in FAMILIES if family in counts
    }


def _written(files_of: Callable[[Tables, Brief], Mapping[str, bytes]], brief: Brief) -> Written:
    made = chosen_tables(brief)
    return Written(files_of(made, brief), _left_out(made))


def csv_files(made: Tables, brief: Brief) -> dict[str, bytes]:
    """A file for each table, and ``datapackage.json`` with their types, keys, digests and licence."""
    files = {f"{name}.csv": _csv(rows, TABLES[name]) for name, rows in made.items()}
    article = brief.article
    package = {
        "$schema": _PROFILE,
        "name": "jcpoa-brief",
        "title": f"The annotation of: {article.title}",
        "description": f"{article.annotation_note} Definitions and descriptions speak {as_of(brief)}.",
        "version": article.data_version,
        "created": f"{article.data_date}T00:00:00Z",
        "licenses": [_LICENCE],
        "sources": [{"title": article.title, "path": article.address}],
        "resources": [_resource(schema, made, files[f"{schema.name}.csv"]) for schema in TABLES.values()],
    }
    return {**files, "datapackage.json": as_json(package).encode()}


def _csv(rows: Sequence[Row], schema: TableSchema) -> bytes:
    stream = StringIO()
    lines = csv.writer(stream, lineterminator="\n")
    lines.writerow(column.name for column in schema.columns)
    lines.writerows([row[column.name] for column in schema.columns] for row in rows)
    return stream.getvalue().encode()


def _resource(schema: TableSchema, made: Tables, content: bytes) -> dict[str, Any]:
    broken = _broken(made, schema)
    keys = [
        {"fields": [column], "reference": {"resource": table, "fields": [TABLES[table].key[0]]}}
        for column, table in schema.foreign_keys.items()
        if column not in broken
    ]
    return {
        "name": schema.name,
        "type": "table",
        "path": f"{schema.name}.csv",
        "description": schema.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in schema.columns],
            "primaryKey": list(schema.key),
            **({"foreignKeys": keys} if keys else {}),
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.words:
        limits["enum"] = [int(word) for word in column.words] if column.type == "integer" else list(column.words)
    said = {"name": column.name, "type": column.type, "description": column.description}
    return {**said, "constraints": limits} if limits else said


def xlsx_files(made: Tables, brief: Brief) -> dict[str, bytes]:
    """A workbook: a first sheet that explains the others, then a sheet for each table. A text is written as text,
    whatever it begins with.
    """
    stream = BytesIO()
    as_text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = library("xlsxwriter", "xlsx").Workbook(stream, {"in_memory": True, **as_text})
    created = datetime.combine(brief.article.data_date, time())
    book.set_properties({"title": brief.article.title, "created": created, "comments": brief.article.annotation_note})
    styles = (book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"}))
    _sheet(book, "about", ("table", "column", "type", "description"), list(_about(brief)), styles)
    for name, rows in made.items():
        columns = [column.name for column in TABLES[name].columns]
        _sheet(book, name, columns, [[row[column] for column in columns] for row in rows], styles)
    book.close()
    return {"": stream.getvalue()}


def _about(brief: Brief) -> Iterator[tuple[str, ...]]:
    """What the workbook is, and every table and column."""
    article = brief.article
    yield ("", "", "", f"{article.title}. {article.publisher}, {article.address}")
    yield ("", "", "", f"{article.annotation_note} Data {article.data_version}, CC BY 4.0.")
    yield ("", "", "", f"Definitions and descriptions speak {as_of(brief)}.")
    yield ("", "", "", "An empty cell means none, or not known. Every table has a sheet of its name.")
    for schema in TABLES.values():
        yield (schema.name, "", "", schema.description)
        for column in schema.columns:
            key = f" Key of {column.references}." if column.references else ""
            yield (schema.name, column.name, column.type, column.description + key)
            for word, meaning in _WORDS.get(column.name, {}).items():
                yield (schema.name, column.name, "", f"{word}: {meaning}.")


def _sheet(book: Any, name: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], styles: Any) -> None:  # noqa: ANN401  # the library's
    sheet = book.add_worksheet(name)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, styles[0])
        widest = max((len(str(row[place])) for row in rows if row[place] is not None), default=0)
        sheet.set_column(place, place, min(max(widest, len(column)) + 2, _WIDEST))
    for line, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(line, place, cell)
            elif isinstance(cell, date):
                sheet.write_datetime(line, place, cell, styles[1])
            elif cell is not None:
                sheet.write_number(line, place, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def parquet_files(made: Tables, brief: Brief) -> dict[str, bytes]:
    """A file a table, its columns typed and described."""
    arrow, parquet = library("pyarrow", "parquet"), library("pyarrow.parquet", "parquet")
    files: dict[str, bytes] = {}
    for name, rows in made.items():
        schema = arrow.schema(
            [
                arrow.field(
                    column.name,
                    ARROW_TYPES[column.type],
                    nullable=not column.required,
                    metadata={"description": column.description},
                )
                for column in TABLES[name].columns
            ],
            metadata={"description": TABLES[name].description, "version": brief.article.data_version},
        )
        stream = BytesIO()
        parquet.write_table(arrow.Table.from_pylist(list(rows), schema=schema), stream)
        files[f"{name}.parquet"] = stream.getvalue()
    return files


write_csv = partial(_written, csv_files)
write_xlsx = partial(_written, xlsx_files)
write_parquet = partial(_written, parquet_files)
