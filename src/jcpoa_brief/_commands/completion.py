"""``jcpoa-brief completion``: a script for your shell, made by shtab."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from .main import COMMANDS, parser
from .terminal import CommandHelp, note, write

HELP = CommandHelp(
    takes="SHELL",
    codes={0: "printed", 2: "the library shtab is not installed"},
    examples=("completion bash",),
    notes={
        "how it is used": 'bash: eval "$(jcpoa-brief completion bash)"\n'
        "  zsh: jcpoa-brief completion zsh > ~/.zsh/_jcpoa-brief, a folder of $fpath",
    },
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The shell."""
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"), help="for which shell")


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    try:
        shtab = import_module("shtab")
    except ImportError:
        note("shtab makes the script and is not installed: pip install 'jcpoa-brief[completion]'")
        return 2
    whole = parser(tuple(COMMANDS))
    files = {"FILE": shtab.FILE, "COPY": shtab.FILE, "TEXT": shtab.FILE, "DIR": shtab.DIRECTORY}
    for action in _actions(whole):
        if action.metavar in files:
            action.complete = files[action.metavar]  # type: ignore[attr-defined]  # where shtab looks
    write(shtab.complete(whole, options.shell))
    return 0


def _actions(whole: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every option and argument of every command."""
    for action in whole._actions:  # noqa: SLF001  # argparse has no other list
        yield action
        if action.nargs == argparse.PARSER:  # the commands
            parsers: Any = action.choices
            for command in parsers.values():
                yield from _actions(command)
