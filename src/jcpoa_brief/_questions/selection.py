"""Records of all families at once: everything that cites a paragraph, and one record by its id alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Final, overload

from pydantic_core import CoreSchema, core_schema

from .._argument_checks import check_type
from .._collections.actors import Actors
from .._collections.checks import Checks
from .._collections.claims import Claims
from .._collections.collection import CitedCollection, schema_of_ids
from .._collections.events import Events
from .._collections.figures import Figures
from .._collections.filtering import AnyOrAll, left_out_of
from .._collections.glossary import Glossary
from .._collections.quotes import Quotes
from .._collections.table_columns import Row, Tabular, joined
from .._load.loaded import actors, checks, claims, events, figures, glossary, quotes, relations
from .._messages import counted
from .._model.actor import Actor
from .._model.check import Check
from .._model.claim import Claim
from .._model.event import Event
from .._model.families import FAMILIES, AnyRecord, CitedRecord, RecordId
from .._model.figure import Figure
from .._model.ids import ActorId, CheckId, ClaimId, EventId, FigureId, ParagraphNumber, QuoteId, SourceId, TermId
from .._model.quote import Quote
from .._model.record import Citation
from .._model.source import Source
from .._model.term import Term
from .._public_class import public
from .all_records import BY_ID, family_of, title_of


@public
@dataclass(frozen=True, repr=False, slots=True)
class Selection(Tabular):
    """Some records of every cited family, each family a collection with all its filters.

    Iterating gives the records family after family, in the order of the fields, each family in the article's order.
    Selections combine with ``|``, ``&`` and ``-``.

    >>> selection = cited_in(5)
    >>> len(selection) == sum(1 for record in selection)
    True
    """

    actors: Actors
    """Who acts."""
    events: Events
    """Events, real or not."""
    quotes: Quotes
    """What the article sets in quotation marks."""
    glossary: Glossary
    """Terms that a newcomer would look up."""
    figures: Figures
    """Numbers and quantities."""
    claims: Claims
    """What is claimed."""
    checks: Checks
    """Where the article and independent sources agree or differ."""
    _shown = ("family", "id", "title", "paragraphs")

    def _collections(self) -> dict[str, CitedCollection[CitedRecord]]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> CoreSchema:
        del source, handler
        return schema_of_ids(cls, _of_ids, lambda selection: list(selection.ids), core_schema.str_schema())

    def __iter__(self) -> Iterator[CitedRecord]:
        for collection in self._collections().values():
            yield from collection

    def __len__(self) -> int:
        return sum(map(len, self._collections().values()))

    def __contains__(self, item: object) -> bool:
        return any(item in collection for collection in self._collections().values())

    def __repr__(self) -> str:
        counts = counted(name for name, part in self._collections().items() for _ in part)
        left_out = left_out_of(*self._collections().values())
        return f"<Selection: {len(self)}{f' ({counts})' if counts else ''}{f'; {left_out}' if left_out else ''}>"

    @property
    def ids(self) -> tuple[RecordId, ...]:
        """The ids of all its records, in the order of iteration.

        >>> "iran" in cited_in(2).ids
        True
        """
        return tuple(record.id for record in self)

    def rows(self) -> list[Row]:
        """One flat dict for each record, with what all families share: family, id, title, paragraphs and
        how far the annotation passes agreed. The collections' own rows have every field.

        >>> cited_in(2).rows()[0]["family"]
        'actors'
        """
        return [
            {
                "family": family_of(record),
                "id": record.id,
                "title": title_of(record),
                "paragraphs": joined(record.paragraphs),
                "agreement": record.agreement,
            }
            for record in self
        ]

    def _each(self, narrowed: Callable[[CitedCollection[CitedRecord]], object]) -> Selection:
        """A selection of the result for each family."""
        made: dict[str, Any] = {name: narrowed(part) for name, part in self._collections().items()}
        return Selection(**made)

    def cited_in(
        self, *places: ParagraphNumber | Citation | str, match: AnyOrAll = "any", parts: bool = False
    ) -> Selection:
        """Those that cite any, or with ``match="all"`` all, of these paragraphs or stretches; with ``parts`` an event's
        trigger, dates, place and links count too. Raises UnknownValueError for a number that the article does not have.

        >>> cited_in(5).cited_in(5) == cited_in(5)
        True
        """
        return self._each(lambda part: part.cited_in(*places, match=match, parts=parts))

    def where(self, predicate: Callable[[CitedRecord], object], /) -> Selection:
        """The records of all families for which the function is true.

        >>> doubtful = cited_in(5).where(lambda record: record.note)
        >>> all(record.note for record in doubtful)
        True
        """
        return self._each(lambda part: part.where(predicate))

    def __or__(self, other: Selection) -> Selection:
        return self._with(other, lambda mine, theirs: mine | theirs)

    def __and__(self, other: Selection) -> Selection:
        return self - (self - other)

    def __sub__(self, other: Selection) -> Selection:
        return self._with(other, lambda mine, theirs: mine - theirs)

    def _with(self, other: Selection, combined: Callable[[Any, Any], object]) -> Selection:
        """A selection of the result for each family of both selections."""
        check_type("other", other, Selection, "another Selection, such as cited_in(5)")
        theirs = iter(other._collections().values())
        return self._each(lambda part: combined(part, next(theirs)))


def _of_ids(ids: list[RecordId]) -> Selection:
    chosen = {lookup(key).id for key in ids}
    found = _ALL.where(lambda record: record.id in chosen)
    if len(found) < len(chosen):
        raise ValueError("a selection holds no sources")
    return found


_ALL: Final = Selection(actors, events, quotes, glossary, figures, claims, checks)


def cited_in(*places: ParagraphNumber | Citation | str, match: AnyOrAll = "any", parts: bool = False) -> Selection:
    """Everything that cites any, or with ``match="all"`` all, of these places, of every family: paragraphs by their
    number, counted from the top of the body without pull quotes and links, or stretches of one, as a citation or its
    text ``5:0-26``. With ``parts`` the trigger, dates, place and links of an event count too; without, the ``repr``
    counts what it would add. Raises UnknownValueError for a number that the article does not have.

    >>> cited_in(1).actors.first().id
    'iaea'
    """
    return _ALL.cited_in(*places, match=match, parts=parts)


@overload
def lookup(key: ActorId, /) -> Actor: ...
@overload
def lookup(key: EventId, /) -> Event: ...
@overload
def lookup(key: QuoteId, /) -> Quote: ...
@overload
def lookup(key: TermId, /) -> Term: ...
@overload
def lookup(key: FigureId, /) -> Figure: ...
@overload
def lookup(key: ClaimId, /) -> Claim: ...
@overload
def lookup(key: CheckId, /) -> Check: ...
@overload
def lookup(key: SourceId, /) -> Source: ...
@overload
def lookup(key: RecordId, /) -> AnyRecord: ...


def lookup(key: RecordId, /) -> AnyRecord:
    """The record with this id, whatever its family. A literal id gives a record of the type of its family.

    Raises UnknownIdError, which names near misses of all families. A retired id resolves with a RetiredIdWarning that
    names its replacement.

    >>> lookup("iran").kind, lookup("jcpoa").category
    ('state', 'agreement')
    """
    return record_of(key)


def record_of(key: str) -> AnyRecord:
    """``lookup`` for the package itself: type checkers try each of its overloads for each of 460 literals."""
    check_type("key", key, str, "the id of a record of any family")
    return BY_ID[key if key in BY_ID else relations.resolve(FAMILIES, key, "key")]
