"""Where sentences and paragraphs stand in a copy, word for word: found by the lengths of their words, proved by their
digests.

The lengths of a sentence's words, one behind the other, stand nearly nowhere but where the sentence stands, and looking
for them costs one search of a byte string. Each place found is then measured: SHA-256 of a window of the sentence's own
length decides, and nothing else. The first and the last word are left out of the search, since a footnote mark or a
missing space may join them to what stands around.

Two places of one sentence overlap only where its word lengths repeat themselves, so that a copy, however hostile, has
each of its characters digested a few times for each sentence at the most.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol

from .._text import NormalText, WordsText, folded, full_digest
from .outline import ParagraphOutline, SentenceOutline
from .tokens import Stretch, Words, normal_of, stretch, words_between, words_of

EXACT: Final = 0

TYPOGRAPHIC: Final = 1

SAME_WORDS: Final = 2

_parting: Final = re.compile(r"[^\w\s,;*_~`\u2010-\u2015-]|\n\s*\n|\f")
"""What parts a sentence from the next: not a comma nor a dash, nor what emphasizes a word."""

_JOINABLE: Final = 4  # a sentence of fewer words is looked for with all of them

_MARGIN: Final = 8  # characters read past a window, so that nothing is cut where a composed character ends


class Copy:
    """A reader's text, and where its words stand."""

    __slots__ = ("joins", "text", "words")

    def __init__(self, text: str, joins: tuple[int, ...] = ()) -> None:
        self.text: Final = text
        self.words: Final[Words] = words_of(text)
        self.joins: Final = joins
        """Where something was left out, such as the hyphen of a word that the end of a line parted."""

    def best(self, start: int, end: int) -> int:
        """The best rank that a stretch can have: where something was left out, the words are the same, and no more."""
        return SAME_WORDS if bisect_right(self.joins, start) < bisect_left(self.joins, end) else EXACT


class Measured(Protocol):
    """A sentence or paragraph, by the digests of two of its forms."""

    @property
    def sha256(self) -> str:
        """SHA-256 of its normal form."""
        ...

    @property
    def folded_sha256(self) -> str:
        """SHA-256 of its folded form."""
        ...


class Place(NamedTuple):
    """Where a sentence or paragraph stands in the copy: its first word there, and how well it stands."""

    word: int
    rank: int
    """``EXACT``, ``TYPOGRAPHIC`` or ``SAME_WORDS``."""


class Window(NamedTuple):
    """The part of the copy where something of a known size would stand."""

    start: int
    end: int
    """Reaches a little further than the window itself."""


def places(copy: Copy, sentence: SentenceOutline) -> list[Place]:
    """Every place where the sentence stands, in the order of the copy."""
    joinable = len(sentence.lengths) >= _JOINABLE
    pattern = sentence.lengths[1:-1] if joinable else sentence.lengths
    found: list[Place] = []
    for hit in runs(copy.words.lengths, pattern):
        word = hit - joinable
        if word >= 0 and word + len(sentence.lengths) <= len(copy.words):
            rank = _measured(copy, sentence, word)
            if rank is not None:
                found.append(Place(word, rank))
    return found


def runs(lengths: bytes | bytearray, pattern: bytes) -> Iterator[int]:
    """Where some word lengths stand in a row."""
    hit = lengths.find(pattern)
    while hit >= 0:
        yield hit
        hit = lengths.find(pattern, hit + 1)


def window(copy: Copy, first: SentenceOutline, last: SentenceOutline, word: int, stop: int) -> Window | None:
    """The part of the copy where a stretch from one sentence to another stands, if its words are those from ``word`` to
    before ``stop``; none when the copy begins too late for the marks before its first word.
    """
    words = copy.words
    expected = first.source.word_lengths[0]
    joined = words.lengths[word] != first.lengths[0]
    start = _back(copy.text, words.ends[word] - expected if joined else words.starts[word], first.lead)
    joined = words.lengths[stop - 1] != last.lengths[-1]
    end = words.starts[stop - 1] + last.source.word_lengths[-1] if joined else words.ends[stop - 1]
    return None if start is None else Window(start, _forward(copy.text, end, last.tail))


def standing(copy: Copy, found: Window, size: int) -> Stretch:
    """What stands in a window, in normal form and with the way back."""
    whole = stretch(copy.text, found.start, found.end)
    return Stretch(NormalText(whole.normal[:size]), whole.starts[:size], whole.ends[:size])


def rank_of(text: str, source: Measured) -> int | None:
    """How a text in normal form stands to what was measured, if it does, but for its words alone."""
    whole = NormalText(text)
    if full_digest(whole) == source.sha256:
        return EXACT
    return TYPOGRAPHIC if full_digest(folded(whole)) == source.folded_sha256 else None


def paragraph_rank(copy: Copy, part: ParagraphOutline, word: int, worst: int) -> int | None:
    """How well a whole paragraph stands, whose sentences follow each other from this word on; none when something that
    has no words of its own, or is joined to one, stands between them.
    """
    source = part.source
    stop = word + source.words
    found = window(copy, part.sentences[0], part.sentences[-1], word, stop) if worst < SAME_WORDS else None
    if found is not None:
        text = normal_of(copy.text[found.start : found.end], source.characters)
        rank = rank_of(text[: source.characters], source)
        if rank is not None:
            return max(rank, _best(copy, found, source.characters))
    return SAME_WORDS if words_digest(copy, word, stop) == source.words_sha256 else None


def words_digest(copy: Copy, word: int, stop: int) -> str:
    """The digest of some words of the copy, in words form."""
    found = words_between(copy.text, copy.words.starts[word], copy.words.ends[stop - 1])
    return full_digest(WordsText(" ".join(found)))


def cuts(before: str, behind: str) -> bool:
    """Whether between two characters a word would be cut: a letter from a letter, a digit from a digit."""
    return (before.isalpha() and behind.isalpha()) or (before.isdigit() and behind.isdigit())


def _measured(copy: Copy, sentence: SentenceOutline, word: int) -> int | None:
    stop = word + len(sentence.lengths)
    found = window(copy, sentence, sentence, word, stop)
    if found is not None:
        text = normal_of(copy.text[found.start : found.end], sentence.size + 1)
        rank = rank_of(text[: sentence.size], sentence.source)
        if rank is not None and not _cut_out(copy.text, found.start, text, sentence.size):
            return max(rank, _best(copy, found, sentence.size))
    lengths = copy.words.lengths
    if lengths[word] != sentence.lengths[0] or lengths[stop - 1] != sentence.lengths[-1]:
        return None
    if words_digest(copy, word, stop) != sentence.source.words_sha256:
        return None
    return None if goes_on(copy, stop) or is_led_in(copy, word) else SAME_WORDS


def _best(copy: Copy, found: Window, size: int) -> int:
    """The best rank of what stands in a window."""
    if copy.best(found.start, found.end) == EXACT:
        return EXACT
    there = standing(copy, found, size)
    return copy.best(there.starts[0], there.ends[-1])


def goes_on(copy: Copy, stop: int) -> bool:
    """Whether more words follow before a word of the copy, with nothing that ends a sentence."""
    words = copy.words
    if not 0 < stop < len(words):
        return False
    return _parting.search(copy.text[words.ends[stop - 1] : words.starts[stop]]) is None


def is_led_in(copy: Copy, word: int) -> bool:
    """Whether a word that begins with a small letter goes on with what stands before."""
    return copy.text[copy.words.starts[word]].islower() and goes_on(copy, word)


def _cut_out(text: str, start: int, read: str, size: int) -> bool:
    """Whether a window begins or ends inside a longer word."""
    return cuts(text[start - 1 : start], read[:1]) or cuts(read[size - 1 : size], read[size : size + 1])


def _back(text: str, place: int, count: int) -> int | None:
    """The offset so many characters of normal form earlier."""
    while count and place > 0:
        place -= 1
        if text[place].isspace():
            while place > 0 and text[place - 1].isspace():
                place -= 1
            count -= 1
        elif normal_of(text[place]):
            count -= 1
    return None if count else place


def _forward(text: str, place: int, count: int) -> int:
    """An offset at least so many characters of normal form later, and a little more."""
    while count and place < len(text):
        if text[place].isspace():
            while place + 1 < len(text) and text[place + 1].isspace():
                place += 1
            count -= 1
        elif normal_of(text[place]):
            count -= 1
        place += 1
    return min(place + _MARGIN, len(text))
