"""How long alignment takes, and how much memory.

python benchmarks/align.py COPY

Copies of 10 kB to 10 MB (the article, and other prose around it) and hostile ones, each beside one SHA-256 pass and one
pass of unicodedata.normalize over the same text. Times are minima of several runs, memory is the peak beyond the text
as tracemalloc sees it, in multiples of the text's own size.
"""

from __future__ import annotations

import argparse
import sys
import time
import tracemalloc
import unicodedata
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from jcpoa_brief._align.alignment import Alignment
from jcpoa_brief._align.outline import article_outline

PROSE = (
    "The road to the old mill runs along the river for a mile and then leaves it. Most visitors come in May, when the "
    "water is high and the meadows are yellow; few stay for more than an afternoon. A guide who has lived there for "
    "thirty years says that the place changes less than the people who write about it.\n\n"
)


def best(work: Callable[[], object], runs: int) -> float:
    """The shortest of some runs, in seconds."""
    taken: list[float] = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def resolved(text: str) -> Alignment:
    """An alignment with every citation resolved."""
    alignment = Alignment(text, article_outline())
    _ = alignment.lost
    return alignment


def copies(article: str) -> Iterator[tuple[str, str]]:
    """Plain copies of growing length, then hostile ones."""
    yield "the article", article
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        around = PROSE * ((size - len(article)) // (2 * len(PROSE)))
        yield f"in {size:,} characters of prose", around + article + "\n\n" + around
    paragraph = article.split("\n\n")[4] + "\n\n"
    lengths = (length for sentence in article_outline().sentences for length in sentence.lengths)
    shape = " ".join("x" * length for length in lengths) + " "
    yield "one letter", "a" * 1_000_000
    yield "one-letter words", "a " * 500_000
    yield "one name", "Iran " * 200_000
    yield "a paragraph 10,000 times", paragraph * 10_000
    yield "the same in capitals", paragraph.upper() * 10_000
    yield "an edited article 100 times", article.replace(" the ", " that ") * 100
    yield "the lengths of all its words", shape * (1_000_000 // len(shape))
    yield "nested quotation marks", "\u201c\u2018" * 500_000
    yield "only combining characters", "\u0301\u0316" * 500_000
    yield "only invisible characters", "\u200b" * 1_000_000
    yield "Chinese", "\u4f0a\u6717\u6838\u534f\u8bae" * 200_000


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("copy", type=Path, help="your copy of the article")
    article = parser.parse_args().copy.read_text(encoding="utf-8")
    resolved(article)
    print(f"{'copy':<34}{'characters':>12}{'ms':>10}{'ns/char':>9}{'x SHA-256':>11}{'x normalize':>12}{'x memory':>10}")
    for name, text in copies(article):
        runs = 15 if len(text) < 50_000 else 3
        taken = best(lambda text=text: resolved(text), runs)
        digest = best(lambda text=text: sha256(text.encode()).hexdigest(), runs)
        # The library's own sorting takes the square of a run of marks; there is nothing to compare with.
        plain = best(lambda text=text: unicodedata.normalize("NFC", text), runs) if "combining" not in name else None
        tracemalloc.start()
        kept = resolved(text)
        memory = tracemalloc.get_traced_memory()[1] / sys.getsizeof(text)
        tracemalloc.stop()
        del kept
        print(
            f"{name:<34}{len(text):>12,}{taken * 1e3:>10.1f}{taken / len(text) * 1e9:>9.0f}{taken / digest:>11.0f}"
            f"{f'{taken / plain:.0f}' if plain else '-':>12}{memory:>10.1f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
