"""Where the article and the record part, most serious first: what ``jcpoa-brief check`` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import fill
from typing import Final

from .._collections.checks import SERIOUSNESS, partings
from .._load.loaded import checks as all_checks, sources
from .._model.check import Check
from .._model.record import Citation

_WIDTH: Final = 110


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
    yield _labelled("record", check.record_says + (f" [dated {check.date} by the record]" if check.date else ""))
    for number, name in enumerate(check.sources):
        source = sources[name]
        yield f"    {'sources' if number == 0 else '':<10}{source.publisher} ({source.grade}), {source.address}"


def _labelled(label: str, text: str) -> str:
    return fill(text, _WIDTH, initial_indent=f"    {label:<10}", subsequent_indent=" " * 14)
