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

_COMMANDS: Final = ("check", "verify")

_EPILOG: Final = """\
examples:
  jcpoa-brief                      what the article is, and its events in time
  jcpoa-brief check                what the record does not bear out, or not as it is
  jcpoa-brief verify article.txt   what of the article stands in your copy

jcpoa-brief COMMAND --help says more, exit codes included.
"""

_CHECK_EPILOG: Final = """\
exit codes:
  0  the checks are printed; with --copy: and nothing in your copy is altered
  1  the checks are printed, and words of the article are altered in your copy
  2  your copy is another text or cannot be read, or the call was wrong
  3  the checks are printed, and some words of your copy cannot be checked

example:
  jcpoa-brief check --copy article.txt
"""

_VERIFY_EPILOG: Final = """\
exit codes:
  0  all that was pasted stands: your copy is complete or an excerpt
  1  words of the article are altered in your copy
  2  your copy is another text or cannot be read, or the call was wrong
  3  nothing is known to be altered, but some words cannot be checked

example:
  jcpoa-brief verify article.txt && echo "nothing is altered"
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code.

    >>> main(["--version"])
    jcpoa-brief 1.1.0, data 1.0.1
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
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _say(text: str) -> None:
    """Print a line; where the terminal lacks a sign, another one stands for it."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding))


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
    said = "every check that does not agree with the article, most serious first"
    check = commands.add_parser(
        "check", help=said, description=f"Print {said}.", epilog=_CHECK_EPILOG, formatter_class=raw
    )
    check.add_argument(
        "--copy", metavar="FILE", help="your copy of the article, to see its own words; - for standard input"
    )
    check.add_argument("--all", action="store_true", help="also those that agree")
    check.set_defaults(run=_check)
    said = "what of the article stands in your copy of it"
    verify = commands.add_parser(
        "verify", help=said, description=f"Print {said}.", epilog=_VERIFY_EPILOG, formatter_class=raw
    )
    verify.add_argument("file", metavar="FILE", help="your copy, UTF-8 text or HTML; - for standard input")
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
    if alignment.verdict == "another_text":
        name = "standard input" if file == "-" else file
        raise CopyError(name, "another text: nothing of the article was found in it")
    found: list[str | None] = []

    def words(citation: Citation) -> str | None:
        place = alignment.find(citation)
        found.append(None if place is None else " ".join(alignment.text[slice(*place)].split()))
        return found[-1]

    checks = told(words, agreeing=agreeing)
    _say(f"your copy: {alignment.verdict}; {_lacking(found)}\n\n{checks}")
    return EXIT_CODES[alignment.verdict]


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
    return EXIT_CODES[alignment.verdict]
