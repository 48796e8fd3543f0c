"""A reader's copy read from a file or from standard input, for the commands that take one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Final

from .._align.align import Alignment, article_outline
from .._align.compare import CopyOutcome
from .._align.reading import decoded, looks_like_html, raw_of, refuse_mistakes
from ..errors import CopyError

UNREADABLE: Final = 2

EXIT_CODES: Final[dict[CopyOutcome, int]] = {
    "complete": 0,
    "excerpt": 0,
    "altered": 1,
    "another_text": UNREADABLE,
    "unproven": 3,
}
"""What the command returns: 0 when all that was pasted stands, 1 when something was altered, 2 for another text, 3 when
nothing is known to be altered but some words cannot be checked."""


def aligned(file: str) -> Alignment:
    """The copy in a file, ``-`` for standard input, as text or as a web page. Raises CopyError."""
    return Alignment(_text_of(file), article_outline())


def _text_of(file: str) -> str:
    name = "standard input" if file == "-" else file
    text = decoded(sys.stdin.buffer.read() if file == "-" else raw_of(file), name)
    if looks_like_html(text):
        return text_of_html(text, name)
    refuse_mistakes(text, name)
    return text


def text_of_html(html: str, name: str) -> str:
    """The text that a web page shows. Raises CopyError when the extractor is not installed."""
    try:
        get_text: Callable[[str], str] = import_module("inscriptis").get_text
    except ImportError:
        raise CopyError(
            name,
            "this is HTML; install the package's extra html, which brings the extractor inscriptis, or save it as text",
        ) from None
    return get_text(html)
