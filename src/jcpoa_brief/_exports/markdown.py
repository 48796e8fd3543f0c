"""A fact sheet in Markdown (CommonMark 0.31): why, what happened and when, checks, who, quotations, terms, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat
from typing import Final

from .._collections.checks import VERDICT_HEADINGS, most_serious_first
from .._collections.date_overlaps import DatesOf
from .._model.claim import Claim
from .._model.dates import in_words
from .._model.event import Event
from .._model.families import Brief
from .._model.source import Source
from .._model.vocabulary import Relation
from .._questions.timeline import Timeline, entry_of
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

_CHECKED: Final = "The article held against the sources listed at the end, which are named by their numbers."

_NUMBERED: Final = "Each source has one number, by which it is named above. Of what kind it is stands in parentheses."


def write(brief: Brief, dates: DatesOf = "article") -> Written:
    """Section after section; a section without records is left out."""
    line = dated_events(brief, dates)
    numbers: dict[str, int] = {source.id: number for number, source in enumerate(brief.sources, 1)}
    argument = _argument(brief)
    verdicts = {check.verdict for check in brief.checks}
    grades = {source.grade for source in brief.sources}
    sections: tuple[tuple[str, Iterable[str], str], ...] = (
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
            _items(_checks(brief, numbers)),
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
                f"**{plain_text(one.name)}**, {plain_text(_kind(one.kind))} ({paragraphs_of(one)})"
                for one in brief.actors
            ),
        ),
        ("In quotation marks", [], _items(_quotes(brief))),
        (
            "Figures",
            [],
            _items(f"{plain_text(description(one, brief))} ({paragraphs_of(one)})" for one in brief.figures),
        ),
        ("Terms", [f"The definitions speak {as_of(brief)}."], _items(_terms(brief, numbers))),
        (
            "Sources",
            [_NUMBERED, _meanings((one, GRADES_IN_WORDS[one]) for one in GRADES_IN_WORDS if one in grades)],
            "\n".join(f"{number}. {_source(source)}" for number, source in enumerate(brief.sources, 1)),
        ),
    )
    parts = list(_head(brief))
    for heading, before, items in sections:
        parts += [f"## {heading}", *before, items] if items else []
    return one_file("\n\n".join(parts) + "\n")


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
        yield f"**{plain_text(date_of(one))}:** {_event(one.event)}"


def _event(event: Event) -> str:
    return f"{plain_text(event.title)} \\[{plain_text(status_of(event))}\\] ({paragraphs_of(event)})"


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
        yield (
            f"{_RELATIONS[claim.relation]}: {_claim(claim, brief)}"
            if claim.relation and depth
            else _claim(claim, brief)
        )


def _claim(claim: Claim, brief: Brief) -> str:
    """A claim, with who holds it and where it stands."""
    holder = name_of(claim.holder, brief) or "the author"
    return f"{plain_text(claim.statement)} ({plain_text(holder)}, {paragraphs_of(claim)})"


def _checks(brief: Brief, numbers: Mapping[str, int]) -> Iterator[str]:
    """The most serious first, those with the verdict ``agrees`` last."""
    for check in most_serious_first(brief.checks):
        of_which = f" ({_listed(check.sources, numbers)})" if check.sources else ""
        yield (
            f"**{plain_text(check.title)}** ({paragraphs_of(check)}): **{check.verdict}**. "
            f"The article: {plain_text(check.article_says)} Sources{of_which}: {plain_text(check.record_says)}"
        )


def _listed(keys: Iterable[str], numbers: Mapping[str, int]) -> str:
    """The numbers of some sources."""
    return ", ".join(map(str, sorted(numbers[key] for key in keys)))


def _quotes(brief: Brief) -> Iterator[str]:
    for quote in brief.quotes:
        speaker = f", {plain_text(name_of(quote.speaker, brief))}" if quote.speaker else ""
        yield f"“{plain_text(quote.text)}”{speaker} ({paragraphs_of(quote)})"


def _terms(brief: Brief, numbers: Mapping[str, int]) -> Iterator[str]:
    for term in brief.glossary:
        short = f" ({plain_text(term.abbreviation)})" if term.abbreviation and term.abbreviation != term.term else ""
        sources = "sources" if len(term.references) > 1 else "source"
        rests_on = f"{paragraphs_of(term)}; {sources} {_listed(term.references, numbers)}"
        yield f"**{plain_text(term.term)}**{short}: {plain_text(term.definition)} ({rests_on})"


def _source(source: Source) -> str:
    """Who wrote a page, its title, who published it and when, as far as it shows it."""
    author = f"{plain_text(source.author)}, " if source.author else ""
    when = f", {in_words(source.published)}" if source.published else ", undated"
    where = f"{plain_text(source.publisher)}{when} ({source.grade})"
    return f"{author}**{plain_text(source.title)}**, {where}: <{_address(source.address)}>"


def _kind(kind: str) -> str:
    return kind.replace("_", " ")


def _address(address: str) -> str:
    """A URL, escaped for an autolink."""
    return address.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")


def plain_text(text: str) -> str:
    """A text on one line, with everything escaped that Markdown would interpret."""
    escaped = re.sub(r"[\\`*_\[\]<>&|~#!$]|^[-+=]", r"\\\g<0>", " ".join(text.split()))  # $ is mathematics to some
    return re.sub(r"^(\d+)(?=[.)])", r"\1\\", escaped)  # the number of an item
