"""Near misses: what somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_MOST: Final = 3
_LONGEST: Final = 200  # no id or name is as long; comparing a longer text would only take time


def near_misses(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """The words that look most like a text, best first, three at the most; none for a text longer than any name.

    >>> near_misses("irna", ["iran", "iaea", "france"])
    ('iran',)
    """
    if not 0 < len(text) <= _LONGEST:
        return ()
    from difflib import get_close_matches  # noqa: PLC0415  # only a mistake needs it

    return tuple(get_close_matches(text, list(words), n=_MOST, cutoff=0.7))
