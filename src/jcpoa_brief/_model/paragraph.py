"""The article's paragraphs: position, size, digests and gist, without their words."""

from functools import total_ordering
from typing import Self

from pydantic import Field, model_validator

from .ids import ParagraphNumber
from .record import Entry, Sha256


class Sentence(Entry, frozen=True):
    """A sentence: its place in the paragraph, and its digests.

    >>> paragraphs[3].sentences[1].start
    183
    """

    start: int = Field(ge=0)
    """Offset of its first character in the paragraph's normal form."""
    end: int = Field(gt=0)
    """Offset after its last character."""
    words: int = Field(gt=0)
    """How many words it has in words form, which counts a possessive s and each part of a hyphenated word."""
    sha256: Sha256
    """SHA-256 of its normal form."""
    folded_sha256: Sha256
    """SHA-256 of its folded form."""
    words_sha256: Sha256
    """SHA-256 of its words form."""
    letters: int = Field(gt=0)
    """How many letters and digits it has in letters form: its words form without spaces."""
    letters_sha256: Sha256
    """SHA-256 of its letters form."""


@total_ordering
class Paragraph(Entry, frozen=True):
    """A paragraph of the body, counted from the top without pull quotes and links.

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
    """How many words it has in words form, which counts a possessive s and each part of a hyphenated word."""
    sha256: Sha256
    """SHA-256 of its normal form."""
    folded_sha256: Sha256
    """SHA-256 of its folded form."""
    words_sha256: Sha256
    """SHA-256 of its words form."""
    letters: int = Field(gt=0)
    """How many letters and digits it has in letters form: its words form without spaces."""
    letters_sha256: Sha256
    """SHA-256 of its letters form."""
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
