"""Passages: where a text runs along the article, and what is other than the article there."""

from __future__ import annotations

import itertools
import re
from array import array
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple, TypeAlias

from .apart import NEGATIONS
from .quotation import Pair
from .reference import Reference
from .runs import Reading, Run, chains, runs
from .surroundings import ATTRIBUTION, Surroundings
from .words import Text

ChangeKind: TypeAlias = Literal["replaced", "removed", "added"]

SHORTEST: Final = 5
"""Words of the article in a row that make a passage inside a quotation."""
_SHORTEST_OUTSIDE: Final = 6
_CLAIM: Final = 8
_PARAPHRASE: Final = 5  # outside quotations, fewer words of the article to a change are a paraphrase
_DENSE: Final = 0.75
_ELLIPSIS: Final = re.compile(r"\u2026|\.[ \u00a0]?\.[ \u00a0]?\.|\*[ ]\*[ ]\*|\[\s*\.\.\s*\]|\(\s*\.\.\s*\)|\u22ef")
_SQUARE: Final = re.compile(r"\[[^\[\]]{1,300}\]")
_PRONOUNS: Final = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "him",
        "them",
        "us",
        "this",
        "that",
        "these",
        "those",
        "who",
        "which",
        "the",
        "a",
        "an",
    ]
)
_INTERRUPTION: Final = 15
_FURTHER: Final = 40
_NEAR: Final = 16
_FEW: Final = 6
_EDGE: Final = 120
_BY_CHANCE: Final = 2
_SMALL: Final = 60


class Match(NamedTuple):
    """Words in a row that are the same in text and article."""

    text: int
    article: int
    length: int

    @property
    def text_stop(self) -> int:
        return self.text + self.length

    @property
    def article_stop(self) -> int:
        return self.article + self.length


class Difference(NamedTuple):
    """Words that are other than the article's: places in the reading and in the reference."""

    kind: ChangeKind
    text: int
    text_stop: int
    article: int
    article_stop: int


class Stretch(NamedTuple):
    """A stretch of a text that runs along the article."""

    matches: tuple[Match, ...]
    differences: tuple[Difference, ...]
    apart: tuple[tuple[int, int], ...]
    """Stretches of the reading inside it that are no words of it."""


def stretches(text: Text, reference: Reference) -> tuple[Reading, list[Stretch]]:
    """Every stretch of a text that runs along the article."""
    judge = _Judge(text, reference)
    return judge.reading, judge.stretches()


class _Judge(Surroundings):
    # -- from runs to matches --

    def stretches(self) -> list[Stretch]:
        strong: list[list[Run]] = []
        weak: list[list[Run]] = []
        found_runs = runs(self.reading, self.reference)
        if not found_runs:
            return []
        self.owner = array("i", [-1]) * len(self.reading)
        for chain in chains(found_runs, self.reference.body):
            (strong if sum(run.length for run in chain) >= SHORTEST else weak).append(chain)
        kept = self._owned(strong)
        kept += self._owned([chain for chain in weak if self._is_small(chain[0].text)])
        found: list[Stretch] = []
        for matches in sorted(kept):
            for part in self._parts(matches):
                found += self._kept(part)
        return self._in_order(found)

    def _owned(self, several: list[list[Run]]) -> list[list[Match]]:
        """The matches of chains, each word belonging to the strongest, with those at their edges."""
        kept: list[list[Match]] = []
        for chain in several:
            matches = [match for match in self._refined(chain) if self._is_free(match)]
            matches = self._trimmed(matches)
            if matches:
                self._own(matches)
                kept.append(matches)
        return [self._with_edges(matches) for matches in kept]

    def _trimmed(self, matches: list[Match]) -> list[Match]:
        """Matches without a word or two at their ends that go on by chance in another block or behind a closing
        mark.
        """
        if not matches:
            return matches
        first, last = matches[0], matches[-1]
        for count in range(min(_BY_CHANCE, last.length - 1), 0, -1):
            if self._is_parted(last.text_stop - count):
                matches = [*matches[:-1], last._replace(length=last.length - count)]
                break
        first = matches[0]
        for count in range(min(_BY_CHANCE, first.length - 1), 0, -1):
            if self._is_parted(first.text + count):
                return [Match(first.text + count, first.article + count, first.length - count), *matches[1:]]
        return matches

    def _is_parted(self, place: int) -> bool:
        """Whether a block or a quotation that is not the article's ends before a word."""
        head = self.text.painted[self.reading.starts[place]]
        attributed = "\n" in self.gap(place) and ATTRIBUTION.search(self.gap(place)) and not head.islower()
        parted = self.block(place - 1) != self.block(place) or self.scope(place - 1) != self.scope(place)
        return bool(attributed) or parted

    def _is_free(self, match: Match) -> bool:
        return self.owner[match.text] < 0 and self.owner[match.text_stop - 1] < 0

    def _own(self, matches: list[Match]) -> None:
        for match in matches:
            self.owner[match.text : match.text_stop] = array("i", range(match.article, match.article_stop))

    def _in_order(self, found: list[Stretch]) -> list[Stretch]:
        """The stretches by their places, each that goes back in the article told as put in where nothing parts it from
        the one before.
        """
        found.sort()
        for number in range(1, len(found)):
            one, other = found[number - 1].matches[-1], found[number].matches[0]
            back = other.article < one.article < self.reference.body
            beside = one.text_stop == other.text and self.block(other.text) == self.block(one.text)
            if back and beside and self.scope(one.text) == self.scope(other.text):
                stop = found[number].matches[-1].text_stop
                moved = Difference("added", other.text, stop, other.article, other.article)
                found[number] = found[number]._replace(differences=(*found[number].differences, moved))
        return found

    def _is_small(self, place: int) -> bool:
        """Whether a word stands in a quotation, or a block, that is short."""
        first, stop = self.scope(place) or self.block(place)
        return stop - first <= _SMALL

    def _refined(self, chain: Sequence[Run]) -> list[Match]:
        """The runs of a chain with the words that are alike between them."""
        found = [Match(*chain[0])]
        for whole in chain[1:]:
            last = found[-1]
            twice = max(last.article_stop - whole.article, 0)
            run = Run(whole.text + twice, whole.article + twice, whole.length - twice)
            found += self._alike(last.text_stop, run.text, last.article_stop, run.article)
            last = found[-1]
            if last.text_stop == run.text and last.article_stop == run.article:
                found[-1] = Match(last.text, last.article, last.length + run.length)
            else:
                found.append(Match(*run))
        return found

    def _alike(self, first: int, stop: int, article: int, article_stop: int) -> Iterator[Match]:
        if stop - first > 200 or article_stop - article > 120 or stop <= first or article_stop <= article:
            return
        one, other = self.reference.ids[article:article_stop], self.reading.ids[first:stop]
        for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
            if block.size:
                yield Match(first + block.b, article + block.a, block.size)

    # -- gaps --

    def _parts(self, matches: list[Match]) -> Iterator[Stretch]:
        """A chain cut where it leaves the article."""
        part: list[Match] = [matches[0]]
        differences: list[Difference] = []
        apart: list[tuple[int, int]] = []
        for one, other in itertools.pairwise(matches):
            judged = self._judged(one, other, apart)
            if judged is None:
                yield Stretch(tuple(part), tuple(differences), tuple(apart))
                part, differences, apart = [other], [], []
                continue
            differences += judged
            part.append(other)
        yield Stretch(tuple(part), tuple(differences), tuple(apart))

    def _judged(self, one: Match, other: Match, apart: list[tuple[int, int]]) -> list[Difference] | None:
        """What is other between two matches; none where the text leaves the article."""
        first, stop, article, article_stop = one.text_stop, other.text, one.article_stop, other.article
        if not self._adjoin(one.article_stop - 1, other.article):
            return None
        left, right = self.scope(first - 1), self.scope(stop)
        if stop > first and article_stop == article:
            first, stop = self._slid(first, stop)
        aside = self.set_apart(first, stop)
        extra = [place for place in range(first, stop) if place not in aside]
        apart += _ranges(sorted(aside))
        if left != right:
            return self._across(one, other, extra)
        if extra:
            return self._extra(one, other, extra, left)
        if article_stop > article and not (aside and self._is_substitute(one, other, sorted(aside))):
            return self._missing(one, other, left)
        return []

    def _slid(self, first: int, stop: int) -> tuple[int, int]:
        """Words put in, or as many that begin a little earlier or later with the same words, if these are set apart."""
        ids = self.reading.ids
        for step in (0, -1, -2, -3, 1, 2, 3):
            low, high = first + step, stop + step
            moved = range(step, 0) if step < 0 else range(step)
            if low < 0 or high > len(ids) or any(ids[first + at] != ids[stop + at] for at in moved):
                continue
            if len(self.set_apart(low, high)) == high - low:
                return low, high
        return first, stop

    def _adjoin(self, article: int, other: int) -> bool:
        """Whether all words of the article between two of its words are known."""
        parts = range(self.reference.part_of[article] + 1, self.reference.part_of[other] + 1)
        return all(map(self.reference.adjoins, parts))

    def _across(self, one: Match, other: Match, extra: list[int]) -> list[Difference] | None:
        """Between two quotations, or at the edge of one."""
        left, right = self.scope(one.text_stop - 1), self.scope(other.text)
        inside = [place for place in extra if (left and place < left[1]) or (right and right[0] <= place)]
        missing = other.article - one.article_stop
        if len(extra) - len(inside) > _INTERRUPTION:
            return None
        self.reference.words[one.article_stop : other.article]
        if left and right:
            if not missing and not inside:
                return []
            same = self.reference.part_of[one.article_stop - 1] == self.reference.part_of[other.article]
            if same and 0 < missing <= 3 and not inside and not self._has_ellipsis(one, other):
                return [Difference("removed", one.text_stop, one.text_stop, one.article_stop, other.article)]
            return None
        if not missing and not extra:
            return []
        return None

    def _extra(self, one: Match, other: Match, extra: list[int], scope: Pair | None) -> list[Difference] | None:
        first, stop = extra[0], extra[-1] + 1
        missing = other.article - one.article_stop
        kind: ChangeKind = "replaced" if missing else "added"
        change = Difference(kind, first, stop, one.article_stop, other.article)
        if scope:
            return [change]
        crossing = self.reference.part_of[one.article_stop - 1] != self.reference.part_of[other.article]
        block = self.block(first)
        whole = block == self.block(one.text_stop - 1) == self.block(other.text)
        if whole and 5 * sum(self.owner[place] >= 0 for place in extra) > 4 * len(extra):
            return [change] if one.article < self.reference.body else []
        if not crossing:
            return [change] if len(extra) <= 3 * missing + 25 else None
        if missing:
            return [change] if len(extra) <= 12 and missing <= 12 else None
        if len(extra) <= 3 and not self.ends_sentence(other.text) and self.ends_sentence(first):
            return [change]
        return [change] if whole and self._density_without(block, first, stop) >= _DENSE and len(extra) <= 40 else None

    def _density_without(self, block: Pair, first: int, stop: int) -> float:
        left, right = (block[0], first), (stop, block[1])
        parts = [pair for pair in (left, right) if pair[1] > pair[0]]
        return min((self.density(pair) for pair in parts), default=0.0)

    def _missing(self, one: Match, other: Match, scope: Pair | None) -> list[Difference] | None:
        """Words of the article that the text leaves out."""
        article, article_stop = one.article_stop, other.article
        change = Difference("removed", one.text_stop, one.text_stop, article, article_stop)
        reference = self.reference
        if self._has_ellipsis(one, other):
            words = reference.words[article:article_stop]
            few = len(words) <= 3 and NEGATIONS & set(words)
            return [change] if len(words) < 2 or few else []
        crossing = reference.part_of[article - 1] != reference.part_of[article_stop]
        whole = reference.starts_part(article) and reference.starts_part(article_stop)
        if crossing and not scope:
            apart = self.block(one.text_stop - 1) != self.block(other.text)
            if (whole or apart) and article_stop - article > 3:
                return None
        return [change]

    def _has_ellipsis(self, one: Match, other: Match) -> bool:
        start, stop = self.reading.ends[one.text_stop - 1], self.reading.starts[other.text]
        return bool(_ELLIPSIS.search(self.text.painted, start, stop))

    def _is_substitute(self, one: Match, other: Match, extra: list[int]) -> bool:
        """Whether square brackets hold a name or a pronoun for another."""
        said = [self.text.painted[self.reading.starts[place] : self.reading.ends[place]] for place in extra]
        if not all(word[0].isupper() or word.lower() in _PRONOUNS for word in said):
            return False
        start, stop = self.reading.ends[one.text_stop - 1], self.reading.starts[other.text]
        spans = [match.span() for match in _SQUARE.finditer(self.text.painted, start, stop)]
        if not all(
            any(a <= self.reading.starts[place] and self.reading.ends[place] <= b for a, b in spans) for place in extra
        ):
            return False
        missing = self.reference.shown_words(one.article_stop, other.article).split()
        return len(missing) <= 6 and all(word[0].isupper() or word.lower() in _PRONOUNS for word in missing)

    # -- edges --

    def _with_edges(self, matches: list[Match]) -> list[Match]:
        """The matches of a chain with those in the rest of its sentences, over what is set apart, and in the rest of
        the quotation or block around it.
        """
        first, last = matches[0], matches[-1]
        total = sum(match.length for match in matches)
        article = self.reference.part_bounds(first.article)[0]
        scope = self.scope(first.text)
        start = self._unowned(first.text, -1, scope[0] if scope else 0, first.article - article + _FURTHER)
        block, core = self.block(first.text), self.core(self.block(first.text))
        start = max(start, core[0]) if block[0] < core[0] <= first.text else start
        before = self._rest(start, first.text, article, first.article)
        if not before:
            start = max(start, (scope or self.core(self.block(first.text)))[0])
            before = self._nearby(start, first.text, first.article, -1, total)
        article = self.reference.part_bounds(last.article_stop - 1)[1]
        scope = self.scope(last.text_stop - 1)
        stop = self._unowned(
            last.text_stop, 1, scope[1] if scope else len(self.reading), article - last.article_stop + _FURTHER
        )
        block, core = self.block(last.text_stop - 1), self.core(self.block(last.text_stop - 1))
        stop = min(stop, core[1]) if last.text_stop <= core[1] < block[1] else stop
        behind = self._rest(last.text_stop, stop, last.article_stop, article)
        if not behind:
            stop = min(stop, (scope or self.core(self.block(last.text_stop - 1)))[1])
            behind = self._nearby(last.text_stop, stop, last.article_stop, 1, total)
        self._own([*before, *behind])
        return [*before, *matches, *behind]

    def _unowned(self, place: int, step: int, limit: int, most: int) -> int:
        """How far from a word on, in either direction, no word belongs to a match."""
        reached = place
        while reached != limit and abs(reached - place) < most and self.owner[reached - (step < 0)] < 0:
            reached += step
        return reached

    def _nearby(self, first: int, stop: int, article: int, step: int, total: int) -> list[Match]:
        """What is the article's of the few words between a chain and the edge of its quotation or block."""
        words = [place for place in range(first, stop) if self.reading.numbers[place] not in self.apart]
        size = len(words)
        if not size or size > min(_NEAR, max(total, _FEW)):
            return []
        low, high = (article, article + size + 2) if step > 0 else (article - size - 2, article)
        low, high = (
            max(low, 0),
            min(high, self.reference.body if article <= self.reference.body else len(self.reference)),
        )
        found = self._matched(words, low, high)
        return found if 2 * len(found) >= size else []

    def _rest(self, first: int, stop: int, article: int, article_stop: int) -> list[Match]:
        """The rest of a sentence before or behind a chain, where the text has as much of it."""
        size = article_stop - article
        if not size or first >= stop:
            return []
        words = [place for place in range(first, stop) if self.reading.numbers[place] not in self.apart]
        found = self._matched(words, article, article_stop)
        if not found:
            return []
        fills = found[0].article == article and self._fills_block(found[0].text, size, (first, stop))
        if 2 * len(found) < size and not fills:
            return []
        inner = (
            (found[0].text + 1, stop) if stop < len(self.reading) and self.owner[stop] >= 0 else (first, found[-1].text)
        )
        extra = (
            inner[1]
            - inner[0]
            - len(self.set_apart(*inner))
            - sum(inner[0] <= match.text < inner[1] for match in found)
        )
        return found if extra <= size - len(found) + 1 else []

    def _matched(self, words: list[int], article: int, article_stop: int) -> list[Match]:
        """Words that are alike, one by one."""
        ids = [self.reading.ids[place] for place in words]
        matcher = SequenceMatcher(None, self.reference.ids[article:article_stop], ids, autojunk=False)
        return [
            Match(words[block.b + step], article + block.a + step, 1)
            for block in matcher.get_matching_blocks()
            for step in range(block.size)
        ]

    def _fills_block(self, place: int, size: int, within: Pair) -> bool:
        """Whether a word begins a block of about so many words, inside a stretch."""
        first, stop = self.block(place)
        return within[0] <= first and stop <= within[1] and first == place and abs(stop - first - size) <= 1

    # -- what is kept --

    def _kept(self, part: Stretch) -> Iterator[Stretch]:
        first, last = part.matches[0], part.matches[-1]
        longest = max(match.length for match in part.matches)
        matched = sum(match.length for match in part.matches)
        left, right = self.scope(first.text), self.scope(last.text_stop - 1)
        block = self.block(first.text)
        dense = self.density(block) >= _DENSE
        closed = (left is not None and right is not None) or dense
        edges = list(self._edges(part, left, right, dense))
        differences = sorted([*part.differences, *edges], key=lambda one: (one.text, one.article))
        size = matched + sum(max(one.text_stop - one.text, one.article_stop - one.article) for one in differences)
        share = matched / size
        if closed:
            if (longest >= SHORTEST and share >= 0.5) or (matched >= SHORTEST and share >= 0.75):
                yield part._replace(differences=tuple(differences))
                return
        elif not differences:
            if longest >= _SHORTEST_OUTSIDE or (longest >= SHORTEST and left):
                yield part
                return
        elif (
            matched >= max(_CLAIM, _PARAPHRASE * len(differences))
            and share >= 0.6
            and (share >= 0.8 or self._half(part))
        ):
            yield part._replace(differences=tuple(differences))
            return
        for match in part.matches:
            if match.length >= _SHORTEST_OUTSIDE:
                yield Stretch((match,), (), ())

    def _half(self, part: Stretch) -> bool:
        """Whether a stretch has half of some sentence of the article that it meets."""
        counts: dict[int, int] = {}
        for match in part.matches:
            for place in range(match.article, match.article_stop):
                number = self.reference.part_of[place]
                counts[number] = counts.get(number, 0) + 1
        return any(2 * count >= len(self.reference.parts[number].words) for number, count in counts.items())

    def _edges(self, part: Stretch, left: Pair | None, right: Pair | None, dense: bool) -> Iterator[Difference]:
        first, last = part.matches[0], part.matches[-1]
        if left and self._is_claimed(left):
            start = left[0]
            yield from self._left(start, first, 99)
        elif not left:
            start = self.core(self.block(first.text))[0] if dense else self.sentence(first.text)[0]
            yield from self._left(start, first, 2 if dense else 0)
        if right and self._is_claimed(right):
            yield from self._right(right[1], last, 99)
        elif not right:
            stop = self.core(self.block(last.text_stop - 1))[1] if dense else self.sentence(last.text_stop - 1)[1]
            yield from self._right(stop, last, 2 if dense else 0)

    def _is_claimed(self, pair: Pair) -> bool:
        return self.density(pair) >= 0.5

    def _left(self, start: int, first: Match, most: int) -> Iterator[Difference]:
        place = self._unowned(first.text, -1, start, _EDGE)
        aside = self.set_apart(place, first.text)
        extra = [at for at in range(place, first.text) if at not in aside]
        if not extra:
            return
        lowest = self.reference.part_bounds(first.article)[0]
        room = first.article - lowest
        if not room and not self.reference.parts[self.reference.part_of[first.article]].whole:
            return
        if place > start or (most < 99 and not len(extra) <= most):
            return
        count = min(len(extra), room)
        kind: ChangeKind = "replaced" if count else "added"
        yield Difference(kind, extra[0], extra[-1] + 1, first.article - count, first.article)

    def _right(self, stop: int, last: Match, most: int) -> Iterator[Difference]:
        place = self._unowned(last.text_stop, 1, stop, _EDGE)
        aside = self.set_apart(last.text_stop, place)
        extra = [at for at in range(last.text_stop, place) if at not in aside]
        if not extra:
            return
        room = self.reference.part_bounds(last.article_stop - 1)[1] - last.article_stop
        if not room and not self.reference.parts[self.reference.part_of[last.article_stop - 1]].whole:
            return
        if place < stop or (most < 99 and not len(extra) <= most):
            return
        count = min(len(extra), room)
        kind: ChangeKind = "replaced" if count else "added"
        yield Difference(kind, extra[0], extra[-1] + 1, last.article_stop, last.article_stop + count)


def _ranges(places: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found
