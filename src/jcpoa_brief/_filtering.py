"""What a filter asks about, and what it leaves out."""

from __future__ import annotations

from typing import NamedTuple

from ._arguments import check_word
from ._index import Positions, common


class LeftOut(NamedTuple):
    """What a filter did not consider: those of the earlier selection that are among some positions."""

    why: str
    before: Positions
    among: Positions

    def __len__(self) -> int:
        return len(common(self.before, self.among))


class Words(NamedTuple):
    """A closed list of words that a filter takes."""

    name: str
    """What one of them is, such as ``kind``."""
    star: str
    """The call with several of them, such as ``of_kind(*kinds)``."""
    allowed: tuple[str, ...]
    lacking: str = ""
    """What the repr says of records that have no such word, where a record may have none."""

    def check(self, wanted: tuple[object, ...]) -> None:
        """Raises UnknownValueError or WrongTypeError for what is none of them."""
        for word in wanted:
            check_word(self.name, word, self.allowed, self.star)
