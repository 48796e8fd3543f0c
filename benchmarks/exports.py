"""How long every export takes, into one folder, with every extra and a copy of the article.

    python benchmarks/exports.py COPY [--check]

``--check`` fails when a format was skipped, or when the shortest of three runs takes longer than the bar.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from jcpoa_brief import export_all

BAR: Final = 10.0  # seconds
RUNS: Final = 3


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("copy", type=Path, help="path of your copy of the article")
    parser.add_argument("--check", action="store_true", help="exit 1 when the bar is missed")
    options = parser.parse_args()
    best, runs, skipped = float("inf"), 0, {}
    while runs == 0 or (options.check and best > BAR and runs < RUNS):
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            skipped = dict(export_all(folder, copy=options.copy).skipped)
            best, runs = min(best, time.perf_counter() - started), runs + 1
    print(f"export_all, with every extra and a copy: {best:.1f} s (bar {BAR:g} s); skipped: {skipped or 'nothing'}")
    return 1 if options.check and (best > BAR or skipped) else 0


if __name__ == "__main__":
    sys.exit(main())
