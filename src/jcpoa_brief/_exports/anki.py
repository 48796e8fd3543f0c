"""Anki cards of the glossary: text that Anki imports by the rules of its manual, *Importing text files*."""

from __future__ import annotations

import csv
from io import StringIO

from .._model.families import Brief
from .exported_records import Written, one_file
from .record_summaries import as_of, paragraphs_of

_HEAD = """\
#separator:tab
#html:false
#notetype:Basic
#deck:jcpoa-brief
#guid column:1
#tags column:4
#columns:guid\tFront\tBack\ttags
"""


def write(brief: Brief) -> Written:
    """A card for each term: the term on the front, its definition on the back. Imported again, it replaces itself."""
    stream = StringIO()
    lines = csv.writer(stream, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_ALL)
    for term in brief.glossary:
        short = f" ({term.abbreviation})" if term.abbreviation and term.abbreviation != term.term else ""
        back = f"{term.definition}\n({paragraphs_of(term)} of the article; {as_of(brief)})"
        lines.writerow((term.id, term.term + short, back, term.category))
    others = (brief.actors, brief.events, brief.quotes, brief.figures, brief.claims, brief.checks, brief.sources)
    return one_file(_HEAD + stream.getvalue(), {"records that are not terms": sum(map(len, others))})
