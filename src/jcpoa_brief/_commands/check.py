"""``jcpoa-brief check``: the discrepancies between article and sources, or every check."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from textwrap import fill
from typing import Final

from .._collections.checks import SERIOUSNESS, discrepancies, stories
from .._load.loaded import checks as all_checks, sources
from .._model.check import Check
from .._model.ids import SourceId
from .._model.record import Citation
from .terminal import CommandHelp, note, say_json, width, write
from .verify import EXIT_CODES, aligned

HELP = CommandHelp(
    takes="",
    codes={
        0: "the checks are printed",
        2: "your copy cannot be read, or the call was wrong",
        3: "nothing of the article was proved in your copy",
    },
    examples=("check", "check --all", "check --copy article.txt"),
)

_LABEL: Final = 10

Words = Callable[[Citation], str | None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which checks, and the reader's copy."""
    parser.add_argument("--all", action="store_true", help="every check instead, also those that agree")
    parser.add_argument("--copy", metavar="FILE", help="your copy of the article, to see its own words; - for stdin")
    parser.add_argument("--json", action="store_true", help="print the checks as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the discrepancies or every check, with the words of a copy if there is one. Raises CopyError."""
    if options.json:
        chosen = all_checks if options.all else [check for story in stories(all_checks) for check in story]
        say_json([check.model_dump(mode="json") for check in chosen])
        return 0
    if options.copy is None:
        write(checks_text(agreeing=options.all))
        return 0
    alignment = aligned(options.copy)
    if alignment.status == "none":
        note(str(alignment))
        return EXIT_CODES["none"]
    found: list[str | None] = []

    def words(citation: Citation) -> str | None:
        place = alignment.find(citation)
        found.append(None if place is None else " ".join(alignment.text[slice(*place)].split()))
        return found[-1]

    checks = checks_text(words, agreeing=options.all)
    write(f"your copy: {alignment.status}; {_lacking(found)}\n\n{checks}")
    return 0


def _lacking(found: Sequence[str | None]) -> str:
    """How many of the citations are not found, in words."""
    number = found.count(None)
    if number in (0, len(found)):
        return f"the words of {'none' if number else 'all'} of the {len(found)} citations below are found in it"
    return f"the words of {number} of the {len(found)} citations below are not found in it"


def checks_text(words: Words | None = None, *, agreeing: bool = False) -> str:
    """The discrepancies, and how many checks are not listed; with ``agreeing`` every check, most serious first. The
    addresses of the sources come last.

    ``words`` gives a reader's own words for a citation, or None where their copy lacks them.
    """
    lines = _every(words) if agreeing else _stories(words)
    return "\n".join(lines)


def _stories(words: Words | None) -> Iterator[str]:
    found = stories(all_checks)
    shown = [check for story in found for check in story]
    yield _filled(
        f"{len(found)} discrepancies between the article and independent sources, of {len(all_checks)} checks"
    )
    for number, (first, *others) in enumerate(found, 1):
        yield from ("", _filled(f"{number}. {_heading(first)}: {first.verdict}"), *_lines(first, words))
        for check in others:
            yield _labelled("also", f"{check.title} ({check.verdict}): {check.record_says}")
        yield _named(name for check in (first, *others) for name in check.sources)
    rest = Counter(check.verdict for check in all_checks if check not in shown)
    counted = ", ".join(f"{rest[verdict]} {verdict}" for verdict in SERIOUSNESS if rest[verdict])
    yield from ("", _filled(f"Not listed: {counted}. For all of them: jcpoa-brief check --all"))
    yield from _addresses(shown)


def _every(words: Words | None) -> Iterator[str]:
    chosen = discrepancies(all_checks, agreeing=True)
    yield f"{len(chosen)} of {len(all_checks)} checks, most serious first"
    for verdict, heading in SERIOUSNESS.items():
        group = [check for check in chosen if check.verdict == verdict]
        yield from ("", _filled(f"{heading} ({verdict}: {len(group)})"))
        for check in group:
            yield from ("", _filled(f"  {_heading(check)}"), *_lines(check, words), _named(check.sources))
    yield from _addresses(chosen)


def _heading(check: Check) -> str:
    return f"{check.title} ({', '.join(f'¶{number}' for number in check.paragraphs)})"


def _lines(check: Check, words: Words | None) -> Iterator[str]:
    """What article and sources say, and the note."""
    if words is not None:
        found = [words(citation) for citation in check.citations]
        yield _labelled("your copy", " … ".join(f"“{text}”" if text is not None else "(not found)" for text in found))
    yield _labelled("article", check.article_says)
    yield _labelled("sources", check.record_says)
    if check.note:
        yield _labelled("note", check.note)


def _named(names: Iterable[SourceId]) -> str:
    """The publishers, as many as fit on one line."""
    publishers = list(dict.fromkeys(sources[name].publisher for name in names))
    room, shown = width() - _LABEL - 4 - len(", and 99 more"), publishers[:1]
    for publisher in publishers[1:]:
        if len(", ".join([*shown, publisher])) > room:
            break
        shown.append(publisher)
    left = len(publishers) - len(shown)
    return _labelled("read in", f"{', '.join(shown)}{f', and {left} more' if left else ''}")


def _addresses(chosen: Iterable[Check]) -> Iterator[str]:
    yield from ("", _filled("Sources, of each as a rule the beginning, read in a stored copy:"))
    names: dict[SourceId, None] = dict.fromkeys(name for check in chosen for name in check.sources)
    for name in names:
        yield f"  {sources[name].publisher}: {sources[name].address}"


def _labelled(label: str, text: str) -> str:
    return _filled(f"    {label:<{_LABEL}}{text}", indent=_LABEL + 4)


def _filled(text: str, indent: int = 4) -> str:
    return fill(text, width(), subsequent_indent=" " * indent, break_on_hyphens=False)
