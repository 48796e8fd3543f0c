"""Where a text runs along the article: words in a row that both have, chained over what lies between."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from .canvas import NOTHING
from .reference import Reference
from .streams import HYPHENS, LINE_ENDS
from .words import Text

_HYPHENED: Final = re.compile(
    f"(?:[-\u2010\u2011\u00ac\u2043][{NOTHING} ]*|(?<=[^\\s{NOTHING}]){NOTHING}+)(?=[\n\r\x0b\x0c\x1d\x85\u2028\u2029])"
    f"|[\n\r][{NOTHING}]+(?=[\n\r])"
)
_CAMEL: Final = re.compile(r"(?<=[a-z]{2})(?=[A-Z])|(?<=[a-z][.,])(?=[A-Z])")
_LIGATURES: Final = ("ff", "fi", "fl", "ffi", "ffl", "ft", "tt", "ti")
_LINES_BETWEEN: Final = 8
_LOOK_BACK: Final = 24
_ARTICLE_GAP: Final = 90
_TEXT_GAP: Final = 160
_OVERLAP: Final = 5
_AMBIGUOUS: Final = 6
_ALTERNATIVES: Final = 4


_NOTED: Final = re.compile(r"([^\W\d]+|\d+(?=[.,]))[.,]?(\d{1,3})")
_HABIT: Final = 3
"""So many different words run together are a tool's habit; one is a change."""
_PREFIX: Final = 3


class Run(NamedTuple):
    """Words in a row that text and article have."""

    text: int
    article: int
    length: int


class Reading:
    """The words of a text by the article's numbers, with parts joined and joined words parted as the article has
    them.
    """

    def __init__(self, text: Text, reference: Reference) -> None:
        self.text: Final = text
        numbers = reference.numbers
        ids = array("i", (numbers.get(word, -1) for word in text.words))
        self._together: dict[str, int] = {}
        self._patches: dict[int, tuple[int, list[tuple[int, int, int, int]]]] = {}
        self._find_patches(reference, ids)
        self.ids: array[int] = ids
        self.starts: array[int] = text.starts
        self.ends: array[int] = text.ends
        self.numbers: Sequence[int] = range(len(text))
        """The number of each word among the text's own."""
        if self._patches:
            self._apply(ids)

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def _initials(self) -> tuple[str, ...]:
        """Capitals that stand alone on a line."""
        text = self.text
        lines = (text.line(number) for number in range(len(text.lines[0])))
        alone = (first for first, stop in lines if stop == first + 1 and len(text.words[first]) == 1)
        return tuple({text.words[word] for word in alone if text.painted[text.starts[word]].isupper()})

    def _apply(self, ids: array[int]) -> None:
        """Makes the patches part of the reading."""
        text, reached = self.text, 0
        rows = array("i"), array("I"), array("I"), array("I")
        for first in [*sorted(self._patches), len(text)]:
            if first < reached:
                continue
            for row, whole in zip(rows, (ids, text.starts, text.ends, range(len(text))), strict=True):
                row.extend(whole[reached:first])
            stop, patched = self._patches.get(first, (first, []))
            for one in patched:
                for row, value in zip(rows, one, strict=True):
                    row.append(value)
            reached = stop
        self.ids, self.starts, self.ends, self.numbers = rows
        self._patches.clear()

    def _find_patches(self, reference: Reference, ids: array[int]) -> None:
        text, numbers = self.text, reference.numbers
        together: dict[int, int] = {}
        for match in _HYPHENED.finditer(text.painted):
            one = bisect_right(text.starts, match.start()) - 1
            if one < 0 or one + 1 >= len(text) or text.ends[one] > match.end():
                continue
            self._join_over_lines(reference, one, text.painted[text.ends[one] : match.end()])
        for word, known in enumerate(ids):
            if known < 0:
                shown = text.words[word]
                whole = text.ends[word] - text.starts[word] == len(shown) and shown not in reference.hyphenated
                if whole and (place := self._run_together(reference, shown)) >= 0:
                    together[word] = place
                else:
                    self._mend_unknown(reference, ids, word)
            elif len(text.words[word]) == 1 and word + 1 < len(ids) and self._is_initial(word, ids):
                self._join(numbers, word, word + 1)

        if len({text.words[word] for word in together}) >= _HABIT:
            for word, place in together.items():
                self._patches[word] = (word + 1, self._parted(reference, word, place))

    def _run_together(self, reference: Reference, shown: str) -> int:
        """Where words of the article stand whose spaces a tool ate; -1 if nowhere."""
        if shown not in self._together:
            places = reference.beginnings.get(shown[:_PREFIX], ()) if len(shown) > 2 * _PREFIX else ()
            self._together[shown] = next((at for at in places if _runs_together(reference.words, at, shown)), -1)
        return self._together[shown]

    def _parted(self, reference: Reference, word: int, place: int) -> list[tuple[int, int, int, int]]:
        rows: list[tuple[int, int, int, int]] = []
        start, end = self.text.starts[word], self.text.ends[word]
        while start < end:
            stop = start + len(reference.words[place])
            rows.append((reference.ids[place], start, stop, word))
            start, place = stop, place + 1
        return rows

    def _join_over_lines(self, reference: Reference, one: int, mark: str) -> None:
        """Two halves of a word at a line's end made one, over lines of their own if need be."""
        text, numbers = self.text, reference.numbers
        first, second = text.words[one], text.words[one + 1]
        if first + second in numbers and not (HYPHENS.search(mark) and (first, second) in reference.pairs):
            self._join(numbers, one, one + 1)
        elif first not in numbers:
            line = text.line_of(one)
            for further in range(line + 1, min(line + _LINES_BETWEEN, len(text.lines[0]))):
                other = text.line(further)[0]
                if other > one + 1 and first + text.words[other] in numbers:
                    row = (numbers[first + text.words[other]], text.starts[one], text.ends[one], one)
                    self._patches[one] = (one + 1, [row])
                    self._patches[other] = (other + 1, [])
                    return

    def _is_initial(self, word: int, ids: array[int]) -> bool:
        """Whether a single capital is a large initial, parted from its word."""
        painted, end, start = self.text.painted, self.text.ends[word], self.text.starts[word + 1]
        if not painted[self.text.starts[word]].isupper() or not painted[start].islower():
            return False
        return ids[word + 1] < 0 or bool(LINE_ENDS.search(painted, end, start))

    def _join(self, numbers: dict[str, int], one: int, other: int) -> None:
        whole = self.text.words[one] + self.text.words[other]
        if whole in numbers:
            row = (numbers[whole], self.text.starts[one], self.text.ends[other], one)
            self._patches.setdefault(one, (other + 1, [row]))

    def _mend_unknown(self, reference: Reference, ids: array[int], word: int) -> None:
        """A word that the article has not, read as the tool that made it may have found it."""
        text, numbers = self.text, reference.numbers
        shown, start, end = text.words[word], text.starts[word], text.ends[word]
        if len(shown) > 64:
            return
        if shown in reference.hyphenated:
            one, other = reference.hyphenated[shown]
            cut = start + len(one)
            rows = [(numbers[one], start, cut, word), (numbers[other], cut, end, word)]
            self._patches.setdefault(word, (word + 1, rows))
            return
        noted = _NOTED.fullmatch(shown)
        if noted and noted[1] in (reference.stopped if noted[1].isdigit() else numbers):
            cut = end - len(noted[2])
            row = (numbers[noted[1]], start, cut, word)
            self._patches.setdefault(word, (word + 1, [row, (-1, cut, end, word)]))
            return
        if self._initials and text.painted[start].islower() and text.line(text.line_of(word))[0] == word:
            for letter in self._initials:
                if letter + shown in numbers:
                    self._patches.setdefault(word, (word + 1, [(numbers[letter + shown], start, end, word)]))
                    return
        painted = text.painted[start:end]
        if len(painted) == len(shown) and len(pieces := _CAMEL.split(painted)) > 1:
            self._part(numbers, word, pieces)
        elif word + 1 < len(ids):
            between = text.painted[end : text.starts[word + 1]]
            if LINE_ENDS.search(between) or NOTHING in between or (shown.endswith(_LIGATURES) and between.isspace()):
                self._join(numbers, word, word + 1)

    def _part(self, numbers: dict[str, int], word: int, pieces: list[str]) -> None:
        rows: list[tuple[int, int, int, int]] = []
        start = self.text.starts[word]
        for piece in pieces:
            plain = piece.rstrip(".,").lower()
            rows.append((numbers.get(plain, -1), start, start + len(plain), word))
            start += len(piece)
        if any(row[0] >= 0 for row in rows):
            self._patches.setdefault(word, (word + 1, rows))


def _runs_together(words: list[str], place: int, shown: str) -> bool:
    """Whether several words from a place on are, without spaces, one word."""
    reached, first = 0, place
    while place < len(words) and reached < len(shown) and shown.startswith(words[place], reached):
        reached += len(words[place])
        place += 1
    return reached == len(shown) and place > first + 1


def runs(reading: Reading, reference: Reference) -> list[Run]:
    """The longest rows of words that text and article share, from the text's beginning to its end."""
    ids, article, grams, size = reading.ids, reference.ids, reference.grams, len(reference.numbers)
    found: list[Run] = []
    place, total = 0, len(ids)
    while place < total - 2:
        one, two, three = ids[place], ids[place + 1], ids[place + 2]
        if three < 0:
            place += 3
            continue
        places = grams.get((one * size + two) * size + three, ()) if one >= 0 and two >= 0 else ()
        if not places:
            place += 1
            continue
        several = [Run(place, at, _length(ids, article, place, at)) for at in places]
        longest = max(run.length for run in several)
        found += [run for run in several if run.length == longest or longest < _AMBIGUOUS][:_ALTERNATIVES]
        place += longest
    return found


def _length(ids: array[int], article: array[int], place: int, at: int) -> int:
    """How many words from two places on are alike."""
    length, most = 3, min(len(ids) - place, len(article) - at)
    while length < most and ids[place + length] == article[at + length]:
        length += 1
    return length


def chains(found: list[Run], body: int) -> list[list[Run]]:
    """Runs that follow each other in text and article, the strongest chains first."""
    scores: list[float] = []
    before: list[int] = []
    for number, run in enumerate(found):
        best, link = 0.0, -1
        for other in range(max(number - _LOOK_BACK, 0), number):
            score = scores[other] - _cost(found[other], run, body) - overlap(found[other], run)
            if score > best:
                best, link = score, other
        scores.append(best + run.length)
        before.append(link)
    return list(_chained(found, scores, before))


def _cost(one: Run, other: Run, body: int) -> float:
    """What it costs to pass from one run to another; more than any score where that cannot be."""
    in_text, in_article = other.text - one.text - one.length, other.article - one.article - one.length
    if 0 < -in_article < min(_OVERLAP, other.length):
        in_text, in_article = in_text - in_article, 0
    if in_text < 0 or in_article < 0 or in_article > _ARTICLE_GAP or (one.article < body) != (other.article < body):
        return float("inf")
    if in_text > (_TEXT_GAP if in_article <= 3 else 3 * in_article + 20):
        return float("inf")
    return 0.3 + 0.03 * (in_text + in_article) + 0.05 * abs(in_text - in_article)


def overlap(one: Run, other: Run) -> int:
    """How many words at the head of a run repeat the tail of the one before it."""
    return max(min(one.article + one.length - other.article, _OVERLAP), 0)


def _chained(found: list[Run], scores: list[float], before: list[int]) -> Iterator[list[Run]]:
    used: set[int] = set()
    for best in sorted(range(len(found)), key=lambda number: -scores[number]):
        chain: list[Run] = []
        number = best
        while number >= 0 and found[number].text not in used:
            used.add(found[number].text)
            chain.append(found[number])
            number = before[number]
        if chain:
            yield chain[::-1]
