"""References as programs read them: CSL-JSON, BibTeX and RIS, written without a library.

Sources: the CSL-JSON schema 1.0.2 of the Citation Style Language; the entry types of biblatex 3; RIS as the reference
managers write it. Unknown authors and dates are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final, Literal, TypeAlias

from .. import __version__
from .._messages import counted
from .._model.article import Article
from .._model.dates import in_words
from .._model.source import Source
from .styles import CONTRIBUTORS, DATASET, Name, When, Work

ReferenceFormat: TypeAlias = Literal["text", "bibtex", "ris", "csl-json"]
"""How a reference is written: as ``text`` in a style, or as an entry that reference managers read."""

_TYPES: Final = {
    "article": ("article-magazine", "article", "MGZN"),
    "page": ("webpage", "online", "ELEC"),
    "dataset": ("dataset", "dataset", "DATA"),
}
"""What CSL-JSON, BibTeX and RIS call each kind of work."""

_LATEX: Final = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
"""What LaTeX reads as a command as LaTeX writes it; everything else stays as it is."""


def page_work(page: Source | Article, own: Source | None = None) -> Work:
    """The page of a source; or the article, whose page among the sources is ``own``."""
    source = page if isinstance(page, Source) else own
    if isinstance(page, Source):
        note = page.note or ""
    else:
        note = "" if page.published else f"{page.published_note} Finished {in_words(page.finished)} (inferred)."
    return Work(
        key=source.id if source else "article",
        kind="page" if isinstance(page, Source) else "article",
        title=page.title,
        authors=_literal(page.author),
        published=_when(page.published),
        language=page.language,
        publisher=page.publisher,
        address=page.address,
        accessed=_when(source.accessed) if source else None,
        note=note,
    )


def dataset_work(article: Article) -> Work:
    """This data set, with the versions of code and data."""
    return Work(
        key="jcpoa-brief",
        kind="dataset",
        title=DATASET,
        authors=_literal(CONTRIBUTORS),
        published=_when(article.data_date),
        language="en",
        version=f"{__version__}, data {article.data_version}",
    )


def lacking(works: Iterable[Work]) -> dict[str, int]:
    """How many of the works, but for the data set, have no author, date or publisher.

    >>> from jcpoa_brief import sources
    >>> lacking([page_work(sources["wikipedia-maximum-pressure"])])
    {'references without an author': 1, 'references without a date': 1}
    """
    pages = [work for work in works if work.kind != "dataset"]
    counts = {
        "references without an author": sum(not work.authors for work in pages),
        "references without a date": sum(not work.published for work in pages),
        "references without a publisher": sum(not work.publisher for work in pages),
    }
    return {what: count for what, count in counts.items() if count}


def lacking_in_words(counts: Mapping[str, int]) -> str:
    """The same in a sentence, with what it means for a reference.

    >>> lacking_in_words({"references without a date": 2}).partition(":")[0]
    '2 references without a date'
    """
    return (
        f"{counted(counts)}: their pages show none. Without an author a style begins with the title or the publisher, "
        "without a date it prints n.d. or nothing."
    )


def _literal(author: str | None) -> tuple[Name, ...]:
    """An author as the page names it, which is not divided."""
    return (Name(author),) if author else ()


def _when(day: date | str | None) -> When | None:
    """A day, a month or a year."""
    return When(*map(int, str(day).split("-"))) if day else None


def csl_json(works: Iterable[Work]) -> str:
    """A list of items, as citation processors take it."""
    return json.dumps([_csl(work) for work in works], indent=1, ensure_ascii=False) + "\n"


def _csl(work: Work) -> dict[str, Any]:
    item = {
        "id": work.key,
        "type": _TYPES[work.kind][0],
        "title": work.title,
        "author": [
            {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
            for name in work.authors
        ],
        "container-title": work.publisher,
        "issued": {"date-parts": [work.published.parts]} if work.published else None,
        "accessed": {"date-parts": [work.accessed.parts]} if work.accessed else None,
        "URL": work.address,
        "language": work.language,
        "version": work.version,
        "note": work.note,
    }
    return {name: value for name, value in item.items() if value}


def bibtex(works: Iterable[Work]) -> str:
    """Entries that BibTeX and biblatex both take."""
    return "\n\n".join(map(_bibtex, works))


def _bibtex(work: Work) -> str:
    publisher = "journal" if work.kind == "article" else "organization"
    fields = {
        "title": "{" + _latex(work.title) + "}",  # its capitals stay
        "author": " and ".join(
            _latex(name.inverted) if name.given else "{" + _latex(name.family) + "}" for name in work.authors
        ),
        publisher: _latex(work.publisher),
        "year": str(work.published.year) if work.published else None,
        "date": work.published.edtf if work.published else None,
        "url": re.sub(r"[\\\\{}]", lambda sign: f"%{ord(sign[0]):X}", work.address),
        "urldate": work.accessed.edtf if work.accessed else None,
        "langid": "english" if work.language.split("-")[0] == "en" else None,
        "version": work.version,
        "note": _latex(work.note),
    }
    lines = ",\n".join(f"\t{name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{_TYPES[work.kind][1]}{{{work.key},\n{lines}\n}}\n"


def _latex(text: str) -> str:
    """A text on one line in LaTeX; marks that LaTeX would join, such as two hyphens, are kept apart."""
    return re.sub(r"(?<=([-'`,?!<>]))(?=[-'`,<>])", "{}", " ".join(text.split()).translate(_LATEX))


def ris(works: Iterable[Work]) -> str:
    """References, each closed by ``ER``."""
    return "\n".join(map(_ris, works))


def _ris(work: Work) -> str:
    date = work.published.edtf.replace("-", "/") if work.published else ""
    authors = [("AU", f"{name.family}, {name.given}" if name.given else f"{name.family},") for name in work.authors]
    fields = [
        ("TY", _TYPES[work.kind][2]),
        ("ID", work.key),
        ("TI", work.title),
        *authors,  # a comma at the end says that a name is not to be divided
        ("T2", work.publisher),
        ("PY", date[:4]),
        ("DA", date and date + "/" * (2 - date.count("/"))),
        ("UR", work.address),
        ("Y2", work.accessed.edtf.replace("-", "/") if work.accessed else ""),
        ("LA", work.language),
        ("ET", work.version),
        ("N1", work.note),
    ]
    lines = (f"{tag}  - {' '.join(value.split())}\n" for tag, value in fields if value)
    return "".join([*lines, "ER  - \n"])


WRITERS: Final[dict[ReferenceFormat, Callable[[Iterable[Work]], str]]] = {
    "bibtex": bibtex,
    "ris": ris,
    "csl-json": csl_json,
}
"""What writes each format; ``text`` is written by the styles."""
