"""The one place that opens the data: everything is read, validated and built at once, when the first record is asked
for.

The work is done in the module's body: the lock that Python holds while it imports a module makes it safe however many
threads ask at once.
"""

from __future__ import annotations

from typing import Final

from .._model.actor import Actor
from .._model.article import Article
from .._model.check import Check
from .._model.claim import Claim
from .._model.construction import Construction
from .._model.event import Event
from .._model.figure import Figure
from .._model.paragraph import Paragraph
from .._model.quote import Quote
from .._model.record import Entry
from .._model.source import Source
from .._model.term import Term


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
    """What stands in quotation marks."""
    glossary: tuple[Term, ...]
    """What a newcomer would look up."""
    figures: tuple[Figure, ...]
    """Numbers and quantities."""
    claims: tuple[Claim, ...]
    """What is claimed."""
    checks: tuple[Check, ...]
    """Where article and record agree and part."""
    sources: tuple[Source, ...]
    """What the record was read from."""
    constructions: tuple[Construction, ...]
    """How like events are coded alike."""
    retired: dict[str, str]
    """Ids that were withdrawn, each with the one to use instead."""


FILES: Final = tuple(Brief.model_fields)

FAMILIES: Final = ("actors", "events", "quotes", "glossary", "figures", "claims", "checks", "sources")
