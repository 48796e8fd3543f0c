"""The words of a changed sentence that were found in a copy, in runs; and the marks that part them from others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from .certainty import SEVERAL
from .locate import Copy
from .marks import gap, mark
from .outline import SentenceOutline
from .relocate import Changed

MORE: Final = 3
"""In the place of missing words stand as many, or so many more or less."""

_PLAIN_GAP: Final = 1  # one space between two words of the article: it has no mark there

_space: Final = re.compile(r"\s+")


class Run(NamedTuple):
    """Words in a row, in the sentence and in the copy."""

    number: int
    place: int
    size: int

    @property
    def stop(self) -> int:
        """The word of the sentence behind its last."""
        return self.number + self.size

    def to(self, start: int, stop: int) -> Run:
        """The part of it from one word of the sentence to before another."""
        return Run(start, self.place + start - self.number, stop - start)


class Found(NamedTuple):
    """A sentence that was found with other words than its own, and what is known of it."""

    copy: Copy
    sentence: SentenceOutline
    changed: Changed
    proved: frozenset[int]
    """Its words that a citation's digest proves."""
    sure: frozenset[int]
    """Those of them in a citation of several words."""
    paired: frozenset[int]
    """The words of the copy that are as long as its own, and stand in their order."""

    @classmethod
    def of(cls, copy: Copy, sentence: SentenceOutline, changed: Changed) -> Found:
        """The sentence with what its citations prove."""
        spans = [sentence.words_in(citation) for citation in changed.spans]
        proved = frozenset(number for span in spans for number in range(*span))
        sure = frozenset(number for span in spans if span[1] - span[0] >= SEVERAL for number in range(*span))
        return cls(copy, sentence, changed, proved, sure, frozenset(changed.pairs.values()))

    def gap(self, word: int) -> str:
        """What stands in the copy before a word."""
        return gap(self.copy, word)

    def has_room(self, number: int, gap: str) -> bool:
        """Whether what stands in the copy before a word of the sentence may be the article's own marks, to judge by
        their number; never, where the article has nothing but a space.
        """
        starts, lengths = self.sentence.source.word_starts, self.sentence.source.word_lengths
        room = starts[number] - starts[number - 1] - lengths[number - 1]
        return room > _PLAIN_GAP and room == len(_space.sub(" ", gap))

    def has_marks(self, number: int, stop: int) -> bool:
        """Whether the article has more than spaces between or around some words of the sentence, its first excepted."""
        starts, lengths = self.sentence.source.word_starts, self.sentence.source.word_lengths
        words = range(number, min(stop + 1, len(starts)))
        return any(starts[word] - starts[word - 1] - lengths[word - 1] > _PLAIN_GAP for word in words)

    @property
    def is_small(self) -> bool:
        """Whether less than half of the sentence was found, by a clause of it."""
        return 2 * len(self.changed.pairs) < len(self.sentence.lengths)


def runs_of(changed: Changed) -> list[Run]:
    """The words that were found, those in a row taken together."""
    runs: list[Run] = []
    for number, place in changed.pairs.items():
        if runs and runs[-1].stop == number and runs[-1].place + runs[-1].size == place:
            runs[-1] = runs[-1]._replace(size=runs[-1].size + 1)
        else:
            runs.append(Run(number, place, 1))
    return runs


def pairs_of(runs: Iterable[Run]) -> dict[int, int]:
    """The words of some runs, each with its word of the copy."""
    return {run.number + step: run.place + step for run in runs for step in range(run.size)}


def is_sure(found: Found, run: Run) -> bool:
    """Whether a citation of several words is proved in a run."""
    return not found.sure.isdisjoint(range(run.number, run.stop))


def hull_of(found: Found, run: Run) -> tuple[int, int] | None:
    """From the first proved word of a run to behind the last; names alone count only where no clause is proved."""
    numbers = range(run.number, run.stop)
    proved = [number for number in numbers if number in (found.sure if is_sure(found, run) else found.proved)]
    return (proved[0], proved[-1] + 1) if proved else None


def encloses(found: Found, run: Run, last: Run | None = None) -> bool:
    """Whether marks stand at both ends of a run, or of several."""
    end = last or run
    return bool(mark.search(found.gap(run.place)) and mark.search(found.gap(end.place + end.size)))
