"""The article, every source and this data set as a bibliography: CSL-JSON, BibTeX and RIS."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from .._cite.bibliography import bibtex, csl_json, dataset_work, lacking, page_work, ris
from .._cite.styles import Work
from .._model.families import Brief, cited_records
from .exported_records import Written, one_file


def works(brief: Brief) -> list[Work]:
    """The article, every source except the article's own page, and the data set."""
    article = brief.article
    own = next((source for source in brief.sources if source.address == article.address), None)
    pages = [page_work(source) for source in brief.sources if source is not own]
    return [page_work(article, own), *pages, dataset_work(article)]


def _written(write: Callable[[Iterable[Work]], str], brief: Brief) -> Written:
    listed = works(brief)
    left_out = {"records that are not sources": len([*cited_records(brief)])}
    return one_file(write(listed), left_out, lacking(listed))


write_csl_json = partial(_written, csl_json)
write_bibtex = partial(_written, bibtex)
write_ris = partial(_written, ris)
