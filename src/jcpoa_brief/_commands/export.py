"""``jcpoa-brief export``: the brief as a file in another format."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .. import export, export_all
from .._collections.events import Events
from .._exports.export import Export
from .._exports.formats import FORMATS
from . import selecting
from .terminal import say, say_json

EPILOG = """\
Without options that choose events it writes the whole brief. Formats that hold your copy's words need --copy.

exit codes: 0 written, 2 the call was wrong, a library is missing or a file is there already (--force replaces it)
examples:   jcpoa-brief export xlsx -o brief.xlsx
            jcpoa-brief export --all folder
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The format, where to write it, and of which events."""
    parser.add_argument("format", metavar="FORMAT", nargs="?", choices=tuple(FORMATS), help="see --list")
    parser.add_argument("-o", "--output", metavar="FILE", help="the file, or the folder for a format of several files")
    parser.add_argument("--all", metavar="DIR", help="write every format into a folder, with a manifest of hashes")
    parser.add_argument("--list", action="store_true", help="list the formats, and what each leaves out")
    parser.add_argument("--copy", metavar="COPY", help="your copy of the article; default: $JCPOA_BRIEF_COPY")
    parser.add_argument("--force", action="store_true", help="replace files that are there already")
    parser.add_argument("--json", action="store_true", help="say what was written as JSON")
    selecting.add_filters(parser)


def run(options: argparse.Namespace) -> int:
    """Write one format or all of them, or list them. Raises what ``export`` raises."""
    if options.list:
        return _list(as_json=options.json)
    selection = selecting.selected(options) if selecting.is_filtered(options) else None
    if options.all:
        return _all(options, selection)
    if not options.format:
        print("want a format (jcpoa-brief export --list) or --all DIR", file=sys.stderr)
        return 2
    return _one(options, selection)


def _list(*, as_json: bool) -> int:

    if as_json:
        say_json([form._asdict() for form in FORMATS.values()])
    else:
        say(
            *(
                f"{form.name:<17} {form.title}\n  {form.file}; leaves out: {form.leaves_out}"
                for form in FORMATS.values()
            )
        )
    return 0


def _one(options: argparse.Namespace, selection: Events | None) -> int:

    form = FORMATS[options.format]
    copy = None if form.copy == "none" else _copy(options)
    made = export(form.name, selection, copy=copy)
    if options.output is None and form.is_folder:
        print(f"{form.name} is several files: name a folder with -o", file=sys.stderr)
        return 2
    if options.output in (None, "-"):
        return _to_output(made)
    paths = made.write(options.output, force=options.force)
    if options.json:
        say_json({"files": [str(path) for path in paths], "left_out": dict(made.left_out)})
    else:
        say(*(f"wrote {path}" for path in paths), *_left_out(made))
    return 0


def _to_output(made: Export) -> int:
    if sys.stdout.isatty() and b"\0" in bytes(made)[:4096]:
        print(f"{made.format.name} is no text: name a file with -o", file=sys.stderr)
        return 2
    try:
        sys.stdout.buffer.write(bytes(made))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    for line in _left_out(made):
        print(line, file=sys.stderr)
    return 0


def _left_out(made: Export) -> list[str]:
    said = ", ".join(f"{count} {what}" for what, count in made.left_out.items())
    return [f"left out: {said}"] if said else []


def _all(options: argparse.Namespace, selection: Events | None) -> int:

    if sys.stderr.isatty():
        print(f"writing every format into {options.all} …", file=sys.stderr)
    done = export_all(options.all, selection, copy=_copy(options), force=options.force)
    if options.json:
        say_json({"files": [str(path) for path in done.paths], "skipped": dict(done.skipped)})
    else:
        skipped = (f"skipped {name}: {why}" for name, why in done.skipped.items())
        say(f"wrote {len(done.paths)} files into {options.all}; manifest.json has their hashes", *skipped)
    return 0


def _copy(options: argparse.Namespace) -> Path | None:
    path = options.copy or os.environ.get("JCPOA_BRIEF_COPY")
    return Path(path) if path else None
