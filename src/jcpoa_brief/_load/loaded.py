"""All collections. Importing this module reads, validates and builds everything, when the first record is asked for;
Python holds a lock while it imports a module, so any number of threads may ask at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from .._collections.actors import Actors
from .._collections.checks import Checks
from .._collections.claims import Claims
from .._collections.events import Events
from .._collections.figures import Figures
from .._collections.glossary import Glossary
from .._collections.index import FamilyIndex
from .._collections.paragraphs import Paragraphs
from .._collections.quotes import Quotes
from .._collections.relations import Relations
from .._collections.sources import Sources
from .._model.actor import Actor
from .._model.article import Article
from .._model.brief import FAMILIES
from .._model.check import Check
from .._model.claim import Claim
from .._model.dates import read_edtf
from .._model.event import Event
from .._model.figure import Figure
from .._model.quote import Quote
from .._model.source import Source
from .._model.term import Term
from .reading import load

Keyed = TypeVar("Keyed", Actor, Event, Quote, Term, Figure, Claim, Check, Source)


def _index(name: str, entries: tuple[Keyed, ...]) -> FamilyIndex[Keyed]:
    return FamilyIndex(name, ((entry.id, entry) for entry in entries), relations, shipped=True)


whole: Final = load()
"""All records, as the data files have them."""

relations: Final = Relations(
    retired=whole.retired,
    finished=read_edtf(whole.article.finished).latest,
    **{name: getattr(whole, name) for name in FAMILIES},
)
"""What the families' filters need to know of each other."""

article: Article = whole.article
"""What is known of the article, and what is not."""

paragraphs: Paragraphs = Paragraphs(
    FamilyIndex("paragraphs", ((part.number, part) for part in whole.paragraphs), relations, shipped=True)
)
"""Its thirteen paragraphs: place, size, digests and gist."""

actors: Actors = Actors(_index("actors", whole.actors))
"""Who acts, with all mentions."""

events: Events = Events(_index("events", whole.events))
"""What happens, and what is planned, threatened or only thought of."""

quotes: Quotes = Quotes(_index("quotes", whole.quotes))
"""What stands in quotation marks."""

glossary: Glossary = Glossary(_index("glossary", whole.glossary))
"""What a reader new to the subject would look up."""

figures: Figures = Figures(_index("figures", whole.figures))
"""Numbers and quantities."""

claims: Claims = Claims(_index("claims", whole.claims))
"""What is claimed, as one argument."""

checks: Checks = Checks(_index("checks", whole.checks))
"""Where the article and the independent record agree and where they differ."""

sources: Sources = Sources(_index("sources", whole.sources))
"""What the record was read from."""

retired_ids: Mapping[str, str] = MappingProxyType(whole.retired)
"""Ids that were withdrawn, each with the one to use instead."""
