"""``jcpoa-brief``: calls a command and turns its errors into messages and exit codes."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from textwrap import wrap
from types import ModuleType
from typing import Final, NoReturn

from .._messages import did_you_mean, near_misses
from ..errors import BriefError, RetiredIdWarning
from .complaints import worded
from .terminal import CommandHelp, note, say, wrapped
from .unknown_arguments import about_strays

NAME: Final = "jcpoa-brief"

COMMANDS: Final = {
    "show": "one record or paragraph, and the records related to it",
    "find": "the records with a name, or all of a family, country or kind",
    "search": "records by the words in them, best first",
    "timeline": "events in time; options choose which",
    "cite": "a reference to the article, a paragraph, a source or all sources",
    "check": "where sources contradict the article, or agree with it",
    "verify": "what of the article is proved in your copy of it",
    "compare": "whether a text quotes the article word for word",
    "export": "the brief as a file in another format",
    "schema": "the JSON Schema of the data",
    "completion": "a script that completes commands in your shell",
}
"""Every command, with what it prints; each has a module of its name."""

_OTHER_COMMANDS: Final[dict[str, str]] = {
    **dict.fromkeys(("define", "definition", "explain", "describe", "what", "paragraph", "get", "open"), "show"),
    **dict.fromkeys(("who", "list", "people", "lookup"), "find"),
    **dict.fromkeys(("grep", "look", "why", "when"), "search"),
    **dict.fromkeys(("dates", "chronology", "history"), "timeline"),
    **dict.fromkeys(("citation", "reference"), "cite"),
    "bibliography": "cite sources",
    "calendar": "export calendar",
    **dict.fromkeys(("disputed", "discrepancies", "facts", "factcheck", "fact-check", "errors"), "check"),
    **dict.fromkeys(("quote", "quotation", "diff"), "compare"),
    **dict.fromkeys(("download", "save", "convert"), "export"),
}
"""What people type for a command."""
_JOINING: Final = frozenset({"a", "is", "was", "are", "were", "the", "did", "of"})
"""Words that no command needs."""

_EPILOG: Final = CommandHelp(
    takes="[COMMAND …]",
    codes={
        0: "done",
        1: "nothing found, or a text differs",
        2: "the call was wrong, or a file cannot be read or written",
        3: "nothing of the article was found in a text",
    },
    examples=(
        "find Rouhani",
        "show us-airstrike-in-syria",
        "timeline --in 2021-02",
        "cite 5 --style mla",
        "export xlsx -o brief.xlsx",
        "compare quoted.txt --copy article.txt",
    ),
    notes={
        "commands": "\n  ".join(f"{name:<11} {what}" for name, what in COMMANDS.items()),
        "more": f"{NAME} alone says what the article is and prints its events in time.\n  {NAME} COMMAND --help has a "
        "command's options.\n  Commands that print take --json.\n  Lines fit the terminal; COLUMNS=60 before the call "
        "makes them narrower there. Into a file or pipe they are whole.\n  There are no colours.\n  A day is written "
        "2021-02-15, 15 February 2021 or today, a month 2021-02 or February 2021.",
    },
)


class _Help(argparse.HelpFormatter):
    """Help that keeps words and the lines of paragraphs whole and fits the terminal."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(" ".join(text.split()), width, break_long_words=False, break_on_hyphens=False)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" not in text:
            return super()._fill_text(text, width, indent)
        return "\n".join(indent + line for line in wrapped(text, width))


class Parser(argparse.ArgumentParser):
    """A parser with errors of a line or two, which suggest similar words."""

    commands: tuple[Parser, ...] = ()
    """The parsers of the commands that it has."""

    @property
    def actions(self) -> tuple[argparse.Action, ...]:
        """Every option and argument."""
        return tuple(self._actions)

    def error(self, message: str) -> NoReturn:
        note(f"{self.prog}: {message.removeprefix('argument ')}")
        note(f"{self.prog} --help says how it is called")
        sys.exit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code.

    >>> main(["--version"])
    jcpoa-brief 2.0.0, data 2.0.0
    0
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    command = given[0] if given and not given[0].startswith("-") else ""
    if command and command not in COMMANDS:
        return _no_command(given)
    options, strays = parser((command,)).parse_known_args(given)
    if strays:
        known = dict(zip(COMMANDS, (one.actions for one in parser(tuple(COMMANDS)).commands), strict=True))
        options.parser.error(about_strays(command, strays, vars(options), known))
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always", RetiredIdWarning)
            warnings.showwarning = _note_warning
            return run(options)
    except BriefError as error:
        note(worded(error))
    except OSError as error:
        note(f"{error.filename or 'standard output'}: {error.strerror}")
    except KeyboardInterrupt:
        return 130
    return 2


def _note_warning(message: Warning | str, *_: object, **__: object) -> None:
    """Prints a warning without the place in the program."""
    note(f"note: {message}")


def _no_command(given: list[str]) -> int:
    """Prints a suggestion for a first word that is not a command."""
    words = " ".join(given)
    if given[0] == "help":
        name = given[1] if given[1:] and not given[1].startswith("-") else ""
        if name not in ("", "help", *COMMANDS):
            return _no_command(given[1:])
        asked = parser((name,))
        (asked.commands or (asked,))[0].print_help()
        return 0
    meant = _OTHER_COMMANDS.get(given[0].casefold())
    if meant:
        rest = [word for word in given[1:] if word.casefold() not in _JOINING]
        hint = did_you_mean([" ".join((NAME, meant, *rest))])
    else:
        hint = did_you_mean(near_misses(given[0].casefold(), COMMANDS))
    hint = hint or f"; to look something up: {NAME} {'search' if given[1:] else 'find'} {words}"
    note(f"{NAME}: there is no command {given[0]!r}{hint}")
    note(f"commands: {', '.join(COMMANDS)}; {NAME} --help says what they do")
    return 2


def parser(commands: Sequence[str]) -> Parser:
    """The parser of the command line, with the options of these commands: each is imported when it is called."""
    whole = Parser(
        prog=NAME,
        usage=f"{NAME} [OPTION …] {_EPILOG.takes}",
        description="One news analysis as data that can be checked. Without a command: its events in time.",
        epilog=str(_EPILOG),
        formatter_class=_Help,
    )
    whole.add_argument("--version", dest="run", action="store_const", const=_version, help="print the versions")
    whole.set_defaults(run=_overview, parser=whole)
    known = [name for name in commands if name in COMMANDS]
    if not known:  # the epilog has the list of commands
        return whole
    subparsers = whole.add_subparsers(metavar="COMMAND", prog=NAME)
    for name in known:
        module: ModuleType = import_module(f"{__package__}.{name}")
        command = subparsers.add_parser(
            name,
            usage=f"{NAME} {name} [OPTION …] {module.HELP.takes}".rstrip(),
            help=COMMANDS[name],
            description=f"Print {COMMANDS[name]}.",
            epilog=str(module.HELP),
            formatter_class=_Help,
        )
        module.add_arguments(command)
        command.set_defaults(run=module.run, parser=command)
        whole.commands += (command,)
    return whole


def _version(_: argparse.Namespace) -> int:
    from .. import __data_version__, __version__  # noqa: PLC0415  # as all that is imported in functions: only a command pays

    say(f"{NAME} {__version__}, data {__data_version__}")
    return 0


def _overview(_: argparse.Namespace) -> int:
    """Prints what the article is, its dated events, and how many records there are."""
    from .. import article, checks, events, timeline  # noqa: PLC0415
    from .._collections.checks import count_discrepancies, discrepancies  # noqa: PLC0415
    from .._model.dates import in_words  # noqa: PLC0415
    from .._questions.all_records import COLLECTIONS  # noqa: PLC0415

    between = " between the article and independent sources"
    counts = ", ".join(f"{len(collection)} {name}" for name, collection in COLLECTIONS.items())
    author, published = article.author or "not known", article.published or "not known"
    say(
        f"{article.title}\n{article.publisher}, {article.address}",
        f"Author: {author}. Published: {published}; the text was finished {in_words(article.finished)} (inferred).\n",
        f"{timeline(events).text(undated=False)}\n",
        f"{len(events.undated)} more events have no date. Records: {counts}.",
        f"{count_discrepancies(discrepancies(checks), between)}; {NAME} check lists them.",
        "Annotated by machine, reviewed by no human expert.",
    )
    return 0
