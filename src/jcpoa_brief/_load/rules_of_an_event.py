"""Rules for one event: its date has an end if its words give one, its title says when it is not real and names only
actors who take part, and similar cases have the same codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from .._collections.relations import reachable_from
from .._model.coding_rule import CodingRule
from .._model.dates import read_edtf
from .._model.event import Event, article_dates
from .._model.families import Brief
from .._model.vocabulary import STATUSES, Modality, Status

_SINCE: Final = frozenset({"since", "from", "after", "afterwards"})
_UNTIL: Final = frozenset({"until", "before", "prior", "pre", "by"})
_DENIALS: Final = frozenset({"no", "not", "none", "nothing", "never"})

_TITLE_WORDS: Final[Mapping[Status | Modality, tuple[str, ...]]] = {
    "planned": ("due", "scheduled"),
    "did_not_occur": ("no", "not"),
    "predicted": ("predicted", "expected"),
    "predicted_not": ("not",),
    "counterfactual": ("supposed",),
}
"""The words by which a title says a status or a modality; all others are said by their own name."""

_SANCTIONS: Final = ("sanction", "maximum pressure")
_PLAIN: Final = str.maketrans({"-": " ", "\u2019": "'", ",": "", ".": "", "(": "", ")": ""})


def event_violations(brief: Brief) -> Iterator[tuple[Event, str]]:
    """Each event that breaks a rule, with what is wrong."""
    finished = read_edtf(brief.article.finished)
    names, associates = _names(brief), _associates(brief)
    rows: dict[str, list[CodingRule]] = {event.id: [] for event in brief.events}
    for row in brief.coding_rules:
        for name in row.events:
            rows[name].append(row)
    for event in brief.events:
        wrong = [
            *_dates(event, finished.earliest, finished.latest),
            *_reality(event),
            *_title_actors(event, names, associates),
            *(violation for row in rows[event.id] for violation in row.violations(event)),
        ]
        said = f"{event.title} {event.summary}".lower()
        if "economic" not in event.contexts and any(words in said for words in _SANCTIONS):
            wrong.append("an event about sanctions needs the context 'economic'")
        if not rows[event.id]:
            wrong.append("it belongs to no coding rule")
        yield from ((event, what) for what in wrong)


def _dates(event: Event, first: date | None, last: date | None) -> Iterator[str]:
    """A date has an end if its words give one, and does not contradict the days in which the article was finished."""
    time = STATUSES[event.status].time
    for when in article_dates(event):
        words = set(re.findall(r"\w+", when.as_written.lower()))
        if words & _SINCE and when.earliest is None:
            yield f"{when.as_written!r} gives a start, but {when} has none"
        if words & _UNTIL and when.latest is None:
            yield f"{when.as_written!r} gives an end, but {when} has none"
        if time == "past" and last is not None:
            if when.earliest is not None and when.earliest > last:
                yield f"reported as past, it begins on {when.earliest}, after the article was finished ({last})"
            if when.latest is None or when.latest > last:
                yield f"reported as past, it ends with {when}, but the article was finished by {last}"
        if time == "future" and first is not None and when.latest is not None and when.latest < first:
            yield f"reported as future, it ends on {when.latest}, before the article was finished ({first})"
        if "not" in words and event.status == "hypothetical" and event.modality != "predicted_not":
            yield f"{when.as_written!r} denies it, but its modality is {event.modality!r}"


def _reality(event: Event) -> Iterator[str]:
    """The title says when an event is not real, since it may be read without the status."""
    if event.actual:
        return
    how = event.modality or event.status
    words = {*re.findall(r"\w+", event.title.lower())}
    wanted = _TITLE_WORDS.get(how, (how,))
    if words.isdisjoint(wanted):
        yield f"its title does not say that it is {how}: want {' or '.join(map(repr, wanted))} in {event.title!r}"
    if how in ("predicted_not", "did_not_occur"):
        if _DENIALS.isdisjoint({*words, *re.findall(r"\w+", event.summary.lower())}):
            yield f"neither title nor summary denies it, but it is {how}"
        if event.date is None or event.date.reading != "throughout":
            yield f"it is {how}, so it needs a date with the reading 'throughout': the period for which that is said"


def _names(brief: Brief) -> dict[str, dict[tuple[str, ...], str]]:
    """Every proper name of an actor, as its words, by the first word; longer names first."""
    every = {
        _words(name): actor.id
        for actor in brief.actors
        for name in (*actor.aliases, *actor.also_known_as, actor.name)
        if name[0].isupper()
    }
    by_first_word: dict[str, dict[tuple[str, ...], str]] = {}
    for words in sorted(every, key=len, reverse=True):
        by_first_word.setdefault(words[0], {})[words] = every[words]
    return by_first_word


def _words(text: str) -> tuple[str, ...]:
    """The words of a title or name, without punctuation and possessives."""
    return tuple(f"{text.translate(_PLAIN)} ".replace("'s ", " ").split())


def _associates(brief: Brief) -> dict[str, frozenset[str]]:
    """For each actor, whom it acts for, its members and its groups, and theirs: they take part when it does."""
    table: dict[str, list[str]] = {actor.id: [*actor.members] for actor in brief.actors}
    for actor in brief.actors:
        if actor.acts_for is not None:
            table[actor.id].append(actor.acts_for)
        for member in actor.members:
            table[member].append(actor.id)
    return {actor: reachable_from(actor, [table]) for actor in table}


def _title_actors(
    event: Event, names: Mapping[str, Mapping[tuple[str, ...], str]], associates: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """Every actor named in the title takes part or is cited for the event."""
    taking_part = {event.credited_to, *(part.actor for part in event.participants)} - {None}
    words, past = _words(event.title), 0
    for at, word in enumerate(words):
        if word not in names or at < past:
            continue
        found = next((name for name in names[word] if words[at : at + len(name)] == name), ())
        named, past = names[word].get(found), at + len(found)
        if named and named not in taking_part and not any(named in associates[str(part)] for part in taking_part):
            yield f"its title names {named!r}, who does not take part in it"
