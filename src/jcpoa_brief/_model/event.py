"""Events: what happened, and what is planned, threatened or only thought of."""

from collections.abc import Iterable
from typing import ClassVar, Self

from pydantic import Field, model_validator

from .dates import BriefDate
from .ids import ActorId, EventId
from .record import Citation, Entry, Record
from .vocabulary import (
    MODES,
    QUAD_CLASSES,
    STATUSES,
    Country,
    EventContext,
    EventMode,
    EventType,
    LinkBasis,
    LinkKind,
    Modality,
    QuadClass,
    Role,
    Status,
)


class Participant(Entry, frozen=True):
    """An actor's part in an event.

    >>> events["us-leaves-jcpoa"].participants[0].role
    'agent'
    """

    actor: ActorId
    """Who takes part."""
    role: Role
    """In what part."""

    def __str__(self) -> str:
        return f"{self.actor} ({self.role})"


class Place(Entry, frozen=True):
    """Where an event takes place, by the article.

    >>> events["us-airstrike-in-syria"].place.country
    'SYR'
    """

    as_written: str
    """The place's name in the article."""
    country: Country | None = None
    """The state it lies in, as ISO 3166-1 alpha-3; a coding."""
    citations: tuple[Citation, ...] = Field(min_length=1)
    """Where the place is named."""

    def __str__(self) -> str:
        return f"{self.as_written} ({self.country})" if self.country else self.as_written


class Link(Entry, frozen=True):
    """The relation of one event to another.

    >>> events["us-airstrike-in-syria"].links[0].kind
    'responds_to'
    """

    to: EventId
    """The other event."""
    kind: LinkKind
    """The relation of the event that has the link to the other."""
    basis: LinkBasis
    """Whether the article states it or the annotation adds it."""
    citations: tuple[Citation, ...] = ()
    """The words that state it; none if the annotation adds it."""

    def __str__(self) -> str:
        return f"{self.kind} {self.to} ({self.basis})"

    @model_validator(mode="after")
    def _stated_is_cited(self) -> Self:
        if self.basis == "stated" and not self.citations:
            raise ValueError("a stated link needs the citations of the words that state it")
        return self


class Event(Record, frozen=True):
    """One event, real or not: look at ``status`` before you count it.

    >>> event = events["us-leaves-jcpoa"]
    >>> event.type, event.mode, event.status
    ('SANCTION', 'withdraw', 'occurred')
    """

    _name_fields: ClassVar[tuple[str, ...]] = ("title",)

    id: EventId
    title: str
    """What it is, in a few words of our own."""
    summary: str
    """What the article says of it, in a sentence or two of our own."""
    type: EventType | None = None
    """PLOVER event type; none if no type fits."""
    mode: EventMode | None = None
    """PLOVER mode, a subdivision of the type; none if no mode fits."""
    contexts: tuple[EventContext, ...] = ()
    """PLOVER contexts that it touches on."""
    status: Status
    """How real it is, as of the article."""
    modality: Modality | None = None
    """In what way a hypothetical event is thought of; none for the others."""
    other_modalities: tuple[Modality, ...] = ()
    """What other passages say of it, for example that it is demanded, when the author does not expect it."""
    date: BriefDate | None = None
    """When, as the article prints it; none if it gives no hint. For what did not occur or is ``predicted_not``, the
    period for which the article says so."""
    other_dates: tuple[BriefDate, ...] = ()
    """Alternative dates, which contradict ``date``."""
    place: Place | None = None
    """Where, if the article says so."""
    participants: tuple[Participant, ...] = ()
    """Who takes part, and in what role."""
    credited_to: ActorId | None = None
    """Whom the article cites for it, if anybody."""
    trigger: Citation
    """The word or words that express it where the article first states it."""
    links: tuple[Link, ...] = ()
    """Its relations to other events."""

    def all_citations(self) -> Iterable[tuple[str, Citation]]:
        """Every citation of the event and of its date, place, links and trigger, each with its place in the record."""
        yield from super().all_citations()
        yield "trigger", self.trigger
        parts: list[tuple[str, BriefDate | Place | Link | None]] = [("date", self.date), ("place", self.place)]
        parts += [(f"other_dates[{number}]", date) for number, date in enumerate(self.other_dates)]
        parts += [(f"links[{number}]", link) for number, link in enumerate(self.links)]
        for place, part in parts:
            for number, cited in enumerate(part.citations if part else ()):
                yield f"{place}.citations[{number}]", cited

    def __str__(self) -> str:
        return super().__str__() if self.actual else f"{super().__str__()} [{status_in_words(self)}]"

    @property
    def actual(self) -> bool:
        """Whether the article presents it as having occurred or as ongoing.

        >>> events["us-leaves-jcpoa"].actual
        True
        """
        return STATUSES[self.status].actual

    @property
    def quad_class(self) -> QuadClass | None:
        """Whether its type is conflict or cooperation, in words or in deeds; none without a type.

        >>> events["us-leaves-jcpoa"].quad_class
        'material_conflict'
        """
        return QUAD_CLASSES[self.type] if self.type else None

    @property
    def modalities(self) -> tuple[Modality, ...]:
        """``modality`` and ``other_modalities`` together; none for an event that is not hypothetical.

        >>> events["us-lifts-sanctions"].modalities
        ('predicted_not', 'demanded')
        """
        return (self.modality, *self.other_modalities) if self.modality is not None else ()

    @model_validator(mode="after")
    def _coding_holds_together(self) -> Self:
        if self.mode is not None and (self.type is None or self.mode not in MODES[self.type]):
            raise ValueError(f"mode {self.mode!r} does not go with type {self.type!r}")
        if (self.status == "hypothetical") != (self.modality is not None):
            raise ValueError("a modality goes with the status 'hypothetical', and only with it")
        if self.other_modalities and (self.modality is None or self.modality in self.other_modalities):
            raise ValueError("other_modalities need a modality and do not repeat it")
        if not any(citation.contains(self.trigger) for citation in self.citations):
            raise ValueError(f"the trigger {self.trigger.locator} is in none of the citations")
        if self.other_dates and self.date is None:
            raise ValueError("other_dates without a date")
        return self


def article_dates(event: Event) -> tuple[BriefDate, ...]:
    """The article's date of an event and its alternatives; none if it is undated."""
    return () if event.date is None else (event.date, *event.other_dates)


def status_in_words(event: Event) -> str:
    """The status of an event and, of a hypothetical one, its modality."""
    return ", ".join(filter(None, (event.status, event.modality))).replace("_", " ")


def in_role(event: Event, role: Role) -> list[ActorId]:
    """Who takes part in an event in a role, each once."""
    return list(dict.fromkeys(part.actor for part in event.participants if part.role == role))
