"""A bibliography for people, in Markdown: the article, every source and this data set, in each of the four styles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .._cite.bibliography import lacking, lacking_in_words
from .._cite.cite import Reference, cite
from .._cite.styles import STYLES
from .._model.article import Article
from .._model.families import Brief, cited_records
from .._model.source import Source
from .exported_records import Written, one_file
from .markdown import plain_text
from .reference_managers import works as works_of


def in_order(references: Iterable[Reference]) -> list[Reference]:
    """References in the order of the alphabet, without a quotation mark or an article at the beginning."""
    return sorted(references, key=lambda one: re.sub("^[\u201c\u2018]*(the |an |a )?", "", one.reference.casefold()))


def write(brief: Brief) -> Written:
    """A section for each style."""
    article = brief.article
    works: list[Article | Source] = [*brief.sources]
    works += [] if any(source.address == article.address for source in brief.sources) else [article]
    unknown = lacking(works_of(brief))
    said = [f"There are {lacking_in_words(unknown)}"] if unknown else []
    parts = [f"# Sources of what is said of “{plain_text(article.title)}”", " ".join([_NOTE, *said])]
    for style, rules in STYLES.items():
        references = in_order(cite(work, style=style) for work in works)
        parts += [f"## {rules.name}"]
        parts += [plain_text(one.reference) for one in (*references, cite("dataset", style=style))]
    left_out = {"records that are not sources": sum(1 for _ in cited_records(brief))}
    return one_file("\n\n".join(parts) + "\n", left_out, unknown)


_NOTE: Final = (
    "Titles, authors and dates are as each page shows them; titles keep the capitals of the page. The day on which you "
    "read a page is yours to add where a style wants it. This data set stands last."
)
