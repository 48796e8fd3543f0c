"""What is said of many small texts on both sides of every limit, against what was said of them before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from outcome_maker import TEXTS, outcomes

STORED: dict[str, dict[str, list[Any]]] = json.loads(
    Path(__file__).with_name("outcomes.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("group", TEXTS)
def test_nothing_is_said_otherwise(group: str) -> None:
    """Each text has the outcome that is stored. Where another is right: scripts/record_outcomes.py, and read the
    difference.
    """
    assert outcomes(group) == STORED[group]
