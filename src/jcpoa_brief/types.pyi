# What type checkers and editors read of this module.
from ._align.differences import (
    ChangeKind as ChangeKind,
)
from ._align.outcomes import (
    ArticlePlace as ArticlePlace,
    ComparisonVerdict as ComparisonVerdict,
    CopySpans as CopySpans,
    CopyStatus as CopyStatus,
    MissingSentence as MissingSentence,
    ParagraphCopies as ParagraphCopies,
    ParagraphCopy as ParagraphCopy,
    ParagraphVerdict as ParagraphVerdict,
    PassageVerdict as PassageVerdict,
    SentenceCopy as SentenceCopy,
    Span as Span,
)
from ._align.proof import (
    SentenceVerdict as SentenceVerdict,
)
from ._align.report import (
    AlignmentReport as AlignmentReport,
    ChangeReport as ChangeReport,
    ComparisonReport as ComparisonReport,
    DiscrepancyReport as DiscrepancyReport,
    MissingReport as MissingReport,
    ParagraphReport as ParagraphReport,
    PassageReport as PassageReport,
    SentenceReport as SentenceReport,
)
from ._cite.bibliography import ReferenceFormat as ReferenceFormat
from ._cite.cite import Citable as Citable
from ._cite.styles import Style as Style
from ._collections.claims import Argument as Argument
from ._collections.collection import CitedCollection as CitedCollection, Collection as Collection
from ._collections.date_overlaps import DatesOf as DatesOf
from ._collections.dyads import Dyad as Dyad
from ._collections.events import Direction as Direction
from ._collections.filtering import AnyOrAll as AnyOrAll
from ._collections.relations import Include as Include
from ._collections.table_columns import Cell as Cell, Column as Column, ColumnType as ColumnType, Row as Row
from ._evaluate.evaluate import AnnotatedSpan as AnnotatedSpan, CitedField as CitedField, SpanMatch as SpanMatch
from ._evaluate.predictions import (
    LabelledSpan as LabelledSpan,
    PlacedSpans as PlacedSpans,
    PredictedSpan as PredictedSpan,
)
from ._exports.export import ExportedFolder as ExportedFolder
from ._exports.exported_records import Exportable as Exportable
from ._exports.formats import CopyUse as CopyUse, ExportFormat as ExportFormat, Format as Format
from ._model.article import (
    Family as Family,
    FamilyAgreement as FamilyAgreement,
    Furniture as Furniture,
    FurnitureKind as FurnitureKind,
)
from ._model.dates import (
    DateBasis as DateBasis,
    DateLike as DateLike,
    DateRange as DateRange,
    Precision as Precision,
    Reading as Reading,
)
from ._model.families import AnyRecord as AnyRecord, CitedRecord as CitedRecord, FamilyName as FamilyName
from ._model.ids import CheckSubjectId as CheckSubjectId, ClaimSubjectId as ClaimSubjectId
from ._model.paragraph import Sentence as Sentence
from ._model.record import (
    Agreement as Agreement,
    Cited as Cited,
    Entry as Entry,
    HasId as HasId,
    Record as Record,
    Sha256 as Sha256,
)
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
    QuadClass as QuadClass,
    Qualifier as Qualifier,
    QuoteKind as QuoteKind,
    Relation as Relation,
    Role as Role,
    Sector as Sector,
    Status as Status,
    TermCategory as TermCategory,
)
from ._questions.network import Edge as Edge, Node as Node, NodeLink as NodeLink
from ._questions.related import Reason as Reason, ReasonKind as ReasonKind
from ._questions.table_schemas import TABLES as TABLES, TableSchema as TableSchema
from ._questions.timeline import TimelineEntry as TimelineEntry

__all__ = [
    "TABLES",
    "ActorKind",
    "Agreement",
    "AlignmentReport",
    "AnnotatedSpan",
    "AnyOrAll",
    "AnyRecord",
    "Argument",
    "ArticlePlace",
    "Aspect",
    "Cell",
    "ChangeKind",
    "ChangeReport",
    "CheckSubjectId",
    "CheckVerdict",
    "Citable",
    "Cited",
    "CitedCollection",
    "CitedField",
    "CitedRecord",
    "ClaimKind",
    "ClaimSubjectId",
    "Collection",
    "Column",
    "ColumnType",
    "ComparisonReport",
    "ComparisonVerdict",
    "CopySpans",
    "CopyStatus",
    "CopyUse",
    "Country",
    "DateBasis",
    "DateLike",
    "DateRange",
    "DatesOf",
    "Direction",
    "DiscrepancyReport",
    "Dyad",
    "Edge",
    "Entry",
    "EventContext",
    "EventMode",
    "EventType",
    "ExportFormat",
    "Exportable",
    "ExportedFolder",
    "Family",
    "FamilyAgreement",
    "FamilyName",
    "Format",
    "Furniture",
    "FurnitureKind",
    "Grade",
    "HasId",
    "Include",
    "LabelledSpan",
    "LinkBasis",
    "LinkKind",
    "MissingReport",
    "MissingSentence",
    "Modality",
    "Node",
    "NodeLink",
    "ParagraphCopies",
    "ParagraphCopy",
    "ParagraphReport",
    "ParagraphVerdict",
    "PassageReport",
    "PassageVerdict",
    "PlacedSpans",
    "Precision",
    "PredictedSpan",
    "QuadClass",
    "Qualifier",
    "QuoteKind",
    "Reading",
    "Reason",
    "ReasonKind",
    "Record",
    "ReferenceFormat",
    "Relation",
    "Role",
    "Row",
    "Sector",
    "Sentence",
    "SentenceCopy",
    "SentenceReport",
    "SentenceVerdict",
    "Sha256",
    "Span",
    "SpanMatch",
    "Status",
    "Style",
    "TableSchema",
    "TermCategory",
    "TimelineEntry",
]
