"""Passages: where a text runs along the article, and what is other than the article there."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from .apart import NEGATIONS
from .matching import Match, Run, alike, chains, matched, runs
from .quotation import Pair
from .reference import Reference
from .surroundings import ATTRIBUTION, SQUARE, Surroundings
from .words import Text

ChangeKind: TypeAlias = Literal["replaced", "removed", "added"]

SHORTEST: Final = 5
"""Words of the article in a row that make a passage inside a quotation."""
_SHORTEST_OUTSIDE: Final = 6
_CLAIM: Final = 8
_PARAPHRASE: Final = 5
"""Outside quotations, fewer words of the article to a change are a paraphrase."""
_DENSE: Final = 0.75
_ELLIPSIS: Final = re.compile(r"\u2026|\.[ \u00a0]?\.[ \u00a0]?\.|\*[ ]\*[ ]\*|\[\s*\.\.\s*\]|\(\s*\.\.\s*\)|\u22ef")
_PRONOUNS: Final = frozenset(
    "he she it they we i you his her its their our my your him them us this that these those who which the a an".split()
)
_INTERRUPTION: Final = 15
_FURTHER: Final = 40
_NEAR: Final = 16
_FEW: Final = 6
_EDGE: Final = 120
_BY_CHANCE: Final = 2
_SMALL: Final = 60
_HABIT: Final = 3
"""So many different words run together or parted are a tool's habit; fewer are changes."""
_LIGATURES: Final = ("ff", "fi", "fl", "ffi", "ffl", "ft", "tt", "ti", "th", "st", "ct")
_OUTSIDE: Final = 2
"""Words at the edge of a block, outside quotations, that are a change rather than another sentence."""


class Difference(NamedTuple):
    """Words that are other than the article's: places among the words of text and article."""

    kind: ChangeKind
    text: int
    text_stop: int
    article: int
    article_stop: int


class Stretch(NamedTuple):
    """A stretch of a text that runs along the article."""

    matches: tuple[Match, ...]
    differences: tuple[Difference, ...]
    apart: tuple[Pair, ...]
    """Words of the text inside it that are no words of it."""


def stretches(text: Text, reference: Reference) -> list[Stretch]:
    """Every stretch of a text that runs along the article, in the order of the text."""
    found = runs(text, reference)
    return _Judge(text, reference).stretches(found) if found else []


class _Judge(Surroundings):
    def stretches(self, found: Sequence[Run]) -> list[Stretch]:
        """What is kept of some runs, with what is other between and beside them."""
        strong: list[list[Match]] = []
        weak: list[list[Match]] = []
        for chain in chains(found, self.reference.body_letters):
            if sum(map(self.reference.count, chain)) >= SHORTEST:
                strong.append(matched(self.text, self.reference, chain))
            elif self._is_small(self.text.word_of(chain[0].text)):
                weak.append(matched(self.text, self.reference, chain))
        kept = self._owned(strong) + self._owned(weak)
        parts = (part for matches in sorted(kept) for part in self._parts(matches))
        return self._respaced(self._in_order(sorted(one for part in parts for one in self._kept(part))))

    # -- from chains to matches --

    def _owned(self, several: Sequence[Sequence[Match]]) -> list[list[Match]]:
        """The matches of chains, each word belonging to the strongest, with those at their edges."""
        kept: list[list[Match]] = []
        for matches in several:
            free = self._trimmed([one for one in matches if self.owner[one.text] < 0 > self.owner[one.text_stop - 1]])
            if free:
                self.own(free)
                kept.append(free)
        return [self._with_edges(matches) for matches in kept]

    def _trimmed(self, matches: list[Match]) -> list[Match]:
        """Matches without a word or two at their ends that go on by chance behind a block's end or a closing mark."""
        if not matches:
            return matches
        last = matches[-1]
        for count in range(_spare(last), 0, -1):
            if self._is_parted(last.text_stop - count):
                cut = last._replace(text_stop=last.text_stop - count, article_stop=last.article_stop - count)
                matches = [*matches[:-1], cut]
                break
        first = matches[0]
        for count in range(_spare(first), 0, -1):
            if self._is_parted(first.text + count):
                return [first._replace(text=first.text + count, article=first.article + count), *matches[1:]]
        return matches

    def _is_parted(self, place: int) -> bool:
        """Whether a block or a quotation that is not the article's ends before a word."""
        attributed = "\n" in self.gap(place) and ATTRIBUTION.search(self.gap(place)) and self.is_upper(place)
        parted = self.block(place - 1) != self.block(place) or self.scope(place - 1) != self.scope(place)
        return bool(attributed) or parted

    def _is_small(self, place: int) -> bool:
        """Whether a word stands in a quotation, or a block, that is short."""
        first, stop = self.scope(place) or self.block(place)
        return stop - first <= _SMALL

    def _with_edges(self, matches: list[Match]) -> list[Match]:
        """The matches of a chain with those in the rest of its sentences, over what is set apart, and in the rest of
        the quotation or block around it.
        """
        before, behind = self._edge_matches(matches, -1), self._edge_matches(matches, 1)
        self.own([*before, *behind])
        return [*before, *matches, *behind]

    def _edge_matches(self, matches: list[Match], step: int) -> list[Match]:
        """The matches before the first of a chain, or behind its last."""
        reference = self.reference
        one = matches[0] if step < 0 else matches[-1]
        word, edge = (one.text, one.text) if step < 0 else (one.text_stop - 1, one.text_stop)
        bounds = reference.part_bounds(one.article if step < 0 else one.article_stop - 1)
        article = (bounds[0], one.article) if step < 0 else (one.article_stop, bounds[1])
        scope, block = self.scope(word), self.block(word)
        core = self.core(block)
        limit = (scope or (0, len(self.text)))[step > 0]
        reached = self._unowned(edge, step, limit, article[1] - article[0] + _FURTHER)
        if core[step > 0] != block[step > 0] and core[0] <= edge <= core[1]:
            reached = min(reached, core[1]) if step > 0 else max(reached, core[0])
        found = self._rest((min(edge, reached), max(edge, reached)), article)
        if not found:
            inner = (scope or core)[step > 0]
            reached = min(reached, inner) if step > 0 else max(reached, inner)
            place = one.article if step < 0 else one.article_stop
            total = sum(match.length for match in matches)
            found = self._nearby((min(edge, reached), max(edge, reached)), place, step, total)
        return found

    def _unowned(self, place: int, step: int, limit: int, most: int) -> int:
        """How far from a word on, in either direction, no word belongs to a match."""
        reached = place
        while reached != limit and abs(reached - place) < most and self.owner[reached - (step < 0)] < 0:
            reached += step
        return reached

    def _countable(self, first: int, stop: int) -> list[int]:
        return [place for place in range(first, stop) if place not in self.apart]

    def _nearby(self, within: Pair, article: int, step: int, total: int) -> list[Match]:
        """What is the article's of the few words between a chain and the edge of its quotation or block."""
        words = self._countable(*within)
        size = len(words)
        if not size or size > min(_NEAR, max(total, _FEW)):
            return []
        low, high = (article, article + size + 2) if step > 0 else (article - size - 2, article)
        most = self.reference.body if article <= self.reference.body else len(self.reference)
        found = list(alike(self.text, self.reference, words, (max(low, 0), min(high, most))))
        return found if 2 * len(found) >= size else []

    def _rest(self, within: Pair, article: Pair) -> list[Match]:
        """The rest of a sentence before or behind a chain, where the text has as much of it."""
        first, stop = within
        size = article[1] - article[0]
        if not size or first >= stop:
            return []
        found = list(alike(self.text, self.reference, self._countable(first, stop), article))
        if not found:
            return []
        fills = found[0].article == article[0] and self._fills_block(found[0].text, size, within)
        if 2 * len(found) < size and not fills:
            return []
        owned_behind = stop < len(self.text) and self.owner[stop] >= 0
        low, high = (found[0].text + 1, stop) if owned_behind else (first, found[-1].text)
        between = sum(low <= match.text < high for match in found)
        extra = high - low - len(self.set_apart(low, high)) - between
        return found if extra <= size - len(found) + 1 else []

    def _fills_block(self, place: int, size: int, within: Pair) -> bool:
        """Whether a word begins a block of about so many words, inside a stretch."""
        first, stop = self.block(place)
        return within[0] <= first and stop <= within[1] and first == place and abs(stop - first - size) <= 1

    # -- between matches --

    def _parts(self, matches: list[Match]) -> Iterator[Stretch]:
        """A chain cut where it leaves the article."""
        part: list[Match] = [matches[0]]
        differences: list[Difference] = []
        apart: list[Pair] = []
        for one, other in itertools.pairwise(matches):
            judged = self._judged(one, other, apart)
            if judged is None:
                yield Stretch(tuple(part), tuple(differences), tuple(apart))
                part, differences, apart = [other], [], []
                continue
            differences += judged
            part.append(other)
        yield Stretch(tuple(part), tuple(differences), tuple(apart))

    def _judged(self, one: Match, other: Match, apart: list[Pair]) -> list[Difference] | None:
        """What is other between two matches; none where the text leaves the article."""
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
        aside = self.set_apart(first, stop)
        extra = [place for place in range(first, stop) if place not in aside]
        apart += _ranges(sorted(aside))
        left, right = self.scope(one.text_stop - 1), self.scope(other.text)
        if left != right:
            return self._across(one, other, extra)
        if extra and not self._are_halves(extra, article, article_stop):
            return self._extra(one, other, extra, left)
        if extra:
            return []
        if article_stop > article and not (aside and self._is_substitute(one, other, sorted(aside))):
            return self._missing(one, other, left)
        return []

    def _are_halves(self, extra: list[int], article: int, article_stop: int) -> bool:
        """Whether words are the halves of one of the article's, parted by what is set apart."""
        halves = [self.text.words[place] for place in extra]
        return len(halves) == 2 and article_stop == article + 1 and "".join(halves) == self.reference.words[article]

    def _slid(self, first: int, stop: int) -> Pair:
        """Words put in, or as many that begin a little earlier or later with the same words, if these are set apart."""
        words = self.text.words
        for step in (0, -1, -2, -3, 1, 2, 3):
            low, high = first + step, stop + step
            moved = range(step, 0) if step < 0 else range(step)
            if low < 0 or high > len(words) or any(words[first + at] != words[stop + at] for at in moved):
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
        if inside or len(extra) > _INTERRUPTION or not (left and right):
            return [] if not missing and not extra else None
        if not missing:
            return []
        same = self.reference.part_of[one.article_stop - 1] == self.reference.part_of[other.article]
        if same and missing <= 3 and not self._has_ellipsis(one, other):
            return [Difference("removed", one.text_stop, one.text_stop, one.article_stop, other.article)]
        return None

    def _extra(self, one: Match, other: Match, extra: list[int], scope: Pair | None) -> list[Difference] | None:
        """Words that the text has between two matches, in place of the article's if it has some there."""
        first, stop = extra[0], extra[-1] + 1
        missing = other.article - one.article_stop
        change = Difference("replaced" if missing else "added", first, stop, one.article_stop, other.article)
        block = self.block(first)
        whole = block == self.block(one.text_stop - 1) == self.block(other.text)
        crossing = self.reference.part_of[one.article_stop - 1] != self.reference.part_of[other.article]
        if scope:
            told = True
        elif whole and 5 * sum(self.owner[place] >= 0 for place in extra) > 4 * len(extra):
            return [change] if one.article < self.reference.body else []
        elif not crossing:
            told = len(extra) <= 3 * missing + 25
        elif missing:
            told = len(extra) <= 12 >= missing
        elif len(extra) <= 3 and self.begins_sentence(first) and not self.begins_sentence(other.text):
            told = True
        else:
            told = whole and len(extra) <= 40 and self._density_without(block, first, stop) >= _DENSE
        return [change] if told else None

    def _density_without(self, block: Pair, first: int, stop: int) -> float:
        parts = [pair for pair in ((block[0], first), (stop, block[1])) if pair[1] > pair[0]]
        return min(map(self.density, parts), default=0.0)

    def _missing(self, one: Match, other: Match, scope: Pair | None) -> list[Difference] | None:
        """Words of the article that the text leaves out."""
        article, article_stop = one.article_stop, other.article
        reference = self.reference
        if self._has_ellipsis(one, other):
            words = reference.words[article:article_stop]
            if len(words) > 1 and not (len(words) <= 3 and NEGATIONS & set(words)):
                return []
        elif reference.part_of[article - 1] != reference.part_of[article_stop] and not scope:
            whole = reference.starts_part(article) and reference.starts_part(article_stop)
            apart = self.block(one.text_stop - 1) != self.block(other.text)
            if (whole or apart) and article_stop - article > 3:
                return None
        return [Difference("removed", one.text_stop, one.text_stop, article, article_stop)]

    def _has_ellipsis(self, one: Match, other: Match) -> bool:
        start, stop = self.text.ends[one.text_stop - 1], self.text.starts[other.text]
        return bool(_ELLIPSIS.search(self.text.painted, start, stop))

    def _is_substitute(self, one: Match, other: Match, aside: list[int]) -> bool:
        """Whether square brackets hold a name or a pronoun for another."""
        text = self.text
        start, stop = text.ends[one.text_stop - 1], text.starts[other.text]
        spans = [match.span() for match in SQUARE.finditer(text.painted, start, stop)]
        inside = all(any(a <= text.starts[place] and text.ends[place] <= b for a, b in spans) for place in aside)
        said = [text.painted[text.starts[place] : text.ends[place]] for place in aside]
        meant = self.reference.shown_words(one.article_stop, other.article).split()
        named = all(word[0].isupper() or word.lower() in _PRONOUNS for word in (*said, *meant))
        return inside and named and len(meant) <= _FEW

    # -- what is kept --

    def _kept(self, part: Stretch) -> Iterator[Stretch]:
        """The stretch with the differences at its edges, if the text claims it word for word; else its bare runs."""
        first, last = part.matches[0], part.matches[-1]
        longest = max(_longest(part.matches))
        total = sum(match.length for match in part.matches)
        left, right = self.scope(first.text), self.scope(last.text_stop - 1)
        dense = self.density(self.block(first.text)) >= _DENSE
        edges = [*self._edge(first, -1, left, dense=dense), *self._edge(last, 1, right, dense=dense)]
        differences = tuple(sorted([*part.differences, *edges], key=_place))
        share = total / (
            total + sum(max(one.text_stop - one.text, one.article_stop - one.article) for one in differences)
        )
        if (left and right) or dense:
            claimed = (longest >= SHORTEST and share >= 0.5) or (total >= SHORTEST and share >= _DENSE)
        elif not differences:
            claimed = longest >= (SHORTEST if left else _SHORTEST_OUTSIDE)
        else:
            enough = total >= max(_CLAIM, _PARAPHRASE * len(differences))
            claimed = enough and share >= 0.6 and (share >= 0.8 or self._half(part))
        if claimed:
            yield part._replace(differences=differences)
            return
        for match in joined(part.matches):
            if match.length >= _SHORTEST_OUTSIDE:
                yield Stretch((match,), (), ())

    def _half(self, part: Stretch) -> bool:
        """Whether a stretch has half of some sentence of the article that it meets."""
        counts = Counter(
            self.reference.part_of[at] for one in part.matches for at in range(one.article, one.article_stop)
        )
        return any(2 * count >= len(self.reference.parts[number].words) for number, count in counts.items())

    def _edge(self, one: Match, step: int, scope: Pair | None, *, dense: bool) -> Iterator[Difference]:
        """What is other between a stretch and the edge of the quotation, block or sentence that it claims."""
        word, edge = (one.text, one.text) if step < 0 else (one.text_stop - 1, one.text_stop)
        if scope and self.density(scope) < 0.5:
            return
        bounds = scope or (self.core(self.block(word)) if dense else self.sentence(word))
        limit = bounds[step > 0]
        most = _EDGE if scope else _OUTSIDE if dense else 0
        first, stop = sorted((edge, self._unowned(edge, step, limit, _EDGE)))
        aside = self.set_apart(first, stop)
        extra = [at for at in range(first, stop) if at not in aside]
        reference = self.reference
        number = reference.part_of[one.article if step < 0 else one.article_stop - 1]
        low, high = reference.part_firsts[number], reference.part_firsts[number + 1]
        room = one.article - low if step < 0 else high - one.article_stop
        reaches = first <= limit if step < 0 else stop >= limit
        beside = reference.parts[number].sentence < 0
        if not extra or len(extra) > most or not reaches or beside or not (room or reference.parts[number].whole):
            return
        count = min(len(extra), room)
        article = (one.article - count, one.article) if step < 0 else (one.article_stop, one.article_stop + count)
        yield Difference("replaced" if count else "added", extra[0], extra[-1] + 1, *article)

    def _respaced(self, found: list[Stretch]) -> list[Stretch]:
        """The stretches with words told that are run together or parted where the article has them otherwise, unless
        that is a tool's habit.
        """
        rows = [[one for match in stretch.matches for one in self._respaced_in(match)] for stretch in found]
        if len({self.text.words[one.text] for row in rows for one in row}) >= _HABIT:
            return found
        return [
            stretch._replace(differences=tuple(sorted([*stretch.differences, *row], key=_place))) if row else stretch
            for stretch, row in zip(found, rows, strict=True)
        ]

    def _respaced_in(self, match: Match) -> Iterator[Difference]:
        text, reference = self.text, self.reference
        starts = {reference.firsts[at] + match.shift: at for at in range(match.article, match.article_stop)}
        if match.length == match.text_stop - match.text and all(
            text.firsts[at] in starts for at in range(match.text + 1, match.text_stop)
        ):
            return
        for letter, at in starts.items():
            word = text.word_of(letter)
            if at > match.article and text.firsts[word] != letter and reference.gap(at) != "-":
                fused = text.painted[text.starts[word] : text.ends[word]]
                if len(fused) == len(text.words[word]):
                    yield Difference("replaced", word, word + 1, at - 1, at + 1)
        for word in range(match.text + 1, match.text_stop):
            letter = text.firsts[word]
            if letter not in starts and self._is_plain_split(word):
                at = reference.word_at[letter - match.shift]
                yield Difference("replaced", word - 1, word + 1, at, at + 1)

    def _is_plain_split(self, word: int) -> bool:
        """Whether nothing but a space parts a word from the one before it, which no tool is known to put there."""
        text = self.text
        last = text.words[word - 1]
        initial = len(last) == 1 and self.is_upper(word - 1)
        return set(self.gap(word)) == {" "} and not last.endswith(_LIGATURES) and not initial

    def _in_order(self, found: list[Stretch]) -> list[Stretch]:
        """The stretches by their places, each that goes back in the article told as put in where nothing parts it from
        the one before.
        """
        for number in range(1, len(found)):
            one, other = found[number - 1].matches[-1], found[number].matches[0]
            back = other.article < one.article < self.reference.body
            beside = one.text_stop == other.text and self.block(other.text) == self.block(one.text)
            if back and beside and self.scope(one.text) == self.scope(other.text):
                stop = found[number].matches[-1].text_stop
                moved = Difference("added", other.text, stop, other.article, other.article)
                found[number] = found[number]._replace(differences=(*found[number].differences, moved))
        return found


def _place(one: Difference) -> Pair:
    return one.text, one.article


def _spare(match: Match) -> int:
    """How many words may go at an end of a match; none where a tool joined or parted words."""
    return min(_BY_CHANCE, match.length - 1) if match.text_stop - match.text == match.length else 0


def joined(matches: Sequence[Match]) -> list[Match]:
    """Matches that follow each other in text and article made one."""
    found: list[Match] = []
    for one in matches:
        last = found[-1] if found else None
        if last and (last.text_stop, last.article_stop, last.shift) == (one.text, one.article, one.shift):
            found[-1] = last._replace(text_stop=one.text_stop, article_stop=one.article_stop)
        else:
            found.append(one)
    return found


def _longest(matches: Sequence[Match]) -> list[int]:
    return [match.length for match in joined(matches)]


def _ranges(places: Sequence[int]) -> list[Pair]:
    found: list[Pair] = []
    for place in places:
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found
