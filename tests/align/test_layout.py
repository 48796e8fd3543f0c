"""What tools put around the words: the same text stands in every layout, and one changed word is told in each."""

from __future__ import annotations

import itertools
import pickle
import re
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
NOTED = (
    FOUR.replace("1887", "1887{1}")
    .replace("fishermen,", "fishermen,<sup>{0}</sup>")
    .replace("keys.", "keys.<sup>{2}</sup>")
)
LINES = textwrap.wrap(f"{FOUR} {SIX}", 52)


def each_line(form: Callable[[int, str], str]) -> Callable[[list[str]], str]:
    """A layout that puts something around each line."""
    return lambda lines: "\n".join(form(number, line) for number, line in enumerate(lines, 1))


def columns(lines: list[str]) -> str:
    """Cells with a column of yes and no behind the words."""
    return "\n".join(
        f"{number}\t2021-03-08\t{line}\t{'no' if number % 2 else 'yes'}" for number, line in enumerate(lines)
    )


def two_columns(lines: list[str]) -> str:
    """The words in two columns side by side."""
    narrow = textwrap.wrap(" ".join(lines), 24)
    half = (len(narrow) + 1) // 2
    return "\n".join(
        f"{left:<30}{right}" for left, right in itertools.zip_longest(narrow[:half], narrow[half:], fillvalue="")
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
    "a file's name and a line's number": each_line(lambda at, line: f"notes.txt:{at}:{line}"),
    "two columns": two_columns,
    "pages with two columns and a head": lambda lines: (
        "The Weekly" + " " * 30 + "Spring\n\n" + two_columns(lines[:7]) + "\n\fThe Weekly\n" + two_columns(lines[7:])
    ),
    "posts of a thread": lambda lines: " ".join(lines[:9]) + " 1/2\n\n2/2 " + " ".join(lines[9:]),
    "a page's end inside a quotation": lambda lines: (
        " ".join(lines)
        .replace("Ferrer, who", "“Ferrer, who")
        .replace("quickly", "quick-\n\n7 No.\n\n\fWEEKLY 12\n\nly") + "”"
    ),
    "links of Markdown": lambda lines: re.sub(r"(the \w+)", r"[\1](https://example.org/a_b)", " ".join(lines)),
    "links of a wiki": lambda lines: re.sub(r"(the \w+)", r"[[\1>>https://example.org/a_b]]", " ".join(lines)),
    "links of TEI": lambda lines: re.sub(r"(the \w+)", r'<ref target="https://example.org">\1</ref>', " ".join(lines)),
    "pages whose lines are counted anew": each_line(lambda at, line: f"{at % 5 + 1:2}  {line}"),
    "a blame's columns": each_line(lambda at, line: f"3f9a1c2e (Mina K. 2021-03-09 08:12:03 +0100 {at:3}) {line}"),
    "cues of subtitles": each_line(
        lambda at, line: f"{at}\n00:{at:02}:10,000 --> 00:{at:02}:14,500\n{line}\n"
    ),
    "a ticket": lambda lines: (
        "It says {quote}" + " ".join(lines).replace("keys. ", f"keys. {harbour.PARAGRAPHS[4]} ") + "{quote}\nClosed."
    ),
    "a wiki's quotation": lambda lines: "{{box|" + " ".join(lines) + "|The Weekly}}",
    "a record of references": lambda lines: "TY  - NEWS\nAB  - " + " ".join(lines),
    "a mail's page": lambda lines: (
        "<p>By=E2=80=99s</p>" + textwrap.fill("<p>" + "</p><p>".join(lines) + "</p>", 40).replace("\n", " =\n")
    ).replace("</p", "</=\np"),
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
        (SIX.replace("went quickly", "wentquickly"), [("replaced", "wentquickly", "went quickly")]),
        (SIX.replace("in 2009", "in 2009 2009"), [("added", "2009", "")]),
        (SIX.replace("Marrow Bay", "Marrow Bay Bay"), [("added", "Bay", "")]),
    ],
)  # fmt: skip
def test_small_edits(text: str, changes: list[tuple[str, str, str]]) -> None:
    """A single word run together, and a word or number said twice, are changes."""
    assert [(one.kind, one.words, one.article_words) for one in WHOLE.compare(text).changes] == changes


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A\n\n" + SIX.replace("If the council", "if the council"), "verbatim"),
        ("**Key passage** " + SIX, "verbatim"),
        ("Not so " + SIX, "altered"),
        (f"{FOUR}\n- Ad {harbour.PARAGRAPHS[4]}", "verbatim"),
        (f"{FOUR} ADVERTISEMENT\n{harbour.PARAGRAPHS[4]}", "verbatim"),
        (f"``{SIX[:33]} \\ldots{{}} {SIX[102:]}''", "verbatim"),
        ("I\n\nThe notes.\n\nf" + SIX.removeprefix("If"), "verbatim"),
        (SIX.replace("the same; if", "the same; (emphasis added) if"), "verbatim"),
        (f"He wrote: “{SIX[:33]} [snip] {SIX[102:]}”", "verbatim"),
        (f"“It was a long day, and when at last {FERRY}, we shall all sit down and rest our feet”", "none"),
        ("“” " + SIX, "verbatim"),
        ("<p hidden></p><div><span>" + SIX + "</div>", "verbatim"),
        (f"Subj: <<{SIX[:62]}>>, it says.", "verbatim"),
        (f"> {SIX}\n> — The Weekly", "verbatim"),
        ("Asked about the “council meets again on Friday at 10.30. Ana Torvald has said”, he left.", "verbatim"),
        (f"| {SIX[:62]}will ask | true |\n| {SIX[62:]} | |", "altered"),
        (f"| {SIX[:61]} | true |\n| {SIX[62:]} | |", "verbatim"),
        (f"{FOUR[:63]}\n(Ferrer’s note)", "verbatim"),
        (SIX.replace("did in", "did in 1\u066b6 \u00bd"), "altered"),
        ("&lt;p&gt;" + SIX[:33] + "&lt;b&gt;" + SIX[33:] + "&lt;/b&gt;&lt;/p&gt;", "verbatim"),
        (f"They have {{{{tq|{SIX[:62]}}}}}, which is plain.", "verbatim"),
        (f"- {SIX[103:162]} ([Location 61](https://example.org/61))", "verbatim"),
        ("“In the evening,” the author says, “the guild’s speaker, Jon Ferrer, called the silence” odd.", "verbatim"),
        (f"He says, quote, {SIX[:62]}, unquote. Then he left us all there.", "verbatim"),
        (f"\\enquote{{{SIX[:62]} as they did in 2009}} is what he says.", "altered"),
        (f"#+begin_quote\n{SIX[:62]} as they did in 2009\n#+end_quote\nWell said.", "altered"),
        (f"“{SIX[:62]}.” He adds “ask for the same; if it does not, the ships will”", "verbatim"),
        ("He wrote: ‘Nobody denies that he spoke of “a quiet fee of another kind”, but who heard?’", "verbatim"),
        ("He wrote: ‘Then Jon Ferrer called the silence “a quiet fee of another kind,” and they went away’", "altered"),
        (NOTED.format(1, 2, 3), "verbatim"),
        (NOTED.format(1, 7, 3), "altered"),
        (NOTED.format(1, 2, 9), "altered"),
        (NOTED.format(1, ".2", 3), "verbatim"),
        (NOTED.format(1, 2, 2), "verbatim"),
        (NOTED.format(1, ".2", "*"), "verbatim"),
        (NOTED.format(1, ".5", "*"), "altered"),
        (NOTED.format(5, ".10", 15), "verbatim"),
        (NOTED.format(5, ".10", 90), "altered"),
        (SIX.replace("as they did in", "astheydidin"), "verbatim"),
        (SIX.replace("the harbour", "the har bour"), "verbatim"),
        (SIX.replace("the harbour", "\x1b[1;31mthe\x1b[0m \x1b]8;;\x07harbour"), "verbatim"),
        (SIX.replace(" ships", "\\Nships").replace(" One", "\\nOne"), "verbatim"),
        ("BEGIN:VCALENDAR\nDESCRIPTION:" + SIX.replace("harbour", "har\n bour").replace(",", "\\,"), "verbatim"),
        (SIX.replace("same;", "same;footnote:[See the charter of the town.]"), "verbatim"),
        (f"{FOUR} | Read more of this | {harbour.PARAGRAPHS[4]}", "verbatim"),
        (f"{FOUR}\n\nA mole. Photo: Agency {harbour.PARAGRAPHS[4]}", "verbatim"),
        (f"<blockquote>{SIX}<footer>— <cite>the council</cite></footer></blockquote>", "verbatim"),
        (f"“I read that ‘{FERRY}’ and thought of us. So it is: ‘{SIX[:62]}’, my friends.” And so on.", "verbatim"),
        (f"“{SIX[:62]} as they did in 2009”, it says.", "altered"),
        (f"“{SIX[:62]} … as they did in 2009”, it says.", "verbatim"),
        (f"“{SIX[103:180]} {SIX[:62]}”, it says.", "altered"),
        ("“Those who were in it went quickly and came back slowly, one by one, over eleven years”", "altered"),
        (f"{SIX[:33]} {SIX[103:160]}", "verbatim"),
        ("\u2022 Marrow Bay, as they did in 2009\n\u2022 a harbour in name only. Ferrer, who was a pilot", "verbatim"),
        ("“The harbour office in Brélan closed on Monday as they did in 2009, and the harbour of Brélan”", "altered"),
        ("“" + SIX[:62] + "\n\nThe Weekly\n\nwill asks for the same; if it does not, the ships will go”", "altered"),
        ("“" + SIX[:62] + "\n\nThe Weekly\n\nAnother text that says “nothing.”\n\nNo.\n\nNo.\n\nno”", "verbatim"),
        ("He wrote: ‘By noon, 42 ships lay before the mole, and the pilots’ guild asked the council’.", "verbatim"),
        (f"{SIX[:39]}and the harbour of Brélan will {SIX[50:162]}", "altered"),
        (f"„He wrote “{SIX[:33]}” and went“", "verbatim"),
        ("Director Ana Torvald of Brélan", "none"),
    ],
)  # fmt: skip
def test_single_forms(text: str, verdict: str) -> None:
    """A large initial elsewhere, brackets, omissions, a phrase in another's sentence, empty and ASCII marks."""
    assert WHOLE.compare(text).verdict == verdict


def test_a_pull_quote_in_the_middle_of_a_line() -> None:
    """What a page repeats of its own body alters nothing, also where a tool put everything into one line."""
    page = Alignment(f"{harbour.WHOLE}\n\n{harbour.PULL_QUOTE}", harbour.OUTLINE)
    first, last = harbour.PARAGRAPHS[5:7]
    cue = first.replace("pays the", "pays the\n\n59\n\n")
    for text in (
        f"{harbour.PARAGRAPHS[4]} {harbour.PULL_QUOTE} {cue}",
        f"{first} {harbour.PULL_QUOTE} {last}",
        f"{FOUR} {harbour.PULL_QUOTE} {harbour.PARAGRAPHS[4]} {first}",
        f"{harbour.PULL_QUOTE}\n{harbour.PARAGRAPHS[4]} {first}",
        f"{harbour.PARAGRAPHS[4]}\n\n{harbour.PULL_QUOTE.removeprefix('If ').capitalize()}\n\n{last}",
    ):
        assert page.compare(text).verdict == "verbatim"
    moved = page.compare(f"{first} {harbour.PARAGRAPHS[4]} {last}")
    assert [(one.kind, one.words) for one in moved.changes] == [("added", harbour.PARAGRAPHS[4].rstrip("."))]


def test_places_over_letters_of_several_characters() -> None:
    """A citation is found by its characters where letters are written as ligatures or with accents of their own."""
    text = FOUR.replace("fishermen", "\ufb01shermen").replace("schoolchildren", "school\u200bchil\u00addren")
    citation = next(one for one in harbour.OUTLINE.citing if one.paragraph == 4 and WHOLE.words(one) == "crowd")
    comparison = WHOLE.compare(text)
    assert (comparison.verdict, comparison.words(citation)) == ("verbatim", "crowd")
    assert comparison.passages[0].span == (1, len(text) - 1)


def test_a_pickled_comparison_with_a_copy() -> None:
    """It is compared again, with the same answer."""
    copy = Alignment(quotes["not-the-time-quote"].text, WHOLE._outline)
    rebuild = pickle.loads(pickle.dumps(copy.compare("Nothing.")))
    assert (rebuild.verdict, rebuild.text) == ("none", "Nothing.")


def test_a_long_copy_is_searched_less(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a copy of many words, sentences are looked for where one may begin and end."""
    monkeypatch.setattr(proof, "_SMALL", 10)
    assert Alignment(harbour.WHOLE, harbour.OUTLINE).status == "complete"
