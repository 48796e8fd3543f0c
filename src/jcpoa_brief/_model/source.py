"""The pages that the record of the world was read from."""

from datetime import date

from pydantic import Field

from .ids import SourceId
from .record import Entry
from .vocabulary import Grade


class Source(Entry, frozen=True):
    """One page: who publishes it, where, and what of it was read. Nothing is ever fetched.

    >>> from jcpoa_brief import sources
    >>> sources["article-page"].grade
    'newsroom'
    """

    id: SourceId
    """Lower-case words joined by hyphens; a literal type."""
    publisher: str
    """Who publishes the page."""
    address: str = Field(pattern=r"^https?://[^\s]+$")
    """Its address as it was read; it may have moved since."""
    grade: Grade
    """What kind of source it is."""
    shows: str
    """What it shows, in our own words."""
    accessed: date
    """When the stored copy was read."""
    extent_read: str
    """How much of it was read."""
    note: str | None = None
    """A doubt, or whose text a mirror carries; often none."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that ``.find`` knows it by."""
        return (self.publisher, self.address)

    def __str__(self) -> str:
        return f"{self.id}: {self.publisher} ({self.grade}), {self.address}"
