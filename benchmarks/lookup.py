"""How long look-ups, filters and a search take, against their bars.

    python benchmarks/lookup.py [--check]

The minimum of several repeats is taken, because medians on a shared machine are noise.
"""

from __future__ import annotations

import argparse
import sys
import timeit
from collections.abc import Callable
from typing import Final

from jcpoa_brief import actors, events, search

REPEATS: Final = 9
MICROSECOND: Final = 1e6

# what is asked, and its bar in microseconds
CALLS: Final[dict[str, tuple[Callable[[], object], float]]] = {
    'actors["iran"]': (lambda: actors["iran"], 1),
    'events["us-leaves-jcpoa"]': (lambda: events["us-leaves-jcpoa"], 1),
    'actors.find("Tehran")': (lambda: actors.find("Tehran"), 5),
    'events.involving("iran")': (lambda: events.involving("iran"), 30),
    'events.between("2021-02", "2021-03")': (lambda: events.between("2021-02", "2021-03"), 30),
    "events.cited_in(5)": (lambda: events.cited_in(5), 30),
    'search("sanctions relief")': (lambda: search("sanctions relief"), 1000),
}


def microseconds(call: Callable[[], object]) -> float:
    """The fastest of several repeats of a call."""
    call()
    timer = timeit.Timer(call)
    number = max(1, timer.autorange()[0] // 8)
    return min(timer.repeat(REPEATS, number)) / number * MICROSECOND


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="exit 1 when a bar is missed")
    check = parser.parse_args().check
    missed = False
    print("| call | µs | bar, µs |\n|---|---|---|")
    for name, (call, bar) in CALLS.items():
        taken = microseconds(call)
        missed |= taken > bar
        print(f"| `{name}` | {taken:.2f} | {bar:g} |")
    return 1 if missed and check else 0


if __name__ == "__main__":
    sys.exit(main())
