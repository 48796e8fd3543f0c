"""``jcpoa-brief verify``: what of the article is proved in a reader's copy; and how a copy is read from a file."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Final

from .._align.alignment import Alignment
from .._align.outcomes import CopyStatus
from .._align.outline import article_outline
from .._align.reading import text_of, text_of_bytes
from .terminal import say, say_json

COPY_VARIABLE: Final = "JCPOA_BRIEF_COPY"
"""The environment variable that names the default copy."""

EXIT_CODES: Final[dict[CopyStatus, int]] = {"complete": 0, "partial": 1, "none": 3}
"""What the command returns."""

EPILOG = """\
exit codes:
  0  your copy is complete: every sentence is proved, in the article's order
  1  part of it is proved
  2  your copy cannot be read, or the call was wrong
  3  nothing of the article was proved in it
example: jcpoa-brief verify article.txt && echo "the whole article"
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The copy."""
    parser.add_argument("file", metavar="COPY", help="your copy: text, HTML or PDF; - for standard input")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(options: argparse.Namespace) -> int:
    """Print what is proved. Raises CopyError."""
    alignment = aligned(options.file)
    if options.json:
        say_json(alignment.to_dict())
    else:
        say(str(alignment))
    return EXIT_CODES[alignment.status]


def aligned(file: str) -> Alignment:
    """The copy in a file, ``-`` for standard input. Raises CopyError."""
    return Alignment(text_in(file), article_outline())


def text_in(file: str) -> str:
    """The text of a file, ``-`` for standard input. Raises CopyError."""
    return text_of_bytes(sys.stdin.buffer.read(), "standard input") if file == "-" else text_of(Path(file))


def default_copy(given: str | None) -> str | None:
    """The copy that an option names, or else the environment."""
    return given or os.environ.get(COPY_VARIABLE) or None
