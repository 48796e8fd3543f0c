"""What all tests of the command line begin with."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are as they are in a pipe, unless a test asks for a width, which parallel runs of pytest set; and no copy
    is named but where a test names it.
    """
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("JCPOA_BRIEF_COPY", raising=False)
