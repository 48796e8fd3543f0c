"""``jcpoa-brief export``: the brief as a file in another format."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from .. import export
from .._align.alignment import Alignment
from .._cite.bibliography import lacking_in_words
from .._collections.date_overlaps import DatesOf
from .._collections.events import Events
from .._exports.export import Export, export_formats
from .._exports.formats import FORMATS, OTHER_NAMES, SAME_NAMES, Format
from .._messages import counted
from .._model.families import FAMILIES
from . import selecting, typed_values
from .records import FAMILY_NAMES
from .terminal import CommandHelp, leave_output, note, say, say_json, waiting
from .verify import aligned, default_copy

HELP = CommandHelp(
    takes="[FORMAT]",
    codes={
        0: "written; what --all skipped is said last, and in manifest.json",
        2: "the call was wrong, a library is missing, or a file is there already (--force replaces it)",
    },
    examples=(
        "export --list",
        "export csv -o tables",
        "export csv --family events -o events.csv",
        "export xlsx -o brief.xlsx",
        "export calendar --dates record -o events.ics",
        "export --all folder",
    ),
    notes={
        "what is written": "The whole brief, or that of the events which options choose. Formats that hold your copy's "
        "words need --copy.",
    },
)


_HOW: Final = "jcpoa-brief export NAME -o FILE writes one of these; the names it is also called by do as well."

_ENDINGS: Final = {".csv", ".parquet", ".xls", ".ods", ".pdf", ".doc", ".docx"}.union(
    Path(form.file).suffix for form in FORMATS.values() if not form.is_folder
)
"""Endings that say what a file is to the programs that open it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The format, the file, and which events."""
    parser.add_argument(
        "format",
        metavar="FORMAT",
        nargs="?",
        choices=tuple(FORMATS),
        type=typed_values.one_of(FORMATS, SAME_NAMES, {**OTHER_NAMES, "all": "--all DIR", "everything": "--all DIR"}),
        help="such as csv, xlsx or markdown; --list has all",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="the file, or the folder for a format of several files")
    parser.add_argument(
        "--family",
        metavar="FAMILY",
        choices=FAMILIES,
        type=typed_values.one_of(FAMILIES, FAMILY_NAMES),
        help=f"with csv: the table of one family alone, in one file: {', '.join(FAMILIES)}",
    )
    parser.add_argument("--all", metavar="DIR", help="write every format into a folder, with a manifest of hashes")
    parser.add_argument("--list", action="store_true", help="list the formats, and what each needs and leaves out")
    parser.add_argument("--copy", metavar="COPY", help="your copy of the article; default: $JCPOA_BRIEF_COPY")
    parser.add_argument("--force", action="store_true", help="replace files that are there already")
    parser.add_argument("--json", action="store_true", help="say what was written as JSON")
    selecting.add_filters(parser)


def run(options: argparse.Namespace) -> int:
    """Write one format or all of them, or list them. Raises what ``export`` raises."""
    if options.list:
        return _list(as_json=options.json)
    problem = _problem(options)
    if problem:
        note(problem)
        return 2
    selection = selecting.selected(options) if selecting.is_filtered(options) else None
    for line in selecting.about_selection(options, selection) if selection is not None else ():
        note(line)
    return _all(options, selection) if options.all else _one(options, selection)


def _list(*, as_json: bool) -> int:
    if as_json:
        told = {"other_names", "opened_with"}
        say_json([form._asdict() | {name: getattr(form, name) for name in sorted(told)} for form in FORMATS.values()])
    else:
        say(_HOW, "\n" + "\n\n".join(map(_listed, FORMATS.values())))
    return 0


def _listed(form: Format) -> str:
    """A format with its other names, what opens it, its file, what it needs and what it leaves out."""
    needs = [f"a library: pip install 'jcpoa-brief[{form.extra}]'"] if form.extra else []
    needs += ["your copy of the article, named by --copy"] if form.copy == "required" else []
    lines = {
        "also called": ", ".join(form.other_names),
        "for": form.audience,
        "open with": form.opened_with,
        "file": form.file,
        "needs": " and ".join(needs),
        "leaves out": "" if form.leaves_out == "nothing" else form.leaves_out,
    }
    width = max(map(len, lines)) + 2
    return "\n".join(
        (f"{form.name}: {form.title}", *(f"  {what:<{width}}{said}" for what, said in lines.items() if said))
    )


def _problem(options: argparse.Namespace) -> str | None:
    """Why nothing can be written: no format, no file, or no folder for it. None if all is well."""
    if options.family and (options.all or options.format != "csv"):
        return "--family belongs to csv, a table a family; in xlsx each family has a sheet of its name"
    if not (options.format or options.all):
        name = Path(options.output or "").suffix.removeprefix(".")
        meant = OTHER_NAMES.get(name, name if name in FORMATS else "").split()
        example = f"; for that file jcpoa-brief export {meant[0]} -o {options.output}" if meant else ""
        return f"want a format (jcpoa-brief export --list has them) or --all DIR{example}"
    target = options.all or options.output
    if target in (None, "-"):
        is_folder = _form(options).is_folder
        return f"{options.format} is several files: name a folder with -o" if is_folder else None
    folder = Path(target).parent
    if not folder.is_dir():
        return f"there is no folder {str(folder)!r} for {target!r}; make it first"
    wants_folder = options.all or _form(options).is_folder
    if wants_folder and Path(target).is_file():
        return f"{target!r} is a file; several files go into a folder"
    return None if options.all else _wrong_ending(Path(target), _form(options))


def _form(options: argparse.Namespace) -> Format:
    """The format; with ``--family`` its one table alone."""
    form = FORMATS[options.format]
    return form._replace(file=f"{options.family}.csv") if options.family else form


def _wrong_ending(path: Path, form: Format) -> str | None:
    """What to say of a name that ends as files of another kind do. None if all is well."""
    ending, own = path.suffix.casefold(), Path(form.file).suffix
    both_json = "json" in ending and "json" in form.media_type and not form.is_folder
    if ending == own or ending not in _ENDINGS or both_json or path.is_dir():
        return None
    what = f"a file that ends with {own}" if own else "several files, in a folder"
    return f"{form.name} is {what}: name it with -o {path.with_suffix(own)}"


def _one(options: argparse.Namespace, selection: Events | None) -> int:
    form = _form(options)
    if options.copy and form.copy == "none":
        note(f"--copy is not used: {form.name} holds no words of the article")
    copy = None if form.copy == "none" else _copy(options)
    if copy is None and form.copy == "required":
        note(f"{form.name} holds the words of your copy of the article: name its file with --copy")
        return 2
    dates: DatesOf = options.dates if form.dated else "article"
    if dates != options.dates and not (options.since or options.until):
        able = ", ".join(one.name for one in FORMATS.values() if one.dated)
        note(f"--dates is not used: {form.name} places no event in time, or has both dates; {able} do")
    with waiting(lambda: f"writing {form.name} …"):
        made = export(form.name, selection, copy=copy, dates=dates)
    if options.family:
        made = replace(made, format=form, files={form.file: made.files[form.file]})
    if options.output in (None, "-"):
        return _to_output(made, asked=options.output == "-")
    paths = made.write(_with_ending(options.output, form), force=options.force)
    if options.json:
        left_out, lacking = dict(made.left_out), dict(made.lacking)
        say_json({"files": [str(path) for path in paths], "left_out": left_out, "lacking": lacking})
    else:
        where = f"{len(paths)} files into {options.output}" if form.is_folder else paths[0]
        say(f"wrote {where}", *_not_in(made), *_unknown(made.lacking))
    return 0


def _with_ending(name: str, form: Format) -> Path:
    """The path of the file: a new one without an extension gets that of the format."""
    path = Path(name)
    return path if form.is_folder or path.suffix or path.exists() else path.with_suffix(Path(form.file).suffix)


def _to_output(made: Export, *, asked: bool) -> int:
    """Print the file; bytes that are not text only if that was asked for."""
    content = bytes(made)
    if not asked and not _is_text(content):
        note(f"{made.format.name} is not text: name a file with -o, or -o - for the output")
        return 2
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        leave_output()
    for line in (*_not_in(made), *_unknown(made.lacking)):
        note(line)
    return 0


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode()
    except UnicodeDecodeError:
        return False


def _not_in(made: Export) -> list[str]:
    return [f"not in it: {counted(made.left_out)}"] if made.left_out else []


def _unknown(lacking: Mapping[str, int]) -> list[str]:
    """What the references lack, in a line."""
    return [lacking_in_words(lacking)] if lacking else []


def _all(options: argparse.Namespace, selection: Events | None) -> int:
    at, folder = ["the records"], Path(options.all)
    manifest = folder / "manifest.json"  # of a former export
    text = manifest.read_text(encoding="utf-8", errors="replace") if manifest.is_file() else ""
    former = [folder / name for name in re.findall(r'"path": "([^"]+)"', text)]
    with waiting(lambda: f"writing {at[-1]} ({len(at)} of {len(FORMATS)}) …"):
        done = export_formats(
            options.all, selection, copy=_copy(options), dates=options.dates, force=options.force, begin=at.append
        )
    stale = [str(path) for path in former if path not in done.paths and path.is_file()]
    if options.json:
        files, lacking = [str(path) for path in done.paths], dict(done.lacking)
        say_json({"files": files, "skipped": dict(done.skipped), "stale": stale, "lacking": lacking})
    else:
        say(
            f"wrote {len(done.paths)} files into {options.all}; manifest.json has their hashes",
            *_unknown(done.lacking),
            *_counted(stale, "left of a former export, no longer in the manifest"),
            *_counted([f"{name}: {why}" for name, why in done.skipped.items()], f"skipped, of {len(FORMATS)} formats"),
        )
    return 0


def _counted(lines: Iterable[str], what: str) -> list[str]:
    """What there is, with a line for each; nothing where there are none."""
    listed = [f"  {line}" for line in lines]
    return [f"{what} ({len(listed)}):", *listed] if listed else []


def _copy(options: argparse.Namespace) -> Alignment | None:
    path = default_copy(options.copy)
    return aligned(path) if path else None
