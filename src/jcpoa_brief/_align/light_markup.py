"""Notations of plain text: links and notes of light markup, tracked changes, escapes of mail, JSON and terminals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from .markup import BLOCK, NOTHING, MaskedText

Masking = Callable[[MaskedText, re.Match[str]], None]


def _hide(masked: MaskedText, match: re.Match[str]) -> None:
    """What is not to be read: an address, a directive, a struck word."""
    masked.mask(*match.span())


def _vanish(masked: MaskedText, match: re.Match[str]) -> None:
    """What takes no room."""
    masked.mask(*match.span(), NOTHING)


def _end_block(masked: MaskedText, match: re.Match[str]) -> None:
    """What stands between two blocks."""
    masked.mask(*match.span(), BLOCK)


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
    masked.mask(match.start(), match.start("text"), " ")
    masked.mask(match.end("text"), match.end(), " ")


def _note(masked: MaskedText, match: re.Match[str]) -> None:
    """A note in the middle of a sentence."""
    masked.notes.append(match.span())


def _bytes(masked: MaskedText, match: re.Match[str]) -> None:
    """Quoted-printable: bytes of UTF-8, or a soft line end."""
    if match[0].startswith(("=\n", "=\r")):
        masked.mask(*match.span(), NOTHING)
        return
    raw = bytes(int(one, 16) for one in match[0].split("=")[1:])
    masked.write(*match.span(), raw.decode("utf-8", "replace").replace("\ufffd", "'"))


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


def _ellipsis(masked: MaskedText, match: re.Match[str]) -> None:
    """A command of LaTeX for an ellipsis."""
    masked.write(*match.span(), "\u2026")


def _escape(masked: MaskedText, match: re.Match[str]) -> None:
    """An escape inside a string of JSON."""
    if match[1]:
        masked.write(*match.span(), chr(int(match[1], 16)))
    else:
        masked.write(*match.span(), {"n": "\n", "r": "\n", "t": "\t"}.get(match[2], match[2]))


_TARGET: Final = r"\((?:[^()\n]|\n(?!\s*\n)|\([^()\n]{0,200}\)){0,1000}\)"
"""Where a link of Markdown leads."""

_TABLE: Final[tuple[tuple[str, str, Masking], ...]] = (
    # a sign that the text must hold, what is masked, and how
    ("\u00e2\u20ac", "[\u0080-\u00ff\u0152-\u0178\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]{2,8}", _mojibake),
    ("\x1b", r"\x1b\[9m[^\x1b]{0,4000}", _hide),
    ("\x1b[32", r"\x1b\[(?:\d+;)*31m[^\x1b]{0,4000}", _hide),
    ("\x1b", r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)?|[()][0-9A-B]|[=>78DEHMNOZc])", _vanish),
    ("\b", r"[^\n]\x08", _vanish),
    ("\u0336", r"(?:\w[\u0335\u0336][ ]?)+", _hide),
    ("Dialogue:", r"\\[Nnh]", _hide),  # a line's end in subtitles
    ("BEGIN:V", r"\r?\n[ \t]", _vanish),  # a folded line of a calendar or an address card
    ("BEGIN:V", r"\\[nN]", _hide),
    ("@@ -", r"(?m)^(?:-.*|[+](?:[+][+] .*)?|@@ .*|diff --git .*|index [0-9a-f]{7,}.*)$", _hide),
    ("{--", r"\{--(?:[^-{]|-(?!-\})|\{(?!--))*+--\}", _hide),
    ("{>>", r"\{>>(?:[^<{]|<(?!<\})|\{(?!>>))*+<<\}", _hide),
    ("{~~", r"\{~~(?:[^~{]|~(?!>)|\{(?!~~))*+~>(?P<text>(?:[^~{]|~(?!~\})|\{(?!~~))*+)~~\}", _keep),
    ("{++", r"\{\+\+(?P<text>(?:[^+{]|\+(?!\+\})|\{(?!\+\+))*+)\+\+\}", _keep),
    ("{==", r"\{==(?P<text>(?:[^={]|=(?!=\})|\{(?!==))*+)==\}", _keep),
    ("[-", r"\[-(?:[^-\[]|-(?!\]))*+-\]", _hide),
    ("{+", r"\{\+(?P<text>(?:[^+{]|\+(?!\}))*+)\+\}", _keep),
    ("~~", r"~~(?=\S)(?:[^~\n]|~(?!~)|\n(?!\s*\n))*+~~", _hide),
    ("\\", r"\\(?:[lc]?dots|textellipsis)\b(?:\{\})?", _ellipsis),
    ("\\", r"\\(?:sout|st|xout)\{[^{}]*\}", _hide),
    ("[s]", r"\[s\][^\[]*\[/s\]", _hide),
    ("[/", r"\[/?(?:b|i|u|s|quote|url|size|color|center|font|list|\*|code)(?:=[^\]\n]{0,200})?\]", _vanish),
    # quotations that marks or spoken words set apart
    ("\\enquote", r"\\enquote\*?\{(?P<text>(?:[^{}]|\{[^{}]*\}){1,4000})\}", _quote),
    ("quote}", r"\\begin\{(?P<name>quot\w+)\}(?P<text>[^\0]{1,8000}?)\\end\{(?P=name)\}", _quote),
    ("_quote", r"(?i)#\+begin_quote(?P<text>[^\0]{1,8000}?)#\+end_quote", _quote),
    ("{quote}", r"\{quote\}(?P<text>[^{}]{1,4000})\{quote\}", _quote),
    ("quote]", r"\[quote(?:=[^\]\n]{0,200})?\](?P<text>[^\[\]]{1,4000})\[/quote\]", _quote),
    ("quote", r"(?i)\bquote[,:]\s+(?P<text>[^\0]{1,4000}?)[,.]?\s+(?:unquote|(?:end|close) quote)\b", _quote),
    # links: their targets and titles
    ("\\", r"\\f(?:[BIRPC]|\([A-Z]{2}|\[[A-Z]*\])|(?<!\d)\\[&/,|^](?=\w|$)", _vanish),
    ("\\useURL", r"\\useURL\[[^\]]*\]\[[^\]]*\]\[\]\[(?P<text>[^\]]*)\](?:\\from\[[^\]]*\])?", _keep),
    (">>", r"\[\[(?P<text>[^\]\[>]{1,500})>>[^\]\[]{1,500}\]\]", _keep),
    ("<#", r"<#[^\s<>]{1,60}\s(?P<text>[^<>]{1,200})>", _keep),
    ("[[", r"\[\[[^\]\[|]{1,500}(?:\]\[|\|)(?P<text>[^\]\[]{1,500})\]\]", _keep),
    ("#+", r"(?m)^[ \t]*#\+\w+.*$", _hide),
    ("|http", r"\[(?P<text>[^\]\[|\n]{1,300})\|[^\]\[\s]{1,500}\]", _keep),
    ("|#", r"\[(?P<text>[^\]\[|\n]{1,300})\|#[^\]\[\s]{1,500}\]", _keep),
    ("\\textsuperscript", r"\\textsuperscript\{(?:[^{}]|\{[^{}]*\}){0,200}\}", _note),
    ("](", r"!\[(?P<text>(?:[^\]\[\s]{1,60}\s+){7,60}[^\]\[]{1,60})\]\([^()]{0,500}\)", _keep),  # of a picture of words
    ("](", r"!\[[^\]\[]{0,300}\]\([^()]{0,500}\)", _hide),
    ("](", rf"\[(?P<text>[^\[\]]{{1,300}})\]{_TARGET}", _link),
    ("](", rf"(?<=\]){_TARGET}", _hide),
    ("] (", r"(?<=\]) \((?:/|#|\.|https?:|mailto:)[^()\n]{0,500}\)", _hide),
    ("][", r"\](?P<to>\[[^\]\[\s]{0,60}\])", _hide),
    ("]: ", r"(?m)^[ >]*\[[^\]\[\n]{1,60}\]:[ ]+(?:<|https?:|/|#|mailto:)\S*.*$", _hide),
    ("`_", r"`(?P<text>[^`<>]{1,500}?)\s*(?:<[^`<>]{0,500}>)?`__?", _keep),
    (".. ", r"(?m)^[ ]*\.\. .*$", _hide),
    ("::", r"(?m)^[ ]*:[\w-]+:(?!`).*$", _hide),
    (":`", r":[\w:-]{1,30}:(?=`)", _vanish),
    ("{{", r"\{\{[^{}|]{1,40}\|(?:(?:text|quote|1)\s*=)?(?P<text>[^{}|=]{30,4000})(?:\|[^{}]{0,1000})?\}\}", _keep),
    ("{{", r"\{\{[^{}]{0,1000}\}\}", _hide),
    ("{", r"\{(?:quote|noformat|code|panel|color)(?::[^{}\n]{0,100})?\}", _end_block),
    ("[http", r"\[https?://[^\s\]]{1,1000}", _hide),
    ("\\", r"\\(?:footnote|footnotetext|thanks|marginpar)(?:\[[^\]]*\])?\{[^{}]{0,1000}\}", _note),
    (
        "\\",
        (
            r"\\(?:href|hyperref|hyperlink|hypertarget|textcolor|color|label|cite[pt]?|ref|pageref|index|url|begin|end|usepackage|documentclass|"
            r"input|include|vspace|hspace|footnotemark)(?:\[[^\]]*\])?\{[^{}]{0,1000}\}"
        ),
        _hide,
    ),
    ("\\-", r"\\-", _soft_hyphen),
    ("\\", r"\\(?:lq|rq|\(l?q|\(r?q)", _hide),
    ("\\", r"\\[A-Za-z]{2,30}\*?(?=[{\s\\~])", _hide),
    ("\\(", r"\\\((?:lq|rq|oq|cq|em|en|aq|dq|hy)", _hide),
    ("\\[", r"\\\[(?:lq|rq|oq|cq|em|en|aq|dq|hy|u[0-9A-F]{4})\]", _hide),
    ("\\", r"\\(?=[.,!#()\[\]*_{}+])", _vanish),
    (
        "\n.",
        r"(?m)^[.'](?:\\\".*|(?:PP|P|LP|pdfhref|br|sp|in|ft|TH|SH|SS|IP|TP|RS|RE|nh|ad|hy|ll|B|I)\b.*)$",
        _end_block,
    ),
    ("=>", r"(?m)^=> \S+", _hide),
    ("@", r"@(?:uref|url|inforef|link)\{[^{},]{0,500},(?P<text>[^{}]{1,300})\}", _keep),
    ("footnote", r"#?footnote:?\[[^\]]{0,1000}\]", _note),
    ("@sup", r"@sup\{(?:[^{}]|\{[^{}]*\}){0,80}\}", _note),
    (
        "@",
        r"@[a-z]{1,20}(?=\{)|(?m:^@(?:quotation|end|node|chapter|section|anchor|item|itemize|enumerate)\b.*$)",
        _hide,
    ),
    ("\\ ", r"\\ (?=[`*:|\0])", _vanish),
    (
        "(http",
        r"\(https?://[^()\s\[\]]{0,500}(?:\s\s{0,20}[^()\s\[\]]{0,200})?(?:\([^()\s]*\))?[^()\s\[\]]{0,200}\)",
        _hide,
    ),
    ("\\", r"(?m)\\c$|\\\*[{}]", _vanish),
    ("://", r"(?:link:)?\b(?:https?|ftp|file|gopher|gemini)://[^\s<>\[\]]{1,1000}\[(?P<text>[^\]\[]{1,500})\]", _keep),
    ("link:", r"link:[^\s\[]{1,500}(?=\[)", _hide),
    ("[", r"\[(?=[A-Za-z]{1,3}\][A-Za-z])|(?<=\[[A-Za-z])\](?=[A-Za-z])|(?<=\[[A-Za-z]{2})\](?=[A-Za-z])", _vanish),
    # addresses, time codes
    (
        "://",
        r"<?\b\w{2,12}://(?:[^\s<>\"'\u2018\u2019\u201c\u201d|()\\\[\]]|\([^\s()<>]{0,200}\)){1,2000}>?",
        _hide,
    ),
    ("www.", r"\bwww\.[^\s<>\"\u201c\u201d|]{1,2000}", _hide),
    ("@", r"<?\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+>?", _hide),
    ("-->", r"(?m)(?:\n[ \t]*\r?\n)?^(?:[ \t]*\d+[ \t]*\r?\n)?[ \t]*(?:\d+:)?\d+:\d\d[.,]\d+[ ]*-->.*$", _hide),
    (":", r"[\[(<]?(?<![\d.,:])\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,;]\d{1,3})?(?![\d:])[\])>]?(?=\s)", _note),
    # emphasis inside a word
    ("*", r"(?<=[^\W\d_])\*{1,3}(?=[^\W\d_])", _vanish),
    ("_", r"(?<=[^\W\d_])_{1,3}(?=[^\W\d_])", _vanish),
    ("'''", r"'''(?:'')?", _vanish),
    ('""', r'""+(?=\w)|(?<=[\w.,;!?])""+', _hide),
)
_QUOTED_PRINTABLE: Final = re.compile(r"(?:=[0-9A-F]{2})+|=\r?\n")
_COMPILED: Final = tuple((sign, re.compile(pattern), masking) for sign, pattern, masking in _TABLE)
_JSON_KEY: Final = re.compile(r'"(?:[^"\\\n]|\\.){1,60}"\s*:(?:\s*(?:-?\d[\d.eE+-]*|true|false|null)(?=\s*[,}\]\n]))?')
_JSON_STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*+)"')
_JSON_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)


def mask_transfer(masked: MaskedText) -> None:
    """Writes what a mail's transfer encoding stands for, which may part tags and words anywhere."""
    if "=E2=80=" in masked.text:
        for match in _QUOTED_PRINTABLE.finditer(masked.text):
            _bytes(masked, match)
        masked.apply()


def mask_notations(masked: MaskedText) -> None:
    """Paints over what a light markup, a tracked change, a mail or a terminal puts between the words."""
    if masked.text.lstrip()[:1] in ("{", "[") and _JSON_KEY.search(masked.text):
        _mask_json(masked)
    for sign, pattern, masking in _COMPILED:
        if sign in masked.text:
            for match in pattern.finditer(masked.text):
                masking(masked, match)
            masked.apply()
    mask_invisible(masked)


def _mask_json(masked: MaskedText) -> None:
    """Strings of JSON: keys are hidden, each value is a block."""
    for match in _JSON_KEY.finditer(masked.text):
        masked.mask(*match.span(), BLOCK)
    masked.apply()
    for match in _JSON_STRING.finditer(masked.text):
        masked.mask(match.start(), match.start() + 1, BLOCK)
        masked.mask(match.end() - 1, match.end(), BLOCK)
        for escape in _JSON_ESCAPE.finditer(masked.text, match.start(1), match.end(1)):
            _escape(masked, escape)
    masked.apply()


def mask_invisible(masked: MaskedText) -> None:
    """Format characters and variation selectors take no room."""
    unseen = (char for char in set(masked.text) if not char.isascii() and _is_unseen(char))
    masked.text = masked.text.translate(dict.fromkeys(map(ord, unseen), NOTHING) | {ord("\u02c6"): "^"})


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f" or char in "\u034f\u115f\u1160\u3164"
