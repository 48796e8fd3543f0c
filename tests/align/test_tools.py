"""What readers, converters and scanners do to words: it is undone in a copy and in a text that is compared."""

from __future__ import annotations

import re
import textwrap

import pytest

import harbour
from jcpoa_brief._align.alignment import Alignment

COPY = Alignment(harbour.WHOLE, harbour.OUTLINE)
WRAPPED = "\n\n".join(textwrap.fill(text, 50) for text in harbour.PARAGRAPHS)


def with_each(*pairs: tuple[str, str]) -> str:
    """The text with words written otherwise, each once."""
    text = harbour.WHOLE
    for was, now in pairs:
        assert was in text
        text = text.replace(was, now, 1)
    return text


TOGETHER = {
    "words run together": with_each(
        ("closed on Monday", "closedonMonday"), ("paid what it", "paidwhatit"), ("ships lay before", "shipslaybefore")
    ),
    "words run together without capitals": with_each(
        ("fell out with", "felloutwith"), ("paid what it", "paidwhatit"), ("ships lay before", "shipslaybefore")
    ),
}
TEXTS = {
    "a sentence's end swallowed": with_each(("owed.\n\nShips", "owed.Ships")),
    "a line's end swallowed": with_each(("Then the crowd", "ThenThe crowd")).replace("ThenThe", "Then the"),
    "large initials": re.sub(r"(?m)^([A-Z])(?=\w)", "\\1\n", harbour.WHOLE),
    "large initials at the page's head": "S\n\n" + with_each(("Ships kept", "hips kept")),
    "hyphens at lines' ends": with_each(("council over", "coun-\ncil over"), ("schoolchildren", "school-\nchildren")),
    "soft hyphens at lines' ends": with_each(("council over", "coun\u00ad\ncil over")),
    "not signs at lines' ends": with_each(("council over", "coun\u00ac\ncil over")),
    "a hyphen over a page's end": with_each(("schoolchildren", "school-\n\n7\n\nHarbour News\n\nchildren")),
    "notes joined to words": with_each(("council over", "council3 over"), ("crowns.", "crowns4.")),
    "notes behind marks": with_each(("what it owed.", "what it owed.5"), ("mole,", "mole,6")),
    "ligatures": with_each(("office", "oﬃce"), ("fishermen", "ﬁshermen")),
    "ligatures apart": with_each(("office in", "offi ce in")),
    "numbers of lines": "\n".join(f"{number:>3} {line}" for number, line in enumerate(WRAPPED.split("\n"), 1)),
    "numbers behind lines": "\n".join(f"{line}   {number}" for number, line in enumerate(WRAPPED.split("\n"), 1)),
    "counters": "\n".join(f"{number}/7 {text}" for number, text in enumerate(harbour.PARAGRAPHS, 1)),
    "counters in words": "\n\n".join(f"{number} of 7 {text}" for number, text in enumerate(harbour.PARAGRAPHS, 1)),
    "numbered parts": "\n\n".join(f"1.{number} {text}" for number, text in enumerate(harbour.PARAGRAPHS, 1)),
    "pages": WRAPPED.replace("\n\nOn Tuesday", "\n\n- 3 -\n\f\nHARBOUR NEWS\n\nOn Tuesday"),
    "a page's end in a sentence": WRAPPED.replace("new contract,", "new contract,\n\n12\n\nHARBOUR NEWS\n\n"),
    "initials of a mail": "\n".join(f"AT> {line}" for line in WRAPPED.split("\n")),
    "lines of Windows": WRAPPED.replace("\n", "\r\n"),
    "line separators": WRAPPED.replace("\n", "\u2028"),
    "double quotation marks from a keyboard": harbour.WHOLE.replace("“", "``").replace("”", "''"),
    "capitals": harbour.WHOLE.upper(),
    "an advertisement between": with_each(("\n\nOn Tuesday", "\n\nADVERTISEMENT\n\nOn Tuesday")),
}  # fmt: skip


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_that_a_tool_made(text: str) -> None:
    """Every sentence is proved, and held against the copy the text is verbatim."""
    alignment = Alignment(text, harbour.OUTLINE)
    comparison = COPY.compare(text)
    assert alignment.missing == ()
    assert (comparison.verdict, comparison.changes) == ("verbatim", ())


@pytest.mark.parametrize("text", TOGETHER.values(), ids=TOGETHER)
def test_words_run_together(text: str) -> None:
    """Where a tool ran words together again and again, a comparison parts them as the copy has them."""
    comparison = COPY.compare(text)
    assert (comparison.verdict, comparison.changes) == ("verbatim", ())


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b" * 9, "\u2060" * 40])
def test_marks_inside_words_run_together(mark: str) -> None:
    """Characters that take no room inside words that were run together do no harm, at the article's end neither."""
    text = with_each(
        ("closed on Monday", f"closed{mark}onMonday"),
        ("paid what it", f"paid{mark}whatit"),
        ("bring the keys", f"bring{mark}thekeys"),
    )
    comparison = COPY.compare(text)
    for passage in comparison.passages:
        assert 0 <= passage.span.start < passage.span.end <= len(text)
