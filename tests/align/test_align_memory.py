"""What aligning a copy takes in memory, beyond the copy itself."""

from __future__ import annotations

import sys
import tracemalloc

import pytest

from jcpoa_brief._align.align import Alignment, article_outline

SIZE = 400_000
MOST = 12  # times the text's own size, fixed costs of a small copy included


@pytest.mark.parametrize(
    "unit",
    ["a", "a ", "Iran ", "\u201c\u2018", "\u0301\u0316", "\u200b", "\u4f0a\u6717\u6838\u534f\u8bae"],
    ids=["one letter", "short words", "a name", "marks", "combining", "invisible", "no spaces"],
)
def test_memory_is_a_small_multiple_of_the_text(unit: str) -> None:
    """However hostile a copy is, it takes no more than a few times its own room, all citations resolved."""
    text = unit * (SIZE // len(unit))
    outline = article_outline()
    tracemalloc.start()
    try:
        alignment = Alignment(text, outline)
        lost = alignment.lost
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (alignment.verdict, lost) == ("another_text", ())
    assert peak < MOST * sys.getsizeof(text)
