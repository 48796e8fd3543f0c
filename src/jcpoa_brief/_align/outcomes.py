"""What became of the article's paragraphs and sentences in a text, as it is told to a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from .._model.ids import ParagraphNumber
from ..errors import UnknownValueError
from .sentences import SentenceVerdict

ParagraphVerdict: TypeAlias = Literal["exact", "typographic", "same_words", "altered", "partial", "missing"]
"""What became of a paragraph: the least of its sentences where all stand in order; ``partial`` where some stand;
``missing`` where none does. In a text that is compared it is ``altered`` where words of it were changed."""

CopyStatus: TypeAlias = Literal["complete", "partial", "none"]
"""What a copy is: ``complete`` when all sentences stand in the article's order, ``partial`` when some stand, ``none``
when nothing of the article was proved in it."""

BESIDE: Final = 60
"""Characters shown on either side of words, unless told."""


def least_exact(verdicts: Iterable[SentenceVerdict]) -> ParagraphVerdict:
    """The verdict on a paragraph whose sentences all stand: the least of theirs."""
    ranks: dict[SentenceVerdict, ParagraphVerdict] = {
        "exact": "exact",
        "typographic": "typographic",
        "same_words": "same_words",
        "missing": "missing",
    }
    order = list(ranks)
    return ranks[order[max(map(order.index, verdicts))]]


class Span(NamedTuple):
    """A stretch of the reader's text as it was passed: offsets in code points, the end not included.

    >>> from jcpoa_brief import align
    >>> align("Nothing of the kind.").paragraphs[5].span is None
    True
    """

    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""


class SentenceCopy(NamedTuple):
    """What became of a sentence in a copy.

    >>> from jcpoa_brief import align
    >>> [sentence.verdict for sentence in align("Nothing of the kind.").paragraphs[2].sentences]
    ['missing', 'missing']
    """

    verdict: SentenceVerdict
    """Whether it stands, and how exactly."""
    span: Span | None
    """Where it stands."""


class ParagraphCopy(NamedTuple):
    """What became of a paragraph in a copy.

    >>> from jcpoa_brief import align
    >>> align("Nothing of the kind.").paragraphs[2].verdict
    'missing'
    """

    number: ParagraphNumber
    """Its number, 1 to 13."""
    verdict: ParagraphVerdict
    """Whether it stands, and how exactly."""
    span: Span | None
    """From the first to the last of its sentences that stand."""
    sentences: tuple[SentenceCopy, ...]
    """Its sentences in the article's order."""


class MissingSentence(NamedTuple):
    """A sentence that is not proved in a copy: its place in the article.

    >>> from jcpoa_brief import align
    >>> align("Nothing of the kind.").missing[0].paragraph
    1
    """

    paragraph: ParagraphNumber
    """The number of its paragraph."""
    start: int
    """Offset of its first character in the paragraph's normal form."""
    end: int
    """Offset behind its last character."""


class CopySpans(NamedTuple):
    """Stretches of a reader's file as spans of the article, for ``evaluate``.

    >>> from jcpoa_brief import align
    >>> align("Nothing of the kind.").spans([(0, 7)]).outside
    ((0, 7),)
    """

    spans: tuple[tuple[int, int, int] | tuple[int, int, int, str | None], ...]
    """Paragraph, start and end, with the label that came with them."""
    outside: tuple[tuple[int, int], ...]
    """Stretches that lie outside the sentences that are proved, such as a headline."""


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


def in_context(text: str, place: Span, characters: int, marks: tuple[str, str]) -> str:
    """A stretch of a text between marks, with so many characters on either side, on one line."""
    start, end = place
    before, behind = text[max(start - characters, 0) : start], text[end : end + characters]
    return " ".join(f"{before}{marks[0]}{text[start:end]}{marks[1]}{behind}".split())
