"""Where the words of a citation stand in a copy, and which citation the words of a copy are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from .._model.record import Citation
from .._text import digest_of
from ..errors import SelectionError
from .compare import FoundParagraph, FoundSentence
from .locate import SAME_WORDS, Copy
from .outline import Outline, SentenceOutline
from .respaced import stands_respaced
from .tokens import Stretch, stretch

Place = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """A stretch of the copy that is a stretch of a paragraph, character by character."""

    paragraph: int
    offset: int
    """Where it starts in the paragraph's normal form."""
    stretch: Stretch

    @property
    def start(self) -> int:
        """Where it starts in the copy."""
        return self.stretch.starts[0]

    @property
    def end(self) -> int:
        """Where it ends in the copy."""
        return self.stretch.ends[-1]

    def holds(self, citation: Citation) -> bool:
        """Whether the citation stands inside it."""
        end = self.offset + len(self.stretch.starts)
        return citation.paragraph == self.paragraph and self.offset <= citation.start and citation.end <= end

    def place(self, citation: Citation) -> Place:
        """Where a citation that it holds stands in the copy."""
        return self.stretch.starts[citation.start - self.offset], self.stretch.ends[citation.end - self.offset - 1]


class Resolver:
    """Both ways between the citations of a brief and one copy."""

    def __init__(self, copy: Copy, outline: Outline, paragraphs: tuple[FoundParagraph, ...]) -> None:
        self._copy: Final = copy
        self._outline: Final = outline
        self._paragraphs: Final = {part.outline.source.number: part for part in paragraphs}

    @cached_property
    def found(self) -> dict[Citation, Place]:
        """Every citation of the brief that stands, with its place in the copy."""
        places = {citation: self._resolve(citation) for citation in self._outline.citations}
        return {citation: place for citation, place in places.items() if place is not None}

    @cached_property
    def _citation_at(self) -> dict[Place, Citation]:
        return {place: citation for citation, place in reversed(self.found.items())}

    @cached_property
    def _pieces(self) -> list[Piece]:
        pieces: list[Piece] = []
        for number, part in self._paragraphs.items():
            if part.stretch:
                pieces.append(Piece(number, 0, part.stretch))
            else:
                pieces += [
                    Piece(number, one.outline.source.start, one.stretch) for one in part.sentences if one.stretch
                ]
        return sorted(pieces, key=lambda piece: piece.start)

    def find(self, citation: Citation) -> Place | None:
        """Where the words of a citation stand, or none."""
        if citation in self._outline.citing:
            place = self.found.get(citation)
        else:
            place = self._resolve(citation) or self._within(citation)
        if place and citation.digest and citation not in self._outline.citing:
            return place if digest_of(self._copy.text[slice(*place)]) == citation.digest else None
        return place

    def _resolve(self, citation: Citation) -> Place | None:
        part = self._paragraphs[citation.paragraph]
        if citation.end > part.outline.source.characters:
            return None
        for piece in self._pieces:
            if piece.holds(citation):
                return self._proved(citation, piece.place(citation))
        outline = part.outline
        first, last = outline.at(citation.start), outline.at(citation.end - 1)
        if first is not last:
            return self._across(citation, part, first, last)
        one = part.sentences[first.index]
        if one.changed and citation in one.changed.spans:
            return one.changed.spans[citation]
        return self._by_words(citation, one, one) if one.rank == SAME_WORDS else None

    def _proved(self, citation: Citation, place: Place) -> Place | None:
        """The place, if the copy's words there have the citation's digest, as far as it has one. They may not, where a
        composed character is cut in two.
        """
        digest = digest_of(self._copy.text[slice(*place)])
        return place if citation.digest in (None, digest) else None

    def _across(
        self, citation: Citation, part: FoundParagraph, first: SentenceOutline, last: SentenceOutline
    ) -> Place | None:
        """Where a citation stands that reaches over the end of a sentence: these must follow each other."""
        several = part.sentences[first.index : last.index + 1]
        place = self._by_words(citation, several[0], several[-1])
        if place is None or self._proved(citation, place):
            return place
        stop = bisect_left(last.source.word_starts, citation.end) - 1
        tail = several[-1].word_at(stop) or 0
        unjoined = place[0], self._copy.words.starts[tail] + last.source.word_lengths[stop]
        if unjoined[1] < place[1] and self._proved(citation, unjoined):  # a footnote's mark may be joined
            return unjoined
        # Where the words of each sentence are proved, so are those of all, if nothing stands between or is joined.
        covered = [
            (one, number)
            for one in several
            for number in range(len(one.outline.lengths))
            if citation.start <= one.outline.source.word_starts[number] < citation.end
        ]
        starts = [one.outline.source.word_starts[number] for one, number in covered]
        sizes = [one.outline.source.word_lengths[number] for one, number in covered]
        found = [one.word_at(number) for one, number in covered]
        places = [word for word in found if word is not None]
        lengths = self._copy.words.lengths
        in_a_row = len(places) == len(found) and places == list(range(places[0], places[0] + len(places)))
        if not in_a_row or [lengths[word] for word in places] != sizes:
            return None
        ranks = {one.rank for one in several}
        stands = None not in ranks and SAME_WORDS in ranks
        return place if stands or stands_respaced(self._copy, citation, starts, sizes, places[0]) else None

    def _by_words(self, citation: Citation, first: FoundSentence, last: FoundSentence) -> Place | None:
        """Where a citation stands in sentences whose words do: from its first word to its last, with as many marks
        around them as it has, in so far as the copy has them.
        """
        start = _number(first.outline, citation.start)
        stop = bisect_left(last.outline.source.word_starts, citation.end)
        if (first is last and start >= stop) or not stop or start >= len(first.outline.lengths):
            return None
        head, tail = first.word_at(start), last.word_at(stop - 1)
        if head is None or tail is None or (first is last and tail - head != stop - 1 - start):
            return None
        if _cuts_a_word(first.outline, citation.start) or _cuts_a_word(last.outline, citation.end):
            return None
        words, text = self._copy.words, self._copy.text
        begin, end = words.starts[head], words.ends[tail]
        source = last.outline.source
        for _ in range(first.outline.source.word_starts[start] - citation.start):
            begin -= _is_mark(text[begin - 1 : begin])
        for _ in range(citation.end - source.word_starts[stop - 1] - source.word_lengths[stop - 1]):
            end += _is_mark(text[end : end + 1])
        return begin, end

    def _within(self, citation: Citation) -> Place | None:
        """Where words stand that are no citation of the brief, in a changed sentence: inside one that is."""
        for other, place in self.found.items():
            if other.contains(citation):
                piece = _piece(self._copy.text, other, place)
                return self._proved(citation, piece.place(citation)) if piece else None
        return None

    def citation(self, start: int, end: int) -> Citation:
        """The citation of a stretch that lies in the copy. Raises SelectionError."""
        if (start, end) in self._citation_at:
            return self._citation_at[start, end]
        number = bisect_right(self._pieces, start, key=lambda piece: piece.start) - 1
        piece = self._pieces[number] if number >= 0 else None
        if piece and end <= piece.end:
            return self._cited(piece, start, end)
        for part in self._paragraphs.values():
            for one in part.sentences:
                if one.span and one.span[0] <= start and end <= one.span[1]:
                    return self._inside(one, start, end)
        raise SelectionError(start, end, "it does not lie inside one standing paragraph")

    def _inside(self, one: FoundSentence, start: int, end: int) -> Citation:
        """The citation of a stretch inside a sentence that stands with other marks, or that was changed."""
        if one.place is None:
            around = [citation for citation, (first, last) in self.found.items() if first <= start and end <= last]
            pieces = (_piece(self._copy.text, citation, self.found[citation]) for citation in around)
            piece = next(filter(None, pieces), None)
            if piece:
                return self._cited(piece, start, end)
            proved = one.changed.spans if one.changed else {}
            if not any(proved.get(citation) == self.found[citation] for citation in around):
                raise SelectionError(
                    start, end, "the sentence there does not stand as a whole, and no proved words hold the selection"
                )
        return self._by_number(one, start, end)

    def _by_number(self, one: FoundSentence, start: int, end: int) -> Citation:
        """The citation of whole words, which stand with other marks than the article's."""
        words = self._copy.words
        first = bisect_left(words.ends, start + 1)
        stop = bisect_left(words.starts, end)
        if first >= stop or words.starts[first] < start or words.ends[stop - 1] > end:
            raise SelectionError(start, end, "the sentence there has other marks, and whole words must be selected")
        source = one.outline.source
        numbers = {one.word_at(number): number for number in range(source.words)}
        head, last = numbers[first], numbers[stop - 1]
        return _made(
            one.outline.paragraph, source.word_starts[head], source.word_starts[last] + source.word_lengths[last]
        )

    def _cited(self, piece: Piece, start: int, end: int) -> Citation:
        first = bisect_left(piece.stretch.ends, start + 1)
        stop = bisect_left(piece.stretch.starts, end)
        if first >= stop:
            raise SelectionError(start, end, "it holds no character of the article")
        digest = digest_of(piece.stretch.normal[first:stop])
        if digest_of(self._copy.text[start:end]) != digest:
            raise SelectionError(start, end, "it cuts a character that is written as several")
        return _made(piece.paragraph, piece.offset + first, piece.offset + stop, digest)


def _made(paragraph: int, start: int, end: int, digest: str | None = None) -> Citation:
    return Citation.model_validate({"paragraph": paragraph, "start": start, "end": end, "digest": digest})


def _cuts_a_word(outline: SentenceOutline, offset: int) -> bool:
    """Whether an offset lies inside a word, where a copy of other marks has no place for it."""
    source = outline.source
    number = bisect_left(source.word_starts, offset) - 1
    return number >= 0 and offset < source.word_starts[number] + source.word_lengths[number]


def _number(outline: SentenceOutline, offset: int) -> int:
    """The number of the first word at or behind an offset."""
    return bisect_left(outline.source.word_starts, offset)


def _is_mark(char: str) -> bool:
    return bool(char) and not char.isalnum() and not char.isspace()


def _piece(text: str, citation: Citation, place: Place) -> Piece | None:
    """A citation's place as a piece, if its words stand there character by character."""
    part = stretch(text, *place)
    fits = len(part.normal) == citation.end - citation.start and citation.digest in (None, digest_of(part.normal))
    return Piece(citation.paragraph, citation.start, part) if fits else None
