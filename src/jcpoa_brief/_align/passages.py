"""Passages: the parts of a text that repeat the article, with what differs in them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from .article_words import Reference
from .differences import ChangeFinder, ChangeKind, Difference
from .layout import CLAIM, DENSE, SHORTEST
from .matching import Match, Run, Scope, chains, matched, matching_words, runs
from .quotation import Pair
from .words import Text

_SHORTEST_OUTSIDE: Final = 6
"""Words of the article in a row that make a passage outside quotations."""
_TELLING: Final = 2
"""Words of a passage outside quotations that are no part of a name or title, which everybody uses."""
_HALF: Final = 0.5
_MOST: Final = 0.6
_FURTHER: Final = 40
_FEW: Final = 6
_SMALL: Final = 60
_HABIT: Final = 3
"""So many different words run together or parted are a tool's habit; fewer are changes."""


class Stretch(NamedTuple):
    """A part of a text that repeats the article."""

    matches: tuple[Match, ...]
    differences: tuple[Difference, ...]
    layout: tuple[Pair, ...]
    """Words of the text inside it that are no words of it."""


def stretches(text: Text, reference: Reference) -> list[Stretch]:
    """Every part of a text that repeats the article, in the order of the text."""
    found = runs(text, reference)
    return _Passages(text, reference).stretches(found) if found else []


class _Passages(ChangeFinder):
    """The passages of one text: which rows of common words are kept, and how far they are claimed."""

    def stretches(self, found: Sequence[Run]) -> list[Stretch]:
        """The stretches that some runs make, each with its changes."""
        reference = self.reference
        strong: list[list[Match]] = []
        weak: list[list[Match]] = []
        for chain in chains(found, [self._scope(run) for run in found], reference.body_letters):
            if sum(reference.count(run.article, run.length) for run in chain) >= SHORTEST:
                strong.append(matched(self.text, reference, chain))
            elif self._is_small(self.text.word_of(chain[0].text)):
                weak.append(matched(self.text, reference, chain))
        kept = sorted([*self._owned(strong), *self._owned(weak)])
        parts = [part for matches in kept for part in self._parts(matches)]
        for part in parts:
            if sum(match.length for match in part.matches) < SHORTEST:
                self.disown(part.matches)
        return self._with_spacing_changes(self._in_order(sorted(one for part in parts for one in self._kept(part))))

    def _scope(self, run: Run) -> Scope:
        """What a run stands in."""
        first, last = self.text.word_of(run.text), self.text.word_of(run.text + run.length - 1)
        return Scope(self.quotation_around(first), self.quotation_around(last), self.block(first)[0] == first)

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
        """Matches without a word at their ends that goes on by chance behind a block's end or a closing mark."""
        if matches and _is_plain(last := matches[-1]) and self._is_parted(last.text_stop - 1):
            matches = [*matches[:-1], last._replace(text_stop=last.text_stop - 1, article_stop=last.article_stop - 1)]
        if matches and _is_plain(first := matches[0]) and self._is_parted(first.text + 1):
            matches = [first._replace(text=first.text + 1, article=first.article + 1), *matches[1:]]
        return matches

    def _is_parted(self, place: int) -> bool:
        """Whether a block or a quotation that is not the article's ends before a word."""
        parted = self.block(place - 1) != self.block(place) or self.quotation_around(
            place - 1
        ) != self.quotation_around(place)
        return parted or self.is_attribution(place)

    def _is_small(self, place: int) -> bool:
        """Whether a word stands in a quotation, or a block, that is short."""
        first, stop = self.quotation_around(place) or self.block(place)
        return stop - first <= _SMALL

    def _with_edges(self, matches: list[Match]) -> list[Match]:
        """The matches of a chain with those in the rest of its sentences, over layout, and in the rest of
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
        quotation, block = self.quotation_around(word), self.block(word)
        limit = (quotation or (0, len(self.text)))[step > 0]
        reached = self.unmatched_until(edge, step, limit, article[1] - article[0] + _FURTHER)
        core = self.without_label(block)
        if core[step > 0] != block[step > 0] and core[0] <= edge <= core[1]:
            reached = min(reached, core[1]) if step > 0 else max(reached, core[0])
        if step > 0:
            reached = next((place for place in range(edge, reached) if self.is_attribution(place)), reached)
        found = self._rest((min(edge, reached), max(edge, reached)), article)
        if not found:
            inner = (quotation or core)[step > 0]
            reached = min(reached, inner) if step > 0 else max(reached, inner)
            place = one.article if step < 0 else one.article_stop
            total = sum(match.length for match in matches)
            found = self._nearby((min(edge, reached), max(edge, reached)), place, step, total)
        return found

    def _countable(self, first: int, stop: int) -> list[int]:
        return [place for place in range(first, stop) if place not in self.layout]

    def _nearby(self, within: Pair, article: int, step: int, total: int) -> list[Match]:
        """What is the article's of the few words between a chain and the edge of its quotation or block."""
        words = self._countable(*within)
        size = len(words)
        if not size or size > max(total, _FEW):
            return []
        low, high = (article, article + size + 2) if step > 0 else (article - size - 2, article)
        near = max(low, 0), min(high, len(self.reference))
        found = list(matching_words(self.text, self.reference, words, near))
        return found if 2 * len(found) >= size else []

    def _rest(self, within: Pair, article: Pair) -> list[Match]:
        """The rest of a sentence before or behind a chain, where the text has as much of it."""
        size = article[1] - article[0]
        found = list(matching_words(self.text, self.reference, self._countable(*within), article))
        fills = found and found[0].article == article[0] and self._fills_block(found[0].text, size, within)
        return found if fills or 2 * len(found) >= size else []

    def _fills_block(self, place: int, size: int, within: Pair) -> bool:
        """Whether a word begins a block of about so many words, inside a stretch."""
        first, stop = self.block(place)
        return within[0] <= first and stop <= within[1] and first == place and abs(stop - first - size) <= 1

    def _parts(self, matches: list[Match]) -> Iterator[Stretch]:
        """A chain cut where it leaves the article."""
        part: list[Match] = [matches[0]]
        differences: list[Difference] = []
        layout: list[Pair] = []
        for one, other in itertools.pairwise(matches):
            judged = self.changes_between(one, other, layout)
            if judged is None:
                yield Stretch(tuple(part), tuple(differences), tuple(layout))
                part, differences, layout = [other], [], []
                continue
            differences += judged
            part.append(other)
        yield Stretch(tuple(part), tuple(differences), tuple(layout))

    def _kept(self, part: Stretch) -> Iterator[Stretch]:
        """The stretch with the differences at its edges, if the text claims it word for word with them, or with those
        inside it alone; else its bare runs.
        """
        first, last = part.matches[0], part.matches[-1]
        left, right = self.quotation_around(first.text), self.quotation_around(last.text_stop - 1)
        dense = self.is_repeated(self.block(first.text))
        inside, edges = (
            part.differences,
            [
                *self.changes_at_edge(first, -1, left, dense=dense),
                *self.changes_at_edge(last, 1, right, dense=dense),
            ],
        )
        differences = tuple(sorted([*inside, *edges], key=_place))
        if not dense and not self._claims_outside(part.matches):
            inside, differences = (
                tuple(one for one in several if self._is_inside(one, part.matches)) for several in (inside, differences)
            )
        longest = max(match.length for match in joined(part.matches))
        total = sum(match.length for match in part.matches)
        if (left and right) or dense or (differences and (left or right)):
            least = _HALF if left or right else _MOST
            share = _share(total, differences)
            claimed = (longest >= SHORTEST and share >= least) or (total >= SHORTEST and share >= DENSE)
            claimed = claimed and (not differences or self._tells(part.matches, 1))
        elif not differences:
            claimed = longest >= (SHORTEST if left else _SHORTEST_OUTSIDE) and self._tells(part.matches, _TELLING)
        else:
            claimed = total >= max(CLAIM, self._unclaimed(first, last)) and _share(total, differences) >= DENSE
        if claimed:
            yield part._replace(differences=differences)
        elif inside and (left or right) and total >= CLAIM and _share(total, inside) >= DENSE:
            yield part._replace(differences=inside)
        else:
            bare = (match for match in joined(part.matches) if match.length >= _SHORTEST_OUTSIDE)
            yield from (Stretch((match,), (), ()) for match in bare if self._tells([match], _TELLING))

    def _claims_outside(self, matches: Sequence[Match]) -> bool:
        """Whether the sentences of a stretch quote nothing, or hardly anything beside its words outside the marks."""
        quoted = self.quoted(*self._sentences(matches[0], matches[-1]))
        outside = sum(match.length - self.quoted(match.text, match.text_stop) for match in matches)
        return not quoted or outside >= max(CLAIM, DENSE * (outside + quoted))

    def _is_inside(self, one: Difference, matches: Sequence[Match]) -> bool:
        """Whether a difference lies between quotation marks; what is left out may do so between two quotations."""
        places: Sequence[int] = range(one.text, one.text_stop)
        if not places:
            places = one.text - 1, next(match.text for match in matches if match.text >= one.text)
        return all(self.quoted(place, place + 1) for place in places)

    def _tells(self, matches: Sequence[Match], least: int) -> bool:
        """Whether matches have so many words that are no part of names, which everybody uses in a row."""
        counts = self.reference.telling
        return sum(counts[one.article_stop] - counts[one.article] for one in matches) >= least

    def _sentences(self, first: Match, last: Match) -> Pair:
        """The text's sentences that a stretch is in."""
        return self.sentence(first.text)[0], self.sentence(last.text_stop - 1)[1]

    def _unclaimed(self, first: Match, last: Match) -> int:
        """How many words of the text's sentences before and behind a stretch are not the article's."""
        start, stop = self._sentences(first, last)
        around = [*self._countable(start, first.text), *self._countable(last.text_stop, stop)]
        return sum(self.owner[place] < 0 for place in around)

    def _with_spacing_changes(self, found: list[Stretch]) -> list[Stretch]:
        """The stretches with changes for words that the text joins; none if it joins or parts three or more, as a tool
        does.
        """
        rows = [[one for match in stretch.matches for one in self.spacing_changes(match)] for stretch in found]
        if not any(rows):
            return found
        parted = [word for stretch in found for match in stretch.matches for word in self.parted_words(match)]
        joints = {tuple(self.reference.words[one.article : one.article_stop]) for row in rows for one in row}
        if len(joints) + len({self.text.words[word] for word in parted}) >= _HABIT:
            return found
        return [
            stretch._replace(differences=tuple(sorted([*stretch.differences, *row], key=_place))) if row else stretch
            for stretch, row in zip(found, rows, strict=True)
        ]

    def _in_order(self, found: list[Stretch]) -> list[Stretch]:
        """The stretches in order, with a change where one follows another in the text and not in the article: of kind
        ``added`` if it stands before the other there, ``removed`` if a quotation leaves words out, and ``replaced`` if
        a few others join its pieces.
        """
        for number in range(1, len(found)):
            one, other = found[number - 1].matches[-1], found[number].matches[0]
            joint = self._joint(one, other)
            if joint is None or self.block(other.text) != self.block(one.text) or one.article >= self.reference.body:
                continue
            if other.article < one.article and not joint:
                stop = found[number].matches[-1].text_stop
                moved = Difference("added", other.text, stop, other.article, other.article)
            elif self._is_stitched(one, other):
                places = (joint[0], joint[-1] + 1) if joint else (other.text, other.text)
                kind: ChangeKind = "replaced" if joint else "removed"
                moved = Difference(kind, *places, one.article_stop, other.article)
            else:
                continue
            found[number] = found[number]._replace(differences=(moved, *found[number].differences))
        return found

    def _joint(self, one: Match, other: Match) -> list[int] | None:
        """The few words between two stretches in one quotation, without layout; None if they are none or many."""
        is_behind = one.text_stop <= other.text
        if not is_behind or self.quotation_around(one.text_stop - 1) != self.quotation_around(other.text):
            return None
        between = range(one.text_stop, other.text)
        if not between:
            return []
        aside = self.layout_between(between.start, between.stop) if len(between) < SHORTEST else set(between)
        return [place for place in between if place not in aside] or None

    def _is_stitched(self, one: Match, other: Match) -> bool:
        """Whether a quotation goes on with later words of the article, without an ellipsis."""
        follows = one.article_stop < other.article < self.reference.body
        return bool(self.quotation_around(other.text)) and follows and not self.has_ellipsis(one, other)


def _share(total: int, differences: Sequence[Difference]) -> float:
    """The share that so many words of the article have of themselves and what differs."""
    return total / (total + sum(max(one.text_stop - one.text, one.article_stop - one.article) for one in differences))


def _place(one: Difference) -> Pair:
    return one.text, one.article


def _is_plain(match: Match) -> bool:
    """Whether a match has several words, none of them joined or parted by a tool."""
    return match.text_stop - match.text == match.length > 1


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
