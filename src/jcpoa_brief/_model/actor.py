"""Who acts: persons, states, organisations, organs, factions and groups, each with all its mentions."""

from typing import ClassVar

from pydantic import Field

from .ids import ActorId
from .record import Record
from .vocabulary import COUNTRIES, ActorKind, Country, Sector


class Actor(Record, frozen=True):
    """One real-world actor. Its citations are all its mentions in the body, each by its exact words.

    >>> actors["saeed-khatibzadeh"].kind
    'person'
    """

    _name_fields: ClassVar[tuple[str, ...]] = ("name", "aliases", "also_known_as")
    _form_fields: ClassVar[tuple[str, ...]] = ("name", "aliases", "described_as")

    id: ActorId
    name: str
    """The usual name, which may be fuller than in the body."""
    kind: ActorKind
    """What sort of actor it is."""
    aliases: tuple[str, ...] = ()
    """Other names that the body uses."""
    described_as: tuple[str, ...] = ()
    """Common nouns that the body uses for it, such as "member"; cited, but no name of it, and not found as one."""
    also_known_as: tuple[str, ...] = ()
    """Other names that people search by; never cited."""
    title_as_written: str | None = None
    """Title or office as the article prints it."""
    affiliation: str | None = None
    """What it belongs to or is close to, in a few words."""
    acts_for: ActorId | None = None
    """What an organ or a spokesman acts or speaks for; never a faction, never a sponsored group."""
    members: tuple[ActorId, ...] = ()
    """The actors of this brief that belong to a group."""
    sector: Sector | None = None
    """PLOVER sector, as of the events."""
    country: Country | None = None
    """The state it belongs to, as ISO 3166-1 alpha-3, or UNO or EUR; a coding, not a statement of the article."""
    cameo: str | None = None
    """CAMEO actor code, if one was verified."""
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$")
    """Wikidata item, if one was verified."""
    description: str
    """Who or what it is in this article, in our own words."""

    @property
    def external_ids(self) -> tuple[str, ...]:
        """Its CAMEO code and Wikidata item; of a state its ISO 3166-1 codes too."""
        codes = (self.country, COUNTRIES[self.country][0]) if self.kind == "state" and self.country else ()
        return tuple(filter(None, (*codes, self.cameo, self.wikidata)))
