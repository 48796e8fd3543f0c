"""What stands in the article's quotation marks."""

from .._exported import exported_from
from .ids import ActorId, EventId, QuoteId
from .record import Record
from .vocabulary import QuoteKind


@exported_from("jcpoa_brief")
class Quote(Record, frozen=True):
    """One wording that the article sets in quotation marks, cited at every place where it stands.

    >>> from jcpoa_brief import quotes
    >>> quotes.find("maximum pressure").only().kind
    'phrase'
    """

    id: QuoteId
    """Lower-case words joined by hyphens; a literal type."""
    text: str
    """The words inside the marks, without a comma or full stop that only American style puts there."""
    kind: QuoteKind
    """Direct speech, a turn of phrase, or a title."""
    speaker: ActorId | None = None
    """To whom the article attributes the words, where it does."""
    event: EventId | None = None
    """The statement or act that the words belong to."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that ``.find`` knows it by."""
        return (self.text,)

    @property
    def surface_forms(self) -> tuple[str, ...]:
        """The forms in which its words stand in the body."""
        return (self.text,)
