"""Write down what is said of the texts of tests/align/outcome_maker.py, into tests/align/outcomes.json.

    python scripts/record_outcomes.py

Run it when another outcome is right, and read the difference; tests/align/test_outcomes.py holds the code against it.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "tests/align/outcomes.json"


def main() -> None:
    """Write the file, a text to a line."""
    sys.path[:0] = [str(ROOT / name) for name in ("src", "tests", "tests/align")]
    maker: Any = import_module("outcome_maker")
    blocks: list[str] = []
    for group in maker.TEXTS:
        rows = (
            f"  {json.dumps(name)}: {json.dumps(said, ensure_ascii=False)}"
            for name, said in maker.outcomes(group).items()
        )
        blocks.append(f"{json.dumps(group)}: {{\n" + ",\n".join(rows) + "\n}")
    TARGET.write_text("{\n" + ",\n".join(blocks) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
