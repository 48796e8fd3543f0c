"""Where a copy's words differ from the article's: each changed stretch, in the reader's own words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ._compare import FoundParagraph, FoundSentence
from ._ids import ParagraphNumber
from ._locate import Copy


class Change(NamedTuple):
    """A stretch of the copy that stands where the article has other words, or none."""

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
    return tuple(change for part in paragraphs for change in _in_paragraph(copy, part))


def _in_paragraph(copy: Copy, part: FoundParagraph) -> Iterator[Change]:
    if part.verdict != "altered":
        return
    for number, one in enumerate(part.sentences):
        if one.verdict == "altered":
            yield from _in_sentence(copy, part, one)
        following = part.sentences[number + 1] if number + 1 < len(part.sentences) else None
        if following and _stand(one, following):
            yield from _between(copy, part, one, following)


def _stand(one: FoundSentence, other: FoundSentence) -> bool:
    return one.rank is not None and other.rank is not None


def _in_sentence(copy: Copy, part: FoundParagraph, one: FoundSentence) -> Iterator[Change]:
    assert one.changed, "it was altered"
    pairs = list(one.changed.pairs.items())
    lengths = one.outline.lengths
    head, tail = pairs[0], pairs[-1]
    before = _end_before(part, one)
    if head[0]:
        start = before if before is not None and before <= head[1] else head[1]
        yield _change(copy, part, one, start, head[1], head[0])
    for (number, place), (other, at) in pairwise(pairs):
        if other - number > 1 or at - place > 1:
            yield _change(copy, part, one, place + 1, at, other - number - 1)
    if tail[0] + 1 < len(lengths):
        behind = _start_behind(part, one)
        stop = behind if behind is not None and behind > tail[1] else tail[1] + 1
        yield _change(copy, part, one, tail[1] + 1, stop, len(lengths) - tail[0] - 1)


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


def _between(copy: Copy, part: FoundParagraph, one: FoundSentence, other: FoundSentence) -> Iterator[Change]:
    """Words between two sentences that stand, near each other."""
    assert one.words, "it stands"
    assert other.words, "it stands"
    if one.words[1] < other.words[0] <= one.words[1] + part.outline.source.words:
        yield _change(copy, part, one, one.words[1], other.words[0], 0)


def _change(copy: Copy, part: FoundParagraph, one: FoundSentence, first: int, stop: int, gone: int) -> Change:
    """The change that some words of the copy are."""
    words, text = copy.words, copy.text
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
