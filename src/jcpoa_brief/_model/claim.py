"""A claim: an assessment, a cause, a prediction or a counterfactual, and its place in the argument."""

from typing import ClassVar, Self

from pydantic import model_validator

from .ids import ActorId, ClaimId, ClaimSubjectId
from .record import Record
from .vocabulary import ClaimKind, Relation


class Claim(Record, frozen=True):
    """One claim, in a sentence of our own, with its holder and its place in the argument.

    >>> claims.root.parent is None
    True
    """

    _name_fields: ClassVar[tuple[str, ...]] = ("statement",)

    id: ClaimId
    statement: str
    """What is claimed, in our own words."""
    kind: ClaimKind
    """What the claim does."""
    holder: ActorId | None = None
    """Whose claim it is; none means the article's author."""
    about: tuple[ClaimSubjectId, ...] = ()
    """The events and actors that it is about."""
    parent: ClaimId | None = None
    """The claim to which it has a ``relation``; none for the thesis, for background and for charges only reported."""
    relation: Relation | None = None
    """Its relation to its parent."""

    def __str__(self) -> str:
        return f"{super().__str__()} [{self.relation} {self.parent}]" if self.parent else super().__str__()

    @model_validator(mode="after")
    def _relation_needs_parent(self) -> Self:
        if (self.parent is None) != (self.relation is None):
            raise ValueError("give both parent and relation, or neither")
        return self
