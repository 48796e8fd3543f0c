"""The words that the article sets in quotation marks."""

from typing import ClassVar, Self

from .._model.ids import ActorId, QuoteId
from .._model.quote import Quote
from .._model.record import Entry, HasId
from .._model.vocabulary import QuoteKind
from .collection import CitedCollection, Keyed


class Quotes(CitedCollection[Quote], Keyed[Quote, QuoteId]):
    """The quotes, by id.

    >>> quotes.first().text
    'technical understanding'
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Quote
    _shown = ("id", "text", "kind", "speaker", "cited")
    _counted = "kind"

    def by(self, *speakers: ActorId | HasId[ActorId]) -> Self:
        """Those that the article attributes to any of these actors.

        >>> quotes.by("saeed-khatibzadeh").first().kind
        'statement'
        """
        return self._filter_by_id("speaker", "by(*speakers)", speakers, argument="speaker", lacking="without a speaker")

    def of_kind(self, *kinds: QuoteKind) -> Self:
        """Those of any of these kinds. Raises UnknownValueError for any other word.

        >>> quotes.of_kind("title").first().text[:35]
        'Strategic Action Plan to Lift Sanct'
        """
        return self._filter_by_word("kind", "of_kind(*kinds)", kinds)
