"""What belongs with a record, and why: references from both ends, and what is shared."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest
from hypothesis import given, strategies as st

from jcpoa_brief import actors, claims, events, glossary, quotes
from jcpoa_brief._model.families import AnyRecord
from jcpoa_brief._model.vocabulary import LinkKind, Relation, Role
from jcpoa_brief._questions.all_records import BY_ID, family_of, place_in_article
from jcpoa_brief._questions.related import PHRASES, REFERENCES, ReasonKind, referrals, related
from jcpoa_brief.errors import UnknownIdError

records = st.sampled_from(tuple(BY_ID.values()))
SHARED = {"shared_events": "events", "shared_claims": "claims", "shared_actors": "actors"}


def neighbours(key: str) -> set[str]:
    """The ids of the records joined to one by a reference in either direction, by a scan."""
    told = {to for _, to in referrals(BY_ID[key])}
    telling = {one.id for one in BY_ID.values() if any(to == key for _, to in referrals(one))}
    return told | telling | set(standing_in(BY_ID[key]))


def standing_in(record: AnyRecord) -> set[str]:
    """Terms that stand in a record's words, or the records in whose words a term stands."""
    holders = [one for family in ("events", "quotes", "figures", "claims") for one in by_family(family)]
    pairs = [(one, term) for one in ([record] if record in holders else holders) for term in glossary]
    joined = {
        (one.id, term.id)
        for one, term in pairs
        if any(mine.contains(theirs) for mine in one.citations for theirs in term.citations)
    }
    return {term if key == record.id else key for key, term in joined if record.id in (key, term)}


def by_family(family: str) -> list[AnyRecord]:
    """The records of one family."""
    return [record for record in BY_ID.values() if family_of(record) == family]


def test_direct_references_are_those_of_a_scan() -> None:
    """For every actor, event, quote and term, whoever is told or tells is direct, and nobody else is."""
    for key in (*actors.ids[:8], *events.ids[:8], *quotes.ids[:3], *glossary.ids[:8], claims.ids[0]):
        direct = {other.record.id for other in related(key) if other.direct}
        assert direct == neighbours(key), key


@given(records)
def test_reasons_hold(record: AnyRecord) -> None:
    """What is said to be shared is joined to both, is of the family that is said, and is counted in the words."""
    mine = REFERENCES[record.id]
    for other in related(record):
        theirs = REFERENCES[other.record.id]
        for reason in other.reasons:
            if reason.kind == "reference":
                assert other.record.id in mine
                assert reason.shared == ()
            else:
                assert set(reason.shared) <= mine.keys() & theirs.keys()
                assert {family_of(BY_ID[key]) for key in reason.shared} == {SHARED[reason.kind]}
                assert f"shares {len(reason.shared)} " in reason.words


@given(records)
def test_nothing_that_is_shared_is_missed(record: AnyRecord) -> None:
    """Every record that is joined to the same event, actor or claim is there, once, and never the record itself."""
    found = [other.record.id for other in related(record)]
    mine = REFERENCES[record.id]
    wanted = set(mine)
    for via in mine:
        if family_of(BY_ID[via]) in SHARED.values():
            wanted |= set(REFERENCES[via])
    assert len(found) == len(set(found))
    assert set(found) == wanted - {record.id}


@given(records, records)
def test_being_related_goes_both_ways(one: AnyRecord, other: AnyRecord) -> None:
    """If one is related to the other, then the other to the one, and for as many shared things."""
    there = {found.record.id: found for found in related(one)}.get(other.id)
    back = {found.record.id: found for found in related(other)}.get(one.id)
    assert (there is None) == (back is None)
    if there and back:
        assert [(reason.kind, reason.shared) for reason in there.reasons] == [
            (reason.kind, reason.shared) for reason in back.reasons
        ]


@given(records)
def test_the_strongest_come_first(record: AnyRecord) -> None:
    """References first, then more events, claims, actors, then the article's order; asked twice, the same."""
    found = related(record)
    keys = []
    for other in found:
        counts = {reason.kind: len(reason.shared) for reason in other.reasons}
        keys.append((not other.direct, *(-counts.get(kind, 0) for kind in SHARED), place_in_article(other.record)))
    assert keys == sorted(keys)
    assert related(record.id) == found


def test_reasons_are_said_in_words_from_both_ends() -> None:
    """The agent of an event acts in it; the event has it as agent."""
    event = next(event for event in events if [part.role for part in event.participants].count("agent") == 1)
    (agent,) = (part.actor for part in event.participants if part.role == "agent")
    assert "acts in it" in {other.record.id: other for other in related(event)}[agent].reasons[0].words
    assert "has it as agent" in {other.record.id: other for other in related(agent)}[event.id].reasons[0].words


def test_a_term_is_related_to_the_words_it_stands_in() -> None:
    """Terms name nobody, and still lead to the events, quotes, figures and claims that use them."""
    term = next(one for one in glossary if standing_in(one))
    other = {found.record.id: found for found in related(term)}[min(standing_in(term))]
    assert "rests on words that contain it" in other.reasons[0].words


def test_every_kind_of_reference_has_its_phrases() -> None:
    """Each role, link and relation of the vocabulary can be said, from both ends."""
    assert {*get_args(Role), *get_args(LinkKind), *get_args(Relation)} <= PHRASES.keys()
    assert {kind for one in BY_ID.values() for kind, _ in referrals(one)} <= PHRASES.keys()
    assert {reason.kind for other in related("iran") for reason in other.reasons} == set(get_args(ReasonKind))


def test_the_text_names_record_family_and_reasons() -> None:
    """A result prints, cuts long lists, and marks an event that is not actual."""
    found = related("iran")
    assert str(found[0]).startswith(f"{found[0].record.id} ({found[0].family}")
    long = next(reason for other in found for reason in other.reasons if len(reason.shared) > 3)
    assert str(long).endswith(", \u2026")
    planned = next(
        other for other in found if other.family == "events" and other.record in events and not other.record.actual
    )  # type: ignore[union-attr]
    assert f"(events [{planned.record.status.replace('_', ' ')}])" in str(planned)  # type: ignore[union-attr]


def test_the_notebook_view_is_escaped() -> None:
    """In a notebook a result is its name and a list of reasons, and nothing in it can become markup."""
    found = related("iran")[0]
    shown = found._repr_html_()
    assert found.record.id in shown
    assert shown.count("<li>") == len(found.reasons)
    evil = dataclasses.replace(found, reasons=(dataclasses.replace(found.reasons[0], words="<b>"),))
    assert "<li>&lt;b&gt;</li>" in evil._repr_html_()


def test_an_unknown_id_is_refused() -> None:
    """With near misses, and for a record that is not of this brief too."""
    with pytest.raises(UnknownIdError, match="did you mean 'iran'"):
        related("irna")  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError, match="no record 'atlantis' in the brief"):
        related(actors["iran"].model_copy(update={"id": "atlantis"}))
