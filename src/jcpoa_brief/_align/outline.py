"""What is known of the article without its words, laid out once for comparing copies: the measures of each sentence,
the citations in it, and who cites them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import log2
from typing import Final, cast

from .._collections.checks import partings
from .._model.article import Furniture
from .._model.check import Check
from .._model.paragraph import Paragraph, Sentence
from .._model.record import Citation, Entry, Record
from .tokens import LONGEST

SEED_WORDS: Final = 6
"""So many word lengths in a row point to one place of the article: by chance once in some 700,000 words."""

CLAUSE_WORDS: Final = 6
"""A citation of so many words is a clause of the article rather than a name that any text may have."""

_FEWEST_SEEN: Final = 4  # bits are not given without end for a length that the article has once


@dataclass(frozen=True, eq=False)
class SentenceOutline:
    """A sentence, the citations that begin and end in it, and where it stands among all."""

    paragraph: int
    index: int
    """Its place in its paragraph."""
    word: int
    """How many words of its paragraph stand before it."""
    source: Sentence
    citations: tuple[Citation, ...]

    @cached_property
    def lengths(self) -> bytes:
        """The lengths of its words, a byte each."""
        return bytes(min(length, LONGEST) for length in self.source.word_lengths)

    @cached_property
    def clauses(self) -> tuple[Citation, ...]:
        """Its citations of so many words that they are no name, without those in which another stands."""
        spans = {citation: self.words_in(citation) for citation in self.citations}
        long = [citation for citation, (start, stop) in spans.items() if stop - start >= CLAUSE_WORDS]
        return tuple(one for one in long if not any(one != other and one.contains(other) for other in long))

    @property
    def size(self) -> int:
        """Its length in characters."""
        return self.source.end - self.source.start

    @property
    def lead(self) -> int:
        """How many marks stand before its first word."""
        return self.source.word_starts[0] - self.source.start

    @property
    def tail(self) -> int:
        """How many marks stand behind its last word."""
        return self.source.end - self.source.word_starts[-1] - self.source.word_lengths[-1]

    def words_in(self, citation: Citation) -> tuple[int, int]:
        """The first word that a citation covers and the one behind the last, counted in the sentence."""
        starts = self.source.word_starts
        inside = [number for number, start in enumerate(starts) if citation.start <= start < citation.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def measures(self, start: int, stop: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where some of its words start in the paragraph, and how long they are."""
        return self.source.word_starts[start:stop], self.source.word_lengths[start:stop]


@dataclass(frozen=True, eq=False)
class ParagraphOutline:
    """A paragraph and the outlines of its sentences."""

    source: Paragraph
    sentences: tuple[SentenceOutline, ...]
    across: tuple[Citation, ...]
    """Citations that reach from one sentence into another."""

    def at(self, offset: int) -> SentenceOutline:
        """The sentence that an offset stands in, or behind."""
        return [sentence for sentence in self.sentences if sentence.source.start <= offset][-1]


class Outline:
    """All paragraphs, page furniture and citations of a brief, ready for any number of copies."""

    def __init__(
        self,
        paragraphs: Iterable[Paragraph],
        records: Iterable[Record],
        furniture: Iterable[Furniture] = (),
        address: str = "",
        checks: Iterable[Check] = (),
    ) -> None:
        held = tuple(checks)
        self.address: Final = address
        self.checks: Final[dict[str, tuple[str, ...]]] = {}
        for check in held:
            self.checks[check.about] = (*self.checks.get(check.about, ()), check.id)
        self.partings: Final = tuple(partings(held))
        self.furniture: Final = tuple(furniture)
        self.citing: Final = _citing(records)
        self.citations: Final = tuple(sorted(self.citing))
        self.paragraphs: Final = tuple(_outlined(paragraph, self.citations) for paragraph in paragraphs)
        self.sentences: Final = tuple(sentence for part in self.paragraphs for sentence in part.sentences)
        self.by_number: Final[dict[int, ParagraphOutline]] = {part.source.number: part for part in self.paragraphs}

    @cached_property
    def bits(self) -> tuple[int, ...]:
        """How much it tells, in tenths of a bit, that a word of the copy is as long as one of the article."""
        seen = Counter(length for sentence in self.sentences for length in sentence.lengths)
        total = sum(seen.values())
        return tuple(round(10 * log2(total / max(seen[length], _FEWEST_SEEN))) for length in range(LONGEST + 1))

    @cached_property
    def seeds(self) -> dict[bytes, list[tuple[int, int]]]:
        """For each run of word lengths, the sentences that have it, with its place there."""
        found: dict[bytes, list[tuple[int, int]]] = {}
        for number, sentence in enumerate(self.sentences):
            for place in range(len(sentence.lengths) - SEED_WORDS + 1):
                found.setdefault(sentence.lengths[place : place + SEED_WORDS], []).append((number, place))
        return found


def _outlined(paragraph: Paragraph, citations: tuple[Citation, ...]) -> ParagraphOutline:
    mine = [citation for citation in citations if citation.paragraph == paragraph.number]
    before = accumulate((sentence.words for sentence in paragraph.sentences), initial=0)
    sentences = tuple(
        SentenceOutline(
            paragraph.number,
            index,
            word,
            sentence,
            tuple(part for part in mine if sentence.start <= part.start and part.end <= sentence.end),
        )
        for index, (sentence, word) in enumerate(zip(paragraph.sentences, before, strict=False))
    )
    inside = {citation for sentence in sentences for citation in sentence.citations}
    return ParagraphOutline(paragraph, sentences, tuple(citation for citation in mine if citation not in inside))


def _citing(records: Iterable[Record]) -> dict[Citation, tuple[Record, ...]]:
    """Each citation with the records that make it, anywhere in their fields, in the order of the records."""
    found: dict[Citation, dict[str, Record]] = {}
    for record in records:
        for citation in _citations_in(record):
            found.setdefault(citation, {})[record.id] = record
    return {citation: tuple(by_id.values()) for citation, by_id in found.items()}


def _citations_in(value: object) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, Entry):
        for field in type(value).model_fields:
            yield from _citations_in(getattr(value, field))
    elif isinstance(value, tuple):
        for part in cast("tuple[object, ...]", value):
            yield from _citations_in(part)
