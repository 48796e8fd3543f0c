"""The words of a text as they may be read: without layout, with parts of words joined or joined words
parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from .markup import NOTHING
from .words import Text

HYPHENS: Final = re.compile("[-\u2010\u2011\u00ac\u2043\u00ad]")
LINE_ENDS: Final = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]| {6,}(?=\\S)")
"""What ends a line; a wide gap inside one parts columns."""
_CAMEL: Final = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])|(?<=[a-z][.,])(?=[A-Z])")
_SENTENCE_EDGE: Final = re.compile("[^\\w\\s]|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LINES_BETWEEN: Final = 8
_FURTHER: Final = 80


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
    """One way to part a text into words: some of them left out, joined, or parted."""

    def __init__(self, text: Text, tokens: list[Token]) -> None:
        self.text: Final = text
        self.tokens: Final = tokens

    @classmethod
    def of(cls, text: Text, layout: frozenset[int] = frozenset()) -> WordSequence:
        """The words of a text without those that are layout."""
        rows = zip(text.words, text.starts, text.ends, range(len(text)), strict=True)
        return cls(text, [Token(*row) for row in rows if row[3] not in layout])

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

    def joined_at_hyphens(self) -> WordSequence:
        """The parts of a word on both sides of a hyphen at a line's end made one."""
        found: list[Token] = []
        for place, token in enumerate(self.tokens):
            if found and place and is_parted(self.between(place)):
                last = found.pop()
                found.append(Token(last.word + token.word, last.start, token.end, last.number))
            else:
                found.append(token)
        return WordSequence(self.text, found)

    def parted_at_capitals(self) -> WordSequence:
        """Words that a tool ran together parted where a capital begins a new one."""
        found: list[Token] = []
        for token in self.tokens:
            shown = self.text.masked[token.start : token.end]
            pieces = _CAMEL.split(shown) if len(shown) == len(token.word) else [shown]
            start = token.start
            for piece in pieces:
                word = token.word if len(pieces) == 1 else piece.lower()
                found.append(Token(word, start, start + len(piece), token.number))
                start += len(piece)
        return WordSequence(self.text, found)


def is_parted(between: str) -> bool:
    """Whether what stands between two words is a hyphen at a line's end, perhaps one that cannot be seen."""
    if len(LINE_ENDS.findall(between.replace("\r\n", "\n"))) != 1:
        return False
    plain = "".join(between.split())
    return bool(plain) and not between[0].isspace() and all(char == NOTHING or HYPHENS.match(char) for char in plain)


# -- single words read otherwise --


class AlternativeReading(NamedTuple):
    """Other words for some tokens: joined, parted or left out."""

    start: int
    stop: int
    tokens: tuple[Token, ...]

    @property
    def gain(self) -> int:
        """How many words more than the sequence has."""
        return len(self.tokens) - (self.stop - self.start)


_LIGATURE: Final = re.compile(r"(?:f[fijlt]|ffi|ffl|tt|ti|Th|th|st|ct)\Z")


def alternative_readings(sequence: WordSequence, first: int, stop: int) -> list[AlternativeReading]:
    """How the words between two places may be read otherwise, the likelier first."""
    found = [*_joined(sequence, first, stop), *_numbers(sequence, first, stop), *_lines(sequence, first, stop)]
    found += _restored(sequence, first, stop)
    return [*found, *_initials(sequence, first, stop), *_parted(sequence, first, stop)]


def _joined(sequence: WordSequence, first: int, stop: int) -> Iterator[AlternativeReading]:
    """Neighbours that are one word: at a line's end, behind a ligature or a large initial."""
    masked = sequence.text.masked
    for place in range(first, stop - 1):
        one, other = sequence.tokens[place], sequence.tokens[place + 1]
        between = masked[one.end : other.start]
        lines = LINE_ENDS.search(between)
        initial = len(one.word) == 1 and masked[one.start].isupper()
        if lines or initial or NOTHING in between or (_LIGATURE.search(one.word) and not between.strip()):
            yield _merged(place, place + 2, one, other)
        if lines and HYPHENS.search(between):
            yield from _joined_further(sequence, place, one, place + 2)


def _merged(place: int, stop: int, one: Token, other: Token) -> AlternativeReading:
    end = other.end if stop == place + 2 else one.end
    return AlternativeReading(place, stop, (Token(one.word + other.word, one.start, end, one.number),))


def _joined_further(sequence: WordSequence, place: int, half: Token, behind: int) -> Iterator[AlternativeReading]:
    """The first half of a word at a line's end, its other half behind lines of their own."""
    stop = min(place + _FURTHER, len(sequence))
    heads = (at for at in range(behind, stop) if LINE_ENDS.search(sequence.between(at)))
    for further in islice(heads, _LINES_BETWEEN):
        yield _merged(place, further + 1, half, sequence.tokens[further])


def _lines(sequence: WordSequence, first: int, stop: int) -> Iterator[AlternativeReading]:
    """Lines, up to several in a row, that are not the sentence's."""
    heads = [place for place in range(first, stop) if not place or LINE_ENDS.search(sequence.between(place))]
    heads.append(stop)
    for index, start in enumerate(heads[:-1]):
        for further in heads[index + 1 : index + 1 + _LINES_BETWEEN]:
            yield AlternativeReading(start, further, ())


def _numbers(sequence: WordSequence, first: int, stop: int) -> Iterator[AlternativeReading]:
    """Numbers inside a sentence that are not its own, and digits of a note that stick to a word."""
    tokens = sequence.tokens
    for place in range(first, stop):
        token = tokens[place]
        if token.word.isdigit():
            yield AlternativeReading(place, place + 1, ())
        elif (digits := re.fullmatch(r"([^\W\d]+|\d+[.,](?=\d))(\d{1,3})", token.word)) is not None:
            yield AlternativeReading(
                place, place + 1, (token._replace(word=digits[1].rstrip(".,"), end=token.end - len(digits[2])),)
            )


def _restored(sequence: WordSequence, first: int, stop: int) -> Iterator[AlternativeReading]:
    """Words that were taken for layout, and are the sentence's after all."""
    text = sequence.text
    for place in range(max(first, 1), min(stop + 1, len(sequence))):
        for number in range(sequence.tokens[place - 1].number + 1, sequence.tokens[place].number):
            if text.starts[number] >= sequence.tokens[place - 1].end:
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
        and (not place or LINE_ENDS.search(sequence.between(place)))
    )
    for place in range(first, stop):
        token = sequence.tokens[place]
        if letters and masked[token.start].islower() and LINE_ENDS.search(sequence.between(place)):
            for letter in letters:
                yield AlternativeReading(place, place + 1, (token._replace(word=letter + token.word),))


def _parted(sequence: WordSequence, first: int, stop: int) -> Iterator[AlternativeReading]:
    """Words that are two, whose hyphen or space a tool ate."""
    for place in range(first, stop):
        token = sequence.tokens[place]
        for cut in range(2, len(token.word) - 1) if len(token.word) == token.end - token.start else ():
            halves = (
                token._replace(word=token.word[:cut], end=token.start + cut),
                token._replace(word=token.word[cut:], start=token.start + cut),
            )
            yield AlternativeReading(place, place + 1, halves)
        between = sequence.text.masked[token.start : token.end]
        if (hyphen := HYPHENS.search(between)) is not None and LINE_ENDS.search(between):
            head = len("".join(between[: hyphen.start()].replace(NOTHING, "").split()))
            one, other = token._replace(word=token.word[:head], end=token.start + hyphen.start()), token.word[head:]
            yield AlternativeReading(place, place + 1, (one, token._replace(word=other)))
            yield from _joined_further(sequence, place, one, place + 1)
