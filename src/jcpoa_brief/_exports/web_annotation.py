"""W3C Web Annotations in JSON-LD, one for each citation of each record, in a collection of one page.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017. Without a copy the target is the article's
body as plain text, the paragraphs in normal form, one a line; it is selected by that line and the place in it
(RFC 5147), and by the place in the whole. Bound to a copy, the target is the article's page, selected by the copy's
words and by their place in the copy.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any, Final

from .._align.alignment import Alignment
from .._model.event import Event
from .._model.families import Brief, CitedRecord, cited_records
from .._model.record import Citation
from .._questions.all_records import family_of
from .._questions.timeline import entry_of
from .exported_records import Written, as_json, one_file
from .record_summaries import description

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_LINES: Final = "http://tools.ietf.org/rfc/rfc5147"
_RIGHTS: Final = "https://creativecommons.org/licenses/by/4.0/"
_WIKIDATA: Final = "http://www.wikidata.org/entity/"
_AROUND: Final = 32  # characters of the copy on either side of a quotation
_MOTIVATIONS: Final = {
    "actors": "identifying",
    "events": "describing",
    "quotes": "highlighting",
    "glossary": "linking",
    "figures": "describing",
    "claims": "describing",
    "checks": "commenting",
}


def write(brief: Brief, copy: Alignment | None = None) -> Written:
    """The collection, bound to a copy if there is one."""
    items: list[dict[str, Any]] = []
    lost = 0
    for record in cited_records(brief):
        bodies = _bodies(record, brief)
        for place, citation in record.all_citations():
            target = _unbound(citation, brief) if copy is None else _bound(citation, brief, copy)
            lost += target is None
            if target is not None:
                items.append({**_frame(record, place, citation, brief), "body": bodies, "target": target})
    name = "urn:jcpoa-brief:annotations" + ("" if copy is None else ":bound")
    content = {
        "@context": _CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": f"The annotation of: {brief.article.title}",
        "created": _midnight(brief),
        "creator": _creator(brief),
        "rights": _RIGHTS,
        "total": len(items),
        "first": {"id": f"{name}:page-1", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items},
        "last": f"{name}:page-1",
    }
    left_out = {"sources, which cite nothing": len(brief.sources), "citations that were not found in the copy": lost}
    return one_file(as_json(content), left_out)


def _midnight(brief: Brief) -> str:
    return f"{brief.article.data_date}T00:00:00Z"


def _creator(brief: Brief) -> dict[str, str]:
    version = brief.article.data_version
    return {"id": f"urn:jcpoa-brief:data:{version}", "type": "Software", "name": f"jcpoa-brief, data {version}"}


def _frame(record: CitedRecord, place: str, citation: Citation, brief: Brief) -> dict[str, Any]:
    """An annotation without its bodies and its target."""
    field = re.sub(r"\W+", "-", place).strip("-")
    return {
        "id": f"urn:jcpoa-brief:annotation:{record.id}:{field}:{citation.locator}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[family_of(record)],
        "created": _midnight(brief),
        "creator": _creator(brief)["id"],
        "rights": _RIGHTS,
    }


def _bodies(record: CitedRecord, brief: Brief) -> list[dict[str, Any]]:
    """The record's family as a tag, the record itself in one line, and its Wikidata item if it has one."""
    when = entry_of(record) if isinstance(record, Event) else None
    text = {"type": "TextualBody", "format": "text/plain", "language": "en"}
    item = getattr(record, "wikidata", None)
    named = [f"urn:jcpoa-brief:record:{record.id}", *([f"{_WIKIDATA}{item}"] if item else [])]
    return [
        {**text, "value": family_of(record), "purpose": "tagging"},
        {**text, "value": description(record, brief, when), "purpose": "describing"},
        *({"type": "SpecificResource", "source": name, "purpose": "identifying"} for name in named),
    ]


def _unbound(citation: Citation, brief: Brief) -> dict[str, Any]:
    """The citation's place in the article's body as plain text: in its line, and in the whole."""
    starts = accumulate((part.characters + 1 for part in brief.paragraphs), initial=0)
    start = dict(zip((part.number for part in brief.paragraphs), starts, strict=False))[citation.paragraph]
    line = {
        "type": "FragmentSelector",
        "conformsTo": _LINES,
        "value": f"line={citation.paragraph - 1},{citation.paragraph}",
        "refinedBy": {"type": "TextPositionSelector", "start": citation.start, "end": citation.end},
    }
    whole = {"type": "TextPositionSelector", "start": start + citation.start, "end": start + citation.end}
    source = {
        "id": "urn:jcpoa-brief:article:text",
        "type": "Text",
        "format": "text/plain",
        "language": brief.article.language,
        "via": brief.article.address,
    }
    return {"source": source, "selector": [line, whole]}


def _bound(citation: Citation, brief: Brief, copy: Alignment) -> dict[str, Any] | None:
    """The citation's words in the copy, with their context; None if they were not found."""
    found = copy.find(citation)
    if found is None:
        return None
    start, end = found
    quote = {
        "type": "TextQuoteSelector",
        "exact": copy.text[start:end],
        "prefix": copy.text[max(start - _AROUND, 0) : start],
        "suffix": copy.text[end : end + _AROUND],
    }
    return {
        "source": brief.article.address,
        "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
    }
