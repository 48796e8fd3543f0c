"""The article and every source as a bibliography: CSL-JSON, BibTeX and RIS.

Sources: the CSL-JSON schema 1.0.2 of the Citation Style Language; the entry types of biblatex 3; RIS as the reference
managers write it. Nothing is guessed: a title, author or date that is not known is left out, or where every style needs
a title, said in square brackets, as the manuals have it for a work without one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from .._model.brief import Brief, cited_records
from .._model.source import Source
from .chosen import Written, one_file
from .formats import library

_UNTITLED: Final = "[Web page, title not known]"

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")

_LATEX: Final = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_{}"}
    | {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
"""What LaTeX reads as a command as LaTeX writes it; everything else stays as it is."""


class _Work(NamedTuple):
    """What a bibliography has of one page."""

    key: str
    is_article: bool
    title: str
    author: str | None
    publisher: str
    published: str | None
    address: str
    accessed: str | None
    language: str | None
    note: str | None


def _works(brief: Brief) -> Iterator[_Work]:
    """The article, and every source but the article's own page."""
    article = brief.article
    own = next((source for source in brief.sources if source.address == article.address), None)
    note = f"{article.published_note} Finished {article.finished} (inferred)." if article.published is None else None
    yield _Work(
        own.id if own else "article",
        True,
        article.title,
        article.author,
        article.publisher,
        str(article.published) if article.published else None,
        article.address,
        str(own.accessed) if own else None,
        article.language,
        note,
    )
    for source in brief.sources:
        if source is not own:
            yield _of_source(source)


def _of_source(source: Source) -> _Work:
    return _Work(
        source.id,
        False,
        source.title or _UNTITLED,
        source.author,
        source.publisher,
        str(source.published) if source.published else None,
        source.address,
        str(source.accessed),
        source.language,
        source.note,
    )


def _left_out(brief: Brief, works: list[_Work]) -> dict[str, int]:
    return {
        "records that are no source": len([*cited_records(brief)]),
        "titles that are not known": sum(work.title == _UNTITLED for work in works),
    }


def _date_parts(text: str | None) -> list[int]:
    """Year, month and day as far as a text gives them; none where it gives no plain date."""
    found = _DATE.fullmatch(text or "")
    return [int(part) for part in found.groups() if part] if found else []


def write_csl_json(brief: Brief) -> Written:
    """A list of items, as citation processors take it."""
    works = list(_works(brief))
    text = json.dumps([_csl(work) for work in works], indent=1, ensure_ascii=False)
    return one_file(text + "\n", _left_out(brief, works))


def _csl(work: _Work) -> dict[str, Any]:
    item = {
        "id": work.key,
        "type": "article-magazine" if work.is_article else "webpage",
        "title": work.title,
        "author": [{"literal": work.author}] if work.author else None,
        "container-title": work.publisher,
        "issued": {"date-parts": [parts]} if (parts := _date_parts(work.published)) else None,
        "accessed": {"date-parts": [parts]} if (parts := _date_parts(work.accessed)) else None,
        "URL": work.address,
        "language": work.language,
        "note": work.note,
    }
    return {name: value for name, value in item.items() if value is not None}


def _one_line(text: str | None) -> str | None:
    """A text with single spaces: neither format has a line break inside a field."""
    return None if text is None else " ".join(text.split())


def write_bibtex(brief: Brief) -> Written:
    """Entries that BibTeX and biblatex both take."""
    bib = library("bibtexparser", "bibtex")
    model = library("bibtexparser.model", "bibtex")
    works = list(_works(brief))
    entries = [
        model.Entry(
            "article" if work.is_article else "online",
            work.key,
            [model.Field(name, value) for name, value in _bibtex(work).items() if value is not None],
        )
        for work in works
    ]
    return one_file(bib.write_string(bib.Library(entries)), _left_out(brief, works))


def _bibtex(work: _Work) -> dict[str, str | None]:
    parts = _date_parts(work.published)
    title = "{" + _latex(work.title) + "}"  # its capitals stay
    return {
        "title": title,
        "author": "{" + _latex(work.author) + "}" if work.author else None,
        "journal": _latex(work.publisher) if work.is_article else None,
        "organization": None if work.is_article else _latex(work.publisher),
        "year": str(parts[0]) if parts else None,
        "date": work.published if parts else None,
        "url": work.address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D"),
        "urldate": work.accessed,
        "langid": "english" if work.language and work.language.split("-")[0] == "en" else None,
        "note": _latex(work.note) if work.note else None,
    }


def _latex(text: str) -> str:
    """A text on one line in LaTeX; marks that LaTeX would join, such as two hyphens, are kept apart."""
    return re.sub(r"(?<=([-'`,?!<>]))(?=[-'`,<>])", "{}", " ".join(text.split()).translate(_LATEX))


def write_ris(brief: Brief) -> Written:
    """References, each closed by ``ER``."""
    works = list(_works(brief))
    references = [{name: value for name, value in _ris(work).items() if value} for work in works]
    return one_file(library("rispy", "ris").dumps(references), _left_out(brief, works))


def _ris(work: _Work) -> dict[str, object]:
    parts = _date_parts(work.published)
    return {
        "type_of_reference": "MGZN" if work.is_article else "ELEC",
        "id": work.key,
        "title": _one_line(work.title),
        "authors": [f"{_one_line(work.author)},"] if work.author else [],  # the comma says that it is not to be divided
        "secondary_title": _one_line(work.publisher),
        "year": str(parts[0]) if parts else None,
        "date": "/".join(f"{part:02}" for part in parts) + "/" * (3 - len(parts)) if parts else None,
        "urls": [work.address],
        "access_date": work.accessed.replace("-", "/") if work.accessed else None,
        "language": work.language,
        "notes": [note] if (note := _one_line(work.note)) else [],
    }
