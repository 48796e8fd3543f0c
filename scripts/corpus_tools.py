"""Real tools: what writes a file from a page, what reads it back, and whether the words came through.

Pages, writers, readers and chains are rows of `corpus/tools.toml`; here they are carried out.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from corpus_forms import Article, Form, Half

_FARTHEST: Final = 600


@dataclass(frozen=True)
class Writer:
    """Makes a file from a page; without a command the page itself is the file."""

    name: str
    page: str
    suffix: str
    output: str = ""
    command: Sequence[str] = field(default_factory=tuple)


@dataclass(frozen=True)
class Reader:
    """Gets the text out of a file."""

    name: str
    command: Sequence[str]
    raw: bool = False


@dataclass(frozen=True)
class Chain:
    """Writers and readers that belong together."""

    kind: str
    half: Half
    writers: Sequence[str]
    readers: Sequence[str]
    part: bool = False


class ToolError(Exception):
    """A tool is missing or failed; says which and what it complained of."""


def written(writer: Writer, page: Form, article: Article, folder: Path) -> Path:
    """The file that a writer makes of the article, in a folder of its own."""
    source = folder / f"in.{writer.suffix}"
    source.write_text(page.apply(article), encoding="utf-8")
    if not writer.command:
        return source
    made = folder / f"out.{writer.output}"
    _run(writer.name, writer.command, source, made)
    if not made.is_file():
        raise ToolError(f"{writer.name}: no file came out")
    return made


def text_of(reader: Reader, file: Path) -> str:
    """What a reader makes of a file."""
    with tempfile.TemporaryDirectory() as folder:
        return _run(reader.name, reader.command, file, Path(folder) / "out")


def _run(name: str, command: Sequence[str], source: Path, made: Path) -> str:
    """What a command prints, with its files filled in."""
    places = {"in": str(source), "out": str(made), "folder": str(made.parent), "python": sys.executable}
    filled = [re.sub(r"\{(in|out|folder|python)\}", lambda match: places[match[1]], part) for part in command]
    try:
        done = subprocess.run(filled, capture_output=True, check=True, timeout=120)
    except OSError as error:
        raise ToolError(f"{name}: {error.strerror}: {filled[0]}") from error
    except subprocess.TimeoutExpired as error:
        raise ToolError(f"{name}: no answer in {error.timeout:.0f} seconds") from error
    except subprocess.CalledProcessError as error:
        complaint = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ToolError(f"{name}: {complaint[-1] if complaint else f'code {error.returncode}'}") from error
    return done.stdout.decode("utf-8", "replace")


@cache
def _letters(text: str) -> str:
    """Letters and digits alone, as one run."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def share_kept(text: str, sentence: str) -> float:
    """The share of a sentence's words that stand in a text in order, whatever parts or joins them."""
    letters = _letters(text)
    words = [_letters(word) for word in re.findall(r"\w+", sentence)]
    best = 0.0
    for opening in re.finditer(re.escape(words[0]), letters):
        place, kept = opening.start(), 0
        for word in words:
            if (end := _end_of(word, letters, place)) is not None:
                place, kept = end, kept + 1
        best = max(best, kept / len(words))
    return best


def _end_of(word: str, letters: str, place: int) -> int | None:
    """Where a word ends that begins near a place; or right there, and goes on behind what a page's edge put into it."""
    if (found := letters.find(word, place, place + _FARTHEST)) >= 0:
        return found + len(word)
    for cut in range(len(word) - 2, 1, -1):
        if letters.startswith(word[:cut], place) and (tail := letters.find(word[cut:], place, place + _FARTHEST)) >= 0:
            return tail + len(word) - cut
    return None
