"""Measure the subpackages and their imports, draw them, and keep docs/architecture.md current.

    python scripts/draw_house.py            prints the figures, writes docs/_static/house.svg and the page's figures
    python scripts/draw_house.py --check    prints the figures, and says whether picture and page are current

A layer is how many subpackages deep the imports below a subpackage go.
"""

from __future__ import annotations

import argparse
import ast
import statistics
import sys
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import grimp

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = ROOT / "src" / "jcpoa_brief"
PICTURE: Final = ROOT / "docs" / "_static" / "house.svg"
PAGE: Final = ROOT / "docs" / "architecture.md"
GENERATED: Final = "_model/ids.py"
GROUND: Final = "modules at the top"
MOST: Final = {"modules at the top": 12, "modules in a subpackage": 18, "lines in a module": 400}
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"


class Subpackage(NamedTuple):
    """A subpackage, or the modules at the top."""

    modules: int
    lines: int
    imports: frozenset[str]


def subpackage_of(module: str) -> str:
    """The subpackage of a module, given its dotted name."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and (SOURCE / parts[1]).is_dir() else GROUND


def lines_of(path: Path) -> int:
    """How many lines a module has."""
    return len(path.read_text(encoding="utf-8").splitlines())


@cache
def subpackages() -> dict[str, Subpackage]:
    """Every subpackage with its size and those that it imports, but for ``__main__`` and the lists of names."""
    graph = grimp.build_graph("jcpoa_brief", cache_dir=None)
    outside = {"jcpoa_brief", "jcpoa_brief.__main__", "jcpoa_brief.types"}
    imports: dict[str, set[str]] = {}
    for module in graph.modules - outside:
        own = subpackage_of(module)
        found = {subpackage_of(other) for other in graph.find_modules_directly_imported_by(module) - outside}
        imports.setdefault(own, set()).update(found - {own})
    paths = {part: [*(SOURCE / part if part != GROUND else SOURCE).glob("*.py")] for part in imports}
    modules = {part: [path for path in found if path.name != "__init__.py"] for part, found in paths.items()}
    return {
        part: Subpackage(len(modules[part]), sum(map(lines_of, paths[part])), frozenset(imports[part]))
        for part in imports
    }


def layer(part: str, below: tuple[str, ...] = ()) -> int:
    """The layer of a subpackage. Raises ValueError for an import cycle."""
    if part in below:
        raise ValueError(f"import cycle: {' -> '.join((*below, part))}")
    return 1 + max((layer(other, (*below, part)) for other in subpackages()[part].imports), default=0)


def functions() -> list[int]:
    """How many lines each function has, its docstring left out."""
    found = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                first = node.body[1] if ast.get_docstring(node) is not None and len(node.body) > 1 else node.body[0]
                found.append((node.end_lineno or 0) - first.lineno + 1)
    return sorted(found)


def figures() -> dict[str, str]:
    """The figures of the page, each under its name."""
    all_lines = {path.relative_to(SOURCE).as_posix(): lines_of(path) for path in SOURCE.rglob("*.py")}
    lengths = functions()
    own = {name: count for name, count in all_lines.items() if name != GENERATED}
    core = sum(count for name, count in own.items() if not name.startswith(("_exports/", "_commands/")))
    longest = max(own, key=lambda name: (own[name], name))
    parts = subpackages()
    largest = max((part for part in parts if part != GROUND), key=lambda part: (parts[part].modules, part))
    return {
        "modules at the top": str(subpackages()[GROUND].modules + 1),
        "subpackages": f"{len(parts) - 1}; the largest, `{largest}`, has {parts[largest].modules} modules",
        "layers": str(max(map(layer, subpackages()))),
        "lines without the generated ids": f"{sum(own.values()):,}; without exports and commands {core:,}",
        "longest module": f"`{longest}`, {own[longest]} lines",
        "lines of a function, without its docstring": (
            f"median {statistics.median(lengths):.0f}, ninth decile {lengths[len(lengths) * 9 // 10]}"
        ),
        "too large": "; ".join(too_large()) or "nothing",
    }


def too_large() -> list[str]:
    """What is larger than it should be."""
    counted = {"modules at the top": {"the package": subpackages()[GROUND].modules + 1}}
    counted["modules in a subpackage"] = {name: part.modules for name, part in subpackages().items() if name != GROUND}
    counted["lines in a module"] = {
        path.relative_to(SOURCE).as_posix(): lines_of(path)
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).as_posix() != GENERATED
    }
    return [
        f"{count} {what}: {name} (at most {MOST[what]})"
        for what, sizes in counted.items()
        for name, count in sizes.items()
        if count > MOST[what]
    ]


def reduced() -> list[tuple[str, str]]:
    """The imports between subpackages that no longer path implies, as importing and imported."""

    def reaches(start: str, goal: str) -> bool:
        return any(other == goal or reaches(other, goal) for other in subpackages()[start].imports)

    return [
        (part, other)
        for part, found in sorted(subpackages().items())
        for other in sorted(found.imports)
        if not any(reaches(between, other) for between in found.imports - {other})
    ]


def picture() -> str:
    """The layers as SVG, the lowest at the bottom, in colours that follow the reader's light or dark scheme."""
    width, height, gap, margin = 190, 46, 34, 12
    levels: dict[int, list[str]] = {}
    for part in sorted(subpackages()):
        levels.setdefault(layer(part), []).append(part)
    top, most = max(levels), max(map(len, levels.values()))
    full = margin * 2 + most * width + (most - 1) * gap
    place = {
        part: (
            (full - len(names) * width - (len(names) - 1) * gap) / 2 + number * (width + gap),
            margin + (top - level) * (height + gap),
        )
        for level, names in levels.items()
        for number, part in enumerate(names)
    }
    boxes = [
        f'<g transform="translate({x:.0f} {y:.0f})"><rect width="{width}" height="{height}" rx="6"/>'
        f'<text x="{width / 2:.0f}" y="20">{part}</text><text class="size" x="{width / 2:.0f}" y="37">'
        f"{subpackages()[part].modules} modules, {subpackages()[part].lines:,} lines</text></g>"
        for part, (x, y) in place.items()
    ]
    arrows = [
        f'<path d="M{place[a][0] + width / 2:.0f} {place[a][1] + height} '
        f'L{place[b][0] + width / 2:.0f} {place[b][1] - 3:.0f}"/>'
        for a, b in reduced()
    ]
    tall = margin * 2 + top * height + (top - 1) * gap
    style = (
        "svg{color:#222;--box:#f3f1ec}@media(prefers-color-scheme:dark){svg{color:#ddd;--box:#2b2b2b}}"
        "rect{fill:var(--box);stroke:currentColor}text{fill:currentColor;font:14px sans-serif;text-anchor:middle}"
        ".size{font-size:12px}path{stroke:currentColor;fill:none;marker-end:url(#tip)}marker path{fill:currentColor}"
    )
    tip = (
        '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 8 4 0 8Z" style="marker-end:none"/></marker>'
    )
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full} {tall}" role="img">',
            "<title>The layers of the package; an arrow leads from a subpackage to one that it imports</title>",
            f"<style>{style}</style>",
            tip,
            *arrows,
            *boxes,
            "</svg>\n",
        )
    )


def page(found: dict[str, str]) -> str:
    """The page with its figures as they are now."""
    text = PAGE.read_text(encoding="utf-8")
    head, tail = text.partition(BEGIN)[0], text.partition(END)[2]
    rows = "".join(f"| {what} | {figure} |\n" for what, figure in found.items())
    return f"{head}{BEGIN}\n| what | now |\n|---|---|\n{rows}\n{END}{tail}"


def main() -> int:
    """Print the figures; write picture and page, or with ``--check`` say whether they are current."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when something is not current")
    check: bool = parser.parse_args().check
    found = figures()
    for what, figure in found.items():
        print(f"{what}: {figure}")
    wrong = []
    for path, text in ((PICTURE, picture()), (PAGE, page(found))):
        if check and (not path.exists() or path.read_text(encoding="utf-8") != text):
            wrong.append(f"{path.relative_to(ROOT)} is not current: run scripts/draw_house.py")
        elif not check:
            path.write_text(text, encoding="utf-8")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
