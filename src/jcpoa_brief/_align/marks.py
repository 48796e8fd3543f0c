"""The marks by which a quotation, a sentence or a block is parted from what stands beside it."""

from __future__ import annotations

import re
from typing import Final

from .._text import INVISIBLE_RANGES
from .locate import Copy

_LONGEST: Final = 40  # words from the mark that opens a quotation to the one that closes it, as far as is looked

ATTRIBUTION: Final = 12
"""No more words name the speaker between two parts of what he said."""

mark: Final = re.compile(
    r"""["\u201c-\u201f\u00ab\u00bb\u2039\u203a\u2026]|\.\.\.|[\s(]['\u2018\u201a]$|^[.,!?]*['\u2019][\s.,;:)]"""
)
"""Where a quotation begins or ends. A single quotation mark stands next to the words that it encloses."""

ellipsis: Final = re.compile(r"\u2026|\.\.\.")
"""Where something is left out."""

stop_of_sentence: Final = re.compile(r"""[.!?]["\u201d\u2019')\]]*\s""")
"""Where a sentence ends."""

block: Final = re.compile(r"\n\s*\n|\f")
"""Where a block ends."""

ending: Final = re.compile(rf"{stop_of_sentence.pattern}|:\s|{block.pattern}")
"""Where a sentence ends, or a block."""

double: Final = re.compile('["\u201c-\u201f\u00ab\u00bb]')
"""Marks of which a quotation has two."""

KINDS: Final = tuple(map(re.compile, ('"', "[\u201c-\u201f]", "[\u00ab\u00bb]")))
"""The same by their kinds: a quotation closes with a mark of the kind that it opens with."""

_unseen: Final = re.compile(f"[*_#|>{''.join(f'{first}-{last}' for first, last in INVISIBLE_RANGES)}]")

_closing: Final = re.compile(r"""^[.,;:!?)\]\u2026]*["'\u201d\u2019\u00bb\u203a](?=[\s.,;:!?)\]\u2013\u2014-])""")

_opening: Final = re.compile(r"""[\s(\[\u2013\u2014-]["'\u201c-\u201e\u2018\u201a\u00ab\u2039]+[(\[\u2026.]*$""")

_parting: Final = re.compile(rf"{stop_of_sentence.pattern}|{block.pattern}")


def gap(copy: Copy, word: int) -> str:
    """What stands in a copy before a word, without what is not seen and without marks of emphasis and of lines that are
    quoted; behind the last, a line ends.
    """
    words, text = copy.words, copy.text
    start = words.ends[word - 1] if word else 0
    between = text[start : words.starts[word]] if word < len(words) else f"{text[start:]}\n"
    return between if between.isspace() else _unseen.sub("", between)


def opens(copy: Copy, word: int) -> bool:
    """Whether a mark before a word opens a quotation."""
    return _opening.search(gap(copy, word) if word else f" {gap(copy, word)}") is not None


def closes(copy: Copy, word: int) -> bool:
    """Whether a mark before a word, behind the one before it, closes a quotation."""
    return _closing.search(gap(copy, word)) is not None


def is_between_quotations(copy: Copy, stop: int, start: int) -> bool:
    """Whether words stand between a quotation that ends before one word and one that begins with another."""
    return stop < start and closes(copy, stop) and opens(copy, start)


def closed_at(copy: Copy, word: int) -> int:
    """Where the quotation ends in which a word stands, if it does soon and in the same block; or that word."""
    for place in range(word + 1, min(word + _LONGEST, len(copy.words)) + 1):
        if closes(copy, place):
            return place
        if block.search(gap(copy, place)):
            break
    return word


def opened_at(copy: Copy, word: int) -> int:
    """Where the quotation begins that ends before a word, if it does soon and in the same block; or that word."""
    for place in range(word - 1, max(word - _LONGEST, -1), -1):
        if opens(copy, place):
            return place
        if block.search(gap(copy, place)):
            break
    return word


def going_on(copy: Copy, word: int) -> tuple[int, int]:
    """The quotation by which one that ended before a word goes on, behind words that say whose it is; often none."""
    last = word if _parting.search(gap(copy, word)) else min(word + ATTRIBUTION, len(copy.words))
    for place in range(word + 1, last):
        if _parting.search(gap(copy, place)):
            break
        if opens(copy, place):
            return place, closed_at(copy, place)
    return word, word


def gone_before(copy: Copy, word: int) -> tuple[int, int]:
    """The quotation that went before one that begins with a word, and words that say whose it is; often none."""
    first = word if _parting.search(gap(copy, word)) else max(word - ATTRIBUTION, 0)
    for place in range(word - 1, first, -1):
        if block.search(gap(copy, place)):
            break
        if closes(copy, place):
            return opened_at(copy, place), place
        if stop_of_sentence.search(gap(copy, place)):
            break
    return word, word
