"""The article, every source and this data set as a bibliography: CSL-JSON, BibTeX and RIS."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .._cite.bibliography import Entry, article_entry, bibtex, csl_json, dataset_entry, lacking, page_entry, ris
from .._model.families import Brief, cited_records
from .exported_records import Written, one_file


def entries(brief: Brief) -> list[Entry]:
    """The article, every source except the article's own page, and the data set."""
    article = brief.article
    own = next((source for source in brief.sources if source.address == article.address), None)
    pages = [page_entry(source) for source in brief.sources if source is not own]
    return [article_entry(article, own), *pages, dataset_entry(article)]


def _written(write: Callable[[Iterable[Entry]], str], brief: Brief) -> Written:
    listed = entries(brief)
    left_out = {"records that are not sources": len([*cited_records(brief)])}
    return one_file(write(listed), left_out, lacking(listed))


def write_csl_json(brief: Brief) -> Written:
    """A list of items, as citation processors take it."""
    return _written(csl_json, brief)


def write_bibtex(brief: Brief) -> Written:
    """Entries that BibTeX and biblatex both take."""
    return _written(bibtex, brief)


def write_ris(brief: Brief) -> Written:
    """References, each closed by ``ER``."""
    return _written(ris, brief)
