"""Compares the spans of an extraction system with the annotation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias, get_args

from .._argument_checks import check_number, check_type, check_word, read_words, require_iterable
from .._collections.table_columns import Cell, Row, Tabular
from .._html import element
from .._messages import first_lines, listed
from .._model.families import CitedRecord, RecordId
from .._model.ids import ParagraphNumber
from .._model.record import PARAGRAPH_NUMBERS, Agreement, Record
from .._public_class import public
from ..errors import InvalidPredictionsError, Problem
from .pairing import paired
from .predictions import LabelledSpan, PlacedSpans, PredictedSpan, read_predictions

SpanMatch: TypeAlias = Literal["exact", "overlap"]
"""When a predicted span is right: it has the same start and end, or at least one character in common."""

CitedField: TypeAlias = Literal["citations", "trigger", "date", "other_dates", "place", "links"]
"""Which citations of a record are looked for: its own, or of an event those of its trigger, its dates, its place or its
links."""

_FIELDS: Final[tuple[CitedField, ...]] = get_args(CitedField)
_ALL: Final[tuple[Agreement, ...]] = get_args(Agreement)
_COLLECTION: Final = "records that cite the article, such as actors or events.actual"
_LABELS: Final = ("kind", "type", "category", "unit", "verdict")
"""The fields that a system would label a record with; each family has one of them."""

_SHOWN: Final = 10  # spans that a printed evaluation lists of a kind


@public
@dataclass(frozen=True, slots=True)
class AnnotatedSpan:
    """A span of the annotation, and the records that cite it.

    >>> evaluate([], actors).missed[0].ids
    ('iaea',)
    """

    paragraph: int
    """The paragraph's number."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character."""
    label: str | None
    """The id or label that a prediction must have; none if predictions have none."""
    ids: tuple[RecordId, ...]
    """The records that cite it; often one."""

    @property
    def span(self) -> LabelledSpan:
        """Place and label alone."""
        return LabelledSpan(self.paragraph, self.start, self.end, self.label)


@public
@dataclass(frozen=True, repr=False, slots=True)
class Evaluation(Tabular):
    """How predictions compare with the annotation. Each prediction is paired with at most one annotated span, and each
    span with at most one prediction.

    >>> evaluate([citation for actor in actors for citation in actor.citations], actors).recall
    1.0
    """

    match: SpanMatch
    """When a predicted span counted as right."""
    found: tuple[tuple[LabelledSpan, AnnotatedSpan], ...]
    """The pairs of a prediction and the span that it gets right, in the article's order of the spans."""
    missed: tuple[AnnotatedSpan, ...]
    """Annotated spans that no prediction matches."""
    spurious: tuple[LabelledSpan, ...]
    """Predictions that match nothing, in their order; of equal predictions, all but one."""
    set_aside: tuple[LabelledSpan, ...]
    """Predictions that are not counted: they match only a span of a record that was left out, or lie in a paragraph
    that was not chosen."""
    left_out: tuple[RecordId, ...]
    """Records that are not counted: by ``agreement``, or because they have no label when predictions have labels."""
    field: CitedField = "citations"
    """Which citations of the records were looked for."""
    unknown_labels: tuple[str, ...] = ()
    """Labels of predictions that no record has; such predictions are spurious."""
    outside_body: int = 0
    """Predictions on a reader's own file that lie outside the article's body; they are not counted."""

    @property
    def precision(self) -> float | None:
        """The share of the counted predictions that are right; None if there are none."""
        return _share(len(self.found), len(self.found) + len(self.spurious))

    @property
    def recall(self) -> float | None:
        """The share of the annotated spans that are found; None if there are none."""
        return _share(len(self.found), len(self.found) + len(self.missed))

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when there are neither predictions nor spans."""
        return _share(2 * len(self.found), 2 * len(self.found) + len(self.spurious) + len(self.missed))

    @property
    def by_label(self) -> dict[str, Evaluation]:
        """An evaluation for each label, in alphabetical order; empty if predictions have none.

        >>> result = evaluate([(1, 106, 129, "phrase")], quotes)
        >>> {label: part.recall for label, part in result.by_label.items()}["title"]
        0.0
        """
        spans = [*self.spurious, *self.set_aside, *(span for span, _ in self.found), *(one.span for one in self.missed)]
        return {
            label: replace(
                self,
                found=tuple(pair for pair in self.found if pair[0].label == label),
                missed=tuple(one for one in self.missed if one.label == label),
                spurious=tuple(span for span in self.spurious if span.label == label),
                set_aside=tuple(span for span in self.set_aside if span.label == label),
                unknown_labels=tuple(name for name in self.unknown_labels if name == label),
                left_out=(),
                outside_body=0,
            )
            for label in sorted({span.label for span in spans if span.label is not None})
        }

    def rows(self) -> list[Row]:
        """One flat dict a span, for data frames: ``outcome`` is found, missed, spurious or set_aside.

        >>> evaluate([(1, 0, 2)], actors).rows()[-1]["outcome"]
        'spurious'
        """
        return [
            *(_row("found", annotated, annotated, span) for span, annotated in self.found),
            *(_row("missed", annotated, annotated, None) for annotated in self.missed),
            *(_row("spurious", span, None, span) for span in self.spurious),
            *(_row("set_aside", span, None, span) for span in self.set_aside),
        ]

    def __repr__(self) -> str:
        left_out = f"; left out: {len(self.left_out)} records" if self.left_out else ""
        set_aside = f", {len(self.set_aside)} set aside" if self.set_aside else ""
        outside = f", {self.outside_body} outside the body" if self.outside_body else ""
        unknown = f"; unknown labels: {listed(self.unknown_labels)}" if self.unknown_labels else ""
        how = self.match if self.field == "citations" else f"{self.match}, {self.field}"
        scores = (("precision", self.precision), ("recall", self.recall), ("F1", self.f1))
        said = ", ".join(f"{name} {'undefined' if share is None else f'{share:.3f}'}" for name, share in scores)
        return (
            f"<Evaluation ({how}): {said}; {len(self.found)} found, {len(self.missed)} missed, "
            f"{len(self.spurious)} spurious{set_aside}{outside}{unknown}{left_out}>"
        )

    def __str__(self) -> str:
        missed, spurious = (
            [f"{head} {one.paragraph}:{one.start}-{one.end} {one.label or ''}".rstrip() for one in spans]
            for head, spans in (("missed", self.missed), ("spurious", self.spurious))
        )
        return "\n".join((repr(self)[1:-1], *first_lines(missed, _SHOWN), *first_lines(spurious, _SHOWN)))

    def _repr_html_(self) -> str:
        return element("pre", str(self))


def evaluate(  # noqa: PLR0913  # all but two have a default
    predicted: Iterable[PredictedSpan] | PlacedSpans,
    collection: Iterable[CitedRecord],
    /,
    *,
    field: CitedField | None = None,
    match: SpanMatch = "exact",
    agreement: Agreement | Iterable[Agreement] = _ALL,
    paragraphs: Iterable[ParagraphNumber] = PARAGRAPH_NUMBERS,
) -> Evaluation:
    """Compares predicted spans with the citations of a collection: mentions of actors, the clauses of events, quotes,
    terms, figures, claims.

    Offsets are those of a ``Citation``: Unicode code points of the paragraph's normal form, the end not included.
    Without ids or labels, a place that several records cite counts once. With ids, a prediction must have the id of a
    record that cites the place; with labels, the record's kind, type, category, unit or verdict.

    Predictions and spans are paired so that as many as possible are right, each used once: a second prediction of the
    same place is spurious, and a long prediction over two mentions finds one of them.

    Args:
        predicted: ``(paragraph, start, end)``, or with an id or label as a fourth, or citations. All with, or all
            without a fourth. Of a file of your own, ``align(path).spans(…)``.
        collection: What to find: records that cite the article, such as ``actors`` or ``events.actual``.
        field: Which citations of the records are looked for: their own by default, or of events those of the
            ``trigger``, the ``date``, the ``place`` and so on. Where it is not given and half of the predictions or
            more are citations of one other field, and fewer of this one, an error names that field.
        match: ``exact`` wants the same start and end, ``overlap`` at least one character in common.
        agreement: The records that count, by how far the annotators agreed on them: ``"both"`` leaves out those on
            which they differed, most events among them; ``len(left_out)`` says how many. A prediction of a record that
            was left out counts neither for nor against.
        paragraphs: The paragraphs that the system was given; spans of others need not be found, and predictions there
            count neither for nor against. (``actors.cited_in(5)`` keeps whole records, with their other mentions.)

    Raises:
        InvalidPredictionsError: Predictions that name a place that does not exist; all of them are listed. Or
            predictions of another field than the one looked for. A label that no record has is wrong, not an error.
        UnknownValueError: A match, an agreement or a paragraph that does not exist.
        WrongTypeError: A collection of what does not cite the article, such as ``sources``.

    >>> spans = [citation for quote in quotes for citation in quote.citations]
    >>> result = evaluate(spans[1:], quotes)
    >>> result.precision, len(result.missed)
    (1.0, 1)
    """
    check_word("match", match, get_args(SpanMatch))
    if field is not None:
        check_word("field", field, _FIELDS)
    kept = read_words("agreement", agreement, _ALL)
    require_iterable("collection", collection, _COLLECTION)
    records = tuple(collection)
    for record in records:
        check_type("collection", record, Record, _COLLECTION)
    require_iterable("paragraphs", paragraphs, "numbers of paragraphs, as in [5] or paragraphs.numbers")
    numbers = tuple(paragraphs)
    for number in numbers:
        check_number("paragraph", number, PARAGRAPH_NUMBERS)
    within = frozenset(numbers)
    outside = predicted.outside if isinstance(predicted, PlacedSpans) else ()
    every = read_predictions(predicted.spans if isinstance(predicted, PlacedSpans) else predicted)
    spans = [span for span in every if span.paragraph in within]
    labels = _expected_labels(records, spans)
    labelled = any(span.label is not None for span in spans)
    counted = [record for record in records if not labelled or labels[record.id] is not None]
    certain = [record for record in counted if record.agreement in kept]
    doubtful = [record for record in counted if record.agreement not in kept]
    looked_for: CitedField = field or "citations"
    annotated = _annotated(certain, labels, within, looked_for)
    overlap = match == "overlap"
    pairs = paired(spans, [one.span for one in annotated], overlap=overlap)
    rest = [place for place in range(len(spans)) if place not in pairs]
    uncertain = [one.span for one in _annotated(doubtful, labels, within, looked_for)]
    aside = {rest[place] for place in paired([spans[place] for place in rest], uncertain, overlap=overlap)}
    spurious = tuple(spans[place] for place in rest if place not in aside)
    if field is None:
        _check_field(len(pairs), spurious, {one: _annotated(counted, labels, within, one) for one in _FIELDS[1:]})
    taken, known = set(pairs.values()), {*labels.values()}
    not_chosen = (span for span in every if span.paragraph not in within)
    return Evaluation(
        match=match,
        found=tuple((spans[place], annotated[pairs[place]]) for place in sorted(pairs, key=lambda place: pairs[place])),
        missed=tuple(one for number, one in enumerate(annotated) if number not in taken),
        spurious=spurious,
        set_aside=(*(spans[place] for place in rest if place in aside), *not_chosen),
        left_out=tuple(record.id for record in records if record.agreement not in kept or record not in counted),
        field=looked_for,
        unknown_labels=tuple(sorted({span.label for span in spans if span.label and span.label not in known})),
        outside_body=len(outside),
    )


def _expected_labels(records: Iterable[CitedRecord], spans: Iterable[LabelledSpan]) -> dict[str, str | None]:
    """The label that a prediction of each record must have: its id or its kind, as more predictions have; else None."""
    given = Counter(span.label for span in spans if span.label is not None)
    by_label: dict[str, str | None] = {record.id: label_of(record) for record in records}
    by_id: dict[str, str | None] = {key: key for key in by_label}
    if not given:
        return dict.fromkeys(by_id)
    hits = [sum(given[label] for label in {*labels.values()} if label) for labels in (by_id, by_label)]
    return by_id if hits[0] > hits[1] else by_label


def label_of(record: CitedRecord) -> str | None:
    """The label that a system would give the record; none for an event without a type."""
    return next((getattr(record, field) for field in _LABELS if hasattr(record, field)), None)


def _check_field(
    right: int, spurious: Sequence[LabelledSpan], others: Mapping[CitedField, Sequence[AnnotatedSpan]]
) -> None:
    """Raises InvalidPredictionsError if half of the predictions, and more than are right, are of another field."""
    hits = {other: len(paired(spurious, [one.span for one in spans], overlap=False)) for other, spans in others.items()}
    likely = max(hits, key=lambda other: hits[other])
    if hits[likely] > right and 2 * hits[likely] >= right + len(spurious):
        what = f"{hits[likely]} of the {len(spurious)} that miss are the {likely} of a record: say field={likely!r}"
        raise InvalidPredictionsError((Problem("predicted", f"{what}, or field='citations' all the same"),))


def _annotated(
    records: Iterable[CitedRecord], labels: Mapping[str, str | None], within: frozenset[int], field: CitedField
) -> tuple[AnnotatedSpan, ...]:
    """The distinct spans of a field of some records in some paragraphs, in the article's order."""
    cited: dict[LabelledSpan, dict[RecordId, None]] = {}
    for record in records:
        for place, citation in record.all_citations():
            if re.split(r"[.\[]", place)[0] != field:
                continue
            span = LabelledSpan(citation.paragraph, citation.start, citation.end, labels[record.id])
            if citation.paragraph in within:
                cited.setdefault(span, {})[record.id] = None
    order = sorted(cited, key=lambda span: (span[:3], span.label or ""))
    return tuple(AnnotatedSpan(*span, tuple(cited[span])) for span in order)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _row(
    outcome: str, span: AnnotatedSpan | LabelledSpan, annotated: AnnotatedSpan | None, prediction: LabelledSpan | None
) -> dict[str, Cell]:
    return {
        "outcome": outcome,
        "paragraph": span.paragraph,
        "start": span.start,
        "end": span.end,
        "label": span.label,
        "predicted_start": prediction.start if prediction else None,
        "predicted_end": prediction.end if prediction else None,
        "ids": "; ".join(annotated.ids) if annotated else "",
    }
