"""Where the article and the independent record agree and where they part."""

from collections.abc import Iterable, Mapping
from typing import Self, get_args

from pydantic import model_validator

from ._cited_collection import CitedCollection
from ._dates import read_edtf
from ._filtering import Words
from ._ids import CheckId, CheckSubjectId, SourceId
from ._record import HasId, Record
from ._vocabulary import Aspect, CheckVerdict, Grade

_NEEDS_NO_SOURCE = ("unverified", "ambiguous")
_SUBJECTS = ("actors", "events", "quotes", "glossary", "figures", "claims")  # the families of CheckSubjectId


class Check(Record, frozen=True):
    """One aspect of one record, held against the independent record of the world. What the article says is kept as it
    says it.

    >>> from jcpoa_brief import checks
    >>> checks["strike-date"].verdict
    'differs'
    """

    id: CheckId
    """Lower-case words joined by hyphens; a literal type."""
    about: CheckSubjectId
    """The record that is checked."""
    aspect: Aspect
    """Which side of it is checked."""
    article_says: str
    """What the article says, in our own words."""
    record_says: str
    """What the sources say, in our own words; for ``unverified``, that nothing was found in what was read."""
    verdict: CheckVerdict
    """What the comparison finds."""
    sources: tuple[SourceId, ...] = ()
    """What ``record_says`` rests on, best grade first."""
    date: str | None = None
    """The record's date in EDTF, where it gives one."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that ``.find`` knows it by."""
        return ()

    def __str__(self) -> str:
        where = ", ".join(f"¶{number}" for number in self.paragraphs)
        return f"{self.id}: {self.aspect} of {self.about} {self.verdict} ({where})"

    @model_validator(mode="after")
    def _verdict_has_sources(self) -> Self:
        if not self.sources and self.verdict not in _NEEDS_NO_SOURCE:
            raise ValueError(f"the verdict {self.verdict!r} needs a source")
        if self.date is not None:
            read_edtf(self.date)
        return self


def date_checks(checks: Iterable[Check], actual: Mapping[str, bool]) -> dict[str, tuple[Check, ...]]:
    """For each event, the checks that give the record's date, the one that counts first: those of its date; where there
    is none, and the event is actual, any other that has a date. What was not found is no date of the record. ``actual``
    says of every event whether it is.
    """
    found: dict[str, list[Check]] = {}
    for check in checks:
        event = check.about
        if check.date is None or check.verdict == "unverified" or event not in actual:
            continue
        if check.aspect == "date" or actual[event]:
            found.setdefault(event, []).append(check)
    of_date = {event: [check for check in several if check.aspect == "date"] for event, several in found.items()}
    return {event: tuple(reversed(of_date[event] or several)) for event, several in found.items()}


class Checks(CitedCollection[Check]):
    """The checks, by id.

    >>> from jcpoa_brief import checks
    >>> checks.first().id in checks
    True
    """

    __slots__ = ()
    _columns = ("id", "about", "aspect", "verdict", "article_says", "record_says", "citations")
    _counted = "verdict"

    def __getitem__(self, key: CheckId, /) -> Check:
        return self._record(key)

    @property
    def ids(self) -> tuple[CheckId, ...]:
        """The ids, in the article's order."""
        return tuple(check.id for check in self)

    def about(self, record: CheckSubjectId | HasId[CheckSubjectId], /) -> Self:
        """The checks of one record; empty when it was not checked. Raises UnknownIdError when there is no such record.

        >>> from jcpoa_brief import checks, events
        >>> [check.aspect for check in checks.about(events["us-airstrike-in-syria"])]
        ['date']
        """
        return self._any_of(
            "about", lambda check: [check.about], [self._index.relations.resolve_any(_SUBJECTS, record, "record")]
        )

    def of_verdict(self, *verdicts: CheckVerdict) -> Self:
        """Those with any of these verdicts. Raises UnknownValueError for a word that is none.

        >>> from jcpoa_brief import checks
        >>> {check.verdict for check in checks.of_verdict("differs")}
        {'differs'}
        """
        return self._worded(
            Words("verdict", "of_verdict(*verdicts)", get_args(CheckVerdict)), verdicts, lambda check: [check.verdict]
        )

    def of_aspect(self, *aspects: Aspect) -> Self:
        """Those that look at any of these sides.

        >>> from jcpoa_brief import checks
        >>> {check.aspect for check in checks.of_aspect("date", "order")} == {"date", "order"}
        True
        """
        return self._worded(
            Words("aspect", "of_aspect(*aspects)", get_args(Aspect)), aspects, lambda check: [check.aspect]
        )

    def with_grade(self, *grades: Grade) -> Self:
        """Those that rest on at least one source of any of these grades.

        >>> from jcpoa_brief import checks
        >>> len(checks.with_grade("official")) < len(checks)
        True
        """
        table = self._index.relations.grades
        words = Words("grade", "with_grade(*grades)", get_args(Grade), "without a source")
        return self._worded(words, grades, lambda check: [table[name] for name in check.sources] or [None])
