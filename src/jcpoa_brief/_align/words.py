"""Any text as words with their places, and what stands between them: lines, blocks, marks."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise
from typing import Final

from .._text import words as words_form
from .light_markup import mask_notations, mask_transfer
from .markup import BLOCK, NOTHING, MaskedText, mask_markup

_COMBINING: Final = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u20d0-\u20f0"
SUPERSCRIPTS: Final = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_LETTER: Final = f"[^\\W_{SUPERSCRIPTS}\u02b0-\u02ff]"
_WORD: Final = re.compile(
    rf"[{SUPERSCRIPTS}]+|{_LETTER}+(?:(?:[{NOTHING}{_COMBINING}]+(?={_LETTER})|[{_COMBINING}]"
    rf"|(?<=\d){NOTHING}*[.,\uff0c\uff0e](?=\d)){_LETTER}*)*"
)
_LINE_END: Final = re.compile(f"\r\n|[\n\r\x0b\x0c\x1c\x1e\x85\u2028\u2029{BLOCK}]|(?<=\\S) (?: {{5,}}|\\| )(?=\\S)")
_SWALLOWED: Final = re.compile(
    rf"(?<=[a-z]{{2}})(?={NOTHING}*[A-Z][a-z])|(?<=[^\W\d])(?={NOTHING}*\d)|(?<=\d)(?={NOTHING}*[^\W\d])"
)
"""Where a tool may have swallowed a line's end, or a note's number sticks to a word."""
_EMPTY: Final = re.compile(f"[\\s>|*#:/{NOTHING}]*")
_QUOTING: Final = re.compile(r"\s*(?:>(?!>)|[\u2502\u2503\u258c\u2758])")
"""What a mail or a chat puts before the lines that it quotes."""
_CREDIT: Final = re.compile(
    r"(?=(?P<credit>(?:(?:(?<=[.!?\u201d\"'\u2019])\s{0,9}|\n[\s>]{0,9})(?:[\u2013\u2014]|--?[ ])[^.!?\n]{1,80}"
    r"|[ ][#^][\w-]{1,80}|[ ]\([^()\n]{1,80}\)|[ ]\[[^\[\]\n]{1,60}\]\([^()\s]{1,500}\)){1,9}))(?P=credit)[\s>]*\Z"
)
"""What a block that is marked as quoted has at its end to say where it comes from."""
_DIGITS: Final = re.compile(r"\d+")
BULLET: Final = re.compile(
    r"[ \t>]*[\u2022\u2023\u2043\u2219\u25a0\u25a1\u25aa\u25b6\u25b8\u25ba\u25cb\u25cf\u25e6\u27a4\u2713\u2714](?!\w)"
)
"""What begins an item of a list."""
_LONGEST: Final = 400  # characters of a word; what is longer is none, and its beginning stands for it
_LONG_LINE: Final = 120


class Text:
    """A text, its words and their places in it as it was passed."""

    def __init__(self, text: str, known: AbstractSet[str] = frozenset()) -> None:
        """Read a text; by the words that are known, line ends and large initials that a tool moved are put back."""
        masked = MaskedText(text)
        mask_transfer(masked)
        mask_markup(masked)
        mask_notations(masked)
        self.source: Final = text
        self.masked: Final = masked.text
        self.notes: Final = sorted(masked.notes)
        self.quotes: Final = sorted(masked.quotes)
        self.words: Final[list[str]] = []
        self.starts: Final = array("I")
        self.ends: Final = array("I")
        self.swallowed: Final = array("I")
        """Offsets of line ends that a tool may have swallowed."""
        self.quoted_blocks: Final = array("I")
        """The first word of each block that Markdown or a mail marks as quoted."""
        self._read(parts_swallowed=bool(known))
        self.lines, self._blocks = self._read_lines()
        """The first word of each line, and of each block; last, how many words there are."""
        if known:
            self._give_back_initials(known)
        self.letters: Final = "".join(self.words)
        """The words without what stands between them: whatever joins or parts words, the letters are the same."""
        self.firsts: Final = array("I", accumulate(map(len, self.words), initial=0))
        """Where each word begins among the letters; last, how many letters there are."""

    def _read(self, *, parts_swallowed: bool) -> None:
        """Reads the words; those that a tool may have run together as several."""
        known: dict[str, tuple[str, ...]] = {}
        for match in _WORD.finditer(self.masked):
            found, start = match[0], match.start()
            is_one = not parts_swallowed or (found.islower() and found.isalpha())
            for piece in [found] if is_one else _SWALLOWED.split(found):
                forms = known.get(piece)
                if forms is None:
                    short = piece[:_LONGEST]
                    forms = known[short] = tuple(words_form(short.replace(NOTHING, "")).split())
                for form in forms:
                    self.words.append(form)
                    self.starts.append(start)
                    self.ends.append(start + len(piece))
                start += len(piece)
                if start < match.end():
                    self.swallowed.append(start)

    def _give_back_initials(self, known: AbstractSet[str]) -> None:
        """Gives a capital that stands alone on a line, or before a line, to the word at a line's head that lacks it."""
        alone: dict[str, list[int]] = {}
        for head, stop in pairwise(self.lines):
            word = self.words[head]
            is_alone = len(word) == 1 and stop == head + 1 and self.masked[self.starts[head]].isupper()
            if is_alone and (stop == len(self) or not self.masked[self.starts[stop]].islower()):
                alone.setdefault(word, []).append(head)
        for head in self.lines[:-1] if alone else ():
            word = self.words[head]
            if self.masked[self.starts[head]].islower() and word not in known:
                initial = next((letter for letter, places in alone.items() if places and letter + word in known), None)
                if initial is not None:
                    self.words[head] = initial + word
                    self.words[alone[initial].pop(0)] = ""

    def __len__(self) -> int:
        return len(self.words)

    def between(self, word: int) -> str:
        """What stands between a word and the one before it."""
        start = self.ends[word - 1] if word else 0
        return self.masked[start : self.starts[word] if word < len(self) else len(self.masked)]

    def shape(self, words: range) -> tuple[str, ...]:
        """Some words, with all digits alike."""
        return tuple(_DIGITS.sub("0", self.words[place]) for place in words)

    def word_of(self, letter: int) -> int:
        """The word that a letter is in."""
        return bisect_right(self.firsts, letter) - 1

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Where letters stand in the text as it was passed."""
        return self._offset(first), self._offset(stop - 1, behind=True)

    def _offset(self, letter: int, *, behind: bool = False) -> int:
        """Where a letter stands, or what follows it."""
        word = self.word_of(letter)
        start, end = self.starts[word], self.ends[word]
        inside = letter - self.firsts[word] + behind
        if end - start == self.firsts[word + 1] - self.firsts[word]:
            return start + inside
        if behind and letter + 1 == self.firsts[word + 1]:
            return end
        sizes = (len(words_form(char).replace(" ", "")) or char in ".,\uff0c\uff0e" for char in self.masked[start:end])
        reached = list(accumulate(sizes))
        return start + (bisect_left(reached, inside) + 1 if behind else bisect_right(reached, inside))

    def _read_lines(self) -> tuple[array[int], array[int]]:
        """The first word of each line that has words, and of each block."""
        ends = [(match.start(), match.end(), match[0]) for match in _LINE_END.finditer(self.masked)]
        ends = sorted([*ends, *((place, place, "") for place in self.swallowed)])
        ends.append((len(self.masked), len(self.masked), ""))
        starts = [0, *(behind for _, behind, _ in ends)]
        sizes = [end - start for start, (end, _, _) in zip(starts, ends, strict=False)]
        is_unwrapped = 2 * sum(size for size in sizes if size > _LONG_LINE) > sum(sizes)
        firsts, blocks = array("I"), array("I")
        reached = 0
        empty, was_quoted, loses_marks = True, False, False
        for start, (end, _, ending) in zip(starts, ends, strict=False):
            stop = bisect_left(self.starts, end, reached)
            if stop == reached:
                empty = empty or bool(_EMPTY.fullmatch(self.masked, start, end))
            else:
                quoted = bool(_QUOTING.match(self.masked, start, end))
                loses_marks |= was_quoted > quoted and not empty and self.masked[self.starts[reached]].islower()
                if empty or is_unwrapped or quoted != was_quoted or BULLET.match(self.masked, start, end):
                    blocks.append(reached)
                    if quoted and ">" in self.masked[start : self.starts[reached]]:
                        self.quoted_blocks.append(reached)
                firsts.append(reached)
                reached, empty, was_quoted = stop, False, quoted
            empty = empty or ending in ("\x0c", BLOCK)
        if loses_marks:  # lines that were broken again went on without them
            del self.quoted_blocks[:]
        firsts.append(len(self))
        blocks.append(len(self))
        return firsts, blocks

    def line_of(self, word: int) -> tuple[int, int]:
        """The first word of the line that a word is in, and the one behind its last."""
        stop = bisect_right(self.lines, word)
        return self.lines[stop - 1], self.lines[stop]

    @property
    def block_quotations(self) -> list[tuple[int, int]]:
        """The words of each block that is marked as quoted, without the credit at its end."""
        found: list[tuple[int, int]] = []
        for first, stop in map(self.block_of, self.quoted_blocks):
            end = self.starts[stop] if stop < len(self) else len(self.source)
            credit = _CREDIT.search(self.source, self.starts[first], end)
            found.append((first, bisect_left(self.starts, credit.start()) if credit else stop))
        return found

    @property
    def block_starts(self) -> list[int]:
        """The offset at which each block begins: behind the line with the last word of the one before."""
        gaps = [(self.ends[first - 1], self.starts[first]) for first in self._blocks[1:-1]]
        ends = [_LINE_END.search(self.masked, *gap) for gap in gaps]
        return [0, *(end.start() if end else gap[0] for end, gap in zip(ends, gaps, strict=True))]

    def block_of(self, word: int) -> tuple[int, int]:
        """The first word of the block that a word is in, and the one behind its last."""
        stop = bisect_right(self._blocks, word)
        return self._blocks[stop - 1], self._blocks[stop]


_GUTTER: Final = re.compile(r"(?<=\S) {2,}(?=\S)")
_LINE: Final = re.compile(r"([^\n\f]*)(?:\n|\f|\Z)")
_PAGE: Final = re.compile("[^\f]+")
_ROWS: Final = 6
"""Lines side by side that make two columns."""
_LIKELY: Final = 12
_COLUMN_WORDS: Final = 3
"""Words of a line of a column, on average; lines of tables and their labels have fewer."""


def in_reading_order(text: str) -> tuple[str, array[int] | None]:
    """A text whose pages have two columns side by side on each line, one column behind the other, and where each of its
    characters stood; the text itself and nothing if it has none.
    """
    pieces: list[tuple[int, int]] = []
    for page in _PAGE.finditer(text) if len(_GUTTER.findall(text)) >= _ROWS else ():
        pieces += _columns(text, page)
    if not pieces or pieces == sorted(pieces):
        return text, None
    places = array("I", (place for start, end in pieces for place in range(start, end + 1)))
    return "".join(f"{text[start:end]}\n" for start, end in pieces), places


def _columns(text: str, page: re.Match[str]) -> list[tuple[int, int]]:
    """The lines of a page, those of a left column before those of the right one beside it."""
    lines = [match.span(1) for match in _LINE.finditer(text, *page.span())]
    beside: Counter[int] = Counter()
    for start, end in lines:
        for gap in _GUTTER.finditer(text, start, end):
            beside.update(range(gap.start() - start + 1, gap.end() - start))
    likely = [place for place, _ in beside.most_common(_LIKELY)]
    through: Counter[int] = Counter()
    for start, end in lines:
        through.update(place for place in likely if text[start + place - 1 : min(start + place + 1, end)].strip())
    gutter = max(likely, key=lambda place: beside[place] - _COLUMN_WORDS * through[place], default=0)
    if beside[gutter] < max(_ROWS, 2 * through[gutter]):
        return lines
    found: list[tuple[int, int]] = []
    right: list[tuple[int, int]] = []
    for start, end in lines:
        middle = min(start + gutter, end)
        if text[middle - 1 : min(middle + 1, end)].strip() and middle > start:
            found += [*right, (start, end)]
            right = []
        else:
            found.append((start, start + len(text[start:middle].rstrip())))
            right.append((middle, end))
    sizes = [len(text[start:end].split()) for start, end in right if end > start]
    return [*found, *right] if sum(sizes) >= _COLUMN_WORDS * len(sizes) else lines
