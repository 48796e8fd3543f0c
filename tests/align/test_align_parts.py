"""The parts of alignment, where a whole copy does not reach every case."""

from __future__ import annotations

import subprocess
import sys

import pytest

import harbour
from jcpoa_brief._align.align import Alignment
from jcpoa_brief._align.interrupted import is_block
from jcpoa_brief._align.locate import Copy, cuts
from jcpoa_brief._align.relocate import Changed, without_rivals
from jcpoa_brief._model.article import Furniture
from jcpoa_brief._model.paragraph import Sentence
from jcpoa_brief.errors import CitationLostError, SelectionError

PARTS = harbour.PARAGRAPHS
OUTLINE = harbour.OUTLINE


def test_spans_load_into_stam() -> None:
    """Loaded into the stam library over the reader's own copy, the spans give the same words."""
    stam = pytest.importorskip("stam", reason="needs the stam library")
    text = "\ufeffFrom a reader\n\n" + harbour.WHOLE.replace(" ", "\u00a0", 20).replace("\n\n", "\r\n\r\n")
    alignment = Alignment(text, harbour.OUTLINE)
    store = stam.AnnotationStore(id="copy")
    resource = store.add_resource(id="copy.txt", text=text)
    for number, citation in enumerate(harbour.OUTLINE.citations):
        span = alignment.find(citation)
        assert span is not None
        offset = stam.Offset.simple(span.start, span.end)
        annotation = store.annotate(
            id=f"a{number}",
            target=stam.Selector.textselector(resource, offset),
            data={"id": f"d{number}", "key": "citation", "value": citation.locator, "set": "brief"},
        )
        assert str(annotation) == alignment.words(citation)


@pytest.mark.parametrize(
    ("between", "block"),
    [
        (" ", False),
        (", newly ", False),
        ("\n\nPage 4\n", True),
        ("\fPage 4\n", True),
        ("\r\nnewly\r\n", False),
        ("\n\nso ", False),
    ],
)
def test_blocks_are_told_by_their_lines(between: str, block: bool) -> None:
    """A block fills lines of its own, set off on one side at least."""
    assert is_block(between) is block


def test_words_are_not_cut() -> None:
    """A letter belongs to letters, a digit to digits; a footnote's digit does not belong to a word."""
    assert cuts("a", "b")
    assert cuts("1", "2")
    assert not cuts("a", "2")
    assert not cuts("", "b")


def test_a_sentence_inside_a_longer_word_does_not_stand() -> None:
    """A name joined to letters is another word."""
    text = PARTS[0].replace("Torvald said", "Torvaldsen said")
    alignment = Alignment(text, harbour.OUTLINE)
    start = PARTS[0].index("Torvald said")
    assert alignment.find(harbour.cited(PARTS, 1, start, start + 7)) is None


def test_marks_before_the_first_word_may_be_missing() -> None:
    """A copy that begins behind the opening quotation mark has the same words."""
    for lead in ("", "\u200b", " "):
        alignment = Alignment(lead + PARTS[3][1:], harbour.OUTLINE)
        assert alignment.paragraphs[4].sentences[0].verdict == "same_words"
        assert alignment.paragraphs[4].sentences[1].verdict == "exact"
    apart = Alignment(
        PARTS[3].replace("\u201cI was", "\u201c\u200b \n I was").replace("hear her.", "hear her\u200b ."),
        harbour.OUTLINE,
    )
    assert apart.paragraphs[4].sentences[0].verdict == "same_words"


def test_nothing_from_before_the_text_is_read() -> None:
    """A paragraph at the very end of a copy, its closing mark gone, is compared with what is there."""
    alignment = Alignment(PARTS[2].removesuffix("."), harbour.OUTLINE)
    assert alignment.paragraphs[3].verdict == "same_words"


def test_citations_across_sentences() -> None:
    """They are found where both sentences stand in a row, in capitals too, and not over what stands between."""
    across = next(one for one in harbour.mentions(PARTS) if one.id == "across").citations[0]
    said = PARTS[1][across.start : across.end]
    for text in (PARTS[1], PARTS[1].replace("went home", "left"), PARTS[1].replace("went home", "left").upper()):
        alignment = Alignment(text, harbour.OUTLINE)
        assert alignment.words(across).casefold() == said.casefold()
    for text in (
        PARTS[1].replace(" By noon", " Later. By noon"),
        PARTS[1].replace(" By noon", " Later. By noon").upper(),
        PARTS[1].replace("same. By", "same\u00b2. By").upper(),
        PARTS[1].replace("the same", "the rest"),
    ):
        alignment = Alignment(text, harbour.OUTLINE)
        with pytest.raises(CitationLostError):
            alignment.words(across)
        assert across in alignment.lost or alignment.paragraphs[2].sentences[0].verdict != "altered"


def test_sentence_data_is_checked() -> None:
    """Words must be as many as counted, in order and inside their sentence."""
    good = harbour.paragraph(1, PARTS[4]).sentences[0].model_dump()
    assert Sentence.model_validate(good)
    starts = good["word_starts"]
    for wrong in ({"words": 3}, {"word_starts": starts[::-1]}, {"word_starts": (*starts[:-1], 999)}):
        with pytest.raises(ValueError, match="word"):
            Sentence.model_validate({**good, **wrong})
    with pytest.raises(ValueError, match="length"):
        Sentence.model_validate({**good, "word_lengths": (0, *good["word_lengths"][1:])})


def test_furniture_keeps_its_lengths() -> None:
    """A block is known by the lengths of its words."""
    block = harbour.furniture(harbour.PULL_QUOTE, 5, 6)
    assert isinstance(block, Furniture)
    assert len(block.word_lengths) == block.words


def test_hostile_copies_stay_linear() -> None:
    """Four times the text takes at most some eight times as long, whatever the text."""
    program = """
import sys, time
sys.path.insert(0, 'tests')
import harbour
from jcpoa_brief._align.align import Alignment
shape = ' '.join('x' * length for one in harbour.OUTLINE.sentences for length in one.lengths) + ' '
kinds = {
    'letter': 'a', 'words': 'a ', 'marks': '\\u0301\\u0316', 'quotes': '\\u201c\\u2018', 'anchor': 'the council ',
    'lines': 'a\\n\\n', 'paragraph': harbour.PARAGRAPHS[1] + '\\n', 'shape': shape, 'hidden': '\\u200b',
}
def took(text):
    best = 9.0
    for _ in range(3):
        start = time.perf_counter()
        Alignment(text, harbour.OUTLINE).lost
        best = min(best, time.perf_counter() - start)
    return best
for kind, part in kinds.items():
    short, long = part * (50_000 // len(part)), part * (200_000 // len(part))
    ratio = took(long) / max(took(short), 0.002)
    assert ratio < 9, (kind, ratio)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_copy_knows_its_words() -> None:
    """Words, with their places."""
    copy = Copy("One, two.")
    assert [copy.text[a:b] for a, b in zip(copy.words.starts, copy.words.ends, strict=True)] == ["One", "two"]
    assert len(copy.words) == 2


def test_lengths_alone_are_no_proof() -> None:
    """Other words of the same lengths, in a pull quote, a sentence, or around a page's header, prove nothing."""
    shape = " ".join("x" * length for length in OUTLINE.furniture[0].word_lengths)
    assert Alignment(shape, OUTLINE).find(OUTLINE.by_number[6].sentences[0].citations[0]) is None
    words = ["x" * length for length in OUTLINE.by_number[3].sentences[0].lengths]
    broken = Alignment(" ".join([*words[:9], "\n\nPage 4\n\n", *words[9:]]), OUTLINE)
    assert {one.verdict for one in broken.paragraphs[3].sentences} <= {"altered", "missing"}
    assert all(broken.find(citation) is None for citation in OUTLINE.citations)


def test_capitals_before_their_paragraph_are_its_sentence() -> None:
    """A pull quote's words that the paragraph's next sentence follows on the line are no block of their own."""
    second = PARTS[5][slice(*harbour.sentences(PARTS[5])[1])]
    alignment = Alignment(f"{harbour.PULL_QUOTE} {second}".upper(), OUTLINE)
    assert alignment.paragraphs[6].sentences[1].verdict == "same_words"
    assert alignment.find(OUTLINE.by_number[6].sentences[0].citations[0]) is None


def test_marks_between_sentences_are_other_marks() -> None:
    """A paragraph whose sentences stand exactly, with a mark between them, has the same words."""
    marked = PARTS[1].replace("gave none. In", "gave none. ** In")
    assert Alignment(marked, OUTLINE).paragraphs[2].verdict == "same_words"
    plain = PARTS[1].replace("\u2019", "'")
    twice = Alignment(f"{plain}\n\n{marked}", OUTLINE)
    assert twice.paragraphs[2].verdict == "typographic"
    assert twice.paragraphs[2].span == (0, len(plain))


def test_interrupted_at_the_start_of_a_copy() -> None:
    """A sentence without its first mark that a header was set into has the same words; nothing is cited over it."""
    text = PARTS[3][1:].replace("the harbour, and I", "the harbour,\n\n4 | The Paper\n\nand I", 1)
    alignment = Alignment(text, OUTLINE)
    assert alignment.paragraphs[4].sentences[0].verdict == "same_words"
    upper = PARTS[0].replace("fell out with", "fell out\n\n4 | The Paper\n\nwith").upper()
    capitals = Alignment(upper, OUTLINE)
    assert capitals.paragraphs[1].verdict == "same_words"
    assert capitals.find(harbour.cited(PARTS, 1, PARTS[0].index("fell"), PARTS[0].index("the council"))) is None
    start = upper.index("TORVALD")
    with pytest.raises(SelectionError, match="does not stand as a whole"):
        capitals.citation(start + 1, start + 4)


def test_a_word_belongs_to_one_sentence() -> None:
    """Of two changed sentences that claim a word, the better keeps it; one that keeps none is not found."""
    first, second = OUTLINE.sentences[:2]
    kept = without_rivals({first: Changed({0: 5}, {}, 50), second: Changed({0: 5, 1: 6}, {}, 90)})
    assert list(kept) == [second]


def test_what_is_no_prose_is_not_searched_for_changed_sentences() -> None:
    """A sentence broken by thousands of marks is not found, and costs nothing."""
    edited = PARTS[2].replace("Tuesday", "Thursday")
    assert Alignment(edited, OUTLINE).paragraphs[3].verdict == "altered"
    assert Alignment(edited.replace("council", "council" + "*" * 9000), OUTLINE).paragraphs[3].verdict == "missing"
