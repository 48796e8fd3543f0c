"""The table of all formats, which the command line, the documentation and the tests read."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from .._public_class import public
from ..errors import MissingExtraError

ExportFormat: TypeAlias = Literal[
    "json",
    "json-schema",
    "csv",
    "xlsx",
    "parquet",
    "web-annotation",
    "csl-json",
    "bibtex",
    "ris",
    "bibliography",
    "graphml",
    "mermaid-timeline",
    "mermaid-argument",
    "mermaid-network",
    "markdown",
    "timelinejs",
    "icalendar",
    "anki",
    "spans",
    "docbin",
]
"""The name of a format that ``export`` writes."""

CopyUse: TypeAlias = Literal["none", "optional", "required"]
"""Whether a format takes a reader's copy of the article: it does not, it can, or it contains the text of the copy and
cannot be written without one."""


@public
class Format(NamedTuple):
    """One format: what it is, what it needs, and what it leaves out.

    >>> from jcpoa_brief import export
    >>> export("anki").format.file
    'jcpoa-brief.anki.tsv'
    >>> export("anki").format.other_names
    ('flashcards', 'cards', 'deck')
    """

    name: ExportFormat
    """Its name, as ``export`` takes it."""
    title: str
    """What it is."""
    audience: str
    """Whom it is for."""
    media_type: str
    """The media type of its files; of the tables, where there are several."""
    file: str
    """The usual name of its file; a name that ends with ``/`` is a folder of several."""
    extra: str | None
    """The extra that brings the library that writes it; none where the standard library does."""
    copy: CopyUse
    """Whether it takes a reader's copy."""
    leaves_out: str
    """What of the brief is not in it, in words; ``Export.left_out`` counts."""
    writer: str
    """The module and function that write it."""
    opened_with: str
    """What opens it, and how: programs that people use, then libraries."""
    other_names: tuple[str, ...] = ()
    """Everyday names for it, in lower case, and file extensions; the command line takes them."""
    dated: bool = False
    """Whether it places events in time, so that ``export(dates="record")`` can use the dates of the sources."""

    @property
    def is_folder(self) -> bool:
        """Whether it is several files."""
        return self.file.endswith("/")


_UNDATED: Final = "events that are not actual, events without a date"

_NOT_ON_A_SHEET: Final = (
    "coding, offsets and digests, notes of checks, what is said after the first sentence of a check or definition, the "
    "texts of checks that agree, sources of no discrepancy"
)
_CONTRADICTED: Final = "with the record's dates, events whose day sources contradict and do not give"

_REFERENCES: Final = "all but the article, the sources and the data set"

_REFERRED: Final = "nothing; of a selection, what chosen records name without its being chosen, but for actors"

_MERMAID: Final = "mermaid.live in a browser, where it is pasted; a mermaid block in Markdown"

# fmt: off
FORMATS: Final[dict[ExportFormat, Format]] = {one.name: one for one in (
    Format("json", "The whole brief as one JSON document", "programs in any language", "application/json",
           "jcpoa-brief.json", None, "none", "nothing", "brief_json:write",
           "a program in any language; a browser or text editor shows it"),
    Format("json-schema", "The JSON Schema (2020-12) of that document", "validation and code generation",
           "application/schema+json", "jcpoa-brief.schema.json", None, "none",
           "all records: it describes their shape", "brief_json:write_schema",
           "validators of JSON, such as check-jsonschema --schemafile jcpoa-brief.schema.json jcpoa-brief.json",
           ("schema",)),
    Format("csv", "CSV tables with a Data Package (v2)", "analysts, newsrooms", "text/csv", "csv/", None, "none",
           _REFERRED, "table_files:write_csv",
           "Excel (Data, From Text/CSV, as UTF-8), LibreOffice or Google Sheets, one table a file; pandas, DuckDB, R",
           ("tables", "datapackage")),
    Format("xlsx", "An Excel workbook of the same tables", "analysts, newsrooms",
           "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "jcpoa-brief.xlsx", "xlsx", "none",
           _REFERRED, "table_files:write_xlsx",
           "Excel, LibreOffice, Google Sheets; openpyxl",
           ("excel", "spreadsheet", "workbook")),
    Format("parquet", "Parquet files of the same tables", "analysts at scale", "application/vnd.apache.parquet",
           "parquet/", "parquet", "none", _REFERRED, "table_files:write_parquet",
           "pandas, polars, DuckDB, pyarrow, Spark",
           ("arrow",)),
    Format("web-annotation", "W3C Web Annotation, JSON-LD: one annotation a citation", "annotation tools",
           "application/ld+json", "jcpoa-brief.jsonld", None, "optional",
           "digests, sources, which cite nothing; bound to a copy, citations that were not found in it",
           "web_annotation:write",
           "annotation tools that read the W3C's model, such as Apache Annotator",
           ("annotations", "annotation", "jsonld", "json-ld", "w3c")),
    Format("csl-json", "CSL-JSON: the article, every source and this data set", "reference managers, pandoc",
           "application/vnd.citationstyles.csl+json", "jcpoa-brief.csl.json", None, "none",
           _REFERENCES, "reference_managers:write_csl_json",
           "Zotero (File, Import); pandoc --citeproc",
           ("csl", "zotero")),
    Format("bibtex", "BibTeX and biblatex: the article, every source and this data set", "LaTeX, reference managers",
           "application/x-bibtex", "jcpoa-brief.bib", None, "none", _REFERENCES, "reference_managers:write_bibtex",
           "LaTeX; Zotero or JabRef (File, Import); pandoc --citeproc",
           ("bib", "biblatex", "latex", "tex")),
    Format("ris", "RIS: the article, every source and this data set", "reference managers",
           "application/x-research-info-systems", "jcpoa-brief.ris", None, "none", _REFERENCES,
           "reference_managers:write_ris",
           "EndNote, Zotero or Mendeley (File, Import)",
           ("endnote", "mendeley")),
    Format("bibliography", "A bibliography in Markdown, in APA, MLA and Chicago", "readers, teachers", "text/markdown",
           "jcpoa-brief.bibliography.md", None, "none", _REFERENCES, "bibliography:write",
           "a text editor; what shows Markdown; pandoc makes a Word or PDF file of it",
           ("references", "sources", "citations", "apa", "mla", "chicago")),
    Format("graphml", "GraphML of the network of actors", "network analysis", "application/graphml+xml",
           "jcpoa-brief.graphml", "graphml", "none",
           "events that are not actual, events that make no edge, ties of a group with its member", "graphml:write",
           "Gephi, Cytoscape, yEd; networkx, igraph",
           ("network", "graph", "gephi")),
    Format("mermaid-timeline", "Mermaid timeline", "teachers, Markdown on the web", "text/vnd.mermaid",
           "jcpoa-brief.timeline.mmd", None, "none", _UNDATED, "mermaid:write_timeline",
           _MERMAID,
           ("timeline-diagram",), dated=True),
    Format("mermaid-argument", "Mermaid flowchart of the argument", "teachers, Markdown on the web",
           "text/vnd.mermaid", "jcpoa-brief.argument.mmd", None, "none", "claims without a place in the argument",
           "mermaid:write_argument",
           _MERMAID,
           ("argument", "argument-map")),
    Format("mermaid-network", "Mermaid flowchart of the network of actors", "teachers, Markdown on the web",
           "text/vnd.mermaid", "jcpoa-brief.network.mmd", None, "none",
           "the same as GraphML, and actors without a tie", "mermaid:write_network",
           _MERMAID,
           ("network-diagram",)),
    Format("markdown", "A fact sheet in Markdown (CommonMark)", "newsrooms, wikis", "text/markdown", "jcpoa-brief.md",
           None, "none", _NOT_ON_A_SHEET, "markdown:write",
           "a text editor; what shows Markdown, such as GitHub; pandoc makes a Word or PDF file of it",
           ("md", "factsheet", "fact-sheet"),
           dated=True),
    Format("timelinejs", "TimelineJS JSON", "newsrooms", "application/json", "jcpoa-brief.timelinejs.json", None,
           "none", f"{_UNDATED}; {_CONTRADICTED}", "timelinejs:write",
           "a web page with TimelineJS, which takes the file as its data",
           ("slides", "slideshow"), dated=True),
    Format("icalendar", "iCalendar of events that are dated to the day", "calendars", "text/calendar",
           "jcpoa-brief.ics", "icalendar", "none", f"{_UNDATED}, events that are not dated to the day; {_CONTRADICTED}",
           "icalendar:write",
           "Google Calendar, Outlook, Apple Calendar, Thunderbird (import the file)",
           ("calendar", "cal", "ical", "ics", "outlook"), dated=True),
    Format("anki", "Anki cards of the glossary, as tab-separated text", "teachers and students",
           "text/tab-separated-values", "jcpoa-brief.anki.tsv", None, "none", "all but the glossary", "anki:write",
           "Anki (File, Import); the headers say the separator and the columns",
           ("flashcards", "cards", "deck")),
    Format("spans", "Spans as JSON Lines, a paragraph a line", "language technology", "application/jsonl",
           "jcpoa-brief.spans.jsonl", None, "required",
           "sources, which cite nothing, checks that were not asked for, records without a label, citations that "
           "were not found in the copy", "spans:write_jsonl",
           "Hugging Face datasets, or any JSON parser, line by line",
           ("jsonl", "ner")),
    Format("docbin", "spaCy DocBin, a paragraph a document", "language technology", "application/octet-stream",
           "jcpoa-brief.spacy", "spacy", "required", "the same as spans", "spans:write_docbin",
           "spaCy, as a DocBin whose spans are the group sc",
           ("spacy",)),
)}
# fmt: on
"""Every format by name, in the order of the documentation."""

_NEAREST: Final[dict[ExportFormat, str]] = {
    "xlsx": "xls sheet ods calc",
    "csv": "table data sqlite sql",
    "parquet": "spark",
    "markdown": "word doc docx pdf text txt html wiki report summary handout",
    "csl-json": "citation reference",
    "graphml": "gexf",
    "mermaid-timeline": "mermaid mmd diagram",
    "timelinejs": "timeline powerpoint pptx presentation",
    "anki": "tsv quizlet",
    "web-annotation": "hypothesis",
}


SAME_NAMES: Final[dict[str, ExportFormat]] = {name: one.name for one in FORMATS.values() for name in one.other_names}
"""The format of each everyday name."""

OTHER_NAMES: Final = SAME_NAMES | {name: nearest for nearest, names in _NEAREST.items() for name in names.split()}
"""These, and names of what is no format here, each with the nearest format."""


def library(module: str, format_: ExportFormat) -> Any:  # noqa: ANN401  # the libraries are no dependency: no types
    """The library that writes a format. Raises MissingExtraError, which names the extra that brings it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(format_, module, FORMATS[format_].extra or "export") from error
