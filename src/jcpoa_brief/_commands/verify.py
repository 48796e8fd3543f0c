"""A reader's copy, and texts to compare with it, read from files or from standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from .._align.alignment import Alignment
from .._align.comparison import Comparison, ComparisonVerdict, shipped_quotations
from .._align.outcomes import CopyStatus
from .._align.outline import article_outline
from .._align.reading import text_of, text_of_bytes

UNREADABLE: Final = 2
COPY_VARIABLE: Final = "JCPOA_BRIEF_COPY"
"""The environment variable that names the default copy."""

EXIT_CODES: Final[dict[CopyStatus, int]] = {"complete": 0, "partial": 1, "none": 3}
"""What ``verify`` returns."""

COMPARISON_CODES: Final[dict[ComparisonVerdict, int]] = {"verbatim": 0, "altered": 1, "none": 3}
"""What ``compare`` returns."""


def aligned(file: str) -> Alignment:
    """The copy in a file, ``-`` for standard input. Raises CopyError."""
    return Alignment(_text(file), article_outline())


def compared(file: str, copy: str | None) -> Comparison:
    """The text in a file, held against a copy; without one, against the article's own quotations. Raises CopyError."""
    copy = copy or os.environ.get(COPY_VARIABLE)
    known = aligned(copy).known if copy else shipped_quotations()
    return Comparison(_text(file), known)


def _text(file: str) -> str:
    return text_of_bytes(sys.stdin.buffer.read(), "standard input") if file == "-" else text_of(Path(file))
