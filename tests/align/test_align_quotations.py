"""Part of a sentence in somebody else's text: what of it stands, what was changed, and what nobody can tell."""

from __future__ import annotations

import pytest

import harbour
from jcpoa_brief._align.align import Alignment
from jcpoa_brief._align.outline import CLAUSE_WORDS
from jcpoa_brief._text import words
from jcpoa_brief.errors import CitationLostError

PARTS = harbour.PARAGRAPHS
OUTLINE = harbour.OUTLINE
SENTENCE = PARTS[5][slice(*harbour.sentences(PARTS[5])[1])]
"""Ferrer's memories, which the tests quote from."""


CLAUSE = next(one for one in OUTLINE.sentences[12].clauses if one.paragraph == 6)
SAID = PARTS[5][CLAUSE.start : CLAUSE.end]
FAR = "As everybody in the harbour told me when I asked them about it they knew"
LONG = "the weather that this coast has had in spring for as long as anyone has lived on it"
"""More words than the sentence has beside the clause: they do not stand in the place of its own."""


def aligned(text: str) -> Alignment:
    """An alignment of the text written for the tests."""
    return Alignment(text, OUTLINE)


@pytest.mark.parametrize(
    "copy",
    [
        f"“{SAID}”",
        f'One paper wrote: "{SAID}". Others did not.',
        f"As the speaker put it, ‘{SAID}’, and nobody objected.",
        f"Somebody noted that «{SAID}» and left.",
        f"It was true:\n\n{SAID}\n\nSo he wrote.",
        f"… {SAID} …",
        SAID,
    ],
)
def test_a_quotation_that_stands_is_an_excerpt(copy: str) -> None:
    """Where each word is proved, and marks or lines part it from other words, all that was pasted stands."""
    alignment = aligned(copy)
    assert alignment.verdict == "excerpt"
    assert alignment.paragraphs[6].verdict == "partial"
    assert alignment.paragraphs[6].sentences[1].verdict == "partial"
    assert alignment.words(CLAUSE) == SAID
    assert alignment.unproven == () == alignment.changes == alignment.lost
    with pytest.raises(CitationLostError, match="of sentence 2 only part is here"):
        alignment.words(harbour.cited(PARTS, 6, PARTS[5].index("over eleven"), PARTS[5].index(" years")))


def test_words_that_no_digest_proves_are_told() -> None:
    """Where somebody's words follow without a mark, nobody can tell them from changed ones: neither is claimed. No more
    words are in doubt than might stand for the missing ones.
    """
    alignment = aligned(f"{FAR} that {SAID} because of {LONG}.")
    assert alignment.verdict == "unproven"
    assert alignment.paragraphs[6].verdict == "unproven"
    assert [one.words for one in alignment.unproven] == [
        "told me when I asked them about it they knew that",
        "because of the weather that this coast has",
    ]
    assert {(one.paragraph, one.sentence) for one in alignment.unproven} == {(6, 2)}
    assert alignment.words(CLAUSE) == SAID
    assert alignment.changes == () == alignment.lost
    said, data, table = str(alignment), alignment.to_dict(), alignment._repr_html_()
    assert said.startswith("unproven: ")
    assert "“because of the weather that this coast has”" in said
    assert data["unproven"][0]["words"] == "told me when I asked them about it they knew that"
    first = data["unproven"][0]["span"]
    assert alignment.text[slice(*first)] == "told me when I asked them about it they knew that"
    assert "cannot be checked" in table
    assert "…" in str(aligned(f"“{SAID}” {'incomprehensibilities ' * 40}".replace("”", "")))


def test_a_word_changed_inside_a_quotation_is_altered() -> None:
    """Between words that are proved, another word is known to be another: longer, as long, or put in."""
    whole = SENTENCE.removesuffix(", one by one, over eleven years.")
    for old, new in (("remembers that", "remembers well that"), ("went quickly", "rode quickly")):
        assert old in whole
        alignment = aligned(f"The paper wrote: “{whole.replace(old, new)}”.")
        assert alignment.paragraphs[6].sentences[1].verdict in ("altered", "unproven")
        assert alignment.verdict != "excerpt"
    longer = SENTENCE.replace("that the ships", "that all those fine ships")
    assert aligned(f"“{longer}”").verdict == "altered"


def test_a_change_at_an_end_is_altered_where_the_neighbour_stands() -> None:
    """Words gone or changed at an end are known to be, where the sentence beside stands, or as many stand instead."""
    first, second = (PARTS[5][slice(*span)] for span in harbour.sentences(PARTS[5]))
    cut = second.split(" ", 3)[3]
    assert aligned(f"{first} {cut}").paragraphs[6].sentences[1].verdict == "altered"
    assert aligned(f"{first} Some pilot {cut}").paragraphs[6].sentences[1].verdict == "altered"
    assert aligned(f"Some pilot who {cut}").paragraphs[6].sentences[1].verdict == "altered"
    ending = first.rsplit(" ", 2)[0]
    assert aligned(f"{ending} {second}").paragraphs[6].sentences[0].verdict == "altered"
    assert aligned(f"{ending} but little {second}").paragraphs[6].sentences[0].verdict == "altered"
    assert aligned(f"{ending} but little.").paragraphs[6].sentences[0].verdict == "altered"


def test_words_between_a_neighbour_and_a_block_are_open() -> None:
    """Near a sentence that stands, what a page's header parts from the rest may be its beginning, changed."""
    text = PARTS[1].replace("By noon, 42 ships", "By noon, 52\n\n4 | The Daily Paper\n\nships")
    assert aligned(text).paragraphs[2].verdict == "unproven"
    behind = PARTS[1].replace(
        "the council for an answer. The", "the council\n\n4 | The Daily Paper\n\nfor a reply. The"
    )
    assert aligned(behind).paragraphs[2].verdict in ("altered", "unproven")


def test_two_quotations_of_one_sentence() -> None:
    """Marks that close one and open the next part them, unless as many words stand between as are left out."""
    one = OUTLINE.by_number[6].sentences[0]
    spans = sorted(one.words_in(citation) for citation in one.citations)
    source = one.source
    pairs = [
        (first, second)
        for first in spans
        for second in spans
        if first[1] - first[0] >= CLAUSE_WORDS <= second[1] - second[0] and second[0] - first[1] >= 3
    ]
    first, second = pairs[0]
    parts = [
        PARTS[5][source.word_starts[a] : source.word_starts[b - 1] + source.word_lengths[b - 1]]
        for a, b in (first, second)
    ]
    missing = second[0] - first[1]
    far = " said the man, who was by then well on his way home to see his old mother and his many brothers, "
    assert aligned(f"“{parts[0]},”{far}“{parts[1]}.”").verdict == "excerpt"
    assert aligned(f"“{parts[0]} … {parts[1]}”").verdict == "excerpt"
    assert aligned(f"“{parts[0]} {parts[1]}”").verdict == "altered"
    assert aligned(f"“{parts[0]},” {'xy ' * missing}“{parts[1]}.”").verdict == "altered"


def test_fewer_words_than_a_clause_are_anybodys() -> None:
    """A name, in quotation marks or not, is no sign of the article."""
    for said in ("Ana Torvald", "a smaller office", "the harbour office in"):
        assert aligned(f"The paper wrote of “{said}” and more.").verdict == "another_text"


def test_a_clause_is_found_in_a_long_text() -> None:
    """A clause is found wherever it stands in a text of any length; other words as long are not taken for it."""
    filler = "Nothing of the kind was ever said by anyone who had been there at the time. " * 60
    alignment = aligned(f"{filler}The speaker said: “{SAID}”. {filler}")
    assert alignment.verdict == "excerpt"
    assert alignment.words(CLAUSE) == SAID
    shape = " ".join("x" * len(word) for word in words(SAID).split())
    assert aligned(f"{filler}{shape}. {filler}").verdict == "another_text"
    assert aligned(f"{filler}The speaker said: “{SAID}{'*' * 9000}”. {filler}").find(CLAUSE) is not None


def test_quotations_in_capitals_cannot_be_checked() -> None:
    """In capitals no citation's digest fits: part of a sentence is unproven, never standing."""
    half = SENTENCE.split(" one by")[0].rstrip(",")
    alignment = aligned(f"“{half}”".upper())
    assert alignment.verdict == "unproven"
    assert alignment.unproven


def test_a_sentence_and_part_of_the_next() -> None:
    """A paragraph of which a sentence stands and the next is quoted in part is partial, whatever stands between."""
    first = PARTS[5][slice(*harbour.sentences(PARTS[5])[0])]
    alignment = aligned(f"“{first}” Later the paper added: “{SAID}”.")
    assert alignment.paragraphs[6].verdict == "partial"
    assert alignment.verdict == "excerpt"


@pytest.mark.parametrize("ending", ["-\n", "\u00ad\r\n", "\u2010 \n  ", "-\n> "])
def test_words_hyphenated_at_the_end_of_a_line(ending: str) -> None:
    """They are put together where a digest then fits: the words are the same, and offsets are those of the copy."""
    text = PARTS[2].replace("behind", f"be{ending}hind").replace("smaller", f"smal{ending}ler")
    alignment = aligned(text)
    assert alignment.paragraphs[3].verdict == "same_words"
    assert alignment.verdict == "excerpt"
    assert alignment.paragraphs[3].span == (0, len(text) - 1)  # a sentence of the same words ends with its last
    for said in ("Ana Torvald", "16,000", "the council"):
        start = text.index(said)
        citation = harbour.cited(PARTS, 3, PARTS[2].index(said), PARTS[2].index(said) + len(said))
        assert alignment.find(citation) == (start, start + len(said))
        assert alignment.citation(start, start + len(said)) == citation
        assert citation in {one for record in alignment.at(start, start + 1) for one in record.citations}
        assert said in alignment.context(citation)


def test_hyphens_that_belong_to_their_words_stay() -> None:
    """A hyphen at the end of a line that the article has is kept; in other texts no word is touched."""
    text = "A well-\nknown man came to the har-\nbour.\n\n" + PARTS[4]
    alignment = aligned(text)
    assert alignment.paragraphs[5].verdict == "exact"
    assert alignment.paragraphs[5].span == (len(text) - len(PARTS[4]), len(text))


def test_hyphens_in_an_altered_sentence_and_in_a_pull_quote() -> None:
    """Citations are found beyond a hyphen in a changed sentence too, and a hyphenated pull quote is set aside."""
    text = PARTS[0].replace("the office would", "the shop would").replace("council over", "coun-\ncil over")
    alignment = aligned(text)
    assert alignment.paragraphs[1].verdict == "altered"
    assert (change := alignment.changes[0]).words == "shop"
    assert text[change.start : change.end] == "shop"
    council = harbour.cited(PARTS, 1, PARTS[0].index("the council over"), PARTS[0].index(" over a"))
    assert alignment.words(council) == "the coun-\ncil"
    assert "the%20council" in alignment.link(council)
    pulled = aligned(harbour.PULL_QUOTE.replace("council", "coun-\ncil"))
    assert pulled.paragraphs[6].verdict == "missing"


def test_names_beyond_the_closing_mark_are_not_the_sentences() -> None:
    """What follows a closing mark is somebody else's, also if the sentence goes on with the same words."""
    said = PARTS[1].index("ships lay"), PARTS[1].index(" the council for")
    council = harbour.cited(PARTS, 2, said[1] + 1, said[1] + 12)
    quoted = PARTS[1][slice(*said)]
    for text in (quoted, quoted.replace("mole, and", "mole,\n> and")):
        alignment = aligned(f'> The paper calls this "{text}", the council wrote.')
        assert alignment.paragraphs[2].verdict == "partial"
        assert alignment.find(council) is None
    behind = aligned(f'The council wrote: they asked the "council for an answer. {quoted}"')
    assert behind.find(council) is None


def test_a_few_words_behind_a_change_are_the_sentences() -> None:
    """They stand in its place: behind a number's stop, which ends no sentence, and beyond a mark that is left over."""
    first = PARTS[0][slice(*harbour.sentences(PARTS[0])[0])]
    crowns = harbour.cited(PARTS, 1, PARTS[0].index("crowns"), PARTS[0].index("crowns") + 6)
    for old, new in (
        ("1.6", "new.6"),
        ("quiet fee” ", ""),
        ("quiet fee” of", "loud fee” of"),
        ("quiet fee", "great fee"),
    ):
        assert old in first
        alignment = aligned(first.replace(old, new))
        assert alignment.paragraphs[1].sentences[0].verdict == "altered", new
        assert alignment.words(crowns) == "crowns"


def test_a_mark_of_the_article_closes_a_quotation_as_well() -> None:
    """Where the article has a mark itself, one there that nothing in the quotation opens may close it."""
    start, end = PARTS[1].index("guild’s speaker"), PARTS[1].index("called the silence “") + 19
    alignment = aligned(f"He named the “{PARTS[1][start : end - 1]}” in his book and other things that nobody knew.")
    assert alignment.paragraphs[2].sentences[3].verdict in ("unproven", "missing")


def test_a_pull_quote_in_capitals_across_a_header_is_told_from_its_sentence() -> None:
    """In capitals too, a page's header in the sentence that a pull quote repeats leaves the sentence standing."""
    for old in ("IF THE COUNCIL PAYS", "THE GUILD WILL ASK", "IF IT DOES NOT, THE SHIPS"):
        text = PARTS[5].upper()
        assert old in text
        alignment = aligned(text.replace(old, f"{old}\n\n4 | THE DAILY PAPER\n\n"))
        assert alignment.paragraphs[6].verdict == "same_words", old


def test_a_pull_quote_in_capitals_before_a_hyphenated_sentence_is_told_from_it() -> None:
    """A pull quote does not stand for the beginning of the sentence, though lines set the sentence's own words off."""
    text = PARTS[5].upper().replace("SAME; IF", "SAME;\nIF").replace("HARBOUR OF", "HAR-\nBOUR OF")
    alignment = aligned(f"{harbour.PULL_QUOTE.upper()}\n\n{text}")
    assert alignment.paragraphs[6].verdict == "same_words"
    assert (span := alignment.paragraphs[6].span) is not None
    assert span.start == len(harbour.PULL_QUOTE) + 2


def test_a_repeated_quotation_is_taken_where_it_stands_first() -> None:
    """A headline may quote what the text quotes again; a clause that stands in no prose is looked for further on."""
    for between in ("\n\n", ", he said. Then once more: ", f" {'in a while ' * 20}"):
        alignment = aligned(f"“{SAID}”{between}“{SAID}”")
        assert alignment.verdict == "excerpt"
        assert alignment.find(CLAUSE) == (1, 1 + len(SAID))


def test_a_clause_is_looked_for_beyond_what_is_no_prose() -> None:
    """A clause beside a word of thousands of letters is not looked at; another one of its sentence is, elsewhere."""
    sentence = next(one for one in OUTLINE.sentences if len(one.clauses) > 1)
    text = PARTS[sentence.paragraph - 1]
    first, second = (text[one.start : one.end] for one in sentence.clauses[:2])
    alignment = aligned(f"“{first}” {'x' * 9000}. {'It was said. ' * 30} “{second}”")
    assert alignment.find(sentence.clauses[1]) is not None


def test_a_footnotes_mark_is_no_part_of_a_citation_over_two_sentences() -> None:
    """A mark that is joined to its last word stands behind it."""
    across = harbour.cited(PARTS, 2, PARTS[1].index("the same"), PARTS[1].index(" lay before"))
    alignment = aligned(PARTS[1].replace("42 ships lay", "42 ships4 lay"))
    assert alignment.words(across) == "the same. By noon, 42 ships"


def test_words_put_before_a_sentences_closing_mark_alter_it() -> None:
    """A sentence ends with a mark: what stands between its last word and that belongs to it, and so do words before a
    small letter.
    """
    for part, old, new, put in (
        (4, "soon.", "soon or late.", "or late"),
        (6, "bring the keys.", "bring the keys, she hopes.", "she hopes"),
        (4, "Nobody in", "Maybe nobody in", "Maybe"),
    ):
        text = harbour.WHOLE.replace(old, new)
        assert text != harbour.WHOLE
        alignment = aligned(text)
        assert alignment.verdict == "altered"
        assert alignment.paragraphs[part + 1].verdict == "altered"
        assert put in [one.words for one in alignment.changes]
    header = PARTS[1].replace("By noon, 42 ships", "By noon, 42\n\n4 | The Daily Paper\n\nships")
    assert aligned(header).paragraphs[2].verdict == "exact"
    assert aligned(header.replace("for an answer.", "for an answer soon.")).paragraphs[2].verdict == "unproven"
    assert aligned("A headline\n" + PARTS[4]).paragraphs[5].verdict == "exact"


@pytest.mark.parametrize(
    ("copy", "unproven"),
    [
        (f"“{SAID} … and never once again.”", "and never once again"),
        (f"“As nobody ever said … {SAID}.”", "As nobody ever said"),
        (f"“{SAID},” he told me on Friday, “and never once again.”", "and never once again"),
        (f"“As nobody ever said,” he told me on Friday, “{SAID}.”", "As nobody ever said"),
        (f"“{SAID}. Nothing else was said.”", "Nothing else was said"),
    ],
)
def test_a_quotation_that_goes_on_is_in_doubt(copy: str, unproven: str) -> None:
    """Beyond an ellipsis, or the words that say who spoke, the same quotation may be anything."""
    alignment = aligned(copy)
    assert alignment.verdict == "unproven"
    assert [one.words for one in alignment.unproven] == [unproven]
    assert alignment.words(CLAUSE) == SAID


def test_other_quotations_are_no_part_of_one() -> None:
    """Another block, another sentence or words without an end are left alone."""
    for behind in (f" {'and on ' * 10}“never”", ". “Never,” said one", "\n\n“Never,” said one", " and “never\n\nagain"):
        assert aligned(f"“{SAID}”{behind}").verdict == "excerpt"
    for before in ("“Never,” said one. He added ", "“Never,” said one\n\n", "“Never.”\n\nHe added ", "Never”\n\nand "):
        assert aligned(f"{before}“{SAID}”").verdict == "excerpt"
    assert aligned(f"“{SAID} … {'and on ' * 30}”").verdict == "excerpt"
    assert aligned(f"“Nobody\n\nsaid … {SAID}.”").verdict == "excerpt"


def test_words_that_say_who_spoke_part_what_was_said() -> None:
    """Between a mark that closes and one that opens, where the article has no words, stand somebody else's."""
    text = PARTS[5]
    first, second = (text[slice(*span)] for span in harbour.sentences(text))
    assert aligned(f"“{first[:-1]},” Ferrer said. “{second}”").verdict in ("excerpt", "complete")
    middle = SAID.index(" and came")
    split = f"“{SAID[:middle]},” Ferrer said, “{SAID[middle + 1 :]}”"
    assert aligned(split).verdict in ("unproven", "excerpt", "another_text")
    assert aligned(f"Two clauses:\n\n- {SAID}\n\n- {PARTS[1][126:148]}\n").verdict == "excerpt"


def test_what_quoting_does_to_words_leaves_them_proved() -> None:
    """A first letter's case is turned, inner marks are single: the words are the citation's all the same."""
    for said in (SAID[0].upper() + SAID[1:], SAID):
        alignment = aligned(f"“{said},” he wrote.")
        assert alignment.verdict == "excerpt"
        assert alignment.words(CLAUSE) == said
    sentence = next(one for one in OUTLINE.sentences if one.paragraph == 2 and one.index == 3)
    inner = next(one for one in sentence.clauses if "“" in PARTS[1][one.start : one.end])
    said = PARTS[1][inner.start : inner.end].replace("“", "‘").replace("”", "’")
    assert aligned(f"He wrote: “{said}”").words(inner) == said


@pytest.mark.parametrize("old", ["office", "closed", "Monday", "keeper", "Ana"])
def test_a_word_as_long_as_the_old_one_is_known_by_the_clause_that_it_breaks(old: str) -> None:
    """In a part of a sentence too, a clause with the right length and the wrong digest is another."""
    first = PARTS[0][slice(*harbour.sentences(PARTS[0])[0])]
    part = " ".join(first.split()[:-2])
    assert old in part
    alignment = aligned(f"“{part.replace(old, 'xyzwqv'[: len(old)])}”")
    assert alignment.verdict == "altered"
    assert any("xyzwqv"[: len(old)] in change.words for change in alignment.changes)


def test_changes_in_capitals_are_told_by_the_words_alone() -> None:
    """In capitals no citation is proved, and none says anything of a word; one of another length is told."""
    alignment = aligned(PARTS[5].replace("harbour in name", "fishport in name").upper())
    assert alignment.verdict == "altered"
    assert [(one.words, one.gone) for one in alignment.changes] == [("FISHPORT", 1)]
