"""The best way to lay a changed sentence over a stretch of a copy, when of the sentence only the lengths of its words
and the digests of some of them are known.

It is the local alignment of molecular biology (Smith and Waterman, 1981) over word lengths: a pair of equal length
tells as many bits as the length is rare, a pair that a citation's digest proves tells more, and each break costs a
fixed number of bits, however long it is. Every pair that is on some best way is known from a pass forward and a pass
backward, so that it is also known when two ways are equally good.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

BREAK: Final = 60
"""What a break costs, in tenths of a bit: two words of equal length in a row, found by chance, do not pay for it."""

PROVED: Final = 80
"""What a digest adds to each word that it proves: one proved word pays for a break, and two lengths that happen to be
equal do not outweigh it."""

SENTENCE: Final = 60
"""What a break costs more for each end of a sentence in the copy that it leaps over."""

_NEVER: Final = -(10**9)

Proofs = Mapping[tuple[int, int], int]
"""Pairs of a word of the sentence and one of the copy that a digest proves, each with what that adds."""


class Match(NamedTuple):
    """The best way: its score, its pairs of words, and for each pair the score of the best way that takes it."""

    score: int
    pairs: dict[int, int]
    """Words of the sentence, each with its word of the copy."""
    through: list[dict[int, int]]
    """For each word of the sentence, the words of the copy it may stand at, with the best score of a way there."""


def match(
    sentence: bytes, copy: Sequence[int], bits: Sequence[int], proofs: Proofs, ended: Sequence[int] | None = None
) -> Match:
    """Lay the word lengths of a sentence over those of a stretch of the copy. ``ended`` says for each word of the copy
    how many sentences ended before it.
    """
    tells = _tells(sentence, copy, bits, proofs)
    toll = [SENTENCE * count for count in ended] if ended else [0] * len(copy)
    forward = _pass(tells, toll)
    last = len(copy) - 1
    mirrored = [{last - place: told for place, told in row.items()} for row in reversed(tells)]
    backward = _pass(mirrored, [toll[-1] - paid for paid in reversed(toll)] if toll else [])
    through = [
        {place: score + back[last - place] - tells[number][place] for place, score in row.items()}
        for number, (row, back) in enumerate(zip(forward, reversed(backward), strict=True))
    ]
    score = max((max(row.values(), default=0) for row in forward), default=0)
    return Match(score, _trace(forward, tells, toll, score), through)


def _tells(sentence: bytes, copy: Sequence[int], bits: Sequence[int], proofs: Proofs) -> list[dict[int, int]]:
    """For each word of the sentence, the words of the copy that may be it, and what the pair tells."""
    by_length: dict[int, list[int]] = {}
    for place, length in enumerate(copy):
        by_length.setdefault(length, []).append(place)
    tells = [dict.fromkeys(by_length.get(length, ()), bits[length]) for length in sentence]
    for (number, place), more in proofs.items():
        tells[number][place] = tells[number].get(place, 0) + more
    return tells


def _pass(tells: list[dict[int, int]], toll: list[int]) -> list[dict[int, int]]:
    """For each pair, the score of the best way that ends with it."""
    rows: list[dict[int, int]] = []
    best = [_NEVER] * len(toll)  # of all ways that end before this row and not behind this column, tolls not yet paid
    before: dict[int, int] = {}
    for tell in tells:
        row: dict[int, int] = {}
        for place, told in tell.items():
            broken = best[place - 1] - BREAK - toll[place] if place else _NEVER
            row[place] = told + max(0, before.get(place - 1, _NEVER), broken)
        reached = list(best)
        for place, score in row.items():
            reached[place] = max(reached[place], score + toll[place])
        best = list(accumulate(reached, max))
        rows.append(row)
        before = row
    return rows


def _trace(rows: list[dict[int, int]], tells: list[dict[int, int]], toll: list[int], score: int) -> dict[int, int]:
    """The pairs of a best way; of several, the one that ends first in the copy and breaks last."""
    pairs: dict[int, int] = {}
    ends = [(place, number) for number, row in enumerate(rows) for place, reached in row.items() if reached == score]
    place, number = min(ends, default=(0, -1))
    while number >= 0:
        pairs[number] = place
        left = rows[number][place] - tells[number][place]
        if left == 0:
            break
        if number and rows[number - 1].get(place - 1) == left:
            number, place = number - 1, place - 1
        else:
            number, place = next(
                (earlier, at)
                for earlier in range(number - 1, -1, -1)
                for at, reached in sorted(rows[earlier].items(), reverse=True)
                if at < place and reached == left + BREAK + toll[place] - toll[at]
            )
    return dict(sorted(pairs.items()))
