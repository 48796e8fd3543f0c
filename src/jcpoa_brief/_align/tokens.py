"""The words of any text, and its normal form, each with its place in the text as it was passed.

The words are those of the words form (``_text.words``), which composes characters, folds capitals and drops what is
invisible; what is added here is where each came from.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from typing import Final, NamedTuple

from .._text import NormalText, normal
from .clusters import PIECE, Piece, many_marks, pieces, unusual

LONGEST: Final = 255
"""Lengths of words are kept in a byte each; a longer word counts as this long."""

_LONG: Final = 2 * PIECE  # a stretch without white space that is longer is read in pieces

_GROWTH: Final = 3  # a character of a text is so many of its normal form at the most

_word: Final = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*")  # a word of _text

_white: Final = re.compile(r"\s")

_runs: Final = re.compile(r"(\s+)|\S+")


class Words:
    """The words of a text: for each the offsets where it starts and ends, and its length in words form."""

    __slots__ = ("ends", "lengths", "starts")

    def __init__(self) -> None:
        self.starts: Final = array("I")
        self.ends: Final = array("I")
        self.lengths: Final = bytearray()

    def __len__(self) -> int:
        return len(self.lengths)


def words_of(text: str) -> Words:
    """The words of a text in order, in time linear in its length.

    >>> found = words_of("So\u00adft, **hard**")
    >>> list(zip(found.starts, found.ends, found.lengths))
    [(0, 5, 4), (9, 13, 4)]
    """
    found = Words()
    for start, end in _blocks(text):
        if end - start <= _LONG and unusual.search(text, start, end) is None:
            spans = [match.span() for match in _word.finditer(text, start, end)]
            found.starts.extend([span[0] for span in spans])
            found.ends.extend([span[1] for span in spans])
            found.lengths.extend([min(span[1] - span[0], LONGEST) for span in spans])
        else:
            for place, stop, word in _with_forms(text, start, end):
                found.starts.append(place)
                found.ends.append(stop)
                found.lengths.append(min(len(word), LONGEST))
    return found


def words_between(text: str, start: int, end: int) -> list[str]:
    """The words of a stretch, in words form."""
    return [word for _, _, word in _with_forms(text, start, end)]


def normal_of(text: str, most: int | None = None) -> NormalText:
    """The normal form, as ``_text.normal`` makes it, but in linear time for any text. Of a long one, no more than so
    many characters are made.
    """
    if len(text) <= PIECE and many_marks.search(text) is None:
        return normal(text)
    return _stretched(text, 0, len(text), _GROWTH * len(text) if most is None else most).normal


class Stretch(NamedTuple):
    """A part of a text in normal form, and where each of its characters came from."""

    normal: NormalText
    starts: array[int]
    """Where each character of the normal form starts in the whole text."""
    ends: array[int]
    """Where it ends there."""


def stretch(text: str, start: int, end: int) -> Stretch:
    """The normal form of a part of a text, with the way back."""
    return _stretched(text, start, end, _GROWTH * (end - start))


def _stretched(text: str, start: int, end: int, most: int) -> Stretch:
    """A stretch, of which no more than so many characters are made."""
    out: list[str] = []
    firsts, lasts = array("I"), array("I")
    space: tuple[int, int] | None = None  # read, and written when something stands behind it
    for form, starts, ends in pieces(text, start, end, "NFC"):
        said: list[str] = []
        for match in _runs.finditer(form):
            first, last = match.span()
            if match[1]:
                space = space[0] if space else starts[first], ends[last - 1]
                continue
            if space and firsts:
                said.append(" ")
                firsts.append(space[0])
                lasts.append(space[1])
            space = None
            last = min(last, first + max(most - len(firsts), 0))
            said.append(form[first:last])
            firsts += starts[first:last]
            lasts += ends[first:last]
            if len(firsts) >= most:
                break
        out.append("".join(said))
        if len(firsts) >= most:
            break
    return Stretch(NormalText("".join(out)), firsts, lasts)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The text cut at white space, so that a rare character slows down only its own block."""
    start = 0
    while start < len(text):
        cut = _white.search(text, min(start + PIECE, len(text)))
        end = cut.start() if cut else len(text)
        yield start, end
        start = end


def _with_forms(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The words of a stretch: start, end and words form."""
    reader = _Reader()
    for piece in pieces(text, start, end, "NFKC"):
        yield from reader.read(piece)
    yield from reader.rest()


class _Reader:
    """Reads words in pieces: one that a piece breaks off goes on in the next."""

    __slots__ = ("_end", "_last", "_said", "_start")

    def __init__(self) -> None:
        self._said: list[str] = []
        self._last = ""
        """The open word's last character, and the point or comma behind it, if it might go on there."""
        self._start = self._end = 0

    def read(self, piece: Piece) -> Iterator[tuple[int, int, str]]:
        """The words that end in a piece, or ended before it."""
        read = len(self._last)
        whole = self._last + piece.form
        for match in _word.finditer(whole):
            first, last = match.span()
            if self._said and not first:
                self._said.append(whole[1:last])
            else:
                yield from self.rest()
                self._said = [match.group()]
                self._start = piece.starts[first - read]
            if last > read:
                self._end = piece.ends[last - 1 - read]
            self._last = whole[last - 1 : last + 2]
            if not _may_go_on(self._last):
                yield from self.rest()

    def rest(self) -> Iterator[tuple[int, int, str]]:
        """The word that was open, if one was."""
        if self._said:
            yield self._start, self._end, "".join(self._said)
        self._said, self._last = [], ""


def _may_go_on(ending: str) -> bool:
    """Whether a word might go on in the next piece, of which this is the last character and what stands behind it."""
    return len(ending) == 1 or (len(ending) == 2 and ending[0].isdecimal() and ending[1] in ".,")  # noqa: PLR2004 - both
