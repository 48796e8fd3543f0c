"""What a filter asks about, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, get_args

from .._arguments import check_word
from .._model.vocabulary import COUNTRIES, Country
from .index import Positions, common


class LeftOut(NamedTuple):
    """What a filter did not consider: those of the earlier selection that are among some positions."""

    why: str
    before: Positions
    among: Positions

    @property
    def positions(self) -> Positions:
        """Where they stand."""
        return common(self.before, self.among)

    def __len__(self) -> int:
        return len(self.positions)


def left_out_of_both(
    mine: Iterable[LeftOut], theirs: Iterable[LeftOut], my_positions: Positions
) -> tuple[LeftOut, ...]:
    """What is left out of what two selections have in common: the same as if the filters of the second had been asked
    of the first, so that each of them counts what it finds there.
    """
    return (*mine, *(LeftOut(note.why, my_positions, note.positions) for note in theirs))


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


class Words(NamedTuple):
    """A closed list of words that a filter takes."""

    name: str
    """What one of them is, such as ``kind``."""
    star: str
    """The call with several of them, such as ``of_kind(*kinds)``."""
    allowed: tuple[str, ...]
    lacking: str = ""
    """What the repr says of records that have no such word, where a record may have none."""

    other_names: Mapping[str, str] = MappingProxyType({})
    """What people say for one of them, in small letters, with the word."""

    def check(self, wanted: tuple[object, ...]) -> None:
        """Raises UnknownValueError or WrongTypeError for what is none of them."""
        for word in wanted:
            check_word(self.name, word, self.allowed, self.star, self.other_names)


def countries(star: str) -> Words:
    """The codes of countries, for a filter."""
    lacking = "without a country"
    names = {name.casefold(): code for code, several in COUNTRIES.items() for name in several}
    return Words("country", star, get_args(Country), lacking, names)
