"""What the filters of one family need to know of the others: plain tables, made once when everything is loaded.

A family's module never imports another family; it asks these tables by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from .._arguments import want_separately
from .._model.check import Check
from .._model.dates import read_edtf
from .._model.record import Entry, HasId
from .._model.vocabulary import Country, Sector
from ..errors import UnknownIdError, WrongTypeError, warn_retired
from .names import Names, names_of

Include: TypeAlias = Literal["acting_for", "members", "groups"]
"""How far an actor's name reaches beyond the actor: to those ``acting_for`` it (organs and spokesmen, and theirs), to
its ``members`` if it is a group, to the ``groups`` that it belongs to."""

_PARTS: Final[frozenset[Include]] = frozenset(("acting_for", "members"))

_MOST: Final = 3  # ids that are offered for one that does not exist

_NO_NAMES: Final[Mapping[str, str]] = {}

KINDS: Final[Mapping[str, str]] = {
    "actors": "an actor",
    "events": "an event",
    "quotes": "a quote",
    "glossary": "a term",
    "figures": "a figure",
    "claims": "a claim",
    "checks": "a check",
    "sources": "a source",
    "paragraphs": "a paragraph",
}
"""What a record of each family is called."""


class Relations:
    """Ids of all families, how actors belong together, and what the checks say of each record."""

    def __init__(  # noqa: PLR0913  # each table is one argument
        self,
        *,
        ids: Mapping[str, tuple[str, ...]],
        retired: Mapping[str, str],
        acts_for: Mapping[str, str],
        members: Mapping[str, tuple[str, ...]],
        grades: Mapping[str, str],
        country_and_sector: Mapping[str | None, tuple[Country | None, Sector | None]] | None = None,
        date_checks: Mapping[str, tuple[Check, ...]],
        finished: date | None = None,
        names: Mapping[str, str] = _NO_NAMES,
        verdicts: Mapping[str, tuple[tuple[str, str], ...]],
        records: Mapping[str, tuple[Entry, ...]] = MappingProxyType({}),
    ) -> None:
        self.retired: Final = retired
        """Withdrawn ids, each with the one to use instead."""
        self.members: Final = members
        """The members of each group."""
        self.country_and_sector: Final = country_and_sector or {}
        """How each actor is coded."""
        self.grades: Final = grades
        """The grade of each source."""
        self.date_checks: Final = date_checks
        """For each event that the record dates, the checks that say so, the one that counts first."""
        self.record_dates: Final = {event: read_edtf(found[0].date or "") for event, found in date_checks.items()}
        """When the record puts an event, where a check says so."""
        self.finished: Final = finished
        """The last day on which the article can have been finished; none when that is open."""
        self.names: Final = names
        """The name of each actor."""
        self.verdicts: Final = verdicts
        """Aspect and verdict of each check of a record."""
        self._ids: Final = ids
        self._records: Final = records
        self._names: Final[dict[tuple[str, ...], Names[str]]] = {}
        self._known: Final = {family: frozenset(names) for family, names in ids.items()}
        self._acting_for: Final = _reversed(acts_for.items())
        self._groups: Final = _reversed((group, member) for group, names in members.items() for member in names)

    def resolve(self, family: str, key: str | HasId[str], argument: str, star: str = "") -> str:
        """The id that a caller means by an id or a record. Raises WrongTypeError for what is neither and for a record
        of another family, UnknownIdError when the family has none such.
        """
        name = key if isinstance(key, str) else self._id_of(key, (family,), argument, star)
        known = self._known[family]
        if name in known:
            return name
        replacement = self.retired.get(name)
        if replacement is not None and replacement in known:
            warn_retired(name, replacement)
            return replacement
        raise UnknownIdError(family, name, self.near((family,), name), self.home_of(name))

    def resolve_any(self, families: tuple[str, ...], key: str | HasId[str], argument: str, star: str = "") -> str:
        """The same for an id or a record of any of some families."""
        name = key if isinstance(key, str) else self._id_of(key, families, argument, star)
        homes = self._homes(name)
        for family in families:
            if family in homes:
                return self.resolve(family, name, argument)
        asked = " or ".join(families) if homes else "the brief"
        raise UnknownIdError(asked, name, self.near(families, name), self.home_of(name))

    def near(self, families: tuple[str, ...], asked: object) -> tuple[str, ...]:
        """Ids of records of some families that bear a name, or whose name or id looks much like it; three at the most.

        >>> from jcpoa_brief._load.loaded import relations
        >>> relations.near(("actors",), "us"), relations.near(("actors",), "Rouhany")
        (('united-states',), ('hassan-rouhani',))
        """
        if families not in self._names:
            several = [zip(self._ids[one], self._records.get(one, ()), strict=False) for one in families]
            self._names[families] = Names((key, names_of(key, record)) for pairs in several for key, record in pairs)
        return self._names[families].near(asked)[:_MOST] if isinstance(asked, str) else ()

    def home_of(self, name: str) -> str:
        """The family that has an id; an empty text where none has it."""
        return next(iter(self._homes(name)), "")

    def _homes(self, name: str) -> list[str]:
        """The families that have an id, or have what replaced it."""
        return [family for family, known in self._known.items() if name in known or self.retired.get(name) in known]

    def _id_of(self, record: object, families: tuple[str, ...], argument: str, star: str = "") -> str:
        """The id of what is passed as a record, which must not be known as one of another family."""
        name = getattr(record, "id", None)
        if isinstance(name, str) and (not (homes := self._homes(name)) or not set(homes).isdisjoint(families)):
            return name
        kinds = [KINDS[family] for family in families]
        several = f"{', '.join(kinds[:-1])} or {kinds[-1]}" if len(kinds) > 1 else kinds[0]
        raise WrongTypeError(argument, record, want_separately(f"the id or record of {several}", record, star))

    def is_part(self, first: str, second: str) -> bool:
        """Whether one of two actors is part of the other: a group's member, or an organ or spokesman of it."""
        return first in self.reach(second, _PARTS) or second in self.reach(first, _PARTS)

    def reach(self, actor: str, include: frozenset[Include]) -> frozenset[str]:
        """The actors that a name stands for. Groups are only those of the named actor itself, not of those it reaches:
        a state's group would otherwise bring in all the other members.
        """
        below = [
            *([self._acting_for] if "acting_for" in include else []),
            *([self.members] if "members" in include else []),
        ]
        above = [self._groups] if "groups" in include else []
        return spread(actor, below) | spread(actor, above)


def _reversed(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """For each second of a pair, its firsts."""
    turned: dict[str, list[str]] = {}
    for first, second in pairs:
        turned.setdefault(second, []).append(first)
    return turned


def spread(start: str, tables: Iterable[Mapping[str, Iterable[str]]]) -> frozenset[str]:
    """The start and all that can be reached from it by the tables, however often.

    >>> sorted(spread("a", [{"a": ["b"], "b": ["c"]}, {"c": ["a"]}]))
    ['a', 'b', 'c']
    """
    reached, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        for table in tables:
            for further in table.get(at, ()):
                if further not in reached:
                    reached.add(further)
                    waiting.append(further)
    return frozenset(reached)
