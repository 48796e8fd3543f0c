"""Which of many intervals overlap a given one, in time that grows with the answer and not with their number.

The intervals stand sorted by start, under a binary tree that knows the latest end below each of its nodes (an interval
tree in the augmented form of Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, chapter 14).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from ._dates import DateRange

_FIRST = 0  # before the ordinal of any date
_LAST = 10**7  # behind it
_LEAF = 16  # intervals below a leaf of the tree: so few are looked through faster than a tree over them is walked


class Intervals:
    """Date ranges, each with the position of the record that it belongs to."""

    __slots__ = ("_latest", "_positions", "_size", "_starts", "_stops")

    def __init__(self, ranges: Iterable[tuple[DateRange, int]]) -> None:
        spans = sorted((*_ordinals(days), position) for days, position in ranges)
        self._starts = [start for start, _, _ in spans]
        self._stops = [stop for _, stop, _ in spans]
        self._positions = [position for _, _, position in spans]
        leaves = [max(self._stops[low : low + _LEAF]) for low in range(0, len(spans), _LEAF)]
        self._size = 1 << max(0, len(leaves) - 1).bit_length()
        self._latest = [-1] * self._size + leaves + [-1] * (self._size - len(leaves))
        for node in range(self._size - 1, 0, -1):
            self._latest[node] = max(self._latest[2 * node], self._latest[2 * node + 1])

    def overlapping(self, days: DateRange) -> tuple[int, ...]:
        """The positions whose range shares a day with the given one, ascending, each once."""
        start, end = _ordinals(days)
        before = bisect_right(self._starts, end)
        found = set[int]()
        for leaf in self._reaching(start, before):
            held = slice(leaf, min(leaf + _LEAF, before))
            pairs = zip(self._positions[held], self._stops[held], strict=True)
            found.update([position for position, stop in pairs if stop >= start])
        return tuple(sorted(found))

    def _reaching(self, start: int, before: int) -> Iterator[int]:
        """Where those leaves begin, before a place, that hold an interval which ends at ``start`` or later."""
        waiting = [(1, 0, self._size * _LEAF)]
        while waiting:
            node, low, high = waiting.pop()
            if low >= before or self._latest[node] < start:
                continue
            if high - low == _LEAF:
                yield low
            else:
                middle = (low + high) // 2
                waiting += [(2 * node, low, middle), (2 * node + 1, middle, high)]


def _ordinals(days: DateRange) -> tuple[int, int]:
    """First and last day as numbers; an open end lies beyond every date."""
    return (
        days.earliest.toordinal() if days.earliest else _FIRST,
        days.latest.toordinal() if days.latest else _LAST,
    )
