"""A sentence that stands, but for a block that was set between its words, such as the header of a printed page.

A block is told from words that an editor put in by its lines: it fills lines of its own, with an empty line or a new
page on one side at least. That the rest is the sentence, its digest proves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from .._text import WordsText, full_digest
from .locate import SAME_WORDS, Copy, goes_on, is_led_in, rank_of, window
from .outline import SentenceOutline
from .tokens import normal_of, words_between

MOST_WORDS: Final = 40
"""A block has no more."""

_EMPTY_LINE: Final = 2  # ends of lines in a row


class Whole(NamedTuple):
    """A sentence put together again: its words, each with its word of the copy, and how it stands."""

    pairs: dict[int, int]
    rank: int


def interrupted(copy: Copy, sentence: SentenceOutline, lengths: bytes, region: tuple[int, int]) -> Whole | None:
    """The sentence in a region of the copy with a block set between its words, if it stands there so."""
    wanted = sentence.lengths
    for first, behind in blocks(copy, region):
        for head in range(1, len(wanted)):
            start, stop = first - head, behind + len(wanted) - head
            if start >= 0 and lengths[start:first] == wanted[:head] and lengths[behind:stop] == wanted[head:]:
                rank = _rank(copy, sentence, (start, first), (behind, stop))
                if rank is not None:
                    places = [*range(start, first), *range(behind, stop)]
                    return Whole(dict(enumerate(places)), rank)
    return None


def is_block(between: str) -> bool:
    r"""Whether what stands between two words is set off as a block.

    >>> is_block(", \n\n4 | The Paper\n"), is_block(",\nnewly\n")
    (True, False)
    """
    inside = [place for place, char in enumerate(between) if char.isalnum()]
    if not inside:
        return False
    edges = _breaks(between[: inside[0]]), _breaks(between[inside[-1] + 1 :])
    return min(edges) >= 1 and max(edges) >= _EMPTY_LINE


def _breaks(between: str) -> int:
    """How far two words are set apart: ends of lines, a new page counting as two."""
    return between.replace("\r\n", "\n").count("\n") + 2 * between.count("\f")


def blocks(copy: Copy, region: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches of words in a region that are set off: the first word, and the one behind the last."""
    words = copy.words
    breaks = {
        word: found
        for word in range(region[0] + 1, region[1])
        if (found := _breaks(copy.text[words.ends[word - 1] : words.starts[word]]))
    }
    for first, before in breaks.items():
        for behind in range(first + 1, min(first + MOST_WORDS, region[1])):
            if max(before, breaks.get(behind, 0)) >= _EMPTY_LINE and behind in breaks:
                yield first, behind


def _rank(copy: Copy, sentence: SentenceOutline, head: tuple[int, int], tail: tuple[int, int]) -> int | None:
    """How the sentence stands when its two parts are put together."""
    words, text = copy.words, copy.text
    begin = window(copy, sentence, sentence, head[0], tail[1])
    starts, ends = words.starts, words.ends
    if begin is not None:
        block = text[ends[head[1] - 1] : starts[tail[0]]]
        inside = [place for place, char in enumerate(block) if char.isalnum()]
        breaks = [place for place, char in enumerate(block) if char in "\n\f"]
        before = [place for place in breaks if place < inside[0]]
        behind = [place for place in breaks if place > inside[-1]]
        first = text[begin.start : ends[head[1] - 1]] + block[: before[-1]]
        second = block[behind[0] :] + text[starts[tail[0]] : begin.end]
        rank = rank_of(normal_of(f"{first} {second}")[: sentence.size], sentence.source)
        if rank is not None:
            halves = (begin.start, ends[head[1] - 1]), (starts[tail[0]], ends[tail[1] - 1] + sentence.tail)
            return max(rank, *(copy.best(*half) for half in halves))
    if goes_on(copy, tail[1]) or is_led_in(copy, head[0]):
        return None
    said = [word for part in (head, tail) for word in words_between(text, starts[part[0]], ends[part[1] - 1])]
    return SAME_WORDS if full_digest(WordsText(" ".join(said))) == sentence.source.words_sha256 else None
