"""``jcpoa-brief timeline``: events in time."""

from __future__ import annotations

import argparse
from collections.abc import Container, Iterator
from typing import Final

from .. import timeline
from .._collections.table_columns import Row
from .._questions.all_records import CHECKS_OF
from .._questions.timeline import Timeline
from . import selecting
from .records import as_of
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
        "contradict, such as a number, stands at the end of a row; --uncontradicted leaves such events out, "
        "but not those of which only the wording is disputed. By the article's dates it also leaves out events to "
        "which sources give another day, an “about” or “perhaps” left aside; with --dates record they stay, on the "
        "sources' day.",
    },
)

_FINDING: Final = ("id", "title", "about", "aspect", "verdict", "incident")
"""What the JSON of a row says of each check."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which events, and which dates."""
    selecting.add_filters(parser)
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the events in time, undated ones last, and what the options left out."""
    chosen = selecting.selected(options)
    line = timeline(chosen, dates=options.dates)
    if options.json:
        against = {entry.event.id for entry in line.discrepancies}
        say_json([_data(row, against) for row in line.rows()])
    else:
        say(line.text(), "", *selecting.about_selection(options, chosen), *_about_sources(line))
    return 0 if chosen else 1


def _about_sources(line: Timeline) -> Iterator[str]:
    """By what rule a day that sources contradict is shown: by the sources' where that is asked for and they give one,
    else by the article's, which a calendar by the sources' dates leaves out; and as of when is told what came later.
    """
    against = line.discrepancies
    kept = [entry for entry in against if entry.source == "article"]
    if against and line.dates == "article":
        given = sum(entry.record_date is not None for entry in against)
        yield (
            f"Sources contradict the day or the order of {len(against)} of these events; the rows keep the article's "
            f"day. --dates record takes the sources' day, which they give for {given}."
        )
    elif kept:
        yield (
            f"Sources contradict the day or the order of {len(kept)} of these events and give no other day, so that "
            f"the rows keep the article's: {'; '.join(entry.event.title for entry in kept)}. A calendar "
            "(jcpoa-brief export calendar) with --dates record leaves such a day out."
        )
    if any(check.verdict == "overtaken" for entry in line for check in CHECKS_OF.get(entry.event.id, ())):
        yield f"What later events settled is told {as_of()}."


def _data(row: Row, against: Container[object]) -> dict[str, object]:
    """A row as plain data, with the checks that do not agree, and whether sources contradict the day or the order."""
    plain = {
        name: cell if isinstance(cell, str | int | float | bool | None) else str(cell) for name, cell in row.items()
    }
    found = [check for check in CHECKS_OF.get(str(row["event"]), ()) if check.verdict != "agrees"]
    return {
        **plain,
        "findings": [{name: getattr(check, name) for name in _FINDING} for check in found],
        "day_contradicted": row["event"] in against,
    }
