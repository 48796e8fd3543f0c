"""A reader's copy as text, and the likely mistakes in passing one."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from ..errors import CopyError, WrongTypeError

_html: Final = re.compile(r"\s*(?:<!doctype\s+html|<html|<head|<body)\b", re.IGNORECASE)

_tag: Final = re.compile(r"</?(?:p|div|span|a|article|section|h[1-6]|li|br|img|script)\b[^<>]*>", re.IGNORECASE)

_file_name: Final = re.compile(r"[^\n<>]{0,400}\.(?:txt|html?|md|pdf|docx?|rtf|odt|eml)", re.IGNORECASE)

_MANY_TAGS: Final = 6

_TAG_SHARE: Final = 400  # one tag in so many characters: the text is a page's source, not a text about one

_NAME_WORDS: Final = 6  # a file's name has few words; a sentence that ends with one has more

_SHOWN: Final = 60

_WANTED: Final = "the text as a str (an open file's read(), the bytes' decode()) or a file's path as a pathlib.Path"

_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")  # the byte-order marks that a file in UTF-16 begins with


def text_of(copy: str | os.PathLike[str]) -> str:
    """The text itself, or that of a UTF-8 file. Raises CopyError; WrongTypeError for what is neither."""
    if isinstance(copy, str):
        refuse_mistakes(copy)
        return copy
    if not isinstance(copy, os.PathLike):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be unchecked
        raise WrongTypeError("copy", copy, _WANTED)
    text = decoded(raw_of(copy), str(copy))
    refuse_mistakes(text, str(copy))
    return text


def raw_of(path: str | os.PathLike[str]) -> bytes:
    """A file's bytes. Raises CopyError when it cannot be read."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:  # a path with a null character in it is a ValueError
        why = (isinstance(error, OSError) and error.strerror) or str(error)
        raise CopyError(str(path), f"the file cannot be read: {why}") from error


def decoded(raw: bytes, name: str) -> str:
    """The text of some bytes. Raises CopyError, which names the offset of the first byte that is not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        looks = "this looks like UTF-16; save it" if raw.startswith(_UTF16) else "save the text"
        raise CopyError(name, f"byte {error.start} is not UTF-8; {looks} as UTF-8 first") from None


def refuse_mistakes(text: str, name: str | None = None) -> None:
    """Raises CopyError for the likely mistakes: a page's source, and a file's name. ``name`` is that of the file which
    the text was read from.
    """
    if looks_like_html(text):
        raise CopyError(
            name or _beginning(text),
            "this looks like the source of a web page; pass its text, or run jcpoa-brief verify on the file",
        )
    if _file_name.fullmatch(text.strip()) and len(text.strip().rsplit("/", 1)[-1].split()) <= _NAME_WORDS:
        what = (
            "this looks like the name of a file" if name is None else "the file holds no more than the name of a file"
        )
        raise CopyError(name or _beginning(text), f"{what}; pass pathlib.Path({text.strip()!r})")


def looks_like_html(text: str) -> bool:
    """Whether a text is the source of a web page rather than what a page says."""
    if _html.match(text):
        return True
    tags = sum(1 for _ in _tag.finditer(text))
    return tags >= _MANY_TAGS and tags * _TAG_SHARE >= len(text)


def _beginning(text: str) -> str:
    line = " ".join(text[: 2 * _SHOWN].split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
