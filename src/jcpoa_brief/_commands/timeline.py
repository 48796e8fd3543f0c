"""``jcpoa-brief timeline``: events in time."""

from __future__ import annotations

import argparse

from .. import timeline
from . import selecting
from .terminal import CommandHelp, say, say_json

HELP = CommandHelp(
    takes="",
    codes={0: "printed", 1: "no event is left by the options", 2: "the call was wrong"},
    examples=(
        "timeline --in 2021-02",
        "timeline --since 2021-02-15 --until 2021-02-25",
        "timeline --involving iran --actual --dates record --uncontradicted",
    ),
    notes={
        "dates": "An event is chosen when it can have happened in the time asked for, so one dated “before March” is "
        "chosen by --since and --until for February; with --in, or with --within, only if its date lies wholly in that "
        "time. With --dates record the "
        "dates of independent sources are used where there are any, and a date that they correct contradicts no more.",
        "what happened": "--actual goes by the article, and --dates record changes dates alone. What else sources "
        "contradict, such as a number, stands at the end of a row; --uncontradicted leaves such events out.",
    },
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which events, and which dates."""
    selecting.add_filters(parser)
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the events in time, undated ones last, and what the options left out."""
    chosen = selecting.selected(options)
    line = timeline(chosen, dates=options.dates)
    if options.json:
        say_json([{name: _plain(cell) for name, cell in row.items()} for row in line.rows()])
    else:
        say(line.text(), "", *selecting.about_selection(options, chosen))
    return 0 if chosen else 1


def _plain(cell: object) -> object:
    return cell if isinstance(cell, str | int | float | bool | None) else str(cell)
