"""Any text held against the words of a proved copy: its passages, and each change in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache, cached_property
from itertools import accumulate
from typing import Final, cast

from .._argument_checks import check_flag
from .._model.actor import Actor
from .._model.ids import ParagraphNumber
from .._model.quote import Quote
from .._model.record import Citation, Record
from .._public_class import public
from .._text import NormalText, folded
from .article_words import ComparisonBasis, shipped_basis
from .differences import Difference
from .layout import SHORTEST
from .notes_and_numbers import NEGATIONS
from .outcomes import (
    CONTEXT_CHARACTERS,
    EXACTNESS,
    ArticlePlace,
    Change,
    CitedText,
    ComparisonVerdict,
    Exactness,
    ParagraphCopies,
    Passage,
    SentenceCopy,
    Span,
    in_context,
)
from .passages import Stretch, covered, joined, stretches
from .proof import normal_passage
from .quotation import quotations
from .report import ChangeReport, ComparisonReport, PassageReport, comparison_html, comparison_text, discrepancy_data
from .word_sequences import Token
from .words import Text, in_reading_order

_BEFORE: Final = 4
"""Words before a passage among which a negation turns its sense round."""


@public
class Comparison(CitedText):
    """A text, and how it stands to the article. Two comparisons of the same text with the same copy are equal.

    >>> from jcpoa_brief import compare, quotes
    >>> comparison = compare(f"He said: “{quotes['not-the-time-quote'].text}.”")
    >>> comparison.verdict, len(comparison.passages)
    ('verbatim', 1)
    """

    def __init__(self, text: str, basis: ComparisonBasis) -> None:
        super().__init__(text, basis.outline)
        self._basis: Final = basis
        ordered, self._places = in_reading_order(text)
        self._words: Final = Text(ordered, basis.reference.vocabulary)
        self._stretches: Final[list[Stretch]] = stretches(self._words, basis.reference)

    # -- what it is --

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The stretches of the text that run along the article for five words or more, in the order of the text."""
        return tuple(map(self._passage, self._stretches))

    @property
    def verdict(self) -> ComparisonVerdict:
        """Whether every passage stands, one is altered, or there is none."""
        if any(stretch.differences for stretch in self._stretches):
            return "altered"
        return "verbatim" if self._stretches else "none"

    @property
    def has_copy(self) -> bool:
        """Whether the text was held against a proved copy rather than the article's own quotations."""
        return self._basis.copy is not None

    @cached_property
    def other_quotations(self) -> tuple[Span, ...]:
        """Where quotations stand that no passage touches: other people's words, the article's far from as printed, or
        fewer than five of them in a row, which are too short to tell.

        >>> from jcpoa_brief import compare, quotes
        >>> text = f"He said: “{quotes['not-the-time-quote'].text}”, not a “summit”."
        >>> [text[start:end] for start, end in compare(text).other_quotations]
        ['summit']
        """
        return tuple(self._span(*one) for one in self._untouched)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What is other than the article in all passages, in the order of the text."""
        return tuple(change for passage in self.passages for change in passage.changes)

    @cached_property
    def paragraphs(self) -> ParagraphCopies:
        """What of each paragraph and its sentences stands in the text."""
        altered = {change.article.paragraph for change in self.changes if change.article}
        altered |= {passage.paragraphs[0] for passage in self.passages if passage.changes and passage.paragraphs}
        touched = {number for passage in self.passages for number in passage.paragraphs}
        return self._paragraph_copies(self._whole_sentences, altered, touched)

    @cached_property
    def affected(self) -> tuple[Record, ...]:
        """The records whose words were changed, in the article's order."""
        changed = {
            citation
            for stretch in self._stretches
            for one in stretch.differences
            for citation, (first, stop) in self._basis.cited.items()
            if one.affects(first, stop)
        }
        return self._outline.records_citing(changed)

    def _place(self, citation: Citation) -> Span | None:
        place = self._basis.place(citation)
        if place is None:
            return None
        for stretch in self._stretches:
            found = self._letters_of(stretch)
            if all(word in found for word in range(*place)):
                letters = found[place[0]][0], found[place[1] - 1][1]
                first, last = self._words.word_of(letters[0]), self._words.word_of(letters[1] - 1)
                if not any(
                    one.text <= last and first < max(one.text_stop, one.text + 1) for one in stretch.differences
                ):
                    return self._span(*self._words.span(*letters))
        return None

    def _with_surroundings(self, citation: Citation) -> tuple[str, str, str]:
        reference = self._basis.reference
        first, stop = self._basis.place(citation) or (0, 0)
        low, high = reference.part_bounds(first)[0], reference.part_bounds(stop - 1)[1]
        show = reference.normal_words
        return show(first, stop), show(low, first), show(stop, high)

    # -- reports --

    def to_dict(self) -> ComparisonReport:
        """The report as plain data, which ``json.dumps`` takes."""
        return {
            "verdict": self.verdict,
            "with_copy": self.has_copy,
            "proved_sentences": (
                sum(part.whole and part.sentence >= 0 for part in self._basis.reference.parts),
                len(self._outline.sentences),
            ),
            "passages": [self._passage_data(*pair) for pair in zip(self.passages, self._stretches, strict=True)],
            "other_quotations": [self._normal_words(*one) for one in self._untouched],
            "other_paragraphs": [self._paragraph_of(*one) for one in self._untouched],
            "affected": [record.id for record in self.affected],
            "discrepancies": [discrepancy_data(check) for check in self.discrepancies],
        }

    def report(self, *, record: bool = False) -> str:
        """The report for a person: the answer in a sentence, each passage with its paragraph, and each change in its
        context; with ``record``, also what the independent record says of the words that stand.

        >>> from jcpoa_brief import compare
        >>> print(compare("Nothing of the kind.").report().partition(".")[0])
        None of the article's own quotations stands here in five words or more in a row
        """
        check_flag("record", record)
        return comparison_text(self.to_dict(), self.discrepancies, record=record)

    def __str__(self) -> str:
        return self.report()

    def __repr__(self) -> str:
        return f"<Comparison: {self.verdict}; {len(self._stretches)} passages, {len(self.changes)} changes>"

    def _repr_html_(self) -> str:
        return comparison_html(self.to_dict())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Comparison) and (self.text, self._basis.copy, self._outline) == (
            other.text,
            other._basis.copy,
            other._basis.outline,
        )

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[Callable[[str, str | None], object], tuple[str, str | None]]:
        return self._basis.rebuild, (self.text, self._basis.copy)

    # -- from words and letters to places in text and article --

    def _passage(self, stretch: Stretch) -> Passage:
        text = self._words
        start, end = self._extent(stretch)
        changes = tuple(self._change(one, start) for one in stretch.differences)
        aside = tuple(self._normal_words(text.starts[one], text.ends[stop - 1]) for one, stop in stretch.layout)
        article = self._article(stretch.matches[0].article, stretch.matches[-1].article_stop)
        verdict = "altered" if changes else self._rank(stretch)
        return Passage(verdict, self._span(start, end), self._normal_words(start, end), article, changes, aside)

    def _passage_data(self, one: Passage, stretch: Stretch) -> PassageReport:
        """A passage as plain data, with what a reader wants to know of its place in the article."""
        reference = self._basis.reference
        first, stop = stretch.matches[0].article, stretch.matches[-1].article_stop
        quoted = [(name, min(stop, high) - max(first, low)) for name, low, high in self._quoted]
        said = [name for name, count in quoted if 2 * count >= max(stop - first, 2 * SHORTEST)]
        head = max(reference.part_bounds(first)[0], first - _BEFORE)
        told = {(change.article, change.article_stop) for change in stretch.differences}
        is_reported = any(low < first and head < high for low, high in told)
        is_negated = not is_reported and not NEGATIONS.isdisjoint(reference.words[head:first])
        brackets, left_out = covered(self._words, reference, stretch)
        return {
            "verdict": one.verdict,
            "span": one.span,
            "words": one.words,
            "article": list(one.article),
            "changes": [cast("ChangeReport", dict(vars(change))) for change in one.changes],
            "set_aside": list(one.set_aside),
            "speakers": [*dict.fromkeys(filter(None, said))],
            "is_authors_own": 2 * sum(max(count, 0) for _, count in quoted) < stop - first and first < reference.body,
            "negated_by": reference.normal_words(head, first) if is_negated else "",
            "left_out": left_out,
            "brackets": brackets,
        }

    def _paragraph_of(self, start: int, end: int) -> int | None:
        """The first paragraph in which the words between two offsets stand in a row."""
        words, reference = self._words_within(start, end), self._basis.reference
        said = "".join(self._words.words[word] for word in words)
        place = reference.letters.find(said)
        while place >= 0:
            if place in reference.firsts and place + len(said) in reference.ends:
                return reference.parts[reference.part_of[reference.word_at[place]]].paragraph
            place = reference.letters.find(said, place + 1)
        return None

    @cached_property
    def _quoted(self) -> list[tuple[str | None, int, int]]:
        """Whom the article quotes, if it says so, each with the words of the article that are theirs."""
        records = self._outline.records
        names: dict[str | None, str] = {record.id: record.name for record in records if isinstance(record, Actor)}
        return [
            (names.get(record.speaker, record.speaker), *place)
            for record in records
            if isinstance(record, Quote)
            for place in map(self._basis.place, record.citations)
            if place
        ]

    @cached_property
    def _untouched(self) -> list[tuple[int, int]]:
        """What of the outermost quotations, in reading order, no passage touches: whole ones, and five words or more
        beside a passage, also in a block that is marked as quoted.
        """
        text = self._words
        spans = sorted(map(self._extent, self._stretches))
        starts, reached = [start for start, _ in spans], [0, *accumulate((end for _, end in spans), max)]
        found: list[tuple[int, int]] = []
        pairs = dict.fromkeys(quotations(text))
        for first, stop in [*pairs, *text.block_quotations]:
            start, end = text.starts[first], text.ends[stop - 1]
            low, high = bisect_right(reached, start) - 1, bisect_left(starts, end)
            if low >= high:
                found += [(start, end)] if (first, stop) in pairs else []
                continue
            ends, heads = [start, *reached[low + 1 : high + 1]], [*starts[low:high], end]
            found += [piece for piece in zip(ends, heads, strict=True) if len(self._words_within(*piece)) >= SHORTEST]
        outermost: list[tuple[int, int]] = []
        for start, end in sorted(found, key=lambda one: (one[0], -one[1])):
            if not outermost or outermost[-1][1] <= start:
                outermost.append((start, end))
        return outermost

    def _words_within(self, start: int, end: int) -> range:
        """The words between two offsets, in reading order."""
        return range(bisect_right(self._words.ends, start), bisect_left(self._words.starts, end))

    def _extent(self, stretch: Stretch) -> tuple[int, int]:
        """Where a stretch begins and ends, in reading order."""
        text, firsts, ends = self._words, self._basis.reference.firsts, self._basis.reference.ends
        first, last = stretch.matches[0], stretch.matches[-1]
        start = text.span(firsts[first.article] + first.shift, text.firsts[first.text + 1])[0]
        end = text.span(text.firsts[last.text_stop - 1], ends[last.article_stop - 1] + last.shift)[1]
        for one in stretch.differences:
            if one.text_stop > one.text:
                start, end = min(start, text.starts[one.text]), max(end, text.ends[one.text_stop - 1])
        return start, end

    def _span(self, start: int, end: int) -> Span:
        """Where a stretch of the text in reading order stands in the text as it was passed."""
        if self._places is None:
            return Span(start, end)
        stretch = self._places[start:end] or self._places[start : start + 1]
        return Span(min(stretch), max(stretch) + (end > start))

    def _change(self, one: Difference, start: int) -> Change:
        """A change in a passage that begins at an offset."""
        text = self._words
        if one.text_stop > one.text:
            span = Span(text.starts[one.text], text.ends[one.text_stop - 1])
        else:
            place = max(text.ends[one.text - 1] if one.text else 0, start)
            span = Span(place, place)
        article = self._article(one.article, one.article_stop)
        said = self._basis.reference.normal_words(one.article, one.article_stop)
        around = in_context(text.source, span, CONTEXT_CHARACTERS, ("[", "]"))
        return Change(
            one.kind, self._span(*span), self._normal_words(*span), article[0] if article else None, said, around
        )

    def _normal_words(self, start: int, end: int) -> str:
        """What stands between two offsets, in normal form, without marks before and behind its words."""
        text = self._words
        words = self._words_within(start, end)
        tokens = [Token("", max(text.starts[word], start), min(text.ends[word], end), word) for word in words]
        if not tokens:
            return ""
        form = normal_passage(text, tuple(tokens))
        return form.text[form.words[0][0] : form.words[-1][1]]

    def _article(self, first: int, stop: int) -> tuple[ArticlePlace, ...]:
        """Where words of the reference stand in the article, one stretch for each paragraph."""
        found: dict[ParagraphNumber, tuple[int, int]] = {}
        reference = self._basis.reference
        for place in range(first, stop):
            number = reference.part_of[place]
            part = reference.parts[number]
            if part.paragraph is not None:
                start, end = part.places[place - reference.part_firsts[number]]
                low = found.get(part.paragraph, (part.start + start, 0))[0]
                found[part.paragraph] = (low, part.start + end)
        return tuple(ArticlePlace(paragraph, *place) for paragraph, place in found.items())

    def _rank(self, stretch: Stretch) -> Exactness:
        """How exactly a passage without changes stands, by its pieces that nothing interrupts."""
        worst = 0
        reference = self._basis.reference
        for match in joined(stretch.matches):
            letters = (
                reference.firsts[match.article] + match.shift,
                reference.ends[match.article_stop - 1] + match.shift,
            )
            said = NormalText(self._normal_words(*self._words.span(*letters)))
            meant = NormalText(reference.normal_words(match.article, match.article_stop))
            worst = max(worst, 0 if said == meant else 1 if folded(said) == folded(meant) else 2)
        return EXACTNESS[worst]

    def _letters_of(self, stretch: Stretch) -> dict[int, tuple[int, int]]:
        """For each word of the article in a passage, its first letter in the text and the one behind its last."""
        firsts, ends = self._basis.reference.firsts, self._basis.reference.ends
        return {
            word: (firsts[word] + match.shift, ends[word] + match.shift)
            for match in stretch.matches
            for word in range(match.article, match.article_stop)
        }

    @cached_property
    def _whole_sentences(self) -> dict[tuple[ParagraphNumber, int], SentenceCopy]:
        """The sentences of which every word stands in a passage without changes."""
        found: dict[tuple[ParagraphNumber, int], SentenceCopy] = {}
        reference = self._basis.reference
        for stretch, passage in zip(self._stretches, self.passages, strict=True):
            places = {} if passage.changes else self._letters_of(stretch)
            for number in sorted({reference.part_of[place] for place in places}):
                part, words = reference.parts[number], range(*reference.part_firsts[number : number + 2])
                if part.paragraph is not None and part.whole and all(word in places for word in words):
                    span = self._span(*self._words.span(places[words[0]][0], places[words[-1]][1]))
                    found.setdefault((part.paragraph, part.sentence), SentenceCopy(self._rank(stretch), span))
        return found


@cache
def shipped_quotations() -> ComparisonBasis:
    """The words that the article itself sets in quotation marks, which the package ships."""
    return shipped_basis(compared_anew)


def compared_anew(text: str, _: str | None) -> Comparison:
    """A comparison with the article's own quotations that was pickled, made once more."""
    return Comparison(text, shipped_quotations())
