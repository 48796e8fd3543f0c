"""A text on which what is no word of it is painted over, character for character, so that places need no map."""

from __future__ import annotations

import re
from typing import Final

NOTHING: Final = "\0"
"""Stands for a character that takes no room: what is left and right of it is one word."""
LINE: Final = "\n"
BLOCK: Final = "\x1d"
"""Ends a block, as an empty line does."""

_LINE_ENDS: Final = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class Canvas:
    """A text that is painted over. Each call replaces a stretch by as many characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.notes: list[tuple[int, int]] = []
        """Stretches that markup sets apart from the sentence they stand in: notes, superscripts, page headers."""
        self.quotes: list[tuple[int, int]] = []
        """Stretches that markup calls quotations."""
        self._strokes: list[tuple[int, int, str]] = []

    def blank(self, start: int, end: int, mark: str = " ") -> None:
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
        if len(text) <= end - start:
            self._strokes.append((start, end, text + NOTHING * (end - start - len(text))))

    def dry(self) -> None:
        """Makes the strokes part of the text. Of strokes that overlap, the one that starts first counts; one that
        starts inside it only from its end on.
        """
        pieces: list[str] = []
        reached = 0
        for start, end, covering in sorted(self._strokes, key=lambda stroke: (stroke[0], -stroke[1])):
            if end <= reached:
                continue
            first = max(start, reached)
            pieces += [self.text[reached:first], covering[first - start :]]
            reached = end
        pieces.append(self.text[reached:])
        self.text = "".join(pieces)
        self._strokes.clear()
