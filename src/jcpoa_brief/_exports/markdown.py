"""A fact sheet in Markdown (CommonMark 0.31): what happened and when, who, quotations, terms, and checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from .._collections.when import DatesOf
from .._model.brief import Brief
from .._model.event import Event
from .._questions.timeline import Timeline, entry_of
from .chosen import Written, dated_events, one_file
from .described import date_of, description, name_of, paragraphs_of, status_of

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
        ("Who", (f"**{_text(one.name)}**, {_text(_kind(one.kind))} ({paragraphs_of(one)})" for one in brief.actors)),
        ("In quotation marks", _quotes(brief)),
        ("Figures", (f"{_text(description(one, brief))} ({paragraphs_of(one)})" for one in brief.figures)),
        ("Terms", _terms(brief)),
        ("Sources", (f"**{_text(one.publisher)}** ({one.grade}): <{_address(one.address)}>" for one in brief.sources)),
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
    yield f"# {_text(article.title)}"
    yield (
        f"{_text(article.publisher)}, <{_address(article.address)}>. Author: {_text(author)}. "
        f"Published: {published}; the text was finished {_text(article.finished)} (inferred)."
    )
    yield f"Paragraphs (¶) are counted from the top. {_text(article.annotation_note)} Data {article.data_version}."


def _happened(line: Timeline) -> Iterator[str]:
    for one in line:
        yield f"**{_text(date_of(one))}:** {_event(one.event)}"


def _event(event: Event) -> str:
    return f"{_text(event.title)} \\[{_text(status_of(event))}\\] ({paragraphs_of(event)})"


def _events(events: Iterable[Event], dates: DatesOf) -> Iterator[str]:
    for event in events:
        when = entry_of(event, dates)
        date = f", {_text(date_of(when))}" if when else ""
        yield f"**{_text(event.title)}** \\[{_text(status_of(event))}\\]{date} ({paragraphs_of(event)})"


def _checks(brief: Brief) -> Iterator[str]:
    """Checks with the verdict ``agrees`` come last."""
    for check in sorted(brief.checks, key=lambda one: one.verdict == "agrees"):
        yield (
            f"**{_text(check.title)}** ({paragraphs_of(check)}): {_text(check.verdict)}. "
            f"The article: {_text(check.article_says)} Sources: {_text(check.record_says)}"
        )


def _quotes(brief: Brief) -> Iterator[str]:
    for quote in brief.quotes:
        speaker = f", {_text(name_of(quote.speaker, brief))}" if quote.speaker else ""
        yield f"“{_text(quote.text)}”{speaker} ({paragraphs_of(quote)})"


def _terms(brief: Brief) -> Iterator[str]:
    for term in brief.glossary:
        short = f" ({_text(term.abbreviation)})" if term.abbreviation and term.abbreviation != term.term else ""
        yield f"**{_text(term.term)}**{short}: {_text(term.definition)}"


def _kind(kind: str) -> str:
    return kind.replace("_", " ")


def _address(address: str) -> str:
    """A URL, escaped for an autolink."""
    return address.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")


def _text(text: str) -> str:
    """A text on one line, with everything escaped that Markdown would interpret."""
    return re.sub(r"[\\`*_\[\]<>&|~#!]|^[-+=]|^(?<=\d)[.)]", lambda sign: f"\\{sign[0]}", " ".join(text.split()))
