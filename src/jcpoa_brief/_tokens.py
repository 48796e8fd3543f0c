r"""The words of any text, each with its place in the text as it was passed.

The words are those of the words form (``_text.words``), which composes characters, folds capitals and drops what is
invisible; what is added here is where each came from. A text is worked through in *clusters*: a character that never
joins the one before it, and what may. A form of a cluster does not depend on what stands around it, so that nothing
longer than a cluster need be compared to know where a word stands.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from itertools import groupby
from typing import Final, Literal, NamedTuple

from ._text import NormalText, normal

LONGEST: Final = 255
"""Lengths of words are kept in a byte each; a longer word counts as this long."""

_BLOCK: Final = 1 << 16
# Marks in a row that a text may have before they are sorted here: the library's own sorting takes the square of them.
_MANY_MARKS: Final = 30

# Characters whose place needs no thought: one character in all forms, and never joined to the one before it.
_PLAIN: Final = (
    r"\x00-\x7f\xa0\xa1-\xa7\xa9\xab\xac\xae\xb0\xb1\xb6\xb7\xbb\xbf-\xde\xe0-\xff"
    r"\u2010\u2012-\u2016\u2018-\u2023\u2027\u2030-\u2032\u2039\u203a\u20ac"
)
# Characters that begin a cluster; all others might join the one before them.
_STARTING: Final = (
    r"\x00-\u02ff\u1e00-\u1eff\u2000-\u20cf\u2100-\u2c5f\u3000-\u3029\u3030-\u3098\u309b-\u30ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\ufb00-\ufb06\uff01-\uff9d"
)
_INVISIBLE: Final = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"  # those of _text
_word: Final = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*")  # a word of _text
_unusual: Final = re.compile(f"[^{_PLAIN}]")
_cluster: Final = re.compile(rf"[{_STARTING}][^{_STARTING}]*|[^{_STARTING}]+")
_marks: Final = re.compile(rf"[^{_STARTING}]{{{_MANY_MARKS},}}")
_chunk: Final = re.compile(r"\S+")
_white: Final = re.compile(r"\s")
_space: Final = re.compile(r"\s+")
_invisible: Final = re.compile(f"[{_INVISIBLE}]")


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
        if _unusual.search(text, start, end) is None:
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


def normal_of(text: str) -> NormalText:
    """The normal form, as ``_text.normal`` makes it, but in linear time for any text."""
    return normal(text) if _marks.search(text) is None else stretch(text, 0, len(text)).normal


class Stretch(NamedTuple):
    """A part of a text in normal form, and where each of its characters came from."""

    normal: NormalText
    starts: array[int]
    """Where each character of the normal form starts in the whole text."""
    ends: array[int]
    """Where it ends there."""


def stretch(text: str, start: int, end: int) -> Stretch:
    """The normal form of a part of a text, with the way back."""
    form, starts, ends = _formed(text, start, end, "NFC")
    out: list[str] = []
    firsts, lasts = array("I"), array("I")
    reached = 0
    for match in _space.finditer(form):
        first, last = match.span()
        out.append(form[reached:first])
        firsts += starts[reached:first]
        lasts += ends[reached:first]
        if first and last < len(form):
            out.append(" ")
            firsts.append(starts[first])
            lasts.append(ends[last - 1])
        reached = last
    out.append(form[reached:])
    return Stretch(NormalText("".join(out)), firsts + starts[reached:], lasts + ends[reached:])


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The text cut at white space, so that a rare character slows down only its own block."""
    start = 0
    while start < len(text):
        cut = _white.search(text, min(start + _BLOCK, len(text)))
        end = cut.start() if cut else len(text)
        yield start, end
        start = end


def _with_forms(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The words of a stretch: start, end and words form."""
    for chunk in _chunk.finditer(text, start, end):
        first, last = chunk.span()
        if _unusual.search(text, first, last) is None:
            for match in _word.finditer(text, first, last):
                yield match.start(), match.end(), match.group().casefold()
        else:
            form, starts, ends = _formed(text, first, last, "NFKC")
            for match in _word.finditer(form):
                yield starts[match.start()], ends[match.end() - 1], match.group()


def _formed(text: str, start: int, end: int, form: Literal["NFC", "NFKC"]) -> tuple[str, array[int], array[int]]:
    """A stretch composed cluster by cluster (and case-folded, for the words form), each character with its place."""
    part = text[start:end]
    if _unusual.search(part) is None:
        plain = part.casefold() if form == "NFKC" else part
        return plain, array("I", range(start, end)), array("I", range(start + 1, end + 1))
    places = array("I", [start + place for place, char in enumerate(part) if _invisible.match(char) is None])
    visible = part if len(places) == len(part) else "".join([text[place] for place in places])
    out: list[str] = []
    starts, ends = array("I"), array("I")
    for match in _cluster.finditer(visible):
        first, last = match.span()
        cluster = match.group()
        made = composed(cluster, form)
        if form == "NFKC":
            made = composed(made.casefold(), form)
        out.append(made)
        if len(made) == len(cluster) and (len(made) == 1 or made == cluster):
            starts += places[first:last]
            ends.extend([place + 1 for place in places[first:last]])
        else:
            starts.extend([places[first]] * len(made))
            ends.extend([places[last - 1] + 1] * len(made))
    return "".join(out), starts, ends


def composed(cluster: str, form: Literal["NFC", "NFKC"]) -> str:
    """``unicodedata.normalize``, but linear also when thousands of combining marks follow each other out of order."""
    if len(cluster) <= _MANY_MARKS:
        return unicodedata.normalize(form, cluster)
    apart: Literal["NFD", "NFKD"] = "NFD" if form == "NFC" else "NFKD"
    decomposed = "".join([unicodedata.normalize(apart, char) for char in cluster])
    ordered = [
        "".join(sorted(run, key=unicodedata.combining) if joins else run)
        for joins, run in groupby(decomposed, key=lambda char: unicodedata.combining(char) != 0)
    ]
    return unicodedata.normalize("NFC", "".join(ordered))
