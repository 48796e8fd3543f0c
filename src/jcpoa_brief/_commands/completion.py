"""``jcpoa-brief completion``: a script for your shell, made by shtab."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from .main import COMMANDS, parser
from .terminal import write

EPILOG = """\
exit codes: 0 printed, 2 the library shtab is not installed (extra: completion)
example:    eval "$(jcpoa-brief completion bash)"
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The shell."""
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"), help="for which shell")


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    try:
        shtab = import_module("shtab")
    except ImportError:
        print("shtab makes the script and is not installed: pip install 'jcpoa-brief[completion]'", file=sys.stderr)
        return 2
    write(shtab.complete(parser(tuple(COMMANDS)), options.shell))
    return 0
