"""Bad data: everything that is wrong is reported at once, each with its place, and nothing is loaded."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import pytest

from jcpoa_brief._load.data_files import load, read_data
from jcpoa_brief._model.families import FILES
from jcpoa_brief.errors import InvalidDataError


def loaded(raw: dict[str, Any], change: Callable[[dict[str, Any]], None]) -> list[str]:
    """The problems that loading reports after a change of the data."""
    changed = json.loads(json.dumps(raw))
    change(changed)
    with pytest.raises(InvalidDataError) as caught:
        load(lambda name: json.dumps(changed[name]).encode())
    assert str(caught.value).startswith(f"the data has {len(caught.value.problems)} problem")
    return [str(problem) for problem in caught.value.problems]


def place(raw: dict[str, Any], family: str, name: str) -> int:
    """Where a record stands in its file."""
    return next(number for number, record in enumerate(raw[family]) if record["id"] == name)


def test_shipped_data_is_good() -> None:
    """The data as shipped has no problem."""
    assert set(load().__class__.model_fields) == set(FILES)


def test_unknown_id_names_the_near_one(raw: dict[str, Any]) -> None:
    """A dangling reference says where it is and what was probably meant."""
    at = place(raw, "events", "us-leaves-jcpoa")

    def change(data: dict[str, Any]) -> None:
        data["events"][at]["participants"][0]["actor"] = "donald-trumpp"

    assert loaded(raw, change) == [
        f"events[{at}].participants[0].actor: unknown 'donald-trumpp'; did you mean 'donald-trump'?"
    ]


def test_unknown_word_without_a_near_one_names_some(raw: dict[str, Any]) -> None:
    """A word off a list, like none on it, is told how many there are."""

    def change(data: dict[str, Any]) -> None:
        data["events"][0]["status"] = "zzz"

    assert loaded(raw, change) == ["events[0].status: unknown 'zzz'; want one of 6 words, such as 'occurred'"]


def test_everything_is_reported_at_once(raw: dict[str, Any]) -> None:
    """Three mistakes in three files are three problems."""

    def change(data: dict[str, Any]) -> None:
        data["actors"][0]["kind"] = 7
        data["quotes"][1]["colour"] = "green"
        del data["figures"][2]["value"]

    problems = loaded(raw, change)
    assert len(problems) == 3
    assert problems[0].startswith("actors[0].kind: ")
    assert problems[1] == "quotes[1].colour: Extra inputs are not permitted"
    assert problems[2] == "figures[2].value: Field required"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda d: d["quotes"][0]["citations"][0].update(digest="0" * 16),
            "does not fit any of its words: 'technical understanding'",
        ),
        (lambda d: d["quotes"][0]["citations"][0].update(digest="short"), "String should have at least 16 characters"),
        (
            lambda d: d["claims"][-1]["citations"][-1].update(end=99_999),
            "ends past paragraph 13, which has 446 characters",
        ),
        (lambda d: d["claims"][0]["citations"][0].update(paragraph=14), "citations[0].paragraph"),
        (lambda d: d["claims"][0]["citations"][0].update(end=0), "Input should be greater than 0"),
        (lambda d: d["claims"][0]["citations"][0].pop("digest"), "has no digest"),
        (lambda d: d["claims"].reverse(), "claims: records must be in the order of their first citation"),
        (lambda d: d["paragraphs"].reverse(), "paragraphs: want every number once and in order"),
        (lambda d: d["paragraphs"].pop(), "there is no paragraph 13"),
        (
            lambda d: d["retired"].update({"persia": "atlantis"}),
            "retired[persia]: its replacement 'atlantis' is no record",
        ),
        (lambda d: d["retired"].update({"iran": "china"}), "'iran' was retired and cannot be used again"),
        (lambda d: d["sources"][1].update(address=d["sources"][0]["address"]), "is listed 2 times"),
        (
            lambda d: d["sources"][1].update(id=d["sources"][0]["id"]),
            "is used 2 times; an id must be unique across all families",
        ),
        (
            lambda d: d["article"].update(finished="2021-02-30"),
            "article: cannot read '2021-02-30' as a date: 2021-02 has 28 days",
        ),
    ],
)
def test_what_does_not_hold_together_is_told(
    raw: dict[str, Any], change: Callable[[dict[str, Any]], None], said: str
) -> None:
    """A digest that does not fit, an offset past its paragraph, an id used twice: each names its place."""
    assert any(said in problem for problem in loaded(raw, change))


def test_a_citation_may_end_with_its_paragraph(raw: dict[str, Any]) -> None:
    """The end is exclusive: it may be the number of the paragraph's characters, and no more."""
    changed = json.loads(json.dumps(raw))
    last = changed["claims"][-1]["citations"][-1]
    last.update(end=446)
    assert load(lambda name: json.dumps(changed[name]).encode()).claims[-1].citations[-1].end == 446
    problems = loaded(raw, lambda d: d["claims"][-1]["citations"][-1].update(end=447))
    assert any("ends past paragraph 13" in problem for problem in problems)


def test_two_digests_for_the_same_words(raw: dict[str, Any]) -> None:
    """The same place cannot have two digests."""
    at = next(n for n, event in enumerate(raw["events"]) if event["trigger"] not in event["citations"])

    def change(data: dict[str, Any]) -> None:
        event = data["events"][at]
        event["links"] = [
            {
                "to": data["events"][at - 1]["id"],
                "kind": "concerns",
                "basis": "stated",
                "citations": [{**event["trigger"], "digest": "f" * 16}],
            }
        ]

    problems = loaded(raw, change)
    assert any("does not fit" in problem and problem.startswith(f"events[{at}]") for problem in problems)


@pytest.mark.parametrize(
    ("family", "field"),
    [("claims", "parent"), ("actors", "acts_for")],
)
def test_circles_are_refused(raw: dict[str, Any], family: str, field: str) -> None:
    """No reference is circular, however long the circle."""
    below = next(record for record in raw[family] if record.get(field))

    def change(data: dict[str, Any]) -> None:
        above = data[family][place(raw, family, below[field])]
        above[field] = below["id"]
        if family == "claims":
            above["relation"] = "supports"

    assert any("circular reference: following" in problem for problem in loaded(raw, change))


def test_self_references_are_refused(raw: dict[str, Any]) -> None:
    """A group is not its own member and an event is not linked to itself."""

    def change(data: dict[str, Any]) -> None:
        data["actors"][0]["members"] = [data["actors"][0]["id"]]
        data["events"][0]["links"] = [{"to": data["events"][0]["id"], "kind": "causes", "basis": "coder"}]

    problems = loaded(raw, change)
    assert any("a group cannot be its own member" in problem for problem in problems)
    assert any("an event cannot be linked to itself" in problem for problem in problems)


def test_sources_stand_best_grade_first(raw: dict[str, Any]) -> None:
    """A reader sees the strongest source first."""
    grades = {source["id"]: source["grade"] for source in raw["sources"]}
    at = next(n for n, check in enumerate(raw["checks"]) if len({grades[s] for s in check["sources"]}) > 1)

    def change(data: dict[str, Any]) -> None:
        data["checks"][at]["sources"].reverse()

    assert any("sources must be in the order of their grade" in problem for problem in loaded(raw, change))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'[{"id": }]', "quotes.json: not JSON: Expecting value at line 1, column 9"),
        (b"[\xff]", "quotes.json: byte 1 is not UTF-8"),
        (b"", "quotes.json: not JSON"),
    ],
)
def test_a_broken_file_is_named(content: bytes, said: str) -> None:
    """A file that is not JSON, or not text, is named with the place where it breaks."""
    with pytest.raises(InvalidDataError) as caught:
        load(lambda name: content if name == "quotes" else read_data(name))
    assert said in str(caught.value)


def test_a_missing_file_is_named() -> None:
    """A package that lost a file says which."""
    with pytest.raises(FileNotFoundError, match=r"nonsense\.json"):
        read_data("nonsense")


def test_nothing_is_half_loaded() -> None:
    """After a failed load no collection can be had, and the next attempt reports the same again."""
    program = """
import jcpoa_brief
import importlib.machinery
kept = importlib.machinery.SourceFileLoader.get_data
importlib.machinery.SourceFileLoader.get_data = lambda self, path: b"[]]" if "claims.json" in path else kept(self, path)
for _ in range(2):
    try:
        jcpoa_brief.events
    except jcpoa_brief.InvalidDataError as error:
        print(type(error).__name__, "claims.json" in str(error))
print("events" in vars(jcpoa_brief))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["InvalidDataError", "True", "InvalidDataError", "True", "False"]


def test_a_record_that_is_gone_is_told(raw: dict[str, Any]) -> None:
    """The types promise every id; a family that lacks one, or has two in each other's place, is not loaded."""
    said = "checks: its ids, or their order, are not those of their type: run scripts/make_ids.py"
    assert said in loaded(raw, lambda data: data["checks"].pop())
    assert len(loaded(raw, lambda data: data["events"].pop())) == 1
    swapped = loaded(raw, lambda data: data["checks"].insert(0, data["checks"].pop(1)))
    assert said in swapped


def test_an_empty_text_is_told(raw: dict[str, Any]) -> None:
    """A text that is there says something."""
    problems = loaded(raw, lambda data: data["sources"][0].update(shows=""))
    assert problems == ["sources[0].shows: String should have at least 1 character"]


@pytest.mark.parametrize("collecting", [True, False])
@pytest.mark.parametrize("broken", [False, True])
def test_loading_leaves_the_garbage_collector_as_it_was(collecting: bool, broken: bool) -> None:
    """The collector rests while the data is loaded, good or bad, and is given back on or off, as its owner had it."""
    was, during = gc.isenabled(), []

    def read(name: str) -> bytes:
        during.append(gc.isenabled())
        return b"[]]" if broken else read_data(name)

    (gc.enable if collecting else gc.disable)()
    try:
        with pytest.raises(InvalidDataError) if broken else nullcontext():
            load(read)
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if was else gc.disable)()
    assert set(during) == {False}


def test_what_a_program_froze_stays_frozen() -> None:
    """What is loaded becomes old for the garbage collector; what a program has kept from it is not given back."""
    gc.collect()
    load()
    assert gc.get_freeze_count() == 0
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        load()
        assert gc.get_freeze_count() > frozen * 0.9
    finally:
        gc.unfreeze()


def test_a_name_is_imported_while_no_garbage_is_collected() -> None:
    """The first name, which imports and loads everything, leaves the collector on."""
    seen = "import gc; from jcpoa_brief import events; print(gc.isenabled(), gc.get_freeze_count())"
    made = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert made.stdout.split() == ["True", "0"]
