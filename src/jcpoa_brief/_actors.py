"""Who acts: persons, states, organisations, organs, factions and groups, each with all its mentions."""

from typing import Self, get_args

from pydantic import Field

from ._cited_collection import CitedCollection
from ._filtering import LeftOut, Words
from ._ids import ActorId
from ._index import NOWHERE
from ._record import HasId, Record
from ._relations import Reach
from ._vocabulary import ActorKind, Country, Sector


class Actor(Record, frozen=True):
    """One real-world actor. Its citations are all its mentions in the body, each by its exact words.

    >>> from jcpoa_brief import actors
    >>> actors["saeed-khatibzadeh"].kind
    'person'
    """

    id: ActorId
    """Lower-case words joined by hyphens; a literal type."""
    name: str
    """The usual name, which may be fuller than in the body."""
    kind: ActorKind
    """What sort of actor it is."""
    aliases: tuple[str, ...] = ()
    """Other forms that stand in the body."""
    also_known_as: tuple[str, ...] = ()
    """Other names that people search by; never cited."""
    title_as_written: str | None = None
    """Title or office as the article prints it."""
    affiliation: str | None = None
    """What it belongs to or stands near, in a few words."""
    acts_for: ActorId | None = None
    """What an organ or a spokesman acts or speaks for; never a faction, never a sponsored group."""
    members: tuple[ActorId, ...] = ()
    """The actors of this brief that belong to a group."""
    sector: Sector | None = None
    """PLOVER sector, as of the events."""
    country: Country | None = None
    """The state it belongs to, as ISO 3166-1 alpha-3, or UNO or EUR; a coding, not a statement of the article."""
    cameo: str | None = None
    """CAMEO actor code, where it was verified."""
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")
    """Wikidata item, where it was verified."""
    description: str
    """Who or what it is in this article, in our own words."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that ``.find`` knows it by."""
        return (self.name, *self.aliases, *self.also_known_as)

    @property
    def wordings(self) -> tuple[str, ...]:
        """The forms in which its words stand in the body."""
        return (self.name, *self.aliases)


class Actors(CitedCollection[Actor]):
    """The actors, by id.

    >>> from jcpoa_brief import actors
    >>> actors["iran"].name
    'Iran'
    """

    __slots__ = ()
    _columns = ("id", "name", "kind", "country", "sector", "citations")
    _counted = "kind"

    def __getitem__(self, key: ActorId, /) -> Actor:
        return self._record(key)

    @property
    def ids(self) -> tuple[ActorId, ...]:
        """The ids, in the article's order."""
        return tuple(actor.id for actor in self)

    def of_kind(self, *kinds: ActorKind) -> Self:
        """Those of any of these kinds. Raises UnknownValueError for a word that is none.

        >>> from jcpoa_brief import actors
        >>> actors["iran"] in actors.of_kind("state")
        True
        """
        return self._worded(Words("kind", "of_kind(*kinds)", get_args(ActorKind)), kinds, lambda actor: [actor.kind])

    def of_country(self, *countries: Country) -> Self:
        """Those that belong to any of these states or bodies: ISO 3166-1 alpha-3, or UNO or EUR; none for a code that
        only places have. Raises UnknownValueError for a code that the brief does not use.

        >>> from jcpoa_brief import actors
        >>> actors["saeed-khatibzadeh"] in actors.of_country("IRN")
        True
        """
        words = Words("country", "of_country(*countries)", get_args(Country), "without a country")
        return self._worded(words, countries, lambda actor: [actor.country])

    def in_sector(self, *sectors: Sector) -> Self:
        """Those in any of these PLOVER sectors.

        >>> from jcpoa_brief import actors
        >>> actors["revolutionary-guards"] in actors.in_sector("MIL")
        True
        """
        words = Words("sector", "in_sector(*sectors)", get_args(Sector), "without a sector")
        return self._worded(words, sectors, lambda actor: [actor.sector])

    def acting_for(self, actor: ActorId | HasId[ActorId], /) -> Self:
        """The organs and spokesmen that act or speak for an actor, and those that act for them; not the actor itself.

        >>> from jcpoa_brief import actors
        >>> actors["saeed-khatibzadeh"] in actors.acting_for("iran")
        True
        """
        name = self._index.relations.resolve("actors", actor, "actor")
        reached = self._index.relations.reach(name, frozenset[Reach](("acting_for",))) - {name}
        for_nobody = self._index.facet("acts for", lambda actor: [actor.acts_for]).get(None, NOWHERE)
        hits = tuple(sorted(self._index.by_key[other] for other in reached))
        return self._select(hits, LeftOut("acting for nobody", self._positions, for_nobody))
