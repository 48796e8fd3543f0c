"""What an alignment gives: verdicts, places both ways, what is missing and what rests on it; and its laws."""

from __future__ import annotations

import json
import pickle
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import example, given, settings, strategies as st

import article_copy
import harbour
from jcpoa_brief import align, checks, digest_of, evaluate, events
from jcpoa_brief._align.alignment import Alignment
from jcpoa_brief._align.article_digests import Outline
from jcpoa_brief._align.outcomes import ParagraphCopies, Span
from jcpoa_brief._model.record import Citation
from jcpoa_brief._text import full_digest, words
from jcpoa_brief.errors import CitationNotFoundError, InvalidSpanError, UnknownValueError, WrongTypeError

WHOLE = Alignment(harbour.WHOLE, harbour.OUTLINE)
ASTRAL = "\U0001f6a2\U00010330"  # a ship, and a letter beyond the basic plane


def proved(text: str) -> Alignment:
    """A copy of the text written for the tests."""
    return Alignment(text, harbour.OUTLINE)


def cited(words_: str) -> Citation:
    """The citation of words of the text written for the tests."""
    for number, text in enumerate(harbour.PARAGRAPHS, 1):
        if words_ in text:
            start = text.index(words_)
            return harbour.cited(harbour.PARAGRAPHS, number, start, start + len(words_))
    raise AssertionError(words_)


# -- verdicts --


@pytest.mark.parametrize("number", range(1, 8))
def test_a_paragraph_on_its_own(number: int) -> None:
    """One paragraph of the article is proved by itself; the copy is partial, the others are missing."""
    alignment = proved(harbour.PARAGRAPHS[number - 1])
    assert (alignment.status, alignment.verdict) == ("partial", "partial")
    verdicts = {one: part.verdict for one, part in alignment.paragraphs.items()}
    assert verdicts == {one: "exact" if one == number else "missing" for one in range(1, 8)}
    assert alignment.paragraphs[number].span == (0, len(alignment.text))
    assert {one.paragraph for one in alignment.missing} == set(range(1, 8)) - {number}


def test_a_paragraph_takes_the_least_of_its_sentences() -> None:
    """Where a sentence stands with other marks, so does its paragraph; the others stay exact."""
    text = harbour.WHOLE.replace("The council gave none.", "THE COUNCIL GAVE NONE.").replace(
        "“a quiet fee of", '"a quiet fee of'
    )
    alignment = proved(text)
    assert alignment.paragraphs[2].verdict == "same_words"
    assert [one.verdict for one in alignment.paragraphs[2].sentences] == ["exact", "exact", "same_words", "typographic"]
    assert alignment.status == "complete"


def test_a_paragraph_in_another_order_is_partial() -> None:
    """Sentences that all stand, but not in their order, do not make a paragraph."""
    one, other, third = (harbour.PARAGRAPHS[3][start:end] for start, end in harbour.sentences(harbour.PARAGRAPHS[3]))
    alignment = proved(f"{third}\n\n{other}\n\n{one}")
    assert alignment.paragraphs[4].verdict == "partial"
    assert {sentence.verdict for sentence in alignment.paragraphs[4].sentences} == {"exact"}


def test_a_text_twice_is_proved_once() -> None:
    """Of a text that stands twice, each sentence is found once, in the article's order."""
    alignment = proved(f"{harbour.WHOLE}\n\n{harbour.WHOLE}")
    assert alignment.status == "complete"
    spans = [sentence.span for part in alignment.paragraphs.values() for sentence in part.sentences]
    assert spans == sorted(spans, key=lambda span: span or Span(0, 0))


@pytest.mark.parametrize("change", ["not ", "never ", "hardly "])
def test_a_word_put_in_proves_nothing(change: str) -> None:
    """A sentence with a word put in is not proved; what is not proved is only missing."""
    alignment = proved(harbour.WHOLE.replace("fell out", f"{change}fell out"))
    assert alignment.paragraphs[1].sentences[0] == ("missing", None)
    assert [sentence.verdict for part in alignment.paragraphs.values() for sentence in part.sentences].count(
        "missing"
    ) == 1


def test_digits_prove_nothing_else() -> None:
    """A number with a digit changed, or its point moved, is not proved."""
    for was, now in (("1.6", "16"), ("1.6", "1.7"), ("16,000", "160,000"), ("10.30", "1030"), ("42", "24")):
        assert proved(harbour.WHOLE.replace(was, now)).status == "partial"


# -- places --


def test_sentences_have_their_places() -> None:
    """A sentence's span holds its words, with the marks that belong to it."""
    alignment = proved(f"A headline\n\n{harbour.WHOLE}")
    for number, part in alignment.paragraphs.items():
        for sentence, (start, end) in zip(
            part.sentences, harbour.sentences(harbour.PARAGRAPHS[number - 1]), strict=True
        ):
            assert sentence.span is not None
            assert alignment.text[slice(*sentence.span)] == harbour.PARAGRAPHS[number - 1][start:end]


def test_the_words_of_a_citation() -> None:
    """A citation's words, context and link are the copy's own."""
    citation = cited("closed on Monday")
    assert WHOLE.words(citation) == "closed on Monday"
    assert WHOLE.context(citation, 7) == "Brélan [closed on Monday] after"
    assert WHOLE.context(citation, 0, ("«", "»")) == "«closed on Monday»"
    assert WHOLE.link(citation).endswith(
        "#:~:text=office%20in%20Br%C3%A9lan-,closed%20on%20Monday,-after%20its%20keeper%2C"
    )


def test_a_citation_over_two_sentences() -> None:
    """A citation that runs from one sentence into the next is found where both stand, and lost where one does not."""
    across = next(citation for citation, records in harbour.OUTLINE.citing.items() if records[-1].id == "across")
    assert WHOLE.words(across) == "the same. By noon, 42 ships"
    assert "the%20same.%20By%20noon" in WHOLE.link(across)
    broken = proved(harbour.WHOLE.replace("By noon", "At noon"))
    assert broken.find(across) is None
    assert broken.words(cited("Ships kept coming")) == "Ships kept coming"
    with pytest.raises(CitationNotFoundError) as caught:
        broken.words(across)
    assert (caught.value.verdict, caught.value.why) == ("partial", "its sentence is not proved")
    first, *others = [harbour.PARAGRAPHS[1][start:end] for start, end in harbour.sentences(harbour.PARAGRAPHS[1])]
    apart = proved("\n\n".join([first, harbour.PARAGRAPHS[0], " ".join(others)]))
    assert (apart.find(across), apart.paragraphs[2].verdict) == (None, "exact")
    with pytest.raises(CitationNotFoundError, match="its sentences do not follow each other in the copy"):
        apart.words(across)


def test_words_that_are_lost() -> None:
    """The error of a lost citation names its place, its paragraph's verdict and why."""
    alignment = proved(harbour.PARAGRAPHS[2])
    citation = cited("quarrel")
    for ask in (alignment.words, alignment.context, alignment.link):
        with pytest.raises(CitationNotFoundError) as caught:
            ask(citation)
        error = caught.value
        assert (error.locator, error.paragraph, error.verdict, error.why) == (citation.locator, 5, "missing", "")


def test_capitals_and_other_marks() -> None:
    """Of a sentence in capitals the whole is found; a part only where its place is sure, and else the error says so."""
    alignment = proved(harbour.WHOLE.upper().replace(" — ", "—").replace("; ", " – "))
    sentence = Citation(paragraph=5, start=0, end=len(harbour.PARAGRAPHS[4]))
    assert alignment.words(sentence) == harbour.PARAGRAPHS[4].upper()
    lost = [citation for citation in harbour.OUTLINE.citing if alignment.find(citation) is None]
    assert lost
    with pytest.raises(CitationNotFoundError, match="the place of these words is not certain"):
        alignment.words(lost[0])


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
@pytest.mark.parametrize("before", ["", "e\u0301 ", f"{ASTRAL} ", "\ufeff", "\r\n"])
def test_offsets_are_those_of_the_text_as_passed(form: str, before: str) -> None:
    """Spans count the code points of the text as passed: with accents apart, beyond the basic plane, behind marks."""
    form_: Any = form
    text = before + unicodedata.normalize(form_, harbour.WHOLE).replace("\n\n", f"\r\n\r\n{ASTRAL}\r\n\r\n")
    alignment = proved(text)
    assert alignment.status == "complete"
    for citation, place in alignment.found.items():
        meant = harbour.PARAGRAPHS[citation.paragraph - 1][citation.start : citation.end]
        assert " ".join(unicodedata.normalize("NFC", text[slice(*place)]).split()) == meant
        assert alignment.citation(*place) == citation


# -- what is missing, and what rests on it --


def test_what_rests_on_missing_words() -> None:
    """The records that rest on words which are not proved are told, and no others."""
    alignment = proved(harbour.WHOLE.replace("The crowd cheered.", ""))
    lost = {citation for citation in harbour.OUTLINE.citing if alignment.find(citation) is None}
    assert lost
    assert {record.id for record in alignment.unproved} == {
        record.id for citation in lost for record in harbour.OUTLINE.citing[citation]
    }
    (one,) = alignment.missing
    assert (one.paragraph, harbour.PARAGRAPHS[3][one.start : one.end]) == (4, "The crowd cheered.")
    assert alignment.discrepancies == (harbour.CHECK,)
    assert proved(harbour.PARAGRAPHS[4]).discrepancies == ()


def test_records_at_a_stretch() -> None:
    """The records that cite words in a stretch are told in the article's order; outside there are none."""
    alignment = proved(f"A headline\n\n{harbour.WHOLE}")
    assert alignment.at(0, 10) == ()
    every = alignment.at(0, len(alignment.text))
    assert {record.id for record in every} == {record.id for record in harbour.OUTLINE.records}
    assert [*every] == sorted(every, key=lambda record: record.citations[0])


def test_spans_for_evaluate() -> None:
    """Stretches of the reader's file become spans of the article, with their labels; those outside are told apart."""
    alignment = proved(f"A headline\n\n{harbour.WHOLE}")
    place = alignment.text.index("Jon Ferrer")
    spans = alignment.spans(
        [(place, place + 10), (place, place + 10, "PER"), (place, place + 10, None), (0, 5), (3, 3)]
    )
    (first, *_) = spans.spans
    paragraph, start, end = first[:3]
    assert harbour.PARAGRAPHS[paragraph - 1][start:end] == "Jon Ferrer"
    assert spans.spans == (first, (*first, "PER"), (*first, None))
    assert spans.outside == ((0, 5), (3, 3))


@pytest.mark.parametrize(
    ("find", "cut", "why"),
    [
        ("A headline", 0, "does not lie inside one paragraph that stands"),
        ("headline\n\nThe harbour", 0, "does not lie inside the sentences that stand"),
        ("owed.\n\nShips", 0, "does not lie inside one paragraph"),
        ("\n\nShips", 5, "does not lie inside one paragraph"),
        (" sang", 0, "does not lie inside one paragraph"),
        ("the keys.\n\nThe end", 0, "does not lie inside the sentences that stand"),
    ],
)
def test_a_stretch_that_is_no_citation(find: str, cut: int, why: str) -> None:
    """A stretch that does not lie in the sentences of one paragraph has no citation, and the error says why."""
    text = f"A headline\n\n{harbour.WHOLE}\n\nThe end".replace("The crowd cheered.", "The crowd sang.")
    start = text.index(find)
    with pytest.raises(InvalidSpanError, match=why) as caught:
        proved(text).citation(start, start + len(find) - cut)
    assert (caught.value.start, caught.value.end) == (start, start + len(find) - cut)


def test_a_space_is_no_words() -> None:
    """White space that the normal form has not holds no character of the article."""
    text = harbour.WHOLE.replace("closed on", "closed    on")
    start = text.index("closed") + 7
    with pytest.raises(InvalidSpanError, match="holds no character of the article"):
        proved(text).citation(start, start + 2)


@pytest.mark.parametrize("wrong", [None, "1", 1.0, True])
def test_offsets_are_whole_numbers(wrong: Any) -> None:
    """An offset that is no whole number is refused at each door."""
    for ask in (WHOLE.at, WHOLE.citation):
        with pytest.raises(WrongTypeError, match="an offset in the copy"):
            ask(wrong, 5)
        with pytest.raises(WrongTypeError, match="an offset in the copy"):
            ask(0, wrong)


@pytest.mark.parametrize("wrong", [None, "1:4-18", (1, 4, 18)])
def test_citations_are_citations(wrong: Any) -> None:
    """What is no citation is refused at each door, and told what is wanted."""
    for ask in (WHOLE.find, WHOLE.words, WHOLE.context, WHOLE.link):
        with pytest.raises(WrongTypeError, match="want a Citation"):
            ask(wrong)


@pytest.mark.parametrize("wrong", [None, 5, b"text", ["text"]])
def test_copies_are_texts_or_paths(wrong: Any) -> None:
    """What is neither a text nor a path is refused, and told what is wanted."""
    with pytest.raises(WrongTypeError, match=r"want the text as a str .* or a file's path as a pathlib.Path"):
        align(wrong)


# -- values and reports --


def test_paragraphs_are_a_mapping() -> None:
    """Paragraphs are looked up by number; a number that the article has not is told, with those that it has."""
    parts: Any = WHOLE.paragraphs
    assert isinstance(parts, ParagraphCopies)
    assert ([*parts], len(parts), 7 in parts, 8 in parts, "x" in parts) == ([*range(1, 8)], 7, True, False, False)
    assert repr(parts) == "<" + ", ".join(f"¶{number} exact" for number in range(1, 8)) + ">"
    with pytest.raises(UnknownValueError, match=r"8.*; it is one of"):
        parts[8]


def test_an_alignment_is_a_value() -> None:
    """Alignments of one text are equal, hash alike and survive pickling; those of others are not equal."""
    one = proved(harbour.WHOLE)
    assert one == WHOLE
    assert hash(one) == hash(WHOLE)
    assert one not in (align(harbour.WHOLE), proved(harbour.PARAGRAPHS[0]), harbour.WHOLE)
    rebuild = pickle.loads(pickle.dumps(align("Nothing of the kind.")))
    assert rebuild == align("Nothing of the kind.")
    assert rebuild.status == "none"
    assert one.text == harbour.WHOLE


def test_a_brief_without_sentences() -> None:
    """With nothing to prove, nothing is proved."""
    alignment = Alignment(harbour.WHOLE, Outline([], []))
    assert (alignment.status, len(alignment.paragraphs), alignment.missing, alignment.unproved) == ("none", 0, (), ())


@pytest.mark.parametrize("text", [harbour.WHOLE, harbour.PARAGRAPHS[1], "", "Nothing."])
def test_plain_data(text: str) -> None:
    """The report is plain data that JSON takes, and says what the alignment says."""
    alignment = proved(text)
    data = json.loads(json.dumps(alignment.to_dict()))
    assert data["status"] == alignment.status
    assert [part["verdict"] for part in data["paragraphs"]] == [part.verdict for part in alignment.paragraphs.values()]
    assert [part["span"] for part in data["paragraphs"]] == [
        list(part.span) if part.span else None for part in alignment.paragraphs.values()
    ]
    assert len(data["missing"]) == len(alignment.missing)
    assert data["unproved"] == [record.id for record in alignment.unproved]


# -- laws --

TEXTS = st.text(max_size=300)
PIECES = st.lists(
    st.one_of(
        st.sampled_from([*harbour.PARAGRAPHS, *harbour.PARAGRAPHS[1].split(". "), harbour.LINK]),
        st.text(max_size=12),
        st.sampled_from(
            ["\n\n", "<p>", "</p>", "“", "”", "[1]", "\u0301", ASTRAL, "\ud800", "\x00", "&amp;", "- \n", "…"]
        ),
    ),
    max_size=12,
).map("".join)


@settings(max_examples=40)
@given(st.one_of(TEXTS, PIECES))
@example("\x00" + harbour.PARAGRAPHS[4])
@example("\ud800" + harbour.PARAGRAPHS[4] + "\udc00")
@example(harbour.PARAGRAPHS[4] + "\u0301")
@example("\u0301" + harbour.PARAGRAPHS[4])
def test_any_text_can_be_proved(text: str) -> None:
    """Whatever the text, each span lies inside it, a proved sentence has its digest, and places map back."""
    alignment = proved(text)
    for place, sentence in zip(harbour.OUTLINE.sentences, _sentences(alignment), strict=True):
        if sentence.span is None:
            assert sentence.verdict == "missing"
            continue
        assert 0 <= sentence.span.start < sentence.span.end <= len(text)
        said = words(text[slice(*sentence.span)])
        if "<" not in text and "&" not in text and "[" not in text and "\n" not in text and "\x00" not in text:
            assert full_digest(said) == place.sentence.words_sha256
    for citation, span in alignment.found.items():
        assert 0 <= span.start < span.end <= len(text)
        assert alignment.find(citation) == span
    assert str(alignment)
    assert json.dumps(alignment.to_dict())
    assert "<table>" in alignment._repr_html_()


@settings(max_examples=40)
@given(st.one_of(TEXTS, PIECES))
@example("\x00“" + harbour.PARAGRAPHS[2])
@example("“" + harbour.PARAGRAPHS[2].replace("a", "\ud800a"))
def test_any_text_can_be_compared(text: str) -> None:
    """Whatever the text, its passages lie inside it, a change inside its passage, and a verbatim one has none."""
    comparison = WHOLE.compare(text)
    assert comparison.verdict in ("verbatim", "altered", "none")
    for passage in comparison.passages:
        assert 0 <= passage.span.start < passage.span.end <= len(text)
        assert (passage.verdict == "altered") == bool(passage.changes)
        for place in passage.article:
            assert 0 <= place.start < place.end <= len(harbour.PARAGRAPHS[place.paragraph - 1])
        for change in passage.changes:
            assert passage.span.start <= change.span.start <= change.span.end <= passage.span.end
    assert json.dumps(comparison.to_dict())
    assert comparison.report(record=True)
    assert "<table>" in comparison._repr_html_()


@settings(max_examples=40)
@given(st.data())
def test_any_stretch_maps_back(data: st.DataObject) -> None:
    """A stretch of a copy inside a paragraph has a citation, and that is found where the stretch was."""
    text = f"{ASTRAL}\n\n{harbour.WHOLE}"
    alignment = proved(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(start + 40, len(text))))
    try:
        citation = alignment.citation(start, end)
    except InvalidSpanError:
        return
    place = alignment.find(citation)
    assert place is not None
    said = unicodedata.normalize("NFC", text[slice(*place)])
    assert (
        digest_of(said)
        == citation.digest
        == digest_of(harbour.PARAGRAPHS[citation.paragraph - 1][citation.start : citation.end])
    )


def _sentences(alignment: Alignment) -> list[Any]:
    return [sentence for part in alignment.paragraphs.values() for sentence in part.sentences]


# -- the article --


@article_copy.needs_article
def test_the_readers_own_file() -> None:
    """Predictions on the reader's own copy of the article are evaluated as spans of the article."""
    alignment = align(Path(str(article_copy.PATH)))
    spans = alignment.spans([place for citation, place in alignment.found.items() if citation in _triggers()])
    assert spans.outside == ()
    assert len(spans.spans) == len(_triggers())
    assert evaluate(spans.spans, events, field="trigger").f1 > 0
    assert {part.verdict for part in alignment.paragraphs.values()} == {"exact"}
    assert alignment.discrepancies


def _triggers() -> set[Citation]:
    return {event.trigger for event in events}


@article_copy.needs_article
def test_an_alignment_of_the_article_is_pickled() -> None:
    """An alignment of the article survives pickling whole."""
    alignment = align(article_copy.text())
    rebuild = pickle.loads(pickle.dumps(alignment))
    assert (rebuild, rebuild.status, rebuild.found) == (alignment, "complete", alignment.found)


def test_what_is_of_the_wrong_type_is_named() -> None:
    """Each argument gets an error with its own name, at every door."""
    alignment: Any = Alignment(harbour.WHOLE, harbour.OUTLINE)
    citation = next(iter(harbour.OUTLINE.citing))
    calls: list[tuple[str, Callable[[], object]]] = [
        ("stretches", lambda: alignment.spans(5)),
        ("stretches", lambda: alignment.spans([5])),
        ("stretches", lambda: alignment.spans([(1, 2, "state", 4)])),
        ("characters", lambda: alignment.context(citation, "x")),
        ("characters", lambda: alignment.context(citation, -1)),
        ("record", lambda: alignment.cited_by("iran")),
        ("paragraph", lambda: alignment.paragraphs["1"]),
        ("text", lambda: alignment.compare(3)),
        ("copy", lambda: align(cast("Any", 3))),
    ]
    for argument, call in calls:
        with pytest.raises(WrongTypeError) as caught:
            call()
        assert caught.value.argument == argument
    with pytest.raises(UnknownValueError, match="paragraph cannot be 99"):
        alignment.paragraphs[99]


def test_the_citations_of_a_check() -> None:
    """They are the article's places too."""
    alignment = align("Nothing of the kind.")
    check = next(iter(checks))
    assert alignment.cited_by(check) == tuple(sorted(check.citations))
