"""The article's numbers and quantities."""

from typing import ClassVar, Self

from .._model.figure import Figure
from .._model.ids import FigureId
from .._model.record import Entry
from .collection import CitedCollection, Keyed
from .filtering import values_of


class Figures(CitedCollection[Figure], Keyed[Figure, FigureId]):
    """The figures, by id.

    >>> len(figures) > 10
    True
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Figure
    _shown = ("id", "value", "unit", "qualifier", "what", "cited")

    def with_unit(self, *units: str) -> Self:
        """Those with any of these units, such as ``deaths``. A unit is free text; ``figure.unit`` has it. Raises
        UnknownValueError, which lists the units in use, for any other.

        >>> {figure.unit for figure in figures.with_unit("deaths")}
        {'deaths'}
        """
        known = tuple(map(str, self._index.facet("unit", values_of("unit"))))
        return self._filter_by_word("unit", "with_unit(*units)", units, allowed=known)
