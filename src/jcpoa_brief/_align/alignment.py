"""A reader's own copy of the article, proved sentence by sentence, and where each citation stands in it."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final, TypeAlias

from .._argument_checks import check_type, is_iterable, is_whole, require_iterable
from .._model.record import Citation, Record, digest_of
from .._public_class import public
from ..errors import InvalidSpanError, WrongTypeError
from .article_digests import Outline, article_outline
from .article_words import ComparisonBasis, Part, Reference
from .comparison import Comparison, shipped_quotations
from .copy_file import text_of
from .outcomes import (
    CitedText,
    CopySpans,
    CopyStatus,
    MissingSentence,
    ParagraphCopies,
    SentenceCopy,
    Span,
)
from .proof import MatchedWords, ProvedSentence, normal_passage, place_in, prove, proved_sentences
from .report import AlignmentReport, alignment_html, alignment_text, discrepancy_data
from .words import Text


def align(copy: str | os.PathLike[str]) -> Alignment:
    """A reader's own copy of the article, or of a part of it, proved sentence by sentence by digest.

    The copy is the text itself, or the path of a file as an ``os.PathLike``: text, HTML or PDF, with whatever
    furniture, wraps and marks. A sentence stands where its words have its digest; nobody is accused of anything, what
    is not proved is not proved. Takes time linear in the copy; nothing is fetched, and nothing is kept.

    Raises CopyError when a file cannot be read, when a text is a file's name or of a kind that must be saved as text
    first; WrongTypeError for what is neither a text nor a path.

    >>> from jcpoa_brief import align
    >>> alignment = align("Nothing of the kind.")
    >>> alignment.status, alignment.paragraphs[5].verdict
    ('none', 'missing')
    """
    return Alignment(text_of(copy), article_outline())


def compare(text: str | os.PathLike[str], copy: str | os.PathLike[str] | Alignment | None = None) -> Comparison:
    """Any text held against the article, word by word: a quotation in another outlet, a post, an edited page.

    ``copy`` is your copy of the article, or its alignment. Without one, the text is compared with the words that the
    article itself sets in quotation marks, which the package ships. Raises CopyError as ``align`` does.

    >>> from jcpoa_brief import compare, quotes
    >>> said = quotes["not-the-time-quote"].text
    >>> compare(f"He said: “{said}.”").verdict
    'verbatim'
    >>> compare(f"He said: “{said.replace('not', 'now')}.”").verdict
    'altered'
    """
    if copy is None:
        return Comparison(text_of(text, "text"), shipped_quotations())
    return (copy if isinstance(copy, Alignment) else align(copy)).compare(text)


@public
class Alignment(CitedText):
    """A copy, and what of the article is proved in it. Two alignments of the same text are equal.

    >>> from jcpoa_brief import align
    >>> align("Nothing of the kind.") == align("Nothing of the kind.")
    True
    """

    def __init__(self, text: str, outline: Outline) -> None:
        super().__init__(text, outline)
        self._words: Final = Text(text)
        self._found: Final = prove(self._words, outline.targets)
        self._proved: Final = proved_sentences(self._words, outline, self._found)

    # -- what is proved --

    @cached_property
    def paragraphs(self) -> ParagraphCopies:
        """What became of each paragraph and its sentences, by the paragraph's number."""
        proved = ((one.place, SentenceCopy(one.verdict, Span(*one.span))) for one in self._proved.values())
        return self._paragraph_copies({(place.paragraph, place.order): copy for place, copy in proved})

    @cached_property
    def status(self) -> CopyStatus:
        """Whether the copy is ``complete``, ``partial``, or has no sentence of the article, ``none``."""
        if not self._proved:
            return "none"
        places = [one.span for _, one in sorted(self._proved.items())]
        return "complete" if len(places) == len(self._outline.sentences) and places == sorted(places) else "partial"

    @property
    def verdict(self) -> CopyStatus:
        """The same as ``status``."""
        return self.status

    @cached_property
    def missing(self) -> tuple[MissingSentence, ...]:
        """The sentences that are not proved, in the article's order."""
        return tuple(
            MissingSentence(place.paragraph, place.sentence.start, place.sentence.end)
            for number, place in enumerate(self._outline.sentences)
            if number not in self._proved
        )

    @cached_property
    def unproved(self) -> tuple[Record, ...]:
        """The records that rest on words which are not proved in this copy, in the article's order."""
        return self._outline.records_citing(citation for citation in self._outline.citing if citation not in self.found)

    # -- from the brief to the copy --

    @cached_property
    def found(self) -> Mapping[Citation, Span]:
        """Every citation of the brief whose words stand in the copy, with their place; those of checks, which cite what
        others do, are left out here, in ``at`` and in ``unproved``.
        """
        places = {citation: self._place(citation) for citation in self._outline.citing}
        return {citation: place for citation, place in places.items() if place is not None}

    def _with_surroundings(self, citation: Citation) -> tuple[str, str, str]:
        inside = self._standing(citation)
        (first, (start, _)), (last, (_, end)) = inside[0], inside[-1]
        return _said(inside), first.normal.text[:start], last.normal.text[end:]

    def _reason_not_found(self, citation: Citation) -> str:
        if None in self._parts(citation):
            return "its sentence is not proved" if self.paragraphs[citation.paragraph].verdict != "missing" else ""
        if not self._follow([one for one in self._parts(citation) if one]):
            return "its sentences do not follow each other in the copy"
        return "its sentence was found with other marks, so that the place of these words is not certain"

    def _parts(self, citation: Citation) -> list[ProvedSentence | None]:
        """The sentences that a citation lies in, as far as they stand."""
        return [
            self._proved.get(number)
            for number, place in enumerate(self._outline.sentences)
            if place.paragraph == citation.paragraph
            and place.sentence.start < citation.end
            and citation.start < place.sentence.end
        ]

    def _standing(self, citation: Citation) -> list[_Part]:
        """The sentences that a citation lies in, each with the place of its words in the normal form; nothing unless
        all of them stand and the places are sure.
        """
        parts = self._parts(citation)
        found = [(one, form) for one in parts if one and (form := self._form_place(one, citation))]
        return found if len(found) == len(parts) else []

    def _form_place(self, one: ProvedSentence, citation: Citation) -> tuple[int, int] | None:
        """Where a citation, as far as it lies in a sentence, stands in the sentence's normal form."""
        sentence = one.place.sentence
        start, end = max(citation.start, sentence.start), min(citation.end, sentence.end)
        if (start, end) == (sentence.start, sentence.end):
            return 0, len(one.normal.text)
        if (start, end) != (citation.start, citation.end):
            citation = Citation(paragraph=citation.paragraph, start=start, end=end)
        return place_in(one.normal, one.verdict, sentence, citation)

    def _place(self, citation: Citation) -> Span | None:
        inside = self._standing(citation)
        if not inside or not self._follow([one for one, _ in inside]):
            return None
        is_counted = all(one.verdict != "same_words" for one, _ in inside)
        if is_counted and citation.digest and digest_of(_said(inside)) != citation.digest:
            return None
        (first, low), (last, high) = inside[0], inside[-1]
        start, end = first.normal.span(*low)[0], last.normal.span(*high)[1]
        return Span(start, end) if start < end else None

    def _follow(self, inside: Sequence[ProvedSentence]) -> bool:
        """Whether sentences stand one behind the other, with no sentence of elsewhere between them."""
        spans = [one.span for one in inside]
        between = [one.span for one in self._proved.values() if spans[0][1] <= one.span[0] < spans[-1][0]]
        return spans == sorted(spans) and set(between) <= set(spans)

    # -- from the copy to the brief --

    def citation(self, start: int, end: int) -> Citation:
        """The citation of a stretch of the copy, taken as it is, with its digest. Raises InvalidSpanError when the
        stretch does not lie inside one paragraph, in sentences that stand exactly or typographically.
        """
        self._check_stretch(start, end)
        inside = [one for one in self._proved.values() if one.span[0] < end and start < one.span[1]]
        if not inside or len({one.place.paragraph for one in inside}) > 1:
            raise InvalidSpanError(start, end, "it does not lie inside one paragraph that stands")
        first, last = min(inside, key=lambda one: one.place.order), max(inside, key=lambda one: one.place.order)
        if first.span[0] > start or end > last.span[1] or first.span[0] > last.span[0]:
            raise InvalidSpanError(start, end, "it does not lie inside the sentences that stand")
        if any(one.verdict == "same_words" for one in inside):
            raise InvalidSpanError(
                start, end, "its sentence stands with other marks, so that its characters are not counted"
            )
        if last.place.order - first.place.order >= len(inside):
            raise InvalidSpanError(start, end, "a sentence between its ends is not proved")
        low = first.place.sentence.start + bisect_left(first.normal.starts, start)
        high = last.place.sentence.start + bisect_left(last.normal.starts, end)
        if low >= high:
            raise InvalidSpanError(start, end, "it holds no character of the article")
        said = " ".join(one.normal.text for one in sorted(inside, key=lambda one: one.place.order))
        base = first.place.sentence.start
        digest = digest_of(said[low - base : high - base])
        return Citation(paragraph=first.place.paragraph, start=low, end=high, digest=digest)

    def at(self, start: int, end: int) -> tuple[Record, ...]:
        """The records that cite words in a stretch of the copy, in the article's order.

        Raises InvalidSpanError when the stretch has no length or does not lie in the copy.

        >>> from jcpoa_brief import align
        >>> align("Nothing of the kind.").at(0, 7)
        ()
        """
        self._check_stretch(start, end)
        return self._outline.records_citing(
            citation for citation, place in self.found.items() if place.start < end and start < place.end
        )

    def spans(self, stretches: Iterable[tuple[int, int] | tuple[int, int, str | None]]) -> CopySpans:
        """Stretches of the copy, each a start and an end with or without a label, as ``evaluate`` takes them; those
        outside the sentences that stand, such as in a headline, are told apart.

        >>> from jcpoa_brief import align
        >>> align("Nothing of the kind.").spans([(0, 7)])
        CopySpans(spans=(), outside=((0, 7),))
        """
        spans: list[tuple[int, int, int] | tuple[int, int, int, str | None]] = []
        outside: list[tuple[int, int]] = []
        wanted = "stretches of the copy, each a start, an end and, if it has one, a label"
        require_iterable("stretches", stretches, wanted)
        for stretch in stretches:
            if not is_iterable(stretch) or len(stretch) not in (2, 3):
                raise WrongTypeError("stretches", stretch, wanted)
            start, end, *label = stretch
            try:
                one = self.citation(start, end)
            except InvalidSpanError:
                outside.append((start, end))
                continue
            place = (one.paragraph, one.start, one.end)
            spans.append((*place, label[0]) if label else place)
        return CopySpans(tuple(spans), tuple(outside))

    def _check_stretch(self, start: int, end: int) -> None:
        """Raises InvalidSpanError for offsets that no stretch of the copy has."""
        for name, offset in (("start", start), ("end", end)):
            if not is_whole(offset):
                raise WrongTypeError(name, offset, "an offset in the copy, a whole number")
        if end < start:
            raise InvalidSpanError(start, end, "it ends before it starts")
        if start == end:
            raise InvalidSpanError(start, end, "it holds no character; the end is the offset after the last one")
        if start < 0 or end > len(self.text):
            raise InvalidSpanError(start, end, f"want a stretch inside the copy's {len(self.text)} characters")

    # -- comparison and report --

    def compare(self, text: str | os.PathLike[str]) -> Comparison:
        """Any other text, such as a quotation in another outlet, held against the sentences that stand in this copy,
        word by word.

        >>> from jcpoa_brief import align
        >>> align("Nothing of the kind.").compare("Nothing either.").verdict
        'none'
        """
        return Comparison(text_of(text, "text"), self.basis)

    @cached_property
    def basis(self) -> ComparisonBasis:
        """What other texts are compared with."""
        return ComparisonBasis(self._reference, self._outline, self.text, self._word_place, _compared_anew)

    def _word_place(self, citation: Citation) -> tuple[int, int] | None:
        """The words of a citation among those that other texts are compared with."""
        if self.find(citation) is None:
            return None
        words = [
            self._reference.part_firsts[self._numbers[one.place.paragraph, one.place.order]] + at
            for one, form in self._standing(citation)
            for at, word in enumerate(one.normal.words)
            if form[0] < word[1] and word[0] < form[1]
        ]
        return (words[0], words[-1] + 1) if words else None

    @cached_property
    def _numbers(self) -> dict[tuple[int, int], int]:
        """The number of each sentence that stands among those that stand."""
        return {(one.place.paragraph, one.place.order): at for at, one in enumerate(self._proved.values())}

    @cached_property
    def _reference(self) -> Reference:
        """The words that other texts are compared with: the sentences that stand, then the blocks outside the body."""
        parts: list[Part] = []
        for one in self._proved.values():
            place, normal = one.place, one.normal
            start, words = place.sentence.start, _words_of(one.proof)
            parts.append(Part(place.paragraph, place.order, start, words, normal.text, normal.words))
        for target in self._outline.targets[len(self._outline.sentences) :]:
            for proof in self._found.get(target, ())[:1]:
                form = normal_passage(self._words, proof)
                parts.append(Part(None, -1, 0, _words_of(proof), form.text, form.words))
        return Reference(parts)

    def cited_by(self, record: Record) -> tuple[Citation, ...]:
        """Every citation that a record makes, in any of its fields, in the article's order. Raises WrongTypeError."""
        check_type("record", record, Record, "a record, such as events['us-leaves-jcpoa']")
        return tuple(sorted({citation for _, citation in record.all_citations()}))

    def to_dict(self) -> AlignmentReport:
        """The report as plain data, which ``json.dumps`` takes."""
        return {
            "status": self.status,
            "paragraphs": [
                {
                    "paragraph": part.number,
                    "verdict": part.verdict,
                    "span": part.span,
                    "sentences": [{"verdict": one.verdict, "span": one.span} for one in part.sentences],
                }
                for part in self.paragraphs.values()
            ],
            "missing": [{"paragraph": one.paragraph, "start": one.start, "end": one.end} for one in self.missing],
            "unproved": [record.id for record in self.unproved],
            "other_words": self._other_words,
            "discrepancies": [discrepancy_data(check) for check in self.discrepancies],
        }

    @property
    def _other_words(self) -> int:
        """How many words of the copy stand in no sentence, title or pull quote that is proved."""
        text = self._words
        proved = sorted((proof[0].start, proof[-1].end) for proofs in self._found.values() for proof in proofs)
        starts, reached = [start for start, _ in proved], [0, *accumulate((end for _, end in proved), max)]
        return sum(reached[bisect_right(starts, start)] <= start for start in text.starts)

    def __str__(self) -> str:
        return alignment_text(self.to_dict(), self.discrepancies)

    def __repr__(self) -> str:
        return f"<Alignment: {self.status}; {self.paragraphs!r}>"

    def _repr_html_(self) -> str:
        return alignment_html(self.to_dict())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Alignment) and (self.text, self._outline) == (other.text, other._outline)

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return _proved_anew, (self.text,)


def _proved_anew(text: str) -> Alignment:
    """An alignment that was pickled, proved once more."""
    return Alignment(text, article_outline())


def _compared_anew(text: str, copy: str | None) -> Comparison:
    """A comparison that was pickled, made once more."""
    return Comparison(text, _proved_anew(copy or "").basis)


_Part: TypeAlias = tuple[ProvedSentence, tuple[int, int]]
"""A sentence, and where words of it stand in its normal form."""


def _said(inside: list[_Part]) -> str:
    """The words of a citation, by the sentences that it lies in."""
    return " ".join(one.normal.text[slice(*form)] for one, form in inside)


def _words_of(proof: MatchedWords) -> tuple[str, ...]:
    return tuple(token.word for token in proof)
