"""How long look-ups and filters take, beside three packages that people know, in one run.

    python benchmarks/lookup.py [--check]

Needs pycountry, particle and stam (the extra `bench`). What is compared is each package's own way to get one record by
its key and by its name; the minimum of several repeats is taken, and ratios of minima are given, because medians on a
shared machine are noise.
"""

from __future__ import annotations

import argparse
import sys
import timeit
from collections.abc import Callable
from typing import Final

import particle
import pycountry
import stam

from jcpoa_brief import actors, events, search

REPEATS: Final = 9
MICROSECOND: Final = 1e6

STORE: Final = stam.AnnotationStore(id="store")
_RESOURCE: Final = STORE.add_resource(id="text", text="x" * 5000)
for _number in range(300):
    STORE.annotate(
        id=f"a{_number}",
        target=stam.Selector.textselector(_RESOURCE, stam.Offset.simple(_number, _number + 5)),
        data={"id": f"d{_number}", "key": "kind", "value": "event", "set": "s"},
    )

# name: (ours or other's call, bar in microseconds or none)
CALLS: Final[dict[str, tuple[Callable[[], object], float | None]]] = {
    'actors["iran"]': (lambda: actors["iran"], 1),
    'events["us-leaves-jcpoa"]': (lambda: events["us-leaves-jcpoa"], 1),
    'pycountry.countries.get(alpha_3="IRN")': (lambda: pycountry.countries.get(alpha_3="IRN"), None),
    "particle.Particle.from_pdgid(211)": (lambda: particle.Particle.from_pdgid(211), None),
    'stam store.annotation("a7")': (lambda: STORE.annotation("a7"), None),
    'actors.find("Tehran")': (lambda: actors.find("Tehran"), 5),
    'pycountry.countries.lookup("Iran")': (lambda: pycountry.countries.lookup("Iran"), None),
    'particle.Particle.findall("pi+")': (lambda: particle.Particle.findall("pi+"), None),
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
    base = microseconds(CALLS['actors["iran"]'][0])
    missed = False
    print(f"| call | µs | times {'actors[…]'} | bar, µs |\n|---|---|---|---|")
    for name, (call, bar) in CALLS.items():
        taken = microseconds(call)
        missed |= bar is not None and taken > bar
        print(f"| `{name}` | {taken:.2f} | {taken / base:.0f} | {bar if bar is not None else ''} |")
    return 1 if missed and check else 0


if __name__ == "__main__":
    sys.exit(main())
