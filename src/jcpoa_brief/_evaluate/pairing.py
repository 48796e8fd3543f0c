"""Pairs predictions with the spans that they match: as many pairs as possible, each used once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from .predictions import LabelledSpan


def paired(predictions: Sequence[LabelledSpan], annotated: Sequence[LabelledSpan], *, overlap: bool) -> dict[int, int]:
    """Which prediction goes with which annotated span, by their numbers: the same place and label, or with ``overlap``
    the same label and at least one character in common. Equal ones are paired first; then as many others as possible.
    """
    equal: dict[LabelledSpan, int] = {}
    for place, span in enumerate(predictions):
        equal.setdefault(span, place)
    pairs = {equal[span]: number for number, span in enumerate(annotated) if span in equal}
    if overlap:
        near = list(_overlapping(predictions, annotated))
        partner = {number: place for place, number in pairs.items()}
        for number in range(len(annotated)):
            if number not in partner:
                _pair_one_more(number, near, pairs, partner)
    return pairs


def _overlapping(predictions: Sequence[LabelledSpan], annotated: Sequence[LabelledSpan]) -> Iterator[list[int]]:
    """For each annotated span, the predictions with its label that overlap it."""
    groups: dict[tuple[int, str | None], list[tuple[int, int, int]]] = {}
    for place, span in enumerate(predictions):
        groups.setdefault((span.paragraph, span.label), []).append((span.start, span.end, place))
    for group in groups.values():
        group.sort()
    longest = max((span.end - span.start for span in predictions), default=0)
    for wanted in annotated:
        group = groups.get((wanted.paragraph, wanted.label), [])
        reaching = group[bisect_left(group, (wanted.start - longest,)) : bisect_left(group, (wanted.end,))]
        yield [place for _, end, place in reaching if end > wanted.start]


def _pair_one_more(number: int, near: Sequence[Sequence[int]], pairs: dict[int, int], partner: dict[int, int]) -> None:
    """Pairs an annotated span if it can, giving others new partners along the shortest such path (C. Berge, 1957)."""
    came_from: dict[int, int] = {}
    queue = [number]
    for current in queue:
        for place in near[current]:
            if place in came_from:
                continue
            came_from[place] = current
            if place in pairs:
                queue.append(pairs[place])
                continue
            free: int | None = place
            while free is not None:  # back along the path, each span takes the prediction that came free
                span = came_from[free]
                before = partner.get(span)
                pairs[free], partner[span] = span, free
                free = before
            return
