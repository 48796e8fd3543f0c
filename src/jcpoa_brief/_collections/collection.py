"""What every collection can do: iterate in the article's order, look up, find, combine, say what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, ClassVar, Final, Generic, Self, TypeVar, cast

from pydantic_core import CoreSchema, core_schema

from .._argument_checks import check_flag, check_number, check_type
from .._messages import MOST_NEAR, counted, describe, first_lines, listed
from .._model.ids import ParagraphNumber
from .._model.record import PARAGRAPH_NUMBERS, Citation, Entry, Record, paragraph_number
from ..errors import BriefError, NotOneError, UnknownIdError, WrongTypeError
from .filtering import AnyOrAll, Filtering, left_out_of
from .index import NOWHERE, Entry_co, LeftOut, Positions, common, has, left_out_of_either, union
from .relations import RECORD_NOUNS
from .table_columns import Column, Row, Tabular, cited_paragraphs, computed, family_columns, row

_PRINTED: Final = 12  # records that a printed collection shows


class Collection(Filtering[Entry_co], Tabular):
    """Records of one family, all of them or a selection.

    It iterates over records, not ids, in the article's order; ``len``, ``bool``, ``reversed`` and ``in`` (an id or a
    record) work.
    Selections of one family combine with ``|``, ``&`` and ``-``. It cannot be changed.
    """

    __slots__ = ()

    _counted: ClassVar[str] = ""  # the field whose values the repr counts

    # -- looking at it --

    def __iter__(self) -> Iterator[Entry_co]:
        records = self._index.records
        return iter(records if self._is_whole else [records[position] for position in self._positions])

    def __reversed__(self) -> Iterator[Entry_co]:
        return (self._index.records[position] for position in reversed(self._positions))

    def __len__(self) -> int:
        return len(self._positions)

    def __contains__(self, item: object) -> bool:
        key: object = item if isinstance(item, str | int) else getattr(item, "id", getattr(item, "number", None))
        position = self._index.place(key) if isinstance(key, str | int) else None
        if position is None or not has(self._positions, position):
            return False
        return key is item or self._index.records[position] == item

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self._index.family, *self._keys()))

    def __repr__(self) -> str:
        """How many records of how many; what filters left out; why it is empty, and similar names."""
        size = len(self) if self._is_whole else f"{len(self)} of {len(self._index.records)}"
        values = (str(getattr(record, self._counted)).replace("_", " ") for record in self) if self._counted else ()
        counts = f" ({found})" if (found := counted(values)) else ""
        unsure = f"{len(some)} of them not surely within" if (some := self._unsure()) else ""
        parts = [f"{type(self).__name__}: {size}{counts}", unsure, left_out_of(self)]
        if not self:
            near = self._near(self._asked)
            parts.append(f"near {describe(self._asked)}: {listed(near)}" if near else self._emptied)
            parts.append(self._elsewhere())
        return f"<{'; '.join(filter(None, parts))}>"

    def __str__(self) -> str:
        return "\n".join((repr(self), *first_lines(tuple(self), _PRINTED)))

    def _ipython_key_completions_(self) -> list[str]:
        return list(map(str, self._keys()))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

    def rows(self) -> list[Row]:
        """One dict for each record, for data frames: text, numbers, ``datetime.date`` and None; fields of a part
        begin with its name and ``_``. Fields with several values, such as citations, have tables in ``tables()``;
        the paragraphs, the other dates of an event and who takes part in it are also here, with semicolons.

        >>> events.rows()[0]["date_earliest"]
        datetime.date(2021, 2, 21)
        """
        return [{**row(record), **computed(record, self._index.relations)} for record in self]

    @classmethod
    def columns(cls) -> tuple[Column, ...]:
        """The columns of ``rows()``: names, types and what they mean.

        >>> [(column.name, column.type) for column in figures.columns()][:2]
        [('id', 'string'), ('value', 'number')]
        """
        return family_columns(cls.record_type)

    def _shown_rows(self) -> Iterable[Mapping[str, object]]:
        return ({**cells, "cited": cited_paragraphs(record)} for record, cells in zip(self, self.rows(), strict=True))

    # -- as a field of a pydantic model, and pickled --

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> CoreSchema:
        del source, handler
        return schema_of_ids(cls, cls._of_keys, cls._keys)

    @classmethod
    def _of_keys(cls, keys: list[str | int]) -> Self:
        whole: Self = getattr(import_module("jcpoa_brief"), cls.__name__.lower())
        return whole._select(whole._places(keys))

    def _keys(self, positions: Positions | None = None) -> list[str | int]:
        """The ids, or numbers, of its records or of those in some places."""
        return [self._index.keys[place] for place in (self._positions if positions is None else positions)]

    def _places(self, keys: Iterable[str | int]) -> Positions:
        """The positions of the records with some keys, which may be retired. Raises UnknownIdError."""
        return tuple(sorted(set(map(self._place, keys))))

    def __reduce__(self) -> str | tuple[object, ...]:
        """A pickle has only the ids of the records: it is small, and finds them in whatever data is installed."""
        notes = tuple((note.why, self._keys(note.positions), note.kept) for note in self._left_out)
        version = import_module("jcpoa_brief").__data_version__
        state = (self._index.family, version, self._keys(), notes, self._asked, self._emptied)
        return Collection._unpickled, state

    @staticmethod
    def _unpickled(  # noqa: PLR0913, PLR0917  # what a selection is made of
        family: str,
        version: str,
        keys: list[str | int],
        notes: tuple[tuple[str, list[str | int], bool], ...],
        asked: str | None,
        emptied: str,
    ) -> Collection[Entry]:
        """The selection of a pickle, in the installed data; an UnknownIdError notes the data of the pickle."""
        package = import_module("jcpoa_brief")
        whole: Collection[Entry] = getattr(package, family)
        try:
            left_out = tuple(LeftOut(why, at := whole._places(those), at, kept=kept) for why, those, kept in notes)
            positions = whole._places(keys)
        except UnknownIdError as error:
            error.add_note(f"the selection was pickled with data {version}; this is data {package.__data_version__}")
            raise
        every = whole._positions
        return type(whole)(whole._index, every if positions == every else positions, left_out, asked, emptied)

    # -- getting one --

    def get(self, key: str, /) -> Entry_co | None:
        """The record with this id, which may be any text, or None.

        >>> actors.get("atlantis") is None
        True
        """
        check_type("key", key, str, f"an id as text; {self._index.family}[…] and .get take no record and no place")
        position = self._index.place(key)
        return self._index.records[position] if position is not None and has(self._positions, position) else None

    def first(self) -> Entry_co:
        """The record that the article mentions first. Raises NotOneError if there is none.

        >>> actors.first().name
        'International Atomic Energy Agency'
        """
        if not self._positions:
            raise self._not_one()
        return self._index.records[self._positions[0]]

    def only(self) -> Entry_co:
        """Its only record. Raises NotOneError, with similar names, if there is none or several.

        >>> actors.find("IRGC").only().id
        'revolutionary-guards'
        """
        if len(self._positions) != 1:
            raise self._not_one()
        return self.first()

    def _not_one(self) -> NotOneError:
        near = tuple(map(str, self._keys())) if self else self._near(self._asked)
        error = NotOneError(self._index.family, len(self), self._asked, near)
        if not self and (elsewhere := self._elsewhere()):
            error.add_note(elsewhere)
        return error

    def _elsewhere(self) -> str:
        """Which other families have what was asked of ``find``."""
        return self._index.relations.elsewhere(self._index.family, self._asked) if self._asked else ""

    def _record(self, key: str | int) -> Entry_co:
        """The record with this key, for ``[]``. Raises UnknownIdError, or WrongTypeError for any other type."""
        return self._index.records[self._place(key)]

    def _place(self, key: str | int) -> int:
        """The position of the record with this key. Raises UnknownIdError for another text or the number of another
        paragraph, WrongTypeError for anything else.
        """
        family = self._index.family
        try:
            position = self._index.place(key)
        except TypeError:  # a list or a dict
            position = None
        if position is not None and has(self._positions, position):
            return position
        if isinstance(key, str):
            home = self._index.relations.family_of_id(key)
            raise UnknownIdError(family, key, self._near(key), home if home != family else "")
        if family == "paragraphs":
            raise UnknownIdError(family, key)
        instead: dict[type, str] = {
            int: f", not its place; .first() gives the first, tuple({family}) all",
            slice: f"; tuple({family})[:5] gives the first five",
            **dict.fromkeys((list, tuple, set), f"; for several use [{family}[key] for key in keys]"),
        }
        raise WrongTypeError("key", key, f"the id of {RECORD_NOUNS[family]}{instead.get(type(key), '')}")

    def _near(self, asked: str | None) -> tuple[str, ...]:
        """Ids of records with a similar id or name, best first."""
        among = self._positions or self._index.all_positions  # an empty selection has nothing to offer of its own
        near = self._index.names.near(asked) if asked is not None else ()
        return tuple(str(self._index.keys[place]) for place in near if has(among, place))[:MOST_NEAR]

    # -- selecting --

    def find(self, name: str, /) -> Self:
        """The records with this name, alias, abbreviation or code; case, accents, apostrophes and possessives do not
        matter. If there is none, those with a name that has all the words. Often one; if empty, its ``repr`` has
        similar names.

        >>> actors.find("tehran").only().id, actors.find("Q794").only().id, actors.find("Rouhany").of_kind("person")
        ('iran', 'iran', <Actors: 0 of 43; near 'Rouhany': 'hassan-rouhani'>)
        """
        check_type("name", name, str, "a name as text")
        positions = tuple(sorted(self._index.names.find(name)))
        return type(self)(self._index, common(self._positions, positions), self._left_out, name)

    def where(self, predicate: Callable[[Entry_co], object], /) -> Self:
        """The records for which the function is true.

        >>> all(actor.wikidata for actor in actors.where(lambda actor: actor.wikidata))
        True
        """
        given: object = predicate
        if not callable(given):
            raise WrongTypeError("predicate", given, "a function of a record, as in where(lambda record: record.note)")
        records = self._index.records
        return self._select(tuple(position for position in self._positions if predicate(records[position])))

    def __or__(self, other: Self) -> Self:
        self._check_alike(other)
        positions = union((self._positions, other._positions))
        sure = (set(self._positions) - set(self._unsure())) | (set(other._positions) - set(other._unsure()))
        unsure = LeftOut("", at := tuple(place for place in positions if place not in sure), at, kept=True)
        left_out = left_out_of_either(self._left_out, other._left_out, positions)
        return type(self)(self._index, positions, (*left_out, unsure) if at else left_out)

    def __and__(self, other: Self) -> Self:
        self._check_alike(other)
        # as if the filters of the other had been asked of this one: each counts what it finds here
        notes = (LeftOut(note.why, self._positions, note.positions, kept=note.kept) for note in other._left_out)
        return type(self)(self._index, common(self._positions, other._positions), (*self._left_out, *notes))

    def __sub__(self, other: Self) -> Self:
        self._check_alike(other)
        without = set(other._positions)
        positions = tuple(position for position in self._positions if position not in without)
        return type(self)(self._index, positions, self._left_out)

    def _check_alike(self, other: Self) -> None:
        """Raises WrongTypeError unless it is a selection of the same records."""
        if not isinstance(other, type(self)):
            raise WrongTypeError("other", other, f"another selection of {self._index.family}")
        if other._index is not self._index:
            raise WrongTypeError("other", other, f"a selection of the same {self._index.family}")


Id = TypeVar("Id", bound=str)


class Keyed(Collection[Entry_co], Generic[Entry_co, Id]):
    """A collection whose records are looked up by ids, which are literal types."""

    __slots__ = ()

    def __getitem__(self, key: Id, /) -> Entry_co:
        return self._record(key)

    @property
    def ids(self) -> tuple[Id, ...]:
        """The ids, in the article's order."""
        return cast("tuple[Id, ...]", tuple(self._keys()))


def schema_of_ids(
    cls: type[Any], read: Callable[[list[Any]], object], keys: Callable[[Any], list[Any]], of: CoreSchema | None = None
) -> CoreSchema:
    """For a class that is a field of a pydantic model: it validates from itself or from ids, and dumps to ids."""

    def checked(ids: list[Any]) -> object:
        try:
            return read(ids)
        except BriefError as error:
            raise ValueError(str(error)) from None  # as pydantic wants it

    ids = core_schema.no_info_after_validator_function(checked, core_schema.list_schema(of))
    return core_schema.json_or_python_schema(
        json_schema=ids,
        python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), ids]),
        serialization=core_schema.plain_serializer_function_ser_schema(keys),
    )


Record_co = TypeVar("Record_co", bound=Record, covariant=True)
_BY_PARTS: Final = "that cite it only for a date, a link or the like (parts=True)"


class CitedCollection(Collection[Record_co]):
    """A collection whose records cite the article."""

    __slots__ = ()

    def cited_in(self, *places: ParagraphNumber | Citation | str, match: AnyOrAll = "any", parts: bool = False) -> Self:
        """The records that cite any, or with ``match="all"`` all, of these places: paragraphs by their number, or
        spans, as a citation or its text ``5:0-26``, if a record cites at least a character of it. A number may be
        text too, such as ``¶5``. With ``parts`` the trigger, dates, place and links of an event count too; without, the
        ``repr`` counts what it would add.

        Raises UnknownValueError for a number that the article does not have.

        >>> quotes.cited_in(1).first().text, quotes.cited_in("1:111-115").first().text
        ('technical understanding', 'technical understanding')
        """
        check_flag("parts", parts)
        read: list[ParagraphNumber | Citation] = [
            (paragraph_number(place) or Citation.parse(place)) if isinstance(place, str) else place for place in places
        ]
        found = self._citing(read, match, parts=parts)
        return found if parts else self._counting(found, [(_BY_PARTS, lambda: self._citing(read, match, parts=True))])

    def _citing(self, places: Sequence[ParagraphNumber | Citation], match: AnyOrAll, *, parts: bool) -> Self:
        """Those that cite the places themselves or, with ``parts``, in any of their fields."""

        def cited(record: Record) -> Iterable[Citation]:
            return (citation for _, citation in record.all_citations()) if parts else record.citations

        def numbers(record: Record) -> Iterable[int]:
            return (citation.paragraph for citation in cited(record))

        table = self._index.facet(f"paragraphs, {parts=}", numbers)
        records = self._index.records
        groups: list[Positions] = []
        for place in places:
            if isinstance(place, Citation):
                near = table.get(place.paragraph, NOWHERE)
                groups.append(tuple(at for at in near if any(map(place.overlaps, cited(records[at])))))
            else:
                check_number("paragraph", place, PARAGRAPH_NUMBERS, "cited_in(*places)")
                groups.append(table.get(place, NOWHERE))
        return self._narrow_to(places, groups, match)
