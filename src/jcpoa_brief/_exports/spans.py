"""Spans over the text of a reader's copy, for language technology: JSON Lines, and a DocBin written by spaCy. Their
labels are those that ``evaluate`` takes: a record's kind, type, category, unit or verdict.

The output contains the text of the copy, which belongs to the reader and must not be passed on.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from .._align.alignment import Alignment
from .._evaluate.evaluate import label_of
from .._model.families import Brief, cited_records
from .._model.paragraph import Paragraph
from .._model.record import Citation
from .._questions.all_records import family_of
from ..errors import CopyError
from .exported_records import Written, one_file
from .formats import library


class _Span(NamedTuple):
    """A citation in the text of its paragraph."""

    start: int
    end: int
    label: str
    family: str
    id: str
    field: str
    citation: str


class _Text(NamedTuple):
    """The text of a paragraph in the copy, with the citations in it."""

    paragraph: int
    start: int
    text: str
    spans: tuple[_Span, ...]


def _texts(brief: Brief, copy: Alignment) -> tuple[list[_Text], dict[str, int]]:
    """The paragraphs as far as the copy has them, and how many records and citations are left out."""
    found: dict[int, list[_Span]] = {}
    lost = bare = 0
    for record in cited_records(brief):
        label = label_of(record)
        bare += label is None
        for place, citation in record.all_citations() if label else ():
            span = copy.find(citation)
            lost += span is None
            if span is not None and label:
                start, end = span
                one = _Span(start, end, label, family_of(record), record.id, place, citation.locator)
                found.setdefault(citation.paragraph, []).append(one)
    if lost and not found:
        raise CopyError(copy.text[:40], "nothing of what is exported was found in it")
    texts = [_text(part, found[part.number], copy) for part in brief.paragraphs if part.number in found]
    return texts, {
        "sources, which cite nothing": len(brief.sources),
        "records without a label, as an event that no type fits": bare,
        "citations that were not found in the copy": lost,
    }


def _text(part: Paragraph, found: list[_Span], copy: Alignment) -> _Text:
    """A paragraph, from the first to the last of its sentences and citations that were found in the copy."""
    sentences = [
        copy.find(Citation(paragraph=part.number, start=sentence.start, end=sentence.end))
        for sentence in part.sentences
    ]
    places = [*(place for place in sentences if place is not None), *(one[:2] for one in found)]
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    spans = sorted(one._replace(start=one.start - start, end=one.end - start) for one in found)
    return _Text(part.number, start, copy.text[start:end], tuple(spans))


def write_jsonl(brief: Brief, copy: Alignment) -> Written:
    """A line for each paragraph: its text, its number, where it starts in the copy, and its spans."""
    texts, left_out = _texts(brief, copy)
    lines = [
        json.dumps(
            {
                "text": one.text,
                "paragraph": one.paragraph,
                "offset": one.start,
                "spans": [span._asdict() for span in one.spans],
            },
            ensure_ascii=False,
        )
        for one in texts
    ]
    return one_file("".join(f"{line}\n" for line in lines), left_out)


def write_docbin(brief: Brief, copy: Alignment) -> Written:
    """A document for each paragraph, its spans in the span group ``sc``. A span that cuts a token is widened;
    the document's user data has every span as it is.
    """
    spacy, tokens = library("spacy", "docbin"), library("spacy.tokens", "docbin")
    texts, left_out = _texts(brief, copy)
    nlp = spacy.blank("en")
    docs: list[Any] = []
    widened = 0
    for one in texts:
        doc = nlp.make_doc(one.text)
        spans: list[Any] = []
        for span in one.spans:
            made = doc.char_span(span.start, span.end, label=span.label, span_id=span.id, alignment_mode="expand")
            widened += (made.start_char, made.end_char) != (span.start, span.end)
            spans.append(made)
        doc.spans["sc"] = spans
        doc.user_data["paragraph"] = one.paragraph
        doc.user_data["offset"] = one.start
        doc.user_data["spans"] = [span._asdict() for span in one.spans]
        docs.append(doc)
    content: bytes = tokens.DocBin(docs=docs, store_user_data=True).to_bytes()
    return Written({"": content}, {**left_out, "exact ends of spans that cut a token, but in the user data": widened})
