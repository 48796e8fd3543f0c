# What type checkers and editors read of this package.
from typing import Final

from ._align.alignment import Alignment as Alignment, align as align, compare as compare
from ._align.comparison import Comparison as Comparison

# Moved to jcpoa_brief.types and jcpoa_brief.errors; they resolve here, with a DeprecationWarning, throughout version 2.
from ._align.outcomes import (
    Change as Change,
    ParagraphCopies as ParagraphCopies,
    ParagraphCopy as ParagraphCopy,
    Passage as Passage,
    SentenceCopy as SentenceCopy,
    Span as Span,
)
from ._align.report import (
    AlignmentReport as AlignmentReport,
    ChangeReport as ChangeReport,
    ParagraphReport as ParagraphReport,
    SentenceReport as SentenceReport,
)
from ._cite.cite import Citable as Citable, Reference as Reference, cite as cite
from ._cite.styles import Style as Style
from ._collections.actors import Actors as Actors
from ._collections.checks import Checks as Checks
from ._collections.claims import Argument as Argument, Claims as Claims
from ._collections.collection import CitedCollection as CitedCollection, Collection as Collection
from ._collections.date_overlaps import DatesOf as DatesOf
from ._collections.dyads import Dyad as Dyad
from ._collections.events import Direction as Direction, Events as Events
from ._collections.figures import Figures as Figures
from ._collections.filtering import AnyOrAll as AnyOrAll
from ._collections.glossary import Glossary as Glossary
from ._collections.paragraphs import Paragraphs as Paragraphs
from ._collections.quotes import Quotes as Quotes
from ._collections.relations import Include as Include
from ._collections.sources import Sources as Sources
from ._collections.table_columns import Cell as Cell, Column as Column, ColumnType as ColumnType, Row as Row
from ._evaluate.evaluate import (
    AnnotatedSpan as AnnotatedSpan,
    CitedField as CitedField,
    Evaluation as Evaluation,
    SpanMatch as SpanMatch,
    evaluate as evaluate,
)
from ._evaluate.predictions import (
    LabelledSpan as LabelledSpan,
    PlacedSpans as PlacedSpans,
    PredictedSpan as PredictedSpan,
)
from ._exports.export import (
    Export as Export,
    ExportedFolder as ExportedFolder,
    export as export,
    export_all as export_all,
)
from ._exports.exported_records import Exportable as Exportable
from ._exports.formats import CopyUse as CopyUse, ExportFormat as ExportFormat, Format as Format
from ._load.loaded import (
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
from ._model.actor import Actor as Actor
from ._model.article import (
    Article as Article,
    Family as Family,
    FamilyAgreement as FamilyAgreement,
    Furniture as Furniture,
    FurnitureKind as FurnitureKind,
)
from ._model.check import Check as Check
from ._model.claim import Claim as Claim
from ._model.dates import (
    BriefDate as BriefDate,
    DateBasis as DateBasis,
    DateLike as DateLike,
    DateRange as DateRange,
    Precision as Precision,
    Reading as Reading,
)
from ._model.event import Event as Event, Link as Link, Participant as Participant, Place as Place
from ._model.families import (
    AnyRecord as AnyRecord,
    CitedRecord as CitedRecord,
    FamilyName as FamilyName,
    RecordId as RecordId,
)
from ._model.figure import Figure as Figure
from ._model.ids import (
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
from ._model.paragraph import Paragraph as Paragraph, Sentence as Sentence
from ._model.quote import Quote as Quote
from ._model.record import (
    Agreement as Agreement,
    Citation as Citation,
    Cited as Cited,
    HasId as HasId,
    Record as Record,
    Sha256 as Sha256,
    digest_of as digest_of,
)
from ._model.source import Source as Source
from ._model.term import Term as Term
from ._model.vocabulary import (
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
from ._questions.network import Edge as Edge, Network as Network, Node as Node, NodeLink as NodeLink, network as network
from ._questions.related import Reason as Reason, ReasonKind as ReasonKind, Related as Related, related as related
from ._questions.search import Hit as Hit, Hits as Hits, search as search
from ._questions.selection import Selection as Selection, cited_in as cited_in, lookup as lookup
from ._questions.table_schemas import TABLES as TABLES, TableSchema as TableSchema
from ._questions.tables import tables as tables
from ._questions.timeline import Timeline as Timeline, TimelineEntry as TimelineEntry, timeline as timeline
from .errors import (
    BriefError as BriefError,
    CitationNotFoundError as CitationNotFoundError,
    CopyError as CopyError,
    DateOrderError as DateOrderError,
    InvalidAuthorError as InvalidAuthorError,
    InvalidCitationError as InvalidCitationError,
    InvalidDataError as InvalidDataError,
    InvalidDateError as InvalidDateError,
    InvalidPredictionsError as InvalidPredictionsError,
    InvalidSpanError as InvalidSpanError,
    MissingExtraError as MissingExtraError,
    NotOneError as NotOneError,
    Problem as Problem,
    QueryTooLongError as QueryTooLongError,
    RetiredIdWarning as RetiredIdWarning,
    TargetExistsError as TargetExistsError,
    UnknownIdError as UnknownIdError,
    UnknownValueError as UnknownValueError,
    WrongTypeError as WrongTypeError,
)

__version__: Final[str]
__data_version__: Final[str]
__all__ = [
    "__data_version__",
    "__version__",
    "actors",
    "align",
    "article",
    "checks",
    "cite",
    "cited_in",
    "claims",
    "compare",
    "digest_of",
    "evaluate",
    "events",
    "export",
    "export_all",
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
    "tables",
    "timeline",
]
