"""The papers around the package: what an index shows, the licences, the citation file, the pins."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from packaging.requirements import Requirement

import jcpoa_brief

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WORKFLOWS = {path.stem: yaml.safe_load(path.read_text()) for path in (ROOT / ".github/workflows").glob("*.yml")}


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The module that makes the metadata of the index."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def links(text: str) -> list[str]:
    """Where the links of a page lead."""
    return re.findall(r"\]\(([^)\s]+)\)", text)


def metadata(hook: ModuleType, address: str) -> dict[str, object]:
    """What the hook fills in for one public address."""
    filled: dict[str, object] = {}
    hook.IndexMetadata(str(ROOT), {"address": address}).update(filled)
    return filled


def test_the_readme_links_to_files_that_are_there() -> None:
    """In a clone and in the source archive every link of the README leads somewhere."""
    assert len(links(README)) >= 12
    assert [link for link in links(README) if not (ROOT / link.partition("#")[0]).is_file()] == []


def test_the_index_says_first_how_to_install(hook: ModuleType) -> None:
    """Whoever finds the package on an index reads how to install it, once, and nothing that needs a clone."""
    for address in ("", "https://example.org/jcpoa"):
        text = str(metadata(hook, address)["readme"])
        assert text.index("pip install jcpoa-brief") < text.index("**Every fact cites")
        assert not re.search(r"\.venv|requirements/|<!--", text)
        assert text.count("pip install") == 1


def test_without_an_address_no_link_of_the_index_is_dead(hook: ModuleType) -> None:
    """As long as there is no address, a link is its text in italics, and one sentence says where the pages are."""
    shown = metadata(hook, "")
    assert set(shown) == {"readme"}
    text = str(shown["readme"])
    assert links(text) == []
    assert text.count("source archive") == 1
    assert "The *tutorial* takes" in text


def test_with_an_address_every_link_of_the_index_leads_there(hook: ModuleType) -> None:
    """One line of pyproject.toml gives the index its links."""
    shown = metadata(hook, "https://example.org/jcpoa/")
    urls, text = shown["urls"], str(shown["readme"])
    assert isinstance(urls, dict)
    assert all((ROOT / url.removeprefix("https://example.org/jcpoa/")).is_file() for url in urls.values())
    assert len(links(text)) == len(links(README))
    assert "source archive" not in text
    assert all(link.startswith("https://example.org/jcpoa/") for link in links(text))
    assert PROJECT["tool"]["hatch"]["metadata"]["hooks"]["custom"].keys() == {"address"}


def test_the_legal_code_is_whole() -> None:
    """The data licence stands there from its title to the last words of its last section and of the notice after it."""
    text = (ROOT / "LICENSES/CC-BY-4.0.txt").read_text(encoding="utf-8")
    assert len(text.split()) > 2_500
    assert text.startswith("Attribution 4.0 International\n")
    assert [f"Section {number} --" in text for number in range(1, 9)] == [True] * 8
    assert text.endswith("Creative Commons may be contacted at creativecommons.org.\n")


def test_each_licence_says_what_it_covers() -> None:
    """LICENSE names both full texts, and every folder with data is under the data's."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert {f"LICENSES/{path.name}" for path in (ROOT / "LICENSES").iterdir()} == set(
        re.findall(r"LICENSES/\S+", text)
    ) - {"LICENSES/."}
    data = next(line for line in text.splitlines() if "CC-BY-4.0  " in line)
    assert data.endswith("src/jcpoa_brief/data/ and annotation/")


def test_the_citation_file_names_the_last_released_version() -> None:
    """Whoever cites the package by CITATION.cff names a version that the change log dates, the newest one."""
    cited = dict(
        re.findall(r'^(version|date-released): "?([^"\n]+)', (ROOT / "CITATION.cff").read_text(), re.MULTILINE)
    )
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version, day = re.findall(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)", log, re.MULTILINE)[0]
    assert cited == {"version": version, "date-released": day}
    assert jcpoa_brief.__version__ in re.findall(r"^## (\d+\.\d+\.\d+)", log, re.MULTILINE)


@pytest.mark.parametrize("group", ["test", "core", "dev", "fuzz"])
def test_the_pins_hold_every_requirement_of_their_group_with_hashes(group: str) -> None:
    """What a group names is pinned by version and digest, from no named host; pydantic too."""
    text = (ROOT / f"requirements/{group}.txt").read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==\S+ ?(?:;[^\\]*)?\\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^\S", text, re.MULTILINE))
    assert set(requirements(group)) <= set(pinned)
    assert "pydantic" in pinned
    assert "://" not in text


def requirements(group: str) -> list[str]:
    """The projects that a dependency group names, itself or by including another."""
    found = []
    for one in PROJECT["dependency-groups"][group]:
        found += requirements(one["include-group"]) if isinstance(one, dict) else re.findall(r"^[\w-]+", one)
    return found


def test_development_tools_are_no_public_extras() -> None:
    """An extra is something that a user of the package may want."""
    assert not {"test", "dev", "docs", "bench", "fuzz"} & set(PROJECT["project"]["optional-dependencies"])


def test_nothing_is_published_that_the_tests_have_not_passed() -> None:
    """What goes to the index waits for the job that calls all tests, and for the archives."""
    jobs = WORKFLOWS["release"]["jobs"]
    assert jobs["tests"]["uses"] == "./.github/workflows/tests.yml"
    assert set(jobs["publish"]["needs"]) == jobs.keys() - {"publish"}


def test_no_job_runs_for_hours_or_writes_more_than_it_must() -> None:
    """Each job ends by itself; only the one that publishes has a right beyond reading, to sign."""
    for jobs in (workflow["jobs"] for workflow in WORKFLOWS.values()):
        assert all(job.get("timeout-minutes", 0) in range(1, 60) for job in jobs.values() if "steps" in job)
        rights = {name: job["permissions"] for name, job in jobs.items()}
        assert rights.pop("publish", {"id-token": "write"}) == {"id-token": "write"}
        assert all(right == {"contents": "read"} for right in rights.values())


def test_the_lowest_pydantic_is_tested_on_each_python_and_the_newest_too() -> None:
    """The bounds that the metadata gives for each Python are those that the workflow installs."""
    jobs = WORKFLOWS["tests"]["jobs"]
    pairs = [(one["python"], one["pydantic"]) for one in jobs["pydantic"]["strategy"]["matrix"]["include"]]
    lowest = {python: wanted for python, wanted in pairs if wanted != "<3"}
    allowed = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
    assert [python for python, wanted in pairs if wanted == "<3"] == ["3.11", "3.14"]
    assert [*lowest] == jobs["tests"]["strategy"]["matrix"]["python"]
    for python, wanted in lowest.items():
        (bounds,) = (one.specifier for one in allowed if one.marker and one.marker.evaluate({"python_version": python}))
        assert wanted.replace("==", ">=").removesuffix(".0") in str(bounds).split(",")
