"""Where the article and independent sources agree or differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import ClassVar, Final, Self, get_args

from .._argument_checks import check_flag
from .._messages import paragraph_list
from .._model.check import Check
from .._model.ids import CheckId, CheckSubjectId
from .._model.record import Entry, HasId
from .._model.vocabulary import CONTRADICTING, Aspect, CheckVerdict, Grade
from .collection import CitedCollection, Keyed
from .filtering import AnyOrAll, values_of

_SUBJECTS = ("actors", "events", "quotes", "glossary", "figures", "claims")  # the families of CheckSubjectId


class Checks(CitedCollection[Check], Keyed[Check, CheckId]):
    """The checks, by id.

    >>> checks.first().id in checks
    True
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Check
    _shown = ("id", "title", "about", "aspect", "verdict", "article_says", "record_says", "cited")
    _counted = "verdict"

    def about(self, *records: CheckSubjectId | HasId[CheckSubjectId], parts: bool = True) -> Self:
        """The checks of any of these records, and of the figures and quotes of an event; with ``parts=False`` only of
        the records themselves; empty if none was checked. The ``repr`` says how many more belong to the same incident:
        they are about events that are part of it, or about the same discrepancy. A check of what an actor does is about
        the event. Raises UnknownIdError for an unknown record.

        >>> [check.about for check in checks.about(events["us-airstrike-toll"]).of_verdict("differs")]
        ['us-airstrike-toll', 'strike-wounded', 'strike-wounded']
        >>> len(checks.about("us-airstrike-toll", parts=False).of_verdict("differs"))
        1
        """
        check_flag("parts", parts)
        relations = self._index.relations
        names = [relations.resolve(_SUBJECTS, record, "record", "about(*records)") for record in records]
        found = self._about([one for name in names for one in (relations.with_details(name) if parts else (name,))])
        actors = [name for name in names if name in relations.actors]
        if actors and not found:
            return self._with_hint(found, f"about(*events.involving({actors[0]!r})) has those of its events")
        return self._counting(found, [("of the same incident", partial(self._of_incidents, names))])

    def _about(self, names: Iterable[str]) -> Self:
        return self._filter_by_value("about", values_of("about"), [*dict.fromkeys(names)])

    def _of_incidents(self, names: Iterable[str]) -> Self:
        """The checks of some events with all their parts, and those of the same incidents."""
        wider = self._about(one for name in names for one in self._index.relations.event_parts(name))
        incidents = {check.incident for check in wider if check.incident}
        return wider | self._filter_by_value("incident", values_of("incident"), [*incidents])

    def of_verdict(self, *verdicts: CheckVerdict) -> Self:
        """Those with any of these verdicts. Raises UnknownValueError for any other word.

        >>> {check.verdict for check in checks.of_verdict("differs")}
        {'differs'}
        """
        return self._filter_by_word("verdict", "of_verdict(*verdicts)", verdicts)

    def of_aspect(self, *aspects: Aspect) -> Self:
        """Checks of any of these aspects.

        >>> {check.aspect for check in checks.of_aspect("date", "order")} == {"date", "order"}
        True
        """
        return self._filter_by_word("aspect", "of_aspect(*aspects)", aspects)

    def with_grade(self, *grades: Grade, match: AnyOrAll = "any") -> Self:
        """Checks with a source of any of these grades, or with ``match="all"`` of each of them.

        >>> len(checks.with_grade("official")) < len(checks)
        True
        """
        table = self._index.relations.grades
        return self._filter_by_word(
            "grade",
            "with_grade(*grades)",
            grades,
            allowed=get_args(Grade),
            values=lambda check: [table[name] for name in check.sources] or [None],
            lacking="without a source",
            match=match,
        )


VERDICT_HEADINGS: Final[dict[CheckVerdict, str]] = {
    "differs": "A source, or the article itself elsewhere, contradicts it",
    "disputed": "Sources contradict each other",
    "overtaken": "Later events settled it (an outcome, not an error)",
    "imprecise": "Right in substance, but less precise than the sources",
    "ambiguous": "Can be understood in more than one way",
    "unverified": "Not found in what was read",
    "agrees": "Sources agree",
}
"""A heading for each verdict, the most serious verdict first."""

_SIDES: Final[dict[CheckVerdict, str]] = {
    "differs": "a source, or the article itself elsewhere, contradicts the article",
    "disputed": "sources contradict each other",
}

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

    >>> verdict_in_words(checks["strike-date"])
    'sources say otherwise on the date'
    """
    return _VERDICTS_IN_WORDS[check.verdict].format(_ASPECTS_IN_WORDS[check.aspect])


def most_serious_first(checks: Iterable[Check]) -> list[Check]:
    """The checks by verdict, then by aspect, then as they come."""
    verdicts, aspects = list(VERDICT_HEADINGS), list(_ASPECTS_IN_WORDS)
    return sorted(checks, key=lambda check: (verdicts.index(check.verdict), aspects.index(check.aspect)))


def discrepancies(checks: Iterable[Check]) -> list[list[Check]]:
    """The discrepancies among some checks, the most serious first. A discrepancy is the checks of an incident that do
    not agree, or one check that belongs to no incident, if at least one has the verdict ``differs`` or ``disputed``.
    Its most serious check comes first, and of equal ones that with the most sources.
    """
    order = list(VERDICT_HEADINGS)
    stories: dict[str, list[Check]] = {}
    for check in most_serious_first(checks):
        if check.verdict != "agrees":
            stories.setdefault(check.incident or check.id, []).append(check)
    for story in stories.values():
        story.sort(key=lambda check: (order.index(check.verdict), -len(check.sources)))
    return [story for story in stories.values() if story[0].verdict in CONTRADICTING]


def count_discrepancies(found: Sequence[Sequence[Check]], between: str = "") -> str:
    """How many discrepancies there are, on what sides they lie, and in how many checks they are found; ``between``
    follows their number.

    >>> count_discrepancies(discrepancies([checks["strike-date"], checks["strike-order"]]))
    '1 discrepancy, found in 2 checks (a source, or the article itself elsewhere, contradicts the article)'
    """
    count, checks = len(found), sum(map(len, found))
    sides = Counter(story[0].verdict for story in found)
    said = "; ".join(
        f"in {sides[verdict]} {_SIDES[verdict]}" if sides[verdict] < count else _SIDES[verdict]
        for verdict in CONTRADICTING
        if sides[verdict]
    )
    noun, found_in = ("discrepancy" if count == 1 else "discrepancies"), ("check" if checks == 1 else "checks")
    return f"{count} {noun}{between}, found in {checks} {found_in} ({said})"


def discrepancy_summary(differing: Sequence[Check]) -> list[str]:
    """How many discrepancies are among these checks, and how many others do not fully agree; nothing for no checks."""
    if not differing:
        return []
    stories, others = discrepancies(differing), _others(differing)
    counts = Counter(check.verdict for check in others)
    rest = ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICT_HEADINGS if counts[verdict])
    do = "check does" if len(others) == 1 else "checks do"
    if not stories:
        return [f"No source contradicts what stands here; {len(others)} {do} not wholly bear it out: {rest}."]
    count = count_discrepancies(stories, " between what stands here and independent sources")
    said = f"There {'is' if len(stories) == 1 else 'are'} {count}."
    return [f"{said} {len(others)} more {do} not wholly bear the article out: {rest}." if rest else said]


def _others(differing: Sequence[Check]) -> list[Check]:
    """The checks that belong to no discrepancy."""
    among = {check.id for story in discrepancies(differing) for check in story}
    return [check for check in differing if check.id not in among]


def both_sides(differing: Sequence[Check]) -> Iterator[str]:
    """What article and sources say, where they do not agree: discrepancy after discrepancy, then the other checks."""
    for number, (first, *more) in enumerate(discrepancies(differing), 1):
        yield "\n".join([f"  {number}. {_sides_of(first)}", *(f"    also {_sides_of(check)}" for check in more)])
    yield from (f"  {_sides_of(check)}" for check in _others(differing))


def _sides_of(check: Check) -> str:
    said = f"{check.title} ({paragraph_list(check.paragraphs)}): {check.verdict}"
    return f"{said}\n    article  {check.article_says}\n    sources  {check.record_says}"
