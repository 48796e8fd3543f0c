"""An argument: a claim with all that bears on it, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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


def _lines(argument: Argument, depth: int) -> Iterator[str]:
    claim = argument.claim
    relation = f"{claim.relation}: " if depth and claim.relation else ""
    where = ", ".join(f"¶{number}" for number in claim.paragraphs)
    yield f"{'  ' * depth}{relation}{claim.statement} ({where})"
    for child in argument.children:
        yield from _lines(child, depth + 1)
