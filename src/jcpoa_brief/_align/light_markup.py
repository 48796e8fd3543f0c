"""Notations of plain text: links and notes of light markup, tracked changes, escapes of mail and JSON."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from .markup import BLOCK, LINE, NOTHING, MaskedText

Masking = str | Callable[[MaskedText, re.Match[str]], None]
"""What a match is painted over with, or what is done with it."""


def _keep(masked: MaskedText, match: re.Match[str]) -> None:
    """Of a pair of marks with a text between them, the text: what the group named ``text`` holds."""
    masked.mask(match.start(), match.start("text"), NOTHING)
    masked.mask(match.end("text"), match.end(), NOTHING)


def _link(masked: MaskedText, match: re.Match[str]) -> None:
    """The target of a link; the brackets around its text too, unless they are those of a note or an afterword."""
    is_note = match["text"].isdigit() or masked.text[match.start() - 1 : match.start()] == "("
    masked.mask(match.end("text") + is_note, match.end())
    if not is_note:
        masked.mask(match.start(), match.start() + 1, NOTHING)


def _quote(masked: MaskedText, match: re.Match[str]) -> None:
    """A quotation, by what stands before and behind it: in the group named ``text``."""
    masked.quotes.append(match.span("text"))
    masked.mask(match.start(), match.start("text"))
    masked.mask(match.end("text"), match.end())


def _note(masked: MaskedText, match: re.Match[str]) -> None:
    """A note in the middle of a sentence."""
    masked.notes.append(match.span())


def _mojibake(masked: MaskedText, match: re.Match[str]) -> None:
    """UTF-8 that was read in the encoding of Western Windows."""
    try:
        raw = b"".join(char.encode("latin-1" if ord(char) < 0xA0 else "cp1252") for char in match[0])
        masked.write(*match.span(), raw.decode("utf-8"))
    except UnicodeError:
        return


def _soft_hyphen(masked: MaskedText, match: re.Match[str]) -> None:
    """A hyphen behind a backslash: of LaTeX, which may break a word there, or of Markdown that escapes every mark."""
    masked.mask(match.start(), match.end() - ("\\." in masked.text), NOTHING)


def _between(opening: str, closing: str) -> str:
    """A pattern of a text between two marks, in which neither of them stands."""
    one, other, heads = re.escape(opening), re.escape(closing), re.escape(opening[0] + closing[0])
    return rf"{one}(?P<text>[^{heads}]*(?:(?!{one}|{other})[{heads}][^{heads}]*)*){other}"


_TARGET: Final = r"\((?:[^()\n]|\n(?!\s*\n)|\([^()\n]{0,200}\)){0,1000}\)"
"""Where a link of Markdown leads."""

_TABLE: Final[tuple[tuple[str, str, Masking], ...]] = (
    # a sign that the text must hold, what is masked, and how
    ("\u00e2\u20ac", "[\u0080-\u00ff\u0152-\u0178\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]{2,8}", _mojibake),
    ("\x1b", r"\x1b(?:\[[0-9;:?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))", NOTHING),
    ("BEGIN:V", r"\r?\n[ \t]", NOTHING),
    ("\\", r"\\N|\\n(?![a-z])", LINE),
    ("\u0336", r"(?:\w[\u0335\u0336][ ]?)+", " "),
    ("@@ -", r"(?m)^(?:-.*|[+](?:[+][+] .*)?|@@ .*|diff --git .*|index [0-9a-f]{7,}.*)$", " "),
    ("{--", _between("{--", "--}"), " "),
    ("{>>", _between("{>>", "<<}"), " "),
    ("{~~", r"\{~~[^~{]*(?:(?:~(?!>)|\{(?!~~))[^~{]*)*~>(?P<text>[^~{]*(?:(?:~(?!~\})|\{(?!~~))[^~{]*)*)~~\}", _keep),
    ("[-", _between("[-", "-]"), " "),
    ("~~", r"~~(?=\S)[^~\n]*(?:(?:~(?!~)|\n(?!\s*\n))[^~\n]*)*~~", " "),
    ("\\", r"\\(?:[lc]?dots|textellipsis)\b(?:\{\})?", "\u2026"),
    ("\\", r"\\(?:sout|st|xout)\{[^{}]*\}", " "),
    ("[s]", r"\[s\][^\[]*\[/s\]", " "),
    ("[/quote]", r"\[quote(?:=[^\]\n]{0,200})?\](?P<text>[^\[]*(?:\[(?!/?quote)[^\[]*)*)\[/quote\]", _quote),
    ("[/", r"\[/?(?:b|i|u|s|quote|url|size|color|center|font|list|\*|code)(?:=[^\]\n]{0,200})?\]", NOTHING),
    # quotations that marks or spoken words set apart
    ("\\enquote", r"\\enquote\*?\{(?P<text>(?:[^{}]|\{[^{}]*\}){1,4000})\}", _quote),
    (
        "quote}",
        r"\\begin\{(?P<name>quot\w+)\}(?P<text>[^\\]*(?:\\(?!(?:begin|end)\{quot)[^\\]*)*)\\end\{(?P=name)\}",
        _quote,
    ),
    # links: their targets and titles
    ("#+", r"(?m)^[ \t]*#\+\w+.*$", " "),
    ("footnote", r"footnote(?:ref)?:[^\s\[\]]*\[[^\[\]]{0,1000}\]", _note),
    ("[[", r"\[\[[^\]\[|]{1,500}(?:\]\[|\|)(?P<text>[^\]\[]{1,500})\]\]", _keep),
    ("](", rf"\[(?P<text>[^\[\]]{{1,300}})\]{_TARGET}", _link),
    ("][", r"\](?P<to>\[[^\]\[\s]{0,60}\])", " "),
    ("uote|", r"\{\{\w*[Qq]uote\|(?:(?:text|quote|1)\s*=)?(?P<text>[^{}|=]{30,4000})(?:\|[^{}]{0,1000})?\}\}", _quote),
    ("{{", r"\{\{[^{}|]{1,40}\|(?:(?:text|quote|1)\s*=)?(?P<text>[^{}|=]{30,4000})(?:\|[^{}]{0,1000})?\}\}", _keep),
    ("{{", r"\{\{[^{}]{0,1000}\}\}", " "),
    ("{", r"\{(?:quote|noformat|code|panel|color)(?::[^{}\n]{0,100})?\}", BLOCK),
    ("\\", r"\\(?:footnote|footnotetext|thanks|marginpar)(?:\[[^\]]*\])?\{[^{}]{0,1000}\}", _note),
    (
        "\\",
        (
            r"\\(?:href|hyperref|hyperlink|hypertarget|textcolor|color|label|cite[pt]?|ref|pageref|index|url|begin|end|usepackage|documentclass|"
            r"input|include|vspace|hspace|footnotemark)(?:\[[^\]]*\])?\{[^{}]{0,1000}\}"
        ),
        " ",
    ),
    ("\\-", r"\\-", _soft_hyphen),
    ("\\", r"\\[A-Za-z]{2,30}\*?(?=[{\s\\~])", " "),
    ("\\", r"\\(?=[.,!#()\[\]*_{}+])", NOTHING),
    (
        "(http",
        r"\(https?://[^()\s\[\]]{0,500}(?:\s\s{0,20}[^()\s\[\]]{0,200})?(?:\([^()\s]*\))?[^()\s\[\]]{0,200}\)",
        " ",
    ),
    ("[", r"\[(?=[A-Za-z]{1,3}\][A-Za-z])|(?<=\[[A-Za-z])\](?=[A-Za-z])|(?<=\[[A-Za-z]{2})\](?=[A-Za-z])", NOTHING),
    # addresses, time codes
    (
        "://",
        r"<?\b\w{2,12}://(?:[^\s<>\"'\u2018\u2019\u201c\u201d|()\\\[\]]|\([^\s()<>]{0,200}\)){1,2000}>?",
        " ",
    ),
    ("-->", r"(?m)(?:\n[ \t]*\r?\n)?^(?:[ \t]*\d+[ \t]*\r?\n)?[ \t]*(?:\d+:)?\d+:\d\d[.,]\d+[ ]*-->.*$", " "),
    (":", r"[\[(<]?(?<![\d.,:])\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,;]\d{1,3})?(?![\d:])[\])>]?(?=\s)", _note),
    # emphasis inside a word
    ("*", r"(?<=[^\W\d_])\*{1,3}(?=[^\W\d_])", NOTHING),
    ("_", r"(?<=[^\W\d_])_{1,3}(?=[^\W\d_])", NOTHING),
)
_QUOTED_PRINTABLE: Final = re.compile(r"(?:=[0-9A-F]{2})+|=\r?\n")
_COMPILED: Final = tuple((sign, re.compile(pattern), masking) for sign, pattern, masking in _TABLE)
_JSON_KEY: Final = re.compile(r'"(?:[^"\\\n]|\\.){1,60}"\s*:(?:\s*(?:-?\d[\d.eE+-]*|true|false|null)(?=\s*[,}\]\n]))?')
_JSON_STRING: Final = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_JSON_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)


def mask_transfer(masked: MaskedText) -> None:
    """Writes what a mail's transfer encoding stands for, which may part tags and words anywhere."""
    if "=E2=80=" in masked.text:
        for match in _QUOTED_PRINTABLE.finditer(masked.text):
            raw = bytes.fromhex(match[0].replace("=", "").strip())  # none at a soft line end
            masked.write(*match.span(), raw.decode("utf-8", "replace").replace("\ufffd", "'"))
        masked.apply()


def mask_notations(masked: MaskedText) -> None:
    """Paints over what a light markup, a tracked change or a mail puts between the words."""
    if masked.text.lstrip()[:1] in ("{", "[") and _JSON_KEY.search(masked.text):
        _mask_json(masked)
    for sign, pattern, masking in _COMPILED:
        if sign in masked.text:
            for match in pattern.finditer(masked.text):
                if isinstance(masking, str):
                    masked.mask(*match.span(), masking)
                else:
                    masking(masked, match)
            masked.apply()
    unseen = (char for char in set(masked.text) if not char.isascii() and _is_unseen(char))
    masked.text = masked.text.translate(dict.fromkeys(map(ord, unseen), NOTHING) | {ord("\u02c6"): "^"})


def _mask_json(masked: MaskedText) -> None:
    """Strings of JSON: keys are hidden, each value is a block."""
    for match in _JSON_KEY.finditer(masked.text):
        masked.mask(*match.span(), BLOCK)
    masked.apply()
    for match in _JSON_STRING.finditer(masked.text):
        masked.mask(match.start(), match.start() + 1, BLOCK)
        masked.mask(match.end() - 1, match.end(), BLOCK)
        for escape in _JSON_ESCAPE.finditer(masked.text, match.start(1), match.end(1)):
            char = chr(int(escape[1], 16)) if escape[1] else {"n": "\n", "r": "\n", "t": "\t"}.get(escape[2], escape[2])
            masked.write(*escape.span(), char)
    masked.apply()


def _is_unseen(char: str) -> bool:
    """Whether a character takes no room: a format character or a variation selector."""
    return (
        unicodedata.category(char) == "Cf"
        or "\ufe00" <= char <= "\ufe0f"
        or char in "\u034f\u115f\u1160\u3164\ufffe\uffff"
    )
