"""Who acts: persons, states, organisations, organs, factions and groups, each with all its mentions."""

from typing import ClassVar, Self

from .._model.actor import Actor
from .._model.ids import ActorId
from .._model.record import Entry, HasId
from .._model.vocabulary import ActorKind, Country, Sector
from .collection import CitedCollection, Keyed
from .index import NOWHERE, LeftOut
from .relations import Include


class Actors(CitedCollection[Actor], Keyed[Actor, ActorId]):
    """The actors, by id.

    >>> actors["iran"].name
    'Iran'
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Actor
    _shown = ("id", "name", "kind", "country", "sector", "cited")
    _counted = "kind"

    def of_kind(self, *kinds: ActorKind) -> Self:
        """Those of any of these kinds. Raises UnknownValueError for any other word.

        >>> actors["iran"] in actors.of_kind("state")
        True
        """
        return self._filter_by_word("kind", "of_kind(*kinds)", kinds)

    def of_country(self, *countries: Country) -> Self:
        """Those that belong to any of these states or bodies: ISO 3166-1 alpha-3, or UNO or EUR; none for a code that
        only places have. Raises UnknownValueError for a code that the brief does not use.

        >>> actors["saeed-khatibzadeh"] in actors.of_country("IRN")
        True
        """
        return self._filter_by_word("country", "of_country(*countries)", countries)

    def in_sector(self, *sectors: Sector) -> Self:
        """Those in any of these PLOVER sectors.

        >>> actors["revolutionary-guards"] in actors.in_sector("MIL")
        True
        """
        return self._filter_by_word("sector", "in_sector(*sectors)", sectors)

    def acting_for(self, actor: ActorId | HasId[ActorId], /) -> Self:
        """The organs and spokesmen that act or speak for an actor, and those that act for them; not the actor itself.

        >>> actors["saeed-khatibzadeh"] in actors.acting_for("iran")
        True
        """
        name = self._index.relations.resolve("actors", actor, "actor")
        reached = self._index.relations.reach(name, frozenset[Include](("acting_for",))) - {name}
        for_nobody = self._index.facet("acts for", lambda actor: [actor.acts_for]).get(None, NOWHERE)
        return self._select(self._places(reached), LeftOut("acting for nobody", self._positions, for_nobody))
