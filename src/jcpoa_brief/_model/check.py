"""Where the article and independent sources agree or differ."""

from collections.abc import Iterable, Mapping
from typing import Self

from pydantic import Field, model_validator

from .._messages import paragraph_list
from .dates import read_edtf
from .ids import CheckId, CheckSubjectId, SourceId
from .record import Record
from .vocabulary import Aspect, CheckVerdict

_NEEDS_NO_SOURCE = ("unverified", "ambiguous")


class Check(Record, frozen=True):
    """One aspect of one record, compared with independent sources. The record itself keeps what the article says.

    >>> checks["strike-date"].verdict
    'differs'
    """

    id: CheckId
    title: str = Field(min_length=1)
    """What is checked, in a few words."""
    incident: str | None = Field(default=None, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    """A name shared by all checks of one discrepancy; none for a check that stands alone."""
    about: CheckSubjectId
    """The record that is checked."""
    aspect: Aspect
    """What about it is checked."""
    article_says: str
    """What the article says, in our own words."""
    record_says: str
    """What the sources, the historical record, say, in our own words; for ``unverified``, that nothing was found."""
    verdict: CheckVerdict
    """What the comparison finds."""
    sources: tuple[SourceId, ...] = ()
    """What ``record_says`` rests on, best grade first."""
    date: str | None = None
    """The date that a source gives for what is checked, in EDTF; none if no source dates it. Where several checks date
    an event, the last in the data decides."""

    def __str__(self) -> str:
        return f"{self.id}: {self.title} ({self.verdict}, {paragraph_list(self.paragraphs)})"

    @model_validator(mode="after")
    def _verdict_has_sources(self) -> Self:
        if not self.sources and self.verdict not in _NEEDS_NO_SOURCE:
            raise ValueError(f"the verdict {self.verdict!r} needs a source")
        if self.date is not None:
            read_edtf(self.date)
        return self


def date_checks(checks: Iterable[Check], actual: Mapping[str, bool]) -> dict[str, tuple[Check, ...]]:
    """For each event that sources date, the checks that give the date, the decisive one first: those of its date, or
    else, for an ``actual`` event, any other with a date. As the field ``date`` says, a later check outranks an earlier.
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
