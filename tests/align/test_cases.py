"""Texts made by real tools, with what is wanted of each, named by JCPOA_BRIEF_CASES; they hold the article's text."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import article_copy
from jcpoa_brief import align
from jcpoa_brief.errors import CopyError

CASES = os.environ.get("JCPOA_BRIEF_CASES")
pytestmark = [
    article_copy.needs_article,
    pytest.mark.skipif(not CASES, reason="needs texts made by tools: set JCPOA_BRIEF_CASES to their path"),
]
WANTED = {"stands": "verbatim", "altered": "altered", "none": "none"}


def cases() -> Iterator[dict[str, Any]]:
    """Each text with its name and what is wanted."""
    yield from json.loads(Path(CASES).read_text(encoding="utf-8")) if CASES else ()


def test_each_text_is_told_for_what_it_is() -> None:
    """A text stands or is altered as wanted; what is no text of words is refused by name."""
    alignment = align(article_copy.text())
    wrong: list[tuple[str, str]] = []
    for case in cases():
        try:
            verdict = alignment.compare(case["text"]).verdict
        except CopyError:
            verdict = WANTED[case["want"]] if case["source_text"] else "refused"
        if verdict != WANTED[case["want"]]:
            wrong.append((case["name"], verdict))
    assert wrong == []


def test_whole_copies_are_proved() -> None:
    """A copy of the whole article is proved complete on its own."""
    statuses = {case["name"]: align(case["text"]).status for case in cases() if case["complete"]}
    assert [name for name, status in statuses.items() if status != "complete"] == []
