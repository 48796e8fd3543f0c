"""Any text held against a proved copy, word by word: what a comparison says, and what it gives to a program."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import article_copy
import harbour
from jcpoa_brief import align, compare, quotes
from jcpoa_brief._align.alignment import Alignment
from jcpoa_brief._align.comparison import Comparison
from jcpoa_brief._align.outcomes import Change, Passage
from jcpoa_brief._model.record import Citation
from jcpoa_brief.errors import CitationNotFoundError, CopyError, UnknownValueError, WrongTypeError

COPY = Alignment(harbour.WHOLE, harbour.OUTLINE)
SENTENCE = harbour.PARAGRAPHS[4]  # a paragraph of one sentence
LONG = harbour.PARAGRAPHS[2]
CLAUSE = "offered Ana Torvald a new contract, a smaller office and 16,000 crowns a year"


def held(text: str) -> Comparison:
    """A text held against the copy of the text written for the tests."""
    return COPY.compare(text)


def cited(words: str) -> Citation:
    """The citation of words of the text written for the tests."""
    for number, text in enumerate(harbour.PARAGRAPHS, 1):
        if words in text:
            start = text.index(words)
            return harbour.cited(harbour.PARAGRAPHS, number, start, start + len(words))
    raise AssertionError(words)


# -- verdicts --


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"The paper wrote: “{CLAUSE}.” Nothing more.", "exact"),
        (f"The paper wrote: “{LONG}”", "exact"),
        (LONG, "exact"),
        (f"> {LONG}", "exact"),
        (f"<blockquote>{LONG}</blockquote>", "exact"),
        (LONG.replace(" ", "\n"), "exact"),
        (harbour.PARAGRAPHS[0].replace("“", '"').replace("”", '"').replace("—", "--"), "same_words"),
        (harbour.PARAGRAPHS[1].replace("’", "'").replace("“", '"').replace("”", '"'), "typographic"),
        (LONG.upper(), "same_words"),
        (f"The paper wrote: “{CLAUSE.capitalize()}.”", "same_words"),
        (f"The paper wrote: “{CLAUSE.replace('new', 'old')}.”", "altered"),
        (LONG.replace("turned", "never turned"), "altered"),
        (LONG.replace("smaller ", ""), "altered"),
        (LONG.replace("16,000", "61,000"), "altered"),
    ],
)
def test_how_a_passage_stands(text: str, verdict: str) -> None:
    """A passage is exact, typographic, of the same words or altered; the text is verbatim unless one is altered."""
    comparison = held(text)
    assert [passage.verdict for passage in comparison.passages] == [verdict]
    assert comparison.verdict == ("altered" if verdict == "altered" else "verbatim")
    assert bool(comparison.changes) == (verdict == "altered")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "…",
        "A text about something else, with a council, an office and a harbour in it.",
        "“a quiet fee”",
        "The harbour office closed.",
        harbour.LINK[:20],
    ],
)
def test_a_text_without_a_passage(text: str) -> None:
    """Fewer than five words of the article in a row are no passage: nothing is said of them."""
    comparison = held(text)
    assert (comparison.verdict, comparison.passages, comparison.changes, comparison.affected) == ("none", (), (), ())
    assert {part.verdict for part in comparison.paragraphs.values()} == {"missing"}
    assert "fewer than five words of the article in a row: it does not quote it, or is too short to tell" in str(
        comparison
    )


def test_quotations_that_no_passage_touches_are_named() -> None:
    """What cannot be told is told: an altered phrase beside a long true one does not pass in silence."""
    other = [f"“other words, number {number}”" for number in range(6)]
    comparison = held(f"“{CLAUSE},” it said; “a “quiet” fee”, and {', '.join(other)}.")
    assert comparison.verdict == "verbatim"
    found = [comparison.text[slice(*span)] for span in comparison.other_quotations]
    assert found == ["a “quiet” fee", *(one.strip("“”") for one in other)]
    named = ", ".join(["“a “quiet” fee” (words of ¶1)", *(f"{one} (not in your copy)" for one in other[:4])])
    assert f"fewer than five words: {named} and 2 more." in str(comparison)
    assert "fewer than five words: “another fee” (not in your copy)." in str(held("It was “another fee”."))
    long = held(f"“{CLAUSE},” it said; “nobody in the world would ever say such words”.")
    assert "1 passage is word for word the article's (paragraph 3), and 1 other quotation is not" in str(long)
    assert "not in the article's words: “nobody in the world would ever say such words”." in str(long)
    assert held(f"“{CLAUSE},” it said.").other_quotations == ()


def test_a_text_whose_quotations_are_all_invented() -> None:
    """The first sentence names what is quoted, and that it is not the article's."""
    one, two = "nobody in the world would ever say such words", "nor would anybody print them in a book"
    said = "What the text quotes is not in the article's words: “" + one
    assert str(held(f"“{one}”, it said.")).startswith(said)
    said = f"None of the 2 quotations in the text is in the article's words: “{one}”, “{two}”."
    assert str(held(f"“{one}”, it said, “{two}”.")).startswith(said)


def test_whose_words_a_passage_has() -> None:
    """Where the article quotes somebody, five words of it or more are told as theirs; the article's own as nobody's."""
    quote = quotes["not-the-time-quote"]
    comparison = compare(f"The president said: “{quote.text}.”")
    assert comparison.to_dict()["passages"][0]["speakers"] == ["Saeed Khatibzadeh"]
    assert "in the article these are words of Saeed Khatibzadeh" in str(comparison)
    own = held(f"“{CLAUSE},” it said.")
    assert own.to_dict()["passages"][0]["speakers"] == []
    assert "in the article these are the author's words, not a quotation" in str(own)


def test_places_on_both_sides() -> None:
    """A passage has its place in the text and in the article; both give its words."""
    text = f"Oil rose. “{CLAUSE},” it said."
    (passage,) = held(text).passages
    assert text[slice(*passage.span)] == passage.words == CLAUSE
    ((paragraph, start, end),) = passage.article
    assert harbour.PARAGRAPHS[paragraph - 1][start:end] == CLAUSE
    assert (passage.paragraphs, passage.changes, passage.set_aside) == ((3,), (), ())


def test_a_passage_over_two_paragraphs() -> None:
    """A passage that runs on into the next paragraph has a place in each."""
    text = f"{SENTENCE}\n\n{harbour.PARAGRAPHS[5]}"
    (passage,) = held(text).passages
    assert passage.paragraphs == (5, 6)
    assert [(place.start, place.end) for place in passage.article] == [
        (0, len(SENTENCE) - 1),
        (0, len(harbour.PARAGRAPHS[5]) - 1),
    ]


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("smaller", "larger", "replaced"),
        ("smaller office", "house", "replaced"),
        ("16,000", "160,000", "replaced"),
        ("smaller ", "", "removed"),
        ("a new contract, ", "", "removed"),
        ("a new", "not a new", "added"),
        ("a new", "a brand new", "added"),
    ],
)
def test_what_a_change_is(was: str, now: str, kind: str) -> None:
    """A change is replaced, removed or added, with the words and places of both sides, and its context."""
    text = f"The paper wrote: “{CLAUSE.replace(was, now)}.” Nothing more."
    comparison = held(text)
    (change,) = comparison.changes
    assert change.kind == kind
    assert text[slice(*change.span)] == change.words
    assert set(change.words.split()) <= set(now.split())
    assert change.span.start <= change.span.end
    if change.article is None:
        assert (kind, change.article_words) == ("added", "")
    else:
        paragraph, start, end = change.article
        assert harbour.PARAGRAPHS[paragraph - 1][start:end] == change.article_words
        assert set(change.article_words.replace(",", "").split()) <= set(was.replace(",", "").split())
    assert f"[{change.words}]" in change.context
    assert comparison.passages[0].changes == (change,)


def test_both_of_two_versions_are_told() -> None:
    """A true version of a sentence does not excuse an altered one in the same text."""
    altered = LONG.replace("smaller", "larger")
    for text in (f"{LONG}\n\n{altered}", f"{altered}\n\n{LONG}"):
        comparison = held(text)
        assert comparison.verdict == "altered"
        assert sorted(passage.verdict for passage in comparison.passages) == ["altered", "exact"]
        assert comparison.find(cited("new contract")) is not None
        assert comparison.paragraphs[3].verdict == "altered"


@pytest.mark.parametrize(
    "text",
    [
        f"“{CLAUSE.replace('Ana Torvald', '[her]')}”",
        f"“{CLAUSE.replace('a new contract', 'a new contract [of five years]')}”",
        "“offered Ana Torvald a new contract … and 16,000 crowns a year, which she turned down”",
        "“offered Ana Torvald a new contract,” he said, “a smaller office and 16,000 crowns a year.”",
        f"“{CLAUSE.replace('contract,', 'contract,[3]')}”",
        f"“{CLAUSE.replace('contract,', 'contract,³')}”",
        f"“[O]{CLAUSE[1:]}”",
        f"“{CLAUSE.replace('contract', 'con-' + chr(10) + 'tract')}”",
        f"“{CLAUSE.replace('office', 'oﬃce')}”",
        f"“{CLAUSE.replace('contract', 'con' + chr(0xAD) + 'tract')}”",
        f"“{CLAUSE.replace('contract', '[contract](https://example.org/a-contract)')}”",
        f"“{CLAUSE.replace('a smaller', '<del>no</del> a <em>smaller</em>')}”",
        f"‘{CLAUSE}’",
        f"« {CLAUSE} »",
    ],
)
def test_the_usual_freedoms_of_quotation(text: str) -> None:
    """Editorial brackets, ellipses, interruptions, notes, wraps, links and struck words alter nothing."""
    comparison = held(f"The paper wrote: {text}. Nothing more was said.")
    assert (comparison.verdict, comparison.changes) == ("verbatim", ())


@pytest.mark.parametrize(
    ("text", "verdict", "count"),
    [
        ("“offered Ana Torvald a new contract,” he said, “a smaller office and 16,000 crowns.”", "verbatim", 1),
        ("“offered Ana Torvald a new contract,” he said, “smaller office and 16,000 crowns.”", "altered", 1),
        ("“offered Ana Torvald a new contract,” he said, “never a smaller office and 16,000 crowns.”", "altered", 2),
        (
            "“offered Ana Torvald a new contract,” he said, “16,000 crowns a year, which she turned down.”",
            "verbatim",
            2,
        ),
        (f"“{CLAUSE}.” {'He went on and on. ' * 6}“{SENTENCE}”", "verbatim", 2),
        (f"“{CLAUSE}.” It cost him much. “Which she turned down before the ink was dry.”", "verbatim", None),
    ],
)
def test_two_quotations(text: str, verdict: str, count: int | None) -> None:
    """Two quotations with an interruption are one passage where they go on; a word lost or put in between alters."""
    comparison = held(f"The paper wrote: {text}")
    assert comparison.verdict == verdict
    if count is not None:
        assert len(comparison.passages) == count


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (LONG.replace(" before the ink was dry", " … ink was dry"), 0),
        (LONG.replace("a new contract, a smaller office", "a new contract … office"), 0),
        (f"{harbour.PARAGRAPHS[3].replace('The crowd cheered. ', '')}", 1),
        (f"{harbour.PARAGRAPHS[3].replace('The crowd cheered. ', '… ')}", 0),
        (f"{harbour.PARAGRAPHS[1].replace('council gave none', 'council gave … none')}", 0),
        (harbour.PARAGRAPHS[0].replace("had never met", "had … met"), 1),
        (LONG.replace("On Tuesday", "On Monday"), 1),
        (LONG.replace("was dry", "was wet"), 1),
        (f"“{LONG.replace('On Tuesday', 'And on Tuesday')}”", 1),
        (f"“{LONG.replace('was dry.', 'was dry for ever.')}”", 1),
    ],
)
def test_words_left_out_and_edges(text: str, changes: int) -> None:
    """An ellipsis covers words that are left out, but no negation; a change at a passage's edge is told."""
    assert len(held(text).changes) == changes


def test_what_is_set_aside_is_told() -> None:
    """Words inside a passage that are no words of it are listed, and alter nothing."""
    comparison = held(LONG.replace("contract,", "contract [citation needed],"))
    assert comparison.verdict == "verbatim"
    assert comparison.passages[0].set_aside == ("citation needed",)
    assert "set aside, as no words of the sentence: 'citation needed'" in str(comparison)


def test_a_negation_in_brackets_is_not_set_aside() -> None:
    """A "not" put in alters, brackets or none."""
    comparison = held(LONG.replace("which she turned", "which she (not) turned"))
    assert comparison.verdict == "altered"
    assert [(change.kind, change.words) for change in comparison.changes] == [("added", "not")]


@pytest.mark.parametrize(
    ("was", "now"),
    [("Ana Torvald", "[not her]"), ("a smaller office", "[a bigger house]"), ("a smaller ", "[a larger] ")],
)
def test_brackets_that_are_no_substitute(was: str, now: str) -> None:
    """Square brackets may hold a name or pronoun for another: no negation, and nothing for words that are neither."""
    assert held(f"“{CLAUSE.replace(was, now)}”").verdict == "altered"


def test_a_block_beside_the_body() -> None:
    """A pull quote of the page is known where the copy has it, and has no place in a paragraph of its own."""
    copy = Alignment(harbour.WHOLE.replace("\n\nIf", f"\n\n{harbour.LINK}\n\nIf"), harbour.OUTLINE)
    comparison = copy.compare(f"They link to “{harbour.LINK}” there.")
    (passage,) = comparison.passages
    assert (comparison.verdict, passage.article, passage.paragraphs) == ("verbatim", (), ())
    assert "outside the body" in str(comparison)
    assert {part.verdict for part in comparison.paragraphs.values()} == {"missing"}
    changed = copy.compare(f"They link to “{harbour.LINK.replace('Quiet', 'Loud')}” there.")
    assert [change.article for change in changed.changes] in ([], [None])


# -- paragraphs and citations --


def test_paragraphs_of_a_text() -> None:
    """A paragraph stands where all its sentences do, is partial where words of it stand, altered where some changed."""
    text = f"{harbour.PARAGRAPHS[0]}\n\nThe paper wrote: “{CLAUSE}.”\n\n{SENTENCE.replace('soon', 'late')}"
    parts = held(text).paragraphs
    assert [parts[number].verdict for number in (1, 2, 3, 5)] == ["exact", "missing", "partial", "altered"]
    assert [one.verdict for one in parts[1].sentences] == ["exact", "exact"]
    assert parts[1].span is not None
    assert text[slice(*parts[1].span)] == harbour.PARAGRAPHS[0][:-1]
    assert parts[3].span is None
    with pytest.raises(UnknownValueError):
        parts[9]


def test_citations_in_a_text() -> None:
    """A citation whose words stand in the text is found there, with its words, context and link."""
    text = f"The paper wrote: “{CLAUSE}.” Nothing more."
    comparison = held(text)
    citation = cited("new contract")
    place = comparison.find(citation)
    assert place is not None
    assert text[slice(*place)] == comparison.words(citation) == "new contract"
    assert comparison.context(citation, 4) == "d a [new contract], a"
    assert comparison.context(citation, 0, ("<", ">")) == "<new contract>"
    with pytest.raises(WrongTypeError, match="two texts"):
        comparison.context(citation, 0, ("<", 5))  # type: ignore[arg-type]
    address, _, fragment = comparison.link(citation).partition("#:~:text=")
    assert (address, fragment) == (harbour.OUTLINE.address, "Ana%20Torvald%20a-,new%20contract,-a%20smaller%20office")


@pytest.mark.parametrize("words", ["smaller office", "closed doors", "pilots"])
def test_citations_that_are_lost(words: str) -> None:
    """A citation whose words were changed, or do not stand in the text, is not found, and the error says where."""
    comparison = held(f"The paper wrote: “{CLAUSE.replace('smaller', 'larger')}.”")
    citation = cited(words)
    assert comparison.find(citation) is None
    for ask in (comparison.words, comparison.context, comparison.link):
        with pytest.raises(CitationNotFoundError) as caught:
            ask(citation)
        assert caught.value.paragraph == citation.paragraph
        assert caught.value.verdict == comparison.paragraphs[citation.paragraph].verdict


def test_a_citation_the_copy_has_not() -> None:
    """Words that are not proved in the copy are found in no text."""
    copy = Alignment(harbour.PARAGRAPHS[2], harbour.OUTLINE)
    comparison = copy.compare(harbour.WHOLE)
    assert comparison.find(cited("pilots")) is None
    assert comparison.find(cited("new contract")) is not None
    assert comparison.paragraphs[1].verdict == "missing"


def test_every_citation_is_found_in_the_text_itself() -> None:
    """Compared with itself, a copy has every citation of the brief, each with its own words."""
    comparison = held(harbour.WHOLE)
    assert (comparison.verdict, {part.verdict for part in comparison.paragraphs.values()}) == ("verbatim", {"exact"})
    for citation in harbour.OUTLINE.citing:
        meant = harbour.PARAGRAPHS[citation.paragraph - 1][citation.start : citation.end]
        assert comparison.words(citation) == meant


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ("Ana Torvald", "Jon Ferrer", "Ana Torvald"),
        ("16,000 ", "", "16,000"),
        ("Ana Torvald", "Ana Maria Torvald", "Ana Torvald"),
    ],
)
def test_records_whose_words_were_changed(was: str, now: str, words: str) -> None:
    """A change affects the records that cite its words: replaced, left out, or with words put between them."""
    comparison = held(f"“{CLAUSE.replace(was, now)}”")
    wanted = {record.id for record in harbour.OUTLINE.citing[cited(words)]}
    found = {record.id for record in comparison.affected}
    assert wanted <= found
    assert (
        f"Records of the brief that rest on changed words: {', '.join(record.id for record in comparison.affected[:8])}"
        in str(comparison)
    )
    untouched = {record.id for record in harbour.OUTLINE.citing[cited("Brélan")]}
    assert not untouched & found


def test_discrepancies() -> None:
    """The checks of words that stand in the text are told; those of other words are not."""
    assert held(harbour.WHOLE).discrepancies == (harbour.CHECK,)
    assert held(SENTENCE).discrepancies == ()


# -- a comparison as a value --


def test_a_comparison_is_a_value() -> None:
    """Comparisons of one text with one copy are equal and hash alike; with another text or copy they are not."""
    one, other = held(LONG), held(LONG)
    assert one == other
    assert hash(one) == hash(other)
    assert one not in (held(SENTENCE), compare(LONG), LONG)
    assert one.text == LONG
    assert repr(one) == "<Comparison: verbatim; 1 passages, 0 changes>"


def test_parts_of_a_comparison_are_values() -> None:
    """Passages and changes are equal by what they say, and survive pickling."""
    text = LONG.replace("smaller", "larger")
    one, other = held(text).passages, held(text).passages
    assert one == other == pickle.loads(pickle.dumps(one))
    assert isinstance(one[0], Passage)
    assert isinstance(one[0].changes[0], Change)
    assert len({*one, *other}) == 1


@pytest.mark.parametrize("text", [LONG.replace("smaller", "larger"), SENTENCE, "Nothing."])
def test_plain_data(text: str) -> None:
    """The report is plain data that JSON takes, and says what the comparison says."""
    comparison = held(text)
    data = json.loads(json.dumps(comparison.to_dict()))
    assert (data["verdict"], data["with_copy"]) == (comparison.verdict, True)
    assert [one["words"] for one in data["passages"]] == [one.words for one in comparison.passages]
    for one, passage in zip(data["passages"], comparison.passages, strict=True):
        assert [change["words"] for change in one["changes"]] == [change.words for change in passage.changes]
    assert data["affected"] == [record.id for record in comparison.affected]


@pytest.mark.parametrize("wrong", [None, 5, b"bytes", "5:0-26", ["text"]])
def test_wrong_types(wrong: Any) -> None:
    """What is no text or path, no citation or no copy is refused at the door, and told what is wanted."""
    comparison = held(LONG)
    with pytest.raises(WrongTypeError, match="want a Citation"):
        comparison.find(wrong)
    if not isinstance(wrong, str):
        with pytest.raises(WrongTypeError, match="want the text as a str"):
            COPY.compare(wrong)
        with pytest.raises(WrongTypeError, match="want the text as a str"):
            compare(wrong)
        if wrong is not None:
            with pytest.raises(WrongTypeError, match="want the text as a str"):
                compare("text", wrong)
    if not isinstance(wrong, bool):
        with pytest.raises(WrongTypeError):
            comparison.report(record=wrong)


# -- the function, with a copy, a path and without --


def test_the_function_takes_a_copy_in_any_form(tmp_path: Path) -> None:
    """The copy may be an alignment, a text or a path; so may the text that is compared."""
    path = tmp_path / "said.txt"
    path.write_text(LONG, encoding="utf-8")
    assert compare(path, COPY) == compare(LONG, COPY) == COPY.compare(path)
    assert compare(LONG, path).verdict == "none"  # the path's text proves nothing of the article
    assert compare(LONG, path).has_copy
    with pytest.raises(CopyError):
        compare("said.txt", COPY)
    with pytest.raises(CopyError):
        compare(LONG, tmp_path / "none.txt")


def test_quotations_are_known_without_a_copy() -> None:
    """Everybody can compare the words that the article sets in quotation marks: each is found where it is cited."""
    for quote in quotes:
        comparison = compare(f"He said: “{quote.text}”")
        assert not comparison.has_copy
        if len(quote.text.split()) >= 5:
            assert comparison.verdict == "verbatim", quote.id
            citation = quote.citations[0]
            assert comparison.words(citation).startswith(quote.text.split()[0].strip("“‘"))
            assert comparison.link(citation).startswith("https://insidearabia.com/")
            assert comparison.paragraphs[citation.paragraph].verdict == "partial"


def test_without_a_copy_the_reader_is_told() -> None:
    """Without a copy the report says what was compared and what the rest needs; a changed quotation is told."""
    said = quotes["not-the-time-quote"].text
    altered = compare(f"He said: “{said.replace('informal', 'formal')}.”")
    assert [(change.kind, change.words, change.article_words) for change in altered.changes] == [
        ("replaced", "formal", "informal")
    ]
    assert quotes["not-the-time-quote"] in altered.affected
    assert "Only the words that the article itself sets in quotation marks were compared" in str(altered)
    assert "the article's own quotations" in str(compare("Nothing."))
    assert compare(f"“{said}”") == compare(f"“{said}”")


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("We repeat that ", ""),
        ("", " and never will"),
        ("You know us. ", ". No more"),
        ("", ", and so on and so forth"),
    ],
)
def test_words_on_either_side_of_a_known_quotation(before: str, behind: str) -> None:
    """Without a copy, words put before or behind a quotation's own inside the same marks are told: there the article's
    marks end.
    """
    comparison = compare(f"“{before}{quotes['not-the-time-quote'].text}{behind},” he said.")
    assert [(change.kind, change.words) for change in comparison.changes] == [
        ("added", words.strip(" .,")) for words in (before, behind) if words
    ]


@article_copy.needs_article
@pytest.mark.parametrize(
    "text",
    [
        "“The Joint Comprehensive Plan of Action is dead,” he said.",
        "He called it “the failed Joint Comprehensive Plan of Action” on Monday.",
        "“The International Atomic Energy Agency must act now,” said the minister.",
        f"The headline was “Iran passes {quotes['strategic-action-plan-quote'].text}” in December.",
    ],
)
def test_a_name_in_a_quotation(text: str) -> None:
    """A long name that everybody uses makes no quotation of the article, whatever stands beside it in the marks; alone
    in the marks it stands.
    """
    copy = align(article_copy.text())
    assert copy.compare(text).verdict == "none"
    assert copy.compare("“Joint Comprehensive Plan of Action” is its name.").verdict == "verbatim"


@article_copy.needs_article
def test_the_article_with_its_own_copy() -> None:
    """With the article as copy, its text is verbatim, and a digit changed in any paragraph is told there."""
    copy = align(article_copy.text())
    assert copy.compare(article_copy.text()).verdict == "verbatim"
    for number, text in enumerate(article_copy.paragraph_texts(), 1):
        words = text.split()
        words[len(words) // 2] = "banana"
        comparison = copy.compare(" ".join(words))
        assert comparison.verdict == "altered"
        assert comparison.paragraphs[number].verdict == "altered"
        assert "banana" in {change.words for change in comparison.changes}


def test_what_the_copy_lacks_is_said() -> None:
    """With part of the article, or another text for a copy, the answer says how much could be compared."""
    part = Alignment(harbour.PARAGRAPHS[3], harbour.OUTLINE)
    assert "Your copy has 3 of the article's" in str(part.compare(harbour.PARAGRAPHS[3]))
    assert "Your copy has 3 of the article's" in str(part.compare(harbour.PARAGRAPHS[5]))
    other = Alignment("A text about something else.", harbour.OUTLINE)
    assert str(other.compare(CLAUSE)).startswith("No sentence of the article was proved in your copy")
