"""What became of the article's paragraphs and sentences in a copy, as it is told to a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from .._model.ids import ParagraphNumber
from .._model.record import Citation
from ..errors import UnknownValueError
from .beyond import Beyond
from .compare import CopyVerdict, FoundParagraph, FoundSentence


class Span(NamedTuple):
    """A stretch of the reader's text as it was passed: offsets in code points, the end not included.

    >>> from jcpoa_brief import align, quotes
    >>> quote = quotes["not-the-time-quote"]
    >>> alignment = align(f"He said: {quote.text}.")
    >>> alignment.find(quote.citations[0])
    Span(start=9, end=188)
    """

    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""


class SentenceCopy(NamedTuple):
    """What became of a sentence.

    >>> from jcpoa_brief import align, quotes
    >>> quote = quotes["not-the-time-quote"]
    >>> alignment = align(f"He said: {quote.text}.")
    >>> [sentence.verdict for sentence in alignment.paragraphs[2].sentences]
    ['partial', 'missing']
    """

    verdict: CopyVerdict
    """Whether it stands, was altered, is there in part or is missing."""
    span: Span | None
    """Where it stands; an altered or partial one, from the first to the last of its words that are there."""


class ParagraphCopy(NamedTuple):
    """What became of a paragraph.

    >>> from jcpoa_brief import align, quotes
    >>> quote = quotes["not-the-time-quote"]
    >>> alignment = align(f"He said: {quote.text}.")
    >>> alignment.paragraphs[2].number, alignment.paragraphs[2].verdict
    (2, 'partial')
    """

    number: ParagraphNumber
    """Its number, 1 to 13."""
    verdict: CopyVerdict
    """Whether it stands, was altered, is there in part or is missing."""
    span: Span | None
    """From the first to the last of its words that are there."""
    sentences: tuple[SentenceCopy, ...]
    """Its sentences in the article's order."""


class Unproven(NamedTuple):
    """A stretch of the copy that may be the article's, or stand in the place of its words; no digest proves it.

    >>> from jcpoa_brief import align, quotes
    >>> quote = quotes["not-the-time-quote"]
    >>> alignment = align(f"He said: {quote.text} and left.")
    >>> alignment.verdict, [stretch.words for stretch in alignment.unproven]
    ('unproven', ['and left'])
    """

    paragraph: ParagraphNumber
    """The paragraph that it stands next to words of."""
    sentence: int
    """The sentence of that paragraph, counted from 1."""
    start: int
    """Where the stretch starts in the copy."""
    end: int
    """Where it ends."""
    words: str
    """The copy's words there, on one line."""


class ParagraphCopies(Mapping[ParagraphNumber, ParagraphCopy]):
    """What became of each paragraph, by number.

    >>> from jcpoa_brief import align
    >>> {part.verdict for part in align("Nothing of the kind.").paragraphs.values()}
    {'missing'}
    """

    def __init__(self, paragraphs: Mapping[ParagraphNumber, ParagraphCopy]) -> None:
        self._paragraphs: Final = dict(paragraphs)

    def __getitem__(self, number: ParagraphNumber, /) -> ParagraphCopy:
        if number not in self._paragraphs:
            raise UnknownValueError("paragraph", number, tuple(map(str, self._paragraphs)))
        return self._paragraphs[number]

    def __contains__(self, number: object, /) -> bool:
        return number in self._paragraphs

    def __iter__(self) -> Iterator[ParagraphNumber]:
        return iter(self._paragraphs)

    def __len__(self) -> int:
        return len(self._paragraphs)

    def __repr__(self) -> str:
        return f"<{', '.join(f'¶{number} {part.verdict}' for number, part in self._paragraphs.items())}>"


def paragraph_copy(part: FoundParagraph, outer: Callable[[int, int], tuple[int, int]]) -> ParagraphCopy:
    """What became of a paragraph, with its places in the copy; ``outer`` turns a place as it was read into one in the
    text as it was passed.
    """
    places = [Span(*outer(*one.span)) if one.span else None for one in part.sentences]
    sentences = tuple(SentenceCopy(one.verdict, place) for one, place in zip(part.sentences, places, strict=True))
    spans = [one.span for one in sentences if one.span]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None
    return ParagraphCopy(part.outline.source.number, part.verdict, whole, sentences)


def unproven_in(part: FoundParagraph, beyond: Iterable[Beyond]) -> Iterator[Unproven]:
    """What no digest proves beside the words of a paragraph, with its places in the copy as it was read."""
    words, text = part.copy.words, part.copy.text
    for one in part.sentences:
        place = one.outline.paragraph, one.outline.index
        beside = [other.words for other in beyond if (other.paragraph, other.sentence) == place]
        for first, stop in sorted([*((one.changed and one.changed.open) or ()), *beside]):
            start, end = words.starts[first], words.ends[stop - 1]
            said = " ".join(text[start:end].split())
            yield Unproven(part.outline.source.number, one.outline.index + 1, start, end, said)


def lost_in(part: FoundParagraph) -> set[Citation]:
    """The citations of a paragraph in sentences that an edit changed, or took from between others; the edit may have
    left their words.
    """
    touched = _touched(part)
    lost = {citation for one in touched for citation in one.outline.citations}
    if part.verdict != "missing":
        lost |= {citation for citation in part.outline.across if any(_meets(citation, one) for one in touched)}
    return lost


def _touched(part: FoundParagraph) -> list[FoundSentence]:
    """The sentences of a paragraph that an edit changed, or took from between others."""
    there = [number for number, one in enumerate(part.sentences) if one.words is not None]
    return [
        one
        for number, one in enumerate(part.sentences)
        if one.verdict == "altered" or (one.verdict == "missing" and there and there[0] < number < there[-1])
    ]


def _meets(citation: Citation, one: FoundSentence) -> bool:
    return citation.start < one.outline.source.end and one.outline.source.start < citation.end
