"""The one place that opens the data: everything is read, validated and built at once, when the first record is asked
for.

The work is done in the module's body: the lock that Python holds while it imports a module makes it safe however many
threads ask at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pkgutil import get_data
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import ValidationError

from ._actors import Actor, Actors
from ._article import Article
from ._checks import Check, Checks, date_checks
from ._claim import Claim
from ._claims import Claims
from ._consistency import problems
from ._dates import DateRange, read_edtf
from ._event import Event
from ._events import Events
from ._figures import Figure, Figures
from ._glossary import Glossary, Term
from ._index import FamilyIndex
from ._near import near_misses
from ._paragraphs import Paragraph, Paragraphs
from ._quotes import Quote, Quotes
from ._record import Entry
from ._relations import Relations
from ._sources import Source, Sources
from ._validator import validator_of
from .errors import InvalidDataError, Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Keyed = TypeVar("Keyed", Actor, Event, Quote, Term, Figure, Claim, Check, Source)


class Brief(Entry, frozen=True):
    """The whole data: one field for each file of ``data/``."""

    article: Article
    """What is known of the article."""
    paragraphs: tuple[Paragraph, ...]
    """Its paragraphs."""
    actors: tuple[Actor, ...]
    """Who acts."""
    events: tuple[Event, ...]
    """What happens."""
    quotes: tuple[Quote, ...]
    """What stands in quotation marks."""
    glossary: tuple[Term, ...]
    """What a newcomer would look up."""
    figures: tuple[Figure, ...]
    """Numbers and quantities."""
    claims: tuple[Claim, ...]
    """What is claimed."""
    checks: tuple[Check, ...]
    """Where article and record agree and part."""
    sources: tuple[Source, ...]
    """What the record was read from."""
    retired: dict[str, str]
    """Ids that were withdrawn, each with the one to use instead."""


FILES: Final = tuple(Brief.model_fields)
FAMILIES: Final = ("actors", "events", "quotes", "glossary", "figures", "claims", "checks", "sources")


def read_data(name: str) -> bytes:
    """One file of the package's data, without its ending."""
    return get_data("jcpoa_brief", f"data/{name}.json") or b""


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
        near = near_misses(error["input"], allowed)
        wanted = f"did you mean {near[0]!r}?" if near else f"want one of {len(allowed)} words, such as {allowed[0]!r}"
        return Problem(place, f"unknown {error['input']!r}; {wanted}")
    return Problem(place, error["msg"].removeprefix("Value error, "))


def relations_of(brief: Brief) -> Relations:
    """What the families' filters need to know of each other."""
    ids = {name: tuple(record.id for record in getattr(brief, name)) for name in FAMILIES}
    verdicts: dict[str, list[tuple[str, str]]] = {}
    for check in brief.checks:
        verdicts.setdefault(check.about, []).append((check.aspect, check.verdict))
    return Relations(
        ids=ids,
        retired=brief.retired,
        acts_for={actor.id: actor.acts_for for actor in brief.actors if actor.acts_for is not None},
        members={actor.id: actor.members for actor in brief.actors if actor.members},
        grades={source.id: source.grade for source in brief.sources},
        record_dates=_record_dates(brief),
        finished=read_edtf(brief.article.finished).latest,
        verdicts={about: tuple(found) for about, found in verdicts.items()},
    )


def _record_dates(brief: Brief) -> dict[str, DateRange]:
    """The record's date of each event that it dates."""
    dated = date_checks(brief.checks, {event.id: event.actual for event in brief.events})
    return {event: read_edtf(several[0].date or "") for event, several in dated.items()}


def _index(name: str, entries: tuple[Keyed, ...]) -> FamilyIndex[Keyed]:
    return FamilyIndex(name, ((entry.id, entry) for entry in entries), _relations)


_loaded: Final = load()
_relations: Final = relations_of(_loaded)

article: Article = _loaded.article
"""What is known of the article, and what is not."""
paragraphs: Paragraphs = Paragraphs(
    FamilyIndex("paragraphs", ((part.number, part) for part in _loaded.paragraphs), _relations)
)
"""Its thirteen paragraphs: place, size, digests and gist."""
actors: Actors = Actors(_index("actors", _loaded.actors))
"""Who acts, with all mentions."""
events: Events = Events(_index("events", _loaded.events))
"""What happens, and what is planned, threatened or only thought of."""
quotes: Quotes = Quotes(_index("quotes", _loaded.quotes))
"""What stands in quotation marks."""
glossary: Glossary = Glossary(_index("glossary", _loaded.glossary))
"""What a reader new to the subject would look up."""
figures: Figures = Figures(_index("figures", _loaded.figures))
"""Numbers and quantities."""
claims: Claims = Claims(_index("claims", _loaded.claims))
"""What is claimed, as one argument."""
checks: Checks = Checks(_index("checks", _loaded.checks))
"""Where the article and the independent record agree and part."""
sources: Sources = Sources(_index("sources", _loaded.sources))
"""What the record was read from."""
retired_ids: Mapping[str, str] = MappingProxyType(_loaded.retired)
"""Ids that were withdrawn, each with the one to use instead."""
