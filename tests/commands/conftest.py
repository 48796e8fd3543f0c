"""What all tests of the command line begin with."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from jcpoa_brief._commands import terminal


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are as they are in a pipe, unless a test asks for a width, which parallel runs of pytest set; and no copy
    is named but where a test names it.
    """
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("JCPOA_BRIEF_COPY", raising=False)


@pytest.fixture
def terminal_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """A function that makes both outputs a terminal of so many columns, on which no progress is shown."""

    def begin(columns: int) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setattr(terminal, "_PATIENCE", 1000)
        for stream in (sys.stdout, sys.stderr):
            monkeypatch.setattr(stream, "isatty", lambda: True)

    return begin
