"""The documentation: every example runs and shows what it gives, and every public name has a place."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import os
import re
import warnings
from functools import cache
from pathlib import Path

import pytest
from sybil import Document
from sybil.example import SybilFailure
from sybil.parsers.myst import PythonCodeBlockParser

import jcpoa_brief
from jcpoa_brief import errors, types

ROOT = Path(__file__).resolve().parent.parent

NAMES = jcpoa_brief._names
SOURCE = Path(jcpoa_brief.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    for path in SOURCE.rglob("*.py")
    if "hook-" not in path.name
)
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MOST_LINES = 3  # of code for an answer


def run(page: Path) -> int:
    """Run a page's examples in order, in one namespace; give their number."""
    examples = list(Document.parse(str(page), PythonCodeBlockParser()))
    for example in examples:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            example.evaluate()
    return len(examples)


def code_of(section: str) -> list[str]:
    """The lines of a section that a reader would type."""
    lines = [line for _, code in FENCE.findall(section) for line in code.splitlines()]
    return [line for line in lines if line.startswith((">>>", "..."))]


def questions() -> dict[str, list[str]]:
    """The how-to page's questions, each with the lines of code that answer it."""
    page = (ROOT / "docs/how-to.md").read_text(encoding="utf-8")
    _, *sections = re.split(r"^## (?!The imports)", page, flags=re.MULTILINE)
    return {section.partition("\n")[0]: code_of(section) for section in sections}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_example_gives_what_it_shows(page: Path) -> None:
    """What a page shows is what the reader gets; no example stands where none is run."""
    text = page.read_text(encoding="utf-8")
    for library in re.findall(r"^>>> (?:import|from) (\w+)(?:, (\w+))?", text, flags=re.MULTILINE):
        for name in filter(None, library if page.parent.name == "how-to" and "CI" not in os.environ else ()):
            pytest.importorskip(name)  # in CI all are there
    assert run(page) == len(re.findall(r"^ *>>> ", text, flags=re.MULTILINE))


@pytest.mark.parametrize("name", MODULES)
def test_every_docstring_example_gives_what_it_shows(name: str) -> None:
    """The examples of the reference, and those of what stays private, run after ``from jcpoa_brief import *``."""
    module = importlib.import_module(f"jcpoa_brief.{name}".removesuffix(".__init__"))
    known = {**vars(module), **{star: getattr(jcpoa_brief, star) for star in jcpoa_brief.__all__}}
    tree = ast.parse(inspect.getsource(module))
    runner, parser = doctest.DocTestRunner(), doctest.DocTestParser()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (text := ast.get_docstring(node)):
                found = parser.get_doctest(text, dict(known), getattr(node, "name", name), name, 0)
                runner.run(found)
    assert runner.failures == 0


def test_a_wrong_answer_on_a_page_is_noticed(tmp_path: Path) -> None:
    """An example whose shown answer is not what the package gives fails."""
    page = tmp_path / "page.md"
    page.write_text("```python\n>>> from jcpoa_brief import actors\n>>> actors[\"iran\"].kind\n'person'\n```\n")
    with pytest.raises(SybilFailure, match="Expected:\n    'person'\nGot:\n    'state'"):
        run(page)


def test_the_how_to_page_answers_twelve_questions_or_more_in_three_lines_each() -> None:
    """Each question is a question, and its answer has at most three lines of code."""
    asked = questions()
    assert len(asked) >= 12
    assert [question for question in asked if not question.endswith("?")] == []
    assert {question: len(code) for question, code in asked.items() if not 0 < len(code) <= MOST_LINES} == {}


def test_the_page_of_tasks_has_48_in_three_lines_each() -> None:
    """Twelve tasks of each of four kinds of readers, all direct."""
    page = (ROOT / "docs/tasks.md").read_text(encoding="utf-8")
    roles = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    tasks = [task for role in roles for task in re.split(r"^### ", role, flags=re.MULTILINE)[1:]]
    assert (len(roles), len(tasks)) == (4, 48)
    assert [task for task in tasks if not 0 < len(code_of(task)) <= MOST_LINES] == []


def test_every_public_name_is_described_once_in_the_reference() -> None:
    """A name that joins the package joins the reference."""
    page = (ROOT / "docs/reference.md").read_text(encoding="utf-8")
    listed = [name for _, code in FENCE.findall(page) for name in code.partition("::")[2].split()]
    assert sorted(listed) == sorted({*NAMES, "__version__", "__data_version__", *types.__all__, *errors.__all__})


def test_every_decision_is_listed() -> None:
    """The list of decisions names every page of its folder."""
    folder = ROOT / "docs/decisions"
    listed = (folder / "index.md").read_text(encoding="utf-8").split()
    assert {page.stem for page in folder.glob("*.md")} - {"index"} <= set(listed)


FILE_NAME = re.compile(r"(?<![\w./<{*-])(?:[\w.-]+/)*[\w-]+\.(?:py|pyi|toml|json|md|yml|svg|cff|sh)\b(?![(\w])")
FOLDERS = re.compile(r"\b(?:docs|scripts|tests|src|benchmarks|examples|fuzz|requirements|annotation)/[\w./-]*\w")
MADE_BY_A_READER = {"article.json", "brief.json", "datapackage.json", "iaea.json", "manifest.json", "x.json"}
NAMED_IN = sorted(
    [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", ROOT / "noxfile.py", ROOT / "pyproject.toml"]
    + [path for folder in ("src", "scripts", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    + [SOURCE / "data/README.md"]
)


@cache
def existing_files() -> set[str]:
    """Every file and folder of the project, by every path that ends in its name."""
    paths = [path.relative_to(ROOT).parts for path in ROOT.rglob("*") if ".venv" not in path.parts]
    return {"/".join(parts[start:]) for parts in paths for start in range(len(parts))}


@pytest.mark.parametrize("path", NAMED_IN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_that_is_named_exists(path: Path) -> None:
    """A file or folder of the project that a page or the code names is there: a moved one is named by its new place."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = re.sub(FENCE, "", text)
        named = {name for name in FILE_NAME.findall(text) if not name.startswith("jcpoa-brief.")}
    else:
        named = set(FOLDERS.findall(text))
    missing = {name for name in named - MADE_BY_A_READER if not (path.parent / name).exists()}
    assert missing - existing_files() == set()
