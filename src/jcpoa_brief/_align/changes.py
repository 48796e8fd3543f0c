"""Where a copy's words differ from the article's: each changed stretch, in the reader's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from .._model.ids import ParagraphNumber
from .compare import FoundParagraph, FoundSentence
from .locate import Copy, goes_on, is_led_in
from .relocate import Changed
from .seeds import Region

_MORE: Final = 3  # so many words more than are gone may stand in their place

_FAR: Final = 12  # so many that are added to a sentence, before its first word or behind its last, are shown

_parting: Final = re.compile(r"[.!?]|\n\s*\n")


class Change(NamedTuple):
    """A stretch of the copy that stands where the article has other words, or none.

    >>> from jcpoa_brief import align, quotes
    >>> quote = quotes["not-the-time-quote"]
    >>> alignment = align(f"He said: {quote.text.replace('recent ', '')}.")
    >>> alignment.verdict, alignment.changes[0].gone
    ('altered', 1)
    """

    paragraph: ParagraphNumber
    """The paragraph it belongs to."""
    sentence: int
    """The sentence of that paragraph, counted from 1; for words between two sentences, the first of them."""
    start: int
    """Where the stretch starts in the copy."""
    end: int
    """Where it ends; at its start, when words are only gone."""
    words: str
    """The copy's words there, on one line; often none."""
    gone: int
    """How many words the article has in their place."""
    context: str
    """The sentence as the copy has it, with the stretch between brackets."""


def changes(copy: Copy, paragraphs: tuple[FoundParagraph, ...]) -> tuple[Change, ...]:
    """Every changed stretch, in the article's order."""
    found = [change for part in paragraphs for change in _in_paragraph(copy, part)]
    return tuple(sorted(found, key=lambda change: (change.paragraph, change.sentence, change.start)))


def _in_paragraph(copy: Copy, part: FoundParagraph) -> Iterator[Change]:
    if part.verdict != "altered":
        return
    for number, one in enumerate(part.sentences):
        if one.changed and one.verdict == "altered":
            yield from _in_sentence(copy, part, one, one.changed)
        following = part.sentences[number + 1] if number + 1 < len(part.sentences) else None
        if following and one.words and following.words and _stand(one, following):
            yield from _between(copy, part, one, one.words[1], following.words[0])


def _stand(one: FoundSentence, other: FoundSentence) -> bool:
    return one.rank is not None and other.rank is not None


def _in_sentence(copy: Copy, part: FoundParagraph, one: FoundSentence, changed: Changed) -> Iterator[Change]:
    yield from _of_equal_length(copy, part, one, changed)
    pairs = list(changed.pairs.items())
    lengths = one.outline.lengths
    head, tail = pairs[0], pairs[-1]
    before = _end_before(part, one)
    if head[0]:
        start = before if before is not None and before <= head[1] else _beginning(copy, head[1], head[0])
        yield _change(copy, part, one, (start, head[1]), head[0])
    elif is_led_in(copy, head[1]):
        yield _change(copy, part, one, (_beginning(copy, head[1], _FAR), head[1]), 0)
    for (number, place), (other, at) in pairwise(pairs):
        if other - number > 1 or at - place > 1:
            yield _change(copy, part, one, (place + 1, at), other - number - 1)
    if tail[0] + 1 < len(lengths):
        behind = _start_behind(part, one)
        missing = len(lengths) - tail[0] - 1
        stop = behind if behind is not None and behind > tail[1] else _ending(copy, tail[1] + 1, missing)
        yield _change(copy, part, one, (tail[1] + 1, stop), len(lengths) - tail[0] - 1)
    elif goes_on(copy, tail[1] + 1):
        yield _change(copy, part, one, (tail[1] + 1, _ending(copy, tail[1] + 1, _FAR)), 0)


def _of_equal_length(copy: Copy, part: FoundParagraph, one: FoundSentence, changed: Changed) -> Iterator[Change]:
    """Words that were changed for others as long: they stand in a citation that is lost, and in none that is found.

    In a copy of other marks or capitals most citations fail to be proved, and say nothing about single words.
    """
    outline = one.outline
    here = [c for c in outline.citations if changed.pairs.keys() >= set(range(*outline.words_in(c)))]
    if 2 * len(changed.spans) < len(here):
        return
    proved = {number for citation in changed.spans for number in range(*outline.words_in(citation))}
    lost = sorted({outline.words_in(c) for c in here if c not in changed.spans}, key=lambda w: w[1] - w[0])
    told: set[int] = set()
    complete = len(changed.pairs) == len(outline.lengths) == changed.stop - changed.first
    complete = complete and not (goes_on(copy, changed.stop) or is_led_in(copy, changed.first))
    for words in lost or ([(0, len(outline.lengths))] if complete else []):
        open_ = [number for number in range(*words) if number not in proved]
        if open_ and not told.intersection(range(*words)) and _in_a_row(changed.pairs, words):
            first, last = changed.pairs[open_[0]], changed.pairs[open_[-1]]
            yield _change(copy, part, one, (first, last + 1), last + 1 - first)
            told.update(range(open_[0], open_[-1] + 1))


def _in_a_row(pairs: dict[int, int], words: tuple[int, int]) -> bool:
    """Whether nothing stands between some words that does not in the article."""
    return pairs[words[1] - 1] - pairs[words[0]] == words[1] - 1 - words[0]


def _beginning(copy: Copy, word: int, gone: int) -> int:
    """Where a sentence begins whose first words are changed: back to the end of the one before, or of its block."""
    first = word
    while first and word - first < gone + _MORE and not _parts(copy, first):
        first -= 1
    return first


def _ending(copy: Copy, word: int, gone: int) -> int:
    """Where a sentence ends whose last words are changed."""
    stop = word
    while stop < len(copy.words) and stop - word < gone + _MORE and not _parts(copy, stop):
        stop += 1
    return stop


def _parts(copy: Copy, word: int) -> bool:
    """Whether a sentence or a block ends before a word."""
    return _parting.search(copy.text[copy.words.ends[word - 1] : copy.words.starts[word]]) is not None


def _end_before(part: FoundParagraph, one: FoundSentence) -> int | None:
    """The copy's word behind the sentence before, when that is there."""
    number = one.outline.index
    words = part.sentences[number - 1].words if number else None
    return words[1] if words else None


def _start_behind(part: FoundParagraph, one: FoundSentence) -> int | None:
    """The first word of the sentence behind, when that is there."""
    number = one.outline.index + 1
    words = part.sentences[number].words if number < len(part.sentences) else None
    return words[0] if words else None


def _between(copy: Copy, part: FoundParagraph, one: FoundSentence, stop: int, start: int) -> Iterator[Change]:
    """Words between two sentences that stand, near each other."""
    if stop < start <= stop + part.outline.source.words:
        yield _change(copy, part, one, (stop, start), 0)


def _change(copy: Copy, part: FoundParagraph, one: FoundSentence, stretch: Region, gone: int) -> Change:
    """The change that some words of the copy are."""
    words, text = copy.words, copy.text
    first, stop = stretch
    if first < stop:
        start, end = words.starts[first], words.ends[stop - 1]
    else:
        start = end = words.ends[first - 1] if first else words.starts[first]
    said = one.words or (first, stop)
    begin = words.starts[min(said[0], first)]
    finish = words.ends[max(said[1], stop) - 1]
    context = " ".join(f"{text[begin:start]}[{text[start:end]}]{text[end:finish]}".split())
    number = part.outline.source.number
    return Change(number, one.outline.index + 1, start, end, " ".join(text[start:end].split()), gone, context)
