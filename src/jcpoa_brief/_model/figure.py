"""The article's numbers and quantities."""

from typing import ClassVar

from .ids import ActorId, EventId, FigureId
from .record import Record
from .vocabulary import Qualifier


class Figure(Record, frozen=True):
    """A number or quantity that the article gives.

    >>> covid = figures.with_unit("deaths").first()
    >>> covid.qualifier, covid.value
    ('over', 60000)
    """

    _name_fields: ClassVar[tuple[str, ...]] = ("what",)

    id: FigureId
    value: int | float
    """The number."""
    unit: str
    """What is counted, in the plural: ``deaths``, ``months``, ``pages``."""
    qualifier: Qualifier
    """How the number is meant."""
    what: str
    """What is measured, in our own words: a description."""
    credited_to: ActorId | None = None
    """Whom the article cites for it, where it cites anybody."""
    event: EventId | None = None
    """The event that it measures."""
