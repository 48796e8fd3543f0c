"""Write docs/checkers.md: what each of five type checkers finds of the mistakes planted in tests/typing_cases/bad.py.

    python scripts/make_checkers.py            writes the page
    python scripts/make_checkers.py --check    says whether it is current, for CI
    python scripts/make_checkers.py --python .nox/downstream/bin/python    checks against that interpreter's packages

The example program examples/fact_sheet/ must pass all five, strictly; otherwise the faults are printed and the exit
code is 1. The checkers are those of this environment.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs/checkers.md"
MISTAKES: Final = ROOT / "tests/typing_cases/bad.py"
EXAMPLE: Final = ROOT / "examples/fact_sheet"
BIN: Final = Path(sys.executable).parent

CHECKERS: Final[dict[str, Callable[[str], list[str]]]] = {
    "mypy": lambda python: ["--python-executable", python, "--no-error-summary", "--no-pretty"],
    "pyright": lambda python: ["--pythonpath", python],
    "basedpyright": lambda python: ["--pythonpath", python],
    "pyrefly": lambda python: ["check", "--python-interpreter-path", python, "--output-format", "min-text"],
    "ty": lambda python: ["check", "--python", python, "--output-format", "concise", "--color", "never"],
}
"""How each is called; what is checked follows."""

FAULT: Final = re.compile(r"\w+\.py:(\d+)(?::\d+)?(?: -|:) error|ERROR \S*?\w+\.py:(\d+)")


def flagged(folder: Path, checker: str, file: str, python: str) -> tuple[set[int], str]:
    """The lines of a file that a checker reports as errors, and all that it prints."""
    command = [str(BIN / checker), *CHECKERS[checker](python), file]
    environment = {**os.environ, "PATH": f"{Path(python).parent}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}"}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    if done.returncode not in (0, 1):
        sys.exit(f"{checker} failed: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return {int(one or other) for one, other in FAULT.findall(done.stdout)}, done.stdout


def page(found: dict[str, set[int]]) -> str:
    """The page's text."""
    planted: dict[int, str] = {}
    for number, line in enumerate(MISTAKES.read_text(encoding="utf-8").splitlines(), 1):
        if line.endswith("# wrong"):
            planted[number] = line.removesuffix("# wrong").strip().replace("|", r"\|")
    totals = [f"{len(found[name] & planted.keys())} of {len(planted)}" for name in CHECKERS]
    marks = {number: ["x" if number in found[name] else "-" for name in CHECKERS] for number in planted}
    elsewhere = sum(len(lines - planted.keys()) for lines in found.values())
    lines = [
        "# Type checkers",
        "",
        "What five type checkers find, each as strict as it goes, of the mistakes planted in",
        "`tests/typing_cases/bad.py`. All of them pass the program in `examples/fact_sheet/`, checked on the installed",
        "wheel. Written by `scripts/make_checkers.py`; `.venv/bin/nox -s downstream` does it again.",
        "",
        f"| mistake | {' | '.join(CHECKERS)} |",
        "|---|" + "---|" * len(CHECKERS),
        f"| **all {len(planted)}** | {' | '.join(totals)} |",
        *(f"| `{code}` | {' | '.join(marks[number])} |" for number, code in planted.items()),
        "",
        f"Lines reported where no mistake is planted: {elsewhere}.",
        "",
    ]
    return "\n".join(lines)


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when the page is not current")
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has the package")
    options = parser.parse_args()
    python = str(Path(options.python).absolute())
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in (*EXAMPLE.iterdir(), MISTAKES):
            if path.is_file():
                shutil.copy(path, folder)
        found = {checker: flagged(folder, checker, MISTAKES.name, python)[0] for checker in CHECKERS}
        for checker in CHECKERS:
            lines, said = flagged(folder, checker, "fact_sheet.py", python)
            faults += [f"{checker}: {said}"] if lines or "error" in said.lower().replace("0 errors", "") else []
    print("\n".join([*faults, *(f"{name}: {len(lines)} lines" for name, lines in found.items())]))
    made = page(found)
    if not options.check:
        PAGE.write_text(made, encoding="utf-8")
    elif PAGE.read_text(encoding="utf-8") != made:
        sys.exit("docs/checkers.md is not current: run .venv/bin/nox -s downstream")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
