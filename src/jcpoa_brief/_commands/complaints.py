"""Rewords errors for the command line: the remedy is an option or a command."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from .._messages import did_you_mean, near_misses
from .._model.dates import MONTHS, read_edtf
from ..errors import (
    BriefError,
    CopyError,
    InvalidAuthorError,
    InvalidDateError,
    MissingExtraError,
    TargetExistsError,
    UnknownIdError,
    UnknownValueError,
    WrongTypeError,
)

_SINGULAR: Final = {"actors": "actor", "events": "event", "glossary": "term", "the brief": "record"}
_FREE: Final = {"xlsx": "csv", "parquet": "csv", "bibtex": "csl-json", "ris": "csl-json", "docbin": "spans"}
"""For formats that need a library, one with the same content that needs none."""

_DATES: Final = "want a year, a month or a day, such as 2021, 2021-02, 2021-02-15 or 15 February 2021"
_NO_DAY: Final = 32


def worded(error: BriefError) -> str:
    """The text of an error, as the command line prints it."""
    said = str(error)
    match error:
        case UnknownIdError():
            said = _unknown_id(error)
        case UnknownValueError():
            allowed = ", ".join(error.allowed)
            said = f"{_option(error.parameter)}: there is no {error.value!r}; it is one of {allowed}"
        case InvalidDateError():
            said = _unreadable_date(error)
        case InvalidAuthorError():
            several = "repeat --author for each of several; the name of a body ends with a comma"
            said = f"cannot read {error.text!r} as an author: {several if ' list' in error.why else error.why}"
        case CopyError():
            said = _unreadable_copy(error)
        case TargetExistsError():
            count, some = len(error.files), " and ".join(map(repr, error.files[:2]))
            there = f"{some} exists already" if count == 1 else f"{count} files exist already, such as {some}"
            said = f"{there}, and nothing was written; --force replaces what is there"
        case MissingExtraError() if error.format in _FREE:
            said = f"{error}; {_FREE[error.format]} holds the same and needs no library"
        case WrongTypeError():
            said = f"{_option(error.argument)}: want {error.wanted}"
        case _:
            pass
    return said


def missing_file(name: str) -> str:
    """The text for a missing file, with similar names in its folder: without their endings, which many files share."""
    path = Path(name)
    beside: dict[str, list[Path]] = {}
    for one in sorted(path.parent.iterdir()) if path.name and path.parent.is_dir() else ():
        beside.setdefault(one.stem, []).append(one)
    alike = [one for stem in near_misses(path.stem, beside) for one in beside[stem]]
    same_kind = [one for one in alike if one.suffix.casefold() == path.suffix.casefold()]
    near = [str(path.with_name(one.name)) for one in (same_kind or alike)[:2]]
    return f"{name!r} cannot be read: there is no such file{did_you_mean(near)}"


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _unknown_id(error: UnknownIdError) -> str:
    if error.family == "paragraphs":
        from .. import paragraphs  # noqa: PLC0415  # a wrong number needs it

        return f"there is no paragraph {error.key}: the article has ¶1 to ¶{len(paragraphs)}"
    said = f"there is no {_SINGULAR.get(error.family, error.family)} {error.key!r}"
    if error.other_family:
        return f"{said}: that is one of the {error.other_family}; jcpoa-brief show {error.key} says what it is"
    from .records import named_so  # noqa: PLC0415  # the records are imported by then

    several = len(named_so(str(error.key))) if error.family == "the brief" else 0
    if several:
        return f"{several} records have the name {error.key!r}; jcpoa-brief find {error.key} lists them"
    if error.near:
        return said + did_you_mean(error.near)
    return f"{said}; jcpoa-brief find NAME and jcpoa-brief search WORDS give ids"


def _unreadable_date(error: InvalidDateError) -> str:
    """The text for a date: how it is written, or what is wrong with it; of one that can be read, which is wanted."""
    why = error.why
    try:
        read_edtf(error.text)
    except InvalidDateError as fault:
        why = _date_meant(error.text) or (_DATES if fault.why.startswith("want") else fault.why)
    return f"cannot read {error.text!r} as a date: {why}"


def _date_meant(text: str) -> str:
    """What to write for a date in figures with the year last, a date without a year, or a misspelt month; empty for any
    other text.
    """
    figures = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text.strip())
    if figures:
        first, second, last = map(int, figures.groups())
        pairs = dict.fromkeys(((second, first), (first, second)))
        days = [f"{last}-{of:02}-{day:02}" for of, day in pairs if 0 < of < len(MONTHS) and 0 < day < _NO_DAY]
        return f"write the year first: {' or '.join(days)}" if days else ""
    words = re.fullmatch(r"(\d{1,2}\.? +)?([a-z]{3,10})\.?( +\d{1,2})?(,? +\d{4})?", text.strip(), re.IGNORECASE)
    if words is None:
        return ""
    before, month, after, year = (part or "" for part in words.groups())
    known = next((name for name in MONTHS[1:] if month.casefold() in (name.casefold(), name[:3].casefold())), None)
    if known is None:
        near = near_misses(month.casefold(), {name.casefold(): name for name in MONTHS[1:]})
        return f"did you mean '{before}{near[0].title()}{after}{year}'?" if near else ""
    return f"{'a day' if before or after else 'a month'} of which year? write it with the year: '{text} 2021'"


def _unreadable_copy(error: CopyError) -> str:
    if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
        sentence = '; for words typed here: echo "the words" | jcpoa-brief compare -'
        return missing_file(error.copy) + (sentence if len(error.copy.split()) > 3 else "")  # noqa: PLR2004
    why = error.why.partition("; pass pathlib")[0]
    return f"cannot read {error.copy!r}: " + why.replace(
        "install the package's extra copies, which brings the reader pypdf",
        "pip install 'jcpoa-brief[copies]' brings a reader",
    )
