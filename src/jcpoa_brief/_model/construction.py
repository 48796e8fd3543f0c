"""A construction: a way in which the article reports events, and the codes that all events reported so share."""

from typing import Literal, Self, TypeAlias, get_args

from pydantic import Field, model_validator

from .event import Event
from .ids import EventId
from .record import Entry
from .vocabulary import EventContext

Coded: TypeAlias = Literal["type", "mode", "status", "modality"]
"""A field of an event that a construction settles."""

NONE: Literal["none"] = "none"
"""The word for a code that is lacking."""


class Construction(Entry, frozen=True):
    """Like cases, coded alike: a row of the table that ``data/README.md`` prints."""

    construction: str
    """What the article reports, in a few words."""
    codes: dict[Coded, str]
    """The codes that it settles; ``none`` where no code fits."""
    contexts: tuple[EventContext, ...] = ()
    """Contexts that each of its events has."""
    events: tuple[EventId, ...] = Field(min_length=1)
    """The events that it reports so."""
    note: str | None = None
    """Who is agent and who recipient, or why no code fits."""

    def breaches(self, event: Event) -> list[str]:
        """The codes of an event that differ from those of this construction."""
        wrong = [
            f"{field} {has!r} where {self.construction!r} has {code!r}"
            for field, code in self.codes.items()
            if (has := getattr(event, field) or NONE) != code
        ]
        wrong += [
            f"no context {name!r}, which {self.construction!r} has"
            for name in self.contexts
            if name not in event.contexts
        ]
        return wrong

    @model_validator(mode="after")
    def _settles_something(self) -> Self:
        if not self.codes:
            raise ValueError(f"a construction settles at least one of {', '.join(get_args(Coded))}")
        return self
