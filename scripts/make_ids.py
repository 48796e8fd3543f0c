"""Write src/jcpoa_brief/_model/ids.py from the data: every id as a member of a Literal.

python scripts/make_ids.py            writes the file
python scripts/make_ids.py --check    says whether it is current, for CI
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

import data_layout

TARGET: Final = Path(__file__).resolve().parent.parent / "src" / "jcpoa_brief" / "_model" / "ids.py"
LIMIT: Final = 256  # a type checker in use stops reporting a wrong literal when an alias has more members


def generated() -> str:
    """The module's text."""
    lines = [
        '"""Every id as a type. Generated from the data by scripts/make_ids.py; do not edit."""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Final, Literal, TypeAlias",
        "",
    ]
    numbers = ", ".join(str(paragraph["number"]) for paragraph in data_layout.read("paragraphs"))
    lines += [f"ParagraphNumber: TypeAlias = Literal[{numbers}]", '"""The number of a paragraph of the body."""', ""]
    for family, (alias, what) in data_layout.ID_TYPES.items():
        ids = [record["id"] for record in data_layout.read(family)]
        if len(ids) > LIMIT:
            sys.exit(f"{family} has {len(ids)} records; an id type may have at most {LIMIT} members")
        lines += [f"{alias}: TypeAlias = Literal["]
        lines += [*(f'    "{name}",' for name in ids), "]", f'"""The id of {what}."""', ""]
    lines += [
        "ClaimSubjectId: TypeAlias = Literal[ActorId, EventId]",
        '"""The id of what a claim may be about."""',
        "",
        "CheckSubjectId: TypeAlias = Literal[ActorId, EventId, QuoteId, TermId, FigureId, ClaimId]",
        '"""The id of what a check may be about."""',
        "",
        "RETIRED: Final[dict[str, str]] = {",
        *(f'    "{old}": "{new}",' for old, new in data_layout.read("retired").items()),
        "}",
        '"""Ids that were withdrawn, each with the one to use instead."""',
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 when the file is not what the data makes"
    )
    text = generated()
    if parser.parse_args().check:
        if TARGET.read_text(encoding="utf-8") != text:
            sys.exit(f"{TARGET.name} is not current: run python scripts/make_ids.py")
        return 0
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
