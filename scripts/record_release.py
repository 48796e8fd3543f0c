"""Write down what a release promises: public names with their signatures, ids, the JSON Schema, commands and options.

    python scripts/record_release.py                  writes tests/release/released/, from src/
    python scripts/record_release.py --source FOLDER  from another release's src/

Run it when a release is made; tests/release/test_drift.py holds the next one against it.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import griffe

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "tests/release/released"
COMMANDS: Final = re.compile(r"^ {4}([a-z][a-z-]*) ", re.MULTILINE)
OPTIONS: Final = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
EXIT_CODES: Final = re.compile(r"^  (\d)  ", re.MULTILINE)

Surface = dict[str, str | list[str]]


def answer_of(source: Path, *command: str) -> str:
    """What a program prints that imports the package from a folder."""
    environment = {**os.environ, "PYTHONPATH": str(source), "COLUMNS": "120"}
    return subprocess.run(
        [sys.executable, *command], env=environment, capture_output=True, text=True, check=True
    ).stdout


def surface(source: Path) -> Surface:
    """Each public name, ``Class.member`` too, with its parameters, the words of a closed list, or its kind."""
    program = (
        "import json, importlib.util as u, jcpoa_brief as j\n"
        "homes = [h for h in ('types', 'errors') if u.find_spec('jcpoa_brief.' + h)]\n"
        "listed = {h: getattr(__import__('jcpoa_brief.' + h, fromlist=['x']), '__all__', ()) for h in homes}\n"
        "top = {*j.__all__, *(n for n in dir(j) if n[0] != '_')} - {'TYPE_CHECKING', *homes}\n"
        "print(json.dumps([*top, *(h + '.' + n for h in homes for n in listed[h])]))"
    )
    package = griffe.load("jcpoa_brief", search_paths=[source], resolve_aliases=True)
    found: Surface = {}
    for name in sorted(json.loads(answer_of(source, "-c", program))):
        _record(name, package[name], found)
    return found


def _record(name: str, value: griffe.Object | griffe.Alias, found: Surface) -> None:
    shown = value.final_target if isinstance(value, griffe.Alias) else value
    if isinstance(shown, griffe.Class):
        found[name] = "class"
        for member, inner in sorted(shown.all_members.items()):
            if not member.startswith("_"):
                _record(f"{name}.{member}", inner, found)
    elif isinstance(shown, griffe.Function):
        found[name] = [_parameter(one) for one in shown.parameters if one.name not in ("self", "cls")]
    else:
        literal = str(getattr(shown, "value", None) or "")
        words = literal.startswith("Literal[") and not name.endswith("Id")  # ids are a list of their own
        found[name] = sorted(map(repr, _words(literal))) if words else "value"


def _parameter(one: griffe.Parameter) -> str:
    kind = one.kind.value if one.kind else ""
    return f"{one.name}: {kind}, {'required' if one.required else 'optional'}"


def _words(literal: str) -> list[Any]:
    part = ast.parse(literal, mode="eval").body
    inner = part.slice if isinstance(part, ast.Subscript) else part
    members = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    return [one.value for one in members if isinstance(one, ast.Constant)]


def ids(source: Path) -> dict[str, list[str]]:
    """Each family's ids, and those that were retired."""
    data = source / "jcpoa_brief/data"
    files = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in data.glob("*.json")}
    families = {
        name: [record["id"] for record in content]
        for name, content in sorted(files.items())
        if isinstance(content, list) and "id" in content[0]
    }
    return {**families, "retired": sorted(files["retired"])}


def schema(source: Path) -> dict[str, Any]:
    """The JSON Schema that is shipped, without the ids, which are a list of their own."""
    made: dict[str, Any] = json.loads((source / "jcpoa_brief/data/schema.json").read_text(encoding="utf-8"))
    made["$defs"] = {name: part for name, part in made["$defs"].items() if not name.endswith("Id")}
    return _undescribed(made)


def _undescribed(part: Any) -> Any:
    """A part of the schema without what only people read."""
    if isinstance(part, list):
        return [_undescribed(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    return {
        key: _undescribed(inner) for key, inner in part.items() if not (key == "description" and isinstance(inner, str))
    }


def helps(source: Path) -> dict[str, list[str]]:
    """Each command's options and exit codes, as its help names them; the command line itself is ''."""
    top = answer_of(source, "-m", "jcpoa_brief", "--help")
    found = {"": sorted({*COMMANDS.findall(top), *OPTIONS.findall(top)})}
    for command in sorted(set(COMMANDS.findall(top))):
        text = answer_of(source, "-m", "jcpoa_brief", command, "--help")
        found[command] = sorted({*OPTIONS.findall(text), *EXIT_CODES.findall(text)})
    return found


def versions(source: Path) -> dict[str, str]:
    """The version of the package and that of the data."""
    text = (source / "jcpoa_brief/__init__.py").read_text(encoding="utf-8")
    return dict(re.findall(r'^__((?:data_)?version)__ = "([^"]+)"', text, re.MULTILINE))


PARTS: Final = {"versions": versions, "names": surface, "ids": ids, "schema": schema, "help": helps}


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, default=ROOT / "src", help="a folder that holds the package")
    source = parser.parse_args().source.resolve()
    TARGET.mkdir(exist_ok=True)
    for name, made in PARTS.items():
        (TARGET / f"{name}.json").write_text(
            json.dumps(made(source), indent=1, sort_keys=True) + "\n", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
