"""Finds the changes: where a text differs from the article, between and at the edges of the words that both have."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile
from typing import Final, Literal, NamedTuple, TypeAlias

from .layout import SHORTEST, SQUARE, ComparedText
from .matching import Match
from .notes_and_numbers import NEGATIONS
from .quotation import Pair
from .words import BULLET

ChangeKind: TypeAlias = Literal["replaced", "removed", "added"]

ELLIPSIS: Final = re.compile(
    r"\u2026|\.[ \u00a0]?\.[ \u00a0]?\.|\*[ ]\*[ ]\*|\[\s*\.\.\s*\]|\(\s*\.\.\s*\)|\u22ef"
    r"|[\[(<](?:snip|cut|gap|omitted)[\])>]"
)
_PRONOUNS: Final = frozenset(
    "he she it they we i you his her its their our my your him them us this that these those who which".split()
)
_DETERMINERS: Final = _PRONOUNS | {"the", "a", "an"}
_REVERSING: Final = NEGATIONS | {"far"}
"""Words that turn the sense round: an ellipsis may not begin with one, nor have one among a few words."""
_EMPHASIS_END: Final = re.compile(r"[*_]+\s|\s*\n")
_ITEM_MARK: Final = re.compile(r"(?:\n[ \t]*[-*\u2013\u2014][ \t]+|:\s+)\Z")
"""What begins an item of a list, or ends a label, behind which words of a page's furniture stand."""
_PAUSE: Final = re.compile(r"[,:;\u2012-\u2015-]")
"""Stands before a quotation that goes on behind "he said"; one of its own is part of the writer's sentence."""
_ROW: Final = re.compile(r"[|\t]|\n[ \t]*(?:[-*+]|\d+[.);,])[ \t]*")
_INTERRUPTION: Final = 15
"""Words between two quotations that say who speaks."""
_PHRASE: Final = 3
"""Words of a phrase: left out, it is told over an ellipsis or a break; before a sentence, it may be a heading."""
_SHORT_SENTENCE: Final = 12
"""Words of a short sentence that replaces another; in place of longer ones the text goes its own way."""
_INSERTED: Final = 40
"""Words of a sentence that is put in between two others; more are a text of its own."""
_NAME: Final = 6
"""Words of a name for which square brackets have another."""
_EDGE: Final = 120
"""Words up to a passage's edge that are looked at."""
_COUNT: Final = 20
"""Lines, or notes, between two that have numbers."""
_OUTSIDE: Final = 2
"""Words at the edge of a block, outside quotations, that are a change rather than another sentence."""


class Difference(NamedTuple):
    """Words that are other than the article's: places among the words of text and article."""

    kind: ChangeKind
    text: int
    text_stop: int
    article: int
    article_stop: int

    def affects(self, first: int, stop: int) -> bool:
        """Whether words of the article are among those that are other, or stand on both sides of words put in. Where a
        quotation leaps over whole sentences, those are not changed: only what reaches over the leap's ends is.
        """
        if self.kind == "added" or self.article_stop - self.article > _INSERTED:
            return first < self.article < stop or first < self.article_stop < stop
        return first < self.article_stop and self.article < stop


class Edge(NamedTuple):
    """Where words end that text and article both have, on one side."""

    step: Literal[-1, 1]
    """The side: -1 before the first of them, 1 behind the last."""
    text: int
    """The word of the text before which it lies."""
    article: int
    """The word of the article before which it lies."""
    rest: Pair
    """What the article's sentence has beyond it."""
    quotation: Pair | None
    """The quotation that it lies in."""

    @property
    def word(self) -> int:
        """The last word of the text that is on the article's side of it."""
        return self.text - (self.step > 0)


class ChangeFinder(ComparedText):
    """Finds the changes between and at the edges of the words that a text and the article both have."""

    def edge(self, match: Match, step: Literal[-1, 1]) -> Edge:
        """The edge before a match, or behind it."""
        if step < 0:
            rest = self.reference.part_bounds(match.article)[0], match.article
            return Edge(step, match.text, match.article, rest, self.quotation_around(match.text))
        rest = match.article_stop, self.reference.part_bounds(match.article_stop - 1)[1]
        return Edge(step, match.text_stop, match.article_stop, rest, self.quotation_around(match.text_stop - 1))

    def unmatched_beyond(self, edge: Edge, limit: int, most: int) -> Pair:
        """The words of the text beyond an edge, up to a limit, before the next one that belongs to a match."""
        reached, step = edge.text, edge.step
        while (limit - reached) * step > 0 and abs(reached - edge.text) < most and self.owner[reached - (step < 0)] < 0:
            reached += step
        return min(edge.text, reached), max(edge.text, reached)

    def changes_between(self, one: Match, other: Match, layout: list[Pair]) -> list[Difference] | None:
        """The changes between two matches; None where the text leaves the article."""
        reference = self.reference
        first, stop = one.text_stop, max(other.text, one.text_stop)
        article, article_stop = one.article_stop, other.article
        if not self.adjoin(one, other):
            return None
        if stop > first and article_stop == article:
            first, stop = self._slid(first, stop)
        aside = self.layout_between(first, stop)
        extra = [place for place in range(first, stop) if place not in aside]
        for place in sorted(aside):
            if place - 1 in aside:
                layout[-1] = layout[-1][0], place + 1
            else:
                layout.append((place, place + 1))
        left, right = self.quotation_around(one.text_stop - 1), self.quotation_around(other.text)
        if left != right:
            return self._across(one, other, extra)
        if article_stop == article + 1:
            halves = [self.text.words[place] for place in extra]  # of a word that layout interrupts
            is_halved = len(halves) == 2 and "".join(halves) == reference.words[article]
            if is_halved or self._has_note(first, stop, article):
                return []
        if extra:
            return self._extra(one, other, extra, left)
        if article_stop > article and not self._is_substitute(one, other, sorted(aside)):
            return self._missing(one, other, left)
        return []

    def _has_note(self, place: int, stop: int, article: int) -> bool:
        """Whether a figure is the article's followed by a note's number, perhaps with a stop between them. The number
        follows another note's, and comes before another one's, or before the note itself; behind a stop it may also be
        the last, or count lines.
        """
        said, meant = self.text.words[place] if stop == place + 1 else "", self.reference.words[article]
        number = said.removeprefix(meant)
        has_stop, number = number[:1] in (".", ","), number.lstrip(".,")
        if not (said.startswith(meant) and meant.isdecimal() and number.isdecimal()):
            return False
        value = int(number)
        before = [0, *self._note_numbers(range(place))]
        behind = self._note_numbers(range(place + 1, len(self.text)))
        if has_stop and behind and before[-1] < value < behind[0] <= before[-1] + _COUNT:
            return True
        is_last = has_stop and max(behind, default=0) <= value
        return value - 1 in before and (is_last or value in behind or value + 1 in behind)

    def _note_numbers(self, places: range) -> list[int]:
        """The numbers among some words that stand in no sentence."""
        words = self.text.words
        return [int(words[place]) for place in sorted(self.layout) if place in places and words[place].isdecimal()]

    def _slid(self, first: int, stop: int) -> Pair:
        """An insertion, moved by up to three words where the same words repeat, so that it covers layout if it can."""
        words = self.text.words
        for step in (0, -1, -2, -3, 1, 2, 3):
            low, high = first + step, stop + step
            moved = range(step, 0) if step < 0 else range(step)
            if low < 0 or high > len(words) or any(words[first + at] != words[stop + at] for at in moved):
                continue
            if len(self.layout_between(low, high)) == high - low:
                return low, high
        return first, stop

    def adjoin(self, one: Match, other: Match) -> bool:
        """Whether the article is known without a gap between two matches."""
        part_of = self.reference.part_of
        return all(map(self.reference.adjoins, range(part_of[one.article_stop - 1] + 1, part_of[other.article] + 1)))

    def _across(self, one: Match, other: Match, extra: list[int]) -> list[Difference] | None:
        """Between two quotations, or at the edge of one."""
        left, right = self.quotation_around(one.text_stop - 1), self.quotation_around(other.text)
        inside = [place for place in extra if (left and place < left[1]) or (right and right[0] <= place)]
        missing = other.article - one.article_stop
        if inside or len(extra) > _INTERRUPTION or not (left and right):
            return [] if not missing and not extra else None
        if not missing:
            return []
        same = self.reference.part_of[one.article_stop - 1] == self.reference.part_of[other.article]
        same = same and (not extra or bool(_PAUSE.search(self.gap(other.text))))
        same = same and self.line(one.text_stop - 1) == self.line(other.text)
        same = same and not any(map(self.begins_sentence, [*extra, other.text]))
        if same and missing <= _PHRASE and not self.has_ellipsis(one, other):
            return [Difference("removed", one.text_stop, one.text_stop, one.article_stop, other.article)]
        return None

    def _extra(self, one: Match, other: Match, extra: list[int], quotation: Pair | None) -> list[Difference] | None:
        """Words that the text has between two matches, in place of the article's if it has some there."""
        first, stop = extra[0], extra[-1] + 1
        missing = other.article - one.article_stop
        change = Difference("replaced" if missing else "added", first, stop, one.article_stop, other.article)
        block = self.block(first)
        whole = block == self.block(one.text_stop - 1) == self.block(other.text)
        crossing = self.reference.part_of[one.article_stop - 1] != self.reference.part_of[other.article]
        if quotation or not crossing:
            is_change = True
        elif missing:
            is_change = max(len(extra), missing) <= _SHORT_SENTENCE
        elif len(extra) <= _PHRASE and self.begins_sentence(first) and not self.begins_sentence(other.text):
            is_change = not self._is_heading(first, other.text)
        else:
            is_change = whole and len(extra) <= _INSERTED
        return [change] if is_change else None

    def _missing(self, one: Match, other: Match, quotation: Pair | None) -> list[Difference] | None:
        """Words of the article that the text leaves out."""
        article, article_stop = one.article_stop, other.article
        reference = self.reference
        if self.has_ellipsis(one, other):
            words = reference.words[article:article_stop]
            if len(words) > 1 and not _REVERSING.intersection(words if len(words) <= _PHRASE else words[:2]):
                return []
        elif not quotation and self._is_new_row(one, other, article_stop - article):
            return None
        elif reference.part_of[article - 1] != reference.part_of[article_stop] and not quotation:
            whole = reference.starts_part(article) and reference.starts_part(article_stop)
            block = self.block(other.text)
            layout = self.block(one.text_stop - 1) != block
            if ((whole or layout) and article_stop - article > _PHRASE) or (layout and self.is_furniture(*block)):
                return None
        return [Difference("removed", one.text_stop, one.text_stop, article, article_stop)]

    def _is_new_row(self, one: Match, other: Match, missing: int) -> bool:
        """Whether an item of a list, or a cell of a table with other words, begins between two matches."""
        between = self.text.ends[one.text_stop - 1], self.text.starts[other.text]
        has_row = missing > _SHORT_SENTENCE and _ROW.search(self.text.masked, *between)
        return bool(has_row or BULLET.search(self.gap(other.text)))

    def has_ellipsis(self, one: Match, other: Match) -> bool:
        """Whether an ellipsis stands between two matches; also a few words off, where what is left out ends with the
        words that stand before it, or begins with those behind it.
        """
        start, end = self.text.ends[one.text_stop - 1], self.text.starts[other.text]
        if ELLIPSIS.search(self.text.masked, start, end):
            return True
        words, low, high = self.reference.words, one.article_stop, other.article
        before = takewhile(lambda step: words[low - step] == words[high - step], range(1, min(one.length, _PHRASE) + 1))
        behind = takewhile(lambda step: words[low + step] == words[high + step], range(min(other.length, _PHRASE)))
        places = [*(one.text_stop - step for step in before), *(other.text + step + 1 for step in behind)]
        return any(ELLIPSIS.search(self.gap(place)) for place in places)

    def _is_substitute(self, one: Match, other: Match, aside: list[int]) -> bool:
        """Whether square brackets stand for a name or a pronoun, or have another form of a word."""
        text = self.text
        around = text.starts[max(one.text_stop - _PHRASE, 0)], text.ends[other.text] + 1
        spans = [match.span() for match in SQUARE.finditer(text.masked, max(around[0] - 1, 0), around[1])]
        inside = [
            any(start <= text.starts[place] and text.ends[place] <= end for start, end in spans)
            for place in (aside or (one.text_stop - 1, other.text))
        ]
        if any(place in self.recurring or text.words[place][0].isdecimal() for place in aside):
            return False  # a note, or a time code
        said = [text.words[place] for place in aside]
        meant = self.reference.normal_words(one.article_stop, other.article).split()
        if not (all(inside) if aside else any(inside)) or not NEGATIONS.isdisjoint([*said, *meant]):
            return False
        is_form = len(said) == len(meant) == 1 and said[0][0] == meant[0][0].lower()
        names = [word[0].isupper() or word.lower() in _DETERMINERS for word in meant]
        has_name = any(self.is_upper(place) for place in aside) or not _PRONOUNS.isdisjoint(said)
        return is_form or (len(meant) <= _NAME and (all(names) or (has_name and names[0])))

    def changes_at_edge(self, edge: Edge, *, dense: bool) -> list[Difference]:
        """The change between a stretch and the edge of the quotation, or the dense block, that it should fill: other
        words than the article has next to the stretch, or words put in. At most one; none if the stretch fills it, if
        what is left is another sentence, or if too many words are left for either.
        """
        reference, quotation = self.reference, edge.quotation
        if not (quotation or dense):
            return []
        if edge.step < 0 and quotation and (change := self._dropped_negation(edge.article, quotation)):
            return [change]
        limit = (quotation or self.without_label(self.block(edge.word)))[edge.step > 0]
        first, stop = self.unmatched_beyond(edge, limit, _EDGE)
        aside = self.layout_between(first, stop)
        extra = [at for at in range(first, stop) if at not in aside]
        # a quotation that goes on with earlier words of the article quotes anew: what is between belongs to the stretch
        is_again = bool(quotation) and first < stop < limit and self.owner[stop] <= self.owner[first - 1]
        reaches = first <= limit if edge.step < 0 else stop >= limit or is_again
        part = reference.parts[reference.part_of[edge.article - (edge.step > 0)]]
        if not extra or len(extra) > (_EDGE if quotation else _OUTSIDE) or not reaches or part.sentence < 0:
            return []
        room = edge.rest[1] - edge.rest[0]
        if not quotation:
            is_beyond = edge.text not in (extra[0], extra[-1] + 1) or self.begins_sentence(edge.text)
            is_number = len(extra) == 1 and self.replaces_number(extra[0], first, stop)
            is_elsewhere = room > len(extra) + 1 and not is_number
            is_heading = edge.step < 0 and self._is_heading(extra[0], edge.text)
            if is_beyond or is_heading or is_elsewhere or not (room or part.whole):
                return []
        is_own_end = reference.quoted_from(edge.article) if edge.step < 0 else reference.quoted_to(edge.article - 1)
        is_added = (quotation and is_own_end) or (len(extra) > _PHRASE and len(extra) != room)
        count = 0 if is_added else min(len(extra), room)
        article, article_stop = sorted((edge.article, edge.article + edge.step * count))
        said, meant = [self.text.words[at] for at in extra], reference.words[article:article_stop]
        is_cut = edge.step > 0 and len(said) == len(meant) == 1 and meant[0].startswith(said[0])
        if said == meant or (is_cut and ELLIPSIS.match(self.gap(extra[0] + 1))):
            return []
        return [Difference("replaced" if count else "added", extra[0], extra[-1] + 1, article, article_stop)]

    def _dropped_negation(self, article: int, quotation: Pair) -> Difference | None:
        """The negation that a quotation lacks, if it goes on behind "he said" from the word before that negation."""
        words, start = self.reference.words, article
        while start and words[start - 1] in NEGATIONS:
            start -= 1
        at = bisect_left(self.pairs, quotation)
        before = next((pair for pair in self.pairs[max(at - _PHRASE, 0) : at][::-1] if pair[1] <= quotation[0]), None)
        if start == article or self.owner[quotation[0]] != article or before is None:
            return None
        is_near = quotation[0] - before[1] <= _INTERRUPTION and _PAUSE.search(self.gap(quotation[0]))
        size = min(before[1] - before[0], start, SHORTEST)
        if is_near and self.text.words[before[1] - size : before[1]] == words[start - size : start]:
            return Difference("removed", before[1], before[1], start, article)
        return None

    def _is_heading(self, first: int, stop: int) -> bool:
        """Whether words are a heading or a label, without a stop, before a sentence: both begin with a capital, and
        something of the page lies between or before them, such as emphasis, a line's end or an item's mark.
        """
        text = self.text
        if not (self.is_upper(first) and self.is_upper(stop) and self.reference.starts_part(self.owner[stop])):
            return False
        between = text.ends[stop - 1], text.starts[stop]
        is_apart = text.source[slice(*between)] != text.masked[slice(*between)] or _EMPHASIS_END.match(self.gap(stop))
        return bool(is_apart) or bool(_ITEM_MARK.search(self.gap(first)))

    def spacing_changes(self, match: Match) -> Iterator[Difference]:
        """The changes where the text joins two words of the article."""
        text, reference = self.text, self.reference
        for at in range(match.article + 1, match.article_stop):
            letter = reference.firsts[at] + match.shift
            word = text.word_of(letter)
            if text.firsts[word] != letter and reference.gap(at) != "-":
                fused = text.masked[text.starts[word] : text.ends[word]]
                if len(fused) == len(text.words[word]):
                    yield Difference("replaced", word, word + 1, at - 1, at + 1)

    def parted_words(self, match: Match) -> list[int]:
        """The words of the text that go on one of the article's behind a space."""
        text = self.text
        starts = {self.reference.firsts[at] + match.shift for at in range(match.article, match.article_stop)}
        inside = range(match.text + 1, match.text_stop)
        return [word for word in inside if text.firsts[word] not in starts and set(self.gap(word)) == {" "}]
