"""One news analysis as data that can be checked.

The article is "Why Iran Rejected 'Informal' Talks and What It Means for JCPOA" (Inside Arabia, early March 2021). Here
are its events, actors, quotes, terms, figures and claims, each with the exact words that it rests on, and beside them
what the independent record says.

>>> import jcpoa_brief
>>> jcpoa_brief.events["us-leaves-jcpoa"].date.edtf
'2018-05'

Nothing is read before it is used: this module imports neither pydantic nor the data. The first record that is asked for
loads everything, once.
"""

TYPE_CHECKING = (
    False  # checkers read it as typing.TYPE_CHECKING; importing typing would cost more than the rest of this module
)

__version__ = "1.0.0"
"""The package's version; it follows semantic versioning."""

__data_version__ = "1.0.0"
"""The data's own version."""

__all__ = [
    "Actor",
    "ActorId",
    "ActorKind",
    "Actors",
    "Agreement",
    "Argument",
    "Article",
    "Aspect",
    "BriefDate",
    "BriefError",
    "Cell",
    "Check",
    "CheckId",
    "CheckVerdict",
    "Checks",
    "Citation",
    "Cited",
    "CitedCollection",
    "Claim",
    "ClaimId",
    "ClaimKind",
    "Claims",
    "Collection",
    "Country",
    "DateBasis",
    "DateLike",
    "DatesOf",
    "Direction",
    "Dyad",
    "Event",
    "EventContext",
    "EventId",
    "EventMode",
    "EventType",
    "Events",
    "FamilyAgreement",
    "Figure",
    "FigureId",
    "Figures",
    "Furniture",
    "FurnitureKind",
    "Glossary",
    "Grade",
    "HasId",
    "InvalidCitationError",
    "InvalidDataError",
    "InvalidDateError",
    "Link",
    "LinkBasis",
    "LinkKind",
    "Modality",
    "NotOneError",
    "Paragraph",
    "ParagraphNumber",
    "Paragraphs",
    "Participant",
    "Place",
    "Precision",
    "Problem",
    "Qualifier",
    "Quote",
    "QuoteId",
    "QuoteKind",
    "Quotes",
    "Reach",
    "Reading",
    "Record",
    "RecordId",
    "Relation",
    "RetiredIdWarning",
    "Role",
    "Sector",
    "Sentence",
    "Source",
    "SourceId",
    "Sources",
    "Status",
    "Term",
    "TermCategory",
    "TermId",
    "UnknownIdError",
    "UnknownValueError",
    "__data_version__",
    "__version__",
    "actors",
    "article",
    "checks",
    "claims",
    "events",
    "figures",
    "glossary",
    "paragraphs",
    "quotes",
    "retired_ids",
    "sources",
]

if TYPE_CHECKING:
    from ._actors import Actor as Actor
    from ._actors import Actors as Actors
    from ._argument import Argument as Argument
    from ._article import (
        Article as Article,
    )
    from ._article import (
        FamilyAgreement as FamilyAgreement,
    )
    from ._article import (
        Furniture as Furniture,
    )
    from ._article import (
        FurnitureKind as FurnitureKind,
    )
    from ._brief import (
        actors as actors,
    )
    from ._brief import (
        article as article,
    )
    from ._brief import (
        checks as checks,
    )
    from ._brief import (
        claims as claims,
    )
    from ._brief import (
        events as events,
    )
    from ._brief import (
        figures as figures,
    )
    from ._brief import (
        glossary as glossary,
    )
    from ._brief import (
        paragraphs as paragraphs,
    )
    from ._brief import (
        quotes as quotes,
    )
    from ._brief import (
        retired_ids as retired_ids,
    )
    from ._brief import (
        sources as sources,
    )
    from ._checks import Check as Check
    from ._checks import Checks as Checks
    from ._claim import Claim as Claim
    from ._claims import Claims as Claims
    from ._collection import CitedCollection as CitedCollection
    from ._collection import Collection as Collection
    from ._dates import (
        BriefDate as BriefDate,
    )
    from ._dates import (
        DateBasis as DateBasis,
    )
    from ._dates import (
        DateLike as DateLike,
    )
    from ._dates import (
        Precision as Precision,
    )
    from ._dates import (
        Reading as Reading,
    )
    from ._dyads import Dyad as Dyad
    from ._event import Event as Event
    from ._event import Link as Link
    from ._event import Participant as Participant
    from ._event import Place as Place
    from ._events import Direction as Direction
    from ._events import Events as Events
    from ._figures import Figure as Figure
    from ._figures import Figures as Figures
    from ._glossary import Glossary as Glossary
    from ._glossary import Term as Term
    from ._ids import (
        ActorId as ActorId,
    )
    from ._ids import (
        CheckId as CheckId,
    )
    from ._ids import (
        ClaimId as ClaimId,
    )
    from ._ids import (
        EventId as EventId,
    )
    from ._ids import (
        FigureId as FigureId,
    )
    from ._ids import (
        ParagraphNumber as ParagraphNumber,
    )
    from ._ids import (
        QuoteId as QuoteId,
    )
    from ._ids import (
        RecordId as RecordId,
    )
    from ._ids import (
        SourceId as SourceId,
    )
    from ._ids import (
        TermId as TermId,
    )
    from ._paragraphs import Paragraph as Paragraph
    from ._paragraphs import Paragraphs as Paragraphs
    from ._paragraphs import Sentence as Sentence
    from ._quotes import Quote as Quote
    from ._quotes import Quotes as Quotes
    from ._record import Agreement as Agreement
    from ._record import Citation as Citation
    from ._record import Cited as Cited
    from ._record import HasId as HasId
    from ._record import Record as Record
    from ._relations import Reach as Reach
    from ._rows import Cell as Cell
    from ._sources import Source as Source
    from ._sources import Sources as Sources
    from ._vocabulary import (
        ActorKind as ActorKind,
    )
    from ._vocabulary import (
        Aspect as Aspect,
    )
    from ._vocabulary import (
        CheckVerdict as CheckVerdict,
    )
    from ._vocabulary import (
        ClaimKind as ClaimKind,
    )
    from ._vocabulary import (
        Country as Country,
    )
    from ._vocabulary import (
        EventContext as EventContext,
    )
    from ._vocabulary import (
        EventMode as EventMode,
    )
    from ._vocabulary import (
        EventType as EventType,
    )
    from ._vocabulary import (
        Grade as Grade,
    )
    from ._vocabulary import (
        LinkBasis as LinkBasis,
    )
    from ._vocabulary import (
        LinkKind as LinkKind,
    )
    from ._vocabulary import (
        Modality as Modality,
    )
    from ._vocabulary import (
        Qualifier as Qualifier,
    )
    from ._vocabulary import (
        QuoteKind as QuoteKind,
    )
    from ._vocabulary import (
        Relation as Relation,
    )
    from ._vocabulary import (
        Role as Role,
    )
    from ._vocabulary import (
        Sector as Sector,
    )
    from ._vocabulary import (
        Status as Status,
    )
    from ._vocabulary import (
        TermCategory as TermCategory,
    )
    from ._when import DatesOf as DatesOf
    from .errors import (
        BriefError as BriefError,
    )
    from .errors import (
        InvalidCitationError as InvalidCitationError,
    )
    from .errors import (
        InvalidDataError as InvalidDataError,
    )
    from .errors import (
        InvalidDateError as InvalidDateError,
    )
    from .errors import (
        NotOneError as NotOneError,
    )
    from .errors import (
        Problem as Problem,
    )
    from .errors import (
        RetiredIdWarning as RetiredIdWarning,
    )
    from .errors import (
        UnknownIdError as UnknownIdError,
    )
    from .errors import (
        UnknownValueError as UnknownValueError,
    )
else:
    _NAMES = {
        "_actors": "Actor Actors",
        "_argument": "Argument",
        "_article": "Article FamilyAgreement Furniture FurnitureKind",
        "_brief": "actors article checks claims events figures glossary paragraphs quotes retired_ids sources",
        "_checks": "Check Checks",
        "_claim": "Claim",
        "_claims": "Claims",
        "_collection": "CitedCollection Collection",
        "_dates": "BriefDate DateBasis DateLike Precision Reading",
        "_dyads": "Dyad",
        "_event": "Event Link Participant Place",
        "_events": "Direction Events",
        "_figures": "Figure Figures",
        "_glossary": "Glossary Term",
        "_ids": "ActorId CheckId ClaimId EventId FigureId ParagraphNumber QuoteId RecordId SourceId TermId",
        "_paragraphs": "Paragraph Paragraphs Sentence",
        "_quotes": "Quote Quotes",
        "_record": "Agreement Citation Cited HasId Record",
        "_relations": "Reach",
        "_rows": "Cell",
        "_sources": "Source Sources",
        "_vocabulary": (
            "ActorKind Aspect CheckVerdict ClaimKind Country EventContext EventMode EventType Grade "
            "LinkBasis LinkKind Modality Qualifier QuoteKind Relation Role Sector Status TermCategory"
        ),
        "_when": "DatesOf",
        "errors": (
            "BriefError InvalidCitationError InvalidDataError InvalidDateError NotOneError Problem "
            "RetiredIdWarning UnknownIdError UnknownValueError"
        ),
    }
    _HOME = {name: module for module, names in _NAMES.items() for name in names.split()}

    def __getattr__(name):
        module = _HOME.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
        return value

    def __dir__():
        return sorted({*globals(), *__all__})
