"""Reads what a person types: words in upper or lower case, dates in words, names for ids."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from operator import ne
from typing import Any, Final

from .._collections.collection import Collection
from .._messages import did_you_mean, near_misses
from .._model.dates import MONTHS
from .._model.source import Source

_NO_NAMES: Final[Mapping[str, str]] = {}
_PARAGRAPH: Final = re.compile(r"(?:¶|par(?:a|agraph)?\.?|p\.)? *(\d{1,6})", re.IGNORECASE)
_DATE: Final = re.compile(
    r"(?:(?P<day>\d{1,2})\.? +)?(?P<month>[a-z]{3,9})\.?(?: +(?P<other_day>\d{1,2}))?,? +(?P<year>\d{4})",
    re.IGNORECASE,
)


def one_of(
    words: Iterable[str], same: Mapping[str, str] = _NO_NAMES, nearest: Mapping[str, str] = _NO_NAMES
) -> Callable[[str], str]:
    """A function that reads a word of a list, in upper or lower case, with blanks for hyphens, or one of its other
    names in ``same``. For any other word it raises ArgumentTypeError, which suggests the word for a name in ``nearest``
    or a file extension, else similar words, else lists all.
    """
    listed = tuple(words)
    known = {_plain(name): word for name, word in {**same, **dict(zip(listed, listed, strict=True))}.items()}

    def read(text: str) -> str:
        typed = _plain(text)
        if typed not in known:
            raise argparse.ArgumentTypeError(f"there is no {text!r}{_meant(typed, known, nearest, listed)}")
        return known[typed]

    return read


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", "-", text.casefold())


def _meant(typed: str, known: Mapping[str, str], nearest: Mapping[str, str], listed: tuple[str, ...]) -> str:
    """The words that were probably meant; all words where none is like enough to be no silly guess."""
    names = {**nearest, **known}
    ending = typed.rpartition(".")[2]
    if ending in names:
        return did_you_mean((names[ending],))
    words = [word for word, meant in names.items() if not meant.startswith("-")]  # an option is no slip of a word
    near = (
        *(word for word in known if _begins(typed, word, whole=word in listed)),
        *near_misses(typed, words),
        *(word for word in words if sorted(word) == sorted(typed)),
        *(
            word
            for word in listed
            if word[0] == typed[:1] and len(word) == len(typed) and sum(map(ne, word, typed)) == 1
        ),
    )
    return did_you_mean(dict.fromkeys(names[word] for word in near)) or f"; it is one of {', '.join(listed)}"


def _begins(typed: str, word: str, *, whole: bool) -> bool:
    """Whether somebody who has typed two letters or more may have been about to type the word; of another name than
    the ``whole`` word of the list, half of it.
    """
    return len(typed) > 1 and word.startswith(typed) and (whole or 2 * len(typed) >= len(word))


def paragraph(text: str) -> int:
    """The number of a paragraph, as ``5`` or ``¶5``."""
    number = paragraph_number(text)
    if number is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not the number of a paragraph; repeat the option for several")
    return number


def paragraph_number(text: str) -> int | None:
    """The same, but None for any other text."""
    found = _PARAGRAPH.fullmatch(text.strip())
    return int(found[1]) if found else None


def date(text: str) -> str:
    """A date as the filters take it: ``15 February 2021``, ``Feb 2021``, ``February 15, 2021`` and ``today`` in
    figures; any other text as it is.
    """
    if text.strip().casefold() == "today":
        return datetime.now().astimezone().date().isoformat()
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return text.strip().replace("/", "-") if re.fullmatch(r"\d{4}(/\d\d){1,2}", text.strip()) else text.strip()
    beginning = found["month"].title()
    month = next((place for place, name in enumerate(MONTHS) if name.startswith(beginning)), None)
    if month is None:
        return text
    day = found["day"] or found["other_day"]
    return f"{found['year']}-{month:02}" + (f"-{int(day):02}" if day else "")


def id_named(text: str, *collections: Collection[Any]) -> str:
    """The id for an id in upper or lower case, or for a name or code that only one record has, or only one other than
    a source; else the text.
    """
    records = [record for collection in collections for record in collection]
    key, name = "-".join(text.casefold().split()), text.casefold()
    if any(record.id == key for record in records):
        return key
    named = [record for record in records if name in map(str.casefold, record.names)]
    named = named or [record for collection in collections for record in collection.find(text)]
    named = [record for record in named if not isinstance(record, Source)] or named
    return named[0].id if len(named) == 1 else text
