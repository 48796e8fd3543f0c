"""The article as its maintainers hold it: paragraphs, sentences and page furniture. Needs a copy of the text, which the
project does not contain.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jcpoa_brief._text import NormalText, folded, full_digest, letters, normal, words

VARIABLE: Final = "JCPOA_BRIEF_COPY"
# A sentence ends with its mark, and with the quotation mark that closes behind it.
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])(?:(?<=[.!?])|(?<=[.!?][”\"])) (?=[“\"A-Z])")
_WORDLIKE: Final = re.compile(r"\w")


def copy_path(given: str | None) -> Path:
    """The copy named on the command line or by the environment; ends the program with a message when there is none."""
    named = given or os.environ.get(VARIABLE)
    if not named:
        sys.exit(f"name your copy of the article, or set {VARIABLE} to its path")
    path = Path(named)
    if not path.is_file():
        sys.exit(f"there is no copy of the article at {path}")
    return path


@dataclass(frozen=True)
class Block:
    """A block of the page: a paragraph of the body, a pull quote or a related title."""

    text: NormalText
    kind: str
    after: int
    repeats: int | None = None


@dataclass(frozen=True)
class SourceText:
    """The body's paragraphs, numbered from 1, and what is between them."""

    paragraphs: tuple[NormalText, ...]
    furniture: tuple[Block, ...]

    @classmethod
    def read(cls, path: Path) -> SourceText:
        """The text of a copy that has blank lines between its blocks and related titles in square brackets."""
        blocks = [normal(block) for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))]
        blocks = [block for block in blocks if block]
        quoted = dict(_pull_quotes(blocks))
        numbers: dict[int, int] = {}
        for place, block in enumerate(blocks):
            if place not in quoted and not block.startswith("["):
                numbers[place] = len(numbers) + 1
        furniture: list[Block] = []
        last = 0
        for place, block in enumerate(blocks):
            if place in numbers:
                last = numbers[place]
            elif place in quoted:
                furniture.append(Block(block, "pull_quote", last, numbers[quoted[place]]))
            else:
                furniture.append(Block(normal(block.strip("[]")), "related_title", last))
        return cls(tuple(blocks[place] for place in numbers), tuple(furniture))

    def spans(self, paragraph: int, wanted: str) -> list[tuple[int, int]]:
        """Where some words occur as whole words in a paragraph, as offsets into its normal form."""
        text = self.paragraphs[paragraph - 1]
        words_ = normal(wanted)
        found = [match.start() for match in re.finditer(re.escape(folded(words_)), folded(text))]
        return [(start, start + len(words_)) for start in found if _whole(text, start, start + len(words_))]


def _pull_quotes(blocks: list[NormalText]) -> Iterator[tuple[int, int]]:
    """Blocks whose words are all, in order, in a neighbouring longer block."""
    for place, block in enumerate(blocks):
        for host in (place - 1, place + 1):
            if 0 <= host < len(blocks) and len(blocks[host]) > len(block) and not block.startswith("["):
                later = iter(words(blocks[host]).split())
                if all(word in later for word in words(block).split()):
                    yield place, host
                    break


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a span does not cut a word."""
    before = start > 0 and _WORDLIKE.match(text[start - 1]) and _WORDLIKE.match(text[start])
    after = end < len(text) and _WORDLIKE.match(text[end - 1]) and _WORDLIKE.match(text[end])
    return not before and not after


def sentences(text: NormalText) -> list[tuple[int, int]]:
    """The sentences of a paragraph, as offsets; with one space between two."""
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
    return [(start, end) for start, end in zip(starts, [*(start - 1 for start in starts[1:]), len(text)], strict=True)]


def measures(text: NormalText) -> dict[str, int | str]:
    """What is shipped of a text in place of its words."""
    bare = words(text)
    return {
        "words": len(bare.split()),
        "sha256": full_digest(text),
        "folded_sha256": full_digest(folded(text)),
        "words_sha256": full_digest(bare),
        "letters": len(letters(text)),
        "letters_sha256": full_digest(letters(text)),
    }
