"""The Markdown fact sheet, read by a CommonMark parser, and the Anki cards, read by the rules of Anki's manual."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from exports_shared import need, one_line

from jcpoa_brief import article, checks, cite, export, glossary, sources
from jcpoa_brief._cite.styles import STYLES
from jcpoa_brief._exports import anki, bibliography, markdown
from jcpoa_brief._exports.bibliography import in_order
from jcpoa_brief._model.families import Brief


def tokens(text: str) -> list[Any]:
    """The document as a CommonMark parser sees it."""
    return list(need("markdown_it").MarkdownIt("commonmark").parse(text))


def shown(parsed: list[Any]) -> Iterator[str]:
    """The text of every block, as a reader sees it."""
    for token in parsed:
        if token.type == "inline":
            yield "".join(part.content for part in token.children if part.type in ("text", "softbreak", "text_special"))


def test_the_sheet_has_titles_and_dates_of_sources(made: Callable[[str], bytes]) -> None:
    """Each as the page shows it."""
    lines = [*shown(tokens(made("markdown").decode()))]
    for source in sources:
        assert any(
            source.title in line and source.publisher in line and (source.published or "undated")[:4] in line
            for line in lines
        )


def test_the_bibliography_has_each_source_in_each_style(made: Callable[[str], bytes], hostile: Brief) -> None:
    """As ``cite`` gives it, in the order of the alphabet, the data set last; of a selection without the article's own
    page the article stands there too; what a publisher is called comes out unchanged.
    """
    parsed = tokens(made("bibliography").decode())
    headings = [parsed[place + 1].content for place, token in enumerate(parsed) if token.type == "heading_open"]
    assert len(headings) == 1 + len(STYLES)
    lines = [*shown(parsed)]
    for style in STYLES:
        wanted = [str(one) for one in in_order(cite(source, style=style) for source in sources)]
        place = lines.index(wanted[0])
        assert lines[place : place + len(wanted) + 1] == [*wanted, str(cite("dataset", style=style))]
    alone = export("bibliography", []).text
    assert alone.count(article.address) == len(STYLES)
    read = [*shown(tokens(bibliography.write(hostile).files[""].decode()))]
    assert all(any(" ".join(source.publisher.split()) in line for line in read) for source in hostile.sources)


def test_the_sheet_has_its_sections(made: Callable[[str], bytes]) -> None:
    """What, when, who, quotations, terms, and what the record says, each once."""
    parsed = tokens(made("markdown").decode())
    headings = [parsed[place + 1].content for place, token in enumerate(parsed) if token.type == "heading_open"]
    assert headings == [
        article.title,
        "What happened, as the article dates it",
        "What happened, without a date",
        "What is planned, threatened or thought of, or did not happen",
        "What sources say",
        "Who",
        "In quotation marks",
        "Figures",
        "Terms",
        "Sources",
    ]
    text = "\n".join(shown(parsed))
    assert all(one_line(check.record_says) in text for check in checks)


@pytest.mark.parametrize("which", ["brief", "hostile"])
def test_every_text_is_shown_as_it_is(which: str, request: pytest.FixtureRequest) -> None:
    """Nothing in a record is read as Markdown or HTML: each text is in the blocks, and no other block appears."""
    brief: Brief = request.getfixturevalue(which)
    parsed = tokens(markdown.write(brief).files[""].decode())
    text = "\n".join(shown(parsed))
    texts = [
        *(event.title for event in brief.events), *(actor.name for actor in brief.actors),
        *(quote.text for quote in brief.quotes), *(figure.what for figure in brief.figures),
        *(part for term in brief.glossary for part in (term.term, term.definition)),
        *(part for check in brief.checks for part in (check.article_says, check.record_says)),
        *(source.publisher for source in brief.sources), brief.article.title,
    ]  # fmt: skip
    assert [one for one in texts if one_line(one) not in text] == []
    assert {token.type for token in parsed} <= {
        "heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close", "hr",
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
    }  # fmt: skip
    inner = {part.type for token in parsed if token.type == "inline" for part in token.children}
    assert inner <= {"text", "text_special", "strong_open", "strong_close", "link_open", "link_close"}
    items = sum(token.type == "list_item_open" for token in parsed)
    families = (brief.events, brief.checks, brief.actors, brief.quotes, brief.figures, brief.glossary, brief.sources)
    assert items == sum(map(len, families))
    assert markdown.write(brief).left_out == {"claims": len(brief.claims)}


def test_the_sheet_is_looked_at(page: Callable[[str], Any], made: Callable[[str], bytes], tmp_path: Path) -> None:
    """It is shown in a browser as headings and lists, one of each for what it has."""
    html = need("markdown_it").MarkdownIt("commonmark").render(made("markdown").decode())
    driver = page(f"<body style='max-width:60em;margin:auto;font-family:serif'>{html}")
    driver.save_screenshot(str(tmp_path / "sheet.png"))
    assert driver.execute_script("return document.querySelectorAll('h2').length") == 9
    assert driver.execute_script("return document.querySelectorAll('h1').length") == 1


def cards(text: str) -> tuple[dict[str, str], list[list[str]]]:
    """Headers and notes, by the manual: lines that begin with # come first; the rest is separated as they say."""
    lines = text.splitlines(keepends=True)
    count = next(place for place, line in enumerate(lines) if not line.startswith("#"))
    headers = dict(line[1:].rstrip("\n").split(":", 1) for line in lines[:count])
    separator = {"tab": "\t"}[headers["separator"]]
    return headers, list(csv.reader("".join(lines[count:]).splitlines(keepends=True), delimiter=separator, strict=True))


@pytest.mark.parametrize("which", ["brief", "hostile"])
def test_anki_s_rules_give_the_glossary(which: str, request: pytest.FixtureRequest) -> None:
    """Each term is a note of its own with the columns that the headers name, its text as it is."""
    brief: Brief = request.getfixturevalue(which)
    headers, notes = cards(anki.write(brief).files[""].decode())
    assert headers["columns"].split("\t") == ["guid", "Front", "Back", "tags"]
    assert (headers["html"], headers["guid column"], headers["tags column"]) == ("false", "1", "4")
    assert [note[0] for note in notes] == [term.id for term in brief.glossary] == list(glossary.ids)
    for term, (_, front, back, tags) in zip(brief.glossary, notes, strict=True):
        assert front.startswith(term.term)
        assert back.startswith(f"{term.definition}\n(¶")
        assert tags == term.category
