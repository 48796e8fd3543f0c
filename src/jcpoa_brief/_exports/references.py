"""The article, every source and this data set as a bibliography: CSL-JSON, BibTeX and RIS.

Sources: the CSL-JSON schema 1.0.2 of the Citation Style Language; the entry types of biblatex 3; RIS as the reference
managers write it. Unknown authors and dates are left out.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final, Literal, NamedTuple

from .. import __version__
from .._cite.styles import CONTRIBUTORS, DATASET
from .._model.brief import Brief, cited_records
from .._model.dates import in_words
from .chosen import Written, one_file
from .formats import library

_DATASET_KEY: Final = "jcpoa-brief"

_CSL_TYPES: Final = {"article": "article-magazine", "page": "webpage", "dataset": "dataset"}

_BIBTEX_TYPES: Final = {"article": "article", "page": "online", "dataset": "dataset"}

_RIS_TYPES: Final = {"article": "MGZN", "page": "ELEC", "dataset": "DATA"}

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
    """The article, the page of a source, or the data set, as a bibliography lists it."""

    key: str
    kind: Literal["article", "page", "dataset"]
    title: str
    author: str | None
    published: str | None
    language: str | None
    publisher: str | None = None
    address: str | None = None
    accessed: str | None = None
    note: str | None = None
    version: str | None = None


def _works(brief: Brief) -> list[_Work]:
    """The article, every source except the article's own page, and the data set."""
    article = brief.article
    own = next((source for source in brief.sources if source.address == article.address), None)
    note = (
        f"{article.published_note} Finished {in_words(article.finished)} (inferred)."
        if article.published is None
        else None
    )
    first = _Work(
        own.id if own else "article",
        "article",
        article.title,
        article.author,
        str(article.published) if article.published else None,
        article.language,
        article.publisher,
        article.address,
        str(own.accessed) if own else None,
        note,
    )
    pages = [
        _Work(
            source.id,
            "page",
            source.title,
            source.author,
            source.published,
            source.language,
            source.publisher,
            source.address,
            str(source.accessed),
            source.note,
        )
        for source in brief.sources
        if source is not own
    ]
    version = f"{__version__}, data {article.data_version}"
    data = _Work(_DATASET_KEY, "dataset", DATASET, CONTRIBUTORS, str(article.data_date), "en", version=version)
    return [first, *pages, data]


def _left_out(brief: Brief) -> dict[str, int]:
    return {"records that are not sources": len([*cited_records(brief)])}


def _date_parts(text: str | None) -> list[int]:
    """Year, month and day, as far as a text gives them; empty if it is not a plain date."""
    found = _DATE.fullmatch(text or "")
    return [int(part) for part in found.groups() if part] if found else []


def write_csl_json(brief: Brief) -> Written:
    """A list of items, as citation processors take it."""
    text = json.dumps([_csl(work) for work in _works(brief)], indent=1, ensure_ascii=False)
    return one_file(text + "\n", _left_out(brief))


def _csl(work: _Work) -> dict[str, Any]:
    item = {
        "id": work.key,
        "type": _CSL_TYPES[work.kind],
        "title": work.title,
        "author": [{"literal": work.author}] if work.author else None,
        "container-title": work.publisher,
        "issued": {"date-parts": [parts]} if (parts := _date_parts(work.published)) else None,
        "accessed": {"date-parts": [parts]} if (parts := _date_parts(work.accessed)) else None,
        "URL": work.address,
        "language": work.language,
        "version": work.version,
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
    entries = [
        model.Entry(
            _BIBTEX_TYPES[work.kind],
            work.key,
            [model.Field(name, value) for name, value in _bibtex(work).items() if value is not None],
        )
        for work in _works(brief)
    ]
    return one_file(bib.write_string(bib.Library(entries)), _left_out(brief))


def _bibtex(work: _Work) -> dict[str, str | None]:
    parts = _date_parts(work.published)
    title = "{" + _latex(work.title) + "}"  # its capitals stay
    return {
        "title": title,
        "author": "{" + _latex(work.author) + "}" if work.author else None,
        ("journal" if work.kind == "article" else "organization"): _latex(work.publisher) if work.publisher else None,
        "year": str(parts[0]) if parts else None,
        "date": work.published if parts else None,
        "url": re.sub(r"[\\\\{}]", lambda sign: f"%{ord(sign[0]):X}", work.address) if work.address else None,
        "urldate": work.accessed,
        "langid": "english" if work.language and work.language.split("-")[0] == "en" else None,
        "version": work.version,
        "note": _latex(work.note) if work.note else None,
    }


def _latex(text: str) -> str:
    """A text on one line in LaTeX; marks that LaTeX would join, such as two hyphens, are kept apart."""
    return re.sub(r"(?<=([-'`,?!<>]))(?=[-'`,<>])", "{}", " ".join(text.split()).translate(_LATEX))


def write_ris(brief: Brief) -> Written:
    """References, each closed by ``ER``."""
    references = [{name: value for name, value in _ris(work).items() if value} for work in _works(brief)]
    return one_file(library("rispy", "ris").dumps(references), _left_out(brief))


def _ris(work: _Work) -> dict[str, object]:
    parts = _date_parts(work.published)
    return {
        "type_of_reference": _RIS_TYPES[work.kind],
        "id": work.key,
        "title": _one_line(work.title),
        "authors": [f"{_one_line(work.author)},"] if work.author else [],  # the comma says that it is not to be divided
        "secondary_title": _one_line(work.publisher),
        "year": str(parts[0]) if parts else None,
        "date": "/".join(f"{part:02}" for part in parts) + "/" * (3 - len(parts)) if parts else None,
        "urls": [work.address] if work.address else [],
        "access_date": work.accessed.replace("-", "/") if work.accessed else None,
        "language": work.language,
        "edition": work.version,
        "notes": [note] if (note := _one_line(work.note)) else [],
    }
