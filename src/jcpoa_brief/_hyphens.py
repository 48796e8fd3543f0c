"""Words that were hyphenated where a line ended, put together again where they are one word of the article.

Whether a hyphen at the end of a line belongs to the word cannot be seen. So the copy is read once with all such words
put together. Those stay so that belong to a sentence which then has its digest, or that are as long as a word in a
changed sentence; whether that word stands, a citation's digest tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from ._compare import FoundParagraph, compare
from ._furniture import set_aside
from ._locate import Copy
from ._outline import Outline

_hyphen: Final = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\u2011][^\S\n]*\n[\s>]*(?=[^\W\d_])")


class Joined:
    """A text without some stretches of it, and the way between its offsets and those of the whole.

    >>> joined = Joined("a hy- phen", [(4, 6)])
    >>> joined.text, joined.outer(3, 8), joined.inner(10)
    ('a hyphen', (3, 10), 8)
    """

    def __init__(self, whole: str, gaps: list[tuple[int, int]]) -> None:
        starts = [0, *(end for _, end in gaps)]
        ends = [*(start for start, _ in gaps), len(whole)]
        self.text: Final = "".join(whole[start:end] for start, end in zip(starts, ends, strict=True))
        """What is left."""
        self._gaps: Final = [start for start, _ in gaps]
        self._lengths: Final = list(accumulate((end - start for start, end in gaps), initial=0))
        self.joins: Final = tuple(start - before for (start, _), before in zip(gaps, self._lengths[:-1], strict=True))
        """Where in it something was left out."""

    def outer(self, start: int, end: int) -> tuple[int, int]:
        """The place in the whole text of a stretch of what is left."""
        first, last = bisect_right(self.joins, start), bisect_left(self.joins, end)
        return start + self._lengths[first], end + self._lengths[last]

    def inner(self, offset: int) -> int:
        """The offset in what is left of an offset in the whole text."""
        return offset - self._lengths[bisect_left(self._gaps, offset)]


def joined(text: str, outline: Outline) -> Joined:
    """The text with those words put together that are one word of the article."""
    gaps = [match.span() for match in _hyphen.finditer(text)]
    if not gaps:
        return Joined(text, [])
    every = Joined(text, gaps)
    copy = Copy(every.text)
    stretches = [words for part in compare(copy, outline) for words in _read(part)]
    stretches += set_aside(copy, outline, bytearray(copy.words.lengths))
    kept: set[int] = set()
    for first, stop in stretches:
        start, end = copy.words.starts[first], copy.words.ends[stop - 1]
        kept.update(range(bisect_right(every.joins, start), bisect_left(every.joins, end)))
    return Joined(text, [gaps[number] for number in sorted(kept)])


def _read(part: FoundParagraph) -> Iterator[tuple[int, int]]:
    """The words of a copy that are read as the article's: sentences that stand, and words of changed ones."""
    for one in part.sentences:
        if one.rank is not None and one.words is not None:
            yield one.words
        elif one.changed is not None:
            yield from ((word, word + 1) for word in one.changed.pairs.values())
