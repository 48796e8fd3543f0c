"""A fact sheet in Markdown (CommonMark 0.31): a page in short, then why, what happened and when, where sources differ,
who, quotations, terms and sources, without long texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat
from typing import Final

from .._collections.checks import VERDICT_HEADINGS, count_discrepancies, discrepancies, most_serious_first
from .._collections.date_overlaps import DatesOf
from .._messages import counted
from .._model.check import Check
from .._model.claim import Claim
from .._model.dates import in_words
from .._model.event import Event
from .._model.families import Brief
from .._model.quote import Quote
from .._model.source import Source
from .._model.vocabulary import Relation
from .._questions.timeline import Timeline, entry_of
from .._text import shortened
from .exported_records import Written, dated_events, one_file
from .record_summaries import GRADES_IN_WORDS, as_of, date_of, description, name_of, paragraphs_of, status_of

_HEADS: Final[dict[DatesOf, str]] = {
    "article": "What happened, as the article dates it",
    "record": "What happened, as sources date it, or else the article",
}


_RELATIONS: Final[dict[Relation, str]] = {
    "supports": "in support",
    "opposes": "against it",
    "concedes": "granted",
    "restates": "in other words",
}

_ARGUED: Final = "This is what the article argues, or has others argue; it is not what sources confirm."

_IN_BRACKETS: Final = (
    "In brackets: whether it happened, as the article tells it; after a comma, what sources hold against that."
)

_CHECKED: Final = (
    "The article held against independent sources. Those of the discrepancies are listed at the end, and named by "
    "their numbers. Three dots stand where more is said than here."
)

_NUMBERED: Final = "Each source has one number, by which it is named above. Of what kind it is stands in parentheses."

_MAIN_EVENT: Final = "iran-declines-informal-meeting"
"""What the article is about, by its title."""

_WHOLE: Final = (
    "Left out here, as the JSON document has it: {}. On the command line jcpoa-brief check --all prints the checks "
    "whole, jcpoa-brief show ID a definition."
)


def write(brief: Brief, dates: DatesOf = "article") -> Written:
    """Section after section; a section without records is left out."""
    line = dated_events(brief, dates)
    stories = discrepancies(brief.checks)
    used = {key for story in stories for check in story for key in check.sources}
    sources = [source for source in brief.sources if source.id in used]
    numbers: dict[str, int] = {source.id: number for number, source in enumerate(sources, 1)}
    argument = _argument(brief)
    verdicts = {check.verdict for check in brief.checks}
    grades = {source.grade for source in sources}
    left_out = _left_out(brief, stories, len(sources))
    sections: tuple[tuple[str, Iterable[str], str], ...] = (
        ("In short", [], "\n\n".join(_in_short(brief, line, argument, stories))),
        ("Why, as the article argues", [_ARGUED], _items(_argued(argument, brief), argument.values())),
        (_HEADS[dates], [_IN_BRACKETS], _items(_happened(line))),
        ("What happened, without a date", [], _items(_events(line.undated, dates))),
        (
            "What is planned, threatened or thought of, or did not happen",
            [],
            _items(_events((event for event in brief.events if not event.actual), dates)),
        ),
        (
            "What sources say",
            [_CHECKED, _meanings((one, VERDICT_HEADINGS[one]) for one in VERDICT_HEADINGS if one in verdicts)],
            _items(_checks(brief, stories, numbers)),
        ),
        (
            "What the article also claims",
            [_ARGUED],
            _items(_claim(claim, brief) for claim in brief.claims if claim not in argument),
        ),
        (
            "Who",
            [],
            _items(
                f"**{plain_text(one.name)}**, {one.kind.replace('_', ' ')} ({paragraphs_of(one)})"
                for one in brief.actors
            ),
        ),
        ("In quotation marks", [], _items(_quote(one, brief) for one in brief.quotes)),
        (
            "Figures",
            [],
            _items(f"{plain_text(description(one, brief))} ({paragraphs_of(one)})" for one in brief.figures),
        ),
        ("Terms", [f"The definitions speak {as_of(brief)}."], _items(_terms(brief))),
        (
            "Sources",
            [_NUMBERED, _meanings((one, GRADES_IN_WORDS[one]) for one in GRADES_IN_WORDS if one in grades)],
            "\n".join(f"{number}. {_source(source)}" for number, source in enumerate(sources, 1)),
        ),
        ("Left out", [], _WHOLE.format(counted(left_out)) if left_out else ""),
    )
    parts = list(_head(brief))
    for heading, before, items in sections:
        parts += [f"## {heading}", *before, items] if items else []
    return one_file("\n\n".join(parts) + "\n", left_out)


def _left_out(brief: Brief, stories: list[list[Check]], listed: int) -> dict[str, int]:
    """What the sheet has no room for, by what it is."""
    told = {check.id for story in stories for check in story}
    counts = {
        "notes of checks": sum(check.note is not None for check in brief.checks),
        "texts of checks that tell no discrepancy, shortened": sum(check.id not in told for check in brief.checks),
        "definitions after their first sentence": sum(
            shortened(term.definition) != term.definition for term in brief.glossary
        ),
        "sources of no discrepancy": len(brief.sources) - listed,
    }
    return {what: count for what, count in counts.items() if count}


def _in_short(brief: Brief, line: Timeline, argument: Mapping[Claim, int], stories: list[list[Check]]) -> Iterator[str]:
    """What the article tells, why, in whose words, and where sources differ, on a page."""
    for event in brief.events:
        if event.id == _MAIN_EVENT:
            when = line.at(event)
            date = f" By the article: {plain_text(date_of(when))}." if when else ""
            who = ", ".join(plain_text(name_of(one.actor, brief)) for one in event.participants)
            yield f"**What and when:** {plain_text(event.summary)}{date} Who: {who} ({paragraphs_of(event)})."
    roots = [claim for claim, depth in argument.items() if not depth]
    if roots:
        reasons = [claim for claim, depth in argument.items() if depth == 1 and claim.relation == "supports"]
        named = [claim for claim in reasons if claim.holder]
        more = f", and {len(reasons) - len(named)} reasons of the author's own below" if named else ""
        yield f"**Why, as the article argues:** {' '.join(_claim(one, brief) for one in roots)} In support{more}:"
        yield _items(_claim(one, brief) for one in named or reasons)
    statements = [quote for quote in brief.quotes if quote.kind == "statement"]
    if statements:
        yield f"**In whose words:** {'; '.join(_quote(one, brief) for one in statements)}."
    if stories:
        counted = count_discrepancies(stories, " between the article and independent sources")
        yield f"**Where sources differ:** {counted}."
        yield _items(
            f"{plain_text(first.title)} ({paragraphs_of(first)}), {first.verdict}: {_short(first.record_says)}"
            for first, *_ in stories
        )


def _items(lines: Iterable[str], depths: Iterable[int] = ()) -> str:
    """A list, of which an item may stand below the one before it."""
    return "\n".join(f"{'  ' * depth}- {line}" for line, depth in zip(lines, chain(depths, repeat(0)), strict=False))


def _meanings(words: Iterable[tuple[str, str]]) -> str:
    """A line for each word that the records use, with what it means."""
    return _items(f"**{word}**: {meaning}." for word, meaning in words)


def _head(brief: Brief) -> Iterator[str]:
    article = brief.article
    author, published = article.author or "not known", str(article.published or "not known")
    yield f"# {plain_text(article.title)}"
    yield (
        f"{plain_text(article.publisher)}, <{_address(article.address)}>. Author: {plain_text(author)}. "
        f"Published: {published}; the text was finished {in_words(article.finished)} (inferred)."
    )
    yield f"Paragraphs (¶) are counted from the top. {plain_text(article.annotation_note)} Data {article.data_version}."


def _happened(line: Timeline) -> Iterator[str]:
    for one in line:
        event, date = one.event, plain_text(date_of(one))
        yield f"**{date}:** {plain_text(event.title)} \\[{plain_text(status_of(event))}\\] ({paragraphs_of(event)})"


def _events(events: Iterable[Event], dates: DatesOf) -> Iterator[str]:
    for event in events:
        when = entry_of(event, dates)
        date = f", {plain_text(date_of(when))}" if when else ""
        yield f"**{plain_text(event.title)}** \\[{plain_text(status_of(event))}\\]{date} ({paragraphs_of(event)})"


def _argument(brief: Brief) -> dict[Claim, int]:
    """The claims that belong to an argument, each with its depth, in the order in which they are read."""
    known = {claim.id for claim in brief.claims}
    below: dict[str, list[Claim]] = {}
    for claim in brief.claims:
        if claim.parent in known:
            below.setdefault(str(claim.parent), []).append(claim)
    placed: dict[Claim, int] = {}
    waiting = [(claim, 0) for claim in reversed(brief.claims) if claim.parent not in known and claim.id in below]
    while waiting:
        claim, depth = waiting.pop()
        placed[claim] = depth
        waiting += [(one, depth + 1) for one in reversed(below.get(claim.id, []))]
    return placed


def _argued(argument: Mapping[Claim, int], brief: Brief) -> Iterator[str]:
    """The claims of an argument, each with what it does to the one that it stands below."""
    for claim, depth in argument.items():
        relation = f"{_RELATIONS[claim.relation]}: " if claim.relation and depth else ""
        yield relation + _claim(claim, brief)


def _claim(claim: Claim, brief: Brief) -> str:
    """A claim, with who holds it and where it stands."""
    holder = name_of(claim.holder, brief) or "the author"
    return f"{plain_text(claim.statement)} ({plain_text(holder)}, {paragraphs_of(claim)})"


def _checks(brief: Brief, stories: list[list[Check]], numbers: Mapping[str, int]) -> Iterator[str]:
    """The most serious first: those of a discrepancy with both sides and the numbers of their sources, others that do
    not agree with what sources say, and those that agree by their titles.
    """
    told = {check.id for story in stories for check in story}
    for check in most_serious_first(brief.checks):
        said = ""
        if check.id in told:
            which = ", ".join(map(str, sorted(numbers[key] for key in check.sources)))
            of_which = f" ({which})" if which else ""
            said = f" The article: {_short(check.article_says)} Sources{of_which}: {_short(check.record_says)}"
        elif check.verdict != "agrees":
            said = f" Sources: {_short(check.record_says)}"
        yield f"**{plain_text(check.title)}** ({paragraphs_of(check)}): **{check.verdict}**.{said}"


def _short(text: str) -> str:
    return plain_text(shortened(text))


def _quote(quote: Quote, brief: Brief) -> str:
    speaker = f", {plain_text(name_of(quote.speaker, brief))}" if quote.speaker else ""
    return f"“{plain_text(quote.text)}”{speaker} ({paragraphs_of(quote)})"


def _terms(brief: Brief) -> Iterator[str]:
    for term in brief.glossary:
        abbreviation = (
            f" ({plain_text(term.abbreviation)})" if term.abbreviation and term.abbreviation != term.term else ""
        )
        yield f"**{plain_text(term.term)}**{abbreviation}: {_short(term.definition)} ({paragraphs_of(term)})"


def _source(source: Source) -> str:
    """Who wrote a page, its title, who published it and when, as far as it shows it."""
    author = f"{plain_text(source.author)}, " if source.author else ""
    when = f", {in_words(source.published)}" if source.published else ", undated"
    where = f"{plain_text(source.publisher)}{when} ({source.grade})"
    return f"{author}**{plain_text(source.title)}**, {where}: <{_address(source.address)}>"


def _address(address: str) -> str:
    """A URL, escaped for an autolink."""
    return address.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")


def plain_text(text: str) -> str:
    """A text on one line, with everything escaped that Markdown would interpret."""
    escaped = re.sub(r"[\\`*_\[\]<>&|~#!$]|^[-+=]", r"\\\g<0>", " ".join(text.split()))  # $ is mathematics to some
    return re.sub(r"^(\d+)(?=[.)])", r"\1\\", escaped)  # the number of an item
