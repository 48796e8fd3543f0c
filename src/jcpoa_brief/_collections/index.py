"""A family's index: built once, shared by every selection of the family, so that no filter has to read what it does not
return.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Final, Generic, NamedTuple, TypeAlias, TypeVar, cast

from .._model.record import Entry
from ..errors import warn_retired
from .names import Names, names_of
from .relations import Relations

Entry_co = TypeVar("Entry_co", bound=Entry, covariant=True)

Made = TypeVar("Made")

Positions: TypeAlias = tuple[int, ...]
"""Places of records in their family, ascending."""

_MUCH_SHORTER: Final = 16

NOWHERE: Final[Positions] = ()


class FamilyIndex(Generic[Entry_co]):
    """The records of one family in the article's order, and where each is found."""

    __slots__ = ("_made", "all_positions", "by_key", "family", "keys", "records", "relations", "shipped")

    def __init__(
        self, family: str, entries: Iterable[tuple[str | int, Entry_co]], relations: Relations, *, shipped: bool = False
    ) -> None:
        keyed = tuple(entries)
        self.family: Final = family
        self.relations: Final = relations
        self.records: Final = tuple(entry for _, entry in keyed)
        self.keys: Final = tuple(key for key, _ in keyed)
        self.by_key: Final[dict[str | int, int]] = {key: position for position, key in enumerate(self.keys)}
        self.all_positions: Final[Positions] = tuple(range(len(keyed)))
        self._made: dict[str, object] = {}
        self.shipped: Final = shipped
        """Whether this is the package's own data, so that a pickle need only name the records."""

    @property
    def names(self) -> Names[int]:
        """Who bears which name; made when first asked for."""
        return self.made("names", lambda records: Names(enumerate(map(names_of, self.keys, records))))

    def place(self, key: str | int) -> int | None:
        """Where a key's record stands, with a RetiredIdWarning for an id that was withdrawn; None where it is none."""
        position = self.by_key.get(key)
        if position is None and key in self.relations.retired:
            position = self.by_key.get(new := self.relations.retired[str(key)])
            if position is not None:
                warn_retired(str(key), new)
        return position

    def made(self, name: str, make: Callable[[Sequence[Entry_co]], Made]) -> Made:
        """A table derived from the records, made when first asked for.

        Two threads that ask at once make equal tables, and either may stay: nothing is half-made.
        """
        table = self._made.get(name)
        if table is None:
            table = self._made[name] = make(self.records)
        return cast("Made", table)

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


class LeftOut(NamedTuple):
    """What a filter did not consider: those of the earlier selection that are among some positions, but what it found
    all the same.
    """

    why: str
    before: Positions
    among: Positions | Callable[[], Positions]
    found: Positions = NOWHERE

    @property
    def positions(self) -> Positions:
        """Where they stand."""
        among = self.among() if callable(self.among) else self.among  # asked for when somebody looks
        return tuple(at for at in common(self.before, among) if not has(self.found, at))


def left_out_of_either(mine: Iterable[LeftOut], theirs: Iterable[LeftOut], positions: Positions) -> tuple[LeftOut, ...]:
    """What is left out of what is in either of two selections: what one of them did not consider and neither has, each
    record once, by the first reason.
    """
    told, reasons = set(positions), dict[str, set[int]]()
    for note in (*mine, *theirs):
        reasons.setdefault(note.why, set()).update(further := set(note.positions) - told)
        told |= further
    several = ((why, tuple(sorted(those))) for why, those in reasons.items() if those)
    return tuple(LeftOut(why, those, those) for why, those in several)
