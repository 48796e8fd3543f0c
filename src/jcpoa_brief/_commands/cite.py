"""``jcpoa-brief cite``: a reference."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any, Final, cast, get_args

from .. import article, cite, sources
from .._cite.bibliography import ReferenceFormat, lacking, lacking_in_words, page_work
from .._cite.cite import Citable, Reference
from .._cite.styles import Style
from .._exports.bibliography import in_order
from .._model.source import Source
from . import typed_values
from .records import family_named, record_named
from .terminal import CommandHelp, note, say, say_json, write

HELP = CommandHelp(
    takes="[ID]",
    codes={0: "printed", 2: "the call was wrong"},
    examples=(
        "cite --style mla",
        "cite 5 --style mla",
        "cite us-airstrike-in-syria --style chicago-notes",
        "cite sources --style mla",
        "cite 5 --format bibtex",
    ),
    notes={
        "what is cited": "Without an ID it is the article; 5 or ¶5 is a paragraph, counted from the top; a source is "
        "a page that checks rest on; “sources” are all of them, a bibliography; “dataset” is this package "
        "with its data.",
    },
)
_STYLES = get_args(Style)
_FORMATS = get_args(ReferenceFormat)
_UNKNOWN: Final = {
    "author": ("no author", "the title or the publisher comes first"),
    "published": ("no date", "n.d. or nothing stands for it"),
}
"""What a page may not show, and what is printed then."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to cite, the style, and what the reader's page shows."""
    parser.add_argument(
        "id", metavar="ID", nargs="*", help="a record's id or name, a paragraph's number, sources or dataset"
    )
    parser.add_argument(
        "--style",
        metavar="STYLE",
        choices=_STYLES,
        type=typed_values.one_of(_STYLES, nearest={word: f"--format {word}" for word in _FORMATS}),
        default="apa",
        help=f"{', '.join(_STYLES)}; apa by default",
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=_FORMATS,
        type=typed_values.one_of(
            _FORMATS,
            {"bib": "bibtex", "latex": "bibtex", "endnote": "ris", "zotero": "csl-json"},
            {word: f"--style {word}" for word in _STYLES},
        ),
        default="text",
        help="text, or an entry for a reference manager: bibtex, ris or csl-json",
    )
    parser.add_argument("--author", action="append", help="the author, if your page shows one; repeat it for several")
    parser.add_argument(
        "--published", metavar="DATE", type=typed_values.date, help="the day of publication, if your page shows one"
    )
    parser.add_argument(
        "--accessed", metavar="DATE", type=typed_values.date, help="the day on which you read the page, such as today"
    )
    parser.add_argument("--json", action="store_true", help="print the forms as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the reference and its form in the text or in a note; say so if ``--accessed`` is not used."""
    authors: list[str] = options.author or []
    author = authors[0] if len(authors) == 1 else authors or None
    given: dict[str, Any] = {"author": author, "published": options.published, "accessed": options.accessed}
    given = {name: value for name, value in given.items() if value is not None}
    name = " ".join(options.id)
    if family_named(name) == "sources":
        if given.keys() - {"accessed"}:
            note("--author and --published belong to one page: name the source")
            return 2
        if options.format != "text":
            note(f"jcpoa-brief export {options.format} has all sources")
            return 2
        return _bibliography(options.style, given, as_json=options.json)
    *what, style = options.id or [""]
    if style.casefold() in _STYLES:
        note(f"did you mean '{' '.join(('jcpoa-brief cite', *what, '--style', style.casefold()))}'?")
        return 2
    cited: Citable = article
    if name:
        cited = "dataset" if name.casefold() == "dataset" else cast("Citable", record_named(name))
    reference = cite(cited, style=options.style, format=options.format, **given)
    without: dict[str, Any] = {**given, "accessed": None}
    if "accessed" in given and reference == cite(cited, style=options.style, format=options.format, **without):
        note("--accessed is not used: the styles print the day of reading only where no day of publication is known")
    page = cited if isinstance(cited, Source) else article
    unknown = [one for one in _UNKNOWN if cited != "dataset" and getattr(page, one) is None and one not in given]
    if unknown:
        words, instead = zip(*map(_UNKNOWN.__getitem__, unknown), strict=True)
        add = f"{' and '.join(f'--{name}' for name in unknown)} {'adds' if len(unknown) == 1 else 'add'}"
        note(f"the page shows {' and '.join(words)}: {', and '.join(instead)}; {add} what yours shows")
    if options.json:
        say_json(_forms(reference))
    elif options.format != "text":
        write(reference.reference.rstrip("\n"))
    else:
        place = "in a note" if reference.style == "chicago-notes" else "in the text"
        say(reference.reference, f"{place}: {reference.in_text}")
    return 0


def _bibliography(style: Style, given: Mapping[str, Any], *, as_json: bool) -> int:
    """Print a reference for every source, in the order of the alphabet."""
    found = in_order(cite(source, style=style, **given) for source in sources)
    note(lacking_in_words(lacking(map(page_work, sources))))
    if as_json:
        say_json([_forms(one) for one in found])
    else:
        say(*(one.reference for one in found))
    return 0


def _forms(reference: Reference) -> dict[str, object]:
    return {name: getattr(reference, name) for name in ("style", "reference", "in_text", "short_note", "paragraphs")}
