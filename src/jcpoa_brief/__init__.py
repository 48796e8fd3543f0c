"""One news analysis as data that can be checked.

The article is "Why Iran Rejected 'Informal' Talks and What It Means for JCPOA" (Inside Arabia, early March 2021). Here
are its events, actors, quotes, terms, figures and claims, each with the exact words that it rests on, and what
independent sources say of them.

>>> import jcpoa_brief
>>> jcpoa_brief.events["us-leaves-jcpoa"].date.edtf
'2018-05'

Importing this module loads neither pydantic nor the data. The first name that needs the data, such as ``events``, loads
all of it once. Further types are in ``jcpoa_brief.types``, errors in ``jcpoa_brief.errors``. The examples in docstrings
follow ``from jcpoa_brief import *``, which gives the data and the questions.
"""

from ._lazy import lazy_names as _lazy_names

__version__ = "2.0.0"
"""The package's version; it follows semantic versioning."""

__data_version__ = "2.0.0"
"""The data's own version."""

# Where each public name comes from. Type checkers and editors read __init__.pyi instead; a test holds the two together.
_HOMES = {
    "_align.alignment": "Alignment align compare",
    "_align.comparison": "Comparison",
    "_align.outcomes": "Change Passage",
    "_cite.cite": "Reference cite",
    "_collections.actors": "Actors",
    "_collections.checks": "Checks",
    "_collections.claims": "Claims",
    "_collections.events": "Events",
    "_collections.figures": "Figures",
    "_collections.glossary": "Glossary",
    "_collections.paragraphs": "Paragraphs",
    "_collections.quotes": "Quotes",
    "_collections.sources": "Sources",
    "_evaluate.evaluate": "Evaluation evaluate",
    "_exports.export": "Export export export_all",
    "_load.loaded": "actors article checks claims events figures glossary paragraphs quotes retired_ids sources",
    "_model.actor": "Actor",
    "_model.article": "Article",
    "_model.families": "RecordId",
    "_model.check": "Check",
    "_model.claim": "Claim",
    "_model.dates": "BriefDate",
    "_model.event": "Event Link Participant Place",
    "_model.figure": "Figure",
    "_model.ids": "ActorId CheckId ClaimId EventId FigureId ParagraphNumber QuoteId SourceId TermId",
    "_model.paragraph": "Paragraph",
    "_model.quote": "Quote",
    "_model.record": "Citation digest_of",
    "_model.source": "Source",
    "_model.term": "Term",
    "_questions.cards": "_card_of",
    "_questions.network": "Network network",
    "_questions.related": "Related related",
    "_questions.search": "Hit Hits search",
    "_questions.selection": "Selection cited_in lookup",
    "_questions.tables": "tables",
    "_questions.timeline": "Timeline timeline",
    "errors": "BriefError",
}
_RENAMED = {
    "CitationLostError": "CitationNotFoundError",
    "Match": "SpanMatch",
    "Reach": "Include",
    "SelectionError": "InvalidSpanError",
}

_names, _resolve, __dir__ = _lazy_names(globals(), _HOMES)

# What * imports and help() shows: the data and the questions. Names such as Event, Place and Link would shadow other
# libraries' names; they are imported one by one.
__all__ = ["__data_version__", "__version__"]
__all__ += [name for name in _names if name.islower()]  # pyright: ignore[reportUnsupportedDunderAll]  # it reads the stub


def __getattr__(name: str) -> object:
    """A public name, imported now; or one that moved to ``types`` or ``errors``, with a DeprecationWarning."""
    if name in _names or name.startswith("_"):
        return _resolve(name)
    from importlib import import_module

    new = _RENAMED.get(name, name)
    for home in ("jcpoa_brief.types", "jcpoa_brief.errors"):
        module = import_module(home)
        if new in module.__all__:
            import warnings

            said = f"jcpoa_brief.{name} has moved: import {new} from {home}"
            warnings.warn(said, DeprecationWarning, stacklevel=2)
            return getattr(module, new)
    return _resolve(name)
