"""A text on which what is no word of it is masked, and the tags of HTML and XML as the first of these.

Each character is masked by one other, so that places need no map.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

NOTHING: Final = "\0"
"""Stands for a character that takes no room: what is left and right of it is one word."""
LINE: Final = "\n"
BLOCK: Final = "\x1d"
"""Ends a block, as an empty line does."""

_LINE_ENDS: Final = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class MaskedText:
    """A text whose characters are masked. Each call replaces a stretch by as many characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.notes: list[tuple[int, int]] = []
        """Stretches that markup sets apart from the sentence they stand in: notes, superscripts, page headers."""
        self.quotes: list[tuple[int, int]] = []
        """Stretches that markup calls quotations."""
        self._strokes: list[tuple[int, int, str]] = []

    def mask(self, start: int, end: int, mark: str = " ") -> None:
        """Paints a stretch over with one character; line ends in it stay, unless the mark is nothing."""
        if end <= start:
            return
        if mark == NOTHING:
            self._strokes.append((start, end, NOTHING * (end - start)))
        else:
            kept = "".join(char if _LINE_ENDS.match(char) else NOTHING for char in self.text[start:end])
            self._strokes.append((start, end, mark + kept[1:]))

    def write(self, start: int, end: int, text: str) -> None:
        """Writes a text that is no longer than the stretch over it."""
        self._strokes.append((start, end, text.ljust(end - start, NOTHING)[: end - start]))

    def apply(self) -> None:
        """Makes the strokes part of the text. Of strokes that overlap, the one that starts first counts; one that
        starts inside it only from its end on.
        """
        pieces: list[str] = []
        reached = 0
        for start, end, covering in sorted(self._strokes, key=lambda masking: (masking[0], -masking[1])):
            if end <= reached:
                continue
            first = max(start, reached)
            pieces += [self.text[reached:first], covering[first - start :]]
            reached = end
        pieces.append(self.text[reached:])
        self.text = "".join(pieces)
        self._strokes.clear()


# -- tags --

# what a lookahead has found is not tried in other ways; possessive repeats, made for that, fail before Python 3.11.5
_TAG: Final = re.compile(
    r"""(?<!<)<\0*(?:!--|([/?!]?)\0*([A-Za-z][\w:.\0-]*)"""
    r"""(?=([^<>"']*(?:(?:"[^"<]*"|'[^'<]*'|["'])[^<>"']*)*))\3>)"""
)
_ENTITY: Final = re.compile(r"&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED_TAG: Final = re.compile(r"&lt;/?[A-Za-z]")
_STYLE: Final = re.compile(r"<style\b(.*?)(?:</style|\Z)", re.IGNORECASE | re.DOTALL)
_RULE: Final = re.compile(r"([^{};]{1,500})\{([^{}]{0,2000})\}")
_SIMPLE: Final = re.compile(r"\s*[A-Za-z0-9*]*([.#][\w-]+)\s*")
_UNSEEN: Final = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0+\s*(?:;|\"|'|$)|"
    r"font-size\s*:\s*0(?![.\d]*[1-9])|text-decoration[\w-]*\s*:[^;\"']*line-through)",
    re.IGNORECASE,
)
_VALUES: Final = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")

_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big c cite code data dfn em emph emphasis font hi i ins kbd lang mark name nobr orgname "
    "persname placename q rs ruby s samp small span strong term time tt u v var w wbr link foreign quote "
    "emphasized italic bold num date said soCalled".lower().split()
)
_VOID: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr lb pb cb milestone graphic".split()
)
_RAW: Final = frozenset({"script", "style", "template", "noscript", "svg", "title", "textarea", "select", "iframe"})
_STRUCK: Final = frozenset({"del", "s", "strike", "w:del"})
_NOTES: Final = frozenset({"sup", "ref", "note", "footnote", "fw", "rt", "rp", "noteref"})
_VISUALLY_HIDDEN: Final = frozenset({"sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden"})


def mask_markup(masked: MaskedText) -> None:
    """Paints over tags, comments and what they hide; writes entities as what they stand for."""
    if "<" in masked.text:
        _Page(masked).read()
        masked.apply()
    if "&" in masked.text:
        is_escaped = _ESCAPED_TAG.search(masked.text)
        for match in _ENTITY.finditer(masked.text):
            masked.write(*match.span(), unescape(unescape(match[0])))
        masked.apply()
        if is_escaped:
            _Page(masked).read()
            masked.apply()


class _Page:
    """The tags of one text, read from its beginning to its end once."""

    def __init__(self, masked: MaskedText) -> None:
        self.masked = masked
        self.text = masked.text
        self.open: list[tuple[str, int, bool, bool]] = []
        """Tags that are not yet closed: the name, where it ends, whether its text is hidden, whether it is a note."""
        self.counts: dict[str, int] = {}
        self.unseen = _unseen_selectors(self.text)
        self.hidden_from = -1

    def read(self) -> None:
        position = 0
        while (match := _TAG.search(self.text, position)) is not None:
            position = match.end()
            if match[2] is None:
                closing = self.text.find("-->", position)  # without one it reaches to the end, as in a browser
                position = closing + len("-->") if closing >= 0 else len(self.text)
                self.masked.mask(match.start(), position)
            elif match[1] in ("?", "!"):
                self.masked.mask(match.start(), position, BLOCK)
            else:
                position = self._tag(match)
        if self.hidden_from >= 0:
            self.masked.mask(self.hidden_from, len(self.text))

    def _tag(self, match: re.Match[str]) -> int:
        """Paints over a tag, and over all of an element that is not shown; where it ends."""
        start, end = match.span()
        name, attributes = match[2].lower().replace(NOTHING, ""), match[3].replace(NOTHING, "")
        is_source = name == "cite" and self.counts.get("blockquote")
        self.masked.mask(start, end, BLOCK if is_source else _mark(name))
        if match[1] == "/":
            self._close(name, start)
        elif name in _RAW and not attributes.endswith("/"):
            return self._raw(name, start, end)
        elif name not in _VOID and not attributes.endswith("/"):
            self._open(name, attributes, end)
        return end

    def _raw(self, name: str, start: int, end: int) -> int:
        closing = re.compile(rf"</{re.escape(name)}[^<>]*>", re.IGNORECASE).search(self.text, end)
        if closing is None and name not in ("script", "style"):
            return end
        stop = closing.end() if closing else len(self.text)
        self.masked.mask(start, stop, BLOCK)
        return stop

    def _open(self, name: str, attributes: str, end: int) -> None:
        unseen = name in _STRUCK or bool(attributes and self._is_unseen(attributes))
        if unseen and self.hidden_from < 0:
            self.hidden_from = end
        else:
            unseen = False
        is_note = name in _NOTES and not (name == "ref" and "target" in attributes)
        self.open.append((name, end, unseen, is_note or "superscript" in attributes))
        self.counts[name] = self.counts.get(name, 0) + 1

    def _close(self, name: str, start: int) -> None:
        if not self.counts.get(name):
            return
        while True:
            opened, since, unseen, is_note = self.open.pop()
            self.counts[opened] -= 1
            if unseen:
                self.masked.mask(self.hidden_from, start)
                self.hidden_from = -1
            if is_note:
                self.masked.notes.append((since, start))
            if opened in ("blockquote", "q"):
                self.masked.quotes.append((since, start))
            if opened == name:
                return

    def _is_unseen(self, attributes: str) -> bool:
        values = {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _VALUES.finditer(attributes)}
        classes = values.get("class", "").split()
        return (
            "hidden" in _VALUES.sub("", attributes).lower().split()
            or values.get("hidden", "false") != "false"
            or not self.unseen.isdisjoint([f"#{values.get('id', '')}", *(f".{one}" for one in classes)])
            or not _VISUALLY_HIDDEN.isdisjoint(classes)
            or bool(_UNSEEN.search(values.get("style", "")))
        )


def _mark(name: str) -> str:
    """What stands in the place of a tag: nothing, a space, a line end or a block's end."""
    if name in ("br", "lb"):
        return LINE
    if name in _NOTES or name in _STRUCK:
        return " "
    return NOTHING if name in _INLINE or name.startswith(("http", "mailto", "ftp")) else BLOCK


def _unseen_selectors(text: str) -> frozenset[str]:
    """The classes and ids that the page's own style hides."""
    found: set[str] = set()
    for style in _STYLE.finditer(text):
        for rule in _RULE.finditer(style[1]):
            if _UNSEEN.search(rule[2]):
                last = (selector.rpartition(">")[2] for selector in rule[1].split(","))
                found |= {one[1] for selector in last if (one := _SIMPLE.fullmatch(selector))}
    return frozenset(found)
