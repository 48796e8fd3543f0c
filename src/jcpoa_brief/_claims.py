"""What is claimed: assessments, causes, predictions and counterfactuals, and how they make one argument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import model_validator

from ._collection import CitedCollection
from ._ids import ActorId, ClaimId, ClaimSubjectId
from ._index import NOWHERE
from ._record import HasId, Record
from ._vocabulary import ClaimKind, Relation


class Claim(Record, frozen=True):
    """One claim, in a sentence of our own, with its holder and its place in the argument.

    >>> from jcpoa_brief import claims
    >>> claims.root.parent is None
    True
    """

    id: ClaimId
    """Lower-case words joined by hyphens; a literal type."""
    statement: str
    """What is claimed, in our own words."""
    kind: ClaimKind
    """What the claim does."""
    holder: ActorId | None = None
    """Whose claim it is; none means the article's author."""
    about: tuple[ClaimSubjectId, ...] = ()
    """The events and actors that it is about."""
    parent: ClaimId | None = None
    """The claim that it bears on; none for the thesis, for background and for charges that are only reported."""
    relation: Relation | None = None
    """How it bears on its parent."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that ``.find`` knows it by."""
        return (self.statement,)

    @model_validator(mode="after")
    def _relation_needs_parent(self) -> Claim:
        if (self.parent is None) != (self.relation is None):
            raise ValueError("parent and relation go together: both or neither")
        return self


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


class Claims(CitedCollection[Claim]):
    """The claims, by id.

    >>> from jcpoa_brief import claims
    >>> claims.root.kind
    'assessment'
    """

    __slots__ = ()
    _columns = ("id", "statement", "kind", "holder", "parent", "relation", "citations")
    _counted = "kind"

    def __getitem__(self, key: ClaimId, /) -> Claim:
        return self._record(key)

    @property
    def ids(self) -> tuple[ClaimId, ...]:
        """The ids, in the article's order."""
        return tuple(claim.id for claim in self)

    def held_by(self, holder: ActorId | HasId[ActorId] | Literal["author"], /) -> Claims:
        """Those of one actor, or of the article's ``author``.

        >>> from jcpoa_brief import claims
        >>> claims.root in claims.held_by("author")
        True
        """
        name = None if holder == "author" else self._index.relations.resolve("actors", holder)
        return self._select(self._index.facet("holder", lambda claim: [claim.holder]).get(name, NOWHERE))

    def of_kind(self, *kinds: ClaimKind) -> Claims:
        """Those of any of these kinds. Raises UnknownValueError for a word that is none.

        >>> from jcpoa_brief import claims
        >>> {claim.kind for claim in claims.of_kind("prediction")}
        {'prediction'}
        """
        return self._worded("kind", kinds, get_args(ClaimKind), lambda claim: [claim.kind])

    def about(self, record: ClaimSubjectId | HasId[ClaimSubjectId], /) -> Claims:
        """Those about an event or an actor.

        >>> from jcpoa_brief import claims
        >>> all("iran" in claim.about for claim in claims.about("iran"))
        True
        """
        return self._any_of("about", lambda claim: claim.about, [self._index.relations.resolve_any(record)])

    @property
    def root(self) -> Claim:
        """The thesis: the one claim without a parent that others bear on. It is the same for every selection.

        >>> from jcpoa_brief import claims
        >>> claims.root.parent is None and len(claims.children(claims.root)) > 0
        True
        """
        parents = {claim.parent for claim in self._index.records}
        return next(claim for claim in self._index.records if claim.parent is None and claim.id in parents)

    def children(self, claim: ClaimId | HasId[ClaimId], /) -> Claims:
        """The claims that bear directly on one.

        >>> from jcpoa_brief import claims
        >>> {claim.parent for claim in claims.children(claims.root)} == {claims.root.id}
        True
        """
        return self._any_of("parent", lambda child: [child.parent], [self._index.relations.resolve("claims", claim)])

    def argument(self, claim: ClaimId | HasId[ClaimId] | None = None, /) -> Argument:
        """The tree of what bears on a claim, the thesis if none is given; it prints.

        >>> from jcpoa_brief import claims
        >>> claims.argument().claim == claims.root
        True
        """
        top = (
            self.root
            if claim is None
            else self._index.records[self._index.by_key[self._index.relations.resolve("claims", claim)]]
        )
        return Argument(top, tuple(self.argument(child) for child in self.children(top)))
