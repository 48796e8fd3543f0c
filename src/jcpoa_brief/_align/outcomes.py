"""What an alignment and a comparison give: verdicts on paragraphs and passages, and where citations stand in a text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple, TypeAlias
from urllib.parse import quote

from .._argument_checks import check_number, check_type, check_whole
from .._model.check import Check
from .._model.ids import ParagraphNumber
from .._model.record import Citation
from .._public_class import public
from ..errors import CitationNotFoundError, WrongTypeError
from .article_digests import Outline
from .differences import ChangeKind
from .proof import SentenceVerdict

ParagraphVerdict: TypeAlias = Literal["exact", "typographic", "same_words", "altered", "partial", "missing"]
"""What became of a paragraph: the least of its sentences where all stand in order; ``partial`` where some stand;
``missing`` where none does. In a text that is compared it is ``altered`` where words of it were changed."""

CopyStatus: TypeAlias = Literal["complete", "partial", "none"]
"""What a copy is: ``complete`` when all sentences stand in the article's order, ``partial`` when some stand, ``none``
when nothing of the article was proved in it."""

Exactness: TypeAlias = Literal["exact", "typographic", "same_words"]
EXACTNESS: Final[tuple[Exactness, ...]] = ("exact", "typographic", "same_words")
"""How exactly words stand, the most exact first."""

CONTEXT_CHARACTERS: Final = 60
"""How many characters are shown on either side of words, by default."""


@public
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


@public
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


@public
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

    @classmethod
    def of(
        cls, number: ParagraphNumber, sentences: Iterable[SentenceCopy], *, altered: bool = False, touched: bool = False
    ) -> ParagraphCopy:
        """A paragraph by its sentences, whether words of it were changed, and whether any of them stand at all."""
        row = tuple(sentences)
        spans = [one.span for one in row if one.span]
        whole = Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None
        verdict: ParagraphVerdict
        if altered:
            verdict = "altered"
        elif len(spans) == len(row) and spans == sorted(spans):
            # named with its type, because pyright would widen the words to str
            standing: list[ParagraphVerdict] = [one.verdict for one in row if one.verdict != "missing"]
            verdict = max(standing, key=EXACTNESS.index)
        else:
            verdict = "partial" if spans or touched else "missing"
        return cls(number, verdict, whole, row)


@public
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


@public
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


@public
class ParagraphCopies(Mapping[ParagraphNumber, ParagraphCopy]):
    """What stands of each paragraph in a text, by its number.

    >>> from jcpoa_brief import align
    >>> {part.verdict for part in align("Nothing of the kind.").paragraphs.values()}
    {'missing'}
    """

    def __init__(self, paragraphs: Mapping[ParagraphNumber, ParagraphCopy]) -> None:
        self._paragraphs: Final = dict(paragraphs)

    def __getitem__(self, number: ParagraphNumber, /) -> ParagraphCopy:
        check_number("paragraph", number, tuple(self._paragraphs))
        return self._paragraphs[number]

    def __contains__(self, number: object, /) -> bool:
        return number in self._paragraphs

    def __iter__(self) -> Iterator[ParagraphNumber]:
        return iter(self._paragraphs)

    def __len__(self) -> int:
        return len(self._paragraphs)

    def __repr__(self) -> str:
        return f"<{', '.join(f'¶{number} {part.verdict}' for number, part in self._paragraphs.items())}>"


# -- of a comparison --

PassageVerdict: TypeAlias = Literal["exact", "typographic", "same_words", "altered"]
"""How a passage stands to the article: ``exact``, ``typographic`` (other quotation marks or dashes), ``same_words``
(other marks or capitals), or ``altered``."""

ComparisonVerdict: TypeAlias = Literal["verbatim", "altered", "none"]
"""How a text stands to the article: every passage stands, one is altered, or there is none."""


@public
class ArticlePlace(NamedTuple):
    """A stretch of a paragraph of the article, in its normal form.

    >>> from jcpoa_brief import compare, quotes
    >>> compare(quotes["not-the-time-quote"].text).passages[0].article
    (ArticlePlace(paragraph=2, start=1, end=180),)
    """

    paragraph: ParagraphNumber
    """The number of the paragraph."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""


@public
@dataclass(frozen=True)
class Change:
    """Words of a text that are other than the article's.

    >>> from jcpoa_brief import compare, quotes
    >>> said = quotes["not-the-time-quote"].text.replace("informal", "formal")
    >>> change = compare(f"He said: “{said}.”").changes[0]
    >>> change.kind, change.words, change.article_words
    ('replaced', 'formal', 'informal')
    """

    kind: ChangeKind
    """Whether the text has other words, has left words out, or has put words in."""
    span: Span
    """Where the text's words stand; without length where it has none."""
    words: str
    """The text's words, on one line."""
    article: ArticlePlace | None
    """Where the article's words stand; none where it has none."""
    article_words: str
    """The article's words, as the copy has them."""
    context: str
    """The text's words between square brackets, with what stands around them."""


@public
@dataclass(frozen=True)
class Passage:
    """A part of a text that repeats the article.

    >>> from jcpoa_brief import compare, quotes
    >>> passage = compare(f"He said: “{quotes['not-the-time-quote'].text}.”").passages[0]
    >>> passage.verdict, passage.paragraphs
    ('exact', (2,))
    """

    verdict: PassageVerdict
    """How it stands to the article."""
    span: Span
    """Where it stands in the text."""
    words: str
    """Its words as the text has them, on one line."""
    article: tuple[ArticlePlace, ...]
    """Where it stands in the article, one place for each paragraph; none for a block outside the body."""
    changes: tuple[Change, ...]
    """What is other in it, in the order of the text."""
    set_aside: tuple[str, ...]
    """Words inside it that are no words of it: note marks, numbers, page headers."""

    @property
    def paragraphs(self) -> tuple[ParagraphNumber, ...]:
        """The numbers of the paragraphs that it repeats."""
        return tuple(place.paragraph for place in self.article)


class CitedText(ABC):
    """A text and the citations of the brief whose words stand in it: what an alignment and a comparison share."""

    def __init__(self, text: str, outline: Outline) -> None:
        self.text: Final = text
        """The text as it was passed, or read from its file."""
        self._outline: Final = outline

    @cached_property
    @abstractmethod
    def paragraphs(self) -> ParagraphCopies:
        """What became of each paragraph and its sentences, by the paragraph's number."""

    def _paragraph_copies(
        self,
        standing: Mapping[tuple[ParagraphNumber, int], SentenceCopy],
        altered: Container[int] = (),
        touched: Container[int] = (),
    ) -> ParagraphCopies:
        """What became of each paragraph, by its sentences that stand, each with its number in the paragraph."""
        found: dict[ParagraphNumber, ParagraphCopy] = {}
        for part in self._outline.paragraphs:
            number, orders = part.number, range(len(part.sentences))
            row = [standing.get((number, order), SentenceCopy("missing", None)) for order in orders]
            found[number] = ParagraphCopy.of(number, row, altered=number in altered, touched=number in touched)
        return ParagraphCopies(found)

    @abstractmethod
    def _place(self, citation: Citation) -> Span | None:
        """Where the words of a citation stand."""

    @abstractmethod
    def _with_surroundings(self, citation: Citation) -> tuple[str, str, str]:
        """The words of a citation that stands, with what is before and behind them in their sentences."""

    @cached_property
    def discrepancies(self) -> tuple[Check, ...]:
        """The checks with another verdict than ``agrees`` whose words stand in the text, the most serious first.
        They are more than those that differ: ``unverified`` says that no source shows it or contradicts it.

        >>> from jcpoa_brief import align
        >>> align("Nothing of the kind.").discrepancies
        ()
        """
        return tuple(check for check in self._outline.differing if all(map(self.find, check.citations)))

    def find(self, citation: Citation) -> Span | None:
        """Where the words of a citation stand in the text, or None. Layout between them lies inside.

        >>> from jcpoa_brief import compare, quotes
        >>> quote = quotes["not-the-time-quote"]
        >>> compare(f"He said: “{quote.text}.”").find(quote.citations[0])
        Span(start=10, end=189)
        """
        want = "a Citation, such as record.citations[0] or Citation.parse('5:0-26')"
        check_type("citation", citation, Citation, want)
        return self._place(citation)

    def words(self, citation: Citation) -> str:
        """The words of a citation, as the text has them. Raises CitationNotFoundError."""
        return self.text[slice(*self._required(citation))]

    def context(
        self, citation: Citation, characters: int = CONTEXT_CHARACTERS, marks: tuple[str, str] = ("[", "]")
    ) -> str:
        """The words of a citation between two marks, with the characters of the text on either side, on one line.

        Raises CitationNotFoundError, and WrongTypeError for less than 0 characters or for marks that are not two texts.
        """
        wanted = "how many characters to show on either side, 0 or more"
        check_whole("characters", characters, wanted)
        if characters < 0:
            raise WrongTypeError("characters", characters, wanted)
        check_type("marks", marks, tuple, two := "two texts, such as ('[', ']')")
        if list(map(type, marks)) != [str, str]:
            raise WrongTypeError("marks", marks, two)
        return in_context(self.text, self._required(citation), characters, marks)

    def link(self, citation: Citation) -> str:
        """The article's address with a text fragment, by which a browser jumps to the words of a citation. The words
        are the copy's own, with those around them in their sentence. Raises CitationNotFoundError.
        """
        self._required(citation)
        return self._outline.address + text_fragment(*self._with_surroundings(citation))

    def _required(self, citation: Citation) -> Span:
        place = self.find(citation)
        if place is None:
            verdict = self.paragraphs[citation.paragraph].verdict
            raise CitationNotFoundError(citation.locator, citation.paragraph, verdict, self._reason_not_found(citation))
        return place

    def _reason_not_found(self, citation: Citation) -> str:  # noqa: ARG002  # an alignment tells by it
        """Why the words of a citation are not found, where more than its paragraph's verdict is known."""
        return ""


def in_context(text: str, place: Span, characters: int, marks: tuple[str, str]) -> str:
    """A stretch of a text between marks, with so many characters on either side, on one line."""
    start, end = place
    before, behind = text[max(start - characters, 0) : start], text[end : end + characters]
    return " ".join(f"{before}{marks[0]}{text[start:end]}{marks[1]}{behind}".split())


# -- text fragments --
# Addresses that make a browser jump to words of a page: text fragments, as the WICG's draft *Scroll to Text Fragment*
# (URL Fragment Text Directives) has them.
#
# ``#:~:text=[prefix-,]start[,end][,-suffix]``: the words themselves, or their beginning and end; the words before and
# behind, to tell places with the same words apart. Hyphens, commas and ampersands mean something in the directive, and
# are encoded.

WHOLE: Final = 60
"""Characters of a stretch that is given whole; of a longer one, its first and last words."""

_EDGE_WORDS: Final = 4
_CONTEXT_WORDS: Final = 3


def text_fragment(words: str, before: str = "", behind: str = "") -> str:
    """The fragment for some words, with those directly before and behind them in their paragraph.

    >>> text_fragment("the US-EU bloc", "between ")
    '#:~:text=between-,the%20US%2DEU%20bloc'
    """
    inside = words.split()
    directive = encoded(" ".join(inside))
    if len(directive) > WHOLE and len(inside) > 2 * _EDGE_WORDS:
        head, tail = " ".join(inside[:_EDGE_WORDS]), " ".join(inside[-_EDGE_WORDS:])
        directive = f"{encoded(head)},{encoded(tail)}"
    prefix = " ".join(before.split()[-_CONTEXT_WORDS:])
    suffix = " ".join(behind.split()[:_CONTEXT_WORDS])
    parts = [f"{encoded(prefix)}-" if prefix else "", directive, f"-{encoded(suffix)}" if suffix else ""]
    return "#:~:text=" + ",".join(filter(None, parts))


def encoded(text: str) -> str:
    """Percent-encoded UTF-8, hyphens too. Half of a surrogate pair, which UTF-8 has not, is replaced."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return quote(whole, safe="").replace("-", "%2D")
