"""``jcpoa-brief find``: the records with a name."""

from __future__ import annotations

import argparse

from .._messages import near_misses
from .._model.brief import AnyRecord
from .._questions.families import COLLECTIONS, family_of, status_mark, title_of
from .show import related_records
from .terminal import CommandHelp, say, say_json, table

HELP = CommandHelp(
    takes="NAME …",
    codes={0: "found", 1: "no record has the name", 2: "the call was wrong"},
    examples=("find Rouhani", "find nuclear deal"),
)
_MOST = 10  # records related to an actor


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The name, in one word or several."""
    parser.add_argument(
        "name", metavar="NAME", nargs="+", help="a name, an abbreviation or a code; case does not matter"
    )
    parser.add_argument("--json", action="store_true", help="print the records as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the records of every family with this name, and records related to an actor; or similar names."""
    name = " ".join(options.name)
    found = [record for collection in COLLECTIONS.values() for record in collection.find(name)]
    if options.json:
        say_json([record.model_dump(mode="json") for record in found])
    elif found:
        say(_rows(found), *_further(found))
    else:
        say(f"no record has the name {name!r}", *_near(name), f"jcpoa-brief search {name} looks in all texts")
    return 0 if found else 1


def _rows(records: list[AnyRecord]) -> str:
    return table((record.id, family_of(record), title_of(record) + status_mark(record)) for record in records)


def _further(found: list[AnyRecord]) -> list[str]:
    """Other records related to the actors that were found."""
    said: list[str] = []
    for actor in found:
        if family_of(actor) == "actors":
            others = [one for one in related_records(actor) if one not in found]
            if others:
                more = len(others) - _MOST
                said += [f"\nalso about {title_of(actor)}:", _rows(others[:_MOST])]
                said += [f"{more} more: jcpoa-brief show {actor.id} --all"] if more > 0 else []
    return said


def _near(name: str) -> list[str]:
    names = {known: record.id for family in COLLECTIONS.values() for record in family for known in record.names}
    return [f"  near: {known} ({names[known]})" for known in near_misses(name, names)]
