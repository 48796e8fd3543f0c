"""How long look-ups, filters and a search take, against their bars.

    python benchmarks/lookup.py [--check]

The minimum of several repeats is taken, because medians on a shared machine are noise. ``--check`` measures up to
three times before it fails.
"""

from __future__ import annotations

import argparse
import sys
import timeit
from collections.abc import Callable, Iterable
from typing import Final

from jcpoa_brief import actors, events, search

REPEATS: Final = 25
TRIES: Final = 3
MICROSECOND: Final = 1e6

# what is asked, and its bar in microseconds
CALLS: Final[dict[str, tuple[Callable[[], object], float]]] = {
    'actors["iran"]': (lambda: actors["iran"], 1),
    'events["us-leaves-jcpoa"]': (lambda: events["us-leaves-jcpoa"], 1),
    'actors.find("Tehran")': (lambda: actors.find("Tehran"), 5),
    'events.involving("iran")': (lambda: events.involving("iran"), 30),
    'events.between("2021-02", "2021-03")': (lambda: events.between("2021-02", "2021-03"), 30),
    "events.cited_in(5)": (lambda: events.cited_in(5), 30),
    'search("sanctions relief")': (lambda: search("sanctions relief"), 300),
}


def microseconds(calls: Iterable[Callable[[], object]]) -> list[float]:
    """The fastest of several repeats of each call. All calls are made in every round, so that a busy moment of the
    machine falls on one repeat of each and not on all repeats of one.
    """
    timers = [timeit.Timer(call) for call in calls]
    numbers = [max(1, timer.autorange()[0] // 16) for timer in timers]
    rounds = [
        [timer.timeit(number) / number for timer, number in zip(timers, numbers, strict=True)] for _ in range(REPEATS)
    ]
    return [min(taken) * MICROSECOND for taken in zip(*rounds, strict=True)]


def over(figures: Iterable[float]) -> bool:
    """Whether any call takes longer than its bar."""
    return any(taken > bar for taken, (_, bar) in zip(figures, CALLS.values(), strict=True))


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="exit 1 when a bar is missed")
    check = parser.parse_args().check
    figures = microseconds(call for call, _ in CALLS.values())
    for _ in range(TRIES - 1):
        if check and over(figures):
            figures = list(map(min, figures, microseconds(call for call, _ in CALLS.values())))
    print("| call | µs | bar, µs |\n|---|---|---|")
    for (name, (_, bar)), taken in zip(CALLS.items(), figures, strict=True):
        print(f"| `{name}` | {taken:.2f} | {bar:g} |")
    return 1 if check and over(figures) else 0


if __name__ == "__main__":
    sys.exit(main())
