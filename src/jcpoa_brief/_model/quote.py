"""Quotes: the words that the article sets in quotation marks."""

from typing import ClassVar

from .ids import ActorId, EventId, QuoteId
from .record import Record
from .vocabulary import QuoteKind


class Quote(Record, frozen=True):
    """One wording that the article sets in quotation marks, cited at each of its places.

    >>> quotes.find("maximum pressure").only().kind
    'phrase'
    """

    _name_fields: ClassVar[tuple[str, ...]] = ("text",)
    _form_fields: ClassVar[tuple[str, ...]] = ("text",)

    id: QuoteId
    text: str
    """The words inside the marks, without a comma or full stop that only American style puts there."""
    kind: QuoteKind
    """Direct speech, a turn of phrase, or a title."""
    speaker: ActorId | None = None
    """The actor to whom the article attributes the words, if it does."""
    event: EventId | None = None
    """The statement or act that the words belong to."""
