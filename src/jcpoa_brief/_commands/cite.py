"""``jcpoa-brief cite``: a reference."""

from __future__ import annotations

import argparse
from typing import cast, get_args

from .. import article, cite, lookup, paragraphs
from .._cite.cite import Citable
from .._cite.styles import Style
from .._model.brief import RecordId
from .terminal import say, say_json

EPILOG = """\
Without an ID it cites the article; "dataset" cites this package and its data, with their versions. A paragraph is
named by ¶5 or 5.

exit codes: 0 printed, 2 the call was wrong
example:    jcpoa-brief cite us-airstrike-in-syria --style mla
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is cited, how, and what the reader knows of the page."""
    parser.add_argument("id", metavar="ID", nargs="?", help="a record's id, a paragraph's number, or dataset")
    parser.add_argument("--style", choices=get_args(Style), default="apa", help="the citation style (apa)")
    parser.add_argument("--author", help="the author, where your page shows one")
    parser.add_argument("--published", metavar="DATE", help="the day of publication, where your page shows one")
    parser.add_argument("--accessed", metavar="DATE", help="the day on which you read the page")
    parser.add_argument("--json", action="store_true", help="print the forms as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the reference for the list, and the form in the text."""
    given = {"author": options.author, "published": options.published, "accessed": options.accessed}
    reference = cite(
        _cited(options.id), style=options.style, **{name: text for name, text in given.items() if text is not None}
    )
    if options.json:
        forms = ("style", "reference", "in_text", "short_note", "paragraphs")
        say_json({form: getattr(reference, form) for form in forms})
    else:
        say(reference.reference, f"in the text: {reference.in_text}")
    return 0


def _cited(name: str | None) -> Citable:

    if name is None:
        return article
    if name == "dataset":
        return "dataset"
    number = name.removeprefix("¶")
    if number.isdecimal():
        return paragraphs[int(number)]  # type: ignore[index]
    return cast("Citable", lookup(cast("RecordId", name)))
