"""A reader's own copy, matched to the brief: whether each paragraph, sentence and citation stands in it, and where."""

from __future__ import annotations

import os
from functools import cache, cached_property
from typing import Final

from .._model.check import Check
from .._model.record import Citation, Record
from ..errors import CitationLostError, SelectionError, WrongTypeError
from .as_compared import as_compared
from .beyond import Beyond, beyond
from .changes import Change, changes
from .compare import CopyOutcome, FoundParagraph, compare
from .fragment import text_fragment
from .locate import Copy
from .outcomes import ParagraphCopies, Span, Unproven, lost_in, paragraph_copy, unproven_in
from .outline import Outline
from .reading import text_of
from .report import AlignmentReport, as_data, as_html, as_text
from .resolve import Resolver

_BESIDE: Final = 60  # characters shown on either side of words, unless told


def align(copy: str | os.PathLike[str]) -> Alignment:
    """A reader's own copy of the article, or of a part of it, matched to the brief.

    The copy is the text itself, or the path of a UTF-8 file as an ``os.PathLike``. Whatever else it has (headings, page
    furniture, other texts) and however it is cut into lines, a paragraph, a sentence or a citation stands wherever its
    words have its digest. Takes time linear in the copy; nothing is fetched, and nothing is kept.

    Raises CopyError when the text looks like a file's name or like the source of a web page, when a file cannot be read
    or is not UTF-8; WrongTypeError for what is neither a text nor a path.

    >>> from jcpoa_brief import align
    >>> alignment = align("Nothing of the kind.")
    >>> alignment.verdict, alignment.paragraphs[5].verdict
    ('another_text', 'missing')
    """
    return Alignment(text_of(copy), article_outline())


@cache
def article_outline() -> Outline:
    """What is compared, made from the data once."""
    from .._load.loaded import (  # noqa: PLC0415 - the data is read on first use
        actors,
        article,
        checks,
        claims,
        events,
        figures,
        glossary,
        paragraphs,
        quotes,
    )

    families = (actors, events, quotes, glossary, figures, claims)
    records: list[Record] = [record for family in families for record in family]
    records.sort(key=lambda record: record.citations[0])
    return Outline(paragraphs, records, article.furniture, article.address, checks)


class Alignment:
    """A copy, and what became of the article in it.

    Two alignments are equal only if they are one object; to compare what they say, compare ``to_dict()``.

    >>> from jcpoa_brief import align, quotes
    >>> quote = quotes["not-the-time-quote"]
    >>> alignment = align(f"He said: {quote.text}.")
    >>> alignment.verdict, alignment.words(quote.citations[0]) == quote.text
    ('excerpt', True)
    >>> alignment.citation(9, 188) == quote.citations[0]
    True
    """

    def __init__(self, text: str, outline: Outline) -> None:
        self._outline: Final = outline
        self._joined: Final = as_compared(text, outline)
        self._copy: Final = Copy(self._joined.text, self._joined.joins)
        self._found: Final[tuple[FoundParagraph, ...]] = compare(self._copy, outline)
        self._resolver: Final = Resolver(self._copy, outline, self._found)
        self.text: Final = text
        """The copy as it was passed, or read from its file."""

    # -- what became of it --

    @cached_property
    def paragraphs(self) -> ParagraphCopies:
        """What became of each paragraph and its sentences, by the paragraph's number."""
        outer = self._joined.outer
        return ParagraphCopies({part.outline.source.number: paragraph_copy(part, outer) for part in self._found})

    @property
    def verdict(self) -> CopyOutcome:
        """What the copy is as a whole: complete, an excerpt, in part unproven, altered or another text."""
        verdicts = {part.verdict for part in self._found}
        if "altered" in verdicts:
            return "altered"
        if "unproven" in verdicts or self._beyond:
            return "unproven"
        if verdicts == {"missing"}:
            return "another_text"
        return "excerpt" if verdicts & {"partial", "missing"} else "complete"

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Each stretch that differs from the article, in the order of the article."""
        found = changes(self._copy, self._found)
        places = [self._joined.outer(change.start, change.end) for change in found]
        return tuple(change._replace(start=start, end=end) for change, (start, end) in zip(found, places, strict=True))

    @cached_property
    def _beyond(self) -> list[Beyond]:
        return beyond(self._copy, self._found)

    @cached_property
    def unproven(self) -> tuple[Unproven, ...]:
        """Each stretch beside words of the article of which no digest tells whose it is, in the article's order."""
        found = [one for part in self._found for one in unproven_in(part, self._beyond)]
        places = [self._joined.outer(one.start, one.end) for one in found]
        return tuple(one._replace(start=start, end=end) for one, (start, end) in zip(found, places, strict=True))

    @cached_property
    def lost(self) -> tuple[Citation, ...]:
        """The citations whose words an edit took away: those not found in sentences that are altered, or that are gone
        from between others of their paragraph. What simply was not pasted is not lost.
        """
        lost = {citation for part in self._found for citation in lost_in(part)}
        return tuple(sorted(citation for citation in lost if self.find(citation) is None))

    @cached_property
    def affected(self) -> tuple[Record, ...]:
        """The records that make a citation which was lost: the facts to check again."""
        ids = {record.id for citation in self.lost for record in self._outline.citing[citation]}
        return self._records(ids)

    # -- from the brief to the copy --

    def find(self, citation: Citation) -> Span | None:
        """Where the words of a citation stand in the copy, or None.

        >>> from jcpoa_brief import align, events
        >>> align("Nothing of the kind.").find(events.first().citations[0]) is None
        True
        """
        place = self._resolver.find(_checked(citation))
        return None if place is None else Span(*self._joined.outer(*place))

    def words(self, citation: Citation) -> str:
        """The words of a citation, as the copy has them. Raises CitationLostError."""
        return self.text[slice(*self._joined.outer(*self._place(citation)))]

    def context(self, citation: Citation, characters: int = _BESIDE, marks: tuple[str, str] = ("[", "]")) -> str:
        """The words of a citation between marks, with so many characters of the copy on either side, on one line.
        Raises CitationLostError.
        """
        start, end = self._joined.outer(*self._place(citation))
        before, behind = self.text[max(start - characters, 0) : start], self.text[end : end + characters]
        return " ".join(f"{before}{marks[0]}{self.text[start:end]}{marks[1]}{behind}".split())

    def link(self, citation: Citation) -> str:
        """The article's address with a text fragment, by which a browser jumps to the words of a citation. The words
        are the copy's own, with those around them in their sentence. Raises CitationLostError.
        """
        start, end = self._place(citation)
        around = next(
            (
                one.span
                for part in self._found
                for one in part.sentences
                if one.span and one.span[0] <= start and end <= one.span[1]
            ),
            (start, end),
        )
        text = self._copy.text
        fragment = text_fragment(text[start:end], text[around[0] : start], text[end : around[1]])
        return self._outline.address + fragment

    # -- from the copy to the brief --

    def citation(self, start: int, end: int) -> Citation:
        """The citation of a stretch of the copy, taken as it is. It has a digest where the sentence stands exactly or
        typographically. Raises SelectionError when the stretch does not lie inside one standing paragraph.
        """
        self._refuse_nowhere(start, end)
        return self._resolver.citation(self._joined.inner(start), self._joined.inner(end))

    def at(self, start: int, end: int) -> tuple[Record, ...]:
        """The records that cite words in a stretch of the copy, in the article's order.

        Raises SelectionError when the stretch has no length or does not lie in the copy.

        >>> from jcpoa_brief import align, quotes
        >>> quote = quotes["not-the-time-quote"]
        >>> quote in align(f"He said: {quote.text}.").at(9, 16)
        True
        """
        self._refuse_nowhere(start, end)
        first, last = self._joined.inner(start), self._joined.inner(end)
        found = self._resolver.found.items()
        met = [citation for citation, place in found if place[0] < last and first < place[1]]
        return self._records({record.id for citation in met for record in self._outline.citing[citation]})

    # -- the report --

    def cited_by(self, record: Record) -> tuple[Citation, ...]:
        """Every citation that a record makes, in any of its fields, in the article's order."""
        return tuple(citation for citation in self._outline.citations if record in self._outline.citing[citation])

    def checks_about(self, record: Record) -> tuple[str, ...]:
        """The ids of the checks that hold a record against the independent evidence."""
        return self._outline.checks.get(record.id, ())

    @cached_property
    def partings(self) -> tuple[Check, ...]:
        """The checks on which the independent record parts from words that stand in the copy, most serious first.

        >>> from jcpoa_brief import align
        >>> align("Nothing of the kind.").partings
        ()
        """
        return tuple(check for check in self._outline.partings if all(map(self.find, check.citations)))

    def to_dict(self) -> AlignmentReport:
        """The report as plain data, which ``json.dumps`` takes."""
        return as_data(self)

    def __str__(self) -> str:
        return as_text(self)

    def __repr__(self) -> str:
        return f"<Alignment: {self.verdict}; {self.paragraphs!r}>"

    def _repr_html_(self) -> str:
        return as_html(self)

    def _records(self, ids: set[str]) -> tuple[Record, ...]:
        records = {record.id: record for several in self._outline.citing.values() for record in several}
        chosen = [record for name, record in records.items() if name in ids]
        return tuple(sorted(chosen, key=lambda record: record.citations[0]))

    def _refuse_nowhere(self, start: int, end: int) -> None:
        """Raises SelectionError for offsets that no stretch of the copy has."""
        for name, offset in (("start", start), ("end", end)):
            if not isinstance(offset, int):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be unchecked
                raise WrongTypeError(name, offset, "an offset in the copy, a whole number")
        if end < start:
            raise SelectionError(start, end, "it ends before it starts")
        if start == end:
            raise SelectionError(start, end, "it holds no character; the end is the offset behind the last one")
        if start < 0 or end > len(self.text):
            raise SelectionError(start, end, f"want a stretch inside the copy's {len(self.text)} characters")

    def _place(self, citation: Citation) -> tuple[int, int]:
        place = self._resolver.find(_checked(citation))
        if place is None:
            raise CitationLostError(citation.locator, citation.paragraph, *self._fate(citation))
        return place

    def _fate(self, citation: Citation) -> tuple[str, str]:
        """What became of a citation's paragraph, and of its sentence."""
        part = next(part for part in self._found if part.outline.source.number == citation.paragraph)
        one = part.sentences[part.outline.at(citation.start).index]
        why = {
            "altered": f"sentence {one.outline.index + 1} is altered and these words are not surely in it",
            "missing": f"sentence {one.outline.index + 1} is missing" if part.verdict != "missing" else "",
            "partial": f"of sentence {one.outline.index + 1} only part is here and these words are not surely in it",
            "unproven": f"of sentence {one.outline.index + 1} only part is proved and these words are not surely in it",
        }
        return part.verdict, why.get(one.verdict, "these words are not in one piece")


def _checked(citation: Citation) -> Citation:
    """The citation. Raises WrongTypeError for what is none."""
    if isinstance(citation, Citation):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be unchecked
        return citation
    raise WrongTypeError(
        "citation",
        citation,
        "a Citation, such as record.citations[0] or Citation.parse('5:0-26')",
    )
