"""What a quotation goes on with, before or behind sentences of the article that stand in it.

A reader takes all that stands between two marks for the article's words. Sentences that stand there are proved; words
beside them, between the same marks, are not, and no digest says whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from .compare import FoundParagraph, FoundSentence
from .locate import Copy
from .marks import block, closed_at, closes, gap, going_on, gone_before, opened_at, opens
from .seeds import Region

_space: Final = re.compile(r"\s+")

_marks_before: Final = re.compile(r"""["'\u2018-\u201f\u00ab\u2039]""")

_marks_behind: Final = re.compile(r"""["'\u2018-\u201f\u00bb\u203a]""")


class Beyond(NamedTuple):
    """Words beside a sentence, in the same quotation."""

    paragraph: int
    sentence: int
    """Its place in its paragraph, from 0."""
    words: Region


def beyond(copy: Copy, paragraphs: Iterable[FoundParagraph]) -> list[Beyond]:
    """The words that share a quotation with sentences that stand, and are none of the article's, by their place."""
    placed = sorted(
        ((one.words, one) for part in paragraphs for one in part.sentences if one.words is not None),
        key=lambda item: item[0],
    )
    taken = [region for region, _ in placed]
    taken += [region for _, one in placed for region in ((one.changed and one.changed.open) or ())]
    found: list[Beyond] = []
    for first, last in _rows(placed):
        before, behind = _sides(copy, first, last)
        for one, (start, stop) in ((first, before), (last, behind)):
            is_other = all(stop <= region[0] or region[1] <= start for region in taken)
            if start < stop and one.verdict != "altered" and is_other:
                found.append(Beyond(one.outline.paragraph, one.outline.index, (start, stop)))
    return found


def _rows(placed: list[tuple[Region, FoundSentence]]) -> Iterator[tuple[FoundSentence, FoundSentence]]:
    """The first and the last of the sentences that follow each other without a word between."""
    row: list[FoundSentence] = []
    for region, one in placed:
        if row and _stop(row[-1]) < region[0]:
            yield row[0], row[-1]
            row = []
        row.append(one)
    if row:
        yield row[0], row[-1]


def _sides(copy: Copy, first: FoundSentence, last: FoundSentence) -> tuple[Region, Region]:
    """The words before a row of sentences, and those behind it, in the quotation that the row stands in, or in the one
    by which it goes on behind words that say whose it is; often none.
    """
    start, stop = _start(first), _stop(last)
    is_opened, is_closed = _is_opened(copy, first), _is_closed(copy, last)
    opening = start if is_opened else _opening(copy, start)
    closing = stop if is_closed else _closing(copy, stop)
    if opening is None or closing is None:
        return (start, start), (stop, stop)
    return (
        gone_before(copy, start) if is_opened else (opening, start),
        going_on(copy, stop) if is_closed else (stop, closing),
    )


def _start(one: FoundSentence) -> int:
    return one.words[0] if one.words else 0


def _stop(one: FoundSentence) -> int:
    return one.words[1] if one.words else 0


def _opening(copy: Copy, word: int) -> int | None:
    """Where the quotation begins in which a word stands behind others; none, if it stands in none."""
    place = word if block.search(gap(copy, word)) else opened_at(copy, word)
    shut = any(closes(copy, other) for other in range(place + 1, word + 1))
    return None if place == word or shut else place


def _closing(copy: Copy, word: int) -> int | None:
    """Where the quotation ends that goes on with a word; none, if it does not."""
    place = word if word == len(copy.words) or block.search(gap(copy, word)) else closed_at(copy, word)
    opened = any(opens(copy, other) for other in range(word, place))
    return None if place == word or opened else place


def _is_opened(copy: Copy, one: FoundSentence) -> bool:
    """Whether a quotation begins with a sentence, by a mark that is not its own."""
    word = _start(one)
    if not opens(copy, word):
        return False
    marks = _space.split(gap(copy, word))[-1]
    return one.rank is None or len(_marks_before.findall(marks)) > one.outline.lead


def _is_closed(copy: Copy, one: FoundSentence) -> bool:
    """Whether a quotation ends with a sentence, by a mark that is not its own; one of its own ends the sentence."""
    word = _stop(one)
    marks = _space.split(gap(copy, word), maxsplit=1)[0]
    closing = len(_marks_behind.findall(marks))
    own = one.outline.tail if one.rank is not None else 0
    return closing > 0 and (len(marks) > own or closing >= own)
