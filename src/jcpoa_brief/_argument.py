"""An argument: a claim with all that bears on it, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from ._claim import Claim


@dataclass(frozen=True)
class Argument:
    """A claim with all that bears on it, as a tree. Its text shows how each claim bears on the one above it.

    >>> from jcpoa_brief import claims
    >>> len(list(claims.argument())) > 30
    True
    """

    claim: Claim
    """The claim at the top."""
    children: tuple[Argument, ...]
    """What bears on it directly, in the article's order, each with its own."""

    def __iter__(self) -> Iterator[Claim]:
        """Every claim of the tree, from the top down."""
        yield self.claim
        for child in self.children:
            yield from child

    def __str__(self) -> str:
        return "\n".join(_lines(self, 0))

    def _repr_html_(self) -> str:
        return f"<ul>{''.join(_items(self, top=True))}</ul>"


def _lines(argument: Argument, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}{_line(argument.claim, top=not depth)}"
    for child in argument.children:
        yield from _lines(child, depth + 1)


def _items(argument: Argument, *, top: bool) -> Iterator[str]:
    """A list item with a list of what bears on it; everything in it is escaped."""
    yield f"<li>{escape(_line(argument.claim, top=top))}"
    if argument.children:
        yield "<ul>"
        for child in argument.children:
            yield from _items(child, top=False)
        yield "</ul>"
    yield "</li>"


def _line(claim: Claim, *, top: bool) -> str:
    """A claim with how it bears on the one above it, where there is one, and where it stands."""
    relation = f"{claim.relation}: " if claim.relation and not top else ""
    where = ", ".join(f"¶{number}" for number in claim.paragraphs)
    return f"{relation}{claim.statement} ({where})"
