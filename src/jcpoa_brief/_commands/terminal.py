"""What commands print: lines that fit the terminal, in the signs that it has, and JSON."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import wrap

from .._text import is_printable, printable

_WIDEST = 110
_NARROWEST = 40
_INDENT = 4


def say(*texts: str) -> None:
    """Print texts, each line fitted to the terminal. A reader that has seen enough, such as ``head``, ends the printing
    and not the program, so that its exit code is kept.
    """
    write(fitted("\n".join(texts)))


def say_json(value: object) -> None:
    """Print a value as JSON, with real letters where the output can hold them."""
    write(json.dumps(value, ensure_ascii=not is_printable("é¶"), indent=1))


def write(text: str) -> None:
    """Print a text as it is, in the signs that the output has."""
    try:
        print(printable(text), flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def width() -> int:
    """How many columns a line may take."""
    return max(_NARROWEST, min(get_terminal_size().columns, _WIDEST))


def fitted(text: str) -> str:
    """A text whose lines fit the terminal; as it is where none shows it and ``COLUMNS`` asks for no width. A line
    that is too long loses the wide gaps of its columns and goes on below, further in; an address is never cut.
    """
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return text
    return "\n".join(short for line in text.split("\n") for short in _lines(line))


def _lines(line: str) -> Iterable[str]:
    if len(line) <= width():
        return [line]
    body = line.lstrip(" ")
    indent = " " * (len(line) - len(body))
    return wrap(
        re.sub(r" {3,}", "  ", body),
        width(),
        initial_indent=indent,
        subsequent_indent=indent + " " * _INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows in columns, the last one as long as it is."""
    listed = list(rows)
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)][:-1]
    return "\n".join(
        "  ".join((*(f"{cell:<{size}}" for cell, size in zip(row, widths, strict=False)), row[-1])) for row in listed
    )
