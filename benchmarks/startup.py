"""How long a fresh process takes until the package is imported, and until its first typed answer.

    python benchmarks/startup.py [--runs 25] [--check]

Each program runs in fresh processes, in turn, so that a busy machine slows all of them alike. What is compared is the
time that the processor spent on each, the least of all runs: waiting for other programs does not count.
Run it from an installation: a program whose byte code is not cached would be measured compiling. The bars are for a
quiet machine: other programs still take caches and memory. ``--check`` is for CI: it allows 15 % more, and measures
up to three times before it fails.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from typing import Final

PROGRAMS: Final = {
    "bare interpreter": "pass",
    "import jcpoa_brief": "import jcpoa_brief",
    "pydantic floor": (
        "from pydantic import BaseModel\n"
        "class Event(BaseModel):\n    id: str\n    title: str\n"
        'print(Event.model_validate_json(\'{"id": "a", "title": "b"}\').title)'
    ),
    "first typed answer": "from jcpoa_brief import events\nprint(events.first().title)",
}
BARS: Final = {"import jcpoa_brief": ("bare interpreter", 1.2), "first typed answer": ("pydantic floor", 1.15)}


def seconds(program: str) -> float:
    """The processor time of one fresh process, its own and the system's for it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


ALLOWED: Final = 1.15  # how far over a bar CI lets a ratio be
TRIES: Final = 3


def measure(best: dict[str, float], runs: int) -> None:
    """Run every program some times more and keep the shortest times."""
    for run in range(runs + 1):
        for name, program in PROGRAMS.items():
            taken = seconds(program)
            if run:  # the first round only fills caches
                best[name] = min(best[name], taken)


def over(best: dict[str, float]) -> bool:
    """Whether a ratio is further over its bar than CI allows."""
    return any(best[name] / best[base] > bar * ALLOWED for name, (base, bar) in BARS.items())


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=25, help="fresh processes for each program (at least 15)")
    parser.add_argument("--check", action="store_true", help="exit 1 when a bar is missed by more than CI allows")
    args = parser.parse_args()
    best = dict.fromkeys(PROGRAMS, float("inf"))
    measure(best, max(15, args.runs))
    for _ in range(TRIES - 1):
        if args.check and over(best):
            measure(best, args.runs)
    for name, taken in best.items():
        print(f"{name:20} {taken * 1000:7.1f} ms")
    for name, (base, bar) in BARS.items():
        print(f"{name} / {base}: {best[name] / best[base]:.2f} (bar {bar})")
    return 1 if args.check and over(best) else 0


if __name__ == "__main__":
    sys.exit(main())
