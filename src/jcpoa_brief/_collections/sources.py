"""The pages that checks and definitions rest on: the independent sources."""

from typing import ClassVar, Self

from .._model.ids import SourceId
from .._model.record import Entry
from .._model.source import Source
from .._model.vocabulary import Grade
from .collection import Keyed


class Sources(Keyed[Source, SourceId]):
    """The sources, by id.

    >>> sources["article-page"].publisher
    'Inside Arabia'
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Source
    _shown = ("id", "publisher", "grade", "shows", "address")
    _counted = "grade"

    def of_grade(self, *grades: Grade) -> Self:
        """Those of any of these grades. Raises UnknownValueError for any other word.

        >>> sources["article-page"] in sources.of_grade("newsroom")
        True
        """
        return self._filter_by_word("grade", "of_grade(*grades)", grades)
