"""Numbers at the edges of quotations, and a writer's own words beside them."""

from __future__ import annotations

import pytest

import harbour
from jcpoa_brief._align.alignment import Alignment

COPY = Alignment(harbour.WHOLE, harbour.OUTLINE)
LONG = harbour.PARAGRAPHS[2]
NUMBERED = "the ships will go to Marrow Bay, as they did in 2009"
OPENING_NUMBER = "42 ships lay before the mole, and the pilots’ guild asked the council for an answer"


@pytest.mark.parametrize(
    "frame",
    [
        "He says that “{}”.",
        "He says that “{}.”\n",
        "“{}” — a claim",
        "“{} …”\n",
        "<p>He says <q>{}</q>.</p>",
        "<blockquote>{}</blockquote>",
        "> {}\n",
        "{}",
    ],
)
@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (NUMBERED, "verbatim"),
        (NUMBERED.replace("2009", "2010"), "altered"),
        (NUMBERED.replace(" 2009", ", 2010"), "altered"),
        (NUMBERED.replace(" 2009", " ’10"), "altered"),
        (OPENING_NUMBER, "verbatim"),
        (OPENING_NUMBER.replace("42", "43"), "altered"),
    ],
)
def test_numbers_at_edges(frame: str, said: str, verdict: str) -> None:
    """A number that replaces another is a change, whatever line or frame ends or begins with it."""
    assert COPY.compare(frame.format(said)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"“{NUMBERED}-10”.\n", "altered"),
        ("“the ships will go to Marrow Bay 12”.", "altered"),
        ("He says “12 the ships will go to Marrow Bay”.", "altered"),
        (f"“{NUMBERED.replace(' 2009', chr(10) + '2010')}.”", "altered"),
        ("“the ships will go to Marrow Bay.12”", "verbatim"),
        ("“the ships will go to Marrow Bay12”", "verbatim"),
        ("“the ships will go to Marrow Bay”12", "verbatim"),
        ("<p>“the ships will go to Marrow Bay, as they did in <sup>12</sup>”</p>", "verbatim"),
        (
            "the ships will go to Marrow Bay, as they did in\n\n12   THE WEEKLY\n\n2009, and the harbour of Brélan",
            "verbatim",
        ),
    ],
)
def test_numbers_beside_marks(text: str, verdict: str) -> None:
    """Between the article's words and a quotation mark a number is no note, unless it sticks to them or is raised."""
    assert COPY.compare(text).verdict == verdict


BESIDE = f"{NUMBERED}, and the harbour of Brélan will be a harbour in name only"
OWN = "I was asked to keep the harbour, and I shall keep the harbour"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"“{OWN},” Ana Torvald told a crowd of fishermen and schoolchildren on Sunday.", "verbatim"),
        (f"“{OWN},” Torvald told fishermen. Another: “{BESIDE}.”", "verbatim"),
        (f"“{OWN},” she told a crowd of fishermen and sailors on the quay.", "verbatim"),
        (f"“{OWN.replace('shall', 'will')},” Ana Torvald told a crowd of fishermen and pilots.", "altered"),
        (
            f"In a speech on oil, gas, rain and much else, “{OWN.replace('shall', 'will')},” Torvald told them.",
            "altered",
        ),
        ("“The ships will go to Marrow Bay”, as they once did, and the harbour of Brélan will be idle.", "verbatim"),
        ("The guild “asked the council” for a reply.", "none"),
        (LONG.replace("new", "“new”").replace("smaller", "larger"), "altered"),
        (f"{harbour.PARAGRAPHS[3].replace('told', 'said to')}", "altered"),
    ],
)
def test_words_beside_quotations(text: str, verdict: str) -> None:
    """A quotation is judged inside its marks; beside them are its writer's words, unless hardly any stand in marks."""
    assert COPY.compare(text).verdict == verdict
