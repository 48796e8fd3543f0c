"""What the article says that somebody did, with paragraphs, and where the record differs.

    python fact_sheet.py iran
    python fact_sheet.py "Joe Biden" --since 2021-02

A small program that depends on the package: what it takes from people is text, what it passes on is ids, and a type
checker sees the difference.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from jcpoa_brief import Actor, ActorId, Check, Event, EventId, actors, checks, events, sources
from jcpoa_brief.errors import BriefError, InvalidDateError
from jcpoa_brief.types import Status

LABELS: dict[Status, str] = {
    "occurred": "",
    "ongoing": "still going on",
    "planned": "planned",
    "threatened": "threatened",
    "hypothetical": "only thought of",
    "did_not_occur": "did not happen",
}


def who(name: str) -> Actor:
    """The one actor of a name or an id. Raises BriefError where there is none, or more than one."""
    return actors.get(name) or actors.find(name).only()


def deeds(actor: ActorId, since: str | None) -> Iterator[Event]:
    """What an actor did, in the article's order, from a date on where one is given."""
    done = events.involving(actor, role="agent")
    yield from done if since is None else done.between(since, None)


def doubts(event: EventId) -> list[Check]:
    """The checks of an event that do not bear it out."""
    return [check for check in checks.about(event) if check.verdict != "agrees"]


def lines(event: Event) -> Iterator[str]:
    """One event as text: when, what, where it stands, and each doubt with its sources."""
    paragraphs = ", ".join(f"¶{number}" for number in event.paragraphs)
    label = LABELS[event.status]
    yield f"{event.date or 'undated'}: {event.title}{f' ({label})' if label else ''} [{paragraphs}]"
    for check in doubts(event.id):
        publishers = ", ".join(sources[source].publisher for source in check.sources)
        yield f"    {check.aspect} {check.verdict}: {check.record_says} ({publishers})"


class Options(argparse.Namespace):
    """What was typed."""

    name: str
    since: str | None


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", help="a name or an id")
    parser.add_argument("--since", help="a year, a month or a day, such as 2021-02")
    options = parser.parse_args(namespace=Options())
    try:
        actor = who(options.name)
        found = [line for event in deeds(actor.id, options.since) for line in lines(event)]
    except InvalidDateError as error:
        parser.error(str(error))
    except BriefError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join([f"{actor.name}: {actor.description}", *found]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
