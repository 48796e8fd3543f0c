"""Cost grows with the answer, not with the data: the same small answer out of ever more events."""

from __future__ import annotations

import timeit
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from jcpoa_brief import BriefDate, Event, Events, actors, events
from jcpoa_brief._collections.index import FamilyIndex
from jcpoa_brief._collections.relations import Relations

SIZES = (1_000, 10_000, 100_000)
ANSWER = 8  # events that each question finds, however many there are


def made(size: int) -> Events:
    """Events of which eight, spread over the whole, are asked about: by actor, paragraph, type and day."""
    pattern = events["us-leaves-jcpoa"]
    step = size // ANSWER
    wanted = set(range(0, step * ANSWER, step))
    first = date(1700, 1, 1)

    def event(number: int) -> Event:
        hit = number in wanted
        day = date(2020, 6, 1) if hit else first + timedelta(number)
        when = BriefDate.model_construct(edtf=day.isoformat(), earliest=day, latest=day, precision="day")
        paragraph = 13 if hit else 1 + number % 12
        return Event.model_construct(
            id=f"e{number}",
            title=f"event {number}",
            type="SUPPORT" if hit else "ASSAULT",
            status="occurred" if hit else "planned",
            contexts=(),
            date=when,
            other_dates=(),
            participants=(pattern.participants[0].model_copy(update={"actor": "iran" if hit else "china"}),),
            citations=(pattern.citations[0].model_copy(update={"paragraph": paragraph}),),
            links=(),
        )

    relations = Relations(actors=(actors["iran"], actors["china"]))
    return Events(FamilyIndex("events", ((f"e{number}", event(number)) for number in range(size)), relations))


QUESTIONS: dict[str, Callable[[Any], Any]] = {
    "get": lambda e: [e.get("e500")] * ANSWER,
    "find": lambda e: [e.find("event 500")] * ANSWER,
    "involving": lambda e: e.involving("iran"),
    "involving in a role": lambda e: e.involving("iran", role="agent"),
    "between": lambda e: e.between("2020-06-01", "2020-06-01"),
    "on": lambda e: e.on("2020-06-01"),
    "cited_in": lambda e: e.cited_in(13),
    "of_type": lambda e: e.of_type("SUPPORT"),
    "actual": lambda e: e.actual,
    "chained": lambda e: e.involving("iran").cited_in(13).between("2020", "2020").of_type("SUPPORT"),
    "chained to a large group": lambda e: e.of_type("SUPPORT").with_status("planned", "occurred"),
}


@pytest.fixture(scope="module")
def several() -> list[Events]:
    """The same eight events among a thousand, ten thousand and a hundred thousand."""
    return [made(size) for size in SIZES]


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_cost_grows_with_the_answer(several: list[Events], name: str) -> None:
    """A hundred times the data may cost a few times as much, for the logarithms, never a hundred times."""
    ask = QUESTIONS[name]
    taken: list[float] = []
    for collection in several:
        assert len(ask(collection)) == ANSWER  # builds the index, which is paid once
        taken.append(min(timeit.repeat(lambda c=collection: ask(c), number=20, repeat=15)))
    assert taken[-1] < taken[0] * 8 + 200e-6, [f"{t / 20 * 1e6:.1f} µs" for t in taken]


def test_a_scan_would_be_noticed(several: list[Events]) -> None:
    """The bound of the test above does tell a scan: ``where`` reads every event, and exceeds it."""
    taken = [
        min(timeit.repeat(lambda c=c: c.where(lambda e: e.type == "SUPPORT"), number=1, repeat=3)) for c in several
    ]
    assert taken[-1] > taken[0] * 8 + 10e-6
