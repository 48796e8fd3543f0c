"""Mutation testing: change the code in one place, run the tests, and see whether they notice.

    python scripts/mutate.py --count 30 --seed 1 _model _collections _load

cosmic-ray makes the changes, in a copy of the project. For each subpackage it tries a random sample of the possible
changes, without the generated ids, without those that are no Python and those that can have no effect (``idle_parts``).
First it runs the tests that run the changed line, then all others of the subpackage: a result that is kept hides the
line from all tests but the first. A change that no test notices is printed.
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
import warnings
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
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

PYTEST: Final = (
    sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--ignore=tests/collections/test_growth.py",
)  # fmt: skip
"""The tests of the time that a question takes are not asked: on a busy machine they notice what is not there."""

FIRST: Final = 25
"""About so many of the tests that run a line are tried first."""

SECONDS: Final = 120.0
"""After this long with the first few tests a change counts as noticed: it made a program that does not end."""

MOST_SECONDS: Final = 1800.0
"""So long all tests may take: a busy machine is slow, and notices nothing."""


def idle_parts(tree: ast.AST) -> Iterator[ast.expr]:
    """The parts of a program that change nothing of what it does: annotations, what only a type checker reads, checks
    that never fail, and what keeps a result so that it need not be computed again.
    """
    for node in ast.walk(tree):
        match node:
            case ast.arg(annotation=ast.expr() as part) | ast.AnnAssign(annotation=part):
                yield part
            case ast.FunctionDef(returns=returns, decorator_list=decorators):
                yield from (part for part in decorators if ast.unparse(part).startswith(("cache", "lru_cache")))
                yield from () if returns is None else (returns,)
            case ast.Call(func=ast.Name(id="TypeVar")) | ast.Name(id="TYPE_CHECKING"):
                yield node
            case ast.Call(func=ast.Name(id="zip"), keywords=[ast.keyword(arg="strict", value=part)]):
                yield part


def is_idle(one: Any, parts: list[ast.expr]) -> bool:
    """Whether a change lies in one of some parts; a decorator begins at its ``@``."""
    line, column = one.start_pos
    column += one.operator_name.endswith("RemoveDecorator")
    return any((part.lineno, part.col_offset) <= (line, column) < end_of(part) for part in parts)


def end_of(part: ast.expr) -> tuple[int, int]:
    """Where a part ends."""
    return part.end_lineno or part.lineno, part.end_col_offset or part.col_offset


def is_program(one: Any) -> bool:
    """Whether Python takes the changed file without an error or a warning, so that tests are needed to notice it."""
    plugins: Any = import_module("cosmic_ray.plugins")
    mutating: Any = import_module("cosmic_ray.mutating")
    operator = plugins.get_operator(one.operator_name)()
    changed = mutating.mutate_code(one.module_path.read_text(encoding="utf-8"), operator, one.occurrence)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            compile(changed, str(one.module_path), "exec")
        except SyntaxError:  # Python makes one of a SyntaxWarning too
            return False
    return True


def drawn(room: str, count: int, seed: int) -> list[Any]:
    """The changes of a subpackage that are tried."""
    init: Any = import_module("cosmic_ray.commands.init")
    paths = sorted(path for path in Path(PACKAGE, room).glob("*.py") if path.name not in GENERATED)
    idle = {path: list(idle_parts(ast.parse(path.read_text(encoding="utf-8")))) for path in paths}
    every = [
        item
        for item in init._all_work_items(paths, {})  # noqa: SLF001  # the command that wraps it draws nothing
        if not is_idle(one := item.mutations[0], idle[one.module_path])
    ]
    every.sort(
        key=lambda item: (str(item.mutations[0].module_path), item.mutations[0].start_pos, str(item.mutations[0]))
    )
    random.Random(seed).shuffle(every)  # noqa: S311  # no secret
    chosen = list(islice((item for item in every if is_program(item.mutations[0])), count))
    print(f"{room}: {len(chosen)} of {len(every)} changes", flush=True)
    return chosen


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
        result: Any = None
        for some in filter(None, (*spread_out(tests), TESTS[room].split())):
            chosen.write_text("\n".join(some), encoding="utf-8")
            limit = SECONDS if len(some) <= 2 * FIRST and tests else MOST_SECONDS
            result = mutating.mutate_and_test(item.mutations, " ".join([*PYTEST, f"@{chosen}"]), limit)
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
