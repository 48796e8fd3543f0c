"""Part of a sentence, as another outlet quotes it, told from a sentence whose words were changed.

Nothing smaller than a citation has a digest. What a citation proves, stands. Words beside it are known to be others
than the sentence's when its own words stand on both sides of them, or when the sentence next to it does. Otherwise
nobody can tell somebody else's words from changed ones, and they are *open*: neither proved nor altered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from ._interrupted import is_block
from ._locate import Copy
from ._outline import SentenceOutline
from ._relocate import Changed, Ground, standing_on
from ._seeds import Region
from ._tokens import normal_of

_FIRM: Final = 6  # words in a row, none of them proved, that are the sentence's all the same
_SEVERAL: Final = 3  # words of a citation that leave no doubt whose they are
_MORE: Final = 3  # as many words as are missing, or so many more or less, stand in their place
_PLAIN_GAP: Final = 1  # one space between two words of the article: it has no mark there

# Where somebody else's words begin or end. A single quotation mark stands next to the words that it encloses.
_mark: Final = re.compile(
    r"""["\u201c-\u201f\u00ab\u00bb\u2039\u203a\u2026]|\.\.\.|[\s(]['\u2018\u201a]$|^[.,!?]*['\u2019][\s.,;:)]"""
)
_end: Final = re.compile(r"""[.!?]["\u201d\u2019')\]]*(?:\s|$)|:\s|\n\s*\n|\f""")
_ellipsis: Final = re.compile(r"\u2026|\.\.\.")
_space: Final = re.compile(r"\s+")
_double: Final = re.compile('["\u201c-\u201f\u00ab\u00bb]')


class _Run(NamedTuple):
    """Words in a row, in the sentence and in the copy."""

    number: int
    place: int
    size: int

    def to(self, start: int, stop: int) -> _Run:
        """The part of it from one word of the sentence to before another."""
        return _Run(start, self.place + start - self.number, stop - start)


class _Found(NamedTuple):
    """A sentence that was found with other words than its own, and what is known of it."""

    copy: Copy
    sentence: SentenceOutline
    changed: Changed
    proved: frozenset[int]
    """Its words that a citation's digest proves."""
    sure: frozenset[int]
    """Those of them in a citation of several words."""

    @classmethod
    def of(cls, copy: Copy, sentence: SentenceOutline, changed: Changed) -> _Found:
        """The sentence with what its citations prove."""
        spans = [sentence.words_in(citation) for citation in changed.spans]
        proved = frozenset(number for span in spans for number in range(*span))
        sure = frozenset(number for span in spans if span[1] - span[0] >= _SEVERAL for number in range(*span))
        return cls(copy, sentence, changed, proved, sure)

    def gap(self, word: int) -> str:
        """What stands in the copy before a word."""
        words, text = self.copy.words, self.copy.text
        start = words.ends[word - 1] if word else 0
        return text[start : words.starts[word] if word < len(words) else len(text)]

    def has_room(self, number: int, gap: str) -> bool:
        """Whether what stands in the copy before a word of the sentence may be the article's own marks, to judge by
        their number; never, where the article has nothing but a space.
        """
        starts, lengths = self.sentence.source.word_starts, self.sentence.source.word_lengths
        room = starts[number] - starts[number - 1] - lengths[number - 1]
        return room > _PLAIN_GAP and room == len(_space.sub(" ", gap))

    @property
    def is_small(self) -> bool:
        """Whether less than half of the sentence was found, by a clause of it."""
        return 2 * len(self.changed.pairs) < len(self.sentence.lengths)


def part_of(
    ground: Ground, sentence: SentenceOutline, changed: Changed, before: Region | None, behind: Region | None
) -> Changed:
    """The sentence, with what of it stands and which words are open, if no word is known to be changed. ``before`` and
    ``behind`` are the words of the sentences beside it, if these were found.
    """
    found = _Found.of(ground.copy, sentence, changed)
    whole = _runs(changed)
    sure = _pairs(run for run in whole if _is_sure(found, run))
    if sure:  # where a clause is proved in a run, so is where its other words stand
        spans = changed.spans | standing_on(ground.copy, sentence, ground.lengths, sure)
        found = _Found.of(ground.copy, sentence, replace(changed, spans=spans))
    runs = _firm(found, [_trimmed(found, run) for run in whole])
    is_whole = any(run.size == len(sentence.lengths) for run in whole)
    open_ = None if is_whole or _is_altered(found, runs) else _beside(found, runs, before, behind)
    if open_ is None:
        return _kept(found, runs) if found.is_small else changed
    part = _kept(found, runs)
    unproved = [word for number, word in part.pairs.items() if number not in found.proved]
    return replace(part, open=tuple(_regions(sorted({*unproved, *open_}))))


def _is_altered(found: _Found, runs: list[_Run]) -> bool:
    """Whether words are known to be changed between those that were found."""
    apart = all(_parted(found, one, other) for one, other in pairwise(runs))
    return not apart or any(_known_to_differ(found, run) for run in runs)


def _beside(found: _Found, runs: list[_Run], before: Region | None, behind: Region | None) -> list[int] | None:
    """The open words at both ends; none, when words there are known to be changed."""
    edges = _before(found, runs, before), _behind(found, runs, behind)
    return None if None in edges else [word for edge in edges if edge for word in range(*edge)]


def _kept(found: _Found, runs: Iterable[_Run]) -> Changed:
    """The sentence as far as it is in some runs."""
    pairs = _pairs(runs)
    spans = {
        citation: span
        for citation, span in found.changed.spans.items()
        if all(number in pairs for number in range(*found.sentence.words_in(citation)))
    }
    return replace(found.changed, pairs=pairs, spans=spans)


def _pairs(runs: Iterable[_Run]) -> dict[int, int]:
    """The words of some runs, each with its word of the copy."""
    return {run.number + step: run.place + step for run in runs for step in range(run.size)}


def _is_sure(found: _Found, run: _Run) -> bool:
    """Whether a citation of several words is proved in a run."""
    return not found.sure.isdisjoint(range(run.number, run.number + run.size))


def _runs(changed: Changed) -> list[_Run]:
    """The words that were found, those in a row taken together."""
    runs: list[_Run] = []
    for number, place in changed.pairs.items():
        if runs and runs[-1].number + runs[-1].size == number and runs[-1].place + runs[-1].size == place:
            runs[-1] = runs[-1]._replace(size=runs[-1].size + 1)
        else:
            runs.append(_Run(number, place, 1))
    return runs


def _firm(found: _Found, runs: list[_Run]) -> list[_Run]:
    """The runs without those at either end that may be there by chance."""
    if found.is_small:
        return [run for run in runs if _is_sure(found, run) or (run.size >= _FIRM and _hull(found, run))]
    while len(runs) > 1 and _by_chance(found, runs[0], runs[1]):
        runs.pop(0)
    while len(runs) > 1 and _by_chance(found, runs[-1], runs[-2]):
        runs.pop()
    return runs


def _by_chance(found: _Found, run: _Run, beside: _Run) -> bool:
    """Whether a run of few words at an end of those found may be somebody else's words: none of them is proved, or a
    mark parts them from the others.
    """
    numbers = range(run.number, run.number + run.size)
    if run.size >= _FIRM or _is_sure(found, run):
        return False
    first, last = sorted((run, beside))
    start, stop = first.place + first.size, last.place
    between = found.copy.text[found.copy.words.ends[start - 1] : found.copy.words.starts[stop]]
    parted = any(_mark.search(gap) or _end.search(gap) for gap in map(found.gap, range(start, stop + 1)))
    return not found.proved.intersection(numbers) or (parted and not is_block(between))


def _hull(found: _Found, run: _Run) -> tuple[int, int] | None:
    """From the first proved word of a run to behind the last; names alone count only where no clause is proved."""
    numbers = range(run.number, run.number + run.size)
    proved = [number for number in numbers if number in (found.sure if _is_sure(found, run) else found.proved)]
    return (proved[0], proved[-1] + 1) if proved else None


def _parted(found: _Found, one: _Run, other: _Run) -> bool:
    """Whether two runs are quotations of their own, rather than a sentence that was changed between them."""
    stop, missing = one.place + one.size, other.number - one.number - one.size
    if other.place == stop:
        return missing > 0 and _ellipsis.search(found.gap(stop)) is not None
    closed = _mark.search(found.gap(stop)) and _mark.search(found.gap(other.place))
    return bool(closed or found.is_small) and abs(other.place - stop - missing) > _MORE


def _trimmed(found: _Found, run: _Run) -> _Run:
    """A run without the words beyond its proved ones that a mark parts from them: they are somebody else's."""
    hull = _hull(found, run)
    if hull is None:
        return run
    start, stop = hull
    if _encloses(found, run.to(start, stop)):
        return run.to(start, stop)
    while start > run.number and not _foreign_mark(found, run, start):
        start -= 1
    while stop < run.number + run.size and not _foreign_mark(found, run, stop):
        stop += 1
    return run.to(start, stop)


def _foreign_mark(found: _Found, run: _Run, number: int) -> bool:
    """Whether the copy has a mark before a word of a run where the article has none."""
    gap = found.gap(run.place + number - run.number)
    return (_mark.search(gap) or _end.search(gap)) is not None and not found.has_room(number, gap)


def _known_to_differ(found: _Found, run: _Run) -> bool:
    """Whether words of a run are known to be others: those of a citation between proved words whose characters are as
    many as they should be, and whose digest does not fit.
    """
    first, stop = _hull(found, run) or (0, 0)
    for citation in found.sentence.citations:
        start, end = found.sentence.words_in(citation)
        if citation not in found.changed.spans and first <= start < end <= stop:
            words, place = found.copy.words, run.place + start - run.number
            said = found.copy.text[words.starts[place] : words.ends[place + end - start - 1]]
            starts, lengths = found.sentence.source.word_starts, found.sentence.source.word_lengths
            if len(normal_of(said)) == starts[end - 1] + lengths[end - 1] - starts[start]:
                return True
    return False


def _before(found: _Found, runs: list[_Run], beside: Region | None) -> Region | None:
    """The open words before the first run, often none of them; none when words there were changed."""
    run = runs[0]
    if not run.number:
        return run.place, run.place
    gap = found.gap(run.place)
    if _is_quoted(found, runs, gap, run.number):
        return run.place, run.place
    stop = beside[1] if beside else None
    first = run.place
    while first and first != stop and run.place - first <= run.number + _MORE and not _end.search(found.gap(first)):
        first -= 1
    return None if first == stop or _in_place(found, runs, run.place - first, run.number) else (first, run.place)


def _behind(found: _Found, runs: list[_Run], beside: Region | None) -> Region | None:
    """The open words behind the last run, often none of them; none when words there were changed."""
    run = runs[-1]
    stop, number = run.place + run.size, run.number + run.size
    missing = len(found.sentence.lengths) - number
    if not missing or _is_quoted(found, runs, found.gap(stop), number):
        return stop, stop
    last, end, start = stop, len(found.copy.words), beside[0] if beside else None
    while last < end and last != start and last - stop <= missing + _MORE and not _end.search(found.gap(last)):
        last += 1
    return None if last == start or _in_place(found, runs, last - stop, missing) else (stop, last)


def _is_quoted(found: _Found, runs: list[_Run], gap: str, number: int) -> bool:
    """Whether a mark parts what stands here from somebody else's words: one that the article has not, or one that does
    not enclose other words of the sentence as well.
    """
    if _mark.search(gap) is None:
        return False
    if not found.has_room(number, gap) or _encloses(found, runs[0], runs[-1]):
        return True
    words, text = found.copy.words, found.copy.text
    inside = [text[words.starts[run.place] : words.ends[run.place + run.size - 1]] for run in runs]
    return _double.search(gap) is not None and all(len(_double.findall(part)) % 2 == 0 for part in inside)


def _encloses(found: _Found, run: _Run, last: _Run | None = None) -> bool:
    """Whether marks stand at both ends of a run, or of several."""
    end = last or run
    return bool(_mark.search(found.gap(run.place)) and _mark.search(found.gap(end.place + end.size)))


def _in_place(found: _Found, runs: list[_Run], words: int, missing: int) -> bool:
    """Whether words stand in the place of missing ones, of a sentence most of which is there."""
    there = sum(run.size for run in runs)
    return words > 0 and 2 * there >= len(found.sentence.lengths) and abs(words - missing) <= _MORE


def _regions(words: list[int]) -> Iterator[Region]:
    """Words in order, those in a row taken together."""
    start = 0
    for number, word in enumerate(words):
        if number + 1 == len(words) or words[number + 1] != word + 1:
            yield words[start], word + 1
            start = number + 1
