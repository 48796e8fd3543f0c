"""``jcpoa-brief search``: records by the words in them."""

from __future__ import annotations

import argparse
from typing import get_args

from .. import search
from .._model.brief import FamilyName
from .._questions.families import family_of, status_mark, title_of
from . import typed
from .terminal import CommandHelp, say, say_json, table

HELP = CommandHelp(
    takes="WORDS …",
    codes={0: "found", 1: "nothing found", 2: "the call was wrong"},
    examples=("search why did Iran refuse", "search sanctions relief --family claims"),
)

_FAMILIES = get_args(FamilyName)
_OTHER_NAMES = {"actor": "actors", "person": "actors", "people": "actors", "term": "glossary", "terms": "glossary"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words, the families, and how many hits."""
    parser.add_argument("words", metavar="WORDS", nargs="+", help="words, in any case and order")
    parser.add_argument(
        "--family",
        metavar="FAMILY",
        choices=_FAMILIES,
        type=typed.one_of(_FAMILIES, _OTHER_NAMES),
        action="append",
        help=f"only {', '.join(_FAMILIES)}; repeat it for any of several",
    )
    parser.add_argument("--most", metavar="N", type=int, default=20, help="how many hits at most (20)")
    parser.add_argument("--json", action="store_true", help="print the hits as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the hits, best first."""
    hits = search(" ".join(options.words), families=options.family)
    shown = hits[: max(options.most, 0)]
    if options.json:
        say_json([{"score": hit.score, **hit.record.model_dump(mode="json")} for hit in shown])
    elif hits:
        say(
            table(
                (hit.record.id, family_of(hit.record), title_of(hit.record) + status_mark(hit.record)) for hit in shown
            )
        )
        more = len(hits) - len(shown)
        say(f"{more} more; --most {len(hits)} prints them all") if more else None
    else:
        near = [f"  near {word!r}: {', '.join(others)}" for word, others in hits.near.items() if others]
        say("no record has these words", *near)
    return 0 if hits else 1
