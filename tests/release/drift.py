"""What a release may not do without saying so: each rule gives the changes that break a caller, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Surface = dict[str, str | list[str]]


def gone_names(old: Surface, new: Surface) -> Iterator[str]:
    """Public names, members, words of closed lists and parameters that a caller can no longer use as before."""
    for name, was in old.items():
        now = new.get(name, new.get(f"types.{name}", new.get(f"errors.{name}")))
        if now is None:
            if name.partition(".")[0] in new or "." not in name:  # of a class that is gone, the class is named alone
                yield name
        elif isinstance(was, list) and was and was[0].startswith("'"):
            yield from (f"{name}: {word}" for word in was if word not in now)
        elif isinstance(was, list):
            yield from (f"{name}(): {fault}" for fault in _gone_parameters(was, now))


def _gone_parameters(was: list[str], now: str | list[str]) -> Iterator[str]:
    if isinstance(now, str):
        yield "was called"
        return
    kept = {line.partition(":")[0]: line.partition(": ")[2] for line in now}
    for place, line in enumerate(was):
        name, _, said = line.partition(": ")
        kind, _, need = said.partition(", ")
        if kind == "positional-only":
            if place >= len(now) or "positional" not in now[place]:
                yield f"takes no {name} by position"
        elif name not in kept:
            yield f"takes no {name}"
        elif kind not in (now_kind := kept[name].partition(", ")[0]) and now_kind != "positional or keyword":
            yield f"takes {name} {now_kind}, not {kind}"
        elif need == "optional" and kept[name].endswith("required"):
            yield f"wants {name}"
    known = {line.partition(":")[0] for line in was}
    for place, line in enumerate(now):
        renamed = "positional-only" in line and place < len(was)
        if line.endswith("required") and "variadic" not in line and line.partition(":")[0] not in known and not renamed:
            yield f"wants {line.partition(':')[0]}, which is new"


def gone_ids(old: dict[str, list[str]], new: dict[str, list[str]], retired: dict[str, str]) -> Iterator[str]:
    """Ids that neither stand in their family nor were retired, retired ones that are forgotten or used again."""
    for family, names in old.items():
        if family == "retired":
            yield from (f"{name} is no longer among the retired" for name in names if name not in retired)
        else:
            yield from (
                f"{family}: {name}" for name in names if name not in new.get(family, ()) and name not in retired
            )
    used = {name for family, names in new.items() if family != "retired" for name in names}
    yield from (f"{name} is retired and used again" for name in sorted(used & set(retired)))


def schema_changes(old: Any, new: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Each change of the schema, with the number of the data's version that it raises: major, minor or patch."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted(old.keys() | new.keys()):
            inner = f"{place}/{key}"
            if key == "$id":
                continue
            if key not in new:
                yield "major", f"{inner} is gone"
            elif key not in old:
                yield "minor", f"{inner} is new"
            else:
                yield from schema_changes(old[key], new[key], inner)
    elif isinstance(old, list) and isinstance(new, list):
        yield from (("major", f"{place} has no {one!r}") for one in old if one not in new)
        number = "major" if place.endswith("/required") else "minor"
        yield from ((number, f"{place} has {one!r}") for one in new if one not in old)
    elif old != new:
        yield "major", f"{place} was {old!r}"


def gone_help(old: dict[str, list[str]], new: dict[str, list[str]]) -> Iterator[str]:
    """Commands, options and exit codes that the command line no longer names."""
    for command, words in old.items():
        if command not in new:
            continue  # its absence shows among the words of the command line itself
        yield from (f"{command or 'jcpoa-brief'} {word}" for word in words if word not in new[command])


def raised(old: str, new: str) -> str:
    """Which number of a version went up: major, minor, patch, or none."""
    before, after = ([int(part) for part in version.split(".")] for version in (old, new))
    for name, was, now in zip(("major", "minor", "patch"), before, after, strict=True):
        if was != now:
            return name if now > was else "lowered"
    return "none"


def allows(number: str, wanted: str) -> bool:
    """Whether raising one number of a version is enough for a change that wants another."""
    ranks = ("none", "patch", "minor", "major")
    return number in ranks and ranks.index(number) >= ranks.index(wanted)
