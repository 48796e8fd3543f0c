"""Options that choose events; each works like the filter of the same name."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, get_args

from .. import actors, checks, events
from .._collections.checks import discrepancies
from .._collections.date_overlaps import DatesOf
from .._collections.events import Events
from .._collections.filtering import AnyOrAll, left_out_of
from .._collections.relations import Include
from .._load.loaded import relations
from .._messages import counted
from .._model.check import Check
from .._model.dates import as_range, read_edtf
from .._model.event import Event, article_dates
from .._model.families import FAMILIES
from .._model.vocabulary import CONTRADICTING, EventContext, EventType, Status
from .._questions.all_records import CHECKS_OF
from .._questions.timeline import entry_of
from ..errors import BriefError
from . import typed_values
from .records import FAMILY_NAMES

_DATES: Final = get_args(DatesOf)
_MATCHES: Final = get_args(AnyOrAll)
_PLAIN: Final = {
    "within by the dates of the sources": "that sources date to that time",
    "not surely within": "not wholly within",
    "not actual": "that have not happened by the article",
    "undated": "without a date",
    "that cite it only for a date, a link or the like (parts=True)": "named there only for a date, a link or the like",
}
"""Why a selection left something out, in plainer words."""

_INCLUDED: Final[dict[Include, str]] = {
    "acting_for": "somebody who acts for {}",
    "members": "a member of {}",
    "groups": "a group to which {} belongs",
}
"""Whom each word of ``--include`` adds."""

_SAME_INCLUDED: Final = {
    **dict.fromkeys(("organ", "organs", "bodies", "offices", "spokesmen", "officials", "people"), "acting_for"),
    "member": "members",
    "group": "groups",
}


def add_family(parser: argparse.ArgumentParser) -> None:
    """Give a command the option that keeps to families of records."""
    parser.add_argument(
        "--family",
        metavar="FAMILY",
        choices=FAMILIES,
        type=typed_values.one_of(FAMILIES, FAMILY_NAMES),
        action="append",
        help=f"only {', '.join(FAMILIES)}; repeat it for any of several",
    )


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Give a command the options that choose events."""
    chosen = parser.add_argument_group("which events (default: all)")
    chosen.add_argument(
        "--involving",
        metavar="ACTOR",
        action="append",
        help="an actor's id or name; repeat it for several. Those who act "
        "for the actor, as presidents do, are added by --include acting_for",
    )
    chosen.add_argument(
        "--match",
        choices=_MATCHES,
        type=typed_values.one_of(_MATCHES, {"either": "any", "or": "any", "both": "all", "and": "all"}),
        default="any",
        help="with several --involving: events of any of these actors, or of all of them together (any)",
    )
    _add_words(
        chosen.add_argument,
        "include",
        _INCLUDED,
        "with --involving, also the events of others: acting_for adds those who act for the actor, such as its organs, "
        "officials and spokesmen; members those of a group; groups those to which the actor belongs; repeat it for "
        "several",
        _SAME_INCLUDED,
    )
    chosen.add_argument(
        "--in",
        metavar="DATE",
        dest="period",
        type=typed_values.date,
        help="wholly in that year, month or day; the same as --since DATE --until DATE --within",
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
        help="leave out, and name, events on which sources say otherwise or disagree, but not on the wording alone, "
        "and those whose day sources correct; with --dates record their day counts where they give one",
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


def _add_words(
    add: Callable[..., object],
    name: str,
    words: Iterable[str],
    said: str,
    same: Mapping[str, str] = MappingProxyType({}),
) -> None:
    read = typed_values.one_of(words, same)
    add(f"--{name}", metavar=name.upper(), choices=tuple(words), type=read, action="append", help=said)


def is_filtered(options: argparse.Namespace) -> bool:
    """Whether any option chooses."""
    return bool(
        options.involving or options.since or options.until or options.period or options.actual
        or options.uncontradicted
        or options.status or options.type or options.context or options.paragraph
    )  # fmt: skip


def selected(options: argparse.Namespace) -> Events:
    """The events that the options choose. Raises what the filters raise."""
    if options.period:
        if options.since or options.until:
            options.parser.error("--in is one period: leave out --since and --until")
        options.since, options.until, options.within, options.period = options.period, options.period, True, None
    if options.include and not options.involving:
        options.parser.error("--include belongs to --involving ACTOR")
    if options.match == "all" and not _involved(options)[1:]:
        options.parser.error("--match all belongs to several actors: --involving ACTOR --involving ACTOR")
    found = _filtered(options)
    return found - contradicted(found, options.dates) if options.uncontradicted else found


def contradicted(chosen: Events, dates: DatesOf) -> Events:
    """Those on which sources say otherwise or disagree, but not on the wording alone; and, where the dates are the
    article's, those whose day is not the sources'.
    """
    return chosen.where(lambda event: any(_against(event, dates)))


def _against(event: Event, dates: DatesOf) -> list[Check]:
    """The checks that stand against an event: not against its date where that is the sources', and not against what it
    is called.
    """
    by_sources = dates == "record"
    corrections = () if by_sources else _corrections(event)
    return [
        check
        for check in CHECKS_OF.get(event.id, ())
        if check in corrections
        or (
            check.verdict in CONTRADICTING
            and check.aspect != "wording"
            and not (by_sources and check.aspect == "date" and check.date)
        )
    ]


def _corrections(event: Event) -> tuple[Check, ...]:
    """The checks that give another day than any that the article allows, an “about” or “perhaps” left aside, even if
    they call that no more than imprecise.
    """
    entry = entry_of(event)
    if entry is None or entry.record_date is None:
        return ()
    days = read_edtf(entry.record_date)
    allowed = (read_edtf(re.sub("[?~]", "", when.edtf)) for when in article_dates(event))
    return () if any(one.overlaps(days) for one in allowed) else entry.checks


def about_selection(options: argparse.Namespace, chosen: Events) -> list[str]:
    """How many events the options chose, and what they left out or do not sort out."""
    said = [*_counted(options, chosen)] if is_filtered(options) else []
    found = _filtered(options)
    against = contradicted(found, options.dates)
    if options.uncontradicted:
        said += (
            [f"left out, because sources say otherwise, disagree or have another day ({len(against)}):"]
            if against
            else []
        )
        said += [f"  {event.id}  {event.title}" for event in against]
    elif against:
        checked = {check.id for event in against for check in _against(event, options.dates)}
        stories = discrepancies(checks)
        told = sum(any(check.id in checked for check in story) for story in stories)
        said.append(
            f"On {len(against)} of these events sources say otherwise, disagree or have another day: "
            f"{told or 'none'} of the {len(stories)} discrepancies that jcpoa-brief check lists. "
            "--uncontradicted leaves the events out."
        )
    return [*said, *_about_time(options, chosen)] if options.since or options.until else said


def _counted(options: argparse.Namespace, chosen: Events) -> Iterator[str]:
    """How many events were chosen, how many were left out and why, and whom ``--include`` would add."""
    statuses = counted(event.status.replace("_", " ") for event in chosen)
    left_out = left_out_of(chosen).removeprefix("left out: ")
    reasons = [one.split(" ", 1) for one in re.split(r", (?=\d)", left_out) if one and "include=" not in one]
    plainer = ", ".join(f"{count} {_PLAIN.get(why, why)}" for count, why in reasons)
    size = f"Events chosen: {len(chosen)} of {len(events)}{f' ({statuses})' if statuses else ''}"
    yield size + (f"; left out: {plainer}" if plainer else "")
    if options.involving and not chosen:
        for one in _involved(options):
            yield f"jcpoa-brief show {one} has what else is told of {actors[one].name}"
    together = _otherwise(options, match="all") if options.match == "any" and len(_involved(options)) > 1 else chosen
    if together != chosen:
        yield f"any of these actors; --match all keeps the {len(together)} events that involve all of them"
    if options.match == "all" and not chosen and (either := _otherwise(options, match="any")):
        yield f"--match any keeps the {len(either)} events that involve any of these actors"
    if options.involving and not options.include:
        named = " or ".join(actors[one].name for one in _involved(options))
        for word, whom in _INCLUDED.items():
            others = _otherwise(options, include=[word]) - chosen
            reached = {one for name in _involved(options) for one in relations.reach(name, frozenset((word,)))}
            reached -= set(_involved(options))
            who = [one.name for one in actors if one.id in reached and others.involving(one)]
            if others:
                yield (
                    f"left out: {len(others)} that involve only {whom.format(named)}, such as {who[0]}; "
                    f"--include {word} adds them"
                )


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
        found = found.involving(*_involved(options), include=options.include or (), match=options.match)
    if options.since or options.until:
        if as_range(options.since).sort_key[0] > as_range(options.until).sort_key[1]:
            raise BriefError(f"--since {options.since} is later than --until {options.until}")
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


def _involved(options: argparse.Namespace) -> list[Any]:
    """The ids of the actors that are named; a name that is not known stays as it is."""
    names = [name.strip() for several in options.involving or () for name in several.split(",")]
    return [typed_values.id_named(name, actors) for name in names]
