"""The words that a text is compared with: the proved sentences of the article, and the blocks beside its body."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

from .._model.ids import ParagraphNumber
from .._model.record import Citation
from .article_digests import Outline, article_outline
from .quotation import CLOSING, OPENING
from .words import Text

PREFIX: Final = 6
"""Letters by which a place is looked up."""
_PARTED: Final = "\x1d"
"""Stands among the letters between parts that do not follow each other."""

_JOINING: Final = frozenset("a an and at de for in la of on the to".split())
"""Small words that stand inside names and titles."""
_MARKS: Final = re.escape("".join(OPENING | CLOSING))
OPENS: Final = re.compile(rf"[\s(\[\u2012-\u2015-][{_MARKS}]+\W*\Z")
CLOSES: Final = re.compile(rf"[^\w\s{_MARKS}]*[{_MARKS}]")


class Part(NamedTuple):
    """A sentence, or a block, with its words."""

    paragraph: ParagraphNumber | None
    """The paragraph that it is in; none for a block outside the body."""
    sentence: int
    """Its number in the paragraph, counted from 0; -1 for a block outside the body."""
    start: int
    """Where it starts in the paragraph's normal form."""
    words: tuple[str, ...]
    normal: str
    """Its normal form as the copy has it."""
    places: tuple[tuple[int, int], ...]
    """Where each word stands in that form."""
    whole: bool = True
    """Whether it is a whole sentence or block; else more of the article stands around it, which is not known."""


class Reference:
    """Parts in order, with an index of their words."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts: Final = tuple(parts)
        self.words: Final = [word for part in parts for word in part.words]
        self.part_of: Final = array("I", (number for number, part in enumerate(parts) for _ in part.words))
        self.part_firsts: Final = array("I", accumulate((len(part.words) for part in parts), initial=0))
        """The first word of each part; last, how many words there are."""
        self._normal: Final = " ".join(["", *(part.normal for part in parts)])
        offsets = accumulate((len(part.normal) + 1 for part in parts), initial=1)
        self._places: Final = [
            (start + offset, end + offset)
            for offset, part in zip(offsets, parts, strict=False)
            for start, end in part.places
        ]
        """Where each word stands among the normal forms of all parts."""
        pieces: list[str] = []
        for word, number in zip(self.words, self.part_of, strict=True):
            if pieces and number != self.part_of[len(pieces) - 1] and not self.adjoins(number):
                pieces[-1] += _PARTED
            pieces.append(word)
        self.letters: Final = "".join(pieces)
        self.firsts: Final = array("I", accumulate(map(len, pieces[:-1]), initial=0)) if pieces else array("I")
        self.ends: Final = array("I", (first + len(word) for first, word in zip(self.firsts, self.words, strict=True)))
        """Where each word begins and ends among the letters."""
        self.word_at: Final = array("I", (word for word, piece in enumerate(pieces) for _ in piece))
        """The word that each letter is in."""
        self.body: Final = sum(len(part.words) for part in parts if part.sentence >= 0)
        """How many words belong to sentences; behind them stand the blocks."""
        self.body_letters: Final = self.firsts[self.body] if self.body < len(self.words) else len(self.letters)

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def furniture(self) -> str:
        """The letters of the blocks outside the body."""
        return self.letters[self.body_letters :].replace(_PARTED, "")

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.words)

    @cached_property
    def beginnings(self) -> dict[str, list[int]]:
        """Where words begin among the letters, by so many letters from there on."""
        found: dict[str, list[int]] = {}
        for first in self.firsts:
            found.setdefault(self.letters[first : first + PREFIX], []).append(first)
        return found

    def words_within(self, letter: int) -> int:
        """How many words end before a letter, or with it."""
        return bisect_right(self.ends, letter)

    def gap(self, place: int) -> str:
        """What stands between a word and the one before it."""
        start = self._places[place - 1][1] if place else 0
        return self._normal[start : self._places[place][0] if place < len(self) else None]

    @cached_property
    def telling(self) -> array[int]:
        """How many words before each are no part of a name: they begin with a small letter, and join none."""
        small = (self._normal[start].islower() for start, _ in self._places)
        counted = (
            is_small and len(word) > 1 and word not in _JOINING
            for is_small, word in zip(small, self.words, strict=True)
        )
        return array("I", accumulate(counted, initial=0))

    def quoted_from(self, place: int) -> bool:
        """Whether the article itself begins a quotation at a word."""
        return bool(OPENS.search(self.gap(place)))

    def quoted_to(self, place: int) -> bool:
        """Whether the article itself ends a quotation behind a word."""
        after = self.gap(place + 1)
        return len(after) > 1 and bool(CLOSES.match(after))

    def adjoins(self, number: int) -> bool:
        """Whether a part is a sentence that directly follows the one before it."""
        one, other = self.parts[number - 1], self.parts[number]
        if one.sentence < 0 or other.sentence < 0 or not (one.whole and other.whole):
            return False
        if one.paragraph == other.paragraph:
            return other.sentence == one.sentence + 1
        return (other.paragraph or 0) == (one.paragraph or 0) + 1 and not other.sentence

    def part_bounds(self, place: int) -> tuple[int, int]:
        """The first word of the part that a word is in, and the one behind its last."""
        number = self.part_of[place]
        return self.part_firsts[number], self.part_firsts[number + 1]

    def starts_part(self, place: int) -> bool:
        """Whether a word is the first of its part."""
        return place == len(self) or self.part_firsts[self.part_of[place]] == place

    def normal_words(self, first: int, stop: int) -> str:
        """Words as the copy has them."""
        return self._normal[self._places[first][0] : self._places[stop - 1][1]] if first < stop else ""


WordPlace: TypeAlias = tuple[int, int]
"""The number of a first word, and of the one behind the last."""


class ComparisonBasis:
    """The words that texts are compared with, and where they come from."""

    def __init__(
        self,
        reference: Reference,
        outline: Outline,
        copy: str | None,
        place: Callable[[Citation], WordPlace | None],
        rebuild: Callable[[str, str | None], object],
    ) -> None:
        self.reference: Final = reference
        self.outline: Final = outline
        self.copy: Final = copy
        """The proved copy; none for the article's own quotations, which the package ships."""
        self.place: Final = place
        """The first word of a citation in the reference and the one behind its last, if they are known."""

        self.rebuild: Final = rebuild
        """Makes a comparison of a text with a copy anew, as unpickling does."""

    @cached_property
    def cited(self) -> Mapping[Citation, WordPlace]:
        """The citations of the brief whose words are known."""
        places = {citation: self.place(citation) for citation in self.outline.citing}
        return {citation: place for citation, place in places.items() if place is not None}


@cache
def shipped_basis(rebuild: Callable[[str, str | None], object]) -> ComparisonBasis:
    """The words that the article itself sets in quotation marks, which the package ships."""
    from .._load.loaded import quotes  # noqa: PLC0415  # the data is read on first use

    outline = article_outline()
    parts: list[Part] = []
    cited: dict[Citation, tuple[int, int]] = {}
    words = 0
    for quote in quotes:
        text = Text(quote.text)
        for citation in quote.citations[:1]:
            index = next(
                place.order
                for place in outline.sentences
                if place.paragraph == citation.paragraph and citation.start < place.sentence.end
            )
            places = tuple(zip(text.starts, text.ends, strict=True))
            parts.append(
                Part(citation.paragraph, index, citation.start, tuple(text.words), quote.text, places, whole=False)
            )
        for citation in quote.citations:
            cited[citation] = (words, words + len(text))
        words += len(text)
    return ComparisonBasis(Reference(parts), outline, None, cited.get, rebuild)
