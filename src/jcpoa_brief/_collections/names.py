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

    __slots__ = ("_by_name", "_by_word")

    def __init__(self, named: Iterable[tuple[Key, Iterable[str]]]) -> None:
        by_name: dict[str, dict[Key, None]] = {}
        for key, names in named:
            for name in filter(None, map(name_key, names)):
                by_name.setdefault(name, {})[key] = None
        self._by_name: Final = {name: tuple(keys) for name, keys in by_name.items()}
        self._by_word: dict[str, set[str]] = {}  # for each word, the names that have it; made on first use

    def find(self, text: str) -> tuple[Key, ...]:
        """The keys of the records with this name; if there are none, of those with a name that has all these words."""
        name = _key(text)
        return self._by_name.get(name) or self._with_words(name)

    def near(self, text: str) -> tuple[Key, ...]:
        """The keys of the records that ``find`` finds, or else of those with a similar name or word, best first."""
        if found := self.find(text):
            return found
        name = _key(text)
        whole = near_misses(name, self._by_name) if " " in name else ()  # a word of several is in many other names
        close = whole or near_misses(name, {**self._by_name, **self._by_word})
        return tuple(dict.fromkeys(key for name in close for key in self._by_name.get(name) or self._with_words(name)))

    def _with_words(self, name: str) -> tuple[Key, ...]:
        """The keys of the records with a name that has all the words of this one."""
        if not self._by_word:
            for one in self._by_name:
                for word in one.split():
                    self._by_word.setdefault(word, set()).add(one)
        first, *others = [self._by_word.get(word, set[str]()) for word in name.split()] or [set[str]()]
        held = first.intersection(*others)
        return tuple(dict.fromkeys(key for one in self._by_name if one in held for key in self._by_name[one]))


def _key(text: str) -> str:
    """A text as names are compared; nothing for one that is too long for a name."""
    return "" if len(text) > _LONGEST else name_key(text)


def names_of(key: str | int, entry: Entry) -> tuple[str, ...]:
    """Everything by which a record can be found: names, codes and the words of its id."""
    return (*entry.names, *entry.external_ids, str(key).replace("-", " "))
