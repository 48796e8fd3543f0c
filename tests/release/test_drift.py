"""No silent drift: what the last release promised still holds, or is named where a caller looks for it.

``released/`` is what ``scripts/record_release.py`` wrote down of the last release. What breaks a caller on purpose
stands in ``breaks.json`` with its reason, needs a new first number of the version, and is named in the change log.
"""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path
from typing import Any

import pytest
from drift import allows, gone_help, gone_ids, gone_names, raised, schema_changes

import jcpoa_brief
from record_release import helps, ids, schema, surface

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SOURCE = Path(jcpoa_brief.__file__).parent.parent
LOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
HEADING = re.search(r"^## (\d+\.\d+\.\d+) \((.*?)\), data (\d+\.\d+\.\d+)$", LOG, re.MULTILINE)


def released(name: str) -> Any:
    """One list of the last release."""
    return json.loads((HERE / f"released/{name}.json").read_text(encoding="utf-8"))


def planned(data: bool = False) -> str:
    """The version that is being made: the newest section of the change log is headed by it."""
    assert HEADING
    return HEADING[3 if data else 1]


BREAKS: dict[str, str] = json.loads((HERE / "breaks.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def now() -> dict[str, Any]:
    """The same lists of this tree."""
    return {"names": surface(SOURCE), "ids": ids(SOURCE), "schema": schema(SOURCE), "help": helps(SOURCE)}


@pytest.fixture(scope="module")
def broken(now: dict[str, Any]) -> list[str]:
    """What breaks a caller of the last release."""
    return [*gone_names(released("names"), now["names"]), *gone_help(released("help"), now["help"])]


def test_a_name_that_moved_still_works_and_warns() -> None:
    """Each name of the last release can still be imported; where it moved or is to go, a warning says so."""
    for name in (name for name in released("names") if "." not in name and name not in BREAKS):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert getattr(jcpoa_brief, name) is not None
        here = name in dir(jcpoa_brief)
        assert here or [one.category for one in caught] == [DeprecationWarning], name


def test_nothing_breaks_a_caller_unsaid(broken: list[str]) -> None:
    """What breaks a caller is named with its reason in breaks.json; what is named there does break."""
    assert sorted(broken) == sorted(BREAKS)


def test_what_breaks_raises_the_first_number_and_is_in_the_change_log() -> None:
    """Semantic versioning is kept: a break is a new major version, and the newest section tells of it."""
    section = LOG.partition(f"## {planned()}")[2].partition("\n## ")[0]
    assert not BREAKS or raised(released("versions")["version"], planned()) == "major"
    assert not BREAKS or "**breaking**" in section
    assert [name for name, why in BREAKS.items() if not why] == []


def test_no_id_goes_without_its_replacement(now: dict[str, Any]) -> None:
    """An id of the last release is there, or ``retired.json`` says what took its place."""
    assert list(gone_ids(released("ids"), now["ids"], dict(jcpoa_brief.retired_ids))) == []


def test_ids_and_schema_change_with_the_version_of_the_data(now: dict[str, Any]) -> None:
    """A withdrawn id and a schema that refuses older data are a major version, what is added a minor one."""
    number = raised(released("versions")["data_version"], planned(data=True))
    old, new = released("ids"), now["ids"]
    changes = [wanted for wanted, _ in schema_changes(released("schema"), now["schema"])]
    changes += ["major"] * (new["retired"] != old["retired"]) + ["minor"] * (new != old)
    assert [change for change in changes if not allows(number, change)] == []


def test_versions_are_those_of_the_change_log_once_released() -> None:
    """As long as a section is unreleased, the package may carry the last version or the next one."""
    assert HEADING
    last, this = (
        released("versions"),
        {"version": jcpoa_brief.__version__, "data_version": jcpoa_brief.__data_version__},
    )
    for name, number in (("version", planned()), ("data_version", planned(data=True))):
        assert this[name] == number or (HEADING[2] == "unreleased" and this[name] == last[name])


# Each rule is shown by breaking it once.


def test_a_name_that_goes_is_noticed(now: dict[str, Any]) -> None:
    """A function, a class, a member and a word of a closed list."""
    for name in ("search", "Events", "Events.involving"):
        assert list(gone_names({name: now["names"][name]}, {**now["names"], name: None})) == [name]  # type: ignore[dict-item]
    fewer = {"types.Status": ["'occurred'"]}
    assert list(gone_names({"Status": ["'occurred'", "'real'"]}, fewer)) == ["Status: 'real'"]


@pytest.mark.parametrize(
    ("was", "now", "fault"),
    [
        (["x: keyword-only, optional"], [], "takes no x"),
        (["x: keyword-only, optional"], ["x: keyword-only, required"], "wants x"),
        (["x: positional-only, required"], [], "takes no x by position"),
        (["x: positional or keyword, required"], ["x: keyword-only, required"], "takes x keyword-only"),
        ([], ["x: keyword-only, required"], "wants x, which is new"),
        (["x: positional-only, required"], "value", "was called"),
    ],
)
def test_a_parameter_that_changes_is_noticed(was: list[str], now: Any, fault: str) -> None:
    """A call that worked with the last release would fail."""
    (found,) = gone_names(
        {"f": was or ["y: keyword-only, optional"]}, {"f": now if was else [*now, "y: keyword-only, optional"]}
    )
    assert found.startswith(f"f(): {fault}")


def test_what_is_only_added_breaks_nobody() -> None:
    """A new name, an optional parameter, a new name for a parameter that is given by position."""
    old: dict[str, Any] = {"f": ["x: positional-only, required"]}
    assert not list(gone_names(old, {"f": ["z: positional-only, required", "y: keyword-only, optional"], "g": "value"}))


def test_an_id_that_is_renamed_is_noticed(now: dict[str, Any]) -> None:
    """An id that another takes the place of must be retired, and no retired id comes back."""
    old = released("ids")
    events = ["renamed", *now["ids"]["events"][1:]]
    assert list(gone_ids(now["ids"], {**now["ids"], "events": events}, dict.fromkeys(now["ids"]["retired"], "x"))) == [
        f"events: {now['ids']['events'][0]}"
    ]
    assert list(gone_ids({"events": ["a"]}, {"events": ["b"]}, {"a": "b"})) == []
    assert list(gone_ids({"events": ["a"]}, {"events": ["a", "b"]}, {"a": "b"})) == ["a is retired and used again"]
    assert list(gone_ids({"retired": ["a"]}, {"events": ["b"]}, {})) == ["a is no longer among the retired"]
    assert len(old["events"]) > 50


def test_a_schema_that_changes_is_noticed() -> None:
    """What is taken away or newly required wants a major version, what is added a minor one."""
    old = released("schema")
    event = old["$defs"]["Event"]
    without = {**old, "$defs": {**old["$defs"], "Event": {**event, "properties": {}}}}
    assert {number for number, _ in schema_changes(old, without)} == {"major"}
    assert {number for number, _ in schema_changes(without, old)} == {"minor"}
    required = {**old, "$defs": {**old["$defs"], "Event": {**event, "required": [*event["required"], "new"]}}}
    assert list(schema_changes(old, required)) == [("major", "/$defs/Event/required has 'new'")]
    assert list(schema_changes(old, old)) == []


def test_a_command_line_that_changes_is_noticed(now: dict[str, Any]) -> None:
    """A command, an option, an exit code."""
    assert list(gone_help({"": ["check", "--version"]}, {"": ["check"]})) == ["jcpoa-brief --version"]
    assert list(gone_help({"verify": ["--json", "3"]}, {"verify": ["--json"]})) == ["verify 3"]
    assert "--help" in now["help"][""]


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        ("1.1.0", "2.0.0", "major"),
        ("1.1.0", "1.2.0", "minor"),
        ("1.1.0", "1.1.1", "patch"),
        ("1.1.0", "1.1.0", "none"),
        ("1.1.0", "1.0.9", "lowered"),
    ],
)
def test_which_number_goes_up(old: str, new: str, number: str) -> None:
    """A version that goes down allows nothing."""
    assert raised(old, new) == number
    assert allows(number, "none") == (number != "lowered")
    assert allows("minor", "patch")
    assert not allows("minor", "major")
