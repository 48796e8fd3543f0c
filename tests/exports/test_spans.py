"""Spans as JSON Lines and DocBin, read by datasets and spaCy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from exports_shared import HOSTILE, MadeCopy, need

from jcpoa_brief import (
    Alignment,
    actors,
    checks,
    claims,
    digest_of,
    evaluate,
    events,
    export,
    figures,
    glossary,
    quotes,
)
from jcpoa_brief._evaluate.evaluate import label_of
from jcpoa_brief._exports import spans
from jcpoa_brief._model.families import Brief, cited_records
from jcpoa_brief._questions.all_records import family_of
from jcpoa_brief.types import CitedCollection


def placed(brief: Brief) -> list[tuple[str, str, str]]:
    """Every citation of every record that has a label."""
    return sorted(
        (record.id, place, citation.locator)
        for record in cited_records(brief)
        if label_of(record)
        for place, citation in record.all_citations()
    )


def lines(brief: Brief, copy: Any) -> list[dict[str, Any]]:
    """The lines, as JSON."""
    return [json.loads(line) for line in spans.write_jsonl(brief, copy).files[""].decode().split("\n") if line]


def test_every_citation_is_a_span(brief: Brief, made_copy: MadeCopy) -> None:
    """A line a paragraph, whose text is the copy's, and every citation once, at its place."""
    read = lines(brief, made_copy)
    assert [one["paragraph"] for one in read] == [part.number for part in brief.paragraphs]
    for one in read:
        assert made_copy.text[one["offset"] :].startswith(one["text"])
        for span in one["spans"]:
            assert span["citation"] == f"{one['paragraph']}:{span['start']}-{span['end']}"
    assert sorted((span["id"], span["field"], span["citation"]) for one in read for span in one["spans"]) == placed(
        brief
    )


def test_the_words_are_those_that_are_cited(brief: Brief, alignment: Alignment) -> None:
    """In a real copy each span's words have the digest of its citation."""
    digests = {
        (record.id, place): citation.digest
        for record in cited_records(brief)
        for place, citation in record.all_citations()
    }
    for one in lines(brief, alignment):
        for span in one["spans"]:
            words = one["text"][span["start"] : span["end"]]
            assert digest_of(words) == digests[span["id"], span["field"]]


def test_what_does_not_stand_in_the_copy_is_counted(brief: Brief, alignment: Alignment) -> None:
    """Half a copy gives the spans of that half."""

    class Half:
        text = alignment.text

        def find(self, citation: Any) -> Any:
            return alignment.find(citation) if citation.paragraph < 7 else None

    written = spans.write_jsonl(brief, Half())
    count = sum(len(one["spans"]) for one in lines(brief, Half()))
    assert count + written.left_out["citations that were not found in the copy"] == len(placed(brief))
    assert 0 < count < len(placed(brief))


@pytest.mark.parametrize("family", [actors, quotes, glossary, figures, claims, events.where(lambda event: event.type)])
def test_the_export_of_a_family_scores_perfectly(family: CitedCollection[Any], alignment: Alignment) -> None:
    """The labels are those that ``evaluate`` takes, and no checks lie over what they check."""
    made = export("spans", family, copy=alignment)
    read = [json.loads(line) for line in made.text.split("\n") if line]
    mine = [
        (line["offset"] + span["start"], line["offset"] + span["end"], span["label"])
        for line in read
        for span in line["spans"]
        if span["field"].startswith("citations")
    ]
    assert evaluate(alignment.spans(mine), family).f1 == 1
    assert {span["family"] for line in read for span in line["spans"]} == {family_of(family.first())}
    assert made.left_out["checks about the chosen records"] > 0


def test_checks_that_are_asked_for_are_spans(alignment: Alignment) -> None:
    """Who chooses checks gets theirs, by verdict; an event without a type has no label and is counted."""
    made = export("spans", [*checks.about("us-leaves-jcpoa"), events["dismay-at-refusal"]], copy=alignment)
    spans_made = [span for line in made.text.split("\n") if line for span in json.loads(line)["spans"]]
    assert {(span["family"], span["label"]) for span in spans_made} == {("checks", "agrees")}
    assert made.left_out["records without a label, as an event that no type fits"] == 1


@pytest.mark.filterwarnings("ignore")
def test_datasets_loads_the_lines(brief: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library that language models are trained with finds the same rows, hostile text in them."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    copy = MadeCopy(brief, " ".join(HOSTILE))
    (tmp_path / "x.jsonl").write_bytes(spans.write_jsonl(brief, copy).files[""])
    loaded = need("datasets").load_dataset(
        "json", data_files=str(tmp_path / "x.jsonl"), split="train", cache_dir=str(tmp_path / "cache")
    )
    assert list(loaded) == lines(brief, copy)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("words", ["Lorem ipsum dolor sit amet", " ".join(HOSTILE)], ids=["plain", "hostile"])
def test_spacy_reads_the_docbin(words: str, brief: Brief) -> None:
    """Every span is there, at its place or widened to whole tokens, and in the user data as it is."""
    spacy, tokens = need("spacy"), need("spacy.tokens")
    made_copy = MadeCopy(brief, words)
    written = spans.write_docbin(brief, made_copy)
    docs = list(tokens.DocBin().from_bytes(written.files[""]).get_docs(spacy.blank("en").vocab))
    read = lines(brief, made_copy)
    assert [doc.text for doc in docs] == [one["text"] for one in read]
    widened = 0
    for doc, one in zip(docs, read, strict=True):
        assert list(doc.user_data["spans"]) == one["spans"]
        for span, want in zip(doc.spans["sc"], one["spans"], strict=True):
            assert (span.label_, span.id_) == (want["label"], want["id"])
            cited = one["text"][want["start"] : want["end"]].strip()
            assert cited in one["text"][span.start_char : span.end_char]
            widened += (span.start_char, span.end_char) != (want["start"], want["end"])
    assert widened == written.left_out["exact ends of spans that cut a token, but in the user data"]
