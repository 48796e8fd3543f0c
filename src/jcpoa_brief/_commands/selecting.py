"""Options that choose events; each means what the filter of the same name means."""

from __future__ import annotations

import argparse
from typing import get_args

from .. import events
from .._collections.events import Events
from .._model.vocabulary import EventContext, EventType, Status


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Give a command the options that choose events."""
    chosen = parser.add_argument_group("which events (all, unless options say otherwise)")
    chosen.add_argument(
        "--involving", metavar="ACTOR", action="append", help="an actor's id; repeat it for any of several"
    )
    chosen.add_argument("--since", metavar="DATE", help="not before: 2021, 2021-02 or 2021-02-15")
    chosen.add_argument("--until", metavar="DATE", help="not after")
    chosen.add_argument("--actual", action="store_true", help="only what happened or goes on")
    chosen.add_argument(
        "--status",
        metavar="STATUS",
        choices=get_args(Status),
        action="append",
        help="a status; repeat it for any of several",
    )
    chosen.add_argument(
        "--type", metavar="TYPE", choices=get_args(EventType), action="append", help="a PLOVER type, such as ASSAULT"
    )
    chosen.add_argument(
        "--context", metavar="CONTEXT", choices=get_args(EventContext), action="append", help="a PLOVER context"
    )
    chosen.add_argument("--paragraph", metavar="N", type=int, action="append", help="cited in a paragraph, 1 to 13")


def is_filtered(options: argparse.Namespace) -> bool:
    """Whether any option chooses."""
    return bool(
        options.involving or options.since or options.until or options.actual
        or options.status or options.type or options.context or options.paragraph
    )  # fmt: skip


def selected(options: argparse.Namespace) -> Events:
    """The events that the options choose. Raises what the filters raise."""
    found = events
    if options.involving:
        found = found.involving(*options.involving, match="any")
    if options.since or options.until:
        found = found.between(options.since, options.until, dates=getattr(options, "dates", "article"))
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
