"""A record in one line of plain text, for formats that have a description."""

from __future__ import annotations

from typing import Final, assert_never

from .._collections.checks import verdict_in_words
from .._messages import paragraph_list
from .._model.actor import Actor
from .._model.check import Check
from .._model.claim import Claim
from .._model.dates import in_words
from .._model.event import Event, status_in_words
from .._model.families import Brief, CitedRecord
from .._model.figure import Figure
from .._model.quote import Quote
from .._model.term import Term
from .._model.vocabulary import CONTRADICTING, Grade
from .._questions.timeline import TimelineEntry, findings
from .exported_records import other_date

GRADES_IN_WORDS: Final[dict[Grade, str]] = {
    "official": "an official or primary text",
    "newsroom": "a newspaper, broadcaster or agency",
    "research": "a research body, or a reference work with editors",
    "mirror": "a copy, summary or feed of somebody else's text, a wiki, or a minor site",
}
"""What the kind of a source means, the best kind first."""


def as_of(brief: Brief) -> str:
    """When what definitions and descriptions say of today was so."""
    return f"as of {in_words(brief.article.as_of)}"


def paragraphs_of(record: CitedRecord) -> str:
    """The paragraphs that a record cites, as ``¶2, ¶5``."""
    return paragraph_list(record.paragraphs)


def status_of(event: Event) -> str:
    """An event's status, with its modality, in words, and what contradicts the article on anything but the date."""
    return ", ".join(filter(None, (status_in_words(event), contradiction(event))))


def contradiction(event: Event) -> str:
    """In what, but the date, sources say otherwise or disagree; nothing where they do not."""
    worst = next(iter(findings(event)), None)
    return verdict_in_words(worst) if worst and worst.verdict in CONTRADICTING else ""


def date_of(when: TimelineEntry) -> str:
    """The date of an event in words, by article and sources if they differ."""
    return "; ".join(filter(None, (when.label, other_date(when))))


def name_of(actor: str | None, brief: Brief) -> str:
    """An actor's name, or its id if the actor is not among the chosen records; empty for None."""
    return next((one.name for one in brief.actors if one.id == actor), actor or "")


def description(record: CitedRecord, brief: Brief, when: TimelineEntry | None = None) -> str:
    """What a record says, in one line."""
    match record:
        case Event():
            date = f" Date: {date_of(when)}." if when else ""
            said = f"{record.title} [{status_of(record)}]. {record.summary}{date}"
        case Actor():
            said = f"{record.name} ({record.kind.replace('_', ' ')})"
        case Quote():
            speaker = f", {name_of(record.speaker, brief)}" if record.speaker else ""
            said = f"{record.text} ({record.kind}{speaker})"
        case Figure():
            qualifier = "" if record.qualifier == "exact" else f"{record.qualifier.replace('_', ' ')} "
            said = f"{record.unit}: {qualifier}{record.value:,}. {record.what}"  # so that no unit need be singular
        case Claim():
            said = f"{record.statement} ({record.kind}; {name_of(record.holder, brief) or 'the author'})"
        case Check():
            said = f"The article: {record.article_says} Sources: {record.record_says} ({record.verdict})"
        case Term():
            said = f"{record.term}: {record.definition} ({as_of(brief)})"
        case _:
            assert_never(record)
    return said
