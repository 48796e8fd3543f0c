"""The article: what is known of it, and what is not."""

from datetime import date
from typing import Literal, Self, TypeAlias

from pydantic import Field, model_validator

from .dates import read_edtf
from .ids import ParagraphNumber, SourceId
from .record import Entry, Sha256

FurnitureKind: TypeAlias = Literal["pull_quote", "related_title"]
"""A ``pull_quote`` repeats words of the body in large type; a ``related_title`` is the title of another article."""

Family: TypeAlias = Literal["actors", "events", "quotes", "glossary", "figures", "claims"]
"""The families that two annotation passes made independently."""


class Furniture(Entry, frozen=True):
    """A pull quote or the title of a related article, between the paragraphs. It is not part of the body. Typographers
    call such elements page furniture.

    >>> article.furniture[0].kind
    'pull_quote'
    """

    kind: FurnitureKind
    """Which of the two it is."""
    after_paragraph: ParagraphNumber
    """The paragraph that it follows on the page."""
    repeats: ParagraphNumber | None = None
    """For a pull quote, the paragraph whose words it repeats, sometimes shortened."""
    title: str | None = None
    """For a related article, its title as printed."""
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


class FamilyAgreement(Entry, frozen=True):
    """How far two independent annotation passes agreed on one family, before the differences were decided.

    Two records match when their citations share words; each record has at most one match. ``f1`` is the harmonic mean
    of the two shares of matched records.

    >>> 0 < article.agreement[0].f1 <= 1
    True
    """

    family: Family
    """Which family."""
    first: int = Field(ge=0)
    """Records of the first pass."""
    second: int = Field(ge=0)
    """Records of the second pass."""
    matched: int = Field(ge=0)
    """Pairs of records whose citations share words."""
    f1: float = Field(ge=0, le=1)
    """2 · matched / (first + second)."""
    span_f1: float = Field(ge=0, le=1)
    """The same for citations, which match only if they are equal."""
    coding: str
    """The coding compared on matched records, such as ``status``."""
    kappa: float | None = Field(ge=-1, le=1)
    """Cohen's kappa of that coding over the matched records (J. Cohen, 1960); none where both passes used one value
    throughout."""


class Article(Entry, frozen=True):
    """The article: what identifies it, what is not known of it, and how well it was annotated.

    >>> article.publisher, article.author
    ('Inside Arabia', None)
    """

    title: str
    """The headline; ``title_note`` says how certain it is."""
    title_note: str
    """Where the headline's wording comes from."""
    publisher: str
    """Who published it."""
    address: str
    """The URL of its page."""
    language: str
    """BCP 47 tag of its language."""
    author: str | None
    """Who wrote it; none means not known."""
    author_note: str
    """What is known of the author."""
    published: date | None
    """The day of publication; none means not known."""
    published_note: str
    """What is known of that day."""
    finished: str
    """When the text was finished, in EDTF; inferred."""
    finished_note: str
    """How that was inferred."""
    references: tuple[SourceId, ...]
    """The sources of what is said here."""
    furniture: tuple[Furniture, ...]
    """Pull quotes and related titles, in the order of the page."""
    agreement: tuple[FamilyAgreement, ...]
    """How far the two annotation passes agreed, family by family."""
    annotation_note: str
    """Who or what annotated."""
    data_version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    """Version of the data; a correction of fact raises the last number, a new id the middle one."""
    data_date: date
    """When this version of the data was made."""
    as_of: str
    """The date that descriptions, definitions and notes refer to, in EDTF; no page that was read is later."""

    def __str__(self) -> str:
        return f"{self.title} ({self.publisher}, {self.address})"

    @model_validator(mode="after")
    def _dates_are_dates(self) -> Self:
        for text in (self.finished, self.as_of):
            read_edtf(text)
        return self
