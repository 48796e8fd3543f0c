"""What all tests of the command line begin with."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are as they are in a pipe, unless a test asks for a width; parallel runs of pytest set one."""
    monkeypatch.delenv("COLUMNS", raising=False)
