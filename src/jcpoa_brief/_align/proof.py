"""A reader's copy, proved sentence by sentence: a sentence stands where as many letters as it has have their digest.

Then its normal form as the copy has it, and where each of its characters stands in the copy.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations, islice, pairwise, takewhile
from typing import Final, Literal, NamedTuple, TypeAlias

from .._model.paragraph import Sentence
from .._model.record import Citation, digest_of
from .._text import LettersText, NormalText, folded, full_digest
from .article_digests import ArticleSentence, Outline, Target
from .markup import BLOCK
from .notes_and_numbers import layout_words
from .word_sequences import HYPHENS, AlternativeReading, Token, WordSequence, alternative_readings
from .words import Text

_BUDGET: Final = 40_000
_SENTENCE_BUDGET: Final = 6_000
_MOST_DEVIATIONS: Final = 4
_ROOM: Final = 60
_SMALL: Final = 20_000  # words of a copy that is searched more thoroughly
_CHOICES: Final = 1_500
_CANDIDATES: Final = 12


MatchedWords = tuple[Token, ...]
"""The words of a target as they stand in a text."""


def prove(text: Text, targets: Sequence[Target]) -> dict[Target, list[MatchedWords]]:
    """Every place where a target's letters stand in the text, or the one that was found with words read otherwise."""
    found: dict[Target, list[MatchedWords]] = {}
    plain = WordSequence(text, layout_words(text))
    _windows(plain, targets, found)
    if len(plain) <= _SMALL:
        _windows(WordSequence(text), targets, found)
    _mended(plain, targets, found)
    return found


def _windows(sequence: WordSequence, targets: Sequence[Target], found: dict[Target, list[MatchedWords]]) -> None:
    """Looks for the missing targets among the letters, from each place on where a sentence may begin."""
    wanted = {target.digest: target for target in targets if target not in found}
    lengths = sorted({target.letters for target in wanted.values()})
    if not wanted or not len(sequence):
        return
    letters, firsts = sequence.letters, sequence.firsts
    inner = [firsts[place] + cut for place, token in enumerate(sequence.tokens) for cut in sequence.inner_edges(token)]
    starts = sorted([*(firsts[place] for place in sequence.sentence_starts()), *inner])
    ends = sequence.edges
    for start in starts:
        digest, reached = sha256(), start
        for length in lengths:
            stop = start + length
            if stop >= len(ends):
                break
            if not ends[stop]:
                continue
            digest.update(letters[reached:stop].encode("utf-8", "surrogatepass"))
            reached = stop
            target = wanted.get(digest.hexdigest())
            if target is not None:
                words = sequence.article_words(sequence.tokens_of(start, stop), target)
                found.setdefault(target, []).append(words)


def _mended(sequence: WordSequence, targets: Sequence[Target], found: dict[Target, list[MatchedWords]]) -> None:
    """Looks for what is missing between its neighbours, with single words read otherwise."""
    if not found or not len(sequence):
        return
    place_of = {token.number: place for place, token in reversed(list(enumerate(sequence.tokens)))}
    budget = _BUDGET
    for index, target in enumerate(targets):
        if target in found or budget <= 0:
            continue
        first = _stop_before(targets[:index], found, place_of)
        stop = _start_behind(targets[index + 1 :], found, place_of, first, len(sequence))
        for reading in islice(_readings(sequence, target, first, stop), min(_SENTENCE_BUDGET, budget)):
            budget -= 1
            if full_digest(LettersText("".join([token.word for token in reading]))) == target.digest:
                found[target] = [sequence.article_words(reading, target)]
                break


def _stop_before(before: Sequence[Target], found: dict[Target, list[MatchedWords]], place_of: dict[int, int]) -> int:
    """Where the nearest target before ends."""
    for target in reversed(before):
        if target in found:
            return place_of.get(found[target][0][-1].number, -1) + 1
    return 0


def _start_behind(
    behind: Sequence[Target], found: dict[Target, list[MatchedWords]], place_of: dict[int, int], least: int, total: int
) -> int:
    """Where the nearest target behind begins."""
    for target in behind:
        for place in found.get(target, ()):
            if (start := place_of.get(place[0].number, -1)) >= least:
                return start
    return total


def _readings(sequence: WordSequence, target: Target, first: int, stop: int) -> Iterator[list[Token]]:
    """The stretches of so many letters between two places with words read otherwise: one of them, then several."""
    stop = min(stop, first + 4 * target.words + _ROOM)
    options = alternative_readings(sequence, first, stop)
    starts = [place for place in sequence.sentence_starts() if first <= place < stop]
    for most in range(1, _MOST_DEVIATIONS + 1):
        for start in starts:
            last = bisect_right(sequence.firsts, sequence.firsts[start] + target.letters)
            near = [one for one in options if start <= one.start <= last]
            for chosen in islice(_choices(near, most), _CHOICES):
                yield from _read(sequence, start, target.letters, chosen)


def _choices(options: list[AlternativeReading], most: int) -> Iterator[tuple[AlternativeReading, ...]]:
    """So many deviations that do not overlap, in the order of their places."""
    for chosen in combinations(options, most):
        ordered = tuple(sorted(chosen))
        if all(one.stop <= other.start for one, other in pairwise(ordered)):
            yield ordered


def _read(
    sequence: WordSequence, start: int, letters: int, chosen: Sequence[AlternativeReading]
) -> Iterator[list[Token]]:
    """The words from a place on with these deviations, if they have so many letters."""
    tokens: list[Token] = []
    place = start
    for one in chosen:
        tokens += sequence.tokens[place : one.start]
        tokens += one.tokens
        place = one.stop
    missing = letters - sum(len(token.word) for token in tokens)
    stop = sequence.firsts[place] + missing
    if missing > 0 and stop <= len(sequence.letters) and sequence.edges[stop]:
        tokens += sequence.tokens_of(sequence.firsts[place], stop)
        missing = 0
    if not missing:
        yield tokens


# -- a proved sentence as the copy has it --

SentenceVerdict: TypeAlias = Literal["exact", "typographic", "same_words", "missing"]
"""What became of a sentence in a copy: it stands ``exact``, or ``typographic`` (equal when quotation marks and dashes
are made plain), or its ``same_words`` stand with other marks or capitals; or it is ``missing``, which says that it is
not proved."""

_LAYOUT: Final = re.compile(r"[*_~#|>{}\\\[\]\0]|(?:(?<=[\n\r])|(?<=\A))[ \t]*(?:[>+#*/%;-]|//)+[ \t]?")
_LEAD: Final = 3
_TAIL: Final = 5


@dataclass(frozen=True)
class NormalPassage:
    """Words in normal form, with the way back to the text that they stand in."""

    text: str
    starts: tuple[int, ...]
    """For each character the offset of the one that it was in the text."""
    words: tuple[tuple[int, int], ...]
    """Where each word stands in the normal form."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the normal form stands in the text."""
        return self.starts[start], self.starts[end - 1] + 1

    def cut(self, start: int, end: int) -> NormalPassage:
        """A stretch that holds all words."""
        words = tuple((first - start, stop - start) for first, stop in self.words)
        return NormalPassage(self.text[start:end], self.starts[start:end], words)


def normal_passage(text: Text, proof: MatchedWords) -> NormalPassage:  # one walk over the words of a proof
    """The words of a proof as the text has them, with the marks between, before and behind them."""
    chars: list[str] = []
    starts: list[int] = []
    words: list[tuple[int, int]] = []

    def write(start: int, end: int, *, word: bool = False) -> None:
        unseen = {place for match in _LAYOUT.finditer(text.masked, start, end) for place in range(*match.span())}
        for place in range(start, end):
            char = " " if text.masked[place].isspace() or text.masked[place] == BLOCK else text.masked[place]
            if word and (char == " " or HYPHENS.match(char)):
                continue
            if (char == " " and chars and chars[-1] == " ") or (place in unseen and char != " "):
                continue
            if (
                unicodedata.combining(char)
                and chars
                and len(whole := unicodedata.normalize("NFC", chars[-1] + char)) == 1
            ):
                chars[-1] = whole
                continue
            chars.append(char)
            starts.append(place)

    reached = proof[0].start
    lead = takewhile(_is_mark, reversed(text.masked[max(reached - _LEAD, 0) : reached]))
    write(reached - len(list(lead)), reached)
    for number, token in enumerate(proof):
        if number:
            between = text.masked[reached : token.start]
            if token.start >= reached and not re.search(r"[^\W_]", between):
                write(reached, token.start)
            else:
                chars.append(" ")
                starts.append(reached)
        begin = len(chars)
        write(token.start, token.end, word=True)
        words.append((begin, len(chars)))
        reached = token.end
    tail = takewhile(_is_mark, text.masked[reached : reached + _TAIL])
    write(reached, reached + len(list(tail)))
    return NormalPassage("".join(chars), tuple(starts), tuple(words))


def _is_mark(char: str) -> bool:
    return not (char.isspace() or char.isalnum())


def judged(whole: NormalPassage, sentence: Sentence) -> tuple[SentenceVerdict, NormalPassage]:
    """How a sentence stands that was proved by its words, and its normal form without marks that are not its own."""
    first, last = whole.words[0][0], whole.words[-1][1]
    cuts = [
        whole.cut(start, end)
        for start in range(first + 1)
        for end in range(last, len(whole.text) + 1)
        if end - start == sentence.end - sentence.start
    ]
    for one in cuts:
        if full_digest(NormalText(one.text)) == sentence.sha256:
            return "exact", one
    for one in cuts:
        if full_digest(folded(NormalText(one.text))) == sentence.folded_sha256:
            return "typographic", one
    return "same_words", whole.cut(first, len(whole.text))


def place_in(
    form: NormalPassage, verdict: SentenceVerdict, sentence: Sentence, citation: Citation
) -> tuple[int, int] | None:
    """Where a citation stands in the normal form of its sentence, if that is sure."""
    start, end = citation.start - sentence.start, citation.end - sentence.start
    if verdict != "same_words":
        return start, end
    drift = abs(len(form.text) - (sentence.end - sentence.start))
    heads = [word for word in form.words if abs(word[0] - start) <= drift + _LEAD]
    feet = [word for word in form.words if abs(word[1] - end) <= drift + _LEAD]
    for head in heads:
        for foot in feet:
            for behind in range(foot[1], min(foot[1] + _TAIL, len(form.text)) + 1):
                if head[0] < behind and digest_of(_plain(form.text[head[0] : behind])) == citation.digest:
                    return head[0], behind
    if not drift and any(word[0] == start for word in form.words) and any(word[1] == end for word in form.words):
        return start, end
    return None


def _plain(said: str) -> str:
    """Words with the quotation marks and ligatures of another typography as digests have them."""
    said = unicodedata.normalize("NFKC", said).replace("\u00ab ", '"').replace(" \u00bb", '"')
    return said.replace("``", '"').replace("''", '"')


# -- the sentences that stand --


class ProvedSentence(NamedTuple):
    """A sentence that stands in a copy."""

    place: ArticleSentence
    verdict: SentenceVerdict
    normal: NormalPassage
    proof: MatchedWords

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands, with the marks that belong to it."""
        return self.normal.span(0, len(self.normal.text))


class _Step(NamedTuple):
    """A sentence at a place, and the longest row of sentences in the article's order that ends there."""

    length: int
    number: int
    proved: ProvedSentence
    before: _Step | None


def proved_sentences(
    text: Text, outline: Outline, found: Mapping[Target, list[MatchedWords]]
) -> dict[int, ProvedSentence]:
    """The sentences that stand, by their numbers: as many as can be in the article's order, the others anywhere."""
    steps: list[_Step] = []
    for number, place in enumerate(outline.sentences):
        new: list[_Step] = []
        for proof in found.get(place.target, ())[:_CANDIDATES]:
            verdict, form = judged(normal_passage(text, proof), place.sentence)
            one = ProvedSentence(place, verdict, form, proof)
            fitting = [step for step in steps if step.proved.span[1] <= one.span[0]]
            before = max(fitting, key=lambda step: step.length, default=None)
            new.append(_Step(before.length + 1 if before else 1, number, one, before))
        steps += new
    chosen: dict[int, ProvedSentence] = {}
    step = max(steps, key=lambda step: step.length, default=None)
    while step is not None:
        chosen[step.number] = step.proved
        step = step.before
    for other in steps:
        chosen.setdefault(other.number, other.proved)
    return dict(sorted(chosen.items()))
