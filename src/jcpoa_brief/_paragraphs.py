"""The article's paragraphs: their place, size and digests, and what each is about. Their words stay with the
article.
"""

from functools import total_ordering
from typing import Self

from pydantic import Field, model_validator

from ._arguments import check_whole
from ._collection import Collection
from ._ids import ParagraphNumber
from ._record import Entry, Sha256
from ._rows import Cell


class Sentence(Entry, frozen=True):
    """A sentence: where it stands in its paragraph, and its digests.

    >>> from jcpoa_brief import paragraphs
    >>> paragraphs[3].sentences[1].start
    183
    """

    start: int = Field(ge=0)
    """Offset of its first character in the paragraph's normal form."""
    end: int = Field(gt=0)
    """Offset behind its last character."""
    words: int = Field(gt=0)
    """How many words it has in words form."""
    word_starts: tuple[int, ...]
    """Where each of its words begins, as offsets in the paragraph's normal form: tokens for whoever labels words, and
    the way from a copy of other spacing back to the article."""
    word_lengths: tuple[int, ...]
    """How many characters each word has in words form."""
    sha256: Sha256
    """SHA-256 of its normal form."""
    folded_sha256: Sha256
    """SHA-256 of its folded form."""
    words_sha256: Sha256
    """SHA-256 of its words form."""

    @model_validator(mode="after")
    def _words_fit(self) -> Self:
        if not len(self.word_starts) == len(self.word_lengths) == self.words:
            raise ValueError(f"want the place and length of {self.words} words")
        if any(start < self.start or start >= self.end for start in self.word_starts):
            raise ValueError("a word must stand in its sentence")
        if list(self.word_starts) != sorted(self.word_starts) or min(self.word_lengths) < 1:
            raise ValueError("words must stand in order and have a length")
        return self


@total_ordering
class Paragraph(Entry, frozen=True):
    """A paragraph of the body, counted from the top without pull quotes and links.

    >>> from jcpoa_brief import paragraphs
    >>> paragraphs[5].number
    5
    """

    number: ParagraphNumber
    """Its number, 1 to 13."""
    gist: str
    """What it says, in a sentence of our own."""
    characters: int = Field(gt=0)
    """Its length in Unicode code points of the normal form."""
    words: int = Field(gt=0)
    """How many words it has in words form."""
    sha256: Sha256
    """SHA-256 of its normal form."""
    folded_sha256: Sha256
    """SHA-256 of its folded form."""
    words_sha256: Sha256
    """SHA-256 of its words form."""
    sentences: tuple[Sentence, ...] = Field(min_length=1)
    """Its sentences in order; together they make up the paragraph, one space between them."""

    def __str__(self) -> str:
        return f"¶{self.number}: {self.gist}"

    def __lt__(self, other: object) -> bool:
        return self.number < other.number if isinstance(other, Paragraph) else NotImplemented

    @model_validator(mode="after")
    def _sentences_fill_it(self) -> Self:
        reached = -1
        for sentence in self.sentences:
            if sentence.start != reached + 1 or sentence.end <= sentence.start:
                raise ValueError(
                    f"want a sentence that starts at {reached + 1}, not one from {sentence.start} to {sentence.end}"
                )
            reached = sentence.end
        if reached != self.characters:
            raise ValueError(f"the sentences end at {reached}, the paragraph at {self.characters}")
        return self


class Paragraphs(Collection[Paragraph]):
    """The paragraphs, by number.

    >>> from jcpoa_brief import paragraphs
    >>> len(paragraphs)
    13
    """

    __slots__ = ()
    _columns = ("number", "gist", "characters", "words")

    def __getitem__(self, number: ParagraphNumber, /) -> Paragraph:
        check_whole("number", number, "the number of a paragraph, as in paragraphs[5]")
        return self._record(number)

    def __contains__(self, item: object) -> bool:
        return not isinstance(item, bool) and super().__contains__(item)

    def get(self, key: str | int, /) -> Paragraph | None:
        """The paragraph with this number, which may be any number, or text such as a person types or a citation
        prints, ``5`` or ``¶5``; else None.

        >>> from jcpoa_brief import paragraphs
        >>> paragraphs.get("¶5") == paragraphs.get("5") == paragraphs.get(5) == paragraphs[5], paragraphs.get(14)
        (True, None)
        """
        if not isinstance(key, str):
            check_whole("key", key, "the number of a paragraph, as 5 or '5'")
            return next((paragraph for paragraph in self if paragraph.number == key), None)
        typed = key.strip().removeprefix("¶").strip()
        return next((paragraph for paragraph in self if str(paragraph.number) == typed), None)

    def rows(self) -> list[dict[str, Cell]]:
        """As for every collection, but of its sentences only the places: what ``Citation.parse`` reads.

        >>> from jcpoa_brief import paragraphs
        >>> paragraphs.rows()[4]["sentences"].partition(";")[0] == f"5:0-{paragraphs[5].sentences[0].end}"
        True
        """
        return [{**row, "sentences": _places(part)} for part, row in zip(self, super().rows(), strict=True)]

    @property
    def numbers(self) -> tuple[ParagraphNumber, ...]:
        """The numbers, in order."""
        return tuple(paragraph.number for paragraph in self)


def _places(paragraph: Paragraph) -> str:
    """Where its sentences stand."""
    return "; ".join(f"{paragraph.number}:{sentence.start}-{sentence.end}" for sentence in paragraph.sentences)
