"""What a reader new to the subject would look up."""

from typing import ClassVar, Self

from .._model.ids import TermId
from .._model.record import Entry
from .._model.term import Term
from .._model.vocabulary import TermCategory
from .collection import CitedCollection, Keyed


class Glossary(CitedCollection[Term], Keyed[Term, TermId]):
    """The terms, by id.

    >>> glossary.find("the nuclear deal").only().id
    'jcpoa'
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Term
    _shown = ("id", "term", "abbreviation", "category", "definition", "cited")
    _counted = "category"

    def in_category(self, *categories: TermCategory) -> Self:
        """Those of any of these fields. Raises UnknownValueError for any other word.

        >>> glossary["jcpoa"] in glossary.in_category("agreement")
        True
        """
        return self._filter_by_word("category", "in_category(*categories)", categories)

    @property
    def abbreviations(self) -> Self:
        """The terms that have a usual abbreviation, whether the article uses it or not; ``surface_forms`` of a term has
        it if it does.

        >>> "JCPOA" in [term.abbreviation for term in glossary.abbreviations]
        True
        """
        return self._filter_by_value("abbreviated", lambda term: [term.abbreviation is not None], [True])
