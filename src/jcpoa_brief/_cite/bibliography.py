"""References as programs read them: CSL-JSON, BibTeX and RIS, written without a library.

Sources: the CSL-JSON schema 1.0.2 of the Citation Style Language; the entry types of biblatex 3; RIS as the reference
managers write it. Unknown authors and dates are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from .. import __version__
from .._model.article import Article
from .._model.dates import in_words
from .._model.source import Source
from .styles import CONTRIBUTORS, DATASET, Name

ReferenceFormat: TypeAlias = Literal["text", "bibtex", "ris", "csl-json"]
"""How a reference is written: as ``text`` in a style, or as an entry that reference managers read."""

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


_NOT_SHOWN: Final = (
    "their pages show none. Without an author a style begins with the title or the publisher, without a date it prints "
    "n.d. or nothing."
)
"""Why references lack something, and what is printed instead."""


class Entry(NamedTuple):
    """The article, the page of a source, or the data set, as a bibliography lists it."""

    key: str
    kind: Literal["article", "page", "dataset"]
    title: str
    authors: tuple[Name, ...]
    published: str | None
    language: str | None
    publisher: str | None = None
    address: str | None = None
    accessed: str | None = None
    note: str | None = None
    version: str | None = None


def article_entry(article: Article, own: Source | None) -> Entry:
    """The article; ``own`` is its page among the sources."""
    note = f"{article.published_note} Finished {in_words(article.finished)} (inferred)."
    return Entry(
        own.id if own else "article",
        "article",
        article.title,
        _literal(article.author),
        str(article.published) if article.published else None,
        article.language,
        article.publisher,
        article.address,
        str(own.accessed) if own else None,
        None if article.published else note,
    )


def page_entry(source: Source) -> Entry:
    """The page of a source."""
    return Entry(
        source.id,
        "page",
        source.title,
        _literal(source.author),
        source.published,
        source.language,
        source.publisher,
        source.address,
        str(source.accessed),
        source.note,
    )


def dataset_entry(article: Article) -> Entry:
    """This data set, with the versions of code and data."""
    version = f"{__version__}, data {article.data_version}"
    return Entry(
        "jcpoa-brief", "dataset", DATASET, _literal(CONTRIBUTORS), str(article.data_date), "en", version=version
    )


def lacking(entries: Iterable[Entry]) -> dict[str, int]:
    """How many of the entries, but for the data set's, have no author, date or publisher.

    >>> from jcpoa_brief import sources
    >>> lacking([page_entry(sources["wikipedia-maximum-pressure"])])
    {'references without an author': 1, 'references without a date': 1}
    """
    pages = [entry for entry in entries if entry.kind != "dataset"]
    counts = {
        "references without an author": sum(not entry.authors for entry in pages),
        "references without a date": sum(not entry.published for entry in pages),
        "references without a publisher": sum(not entry.publisher for entry in pages),
    }
    return {what: count for what, count in counts.items() if count}


def lacking_in_words(counts: Mapping[str, int]) -> str:
    """The same in a sentence, with what it means for a reference.

    >>> lacking_in_words({"references without a date": 2}).partition(":")[0]
    '2 references without a date'
    """
    listed = ", ".join(f"{count} {what}" for what, count in counts.items())
    return f"{listed}: {_NOT_SHOWN}"


def _literal(author: str | None) -> tuple[Name, ...]:
    """An author as the page names it, which is not divided."""
    return (Name(author),) if author else ()


def _date_parts(text: str | None) -> list[int]:
    """Year, month and day, as far as a text gives them; empty if it is not a plain date."""
    found = _DATE.fullmatch(text or "")
    return [int(part) for part in found.groups() if part] if found else []


def csl_json(entries: Iterable[Entry]) -> str:
    """A list of items, as citation processors take it."""
    return json.dumps([_csl(entry) for entry in entries], indent=1, ensure_ascii=False) + "\n"


def _csl(entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry.key,
        "type": _CSL_TYPES[entry.kind],
        "title": entry.title,
        "author": [
            {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
            for name in entry.authors
        ],
        "container-title": entry.publisher,
        "issued": {"date-parts": [parts]} if (parts := _date_parts(entry.published)) else None,
        "accessed": {"date-parts": [parts]} if (parts := _date_parts(entry.accessed)) else None,
        "URL": entry.address,
        "language": entry.language,
        "version": entry.version,
        "note": entry.note,
    }
    return {name: value for name, value in item.items() if value}


def bibtex(entries: Iterable[Entry]) -> str:
    """Entries that BibTeX and biblatex both take."""
    return "\n\n".join(map(_bibtex, entries))


def _bibtex(entry: Entry) -> str:
    parts = _date_parts(entry.published)
    publisher = "journal" if entry.kind == "article" else "organization"
    fields = {
        "title": "{" + _latex(entry.title) + "}",  # its capitals stay
        "author": " and ".join(
            _latex(name.inverted) if name.given else "{" + _latex(name.family) + "}" for name in entry.authors
        ),
        publisher: _latex(entry.publisher or ""),
        "year": str(parts[0]) if parts else None,
        "date": entry.published if parts else None,
        "url": re.sub(r"[\\\\{}]", lambda sign: f"%{ord(sign[0]):X}", entry.address or ""),
        "urldate": entry.accessed,
        "langid": "english" if entry.language and entry.language.split("-")[0] == "en" else None,
        "version": entry.version,
        "note": _latex(entry.note or ""),
    }
    lines = ",\n".join(f"\t{name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{_BIBTEX_TYPES[entry.kind]}{{{entry.key},\n{lines}\n}}\n"


def _latex(text: str) -> str:
    """A text on one line in LaTeX; marks that LaTeX would join, such as two hyphens, are kept apart."""
    return re.sub(r"(?<=([-'`,?!<>]))(?=[-'`,<>])", "{}", " ".join(text.split()).translate(_LATEX))


def ris(entries: Iterable[Entry]) -> str:
    """References, each closed by ``ER``."""
    return "\n".join(map(_ris, entries))


def _ris(entry: Entry) -> str:
    parts = _date_parts(entry.published)
    date = "/".join(f"{part:02}" for part in parts) + "/" * (3 - len(parts)) if parts else None
    authors = [("AU", f"{name.family}, {name.given}" if name.given else f"{name.family},") for name in entry.authors]
    fields = [
        ("TY", _RIS_TYPES[entry.kind]),
        ("ID", entry.key),
        ("TI", entry.title),
        *authors,  # a comma at the end says that a name is not to be divided
        ("T2", entry.publisher),
        ("PY", str(parts[0]) if parts else None),
        ("DA", date),
        ("UR", entry.address),
        ("Y2", entry.accessed.replace("-", "/") if entry.accessed else None),
        ("LA", entry.language),
        ("ET", entry.version),
        ("N1", entry.note),
    ]
    lines = (f"{tag}  - {' '.join(value.split())}\n" for tag, value in fields if value)
    return "".join([*lines, "ER  - \n"])


WRITERS: Final[dict[ReferenceFormat, Callable[[Iterable[Entry]], str]]] = {
    "bibtex": bibtex,
    "ris": ris,
    "csl-json": csl_json,
}
"""What writes each format; ``text`` is written by the styles."""
