"""``jcpoa-brief verify``: which sentences are proved in a reader's copy. It also reads copies for other commands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from logging import CRITICAL, getLogger
from pathlib import Path
from typing import Final

from .._align.alignment import Alignment
from .._align.article_digests import article_outline
from .._align.copy_file import text_of_bytes
from .._align.outcomes import CopyStatus
from ..errors import CopyError
from .terminal import CommandHelp, say, say_json, waiting

COPY_VARIABLE: Final = "JCPOA_BRIEF_COPY"
"""The environment variable that names the default copy."""

BODY_ALONE: Final = "paragraphs are counted in the article's body: pull quotes and lists of links are none"
"""What the numbers of paragraphs count."""

EXIT_CODES: Final[dict[CopyStatus, int]] = {"complete": 0, "partial": 1, "none": 3}
"""What the command returns."""

HELP = CommandHelp(
    takes="COPY",
    codes={
        0: "your copy is complete: every sentence is proved, in the article's order",
        1: "part of it is proved",
        2: "your copy cannot be read, or the call was wrong",
        3: "nothing of the article was proved in it",
    },
    examples=("verify article.txt",),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The copy."""
    parser.add_argument("file", metavar="COPY", help="your copy: text, HTML or PDF; - for standard input")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(options: argparse.Namespace) -> int:
    """Print what is proved, and which commands say more. Raises CopyError."""
    alignment = aligned(options.file)
    if options.json:
        say_json(alignment.to_dict())
    else:
        say(str(alignment), *_further(alignment, options.file))
    return EXIT_CODES[alignment.status]


def _further(alignment: Alignment, file: str) -> Iterator[str]:
    """What the checks that are counted are, and how the words that are not proved are found."""
    if alignment.status != "none":
        yield f"{BODY_ALONE.capitalize()}."
    if alignment.discrepancies:
        yield "jcpoa-brief check lists the discrepancies, check --all every check."
    if alignment.status == "partial":
        yield f"\nTo see which words differ from the article: jcpoa-brief compare {file} --copy A_WHOLE_COPY"
    if alignment.status == "none":
        yield f"Where a text only quotes the article: jcpoa-brief compare {file}"


def aligned(file: str) -> Alignment:
    """The copy in a file, ``-`` for standard input. Raises CopyError."""
    with waiting(lambda: f"reading {file} …"):
        return Alignment(text_in(file), article_outline())


def text_in(file: str) -> str:
    """The text of a file, ``-`` for standard input. Raises CopyError."""
    name = "standard input" if file == "-" else file
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise CopyError(name, f"the file cannot be read: {error.strerror}") from error
    getLogger("pypdf").setLevel(CRITICAL)  # its warnings about a PDF are of no use to the reader
    return text_of_bytes(raw, name)


def default_copy(given: str | None) -> str | None:
    """The copy that an option names, or else the environment."""
    return given or os.environ.get(COPY_VARIABLE) or None
