"""A reader's text from a string or a file: text, HTML or PDF. What must be saved as text first is refused by name."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from ..errors import CopyError, WrongTypeError

_FILE_NAME: Final = re.compile(r"[^\n<>]{0,400}\.(?:txt|html?|md|pdf|docx?|rtf|odt|eml|epub)", re.IGNORECASE)
_NAME_WORDS: Final = 6  # a file's name has few words; a sentence that ends with one has more
_BEGINNING: Final = 60
_WANTED: Final = "the text as a str (an open file's read(), the bytes' decode()) or a file's path as a pathlib.Path"
_SAVE: Final = "save it as plain text, HTML or PDF first"

_KINDS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"PK\x03\x04", "a Word, OpenDocument or EPUB file, or another archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SOURCES: Final = (
    (re.compile(r"\{\\(?:rtf|pard)"), "RTF"),
    (re.compile(r"\.(?:TH|SH|TL|PP|LP)\s|[.']\\\""), "roff"),
    (re.compile(r"\\input texinfo|@node "), "Texinfo"),
    (re.compile(r"\\(?:starttext|section\[title=)"), "ConTeXt"),
    (
        re.compile(r'\{"(?:pandoc-api-version|blocks)":|(?:Pandoc\s*\(?Meta|\[\s*(?:Para|Plain|Header|Div)\b)'),
        "a document tree",
    ),
)
"""Formats in which words do not follow each other."""
_BASE64_MAIL: Final = re.compile(r"(?im)^content-transfer-encoding:[ \t]*base64[ \t\r]*$")
_BASE64: Final = re.compile(r"\n[A-Za-z0-9+/]{60,76}\r?\n[A-Za-z0-9+/]{4,76}=*")


def text_of(copy: str | os.PathLike[str], argument: str = "copy") -> str:
    """The text itself, or that of a file. Raises CopyError; WrongTypeError for what is neither."""
    if isinstance(copy, str):
        _refuse(copy, None)
        return copy
    if not isinstance(copy, os.PathLike):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be unchecked
        raise WrongTypeError(argument, copy, _WANTED)
    try:
        raw = Path(copy).read_bytes()
    except (OSError, ValueError) as error:  # a path with a null character in it is a ValueError
        why = (isinstance(error, OSError) and error.strerror) or str(error)
        raise CopyError(str(copy), f"the file cannot be read: {why}") from error
    return text_of_bytes(raw, str(copy))


def text_of_bytes(raw: bytes, name: str) -> str:
    """The text of a file's bytes. Raises CopyError, which names the kind of file that it cannot read."""
    if raw.startswith(b"%PDF-"):
        return _text_of_pdf(raw, name)
    for beginning, kind in _KINDS:
        if raw.startswith(beginning):
            raise CopyError(name, f"this is {kind}; {_SAVE}")
    text = _decoded(raw, name)
    if "\0" in text:
        raise CopyError(name, f"it holds null bytes, as pictures, programs and text in UTF-16 do; {_SAVE}")
    _refuse(text, name)
    return text


def _decoded(raw: bytes, name: str) -> str:
    """The text of bytes in UTF-8, in what their mark says, or in the encoding of Western Windows."""
    encodings = [encoding for mark, encoding in _MARKS if raw.startswith(mark)][:1] or ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CopyError(name, f"its bytes are not {' or '.join(encodings)}; save the text as UTF-8 first")


def _text_of_pdf(raw: bytes, name: str) -> str:
    """The text of a PDF's pages. Raises CopyError when the reader is not installed, or finds no text."""
    try:
        pypdf: Any = import_module("pypdf")
    except ImportError:
        raise CopyError(
            name, "this is a PDF; install the package's extra copies, which brings the reader pypdf, or save it as text"
        ) from None
    errors: type[Exception] = pypdf.errors.PyPdfError
    try:
        pages: Iterable[Any] = pypdf.PdfReader(io.BytesIO(raw)).pages
        extract: list[Callable[[], str]] = [page.extract_text for page in pages]
        text = "\f".join(one() for one in extract)
    except errors as error:
        raise CopyError(name, f"the PDF cannot be read: {error}; {_SAVE}") from error
    if not text.strip():
        raise CopyError(name, "the PDF holds no text, only pictures; read it with OCR first")
    return text


def _refuse(text: str, name: str | None) -> None:
    """Raises CopyError for the likely mistakes: a file's name, and sources whose words are encoded."""
    plain = text.strip()
    if _FILE_NAME.fullmatch(plain) and len(plain.rsplit("/", 1)[-1].split()) <= _NAME_WORDS:
        what = "the file holds no more than the name of a file" if name else "this looks like the name of a file"
        raise CopyError(name or _beginning(text), f"{what}; pass pathlib.Path({plain!r})")
    if _BASE64_MAIL.search(text) and _BASE64.search(text):
        raise CopyError(name or _beginning(text), "this is the source of a mail in base64; save the mail as text first")
    for source, kind in _SOURCES:
        if source.match(plain):
            raise CopyError(name or _beginning(text), f"this is the source of {kind}; {_SAVE}")


def _beginning(text: str) -> str:
    line = " ".join(text[: 2 * _BEGINNING].split())
    return line if len(line) <= _BEGINNING else line[: _BEGINNING - 1] + "…"
