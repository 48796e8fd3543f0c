"""Pairing predictions with the spans that they get right: as many pairs as possible, each used once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from .predictions import LabelledSpan

Place: TypeAlias = int
"""A prediction's place among the predictions."""

Number: TypeAlias = int
"""An annotated span's place among the annotated spans."""


def paired(
    predictions: Sequence[LabelledSpan], annotated: Sequence[LabelledSpan], *, overlap: bool
) -> dict[Place, Number]:
    """Which prediction goes with which annotated span: the same place and label, or with ``overlap`` the same label and
    at least one character in common. Equal ones are paired first; then as many others as possible.

    >>> predicted = [LabelledSpan(1, 0, 9), LabelledSpan(1, 5, 6)]
    >>> paired(predicted, [LabelledSpan(1, 0, 4), LabelledSpan(1, 5, 9)], overlap=True)
    {0: 0, 1: 1}
    """
    equal: dict[LabelledSpan, Place] = {}
    for place, span in enumerate(predictions):
        equal.setdefault(span, place)
    pairs = {equal[span]: number for number, span in enumerate(annotated) if span in equal}
    return _Pairing(predictions, annotated, pairs).grown() if overlap else pairs


class _Near:
    """Predictions by paragraph, label and start, to find those that overlap a span without reading all."""

    def __init__(self, predictions: Sequence[LabelledSpan]) -> None:
        self._groups: Final[dict[tuple[int, str | None], list[tuple[int, int, Place]]]] = {}
        for place, span in enumerate(predictions):
            self._groups.setdefault((span.paragraph, span.label), []).append((span.start, span.end, place))
        for group in self._groups.values():
            group.sort()
        self._longest: Final = max((span.end - span.start for span in predictions), default=0)

    def overlapping(self, wanted: LabelledSpan) -> Iterator[Place]:
        group = self._groups.get((wanted.paragraph, wanted.label), [])
        for number in range(bisect_left(group, (wanted.start - self._longest,)), len(group)):
            start, end, place = group[number]
            if start >= wanted.end:
                return
            if end > wanted.start:
                yield place


class _Pairing:
    """A matching that grows by augmenting paths until none is left (C. Berge, 1957)."""

    def __init__(
        self, predictions: Sequence[LabelledSpan], annotated: Sequence[LabelledSpan], pairs: dict[Place, Number]
    ) -> None:
        near = _Near(predictions)
        self._right: Final = [list(near.overlapping(span)) for span in annotated]
        self._pairs: Final = pairs
        self._partner: Final = {number: place for place, number in pairs.items()}

    def grown(self) -> dict[Place, Number]:
        for number in range(len(self._right)):
            if number not in self._partner:
                self._augment(number)
        return self._pairs

    def _augment(self, number: Number) -> None:
        """Pairs one more span, breadth first, giving other spans new partners where that makes room."""
        came_from: dict[Place, Number] = {}
        queue = [number]
        for current in queue:
            for place in self._right[current]:
                if place in came_from:
                    continue
                came_from[place] = current
                if place not in self._pairs:
                    self._shift(place, came_from)
                    return
                queue.append(self._pairs[place])

    def _shift(self, place: Place | None, came_from: dict[Place, Number]) -> None:
        """Moves every pair on the path by one, from the free prediction back to the span that had none."""
        while place is not None:
            number = came_from[place]
            before = self._partner.get(number)
            self._pairs[place], self._partner[number] = number, place
            place = before
