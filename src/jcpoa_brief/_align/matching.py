"""Where a text repeats the article: letters in a row that both have, chained over what lies between.

Letters are compared, not words: a space that a tool ate, a hyphen at a line's end, a large initial or a ligature with a
gap behind it parts or joins words, and leaves the letters as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from .article_words import PREFIX, Reference
from .quotation import Pair
from .words import Text

_LEAST: Final = 3
"""Whole words of the article in a run."""
_ALTERNATIVES: Final = 4
_LOOK_BACK: Final = 16
_ARTICLE_GAP: Final = 450
_TEXT_GAP: Final = 800
"""Letters between two runs of one passage."""
_GAP_COST: Final = 0.05
"""What a letter between two runs costs; a letter of a run is worth 1. Found by trial on the half of the corpus that is
there to tune on: half as much, twice as much, or a fixed price besides changes no verdict there.
"""
_REACH: Final = 6
"""How many times its own length a run reaches over a gap in which the article has words too."""
_CHANCE: Final = 2
"""Words between a word in a gap and its neighbours, beyond which it matches by chance."""
_LONG: Final = 40
"""Words of a gap in which single ones match by chance, unless most do."""
_STEP: Final = 64
_MOST: Final = 200
"""Words of a gap that are looked at one by one."""
_NEVER: Final = float("inf")


class Run(NamedTuple):
    """Letters in a row that text and article have; it begins and ends with whole words of the article."""

    text: int
    article: int
    length: int


class Scope(NamedTuple):
    """What a run stands in."""

    head: Pair | None
    """The quotation around its first word."""
    foot: Pair | None
    """The quotation around its last word."""
    begins_block: bool


class Match(NamedTuple):
    """Whole words of the article in a row, with the words of the text that hold their letters."""

    text: int
    text_stop: int
    article: int
    article_stop: int
    shift: int
    """What is added to the place of one of their letters in the article to have its place in the text."""

    @property
    def length(self) -> int:
        """How many words of the article they are."""
        return self.article_stop - self.article


def runs(text: Text, reference: Reference) -> list[Run]:
    """The longest rows of letters that text and article share, from the text's beginning to its end."""
    letters, firsts, beginnings = text.letters, text.firsts, reference.beginnings
    found: list[Run] = []
    reached = 0
    for word in range(len(text)):
        place = firsts[word]
        if place < reached or (places := beginnings.get(letters[place : place + PREFIX])) is None:
            continue
        several = [run for at in places if (run := _run(text, reference, place, at)) is not None]
        if several:
            found += several[:_ALTERNATIVES]
            reached = place + max(run.length for run in several)
    return found


def _run(text: Text, reference: Reference, place: int, at: int) -> Run | None:
    """The letters in a row from two places on, as far as they are whole words of both sides, if there are enough."""
    one, other = text.letters, reference.letters
    length = PREFIX
    while (
        length < len(other) - at
        and one[place + length : place + length + _STEP] == other[at + length : at + length + _STEP]
    ):
        length += _STEP
    length = min(length, len(other) - at, len(one) - place)
    most = min(length + _STEP, len(other) - at, len(one) - place)
    while length < most and one[place + length] == other[at + length]:
        length += 1
    first = reference.word_at[at]
    stop = reference.words_within(at + length)
    while stop >= first + _LEAST:
        length = reference.ends[stop - 1] - at
        if text.firsts[text.word_of(place + length)] == place + length:  # it ends with a word of the text
            return Run(place, at, length)
        stop -= 1
    return None


def chains(found: Sequence[Run], scopes: Sequence[Scope], body: int) -> Iterator[list[Run]]:
    """Runs that follow each other in text and article, the strongest chains first."""
    scores, before = _links(found, scopes, body)
    used: set[int] = set()
    for best_end in sorted(range(len(found)), key=lambda number: -scores[number]):
        chain: list[Run] = []
        number = best_end
        while number >= 0 and found[number].text not in used:
            used.add(found[number].text)
            chain.append(found[number])
            number = before[number]
        if chain:
            yield chain[::-1]


def _links(found: Sequence[Run], scopes: Sequence[Scope], body: int) -> tuple[list[float], list[int]]:
    """For each run the score of the best chain that ends with it, and the run before it there, or -1.

    A run follows one of the sixteen before it, if both lie in the same quotation or in none. From one quotation to
    another only the first run of the second follows the last of the first. Where the article's words come again in a
    new block, they begin a chain of their own. So of two versions of the same words in one text neither lends words to
    the other. For the same reason a run that may not follow another one does not follow the one before that either,
    unless it stands nearer to it in the article.
    """
    firsts: dict[Pair | None, tuple[int, int]] = {}
    lasts: dict[Pair | None, tuple[int, int]] = {}
    for run, scope in zip(found, scopes, strict=True):  # of several at one place the longest counts
        firsts[scope.head] = min(firsts.get(scope.head, (run.text, 0)), (run.text, -run.length))
        lasts[scope.foot] = max(lasts.get(scope.foot, (0, 0)), (run.text, run.length))
    scores: list[float] = []
    before: list[int] = []
    for number, run in enumerate(found):
        best, link = 0.0, -1
        head, _, begins_block = scopes[number]
        is_first = head is None or firsts[head] == (run.text, -run.length)
        nearest: dict[int, int] = {}  # for a run, how far behind it in the article the one goes on that was not taken
        for other in range(number - 1, max(number - _LOOK_BACK, 0) - 1, -1):
            one, foot = found[other], scopes[other].foot
            gap = run.article - one.article - one.length
            if head == foot or _is_nested(head, foot):
                is_doubled = -gap < PREFIX and run.text == one.text + one.length
                may_follow = gap >= 0 or not begins_block or is_doubled
            else:
                may_follow = gap >= 0 and is_first and (foot is None or lasts[foot] == (one.text, one.length))
            if not may_follow or gap > nearest.get(other, gap):
                if (last := before[other]) >= 0:
                    nearest.setdefault(last, one.article - found[last].article - found[last].length)
            elif scores[other] > best and (score := scores[other] - _cost(one, run, body)) > best:
                best, link = score, other
        scores.append(best + run.length)
        before.append(link)
    return scores, before


def _is_nested(one: Pair | None, other: Pair | None) -> bool:
    """Whether one of two quotations lies in the other."""
    if one is None or other is None:
        return False
    (first, stop), (begin, end) = one, other
    return (first <= begin and end <= stop) or (begin <= first and stop <= end)


def _cost(one: Run, other: Run, body: int) -> float:
    """What it costs to pass from one run to another; more than any score where that cannot be."""
    in_text, in_article = other.text - one.text - one.length, other.article - one.article - one.length
    twice = 0
    if in_article < 0 and -2 * in_article <= other.length:  # else the text has the words a second time
        twice, in_text, in_article = -in_article, in_text - in_article, 0
    if not (0 <= in_text <= _TEXT_GAP and 0 <= in_article <= _ARTICLE_GAP):
        return _NEVER
    if in_article and max(in_text, in_article) > _REACH * min(one.length, other.length) + 20:
        return _NEVER
    if (one.article < body) != (other.article < body):
        return _NEVER
    return _GAP_COST * (in_text + in_article) + twice


def matched(text: Text, reference: Reference, chain: Sequence[Run]) -> list[Match]:
    """The words of a chain's runs, with the words that match between them."""
    found = [_match(text, reference, chain[0])]
    for run in chain[1:]:
        last = found[-1]
        twice = last.article_stop - reference.word_at[run.article]
        one = _match(text, reference, run, max(twice, 0))
        found += _close(text, reference, last, one)
        last = found[-1]
        if (last.article_stop, last.shift) == (one.article, one.shift) and one.text <= last.text_stop:
            found[-1] = last._replace(text_stop=one.text_stop, article_stop=one.article_stop)
        else:
            found.append(one)
    return found


def _close(text: Text, reference: Reference, last: Match, one: Match) -> Iterator[Match]:
    """The words that match between two runs. Where they are few, those far from all others match by chance."""
    gap = range(last.text_stop, one.text)
    between = list(matching_words(text, reference, gap, (last.article_stop, one.article)))
    stops = [last.text_stop, *(match.text_stop for match in between)]
    starts = [*(match.text for match in between[1:]), one.text]
    most = 2 * len(between) >= one.article - last.article_stop
    if not most and one.article - last.article_stop > _LONG:
        return
    for before, match, behind in zip(stops, between, starts, strict=False):
        if most or min(match.text - before, behind - match.text_stop) <= _CHANCE:
            yield match


def _match(text: Text, reference: Reference, run: Run, skipped: int = 0) -> Match:
    """The words of a run, without so many at its head."""
    first = reference.word_at[run.article] + skipped
    stop = reference.words_within(run.article + run.length)
    shift = run.text - run.article
    start, end = reference.firsts[first] + shift, run.text + run.length
    return Match(text.word_of(start), text.word_of(end - 1) + 1, first, stop, shift)


def matching_words(
    text: Text, reference: Reference, places: Sequence[int], article: tuple[int, int]
) -> Iterator[Match]:
    """The words that match, of some of the text and of a stretch of the article."""
    if not places or article[1] <= article[0] or len(places) > _MOST or article[1] - article[0] > _MOST:
        return
    said = [text.words[place] for place in places]
    matcher = SequenceMatcher(None, reference.words[article[0] : article[1]], said, autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            word, at = places[block.b + step], article[0] + block.a + step
            yield Match(word, word + 1, at, at + 1, text.firsts[word] - reference.firsts[at])
