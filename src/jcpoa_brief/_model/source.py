"""The pages that the record of the world was read from."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from .._exported import exported_from
from .ids import SourceId
from .record import Entry
from .vocabulary import Grade


@exported_from("jcpoa_brief")
class Source(Entry, frozen=True):
    """One page: who publishes it, where, and what of it was read. Nothing is ever fetched.

    >>> from jcpoa_brief import sources
    >>> sources["article-page"].grade
    'newsroom'
    """

    _name_fields: ClassVar[tuple[str, ...]] = ("publisher", "address")

    id: SourceId
    """Lower-case words joined by hyphens; a literal type."""
    title: str = Field(min_length=1)
    """Its title as the page shows it; ``note`` says where the title was taken from the words of the address."""
    author: str | None = Field(default=None, min_length=1)
    """Who wrote it, as the page names them; none where it names nobody."""
    published: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}){0,2}$")
    """When it was published, to the day, month or year that the page or its address shows; none where neither does."""
    language: str = Field(pattern=r"^[a-z]{2,3}$")
    """BCP 47 tag of its language."""
    publisher: str = Field(min_length=1)
    """Who publishes the page, always under one name."""
    address: str = Field(pattern=r"^https?://[^\s]+$")
    """Its address as it was read; it may have moved since."""
    grade: Grade
    """What kind of source it is."""
    shows: str
    """What it shows, in our own words."""
    accessed: date
    """When the stored copy was last read."""
    extent_read: str
    """How much of it was read; "read once" where no second reader read it."""
    note: str | None = None
    """A doubt, or the true origin of the page's text; often none."""

    def __str__(self) -> str:
        return f"{self.id}: {self.title}, {self.publisher} ({self.grade}), {self.address}"
