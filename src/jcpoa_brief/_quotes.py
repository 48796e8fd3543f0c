"""What stands in the article's quotation marks."""

from typing import Self, get_args

from ._cited_collection import CitedCollection
from ._filtering import Words
from ._ids import ActorId, EventId, QuoteId
from ._record import HasId, Record
from ._vocabulary import QuoteKind


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
    def wordings(self) -> tuple[str, ...]:
        """The forms in which its words stand in the body."""
        return (self.text,)


class Quotes(CitedCollection[Quote]):
    """The quotes, by id.

    >>> from jcpoa_brief import quotes
    >>> quotes.first().text
    'technical understanding'
    """

    __slots__ = ()
    _columns = ("id", "text", "kind", "speaker", "citations")
    _counted = "kind"

    def __getitem__(self, key: QuoteId, /) -> Quote:
        return self._record(key)

    @property
    def ids(self) -> tuple[QuoteId, ...]:
        """The ids, in the article's order."""
        return tuple(quote.id for quote in self)

    def by(self, speaker: ActorId | HasId[ActorId], /) -> Self:
        """Those that the article attributes to this actor.

        >>> from jcpoa_brief import quotes
        >>> quotes.by("saeed-khatibzadeh").first().kind
        'statement'
        """
        name = self._index.relations.resolve("actors", speaker, "speaker")
        return self._any_of("speaker", lambda quote: [quote.speaker], [name], "without a speaker")

    def of_kind(self, *kinds: QuoteKind) -> Self:
        """Those of any of these kinds. Raises UnknownValueError for a word that is none.

        >>> from jcpoa_brief import quotes
        >>> quotes.of_kind("title").first().text[:35]
        'Strategic Action Plan to Lift Sanct'
        """
        return self._worded(Words("kind", "of_kind(*kinds)", get_args(QuoteKind)), kinds, lambda quote: [quote.kind])
