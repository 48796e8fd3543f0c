"""``jcpoa-brief compare``: whether a text quotes the article word for word."""

from __future__ import annotations

import argparse
from typing import Final

from .. import article
from .._align.comparison import Comparison, shipped_quotations
from .._align.layout import SHORTEST
from .._align.outcomes import ComparisonVerdict
from .terminal import CommandHelp, say, say_json, waiting
from .verify import aligned, default_copy, text_in

EXIT_CODES: Final[dict[ComparisonVerdict, int]] = {"verbatim": 0, "altered": 1, "none": 3}
"""What the command returns."""

HELP = CommandHelp(
    takes="TEXT",
    codes={
        0: "every passage of the article in the text is word for word",
        1: "a passage is altered; with --strict also if a quotation in the text is not the article's",
        2: "the text or your copy cannot be read, or the call was wrong",
        3: "the text shares no five words in a row with the article",
    },
    examples=(
        "compare quoted.txt --copy article.txt",
        "compare quoted.txt --copy article.txt --strict",
        "compare quoted.txt",
    ),
    notes={
        "other quotations": f"Quotations of {SHORTEST} words or more that are not in the article's words are named, "
        "and in --json under not_in_the_article: somebody else's words, or invented ones. With --strict they count as "
        "an altered passage does. Shorter ones are too short to tell and do not count. Who said the words is not "
        "compared: the report says whose they are in the article.",
        "your copy": "Save the page at the article's address (jcpoa-brief says it) as text, HTML or PDF, and pass it "
        "with --copy or in the environment variable JCPOA_BRIEF_COPY. Without one, the text is compared with the "
        "article's own quotations.",
    },
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The text and the copy."""
    parser.add_argument("file", metavar="TEXT", help="the name of a text, HTML or PDF file; - for standard input")
    parser.add_argument("--copy", metavar="COPY", help="your copy of the article; default: $JCPOA_BRIEF_COPY")
    parser.add_argument(
        "--strict", action="store_true", help="exit code 1 also if a quotation is not the article's; needs your copy"
    )
    parser.add_argument("--record", action="store_true", help="also what independent sources say about the passages")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the passages and their changes. Raises CopyError."""
    copy = default_copy(options.copy)
    if options.strict and not copy:
        options.parser.error(
            "--strict needs your copy of the article, named by --copy COPY: without it only the words "
            "that the article itself quotes are known"
        )
    known = aligned(copy).basis if copy else shipped_quotations()
    with waiting(lambda: f"comparing {options.file} …"):
        comparison = Comparison(text_in(options.file), known)
    data = comparison.to_dict()
    others = [words for words in data["other_quotations"] if len(words.split()) >= SHORTEST]
    code = 1 if options.strict and others else EXIT_CODES[comparison.verdict]
    if options.json:
        say_json({**data, "not_in_the_article": others} if copy else data)
        return code
    report = comparison.report(record=options.record)
    say(report)
    if not copy:
        say(f"Save {article.address} as text, HTML or PDF, and name the file by --copy COPY.")
    if options.record and not comparison.discrepancies:
        say("\nSources contradict none of the words found here. jcpoa-brief check: where they contradict the article.")
    elif comparison.discrepancies and not options.record:
        say("\njcpoa-brief compare --record says what the sources have.")
    if options.strict and others:
        say(f"\nExit code 1 by --strict: {len(others)} of the quotations not in the article's words.")
    return code
