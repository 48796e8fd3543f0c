"""``jcpoa-brief search``: records by the words in them."""

from __future__ import annotations

import argparse

from .. import search
from . import selecting
from .records import listing
from .terminal import CommandHelp, say, say_json

HELP = CommandHelp(
    takes="WORDS …",
    codes={0: "found", 1: "nothing found", 2: "the call was wrong"},
    examples=("search why did Iran refuse", "search sanctions relief --family claims"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words, the families, and how many hits."""
    parser.add_argument("words", metavar="WORDS", nargs="+", help="words, in any case and order")
    selecting.add_family(parser)
    parser.add_argument("--most", metavar="N", type=int, default=20, help="how many hits at most (20)")
    parser.add_argument("--json", action="store_true", help="print the hits as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the hits, best first."""
    hits = search(" ".join(options.words), families=options.family)
    shown = hits[: max(options.most, 0)]
    if options.json:
        say_json([{"score": hit.score, **hit.record.model_dump(mode="json")} for hit in shown])
    elif hits:
        say(listing(hit.record for hit in shown))
        more = len(hits) - len(shown)
        say(f"{more} more; --most {len(hits)} prints them all") if more else None
    else:
        near = [f"  near {word!r}: {', '.join(others)}" for word, others in hits.near.items() if others]
        say("no record has these words", *near)
    return 0 if hits else 1
