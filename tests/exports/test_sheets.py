"""The Markdown fact sheet, read by a CommonMark parser, and the Anki cards, read by the rules of Anki's manual."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from exports_shared import need, one_line

from jcpoa_brief import article, checks, cite, claims, events, export, glossary, quotes, sources
from jcpoa_brief._cite.styles import STYLES
from jcpoa_brief._collections.checks import VERDICT_HEADINGS, count_discrepancies, discrepancies
from jcpoa_brief._exports import anki, bibliography, markdown
from jcpoa_brief._exports.bibliography import in_order
from jcpoa_brief._exports.record_summaries import GRADES_IN_WORDS
from jcpoa_brief._model.families import Brief
from jcpoa_brief._model.source import Source
from jcpoa_brief._text import shortened


def tokens(text: str) -> list[Any]:
    """The document as a CommonMark parser sees it."""
    return list(need("markdown_it").MarkdownIt("commonmark").parse(text))


def shown(parsed: list[Any]) -> Iterator[str]:
    """The text of every block, as a reader sees it."""
    for token in parsed:
        if token.type == "inline":
            yield "".join(part.content for part in token.children if part.type in ("text", "softbreak", "text_special"))


def told_in(brief: Brief) -> set[str]:
    """The checks that tell a discrepancy."""
    return {check.id for story in discrepancies(brief.checks) for check in story}


def numbered(brief: Brief) -> list[Source]:
    """The sources that a sheet lists: those of the discrepancies."""
    used = {key for check in brief.checks if check.id in told_in(brief) for key in check.sources}
    return [source for source in brief.sources if source.id in used]


def test_the_sheet_has_titles_and_dates_of_sources(brief: Brief, made: Callable[[str], bytes]) -> None:
    """Each as the page shows it."""
    lines = [*shown(tokens(made("markdown").decode()))]
    assert numbered(brief)
    for source in numbered(brief):
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
    """What, when, who, quotations, terms, and what sources say, each once; what is shortened is counted at the end."""
    parsed = tokens(made("markdown").decode())
    headings = [parsed[place + 1].content for place, token in enumerate(parsed) if token.type == "heading_open"]
    assert headings == [
        article.title,
        "In short",
        "Why, as the article argues",
        "What happened, as the article dates it",
        "What happened, without a date",
        "What is planned, threatened or thought of, or did not happen",
        "What sources say",
        "What the article also claims",
        "Who",
        "In quotation marks",
        "Figures",
        "Terms",
        "Sources",
        "Left out",
    ]
    *lines, last = shown(parsed)
    text = "\n".join(lines)
    assert all(one_line(shortened(one.record_says)) in text for one in checks if one.verdict != "agrees")
    assert "The definitions speak as of June 2026." in text
    left_out = export("markdown").left_out
    assert left_out["notes of checks"] == sum(check.note is not None for check in checks)
    assert all(f"{count} {what}" in last for what, count in left_out.items())
    assert len(left_out) == 4


def test_the_sheet_begins_in_short(made: Callable[[str], bytes]) -> None:
    """What, when, who, why, in whose words, and each discrepancy in a line, in the unit of ``check``, on a page."""
    text = made("markdown").decode().partition("## In short")[2].partition("## Why")[0]
    lines = [*shown(tokens(text))]
    whole = "\n".join(lines)
    refusal = events["iran-declines-informal-meeting"]
    assert lines[0].startswith(
        f"What and when: {refusal.summary} By the article: perhaps 1 March 2021; by the sources: 28"
    )
    assert "Who: Iran, European Union, United States (¶1, ¶3, ¶4)." in lines[0]
    reasons = [one for one in claims if one.parent == "refusal-makes-sense" and one.relation == "supports"]
    assert f"and {sum(one.holder is None for one in reasons)} reasons of the author's own below:" in lines[1]
    assert [one.id for one in reasons if one_line(one.statement) in whole] == [one.id for one in reasons if one.holder]
    assert f"“{quotes['not-the-time-quote'].text}”, Saeed Khatibzadeh (¶2)" in whole
    found = discrepancies(checks)
    assert count_discrepancies(found, " between the article and independent sources") in whole
    assert [line.partition(" (¶")[0] for line in lines[-len(found) :]] == [first.title for first, *_ in found]
    assert len(text.split()) < 600
    part = [claim for claim in claims if claim.holder is None]
    assert "In support:" in export("markdown", part).text
    assert "By the article:" not in export("markdown", events["us-leaves-jcpoa"]).text


def test_the_sheet_tells_why(made: Callable[[str], bytes]) -> None:
    """The argument comes first, each claim in the list below the claim that it is for or against, with its holder."""
    parsed = tokens(made("markdown").decode())
    stop = next(place for place, token in enumerate(parsed) if token.content.startswith("What happened"))
    start = next(place for place, token in enumerate(parsed) if token.content.startswith("Why, as"))
    below: list[str] = []  # the claims that are open
    found: dict[str, str] = {}
    for token in parsed[start:stop]:
        if token.type == "inline" and token.level > 2:
            said = next(shown([token]))
            claim = next(one for one in claims if one_line(one.statement) in said)
            found[claim.id] = said
            assert claim.parent == (below[-1] if below else None)
            below.append(claim.id)
        elif token.type == "list_item_close":
            below.pop()
    assert set(found) == {one.id for one in claims if one.parent} | {one.parent for one in claims if one.parent}
    assert found["refusal-makes-sense"].endswith("(the author, ¶3)")
    assert found["time-is-not-right"].startswith("in support: ")
    assert found["refusal-disappointed"].startswith("granted: ")


def test_the_sheet_explains_its_words(made: Callable[[str], bytes]) -> None:
    """What each verdict and each kind of source means, in a line, if it occurs; of a part, no word that does not."""
    lines = [*shown(tokens(made("markdown").decode()))]
    assert [f"{one}: {VERDICT_HEADINGS[one]}." for one in VERDICT_HEADINGS] == [
        line for line in lines if line.partition(":")[0] in VERDICT_HEADINGS
    ]
    assert [f"{one}: {GRADES_IN_WORDS[one]}." for one in GRADES_IN_WORDS] == [
        line for line in lines if line.partition(":")[0] in GRADES_IN_WORDS
    ]
    part = [*shown(tokens(export("markdown", events["us-leaves-jcpoa"]).text))]
    assert [line for line in part if line.partition(":")[0] in VERDICT_HEADINGS] == ["agrees: Sources agree."]
    assert not any("contradicts it" in line for line in part)


def test_a_source_has_one_number(brief: Brief, made: Callable[[str], bytes]) -> None:
    """That of its place in the list at the end; the checks of discrepancies name their sources by it, others none."""
    parsed = tokens(made("markdown").decode())
    first = next(place for place, token in enumerate(parsed) if token.type == "ordered_list_open")
    listed = [line for line in shown(parsed[first:]) if line]
    assert len(listed) == len(numbered(brief)) + 2  # the heading and the text of what is left out
    assert all(source.title in line for source, line in zip(numbered(brief), listed, strict=False))
    numbers = {source.id: number for number, source in enumerate(numbered(brief), 1)}
    lines = [*shown(parsed[:first])]
    for check in checks:
        line = next(line for line in lines if line.startswith(f"{one_line(check.title)} (") and "): " in line)
        meant = ", ".join(map(str, sorted(numbers[key] for key in check.sources))) if check.id in told_in(brief) else ""
        assert ("The article: " in line) == (check.id in told_in(brief))
        assert (f"Sources ({meant}): " in line) == bool(meant)
        assert ("Sources" in line) == (check.verdict != "agrees")
    for term in glossary:
        assert any(line.startswith(term.term) and f": {shortened(term.definition)} (¶" in line for line in lines)


@pytest.mark.parametrize("which", ["brief", "hostile"])
def test_every_text_is_shown_as_it_is(which: str, request: pytest.FixtureRequest) -> None:
    """Nothing in a record is read as Markdown or HTML: each text is in the blocks, and no other block appears."""
    brief: Brief = request.getfixturevalue(which)
    parsed = tokens(markdown.write(brief).files[""].decode())
    text = "\n".join(shown(parsed))
    texts = [
        *(event.title for event in brief.events), *(actor.name for actor in brief.actors),
        *(quote.text for quote in brief.quotes), *(claim.statement for claim in brief.claims),
        *(figure.what for figure in brief.figures),
        *(part for term in brief.glossary for part in (term.term, shortened(term.definition))),
        *(shortened(check.article_says) for check in brief.checks if check.id in told_in(brief)),
        *(shortened(check.record_says) for check in brief.checks if check.verdict != "agrees"),
        *(source.publisher for source in numbered(brief)), brief.article.title,
    ]  # fmt: skip
    assert [one for one in texts if one_line(one) not in text] == []
    assert {token.type for token in parsed} <= {
        "heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close",
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "ordered_list_open",
        "ordered_list_close",
    }  # fmt: skip
    inner = {part.type for token in parsed if token.type == "inline" for part in token.children}
    assert inner <= {"text", "text_special", "strong_open", "strong_close", "link_open", "link_close"}
    items = sum(token.type == "list_item_open" for token in parsed)
    in_short = [one for one in brief.claims if one.parent == "refusal-makes-sense" and one.holder]
    families = (
        brief.events, brief.checks, brief.actors, brief.quotes, brief.figures, brief.glossary, numbered(brief),
        brief.claims, {check.verdict for check in brief.checks}, {source.grade for source in numbered(brief)},
        in_short, discrepancies(brief.checks),
    )  # fmt: skip
    assert items == sum(map(len, families))


def test_the_sheet_speaks_in_words(made: Callable[[str], bytes]) -> None:
    """Codes of several words have blanks, and a figure stands behind its unit, which may be a plural."""
    parsed = tokens(made("markdown").decode())
    lines = [*shown(parsed)]
    assert not any("_" in line for line in lines if "://" not in line)
    assert any(line.startswith("weeks: about 1. Time from ") for line in lines)
    assert any(line.startswith("deaths: over 60,000. ") for line in lines)


@pytest.mark.parametrize("name", ["markdown", "bibliography"])
def test_a_dollar_begins_no_formula(name: str, hostile: Brief, made: Callable[[str], bytes]) -> None:
    """Programs that take mathematics between two of them find none outside an address."""
    content = made(name) if name == "bibliography" else markdown.write(hostile).files[""]
    text = re.sub(r"<[^>]*>|https?://\S+", "", content.decode())
    assert "\\$" in text
    assert not re.search(r"(?<!\\)\$", text)


def test_the_sheet_is_looked_at(page: Callable[[str], Any], made: Callable[[str], bytes], tmp_path: Path) -> None:
    """It is shown in a browser as headings and lists, one of each for what it has."""
    html = need("markdown_it").MarkdownIt("commonmark").render(made("markdown").decode())
    driver = page(f"<body style='max-width:60em;margin:auto;font-family:serif'>{html}")
    driver.save_screenshot(str(tmp_path / "sheet.png"))
    assert driver.execute_script("return document.querySelectorAll('h2').length") == 13
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
        assert re.fullmatch(r"\n\(¶[\d, ¶]+ of the article; as of June 2026\)", back.removeprefix(term.definition))
        assert tags == term.category
