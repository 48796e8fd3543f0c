"""Further public types: closed lists such as ``Status``, protocols, rows and reports.

>>> from typing import get_args
>>> from jcpoa_brief.types import QuoteKind
>>> get_args(QuoteKind)
('statement', 'phrase', 'title')
"""

from ._lazy import lazy_names as _lazy_names

# Where each public name comes from. Type checkers and editors read types.pyi instead; a test holds the two together.
_HOMES = {
    "_align.outcomes": (
        "ArticlePlace ComparisonVerdict CopySpans CopyStatus MissingSentence ParagraphCopies ParagraphCopy "
        "ParagraphVerdict PassageVerdict SentenceCopy Span"
    ),
    "_align.differences": "ChangeKind",
    "_align.report": (
        "AlignmentReport ChangeReport ComparisonReport DiscrepancyReport MissingReport ParagraphReport PassageReport "
        "SentenceReport"
    ),
    "_align.proof": "SentenceVerdict",
    "_cite.bibliography": "ReferenceFormat",
    "_cite.cite": "Citable",
    "_cite.styles": "Style",
    "_collections.claims": "Argument",
    "_collections.collection": "CitedCollection Collection",
    "_collections.dyads": "Dyad",
    "_collections.events": "Direction",
    "_collections.filtering": "AnyOrAll",
    "_collections.relations": "Include",
    "_collections.table_columns": "Cell Column ColumnType Row",
    "_collections.date_overlaps": "DatesOf",
    "_evaluate.evaluate": "AnnotatedSpan CitedField SpanMatch",
    "_evaluate.predictions": "LabelledSpan PlacedSpans PredictedSpan",
    "_exports.exported_records": "Exportable",
    "_exports.export": "ExportedFolder",
    "_exports.formats": "CopyUse ExportFormat Format",
    "_model.article": "Family FamilyAgreement Furniture FurnitureKind",
    "_model.families": "AnyRecord CitedRecord FamilyName",
    "_model.dates": "DateBasis DateLike DateRange Precision Reading",
    "_model.ids": "CheckSubjectId ClaimSubjectId",
    "_model.paragraph": "Sentence",
    "_model.record": "Agreement Cited Entry HasId Record Sha256",
    "_model.vocabulary": (
        "ActorKind Aspect CheckVerdict ClaimKind Country EventContext EventMode EventType Grade LinkBasis "
        "LinkKind Modality QuadClass Qualifier QuoteKind Relation Role Sector Status TermCategory"
    ),
    "_questions.network": "Edge Node NodeLink",
    "_questions.related": "Reason ReasonKind",
    "_questions.table_schemas": "TABLES TableSchema",
    "_questions.timeline": "TimelineEntry",
}

__all__, __getattr__, __dir__ = _lazy_names(globals(), _HOMES)
