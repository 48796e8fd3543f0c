"""The command line: ``jcpoa-brief``, or ``python -m jcpoa_brief``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from ..errors import CopyError

if TYPE_CHECKING:
    from .._model.record import Citation

_ABOUT: Final = "One news analysis as data that can be checked. Without a command: its events in time."

_COMMANDS: Final = ("check", "compare", "verify")

_EPILOG: Final = """\
examples:
  jcpoa-brief                      what the article is, and its events in time
  jcpoa-brief check                where the article and the record differ
  jcpoa-brief verify article.txt   what of the article is proved in your copy
  jcpoa-brief compare quoted.txt --copy article.txt
                                   whether a text quotes it word for word

jcpoa-brief COMMAND --help says more, exit codes included.
"""

_CHECK_EPILOG: Final = """\
exit codes:
  0  the checks are printed
  2  your copy cannot be read, or the call was wrong
  3  nothing of the article was proved in your copy

example:
  jcpoa-brief check --copy article.txt
"""

_VERIFY_EPILOG: Final = """\
exit codes:
  0  your copy is complete: every sentence is proved, in the article's order
  1  part of it is proved
  2  your copy cannot be read, or the call was wrong
  3  nothing of the article was proved in it

example:
  jcpoa-brief verify article.txt && echo "the whole article"
"""

_COMPARE_EPILOG: Final = """\
exit codes:
  0  every passage of the article in the text stands word for word
  1  a passage is altered
  2  the text or your copy cannot be read, or the call was wrong
  3  nothing in the text runs along the article

your copy:
  Save the page at the article's address (jcpoa-brief says it) as text, HTML or PDF, and pass it with --copy or in
  the environment variable JCPOA_BRIEF_COPY. Without one, the text is compared with the article's own quotations.

example:
  jcpoa-brief compare quoted.txt --copy article.txt
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code.

    >>> main(["--version"])
    jcpoa-brief 1.1.0, data 2.0.0
    0
    """
    given = sys.argv[1:] if arguments is None else arguments
    parser = _parser()
    if given and given[0] not in _COMMANDS and not given[0].startswith("-"):
        parser.error(_no_command(given[0]))
    options = parser.parse_args(given)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except CopyError as error:
        print(error, file=sys.stderr)
        return 2


def _say(text: str) -> None:
    """Print a line; where the terminal lacks a sign, another one stands for it. A reader that has seen enough, such as
    head, changes nothing else: the exit code is kept.
    """
    encoding = sys.stdout.encoding or "utf-8"
    try:
        print(text.encode(encoding, "replace").decode(encoding), flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _no_command(name: str) -> str:
    from .._messages import near_misses  # noqa: PLC0415  # only a mistake needs it

    near = " or ".join(map(repr, near_misses(name, _COMMANDS)))
    said = f"no command {name!r} (commands: {', '.join(_COMMANDS)})"
    return f"{said}; did you mean {near}?" if near else said


def _parser() -> argparse.ArgumentParser:
    name = "jcpoa-brief"
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog=name,
        usage=f"{name} [-h] [--version] [{{{','.join(_COMMANDS)}}} ...]",
        description=_ABOUT,
        epilog=_EPILOG,
        formatter_class=raw,
    )
    parser.add_argument("--version", dest="run", action="store_const", const=_version, help="say the versions")
    parser.set_defaults(run=_brief)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", prog=name)
    said = "where the article and the record differ, each discrepancy once"
    check = commands.add_parser(
        "check", help=said, description=f"Print {said}.", epilog=_CHECK_EPILOG, formatter_class=raw
    )
    check.add_argument(
        "--copy", metavar="FILE", help="your copy of the article, to see its own words; - for standard input"
    )
    check.add_argument("--all", action="store_true", help="every check instead, also those that agree")
    check.set_defaults(run=_check)
    said = "whether a text quotes the article word for word"
    compare = commands.add_parser(
        "compare", help=said, description=f"Print {said}.", epilog=_COMPARE_EPILOG, formatter_class=raw
    )
    compare.add_argument("file", metavar="TEXT", help="text, HTML or PDF; - for standard input")
    compare.add_argument("--copy", metavar="COPY", help="your copy of the article; default: $JCPOA_BRIEF_COPY")
    compare.add_argument("--record", action="store_true", help="also what the independent record says of what stands")
    compare.add_argument("--json", action="store_true", help="print the report as JSON")
    compare.set_defaults(run=_compare)
    said = "what of the article is proved in your copy of it"
    verify = commands.add_parser(
        "verify", help=said, description=f"Print {said}.", epilog=_VERIFY_EPILOG, formatter_class=raw
    )
    verify.add_argument("file", metavar="COPY", help="your copy: text, HTML or PDF; - for standard input")
    verify.add_argument("--json", action="store_true", help="print the report as JSON")
    verify.set_defaults(run=_verify)
    return parser


def _version(_: argparse.Namespace) -> int:
    from .. import __data_version__, __version__  # noqa: PLC0415  # each command imports what it needs

    _say(f"jcpoa-brief {__version__}, data {__data_version__}")
    return 0


def _brief(_: argparse.Namespace) -> int:
    """What the article is, its dated events in order, and what else there is."""
    from .. import article, events, timeline  # noqa: PLC0415
    from .._questions.families import COLLECTIONS  # noqa: PLC0415

    counts = ", ".join(f"{len(collection)} {name}" for name, collection in COLLECTIONS.items())
    author, published = article.author or "not known", article.published or "not known"
    _say(f"{article.title}\n{article.publisher}, {article.address}")
    _say(f"Author: {author}. Published: {published}; the text was finished {article.finished} (inferred).\n")
    _say(f"{timeline(events).text(undated=False)}\n")
    _say(f"{len(events.undated)} more events have no date. Records: {counts}.")
    _say("Annotated by machine, reviewed by no human expert. jcpoa-brief check: how the record compares.")
    return 0


def _check(options: argparse.Namespace) -> int:
    from .check import told  # noqa: PLC0415

    if options.copy is not None:
        return _check_beside(options.copy, agreeing=options.all)
    _say(told(agreeing=options.all))
    return 0


def _check_beside(file: str, *, agreeing: bool) -> int:
    """The checks beside the words of a copy, and how many of these words it lacks."""
    from .check import told  # noqa: PLC0415
    from .verify import EXIT_CODES, aligned  # noqa: PLC0415

    alignment = aligned(file)
    if alignment.status == "none":
        print(alignment, file=sys.stderr)
        return EXIT_CODES["none"]
    found: list[str | None] = []

    def words(citation: Citation) -> str | None:
        place = alignment.find(citation)
        found.append(None if place is None else " ".join(alignment.text[slice(*place)].split()))
        return found[-1]

    checks = told(words, agreeing=agreeing)
    _say(f"your copy: {alignment.status}; {_lacking(found)}\n\n{checks}")
    return 0


def _lacking(found: Sequence[str | None]) -> str:
    """How many of the citations are not found, in words."""
    number = found.count(None)
    if number in (0, len(found)):
        return f"the words of {'none' if number else 'all'} of the {len(found)} citations below are found in it"
    return f"the words of {number} of the {len(found)} citations below are not found in it"


def _verify(options: argparse.Namespace) -> int:
    from json import dumps  # noqa: PLC0415

    from .verify import EXIT_CODES, aligned  # noqa: PLC0415

    alignment = aligned(options.file)
    _say(dumps(alignment.to_dict(), ensure_ascii=False, indent=1) if options.json else str(alignment))
    return EXIT_CODES[alignment.status]


def _compare(options: argparse.Namespace) -> int:
    from json import dumps  # noqa: PLC0415

    from .verify import COMPARISON_CODES, compared  # noqa: PLC0415

    comparison = compared(options.file, options.copy)
    if options.json:
        _say(dumps(comparison.to_dict(), ensure_ascii=False, indent=1))
    else:
        _say(comparison.report(record=options.record))
    return COMPARISON_CODES[comparison.verdict]
