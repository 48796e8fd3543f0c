"""Measure the package's rooms from its imports, draw them, and keep docs/architecture.md current.

    python scripts/draw_house.py            prints the figures, writes docs/_static/house.svg and the page's figures
    python scripts/draw_house.py --check    prints the figures, and says whether picture and page are current

A room is a folder of modules. A floor is how many rooms deep the imports below a room go.
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
GROUND: Final = "ground floor"
MOST: Final = {"modules at the top": 12, "modules in a room": 18, "lines in a module": 400}
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"


class Room(NamedTuple):
    """A folder of modules, or the modules at the top."""

    modules: int
    lines: int
    imports: frozenset[str]


def room_of(module: str) -> str:
    """The room of a module, given its dotted name."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and (SOURCE / parts[1]).is_dir() else GROUND


def lines_of(path: Path) -> int:
    """How many lines a module has."""
    return len(path.read_text(encoding="utf-8").splitlines())


@cache
def rooms() -> dict[str, Room]:
    """Every room with its size and the rooms that it imports; ``__main__`` and the lists of names stand outside."""
    graph = grimp.build_graph("jcpoa_brief", cache_dir=None)
    outside = {"jcpoa_brief", "jcpoa_brief.__main__", "jcpoa_brief.types"}
    imports: dict[str, set[str]] = {}
    for module in graph.modules - outside:
        own = room_of(module)
        found = {room_of(other) for other in graph.find_modules_directly_imported_by(module) - outside}
        imports.setdefault(own, set()).update(found - {own})
    paths = {room: [*(SOURCE / room if room != GROUND else SOURCE).glob("*.py")] for room in imports}
    modules = {room: [path for path in found if path.name != "__init__.py"] for room, found in paths.items()}
    return {
        room: Room(len(modules[room]), sum(map(lines_of, paths[room])), frozenset(imports[room])) for room in imports
    }


def floor(room: str, below: tuple[str, ...] = ()) -> int:
    """On which floor a room lies; raises ValueError for rooms that import each other in a circle."""
    if room in below:
        raise ValueError(f"rooms import each other in a circle: {' -> '.join((*below, room))}")
    return 1 + max((floor(other, (*below, room)) for other in rooms()[room].imports), default=0)


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
    """What the house measures, by what each figure is."""
    all_lines = {path.relative_to(SOURCE).as_posix(): lines_of(path) for path in SOURCE.rglob("*.py")}
    lengths = functions()
    own = {name: count for name, count in all_lines.items() if name != GENERATED}
    core = sum(count for name, count in own.items() if not name.startswith(("_exports/", "_commands/")))
    longest = max(own, key=lambda name: own[name])
    largest = max((room for room in rooms() if room != GROUND), key=lambda room: rooms()[room].modules)
    return {
        "modules at the top": str(rooms()[GROUND].modules + 1),
        "rooms, and the one with most modules": f"{len(rooms()) - 1}; `{largest}` has {rooms()[largest].modules}",
        "floors": str(max(map(floor, rooms()))),
        "lines without the generated ids": f"{sum(own.values()):,}; without exports and commands {core:,}",
        "longest module": f"`{longest}`, {own[longest]} lines",
        "lines of a function, without its docstring": (
            f"median {statistics.median(lengths):.0f}, ninth decile {lengths[len(lengths) * 9 // 10]}"
        ),
        "over a bound": "; ".join(too_large()) or "nothing",
    }


def too_large() -> list[str]:
    """What is over a bound."""
    counted = {"modules at the top": {"the package": rooms()[GROUND].modules + 1}}
    counted["modules in a room"] = {name: room.modules for name, room in rooms().items() if name != GROUND}
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
    """The imports between rooms that no longer way implies, each as the importing and the imported room."""

    def reaches(start: str, goal: str) -> bool:
        return any(other == goal or reaches(other, goal) for other in rooms()[start].imports)

    return [
        (room, other)
        for room, found in sorted(rooms().items())
        for other in sorted(found.imports)
        if not any(reaches(between, other) for between in found.imports - {other})
    ]


def picture() -> str:
    """The rooms as SVG, the ground floor at the bottom, in colours that follow the reader's light or dark scheme."""
    width, height, gap, margin = 190, 46, 34, 12
    levels: dict[int, list[str]] = {}
    for room in sorted(rooms()):
        levels.setdefault(floor(room), []).append(room)
    top, most = max(levels), max(map(len, levels.values()))
    full = margin * 2 + most * width + (most - 1) * gap
    place = {
        room: (
            (full - len(names) * width - (len(names) - 1) * gap) / 2 + number * (width + gap),
            margin + (top - level) * (height + gap),
        )
        for level, names in levels.items()
        for number, room in enumerate(names)
    }
    boxes = [
        f'<g transform="translate({x:.0f} {y:.0f})"><rect width="{width}" height="{height}" rx="6"/>'
        f'<text x="{width / 2:.0f}" y="20">{room}</text><text class="size" x="{width / 2:.0f}" y="37">'
        f"{rooms()[room].modules} modules, {rooms()[room].lines:,} lines</text></g>"
        for room, (x, y) in place.items()
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
            "<title>The rooms of the package; an arrow leads from a room to one that it imports</title>",
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
    """Print the figures and what is over a bound; write picture and page, or say whether they are current.

    What is over a bound is told, here and on the page; only a circle of rooms or a page out of date is an error.
    """
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
