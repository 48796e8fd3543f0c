"""A text without some stretches of it, and the way back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Final


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
