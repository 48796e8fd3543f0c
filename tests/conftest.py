"""What several tests need: a reader's copy of the article, if there is one, and the data files as they are shipped."""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# a law is about what holds, not about how fast a busy machine shows it
settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")


@pytest.fixture(scope="session")
def copy_path() -> Path:
    """The path of a copy of the article; a test that needs one is skipped where none is named."""
    named = os.environ.get("JCPOA_BRIEF_COPY")
    if not named:
        pytest.skip("needs a copy of the article: set JCPOA_BRIEF_COPY to its path")
    return Path(named)


@pytest.fixture(scope="session")
def raw() -> dict[str, Any]:
    """The content of each data file."""
    folder = files("jcpoa_brief") / "data"
    names = [entry.name.removesuffix(".json") for entry in folder.iterdir() if entry.name.endswith(".json")]
    return {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in names}
