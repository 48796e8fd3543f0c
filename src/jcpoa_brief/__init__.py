"""One news analysis as data that can be checked.

The article is "Why Iran Rejected 'Informal' Talks and What It Means for JCPOA" (Inside Arabia, early March 2021). Here
are its events, actors, quotes, terms, figures and claims, each with the exact words that it rests on, and beside them
what the independent record says.

>>> import jcpoa_brief
>>> jcpoa_brief.events["us-leaves-jcpoa"].date.edtf
'2018-05'

Nothing is read before it is used: this module imports neither pydantic nor the data. The first name that needs the
data, as in ``from jcpoa_brief import events``, loads everything, once.
"""

TYPE_CHECKING = (
    False  # checkers read it as typing.TYPE_CHECKING; importing typing would cost more than the rest of this module
)

__version__ = "1.1.0"
"""The package's version; it follows semantic versioning."""

__data_version__ = "1.0.1"
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
    "NodeLink",
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
    "Unproven",
    "UnprovenReport",
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
    from ._actors import Actor as Actor, Actors as Actors
    from ._align import (
        Alignment as Alignment,
        align as align,
    )
    from ._argument import Argument as Argument
    from ._article import (
        Article as Article,
        Family as Family,
        FamilyAgreement as FamilyAgreement,
        Furniture as Furniture,
        FurnitureKind as FurnitureKind,
    )
    from ._brief import (
        actors as actors,
        article as article,
        checks as checks,
        claims as claims,
        events as events,
        figures as figures,
        glossary as glossary,
        paragraphs as paragraphs,
        quotes as quotes,
        retired_ids as retired_ids,
        sources as sources,
    )
    from ._changes import Change as Change
    from ._checks import Check as Check, Checks as Checks
    from ._cite import Citable as Citable, Reference as Reference, cite as cite
    from ._cited_collection import CitedCollection as CitedCollection
    from ._claim import Claim as Claim
    from ._claims import Claims as Claims
    from ._collection import Collection as Collection
    from ._compare import CopyOutcome as CopyOutcome, CopyVerdict as CopyVerdict
    from ._dates import (
        BriefDate as BriefDate,
        DateBasis as DateBasis,
        DateLike as DateLike,
        DateRange as DateRange,
        Precision as Precision,
        Reading as Reading,
    )
    from ._dyads import Dyad as Dyad
    from ._evaluate import (
        AnnotatedSpan as AnnotatedSpan,
        Evaluation as Evaluation,
        Match as Match,
        evaluate as evaluate,
    )
    from ._event import Event as Event, Link as Link, Participant as Participant, Place as Place
    from ._events import Events as Events
    from ._families import AnyRecord as AnyRecord, CitedRecord as CitedRecord, FamilyName as FamilyName
    from ._figures import Figure as Figure, Figures as Figures
    from ._glossary import Glossary as Glossary, Term as Term
    from ._ids import (
        ActorId as ActorId,
        CheckId as CheckId,
        CheckSubjectId as CheckSubjectId,
        ClaimId as ClaimId,
        ClaimSubjectId as ClaimSubjectId,
        EventId as EventId,
        FigureId as FigureId,
        ParagraphNumber as ParagraphNumber,
        QuoteId as QuoteId,
        SourceId as SourceId,
        TermId as TermId,
    )
    from ._linked_events import Direction as Direction
    from ._network import (
        Edge as Edge,
        Network as Network,
        Node as Node,
        NodeLink as NodeLink,
        network as network,
    )
    from ._outcomes import (
        ParagraphCopies as ParagraphCopies,
        ParagraphCopy as ParagraphCopy,
        SentenceCopy as SentenceCopy,
        Span as Span,
        Unproven as Unproven,
    )
    from ._paragraphs import Paragraph as Paragraph, Paragraphs as Paragraphs, Sentence as Sentence
    from ._predictions import LabelledSpan as LabelledSpan, PredictedSpan as PredictedSpan
    from ._quotes import Quote as Quote, Quotes as Quotes
    from ._record import (
        Agreement as Agreement,
        Citation as Citation,
        Cited as Cited,
        HasId as HasId,
        Record as Record,
        Sha256 as Sha256,
    )
    from ._record_id import RecordId as RecordId
    from ._related import Reason as Reason, ReasonKind as ReasonKind, Related as Related, related as related
    from ._relations import Reach as Reach
    from ._report import (
        AlignmentReport as AlignmentReport,
        ChangeReport as ChangeReport,
        CheckAgainReport as CheckAgainReport,
        ParagraphReport as ParagraphReport,
        PartingReport as PartingReport,
        SentenceReport as SentenceReport,
        UnprovenReport as UnprovenReport,
    )
    from ._rows import Cell as Cell
    from ._search import Hit as Hit, search as search
    from ._selection import Selection as Selection, cited_in as cited_in, lookup as lookup
    from ._sources import Source as Source, Sources as Sources
    from ._styles import Style as Style
    from ._text import digest_of as digest_of
    from ._timeline import Timeline as Timeline, timeline as timeline
    from ._timeline_entry import TimelineEntry as TimelineEntry
    from ._vocabulary import (
        ActorKind as ActorKind,
        Aspect as Aspect,
        CheckVerdict as CheckVerdict,
        ClaimKind as ClaimKind,
        Country as Country,
        EventContext as EventContext,
        EventMode as EventMode,
        EventType as EventType,
        Grade as Grade,
        LinkBasis as LinkBasis,
        LinkKind as LinkKind,
        Modality as Modality,
        Qualifier as Qualifier,
        QuoteKind as QuoteKind,
        Relation as Relation,
        Role as Role,
        Sector as Sector,
        Status as Status,
        TermCategory as TermCategory,
    )
    from ._when import DatesOf as DatesOf
    from .errors import (
        BriefError as BriefError,
        CitationLostError as CitationLostError,
        CopyError as CopyError,
        InvalidAuthorError as InvalidAuthorError,
        InvalidCitationError as InvalidCitationError,
        InvalidDataError as InvalidDataError,
        InvalidDateError as InvalidDateError,
        InvalidPredictionsError as InvalidPredictionsError,
        NotOneError as NotOneError,
        Problem as Problem,
        QueryTooLongError as QueryTooLongError,
        RetiredIdWarning as RetiredIdWarning,
        SelectionError as SelectionError,
        UnknownIdError as UnknownIdError,
        UnknownValueError as UnknownValueError,
        WrongTypeError as WrongTypeError,
    )
else:
    _NAMES = {
        "_actors": "Actor Actors",
        "_align": "Alignment align",
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
            "QuoteId SourceId TermId"
        ),
        "_linked_events": "Direction",
        "_network": "Edge Network Node NodeLink network",
        "_outcomes": "ParagraphCopies ParagraphCopy SentenceCopy Span Unproven",
        "_paragraphs": "Paragraph Paragraphs Sentence",
        "_predictions": "LabelledSpan PredictedSpan",
        "_quotes": "Quote Quotes",
        "_record_id": "RecordId",
        "_record": "Agreement Citation Cited HasId Record Sha256",
        "_related": "Reason ReasonKind Related related",
        "_relations": "Reach",
        "_report": (
            "AlignmentReport ChangeReport CheckAgainReport ParagraphReport PartingReport SentenceReport UnprovenReport"
        ),
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
