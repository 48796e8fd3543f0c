"""All families together, for questions across them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from .._argument_checks import require_iterable
from .._collections.checks import most_serious_first
from .._collections.collection import Collection
from .._collections.events import Events
from .._load import loaded
from .._model.check import Check
from .._model.claim import Claim
from .._model.event import Event
from .._model.families import FAMILIES, RECORD_TYPES, AnyRecord, FamilyName
from .._model.quote import Quote
from .._model.record import Entry
from .._model.source import Source
from ..errors import WrongTypeError

COLLECTIONS: Final[Mapping[FamilyName, Collection[AnyRecord]]] = MappingProxyType(
    {family: getattr(loaded, family) for family in FAMILIES}
)
"""The collections by their names, in the order of the module's surface."""

BY_ID: Final[Mapping[str, AnyRecord]] = MappingProxyType(
    {record.id: record for collection in COLLECTIONS.values() for record in collection}
)
"""Every record by its id; ids are unique across all families."""

DATE_CHECKS: Final = loaded.relations.date_checks
"""For each event that sources date, the checks that say so, the decisive one first."""

CHECKS_OF: Final[dict[str, list[Check]]] = {}
"""For each record that was checked, its checks, most serious first; for an event also those of its figures and
quotes."""

for _check in most_serious_first(loaded.checks):
    for _key in filter(None, (_check.about, getattr(BY_ID[_check.about], "event", None))):
        CHECKS_OF.setdefault(_key, []).append(_check)

_FAMILY_OF: Final[dict[type[Entry], FamilyName]] = {RECORD_TYPES[family]: family for family in FAMILIES}


def family_of(record: AnyRecord) -> FamilyName:
    """The name of the collection that a record belongs to."""
    return _FAMILY_OF[type(record)]


def title_of(record: AnyRecord) -> str:
    """The title of a record: its name, title, term, text or statement."""
    return record.title if isinstance(record, Event | Source | Check) else record.names[0]


def status_mark(record: AnyRecord) -> str:
    """A mark, to follow the title, for an event that is not actual, and for a claim or a quote, whose it is; otherwise
    empty.
    """
    if isinstance(record, Claim):
        return f" [claim of {title_of(BY_ID[record.holder]) if record.holder else 'the author'}]"
    if isinstance(record, Quote):
        return f" [said by {title_of(BY_ID[record.speaker])}]" if record.speaker else ""
    return f" [{record.status.replace('_', ' ')}]" if isinstance(record, Event) and not record.actual else ""


def place_in_article(record: AnyRecord) -> tuple[int, int]:
    """The first citation of a record, to sort records of several families. Sources, which cite nothing, come last."""
    if isinstance(record, Source):
        return (1_000, 0)
    first = record.citations[0]
    return (first.paragraph, first.start)


def only_events(items: Iterable[object], wanted_by: str) -> Iterator[Event]:
    """The items, which must be events. Raises WrongTypeError."""
    wanted = f"events, as in {wanted_by}(events.actual)"
    several = f"{wanted}; a single one goes in a list, {wanted_by}([event])" if isinstance(items, Event) else wanted
    require_iterable("events", items, several)
    if isinstance(getattr(items, "events", None), Events):
        raise WrongTypeError(
            "events", items, f"events; a selection of all families has them apart, {wanted_by}(….events)"
        )
    for item in items:
        if not isinstance(item, Event):
            raise WrongTypeError("events", item, wanted)
        yield item
