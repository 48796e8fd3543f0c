"""A fact sheet in Markdown (CommonMark 0.31): what happened and when, who, quotations, terms, and checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from .._collections.event_dates import DatesOf
from .._model.dates import in_words
from .._model.event import Event
from .._model.families import Brief
from .._model.source import Source
from .._questions.timeline import Timeline, entry_of
from .exported_records import Written, dated_events, one_file
from .record_summaries import date_of, description, name_of, paragraphs_of, status_of

_HEADS: Final[dict[DatesOf, str]] = {
    "article": "What happened, as the article dates it",
    "record": "What happened, as sources date it, or else the article",
}


def write(brief: Brief, dates: DatesOf = "article") -> Written:
    """Section after section; a section without records is left out."""
    left_out = {"claims": len(brief.claims)}
    line = dated_events(brief, dates)
    sections = (
        (_HEADS[dates], _happened(line)),
        ("What happened, without a date", _events(line.undated, dates)),
        (
            "What is planned, threatened or thought of, or did not happen",
            _events((event for event in brief.events if not event.actual), dates),
        ),
        ("What sources say", _checks(brief)),
        (
            "Who",
            (
                f"**{plain_text(one.name)}**, {plain_text(_kind(one.kind))} ({paragraphs_of(one)})"
                for one in brief.actors
            ),
        ),
        ("In quotation marks", _quotes(brief)),
        ("Figures", (f"{plain_text(description(one, brief))} ({paragraphs_of(one)})" for one in brief.figures)),
        ("Terms", _terms(brief)),
        ("Sources", map(_source, brief.sources)),
    )
    parts = list(_head(brief))
    for heading, lines in sections:
        items = "\n".join(f"- {line}" for line in lines)
        parts += [f"## {heading}", items] if items else []
    if brief.claims:
        parts += ["---", f"Left out: {len(brief.claims)} claims."]
    return one_file("\n\n".join(parts) + "\n", left_out)


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


def _checks(brief: Brief) -> Iterator[str]:
    """Checks with the verdict ``agrees`` come last."""
    for check in sorted(brief.checks, key=lambda one: one.verdict == "agrees"):
        yield (
            f"**{plain_text(check.title)}** ({paragraphs_of(check)}): {plain_text(check.verdict)}. "
            f"The article: {plain_text(check.article_says)} Sources: {plain_text(check.record_says)}"
        )


def _quotes(brief: Brief) -> Iterator[str]:
    for quote in brief.quotes:
        speaker = f", {plain_text(name_of(quote.speaker, brief))}" if quote.speaker else ""
        yield f"“{plain_text(quote.text)}”{speaker} ({paragraphs_of(quote)})"


def _terms(brief: Brief) -> Iterator[str]:
    for term in brief.glossary:
        short = f" ({plain_text(term.abbreviation)})" if term.abbreviation and term.abbreviation != term.term else ""
        yield f"**{plain_text(term.term)}**{short}: {plain_text(term.definition)}"


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
    return re.sub(r"[\\`*_\[\]<>&|~#!]|^[-+=]|^(?<=\d)[.)]", lambda sign: f"\\{sign[0]}", " ".join(text.split()))
