"""A text laid beside the article: what stands around each word, and which words are layout.

Layout is what no sentence runs through: labels, notes, counters, cells, lines of their own, and what the text repeats
around the article's words.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final

from .article_words import CLOSES, OPENS, Reference
from .markup import BLOCK
from .matching import Match
from .notes_and_numbers import NEGATIONS, layout_words
from .quotation import Pair, quotations
from .words import Text

_SENTENCE_END: Final = re.compile(r"[.!?\u2026]")
SQUARE: Final = re.compile(r"\[[^\[\]]{1,300}\]")
_ROUND: Final = re.compile(
    r"\((?:[^()\w]*(?:\d{1,3}|[a-z]|sic|ph|sp|inaudible|crosstalk|emphasis \w+"
    r"|pause|breath|beat|laugh\w*|applause|sighs?|coughs?|music)[^()\w]*"
    r"|[^\W\d_a-z][^()]{0,80}[.!?]?)\)",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"\W*?(?:[:|\t>]|[ ]=)(?!\S)|\s+[\u2013\u2014]\s|[ ]{2}-[ ]|\W*[:|\t>](?=[\W_]*\Z)")
_DASH_LABEL: Final = re.compile(r"\s*(?:[:|\t>]|=\s)")
_ITEM: Final = re.compile(r"[ivxlc]{1,6}|[a-z]|\d{1,3}")
"""The number or letter of an item in a list."""
_ITEM_END: Final = re.compile(r"[.):]\s|\)")
_AFTERWORD: Final = re.compile(r"(?<=[.!?\u201d\u2019\"'])\s*\([^()]{1,80}\)(?=[.\s]*(?:[\n\r]|\Z))")
"""Brackets between a sentence's end and a line's."""
_ATTRIBUTION: Final = re.compile(r"(?:[\u2012-\u2015~]|--|- )[^\n]*\Z")
_CELL: Final = re.compile(r"[\t|]")
_LINE_WORDS: Final = 4
"""Words of a line, on average; where there are fewer, a sentence's own words stand alone on lines."""
_OWN_LINE: Final = 4
"""Words of a whole line put in that are no edit of a sentence, whatever they begin with."""
_FURNITURE: Final = 6
"""Words of a pull quote, or of a link to another page, that are told from a phrase."""
_RANGE: Final = re.compile(r"[-\u2010-\u2013/]")
"""What joins a number to the one before it."""
_OPENED: Final = re.compile(r"[(\[{<]")
_CLOSED: Final = re.compile(r"[)\]}>]")
_LABEL_WORDS: Final = 12
_BESIDE: Final = re.compile(r"(?:,?[\s>*_]+['\u2019]?)?")
"""What may stand before a number in the middle of a sentence."""
_HABIT: Final = 3
"""What a text repeats so often around the article's words is its layout."""
SHORTEST: Final = 5
SHORTEST_SAID: Final = "five"
"""Words of the article in a row that make a passage inside a quotation; a quotation of fewer claims nothing."""
_LONGEST_SENTENCE: Final = 120
"""Words of the longest sentence that is looked at."""
_NESTED: Final = 12
DENSE: Final = 0.75
"""The share of a block, or of a quotation, that must be the article's words for the rest to count as changes."""
CLAIM: Final = 8
"""Words outside quotation marks, the article's, that make the rest of their sentence or block count as changes."""


class ComparedText:
    """The words of a text, with the word of the article that each was found to be, and the quotation, block, line and
    sentence around it.
    """

    def __init__(self, text: Text, reference: Reference) -> None:
        self.text: Final = text
        self.reference: Final = reference
        self.pairs: Final[list[Pair]] = sorted(
            {*quotations(text), *text.block_quotations}, key=lambda pair: (pair[0], -pair[1])
        )
        self.owner: Final = array("i", [-1]) * len(text)
        """For each word the place in the article that it was found to be, or -1."""
        self.layout: Final = layout_words(text)
        self.gap: Final = text.between
        """What stands between a word and the one before it."""
        self.block: Final = text.block_of
        self.line: Final = text.line_of
        """The first word of the block, or line, that a word is in, and the one behind its last."""

    def own(self, matches: list[Match]) -> None:
        """Makes the words of matches the article's."""
        at, firsts = self.reference.word_at, self.text.firsts
        for match in matches:
            last = match.article_stop - 1
            for word in range(match.text, match.text_stop):
                self.owner[word] = min(at[max(firsts[word] - match.shift, self.reference.firsts[match.article])], last)

    def is_upper(self, place: int) -> bool:
        """Whether a word begins with a capital, or with what has none."""
        return not self.text.masked[self.text.starts[place]].islower()

    # -- what a word stands in --

    def quotation_around(self, place: int) -> Pair | None:
        """The innermost quotation around a word that is not one of the article's own."""
        at = bisect_right(self.pairs, (place, len(self.text) + 1)) - 1
        for pair in self.pairs[max(at - _NESTED, 0) : at + 1][::-1]:
            if pair[0] <= place < pair[1] and pair[1] - pair[0] >= SHORTEST and not self._is_own(pair):
                return pair
        return None

    def _is_own(self, pair: Pair) -> bool:
        """Whether a quotation is one that the article itself has, whole or with fewer words, and the text repeats what
        the article has before it or behind it too, for as many words as it has, up to the next quotation.
        """
        first, last, size = self.owner[pair[0]], self.owner[pair[1] - 1], pair[1] - pair[0]
        if min(first, last) < 0 or not (self.reference.quoted_from(first) and self.reference.quoted_to(last)):
            return False
        at = bisect_left(self.pairs, pair)
        near = (one for one in self.pairs[max(at - _NESTED, 0) : at + _NESTED] if one[1] - one[0] >= SHORTEST)
        begin, end = max(pair[0] - size, 0), pair[1] + size
        for start, stop in near:
            if stop <= pair[0]:
                begin = max(begin, stop)
            elif start >= pair[1]:
                end = min(end, start)
        beside = (
            (self.owner[begin : pair[0]], range(max(first - 2 * size, 0), first)),
            (self.owner[pair[1] : end], range(last + 1, last + 1 + 2 * size)),
        )
        return any(sum(place in near for place in side) >= DENSE * size for side, near in beside)

    def sentence(self, place: int) -> Pair:
        """The sentence of the text that a word is in."""
        (lowest, highest), firsts = self.block(place), self._sentence_firsts
        at = bisect_right(firsts, place)
        first = firsts[at - 1] if at else 0
        return max(first, lowest, place - _LONGEST_SENTENCE), min(firsts[at], highest, place + _LONGEST_SENTENCE)

    @cached_property
    def _sentence_firsts(self) -> array[int]:
        """The words before which a sentence ends; last, how many words there are."""
        masked, starts, ends = self.text.masked, self.text.starts, self.text.ends
        found = array("I")
        for match in _SENTENCE_END.finditer(masked):
            word = bisect_left(starts, match.end())
            is_between = word and ends[word - 1] <= match.start() and (not found or found[-1] != word)
            if is_between and word < len(starts) and not masked[starts[word]].islower():
                found.append(word)
        found.append(len(starts))
        return found

    def begins_sentence(self, place: int) -> bool:
        """Whether a sentence ends before a word."""
        return self._sentence_firsts[bisect_left(self._sentence_firsts, place)] == place

    def without_label(self, block: Pair) -> Pair:
        """A block without a label at its head and the line at its foot that says whose it is."""
        first, stop = block
        label = self._label(first, stop)
        is_label = label > first and not self.replaces_number(label - 1, first, label)
        if is_label and any(self.owner[place] >= 0 for place in range(label, self.line(first)[1])):
            first = label
        foot = self.line(stop - 1)[0]
        return first, foot if foot > first and self.owner[foot] < 0 and self.is_attribution(foot) else stop

    def is_attribution(self, place: int) -> bool:
        """Whether a line that begins with a word says whose the words before it are."""
        gap = self.gap(place)
        return bool(_ATTRIBUTION.search(gap)) and (
            BLOCK in gap or (("\n" in gap or not place) and self.is_upper(place))
        )

    # -- how much of it is the article's --

    @cached_property
    def _counted(self) -> tuple[array[int], array[int]]:
        """How many words up to each are the article's outside quotation marks, and how many are not layout; asked for
        once all are known.
        """
        owned = (place >= 0 and not self.quoted(word, word + 1) for word, place in enumerate(self.owner))
        counts = (place >= 0 or word not in self.layout for word, place in enumerate(self.owner))
        return array("I", accumulate(owned, initial=0)), array("I", accumulate(counts, initial=0))

    def is_repeated(self, block: Pair) -> bool:
        """Whether a block holds hardly anything but the article's words. What it has in quotation marks is claimed for
        itself: a writer's own words beside it say who speaks, and often with the words that the article has there.
        """
        first, stop = self.without_label(block)
        owned, counted = (sums[stop] - sums[first] for sums in self._counted)
        return owned >= max(DENSE * counted, CLAIM if self.quoted(*block) else 1)

    def quoted(self, first: int, stop: int) -> int:
        """How many words of a stretch stand between quotation marks that are not the article's own."""
        return self._quoted[stop] - self._quoted[first]

    @cached_property
    def _quoted(self) -> array[int]:
        """How many words up to each stand between such marks; asked for once all the article's words are known."""
        inside, reached = bytearray(len(self.text)), 0
        for first, stop in self.pairs:
            if stop > reached and not self._is_own((first, stop)):
                inside[max(first, reached) : stop] = bytes([1]) * (stop - max(first, reached))
                reached = stop
        return array("I", accumulate(inside, initial=0))

    # -- what is layout --

    def is_furniture(self, first: int, stop: int) -> bool:
        """Whether words repeat what stands outside the body of the page, such as a pull quote."""
        said = [self.text.words[place] for place in range(first, stop) if place not in self.layout]
        return len(said) >= _FURNITURE and "".join(said) in self.reference.furniture

    def layout_between(self, first: int, stop: int) -> set[int]:
        """The words between two places that no sentence runs through."""
        words, found = self.text.words, set[int]()
        if self.is_furniture(first, stop):
            return set(range(first, stop))
        if stop - first <= 3 and any(words[at] in NEGATIONS and at not in self.recurring for at in range(first, stop)):
            return found
        place, follows, brackets = first, False, self._brackets(first, stop)
        while place < stop:
            if self.replaces_number(place, first, stop):
                place, follows = place + 1, False
                continue
            reached = self._own_line(place, stop, follows=follows)
            follows = reached > place
            if not follows:
                reached = self._unit(place, stop, brackets)
            found.update(range(place, reached))
            place = max(reached, place + 1)
        return found

    def replaces_number(self, place: int, first: int, stop: int) -> bool:
        """Whether a number at an edge of a gap stands where the article has another number, which the text leaves out,
        or between the article's words and a quotation mark. It is a change then, however it stands on its line.
        """
        start = self.text.starts[place]
        if not self.text.masked[start].isdecimal() or any(low <= start < high for low, high in self.text.notes):
            return False
        before = self.owner[first - 1] if first else -1
        behind = self.owner[stop] if stop < len(self.text) else -1
        if place == first and before >= 0 and self._is_beside(place, before + 1):
            is_before_mark = self.gap(place) and CLOSES.match(self.gap(place + 1))
            if is_before_mark or self._is_missing_number(before + 1, behind):
                return True
        is_behind_mark = bool(OPENS.search(self.gap(place)))
        precedes = place + 1 == stop and behind > 0 and self._is_beside(stop, behind)
        return precedes and (is_behind_mark or self._is_missing_number(behind - 1, before))

    def _is_beside(self, place: int, article: int) -> bool:
        """Whether no other marks stand before a word than in a sentence, or in the article, before one of its words."""
        gap = self.gap(place)
        return bool(_BESIDE.fullmatch(gap)) or gap.strip() == self.reference.gap(article).strip()

    def _is_missing_number(self, article: int, other: int) -> bool:
        """Whether a word of the article is a number, and not another one that the text has."""
        return article < len(self.reference) and article != other and self.reference.words[article][0].isdecimal()

    @cached_property
    def recurring(self) -> frozenset[int]:
        """What the text repeats around the article's words, whatever numbers it holds: columns, labels, headers."""
        text = self.text
        pieces = [one for line in pairwise(text.lines) for one in self._beside_article(*line)]
        shapes = [text.shape(range(*piece)) for piece in pieces]
        counts = Counter(
            shape
            for shape, piece in zip(shapes, pieces, strict=True)
            if not NEGATIONS.intersection(shape) or _CELL.search(self.gap(piece[0]) + self.gap(piece[1]))
        )
        several = (piece for piece, shape in zip(pieces, shapes, strict=True) if counts[shape] >= _HABIT)
        return frozenset(word for piece in several for word in range(*piece))

    def _beside_article(self, first: int, stop: int) -> Iterator[Pair]:
        """The words of a line before, behind, and in brackets between those that are the article's."""
        mine = [place for place in range(first, stop) if self.owner[place] >= 0]
        for one, other in pairwise([first - 1, *mine, stop]):
            size = min(other - one - 1, _LABEL_WORDS)
            if one < first:
                yield from ((first, first + count) for count in range(1, size + 1))
            if other == stop:
                yield from ((stop - count, stop) for count in range(1, size + (one >= first)))
            elif one >= first and size and _OPENED.search(self.gap(one + 1)) and _CLOSED.search(self.gap(other)):
                yield one + 1, other

    def _own_line(self, place: int, stop: int, *, follows: bool) -> int:
        """Where a line ends that begins at a word and stands by itself, or follows one that does."""
        head, end = self.line(place)
        if head != place or end > stop:
            return place
        is_apart = follows or self.block(head)[0] == head or head in self.recurring
        if not is_apart and _LINE_WORDS * (len(self.text.lines) - 1) <= len(self.text):
            is_head = self.is_upper(head) and (end - head > 1 or self.begins_sentence(head))
            is_apart = is_head or end - head >= _OWN_LINE
        return end if is_apart else place

    def _unit(self, place: int, stop: int, brackets: list[Pair]) -> int:
        """Where a piece of layout that begins at a word ends; the word itself if none begins there."""
        if place in self.layout or place in self.recurring or not self.text.words[place]:
            return place + 1
        if self.owner[place] >= 0:
            return place
        line, starts = self.line(place), self.text.starts
        label = self._label(place, stop) if line[0] == place else place
        number = place + self._is_loose_number(place, line)
        bracket = next((bisect_left(starts, end) for start, end in brackets if start <= starts[place] < end), place)
        return max(self._cell(place, stop, line), bracket, label, number)

    def _is_loose_number(self, place: int, line: Pair) -> bool:
        """Whether a word is a number that sticks to another or stands at a line's edge, and is no word said twice."""
        words = self.text.words
        word, neighbours = words[place], words[max(place - 1, 0) : place] + words[place + 1 : place + 2]
        if not word.isdigit() or word in neighbours:
            return False
        glued = not (self.gap(place) and self.gap(place + 1)) and len(word) < 4
        at_edge = place in (line[0], line[1] - 1) and len(word) <= 4
        return glued or (at_edge and not _RANGE.fullmatch(self.gap(place)))

    def _cell(self, place: int, stop: int, line: Pair) -> int:
        """Where a cell of a table that begins at a word and has nothing else ends; the word itself if none does."""
        marked = bool(_CELL.search(self.gap(place)))
        if not marked and line[0] != place:
            return place
        ends = range(place + 1, min(line[1], stop) + 1)
        end = next((at for at in ends if at == line[1] or _CELL.search(self.gap(at))), 0)
        return end if end and (end < line[1] or marked) else place

    def _brackets(self, first: int, stop: int) -> list[Pair]:
        """Where brackets stand between two places."""
        text = self.text
        start = text.ends[first - 1] if first else 0
        end = text.starts[stop] if stop < len(text) else len(text.masked)
        patterns = (SQUARE, _ROUND, _AFTERWORD)
        return [match.span() for pattern in patterns for match in pattern.finditer(text.masked, start, end)]

    def _label(self, place: int, stop: int) -> int:
        """The end of a label at a line's head: a speaker, a field, a counter, also several of them."""
        reached, is_item = place, _ITEM.fullmatch(self.text.words[place])
        for end in range(place + 1, min(place + _LABEL_WORDS, stop, self.line(place)[1]) + 1):
            between = self.gap(end)
            pattern = _LABEL if self.is_upper(min(reached, end - 1)) else _DASH_LABEL
            if pattern.match(between) or (end == place + 1 and is_item and _ITEM_END.match(between)):
                reached = end
            if self.owner[end - 1] >= 0:
                break
        return reached
