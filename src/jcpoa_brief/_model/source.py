"""The pages that checks and definitions rest on: the independent sources."""

from datetime import date
from typing import ClassVar, Self

from pydantic import Field, model_validator

from .dates import read_edtf
from .ids import SourceId
from .record import Entry
from .vocabulary import Grade


class Source(Entry, frozen=True):
    """One page: who published it, its URL, and how much of it was read. Nothing is ever fetched.

    >>> sources["article-page"].grade
    'newsroom'
    """

    _name_fields: ClassVar[tuple[str, ...]] = ("publisher", "address")

    id: SourceId
    """Lower-case words joined by hyphens; a literal type."""
    title: str = Field(min_length=1)
    """Its title as the page shows it; if the title was taken from the URL, ``note`` says so."""
    author: str | None = Field(default=None, min_length=1)
    """Who wrote it, as the page says; none if it names nobody."""
    published: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}){0,2}$")
    """The day, month or year of publication that the page or its URL shows; none if neither does."""
    language: str = Field(pattern=r"^[a-z]{2,3}$")
    """BCP 47 tag of its language."""
    publisher: str = Field(min_length=1)
    """Who publishes the page, always under one name."""
    address: str = Field(pattern=r"^https?://[^\s]+$")
    """Its URL when it was read; it may have moved since."""
    grade: Grade
    """What kind of source it is."""
    shows: str
    """What it says on the subject, in our own words."""
    accessed: date
    """When the stored copy was last read."""
    extent_read: str
    """How much of it was read; "read once" if no second reader read it."""
    note: str | None = None
    """A doubt, or the true origin of the page's text; often none."""

    @model_validator(mode="after")
    def _published_is_a_date(self) -> Self:
        if self.published is not None:
            read_edtf(self.published)
        return self

    def __str__(self) -> str:
        return f"{self.id}: {self.title}, {self.publisher} ({self.grade}), {self.address}"
