"""Laws of alignment over any text at all."""

from __future__ import annotations

import unicodedata
from unittest.mock import patch

from hypothesis import given, settings, strategies as st

import harbour
from jcpoa_brief._align.align import Alignment
from jcpoa_brief._align.clusters import composed
from jcpoa_brief._align.matching import match
from jcpoa_brief._align.quoted_forms import proves
from jcpoa_brief._align.tokens import normal_of, stretch, words_between, words_of
from jcpoa_brief._text import digest_of, folded, normal, words
from jcpoa_brief.errors import CitationLostError, SelectionError

MARKS = "\u0301\u0316\u0308\u0344\u0345\u093c\u09be\u1161\u11a8\u3099\uff9e"
ODD = (
    "ab1.,_ \u00b2\u00bd\u00e9\ufb01\u00df\u0130\u200b\ufeff\u00ad\u00a0\u2019\u201c\u2014\u2026"
    "\uff76\uac00\u1100\ufdfa\u00b4\u00a8\u0e33\ud800"
    "\u0301\u0316\u0308\u0344\u0345\u093c\u09be\u1161\u11a8\u3099\uff9e"
)
texts = st.text() | st.text(st.sampled_from(ODD), max_size=90)
pieces = st.sampled_from(
    [
        *harbour.PARAGRAPHS,
        *(text[a:b] for text in harbour.PARAGRAPHS for a, b in harbour.sentences(text)),
        harbour.PULL_QUOTE,
    ]
)
copies = st.lists(texts | pieces | pieces.map(str.upper) | pieces.map(lambda text: text[7:-9]), max_size=5).map(
    "\n".join
)


@given(texts)
def test_words_are_those_of_the_words_form(text: str) -> None:
    """Each word has its place; together they are the words form."""
    found = words_of(text)
    said = words_between(text, 0, len(text))
    assert " ".join(said) == words(text)
    assert list(found.lengths) == [min(len(word), 255) for word in said]
    assert list(found.starts) == sorted(found.starts)
    assert list(found.ends) == sorted(found.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))


@given(texts)
def test_a_stretch_is_the_normal_form_with_the_way_back(text: str) -> None:
    """It is the normal form, each character with a place that is in order."""
    found = stretch(text, 0, len(text))
    assert found.normal == normal(text) == normal_of(text)
    assert len(found.normal) == len(found.starts) == len(found.ends)
    assert list(found.starts) == sorted(found.starts)
    assert list(found.ends) == sorted(found.ends)


@given(texts, st.integers(1, 9))
def test_a_text_read_in_pieces_is_the_text_read_whole(text: str, size: int) -> None:
    """Where a long text is cut to be worked through is not seen in its words nor in its normal form."""
    words_whole, normal_whole = words_of(text), stretch(text, 0, len(text))
    with (
        patch("jcpoa_brief._align.clusters.PIECE", size),
        patch.multiple("jcpoa_brief._align.tokens", PIECE=size, _LONG=size),
    ):
        found = words_of(text)
        assert (found.starts, found.ends, found.lengths) == (
            words_whole.starts, words_whole.ends, words_whole.lengths,
        )  # fmt: skip
        assert " ".join(words_between(text, 0, len(text))) == words(text)
        assert stretch(text, 0, len(text)) == normal_whole
        assert normal_of(text) == normal_whole.normal
        assert normal_of(text, size)[:size].strip() == normal_whole.normal[:size].strip()


@given(st.text(st.sampled_from("a1\u00e9" + MARKS), min_size=31, max_size=80))
def test_many_marks_compose_as_the_standard_says(text: str) -> None:
    """Sorting many combining marks beforehand changes nothing."""
    assert composed(text, "NFC") == unicodedata.normalize("NFC", text)
    assert composed(text, "NFKC") == unicodedata.normalize("NFKC", text)


@settings(max_examples=120, deadline=None)
@given(copies)
def test_spans_lie_inside_the_text_and_their_words_fold_to_the_digest(text: str) -> None:
    """What is found is proved: by its own digest, or by that of its sentence's words."""
    alignment = Alignment(text, harbour.OUTLINE)
    for citation in harbour.OUTLINE.citations:
        span = alignment.find(citation)
        if span is None:
            try:
                alignment.words(citation)
            except CitationLostError:
                continue
            raise AssertionError(citation)
        assert 0 <= span.start < span.end <= len(text)
        said = alignment.words(citation)
        assert said == text[slice(*span)]
        if not proves(folded(normal(said)), citation.digest):
            assert words(said) == words(harbour.PARAGRAPHS[citation.paragraph - 1][citation.start : citation.end])
            verdicts = {one.verdict for one in alignment.paragraphs[citation.paragraph].sentences}
            assert "same_words" in verdicts
        assert alignment.citation(*span) == citation or digest_of(said) != citation.digest
        assert alignment.link(citation).isascii()
    assert str(alignment)
    assert alignment.to_dict()
    assert alignment._repr_html_()


@settings(deadline=None)
@given(copies, st.integers(-2, 400), st.integers(-2, 400))
def test_a_selection_is_a_citation_or_an_error(text: str, start: int, end: int) -> None:
    """Whatever is selected, the answer is a citation that is found again, or a SelectionError."""
    alignment = Alignment(text, harbour.OUTLINE)
    try:
        alignment.at(start, end)
        citation = alignment.citation(start, end)
    except SelectionError as error:
        assert str(error)
        return
    if citation.digest is not None:
        assert digest_of(text[start:end]) == citation.digest


@settings(deadline=None)
@given(copies, texts)
def test_what_stands_around_changes_no_exact_verdict(text: str, around: str) -> None:
    """A paragraph pasted whole stands, whatever is before and behind it."""
    whole = harbour.PARAGRAPHS[2]
    alignment = Alignment(f"{text}\n{around}\n{whole}\n{around}", harbour.OUTLINE)
    assert alignment.paragraphs[3].verdict == "exact"


lengths = st.binary(max_size=12).map(lambda raw: bytes(byte % 3 + 1 for byte in raw))


@given(lengths, lengths, st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=4))
def test_a_match_is_one_of_the_best_ways(sentence: bytes, copy: bytes, proved: list[tuple[int, int]]) -> None:
    """Its pairs rise on both sides, its score is the best that any pair is on, and each of its pairs is on it."""
    proofs = {(one, two): 80 for one, two in proved if one < len(sentence) and two < len(copy)}
    ended = [place // 4 for place in range(len(copy))]
    found = match(sentence, copy, (0, 30, 40, 50), proofs, ended)
    assert list(found.pairs) == sorted(found.pairs)
    assert list(found.pairs.values()) == sorted(set(found.pairs.values()))
    assert all(found.through[number][place] == found.score for number, place in found.pairs.items())
    assert max((score for row in found.through for score in row.values()), default=0) == found.score
