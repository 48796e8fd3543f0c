"""A coding rule: a kind of report in the article, and the codes that all events reported so share."""

from typing import Literal, Self, TypeAlias, get_args

from pydantic import Field, model_validator

from .event import Event
from .ids import EventId
from .record import Entry
from .vocabulary import EventContext

Coded: TypeAlias = Literal["type", "mode", "status", "modality"]
"""A field of an event that a coding rule can settle."""


class CodingRule(Entry, frozen=True):
    """How similar cases are coded: a row of the table in ``data/README.md``."""

    case: str
    """What the article reports, in a few words."""
    codes: dict[Coded, str]
    """The codes of all its events; ``none`` if no code fits."""
    contexts: tuple[EventContext, ...] = ()
    """Contexts of all its events."""
    events: tuple[EventId, ...] = Field(min_length=1)
    """The events that the article reports so."""
    note: str | None = None
    """Who is agent and who recipient, or why no code fits."""

    def violations(self, event: Event) -> list[str]:
        """The codes of an event that differ from this rule."""
        wrong = [
            f"{field} {has!r} where {self.case!r} has {code!r}"
            for field, code in self.codes.items()
            if (has := getattr(event, field) or "none") != code
        ]
        wrong += [
            f"no context {name!r}, which {self.case!r} has" for name in self.contexts if name not in event.contexts
        ]
        return wrong

    @model_validator(mode="after")
    def _settles_something(self) -> Self:
        if not self.codes:
            raise ValueError(f"a coding rule settles at least one of {', '.join(get_args(Coded))}")
        return self
