"""Finds records by name: by the whole name, else by all its words, else by a similar name."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Final, Generic, TypeVar

from .._messages import near_misses
from .._model.record import Entry
from .._text import name_key

Key = TypeVar("Key", bound=Hashable)
_LONGEST: Final = 500  # no record has a longer name


class Names(Generic[Key]):
    """The names of some records, each of which has a key, such as its id."""

    __slots__ = ("_bearers", "_holders")

    def __init__(self, named: Iterable[tuple[Key, Iterable[str]]]) -> None:
        bearers: dict[str, dict[Key, None]] = {}
        for key, names in named:
            for name in filter(None, map(name_key, names)):
                bearers.setdefault(name, {})[key] = None
        self._bearers: Final = {name: tuple(keys) for name, keys in bearers.items()}
        self._holders: dict[str, set[str]] = {}  # for each word, the names that have it; made on first use

    def find(self, text: str) -> tuple[Key, ...]:
        """The keys of the records with this name; if there are none, of those with a name that has all these words."""
        name = _key(text)
        return self._bearers.get(name) or self._holding(name)

    def near(self, text: str) -> tuple[Key, ...]:
        """The keys of the records that ``find`` finds, or else of those with a similar name or word, best first."""
        if found := self.find(text):
            return found
        name = _key(text)
        whole = near_misses(name, self._bearers) if " " in name else ()  # a word of several is in many other names
        close = whole or near_misses(name, {**self._bearers, **self._holders})
        return tuple(dict.fromkeys(key for name in close for key in self._bearers.get(name) or self._holding(name)))

    def _holding(self, name: str) -> tuple[Key, ...]:
        if not self._holders:
            for one in self._bearers:
                for word in one.split():
                    self._holders.setdefault(word, set()).add(one)
        first, *others = [self._holders.get(word, set[str]()) for word in name.split()] or [set[str]()]
        held = first.intersection(*others)
        return tuple(dict.fromkeys(key for one in self._bearers if one in held for key in self._bearers[one]))


def _key(text: str) -> str:
    """A text as names are compared; nothing for one that is too long for a name."""
    return "" if len(text) > _LONGEST else name_key(text)


def names_of(key: str | int, entry: Entry) -> tuple[str, ...]:
    """Everything by which a record can be found: names, codes and the words of its id."""
    return (*entry.names, *entry.external_ids, str(key).replace("-", " "))
