"""``jcpoa-brief schema``: the JSON Schema of the data."""

from __future__ import annotations

import argparse
from pkgutil import get_data

from .terminal import CommandHelp, write

HELP = CommandHelp(takes="", codes={0: "printed"}, examples=("schema > brief.schema.json",))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only --json, which all commands take; it changes nothing."""
    parser.add_argument("--json", action="store_true", help="the schema is JSON in any case")


def run(_: argparse.Namespace) -> int:
    """Print the schema that the package ships."""
    write((get_data("jcpoa_brief", "data/schema.json") or b"").decode().rstrip("\n"))
    return 0
