"""What type checkers see: a good program passes, planted mistakes are flagged, every public symbol has a type."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).resolve().parent / "typing_cases"


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A checker's run over the cases, as a downstream project would call it: outside this project's configuration."""
    # pyright looks for installed packages by the interpreter that PATH finds
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)


def mypy_lines(folder: Path) -> dict[str, set[int]]:
    """The lines that mypy strict flags, by file."""
    done = run(
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file=",
        "--no-error-summary",
        "good.py",
        "bad.py",
        folder=folder,
    )
    found: dict[str, set[int]] = {"good.py": set(), "bad.py": set()}
    for name, line in re.findall(r"^(\w+\.py):(\d+): error", done.stdout, re.MULTILINE):
        found[name].add(int(line))
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return found


def pyright_lines(folder: Path) -> dict[str, set[int]]:
    """The lines that pyright strict flags, by file."""
    (folder / "pyrightconfig.json").write_text(
        '{"typeCheckingMode": "strict", "reportUnusedExpression": false}', encoding="utf-8"
    )
    done = run(
        sys.executable,
        "-m",
        "pyright",
        "--pythonpath",
        sys.executable,
        "--outputjson",
        "good.py",
        "bad.py",
        folder=folder,
    )
    found: dict[str, set[int]] = {"good.py": set(), "bad.py": set()}
    for diagnostic in json.loads(done.stdout)["generalDiagnostics"]:
        if diagnostic["severity"] == "error":
            found[Path(diagnostic["file"]).name].add(diagnostic["range"]["start"]["line"] + 1)
    return found


@pytest.mark.parametrize("checker", [mypy_lines, pyright_lines])
def test_good_passes_and_each_mistake_is_flagged(checker: object, tmp_path: Path) -> None:
    """Both checkers pass the good program and flag just the planted lines of the bad one."""
    for name in ("good.py", "bad.py"):
        shutil.copy(CASES / name, tmp_path)
    lines = (CASES / "bad.py").read_text(encoding="utf-8").splitlines()
    planted = {number for number, line in enumerate(lines, 1) if line.endswith("# wrong")}
    assert callable(checker)
    assert checker(tmp_path) == {"good.py": set(), "bad.py": planted}


def test_every_public_symbol_has_a_type() -> None:
    """Pyright finds a known type for every symbol that the package makes public."""
    done = run(
        sys.executable,
        "-m",
        "pyright",
        "--pythonpath",
        sys.executable,
        "--verifytypes",
        "jcpoa_brief",
        "--ignoreexternal",
        folder=CASES,
    )
    assert "Type completeness score: 100%" in done.stdout, done.stdout
