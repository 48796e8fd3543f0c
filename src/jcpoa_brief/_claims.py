"""The claims as a collection: whose they are, what they are about, and how they make one argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, Self, get_args

from ._cited_collection import CitedCollection
from ._claim import Claim
from ._filtering import Words
from ._ids import ActorId, ClaimId, ClaimSubjectId
from ._index import NOWHERE
from ._record import HasId
from ._vocabulary import ClaimKind

if TYPE_CHECKING:
    from ._argument import Argument

_SUBJECTS: Final = ("actors", "events")  # the families of ClaimSubjectId


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

    def held_by(self, holder: ActorId | HasId[ActorId] | Literal["author"], /) -> Self:
        """Those of one actor, or of the article's ``author``.

        >>> from jcpoa_brief import claims
        >>> claims.root in claims.held_by("author")
        True
        """
        name = None if holder == "author" else self._index.relations.resolve("actors", holder, "holder")
        return self._select(self._index.facet("holder", lambda claim: [claim.holder]).get(name, NOWHERE))

    def of_kind(self, *kinds: ClaimKind) -> Self:
        """Those of any of these kinds. Raises UnknownValueError for a word that is none.

        >>> from jcpoa_brief import claims
        >>> {claim.kind for claim in claims.of_kind("prediction")}
        {'prediction'}
        """
        return self._worded(Words("kind", "of_kind(*kinds)", get_args(ClaimKind)), kinds, lambda claim: [claim.kind])

    def about(self, record: ClaimSubjectId | HasId[ClaimSubjectId], /) -> Self:
        """Those about an event or an actor.

        >>> from jcpoa_brief import claims
        >>> all("iran" in claim.about for claim in claims.about("iran"))
        True
        """
        subject = self._index.relations.resolve_any(_SUBJECTS, record, "record")
        return self._any_of("about", lambda claim: claim.about or (None,), [subject], "about nobody and nothing")

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
        return self._any_of("parent", lambda child: [child.parent], [parent], "without a parent")

    def argument(self, claim: ClaimId | HasId[ClaimId] | None = None, /) -> Argument:
        """The tree of what bears on a claim, the thesis if none is given; it prints.

        >>> from jcpoa_brief import claims
        >>> claims.argument().claim == claims.root
        True
        """
        from ._argument import Argument  # noqa: PLC0415  # only who asks for the tree needs it

        top = self.root if claim is None else self._record(self._index.relations.resolve("claims", claim, "claim"))
        return Argument(top, tuple(self.argument(child) for child in self.children(top)))
