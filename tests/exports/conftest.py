"""Fixtures of the exports' tests."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from exports_shared import CHROMIUM, DRIVER, EVERYTHING, HOSTILE, NODE, TEXTS, MadeCopy, missing, need

from jcpoa_brief import Alignment, align, export
from jcpoa_brief._exports.exported_records import chosen
from jcpoa_brief._exports.formats import FORMATS
from jcpoa_brief._model.families import Brief
from jcpoa_brief.errors import MissingExtraError
from jcpoa_brief.types import ExportFormat


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Iterator[None]:
    """A format whose library is not installed skips the test, but in CI, where every library must be there."""
    with skipped_without_the_library():
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    """The same while the test runs."""
    with skipped_without_the_library():
        yield


@contextmanager
def skipped_without_the_library() -> Iterator[None]:
    """Turns MissingExtraError into a skip."""
    try:
        yield
    except MissingExtraError as error:
        if EVERYTHING:
            raise
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def brief() -> Brief:
    """The whole brief."""
    return chosen(None)


@pytest.fixture(scope="session")
def made_copy(brief: Brief) -> MadeCopy:
    """A copy that needs no article."""
    return MadeCopy(brief)


@pytest.fixture(scope="session")
def hostile(brief: Brief) -> Brief:
    """The brief with hostile texts in every place of free text."""
    strings = cycle(HOSTILE)
    update: dict[str, Any] = {"article": brief.article.model_copy(update={"title": HOSTILE[0] + HOSTILE[9]})}
    for family, fields in TEXTS.items():
        records = getattr(brief, family)
        update[family] = tuple(
            record.model_copy(update={field: next(strings) for field in fields}) for record in records
        )
    return brief.model_copy(update=update)


@pytest.fixture(scope="session")
def alignment(copy_path: Path) -> Alignment:
    """The maintainer's copy, aligned."""
    return align(copy_path)


@pytest.fixture(scope="session")
def made() -> Callable[[ExportFormat], bytes]:
    """The one file of a format that needs no copy, made once."""
    return cache(lambda name: bytes(export(name)))


@pytest.fixture(scope="session")
def file_of(made: Callable[[ExportFormat], bytes], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The same as a file."""
    folder = tmp_path_factory.mktemp("made")

    def path(name: ExportFormat) -> Path:
        target = folder / FORMATS[name].file
        target.write_bytes(made(name))
        return target

    return path


@pytest.fixture(scope="session")
def node() -> Callable[..., Any]:
    """Runs a program in Node and gives what it prints, as JSON; skipped without NODE_PATH and the packages."""
    modules = os.environ.get("NODE_PATH")

    def run(program: str, *packages: str, given: object = None) -> Any:
        if not (NODE and modules and all((Path(modules) / package).is_dir() for package in packages)):
            missing(f"needs node, and NODE_PATH with {', '.join(packages)}")
        done = subprocess.run(
            [str(NODE), "-e", program], input=json.dumps(given), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def packages() -> Callable[[str], Path]:
    """The folder of an npm package; skipped without it."""
    modules = os.environ.get("NODE_PATH")

    def folder(package: str) -> Path:
        found = Path(modules or "/nowhere") / package
        if not found.is_dir():
            missing(f"needs NODE_PATH with {package}")
        return found

    return folder


@pytest.fixture(scope="session")
def driver() -> Iterator[Any]:
    """A headless browser that asks the network for nothing."""
    if not (CHROMIUM and DRIVER):
        missing("needs chromium and chromedriver on the path")
    webdriver = need("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--allow-file-access-from-files",
        "--window-size=1400,1000", "--host-resolver-rules=MAP * ~NOTFOUND",
    ):  # fmt: skip
        options.add_argument(argument)
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield started
    started.quit()


@pytest.fixture(scope="session")
def page(driver: Any, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """Opens a page of some HTML in the browser."""
    folder = tmp_path_factory.mktemp("pages")

    def opened(html: str) -> Any:
        path = folder / "page.html"
        path.write_text(f"<!doctype html><meta charset=utf-8><title>x</title>{html}", encoding="utf-8")
        driver.get(path.as_uri())
        return driver

    return opened
