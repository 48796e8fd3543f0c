"""Finds the changes: where a text differs from the article, between and at the edges of the words that both have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, Literal, NamedTuple, TypeAlias

from .layout import SQUARE, ComparedText
from .matching import Match
from .notes_and_numbers import NEGATIONS
from .quotation import Pair
from .words import BULLET

ChangeKind: TypeAlias = Literal["replaced", "removed", "added"]

_ELLIPSIS: Final = re.compile(
    r"\u2026|\.[ \u00a0]?\.[ \u00a0]?\.|\*[ ]\*[ ]\*|\[\s*\.\.\s*\]|\(\s*\.\.\s*\)|\u22ef"
    r"|[\[(<](?:snip|cut|gap|omitted)[\])>]"
)
_PRONOUNS: Final = frozenset(
    "he she it they we i you his her its their our my your him them us this that these those who which the a an".split()
)
_REVERSING: Final = NEGATIONS | {"far"}
"""Words that turn the sense round: an ellipsis may not begin with one, nor have one among a few words."""
_EMPHASIS_END: Final = re.compile(r"[*_]+\s|\s*\n")
_ITEM_MARK: Final = re.compile(r"(?:\n[ \t]*[-*\u2013\u2014][ \t]+|:\s+)\Z")
"""What begins an item of a list, or ends a label, behind which words of a page's furniture stand."""
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


class ChangeFinder(ComparedText):
    """Finds the changes between and at the edges of the words that a text and the article both have."""

    def changes_between(self, one: Match, other: Match, layout: list[Pair]) -> list[Difference] | None:
        """The changes between two matches; None where the text leaves the article."""
        first, stop, article, article_stop = (
            one.text_stop,
            max(other.text, one.text_stop),
            one.article_stop,
            other.article,
        )
        if not self._adjoin(one.article_stop - 1, other.article):
            return None
        if stop > first and article_stop == article:
            first, stop = self._slid(first, stop)
        aside = self.layout_between(first, stop)
        extra = [place for place in range(first, stop) if place not in aside]
        layout += _ranges(sorted(aside))
        left, right = self.quotation_around(one.text_stop - 1), self.quotation_around(other.text)
        if left != right:
            return self._across(one, other, extra)
        if article_stop == article + 1 and (self._are_halves(extra, article) or self._has_note(first, stop, article)):
            return []
        if extra:
            return self._extra(one, other, extra, left)
        if article_stop > article and not self._is_substitute(one, other, sorted(aside)):
            return self._missing(one, other, left)
        return []

    def _are_halves(self, extra: list[int], article: int) -> bool:
        """Whether two words are the halves of one word of the article, with layout between them."""
        halves = [self.text.words[place] for place in extra]
        return len(halves) == 2 and "".join(halves) == self.reference.words[article]

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

    def _adjoin(self, article: int, other: int) -> bool:
        """Whether the article is known without a gap between two of its words."""
        parts = range(self.reference.part_of[article] + 1, self.reference.part_of[other] + 1)
        return all(map(self.reference.adjoins, parts))

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
        elif not quotation and BULLET.search(self.gap(other.text)):
            return None
        elif reference.part_of[article - 1] != reference.part_of[article_stop] and not quotation:
            whole = reference.starts_part(article) and reference.starts_part(article_stop)
            layout = self.block(one.text_stop - 1) != self.block(other.text)
            if (whole or layout) and article_stop - article > _PHRASE:
                return None
        return [Difference("removed", one.text_stop, one.text_stop, article, article_stop)]

    def has_ellipsis(self, one: Match, other: Match) -> bool:
        """Whether an ellipsis stands between two matches; also a few words off, where what is left out ends with the
        words that stand before it, or begins with those behind it.
        """
        start, end = self.text.ends[one.text_stop - 1], self.text.starts[other.text]
        if _ELLIPSIS.search(self.text.masked, start, end):
            return True
        words, low, high = self.reference.words, one.article_stop, other.article
        before = takewhile(lambda step: words[low - step] == words[high - step], range(1, min(one.length, _PHRASE) + 1))
        behind = takewhile(lambda step: words[low + step] == words[high + step], range(min(other.length, _PHRASE)))
        places = [*(one.text_stop - step for step in before), *(other.text + step + 1 for step in behind)]
        return any(_ELLIPSIS.search(self.gap(place)) for place in places)

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
        is_named = all(word[0].isupper() or word.lower() in _PRONOUNS for word in meant)
        return is_form or (is_named and len(meant) <= _NAME)

    def changes_at_edge(self, one: Match, step: int, quotation: Pair | None, *, dense: bool) -> Iterator[Difference]:
        """The changes between a stretch and the edge of the quotation or dense block that it should fill."""
        if not (quotation or dense):
            return
        word, edge = (one.text, one.text) if step < 0 else (one.text_stop - 1, one.text_stop)
        limit = (quotation or self.without_label(self.block(word)))[step > 0]
        most = _EDGE if quotation else _OUTSIDE
        first, stop = sorted((edge, self.unmatched_until(edge, step, limit, _EDGE)))
        aside = self.layout_between(first, stop)
        extra = [at for at in range(first, stop) if at not in aside]
        if not quotation and extra and self._is_beyond(extra, edge, step):
            return
        is_number = len(extra) == 1 and self.replaces_number(extra[0], first, stop)
        reference = self.reference
        number = reference.part_of[one.article if step < 0 else one.article_stop - 1]
        low, high = reference.part_firsts[number], reference.part_firsts[number + 1]
        room = one.article - low if step < 0 else high - one.article_stop
        is_again = bool(quotation) and first < stop < limit and self.owner[stop] <= self.owner[first - 1]
        reaches = first <= limit if step < 0 else stop >= limit or is_again
        outside_body = reference.parts[number].sentence < 0
        is_open = not room and not reference.parts[number].whole
        if not quotation and (is_open or (not is_number and room > len(extra) + 1)):
            return
        if not extra or len(extra) > most or not reaches or outside_body:
            return
        is_own_end = reference.quoted_from(one.article) if step < 0 else reference.quoted_to(one.article_stop - 1)
        is_added = (quotation and is_own_end) or (len(extra) > _PHRASE and len(extra) != room)
        count = 0 if is_added else min(len(extra), room)
        article = (one.article - count, one.article) if step < 0 else (one.article_stop, one.article_stop + count)
        if [self.text.words[at] for at in extra] != reference.words[slice(*article)]:
            yield Difference("replaced" if count else "added", extra[0], extra[-1] + 1, *article)

    def _is_beyond(self, extra: list[int], edge: int, step: int) -> bool:
        """Whether layout, or a sentence's end, lies between some words and the edge that they stand at."""
        if step < 0:
            return extra[-1] + 1 != edge or self.begins_sentence(edge) or self._is_heading(extra[0], edge)
        return extra[0] != edge or self.begins_sentence(edge)

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

    def unmatched_until(self, place: int, step: int, limit: int, most: int) -> int:
        """How far from a word on, in either direction, no word belongs to a match."""
        reached = place
        while reached != limit and abs(reached - place) < most and self.owner[reached - (step < 0)] < 0:
            reached += step
        return reached

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


def _ranges(places: Sequence[int]) -> list[Pair]:
    found: list[Pair] = []
    for place in places:
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found
