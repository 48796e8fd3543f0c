"""Thousands of copies made from seeds: verdicts and places are those known by construction.

``JCPOA_BRIEF_COPIES`` sets how many copies of each text are made; CI makes 2,500 of the article and 2,500 of the text
written for the tests.
"""

from __future__ import annotations

import os

import pytest
from copies_check import problems

import article_copy
import harbour

COPIES = int(os.environ.get("JCPOA_BRIEF_COPIES", "300"))
PARTS = 10


@pytest.mark.parametrize("part", range(PARTS))
def test_copies_of_the_text_written_for_the_tests(part: int) -> None:
    """No verdict is wrong, no citation on wrong words, and none that stands uniquely is missed."""
    found = [
        problem for seed in range(part, COPIES, PARTS) for problem in problems(harbour.SOURCE, harbour.OUTLINE, seed)
    ]
    assert not found, "\n".join(found)


@article_copy.needs_article
@pytest.mark.parametrize("part", range(PARTS))
def test_copies_of_the_article(part: int) -> None:
    """The same for the article itself."""
    source, outline = article_copy.source(), article_copy.outline()
    found = [problem for seed in range(part, COPIES, PARTS) for problem in problems(source, outline, seed)]
    assert not found, "\n".join(found)
