"""Where the article and the record part, most serious first: what ``jcpoa-brief check`` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from textwrap import fill
from typing import Final

from ._brief import checks as all_checks
from ._brief import sources
from ._checks import Check
from ._record import Citation
from ._vocabulary import Aspect, CheckVerdict

SERIOUSNESS: Final[dict[CheckVerdict, str]] = {
    "differs": "The record says otherwise",
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
_WIDTH: Final = 110


def partings(checks: Iterable[Check], *, agreeing: bool = False) -> list[Check]:
    """The checks on which article and record part, most serious first; with ``agreeing`` the others too, last."""
    order = list(SERIOUSNESS)
    chosen = [check for check in checks if agreeing or check.verdict != "agrees"]
    return sorted(chosen, key=lambda check: (order.index(check.verdict), _ASPECTS.index(check.aspect)))


def told(words: Callable[[Citation], str | None] | None = None, *, agreeing: bool = False) -> str:
    """The partings for a person, each with its paragraph and sources.

    ``words`` gives a reader's own words for a citation, or None where their copy lacks them.
    """
    chosen = partings(all_checks, agreeing=agreeing)
    lines = [f"{len(chosen)} of {len(all_checks)} checks, most serious first"]
    for verdict, heading in SERIOUSNESS.items():
        group = [check for check in chosen if check.verdict == verdict]
        if group:
            lines += ["", f"{heading} ({verdict}: {len(group)})"]
            lines += [line for check in group for line in ("", *_lines(check, words))]
    return "\n".join(lines)


def _lines(check: Check, words: Callable[[Citation], str | None] | None) -> Iterator[str]:
    where = ", ".join(f"¶{number}" for number in check.paragraphs)
    yield f"  {where}  {check.about}: {check.aspect}"
    if words is not None:
        found = [words(citation) for citation in check.citations]
        yield _labelled("your copy", " … ".join(f"“{text}”" if text is not None else "(not found)" for text in found))
    yield _labelled("article", check.article_says)
    yield _labelled("record", check.record_says + (f" [{check.date}]" if check.date else ""))
    for number, name in enumerate(check.sources):
        source = sources[name]
        yield f"    {'sources' if number == 0 else '':<10}{source.publisher} ({source.grade}), {source.address}"


def _labelled(label: str, text: str) -> str:
    return fill(text, _WIDTH, initial_indent=f"    {label:<10}", subsequent_indent=" " * 14)
