"""Where the article and independent sources agree or differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final, Self, get_args

from .._exported import exported_from
from .._model.check import Check
from .._model.ids import CheckId, CheckSubjectId
from .._model.record import Entry, HasId
from .._model.vocabulary import Aspect, CheckVerdict, Grade
from .collection import CitedCollection, Keyed
from .filtering import AnyOrAll

_SUBJECTS = ("actors", "events", "quotes", "glossary", "figures", "claims")  # the families of CheckSubjectId


@exported_from("jcpoa_brief")
class Checks(CitedCollection[Check], Keyed[Check, CheckId]):
    """The checks, by id.

    >>> from jcpoa_brief import checks
    >>> checks.first().id in checks
    True
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Check
    _shown = ("id", "title", "about", "aspect", "verdict", "article_says", "record_says", "cited")
    _counted = "verdict"

    def about(self, *records: CheckSubjectId | HasId[CheckSubjectId]) -> Self:
        """The checks of any of these records; empty if none was checked. A check of what an actor does is
        about the event. Raises UnknownIdError for an unknown record.

        >>> from jcpoa_brief import checks, events
        >>> [check.aspect for check in checks.about(events["us-airstrike-in-syria"])]
        ['date']
        """
        found = self._with_id("about", "about(*records)", records, argument="record", of=_SUBJECTS)
        named: Iterable[object] = records  # mypy takes minutes over getattr on a choice of hundreds of literals
        keys = [getattr(record, "id", record) for record in named]
        actors = [key for key in keys if key in self._index.relations.actors]
        if found or not actors:
            return found
        return self._saying(found, f"about(*events.involving({actors[0]!r})) has those of its events")

    def of_verdict(self, *verdicts: CheckVerdict) -> Self:
        """Those with any of these verdicts. Raises UnknownValueError for any other word.

        >>> from jcpoa_brief import checks
        >>> {check.verdict for check in checks.of_verdict("differs")}
        {'differs'}
        """
        return self._with_word("verdict", "of_verdict(*verdicts)", verdicts)

    def of_aspect(self, *aspects: Aspect) -> Self:
        """Checks of any of these aspects.

        >>> from jcpoa_brief import checks
        >>> {check.aspect for check in checks.of_aspect("date", "order")} == {"date", "order"}
        True
        """
        return self._with_word("aspect", "of_aspect(*aspects)", aspects)

    def with_grade(self, *grades: Grade, match: AnyOrAll = "any") -> Self:
        """Checks with a source of any of these grades, or with ``match="all"`` of each of them.

        >>> from jcpoa_brief import checks
        >>> len(checks.with_grade("official")) < len(checks)
        True
        """
        table = self._index.relations.grades
        return self._with_word(
            "grade",
            "with_grade(*grades)",
            grades,
            allowed=get_args(Grade),
            values=lambda check: [table[name] for name in check.sources] or [None],
            lacking="without a source",
            match=match,
        )


SERIOUSNESS: Final[dict[CheckVerdict, str]] = {
    "differs": "A source, or the article itself elsewhere, contradicts it",
    "disputed": "Sources contradict each other",
    "overtaken": "Later events settled it (an outcome, not an error)",
    "imprecise": "Right in substance, but less precise than the sources",
    "ambiguous": "Can be understood in more than one way",
    "unverified": "Not found in what was read",
    "agrees": "Sources agree",
}
"""A heading for each verdict, the most serious verdict first."""

CONTRADICTING: Final[tuple[CheckVerdict, ...]] = ("differs", "disputed")
"""The verdicts by which something stands against the article."""

_ASPECTS: Final[tuple[Aspect, ...]] = ("existence", "order", "date", "figure", "agent", "cause", "wording")

_ASPECTS_IN_WORDS: Final[dict[Aspect, str]] = {
    "existence": "the fact itself",
    "order": "the order of events",
    "date": "the date",
    "figure": "the number",
    "agent": "who did it",
    "cause": "the cause",
    "wording": "the wording",
}

_VERDICTS_IN_WORDS: Final[dict[CheckVerdict, str]] = {
    "differs": "sources say otherwise on {}",
    "disputed": "sources disagree on {}",
    "overtaken": "later events settled {}",
    "imprecise": "sources agree only roughly on {}",
    "ambiguous": "{} can be read in more than one way",
    "unverified": "no source that was read confirms {}",
    "agrees": "sources agree on {}",
}


def verdict_in_words(check: Check) -> str:
    """What a check finds, and of what, for a person.

    >>> from jcpoa_brief import checks
    >>> verdict_in_words(checks["strike-date"])
    'sources say otherwise on the date'
    """
    return _VERDICTS_IN_WORDS[check.verdict].format(_ASPECTS_IN_WORDS[check.aspect])


def discrepancies(checks: Iterable[Check], *, agreeing: bool = False) -> list[Check]:
    """The checks whose verdict is not ``agrees``, most serious first; with ``agreeing`` the others too, last."""
    order = list(SERIOUSNESS)
    chosen = [check for check in checks if agreeing or check.verdict != "agrees"]
    return sorted(chosen, key=lambda check: (order.index(check.verdict), _ASPECTS.index(check.aspect)))


def stories(checks: Iterable[Check]) -> list[list[Check]]:
    """The discrepancies: the checks of each incident with a verdict ``differs`` or ``disputed``. The most
    serious check comes first, and of equal ones that with the most sources.
    """
    order = list(SERIOUSNESS)
    incidents: dict[str, list[Check]] = {}
    for check in discrepancies(checks):
        if check.incident is not None:
            incidents.setdefault(check.incident, []).append(check)
    by_weight = (
        sorted(one, key=lambda check: (order.index(check.verdict), -len(check.sources))) for one in incidents.values()
    )
    return [group for group in by_weight if group[0].verdict in CONTRADICTING]
