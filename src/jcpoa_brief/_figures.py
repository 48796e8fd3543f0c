"""The article's numbers and quantities."""

from typing import Self

from ._cited_collection import CitedCollection
from ._filtering import Words
from ._ids import ActorId, EventId, FigureId
from ._record import Record
from ._vocabulary import Qualifier


class Figure(Record, frozen=True):
    """A number or quantity that the article gives.

    >>> from jcpoa_brief import figures
    >>> covid = figures.with_unit("deaths").first()
    >>> covid.qualifier, covid.value
    ('over', 60000)
    """

    id: FigureId
    """Lower-case words joined by hyphens; a literal type."""
    value: int | float
    """The number."""
    unit: str
    """What is counted, in the plural: ``deaths``, ``months``, ``pages``."""
    qualifier: Qualifier
    """How the number is meant."""
    what: str
    """What the number says, in our own words."""
    credited_to: ActorId | None = None
    """Whom the article cites for it, where it cites anybody."""
    event: EventId | None = None
    """The event that it measures."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that ``.find`` knows it by."""
        return (self.what,)


class Figures(CitedCollection[Figure]):
    """The figures, by id.

    >>> from jcpoa_brief import figures
    >>> len(figures) > 10
    True
    """

    __slots__ = ()
    _columns = ("id", "value", "unit", "qualifier", "what", "citations")

    def __getitem__(self, key: FigureId, /) -> Figure:
        return self._record(key)

    @property
    def ids(self) -> tuple[FigureId, ...]:
        """The ids, in the article's order."""
        return tuple(figure.id for figure in self)

    def with_unit(self, *units: str) -> Self:
        """Those that count any of these, such as ``deaths``. A unit is free text, no closed list: each figure names its
        own, in ``figure.unit``. Raises UnknownValueError, which lists the units in use, for one that none has.

        >>> from jcpoa_brief import figures
        >>> {figure.unit for figure in figures.with_unit("deaths")}
        {'deaths'}
        """
        known = tuple(map(str, self._index.facet("unit", _unit)))
        return self._worded(Words("unit", "with_unit(*units)", known), units, _unit)


def _unit(figure: Figure) -> tuple[str]:
    return (figure.unit,)
