"""The pages that the record of the world was read from."""

from datetime import date
from typing import Self, get_args

from pydantic import Field

from ._collection import Collection
from ._filtering import Words
from ._ids import SourceId
from ._record import Entry
from ._vocabulary import Grade


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


class Sources(Collection[Source]):
    """The sources, by id.

    >>> from jcpoa_brief import sources
    >>> sources["article-page"].publisher
    'Inside Arabia'
    """

    __slots__ = ()
    _columns = ("id", "publisher", "grade", "shows", "address")
    _counted = "grade"

    def __getitem__(self, key: SourceId, /) -> Source:
        return self._record(key)

    @property
    def ids(self) -> tuple[SourceId, ...]:
        """The ids, in order."""
        return tuple(source.id for source in self)

    def of_grade(self, *grades: Grade) -> Self:
        """Those of any of these grades. Raises UnknownValueError for a word that is none.

        >>> from jcpoa_brief import sources
        >>> sources["article-page"] in sources.of_grade("newsroom")
        True
        """
        return self._worded(Words("grade", "of_grade(*grades)", get_args(Grade)), grades, lambda source: [source.grade])
