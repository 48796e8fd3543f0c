"""The whole data as one model, and the list of the families. docs/architecture.md has all steps of a new family."""

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias, get_args, get_origin

from .actor import Actor
from .article import Article
from .check import Check
from .claim import Claim
from .coding_rule import CodingRule
from .event import Event
from .figure import Figure
from .ids import ActorId, CheckId, ClaimId, EventId, FigureId, QuoteId, SourceId, TermId
from .paragraph import Paragraph
from .quote import Quote
from .record import Entry, Record
from .source import Source
from .term import Term

FamilyName: TypeAlias = Literal["actors", "events", "quotes", "glossary", "figures", "claims", "checks", "sources"]
"""The name of a collection whose records have ids."""

RecordId: TypeAlias = ActorId | EventId | QuoteId | TermId | FigureId | ClaimId | CheckId | SourceId
"""The id of a record of any family."""

CitedRecord: TypeAlias = Actor | Event | Quote | Term | Figure | Claim | Check
"""A record of any family that cites the article."""

AnyRecord: TypeAlias = CitedRecord | Source
"""A record of any family that has ids."""


class Brief(Entry, frozen=True):
    """The whole data: one field for each file of ``data/``."""

    article: Article
    """What is known of the article."""
    paragraphs: tuple[Paragraph, ...]
    """Its paragraphs."""
    actors: tuple[Actor, ...]
    """Who acts."""
    events: tuple[Event, ...]
    """What happens."""
    quotes: tuple[Quote, ...]
    """What the article sets in quotation marks."""
    glossary: tuple[Term, ...]
    """Terms that a newcomer would look up."""
    figures: tuple[Figure, ...]
    """Numbers and quantities."""
    claims: tuple[Claim, ...]
    """What is claimed."""
    checks: tuple[Check, ...]
    """Where the article and independent sources agree or differ."""
    sources: tuple[Source, ...]
    """The pages that the checks rest on."""
    coding_rules: tuple[CodingRule, ...]
    """How similar events are coded."""
    retired: dict[str, str]
    """Ids that were withdrawn, each with the one to use instead."""


FILES: Final = tuple(Brief.model_fields)
"""The names of the data files, without their ending."""

FAMILIES: Final[tuple[FamilyName, ...]] = get_args(FamilyName)

RECORD_TYPES: Final[dict[str, type[Entry]]] = {
    name: get_args(field.annotation)[0]
    for name, field in Brief.model_fields.items()
    if get_origin(field.annotation) is tuple
}
"""The type of the records in each data file that is a list."""

ID_TYPES: Final[dict[str, object]] = {
    name: record.model_fields["id"].annotation for name, record in RECORD_TYPES.items() if "id" in record.model_fields
}
"""The type of each family's ids; it lists them in the family's order."""

CITED_FAMILIES: Final = tuple(name for name in FAMILIES if issubclass(RECORD_TYPES[name], Record))
"""The families whose records cite the article."""


def cited_records(brief: Brief) -> Iterator[CitedRecord]:
    """The records that cite the article, family after family."""
    for family in CITED_FAMILIES:
        yield from getattr(brief, family)
