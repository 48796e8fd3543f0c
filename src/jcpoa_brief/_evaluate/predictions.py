"""Reads the predictions for ``evaluate`` and checks them all before anything is compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import index
from typing import Final, NamedTuple, Protocol, SupportsIndex, TypeAlias, cast, runtime_checkable

from .._argument_checks import check_type, is_iterable, is_whole, require_iterable
from .._load.loaded import paragraphs
from .._model.record import Citation
from .._public_class import public
from ..errors import InvalidPredictionsError, Problem, WrongTypeError

PredictedSpan: TypeAlias = Citation | tuple[int, int, int] | tuple[int, int, int, str | None]
"""A prediction: paragraph, start and end, as of a ``Citation``, with an id or a label where the system gives one."""

_LENGTHS: Final[dict[int, int]] = {paragraph.number: paragraph.characters for paragraph in paragraphs}
_NUMBERS: Final = 3  # of a span: paragraph, start and end
_SIZES: Final = (_NUMBERS, _NUMBERS + 1)  # without and with an id or label


@public
class LabelledSpan(NamedTuple):
    """A span of one paragraph, with an id or label; sorts in the article's order.

    >>> LabelledSpan(5, 0, 26) < LabelledSpan(5, 2, 4) < LabelledSpan(6, 0, 1)
    True
    """

    paragraph: int
    start: int
    end: int
    label: str | None = None

    def overlaps(self, other: LabelledSpan) -> bool:
        """Whether the two have a character in common; labels do not matter.

        >>> span = LabelledSpan(5, 0, 26)
        >>> span.overlaps(LabelledSpan(5, 25, 30)), span.overlaps(LabelledSpan(5, 26, 30))
        (True, False)
        """
        check_type("other", other, LabelledSpan, "another LabelledSpan")
        return self.paragraph == other.paragraph and self.start < other.end and other.start < self.end


@public
@runtime_checkable
class PlacedSpans(Protocol):
    """Predictions on a reader's own file, as positions in the article; ``alignment.spans`` makes them."""

    @property
    def spans(self) -> tuple[PredictedSpan, ...]:
        """Those in the body."""
        ...

    @property
    def outside(self) -> tuple[tuple[int, int], ...]:
        """Start and end of the others in the file, such as those in a headline."""
        ...


def read_predictions(predicted: Iterable[PredictedSpan]) -> tuple[LabelledSpan, ...]:
    """The predictions as spans. Raises InvalidPredictionsError, which lists everything that is wrong with them."""
    if hasattr(predicted, "itertuples"):
        raise WrongTypeError("predicted", type(predicted), "its rows, as df.itertuples(index=False) gives them")
    require_iterable("predicted", predicted, "spans such as (5, 0, 26), or citations, in a list")
    given: list[object] = list(predicted)
    if len(given) in _SIZES and all(map(is_whole, given[:_NUMBERS])):
        raise WrongTypeError("predicted", predicted, "several spans; put a single one in a list: [(5, 0, 26)]")
    read = [_span(prediction) for prediction in given]
    spans = tuple(span for span in read if isinstance(span, LabelledSpan))
    some_labelled = any(span.label is not None for span in spans)
    problems: list[Problem] = []
    for number, span in enumerate(read):
        wrong = [span] if isinstance(span, str) else [*_wrong(span)]
        if some_labelled and isinstance(span, LabelledSpan) and span.label is None:
            wrong.append("it has no id or label, while others have; give all of them one or none")
        problems += (Problem(f"predicted[{number}]", what) for what in wrong)
    if problems:
        raise InvalidPredictionsError(tuple(problems))
    return spans


def _span(prediction: object) -> LabelledSpan | str:
    """A prediction as a span, or what is wrong with its shape."""
    if isinstance(prediction, Citation):
        return LabelledSpan(prediction.paragraph, prediction.start, prediction.end)
    parts: list[object] = list(cast("Iterable[object]", prediction)) if is_iterable(prediction) else []
    if len(parts) not in _SIZES:
        return f"want (paragraph, start, end), with an id or label as a fourth if there is one, not {prediction!r:.60}"
    numbers = [index(cast("SupportsIndex", part)) for part in parts[:_NUMBERS] if is_whole(part)]
    if len(numbers) < _NUMBERS:
        return f"paragraph, start and end must be whole numbers: {prediction!r:.60}"
    label = parts[_NUMBERS] if len(parts) > _NUMBERS else None
    if not (label is None or isinstance(label, str)):
        return f"the id or label must be a text, not {label!r:.60}"
    paragraph, start, end = numbers
    return LabelledSpan(paragraph, start, end, label)


def _wrong(span: LabelledSpan) -> Iterator[str]:
    """What is wrong with the position of a span."""
    length = _LENGTHS.get(span.paragraph)
    if length is None:
        yield f"there is no paragraph {span.paragraph}; the article has 1 to {max(_LENGTHS)}"
    if span.start < 0:
        yield f"the start, {span.start}, is negative"
    if span.end <= span.start:
        yield f"the end, {span.end}, must be after the start, {span.start}"
    elif length is not None and span.end > length:
        yield f"the end, {span.end}, lies past paragraph {span.paragraph}, which has {length} characters"
