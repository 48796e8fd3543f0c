"""Any text held against a proved copy, word by word."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, strategies as some

import harbour
from jcpoa_brief import claims, compare, events, glossary, quotes
from jcpoa_brief._align.alignment import Alignment
from jcpoa_brief._align.words import Text
from jcpoa_brief._model.record import Citation
from jcpoa_brief.errors import CitationNotFoundError, WrongTypeError

WHOLE = Alignment(harbour.WHOLE, harbour.OUTLINE)
FOUR = harbour.PARAGRAPHS[3]
SIX = harbour.PARAGRAPHS[5]
LONG = "The council meets again on Friday at 10.30."


def changes(text: str) -> list[tuple[str, str, str]]:
    """Each change in a text: its kind, the text's words and the article's."""
    return [(one.kind, one.words, one.article_words) for one in WHOLE.compare(text).changes]


def test_what_changed() -> None:
    """Each change has its kind, the words and the places of both sides."""
    text = SIX.replace("quiet fee", "loud fee").replace("does not", "does").replace("went quickly", "went away quickly")
    comparison = WHOLE.compare(text)
    assert changes(text) == [("replaced", "loud", "quiet"), ("removed", "", "not"), ("added", "away", "")]
    replaced, removed, added = comparison.changes
    assert text[slice(*replaced.span)] == "loud"
    assert replaced.article is not None
    assert SIX[replaced.article.start : replaced.article.end] == "quiet"
    assert removed.span.start == removed.span.end
    assert added.article is None
    assert "[loud]" in replaced.context
    assert (comparison.verdict, comparison.paragraphs[6].verdict) == ("altered", "altered")
    assert comparison.affected
    assert "3 places (paragraph 6)" in str(comparison)
    assert "“loud” where the article has “quiet”" in str(comparison)
    assert "“not” left out" in str(comparison)
    assert "“away” added" in str(comparison)


@pytest.mark.parametrize(
    "text",
    [
        harbour.WHOLE,
        f"<p>{harbour.WHOLE}</p>".replace("\n\n", "</p>\n<p>"),
        SIX.replace("same; if", "same;\n\n12   THE HARBOUR NEWS   8 MARCH\n\nif"),
        SIX.replace("same;", "same;[4]"),
        SIX.replace("same;", "same;<sup>4</sup>"),
        SIX.replace("the guild", "the gu-\nild"),
        SIX.replace("the guild", "the <del>town</del> guild"),
        SIX.replace("the guild", "the ~~town~~ guild"),
        SIX.replace("the guild", "the {--town--}{++guild++}"),
        SIX.replace("the guild", 'the [guild](https://example.org/x "Guild")'),
        SIX.replace("the guild", "the <span style='display:none'>town</span> guild"),
        f"<style>.x {{ display: none }}</style><p>{SIX.replace('the guild', 'the <b class=x>town</b> guild')}</p>",
        "> " + SIX.replace(" ", "\n> "),
        "1/3 " + SIX.replace(" guild", "\n\n2/3 guild").replace(" harbour", "\n\n3/3 harbour", 1),
        "He wrote: “[T]he council meets again on Friday at 10.30.”",
        "He wrote: “The council meets … at 10.30. Ana Torvald has said that she will be there.”",
        "“The council meets again on Friday,” he said, “at 10.30. Ana Torvald has said that she will be there.”",
        "“[They] meets again on Friday at 10.30. Ana Torvald has said that she will be there.”",
        "“The council meets [sic] again on Friday at 10.30. Ana Torvald has said that she will be there.”",
        "KEEPER: " + harbour.PARAGRAPHS[6],
        harbour.PARAGRAPHS[6].replace("10.30. Ana", "10.30.\n\nRelated: Marrow Bay\n\nAna"),
        "T\nhe council meets again on Friday at 10.30. Ana Torvald has said that she will be there.",
    ],
)
def test_what_alters_nothing(text: str) -> None:
    """What is set apart, quotation's usual freedoms, and what is not seen."""
    assert WHOLE.compare(text).verdict == "verbatim", changes(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (SIX.replace("the guild", "the <del>guild</del>"), ("removed", "", "guild")),
        (SIX.replace("it does not", "it … does"), ("removed", "", "not")),
        (SIX.replace("does not", "does\n\nnot\n\nnot"), ("added", "not", "")),
        (SIX.replace("in 2009", "in 2010"), ("replaced", "2010", "2009")),
        (SIX.replace("went quickly", "quickly went"), ("added", "quickly", "")),
        (f"“{SIX.replace('the ships', 'some ships', 1)}”", ("replaced", "some", "the")),
        (
            harbour.PARAGRAPHS[6].replace("10.30. Ana", "10.30. Nobody else will come. Ana"),
            ("added", "Nobody else will come", ""),
        ),
        (f"It says “banana {LONG[4:-1]}”.", ("replaced", "banana", "The")),
    ],
)
def test_what_alters(text: str, wanted: tuple[str, str, str]) -> None:
    """A word struck, left out, put in, moved or replaced is told, at the edges too."""
    assert WHOLE.compare(text).verdict == "altered"
    assert wanted in changes(text)


FERRER = "Ferrer, who was a pilot then, remembers that the ships went quickly and came back slowly"


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (f"“Ferrer, who was drunk. {FERRER}.”", "who was drunk"),
        (f"“{FERRER}, and that the ships went to hell.”", "and that the ships went to hell"),
        (f"“Ferrer, who was a pilot, lied. {FERRER}.”", "lied"),
        (f"<q>Ferrer, who was drunk. {FERRER}.</q>", "Ferrer, who was drunk"),
        ("“I was asked to keep the harbour, and I shall keep the harbour, for ever and a day.”", "for ever and a day"),
    ],
)
def test_invented_words_beside_true_ones(text: str, added: str) -> None:
    """Whatever they share with the words that they stand beside, words inside the marks are told."""
    assert any(added in words for kind, words, _ in changes(text) if kind != "removed"), changes(text)


def test_much_more_than_the_articles_words_inside_the_marks() -> None:
    """Where most of a quotation is not the article's, the rest stands among the other quotations; changes stay told."""
    rest = "We have had enough of this harbour, of its keeper, of the council and of everybody who lives here, and"
    comparison = WHOLE.compare(f"“{rest} {FERRER}.”")
    assert (comparison.verdict, comparison.to_dict()["other_quotations"]) == ("verbatim", [rest])
    altered = WHOLE.compare(f"“{rest} {FERRER.replace('quickly', 'unwillingly')}.”")
    assert [change.words for change in altered.changes] == ["unwillingly"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("> We shall never pay a single crown. {}\n", "altered"),
        ("> {} It failed.\n", "altered"),
        ("[quote=Ferrer]{} It failed.[/quote]", "altered"),
        ("{{{{quote|It failed. {}|The Weekly}}}}", "altered"),
        ("> {}\n> — The Weekly, in March\n", "verbatim"),
        ("> {} — The Weekly\n", "verbatim"),
        ("> {} [The Weekly](https://example.org/a) #harbour ^note-1\n", "verbatim"),
        ("> Good morning to everybody on this list.\n>\n> {}\n>\n> Jon Ferrer, for the council\n", "verbatim"),
        ("Yesterday Jon wrote:\n> {}\nI do not agree with him at all.\n", "verbatim"),
        ("[quote=Ferrer]{}[/quote] That is all.", "verbatim"),
        ("{{{{quote|{}|The Weekly}}}}", "verbatim"),
    ],
)
def test_blocks_that_are_marked_as_quoted(text: str, verdict: str) -> None:
    """A block of Markdown, of mail, of a forum or a wiki that is marked as quoted is a quotation, without the credit at
    its end; a block that has nothing of the article is not told, since a mail is quoted whole.
    """
    comparison = WHOLE.compare(text.format(LONG))
    assert (comparison.verdict, comparison.other_quotations) == (verdict, ())


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "“in Brélan closed on Monday after its keeper,” he said, “fell out with the council over”",
            "altered",
        ),
        (
            "He says “in Brélan closed on Monday after its keeper” and “fell out with the council over”.",
            "verbatim",
        ),
        ("“if it does,” he said, “the ships will go to Marrow Bay, as they did in 2009”", "altered"),
        ("“if it does” happen, he said that “the ships will go to Marrow Bay, as they did in 2009”", "verbatim"),
        ("“the ships will go to Marrow Bay, as they did in 2009, and the harb…", "verbatim"),
        ("“the ships will go to Marrow Bay, as they did in 2009, and the hark…", "altered"),
    ],
)
def test_pieces_and_ends(text: str, verdict: str) -> None:
    """What is left out at "he said" is told, a negation behind a piece of two words too; between two quotations of
    their own nothing is. A word that is cut off before an ellipsis is no other word.
    """
    assert WHOLE.compare(text).verdict == verdict, changes(text)


def test_a_number_in_an_item_of_a_list() -> None:
    """A changed number in an item, or a cell, that is no whole sentence is told, whatever item follows."""
    items = "- a smaller office and 17,000 crowns a year\n- the ships will go to Marrow Bay, as they did in 2009\n"
    assert [change.words for change in WHOLE.compare(items).changes] == ["17,000"]
    assert WHOLE.compare(items.replace("17", "16")).verdict == "verbatim"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("“If the council pays the quiet fee, the guild … ask for the same; if it does not”", "altered"),
        ("“If the council … the quiet fee, the guild … for the same; if it does not”", "altered"),
        ("“If the council pays the quiet fee, … the same; if it does not, the ships will go”", "verbatim"),
        ("“if it does … go to Marrow Bay, as they did in 2009, and the harbour of Brélan”", "altered"),
        ("“if it [did] not, the ships will go to Marrow Bay, as they did in 2009”", "verbatim"),
        ("“if it does [now], the ships will go to Marrow Bay, as they did in 2009”", "altered"),
        (
            "“over a “quiet fee” of 1.6 million crowns. [Ana] said that the office”",
            "verbatim",
        ),
        ("“after its keeper, [Torvald], fell out with the council over a “quiet fee””", "verbatim"),
        ("“after its keeper, Torvald, fell out with the council over a “quiet fee””", "altered"),
        ("[1] “after its keeper, [1], fell out with the council over a “quiet fee””", "altered"),
        ("“the council met behind closed doors and the ships will go to Marrow Bay, as they did in 2009”", "altered"),
        ("“the council met behind closed doors … the ships will go to Marrow Bay, as they did in 2009”", "verbatim"),
    ],
)
def test_what_an_ellipsis_or_brackets_may_stand_for(text: str, verdict: str) -> None:
    """An ellipsis stands for two words or more, and begins with no negation; brackets for a name or form, unless they
    hold a note's number.
    """
    assert WHOLE.compare(text).verdict == verdict, changes(text)


def test_sentences_in_another_order() -> None:
    """A sentence that stands before the one it follows is told."""
    first, second = FOUR[: FOUR.index(" The crowd")], FOUR[FOUR.index("Then") :]
    assert WHOLE.compare(f"{second} {first}").verdict == "altered"
    assert WHOLE.compare(f"{second}\n\n{first}").verdict == "verbatim"


def test_two_versions() -> None:
    """A true quotation does not excuse an altered one."""
    comparison = WHOLE.compare(f"One: “{LONG}” Another: “{LONG.replace('Friday', 'Monday')}”")
    assert [passage.verdict for passage in comparison.passages] == ["exact", "altered"]


def test_how_exactly_passages_stand() -> None:
    """Other marks and capitals are told, and alter nothing."""
    said = "Expects the quarrel"
    assert [one.verdict for one in WHOLE.compare(FOUR).passages] == ["exact"]
    assert [
        one.verdict for one in WHOLE.compare(FOUR.replace("“", '"').replace("”", '"').replace("—", "-")).passages
    ] == ["typographic"]
    assert [one.verdict for one in WHOLE.compare(FOUR.upper()).passages] == ["same_words"]
    assert WHOLE.compare(said).verdict == "none"
    assert "too short to tell" in str(WHOLE.compare(said))


def test_citations_in_a_text() -> None:
    """The words of a citation are found in a text that quotes them, also over a note, and not where they changed."""
    text = f"Before. {SIX.replace('as they did', 'as they[3] did')} Behind."
    comparison = WHOLE.compare(text)
    start = SIX.index("as they did")
    citation = Citation(paragraph=6, start=start, end=start + len("as they did"))
    assert comparison.words(citation) == "as they[3] did"
    assert comparison.context(citation, 5) == "Bay, [as they[3] did] in 2"
    assert comparison.link(citation).startswith("https://example.org/harbour#:~:text=")
    changed = WHOLE.compare(text.replace("[3]", " once"))
    assert changed.find(citation) is None
    with pytest.raises(CitationNotFoundError, match="were not found in this text"):
        changed.words(citation)
    assert WHOLE.compare("Nothing.").find(citation) is None
    assert WHOLE.compare(harbour.PARAGRAPHS[0]).discrepancies == (harbour.CHECK,)
    with pytest.raises(WrongTypeError):
        comparison.find("5:0-26")  # type: ignore[arg-type]


def test_paragraphs_in_a_text() -> None:
    """What of each paragraph stands in a text: whole, in part, altered or not at all."""
    comparison = WHOLE.compare(f"{harbour.PARAGRAPHS[6]}\n\n{FOUR[: FOUR.index('Then')]}")
    assert comparison.paragraphs[7].verdict == "exact"
    assert comparison.paragraphs[4].verdict == "partial"
    assert comparison.paragraphs[1].verdict == "missing"
    assert comparison.passages[0].paragraphs == (7,)


def test_a_pull_quote_is_no_alteration() -> None:
    """A block beside the body is known by its digest when the copy has it."""
    whole = f"{harbour.WHOLE}\n\n{harbour.PULL_QUOTE}\n\n{harbour.LINK}"
    comparison = Alignment(whole, harbour.OUTLINE).compare(f"Other text.\n\n{harbour.LINK}\n\nOther text.")
    assert comparison.verdict == "verbatim"
    assert comparison.passages[0].article == ()
    assert "outside the body" in str(comparison)


def test_results_are_values() -> None:
    """Comparisons of one text with one copy are equal and hash alike; reports are plain data, text and a table."""
    one = compare(f"“{quotes['not-the-time-quote'].text}”")
    other = compare(f"“{quotes['not-the-time-quote'].text}”")
    assert one == other
    assert hash(one) == hash(other)
    assert one == pickle.loads(pickle.dumps(one))
    assert one != "text"
    assert "<table>" in one._repr_html_()
    assert repr(one) == "<Comparison: verbatim; 1 passages, 0 changes>"
    assert one.to_dict()["verdict"] == "verbatim"
    assert "1 discrepancy between what stands here and" in str(WHOLE.compare(harbour.PARAGRAPHS[0]))
    assert "It was a Tuesday." in WHOLE.compare(harbour.PARAGRAPHS[0]).report(record=True)
    assert WHOLE.compare("Nothing.").report(record=True).startswith("The text has fewer than five")
    with pytest.raises(WrongTypeError):
        one.report(record="yes")  # type: ignore[arg-type]
    assert compare(LONG, harbour.WHOLE).verdict == "none"
    assert compare(LONG, WHOLE).verdict == "verbatim"


def test_a_block_whose_last_line_looks_like_its_source() -> None:
    """A line behind a dash that begins with a foreign word, and goes on with the article's, is compared to its end."""
    text = SIX[:38] + "\n— Weekly " + SIX[39:72]
    assert changes(text) == [("added", "Weekly", "")]


def test_texts_on_the_subject_are_not_accused() -> None:
    """Our own summaries, statements and definitions do not quote the article, and none is told as altered."""
    texts = [event.summary for event in events] + [claim.statement for claim in claims]
    texts += [term.definition for term in glossary]
    assert len(texts) >= 190
    assert not any(compare(text).verdict == "altered" for text in texts)
    assert not any(WHOLE.compare(text).passages for text in texts)


@given(some.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    """Whatever Unicode there is, each word stands where it is said to stand, and comparing never fails."""
    read = Text(text)
    assert len(read.masked) == len(text)
    assert all(start < end <= len(text) for start, end in zip(read.starts, read.ends, strict=True))
    assert WHOLE.compare(text).verdict in ("verbatim", "altered", "none")


@given(some.data())
def test_any_text_around_a_quotation(data: some.DataObject) -> None:
    """A quotation stands whatever stands around it, in blocks of its own."""
    around = data.draw(some.text(some.characters(categories=["Lu", "Ll", "Nd", "Zs", "Po"]), max_size=80))
    around = around.replace("<", "").replace("&", "").replace("\\", "")
    comparison = WHOLE.compare(f"{around}\n\n“{LONG}”\n\n{around}")
    assert any(passage.verdict in ("exact", "same_words") for passage in comparison.passages)
