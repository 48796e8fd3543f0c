"""The article itself, for tests that need it, read from the path in JCPOA_BRIEF_COPY."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from jcpoa_brief import paragraphs
from jcpoa_brief._text import full_digest, normal

PATH = os.environ.get("JCPOA_BRIEF_COPY")
needs_article = pytest.mark.skipif(not PATH, reason="needs your copy of the article: set JCPOA_BRIEF_COPY to its path")


@cache
def text() -> str:
    """The whole copy."""
    assert PATH is not None
    return Path(PATH).read_text(encoding="utf-8")


@cache
def paragraph_texts() -> list[str]:
    """The article's paragraphs, known in the copy by their digests."""
    blocks = [normal(part) for part in re.split(r"\n\s*\n", text())]
    by_digest = {full_digest(block): block for block in blocks}
    return [by_digest[paragraph.sha256] for paragraph in paragraphs]
