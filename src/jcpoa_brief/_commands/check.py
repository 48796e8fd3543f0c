"""``jcpoa-brief check``: the discrepancies between article and sources, every check, or the checks of something."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, cast

from .._collections.checks import (
    VERDICT_HEADINGS,
    count_discrepancies,
    discrepancies,
    most_serious_first,
    verdict_in_words,
)
from .._load.loaded import checks as all_checks, claims, events, figures, quotes, sources
from .._messages import paragraph_list
from .._model.check import Check
from .._model.families import AnyRecord
from .._model.ids import ActorId, SourceId
from .._model.paragraph import Paragraph
from .._model.record import Citation
from .._questions.all_records import CHECKS_OF, family_of
from .._questions.search import WEIGHTS, Hit, search
from .._text import shortened
from ..errors import UnknownIdError
from .records import VERDICT_NAMES, how_to_see, named_so, near_names, record_named
from .terminal import CommandHelp, note, say, say_json, width
from .verify import EXIT_CODES, aligned

HELP = CommandHelp(
    takes="[WHAT …]",
    codes={
        0: "the checks are printed",
        1: "nothing was checked of what is named",
        2: "your copy cannot be read, or the call was wrong",
        3: "nothing of the article was proved in your copy",
    },
    examples=(
        "check",
        "check --short",
        "check Erbil",
        "check us-airstrike-toll",
        "check 5",
        "check differs",
        "check --copy article.txt",
    ),
    notes={
        "what is told": "Without WHAT the discrepancies, with --short a line for each; with --all every check. WHAT is "
        "a record or a name, an actor for all its events, a paragraph, or a verdict: "
        f"{', '.join(VERDICT_HEADINGS)}; or words, which are looked for in the checks and in the names of what they "
        "are about, as by search.",
        "what is counted": "A check looks at one point of the article. A discrepancy is one story, found in one "
        "check or several, in which a source, or the article itself elsewhere, contradicts the article (differs), or "
        "sources contradict each other (disputed).",
    },
)

_LABEL: Final = 11
_MOST_WORDS: Final = 3
_DISCREPANCIES: Final = ("discrepancy", "discrepancies")
"""What people type to get what is printed without a word."""

Words = Callable[[Citation], str | None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Of what, which checks, and the reader's copy."""
    parser.add_argument(
        "what", metavar="WHAT", nargs="*", help="only the checks of a record, name, ¶5, verdict or words"
    )
    parser.add_argument("--all", action="store_true", help="every check instead, also those that agree")
    parser.add_argument("--short", action="store_true", help="each discrepancy, or check that is asked for, in a line")
    parser.add_argument("--copy", metavar="FILE", help="your copy of the article, to see its own words; - for stdin")
    parser.add_argument("--json", action="store_true", help="print the checks as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the checks that were asked for, with the words of a copy if there is one. Raises CopyError, and
    UnknownIdError for a number that no paragraph has.
    """
    name = " ".join(options.what)
    name = "" if name.casefold() in _DISCREPANCIES else name
    chosen = _chosen(name) if name else most_serious_first(all_checks) if options.all else None
    if chosen == []:
        so = [one for one in named_so(name) if name.casefold() in map(str.casefold, one.names)]
        others = [f"  there is {how_to_see(one)}" for one in so] or near_names(name) or _words_alone(name)
        say(f"nothing was checked of {name!r}", *others, "jcpoa-brief check --all has every check")
        return 1
    if options.json:
        say_json(_data(chosen))
        return 0
    if options.short:
        say(*_short(chosen))
        return 0
    if options.copy is None:
        say(checks_text(chosen=chosen))
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

    checks = checks_text(words, chosen=chosen)
    say(f"your copy: {alignment.status}; {_lacking(found)}\n\n{checks}")
    return 0


def _chosen(name: str) -> list[Check]:
    """The checks of what a person names, most serious first: of a verdict, a paragraph, the records that have the name
    and the events of its actors, and, unless it is one record, those in whose texts the words stand.
    """
    verdict = VERDICT_NAMES.get(name.casefold(), name.casefold())
    if verdict in VERDICT_HEADINGS:
        return [check for check in most_serious_first(all_checks) if check.verdict == verdict]
    records: list[AnyRecord]
    try:
        named = record_named(name)
        if isinstance(named, Paragraph):
            return most_serious_first(all_checks.cited_in(named.number))
        records = [named]
    except UnknownIdError as error:
        if error.family == "paragraphs":
            raise
        records = named_so(name)
    actors: list[ActorId] = [cast("ActorId", one.id) for one in records if family_of(one) == "actors"]
    about: set[str] = {
        one.id
        for one in (*records, *events.involving(*actors, match="any"), *(_said_by(actors) if len(records) == 1 else ()))
    }
    if len(records) != 1 or not any(one in CHECKS_OF or one in all_checks for one in about):
        about.update(hit.record.id for hit in search(name) if not hit.missing and _is_about(hit))
    keys = about.union(check.id for one in about for check in CHECKS_OF.get(one, ()))
    return most_serious_first(check for check in all_checks if check.id in keys)


def _said_by(actors: Sequence[ActorId]) -> Iterator[AnyRecord]:
    """The figures of some actors, with the events that these count in, their quotes and claims."""
    counted = figures.where(lambda figure: figure.credited_to in actors)
    yield from counted
    yield from (events[figure.event] for figure in counted if figure.event)
    yield from (quote for quote in quotes if quote.speaker in actors)
    yield from (claim for claim in claims if claim.holder in actors)


def _words_alone(name: str) -> Iterator[str]:
    """The calls for single words of several that nothing has together, of the word with the fewest checks first."""
    words = dict.fromkeys(word for hit in search(name) for word in hit.missing if word.isalpha())
    found = {word: count for word in words if (count := len(_chosen(word)))}
    for word in sorted(found, key=found.__getitem__)[:_MOST_WORDS]:
        yield f"  jcpoa-brief check {word} has {found[word]} check{'' if found[word] == 1 else 's'}"


def _is_about(hit: Hit) -> bool:
    """Whether a hit is a check, or a record with checks that is called by the words."""
    return hit.family == "checks" or (hit.record.id in CHECKS_OF and WEIGHTS[hit.field] >= WEIGHTS["what"])


def _data(chosen: Sequence[Check] | None) -> list[dict[str, object]]:
    """The checks as plain data, each with the discrepancy that it tells: the name of its incident, else its own id."""
    found = discrepancies(all_checks)
    told = {check.id: check.incident or check.id for story in found for check in story}
    wanted = [check for story in found for check in story] if chosen is None else chosen
    return [{**check.model_dump(mode="json"), "discrepancy": told.get(check.id)} for check in wanted]


def _lacking(found: Sequence[str | None]) -> str:
    """How many of the citations are not found, in words."""
    number = found.count(None)
    if number in (0, len(found)):
        return f"the words of {'none' if number else 'all'} of the {len(found)} citations below are found in it"
    return f"the words of {number} of the {len(found)} citations below are not found in it"


def checks_text(words: Words | None = None, *, chosen: Sequence[Check] | None = None) -> str:
    """The discrepancies, and how many checks are not listed; or the chosen checks, most serious first. The addresses of
    the sources come last.

    ``words`` gives a reader's own words for a citation, or None where their copy lacks them.
    """
    lines = _stories(words) if chosen is None else _every(chosen, words)
    return "\n".join(lines)


def _stories(words: Words | None) -> Iterator[str]:
    found = discrepancies(all_checks)
    shown = [check for story in found for check in story]
    yield _counted_stories(found)
    for number, (first, *others) in enumerate(found, 1):
        yield from ("", f"{number}. {_heading(first)}: {_verdict(first)}", *_lines(first, words))
        for check in others:
            yield _labelled("also", f"{_heading(check)}: {_verdict(check)}. {check.record_says}")
        yield _named(name for check in (first, *others) for name in check.sources)
    rest = Counter(check.verdict for check in all_checks if check not in shown)
    counted = ", ".join(f"{rest[verdict]} {verdict}" for verdict in VERDICT_HEADINGS if rest[verdict])
    yield from ("", f"Not listed, of {len(all_checks)} checks: {counted}. For all of them: jcpoa-brief check --all")
    yield from _addresses(shown)


def _short(chosen: Sequence[Check] | None) -> Iterator[str]:
    """A line for each discrepancy or chosen check."""
    stories = discrepancies(all_checks)
    shown = [first for first, *_ in stories] if chosen is None else chosen
    yield _counted_stories(stories) if chosen is None else _counted(chosen)
    for number, check in enumerate(shown, 1):
        said = check.record_says if check.verdict == "disputed" else shortened(check.record_says)
        yield f"{number}. {_heading(check)}, {check.verdict}. {shortened(check.article_says)} Sources: {said}"
    yield "Without --short: whole texts, notes, what else belongs to each, and the sources."


def _every(chosen: Sequence[Check], words: Words | None) -> Iterator[str]:
    yield _counted(chosen)
    for verdict, heading in VERDICT_HEADINGS.items():
        group = [check for check in chosen if check.verdict == verdict]
        yield from ("", f"{heading} ({verdict}: {len(group)})") if group else ()
        for check in group:
            yield from ("", f"  {_heading(check)}", *_lines(check, words), _named(check.sources))
    yield from _addresses(chosen)


def _counted_stories(stories: Sequence[Sequence[Check]]) -> str:
    return count_discrepancies(stories, " between the article and independent sources")


def _counted(chosen: Sequence[Check]) -> str:
    """How many checks were chosen, how many of them belong to discrepancies, and what else belongs to these."""
    every = discrepancies(all_checks)
    stories = [story for story in every if any(check in chosen for check in story)]
    said = [f"{len(chosen)} of {len(all_checks)} checks, most serious first"]
    if stories:
        inside = sum(check in chosen for story in stories for check in story)
        belong = "belongs" if inside == 1 else "belong"
        said.append(
            f"{inside} of them {belong} to {len(stories)} of the {len(every)} discrepancies (jcpoa-brief check)"
        )
        further = [check.title for story in stories for check in story if check not in chosen]
        said += [f"checks of the same discrepancies that are not listed here: {'; '.join(further)}"] if further else []
    return "\n".join(said)


def _verdict(check: Check) -> str:
    return f"{check.verdict} ({verdict_in_words(check)})"


def _heading(check: Check) -> str:
    return f"{check.title} ({paragraph_list(check.paragraphs)})"


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
    yield from ("", "Sources; as a rule only the beginning of each was read, in a stored copy:")
    names: dict[SourceId, None] = dict.fromkeys(name for check in chosen for name in check.sources)
    for name in names:
        yield f"  {sources[name].publisher}: {sources[name].address}"


def _labelled(label: str, text: str) -> str:
    return f"    {label:<{_LABEL}}{text}"
