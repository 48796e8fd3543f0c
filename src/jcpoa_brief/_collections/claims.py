"""The claims as a collection: whose they are, what they are about, and how they make one argument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Final, Literal, Self, get_args

from .._exported import exported_from
from .._html import Html, element
from .._model.claim import Claim
from .._model.ids import ActorId, ClaimId, ClaimSubjectId
from .._model.record import Entry, HasId
from .._model.vocabulary import ClaimKind
from .collection import AnyOrAll, CitedCollection
from .filtering import Words

_AUTHOR: Final = "the author"


@exported_from("jcpoa_brief.types")
@dataclass(frozen=True, repr=False)
class Argument:
    """A claim with all that bears on it, as a tree. Its text shows how each claim bears on the one above it and whose
    it is, and ends with how many claims are not in it.

    >>> from jcpoa_brief import claims
    >>> len(list(claims.argument())) > 30
    True
    """

    claim: Claim
    """The claim at the top."""
    children: tuple[Self, ...]
    """What bears on it directly, in the article's order, each with its own."""
    apart: int = 0
    """How many claims are not in the whole tree: background, reported charges, what bears on other claims."""
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
        return "\n".join([*_lines(self, 0), *_apart(self)])

    def _repr_html_(self) -> str:
        tree = element("ul", _item(self, top=True))
        return "".join((tree, *(element("p", line) for line in _apart(self))))


def _lines(argument: Argument, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}{_line(argument, top=not depth)}"
    for child in argument.children:
        yield from _lines(child, depth + 1)


def _item(argument: Argument, *, top: bool) -> Html:
    """A list item with a list of what bears on it."""
    below = [_item(child, top=False) for child in argument.children]
    return element("li", _line(argument, top=top), *([element("ul", *below)] if below else []))


def _line(argument: Argument, *, top: bool) -> str:
    """A claim with how it bears on the one above it, where there is one, whose it is and where it stands."""
    claim = argument.claim
    relation = f"{claim.relation}: " if claim.relation and not top else ""
    where = ", ".join(f"¶{number}" for number in claim.paragraphs)
    return f"{relation}{claim.statement} ({argument.holder}; {where})"


def _apart(argument: Argument) -> Iterator[str]:
    """What the tree leaves out, counted, where it leaves something out."""
    if argument.apart:
        several = "claims are" if argument.apart > 1 else "claim is"
        yield f"{argument.apart} {several} not in this tree: background, reported charges, what bears on other claims."


_SUBJECTS: Final = ("actors", "events")  # the families of ClaimSubjectId


@exported_from("jcpoa_brief")
class Claims(CitedCollection[Claim]):
    """The claims, by id.

    >>> from jcpoa_brief import claims
    >>> claims.root.kind
    'assessment'
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Claim
    _columns = ("id", "statement", "kind", "holder", "parent", "relation", "cited")
    _counted = "kind"

    def __getitem__(self, key: ClaimId, /) -> Claim:
        return self._record(key)

    @property
    def ids(self) -> tuple[ClaimId, ...]:
        """The ids, in the article's order."""
        return tuple(claim.id for claim in self)

    def held_by(self, *holders: ActorId | HasId[ActorId] | Literal["author"]) -> Self:
        """Those of any of these actors, or of the article's ``author``.

        >>> from jcpoa_brief import claims
        >>> claims.root in claims.held_by("author")
        True
        """
        resolve = self._index.relations.resolve
        names = [
            "author" if holder == "author" else resolve("actors", holder, "holder", "held_by(*holders)")
            for holder in holders
        ]
        return self._having("holder", lambda claim: [claim.holder or "author"], names)

    def of_kind(self, *kinds: ClaimKind) -> Self:
        """Those of any of these kinds. Raises UnknownValueError for a word that is none.

        >>> from jcpoa_brief import claims
        >>> {claim.kind for claim in claims.of_kind("prediction")}
        {'prediction'}
        """
        return self._worded(Words("kind", "of_kind(*kinds)", get_args(ClaimKind)), kinds, lambda claim: [claim.kind])

    def about(self, *records: ClaimSubjectId | HasId[ClaimSubjectId], match: AnyOrAll = "any") -> Self:
        """Those about any, or with ``match="all"`` all, of these events and actors.

        >>> from jcpoa_brief import claims
        >>> all("iran" in claim.about for claim in claims.about("iran"))
        True
        """
        resolve = self._index.relations.resolve_any
        subjects = [resolve(_SUBJECTS, record, "record", "about(*records)") for record in records]
        lacking = "about nobody and nothing"
        return self._having("about", lambda claim: claim.about or (None,), subjects, lacking, match=match)

    @property
    def root(self) -> Claim:
        """The thesis: the one claim without a parent that others bear on. It is the same for every selection.

        >>> from jcpoa_brief import claims
        >>> claims.root.parent is None and len(claims.children(claims.root)) > 0
        True
        """
        parents = {claim.parent for claim in self._index.records}
        return next(claim for claim in self._index.records if claim.parent is None and claim.id in parents)

    def children(self, claim: ClaimId | HasId[ClaimId], /) -> Self:
        """The claims that bear directly on one.

        >>> from jcpoa_brief import claims
        >>> {claim.parent for claim in claims.children(claims.root)} == {claims.root.id}
        True
        """
        parent = self._index.relations.resolve("claims", claim, "claim")
        return self._having("parent", lambda child: [child.parent], [parent], "without a parent")

    def argument(self, claim: ClaimId | HasId[ClaimId] | None = None, /) -> Argument:
        """The tree of what bears on a claim, the thesis if none is given; it prints.

        >>> from jcpoa_brief import claims
        >>> claims.argument().claim == claims.root
        True
        """
        top = self.root if claim is None else self._record(self._index.relations.resolve("claims", claim, "claim"))
        tree = self._tree(top)
        return replace(tree, apart=len(self) - sum(1 for part in tree if part in self))

    def _tree(self, top: Claim) -> Argument:
        """A claim with what bears on it, down to the last."""
        holder = self._index.relations.names.get(top.holder, top.holder) if top.holder else _AUTHOR
        return Argument(top, tuple(self._tree(child) for child in self.children(top)), holder=holder)
