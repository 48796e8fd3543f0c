"""Start-up, look-up, find and filter beside three data packages that people know, in one run.

    python benchmarks/peers.py

Needs pycountry, particle and stam (the extra ``bench``). Each package is asked in its own way for one record by its
key, by its name, and for the records with some property; start-up is a fresh process until the first record. Minima are
compared, because medians on a shared machine are noise. Run it from an installation, whose byte code is cached.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

import lookup
import particle
import pycountry
import stam
import startup

from jcpoa_brief import actors, events

NAMES: Final = ("jcpoa_brief", "pycountry", "particle", "stam")
RUNS: Final = 15

STORE: Final = stam.AnnotationStore(id="store")
_RESOURCE: Final = STORE.add_resource(id="text", text="x" * 5000)
for _number in range(300):
    STORE.annotate(
        id=f"a{_number}",
        target=stam.Selector.textselector(_RESOURCE, stam.Offset.simple(_number, _number + 5)),
        data={"id": f"d{_number}", "key": "kind", "value": "event", "set": "s"},
    )

STARTUP: Final = {
    "jcpoa_brief": "from jcpoa_brief import actors\nprint(actors['iran'].name)",
    "pycountry": "import pycountry\nprint(pycountry.countries.get(alpha_3='IRN').name)",
    "particle": "import particle\nprint(particle.Particle.from_pdgid(211).name)",
    "stam": "import stam\nprint(stam.AnnotationStore(id='x').id())",
}
KEY: Final[dict[str, Callable[[], object]]] = {
    "jcpoa_brief": lambda: actors["iran"],
    "pycountry": lambda: pycountry.countries.get(alpha_3="IRN"),
    "particle": lambda: particle.Particle.from_pdgid(211),
    "stam": lambda: STORE.annotation("a7"),
}
NAME: Final[dict[str, Callable[[], object]]] = {
    "jcpoa_brief": lambda: actors.find("Tehran"),
    "pycountry": lambda: pycountry.countries.lookup("Iran"),
    "particle": lambda: particle.Particle.from_name("pi+"),
}
FILTER: Final[dict[str, Callable[[], object]]] = {
    "jcpoa_brief": lambda: events.involving("iran"),
    "pycountry": lambda: [country for country in pycountry.countries if country.alpha_2.startswith("I")],
    "particle": lambda: particle.Particle.findall(lambda one: one.charge == 1),
    "stam": lambda: list(STORE.query('SELECT ANNOTATION ?a WHERE DATA "s" "kind" = "event";')),
}


def first_records() -> dict[str, float]:
    """Milliseconds until each package's first record, fresh processes in turn."""
    best = dict.fromkeys(NAMES, float("inf"))
    for run in range(RUNS + 1):
        for name, program in STARTUP.items():
            taken = startup.seconds(program)
            if run:  # the first round only fills caches
                best[name] = min(best[name], taken * 1000)
    return best


def row(what: str, unit: str, taken: dict[str, float]) -> str:
    """A line of the table: the figure and its ratio to ours."""
    ours = taken["jcpoa_brief"]
    cells = (f"{taken[name]:.3g} (x{taken[name] / ours:.2g})" if name in taken else "-" for name in NAMES)
    return f"| {what}, {unit} | {' | '.join(cells)} |"


def main() -> int:
    """Run the command line."""
    print(f"| | {' | '.join(NAMES)} |\n|---|{'---|' * len(NAMES)}")
    print(row("first record of a fresh process", "ms", first_records()))
    for what, calls in (("by key", KEY), ("by name", NAME), ("by a property", FILTER)):
        print(row(what, "µs", dict(zip(calls, lookup.microseconds(calls.values()), strict=True))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
