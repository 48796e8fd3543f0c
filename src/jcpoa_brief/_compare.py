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
from ._relocate import Changed, Region, changed, seeded
from ._site import Site, all_places, site
from ._tokens import Stretch, stretch

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
        """Where one of its words stands in the copy, if it stands."""
        if self.place:
            return self.place.word + number
        return self.changed.pairs[number] if self.changed and self.rank is not None else None

    @cached_property
    def stretch(self) -> Stretch | None:
        """Its normal form with the way back, if it stands exactly or typographically."""
        if self.place is None or self.place.rank == SAME_WORDS:
            return None
        return standing(self.copy, self.outline, self.place.word)

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
        if self.rank is None or self.rank == SAME_WORDS or self.sentences[0].words is None:
            return None
        word, size = self.sentences[0].words[0], self.outline.source.characters
        last = self.outline.sentences[-1]
        found = window(self.copy, self.outline.sentences[0], last, word, word + self.outline.source.words)
        assert found is not None, "it was measured through this window"
        whole = stretch(self.copy.text, found.start, found.end)
        return Stretch(whole.normal, whole.starts[:size], whole.ends[:size])


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
    return tuple(
        _judged(copy, part, one, moved, bytes(body)) for part, one in zip(outline.paragraphs, sites, strict=True)
    )


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
    regions = seeded(copy, outline, lengths, set(open_))
    for again in (False, True):
        for number, sentence in open_.items():
            if sentence in found:
                continue
            beside, sure = _beside(outline.by_number[sentence.paragraph], sentence, places)
            space = 0 if sure else sum(stop - start for start, stop in beside)
            here = changed(copy, sentence, lengths, beside, outline.bits, space)
            if not again and (here is None or not sure):
                there = changed(copy, sentence, lengths, regions[number], outline.bits, len(copy.words))
                here = max(filter(None, (here, there)), key=lambda one: one.score, default=None)
            if here is not None:
                found[sentence] = here
        places.update({sentence: (one.first, one.stop) for sentence, one in found.items()})
    return found


def _beside(
    part: ParagraphOutline, sentence: SentenceOutline, places: dict[SentenceOutline, Region]
) -> tuple[list[Region], bool]:
    """Where a sentence would stand for the sentences of its paragraph that were found, and whether it can only stand
    there.
    """
    before = [other for other in part.sentences[: sentence.index] if other in places]
    behind = [other for other in part.sentences[sentence.index + 1 :] if other in places]
    size = len(sentence.lengths)
    room = 2 * size + _ROOM
    if before and behind:
        start, stop = places[before[-1]][1], places[behind[0]][0]
        missing = behind[0].word - before[-1].word - len(before[-1].lengths)
        if 0 <= stop - start <= 3 * missing + _ROOM:
            return [(start, stop)], True
    regions = [(places[other][1], places[other][1] + room) for other in before[-1:]]
    return regions + [(places[other][0] - room, places[other][0]) for other in behind[:1]], False


def _judged(
    copy: Copy, part: ParagraphOutline, one: Site, moved: dict[SentenceOutline, Changed], body: bytes
) -> FoundParagraph:
    sentences = tuple(
        FoundSentence(copy, sentence, place, moved.get(sentence))
        for sentence, place in zip(part.sentences, one.sentences, strict=True)
    )
    verdict = RANKS[one.rank] if one.rank is not None else _verdict(copy, part, sentences, body)
    return FoundParagraph(copy, part, one.rank, sentences, verdict)


def _verdict(
    copy: Copy, part: ParagraphOutline, sentences: tuple[FoundSentence, ...], body: bytes
) -> CopyVerdict:
    """The verdict on a paragraph that does not stand as a whole."""
    there = [sentence for sentence in sentences if sentence.words is not None]
    if not there:
        return "missing"
    if any(sentence.verdict == "altered" for sentence in there):
        return "altered"
    apart = False
    for first, second in pairwise(there):
        relation = _relation(copy, part, first, second, body)
        if relation == "altered":
            return "altered"
        apart = apart or relation == "apart"
    if apart or len(there) < len(sentences):
        return "partial"
    return RANKS[max(sentence.rank or 0 for sentence in there)]


def _relation(
    copy: Copy, part: ParagraphOutline, first: FoundSentence, second: FoundSentence, body: bytes
) -> Literal["next", "apart", "altered"]:
    """How one standing sentence of a paragraph stands to the next that is there. ``body`` has the lengths of the copy's
    words, 0 for those of page furniture.
    """
    assert first.words, "it stands"
    assert second.words, "it stands"
    stop, start = first.words[1], second.words[0]
    if start < stop:
        near = first.words[0] - second.words[1] <= part.source.words
        return "altered" if near else "apart"
    if start - stop > part.source.words:
        return "apart"
    between = copy.text[copy.words.ends[stop - 1] : copy.words.starts[start]]
    if any(body[stop:start]) and not is_block(between):
        return "altered"
    following = second.outline.index == first.outline.index + 1
    return "altered" if following and start == stop and _joined(copy, first, second, start) else "next"


def _joined(copy: Copy, first: FoundSentence, second: FoundSentence, word: int) -> bool:
    """Whether something is joined to the words where two sentences meet, such as a footnote's number."""
    lengths = copy.words.lengths
    return lengths[word - 1] != first.outline.lengths[-1] or lengths[word] != second.outline.lengths[0]
