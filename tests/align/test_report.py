"""What an alignment and a comparison say to a person, as text and as a notebook's table."""

from __future__ import annotations

import re

import pytest

import harbour
from jcpoa_brief import checks, compare
from jcpoa_brief._align.alignment import Alignment
from jcpoa_brief._align.report import comparison_text
from jcpoa_brief._collections.checks import count_discrepancies

COPY = Alignment(harbour.WHOLE, harbour.OUTLINE)
LONG = harbour.PARAGRAPHS[2]
RECORD = (
    "There is 1 discrepancy between what stands here and independent sources, found in 1 check (a source, or the "
    "article itself elsewhere, contradicts the article)."
)


def proved(text: str) -> Alignment:
    """A copy of the text written for the tests."""
    return Alignment(text, harbour.OUTLINE)


# -- a copy --


def test_a_whole_copy() -> None:
    """The answer comes first, then a line for each paragraph, then the number of discrepancies."""
    lines = str(COPY).split("\n")
    assert lines[0] == "This is the whole article: all 15 sentences are proved, in its order."
    assert lines[1:8] == [f"  ¶{number}  exact" for number in range(1, 8)]
    assert lines[8:] == ["", RECORD]


def test_a_copy_of_nothing() -> None:
    """Where nothing is proved the answer is all."""
    assert str(proved("Nothing.")) == "Nothing of the article was proved in this text."


def test_a_part_of_a_copy() -> None:
    """Paragraphs in a row that are missing are one line; a paragraph whose sentences differ tells each."""
    text = (
        f"{harbour.PARAGRAPHS[3].replace('The crowd cheered.', 'The crowd sang.')}\n\n{harbour.PARAGRAPHS[5].upper()}"
    )
    lines = str(proved(text)).split("\n")
    assert lines[:6] == [
        "This is part of the article: 4 of 15 sentences are proved.",
        "  ¶1–3 missing",
        "  ¶4  partial (exact, missing, exact)",
        "  ¶5  missing",
        "  ¶6  same words",
        "  ¶7  missing",
    ]
    count = len(proved(text).unproved)
    assert lines[6:8] == ["", f"{count} records rest on words that are not proved in this copy."]


def test_words_of_a_copy_that_nothing_proves() -> None:
    """What stands in a copy besides the article is counted; repeated sentences, titles and pull quotes are proved."""
    whole = "\n\n".join(harbour.PARAGRAPHS)
    assert proved(f"{whole}\n\n{harbour.PARAGRAPHS[0]}").to_dict()["other_words"] == 0
    assert "The copy has 1 word more, of which" in str(proved(f"Menu\n\n{whole}"))
    assert "The copy has 4 words more, of which" in str(proved(f"{whole}\n\nHe will come back."))


def test_one_record_rests_on_a_word() -> None:
    """One record is told in the singular."""
    outline = harbour.Outline(harbour.OUTLINE.paragraphs, harbour.OUTLINE.records[:1], (), "https://example.org")
    alignment = Alignment(harbour.PARAGRAPHS[4], outline)
    assert len(alignment.unproved) == 1
    assert str(alignment).endswith("1 record rests on words that are not proved in this copy.")


def test_a_copy_in_another_order() -> None:
    """All sentences in another order are told as that."""
    text = "\n\n".join(harbour.PARAGRAPHS[::-1])
    assert str(proved(text)).startswith(
        "All 15 sentences of the article are proved in this text, but in another order."
    )


def test_a_copy_in_a_notebook() -> None:
    """A notebook shows the answer and a row for each paragraph."""
    shown = COPY._repr_html_()
    answer = "This is the whole article: all 15 sentences are proved, in its order."
    assert shown.startswith(f"<table><caption>{answer}</caption>")
    assert shown.count("<tr><td>¶") == 7
    assert "<td>¶5</td><td>exact</td>" in shown


# -- a comparison --


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (LONG, "The text quotes the article word for word: 1 passage is as printed, from paragraph 3."),
        (
            f"{LONG}\n\nThe paper wrote on.\n\n{harbour.PARAGRAPHS[0]}\n\nIt went on.\n\n{harbour.PARAGRAPHS[6]}",
            "The text quotes the article word for word: 3 passages are as printed, from paragraphs 1, 3 and 7.",
        ),
        (
            LONG.replace("smaller", "larger"),
            "The text does not quote the article word for word: 1 of 1 passage is altered, in 1 place (paragraph 3).",
        ),
        (
            (
                f"{LONG.replace('smaller', 'larger').replace('16,000', '16')}\n\nThe paper wrote on.\n\n"
                f"{harbour.PARAGRAPHS[4]}\n\n{harbour.PARAGRAPHS[6].replace('Friday', 'Monday')}"
            ),
            (
                "The text does not quote the article word for word: 2 of 3 passages are altered, in 3 places "
                "(paragraphs 3 and 7)."
            ),
        ),
    ],
)
def test_the_answer_in_a_sentence(text: str, answer: str) -> None:
    """The report starts with a sentence that can be printed, with the paragraphs that it speaks of."""
    assert str(COPY.compare(text)).split("\n")[0] == answer
    assert f"<caption>{answer}</caption>" in COPY.compare(text)._repr_html_()


def test_passages_and_changes() -> None:
    """Each passage has its paragraph, verdict and words; each change is said in words, with its context below."""
    text = LONG.replace("smaller", "larger").replace(" behind closed doors", "").replace("a new", "a brand new")
    lines = str(COPY.compare(text)).split("\n")
    assert lines[2].startswith("1. ¶3, altered: “On Tuesday the council met and offered")
    assert [line for line in lines if line.startswith("   “")] == [
        "   “behind closed doors” left out",
        "   “brand” added",
        "   “larger” where the article has “smaller”",
    ]
    assert any(line.startswith("      ") and "[larger]" in line for line in lines)


def test_a_long_passage_is_cut() -> None:
    """Of a long passage the first and the last words are shown."""
    (line,) = (line for line in str(COPY.compare(LONG)).split("\n") if line.startswith("1. "))
    begin, end = line.removeprefix("1. ¶3, exact: “").removesuffix("”").split(" … ")
    assert (LONG.startswith(begin), LONG.endswith(f"{end}.")) == (True, True)
    assert len(begin) + len(end) <= 160
    assert len(end) <= 60


def test_what_square_brackets_stand_for() -> None:
    """A name in brackets, inside a quotation or at its edge, is shown with the words that the article has there; an
    ellipsis in brackets is shown as one.
    """
    last = harbour.PARAGRAPHS[6].split(". ")[1].strip()
    edge = str(COPY.compare(f"“[Jon] {last.removeprefix('Ana ')}”"))
    assert "in square brackets: “Jon” where the article has “Ana”" in edge
    inside = str(COPY.compare(f"“{LONG.replace('Ana Torvald', '[the keeper]')}”"))
    assert "in square brackets: “the keeper” where the article has “Ana Torvald”" in inside
    dots = str(COPY.compare(f"“{LONG.replace('behind closed doors', '[…]')}”"))
    assert "an ellipsis or a break stands for “behind closed doors”" in dots
    behind = str(COPY.compare(f"“{LONG[: LONG.index('Ana')]}[Jon]”, it says."))
    assert "in square brackets: “Jon” where the article has “Ana”" in behind


def test_words_that_nothing_stands_for() -> None:
    """What a writer's own words beside a quotation have less than the article is not shown, unless a mark is there."""
    text = "“If the council pays the quiet fee, the guild will ask for the same;” if not, the ships to Marrow Bay."
    (passage,) = COPY.compare(text).to_dict()["passages"]
    assert passage["left_out"] == ["it does"]


def test_many_records_are_counted() -> None:
    """Of many records that rest on changed words the first are named."""
    report = str(COPY.compare(harbour.WHOLE.replace(" the ", " a ")))
    (line,) = (line for line in report.split("\n") if line.startswith("Records of the brief"))
    assert re.search(r"(?:m-\d+, ){7}m-\d+ and \d+ more\.$", line)


def test_a_leap_over_sentences_changes_no_words_of_theirs() -> None:
    """A quotation that leaps over sentences without an ellipsis is altered; what they say is not changed."""
    one, other = harbour.PARAGRAPHS[0].split(". ")[0], harbour.PARAGRAPHS[5]
    leaping = COPY.compare(f"“{one} and {other}”")
    assert leaping.verdict == "altered"
    between = {record.id for number in (2, 3, 4) for record in harbour.OUTLINE.records if number in record.paragraphs}
    assert not between & {record.id for record in leaping.affected}


def test_a_passage_over_two_paragraphs() -> None:
    """A passage over two paragraphs is told with both."""
    text = f"{harbour.PARAGRAPHS[4]}\n\n{harbour.PARAGRAPHS[5]}"
    assert "1. ¶5, ¶6, exact: “" in str(COPY.compare(text))
    assert "from paragraphs 5 and 6." in str(COPY.compare(text))


def test_the_record_on_request() -> None:
    """What the independent record says is a number, and on request what article and record say."""
    comparison = COPY.compare(harbour.PARAGRAPHS[0])
    assert str(comparison) == comparison.report()
    assert comparison.report().endswith(f"\n\n{RECORD}")
    assert comparison.report(record=True).endswith(
        f"\n\n{RECORD}\n\n  1. A day (¶1): differs\n    article  It was a Monday.\n    sources  It was a Tuesday."
    )
    for text in (LONG, "Nothing."):
        assert COPY.compare(text).report(record=True) == COPY.compare(text).report()


def test_a_comparison_in_a_notebook() -> None:
    """A notebook shows the answer and a row for each passage with its changes; marks of markup are escaped."""
    text = LONG.replace("smaller", "larger").replace("a new", "a brand & new")
    shown = COPY.compare(text)._repr_html_()
    assert "<td>¶3</td><td>altered</td>" in shown
    assert "“brand” added; “larger” where the article has “smaller”" in shown
    assert "brand &amp; new" in shown
    assert COPY.compare("Nothing.")._repr_html_().count("<tr>") == 1


def test_without_a_copy_what_to_do_is_told() -> None:
    """Without a copy the report ends with what was compared, and how to compare the rest."""
    for text in ("Nothing.", harbour.WHOLE):
        assert str(compare(text)).endswith("To compare all of it, your own copy of the article is needed.")
        assert "the article's own quotations" in str(compare(text)).split("\n")[0]


def test_a_report_goes_discrepancy_after_discrepancy() -> None:
    """The checks of one story stand together, then those that tell none; without a story that is said."""
    report = compare("Nothing.").to_dict()
    story = [checks["refusal-statement-date"], checks["refusal-date"]]
    (other,) = checks.about("board-meetings-yearly")
    text = comparison_text(report, [*story, other], record=True)
    assert f"{count_discrepancies([story], ' between what stands here and independent sources')}. 1 more check " in text
    assert "1 more check does not wholly bear the article out: 1 imprecise." in text
    assert re.search(r"\n\n  1\. Day of the Iranian .+: differs\n(.+\n){2}    also Day of Iran's .+: imprecise\n", text)
    assert text.index(f"\n\n  {other.title} (") > text.index("    also ")
    text = comparison_text(report, [other, story[1]], record=False)
    assert "No source contradicts what stands here; 2 checks do not" in text


def test_what_a_reader_wants_to_know_of_a_passage() -> None:
    """A negation right before it, and what an ellipsis stands for; the first sentence names the places of changes."""
    said = str(COPY.compare("The council “had never met her — paid what it owed”, it says."))
    assert "right before them the article has" not in said
    said = str(COPY.compare("The council, it says, “met her — paid what it owed”."))
    assert "right before them the article has “council — which had never”" in said
    said = str(COPY.compare(f"“{LONG.partition(' and offered')[0]} … {LONG[LONG.index('which she') :]}”"))
    assert "an ellipsis or a break stands for “" in said
    said = str(COPY.compare(harbour.WHOLE.replace("in 2009", "in 2019")))
    assert "altered, in 1 place (paragraph 6)." in said


def test_where_the_words_of_short_quotations_stand() -> None:
    """Whole words of the article in a row; a part of a word is none."""
    report = COPY.compare("It says “or most of”, “or” and “arbour”.").to_dict()
    assert (report["other_quotations"], report["other_paragraphs"]) == (["or most of", "or", "arbour"], [4, 4, None])
