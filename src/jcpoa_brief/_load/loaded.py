"""All collections. Importing this module reads, validates and builds everything. Python holds a lock while it imports a
module, so this is safe with several threads.
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
from .._model.article import Article
from .._model.dates import read_edtf
from .._model.families import FAMILIES, AnyRecord
from .data_files import load

RecordWithId = TypeVar("RecordWithId", bound=AnyRecord)


def _index(name: str, entries: tuple[RecordWithId, ...]) -> FamilyIndex[RecordWithId]:
    return FamilyIndex(name, ((entry.id, entry) for entry in entries), relations)


brief: Final = load()
"""All records, as in the data files."""

relations: Final = Relations(
    retired=brief.retired,
    finished=read_edtf(brief.article.finished).latest,
    **{name: getattr(brief, name) for name in FAMILIES},
)
"""What the filters of one family need to know of the others."""

article: Article = brief.article
"""The article: what is known of it, and what is not."""

paragraphs: Paragraphs = Paragraphs(
    FamilyIndex("paragraphs", ((part.number, part) for part in brief.paragraphs), relations)
)
"""Its paragraphs: position, size, digests and gist, without their words."""

actors: Actors = Actors(_index("actors", brief.actors))
"""The actors, each with all its mentions."""

events: Events = Events(_index("events", brief.events))
"""The events, real or not: ``events.actual`` has those that occurred or are ongoing."""

quotes: Quotes = Quotes(_index("quotes", brief.quotes))
"""What the article sets in quotation marks."""

glossary: Glossary = Glossary(_index("glossary", brief.glossary))
"""Terms, with definitions, for a reader who is new to the subject."""

figures: Figures = Figures(_index("figures", brief.figures))
"""The numbers and quantities in the article."""

claims: Claims = Claims(_index("claims", brief.claims))
"""The claims, which together make one argument."""

checks: Checks = Checks(_index("checks", brief.checks))
"""The checks: where the article and independent sources agree or differ."""

sources: Sources = Sources(_index("sources", brief.sources))
"""The pages that the checks and definitions rest on."""

retired_ids: Mapping[str, str] = MappingProxyType(brief.retired)
"""Ids that were withdrawn, each with the one to use instead."""
