"""Options that choose events; each works like the filter of the same name."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import Any, Final, get_args

from .. import actors, events
from .._collections.checks import CONTRADICTING
from .._collections.event_dates import DatesOf
from .._collections.events import Events
from .._model.vocabulary import EventContext, EventType, Status
from .._questions.all_records import CHECKS_OF
from . import typed_values

_DATES: Final = get_args(DatesOf)
_PLAIN: Final = (
    ("within by the dates of the sources", "that sources date to that time"),
    ("not surely within", "not wholly within"),
)
"""What a selection in time says of itself, in plainer words."""


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Give a command the options that choose events."""
    chosen = parser.add_argument_group("which events (default: all)")
    chosen.add_argument(
        "--involving", metavar="ACTOR", action="append", help="an actor's id or name; repeat it for any of several"
    )
    chosen.add_argument(
        "--since", metavar="DATE", type=typed_values.date, help="not before: 2021, 2021-02 or 2021-02-15"
    )
    chosen.add_argument("--until", metavar="DATE", type=typed_values.date, help="not after")
    chosen.add_argument("--within", action="store_true", help="only dates that lie wholly in that time")
    chosen.add_argument(
        "--actual", action="store_true", help="only events that the article presents as having occurred or as ongoing"
    )
    chosen.add_argument(
        "--uncontradicted",
        action="store_true",
        help="leave out, and name, events on which a check finds that sources say otherwise or disagree",
    )
    chosen.add_argument(
        "--dates",
        choices=_DATES,
        type=typed_values.one_of(_DATES),
        default="article",
        help="the article's dates, or the record's, those of independent sources, where there are any (article)",
    )
    _add_words(
        chosen.add_argument,
        "status",
        get_args(Status),
        f"one of {', '.join(get_args(Status))}; repeat it for any of several",
    )
    _add_words(chosen.add_argument, "type", get_args(EventType), "a PLOVER type, such as ASSAULT")
    _add_words(chosen.add_argument, "context", get_args(EventContext), "a PLOVER context, such as military")
    chosen.add_argument(
        "--paragraph", metavar="N", type=typed_values.paragraph, action="append", help="cited in a paragraph, 1 to 13"
    )


def _add_words(add: Callable[..., object], name: str, words: Iterable[str], said: str) -> None:
    add(f"--{name}", metavar=name.upper(), choices=words, type=typed_values.one_of(words), action="append", help=said)


def is_filtered(options: argparse.Namespace) -> bool:
    """Whether any option chooses."""
    return bool(
        options.involving or options.since or options.until or options.actual or options.uncontradicted
        or options.status or options.type or options.context or options.paragraph
    )  # fmt: skip


def selected(options: argparse.Namespace) -> Events:
    """The events that the options choose. Raises what the filters raise."""
    found = _filtered(options)
    return found - contradicted(found, options.dates) if options.uncontradicted else found


def contradicted(chosen: Events, dates: DatesOf) -> Events:
    """Those on which sources say otherwise or disagree: on anything that was checked of them, but not on the date
    where that is the sources'.
    """
    return chosen.where(
        lambda event: any(
            check.verdict in CONTRADICTING and not (dates == "record" and check.aspect == "date")
            for check in CHECKS_OF.get(event.id, ())
        )
    )


def about_selection(options: argparse.Namespace, chosen: Events) -> list[str]:
    """How many events the options chose, and what they left out or do not sort out."""
    counted = repr(chosen).partition("\n")[0].strip("<>").replace("Events: ", "Events chosen: ")
    for words, plainer in _PLAIN:
        counted = counted.replace(words, plainer)
    said = [counted] * is_filtered(options)
    found = _filtered(options)
    against = contradicted(found, options.dates)
    if options.uncontradicted:
        said += [f"left out, because sources say otherwise or disagree ({len(against)}):"] if against else []
        said += [f"  {event.id}  {event.title}" for event in against]
    elif against:
        said.append(
            f"On {len(against)} of these, sources say otherwise or disagree, as the rows say; --uncontradicted "
            "leaves them out, jcpoa-brief check NAME tells more."
        )
    return [*said, *_about_time(options, chosen)] if options.since or options.until else said


def _about_time(options: argparse.Namespace, chosen: Events) -> list[str]:
    """How many events may lie outside the time that was asked for, and what the options for that would choose."""
    said: list[str] = []
    inside = _otherwise(options, within=True)
    if len(inside) < len(chosen):
        outside = len(chosen) - len(inside)
        said.append(f"{outside} of these may lie outside that time; --within leaves them out, and {len(inside)} stay.")
    by_sources = _otherwise(options, dates="record")
    if by_sources != chosen:
        surely = len(_otherwise(options, dates="record", within=True))
        narrowed = "" if options.within else f", {surely} with --within"
        said.append(
            "The dates here are the article's. --dates record takes the sources' dates where there are any: "
            f"{len(by_sources)} events{narrowed}."
        )
        if options.uncontradicted:
            said.append("A date that the sources correct counts as settled there.")
    return said


def _otherwise(options: argparse.Namespace, **others: object) -> Events:
    """The events that the options would choose if some were others."""
    return selected(argparse.Namespace(**{**vars(options), **others}))


def _filtered(options: argparse.Namespace) -> Events:
    """The events that the options choose but for what sources contradict."""
    found = events
    if options.involving:
        names = [name.strip() for several in options.involving for name in several.split(",")]
        ids: list[Any] = [typed_values.id_named(name, actors) for name in names]
        found = found.involving(*ids, match="any")
    if options.since or options.until:
        found = found.between(options.since, options.until, within=options.within, dates=options.dates)
    if options.actual:
        found = found.actual
    if options.status:
        found = found.with_status(*options.status)
    if options.type:
        found = found.of_type(*options.type)
    if options.context:
        found = found.in_context(*options.context)
    if options.paragraph:
        found = found.cited_in(*options.paragraph)
    return found
