"""Reads the data files and validates them. All errors are reported together, each with its place.

Every field of every record is validated whenever the data is loaded. The rules between records are not tried again on
files that are, byte for byte, those of SHA256SUMS: scripts/make_sums.py lists only files that keep all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from .._lazy import without_garbage_collection
from .._messages import did_you_mean, near_misses
from .._model.families import FILES, Brief
from ..errors import InvalidDataError, Problem
from .validator import validator_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def read_data(name: str) -> bytes:
    """A data file, named without its extension. The import system reads it, so it may be in a zip file."""
    return _read(f"{name}.json")


def _read(file: str) -> bytes:
    loader: Any = __spec__.loader  # pkgutil.get_data does the same, and would have to be imported first
    content: bytes = loader.get_data(str(Path(__file__).parent.parent / "data" / file))
    return content


@without_garbage_collection
def load(read: Callable[[str], bytes] = read_data) -> Brief:
    """All data, validated. Raises InvalidDataError, which lists all problems."""
    parts = {name: read(name) for name in FILES}
    try:
        brief: Brief = validator_of(Brief).validate_json(
            b"{" + b",".join(b'"%s":%s' % (name.encode(), part) for name, part in parts.items()) + b"}"
        )
    except ValidationError as error:
        raise InvalidDataError((*_no_json(parts), *map(_problem, error.errors(include_url=False)))) from None
    listed = _read("SHA256SUMS").decode().splitlines()
    if any(f"{sha256(part).hexdigest()}  {name}.json" not in listed for name, part in parts.items()):
        from .rules_between_records import problems  # noqa: PLC0415  # only data that was changed needs it

        found = problems(brief)
        if found:
            raise InvalidDataError(found)
    return brief


def _no_json(parts: dict[str, bytes]) -> Iterable[Problem]:
    """The files that are not JSON; pydantic reads them all as one text and cannot say which."""
    import json  # noqa: PLC0415  # only broken data needs it

    for name, part in parts.items():
        try:
            json.loads(part)
        except UnicodeDecodeError as error:
            yield Problem(f"{name}.json", f"byte {error.start} is not UTF-8")
        except json.JSONDecodeError as error:
            yield Problem(f"{name}.json", f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}")


def _problem(error: ErrorDetails) -> Problem:
    """A pydantic error with its place, such as ``events[3].date``; for an unknown word, with similar ones."""
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error["loc"]).lstrip(".") or "data"
    if error["type"] == "literal_error" and isinstance(error["input"], str):
        allowed = re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", ""))
        near = did_you_mean(near_misses(error["input"], allowed)[:1])
        hint = near or f"; want one of {len(allowed)} words, such as {allowed[0]!r}"
        return Problem(place, f"unknown {error['input']!r}{hint}")
    return Problem(place, error["msg"].removeprefix("Value error, "))
