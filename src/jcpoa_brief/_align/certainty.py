"""Whether a citation surely stands where the best way puts it: what has two places that are equally good has none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from .matching import Match

CLOSE: Final = 20
"""Tenths of a bit by which the second-best place of a citation must be worse."""

SEVERAL: Final = 3
"""Words of a citation that leave no doubt whose they are."""

_MOVED: Final = 2  # words by which a name must be out of place on both sides to be another one


def is_certain(found: Match, words: tuple[int, int], places: Iterable[int], place: int) -> bool:
    """Whether a citation stands at one of its places: on the best way, when no other place does nearly as well, and
    when no other words of the sentence may be those that stand there.
    """
    on_it = all(found.pairs.get(number) == place + step for step, number in enumerate(range(*words)))
    if not on_it or _least(found, words, place) < found.score or _is_moved(found, words, place):
        return False
    rivals = [_least(found, words, other) for other in places if other != place]
    size = words[1] - words[0]
    rivals += [
        _least(found, (first, first + size), place)
        for first in range(len(found.through) - size + 1)
        if first != words[0]
    ]
    return max(rivals, default=0) <= found.score - CLOSE


def _is_moved(found: Match, words: tuple[int, int], place: int) -> bool:
    """Whether a name stands so many words later, and then earlier, or the other way round, than its neighbours on the
    way, that it may be one that was put in, while its own was taken away.
    """
    start, stop = words
    size = stop - start
    if size >= SEVERAL:
        return False
    before = max(((number, other) for number, other in found.pairs.items() if number < start), default=None)
    behind = min(((number, other) for number, other in found.pairs.items() if number >= stop), default=None)
    missing, width = len(found.through) - stop, max(max(row, default=0) for row in found.through) + 1
    # Where no neighbour is on the way, as many words as there is room for may stand there; a copy may go on.
    later = place - start - (before[1] - before[0]) if before else min(place - start, 0)
    earlier = behind[0] - behind[1] + place - start if behind else max(missing - (width - place - size), 0)
    return min(later, earlier) >= _MOVED or max(later, earlier) <= -_MOVED


def _least(found: Match, words: tuple[int, int], place: int) -> int:
    """The score of the best way that puts some words in a row at a place."""
    return min(found.through[number].get(place + step, 0) for step, number in enumerate(range(*words)))
