"""Write the JSON Schema of the data, made from the models, and the docstrings of the models, next to data and models.

    python scripts/make_schema.py            writes data/schema.json and _model/descriptions.json in src/jcpoa_brief
    python scripts/make_schema.py --check    says whether they are current, for CI

The schema describes one object with a property for each data file; a file is valid against
``schema.json#/properties/<its name>``.
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, get_args

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode
from pydantic_core import CoreSchema

import data_layout
from jcpoa_brief import __data_version__
from jcpoa_brief._model import ids as _ids
from jcpoa_brief._model.descriptions import CLASS
from jcpoa_brief._model.families import Brief

SOURCE: Final = data_layout.DATA.parent
TARGET: Final = data_layout.DATA / "schema.json"
DESCRIPTIONS: Final = SOURCE / "_model/descriptions.json"

IDS: Final = (*(alias for alias, _ in data_layout.ID_TYPES.values()), "ClaimSubjectId", "CheckSubjectId")


class Schema2020(GenerateJsonSchema):
    """JSON Schema 2020-12 with an identifier of its own, with each list of ids once, under its alias."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Never: a title made from a field's name says nothing that the name does not."""
        del schema
        return False

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
        """The schema with its dialect and identifier first."""
        made = super().generate(schema, mode)
        named = {get_args(getattr(_ids, alias)): alias for alias in IDS}
        made = shared(made, named)
        made["$defs"] |= {alias: defined(alias, values) for values, alias in named.items()}
        return {"$schema": self.schema_dialect, "$id": f"urn:jcpoa-brief:schema:{__data_version__}", **made}


def defined(alias: str, ids: tuple[str, ...]) -> dict[str, Any]:
    """What an alias stands for: a family's ids, or one of several families."""
    families = [name for name, _ in data_layout.ID_TYPES.values() if set(get_args(getattr(_ids, name))) <= set(ids)]
    if families == [alias]:
        return {"type": "string", "enum": list(ids)}
    return {"anyOf": [{"$ref": f"#/$defs/{name}"} for name in families]}


def shared(part: Any, named: dict[tuple[str, ...], str]) -> Any:
    """A part of the schema in which an enumeration that has a name is a reference to it."""
    if isinstance(part, list):
        return [shared(inner, named) for inner in part]
    if not isinstance(part, dict):
        return part
    alias = named.get(tuple(part["enum"])) if isinstance(part.get("enum"), list) else None
    if alias is None:
        return {key: shared(inner, named) for key, inner in part.items()}
    return {"$ref": f"#/$defs/{alias}", **{key: inner for key, inner in part.items() if key not in ("enum", "type")}}


def described() -> str:
    """For each model its docstring, without the example, under an empty name, and those under its fields."""
    found = {
        model.name: {CLASS: plain((ast.get_docstring(model) or "").partition(">>>")[0]), **of_fields(model)}
        for path in sorted((SOURCE / "_model").glob("*.py"))
        for model in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(model, ast.ClassDef) and (model.name == "Entry" or any(k.arg == "frozen" for k in model.keywords))
    }
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"


def of_fields(model: ast.ClassDef) -> dict[str, str]:
    """The docstring under each annotated name of a class."""
    return {
        ast.unparse(statement.target): plain(str(ast.literal_eval(below.value)))
        for statement, below in pairwise(model.body)
        if isinstance(statement, ast.AnnAssign) and isinstance(below, ast.Expr)
    }


def plain(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when a file is not current")
    check = parser.parse_args().check
    write(DESCRIPTIONS, described(), check=check)  # the schema is made with them
    schema = Brief.model_json_schema(schema_generator=Schema2020)
    write(TARGET, json.dumps(schema, indent=1, ensure_ascii=False) + "\n", check=check)
    return 0


def write(target: Path, text: str, *, check: bool) -> None:
    """Write a file, or say that it is not current."""
    if not check:
        target.write_text(text, encoding="utf-8")
    elif target.read_text(encoding="utf-8") != text:
        sys.exit(f"{target.name} is not current: run python scripts/make_schema.py")


if __name__ == "__main__":
    sys.exit(main())
