"""A text as its words are compared: without the addresses of its links, and without the hyphens and line ends that part
words of the article.

Whether a hyphen at the end of a line belongs to the word cannot be seen. So the copy is read once with all such words
put together. Those stay so that belong to a sentence which then has its digest, or that are as long as a word in a
changed sentence; whether that word stands, a citation's digest tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from .addresses import addresses
from .compare import FoundParagraph, compare
from .furniture import set_aside
from .joined import Joined
from .locate import Copy
from .outline import Outline

_hyphen: Final = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\u2011][^\S\n]*\n[\s>]*(?=[^\W\d_])")


def as_compared(text: str, outline: Outline) -> Joined:
    """The text without the addresses of its links, and with those words put together that are one word of the
    article.
    """
    unseen = addresses(text)
    gaps = sorted([*unseen, *(match.span() for match in _hyphen.finditer(text))])
    every = Joined(text, gaps)
    if len(gaps) == len(unseen):
        return every
    copy = Copy(every.text)
    stretches = [words for part in compare(copy, outline) for words in _read(part)]
    stretches += set_aside(copy, outline, bytearray(copy.words.lengths))
    kept = {bisect_left(gaps, gap) for gap in unseen}
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
