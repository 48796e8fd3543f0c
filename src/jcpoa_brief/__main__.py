"""The command line: ``jcpoa-brief``, or ``python -m jcpoa_brief``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from .errors import CopyError

if TYPE_CHECKING:
    from ._record import Citation

_ABOUT: Final = "One news analysis as data that can be checked. Without a command: its events in time."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code.

    >>> main(["--version"])
    jcpoa-brief 1.0.0, data 1.0.0
    0
    """
    options = _parser().parse_args(arguments)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jcpoa-brief", description=_ABOUT)
    parser.add_argument("--version", dest="run", action="store_const", const=_version, help="say the versions")
    parser.set_defaults(run=_brief)
    commands = parser.add_subparsers(title="commands", metavar="")
    check = commands.add_parser("check", help="where the article and the record part, most serious first")
    check.add_argument("--copy", metavar="FILE", help="your copy of the article, to see its own words")
    check.add_argument("--all", action="store_true", help="also where they agree")
    check.set_defaults(run=_check)
    verify = commands.add_parser("verify", help="what of the article stands in your copy of it")
    verify.add_argument("file", help="your copy, UTF-8 text or HTML; - for standard input")
    verify.add_argument("--json", action="store_true", help="print the report as JSON")
    verify.set_defaults(run=_verify)
    return parser


def _version(_: argparse.Namespace) -> int:
    from . import __data_version__, __version__  # noqa: PLC0415  # each command imports what it needs

    _say(f"jcpoa-brief {__version__}, data {__data_version__}")
    return 0


def _brief(_: argparse.Namespace) -> int:
    """What the article is, its dated events in order, and what else there is."""
    from . import article, events, timeline  # noqa: PLC0415
    from ._families import COLLECTIONS  # noqa: PLC0415

    counts = ", ".join(f"{len(collection)} {name}" for name, collection in COLLECTIONS.items())
    author, published = article.author or "not known", article.published or "not known"
    _say(f"{article.title}\n{article.publisher}, {article.address}")
    _say(f"Author: {author}. Published: {published}; the text was finished {article.finished} (inferred).\n")
    _say(f"{timeline(events).text(undated=False)}\n")
    _say(f"{len(events.undated)} more events have no date. Records: {counts}.")
    _say("Annotated by machine, reviewed by no human expert. jcpoa-brief check: where article and record part.")
    return 0


def _check(options: argparse.Namespace) -> int:
    from ._partings import told  # noqa: PLC0415
    from ._verify import aligned  # noqa: PLC0415

    alignment = None if options.copy is None else aligned(options.copy)

    def words(citation: Citation) -> str | None:
        found = alignment.find(citation) if alignment else None
        return None if alignment is None or found is None else " ".join(alignment.words(citation).split())

    _say(told(words if alignment else None, agreeing=options.all))
    return 0


def _verify(options: argparse.Namespace) -> int:
    from json import dumps  # noqa: PLC0415

    from ._verify import EXIT_CODES, aligned  # noqa: PLC0415

    alignment = aligned(options.file)
    _say(dumps(alignment.to_dict(), ensure_ascii=False, indent=1) if options.json else str(alignment))
    return EXIT_CODES[alignment.verdict]


if __name__ == "__main__":
    sys.exit(main())
