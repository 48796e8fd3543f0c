"""The words of a copy as letters in a row, how some of them may be read otherwise, and the words that a sentence's
letters make.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, combinations, islice
from typing import Final, NamedTuple

from .._text import WordsText, full_digest
from .article_digests import Target
from .markup import NOTHING
from .words import Text

HYPHENS: Final = re.compile("[-\u2010\u2011\u00ac\u2043\u00ad]")
_LINE_END: Final = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]| {6,}(?=\\S)")
"""What ends a line; a wide gap inside one parts columns."""
_SENTENCE_EDGE: Final = re.compile("[^\\w\\s]|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INNER_EDGE: Final = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])|(?<=\d)(?=[.,]\d)|\0+")
"""Where a tool may have joined two words, or a note's number to a figure at a sentence's end."""
_LINES_BETWEEN: Final = 8
_MOST_PARTED: Final = 2
_TRIES: Final = 3_000


class Token(NamedTuple):
    """A word as it is read."""

    word: str
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""
    number: int
    """Its number among the words of the text; of several joined, the first one's."""


class WordSequence:
    """The words of a text, some of them left out, and their letters in a row."""

    def __init__(self, text: Text, layout: frozenset[int] = frozenset()) -> None:
        """The words of a text without those that are layout."""
        rows = zip(text.words, text.starts, text.ends, range(len(text)), strict=True)
        self.text: Final = text
        self.tokens: Final = [Token(*row) for row in rows if row[3] not in layout]
        self.letters: Final = "".join(token.word for token in self.tokens)
        self.firsts: Final = array("I", accumulate((len(token.word) for token in self.tokens), initial=0))
        """Where each word begins among the letters; last, how many letters there are."""

    def __len__(self) -> int:
        return len(self.tokens)

    def between(self, place: int) -> str:
        """What stands in the text between a token and the one before it."""
        start = self.tokens[place - 1].end if place else 0
        return self.text.masked[start : self.tokens[place].start]

    def sentence_starts(self) -> Iterator[int]:
        """Where a sentence may begin: at a capital, behind a mark or at a line's head."""
        masked = self.text.masked
        for place, token in enumerate(self.tokens):
            if masked[token.start].isupper() or not place or _SENTENCE_EDGE.search(self.between(place)):
                yield place

    def inner_edges(self, token: Token) -> Iterator[int]:
        """How many letters of a word stand before each place in it where two words may have been joined."""
        shown = self.text.masked[token.start : token.end]
        if self._is_plain(token):
            for match in _INNER_EDGE.finditer(shown):
                yield len(shown[: match.start()].replace(NOTHING, ""))

    def _is_plain(self, token: Token) -> bool:
        """Whether each letter of a word is a character of the text."""
        return len(self.text.masked[token.start : token.end].replace(NOTHING, "")) == len(token.word)

    @cached_property
    def edges(self) -> bytearray:
        """For each place among the letters whether a word begins or ends there, or may do so."""
        found = bytearray(len(self.letters) + 1)
        for first, token in zip(self.firsts, self.tokens, strict=False):
            for cut in (0, *self.inner_edges(token)):
                found[first + cut] = 1
        found[-1] = 1
        return found

    def parts(self, token: Token, *cuts: int) -> list[Token]:
        """A word cut into several, each behind so many letters."""
        if not cuts:
            return [token]
        places = [place for place in range(token.start, token.end) if self.text.masked[place] != NOTHING]
        return [
            Token(token.word[first:stop], places[first], places[stop - 1] + 1, token.number)
            for first, stop in zip((0, *cuts), (*cuts, len(token.word)), strict=True)
        ]

    def tokens_of(self, first: int, stop: int) -> list[Token]:
        """The words that some of the letters make, the first and the last of them cut if need be."""
        low, high = bisect_right(self.firsts, first) - 1, bisect_right(self.firsts, stop - 1)
        found = self.tokens[low:high]
        if stop < self.firsts[high]:
            found[-1] = self.parts(found[-1], stop - self.firsts[high - 1])[0]
        if first > self.firsts[low]:
            found[0] = self.parts(found[0], first - self.firsts[low])[-1]
        return found

    def article_words(self, tokens: Sequence[Token], target: Target) -> tuple[Token, ...]:
        """The words of a sentence whose letters these tokens have: as they stand, or joined and parted until they have
        the digest of its words; those that stand if that is not found.
        """
        for said in islice(self._partitions(tokens, target.words), _TRIES):
            if full_digest(WordsText(" ".join(token.word for token in said))) == target.words_digest:
                return said
        return tuple(tokens)

    def _partitions(self, tokens: Sequence[Token], count: int) -> Iterator[tuple[Token, ...]]:
        """The same letters as so many words, the likelier first: joined at line ends, parted where a tool may have
        joined them; then anywhere.
        """
        if len(tokens) == count:
            yield tuple(tokens)
        edges = [(place, cut) for place, token in enumerate(tokens) for cut in self.inner_edges(token)]
        whole = [(place, token) for place, token in enumerate(tokens) if self._is_plain(token)]
        everywhere = [(place, cut) for place, token in whole for cut in range(1, len(token.word))]
        gaps = range(1, len(tokens))
        likely = [place for place in gaps if self._may_join(tokens[place - 1], tokens[place])]
        for joints, cuts in ((likely, edges), (gaps, edges), (likely, everywhere)):
            for parted in range(_MOST_PARTED + 1):
                joined = len(tokens) + parted - count
                for chosen_cuts in combinations(cuts, parted):
                    for chosen in combinations(joints, joined) if joined >= 0 else ():
                        yield self._partition(tokens, set(chosen), chosen_cuts)

    def _may_join(self, one: Token, other: Token) -> bool:
        """Whether what stands between two words is more than a space, or a space behind a large initial."""
        between = self.text.masked[one.end : other.start]
        return between != " " or (len(one.word) == 1 and self.text.masked[one.start].isupper())

    def _partition(
        self, tokens: Sequence[Token], joined: set[int], cuts: Sequence[tuple[int, int]]
    ) -> tuple[Token, ...]:
        """The words with some joined to those before them, and some cut."""
        found: list[Token] = []
        for place, token in enumerate(tokens):
            first, *others = self.parts(token, *(cut for at, cut in cuts if at == place))
            if place in joined:
                last = found.pop()
                has_words = any(char.isalnum() for char in self.text.masked[last.end : first.start])
                end = last.end if has_words else first.end
                first = Token(last.word + first.word, last.start, end, last.number)
            found += [first, *others]
        return tuple(found)


# -- words read otherwise --


class AlternativeReading(NamedTuple):
    """Other words for some tokens, or none."""

    start: int
    stop: int
    tokens: tuple[Token, ...]


def alternative_readings(sequence: WordSequence, first: int, stop: int) -> list[AlternativeReading]:
    """How the words between two places may be read otherwise, the likelier first."""
    found = [*_numbers(sequence, first, stop), *_lines(sequence, first, stop), *_restored(sequence, first, stop)]
    return [*found, *_initials(sequence, first, stop)]


def _lines(sequence: WordSequence, first: int, stop: int) -> Iterator[AlternativeReading]:
    """Lines, up to several in a row, that are not the sentence's."""
    heads = [place for place in range(first, stop) if not place or _LINE_END.search(sequence.between(place))]
    heads.append(stop)
    for index, start in enumerate(heads[:-1]):
        for further in heads[index + 1 : index + 1 + _LINES_BETWEEN]:
            yield AlternativeReading(start, further, ())


def _numbers(sequence: WordSequence, first: int, stop: int) -> Iterator[AlternativeReading]:
    """Numbers inside a sentence that are not its own, and digits of a note that stick to a word."""
    for place in range(first, stop):
        token = sequence.tokens[place]
        if token.word.isdigit():
            yield AlternativeReading(place, place + 1, ())
        elif (digits := re.fullmatch(r"([^\W\d]+|\d+[.,](?=\d))(\d{1,3})", token.word)) is not None:
            word = token._replace(word=digits[1].rstrip(".,"), end=token.end - len(digits[2]))
            yield AlternativeReading(place, place + 1, (word,))


def _restored(sequence: WordSequence, first: int, stop: int) -> Iterator[AlternativeReading]:
    """Words that were taken for layout, and are the sentence's after all."""
    text = sequence.text
    for place in range(max(first, 1), min(stop + 1, len(sequence))):
        for number in range(sequence.tokens[place - 1].number + 1, sequence.tokens[place].number):
            token = Token(text.words[number], text.starts[number], text.ends[number], number)
            yield AlternativeReading(place, place, (token,))


def _initials(sequence: WordSequence, first: int, stop: int) -> Iterator[AlternativeReading]:
    """A large initial that stands elsewhere in the text, given back to a word without capital at a line's head."""
    masked = sequence.text.masked
    letters = dict.fromkeys(
        token.word
        for place, token in enumerate(sequence.tokens)
        if len(token.word) == 1
        and masked[token.start].isupper()
        and (not place or _LINE_END.search(sequence.between(place)))
    )
    for place in range(first, stop):
        token = sequence.tokens[place]
        if letters and masked[token.start].islower() and _LINE_END.search(sequence.between(place)):
            for letter in letters:
                yield AlternativeReading(place, place + 1, (token._replace(word=letter + token.word),))
