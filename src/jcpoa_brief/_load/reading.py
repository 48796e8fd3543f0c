"""The one place that opens the data: everything is read, validated and built at once, when the first record is asked
for.

The work is done in the module's body: the lock that Python holds while it imports a module makes it safe however many
threads ask at once.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pydantic import ValidationError

from .._messages import did_you_mean, near_misses
from .._model.brief import FILES, Brief
from ..errors import InvalidDataError, Problem
from .consistency import problems
from .validator import validator_of

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

    from pydantic_core import ErrorDetails


def read_data(name: str) -> bytes:
    """One file of the package's data, without its ending, by what the package itself was loaded with: it may stand in a
    zip file.
    """
    loader = cast("ResourceLoader", __spec__.loader)  # pkgutil.get_data does the same, and is not imported by then
    return loader.get_data(str(Path(__file__).parent.parent / "data" / f"{name}.json"))


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Without the collector of garbage: it would go through tens of thousands of records that are all kept."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_nothing_to_collect()
def load(read: Callable[[str], bytes] = read_data) -> Brief:
    """The data, validated whole. Raises InvalidDataError, which lists everything that is wrong; nothing half-loaded is
    ever returned.
    """
    parts = {name: read(name) for name in FILES}
    try:
        brief: Brief = validator_of(Brief).validate_json(
            b"{" + b",".join(b'"%s":%s' % (name.encode(), part) for name, part in parts.items()) + b"}"
        )
    except ValidationError as error:
        raise InvalidDataError((*_broken(parts), *map(_explained, error.errors(include_url=False)))) from None
    found = problems(brief)
    if found:
        raise InvalidDataError(found)
    return brief


def _broken(parts: dict[str, bytes]) -> Iterable[Problem]:
    """The files that are not JSON at all, which pydantic cannot tell apart."""
    import json  # noqa: PLC0415  # only broken data needs it

    for name, part in parts.items():
        try:
            json.loads(part)
        except UnicodeDecodeError as error:
            yield Problem(f"{name}.json", f"byte {error.start} is not UTF-8")
        except json.JSONDecodeError as error:
            yield Problem(f"{name}.json", f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}")


def _explained(error: ErrorDetails) -> Problem:
    """A pydantic error with a place that a person finds and, for a word off a list, the words that are near."""
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error["loc"]).lstrip(".") or "data"
    if error["type"] == "literal_error" and isinstance(error["input"], str):
        allowed = re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", ""))
        near = did_you_mean(near_misses(error["input"], allowed)[:1])
        hint = near or f"; want one of {len(allowed)} words, such as {allowed[0]!r}"
        return Problem(place, f"unknown {error['input']!r}{hint}")
    return Problem(place, error["msg"].removeprefix("Value error, "))
