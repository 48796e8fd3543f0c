"""The words of a citation as the article spaces them, where a copy has other marks between them: those of a mail, of
emphasis and links, another dash, a comma more or less.

A citation's digest counts the marks between its words. How wide each gap between two words is in the article is known,
and so what stood there can nearly always be told; the digest says whether it did.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from .._model.record import Citation
from .._text import FoldedText, folded
from .locate import Copy
from .quoted_forms import proves
from .tokens import normal_of

_layout: Final = re.compile(r"[*_#|>\[\]]")

_spaces: Final = re.compile(" +")

_usual: Final = {1: " ", 2: ", ", 3: " - "}  # what the article has in a gap of some width, nearly always


def stands_respaced(copy: Copy, citation: Citation, starts: Sequence[int], lengths: Sequence[int], word: int) -> bool:
    """Whether a citation's words stand in a copy from a word on, whatever marks are between them. ``starts`` and
    ``lengths`` are those of its words in the article.
    """
    form = _respaced(copy, citation, starts, lengths, word)
    return form is not None and proves(form, citation.digest)


def _respaced(
    copy: Copy, citation: Citation, starts: Sequence[int], lengths: Sequence[int], word: int
) -> FoldedText | None:
    """What stands in a copy from a word on, with the article's gaps; none, if marks at its ends are missing."""
    words, text = copy.words, copy.text
    places = range(word, word + len(starts))
    first, last = places[0], places[-1]
    lead, tail = starts[0] - citation.start, citation.end - starts[-1] - lengths[-1]
    before = _bare(text[words.ends[first - 1] if first else 0 : words.starts[first]])
    behind = _bare(text[words.ends[last] : words.starts[last + 1] if last + 1 < len(words) else len(text)])
    if len(before) < lead or len(behind) < tail:
        return None
    said = _plain(text[words.starts[first] : words.ends[first]])
    for number, (one, other) in enumerate(pairwise(places)):
        width = starts[number + 1] - starts[number] - lengths[number]
        said += _filled(text[words.ends[one] : words.starts[other]], width)
        said += _plain(text[words.starts[other] : words.ends[other]])
    return FoldedText(before[len(before) - lead :] + said + behind[:tail])


def _filled(gap: str, width: int) -> str:
    """What stands between two words, in the article's width."""
    for form in (_plain(gap), _bare(gap)):
        if len(form) == width:
            return form
    if width == 1 and "-" in _plain(gap):
        return "-"
    return _usual.get(width, _plain(gap))


def _plain(text: str) -> str:
    """A text in folded form, spaces at its ends kept."""
    return folded(normal_of(f"|{text}|"))[1:-1]


def _bare(gap: str) -> str:
    """The same without marks of layout."""
    return _spaces.sub(" ", _layout.sub("", _plain(gap)))
