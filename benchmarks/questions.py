"""What questions cost on the shipped data in a warm process: minima of many runs, the noise of a busy machine left out.

python benchmarks/questions.py
"""

from __future__ import annotations

import timeit
from typing import Final

from jcpoa_brief._questions.all_records import BY_ID
from jcpoa_brief._questions.search import SearchIndex, search

QUERIES: Final = ("Iran", "sanctions relief", "nuclear deal", "IRGC", "con", "iran us sanctions deal", "zzz", "?!")
REPEATS: Final = 50
RUNS: Final = 20


def microseconds(code: object) -> float:
    """The least time of one call."""
    return min(timeit.repeat(code, number=RUNS, repeat=REPEATS)) / RUNS * 1e6  # type: ignore[arg-type]


def main() -> None:
    """Prints one line a query, the slowest name of all records, and what the index costs to make."""
    print(f"{'query':<26}{'hits':>6}{'µs':>9}")
    for query in QUERIES:
        print(f"{query:<26}{len(search(query)):>6}{microseconds(lambda query=query: search(query)):>9.1f}")
    names = [name for record in BY_ID.values() for name in record.names]
    timed = [(min(timeit.repeat(lambda name=name: search(name), number=1, repeat=5)) * 1e6, name) for name in names]
    slowest, name = max(timed)
    print(f"slowest of {len(names)} names: {slowest:.0f} µs for {name!r}")
    made = min(timeit.repeat(lambda: SearchIndex(BY_ID.values()), number=1, repeat=5)) * 1e3
    print(f"the index of {len(BY_ID)} records is made once, in {made:.0f} ms")


if __name__ == "__main__":
    main()
