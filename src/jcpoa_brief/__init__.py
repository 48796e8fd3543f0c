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
    "Alignment",
    "AlignmentReport",
    "AnnotatedSpan",
    "AnyRecord",
    "Argument",
    "Article",
    "Aspect",
    "BriefDate",
    "BriefError",
    "Cell",
    "Change",
    "ChangeReport",
    "Check",
    "CheckAgainReport",
    "CheckId",
    "CheckSubjectId",
    "CheckVerdict",
    "Checks",
    "Citable",
    "Citation",
    "CitationLostError",
    "Cited",
    "CitedCollection",
    "CitedRecord",
    "Claim",
    "ClaimId",
    "ClaimKind",
    "ClaimSubjectId",
    "Claims",
    "Collection",
    "CopyError",
    "CopyOutcome",
    "CopyVerdict",
    "Country",
    "DateBasis",
    "DateLike",
    "DateRange",
    "DatesOf",
    "Direction",
    "Dyad",
    "Edge",
    "Evaluation",
    "Event",
    "EventContext",
    "EventId",
    "EventMode",
    "EventType",
    "Events",
    "Family",
    "FamilyAgreement",
    "FamilyName",
    "Figure",
    "FigureId",
    "Figures",
    "Furniture",
    "FurnitureKind",
    "Glossary",
    "Grade",
    "HasId",
    "Hit",
    "InvalidAuthorError",
    "InvalidCitationError",
    "InvalidDataError",
    "InvalidDateError",
    "InvalidPredictionsError",
    "LabelledSpan",
    "Link",
    "LinkBasis",
    "LinkKind",
    "Match",
    "Modality",
    "Network",
    "Node",
    "NotOneError",
    "Paragraph",
    "ParagraphCopies",
    "ParagraphCopy",
    "ParagraphNumber",
    "ParagraphReport",
    "Paragraphs",
    "Participant",
    "PartingReport",
    "Place",
    "Precision",
    "PredictedSpan",
    "Problem",
    "Qualifier",
    "QueryTooLongError",
    "Quote",
    "QuoteId",
    "QuoteKind",
    "Quotes",
    "Reach",
    "Reading",
    "Reason",
    "ReasonKind",
    "Record",
    "RecordId",
    "Reference",
    "Related",
    "Relation",
    "RetiredIdWarning",
    "Role",
    "Sector",
    "Selection",
    "SelectionError",
    "Sentence",
    "SentenceCopy",
    "SentenceReport",
    "Sha256",
    "Source",
    "SourceId",
    "Sources",
    "Span",
    "Status",
    "Style",
    "Term",
    "TermCategory",
    "TermId",
    "Timeline",
    "TimelineEntry",
    "UnknownIdError",
    "UnknownValueError",
    "WrongTypeError",
    "__data_version__",
    "__version__",
    "actors",
    "align",
    "article",
    "checks",
    "cite",
    "cited_in",
    "claims",
    "digest_of",
    "evaluate",
    "events",
    "figures",
    "glossary",
    "lookup",
    "network",
    "paragraphs",
    "quotes",
    "related",
    "retired_ids",
    "search",
    "sources",
    "timeline",
]

if TYPE_CHECKING:
    from ._actors import Actor as Actor
    from ._actors import Actors as Actors
    from ._align import (
        Alignment as Alignment,
    )
    from ._align import (
        ParagraphCopies as ParagraphCopies,
    )
    from ._align import (
        ParagraphCopy as ParagraphCopy,
    )
    from ._align import (
        SentenceCopy as SentenceCopy,
    )
    from ._align import (
        Span as Span,
    )
    from ._align import (
        align as align,
    )
    from ._argument import Argument as Argument
    from ._article import (
        Article as Article,
    )
    from ._article import (
        Family as Family,
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
    from ._changes import Change as Change
    from ._checks import Check as Check
    from ._checks import Checks as Checks
    from ._cite import Citable as Citable
    from ._cite import Reference as Reference
    from ._cite import cite as cite
    from ._cited_collection import CitedCollection as CitedCollection
    from ._claim import Claim as Claim
    from ._claims import Claims as Claims
    from ._collection import Collection as Collection
    from ._compare import CopyOutcome as CopyOutcome
    from ._compare import CopyVerdict as CopyVerdict
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
        DateRange as DateRange,
    )
    from ._dates import (
        Precision as Precision,
    )
    from ._dates import (
        Reading as Reading,
    )
    from ._dyads import Dyad as Dyad
    from ._evaluate import (
        AnnotatedSpan as AnnotatedSpan,
    )
    from ._evaluate import (
        Evaluation as Evaluation,
    )
    from ._evaluate import (
        Match as Match,
    )
    from ._evaluate import (
        evaluate as evaluate,
    )
    from ._event import Event as Event
    from ._event import Link as Link
    from ._event import Participant as Participant
    from ._event import Place as Place
    from ._events import Events as Events
    from ._families import AnyRecord as AnyRecord
    from ._families import CitedRecord as CitedRecord
    from ._families import FamilyName as FamilyName
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
        CheckSubjectId as CheckSubjectId,
    )
    from ._ids import (
        ClaimId as ClaimId,
    )
    from ._ids import (
        ClaimSubjectId as ClaimSubjectId,
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
    from ._linked_events import Direction as Direction
    from ._network import Edge as Edge
    from ._network import Network as Network
    from ._network import Node as Node
    from ._network import network as network
    from ._paragraphs import Paragraph as Paragraph
    from ._paragraphs import Paragraphs as Paragraphs
    from ._paragraphs import Sentence as Sentence
    from ._predictions import LabelledSpan as LabelledSpan
    from ._predictions import PredictedSpan as PredictedSpan
    from ._quotes import Quote as Quote
    from ._quotes import Quotes as Quotes
    from ._record import (
        Agreement as Agreement,
    )
    from ._record import (
        Citation as Citation,
    )
    from ._record import (
        Cited as Cited,
    )
    from ._record import (
        HasId as HasId,
    )
    from ._record import (
        Record as Record,
    )
    from ._record import (
        Sha256 as Sha256,
    )
    from ._related import Reason as Reason
    from ._related import ReasonKind as ReasonKind
    from ._related import Related as Related
    from ._related import related as related
    from ._relations import Reach as Reach
    from ._report import (
        AlignmentReport as AlignmentReport,
    )
    from ._report import (
        ChangeReport as ChangeReport,
    )
    from ._report import (
        CheckAgainReport as CheckAgainReport,
    )
    from ._report import (
        ParagraphReport as ParagraphReport,
    )
    from ._report import (
        PartingReport as PartingReport,
    )
    from ._report import (
        SentenceReport as SentenceReport,
    )
    from ._rows import Cell as Cell
    from ._search import Hit as Hit
    from ._search import search as search
    from ._selection import Selection as Selection
    from ._selection import cited_in as cited_in
    from ._selection import lookup as lookup
    from ._sources import Source as Source
    from ._sources import Sources as Sources
    from ._styles import Style as Style
    from ._text import digest_of as digest_of
    from ._timeline import Timeline as Timeline
    from ._timeline import timeline as timeline
    from ._timeline_entry import TimelineEntry as TimelineEntry
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
        CitationLostError as CitationLostError,
    )
    from .errors import (
        CopyError as CopyError,
    )
    from .errors import (
        InvalidAuthorError as InvalidAuthorError,
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
        InvalidPredictionsError as InvalidPredictionsError,
    )
    from .errors import (
        NotOneError as NotOneError,
    )
    from .errors import (
        Problem as Problem,
    )
    from .errors import (
        QueryTooLongError as QueryTooLongError,
    )
    from .errors import (
        RetiredIdWarning as RetiredIdWarning,
    )
    from .errors import (
        SelectionError as SelectionError,
    )
    from .errors import (
        UnknownIdError as UnknownIdError,
    )
    from .errors import (
        UnknownValueError as UnknownValueError,
    )
    from .errors import (
        WrongTypeError as WrongTypeError,
    )
else:
    _NAMES = {
        "_actors": "Actor Actors",
        "_align": "Alignment ParagraphCopies ParagraphCopy SentenceCopy Span align",
        "_argument": "Argument",
        "_article": "Article Family FamilyAgreement Furniture FurnitureKind",
        "_brief": "actors article checks claims events figures glossary paragraphs quotes retired_ids sources",
        "_changes": "Change",
        "_checks": "Check Checks",
        "_cite": "Citable Reference cite",
        "_claim": "Claim",
        "_claims": "Claims",
        "_cited_collection": "CitedCollection",
        "_collection": "Collection",
        "_compare": "CopyOutcome CopyVerdict",
        "_dates": "BriefDate DateBasis DateLike DateRange Precision Reading",
        "_dyads": "Dyad",
        "_evaluate": "AnnotatedSpan Evaluation Match evaluate",
        "_event": "Event Link Participant Place",
        "_events": "Events",
        "_families": "AnyRecord CitedRecord FamilyName",
        "_figures": "Figure Figures",
        "_glossary": "Glossary Term",
        "_ids": (
            "ActorId CheckId CheckSubjectId ClaimId ClaimSubjectId EventId FigureId ParagraphNumber "
            "QuoteId RecordId SourceId TermId"
        ),
        "_linked_events": "Direction",
        "_network": "Edge Network Node network",
        "_paragraphs": "Paragraph Paragraphs Sentence",
        "_predictions": "LabelledSpan PredictedSpan",
        "_quotes": "Quote Quotes",
        "_record": "Agreement Citation Cited HasId Record Sha256",
        "_related": "Reason ReasonKind Related related",
        "_relations": "Reach",
        "_report": "AlignmentReport ChangeReport CheckAgainReport ParagraphReport PartingReport SentenceReport",
        "_rows": "Cell",
        "_search": "Hit search",
        "_selection": "Selection cited_in lookup",
        "_sources": "Source Sources",
        "_styles": "Style",
        "_text": "digest_of",
        "_timeline": "Timeline timeline",
        "_timeline_entry": "TimelineEntry",
        "_vocabulary": (
            "ActorKind Aspect CheckVerdict ClaimKind Country EventContext EventMode EventType Grade "
            "LinkBasis LinkKind Modality Qualifier QuoteKind Relation Role Sector Status TermCategory"
        ),
        "_when": "DatesOf",
        "errors": (
            "BriefError CitationLostError CopyError InvalidAuthorError InvalidCitationError InvalidDataError "
            "InvalidDateError InvalidPredictionsError NotOneError Problem QueryTooLongError "
            "RetiredIdWarning SelectionError UnknownIdError UnknownValueError WrongTypeError"
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
