"""What every collection can do: iterate in the article's order, look up, find, combine, and say what it holds and what
it left out.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import Any, ClassVar, Final, Generic, Literal, NoReturn, Self, TypeAlias, TypeVar, get_args

from pydantic_core import CoreSchema, core_schema

from .._arguments import check_number, check_type, check_word
from .._exported import exported_from
from .._html import table
from .._messages import describe, listed
from .._model.ids import ParagraphNumber
from .._model.record import Citation, Entry, Record
from ..errors import BriefError, NotOneError, UnknownIdError, WrongTypeError
from .filtering import LeftOut, Words, left_out_of_both, left_out_of_either
from .index import NOWHERE, Entry_co, FamilyIndex, Positions, common, has, union
from .relations import KINDS
from .rows import Column, Row, Tabular, cited_paragraphs, model_columns, row

AnyOrAll: TypeAlias = Literal["any", "all"]
"""What a filter that is given several wants of a record: ``any`` of them, or ``all``."""

_MOST_NEAR: Final = 3  # names that are offered for one that nobody bears

_PRINTED: Final = 12  # records that a printed collection shows


@exported_from("jcpoa_brief.types")
class Collection(Tabular, Generic[Entry_co]):
    """Records of one family, all of them or a selection.

    It iterates over records, not ids, in the article's order; ``len``, ``bool``, ``reversed`` and ``in`` (an id or a
    record) work.
    Selections of one family combine with ``|``, ``&`` and ``-``. It cannot be changed.
    """

    __slots__ = ("_asked", "_emptied", "_index", "_left_out", "_positions")

    record_type: ClassVar[type[Entry]]
    """The type of its records."""
    _columns: ClassVar[tuple[str, ...]] = ("id",)  # what a notebook's table shows
    _counted: ClassVar[str] = ""  # the field whose values the repr counts

    def __init__(
        self,
        index: FamilyIndex[Entry_co],
        positions: Positions | None = None,
        left_out: tuple[LeftOut, ...] = (),
        asked: str | None = None,
        emptied: str = "",
    ) -> None:
        self._index: Final = index
        self._positions: Final = index.all_positions if positions is None else positions
        self._left_out: Final = left_out
        self._asked: Final = asked
        self._emptied: Final = emptied  # what left nothing, where that is known

    # -- looking at it --

    def __iter__(self) -> Iterator[Entry_co]:
        records = self._index.records
        return iter(records if self._is_whole else [records[position] for position in self._positions])

    def __reversed__(self) -> Iterator[Entry_co]:
        return (self._index.records[position] for position in reversed(self._positions))

    def __len__(self) -> int:
        return len(self._positions)

    def __contains__(self, item: object) -> bool:
        key = item if isinstance(item, str | int) else _key_of(item)
        position = None if key is None else self._index.place(key)
        if position is None or not has(self._positions, position):
            return False
        return isinstance(item, str | int) or self._index.records[position] == item

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._positions == other._positions and (self._index is other._index or tuple(self) == tuple(other))

    def __hash__(self) -> int:
        return hash((self._index.family, self._positions))

    def __repr__(self) -> str:
        said = (
            f"{type(self).__name__}: {len(self)} of {len(self._index.records)}"
            if not self._is_whole
            else f"{type(self).__name__}: {len(self)}"
        )
        counts = ", ".join(f"{count} {value}" for value, count in self._tally().items())
        left_out = ", ".join(f"{len(part)} {part.why}" for part in self._left_out if len(part))
        parts = [f"{said} ({counts})" if counts else said, f"left out: {left_out}" if left_out else "", self._nothing]
        return f"<{'; '.join(filter(None, parts))}>"

    @property
    def _nothing(self) -> str:
        """Why it is empty and what is near, where that is known."""
        near = "" if self or self._asked is None else listed(self._near(self._asked))
        return f"near {describe(self._asked)}: {near}" if near else self._emptied if not self else ""

    def __str__(self) -> str:
        lines = [repr(self), *(f"  {record}" for record in islice(self, _PRINTED))]
        return "\n".join([*lines, f"  … and {len(self) - _PRINTED} more"] if len(self) > _PRINTED else lines)

    def _repr_html_(self) -> str:
        cells = ({**row, "cited": cited_paragraphs(record)} for record, row in zip(self, self.rows(), strict=True))
        return table(repr(self)[1:-1], self._columns, cells)

    def _ipython_key_completions_(self) -> list[str]:
        return [str(_key_of(record)) for record in self]

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

    def rows(self) -> list[Row]:
        """One dict a record, for data frames: text, numbers, ``datetime.date`` and None, the fields of a part under the
        part's name and ``_``. What a record may have several of, such as citations, has a table of its own in
        ``tables()``.

        >>> from jcpoa_brief import events
        >>> events.rows()[0]["date_earliest"]
        datetime.date(2021, 2, 21)
        """
        return [{**row(record), **self._derived(record)} for record in self]

    @classmethod
    def columns(cls) -> tuple[Column, ...]:
        """The columns of ``rows()``: names, types and what they mean.

        >>> from jcpoa_brief import figures
        >>> [(column.name, column.type) for column in figures.columns()][:2]
        [('id', 'string'), ('value', 'number')]
        """
        return (*model_columns(cls.record_type), *cls._derived_columns())

    @classmethod
    def _derived_columns(cls) -> tuple[Column, ...]:
        """The columns behind those of the model's fields."""
        return ()

    def _derived(self, record: Any) -> Row:  # noqa: ANN401  # a type that varies with the family takes no record
        """The cells of the derived columns."""
        del record
        return {}

    # -- as a field of a pydantic model --

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> CoreSchema:
        """It validates from itself or from ids, and dumps to ids."""
        del source, handler
        ids = core_schema.no_info_after_validator_function(cls._of_keys, core_schema.list_schema())
        return core_schema.json_or_python_schema(
            json_schema=ids,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), ids]),
            serialization=core_schema.plain_serializer_function_ser_schema(cls._keys),
        )

    @classmethod
    def _of_keys(cls, keys: list[str | int]) -> Self:
        """The selection of some keys, retired ones resolved. Raises ValueError, as pydantic wants it."""
        whole: Self = getattr(import_module("jcpoa_brief"), cls.__name__.lower())
        try:
            positions = {whole._index.by_key[_key_of(whole._record(key))] for key in keys}  # type: ignore[index]
        except BriefError as error:
            raise ValueError(str(error)) from None
        return whole._select(tuple(sorted(positions)))

    def _keys(self) -> list[str | int | None]:
        return [_key_of(record) for record in self]

    # -- getting one --

    def get(self, key: str, /) -> Entry_co | None:
        """The record with this id, which may be any text, or None.

        >>> from jcpoa_brief import actors
        >>> actors.get("atlantis") is None
        True
        """
        check_type("key", key, str, f"an id as text; {self._index.family}[…] and .get take no record and no place")
        position = self._index.place(key)
        return self._index.records[position] if position is not None and has(self._positions, position) else None

    def first(self) -> Entry_co:
        """The record that the article mentions first. Raises NotOneError when there is none.

        >>> from jcpoa_brief import actors
        >>> actors.first().name
        'International Atomic Energy Agency'
        """
        if not self._positions:
            raise NotOneError(self._index.family, 0, self._asked, self._near(self._asked))
        return self._index.records[self._positions[0]]

    def only(self) -> Entry_co:
        """Its one record. Raises NotOneError, which says how many there are and what is near, when there is none or
        several.

        >>> from jcpoa_brief import actors
        >>> actors.find("IRGC").only().id
        'revolutionary-guards'
        """
        if len(self._positions) != 1:
            near = tuple(str(_key_of(record)) for record in self) if self else self._near(self._asked)
            raise NotOneError(self._index.family, len(self), self._asked, near)
        return self._index.records[self._positions[0]]

    def _record(self, key: str | int) -> Entry_co:
        """The record with this key, for ``[]``; raises UnknownIdError, and WrongTypeError for what is no text."""
        try:
            position = self._index.place(key)
        except TypeError:  # a list or a dict
            self._refuse(key)
        if position is None or not has(self._positions, position):
            self._refuse(key)
        return self._index.records[position]

    def _refuse(self, key: object) -> NoReturn:
        """Raises UnknownIdError for a text, or a paragraph's number, and WrongTypeError for what cannot be a key."""
        family, kind = self._index.family, type(key)
        if isinstance(key, str):
            home = self._index.relations.home_of(key)
            raise UnknownIdError(family, key, self._near(key), home if home != family else "")
        if family == "paragraphs":
            raise UnknownIdError(family, key)
        wanted = f"the id of {KINDS[family]}"
        if kind is int:
            wanted += f", not its place; .first() gives the first, tuple({family}) all"
        elif kind is slice:
            wanted += f"; tuple({family})[:5] gives the first five"
        elif kind in (list, tuple, set):
            wanted += f"; several are had one by one, as in [{family}[key] for key in keys]"
        raise WrongTypeError("key", key, wanted)

    def _near(self, asked: str | None) -> tuple[str, ...]:
        """Ids of records whose id or name looks like what was asked, best first."""
        among = self._positions or self._index.all_positions  # an empty selection has nothing to offer of its own
        near = self._index.names.near(asked) if asked is not None else ()
        return tuple(str(self._index.keys[place]) for place in near if has(among, place))[:_MOST_NEAR]

    # -- selecting --

    def find(self, name: str, /) -> Self:
        """The records that bear this name, alias, abbreviation or code, whatever its capitals, accents, apostrophes or
        possessive; where no whole name fits, those one of whose names has all the words. Often one, empty on a miss:
        its ``repr`` then says what is near.

        >>> from jcpoa_brief import actors, glossary
        >>> actors.find("tehran").only().id, glossary.find("nuclear deal").only().id
        ('iran', 'jcpoa')
        >>> actors.find("Q794").only().id, actors.find("Rouhany").of_kind("person")
        ('iran', <Actors: 0 of 43; near 'Rouhany': 'hassan-rouhani'>)
        """
        check_type("name", name, str, "a name as text")
        positions = tuple(sorted(self._index.names.find(name)))
        return type(self)(self._index, common(self._positions, positions), self._left_out, name)

    def where(self, predicate: Callable[[Entry_co], object], /) -> Self:
        """The records for which the predicate holds; it is called once for each.

        >>> from jcpoa_brief import actors
        >>> all(actor.wikidata for actor in actors.where(lambda actor: actor.wikidata))
        True
        """
        given: object = predicate
        if not callable(given):
            raise WrongTypeError("predicate", given, "a function of a record, as in where(lambda record: record.note)")
        records = self._index.records
        return self._select(tuple(position for position in self._positions if predicate(records[position])))

    def __or__(self, other: Self) -> Self:
        theirs, notes = self._same_here(other)
        positions = union((self._positions, theirs))
        return type(self)(self._index, positions, left_out_of_either(self._left_out, notes, positions))

    def __and__(self, other: Self) -> Self:
        theirs, notes = self._same_here(other)
        left_out = left_out_of_both(self._left_out, notes, self._positions)
        return type(self)(self._index, common(self._positions, theirs), left_out)

    def __sub__(self, other: Self) -> Self:
        without = set(self._same_here(other)[0])
        positions = tuple(position for position in self._positions if position not in without)
        return type(self)(self._index, positions, self._left_out)

    def _same_here(self, other: Self) -> tuple[Positions, tuple[LeftOut, ...]]:
        """Where another selection's records stand in this one's index, and what it left out."""
        if not isinstance(other, type(self)):
            raise WrongTypeError("other", other, f"another selection of {self._index.family}")
        if other._index is not self._index:
            raise WrongTypeError("other", other, f"a selection of the same {self._index.family}")
        return other._positions, other._left_out

    def __reduce__(self) -> str | tuple[object, ...]:
        """A pickle names the records, so that it stays small and finds them in whatever data it is read with."""
        if not self._index.shipped:
            return type(self), (self._index, self._positions, self._left_out, self._asked, self._emptied)

        def keys(positions: Positions) -> tuple[str | int, ...]:
            return tuple(self._index.keys[place] for place in positions)

        notes = tuple((note.why, keys(note.positions)) for note in self._left_out)
        version = import_module("jcpoa_brief").__data_version__
        state = (keys(self._positions), notes, self._asked, self._emptied)
        return Collection._unpickled, (self._index.family, version, *state)

    @staticmethod
    def _unpickled(  # noqa: PLR0913, PLR0917  # what a selection is made of
        family: str,
        version: str,
        keys: tuple[str | int, ...],
        notes: tuple[tuple[str, tuple[str | int, ...]], ...],
        asked: str | None,
        emptied: str,
    ) -> Collection[Entry]:
        """The selection that a pickle names, of the data that is installed. Raises UnknownIdError for a record that it
        does not have, with a note of the data that the pickle was made with.
        """
        package = import_module("jcpoa_brief")
        whole: Collection[Entry] = getattr(package, family)
        index = whole._index

        def places(keys: Iterable[str | int]) -> Positions:
            return tuple(sorted({index.by_key[_key_of(whole._record(key)) or ""] for key in keys}))

        try:
            left_out = [LeftOut(why, at, at) for why, at in ((why, places(those)) for why, those in notes)]
            positions = places(keys)
        except UnknownIdError as error:
            error.add_note(f"the selection was pickled with data {version}; this is data {package.__data_version__}")
            raise
        every = index.all_positions
        return type(whole)(index, every if positions == every else positions, tuple(left_out), asked, emptied)

    # -- for the families --

    @property
    def _is_whole(self) -> bool:
        return self._positions is self._index.all_positions

    def _select(self, hits: Positions, *left_out: LeftOut) -> Self:
        """This selection narrowed to some positions of the family, remembering what was not considered."""
        positions = hits if self._is_whole else common(self._positions, hits)
        return type(self)(self._index, positions, (*self._left_out, *left_out), self._asked, self._emptied)

    def _having(  # what is asked, of what, and how
        self,
        facet: str,
        values: Callable[[Entry_co], Iterable[Hashable]],
        wanted: Sequence[Hashable],
        lacking: str = "",
        *,
        match: AnyOrAll = "any",
    ) -> Self:
        """Those with any or all of the wanted values of a facet; none when nothing is wanted. What has the value None
        lacks what is asked about, and ``lacking`` says how; it is left out.
        """
        table = self._index.facet(facet, values)
        groups = [table.get(value, NOWHERE) for value in wanted]
        return self._matching(wanted, groups, match, LeftOut(lacking, self._positions, table.get(None, NOWHERE)))

    def _matching(
        self, wanted: Sequence[object], groups: Sequence[Positions], match: AnyOrAll, *left_out: LeftOut
    ) -> Self:
        """This selection narrowed to what is in any or in all of some groups, one for each thing that is wanted; each
        is cut to it first, for a group may be very large. Remembers which one of several left nothing.
        """
        check_word("match", match, get_args(AnyOrAll))
        notes = (*self._left_out, *left_out)
        if match == "any" or len(groups) < 2:  # noqa: PLR2004  # one or none
            mine = groups if self._is_whole else [common(self._positions, group) for group in groups]
            return type(self)(self._index, union(mine), notes, self._asked, self._emptied)
        found, emptied = self._positions, self._emptied
        for one, group in zip(wanted, groups, strict=True):
            before, found = found, common(found, group)
            if before and not found:
                said = f"{describe(one)} left none of {len(before)}"
                emptied = f"{said}; match='any' takes what has any of these {len(groups)}"
        return type(self)(self._index, found, notes, self._asked, emptied)

    def _worded(
        self,
        words: Words,
        wanted: tuple[str, ...],
        values: Callable[[Entry_co], Iterable[str | None]],
        match: AnyOrAll = "any",
    ) -> Self:
        """Those with any or all of the wanted words of a closed list; raises UnknownValueError for another word."""
        words.check(wanted)
        return self._having(words.name, values, wanted, words.lacking, match=match)

    def _tally(self) -> dict[str, int]:
        """How many records have each value of the counted field, in the order of first appearance."""
        counts: dict[str, int] = {}
        if self._counted:
            for record in self:
                value = str(getattr(record, self._counted)).replace("_", " ")
                counts[value] = counts.get(value, 0) + 1
        return counts


def _key_of(record: object) -> str | int | None:
    """A record's id, or a paragraph's number."""
    key = getattr(record, "id", None)
    if key is None:
        key = getattr(record, "number", None)
    return key if isinstance(key, str | int) else None


Record_co = TypeVar("Record_co", bound=Record, covariant=True)

_NUMBERS: Final[tuple[int, ...]] = get_args(ParagraphNumber)


@exported_from("jcpoa_brief.types")
class CitedCollection(Collection[Record_co]):
    """A collection whose records cite the article."""

    __slots__ = ()

    def cited_in(self, *places: ParagraphNumber | Citation | str, match: AnyOrAll = "any") -> Self:
        """The records that cite any, or with ``match="all"`` all, of these places: paragraphs by their number, or
        stretches of one, as a citation or its text ``5:0-26``, of which a record cites at least a character.

        Raises UnknownValueError for a number that the article does not have.

        >>> from jcpoa_brief import quotes
        >>> quotes.cited_in(1).first().text, quotes.cited_in("1:111-115").first().text
        ('technical understanding', 'technical understanding')
        """
        read = [Citation.parse(place) if isinstance(place, str) else place for place in places]
        for place in read:
            if not isinstance(place, Citation):
                check_number("paragraph", place, _NUMBERS, "cited_in(*places)")
        table = self._index.facet("paragraphs", _paragraphs_of)
        groups = [
            self._overlapping(table.get(place.paragraph, NOWHERE), place)
            if isinstance(place, Citation)
            else table.get(place, NOWHERE)
            for place in read
        ]
        return self._matching(read, groups, match)

    def _overlapping(self, positions: Positions, stretch: Citation) -> Positions:
        records = self._index.records
        return tuple(at for at in positions if any(map(stretch.overlaps, records[at].citations)))


def _paragraphs_of(record: Record) -> Iterable[int]:
    return record.paragraphs
