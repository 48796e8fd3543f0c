"""A reader's copy, proved sentence by sentence."""

from __future__ import annotations

import pickle
import re
import textwrap
from pathlib import Path
from typing import Any

import pytest

import article_copy
import harbour
from jcpoa_brief import actors, align, compare, digest_of, events, quotes
from jcpoa_brief._align.alignment import Alignment
from jcpoa_brief._align.copy_file import text_of, text_of_bytes
from jcpoa_brief._model.record import Citation
from jcpoa_brief.errors import CitationNotFoundError, CopyError, InvalidSpanError, UnknownValueError, WrongTypeError

WHOLE = Alignment(harbour.WHOLE, harbour.OUTLINE)


def proved(text: str) -> Alignment:
    """A copy of the text written for the tests."""
    return Alignment(text, harbour.OUTLINE)


def test_a_copy_is_complete() -> None:
    """Every sentence stands exactly, and every citation is found with its own words."""
    assert (WHOLE.status, WHOLE.verdict, WHOLE.missing, WHOLE.unproved) == ("complete", "complete", (), ())
    assert {part.verdict for part in WHOLE.paragraphs.values()} == {"exact"}
    for citation in harbour.OUTLINE.citing:
        assert digest_of(WHOLE.words(citation)) == citation.digest
        place = WHOLE.find(citation)
        assert place is not None
        assert WHOLE.citation(*place) == citation
    assert "[council]" in WHOLE.context(next(iter(harbour.mentions(harbour.PARAGRAPHS)[1].citations)))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("typographic", lambda text: text.replace("“", '"').replace("”", '"').replace("—", "-")),
        ("same_words", lambda text: text.upper()),
        ("exact", lambda text: text.replace(" ", "\n")),
        ("exact", lambda text: text.replace("\n\n", "\n\nAdvertisement\n\n")),
        ("exact", lambda text: text.replace("harbour", "har\u00adbour")),
        ("exact", lambda text: f"<p>{text}</p>".replace("\n\n", "</p><p hidden>No.</p><p>").replace("—", "&mdash;")),
    ],
)
def test_how_exactly_a_copy_stands(name: str, change: object) -> None:
    """Other marks, capitals, wraps, furniture and markup leave a copy complete; the verdict says how exactly."""
    assert callable(change)
    alignment = proved(change(harbour.WHOLE))
    assert alignment.status == "complete"
    assert name in {part.verdict for part in alignment.paragraphs.values()}
    for citation, place in alignment.found.items():
        if name == "exact":
            assert (
                digest_of(" ".join(alignment.text[slice(*place)].split()).replace("\u00ad", "")) == citation.digest
                or "<" in alignment.text
                or "&" in alignment.text
            )


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("The harbour", "T\nhe harbour", 1),
        lambda text: "T\n\n" + text.replace("The harbour", "he harbour", 1),
        lambda text: text.replace("council gave", "coun-\ncil gave"),
        lambda text: text.replace("council gave", "coun-\n\n12\n\nTHE HARBOUR NEWS\n\ncil gave"),
        lambda text: text.replace("office would", "office[3] would").replace("owed.", "owed.12"),
        lambda text: text.replace("fishermen, pilots", "fishermen,3 pilots3"),
        lambda text: text.replace("closed doors", "closeddoors"),
        lambda text: text.replace("the same. By", "the sameBy"),
        lambda text: text.replace(" a ", " a\u00ad").replace("office", "o\ufb03ce\n"),
        lambda text: text.replace("The council", "T he coun cil"),
        lambda text: text.replace("office ", "oﬃce "),
        lambda text: "\n".join(f"{number} {line}" for number, line in enumerate(text.split("\n\n"), 1)),
    ],
)
def test_what_tools_do_is_undone(change: object) -> None:
    """Large initials, hyphens at line ends, notes, words run together and counters leave every sentence proved."""
    assert callable(change)
    assert proved(change(harbour.WHOLE)).status == "complete"


def test_a_word_that_goes_on_is_another() -> None:
    """A sentence's letters are not proved inside longer words."""
    assert proved(harbour.WHOLE.replace("cheered.", "cheeredly.")).paragraphs[4].verdict == "partial"
    assert proved(harbour.WHOLE.replace("The crowd cheered", "Bathe crowd cheered")).paragraphs[4].verdict == "partial"


@pytest.mark.parametrize("broken", [1, 2, 3, 4])
@pytest.mark.parametrize("hyphen", ["", "-"])
def test_words_broken_at_line_ends(broken: int, hyphen: str) -> None:
    """Up to four words of a sentence may be broken, with a hyphen or without; then the sentence still stands."""
    text = harbour.WHOLE
    for word in ("closed", "keeper", "fell", "council")[:broken]:
        text = text.replace(word, f"{word[:3]}{hyphen}\n{word[3:]}", 1)
    alignment = proved(text)
    assert alignment.status == "complete"
    assert alignment.paragraphs[1].verdict == "exact"


@pytest.mark.parametrize("step", [0, 1, 2, 10])
@pytest.mark.parametrize("width", [40, 60, 1000])
def test_lines_with_numbers(step: int, width: int) -> None:
    """Numbers before the lines, the same or rising in steps, are not the article's."""
    lines = [line for block in harbour.WHOLE.split("\n\n") for line in [*textwrap.wrap(block, width), ""]]
    alignment = proved("\n".join(f"{1 + number * step} {line}" if line else "" for number, line in enumerate(lines)))
    assert alignment.status == "complete"


@pytest.mark.parametrize(("mark", "other"), [(", ", " "), (", ", ". "), (", ", " — "), (" — ", "—"), ("“", "‘ ")])
def test_citations_where_marks_differ(mark: str, other: str) -> None:
    """In a copy with other marks most citations are found, each with its own words, at its own place among them."""
    text = harbour.WHOLE.replace(mark, other)
    alignment = proved(text)
    assert alignment.status == "complete"
    assert len(alignment.found) > 0.8 * len(harbour.OUTLINE.citing)
    for citation, (start, end) in alignment.found.items():
        number = citation.paragraph - 1
        wanted = harbour.PARAGRAPHS[number][citation.start : citation.end]
        assert re.findall(r"\w+", text[start:end]) == re.findall(r"\w+", wanted)
        before = " ".join([*harbour.PARAGRAPHS[:number], harbour.PARAGRAPHS[number][: citation.start]])
        assert re.findall(r"\w+", text[:start]) == re.findall(r"\w+", before)


def test_part_of_a_copy() -> None:
    """A sentence that is gone or changed is not proved, and what rests on it is told; nobody is accused."""
    alignment = proved(harbour.WHOLE.replace("The crowd cheered.", "The crowd sang."))
    assert (alignment.status, alignment.paragraphs[4].verdict) == ("partial", "partial")
    assert [one.verdict for one in alignment.paragraphs[4].sentences] == ["exact", "missing", "exact"]
    (missing,) = alignment.missing
    assert harbour.PARAGRAPHS[3][missing.start : missing.end] == "The crowd cheered."
    assert alignment.unproved
    assert "part of the article: 14 of 15" in str(alignment)
    assert "rest" in str(alignment)


def test_sentences_in_another_order_are_not_complete() -> None:
    """All sentences stand, but the copy is not the article."""
    blocks = harbour.WHOLE.split("\n\n")
    alignment = proved("\n\n".join([*blocks[3:], *blocks[:3]]))
    assert (alignment.status, alignment.missing) == ("partial", ())
    assert "in another order" in str(alignment)


def test_nothing_of_it() -> None:
    """Another text proves nothing, and asking for words says so."""
    alignment = proved("Nothing of the kind.")
    assert (alignment.status, str(alignment)) == ("none", "Nothing of the article was proved in this text.")
    citation = next(iter(harbour.OUTLINE.citing))
    with pytest.raises(CitationNotFoundError, match="is missing"):
        alignment.words(citation)
    part = proved(harbour.WHOLE.replace("The crowd cheered.", ""))
    with pytest.raises(CitationNotFoundError, match="its sentence is not proved"):
        part.words(
            Citation.parse(
                f"4:{harbour.PARAGRAPHS[3].index('crowd cheered')}-{harbour.PARAGRAPHS[3].index('cheered') + 7}"
            )
        )


def test_citations_in_other_typography() -> None:
    """In capitals, with dashes set otherwise, a citation is found only where its place is sure."""
    alignment = proved(harbour.WHOLE.replace(" — ", "—").upper())
    assert alignment.status == "complete"
    for citation, place in alignment.found.items():
        meant = harbour.PARAGRAPHS[citation.paragraph - 1][citation.start : citation.end]
        said = alignment.text[slice(*place)]
        assert [*filter(str.isalnum, said.lower())] == [*filter(str.isalnum, meant.lower())]
    with pytest.raises(InvalidSpanError, match="other marks"):
        alignment.citation(0, 10)


def test_stretches_that_are_no_citation() -> None:
    """A stretch outside what stands, or of no length, is refused, and says why."""
    alignment = proved(f"A headline\n\n{harbour.WHOLE}")
    for start, end, why in (
        (0, 10, "does not lie inside one paragraph"),
        (5, 5, "no character"),
        (5, 2, "ends before"),
        (0, 10**9, "inside the copy's"),
        (0, len(alignment.text), "inside one paragraph"),
    ):
        with pytest.raises(InvalidSpanError, match=why):
            alignment.citation(start, end)
    with pytest.raises(WrongTypeError):
        alignment.at(0.5, 2)  # type: ignore[arg-type]
    inside = alignment.text.index("harbour office")
    spans = alignment.spans([(inside, inside + 7, "PLACE"), (inside, inside + 7), (0, 5)])
    assert spans.spans == ((1, 4, 11, "PLACE"), (1, 4, 11))
    assert spans.outside == ((0, 5),)
    before = alignment.text.index("The harbour") - 1
    with pytest.raises(InvalidSpanError, match="inside the sentences"):
        alignment.citation(before, inside + 7)


def test_the_way_back() -> None:
    """A stretch of the copy names its records; a record names its citations."""
    start = harbour.WHOLE.index("Ana Torvald") + 4
    names = {record.id for record in WHOLE.at(start, start + 3)}
    assert {"m-2", "m-3"} <= names
    record = WHOLE.at(start, start + 3)[0]
    assert set(record.citations) <= set(WHOLE.cited_by(record))
    assert WHOLE.discrepancies == (harbour.CHECK,)


def test_results_are_values() -> None:
    """Alignments of one text are equal, hash alike and survive pickling; reports are plain data and text."""
    one, other = align("Nothing."), align("Nothing.")
    assert one == other == pickle.loads(pickle.dumps(one))
    assert hash(one) == hash(other)
    assert one != align("Nothing else.")
    assert one != "Nothing."
    assert WHOLE.to_dict()["status"] == "complete"
    assert "<table>" in WHOLE._repr_html_()
    assert str(WHOLE).startswith("This is the whole article: all 15 sentences are proved")
    assert repr(one).startswith("<Alignment: none; <¶1 missing")
    assert 5 in one.paragraphs
    assert len(one.paragraphs) == 13
    with pytest.raises(UnknownValueError):
        one.paragraphs[14]  # type: ignore[index]
    with pytest.raises(WrongTypeError):
        WHOLE.find("5:0-26")  # type: ignore[arg-type]


def test_a_citation_that_is_no_records() -> None:
    """A citation of one's own is found; one with another digest, or past the paragraph's end, is not."""
    assert WHOLE.words(Citation.parse("1:4-18")) == "harbour office"
    wrong = Citation.model_validate({"paragraph": 1, "start": 4, "end": 18, "digest": "0" * 16})
    assert WHOLE.find(wrong) is None
    assert WHOLE.find(Citation.parse("13:0-5")) is None


@article_copy.needs_article
def test_the_article_itself() -> None:
    """The article's own copy is complete, and each record's words are found in it."""
    alignment = align(Path(str(article_copy.PATH)))
    assert alignment.status == "complete"
    assert set(alignment.found) == set(alignment._outline.citing)
    assert alignment.unproved == ()
    event = events["us-leaves-jcpoa"]
    assert event in alignment.at(*alignment.found[event.trigger])
    assert alignment.link(event.trigger).startswith("https://insidearabia.com/")
    assert alignment.found[actors.first().citations[0]]


# -- reading --


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"PK\x03\x04rest", "a Word, OpenDocument or EPUB file"),
        (b"\xd0\xcf\x11\xe0rest", "an old Office document"),
        (b"{\\rtf1 words}", "RTF"),
        (b"\x89PNGrest", "a picture"),
        (b"words \x81\x8d", "not utf-8 or cp1252"),
        (b"article.txt", "no more than the name of a file"),
        (b"Content-Transfer-Encoding: base64\n\n" + b"QUJD" * 18 + b"\nQUJD", "a mail in base64"),
        (b"%PDF-1.4 rubbish", "the PDF cannot be read"),
    ],
)
def test_kinds_that_are_refused_by_name(raw: bytes, why: str) -> None:
    """What is no text is named as what it is, with what to do."""
    pytest.importorskip("pypdf", reason="needs the extra jcpoa-brief[copies]")
    with pytest.raises(CopyError, match=why) as caught:
        text_of_bytes(raw, "a file")
    assert "save" in str(caught.value) or "pass" in str(caught.value)


def test_encodings() -> None:
    """UTF-8, UTF-16 with its mark and the encoding of Western Windows are read."""
    said = "the council’s clerk"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert text_of_bytes(said.encode(encoding), "a file") == said


def test_paths_and_mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is read; a file's name as text, RTF as text, and what is neither text nor path are told."""
    path = tmp_path / "copy.txt"
    path.write_text("Words.", encoding="utf-8")
    assert text_of(path) == "Words."
    for text in ("article.txt", "{\\rtf1 words}", "{\\rtf1 " + "words " * 40):
        with pytest.raises(CopyError):
            text_of(text)
    with pytest.raises(CopyError, match="cannot be read"):
        text_of(tmp_path / "none.txt")
    with pytest.raises(CopyError, match="cannot be read"):
        text_of(Path("a\0b"))
    with pytest.raises(WrongTypeError):
        align(b"Words.")  # type: ignore[arg-type]
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    with pytest.raises(CopyError, match="extra copies"):
        text_of_bytes(b"%PDF-1.4", "a file")


def test_pdf() -> None:
    """The text of a PDF's pages is read; a PDF of pictures only is told."""
    pypdf = pytest.importorskip("pypdf", reason="needs the extra jcpoa-brief[copies]")
    import io

    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    sequence = io.BytesIO()
    writer.write(sequence)
    with pytest.raises(CopyError, match="holds no text"):
        text_of_bytes(sequence.getvalue(), "a file")


def test_without_a_copy() -> None:
    """The article's own quotations are known to everybody."""
    quote = quotes["not-the-time-quote"]
    comparison = compare(f"He said: “{quote.text}.”")
    assert (comparison.verdict, comparison.has_copy) == ("verbatim", False)
    assert comparison.find(quote.citations[0])
    assert "your own copy of the article is needed" in str(comparison)


@pytest.mark.parametrize("name", [quote.id for quote in quotes if len(quote.text.split()) >= 5])
def test_without_a_copy_the_words_of_quotations_are_found(name: Any) -> None:
    """Each citation of a quotation that the package ships is found in a text, and its place in the article is told."""
    quote = quotes[name]
    said = compare(f"It was, he said, “{quote.text}” and no other.")
    (passage,) = said.passages
    assert said.verdict == "verbatim"
    for citation in quote.citations:
        assert digest_of(said.words(citation)) == citation.digest
        assert any(
            place.paragraph == citation.paragraph and citation.start <= place.start < place.end <= citation.end
            for place in passage.article
        )


def test_no_citation_over_a_sentence_that_is_not_proved() -> None:
    """The words between two sentences that stand are the article's only if they stand too."""
    text = harbour.WHOLE.replace("The crowd cheered.", "The crowd sang.")
    start, end = text.index("“I was asked"), text.index("out with the keys")
    with pytest.raises(InvalidSpanError, match="a sentence between its ends is not proved"):
        proved(text).citation(start, end)
