"""Mutation testing: change the code in one place, run the tests, and see whether they notice.

    python scripts/mutate.py --count 30 --seed 1 _model _collections _load

cosmic-ray makes the changes, in a copy of the project. For each subpackage it tries a random sample of the possible
changes, without those in annotations and in the generated ids, with the tests that run the changed line. A change that
no test notices is printed.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = "src/jcpoa_brief"
GENERATED: Final = ("ids.py", "__init__.py")

TESTS: Final[dict[str, str]] = {
    "_model": "tests/model tests/load tests/collections tests/questions/test_timeline.py tests/test_wrong_types.py",
    "_collections": "tests/collections tests/questions tests/test_wrong_types.py",
    "_load": "tests/load tests/collections/test_collections.py",
    "_align": "tests/align",
}
"""The tests of each subpackage, the quickest first."""

PYTEST: Final = (sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider")

FIRST: Final = 25
"""About so many of the tests that run a line are tried first."""

SECONDS: Final = 120.0
"""After this long a change counts as noticed: it made a program that does not end."""


def annotated(path: Path) -> set[int]:
    """The lines on which an annotation stands, of an argument, a result or a variable without a value of a model."""
    found: set[int] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.FunctionDef):
            every = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg)
            parts = [node.returns, *(one.annotation for one in every if one)]
        elif isinstance(node, ast.AnnAssign):
            parts = [node.annotation]
        for part in parts:
            if part is not None:
                found.update(range(part.lineno, (part.end_lineno or part.lineno) + 1))
    return found


def drawn(room: str, count: int, seed: int) -> list[Any]:
    """The changes of a subpackage that are tried."""
    init: Any = import_module("cosmic_ray.commands.init")
    paths = sorted(path for path in Path(PACKAGE, room).glob("*.py") if path.name not in GENERATED)
    apart = {str(path): annotated(path) for path in paths}
    every = [
        item
        for item in init._all_work_items(paths, {})  # noqa: SLF001  # the command that wraps it draws nothing
        if (one := item.mutations[0]).start_pos[0] not in apart[str(one.module_path)]
        or "BitOr" not in one.operator_name
    ]
    every.sort(
        key=lambda item: (str(item.mutations[0].module_path), item.mutations[0].start_pos, str(item.mutations[0]))
    )
    dice = random.Random(seed)  # noqa: S311  # no secret
    print(f"{room}: {min(count, len(every))} of {len(every)} changes", flush=True)
    return dice.sample(every, min(count, len(every)))


def covering(room: str) -> dict[str, dict[int, list[str]]]:
    """For each file of a subpackage and each line, the tests that run it; none for what runs on import."""
    coverage: Any = import_module("coverage")
    options = ["--cov=jcpoa_brief", "--cov-context=test", "--cov-report=", "--cov-fail-under=0"]
    command = [*PYTEST, *options, *TESTS[room].split()]
    run = subprocess.run(command, capture_output=True, check=False, text=True)
    if run.returncode:
        sys.exit(f"{run.stdout[-3000:]}\n{room}: the tests fail before anything is changed: {' '.join(command)}")
    data = coverage.CoverageData()
    data.read()
    found: dict[str, dict[int, list[str]]] = {}
    for path in data.measured_files():
        lines = data.contexts_by_lineno(path)
        found[path] = {line: sorted({one.partition("|")[0] for one in tests if one}) for line, tests in lines.items()}
    return found


def spread_out(tests: list[str]) -> tuple[list[str], list[str]]:
    """Some tests from all over, which notice most changes, and the others."""
    step = max(1, len(tests) // FIRST)
    return tests[::step], [test for number, test in enumerate(tests) if number % step]


def unnoticed(room: str, items: list[Any]) -> list[str]:
    """The changes that no test notices, each as its difference."""
    mutating: Any = import_module("cosmic_ray.mutating")
    tests_of = covering(room)
    chosen = Path("chosen.txt")
    survivors: list[str] = []
    for number, item in enumerate(items, 1):
        one = item.mutations[0]
        lines = tests_of.get(str(Path(one.module_path).resolve()), {})
        tests = sorted({test for line in range(one.start_pos[0], one.end_pos[0] + 1) for test in lines.get(line, ())})
        for some in filter(None, spread_out(tests) if tests else (TESTS[room].split(),)):
            chosen.write_text("\n".join(some), encoding="utf-8")
            result = mutating.mutate_and_test(item.mutations, " ".join([*PYTEST, f"@{chosen}"]), SECONDS)
            if result.is_killed:
                break
        else:
            survivors.append(result.diff)
        said = "noticed" if result.is_killed else "NOT NOTICED"
        where = f"{one.module_path.name}:{one.start_pos[0]}"
        print(f"{number:4} {where} {one.operator_name}: {said}; {len(tests) or 'all'} tests", flush=True)
    return survivors


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="+", choices=list(TESTS), help="subpackages")
    parser.add_argument("--count", type=int, default=30, help="how many changes of each subpackage (30)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=int, default=0, help="exit 1 where the tests notice less than these percent")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "project"
        leave = shutil.ignore_patterns(".*", "node_modules", "dist", "build", "__pycache__")
        shutil.copytree(ROOT, copy, ignore=leave)
        os.chdir(copy)
        os.environ |= {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        table: list[str] = []
        too_few = False
        for room in options.rooms:
            items = drawn(room, options.count, options.seed)
            survivors = unnoticed(room, items)
            table.append(f"| `{room}` | {len(items)} | {len(items) - len(survivors)} | {len(survivors)} |")
            print("\n".join(survivors), flush=True)
            too_few |= len(items) - len(survivors) < len(items) * options.least / 100
    print("| subpackage | changes | noticed | not noticed |\n|---|---|---|---|\n" + "\n".join(table))
    return int(too_few)


if __name__ == "__main__":
    sys.exit(main())
