"""What is known of the article without its words: digests of sentences, citations, and who makes them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from typing import Final, NamedTuple

from .._collections.checks import most_serious_first
from .._model.article import Furniture
from .._model.check import Check
from .._model.ids import ParagraphNumber
from .._model.paragraph import Paragraph, Sentence
from .._model.record import Citation, Record


class Target(NamedTuple):
    """What is looked for: a sentence, or a block outside the body."""

    letters: int
    digest: str
    """Of its letters."""
    words: int
    words_digest: str


class ArticleSentence(NamedTuple):
    """A sentence of the article, with the number of its paragraph and its place in it."""

    paragraph: ParagraphNumber
    order: int
    sentence: Sentence

    @property
    def target(self) -> Target:
        """What proves it."""
        return _target(self.sentence)


def _target(one: Sentence | Furniture) -> Target:
    """What proves a sentence or a block."""
    return Target(one.letters, one.letters_sha256, one.words, one.words_sha256)


class Outline:
    """The paragraphs, page furniture, citations and checks of a brief."""

    def __init__(
        self,
        paragraphs: Iterable[Paragraph],
        records: Iterable[Record],
        furniture: Iterable[Furniture] = (),
        address: str = "",
        checks: Iterable[Check] = (),
    ) -> None:
        self.paragraphs: Final = tuple(paragraphs)
        self.records: Final = tuple(records)
        self.furniture: Final = tuple(furniture)
        self.address: Final = address
        self.checks: Final = tuple(checks)
        self.sentences: Final = tuple(
            ArticleSentence(paragraph.number, index, sentence)
            for paragraph in self.paragraphs
            for index, sentence in enumerate(paragraph.sentences)
        )

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """What is looked for in a copy: the sentences in order, then the blocks outside the body."""
        return (*(place.target for place in self.sentences), *map(_target, self.furniture))

    @cached_property
    def citing(self) -> dict[Citation, tuple[Record, ...]]:
        """Each citation, in the article's order, with the records, but no checks, that make it anywhere in them."""
        found: dict[Citation, dict[str, Record]] = {}
        for record in self.records:
            for _, citation in record.all_citations():
                found.setdefault(citation, {})[record.id] = record
        return {citation: tuple(found[citation].values()) for citation in sorted(found)}

    @cached_property
    def differing(self) -> tuple[Check, ...]:
        """The checks on which the independent record differs, the most serious first."""
        return tuple(check for check in most_serious_first(self.checks) if check.verdict != "agrees")

    def records_citing(self, citations: Iterable[Citation]) -> tuple[Record, ...]:
        """The records that make any of some citations, in the article's order."""
        found = {record.id: record for citation in citations for record in self.citing[citation]}
        return tuple(sorted(found.values(), key=lambda record: record.citations[0]))


@cache
def article_outline() -> Outline:
    """What the package knows of the article, made from the data once."""
    from .._load.loaded import (  # noqa: PLC0415  # the data is read on first use
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
