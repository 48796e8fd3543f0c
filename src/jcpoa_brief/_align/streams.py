"""The words of a text as they may be read: without what is set apart, with parts of words joined or joined words
parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from .markup import NOTHING
from .words import Text

HYPHENS: Final = re.compile("[-\u2010\u2011\u00ac\u2043\u00ad]")
LINE_ENDS: Final = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]| {6,}(?=\\S)")
"""What ends a line; a wide gap inside one parts columns."""
_CAMEL: Final = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])|(?<=[a-z][.,])(?=[A-Z])")
_SENTENCE_EDGE: Final = re.compile("[^\\w\\s]|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LINES_BETWEEN: Final = 8
_LONGEST: Final = 20
_FURTHER: Final = 20
_SHORTEST: Final = 9


class Token(NamedTuple):
    """A word as it is read."""

    word: str
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""
    number: int
    """Its number among the words of the text; of several joined, the first one's."""


class Stream:
    """Words of a text in order."""

    def __init__(self, text: Text, tokens: list[Token]) -> None:
        self.text: Final = text
        self.tokens: Final = tokens

    @classmethod
    def of(cls, text: Text, apart: frozenset[int] = frozenset()) -> Stream:
        """The words of a text without those that are set apart."""
        rows = zip(text.words, text.starts, text.ends, range(len(text)), strict=True)
        return cls(text, [Token(*row) for row in rows if row[3] not in apart])

    def __len__(self) -> int:
        return len(self.tokens)

    def between(self, place: int) -> str:
        """What stands in the text between a token and the one before it."""
        start = self.tokens[place - 1].end if place else 0
        return self.text.painted[start : self.tokens[place].start]

    def sentence_starts(self) -> Iterator[int]:
        """Where a sentence may begin: at a capital, behind a mark or at a line's head."""
        painted = self.text.painted
        for place, token in enumerate(self.tokens):
            if painted[token.start].isupper() or not place or _SENTENCE_EDGE.search(self.between(place)):
                yield place

    def joined_at_hyphens(self) -> Stream:
        """The parts of a word on both sides of a hyphen at a line's end made one."""
        found: list[Token] = []
        for place, token in enumerate(self.tokens):
            if found and place and is_parted(self.between(place)):
                last = found.pop()
                found.append(Token(last.word + token.word, last.start, token.end, last.number))
            else:
                found.append(token)
        return Stream(self.text, found)

    def parted_at_capitals(self) -> Stream:
        """Words that a tool ran together parted where a capital begins a new one."""
        found: list[Token] = []
        for token in self.tokens:
            shown = self.text.painted[token.start : token.end]
            pieces = _CAMEL.split(shown) if len(shown) == len(token.word) else [shown]
            start = token.start
            for piece in pieces:
                word = token.word if len(pieces) == 1 else piece.lower()
                found.append(Token(word, start, start + len(piece), token.number))
                start += len(piece)
        return Stream(self.text, found)

    def parted_at_known_words(self) -> Stream:
        """Words that a tool ran together parted into words that the text has elsewhere, the fewest that fill them."""
        known = {token.word for token in self.tokens if len(token.word) < _LONGEST}
        found: list[Token] = []
        for token in self.tokens:
            pieces = _segments(token.word, known) if _SHORTEST <= len(token.word) == token.end - token.start else []
            start = token.start
            for piece in pieces or [token.word]:
                found.append(token._replace(word=piece, start=start, end=start + len(piece) if pieces else token.end))
                start += len(piece)
        return Stream(self.text, found)


def _segments(word: str, known: set[str]) -> list[str]:
    """A word as two or more known ones, or nothing."""
    best: list[list[str] | None] = [[], *([None] * len(word))]
    for stop in range(1, len(word) + 1):
        for start in range(max(stop - _LONGEST, 0), stop):
            before, piece = best[start], word[start:stop]
            if before is not None and piece in known and piece != word:
                current = best[stop]
                if current is None or len(before) + 1 < len(current):
                    best[stop] = [*before, piece]
    return best[-1] or []


def is_parted(between: str) -> bool:
    """Whether what stands between two words is a hyphen at a line's end, perhaps one that cannot be seen."""
    if len(LINE_ENDS.findall(between.replace("\r\n", "\n"))) != 1:
        return False
    plain = "".join(between.split())
    return bool(plain) and not between[0].isspace() and all(char == NOTHING or HYPHENS.match(char) for char in plain)


# -- single words read otherwise --


class Deviation(NamedTuple):
    """Tokens of a stream that are read otherwise."""

    start: int
    stop: int
    tokens: tuple[Token, ...]

    @property
    def gain(self) -> int:
        """How many words more than the stream has."""
        return len(self.tokens) - (self.stop - self.start)


_LIGATURE: Final = re.compile(r"(?:f[fijlt]|ffi|ffl|tt|ti|Th|th|st|ct)\Z")


def deviations(stream: Stream, first: int, stop: int) -> list[Deviation]:
    """How the words between two places may be read otherwise, the likelier first."""
    found = [*_joined(stream, first, stop), *_numbers(stream, first, stop), *_lines(stream, first, stop)]
    found += _restored(stream, first, stop)
    return [*found, *_initials(stream, first, stop), *_parted(stream, first, stop)]


def _joined(stream: Stream, first: int, stop: int) -> Iterator[Deviation]:
    """Neighbours that are one word: at a line's end, behind a ligature or a large initial."""
    painted = stream.text.painted
    for place in range(first, stop - 1):
        one, other = stream.tokens[place], stream.tokens[place + 1]
        between = painted[one.end : other.start]
        lines = LINE_ENDS.search(between)
        initial = len(one.word) == 1 and painted[one.start].isupper()
        if lines or initial or NOTHING in between or (_LIGATURE.search(one.word) and not between.strip()):
            yield _merged(place, place + 2, one, other)
        if lines and HYPHENS.search(between):
            yield from _joined_further(stream, place)


def _merged(place: int, stop: int, one: Token, other: Token) -> Deviation:
    end = other.end if stop == place + 2 else one.end
    return Deviation(place, stop, (Token(one.word + other.word, one.start, end, one.number),))


def _joined_further(stream: Stream, place: int) -> Iterator[Deviation]:
    """The first half of a word at a line's end, its other half behind lines of their own."""
    one = stream.tokens[place]
    lines = 0
    for further in range(place + 2, min(place + 80, len(stream))):
        if LINE_ENDS.search(stream.between(further)):
            lines += 1
            if lines > _LINES_BETWEEN:
                return
            yield _merged(place, further + 1, one, stream.tokens[further])


def _lines(stream: Stream, first: int, stop: int) -> Iterator[Deviation]:
    """Lines, up to several in a row, that are not the sentence's."""
    heads = [place for place in range(first, stop) if not place or LINE_ENDS.search(stream.between(place))]
    heads.append(stop)
    for index, start in enumerate(heads[:-1]):
        for further in heads[index + 1 : index + 1 + _LINES_BETWEEN]:
            yield Deviation(start, further, ())


def _numbers(stream: Stream, first: int, stop: int) -> Iterator[Deviation]:
    """Numbers inside a sentence that are not its own, and digits of a note that stick to a word."""
    tokens = stream.tokens
    for place in range(first, stop):
        token = tokens[place]
        if token.word.isdigit():
            yield Deviation(place, place + 1, ())
            if place + 1 < stop and tokens[place + 1].word.isdigit():
                yield Deviation(place, place + 2, ())
        elif (digits := re.fullmatch(r"([^\W\d]+|\d+[.,](?=\d))(\d{1,3})", token.word)) is not None:
            yield Deviation(
                place, place + 1, (token._replace(word=digits[1].rstrip(".,"), end=token.end - len(digits[2])),)
            )


def _restored(stream: Stream, first: int, stop: int) -> Iterator[Deviation]:
    """Words that were set apart, and are the sentence's after all."""
    text = stream.text
    for place in range(max(first, 1), min(stop + 1, len(stream))):
        for number in range(stream.tokens[place - 1].number + 1, stream.tokens[place].number):
            if text.starts[number] >= stream.tokens[place - 1].end:
                token = Token(text.words[number], text.starts[number], text.ends[number], number)
                yield Deviation(place, place, (token,))


def _initials(stream: Stream, first: int, stop: int) -> Iterator[Deviation]:
    """A large initial that stands elsewhere in the text, given back to a word without capital at a line's head."""
    painted = stream.text.painted
    letters = dict.fromkeys(
        token.word
        for place, token in enumerate(stream.tokens)
        if len(token.word) == 1
        and painted[token.start].isupper()
        and (not place or LINE_ENDS.search(stream.between(place)))
    )
    for place in range(first, stop):
        token = stream.tokens[place]
        if letters and painted[token.start].islower() and LINE_ENDS.search(stream.between(place)):
            for letter in letters:
                yield Deviation(place, place + 1, (token._replace(word=letter + token.word),))


def _parted(stream: Stream, first: int, stop: int) -> Iterator[Deviation]:
    """Words that are two, whose hyphen or space a tool ate."""
    for place in range(first, stop):
        token = stream.tokens[place]
        for cut in range(2, len(token.word) - 1) if len(token.word) == token.end - token.start else ():
            halves = (
                token._replace(word=token.word[:cut], end=token.start + cut),
                token._replace(word=token.word[cut:], start=token.start + cut),
            )
            yield Deviation(place, place + 1, halves)
        between = stream.text.painted[token.start : token.end]
        if (hyphen := HYPHENS.search(between)) is not None and LINE_ENDS.search(between):
            head = len("".join(between[: hyphen.start()].replace(NOTHING, "").split()))
            one, other = token._replace(word=token.word[:head], end=token.start + hyphen.start()), token.word[head:]
            yield Deviation(place, place + 1, (one, token._replace(word=other)))
            for further in range(place + 1, min(place + _FURTHER, len(stream))):
                if LINE_ENDS.search(stream.between(further)):
                    yield _merged(place, further + 1, one, stream.tokens[further])
