"""The article itself, for tests that need it, read from the path in JCPOA_BRIEF_COPY."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest
from made_copies import Source

from jcpoa_brief._align.align import article_outline
from jcpoa_brief._align.outline import Outline
from jcpoa_brief._text import full_digest, normal

PATH = os.environ.get("JCPOA_BRIEF_COPY")
needs_article = pytest.mark.skipif(not PATH, reason="needs your copy of the article: set JCPOA_BRIEF_COPY to its path")


@cache
def text() -> str:
    """The whole copy."""
    assert PATH is not None
    return Path(PATH).read_text(encoding="utf-8")


def outline() -> Outline:
    """What the package knows of the article."""
    return article_outline()


@cache
def source() -> Source:
    """The article's paragraphs and furniture, known in the copy by their digests."""
    by_digest = {
        full_digest(block): block for block in (normal(part).strip("[]") for part in re.split(r"\n\s*\n", text()))
    }
    parts = outline().paragraphs
    return Source(
        [by_digest[part.source.sha256] for part in parts],
        [[(one.source.start, one.source.end) for one in part.sentences] for part in parts],
        outline().citations,
        [(block.after_paragraph, by_digest[block.sha256]) for block in outline().furniture],
    )
