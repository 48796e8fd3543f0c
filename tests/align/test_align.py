"""What a reader gets from a copy: verdicts, places, words, the way back, what is lost, and the report."""

from __future__ import annotations

import io
import json
import pathlib
import unicodedata
from typing import Any

import pytest

import harbour
from jcpoa_brief._align.align import Alignment, align, article_outline
from jcpoa_brief._align.outcomes import Span
from jcpoa_brief._model.record import Citation
from jcpoa_brief._text import digest_of
from jcpoa_brief.errors import CitationLostError, CopyError, SelectionError, UnknownValueError, WrongTypeError

WHOLE = harbour.WHOLE
PARTS = harbour.PARAGRAPHS


def aligned(text: str) -> Alignment:
    """An alignment of the text written for the tests."""
    return Alignment(text, harbour.OUTLINE)


def citation_of(number: int, said: str) -> Citation:
    """The brief's citation of some words."""
    start = PARTS[number - 1].index(said)
    return harbour.cited(PARTS, number, start, start + len(said))


def test_whole_text_is_complete() -> None:
    """The text itself stands exactly, with every citation."""
    alignment = aligned(WHOLE)
    assert alignment.verdict == "complete"
    assert {part.verdict for part in alignment.paragraphs.values()} == {"exact"}
    assert all(alignment.find(citation) for citation in harbour.OUTLINE.citations)
    assert alignment.lost == () == alignment.affected == alignment.changes


def test_one_paragraph_and_one_sentence_are_excerpts() -> None:
    """What was pasted stands; what was not is missing, and not lost."""
    for text in (PARTS[2], "She wrote: On Tuesday the council met" + PARTS[2][len("On Tuesday the council met") :]):
        alignment = aligned(text)
        assert (alignment.verdict, alignment.paragraphs[3].verdict) == ("excerpt", "exact")
        assert alignment.lost == ()
    alone = aligned(PARTS[1][: PARTS[1].index(" By noon")])
    assert alone.verdict == "excerpt"
    assert alone.paragraphs[2].verdict == "partial"
    assert [one.verdict for one in alone.paragraphs[2].sentences] == ["exact", "missing", "missing", "missing"]


def test_another_text() -> None:
    """A text that has nothing of the article, even an empty one, is another text."""
    for text in ("", "\n", "Nothing of the kind was ever said here, or anywhere else for that matter.", "\u0301" * 50):
        alignment = aligned(text)
        assert alignment.verdict == "another_text"
        assert str(alignment).startswith("another text")


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        (lambda text: text.replace("\n\n", "\r\n\r\n").replace(" ", "\r\n", 40), "exact"),
        (lambda text: "\ufeff" + text.replace(" ", "\u00a0", 9).replace("har", "har\u00ad"), "exact"),
        (lambda text: unicodedata.normalize("NFD", text), "exact"),
        (lambda text: text.replace("\u201c", '"').replace("\u201d", '"').replace("\u2019", "'"), "typographic"),
        (str.upper, "same_words"),
        (lambda text: text.replace(" \u2014 ", "--").replace("fi", "\ufb01"), "same_words"),
        (
            lambda text: "\n".join(f"> {line}" for line in text.replace(" council", " **council**").split("\n")),
            "same_words",
        ),
    ],
)
def test_common_copies(change: object, verdict: str) -> None:
    """Layout changes no verdict; marks and capitals are told from words."""
    assert callable(change)
    alignment = aligned(change(WHOLE))
    assert alignment.verdict == "complete"
    assert alignment.paragraphs[1].verdict == verdict
    assert all(alignment.find(citation) for citation in harbour.OUTLINE.citations)


def test_words_run_together_are_told_from_the_same_words() -> None:
    """A number that lost its point, and a word joined to another, are altered."""
    assert aligned(WHOLE.replace("1.6 million", "16 million")).paragraphs[1].verdict == "altered"
    assert aligned(WHOLE.replace("would stay", "wouldstay")).paragraphs[1].verdict == "altered"


def test_pull_quote_does_not_stand_for_its_paragraph() -> None:
    """A pull quote, and a link, are set aside, in capitals too."""
    for text in (harbour.PULL_QUOTE, f"{PARTS[0]}\n\n{harbour.PULL_QUOTE}\n\n{harbour.LINK}\n\n{PARTS[2]}"):
        for change in (str, str.upper, lambda part: part.replace(" ", "\n> ")):
            alignment = aligned(change(text))
            assert alignment.paragraphs[6].verdict == "missing"
            assert alignment.find(harbour.OUTLINE.by_number[6].sentences[0].citations[0]) is None


def test_pull_quote_inside_its_sentence_is_the_sentence() -> None:
    """Where the sentence goes on behind the pull quote's words, or the paragraph does, they are the sentence's."""
    edited = PARTS[5].replace("in name only", "in memory only").upper()
    alignment = aligned(f"{harbour.PULL_QUOTE.upper()}\n\n{edited}")
    assert alignment.paragraphs[6].verdict == "altered"
    start = alignment.paragraphs[6].sentences[0].span
    assert start is not None
    assert start.start > len(harbour.PULL_QUOTE)


def test_dropped_sentence_is_partial() -> None:
    """A sentence that is gone leaves its paragraph partial, from its middle too, and its citations lost there alone."""
    sentences = [PARTS[1][start:end] for start, end in harbour.sentences(PARTS[1])]
    middle = aligned(" ".join(sentences[:1] + sentences[2:]))
    assert middle.paragraphs[2].verdict == "partial"
    assert middle.verdict == "excerpt"
    assert {citation.paragraph for citation in middle.lost} == {2}
    assert middle.affected
    end = aligned(" ".join(sentences[:3]))
    assert end.paragraphs[2].verdict == "partial"
    assert end.lost == ()


def test_swapped_sentences_are_altered_and_stand() -> None:
    """Two sentences that changed places both stand; their paragraph is altered."""
    sentences = [PARTS[1][start:end] for start, end in harbour.sentences(PARTS[1])]
    alignment = aligned(" ".join([sentences[1], sentences[0], *sentences[2:]]))
    assert alignment.paragraphs[2].verdict == "altered"
    assert {one.verdict for one in alignment.paragraphs[2].sentences} == {"exact"}
    across = next(record for record in harbour.mentions(PARTS) if record.id == "across").citations[0]
    assert alignment.find(across) is None
    with pytest.raises(CitationLostError, match="not in one piece"):
        alignment.words(across)


def test_sentences_quoted_far_apart_are_partial() -> None:
    """Sentences of a paragraph quoted each for itself do not make it altered, in whatever order."""
    sentences = [PARTS[3][start:end] for start, end in harbour.sentences(PARTS[3])]
    filler = "And so it went on for a while, with nothing that bears on this at all. " * 8
    assert aligned(sentences[0] + "\n" + filler + sentences[2]).paragraphs[4].verdict == "partial"
    assert aligned(sentences[2] + "\n" + filler + sentences[0]).paragraphs[4].verdict == "partial"


def test_words_between_sentences() -> None:
    """Words put between two sentences alter the paragraph; a block of its own does not."""
    start = PARTS[3].index(" The crowd cheered.")
    inserted = aligned(PARTS[3][:start] + " Nobody had expected it." + PARTS[3][start:])
    assert inserted.paragraphs[4].verdict == "altered"
    assert [change.words for change in inserted.changes] == ["Nobody had expected it"]
    assert "Nobody had expected it" in str(inserted)
    block = aligned(PARTS[3][:start] + "\n\nADVERTISEMENT\n\n" + PARTS[3][start + 1 :])
    assert block.paragraphs[4].verdict == "exact"
    assert block.verdict == "excerpt"
    footnote = aligned(PARTS[1].replace("for an answer. The", "for an answer.3 The"))
    assert footnote.paragraphs[2].verdict == "altered"
    assert {one.verdict for one in footnote.paragraphs[2].sentences} == {"exact"}


def test_page_header_inside_a_sentence() -> None:
    """A sentence that a page's header was set into stands; what reaches over the header is not found."""
    text = WHOLE.replace("a new contract, ", "a new contract,\n\n12 | Morning Post\n\n")
    for change, verdict in ((str, "exact"), (str.upper, "same_words")):
        alignment = aligned(change(text))
        assert alignment.paragraphs[3].verdict == verdict
        assert alignment.find(citation_of(3, "16,000")) is not None
    straight = aligned(text.replace("\u2019", "'").replace("which she", "which\nshe"))
    assert straight.verdict == "complete"
    assert aligned(text).find(citation_of(3, "Ana Torvald a new contract, a smaller office")) is None


def test_repeated_paragraph_takes_the_first_that_stands_best() -> None:
    """Of two that stand alike the first, of two that do not the better."""
    twice = aligned(f"{PARTS[2]}\n\n{PARTS[2]}")
    assert twice.paragraphs[3].span == (0, len(PARTS[2]))
    better = aligned(f"{PARTS[2].upper()}\n\n{PARTS[2]}\n\n{PARTS[2].upper()}")
    assert better.paragraphs[3].span == (len(PARTS[2]) + 2, 2 * len(PARTS[2]) + 2)
    altered = aligned(f"{PARTS[2].replace('Tuesday', 'Thursday')}\n\n{PARTS[2]}")
    assert altered.paragraphs[3].verdict == "exact"


def test_changed_words_are_lost_and_the_others_found() -> None:
    """A citation whose word was changed is lost, wherever else the word stands; all others land on their place."""
    edited = PARTS[0].replace("that the office would", "that the shop would")
    alignment = aligned(edited)
    assert alignment.verdict == "altered"
    for citation in harbour.OUTLINE.by_number[1].sentences[1].citations:
        said = PARTS[0][citation.start : citation.end]
        span = alignment.find(citation)
        if "office" in said:
            assert span is None
            assert citation in alignment.lost
        else:
            assert span is not None
            assert alignment.text[slice(*span)] == said
            assert span.start == citation.start - 2 * (citation.start > edited.index("shop"))
    assert {record.id for record in alignment.affected} == {
        record.id for citation in alignment.lost for record in harbour.OUTLINE.citing[citation]
    }
    (change,) = alignment.changes
    assert (change.words, change.gone, change.sentence) == ("shop", 1, 2)
    assert "[shop]" in change.context


def test_word_of_the_same_length_is_reported() -> None:
    """A change that keeps a word's length shows by the citation that it breaks."""
    alignment = aligned(WHOLE.replace("42 ships", "43 ships"))
    assert alignment.paragraphs[2].verdict == "altered"
    assert any("43" in change.words for change in alignment.changes)
    uncited = aligned(WHOLE.replace("quickly and", "quietly and"))
    assert uncited.paragraphs[6].verdict == "altered"
    assert uncited.changes


def test_equal_words_beside_each_other_are_not_told_apart() -> None:
    """Of two equal words one was deleted: which of them is left cannot be known, and is not guessed."""
    alignment = aligned(PARTS[0].replace("the council over", "the council the council over"))
    assert alignment.find(citation_of(1, "the council over"[:11])) is None
    assert alignment.find(citation_of(1, "Ana Torvald")) is not None


def test_changes_at_both_ends_of_a_sentence() -> None:
    """Words gone from the start and put in at the end are each told."""
    edited = PARTS[2].replace("On Tuesday the", "The").replace("was dry.", "was quite dry already.")
    before, behind = PARTS[1], PARTS[3]
    alignment = aligned(f"{before}\n\n{edited}\n\n{behind}")
    words = [(change.words, change.gone) for change in alignment.changes]
    assert {("", 2), ("quite", 0), ("already", 0)} == set(words)
    first = (
        PARTS[2]
        .replace("On Tuesday the council met", "Some days later aldermen met")
        .replace("ink was dry", "ink had quite dried")
    )
    words = [(change.words, change.gone) for change in aligned(f"{before}\n\n{first}\n\n{behind}").changes]
    assert ("Some days later aldermen", 4) in words
    assert any("quite dried" in said for said, _ in words)
    alone = [(change.words, change.gone) for change in aligned(f"{first} It was.").changes]
    assert ("Some days later aldermen", 4) in alone
    assert any("quite dried" in said for said, _ in alone)


def test_short_paragraph_between_its_neighbours() -> None:
    """A short sentence is known by its place when it was changed."""
    alignment = aligned(WHOLE.replace("the quarrel to end soon", "the fight to end soon"))
    assert alignment.paragraphs[5].verdict == "altered"


def test_words_context_and_link() -> None:
    """A citation gives its words, their surroundings and an address that jumps to them."""
    alignment = aligned(WHOLE)
    citation = citation_of(2, "42 ships"[3:])
    assert alignment.words(citation) == "ships"
    assert alignment.context(citation, 12) == "By noon, 42 [ships] lay before"
    assert alignment.link(citation) == (
        "https://example.org/harbour#:~:text=By%20noon%2C%2042-,ships,-lay%20before%20the"
    )
    stranger = Citation.parse("2:0-5")
    assert alignment.words(stranger) == "Ships"
    assert alignment.link(stranger).endswith("#:~:text=Ships,-kept%20coming%20all")


def test_lost_citation_says_what_became_of_it() -> None:
    """The error names the paragraph and its fate, and keeps both as facts."""
    alignment = aligned(PARTS[0].replace("the office would", "the shop would"))
    with pytest.raises(CitationLostError, match=r"paragraph 2 is missing$") as missing:
        alignment.words(citation_of(2, "Ships"))
    assert (missing.value.paragraph, missing.value.verdict) == (2, "missing")
    with pytest.raises(CitationLostError, match="paragraph 1 is altered, sentence 2 is altered"):
        alignment.context(citation_of(1, "the office would"))
    with pytest.raises(CitationLostError, match="sentence 2 is missing"):
        aligned(PARTS[1][:31]).link(citation_of(2, "noon"))


def test_citation_of_a_selection() -> None:
    """The way back: a stretch of the copy is a citation, as it is."""
    for text in (WHOLE, WHOLE.replace("\u2019", "'").replace(" ", "\n", 30), unicodedata.normalize("NFD", WHOLE)):
        alignment = aligned(text)
        for citation in harbour.OUTLINE.citations:
            span = alignment.find(citation)
            assert span is not None
            assert alignment.citation(*span) == citation
            assert alignment.citation(*span).digest == citation.digest
    alignment = aligned(WHOLE)
    start = WHOLE.index("Ships kept")
    assert alignment.citation(start, start + 10).locator == "2:0-10"
    assert alignment.citation(start + 2, start + 7).locator == "2:2-7"


def test_citation_in_a_copy_with_other_marks() -> None:
    """Where marks differ, whole words are cited, without a digest that nothing would prove."""
    upper = WHOLE.upper()
    alignment = aligned(upper)
    start = upper.index("KEPT COMING")
    assert alignment.citation(start, start + 11) == Citation.parse("2:6-17")
    assert alignment.citation(start, start + 11).digest is None
    with pytest.raises(SelectionError, match="whole words"):
        alignment.citation(start + 1, start + 11)


def test_citation_in_an_altered_sentence() -> None:
    """There only proved words are cited."""
    text = PARTS[0].replace("the office would", "the shop would")
    alignment = aligned(text)
    start = text.index("Torvald said")
    assert alignment.citation(start, start + 7).digest == digest_of("Torvald")
    inner = alignment.citation(start + 1, start + 4)
    assert PARTS[0][inner.start : inner.end] == "orv"
    with pytest.raises(SelectionError, match="does not stand as a whole"):
        alignment.citation(text.index("shop"), text.index("shop") + 4)
    assert alignment.find(inner) == Span(start + 1, start + 4)
    office = PARTS[0].rindex("office")
    assert alignment.find(Citation.parse(f"1:{office}-{office + 4}")) is None


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        (5, 5, "holds no character"),
        (7, 3, "ends before it starts"),
        (-1, 4, "inside the copy's"),
        (-4, -1, "inside the copy's"),
        (0, 10**6, "inside the copy's"),
    ],
)
def test_selection_outside_the_copy(start: int, end: int, why: str) -> None:
    """An impossible stretch is an error that says so, whatever is asked of it."""
    for ask in (aligned(WHOLE).citation, aligned(WHOLE).at):
        with pytest.raises(SelectionError, match=why):
            ask(start, end)


@pytest.mark.parametrize("wrong", [b"Nothing.", None, 5, io.StringIO("Nothing."), ["Nothing."]])
def test_what_is_no_copy(wrong: Any) -> None:
    """Bytes, an open file and the like are told from a text and a path, and the error says what is wanted."""
    with pytest.raises(WrongTypeError, match=r"copy cannot be .*: want the text as a str") as error:
        align(wrong)
    assert error.value.argument == "copy"


@pytest.mark.parametrize("wrong", ["2:418-439", None, (2, 418, 439), harbour.mentions(PARTS)[0]])
def test_what_is_no_citation(wrong: Any) -> None:
    """A locator as text, a record and the like are no citations, and the error says where to get one."""
    alignment = aligned(WHOLE)
    for ask in (alignment.find, alignment.words, alignment.context, alignment.link):
        with pytest.raises(WrongTypeError, match=r"want a Citation, such as record\.citations"):
            ask(wrong)
    offset: Any = "7"
    for start, end in ((offset, 9), (3, offset)):
        with pytest.raises(WrongTypeError, match="whole number"):
            alignment.citation(start, end)


def test_alignments_are_compared_by_what_they_say() -> None:
    """Two alignments of one text are two objects; their data is equal."""
    first, second = aligned(WHOLE), aligned(WHOLE)
    assert first != second
    assert first.to_dict() == second.to_dict()


def test_selection_that_is_no_citation() -> None:
    """Foreign words, a stretch over two paragraphs, half a composed letter, an invisible character."""
    text = "Foreword by a reader.\n\n" + unicodedata.normalize("NFD", WHOLE).replace("harbour", "har\u200bbour", 1)
    alignment = aligned(text)
    accent = text.index("e\u0301")
    hidden = text.index("\u200b")
    for start, end, why in (
        (0, 8, "one standing paragraph"),
        (text.index("what it owed"), text.index("kept coming"), "one standing paragraph"),
        (accent, accent + 1, "written as several"),
        (hidden, hidden + 1, "no character"),
    ):
        with pytest.raises(SelectionError, match=why):
            alignment.citation(start, end)


def test_records_at_a_place() -> None:
    """A stretch of the copy names the records that cite words in it, in the article's order."""
    alignment = aligned(WHOLE)
    start = WHOLE.index("Ana Torvald")
    ids = [record.id for record in alignment.at(start, start + 3)]
    assert ids
    assert f"m-{harbour.NAMES.index('Ana Torvald')}" in ids
    assert f"m-{harbour.NAMES.index('Torvald')}" not in ids
    assert alignment.at(WHOLE.index("\n"), WHOLE.index("\n") + 1) == ()


def test_find_checks_a_digest_that_is_given() -> None:
    """A citation that is none of the brief's is found by its place, and only if its digest fits the words there."""
    alignment = aligned(WHOLE)
    place = {"paragraph": 2, "start": 0, "end": 7}
    assert alignment.find(Citation.model_validate(place)) is not None
    assert alignment.find(Citation.model_validate({**place, "digest": digest_of("Ships k")})) is not None
    assert alignment.find(Citation.model_validate({**place, "digest": "0" * 16})) is None
    assert alignment.find(Citation.parse("2:0-9999")) is None
    capitals = aligned(WHOLE.upper())
    ships = citation_of(2, "ships")
    assert capitals.find(Citation.parse(ships.locator)) == capitals.find(ships) is not None
    assert capitals.find(Citation.parse("2:1-5")) is None
    assert capitals.find(Citation.parse("2:1-11")) is None
    assert capitals.find(Citation.parse("2:5-6")) is None
    assert capitals.find(Citation.model_validate({**place, "end": 5, "digest": "0" * 16})) is None


def test_paragraphs_are_a_mapping() -> None:
    """By number, in order, with an error that names the numbers."""
    parts = aligned(PARTS[0]).paragraphs
    assert list(parts) == list(range(1, 8))
    assert len(parts) == 7
    assert 3 in parts
    assert 14 not in parts
    assert "¶1 exact" in repr(parts)
    with pytest.raises(UnknownValueError, match="cannot be 14"):
        parts[14]  # type: ignore[index]


def test_report() -> None:
    """Text, data and table say the same; nothing in a copy can break out of the table."""
    alignment = aligned(PARTS[0].replace("the office would", "the <b>shop</b> would"))
    said, data, table = str(alignment), alignment.to_dict(), alignment._repr_html_()
    assert said.startswith("altered")
    assert data["verdict"] == "altered"
    assert json.loads(json.dumps(data))["paragraphs"][0]["verdict"] == "altered"
    assert all(entry["id"] in said for entry in data["check_again"])
    assert "<b>" not in table.replace("<br>", "")
    assert "b&gt;shop&lt;/b" in table
    assert repr(alignment).startswith("<Alignment: altered")
    lost = aligned(PARTS[0].replace("The harbour office", "The mole").replace("the council", "a court"))
    assert "a-check" in str(lost)
    assert "partial (exact, missing" in str(aligned(PARTS[1][:31]))
    assert "<p>check again" not in aligned(PARTS[2])._repr_html_()


@pytest.mark.parametrize(
    "mistake", ["article.txt", "C:\\texts\\my copy.docx", "../pages/page.html", "<!DOCTYPE html><html><p>x</p></html>"]
)
def test_likely_mistakes(mistake: str) -> None:
    """A file's name and a page's source are recognised, and the error says what to do."""
    with pytest.raises(CopyError, match="looks like"):
        align(mistake)


def test_source_of_a_part_of_a_page() -> None:
    """A page's source is told by its many tags, a text that mentions one is not."""
    with pytest.raises(CopyError, match="web page"):
        align("<div><p>One.</p><p>Two.</p><p>Three.</p></div>" + " words" * 30)
    assert align("The <p> tag is short.").verdict == "another_text"
    assert align("The reader saved it under the name that everyone uses, article.txt").verdict == "another_text"


def test_files(tmp_path: pathlib.Path) -> None:
    """A path is read as UTF-8; what cannot be read, and what is no UTF-8, says so."""
    path = tmp_path / "copy.txt"
    path.write_bytes(b"Nothing \xff here")
    with pytest.raises(CopyError, match="byte 8 is not UTF-8") as error:
        align(path)
    assert error.value.copy == str(path)
    with pytest.raises(CopyError, match="cannot be read: No such file"):
        align(tmp_path / "none.txt")
    with pytest.raises(CopyError, match="null"):
        align(pathlib.Path("no\0file"))
    path.write_text("Nothing of the kind.", encoding="utf-8")
    assert align(path).text == "Nothing of the kind."
    page = "<html><p>x</p></html>" * 9 + "y" * 99
    with pytest.raises(CopyError, match="web page") as long:
        align(page)
    assert len(long.value.copy) <= 60
    path.write_text(page, encoding="utf-8")
    with pytest.raises(CopyError, match="web page") as from_file:
        align(path)
    assert from_file.value.copy == str(path)
    path.write_text("article.txt", encoding="utf-8")
    with pytest.raises(CopyError, match=r"holds no more than the name of a file; pass pathlib"):
        align(path)
    for coding in ("utf-16-le", "utf-16-be"):
        path.write_text("\ufeffNothing of the kind.", encoding=coding)
        with pytest.raises(CopyError, match="byte 0 is not UTF-8; this looks like UTF-16; save it as UTF-8 first"):
            align(path)


def test_article_outline_is_made_once() -> None:
    """What is computed from the data alone is shared by all alignments."""
    assert article_outline() is article_outline()
    assert len(article_outline().paragraphs) == 13
