"""Web Annotations, held to the W3C's own assertions, resolved in a page, and read as linked data."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from exports_shared import MadeCopy, missing, need, script_safe, wait

from jcpoa_brief import Alignment
from jcpoa_brief._exports import web_annotation
from jcpoa_brief._exports.record_summaries import description
from jcpoa_brief._model.event import Event
from jcpoa_brief._model.families import Brief, cited_records
from jcpoa_brief._questions.timeline import entry_of
from jcpoa_brief._text import full_digest, normal


def collection(brief: Brief, copy: Any = None) -> dict[str, Any]:
    """The collection, read back."""
    content: dict[str, Any] = json.loads(web_annotation.write(brief, copy).files[""])
    return content


def schemas() -> Path:
    """The folder of the W3C's schemas."""
    folder = os.environ.get("JCPOA_BRIEF_SCHEMAS")
    if not folder:
        missing("needs the W3C's schemas: set JCPOA_BRIEF_SCHEMAS to the folder that has web-annotation/")
    return Path(str(folder)) / "web-annotation"


@cache
def assertions(test: str) -> list[tuple[str, bool, Any]]:
    """The MUST assertions of a test of the W3C's suite: name, whether it is to hold, and its validator."""
    jsonschema, referencing = need("jsonschema"), need("referencing")
    folder = schemas()
    resources = [
        (path.name, referencing.Resource.from_contents(
            json.loads(path.read_text(encoding="utf-8")), need("referencing.jsonschema").DRAFT4
        ))
        for path in (folder / "definitions").glob("*.json")
    ]  # fmt: skip
    registry = referencing.Registry().with_resources(resources)
    found = []
    for name in json.loads((folder / test).read_text(encoding="utf-8"))["assertions"]:
        schema = json.loads((folder / name).read_text(encoding="utf-8"))
        validator = jsonschema.Draft4Validator({**schema, "id": ""}, registry=registry)
        found.append((name, schema["expectedResult"] == "valid", validator))
    return found


@pytest.mark.parametrize("bound", [False, True])
def test_the_w3c_s_assertions_hold(bound: bool, brief: Brief, made_copy: MadeCopy) -> None:
    """An annotation of every shape and the collection meet every MUST of the test suite."""
    made = collection(brief, made_copy if bound else None)
    wanted = assertions("annotations/annotationMusts.test")
    assert len(wanted) > 50
    shapes: dict[str, dict[str, Any]] = {}
    for item in made["first"]["items"]:
        shapes.setdefault(re.sub(r'"[^"]*"|\d+', "", json.dumps(item)) + item["motivation"], item)
    for item in shapes.values():
        one = {"@context": made["@context"], **item}
        assert [name for name, valid, validator in wanted if validator.is_valid(one) != valid] == []
    for name, valid, validator in assertions("collections/collectionMusts.test"):
        assert validator.is_valid(made) == valid, name


def test_every_record_and_citation_is_annotated(brief: Brief) -> None:
    """Read back, the annotations are every citation of every record, each once."""
    read = []
    for item in collection(brief)["first"]["items"]:
        line, whole = item["target"]["selector"]
        number = int(line["value"].rpartition(",")[2])
        place = line["refinedBy"]
        assert whole["end"] - whole["start"] == place["end"] - place["start"]
        _, _, _, record, field, *_ = item["id"].split(":")
        read.append((record, field, f"{number}:{place['start']}-{place['end']}"))
    wanted = [
        (record.id, re.sub(r"\W+", "-", place).strip("-"), citation.locator)
        for record in cited_records(brief)
        for place, citation in record.all_citations()
    ]
    assert read == wanted
    assert len({item["id"] for item in collection(brief)["first"]["items"]}) == len(wanted)


def test_hostile_texts_come_back(hostile: Brief) -> None:
    """A body says of a record what the brief says."""
    bodies = {item["id"].split(":")[3]: item["body"][1]["value"] for item in collection(hostile)["first"]["items"]}
    for record in cited_records(hostile):
        when = entry_of(record) if isinstance(record, Event) else None
        assert bodies[record.id] == description(record, hostile, when)


PAGE = """
import * as dom from '@apache-annotator/dom';
const position = dom.createTextPositionSelectorMatcher, quote = dom.createTextQuoteSelectorMatcher;
window.resolve = async selectors => {
  const scope = document.getElementById('text'), out = [];
  for (const one of selectors) {
    const matcher = one.type === 'TextQuoteSelector' ? quote(one) : position(one), found = [];
    for await (const range of matcher(scope)) found.push(range.toString());
    out.push(found);
  }
  return out;
};
"""


@pytest.fixture(scope="session")
def resolve(
    page: Callable[[str], Any], packages: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, list[Any]], list[list[str]]]:
    """Resolves selectors by Apache Annotator, in a page that shows a text."""
    packages("@apache-annotator/dom")
    folder = tmp_path_factory.mktemp("annotator")
    (folder / "page.mjs").write_text(PAGE, encoding="utf-8")
    bundle = folder / "bundle.js"
    subprocess.run(
        [packages("esbuild") / "bin" / "esbuild", folder / "page.mjs", "--bundle", f"--outfile={bundle}"],
        check=True,
        capture_output=True,
    )

    def resolved(text: str, selectors: list[Any]) -> list[list[str]]:
        driver = page(
            f"<pre id=text></pre><script src='{bundle.as_uri()}'></script><script>"
            f"document.getElementById('text').textContent = {script_safe(text)};"
            f"resolve({script_safe(selectors)}).then(out => {{ window.out = out; document.title = 'done' }},"
            "error => { document.title = 'failed: ' + error })</script>"
        )
        wait(driver)
        found: list[list[str]] = driver.execute_script("return window.out")
        return found

    return resolved


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_apache_annotator_finds_the_words_of_a_bound_copy(
    brief: Brief, alignment: Alignment, resolve: Callable[[str, list[Any]], list[list[str]]]
) -> None:
    """In a page with the copy both selectors of an annotation lead to the same words; every seventh is tried."""
    items = collection(brief, alignment)["first"]["items"][::7]
    quotes = [item["target"]["selector"][0] for item in items]
    positions = [item["target"]["selector"][1] for item in items]
    exact = [quote["exact"] for quote in quotes]
    assert resolve(alignment.text, positions) == [[words] for words in exact]
    assert [words in found for words, found in zip(exact, resolve(alignment.text, quotes), strict=True)] == [
        True
    ] * len(exact)


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_unbound_positions_lead_to_the_cited_words(
    brief: Brief, alignment: Alignment, resolve: Callable[[str, list[Any]], list[list[str]]]
) -> None:
    """In a page with the body as plain text, a paragraph a line, an unbound annotation finds the words of its
    citation, by its place in the whole and by that in its line.
    """
    blocks = {full_digest(block): block for block in map(normal, alignment.text.split("\n\n"))}
    body = [blocks[part.sha256] for part in brief.paragraphs]
    items = collection(brief)["first"]["items"][::7]
    selectors = [item["target"]["selector"] for item in items]
    wanted = []
    for line, _ in selectors:
        number = int(line["value"].rpartition(",")[2])
        wanted.append([body[number - 1][line["refinedBy"]["start"] : line["refinedBy"]["end"]]])
    assert resolve("\n".join(body), [whole for _, whole in selectors]) == wanted


def test_a_json_ld_processor_reads_it(brief: Brief) -> None:
    """PyLD expands it with the W3C's context: every annotation is typed, has its target and no relative address."""
    jsonld = need("pyld.jsonld")
    context = json.loads((schemas() / "anno.jsonld").read_text(encoding="utf-8"))

    def loader(url: str, _: Any) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

    made = collection(brief)
    made["first"]["items"] = made["first"]["items"][:60]
    (expanded,) = jsonld.expand(made, {"documentLoader": loader})
    oa = "http://www.w3.org/ns/oa#"
    first = expanded["http://www.w3.org/ns/activitystreams#first"]
    items = next(value for key, value in first[0].items() if key.endswith("#items"))[0]["@list"]
    assert len(items) == 60
    for item, source in zip(items, made["first"]["items"], strict=True):
        assert item["@type"] == [oa + "Annotation"]
        assert item[oa + "motivatedBy"] == [{"@id": oa + source["motivation"]}]
        assert len(item[oa + "hasTarget"][0][oa + "hasSelector"]) == 2
        assert len(item[oa + "hasBody"]) == len(source["body"])
    assert not re.search(r'"@id": "(?!https?:|urn:)', json.dumps(expanded))


def test_what_does_not_stand_in_the_copy_is_left_out_and_counted(brief: Brief, made_copy: MadeCopy) -> None:
    """An annotation is bound to words that are there: of a copy that lacks a paragraph, the others' are written."""

    class Torn(MadeCopy):
        """A copy without the fifth paragraph."""

        def find(self, citation: Any) -> Any:
            return None if citation.paragraph == 5 else super().find(citation)

    whole = web_annotation.write(brief, made_copy)
    torn = web_annotation.write(brief, Torn(brief))
    (lost,) = (count for what, count in torn.left_out.items() if "copy" in what)
    items = [len(json.loads(made.files[""])["first"]["items"]) for made in (whole, torn)]
    assert lost > 0
    assert items[0] - items[1] == lost
