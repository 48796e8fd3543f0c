"""Check every citation and digest of the data against the source text; prints each that does not fit and exits 1.

python scripts/check_source.py [--copy PATH]
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from typing import Any

import data_layout
import make_paragraphs
from article_text import SourceText, copy_path
from cite import UnresolvedError, resolve
from jcpoa_brief import digest_of
from jcpoa_brief._text import folded


def citations(value: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every citation below a value, with its place."""
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from citations(part, f"{place}[{number}]")
    elif isinstance(value, dict) and {"paragraph", "start", "end"} <= value.keys():
        yield place, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from citations(part, f"{place}.{key}" if "id" not in value else f"{place} ({value['id']}).{key}")


def wrong_citations(source: SourceText) -> Iterator[str]:
    """Citations whose words the source does not have, or that cut a word in two."""
    for family in data_layout.FAMILIES:
        for place, citation in citations(data_layout.read(family), family):
            text = source.paragraphs[citation["paragraph"] - 1]
            start, end = citation["start"], citation["end"]
            cited = text[start:end]
            if len(cited) != end - start or digest_of(cited) != citation["digest"]:
                yield f"{place}: the words at {citation['paragraph']}:{start}-{end} have another digest"
            elif cited != cited.strip() or (start, end) not in source.spans(citation["paragraph"], cited):
                yield f"{place}: {citation['paragraph']}:{start}-{end} cuts a word or ends in a space"


def wrong_measures(source: SourceText) -> Iterator[str]:
    """Paragraphs and furniture whose sizes or digests are not the source's."""
    for old, (number, text) in zip(data_layout.read("paragraphs"), enumerate(source.paragraphs, 1), strict=True):
        if old != make_paragraphs.paragraph(number, text, old["gist"]):
            yield f"paragraphs[{number - 1}]: run python scripts/make_paragraphs.py"
    if data_layout.read("article")["furniture"] != make_paragraphs.furniture(source):
        yield "article.furniture: run python scripts/make_paragraphs.py"


def wrong_quotes(source: SourceText) -> Iterator[str]:
    """Texts in quotation marks that no quote cites, and quotes that are not in quotation marks."""
    cited = {
        (part["paragraph"], part["start"], part["end"])
        for quote in data_layout.read("quotes")
        for part in quote["citations"]
    }
    marked: set[tuple[int, int, int]] = set()
    for number, text in enumerate(source.paragraphs, 1):
        for match in re.finditer(r'"([^"]+?)[,.]?"', folded(text)):
            marked.add((number, *match.span(1)))
    yield from (f"quotes: nothing cites the quotation at {place}" for place in sorted(marked - cited))
    yield from (f"quotes: {place} is not between quotation marks" for place in sorted(cited - marked))


def wrong_dates(source: SourceText) -> Iterator[str]:
    """Dates whose words are in none of their citations."""
    for event in data_layout.read("events"):
        for when in filter(None, (event.get("date"), *event.get("other_dates", []))):
            cited = [source.paragraphs[c["paragraph"] - 1][c["start"] : c["end"]] for c in when["citations"]]
            if not any(when["as_written"] in words for words in cited):
                yield f"events ({event['id']}): {when['as_written']!r} is in no citation of its date"


def missed_mentions(source: SourceText) -> Iterator[str]:
    """Places where an actor's name or alias occurs and neither it nor a longer name there is cited."""
    actors = data_layout.read("actors")
    taken = [(part["paragraph"], part["start"], part["end"]) for actor in actors for part in actor["citations"]]
    for actor in actors:
        for form in {actor["name"], *actor.get("aliases", [])}:
            for number in range(1, len(source.paragraphs) + 1):
                for start, end in source.spans(number, form):
                    if not any(number == at and first <= start and end <= last for at, first, last in taken):
                        yield f"actors ({actor['id']}): {form!r} at {number}:{start}-{end} is not cited"


def unresolvable(source: SourceText) -> Iterator[str]:
    """Quotes whose shipped words the source does not have."""
    for quote in data_layout.read("quotes"):
        try:
            resolve(source, quote["citations"][0]["paragraph"], quote["text"], 1)
        except UnresolvedError as error:
            yield f"quotes ({quote['id']}): {error}"


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copy", help="path of your copy of the article (default: $JCPOA_BRIEF_COPY)")
    source = SourceText.read(copy_path(parser.parse_args().copy))
    problems = [
        problem
        for check in (wrong_citations, wrong_measures, wrong_quotes, unresolvable, wrong_dates)
        for problem in check(source)
    ]
    total = sum(1 for family in data_layout.FAMILIES for _ in citations(data_layout.read(family), family))
    print("\n".join([*problems, f"{total} citations checked, {len(problems)} problems"]))
    for hint in missed_mentions(source):
        print(f"look at: {hint}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
