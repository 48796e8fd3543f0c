"""The words of a citation as the article spaces them, where a copy has other marks between them: those of a mail, of
emphasis and links, another dash, a comma more or less.

A citation's digest counts the marks between its words. How wide each gap between two words is in the article is known,
and so what stood there can nearly always be told; the digest says whether it did.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from ._locate import Copy
from ._outline import SentenceOutline
from ._record import Citation
from ._text import FoldedText, folded
from ._tokens import normal_of

_layout: Final = re.compile(r"[*_#|>\[\]]")
_spaces: Final = re.compile(" +")
_usual: Final = {1: " ", 2: ", ", 3: " - "}  # what the article has in a gap of some width, nearly always


def respaced(copy: Copy, sentence: SentenceOutline, citation: Citation, word: int) -> FoldedText | None:
    """What stands in a copy from a word on, with the article's gaps; none, if marks at its ends are missing."""
    start, stop = sentence.words_in(citation)
    words, text, source = copy.words, copy.text, sentence.source
    places = range(word, word + stop - start)
    first, last = places[0], places[-1]
    lead = source.word_starts[start] - citation.start
    tail = citation.end - source.word_starts[stop - 1] - source.word_lengths[stop - 1]
    before = _bare(text[words.ends[first - 1] if first else 0 : words.starts[first]])
    behind = _bare(text[words.ends[last] : words.starts[last + 1] if last + 1 < len(words) else len(text)])
    if len(before) < lead or len(behind) < tail:
        return None
    widths = [
        source.word_starts[number + 1] - source.word_starts[number] - source.word_lengths[number]
        for number in range(start, stop - 1)
    ]
    gaps = [text[words.ends[one] : words.starts[other]] for one, other in pairwise(places)]
    filled = [_filled(gap, width) for gap, width in zip(gaps, widths, strict=True)]
    said = [_plain(text[words.starts[place] : words.ends[place]]) for place in places]
    inner = "".join(part for pair in zip(said, [*filled, ""], strict=True) for part in pair)
    return FoldedText(before[len(before) - lead :] + inner + behind[:tail])


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
