"""Quotations in a text: what stands between a pair of marks, in any language's typography."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from .markup import NOTHING
from .words import Text

# Opening marks with what may close them: CLDR's delimiters of all languages, and what keyboards have.
_DOUBLE: Final = {
    "\u201c": '\u201d\u201f"', "\u201d": "\u201d", "\u201e": '\u201c\u201d\u201f"', "\u201f": "\u201d",
    "\u00ab": "\u00bb", "\u00bb": "\u00ab\u00bb", "\u300a": "\u300b", "\u300c": "\u300d", "\u300e": "\u300f",
    "\u301d": "\u301e\u301f", "\ufe41": "\ufe42", "\ufe43": "\ufe44", "\uff02": "\uff02", '"': '"\u201d', "\u275d":
    "\u275e", "\u2e42": "\u201f\u201d",
}  # fmt: skip
_SINGLE: Final = {
    "\u2018": "\u2019", "\u2019": "\u2019", "\u201a": "\u2018\u2019", "\u201b": "\u2019", "\u2039": "\u203a",
    "\u203a": "\u2039\u203a", "'": "'", "`": "'`\u00b4", "\u300c": "\u300d", "\u3008": "\u3009", "\u275b": "\u275c",
}  # fmt: skip
OPENING: Final = frozenset(_DOUBLE) | frozenset(_SINGLE)
CLOSING: Final = frozenset("".join([*_DOUBLE.values(), *_SINGLE.values()]))
_MARK: Final = re.compile(f"``|''|<<|>>|,,(?=\\w)|[{re.escape(''.join(OPENING | CLOSING))}]")
_PAIRS: Final = {**_SINGLE, **_DOUBLE, "``": "''", "<<": ">>", ",,": "''\u201d\""}
_SINGLES: Final = frozenset(_SINGLE) - frozenset(_DOUBLE)

_SINGLE_MARK: Final = re.compile("[\u2018\u2019']")
_BLOCKS: Final = 8  # behind its own, in which a mark may be closed
_DEEPEST: Final = 12  # quotations inside each other; more are not looked at

Pair = tuple[int, int]
"""The number of a quotation's first word, and of the one behind its last."""


def quotations(text: Text) -> list[Pair]:
    """The quotations of a text, those inside others too, in the order of their first words."""
    found: set[Pair] = set()
    for start, end in [*_pairs(text), *text.quotes]:
        pair = bisect_left(text.starts, start), bisect_left(text.starts, end)
        if pair[0] < pair[1]:
            found.add(pair)
    return sorted(found, key=lambda pair: (pair[0], -pair[1]))


class _Unclosed(NamedTuple):
    """A mark that nothing closes in its block."""

    mark: str
    start: int
    """Where the quotation begins."""
    end: int
    """Where its block ends."""
    block: int


def _pairs(text: Text) -> Iterator[Pair]:
    """Where quotations begin and end: marks are paired inside a block. One that nothing closes there may be closed in
    one of the next blocks that goes on in the middle of a sentence, as behind a page's end; else it reaches to the end
    of its block.
    """
    waiting: list[_Unclosed] = []
    for number, (first, behind) in enumerate(pairwise([*text.block_starts, len(text.masked)])):
        yield from ((one.start, one.end) for one in waiting if number - one.block > _BLOCKS)
        waiting = [one for one in waiting if number - one.block <= _BLOCKS]
        head = bisect_left(text.starts, first)
        goes_on = head < len(text) and text.masked[text.starts[head]].islower()
        yield from _paired(text.masked, first, behind, number, waiting if goes_on else [], waiting)
    yield from ((one.start, one.end) for one in waiting)


def _paired(  # noqa: C901, PLR0913, PLR0917  # one walk over the marks of a block
    masked: str, begin: int, end: int, block: int, open_before: list[_Unclosed], waiting: list[_Unclosed]
) -> Iterator[Pair]:
    """The quotations of a block. A mark that it does not open closes one that is open before it; what is left unclosed
    is added to those that wait.
    """
    stack: list[tuple[str, int]] = []
    closing_singles = _closing_singles(masked, begin, end)
    for match in _MARK.finditer(masked, begin, end):
        mark = match[0]
        before, behind = _beside(masked, match)
        if mark in ("'", "\u2019") and before.isalnum() and behind.isalnum():
            continue
        closes = next((at for at in range(len(stack) - 1, -1, -1) if mark in _PAIRS[stack[at][0]]), None)
        opens = mark in _PAIRS and (
            behind.isalnum()
            or behind in "[(\u2026$\u20ac\u00a3"
            or masked.startswith("..", match.end())
            or behind in OPENING
            or (mark in "\u00ab\u2039" and behind.isspace())
        )
        if closes is not None and not (
            opens and not before.isalnum() and before in " \n([\u2014-" and mark not in "\u201c\u2018"
        ):
            is_apostrophe = mark in ("\u2019", "'") and match.start() not in closing_singles
            if is_apostrophe and before.isalpha() and behind.isspace():
                continue
            if not before.isspace() or not behind.isalnum():
                yield stack[closes][1], match.start()
                del stack[closes:]
                continue
        opener = next((one for one in reversed(open_before) if mark in _PAIRS[one.mark]), None)
        if closes is None and not opens and opener:
            waiting.remove(opener)
            yield opener.start, match.start()
        elif opens and (not before.isalnum() or unicodedata.category(mark[0]) == "Ps" or not before.isascii()):
            stack.append((mark, match.end()))
            del stack[:-_DEEPEST]
    for opened, start in stack:
        if opened not in _SINGLES and opened in _PAIRS[opened]:
            yield start, end
        elif opened not in _SINGLES:
            waiting.append(_Unclosed(opened, start, end, block))


def _closing_singles(masked: str, begin: int, end: int) -> set[int]:
    """Where single marks of a block stand that close: the last before each that opens, and the last of all. Those
    before them may be apostrophes.
    """
    found: set[int] = set()
    last = -1
    for match in _SINGLE_MARK.finditer(masked, begin, end):
        before, behind = _beside(masked, match)
        if not behind.isalnum():
            last = match.start()
        elif match[0] != "\u2019" and not before.isalnum():
            found.add(last)
    return found | {last}


def _beside(masked: str, match: re.Match[str]) -> tuple[str, str]:
    """The characters before and behind a mark; a space at the text's edges."""
    start, end = match.span()
    while start and masked[start - 1] == NOTHING:
        start -= 1
    while end < len(masked) and masked[end] in NOTHING + "*_":
        end += 1
    return masked[start - 1] if start else " ", masked[end] if end < len(masked) else " "
