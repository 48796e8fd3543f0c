"""``jcpoa-brief find``: the records that bear a name."""

from __future__ import annotations

import argparse

from .._messages import near_misses
from .._questions.families import COLLECTIONS, family_of, title_of
from .terminal import say, say_json, table

EPILOG = """\
exit codes: 0 found, 1 nothing bears the name, 2 the call was wrong
example:    jcpoa-brief find Rouhani
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The name, in one word or several."""
    parser.add_argument("name", metavar="NAME", nargs="+", help="a name, an abbreviation or a code, in any case")
    parser.add_argument("--json", action="store_true", help="print the records as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the records of every family that bear the name, or what is near."""
    name = " ".join(options.name)
    results = [collection.find(name) for collection in COLLECTIONS.values()]
    found = [record for result in results for record in result]
    if options.json:
        say_json([record.model_dump(mode="json") for record in found])
    elif found:
        say(table((record.id, family_of(record), title_of(record)) for record in found))
    else:
        say(f"nothing bears the name {name!r}", *_near(name), f"jcpoa-brief search {name} looks in all texts")
    return 0 if found else 1


def _near(name: str) -> list[str]:

    names = {known: record.id for family in COLLECTIONS.values() for record in family for known in record.names}
    return [f"  near: {known} ({names[known]})" for known in near_misses(name, names)]
