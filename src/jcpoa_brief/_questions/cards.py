"""A record as a card for notebooks: its fields, with names for ids and dates in words, and its checks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from .._html import Html, card
from .._load.loaded import checks
from .._model.dates import BriefDate
from .._model.event import Participant
from .._model.paragraph import Sentence
from .._model.record import Citation, Entry, in_reading_order
from .all_records import BY_ID, title_of


def _card_of(entry: Entry) -> Html:  # pyright: ignore[reportUnusedFunction]  # the base of all records asks for it
    """The card of a record or of a part of one."""
    record = BY_ID.get(str(getattr(entry, "id", "")))
    return card(title_of(record) if record else type(entry).__name__, _lines(entry))


def _lines(entry: Entry) -> Iterator[tuple[str, str]]:
    for field in in_reading_order(type(entry)):
        value: object = getattr(entry, field)
        yield field.replace("_", " "), str(value) if field == "id" else _said(value)
    found = [check for check in checks if check.about == getattr(entry, "id", None)]
    yield "checks", "; ".join(f"{check.aspect} {check.verdict}: {check.record_says}" for check in found)


def _said(value: object) -> str:
    """A value as a reader sees it."""
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        if parts and isinstance(parts[0], Sentence):
            return str(len(parts))
        separator = ", " if parts and isinstance(parts[0], Citation) else "; "
        return separator.join(dict.fromkeys(map(_said, parts)))
    if isinstance(value, BriefDate):
        return value.label
    if isinstance(value, Participant):
        return f"{_said(value.actor)} ({value.role})"
    if isinstance(value, str) and value in BY_ID:
        return title_of(BY_ID[value])
    return "" if value is None else str(value)
