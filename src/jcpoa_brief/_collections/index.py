"""A family's index: built once, shared by every selection of the family, so that no filter has to read what it does not
return.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Final, Generic, TypeAlias, TypeVar, cast

from .._model.record import Entry
from .._text import name_key
from .relations import Relations

Entry_co = TypeVar("Entry_co", bound=Entry, covariant=True)

Made = TypeVar("Made")

Positions: TypeAlias = tuple[int, ...]
"""Places of records in their family, ascending."""

_MUCH_SHORTER: Final = 16

NOWHERE: Final[Positions] = ()


class FamilyIndex(Generic[Entry_co]):
    """The records of one family in the article's order, and where each is found."""

    __slots__ = ("_by_name", "_made", "all_positions", "by_key", "family", "records", "relations", "retired")

    def __init__(self, family: str, entries: Iterable[tuple[str | int, Entry_co]], relations: Relations) -> None:
        keyed = tuple(entries)
        self.family: Final = family
        self.relations: Final = relations
        self.records: Final = tuple(entry for _, entry in keyed)
        self.by_key: Final[dict[str | int, int]] = {key: position for position, (key, _) in enumerate(keyed)}
        self.all_positions: Final[Positions] = tuple(range(len(keyed)))
        self._by_name: dict[str, Positions] | None = None
        self._made: dict[str, object] = {}
        self.retired: Final = {old: new for old, new in relations.retired.items() if new in self.by_key}

    @property
    def by_name(self) -> dict[str, Positions]:
        """Where each name is borne, by its compared form; made when first asked for."""
        if self._by_name is None:
            found: dict[str, dict[int, None]] = {}
            for key, position in self.by_key.items():
                names = (*self.records[position].names, str(key).replace("-", " "))
                for name in filter(None, map(name_key, names)):
                    found.setdefault(name, {})[position] = None
            self._by_name = {name: tuple(positions) for name, positions in found.items()}
        return self._by_name

    def made(self, name: str, make: Callable[[Sequence[Entry_co]], Made]) -> Made:
        """A table derived from the records, made when first asked for.

        Two threads that ask at once make equal tables, and either may stay: nothing is half-made.
        """
        table = self._made.get(name)
        if table is None:
            table = self._made[name] = make(self.records)
        return cast("Made", table)

    def places_from(self, other: FamilyIndex[Entry_co]) -> Callable[[Positions], Positions]:
        """How positions in another index of the family are found in this one."""
        keys = tuple(other.by_key)
        return lambda positions: tuple(sorted(self.by_key[keys[position]] for position in positions))

    def facet(self, name: str, values: Callable[[Entry_co], Iterable[Hashable]]) -> Mapping[Hashable, Positions]:
        """Where each value stands, for one question such as "which status"."""

        def make(records: Sequence[Entry_co]) -> dict[Hashable, Positions]:
            grown: dict[Hashable, list[int]] = {}
            for position, record in enumerate(records):
                for value in dict.fromkeys(values(record)):
                    grown.setdefault(value, []).append(position)
            return {value: tuple(positions) for value, positions in grown.items()}

        return self.made(name, make)


def common(first: Positions, second: Positions) -> Positions:
    """The positions in both, in time that hardly grows with the longer one when the other is much shorter."""
    if len(first) > len(second):
        first, second = second, first
    if len(first) * _MUCH_SHORTER < len(second):
        return tuple(position for position in first if has(second, position))
    return tuple(sorted(set(first).intersection(second)))  # a set is made faster than as many searches


def has(positions: Positions, position: int) -> bool:
    """Whether a position is among them."""
    place = bisect_left(positions, position)
    return place < len(positions) and positions[place] == position


def union(several: Iterable[Positions]) -> Positions:
    """The positions in any of them."""
    groups = [group for group in several if group]
    if len(groups) < 2:  # noqa: PLR2004  # nothing to unite
        return groups[0] if groups else NOWHERE
    return tuple(sorted({position for group in groups for position in group}))
