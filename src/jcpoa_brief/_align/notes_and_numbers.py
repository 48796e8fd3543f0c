"""The words that are layout whatever the article says: notes, numbers and labels at the edge of lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from .words import SUPERSCRIPTS, Text

NEGATIONS: Final = frozenset(
    "not no never none nor neither nothing nobody nowhere cannot without hardly barely n't t".split()
)
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?|(?=[ivx]{2})x{0,3}(?:ix|iv|v?i{0,3})")
_BRACKET: Final = re.compile(r"\[[^\[\]]{1,60}\]|\((?:\d{1,3}|[a-z*])\)|\{\d{1,3}\}")
_LABEL_END: Final = re.compile(r"\s*[>|:\t)]")
_SUPERSCRIPT: Final = re.compile(f"[{SUPERSCRIPTS}]+")
_MARKS: Final = r"[^\w\s$\u20ac\u00a3/\u2010-\u2015-]*"
_JOINED_NUMBER: Final = re.compile(
    rf"(?:(?<=[^\W\d])|(?<=\d)(?![.,]\d)){_MARKS}[.,;:!?)\]}}\u201d\u2019\"'\u00bb*^\u2020\u2021]{_MARKS}"
    r"(\d{1,3})(?![\w%]|[.,]\d)"
)
_BARE_NUMBER: Final = re.compile(r"[^\W\d][)\u201d\u2019\"']?[,.;:!?][)\u201d\u2019\"']? (\d{1,2})(?= [^\W\d])")
"""A number behind a mark, before a word: what is left of a note."""
_COUNTER: Final = re.compile(
    r"(?m)^[^\w\n]{0,20}(\d{1,2}/\d{1,2})(?=[^\w\n]{0,20}\s)|[\s(\[](\d{1,2}/\d{1,2})[)\]]?[ \t]*$"
)
"""A post's number in a thread, at the edge of a line."""
_VALUE: Final = re.compile(r"\d{1,6}|\d{1,3}[.,]\d{1,3}")
_ENOUGH: Final = 3
_NOTE_WORDS: Final = 4
_LABEL_WORDS: Final = 12
_LOOK_BACK: Final = 6
_STEP: Final = 10


def layout_words(text: Text) -> frozenset[int]:
    """The words that are no sentence's, as far as the text itself tells: notes in brackets, superscripts, numbers that
    run on at the edge of lines, labels that lines repeat, lines that are a number.
    """
    lines = [range(*line) for line in pairwise(text.lines)]
    found = {*_notes(text), *_running_numbers(text, lines), *_repeated_labels(text, lines)}
    for line in lines:
        if len(line) <= _ENOUGH and all(_NUMBER.fullmatch(text.words[word]) for word in line):
            found.update(line)  # a page's number, or a subtitle's
    return frozenset(found)


def _notes(text: Text) -> Iterator[int]:
    """Words in note brackets, and those that markup sets apart."""
    for match in _BRACKET.finditer(text.masked):
        inside = _words_in(text, *match.span())
        if len(inside) <= _NOTE_WORDS and NEGATIONS.isdisjoint(text.words[word] for word in inside):
            yield from inside
    patterns = (_SUPERSCRIPT, _JOINED_NUMBER, _BARE_NUMBER, _COUNTER)
    found = (match.span(match.lastindex or 0) for one in patterns for match in one.finditer(text.masked))
    for span in (*text.notes, *found):
        yield from _words_in(text, *span)


def _words_in(text: Text, start: int, end: int) -> range:
    """The words that stand in a stretch of the text."""
    return range(bisect_left(text.starts, start), bisect_right(text.ends, end))


def _running_numbers(text: Text, lines: Sequence[range]) -> Iterator[int]:
    """Numbers at the beginning, or at the end, of lines that run on through the text."""
    for edge in (0, -1):
        words = [line[edge] for line in lines]
        found = [
            (word, float(text.words[word].replace(",", "."))) for word in words if _VALUE.fullmatch(text.words[word])
        ]
        chains: list[int] = []  # several where the lines of each page are counted anew
        while len(chain := _rising([one for one in found if one[0] not in chains])) >= _ENOUGH:
            chains += chain
        if 2 * len(chains) > len(found):
            yield from chains


def _rising(found: Iterable[tuple[int, float]]) -> list[int]:
    """The longest chain of numbers that rises in small steps, as a counter does, over others between them."""
    links: list[tuple[float, int, int, int]] = []  # the value, the chain's length, the link before, the word
    for word, value in found:
        near = range(max(len(links) - _LOOK_BACK, 0), len(links))
        fitting = [place for place in near if links[place][0] <= value <= links[place][0] + _STEP]
        before = max(fitting, key=lambda place: links[place][1], default=-1)
        links.append((value, links[before][1] + 1 if before >= 0 else 1, before, word))
    place = max(range(len(links)), key=lambda place: links[place][1], default=-1)
    chain: list[int] = []
    while place >= 0:
        chain.append(links[place][3])
        place = links[place][2]
    return chain[::-1]


def _repeated_labels(text: Text, lines: Sequence[range]) -> Iterator[int]:
    """Labels at the beginning of lines that most lines repeat, whatever numbers they hold: initials before a mail's
    quotation mark, a file's name and a line's number.
    """
    heads = [  # the first words of each line up to each mark that may end a label, the longest first
        [
            line[:size]
            for size in range(min(_LABEL_WORDS, len(line) - 1), 0, -1)
            if _LABEL_END.match(text.between(line[size]))
        ]
        for line in lines
    ]
    counts = Counter(text.shape(head) for several in heads for head in several)
    labels = [next((head for head in several if counts[text.shape(head)] >= _ENOUGH), range(0)) for several in heads]
    if 3 * sum(map(bool, labels)) >= len(heads):
        yield from (word for label in labels for word in label)
