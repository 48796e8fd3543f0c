"""A text worked through in *clusters*, a character that never joins the one before it and what may, with the place of
each character of its form.

A form of a cluster does not depend on what stands around it, so that nothing longer than a cluster need be compared to
know where a character came from, and a long text is worked through in pieces: what is held at a time is a piece,
whatever the length of the text.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import Final, Literal, NamedTuple, TypeAlias

Form: TypeAlias = Literal["NFC", "NFKC"]
"""How a cluster is composed: as in the normal form, or as in the words form, which folds capitals too."""

PIECE: Final = 1 << 12
"""Characters that are worked through at a time, and as many more as belong to the last of them."""

# Marks in a row that a text may have before they are sorted here: the library's own sorting takes the square of them.
_MANY_MARKS: Final = 30

# Characters whose place needs no thought: one character in all forms, and never joined to the one before it.
_PLAIN: Final = (
    r"\x00-\x7f\xa0\xa1-\xa7\xa9\xab\xac\xae\xb0\xb1\xb6\xb7\xbb\xbf-\xde\xe0-\xff"
    r"\u2010\u2012-\u2016\u2018-\u2023\u2027\u2030-\u2032\u2039\u203a\u20ac"
)

# Characters that begin a cluster; all others might join the one before them.
_STARTING: Final = (
    r"\x00-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u05ea\u0620-\u064a\u0660-\u066f\u0671-\u06d5\u0904-\u0939"
    r"\u0e01-\u0e37\u0e40-\u0e47\u1100-\u1112\u1e00-\u1eff\u2000-\u20cf\u2100-\u2c5f\u3000-\u3029\u3030-\u3098"
    r"\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufb00-\ufb06\ufb50-\ufdfc\ufe70-\ufefc"
    r"\uff01-\uff9d\U0001d400-\U0001d7ff\U0001f300-\U0001faff\U00020000-\U0002a6d6"
)

_INVISIBLE: Final = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"  # those of _text

unusual: Final = re.compile(f"[^{_PLAIN}]")
"""A character that is not the same in all forms, or that may join the one before it."""

many_marks: Final = re.compile(rf"[^{_STARTING}]{{{_MANY_MARKS},}}")
"""So many marks that the library's own sorting of them is too slow."""

# Plain characters that nothing joins are taken many at once.
_cluster: Final = re.compile(rf"([{_PLAIN}]+)(?![^{_STARTING}])|[{_STARTING}][^{_STARTING}]*|[^{_STARTING}]+")

_invisible: Final = re.compile(f"[{_INVISIBLE}]+")

_cut: Final = re.compile(rf"(?![{_INVISIBLE}])[{_STARTING}]")

_joining: Final = re.compile(rf"[{_INVISIBLE}]|[^{_STARTING}]")

_CODES: Final = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"


class Piece(NamedTuple):
    """A part of a text in some form, and where each of its characters came from."""

    form: str
    starts: array[int]
    """Where each character of the form starts in the whole text."""
    ends: array[int]
    """Where it ends there."""


def pieces(text: str, start: int, end: int, form: Form) -> Iterator[Piece]:
    """A stretch of a text composed cluster by cluster (and case-folded, for the words form), in pieces that end where a
    cluster does.

    >>> [piece.form for piece in pieces("So\u00adft", 0, 5, "NFKC")]
    ['soft']
    """
    while start < end:
        found = _cut.search(text, min(start + PIECE, end), end)
        stop = found.start() if found else end
        yield _formed(text, start, stop, form)
        start = stop


def _formed(text: str, start: int, end: int, form: Form) -> Piece:
    part = text[start:end]
    plain = _unjoined(part, form)
    if plain is not None:
        return Piece(plain, array("I", range(start, end)), array("I", range(start + 1, end + 1)))
    places: Sequence[int] = range(start, end)
    visible = part
    if _invisible.search(part) is not None:
        places = array("I", (start + place for place, char in enumerate(part) if _invisible.match(char) is None))
        visible = _invisible.sub("", part)
    out: list[str] = []
    starts, ends = array("I"), array("I")
    for match in _cluster.finditer(visible):
        first, last = match.span()
        cluster = match.group()
        made = cluster if match[1] else composed(cluster, form)
        if form == "NFKC":
            made = made.casefold() if match[1] else composed(made.casefold(), form)
        out.append(made)
        if match[1] or (len(made) == len(cluster) and (len(made) == 1 or made == cluster)):
            starts.extend(places[first:last])
            ends.extend(place + 1 for place in places[first:last])
        else:
            starts.extend(repeat(places[first], len(made)))
            ends.extend(repeat(places[last - 1] + 1, len(made)))
    return Piece("".join(out), starts, ends)


def _unjoined(part: str, form: Form) -> str | None:
    """The form of a text whose characters each stay one character; none, if that is not sure."""
    if unusual.search(part) is None:
        return part.casefold() if form == "NFKC" else part
    if _joining.search(part) is not None:
        return None
    made = unicodedata.normalize(form, part)
    if form == "NFKC":
        made = unicodedata.normalize(form, made.casefold())
    return made if len(made) == len(part) else None  # none joins another, and none becomes nothing


def composed(cluster: str, form: Form) -> str:
    """``unicodedata.normalize``, but linear also when thousands of combining marks follow each other out of order."""
    if len(cluster) <= _MANY_MARKS:
        return unicodedata.normalize(form, cluster)
    apart: Literal["NFD", "NFKD"] = "NFD" if form == "NFC" else "NFKD"
    steps = range(0, len(cluster), _MANY_MARKS)
    decomposed = (unicodedata.normalize(apart, cluster[step : step + _MANY_MARKS]) for step in steps)
    return unicodedata.normalize("NFC", _ordered(decomposed))


def _ordered(decomposed: Iterable[str]) -> str:
    """Marks in a row sorted by their classes, those of one class left in their order."""
    out = array("I")
    waiting: dict[int, array[int]] = {}
    for char in chain.from_iterable(decomposed):
        kind = unicodedata.combining(char)
        if not kind:
            _release(waiting, out)
            out.append(ord(char))
        elif kind in waiting:
            waiting[kind].append(ord(char))
        else:
            waiting[kind] = array("I", (ord(char),))
    _release(waiting, out)
    return str(out, _CODES, "surrogatepass")


def _release(waiting: dict[int, array[int]], out: array[int]) -> None:
    for kind in sorted(waiting):
        out += waiting.pop(kind)
