"""What tools put around the words: the same text stands in every layout, and one changed word is told in each."""

from __future__ import annotations

import pickle
import textwrap
from collections.abc import Callable

import pytest

import harbour
from jcpoa_brief import quotes
from jcpoa_brief._align import proof
from jcpoa_brief._align.alignment import Alignment

WHOLE = Alignment(harbour.WHOLE, harbour.OUTLINE)
FOUR, SIX = harbour.PARAGRAPHS[3], harbour.PARAGRAPHS[5]
FERRY = "the ships will go to Marrow Bay"
LINES = textwrap.wrap(f"{FOUR} {SIX}", 52)


def each_line(form: Callable[[int, str], str]) -> Callable[[list[str]], str]:
    """A layout that puts something around each line."""
    return lambda lines: "\n".join(form(number, line) for number, line in enumerate(lines, 1))


def columns(lines: list[str]) -> str:
    """Cells with a column of yes and no behind the words."""
    return "\n".join(
        f"{number}\t2021-03-08\t{line}\t{'no' if number % 2 else 'yes'}" for number, line in enumerate(lines)
    )


LAYOUTS: dict[str, Callable[[list[str]], str]] = {
    "source with author and date": each_line(lambda at, line: f"^c481f18 (Desk 2021-03-08 09:12 +0000 {at:3}) {line}"),
    "a field's name": each_line(lambda _, line: f"N2  - {line}"),
    "frames of subtitles": each_line(lambda at, line: f"{{{at * 100}}}{{{at * 100 + 88}}}{line}"),
    "a speaker and a time code": each_line(lambda at, line: f"[00:{at:02}:10] From Desk to Everyone : {line}"),
    "numbers that stick to the first word": each_line(lambda at, line: f"{at}{line}" if line[0].isalpha() else line),
    "anchors at the end": each_line(lambda at, line: f"{line} ^p{at}"),
    "links in brackets": each_line(lambda at, line: f"{line} ([View Highlight](https://example.org/{at}))"),
    "cells that say no": columns,
    "cells between bars": each_line(lambda at, line: f"| IA | {line} | {at} |"),
    "no spaces": lambda lines: " ".join(lines).replace(" ", ""),
    "line ends swallowed": lambda lines: "Read more: ships at seaWinter".replace("Winter", "") + " ".join(lines),
    "lines of another tongue between": each_line(lambda _, line: f"{line}\n    und dies ist eine andere Zeile"),
    "a box beside it": each_line(lambda at, line: line + ("\n(oo)" if at % 4 == 0 else "")),
    "quoted in a chat": each_line(lambda _, line: f"\u2503 {line}"),
    "a label and an equals sign": lambda lines: f"title = {{Notes}},\nannote = {{{' '.join(lines)}}}",
    "a pager's last line": lambda lines: (
        "\n".join(lines[:12]) + "\nnotes.txt lines 1-12/30\n" + "\n".join(lines[12:18]) + "\nnotes.txt lines 13-18/30\n"
        + "\n".join(lines[18:]) + "\nnotes.txt lines 19-30/30 (END)"
    ),
    "one word to a line": lambda lines: "\n".join(" ".join(lines).split()),
    "an afterword": lambda lines: " ".join(lines) + " (ibid.)\n\nMore follows here.",
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_alters_nothing(layout: str) -> None:
    """What a text repeats, or sets apart by lines, cells, brackets and labels, is no change."""
    comparison = WHOLE.compare(LAYOUTS[layout](LINES))
    assert (comparison.verdict, comparison.changes) == ("verbatim", ())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_hides_nothing(layout: str) -> None:
    """One changed word in the middle of a line, and one left out, are told in every layout."""
    at = next(number for number, line in enumerate(LINES) if "remembers" in line)
    for wrong in ("forgets", ""):
        lines = [*LINES[:at], LINES[at].replace("remembers", wrong).strip(), *LINES[at + 1 :]]
        assert WHOLE.compare(LAYOUTS[layout](lines)).verdict == "altered"


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (SIX.replace("the harbour", "the har bour"), [("replaced", "har bour", "harbour")]),
        (SIX.replace("went quickly", "wentquickly"), [("replaced", "wentquickly", "went quickly")]),
        (SIX.replace("in 2009", "in 2009 2009"), [("added", "2009", "")]),
        (SIX.replace("Marrow Bay", "Marrow Bay Bay"), [("added", "Bay", "")]),
    ],
)  # fmt: skip
def test_small_edits(text: str, changes: list[tuple[str, str, str]]) -> None:
    """A single word run together or parted, and a word or number said twice, are changes."""
    assert [(one.kind, one.words, one.article_words) for one in WHOLE.compare(text).changes] == changes


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A\n\n" + SIX.replace("If the council", "if the council"), "verbatim"),
        ("I\n\nThe notes.\n\nf" + SIX.removeprefix("If"), "verbatim"),
        (SIX.replace("the same; if", "the same; (emphasis added) if"), "verbatim"),
        (f"He wrote: “{SIX[:33]} [snip] {SIX[102:]}”", "verbatim"),
        (f"“It was a long day, and when at last {FERRY}, we shall all sit down and rest our feet”", "verbatim"),
        ("“” " + SIX, "verbatim"),
        ("<p hidden></p><div><span>" + SIX + "</div>", "verbatim"),
        (f"Subj: <<{SIX[:62]}>>, it says.", "verbatim"),
        (f"> {SIX}\n> — The Weekly", "verbatim"),
        ("Asked about the “council meets again on Friday at 10.30. Ana Torvald has said”, he left.", "verbatim"),
        (f"| {SIX[:62]}will ask | true |\n| {SIX[62:]} | |", "altered"),
        (f"| {SIX[:61]} | true |\n| {SIX[62:]} | |", "verbatim"),
        (f"{FOUR[:63]}\n(Ferrer’s note)", "verbatim"),
        (SIX.replace("did in", "did in 1\u066b6 \u00bd"), "altered"),
    ],
)  # fmt: skip
def test_single_forms(text: str, verdict: str) -> None:
    """A large initial elsewhere, brackets, omissions, a phrase in another's sentence, empty and ASCII marks."""
    assert WHOLE.compare(text).verdict == verdict


def test_places_over_letters_of_several_characters() -> None:
    """A citation is found by its characters where letters are written as ligatures or with accents of their own."""
    text = FOUR.replace("fishermen", "\ufb01shermen").replace("schoolchildren", "school\u200bchil\u00addren")
    citation = next(one for one in harbour.OUTLINE.citing if one.paragraph == 4 and WHOLE.words(one) == "crowd")
    comparison = WHOLE.compare(text)
    assert (comparison.verdict, comparison.words(citation)) == ("verbatim", "crowd")
    assert comparison.passages[0].span == (1, len(text) - 1)


def test_a_pickled_comparison_with_a_copy() -> None:
    """It is compared again, with the same answer."""
    copy = Alignment(quotes["not-the-time-quote"].text, WHOLE.outline)
    rebuild = pickle.loads(pickle.dumps(copy.compare("Nothing.")))
    assert (rebuild.verdict, rebuild.text) == ("none", "Nothing.")


def test_a_long_copy_is_searched_less(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a copy of many words, sentences are looked for where one may begin and end."""
    monkeypatch.setattr(proof, "_SMALL", 10)
    assert Alignment(harbour.WHOLE, harbour.OUTLINE).status == "complete"
