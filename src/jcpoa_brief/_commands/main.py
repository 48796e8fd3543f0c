"""``jcpoa-brief``: which command is called, and what its errors are to a shell."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType
from typing import Final, NoReturn

from .._messages import did_you_mean, near_misses
from ..errors import BriefError
from .terminal import say

NAME: Final = "jcpoa-brief"

COMMANDS: Final = {
    "show": "one record, by its id",
    "find": "the records that bear a name",
    "search": "records by the words in them, best first",
    "timeline": "events in time; options choose which",
    "cite": "a reference to the article, to a record's paragraphs, or to this data set",
    "check": "where the independent record differs from the article",
    "verify": "what of the article is proved in your copy of it",
    "compare": "whether a text quotes the article word for word",
    "export": "the brief as a file in another format",
    "schema": "the JSON Schema of the data",
    "completion": "a script that completes commands in your shell",
}
"""Every command, with what it prints; each has a module of its name."""

_EPILOG: Final = f"""\
commands:
{chr(10).join(f"  {name:<11} {what}" for name, what in COMMANDS.items())}

examples:
  {NAME}                              what the article is, and its events in time
  {NAME} find Rouhani                 who or what bears the name, with ids
  {NAME} show us-airstrike-in-syria   one record, with what the record of the world says
  {NAME} timeline --since 2021-02 --until 2021-02 --actual
  {NAME} export xlsx -o brief.xlsx    a spreadsheet
  {NAME} compare quoted.txt --copy article.txt

{NAME} COMMAND --help says more, exit codes included. Commands that print records take --json.
exit codes: 0 done, 1 nothing found or a text differs, 2 the call was wrong or a file cannot be read.
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints name what is near."""

    def error(self, message: str) -> NoReturn:
        head, _, rest = message.partition("invalid choice: ")
        if rest:
            given, _, choices = rest.partition(" (choose from ")
            allowed = [word.strip(" '") for word in choices.rstrip(")").split(",")]
            near = did_you_mean(near_misses(given.strip("'"), allowed))
            message = f"{head}there is no {given} ({', '.join(allowed)}){near}"
        super().error(message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code.

    >>> main(["--version"])
    jcpoa-brief 2.0.0, data 2.0.0
    0
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given and not given[0].startswith("-") and given[0] not in COMMANDS:
        near = did_you_mean(near_misses(given[0], COMMANDS))
        parser(()).error(f"no command {given[0]!r} (commands: {', '.join(COMMANDS)}){near}")
    options = parser(given[:1]).parse_args(given)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except BriefError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or 'output'}: {error.strerror}", file=sys.stderr)
    return 2


def parser(commands: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command line, with the options of these commands: each is imported when it is called."""
    whole = _Parser(
        prog=NAME,
        usage=f"{NAME} [-h] [--version] [COMMAND …]",
        description="One news analysis as data that can be checked. Without a command: its events in time.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", dest="run", action="store_const", const=_version, help="print the versions")
    whole.set_defaults(run=_overview)
    subparsers = whole.add_subparsers(metavar="COMMAND", prog=NAME, help=argparse.SUPPRESS)
    for name in commands:
        if name in COMMANDS:
            module: ModuleType = import_module(f"{__package__}.{name}")
            command = subparsers.add_parser(
                name,
                help=COMMANDS[name],
                description=f"Print {COMMANDS[name]}.",
                epilog=module.EPILOG,
                formatter_class=argparse.RawDescriptionHelpFormatter,
            )
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return whole


def _version(_: argparse.Namespace) -> int:
    from .. import __data_version__, __version__  # noqa: PLC0415  # as all that is imported in functions: only a command pays

    say(f"{NAME} {__version__}, data {__data_version__}")
    return 0


def _overview(_: argparse.Namespace) -> int:
    """What the article is, its dated events in order, and what else there is."""
    from .. import article, events, timeline  # noqa: PLC0415
    from .._questions.families import COLLECTIONS  # noqa: PLC0415

    counts = ", ".join(f"{len(collection)} {name}" for name, collection in COLLECTIONS.items())
    author, published = article.author or "not known", article.published or "not known"
    say(
        f"{article.title}\n{article.publisher}, {article.address}",
        f"Author: {author}. Published: {published}; the text was finished {article.finished} (inferred).\n",
        f"{timeline(events).text(undated=False)}\n",
        f"{len(events.undated)} more events have no date. Records: {counts}.",
        f"Annotated by machine, reviewed by no human expert. {NAME} check: how the record compares.",
    )
    return 0
