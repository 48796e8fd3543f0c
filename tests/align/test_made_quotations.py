"""Thousands of made quotations and edits, of the article and of a text written for the tests."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pytest
from quotation_maker import Made, attributed, made, numbered, repeated

import article_copy
import harbour
from jcpoa_brief import align, checks, claims, events, glossary
from jcpoa_brief._align.alignment import Alignment

COUNT = int(os.environ.get("JCPOA_BRIEF_COPIES", "1200"))


Maker = Callable[[Sequence[str], int, int], Iterator[Made]]
MAKERS = pytest.mark.parametrize(
    ("maker", "share", "accused"),
    [(made, 1, 0.002), (numbered, 4, 0.002), (attributed, 4, 0.002), (repeated, 4, 0.005)],
)
"""What makes the quotations; the share of them that it makes, the first all, the others a quarter as many; and how many
of the true ones at most are told as altered.
"""


def judged(alignment: Alignment, texts: Iterator[Made]) -> Counter[tuple[str, str]]:
    """How often what must be said was said, and what was said instead."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in texts:
        counts[one.verdict, alignment.compare(one.text).verdict] += 1
    return counts


def check(counts: Counter[tuple[str, str]], accused: float) -> None:
    """True quotations stand, edits are told, and hardly any passes."""
    true = sum(count for (wanted, _), count in counts.items() if wanted == "verbatim")
    edited = sum(count for (wanted, _), count in counts.items() if wanted == "altered")
    assert counts["verbatim", "verbatim"] >= min(0.99 * true, true - 1), counts
    assert counts["verbatim", "altered"] <= max(accused * true, 1), counts
    assert counts["altered", "altered"] >= 0.98 * edited, counts
    assert counts["altered", "verbatim"] <= 0.003 * edited, counts


@article_copy.needs_article
@MAKERS
def test_quotations_of_the_article(maker: Maker, share: int, accused: float) -> None:
    """Every frame and edit, with the article as the proved copy."""
    check(judged(align(article_copy.text()), maker(article_copy.paragraph_texts(), 7, COUNT // share)), accused)


@article_copy.needs_article
def test_texts_that_quote_nothing() -> None:
    """Over two hundred texts on the same subject, in our own words: none is told as altered, alone or together."""
    alignment = align(article_copy.text())
    ours = [event.summary for event in events] + [term.definition for term in glossary]
    ours += [claim.statement for claim in claims] + [check.record_says for check in checks]
    texts = [*ours, *(" ".join(ours[at : at + 4]) for at in range(0, len(ours), 4))]
    assert len(texts) > 200
    assert [text for text in texts if alignment.compare(text).verdict == "altered"] == []


@MAKERS
def test_quotations_of_another_text(maker: Maker, share: int, accused: float) -> None:
    """The same for a text written for the tests: nothing hangs on one article."""
    check(judged(Alignment(harbour.WHOLE, harbour.OUTLINE), maker(harbour.PARAGRAPHS, 7, COUNT // share)), accused)
