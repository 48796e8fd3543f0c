"""The records that a person means by a name, an id or the name of a family, and how lists of records are printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, cast

from .. import article, lookup, paragraphs, related
from .._collections.relations import RECORD_NOUNS
from .._collections.table_columns import cited_paragraphs
from .._messages import near_misses
from .._model.actor import Actor
from .._model.dates import in_words
from .._model.families import FAMILIES, AnyRecord, FamilyName, RecordId
from .._model.ids import ParagraphNumber
from .._model.paragraph import Paragraph
from .._model.term import Term
from .._model.vocabulary import CheckVerdict
from .._questions.all_records import COLLECTIONS, family_of, place_in_article, status_mark, title_of
from .terminal import table
from .typed_values import id_named, paragraph_number

FAMILY_NAMES: Final[dict[str, FamilyName]] = {
    **{family: family for family in FAMILIES},
    "actor": "actors", "event": "events", "quote": "quotes", "quotation": "quotes", "quotations": "quotes",
    "term": "glossary", "terms": "glossary", "definition": "glossary", "definitions": "glossary",
    "figure": "figures", "numbers": "figures", "claim": "claims", "check": "checks", "source": "sources",
}  # fmt: skip
"""What people call a family, in small letters; no record is called so."""

VERDICT_NAMES: Final[dict[str, CheckVerdict]] = {
    **dict.fromkeys(("contradicts", "contradicted", "contradictions", "wrong", "false", "differ"), "differs"),
    **dict.fromkeys(("agree", "agreed", "confirmed", "right", "true"), "agrees"),
}
"""What people call a verdict, in small letters."""


def family_named(text: str) -> FamilyName | None:
    """The family that a person means; None for a word that names none."""
    return FAMILY_NAMES.get(text.casefold())


def record_named(text: str) -> AnyRecord | Paragraph:
    """A paragraph by its number, or a record by its id or by a name that only it has. Raises UnknownIdError."""
    number = paragraph_number(text)
    if number is not None:
        return paragraphs[cast("ParagraphNumber", number)]
    return lookup(cast("RecordId", id_named(text, *COLLECTIONS.values())))


def named_so(name: str, families: Sequence[FamilyName] = FAMILIES) -> list[AnyRecord]:
    """The records of some families with a name."""
    return [record for family in families for record in COLLECTIONS[family].find(name)]


def near_names(name: str) -> list[str]:
    """Names that look much like one that nobody has, each with the id of its record."""
    names = {known: record.id for family in COLLECTIONS.values() for record in family for known in record.names}
    return [f"  near: {known} ({names[known]})" for known in near_misses(name, names)]


def listing(records: Iterable[AnyRecord]) -> str:
    """The records in lines: the id, the family, what it is called, and its paragraphs."""
    return table((record.id, family_of(record), titled(record)) for record in records)


def titled(record: AnyRecord) -> str:
    """The title of a record in a list, with a mark of its status and the paragraphs that it cites."""
    return " ".join(filter(None, (title_of(record) + status_mark(record), cited_paragraphs(record))))


def namesakes(record: AnyRecord) -> list[AnyRecord]:
    """The other records that share a name with a record; sources, which share their publishers' names, have none."""
    names = {name.casefold() for name in record.names}
    return [
        one
        for family in FAMILIES
        if "sources" not in (family, family_of(record))
        for one in COLLECTIONS[family]
        if one is not record and not names.isdisjoint(map(str.casefold, one.names))
    ]


def how_to_see(record: AnyRecord) -> str:
    """What a record is, with the command that shows it."""
    return f"{RECORD_NOUNS[family_of(record)]} (jcpoa-brief show {record.id})"


def as_of() -> str:
    """The month that definitions, descriptions and notes are as of: they tell what came after the article too."""
    return f"as of {in_words(article.as_of)}"


def record_data(record: AnyRecord | Paragraph) -> dict[str, object]:
    """A record as plain data; a definition or description with the month that it is as of."""
    dated = {"as_of": article.as_of} if isinstance(record, Actor | Term) else {}
    return {**record.model_dump(mode="json"), **dated}


def about_list(records: Sequence[AnyRecord]) -> list[str]:
    """What is said below a list of records: as of when the definitions of terms are."""
    if any(isinstance(record, Term) for record in records):
        return [f"Definitions, which jcpoa-brief show ID prints, are {as_of()}, later than the article."]
    return []


def related_records(record: AnyRecord) -> list[AnyRecord]:
    """What a record refers to or is referred to by, family after family, in the article's order."""
    found = [one.record for one in related(record) if one.direct]
    return sorted(found, key=lambda one: (FAMILIES.index(family_of(one)), place_in_article(one)))
