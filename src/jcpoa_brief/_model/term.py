"""What a reader new to the subject would look up."""

from typing import ClassVar

from pydantic import Field

from .ids import SourceId, TermId
from .record import Record
from .vocabulary import TermCategory


class Term(Record, frozen=True):
    """A term, institution, law, place or turn of phrase, with a definition in our own words.

    >>> glossary.find("JCPOA").only().abbreviation
    'JCPOA'
    """

    _name_fields: ClassVar[tuple[str, ...]] = ("term", "abbreviation", "aliases", "also_known_as")
    _form_fields: ClassVar[tuple[str, ...]] = ("term", "abbreviation", "aliases", "described_as")

    id: TermId
    term: str
    """The term in its usual form."""
    abbreviation: str | None = None
    """Its usual abbreviation, if it has one; the article need not use it."""
    aliases: tuple[str, ...] = ()
    """Other forms that the body uses."""
    described_as: tuple[str, ...] = ()
    """Common nouns that the body uses for it, such as "draft"; cited, but no name of it, and not found as one."""
    also_known_as: tuple[str, ...] = ()
    """Other names that people search by; never cited."""
    definition: str
    """What it means, in a few sentences of our own, for a reader who knows nothing of the subject."""
    category: TermCategory
    """The field that it belongs to."""
    see_also: tuple[TermId, ...] = ()
    """Related terms."""
    references: tuple[SourceId, ...] = Field(min_length=1)
    """What the definition is based on: independent sources, or the article's own page."""
