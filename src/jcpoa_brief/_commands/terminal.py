"""Prints what commands say: lines that fit the terminal, in signs that it has, JSON, errors, and progress."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from shutil import get_terminal_size
from textwrap import wrap
from threading import Event, Thread
from types import MappingProxyType
from typing import Final, NamedTuple, TextIO

from .._text import NormalText, folded, is_printable, printable

_WIDEST: Final = 110
_NARROWEST: Final = 40
_INDENT: Final = 4
_PATIENCE: Final = 2.0  # seconds before progress is shown
_PULSE: Final = 0.2

_COLUMN: Final = re.compile(r" *\S.*? {2,}(?=\S)")


class CommandHelp(NamedTuple):
    """The part of a command's help below its options."""

    takes: str
    """Its arguments, as its usage shows them."""
    codes: Mapping[int, str]
    """Each exit code, with what it means."""
    examples: tuple[str, ...]
    """Calls without the program's name."""
    notes: Mapping[str, str] = MappingProxyType({})
    """Further sections, by heading."""

    def __str__(self) -> str:
        parts = [
            *(f"{heading}:\n  {text}" for heading, text in self.notes.items()),
            "\n".join(("exit codes:", *(f"  {code}  {what}" for code, what in self.codes.items()))),
            "\n".join(
                ("example:" if len(self.examples) == 1 else "examples:", *map("  jcpoa-brief {}".format, self.examples))
            ),
        ]
        return "\n\n".join(parts) + "\n"


def say(*texts: str) -> None:
    """Print texts, each line fitted to the terminal."""
    write(fitted("\n".join(texts), sys.stdout))


def say_json(value: object) -> None:
    """Print a value as JSON, with non-ASCII letters if the output can show them."""
    write(json.dumps(value, ensure_ascii=not is_printable("é¶"), indent=1))


def write(text: str) -> None:
    """Print a text as it is, in signs that the output has. If the reader closes the pipe, as ``head`` does, printing
    ends, but the exit code is kept.
    """
    try:
        print(plain(text), flush=True)
    except BrokenPipeError:
        leave_output()


def leave_output() -> None:
    """Discard all further output, after the reader has closed the pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def note(text: str) -> None:
    """Print an error or a note to standard error."""
    print(plain(fitted(text, sys.stderr)), file=sys.stderr)


def width() -> int:
    """How many columns a line may take."""
    return max(_NARROWEST, min(get_terminal_size().columns, _WIDEST))


def fitted(text: str, stream: TextIO) -> str:
    """A text whose lines fit the terminal; unchanged in a file or pipe, whatever ``COLUMNS`` says."""
    return "\n".join(wrapped(text, width())) if stream.isatty() else text


def wrapped(text: str, columns: int) -> Iterator[str]:
    """The lines of a text, wrapped to so many columns. A wrapped line continues in its second column or, if that is too
    far to the right, with a small indent; a URL is never cut.
    """
    for line in text.split("\n"):
        if len(line) <= columns:
            yield line
            continue
        column = _COLUMN.match(line)
        body = line.lstrip(" ")
        first = " " * (len(line) - len(body))
        rest = first + " " * _INDENT
        if column and 2 * column.end() <= columns:
            first, body, rest = column[0], line[column.end() :], " " * column.end()
        yield from wrap(
            re.sub(r" {3,}", "  ", body),
            columns,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows in columns; if a row does not fit the terminal, each row takes two lines."""
    listed = list(rows)
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)][:-1]
    lines = [
        "  ".join((*(f"{cell:<{size}}" for cell, size in zip(row, widths, strict=False)), row[-1])) for row in listed
    ]
    if sys.stdout.isatty() and max(map(len, lines), default=0) > width():
        lines = [f"{'  '.join(row[:-1])}\n{' ' * _INDENT}{row[-1]}" for row in listed]
    return "\n".join(lines)


def plain(text: str) -> str:
    """The text in signs that the output has; others are replaced by plain ones."""
    shown = text if is_printable(text) else printable(folded(NormalText(text)))
    return shown.encode(errors="replace").decode()


@contextmanager
def waiting(doing: Callable[[], str]) -> Generator[None]:
    """If something takes longer than two seconds, shows on the terminal what is being done, and clears the line at the
    end. If standard error is not a terminal, shows nothing.
    """
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(doing, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(doing: Callable[[], str], done: Event) -> None:
    shown, pause = "", _PATIENCE
    while not done.wait(pause):
        line, pause = plain(doing()[: width() - 1]), _PULSE
        if line != shown:
            print(f"\r{line:<{len(shown)}}", end="", file=sys.stderr, flush=True)
        shown = line
    if shown:
        print(f"\r{'':<{len(shown)}}\r", end="", file=sys.stderr, flush=True)
