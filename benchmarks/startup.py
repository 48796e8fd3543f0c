"""How long a fresh process takes until the package is imported, and until its first typed answer.

    python benchmarks/startup.py [--runs 25]

Each program runs in fresh processes, in turn, so that a busy machine slows all of them alike; the minima are compared.
Run it from an installation: a program whose byte code is not cached would be measured compiling.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
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
    """The wall time of one fresh process."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - started


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=25, help="fresh processes for each program (at least 15)")
    parser.add_argument("--check", action="store_true", help="exit 1 when a bar is missed")
    args = parser.parse_args()
    best = dict.fromkeys(PROGRAMS, float("inf"))
    for run in range(max(15, args.runs) + 1):
        for name, program in PROGRAMS.items():
            taken = seconds(program)
            if run:  # the first round only fills caches
                best[name] = min(best[name], taken)
    for name, taken in best.items():
        print(f"{name:20} {taken * 1000:7.1f} ms")
    missed = False
    for name, (base, bar) in BARS.items():
        ratio = best[name] / best[base]
        missed |= ratio > bar
        print(f"{name} / {base}: {ratio:.2f} (bar {bar})")
    return 1 if missed and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
