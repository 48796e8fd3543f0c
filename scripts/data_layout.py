"""The data files, read and written in one layout: a record's fields a line each, what fits a line on one line, so that
a change shows as a small diff.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).resolve().parent.parent / "src" / "jcpoa_brief" / "data"
ID_TYPES: Final = {
    "actors": ("ActorId", "an actor"),
    "events": ("EventId", "an event"),
    "quotes": ("QuoteId", "a quote"),
    "glossary": ("TermId", "a glossary term"),
    "figures": ("FigureId", "a figure"),
    "claims": ("ClaimId", "a claim"),
    "checks": ("CheckId", "a check"),
    "sources": ("SourceId", "a source"),
}
"""For each family the name of its type of ids, and what one record is called."""
FAMILIES: Final = tuple(ID_TYPES)
FILES: Final = ("article", "paragraphs", *FAMILIES, "coding_rules", "retired")
_WIDTH: Final = 150


def read(name: str) -> Any:
    """One file's content."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def write(name: str, content: object) -> None:
    """One file, in the project's layout."""
    (DATA / f"{name}.json").write_text(laid_out(content) + "\n", encoding="utf-8")


def laid_out(value: object, indent: int = 0) -> str:
    """JSON in which everything that fits is on one line, except lists of records."""
    flat = json.dumps(value, ensure_ascii=False)
    top = indent == 0 or (isinstance(value, dict) and "id" in value)
    numbers = isinstance(value, list) and all(isinstance(part, int) for part in value)
    if not isinstance(value, dict | list) or not value or numbers or (len(flat) + indent <= _WIDTH and not top):
        return flat
    pad = " " * (indent + 1)
    if isinstance(value, dict):
        lines = [
            f"{pad}{json.dumps(key, ensure_ascii=False)}: {laid_out(part, indent + 1)}" for key, part in value.items()
        ]
        return "{\n" + ",\n".join(lines) + f"\n{' ' * indent}}}"
    return "[\n" + ",\n".join(pad + laid_out(part, indent + 1) for part in value) + f"\n{' ' * indent}]"
