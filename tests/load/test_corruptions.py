"""A slip anywhere in the data is noticed: three seeded faults of each kind here, thousands by the program itself."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from corruptions import KINDS, survey

from article_text import SourceText

ROOT = Path(__file__).resolve().parents[2]


def test_every_fault_is_noticed() -> None:
    """Validation alone, without the article, notices most faults; the digests of the files notice the rest."""
    found, _ = survey(3 * len(KINDS), 7, None)
    assert {name: counts.total() for name, counts in found.items()} == {kind.__name__: 3 for kind in KINDS}
    total = sum(found.values(), Counter())
    assert total["nobody"] == 0
    assert total["loading"] > total["the digests"]
    known = ("ids_swapped", "id_misspelt", "date_impossible", "reference_dangling", "record_twice", "record_dropped")
    assert {name: found[name]["loading"] for name in known} == dict.fromkeys(known, 3)


def test_with_a_copy_the_article_notices_what_loading_cannot(copy_path: Path) -> None:
    """A shifted offset and a wrong digit are faults that the article shows, wherever they are."""
    found, _ = survey(3 * len(KINDS), 8, SourceText.read(copy_path))
    for kind in ("offset_shifted", "citation_moved", "digest_digit"):
        assert found[kind]["loading"] + found[kind]["the article"] == 3
