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
from typing import Final

from .ends import open_beside
from .interrupted import MOST_WORDS, is_block
from .marks import ATTRIBUTION, block, closes, ellipsis, ending, is_between_quotations, mark, opens, stop_of_sentence
from .outline import CLAUSE_WORDS, SentenceOutline
from .relocate import Changed, Ground, standing_on
from .runs import MORE, Found, Run, encloses, hull_of, is_sure, pairs_of, runs_of
from .seeds import Region
from .tokens import normal_of

_FIRM: Final = 6  # words in a row, none of them proved, that are the sentence's all the same

_SOME: Final = 3  # so many, where the sentence would go on behind a word or two that were replaced


def part_of(
    ground: Ground, sentence: SentenceOutline, changed: Changed, before: Region | None, behind: Region | None
) -> Changed:
    """The sentence, with what of it stands and which words are open, if no word is known to be changed. ``before`` and
    ``behind`` are the words of the sentences beside it, if these were found.
    """
    found = Found.of(ground.copy, sentence, changed)
    whole = _near(found, runs_of(changed))
    changed = _kept(found, whole)
    sure = pairs_of(run for run in whole if is_sure(found, run))
    if sure:  # where a clause is proved in a run, so is where its other words stand
        spans = changed.spans | standing_on(ground.copy, sentence, ground.lengths, sure)
        found = Found.of(ground.copy, sentence, replace(changed, spans=spans))
    runs = _firm(found, [_trimmed(found, run) for run in whole]) or whole
    is_whole = any(run.size == len(sentence.lengths) for run in runs)
    open_ = None if is_whole or _is_altered(found, runs) else open_beside(found, runs, before, behind)
    if open_ is None:
        return _kept(found, runs) if found.is_small else changed
    part = _kept(found, runs)
    unproved = [word for number, word in part.pairs.items() if number not in found.proved]
    return replace(part, open=tuple(_regions(sorted({*unproved, *open_}))))


def _is_altered(found: Found, runs: list[Run]) -> bool:
    """Whether words are known to be changed between those that were found."""
    apart = all(_parted(found, one, other) for one, other in pairwise(runs))
    return not apart or any(_known_to_differ(found, run) for run in runs)


def _kept(found: Found, runs: Iterable[Run]) -> Changed:
    """The sentence as far as it is in some runs."""
    pairs = pairs_of(runs)
    spans = {
        citation: span
        for citation, span in found.changed.spans.items()
        if all(number in pairs for number in range(*found.sentence.words_in(citation)))
    }
    return replace(found.changed, pairs=pairs, spans=spans)


def _firm(found: Found, runs: list[Run]) -> list[Run]:
    """The runs without those at either end that may be there by chance."""
    if found.is_small:
        return [run for run in runs if is_sure(found, run) or (run.size >= _FIRM and hull_of(found, run))]
    while len(runs) > 1 and _by_chance(found, runs[0], runs[1]):
        runs.pop(0)
    while len(runs) > 1 and _by_chance(found, runs[-1], runs[-2]):
        runs.pop()
    return runs


def _near(found: Found, runs: list[Run]) -> list[Run]:
    """The runs from the first to the last that are surely the sentence's, and those outside that are near."""
    anchors = [number for number, run in enumerate(runs) if run.size >= _FIRM or is_sure(found, run)]
    largest = runs.index(max(runs, key=lambda run: run.size))
    first, last = min(anchors, default=largest), max(anchors, default=largest)
    while first and not _is_far(found, runs[first - 1], runs[first]):
        first -= 1
    while last + 1 < len(runs) and not _is_far(found, runs[last + 1], runs[last]):
        last += 1
    return runs[first : last + 1]


def _is_far(found: Found, run: Run, beside: Run) -> bool:
    """Whether a run of few words is further from another than any block is long, another quotation's, or another
    sentence's: more words stand between than are missing, and an end there or in the run itself.
    """
    first, last = sorted((run, beside))
    between = last.place - first.place - first.size - (last.number - first.stop)
    ends = any(stop_of_sentence.search(found.gap(place)) for place in range(run.place + 1, run.place + run.size))
    if (between > ATTRIBUTION or run.size < _SOME) and _is_shut_out(found, first, last):
        return True
    return between > MOST_WORDS or (between > MORE and (ends or _is_parted(found, first, last, stop_of_sentence)))


def _is_shut_out(found: Found, first: Run, last: Run) -> bool:
    """Whether a quotation closes behind the first of two runs, or opens before the last, with a mark of its own."""
    stop = first.place + first.size
    return (closes(found.copy, stop) and not found.has_room(first.stop, found.gap(stop))) or (
        opens(found.copy, last.place) and not found.has_room(last.number, found.gap(last.place))
    )


def _by_chance(found: Found, run: Run, beside: Run) -> bool:
    """Whether a run of few words at an end of those found may be somebody else's words: a mark parts them from the
    others, or none of them is proved; unless the sentence goes on there, behind a few words that were replaced.
    """
    numbers = range(run.number, run.stop)
    if run.size >= _FIRM or is_sure(found, run):
        return False
    first, last = sorted((run, beside))
    goes_on = run.size >= _SOME and _is_near(found, first, last, run.size)
    if found.proved.isdisjoint(numbers):
        return not goes_on or _is_parted(found, first, last, mark, ending)
    return _is_parted(found, first, last, mark, ending) and not (goes_on and found.has_marks(first.stop, last.number))


def _is_near(found: Found, first: Run, last: Run, size: int) -> bool:
    """Whether few words are missing between two runs, one of them of a size, and about as many stand there, or none;
    with a block, if there is one.
    """
    start, missing = first.place + first.size, last.number - first.stop
    has_block = any(block.search(found.gap(place)) for place in range(start, last.place + 1))
    more = 1 if size == _SOME else MORE + 1 + ATTRIBUTION * has_block
    return missing <= MORE and last.place - start <= missing + more


def _is_parted(found: Found, first: Run, last: Run, *marks: re.Pattern[str]) -> bool:
    """Whether one of some marks stands between two runs; those of a block do not count."""
    start, stop = first.place + first.size, last.place
    between = found.copy.text[found.copy.words.ends[start - 1] : found.copy.words.starts[stop]]
    gaps = list(map(found.gap, range(start, stop + 1)))
    return any(one.search(gap) for one in marks for gap in gaps) and not is_block(between)


def _parted(found: Found, one: Run, other: Run) -> bool:
    """Whether two runs are quotations of their own, rather than a sentence that was changed between them."""
    stop, missing = one.place + one.size, other.number - one.stop
    if other.place == stop:
        return missing > 0 and ellipsis.search(found.gap(stop)) is not None
    if not missing:
        return is_between_quotations(found.copy, stop, other.place)
    closed = mark.search(found.gap(stop)) and mark.search(found.gap(other.place))
    return bool(closed or found.is_small) and abs(other.place - stop - missing) > MORE


def _trimmed(found: Found, run: Run) -> Run:
    """A run without the words beyond its proved ones that a mark parts from them: they are somebody else's."""
    run = _between_marks(found, run)
    hull = hull_of(found, run)
    if hull is None:
        return run
    start, stop = hull
    if encloses(found, run.to(start, stop)) and not _goes_beyond(found, run, hull):
        return run.to(start, stop)
    while start > run.number and not _foreign_mark(found, run, start, mark, ending):
        start -= 1
    while stop < run.stop and not _foreign_mark(found, run, stop, mark, ending):
        stop += 1
    return run.to(start, stop)


def _goes_beyond(found: Found, run: Run, hull: tuple[int, int]) -> bool:
    """Whether so many words of a run stand beyond some of them, or a proved one, that the sentence goes on."""
    beyond = range(run.number, hull[0]), range(hull[1], run.stop)
    return any(len(part) >= _FIRM or not found.proved.isdisjoint(part) for part in beyond)


def _between_marks(found: Found, run: Run) -> Run:
    """A run as far as the mark that closes what a mark before it opens, or from the one that opens what one behind it
    closes; words in marks of their own do not part it.
    """
    stop = run.stop
    inside = [number for number in range(run.number + 1, stop) if _foreign_mark(found, run, number, mark)]
    opened, closed = (bool(mark.search(found.gap(place))) for place in (run.place, run.place + run.size))
    if len(inside) != 1 or opened == closed:
        return run
    return run.to(run.number, inside[0]) if opened else run.to(inside[0], stop)


def _foreign_mark(found: Found, run: Run, number: int, *marks: re.Pattern[str]) -> bool:
    """Whether the copy has one of some marks before a word of a run where the article has none."""
    gap = found.gap(run.place + number - run.number)
    return any(one.search(gap) for one in marks) and not found.has_room(number, gap)


def _known_to_differ(found: Found, run: Run) -> bool:
    """Whether words of a run are known to be others: those of a citation whose characters are as many as they should
    be, and whose digest does not fit.
    """
    words, text = found.copy.words, found.copy.text
    for citation in found.sentence.citations:
        start, end = found.sentence.words_in(citation)
        if citation in found.changed.spans or not _is_sure_of(found, run, start, end):
            continue
        place = run.place + start - run.number
        said = text[words.starts[place] : words.ends[place + end - start - 1]]
        starts, lengths = found.sentence.source.word_starts, found.sentence.source.word_lengths
        if len(normal_of(said)) == starts[end - 1] + lengths[end - 1] - starts[start] and not said.isupper():
            return True
    return False


def _is_sure_of(found: Found, run: Run, start: int, end: int) -> bool:
    """Whether words of a run are surely those of the sentence, proved or not: they stand between proved ones, or are a
    clause with a proved one in it.
    """
    first, stop = hull_of(found, run) or (0, 0)
    if first <= start < end <= stop:
        return True
    inside = run.number <= start and end <= run.stop and not found.is_small
    return inside and end - start >= CLAUSE_WORDS and not found.proved.isdisjoint(range(start, end))


def _regions(words: list[int]) -> Iterator[Region]:
    """Words in order, those in a row taken together."""
    start = 0
    for number, word in enumerate(words):
        if number + 1 == len(words) or words[number + 1] != word + 1:
            yield words[start], word + 1
            start = number + 1
