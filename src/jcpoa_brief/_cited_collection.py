"""A collection whose records cite the article: all families but the sources and the paragraphs themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Self, TypeVar, get_args

from ._arguments import check_number
from ._collection import Collection
from ._ids import ParagraphNumber
from ._record import Record

Record_co = TypeVar("Record_co", bound=Record, covariant=True)

_NUMBERS: Final[tuple[int, ...]] = get_args(ParagraphNumber)


class CitedCollection(Collection[Record_co]):
    """A collection whose records cite the article."""

    __slots__ = ()

    def cited_in(self, *paragraphs: ParagraphNumber) -> Self:
        """The records that cite any of these paragraphs. Raises UnknownValueError for a number that the article does
        not have.

        >>> from jcpoa_brief import quotes
        >>> quotes.cited_in(1).first().text
        'technical understanding'
        """
        for number in paragraphs:
            check_number("paragraph", number, _NUMBERS, "cited_in(*paragraphs)")
        return self._any_of("paragraphs", _paragraphs_of, paragraphs)


def _paragraphs_of(record: Record) -> Iterable[int]:
    return record.paragraphs
