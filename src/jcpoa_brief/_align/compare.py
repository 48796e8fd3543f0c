"""What became of each paragraph and sentence in a copy: the verdicts, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from .furniture import set_aside
from .inexact import inexact
from .interrupted import is_block
from .locate import SAME_WORDS, Copy, Place, standing, window
from .marks import is_between_quotations
from .outline import Outline, ParagraphOutline, SentenceOutline
from .relocate import Changed
from .seeds import Region
from .site import Site, all_places, site
from .tokens import Stretch

CopyVerdict: TypeAlias = Literal["exact", "typographic", "same_words", "altered", "unproven", "partial", "missing"]
"""What became of a paragraph or sentence in a copy: it stands ``exact``, or ``typographic`` (equal when quotation marks
and dashes are made plain), or its ``same_words`` stand with other marks or capitals; it is ``altered``, found, but its
words differ; it is ``partial``, when some of its sentences or words stand, each of them proved, and the others are not
there; ``unproven``, when besides these there are words that no digest proves or disproves; or it is ``missing``."""

CopyOutcome: TypeAlias = Literal["complete", "excerpt", "unproven", "altered", "another_text"]
"""What a copy is as a whole: ``complete``, an ``excerpt`` in which all that is there stands, ``unproven`` when some
words of it cannot be checked and none is known to be changed, ``altered``, or ``another_text``."""

RANKS: Final[tuple[CopyVerdict, ...]] = ("exact", "typographic", "same_words")


@dataclass(frozen=True, eq=False)
class FoundSentence:
    """A sentence in a copy: where it stands word for word, or how it was changed, or neither."""

    copy: Copy
    outline: SentenceOutline
    place: Place | None
    changed: Changed | None

    @property
    def verdict(self) -> CopyVerdict:
        """What became of it."""
        if self.rank is not None:
            return RANKS[self.rank]
        if self.changed is None:
            return "missing"
        if self.changed.open is None:
            return "altered"
        return "unproven" if self.changed.open else "partial"

    @property
    def rank(self) -> int | None:
        """How well it stands, if it does."""
        return self.place.rank if self.place else self.changed.rank if self.changed else None

    @property
    def words(self) -> Region | None:
        """Its first word in the copy, and the one behind its last."""
        if self.place:
            return self.place.word, self.place.word + len(self.outline.lengths)
        return (self.changed.first, self.changed.stop) if self.changed else None

    def word_at(self, number: int) -> int | None:
        """Where one of its words stands in the copy, or seems to stand, if it was altered."""
        if self.place:
            return self.place.word + number
        return self.changed.pairs.get(number) if self.changed else None

    @cached_property
    def stretch(self) -> Stretch | None:
        """Its normal form with the way back, if it stands exactly or typographically."""
        if self.place is None:
            return None
        stop = self.place.word + len(self.outline.lengths)
        found = window(self.copy, self.outline, self.outline, self.place.word, stop)
        if found is None or self.rank == SAME_WORDS:
            return None
        return standing(self.copy, found, self.outline.size)

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """Where it stands in the copy's text, with the marks that belong to it."""
        if self.stretch:
            return self.stretch.starts[0], self.stretch.ends[-1]
        if self.words is None:
            return None
        words = self.copy.words
        return words.starts[self.words[0]], words.ends[self.words[1] - 1]


@dataclass(frozen=True, eq=False)
class FoundParagraph:
    """A paragraph in a copy."""

    copy: Copy
    outline: ParagraphOutline
    rank: int | None
    """How it stands as a whole, its sentences following each other; none if it does not."""
    sentences: tuple[FoundSentence, ...]
    verdict: CopyVerdict

    @cached_property
    def stretch(self) -> Stretch | None:
        """Its normal form with the way back, if it stands as a whole, exactly or typographically."""
        first, last = self.sentences[0], self.sentences[-1]
        if first.place is None or last.place is None:
            return None
        stop = last.place.word + len(last.outline.lengths)
        found = window(self.copy, first.outline, last.outline, first.place.word, stop)
        if found is None or self.rank is None or self.rank == SAME_WORDS:
            return None
        return standing(self.copy, found, self.outline.source.characters)


def compare(copy: Copy, outline: Outline) -> tuple[FoundParagraph, ...]:
    """Every paragraph, with what became of it."""
    places = [all_places(copy, part) for part in outline.paragraphs]
    sites = [site(copy, part, found) for part, found in zip(outline.paragraphs, places, strict=True)]
    taken = bytearray(copy.words.lengths)
    for part, several in zip(outline.paragraphs, places, strict=True):
        for sentence, found in zip(part.sentences, several, strict=True):
            for place in found:
                taken[place.word : place.word + len(sentence.lengths)] = bytes(len(sentence.lengths))
    body = bytearray(copy.words.lengths)
    moved: dict[SentenceOutline, Changed] = {}
    if any(place is None for one in sites for place in one.sentences):
        for start, stop in set_aside(copy, outline, taken):
            taken[start:stop] = body[start:stop] = bytes(stop - start)
        moved = inexact(copy, outline, sites, bytes(taken))
    return tuple(_judged(copy, part, one, moved, body) for part, one in zip(outline.paragraphs, sites, strict=True))


def _judged(
    copy: Copy, part: ParagraphOutline, one: Site, moved: dict[SentenceOutline, Changed], body: bytearray
) -> FoundParagraph:
    sentences = tuple(
        FoundSentence(copy, sentence, place, moved.get(sentence))
        for sentence, place in zip(part.sentences, one.sentences, strict=True)
    )
    verdict = RANKS[one.rank] if one.rank is not None else _verdict(copy, part, sentences, body)
    return FoundParagraph(copy, part, one.rank, sentences, verdict)


def _verdict(copy: Copy, part: ParagraphOutline, sentences: tuple[FoundSentence, ...], body: bytearray) -> CopyVerdict:
    """The verdict on a paragraph that does not stand as a whole."""
    there = [(sentence, sentence.words) for sentence in sentences if sentence.words is not None]
    if not there:
        return "missing"
    verdicts = {sentence.verdict for sentence in sentences}
    if "altered" in verdicts:
        return "altered"
    apart = False
    for first, second in pairwise(there):
        if first[0].rank is None or second[0].rank is None:
            continue
        relation = _relation(copy, part, first, second, body)
        if relation == "altered":
            return "altered"
        apart = apart or relation == "apart"
    if "unproven" in verdicts:
        return "unproven"
    if apart or verdicts & {"partial", "missing"}:
        return "partial"
    return RANKS[max(sentence.rank or 0 for sentence, _ in there)]


def _relation(
    copy: Copy,
    part: ParagraphOutline,
    first: tuple[FoundSentence, Region],
    second: tuple[FoundSentence, Region],
    body: bytearray,
) -> Literal["next", "apart", "altered"]:
    """How one standing sentence of a paragraph stands to the next that is there. ``body`` has the lengths of the copy's
    words, 0 for those of page furniture.
    """
    (one, (begin, stop)), (other, (start, end)) = first, second
    if start < stop:
        near = begin - end <= part.source.words
        return "altered" if near else "apart"
    if start - stop > part.source.words:
        return "apart"
    between = copy.text[copy.words.ends[stop - 1] : copy.words.starts[start]]
    if is_between_quotations(copy, stop, start):
        return "apart"
    if any(body[stop:start]) and not is_block(between):
        return "altered"
    following = other.outline.index == one.outline.index + 1
    return "altered" if following and start == stop and _joined(copy, one, other, start) else "next"


def _joined(copy: Copy, first: FoundSentence, second: FoundSentence, word: int) -> bool:
    """Whether something is joined to the words where two sentences meet, such as a footnote's number."""
    lengths = copy.words.lengths
    return lengths[word - 1] != first.outline.lengths[-1] or lengths[word] != second.outline.lengths[0]
