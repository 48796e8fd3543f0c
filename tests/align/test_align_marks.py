"""Marks between words that no word rests on: of mail, of emphasis, of links, dashes; and quotations that go on."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

import harbour
from jcpoa_brief._align.addresses import addresses
from jcpoa_brief._align.align import Alignment
from jcpoa_brief._align.locate import Copy
from jcpoa_brief._align.respaced import stands_respaced
from jcpoa_brief._model.record import Citation
from jcpoa_brief._text import words
from jcpoa_brief.errors import SelectionError

PARTS = harbour.PARAGRAPHS
OUTLINE = harbour.OUTLINE
CLAUSES = [clause for one in OUTLINE.sentences for clause in one.clauses]
SENTENCES = [PARTS[one.paragraph - 1][one.source.start : one.source.end] for one in OUTLINE.sentences]
ADDRESS = "https://example.org/a_(b)?c=1#d"


def aligned(text: str) -> Alignment:
    """An alignment of the text written for the tests."""
    return Alignment(text, OUTLINE)


def said_in(citation: Citation) -> str:
    """The article's words of a citation."""
    return PARTS[citation.paragraph - 1][citation.start : citation.end]


def mailed(text: str) -> str:
    """Lines as a mail program quotes them."""
    return "\n".join(f"> {line}" for line in textwrap.wrap(f"He wrote: “{text}”, they said.", 30))


def third_word(opening: str, closing: str) -> Callable[[str], str]:
    """A quotation, its third word between marks."""

    def marked(text: str) -> str:
        said = text.split(" ")
        return f"“{' '.join([*said[:2], f'{opening}{said[2]}{closing}', *said[3:]])}”"

    return marked


def with_dashes(dash: str) -> Callable[[str], str]:
    """A quotation with other dashes, in quotation marks."""
    return lambda text: f"“{text.replace(' — ', dash)}”"


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda one: one.locator)
@pytest.mark.parametrize(
    "marked",
    [
        mailed,
        third_word("**", "**"),
        third_word("_", "_"),
        third_word("[", f"]({ADDRESS})"),
        third_word("[", f'](<{ADDRESS}> "Its title")'),
        third_word("", f" <{ADDRESS}>"),
        with_dashes("—"),
        with_dashes(" -- "),
        with_dashes("--"),
    ],
)
def test_part_of_a_sentence_is_proved_under_other_marks(marked: Callable[[str], str], clause: Citation) -> None:
    """A clause in a mail, in Markdown, with links or other dashes stands as it does without."""
    text = marked(said_in(clause))
    alignment = aligned(text)
    assert alignment.verdict == "excerpt"
    assert alignment.find(clause) is not None
    start, end = alignment.find(clause) or (0, 0)
    assert alignment.citation(start, end) == clause
    assert words(text[start:end]).startswith(words(said_in(clause)).split(" ", 1)[0])
    assert words(text[start:end]).endswith(words(said_in(clause)).rsplit(" ", 1)[1])


def test_marks_that_belong_to_a_citation_must_be_there() -> None:
    """Of a citation that begins with a quotation mark, the words alone are not the citation; other marks do no harm."""
    text = PARTS[0]
    start = text.index("“quiet fee” of")
    cited = harbour.cited(PARTS, 1, start, start + len("“quiet fee” of"))
    starts, lengths = [start + 1, start + 7, start + 12], [5, 3, 2]
    assert stands_respaced(Copy("a “quiet **fee**” of it"), cited, starts, lengths, 1)
    assert not stands_respaced(Copy("quiet **fee**” of it"), cited, starts, lengths, 0)
    assert not stands_respaced(Copy("“quiet **fog**” of it"), cited, starts, lengths, 0)


def test_a_changed_word_is_told_under_other_marks() -> None:
    """Marks hide no change."""
    first = PARTS[0][slice(*harbour.sentences(PARTS[0])[0])]
    assert "office" in first
    for marks in (mailed, third_word("**", "**"), third_word("[", f"]({ADDRESS})")):
        assert aligned(marks(first.replace("office", "bureau"))).verdict == "altered"


def test_a_whole_copy_with_links_is_complete() -> None:
    """An address is no word, wherever it stands; the words are the same, and no more."""
    linked = harbour.WHOLE.replace("council", f"[council]({ADDRESS})").replace("Torvald", f"Torvald <{ADDRESS}>")
    alignment = aligned(linked)
    assert alignment.verdict == "complete"
    assert {part.verdict for part in alignment.paragraphs.values()} <= {"same_words", "exact"}
    for citation in OUTLINE.citations:
        assert alignment.find(citation) is not None
    behind = aligned(f"{SENTENCES[0][:-1]} <{ADDRESS}>.")
    assert behind.paragraphs[1].sentences[0].verdict == "same_words"
    assert aligned(f"{SENTENCES[0]} <{ADDRESS}>").paragraphs[1].sentences[0].verdict == "exact"


def test_what_is_no_address_stays() -> None:
    """Words in brackets behind brackets are words: they alter a sentence."""
    assert addresses("[sic](really) <b> (https://example.org) <https://example.org>s") == []
    said = SENTENCES[0].split(" ")
    middle = len(said) // 2
    for tag in ("[sic](really)", "<b>"):
        assert aligned(" ".join([*said[:middle], tag, *said[middle:]])).verdict == "altered"


def test_a_selection_in_a_part_under_other_marks() -> None:
    """Whole words are a citation of their own; a part of a word has no place there, nor what no citation proves."""
    clause = CLAUSES[0]
    text = third_word("**", "**")(said_in(clause))
    alignment = aligned(text)
    start, end = alignment.find(clause) or (0, 0)
    second = text.index(" ", start) + 1
    inner = alignment.citation(second, end)
    assert said_in(inner) == said_in(clause).split(" ", 1)[1]
    with pytest.raises(SelectionError, match="whole words must be selected"):
        alignment.citation(second + 1, end)
    other = aligned(f"“{said_in(clause)} … and never once again {SENTENCES[0][-30:]}")
    with pytest.raises(SelectionError):
        other.citation(len(said_in(clause)) + 10, len(said_in(clause)) + 16)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("around", "unproven"),
    [
        ("He wrote: “{} Nothing was said since.”", ["Nothing was said since"]),
        ("He wrote: “Nothing was said. {}” So be it.", ["Nothing was said"]),
        ("He wrote: “Nothing was said. {} Nothing since.”", ["Nothing was said", "Nothing since"]),
        ('"{} Nothing was said since." So he wrote.', ["Nothing was said since"]),
        ("As he put it: ‘{} Nothing since’ and so on.", ["Nothing since"]),
        ("> \ufeff«{} … and nothing\n> else.»", ["and nothing else"]),
        ("“{cut},” he said, “and nothing else.”", ["and nothing else"]),
    ],
)
def test_words_beside_a_sentence_in_its_quotation_are_unproven(around: str, unproven: list[str], sentence: str) -> None:
    """Whoever reads a quotation takes all of it for the article's: what no digest proves is told."""
    alignment = aligned(around.format(sentence, cut=sentence.rstrip("”.")))
    assert alignment.verdict == "unproven"
    said = [one.words.removeprefix("> ").replace(" > ", " ") for one in alignment.unproven]
    assert said == unproven


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    "around",
    [
        "He wrote: “{}”",
        "He wrote: “{}” Nothing has changed.",
        "{} Nothing has changed “since”.",
        "“So,” he said. {} “Well,” he said.",
        'He wrote: "{}" Nothing has "changed" since.',
        "“Nothing.”\n\n{}\n\n“Nothing.”",
        "“{}” he said. “And nothing else.”",
        "“Nobody,” he said. “{}”",
        "“Nobody\n\nsaid {}\n\nand so on.”",
    ],
)
def test_words_outside_the_quotation_are_nobodys_business(around: str, sentence: str) -> None:
    """Marks that close before a sentence, or open behind it, do not hold it."""
    assert aligned(around.format(sentence)).verdict == "excerpt"


def test_a_quotation_of_several_sentences() -> None:
    """Sentences that follow each other stand in one quotation; one in part or changed says what is beside itself."""
    text = PARTS[5]
    first, second = (text[slice(*span)] for span in harbour.sentences(text))
    assert aligned(f"“{first} {second}”").verdict == "excerpt"
    assert [one.sentence for one in aligned(f"“{first} {second} Nothing since.”").unproven] == [2]
    clause = next(one for one in CLAUSES if one.paragraph == 6 and one.start > len(first))
    both = aligned(f"“{first[:-1]},” he said, “{said_in(clause)}.”")
    assert both.verdict in ("excerpt", "unproven")
    changed = aligned(f"“{first.replace('council', 'guild')} Nothing since.”")
    assert changed.verdict == "altered"
    assert changed.unproven == ()


def test_a_name_put_in_for_one_taken_away_is_lost() -> None:
    """A name that stands behind the words that it stood before is another: no guess is a find."""
    second = PARTS[5][slice(*harbour.sentences(PARTS[5])[0])]
    assert second.endswith("a harbour in name only.")
    copy = second.replace("a harbour in name only.", "a a in name only harbour.")
    alignment = aligned(copy)
    name = harbour.cited(PARTS, 6, len(second) - len("harbour in name only."), len(second) - len(" in name only."))
    assert alignment.find(name) is None
    assert aligned(copy.replace("a a in name only harbour.", "a quiet harbour in name.")).find(name) is not None
