"""Turn "paragraph, words, occurrence" into offsets and a digest, so that nobody counts characters.

    python scripts/cite.py 5 "some words" [2]      prints the citation of their second occurrence in paragraph 5 python
    scripts/cite.py --in-place [FAMILY …]   resolves every such citation in the data files, and puts citations in order

In a data file, write a citation as {"paragraph": 5, "words": "some words", "occurrence": 2}; the occurrence may be left
out if the words occur once.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

import data_layout
from article_text import SourceText, copy_path
from jcpoa_brief import digest_of


class UnresolvedError(Exception):
    """Words that are not where a citation says, or are there several times."""


def resolve(source: SourceText, paragraph: int, wanted: str, occurrence: int | None = None) -> dict[str, int | str]:
    """The citation of some words; raises UnresolvedError when they are not there or the occurrence is open."""
    if not 1 <= paragraph <= len(source.paragraphs):
        raise UnresolvedError(f"there is no paragraph {paragraph}")
    spans = source.spans(paragraph, wanted)
    if not spans:
        raise UnresolvedError(f"{wanted!r} is not in paragraph {paragraph}")
    if occurrence is None and len(spans) > 1:
        raise UnresolvedError(f"{wanted!r} occurs {len(spans)} times in paragraph {paragraph}; say which occurrence")
    if not 1 <= (occurrence or 1) <= len(spans):
        raise UnresolvedError(f"{wanted!r} occurs {len(spans)} times in paragraph {paragraph}, not {occurrence}")
    start, end = spans[(occurrence or 1) - 1]
    return {
        "paragraph": paragraph,
        "start": start,
        "end": end,
        "digest": digest_of(source.paragraphs[paragraph - 1][start:end]),
    }


def resolve_all(source: SourceText, value: Any, problems: list[str], place: str) -> Any:
    """The value with each citation by words resolved; what cannot be is added to the problems."""
    if isinstance(value, list):
        parts = [resolve_all(source, part, problems, f"{place}[{number}]") for number, part in enumerate(value)]
        return (
            sorted(parts, key=lambda part: (part["paragraph"], part["start"], part["end"]))
            if place.endswith(".citations") and parts
            else parts
        )
    if not isinstance(value, dict):
        return value
    if "words" not in value or "paragraph" not in value:
        return {key: resolve_all(source, part, problems, f"{place}.{key}") for key, part in value.items()}
    try:
        return resolve(source, value["paragraph"], value["words"], value.get("occurrence"))
    except UnresolvedError as error:
        problems.append(f"{place}: {error}")
        return {"paragraph": value["paragraph"], "start": 0, "end": 0, "digest": ""}


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "what", nargs="*", help="paragraph, words and occurrence, or with --in-place the families (default: all)"
    )
    parser.add_argument("--in-place", action="store_true", help="resolve the citations of the data files")
    parser.add_argument("--copy", help="path of your copy of the article (default: $JCPOA_BRIEF_COPY)")
    args = parser.parse_args()
    source = SourceText.read(copy_path(args.copy))
    if not args.in_place:
        if len(args.what) not in (2, 3):
            parser.error("want a paragraph, the words and perhaps an occurrence")
        try:
            number, *rest = args.what
            print(
                json.dumps(
                    resolve(source, int(number), rest[0], int(rest[1]) if rest[1:] else None), ensure_ascii=False
                )
            )
        except UnresolvedError as error:
            sys.exit(str(error))
        return 0
    problems: list[str] = []
    resolved = {
        name: resolve_all(source, data_layout.read(name), problems, name) for name in args.what or data_layout.FAMILIES
    }
    if problems:
        sys.exit("\n".join(["nothing was written:", *problems]))
    for name, content in resolved.items():
        data_layout.write(name, content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
