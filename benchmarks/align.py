"""How long proving a copy and comparing texts take, and how much memory; with Quid beside them, if it is installed.

python benchmarks/align.py COPY

Times are minima of several runs. Memory is the peak beyond the text as tracemalloc sees it, in multiples of the text's
own size.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from jcpoa_brief._align.alignment import Alignment
from jcpoa_brief._align.article_digests import article_outline
from jcpoa_brief._align.comparison import Comparison

PROSE = (
    "The road to the old mill runs along the river for a mile and then leaves it. Most visitors come in May, when the "
    "water is high and the meadows are yellow; few stay for more than an afternoon. A guide who has lived there for "
    "thirty years says that the place changes less than the people who write about it.\n\n"
)
WINDOWS = 20  # quotations that Quid is asked for; it takes half a second for each


def best(work: Callable[[], object], runs: int) -> float:
    """The shortest of some runs, in milliseconds."""
    taken: list[float] = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - start))
    return min(taken)


def peak(work: Callable[[], object], text: str) -> float:
    """The most memory that some work takes, in multiples of a text's size."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / sys.getsizeof(text)
    finally:
        tracemalloc.stop()


def texts(article: str, size: int = 1_000_000) -> Iterator[tuple[str, str]]:
    """Long texts to compare, hostile ones among them."""
    chance, words = random.Random(1), article.split()  # noqa: S311
    grams = (" ".join(words[at : at + 4]) for at in (chance.randrange(len(words) - 4) for _ in range(size // 20)))
    yield "prose", (PROSE * (size // len(PROSE) + 1))[:size]
    yield "the article again and again", (article * (size // len(article) + 1))[:size]
    yield "its four words in a row, shuffled", " ".join(grams)[:size]
    yield "one letter", "a" * size
    yield "one-letter words", "a " * (size // 2)
    yield "one name", "Iran " * (size // 5)
    yield "tags that nothing closes", "<script>" * (size // 8)


def windows(article: str) -> list[str]:
    """Quotations of 5 to 25 words."""
    chance, words = random.Random(2), article.split()  # noqa: S311
    return [" ".join(words[at : at + chance.randint(5, 25)]) for at in chance.sample(range(len(words) - 25), WINDOWS)]


def beside_quid(article: str) -> None:
    """The same quotations found by Quid, which needs the source's text as well."""
    try:
        quid: Any = import_module("quid.core.Quid").Quid(min_match_length=5)
    except ImportError:
        print("Quid is not installed: pip install Quid")
        return
    alignment = Alignment(article, article_outline())
    frames = [f"The magazine noted: “{said}.” Nothing more was said." for said in windows(article)]
    found = sum(bool(alignment.compare(text).passages) for text in frames)
    ours = best(lambda: [alignment.compare(text).passages for text in frames], 3)
    theirs = best(lambda: [quid.compare(article, text) for text in frames], 1)
    also = sum(bool(quid.compare(article, text)) for text in frames)
    print(f"{WINDOWS} quotations: {found} found in {ours:.0f} ms; Quid {also} in {theirs:.0f} ms")


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("copy", help="path of your copy of the article")
    article = Path(parser.parse_args().copy).read_text(encoding="utf-8")
    outline = article_outline()
    alignment = Alignment(article, outline)
    known = alignment.basis
    quotation = f"The magazine noted: “{article[400:580]}.” Nothing more was said."
    print(f"proved, all citations found: {best(lambda: Alignment(article, outline).found, 5):.1f} ms")
    print(f"the article compared: {best(lambda: Comparison(article, known).passages, 5):.1f} ms")
    print(f"a quotation compared: {best(lambda: Comparison(quotation, known).passages, 20):.2f} ms")
    for name, text in texts(article):
        taken = best(lambda text=text: Comparison(text, known).verdict, 1)
        memory = peak(lambda text=text: Comparison(text, known).verdict, text)
        print(f"{name}, {len(text):,} characters: {taken:,.0f} ms, {memory:.1f} times its size")
    beside_quid(article)
    return 0


if __name__ == "__main__":
    sys.exit(main())
