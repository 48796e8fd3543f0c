"""CSV with its Data Package, XLSX and Parquet, read back by frictionless, pandas, DuckDB, openpyxl, pyarrow, polars."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from datetime import date, datetime
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from exports_shared import HOSTILE, need

from jcpoa_brief import events, export, tables
from jcpoa_brief._collections.checks import VERDICT_HEADINGS
from jcpoa_brief._exports import table_files
from jcpoa_brief._exports.record_summaries import GRADES_IN_WORDS
from jcpoa_brief._model.families import FAMILIES, Brief
from jcpoa_brief.types import TABLES

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The CSV and Parquet files and the workbook, written."""
    made = tmp_path_factory.mktemp("tables")
    for name in ("csv", "parquet", "xlsx"):
        export(name).write(made)  # type: ignore[arg-type]
    return made


@pytest.fixture(scope="session")
def hostile_rows() -> Any:
    """The tables with hostile texts in every column of free text."""
    strings = cycle(HOSTILE)
    made = tables()
    for name, rows in made.items():
        free = [
            column.name
            for column in TABLES[name].columns
            if column.type == "string" and not (column.words or column.references or column.name in TABLES[name].key)
        ]
        for row in rows:
            row.update({column: next(strings) for column in free if row[column] is not None})
    return made


def read_csv(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file, as text."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def typed(name: str, column: str, cell: str) -> Any:
    """A cell of a CSV file as its table's schema has it."""
    if cell == "":
        return None
    kind = next(one.type for one in TABLES[name].columns if one.name == column)
    return {"string": str, "integer": int, "number": float, "date": date.fromisoformat}[kind](cell)


def test_every_cell_comes_back_from_csv(folder: Path) -> None:
    """By the types of the Data Package each table is what ``tables`` gives: every record, every citation."""
    for name, rows in tables().items():
        read = read_csv((folder / f"{name}.csv").read_bytes())
        assert [{key: typed(name, key, cell) for key, cell in row.items()} for row in read] == rows, name


def test_hostile_cells_come_back(hostile_rows: Any, brief: Brief, tmp_path: Path) -> None:
    """CSV, Parquet and the workbook keep any text as it is; in the workbook none is a formula."""
    files = table_files.csv_files(hostile_rows, brief)
    arrow = table_files.parquet_files(hostile_rows, brief)
    parquet = need("pyarrow.parquet")
    (tmp_path / "x.xlsx").write_bytes(table_files.xlsx_files(hostile_rows, brief)[""])
    book = need("openpyxl").load_workbook(tmp_path / "x.xlsx")
    for name, rows in hostile_rows.items():
        read = read_csv(files[f"{name}.csv"])
        assert [{key: typed(name, key, cell) for key, cell in row.items()} for row in read] == rows
        assert parquet.read_table(io.BytesIO(arrow[f"{name}.parquet"])).to_pylist() == rows
        assert sheet_rows(book[name]) == rows
        assert {cell.data_type for line in book[name].iter_rows() for cell in line} <= {"s", "n", "d"}


def sheet_rows(sheet: Any) -> list[dict[str, Any]]:
    """The rows of a sheet, days as days."""
    head, *lines = sheet.iter_rows(values_only=True)
    return [
        {key: cell.date() if isinstance(cell, datetime) else cell for key, cell in zip(head, line, strict=True)}
        for line in lines
    ]


def test_no_cell_of_the_data_starts_a_formula() -> None:
    """A spreadsheet that opens the CSV files runs nothing."""
    for rows in tables().values():
        assert not [cell for row in rows for cell in row.values() if isinstance(cell, str) and cell.startswith(FORMULA)]


def test_openpyxl_reads_the_workbook(folder: Path) -> None:
    """Each table is a sheet with real dates and numbers; the first sheet says what they are."""
    book = need("openpyxl").load_workbook(folder / "jcpoa-brief.xlsx")
    assert book.sheetnames == ["about", *TABLES]
    for name, rows in tables().items():
        assert sheet_rows(book[name]) == rows, name
    about = {line[1] for line in book["about"].iter_rows(values_only=True)}
    assert about >= {column.name for schema in TABLES.values() for column in schema.columns}
    said = {str(line[3]) for line in book["about"].iter_rows(values_only=True)}
    assert [text for text in said if re.search(r"`|\bNone\b|\.\w+\(|\(\)", text)] == []
    assert said >= {f"{one}: {meaning}." for one, meaning in (*VERDICT_HEADINGS.items(), *GRADES_IN_WORDS.items())}
    assert "Definitions and descriptions speak as of June 2026." in said


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_the_package_valid(folder: Path) -> None:
    """Types, keys, foreign keys, sizes and digests hold; a changed file is found out."""
    report = need("frictionless").validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:3]
    assert len(report.tasks) == len(TABLES)
    keys = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    known = {one["name"]: one["schema"].get("foreignKeys", []) for one in keys["resources"]}
    assert {name: len(found) for name, found in known.items()} == {
        name: len(schema.foreign_keys) for name, schema in TABLES.items()
    }


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_what_is_wrong(tmp_path: Path) -> None:
    """A reference to nobody and a changed byte are errors, so that the test above can fail."""
    frictionless = need("frictionless")
    export("csv").write(tmp_path)
    path = tmp_path / "event_participants.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",iran,", ",nobody,", 1), encoding="utf-8")
    found = {error for (error,) in frictionless.validate(str(tmp_path / "datapackage.json")).flatten(["type"])}
    assert {"foreign-key", "hash-count"} & found


@pytest.mark.filterwarnings("ignore")
def test_the_package_of_a_part_is_valid_too(tmp_path: Path) -> None:
    """Of a selection the keys that lead outside it are not declared, and what they lead to is counted."""
    made = export("csv", events.involving("iaea"))
    made.write(tmp_path)
    report = need("frictionless").validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:3]
    assert made.left_out["events that are named in it but were not chosen"] > 0
    ids = {row["id"] for row in read_csv(made.files["events.csv"])}
    assert ids == set(events.involving("iaea").ids)
    named = {row["actor"] for row in read_csv(made.files["event_participants.csv"])}
    assert {row["id"] for row in read_csv(made.files["actors.csv"])} >= named
    assert {row["event"] for row in read_csv(made.files["event_participants.csv"])} <= ids


@pytest.mark.filterwarnings("ignore")
def test_pandas_and_duckdb_read_the_csv_files(folder: Path) -> None:
    """Row for row; and a question across tables by SQL is answered as Python answers it."""
    pandas, duckdb = need("pandas"), need("duckdb")
    for name, rows in tables().items():
        assert len(pandas.read_csv(folder / f"{name}.csv", keep_default_na=False)) == len(rows)
    asked = (
        "select count(distinct e.id) from '{0}/events.csv' e join '{0}/event_participants.csv' p on p.event = e.id "
        "where p.actor = 'iran'"
    )
    expected = sum(any(part.actor == "iran" for part in event.participants) for event in events)
    assert duckdb.sql(asked.format(folder)).fetchall() == [(expected,)]


def test_three_readers_of_parquet_agree(folder: Path) -> None:
    """pyarrow, polars and DuckDB find every record and citation, days as days."""
    parquet, polars, duckdb = need("pyarrow.parquet"), need("polars"), need("duckdb")
    for name, rows in tables().items():
        path = str(folder / f"{name}.parquet")
        assert parquet.read_table(path).to_pylist() == rows
        assert polars.read_parquet(path).to_dicts() == rows
        found = duckdb.sql(f"select * from '{path}'")
        assert [dict(zip(found.columns, line, strict=True)) for line in found.fetchall()] == rows
    assert parquet.read_schema(folder / "events.parquet").field("date_earliest").metadata[b"description"]


def test_the_tables_are_every_record(brief: Brief) -> None:
    """The tables that are written have each record of each family."""
    for name in FAMILIES:
        assert [row["id"] for row in table_files.chosen_tables(brief)[name]] == [one.id for one in getattr(brief, name)]


@pytest.mark.skipif(not shutil.which("java"), reason="Spark needs Java")
@pytest.mark.filterwarnings("ignore")
def test_spark_reads_the_parquet(folder: Path) -> None:
    """A fourth reader finds the same rows. It is too big to be pinned and runs where it is installed."""
    session = pytest.importorskip("pyspark.sql", reason="pyspark is not installed").SparkSession
    spark = session.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    for name, rows in tables().items():
        assert [row.asDict() for row in spark.read.parquet(str(folder / f"{name}.parquet")).collect()] == rows
    spark.stop()
