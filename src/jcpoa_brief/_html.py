"""HTML for notebooks: elements with escaped text, and tables and cards made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

_SHOWN: Final = 60  # a notebook's table longer than this hides the rest of the notebook


class Html(str):
    """A text that is HTML, and is not escaped again."""

    __slots__ = ()


def element(tag: str, *content: str) -> Html:
    """An element with its content, which is escaped unless it is HTML already."""
    from html import escape  # noqa: PLC0415  # only a notebook needs it

    inner = "".join(part if isinstance(part, Html) else escape(part) for part in content)
    return Html(f"<{tag}>{inner}</{tag}>")


def table(caption: str, columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> Html:
    """A table with a caption; a cell of None is empty."""
    names, lines = tuple(columns), tuple(rows)
    head = element("tr", *(element("th", name) for name in names))
    body = (
        element("tr", *(element("td", "" if (cell := line.get(name)) is None else str(cell)) for name in names))
        for line in lines[:_SHOWN]
    )
    rest = element("p", f"… and {len(lines) - _SHOWN} more") if len(lines) > _SHOWN else ""
    whole = element("table", element("caption", caption), element("thead", head), element("tbody", *body))
    return Html(whole + rest)


def card(title: str, rows: Iterable[tuple[str, str]]) -> Html:
    """A title and rows of a name and a value; rows without a value are left out."""
    lines = (element("tr", element("th", name), element("td", said)) for name, said in rows if said)
    return Html(element("p", element("b", title)) + element("table", element("tbody", *lines)))
