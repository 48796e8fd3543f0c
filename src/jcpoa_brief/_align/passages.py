"""Passages: the parts of a text that repeat the article, with what differs in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from .article_words import Reference
from .differences import ELLIPSIS, ChangeFinder, Difference, Edge
from .layout import CLAIM, DENSE, SHORTEST, SQUARE
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
_NEAR: Final = 4
"""Words around a gap in which brackets, or an ellipsis, are looked for."""
_LONGEST: Final = 80
_NAMED: Final = r"\[(?=[^\[\]]*[^\W\d_a-z])([^\[\]\d]{1,60})\]"
_BRACKET_BEFORE: Final = re.compile(rf"{_NAMED}(?:['\u2019]s)?\s*\Z")
_BRACKET_BEHIND: Final = re.compile(rf"\s*{_NAMED}")
"""A name in square brackets next to a passage."""
_BREAK: Final = re.compile(rf"{ELLIPSIS.pattern}|[\n\"\u201c-\u201f\u00ab\u00bb\u2018\u2019]")
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
        strong: list[list[Run]] = []
        weak: list[list[Run]] = []
        for chain in chains(found, [self._scope(run) for run in found], reference.body_letters):
            stops = [reference.words_within(run.article + run.length) for run in chain]
            if sum(stops) - sum(reference.word_at[run.article] for run in chain) >= SHORTEST:
                strong.append(chain)
                continue
            first = self.text.word_of(chain[0].text)
            low, high = self.quotation_around(first) or self.block(first)
            if high - low <= _SMALL:
                weak.append(chain)
        kept = sorted([*self._owned(strong), *self._owned(weak)])
        parts = [part for matches in kept for part in self._parts(matches)]
        for part in parts:
            if _size(part.matches) < SHORTEST:  # other words, which also stand there
                for word in (word for match in part.matches for word in range(match.text, match.text_stop)):
                    self.owner[word] = -1
        return self._with_spacing_changes(self._in_order(sorted(one for part in parts for one in self._kept(part))))

    def _scope(self, run: Run) -> Scope:
        """What a run stands in."""
        first, last = self.text.word_of(run.text), self.text.word_of(run.text + run.length - 1)
        return Scope(self.quotation_around(first), self.quotation_around(last), self.block(first)[0] == first)

    def _owned(self, several: Sequence[Sequence[Run]]) -> list[list[Match]]:
        """The matches of chains, each word belonging to the strongest, with those at their edges."""
        kept: list[list[Match]] = []
        for chain in several:
            matches = matched(self.text, self.reference, chain)
            free = [one for one in matches if self.owner[one.text] < 0 > self.owner[one.text_stop - 1]]
            # a single word behind a block's end or a closing mark goes on by chance
            if free and _is_plain(last := free[-1]) and self._is_parted(last.text_stop - 1):
                free[-1] = last._replace(text_stop=last.text_stop - 1, article_stop=last.article_stop - 1)
            if free and _is_plain(first := free[0]) and self._is_parted(first.text + 1):
                free[0] = first._replace(text=first.text + 1, article=first.article + 1)
            if free:
                self.own(free)
                kept.append(free)
        return [self._with_edges(matches) for matches in kept]

    def _is_parted(self, place: int) -> bool:
        """Whether a block or a quotation that is not the article's ends before a word."""
        quotations = self.quotation_around(place - 1), self.quotation_around(place)
        return self.block(place)[0] == place or quotations[0] != quotations[1] or self.is_attribution(place)

    def _with_edges(self, matches: list[Match]) -> list[Match]:
        """The matches of a chain with those in the rest of its sentences, over layout, and in the rest of
        the quotation or block around it.
        """
        before = self._matches_beyond(self.edge(matches[0], -1), _size(matches))
        behind = self._matches_beyond(self.edge(matches[-1], 1), _size(matches))
        self.own([*before, *behind])
        return [*before, *matches, *behind]

    def _matches_beyond(self, edge: Edge, size: int) -> list[Match]:
        """The matches beyond an edge of a chain of so many words: in the rest of its sentence, if the text has half of
        it, or a block that is it; else in the few words up to the edge of its quotation or block.
        """
        reference, side = self.reference, edge.step > 0
        block, limit = self.block(edge.word), (edge.quotation or (0, len(self.text)))[side]
        core, rest = self.without_label(block), edge.rest[1] - edge.rest[0]
        within = self.unmatched_beyond(edge, limit, rest + _FURTHER)
        if core[side] != block[side] and core[0] <= edge.text <= core[1]:
            within = _overlap(within, core)
        if side:
            within = within[0], next(filter(self.is_attribution, range(*within)), within[1])
        found = list(matching_words(self.text, reference, self._countable(*within), edge.rest))
        if found:
            first, stop = self.block(found[0].text)
            begins = (first, edge.rest[0]) == (found[0].text, found[0].article)
            if 2 * len(found) >= rest or (begins and stop <= within[1] and abs(stop - first - rest) <= 1):
                return found
        words = self._countable(*_overlap(within, edge.quotation or core))
        if not words or len(words) > max(size, _FEW):
            return []
        low, high = sorted((edge.article, edge.article + edge.step * (len(words) + 2)))
        found = list(matching_words(self.text, reference, words, (max(low, 0), min(high, len(reference)))))
        return found if 2 * len(found) >= len(words) else []

    def _countable(self, first: int, stop: int) -> list[int]:
        return [place for place in range(first, stop) if place not in self.layout]

    def _parts(self, matches: list[Match]) -> Iterator[Stretch]:
        """A chain cut where it leaves the article."""
        part: list[Match] = [matches[0]]
        differences: list[Difference] = []
        layout: list[Pair] = []
        waiting = matches[:0:-1]
        while waiting:
            other = waiting.pop()
            aside: list[Pair] = []
            judged = self.changes_between(part[-1], other, aside)
            if judged is not None:
                differences += judged
                layout += aside
                part.append(other)
            elif self.adjoin(part[-1], other) and (more := self._matches_beyond(self.edge(part[-1], 1), _size(part))):
                self.own(more)
                waiting += [other, *more[::-1]]
            else:
                yield Stretch(tuple(part), tuple(differences), tuple(layout))
                part, differences, layout = [other], [], []
        yield Stretch(tuple(part), tuple(differences), tuple(layout))

    def _kept(self, part: Stretch) -> Iterator[Stretch]:
        """The stretch with the differences at its edges, if the text claims it word for word with them, or with those
        inside it alone; else its bare runs.
        """
        first, last, inside = part.matches[0], part.matches[-1], part.differences
        edges = self.edge(first, -1), self.edge(last, 1)
        left, right = (edge.quotation for edge in edges)
        dense = self.is_repeated(self.block(first.text))
        outside = (one for edge in edges for one in self.changes_at_edge(edge, dense=dense))
        differences = tuple(sorted([*inside, *outside], key=_place))
        if not dense and not self._claims_outside(part.matches):
            inside, differences = (
                tuple(one for one in several if self._is_inside(one, part.matches)) for several in (inside, differences)
            )
        longest = max(match.length for match in joined(part.matches))
        total = _size(part.matches)
        if (left and right) or dense or (differences and (left or right)):
            least = _HALF if (left or right) and total >= CLAIM else _MOST
            share = _share(total, differences)
            claimed = (longest >= SHORTEST and share >= least) or (total >= SHORTEST and share >= DENSE)
            claimed = claimed and (not differences or self._tells(part.matches, 1))
        elif not differences:
            claimed = longest >= (SHORTEST if left else _SHORTEST_OUTSIDE) and self._tells(part.matches, _TELLING)
        else:
            least = max(CLAIM, self._unclaimed(first, last))
            claimed = total >= least and longest >= _SHORTEST_OUTSIDE and _share(total, differences) >= DENSE
        if claimed:
            yield part._replace(differences=differences)
        elif inside and (left or right) and total >= CLAIM and _share(total, inside) >= DENSE:
            yield part._replace(differences=inside)
        elif total >= CLAIM or not (left or right):
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
        """The stretches, with a change where one follows another in the text and not in the article."""
        for number in range(1, len(found)):
            moved = self._change_of_order(found[number - 1].matches[-1], found[number])
            if moved:
                found[number] = found[number]._replace(differences=(moved, *found[number].differences))
        return found

    def _change_of_order(self, one: Match, stretch: Stretch) -> Difference | None:
        """What a stretch changes by standing right behind a match, in the same block and quotation: it is ``added`` if
        the article has it before the match. If a quotation goes on with later words, without an ellipsis, those left
        out are ``removed``, or ``replaced`` by the few between.
        """
        other, body = stretch.matches[0], self.reference.body
        quotation, between = self.quotation_around(other.text), range(one.text_stop, other.text)
        is_pull_quote = one.article >= body or (not quotation and self.is_furniture(one.text, one.text_stop))
        if one.text_stop > other.text or len(between) >= SHORTEST or is_pull_quote:
            return None
        if self.quotation_around(one.text_stop - 1) != quotation or self.block(one.text) != self.block(other.text):
            return None
        aside = self.layout_between(between.start, between.stop)
        joint = [place for place in between if place not in aside]
        if not between and other.article < one.article:
            return Difference("added", other.text, stretch.matches[-1].text_stop, other.article, other.article)
        goes_on = quotation and one.article_stop < other.article < body and not self.has_ellipsis(one, other)
        if not goes_on or (between and not joint):
            return None
        if joint:
            return Difference("replaced", joint[0], joint[-1] + 1, one.article_stop, other.article)
        return Difference("removed", other.text, other.text, one.article_stop, other.article)


def covered(text: Text, reference: Reference, stretch: Stretch) -> tuple[list[tuple[str, str]], list[str]]:
    """What square brackets have for words of the article, inside a stretch and right beside it, and the words that an
    ellipsis or a break stands for.
    """
    brackets: list[tuple[str, str]] = []
    left_out: list[str] = []
    changed = {(change.article, change.article_stop) for change in stretch.differences}
    for one, other in pairwise(stretch.matches):
        meant = reference.normal_words(one.article_stop, other.article)
        start, stop = max(one.text_stop - _NEAR, 0), min(other.text + _NEAR, len(text))
        between = text.masked[text.starts[start] : text.ends[stop - 1]]
        if meant and (one.article_stop, other.article) not in changed:
            if (found := SQUARE.search(between)) and not ELLIPSIS.search(found[0]):
                brackets.append((found[0].strip("[]"), meant))
            elif _BREAK.search(between):
                left_out.append(meant)
    first, last = stretch.matches[0], stretch.matches[-1]
    before = _BRACKET_BEFORE.search(text.masked, max(text.starts[first.text] - _LONGEST, 0), text.starts[first.text])
    behind = _BRACKET_BEHIND.match(text.masked, text.ends[last.text_stop - 1])
    if before:
        low = max(first.article - len(before[1].split()), reference.part_bounds(first.article)[0])
        brackets.insert(0, (before[1], reference.normal_words(low, first.article)))
    if behind:
        high = min(last.article_stop + len(behind[1].split()), reference.part_bounds(last.article_stop - 1)[1])
        brackets.append((behind[1], reference.normal_words(last.article_stop, high)))
    return brackets, left_out


def _size(matches: Sequence[Match]) -> int:
    """How many words of the article some matches have."""
    return sum(match.length for match in matches)


def _share(total: int, differences: Sequence[Difference]) -> float:
    """The share that so many words of the article have of themselves and what differs."""
    return total / (total + sum(max(one.text_stop - one.text, one.article_stop - one.article) for one in differences))


def _overlap(one: Pair, other: Pair) -> Pair:
    """What two stretches have in common."""
    return max(one[0], other[0]), min(one[1], other[1])


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
