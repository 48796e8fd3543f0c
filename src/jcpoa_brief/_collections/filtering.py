"""What the filters of all families have in common: they check arguments, narrow a selection and count what they leave
out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Final, Generic, Literal, Self, TypeAlias, cast, get_args

from .._argument_checks import check_word
from .._messages import describe, listed
from .._model.record import Entry, HasId
from .._model.vocabulary import COUNTRIES
from .._public_class import public
from .index import NOWHERE, Entry_co, FamilyIndex, LeftOut, Positions, common, union
from .relations import Include
from .table_columns import closed_list

AnyOrAll: TypeAlias = Literal["any", "all"]
"""Whether a record must have ``any`` or ``all`` of several values."""

_MATCHES: Final = get_args(AnyOrAll)
_ACTING: Final = frozenset[Include](("acting_for",))

_OTHER_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "country": {name.casefold(): code for code, several in COUNTRIES.items() for name in several},
    "context": {"nuclear": "cbrn", "sanctions": "economic", "war": "military"},
    "grade": {"government": "official", "news agency": "newsroom", "newspaper": "newsroom"},
    "kind": {"country": "state", "militia": "armed_group", "newspaper": "media", "organisation": "organ"},
    "status": {"real": "occurred", "happened": "occurred", "unreal": "hypothetical", "denied": "did_not_occur"},
    "type": {"attack": "ASSAULT", "demand": "REQUEST", "negotiate": "CONSULT", "withdraw": "RETREAT"},
    "unit": {"dead": "people killed", "killed": "people killed", "wounded": "people wounded"},
    "verdict": {"confirmed": "agrees", "contradicted": "differs", "false": "differs", "wrong": "differs"},
}
"""Other names that people use for a word of a closed list, in lower case."""

_NEIGHBOURS: Final[Mapping[str, str]] = {
    one: other
    for pair in (
        ("predicted", "predicted_not"), ("occurred", "ongoing"), ("planned", "threatened"),
        ("differs", "disputed"), ("deaths", "people killed"),
    )
    for one, other in (pair, pair[::-1])
}  # fmt: skip
"""For a word of a closed list, another one that may be meant too: the repr counts the records that have it."""


class Filtering(Generic[Entry_co]):
    """Some records of a family, by their positions in its index, with what all filters need."""

    __slots__ = ("_asked", "_emptied", "_index", "_left_out", "_positions")

    record_type: ClassVar[type[Entry]]
    """The type of its records."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        public(cls)

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
        self._emptied: Final = emptied  # why nothing is left, if known

    @property
    def _is_whole(self) -> bool:
        return self._positions is self._index.all_positions

    def _unsure(self) -> Positions:
        """Those that a filter kept without being sure of them."""
        return common(self._positions, union([note.positions for note in self._left_out if note.kept]))

    def _select(self, hits: Positions, *left_out: LeftOut) -> Self:
        """The records of this selection at some positions, with a note of what was left out."""
        positions = hits if self._is_whole else common(self._positions, hits)
        return type(self)(self._index, positions, (*self._left_out, *left_out), self._asked, self._emptied)

    def _filter_by_word(  # noqa: PLR0913  # each of them differs between filters
        self,
        name: str,
        example: str,
        wanted: tuple[str, ...],
        *,
        field: str = "",
        allowed: tuple[str, ...] = (),
        values: Callable[[Entry_co], Iterable[Hashable]] | None = None,
        lacking: str = "",
        match: AnyOrAll = "any",
    ) -> Self:
        """Those with any or all of some words of a closed list, by default in the field ``name``; other words raise."""
        words: tuple[str, ...] = allowed or closed_list(self.record_type.model_fields[field or name].annotation)
        check_words(name, example, wanted, words)
        reading = values or values_of(field or name)
        found = self._filter_by_value(name, reading, wanted, lacking or f"without a {name}", match=match)
        others = [other for word in wanted if (other := _NEIGHBOURS.get(word)) in words and other not in wanted]
        table = self._index.facet(name, reading)
        return self._counting(found, [(other, table.get(other, NOWHERE)) for other in others])

    def _filter_by_id(  # noqa: PLR0913  # each of them differs between filters
        self,
        field: str,
        example: str,
        wanted: Iterable[str | HasId[str]],
        *,
        argument: str,
        of: str | tuple[str, ...] = "actors",
        lacking: str = "",
        match: AnyOrAll = "any",
    ) -> Self:
        """Those that have any or all of the wanted ids, or ids of records, of one or some families in a field."""
        relations = self._index.relations
        names = [relations.resolve(of, key, argument, example) for key in wanted]
        found = self._filter_by_value(field, values_of(field), names, lacking, match=match)
        if found or of != "actors":
            return found
        acting = {one for name in names for one in relations.reach(name, _ACTING) - {name}}
        others = [one for one in sorted(acting) if self._filter_by_value(field, values_of(field), [one])]
        return self._with_hint(found, f"{listed(tuple(others))} would give some, acting for it" if others else "")

    def _counting(self, found: Self, others: Iterable[tuple[str, Positions | Callable[[], Self]]]) -> Self:
        """What a filter found, with a repr that counts what else might be meant; functions are called by the repr."""

        def positions(ask: Callable[[], Self]) -> Positions:
            other: Self = ask()
            return other._positions

        more = (
            LeftOut(why, self._positions, at if isinstance(at, tuple) else partial(positions, at), found._positions)
            for why, at in others
        )
        return type(self)(self._index, found._positions, (*found._left_out, *more), found._asked, found._emptied)

    def _with_hint(self, nothing: Self, hint: str) -> Self:
        """An empty selection whose repr says what else to ask."""
        emptied = "; ".join(filter(None, (nothing._emptied, hint)))
        return type(self)(self._index, NOWHERE, nothing._left_out, nothing._asked, emptied)

    def _filter_by_value(
        self,
        facet: str,
        values: Callable[[Entry_co], Iterable[Hashable]],
        wanted: Sequence[Hashable],
        lacking: str = "",
        *,
        match: AnyOrAll = "any",
    ) -> Self:
        """Those with any or all of some values of a facet; the repr counts those with None, as ``lacking``."""
        table = self._index.facet(facet, values)
        groups = [table.get(value, NOWHERE) for value in wanted]
        return self._narrow_to(wanted, groups, match, LeftOut(lacking, self._positions, table.get(None, NOWHERE)))

    def _narrow_to(
        self, wanted: Sequence[object], groups: Sequence[Positions], match: AnyOrAll, *left_out: LeftOut
    ) -> Self:
        """Those in any or in all of some groups, one for each wanted value. Remembers which one left nothing."""
        check_word("match", match, _MATCHES)
        notes = (*self._left_out, *left_out)
        if match == "any" or len(groups) < 2:  # noqa: PLR2004  # one or none
            mine = groups if self._is_whole else [common(self._positions, group) for group in groups]
            return type(self)(self._index, union(mine), notes, self._asked, self._emptied)
        found, emptied = self._positions, self._emptied
        for one, group in zip(wanted, groups, strict=True):
            before, found = found, common(found, group)
            if before and not found:
                said = f"none of the {len(before)} left has {describe(one)}"
                emptied = f"{said}; match='any' finds what has any of these {len(groups)}"
        return type(self)(self._index, found, notes, self._asked, emptied)


def left_out_of(*parts: Filtering[Any]) -> str:
    """What the filters of some collections left out, counted by reason; nothing if they left out nothing."""
    counts = Counter[str]()
    for note in (note for part in parts for note in part._left_out):  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        counts[note.why] += 0 if note.kept else len(note.positions)
    said = ", ".join(f"{count} {why}" for why, count in counts.items() if count)
    return f"left out: {said}" if said else ""


def check_words(name: str, example: str, wanted: Iterable[object], allowed: tuple[str, ...]) -> None:
    """Raises UnknownValueError or WrongTypeError unless the words are of a closed list. ``example`` has several."""
    for word in wanted:
        check_word(name, word, allowed, example, _OTHER_NAMES.get(name, {}))


def values_of(field: str) -> Callable[[object], Iterable[Hashable]]:
    """The values of a record in a field; None if it has none."""

    def values(record: object) -> Iterable[Hashable]:
        value: Any = getattr(record, field)
        several = cast("tuple[Hashable, ...]", value) if isinstance(value, tuple) else (value,)
        return several or (None,)

    return values
