"""What aligning and comparing take in memory and time, however hostile a text is."""

from __future__ import annotations

import sys
import time
import tracemalloc

import pytest

import harbour
from jcpoa_brief._align.alignment import Alignment
from jcpoa_brief._align.comparison import Comparison

SIZE = 200_000
MOST = 12  # times the text's own size, fixed costs of a small copy included
KNOWN = Alignment(harbour.WHOLE, harbour.OUTLINE).basis
NAMED = {
    "one letter": "a",
    "short words": "a ",
    "a name": "Torvald ",
    "marks": "\u201c\u2018",
    "combining": "\u0301\u0316",
    "invisible": "\u200b",
    "no spaces": "\u4f0a\u6717\u6838\u534f\u8bae",
}
UNCLOSED = (
    "<script>", "<!--", "<b ", '<a x="', "[", "](http", "[[a|", "{--", "{++ a ", "~~a ", "&#1", "\\a{", "`a ", "\x1b[",
    "http://", "(a ", "<div hidden>", "</x>", "“Torvald “the “council ", "‘the crowd’ and ’tis ", "=E2=80=", "a-\nb ",
)  # fmt: skip


@pytest.mark.parametrize("unit", NAMED.values(), ids=NAMED)
def test_memory_is_a_small_multiple_of_the_text(unit: str) -> None:
    """However hostile a text is, comparing it takes no more than a few times its own room."""
    text = unit * (SIZE // len(unit))
    tracemalloc.start()
    try:
        assert Comparison(text, KNOWN).verdict == "none"
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < MOST * sys.getsizeof(text)


@pytest.mark.parametrize("unit", UNCLOSED)
def test_time_is_linear(unit: str) -> None:
    """Marks that nothing closes cost eight times as much eight times as often, not sixty-four times."""
    times: list[float] = []
    for count in (2_000, 16_000):
        started = time.process_time()
        assert Comparison(unit * count, KNOWN).verdict == "none"
        times.append(time.process_time() - started)
    assert times[1] < 30 * max(times[0], 0.01)
