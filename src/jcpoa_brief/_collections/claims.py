"""The claims: whose they are, what they are about, and how they make one argument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Final, Literal, Self, cast

from .._html import Html, element
from .._model.claim import Claim
from .._model.ids import ActorId, ClaimId, ClaimSubjectId
from .._model.record import Entry, HasId
from .._model.vocabulary import ClaimKind
from .._public_class import public
from ..errors import WrongTypeError
from .collection import CitedCollection, Keyed
from .filtering import AnyOrAll
from .table_columns import cited_paragraphs

_AUTHOR: Final = "the author"


@public
@dataclass(frozen=True)
class Argument:
    """A tree of claims. Its text shows how each claim is related to the one above it, whose it is, and at the end how
    many claims are not in the tree.

    >>> len(list(claims.argument())) > 30
    True
    """

    claim: Claim
    """The claim at the top."""
    children: tuple[Self, ...]
    """The claims that have it as parent, in the article's order, each with its own children."""
    claims_not_in_tree: int = 0
    """How many claims are not in the whole tree: background, reported charges, what belongs to other claims."""
    holder: str = _AUTHOR
    """Whose claim it is, by name."""

    def __iter__(self) -> Iterator[Claim]:
        """Every claim of the tree, from the top down."""
        yield self.claim
        for child in self.children:
            yield from child

    def __repr__(self) -> str:
        return f"<Argument: {self.claim.id}, {len(list(self)) - 1} claims below>"

    def __str__(self) -> str:
        return "\n".join(filter(None, (_indented(self), self._rest)))

    def _repr_html_(self) -> str:
        return element("ul", _item(self, is_top=True)) + (element("p", self._rest) if self._rest else "")

    @property
    def _rest(self) -> str:
        """How many claims are not in the tree, in words."""
        count = self.claims_not_in_tree
        are = "claims are" if count > 1 else "claim is"
        said = f"{count} {are} not in this tree: background, reported charges, what belongs to other claims."
        return said if count else ""


def _indented(argument: Argument, depth: int = 0) -> str:
    below = (_indented(child, depth + 1) for child in argument.children)
    return "\n".join((f"{'  ' * depth}{_line(argument, is_top=not depth)}", *below))


def _item(argument: Argument, *, is_top: bool) -> Html:
    """A list item with a list of the claims below it."""
    below = [_item(child, is_top=False) for child in argument.children]
    return element("li", _line(argument, is_top=is_top), *([element("ul", *below)] if below else []))


def _line(argument: Argument, *, is_top: bool) -> str:
    """A claim with its relation to the one above it, if that is shown, its holder and its paragraphs."""
    claim = argument.claim
    relation = f"{claim.relation}: " if claim.relation and not is_top else ""
    return f"{relation}{claim.statement} ({argument.holder}; {cited_paragraphs(claim)})"


_SUBJECTS: Final = ("actors", "events")  # the families of ClaimSubjectId


class Claims(CitedCollection[Claim], Keyed[Claim, ClaimId]):
    """The claims, by id.

    >>> claims.root.kind
    'assessment'
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Claim
    _shown = ("id", "statement", "kind", "holder", "parent", "relation", "cited")
    _counted = "kind"

    def held_by(self, *holders: ActorId | HasId[ActorId] | Literal["author"]) -> Self:
        """Those of any of these actors, or of the article's ``author``.

        >>> claims.root in claims.held_by("author")
        True
        """
        resolve = self._index.relations.resolve
        for holder in cast("tuple[object, ...]", holders):
            if holder is None or holder == "the author":
                wanted = "'author' for the article's author, or the id or record of an actor"
                raise WrongTypeError("holder", holder, wanted)
        names = [
            "author" if holder == "author" else resolve("actors", holder, "holder", "held_by(*holders)")
            for holder in holders
        ]
        return self._filter_by_value("holder", lambda claim: [claim.holder or "author"], names)

    def of_kind(self, *kinds: ClaimKind) -> Self:
        """Those of any of these kinds. Raises UnknownValueError for any other word.

        >>> {claim.kind for claim in claims.of_kind("prediction")}
        {'prediction'}
        """
        return self._filter_by_word("kind", "of_kind(*kinds)", kinds)

    def about(self, *records: ClaimSubjectId | HasId[ClaimSubjectId], match: AnyOrAll = "any") -> Self:
        """Those about any, or with ``match="all"`` all, of these events and actors.

        >>> all("iran" in claim.about for claim in claims.about("iran"))
        True
        """
        lacking = "about no event or actor"
        return self._filter_by_id(
            "about", "about(*records)", records, argument="record", of=_SUBJECTS, lacking=lacking, match=match
        )

    @property
    def root(self) -> Claim:
        """The thesis: the one claim without a parent that is the parent of others. It is the same for every selection.

        >>> claims.root.parent is None and len(claims.children(claims.root)) > 0
        True
        """
        parents = {claim.parent for claim in self._index.records}
        return next(claim for claim in self._index.records if claim.parent is None and claim.id in parents)

    def children(self, claim: ClaimId | HasId[ClaimId], /) -> Self:
        """The claims that have this claim as parent.

        >>> {claim.parent for claim in claims.children(claims.root)} == {claims.root.id}
        True
        """
        return self._filter_by_id("parent", "", [claim], argument="claim", of="claims", lacking="without a parent")

    def argument(self, claim: ClaimId | HasId[ClaimId] | None = None, /) -> Argument:
        """The tree below a claim, or below the thesis if none is given. It can be printed.

        >>> claims.argument().claim == claims.root
        True
        """
        top = self.root if claim is None else self._record(self._index.relations.resolve("claims", claim, "claim"))
        tree = self._tree(top)
        return replace(tree, claims_not_in_tree=len(self) - sum(1 for part in tree if part in self))

    def _tree(self, top: Claim) -> Argument:
        """A claim with the whole tree below it."""
        holder = self._index.relations.actors[top.holder].name if top.holder else _AUTHOR
        return Argument(top, tuple(self._tree(child) for child in self.children(top)), holder=holder)
