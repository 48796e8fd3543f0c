"""What must hold of the events: time runs one way, dates are bounded where the words bound them, a title says what is
not real and names nobody who takes no part, and like cases are coded alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from .._collections.relations import spread
from .._model.dates import BriefDate, read_edtf
from .._model.event import Event
from .._model.vocabulary import LinkKind
from ..errors import Problem

if TYPE_CHECKING:
    from .brief import Brief

_IN_TIME: Final[Mapping[LinkKind, bool]] = {"precedes": True, "causes": True, "responds_to": False, "reverses": False}
"""Whether the event that has the link comes first; links of other kinds say nothing about time."""

_FROM: Final = frozenset({"since", "from", "after", "afterwards"})

_UNTIL: Final = frozenset({"until", "before", "prior", "pre", "by"})

_PAST: Final = ("occurred", "did_not_occur")

_AHEAD: Final = ("planned", "threatened")

_SAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "planned": ("due", "scheduled"),
    "threatened": ("threatened",),
    "did_not_occur": ("no", "not"),
    "predicted": ("predicted", "expected"),
    "predicted_not": ("not",),
    "counterfactual": ("supposed",),
}
"""The words by which a title says a status or a modality; a modality that is not here says itself."""

_DENIES: Final = frozenset({"no", "not", "none", "nothing", "never"})

_PLAIN: Final = str.maketrans({"-": " ", "\u2019": "'", ",": "", ".": "", "(": "", ")": ""})

_ON_SANCTIONS: Final = re.compile("sanction|maximum pressure", re.IGNORECASE)


def event_problems(brief: Brief) -> Iterator[Problem]:
    """Everything about the events that does not hold, in their order."""
    written = read_edtf(brief.article.finished)
    by_id: dict[str, Event] = {event.id: event for event in brief.events}
    order = _earlier_to_later(brief.events)
    names = _names(brief)
    sides = _sides(brief)
    constructions: dict[str, list[str]] = {event: [] for event in by_id}
    for construction in brief.constructions:
        for name in construction.events:
            constructions[name] += construction.breaches(by_id[name])
    coded = {name for construction in brief.constructions for name in construction.events}
    for number, event in enumerate(brief.events):
        wrong = [
            *_links(event, by_id, order),
            *_dates(event, written.earliest, written.latest),
            *_reality(event),
            *_title_actors(event, names, sides),
            *constructions[event.id],
        ]
        if _ON_SANCTIONS.search(f"{event.title} {event.summary}") and "economic" not in event.contexts:
            wrong.append("what is about sanctions has the context 'economic'")
        if event.id not in coded:
            wrong.append("it belongs to no construction")
        yield from (Problem(f"events[{number}] ({event.id})", what) for what in wrong)


def _earlier_to_later(events: Iterable[Event]) -> dict[str, list[str]]:
    """For each event those that a link puts after it."""
    later: dict[str, list[str]] = {}
    for event in events:
        for link in event.links:
            if link.kind in _IN_TIME:
                first, second = (event.id, link.to) if _IN_TIME[link.kind] else (link.to, event.id)
                later.setdefault(first, []).append(second)
    return later


def _links(event: Event, by_id: Mapping[str, Event], order: Mapping[str, list[str]]) -> Iterator[str]:
    """No circle in time, no link against the dates, and nothing real rests on what is not."""
    if any(event.id in spread(after, [order]) for after in order.get(event.id, ())):
        yield "it comes before itself: a chain of precedes, causes, responds_to and reverses leads back to it"
    for link in event.links:
        other = by_id[link.to]
        if link.kind not in _IN_TIME:
            continue
        first, second = (event, other) if _IN_TIME[link.kind] else (other, event)
        if second.actual and not first.actual:
            yield f"{link}: what is real neither follows nor answers what is not"
        if _surely_after(first.date, second.date) and not (first.other_dates or second.other_dates):
            yield f"{link}: its date {event.date} and {other.date} say otherwise"


def _surely_after(first: BriefDate | None, second: BriefDate | None) -> bool:
    """Whether the first date begins after the second ends, and neither is uncertain."""
    if first is None or second is None or "?" in first.edtf + second.edtf:
        return False
    return first.earliest is not None and second.latest is not None and first.earliest > second.latest


def _dates(event: Event, first: date | None, last: date | None) -> Iterator[str]:
    """Bounded where its words are, and on its side of the days in which the article was written."""
    for when in (*((event.date,) if event.date else ()), *event.other_dates):
        words = set(re.findall(r"\w+", when.as_written.lower()))
        if words & _FROM and when.earliest is None:
            yield f"{when.as_written!r} bounds the start, and {when} leaves it open"
        if words & _UNTIL and when.latest is None:
            yield f"{when.as_written!r} bounds the end, and {when} leaves it open"
        if event.status in _PAST and last is not None:
            if when.earliest is not None and when.earliest > last:
                yield f"told as past, it begins on {when.earliest}, after the article was finished ({last})"
            if when.latest is None or when.latest > last:
                yield f"told as past, it ends with {when}, and the article was finished by {last}"
        if event.status in _AHEAD and first is not None and when.latest is not None and when.latest < first:
            yield f"told as ahead, it ends on {when.latest}, before the article was finished ({first})"
        if "not" in words and event.status == "hypothetical" and event.modality != "predicted_not":
            yield f"{when.as_written!r} denies it, and its modality is {event.modality!r}"


def _reality(event: Event) -> Iterator[str]:
    """A title travels without its status: it says what is not real, and what is denied is so in words."""
    told = event.modality or event.status
    words = re.findall(r"\w+", event.title.lower())
    wanted = _SAYS.get(told, (told,))
    if not event.actual and not set(wanted) & set(words):
        yield f"its title does not say that it is {told}: want {' or '.join(map(repr, wanted))} in {event.title!r}"
    if told in ("predicted_not", "did_not_occur"):
        if not _DENIES & {*words, *re.findall(r"\w+", event.summary.lower())}:
            yield f"neither title nor summary denies it, and it is {told}"
        if event.date is None or event.date.reading != "throughout":
            yield f"what is {told} has as date the time for which that is said, all through"


def _names(brief: Brief) -> dict[str, dict[tuple[str, ...], str]]:
    """Every proper name of an actor as its words, by the first of them, longer ones first."""
    every = {
        _words(name): actor.id
        for actor in brief.actors
        for name in (*actor.aliases, *actor.also_known_as, actor.name)
        if name[0].isupper()
    }
    table: dict[str, dict[tuple[str, ...], str]] = {}
    for words in sorted(every, key=len, reverse=True):
        table.setdefault(words[0], {})[words] = every[words]
    return table


def _words(text: str) -> tuple[str, ...]:
    """The words of a title or name, without marks and possessives."""
    return tuple(f"{text.translate(_PLAIN)} ".replace("'s ", " ").split())


def _sides(brief: Brief) -> dict[str, list[str]]:
    """For each actor those that take part when it does: whom it acts for, its members and its groups."""
    table: dict[str, list[str]] = {actor.id: [*actor.members] for actor in brief.actors}
    for actor in brief.actors:
        if actor.acts_for is not None:
            table[actor.id].append(actor.acts_for)
        for member in actor.members:
            table[member].append(actor.id)
    return table


def _title_actors(
    event: Event, names: Mapping[str, Mapping[tuple[str, ...], str]], sides: Mapping[str, list[str]]
) -> Iterator[str]:
    """Whoever the title names takes part or is cited for it."""
    taking: set[str | None] = {event.credited_to, *(part.actor for part in event.participants)}
    words, at = _words(event.title), 0
    while at < len(words):
        found = next((name for name in names.get(words[at], {}) if words[at : at + len(name)] == name), None)
        named = names[words[at]][found] if found else None
        if named and named not in taking and not any(part and named in spread(part, [sides]) for part in taking):
            yield f"its title names {named!r}, who takes no part in it"
        at += len(found) if found else 1
