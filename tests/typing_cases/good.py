"""What a program that depends on the package may do: every line must pass mypy strict and pyright strict."""

from typing import assert_type

import jcpoa_brief
from jcpoa_brief import Actor, ActorId, Actors, BriefDate, Check, Citation, Claim, Event, EventId, Events, Figure, Hit, Network, ParagraphNumber, Quote, Quotes, RecordId, Reference, Source, Term, Timeline, actors, article, checks, cite, cited_in, claims, evaluate, events, figures, glossary, lookup, network, paragraphs, quotes, related, search, sources, timeline
from jcpoa_brief.types import Collection

assert_type(events["us-leaves-jcpoa"], Event)
assert_type(actors["iran"], Actor)
assert_type(glossary["jcpoa"], Term)
assert_type(quotes.first(), Quote)
assert_type(figures.first(), Figure)
assert_type(claims.root, Claim)
assert_type(checks.first(), Check)
assert_type(sources["article-page"], Source)
assert_type(events.get("any text"), Event | None)
assert_type(events.ids, tuple[EventId, ...])
assert_type(paragraphs[5].number, ParagraphNumber)
assert_type(events["us-leaves-jcpoa"].date, BriefDate | None)
assert_type(events["us-leaves-jcpoa"].citations, tuple[Citation, ...])
assert_type(article.author, str | None)

# ids lead from record to record without a cast
for event in events:
    for participant in event.participants:
        assert_type(participant.actor, ActorId)
        assert_type(actors[participant.actor], Actor)
    for link in event.links:
        assert_type(events[link.to], Event)
for check in checks:
    for source_id in check.sources:
        assert_type(sources[source_id], Source)

# filters chain, keep their type, and take the record too
assert_type(events.involving("iran", role="agent").between("2021-02", None).cited_in(5).actual, Events)
assert_type(events.involving(actors["iran"], include=("acting_for", "members")), Events)
assert_type(quotes.by(actors["saeed-khatibzadeh"]), Quotes)
assert_type(actors.find("Tehran").only(), Actor)
assert_type(actors.of_kind("state") | actors.of_kind("person"), Actors)
assert_type(events.where(lambda event: event.status == "planned"), Events)
assert_type(next(reversed(events)), Event)


# questions across families
assert_type(lookup("iran"), Actor)
assert_type(lookup("us-leaves-jcpoa"), Event)
assert_type(lookup("jcpoa"), Term)
assert_type(cited_in(5).events, Events)
assert_type(search("sanctions relief")[0], Hit)
assert_type(timeline(events.actual, dates="record"), Timeline)
assert_type(network(events, directed=True), Network)
assert_type(cite(events["us-leaves-jcpoa"], style="chicago-notes"), Reference)
assert_type(evaluate([(5, 0, 26, "agent")], actors, match="overlap").f1, float | None)
assert_type(related(actors["iran"])[0].record.id, RecordId)


def count(collection: Collection[Actor]) -> int:
    """A helper of a downstream project that takes any collection of actors."""
    return len(collection)


def title_of(key: EventId) -> str:
    """A helper that takes only ids that exist."""
    return events[key].title


count(actors)
title_of("us-leaves-jcpoa")
print(jcpoa_brief.__version__, jcpoa_brief.__data_version__)
