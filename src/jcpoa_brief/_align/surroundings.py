"""What surrounds a word of a text: its quotation, block, line and sentence, and what is set apart from them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Final

from .apart import NEGATIONS, default_apart
from .quotation import Pair, quotations
from .reference import Reference
from .runs import Reading
from .words import Text

_SENTENCE_END: Final = re.compile(r"[.!?\u2026]")
_SQUARE: Final = re.compile(r"\[[^\[\]]{1,300}\]")
_ROUND: Final = re.compile(
    r"\((?:[^()\w]*(?:\d{1,3}|[a-z]|sic|ph|sp|inaudible|crosstalk|emphasis \w+)[^()\w]*"
    r"|[^\W\d_a-z][^()]{0,80}[.!?]?)\)",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"\W*?[:|\t>](?!\S)|\s+[\u2013\u2014]\s|\W*[:|\t>](?=[\W_]*\Z)")
_DASH_LABEL: Final = re.compile(r"\s*[:|\t>]")
_ITEM: Final = re.compile(r"[ivxlc]{1,6}|[a-z]|\d{1,3}")
_ITEM_END: Final = re.compile(r"[.):]\s|\)")
_LABEL_WORDS: Final = 12
ATTRIBUTION: Final = re.compile(r"(?:[\u2012-\u2015~(]|--|- )[^\n]*\Z")
_TELLING: Final = 5  # words of a quotation that claims anything
_SENTENCE: Final = 120  # words of the longest sentence that is looked at
_OWN: Final = 4  # words of the longest of its phrases in quotation marks, should one mark be lost


class Surroundings:
    """A text laid beside the article: which of its words are the article's, and what stands around each."""

    def __init__(self, text: Text, reference: Reference) -> None:
        self.text: Final = text
        self.reference: Final = reference
        self.reading: Final = Reading(text, reference)
        self.pairs: Final = self._pairs()
        self.owner: array[int] = array("i")
        """For each word the place in the article that it was found to be, or -1."""
        self.apart: Final = default_apart(text)

    def _pairs(self) -> list[Pair]:
        numbers = self.reading.numbers
        found = {(bisect_left(numbers, first), bisect_left(numbers, stop)) for first, stop in quotations(self.text)}
        return sorted(found, key=lambda pair: (pair[0], -pair[1]))

    def scope(self, place: int) -> Pair | None:
        """The innermost quotation around a word that is not one of the article's own."""
        at = bisect_right(self.pairs, (place, len(self.reading) + 1)) - 1
        for pair in self.pairs[max(at - 12, 0) : at + 1][::-1]:
            if pair[0] <= place < pair[1] and pair[1] - pair[0] >= _TELLING and not self._is_own(pair):
                return pair
        return None

    def _is_own(self, pair: Pair) -> bool:
        """Whether a quotation is one that the article itself has, whole or with fewer words."""
        first, last = self.owner[pair[0]], self.owner[pair[1] - 1]
        opened = first >= 0 and self.reference.quoted_from(first)
        closed = last >= 0 and self.reference.quoted_to(last)
        return (opened and closed) or ((opened or closed) and pair[1] - pair[0] <= _OWN)

    def block(self, place: int) -> Pair:
        """The block that a word is in."""
        numbers = self.reading.numbers
        first, stop = self.text.block_of(numbers[place])
        return bisect_left(numbers, first), bisect_left(numbers, stop)

    def sentence(self, place: int) -> Pair:
        """The sentence of the text that a word is in."""
        lowest, highest = self.block(place)
        lowest, highest = max(lowest, place - _SENTENCE), min(highest, place + _SENTENCE)
        first, stop = place, place + 1
        while first > lowest and not self.ends_sentence(first):
            first -= 1
        while stop < highest and not self.ends_sentence(stop):
            stop += 1
        return first, stop

    def ends_sentence(self, place: int) -> bool:
        between = self.gap(place)
        return bool(_SENTENCE_END.search(between)) and not self.text.painted[self.reading.starts[place]].islower()

    def gap(self, place: int) -> str:
        """What stands between a word and the one before it."""
        start = self.reading.ends[place - 1] if place else 0
        stop = self.reading.starts[place] if place < len(self.reading) else len(self.text.painted)
        return self.text.painted[start:stop]

    @cached_property
    def _counted(self) -> tuple[array[int], array[int]]:
        """How many words up to each are the article's, and how many are not set apart; asked for once all are known."""
        owned, counted = array("I", [0]), array("I", [0])
        for place, number in enumerate(self.reading.numbers):
            mine = self.owner[place] >= 0
            owned.append(owned[-1] + mine)
            counted.append(counted[-1] + (mine or number not in self.apart))
        return owned, counted

    def density(self, scope: Pair) -> float:
        """How much of a scope is the article's, of what is not set apart."""
        first, stop = self.core(scope)
        owned, counted = self._counted
        words = counted[stop] - counted[first]
        return (owned[stop] - owned[first]) / words if words else 0.0

    def core(self, scope: Pair) -> Pair:
        """A block without a label at its head and the lines at its foot that say whose it is."""
        first, stop = scope
        label = self._label(first, stop)
        lines = self.text.lines[0]
        numbers = self.reading.numbers
        if stop > first and (line := self.text.line_of(numbers[stop - 1])) > self.text.line_of(numbers[first]):
            foot = bisect_left(numbers, lines[line])
            if ATTRIBUTION.search(self.gap(foot)) and self.owner[foot] < 0:
                stop = foot
        return (label, stop) if label < stop else (first, stop)

    def set_apart(self, first: int, stop: int) -> set[int]:
        """The words between two places that no sentence runs through."""
        found: set[int] = set()
        words = [self.text.words[self.reading.numbers[place]] for place in range(first, stop)]
        if len(words) <= 3 and NEGATIONS & set(words):
            return found
        place, lines = first, False
        while place < stop:
            reached = self._lines(place, stop, follows=lines)
            lines = reached > place
            reached = max(reached, self._unit(place, first, stop))
            found.update(range(place, reached))
            place = max(reached, place + 1)
        return found

    def _lines(self, place: int, stop: int, *, follows: bool) -> int:
        """Where a line ends that begins at a word and stands by itself, or follows one that does."""
        text, reading = self.text, self.reading
        line = text.line_of(reading.numbers[place])
        head, behind = text.line(line)
        if head != reading.numbers[place] and not (self._is_glued(stop) and self.ends_sentence(place)):
            return place
        end = bisect_left(reading.numbers, behind)
        glued = next((at for at in range(place + 1, min(end, stop) + 1) if self._is_glued(at)), end)
        end = min(end, glued)
        return end if end <= stop and (follows or self._is_own_line(line, place, end)) else place

    def _is_glued(self, place: int) -> bool:
        """Whether a word begins with a capital inside another: a line's end that a tool swallowed."""
        reading = self.reading
        if not 0 < place < len(reading) or reading.numbers[place - 1] != reading.numbers[place]:
            return False
        return self.text.painted[reading.starts[place]].isupper()

    def _unit(self, place: int, first: int, stop: int) -> int:
        """Where a unit that begins at a word and is set apart ends; the word itself if none does."""
        text, reading = self.text, self.reading
        number = reading.numbers[place]
        head, behind = text.line(text.line_of(number))
        if number in self.apart or (place and reading.numbers[place - 1] == number and reading.ids[place] < 0):
            return place + 1
        if self.owner[place] >= 0:
            return self._elsewhere(place, stop)
        bracket = self._bracket(place, first, stop)
        if bracket > place:
            return bracket
        if head == number:
            label = self._label(place, stop)
            if label > place:
                return label
        if text.words[number].isdigit() and (number in (head, behind - 1)) and len(text.words[number]) <= 4:
            return place + 1
        return place

    def _elsewhere(self, place: int, stop: int) -> int:
        """Where words of the article that run along another place of it end, if they are lines of their own."""
        end = place
        while end < stop and self.owner[end] >= 0:
            end += 1
        numbers = self.reading.numbers
        head = self.text.line(self.text.line_of(numbers[place]))[0] == numbers[place]
        foot = end == len(self.reading) or self.text.line(self.text.line_of(numbers[end]))[0] == numbers[end]
        beside = self.owner[place] >= self.reference.body
        return end if (head and foot) or (beside and (head or foot)) else place

    def _bracket(self, place: int, first: int, stop: int) -> int:
        reading, painted = self.reading, self.text.painted
        start, end = (
            reading.ends[first - 1] if first else 0,
            reading.starts[stop] if stop < len(reading) else len(painted),
        )
        for pattern in (_SQUARE, _ROUND):
            for match in pattern.finditer(painted, start, end):
                if match.start() <= reading.starts[place] < match.end():
                    return bisect_left(reading.starts, match.end())
        return place

    def _is_own_line(self, number: int, place: int, end: int) -> bool:
        """Whether a line stands by itself: behind an empty line or a sentence's end, or with a head of its own."""
        blocks = self.text.lines[1]
        if not number or blocks[number - 1] != blocks[number]:
            return True
        if end - place < 3 and 4 * len(blocks) > len(self.text):
            return False
        head = self.text.painted[self.reading.starts[place]]
        return not head.islower() and (end - place > 1 or head.isdigit() or self.ends_sentence(place))

    def _label(self, place: int, stop: int) -> int:
        """The end of a label at a line's head: a speaker, a field, a counter, also several of them."""
        reached = place
        for end in range(place + 1, min(place + _LABEL_WORDS, stop) + 1):
            between = self.gap(end)
            lower = self.text.painted[self.reading.starts[min(reached, end - 1)]].islower()
            if (_DASH_LABEL if lower else _LABEL).match(between) or (
                end == place + 1 and self._is_counter(place, between)
            ):
                reached = end
            if "\n" in between or self.owner[end - 1] >= 0:
                break
        return reached

    def _is_counter(self, place: int, between: str) -> bool:
        """Whether a word is the number or letter of an item in a list."""
        return bool(_ITEM.fullmatch(self.text.words[self.reading.numbers[place]]) and _ITEM_END.match(between))
