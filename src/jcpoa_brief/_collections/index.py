"""The index of a family: built once and shared by all its selections, so that filters need not look at every record."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Final, Generic, NamedTuple, TypeAlias, TypeVar, cast

from .._model.record import Entry
from ..errors import warn_retired
from .names import Names, names_of
from .relations import Relations

Entry_co = TypeVar("Entry_co", bound=Entry, covariant=True)
Table = TypeVar("Table")

Positions: TypeAlias = tuple[int, ...]
"""Positions of records in their family, ascending."""

_MUCH_SHORTER: Final = 16
NOWHERE: Final[Positions] = ()


class FamilyIndex(Generic[Entry_co]):
    """The records of one family in the article's order, and where each is found."""

    __slots__ = ("_tables", "all_positions", "by_key", "family", "keys", "records", "relations")

    def __init__(self, family: str, entries: Iterable[tuple[str | int, Entry_co]], relations: Relations) -> None:
        keyed = tuple(entries)
        self.family: Final = family
        self.relations: Final = relations
        self.records: Final = tuple(entry for _, entry in keyed)
        self.keys: Final = tuple(key for key, _ in keyed)
        self.by_key: Final[dict[str | int, int]] = {key: position for position, key in enumerate(self.keys)}
        self.all_positions: Final[Positions] = tuple(range(len(keyed)))
        self._tables: dict[str, object] = {}

    @property
    def names(self) -> Names[int]:
        """The names of the records; made on first use."""
        return self.cached_table("names", lambda records: Names(enumerate(map(names_of, self.keys, records))))

    def place(self, key: str | int) -> int | None:
        """The position of a record, with a RetiredIdWarning for a withdrawn id; None for an unknown key."""
        position = self.by_key.get(key)
        if position is None and key in self.relations.retired:
            position = self.by_key.get(new := self.relations.retired[str(key)])
            if position is not None:
                warn_retired(str(key), new)
        return position

    def cached_table(self, name: str, build: Callable[[Sequence[Entry_co]], Table]) -> Table:
        """A table derived from the records, made on first use and kept."""
        table = self._tables.get(name)  # two threads may make it at the same time, but make the same
        if table is None:
            table = self._tables[name] = build(self.records)
        return cast("Table", table)

    def facet(self, name: str, values: Callable[[Entry_co], Iterable[Hashable]]) -> Mapping[Hashable, Positions]:
        """For each value of a facet, such as the status, the positions of the records with it."""

        def make(records: Sequence[Entry_co]) -> dict[Hashable, Positions]:
            grown: dict[Hashable, list[int]] = {}
            for position, record in enumerate(records):
                for value in dict.fromkeys(values(record)):
                    grown.setdefault(value, []).append(position)
            return {value: tuple(positions) for value, positions in grown.items()}

        return self.cached_table(name, make)


def common(first: Positions, second: Positions) -> Positions:
    """The positions in both; fast also if one is much longer than the other."""
    few, many = sorted((first, second), key=len)
    if len(few) * _MUCH_SHORTER < len(many):
        return tuple(position for position in few if has(many, position))
    return tuple(sorted(set(few).intersection(many)))  # a set is made faster than as many searches


def has(positions: Positions, position: int) -> bool:
    """Whether a position is among them."""
    place = bisect_left(positions, position)
    return positions[place : place + 1] == (position,)


def union(several: Iterable[Positions]) -> Positions:
    """The positions in any of them."""
    groups = [group for group in several if group]
    return groups[0] if len(groups) == 1 else tuple(sorted(set[int]().union(*groups)))


class LeftOut(NamedTuple):
    """What a filter did not consider: the records of the earlier selection that are ``among`` some positions, without
    those that it found. If they are ``kept``, the filter found them, and is not sure of them.
    """

    why: str
    before: Positions
    among: Positions | Callable[[], Positions]
    found: Positions = NOWHERE
    kept: bool = False

    @property
    def positions(self) -> Positions:
        """Their positions."""
        among = self.among() if callable(self.among) else self.among  # computed when somebody looks
        return tuple(at for at in common(self.before, among) if not has(self.found, at))


def left_out_of_either(mine: Iterable[LeftOut], theirs: Iterable[LeftOut], positions: Positions) -> tuple[LeftOut, ...]:
    """The records in neither selection that at least one of them did not consider, each under its first reason."""
    counted, reasons = set(positions), dict[str, set[int]]()
    for note in (note for note in (*mine, *theirs) if not note.kept):
        reasons.setdefault(note.why, set()).update(further := set(note.positions) - counted)
        counted |= further
    several = ((why, tuple(sorted(those))) for why, those in reasons.items() if those)
    return tuple(LeftOut(why, those, those) for why, those in several)
