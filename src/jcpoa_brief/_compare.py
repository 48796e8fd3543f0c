"""What became of each paragraph and sentence in a copy: the verdicts, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from ._furniture import set_aside
from ._interrupted import is_block
from ._locate import SAME_WORDS, Copy, Place, standing, window
from ._outline import Outline, ParagraphOutline, SentenceOutline
from ._relocate import Changed, Ground, Region, changed, seeded, without_rivals
from ._site import Site, all_places, site
from ._tokens import Stretch

CopyVerdict: TypeAlias = Literal["exact", "typographic", "same_words", "altered", "partial", "missing"]
"""What became of a paragraph or sentence in a copy: it stands ``exact``, or ``typographic`` (equal when quotation marks
and dashes are made plain), or its ``same_words`` stand with other marks or capitals; it is ``altered``, found, but its
words differ; a paragraph may be ``partial``, some of its sentences standing and the others not there; or it is
``missing``."""

CopyOutcome: TypeAlias = Literal["complete", "excerpt", "altered", "another_text"]
"""What a copy is as a whole: ``complete``, an ``excerpt`` in which all that is there stands, ``altered``, or
``another_text``."""

RANKS: Final[tuple[CopyVerdict, ...]] = ("exact", "typographic", "same_words")
_ROOM: Final = 40  # words between two standing sentences, beyond three times what is missing there, that are looked at


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
        return "missing" if self.changed is None else "altered"

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
        moved = _all_changed(copy, outline, sites, bytes(taken))
    return tuple(_judged(copy, part, one, moved, body) for part, one in zip(outline.paragraphs, sites, strict=True))


def _all_changed(copy: Copy, outline: Outline, sites: list[Site], lengths: bytes) -> dict[SentenceOutline, Changed]:
    """The sentences that do not stand but were found all the same."""
    open_: dict[int, SentenceOutline] = {}
    places: dict[SentenceOutline, Region] = {}
    numbers = iter(range(len(outline.sentences)))
    for part, one in zip(outline.paragraphs, sites, strict=True):
        for sentence, place in zip(part.sentences, one.sentences, strict=True):
            number = next(numbers)
            if place is None:
                open_[number] = sentence
            else:
                places[sentence] = place.word, place.word + len(sentence.lengths)
    found: dict[SentenceOutline, Changed] = {}
    ground = Ground(copy, lengths, outline.bits)
    regions = seeded(outline, lengths, set(open_))
    for again in (False, True):
        for number, sentence in open_.items():
            if sentence in found:
                continue
            beside, sure = _beside(outline, number, places)
            space = 0 if sure else sum(stop - start for start, stop in beside)
            here = changed(ground, sentence, beside, space)
            if not again and (here is None or not sure):
                there = changed(ground, sentence, regions[number], len(copy.words))
                here = max(filter(None, (here, there)), key=lambda one: one.score, default=None)
            if here is not None:
                found[sentence] = here
        places.update({sentence: (one.first, one.stop) for sentence, one in found.items()})
    return without_rivals(found)


def _beside(outline: Outline, number: int, places: dict[SentenceOutline, Region]) -> tuple[list[Region], bool]:
    """Where a sentence would stand for the sentences around it that were found, and whether it can only stand there."""
    sentence = outline.sentences[number]
    before = next((other for other in reversed(outline.sentences[:number]) if other in places), None)
    behind = next((other for other in outline.sentences[number + 1 :] if other in places), None)
    room = 2 * len(sentence.lengths) + _ROOM
    if before and behind:
        start, stop = places[before][1], places[behind][0]
        between = outline.sentences[outline.sentences.index(before) + 1 : outline.sentences.index(behind)]
        if 0 <= stop - start <= 3 * sum(len(other.lengths) for other in between) + _ROOM:
            size = len(sentence.lengths)
            alone = len(between) == 1 and size <= 2 * (stop - start) <= 4 * size
            return [(start, stop)], alone or before.paragraph == behind.paragraph
    regions = [(places[before][1], places[before][1] + room)] if before else []
    return regions + ([(places[behind][0] - room, places[behind][0])] if behind else []), False


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
    if any(sentence.verdict == "altered" for sentence, _ in there):
        return "altered"
    apart = False
    for first, second in pairwise(there):
        relation = _relation(copy, part, first, second, body)
        if relation == "altered":
            return "altered"
        apart = apart or relation == "apart"
    if apart or len(there) < len(sentences):
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
    if any(body[stop:start]) and not is_block(between):
        return "altered"
    following = other.outline.index == one.outline.index + 1
    return "altered" if following and start == stop and _joined(copy, one, other, start) else "next"


def _joined(copy: Copy, first: FoundSentence, second: FoundSentence, word: int) -> bool:
    """Whether something is joined to the words where two sentences meet, such as a footnote's number."""
    lengths = copy.words.lengths
    return lengths[word - 1] != first.outline.lengths[-1] or lengths[word] != second.outline.lengths[0]
