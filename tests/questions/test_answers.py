"""Answers to questions are values: they can be kept, compared and sent, and the same question gets the same answer."""

from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields

import pytest

from jcpoa_brief import actors, article, events
from jcpoa_brief._cite.cite import cite
from jcpoa_brief._evaluate.evaluate import evaluate
from jcpoa_brief._questions.network import network
from jcpoa_brief._questions.related import related
from jcpoa_brief._questions.search import search
from jcpoa_brief._questions.selection import cited_in
from jcpoa_brief._questions.timeline import timeline
from jcpoa_brief.errors import InvalidPredictionsError, Problem, QueryTooLongError

ANSWERS: tuple[Callable[[], object], ...] = (
    lambda: cited_in(5),
    lambda: search("Iran")[0],
    lambda: related("iran")[0],
    lambda: related("iran")[0].reasons[0],
    lambda: timeline(events),
    lambda: timeline(events).entries[0],
    lambda: network(events),
    lambda: network(events).edges[0],
    lambda: cite(article),
    lambda: evaluate([(1, 0, 4)], actors),
    lambda: evaluate([(1, 0, 4)], actors).missed[0],
)
ASK = """
from jcpoa_brief import events, actors
from jcpoa_brief._questions.network import network
from jcpoa_brief._questions.related import related
from jcpoa_brief._questions.search import search
from jcpoa_brief._questions.selection import cited_in
from jcpoa_brief._questions.timeline import timeline
print(network(events).node_link(), network(events, directed=True).rows(), timeline(events, dates="record"))
print(*map(str, search("Iran")), *map(str, related("iran")), *map(str, related("jcpoa")), cited_in(5).rows(), sep="\\n")
"""


@pytest.mark.parametrize("ask", ANSWERS)
def test_answers_are_values(ask: Callable[[], object]) -> None:
    """They pickle, copy, compare and hash, and say what they are in a line or two."""
    answer = ask()
    assert ask() == answer
    assert hash(ask()) == hash(answer)
    assert pickle.loads(pickle.dumps(answer)) == answer
    assert copy.deepcopy(answer) == answer
    assert answer != "another thing"
    assert type(answer).__name__ in repr(answer)
    assert len(repr(answer)) < 600


@pytest.mark.parametrize("ask", ANSWERS)
def test_answers_cannot_be_changed(ask: Callable[[], object]) -> None:
    """Each field is frozen."""
    answer = ask()
    for field in fields(answer):  # type: ignore[arg-type]
        with pytest.raises(FrozenInstanceError):
            setattr(answer, field.name, None)


def test_the_same_question_gets_the_same_bytes() -> None:
    """Answers do not depend on the order in which a process keeps its sets."""
    said = {
        subprocess.run(
            [sys.executable, "-c", ASK], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
    assert said != {b""}


@pytest.mark.parametrize("error", [QueryTooLongError(2, 1), InvalidPredictionsError((Problem("predicted[0]", "no"),))])
def test_errors_travel_between_processes(error: Exception) -> None:
    """They pickle with their facts and their text."""
    sent = pickle.loads(pickle.dumps(error))
    assert str(sent) == str(error)
    assert vars(sent) == vars(error)
