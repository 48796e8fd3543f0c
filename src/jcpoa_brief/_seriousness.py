"""In what order it matters to a reader where the article and the record part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ._checks import Check
from ._vocabulary import Aspect, CheckVerdict

SERIOUSNESS: Final[dict[CheckVerdict, str]] = {
    "differs": "The record, or the article itself elsewhere, says otherwise",
    "disputed": "Sources say different things",
    "overtaken": "Later events overtook it (an outcome, not an error)",
    "imprecise": "Looser or less than the record",
    "ambiguous": "Can be read in more than one way",
    "unverified": "Not found in what was read",
    "agrees": "The record agrees",
}
"""The order of verdicts: first what a reader would get wrong, last what needs no correction. Within a verdict, what is
said to have happened comes before when, how much and who, and that before why and in what words; then the article's
order."""

_ASPECTS: Final[tuple[Aspect, ...]] = ("existence", "order", "date", "figure", "agent", "cause", "wording")


def partings(checks: Iterable[Check], *, agreeing: bool = False) -> list[Check]:
    """The checks on which article and record part, most serious first; with ``agreeing`` the others too, last."""
    order = list(SERIOUSNESS)
    chosen = [check for check in checks if agreeing or check.verdict != "agrees"]
    return sorted(chosen, key=lambda check: (order.index(check.verdict), _ASPECTS.index(check.aspect)))
