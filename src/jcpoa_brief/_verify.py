"""The work behind ``jcpoa-brief verify FILE``: a reader's copy in, a report and an exit code out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Final

from ._align import Alignment, article_outline
from ._reading import decoded, looks_like_html, raw_of, refuse_mistakes
from ._report import as_data
from .errors import CopyError

STANDS: Final = 0
"""All that was pasted stands."""
ALTERED: Final = 1
"""Something was altered."""
NOTHING: Final = 2
"""It is another text, or cannot be read."""

_CODES: Final = {"complete": STANDS, "excerpt": STANDS, "altered": ALTERED, "another_text": NOTHING}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that ``verify`` reads."""
    parser.add_argument("file", help="your copy of the article, UTF-8 text or HTML; - for standard input")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def verify(args: argparse.Namespace) -> int:
    """Print the report on a copy; the exit code is 0 when all that was pasted stands, 1 when something was altered, 2
    when it is another text or cannot be read.
    """
    try:
        alignment = Alignment(_text_of(args.file), article_outline())
    except CopyError as error:
        print(error, file=sys.stderr)  # noqa: T201 - the command speaks to a person
        return NOTHING
    report = json.dumps(as_data(alignment), ensure_ascii=False, indent=1) if args.json else str(alignment)
    print(report)  # noqa: T201 - the same
    return _CODES[alignment.verdict]


def _text_of(file: str) -> str:
    name = "standard input" if file == "-" else file
    text = decoded(sys.stdin.buffer.read() if file == "-" else raw_of(file), name)
    if looks_like_html(text):
        return text_of_html(text, name)
    refuse_mistakes(text)
    return text


def text_of_html(html: str, name: str) -> str:
    """The text that a web page shows. Raises CopyError when the extractor is not installed."""
    try:
        get_text: Callable[[str], str] = import_module("inscriptis").get_text
    except ImportError:
        raise CopyError(
            name, "this is HTML; install the extractor with pip install 'jcpoa-brief[html]', or save the page as text"
        ) from None
    return get_text(html)
