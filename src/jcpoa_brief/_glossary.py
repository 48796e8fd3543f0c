"""What a reader new to the subject would look up."""

from typing import Self, get_args

from pydantic import Field

from ._cited_collection import CitedCollection
from ._filtering import Words
from ._ids import SourceId, TermId
from ._record import Record
from ._vocabulary import TermCategory


class Term(Record, frozen=True):
    """A term, institution, law, place or turn of phrase, with a definition in our own words.

    >>> from jcpoa_brief import glossary
    >>> glossary.find("JCPOA").only().abbreviation
    'JCPOA'
    """

    id: TermId
    """Lower-case words joined by hyphens; a literal type."""
    term: str
    """The term in its usual form."""
    abbreviation: str | None = None
    """Its abbreviation, where it has one."""
    aliases: tuple[str, ...] = ()
    """Other forms that stand in the body."""
    also_known_as: tuple[str, ...] = ()
    """Other names that people search by; never cited."""
    definition: str
    """What it means, in a sentence or two of our own."""
    category: TermCategory
    """The field that it belongs to."""
    see_also: tuple[TermId, ...] = ()
    """Related terms."""
    references: tuple[SourceId, ...] = Field(min_length=1)
    """What the definition was written from: sources of the record, or the article's own page."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that ``.find`` knows it by."""
        return (*self.wordings, *self.also_known_as)

    @property
    def wordings(self) -> tuple[str, ...]:
        """The forms that its citations may have."""
        return tuple(filter(None, (self.term, self.abbreviation, *self.aliases)))


class Glossary(CitedCollection[Term]):
    """The terms, by id.

    >>> from jcpoa_brief import glossary
    >>> glossary.find("the nuclear deal").only().id
    'jcpoa'
    """

    __slots__ = ()
    _columns = ("id", "term", "abbreviation", "category", "definition", "citations")
    _counted = "category"

    def __getitem__(self, key: TermId, /) -> Term:
        return self._record(key)

    @property
    def ids(self) -> tuple[TermId, ...]:
        """The ids, in the article's order."""
        return tuple(term.id for term in self)

    def in_category(self, *categories: TermCategory) -> Self:
        """Those of any of these fields. Raises UnknownValueError for a word that is none.

        >>> from jcpoa_brief import glossary
        >>> glossary["jcpoa"] in glossary.in_category("agreement")
        True
        """
        words = Words("category", "in_category(*categories)", get_args(TermCategory))
        return self._worded(words, categories, lambda term: [term.category])

    @property
    def abbreviations(self) -> Self:
        """The terms that have an abbreviation.

        >>> from jcpoa_brief import glossary
        >>> "JCPOA" in [term.abbreviation for term in glossary.abbreviations]
        True
        """
        return self._any_of("abbreviated", lambda term: [term.abbreviation is not None], [True])
