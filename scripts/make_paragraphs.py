"""Measure the source: write sizes and digests of paragraphs, sentences and furniture into the data, keeping the gists.

python scripts/make_paragraphs.py [--copy PATH]
"""

from __future__ import annotations

import argparse
import sys

import data_layout
from article_text import SourceText, copy_path, measures, sentences
from jcpoa_brief._text import NormalText


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copy", help="path of your copy of the article (default: $JCPOA_BRIEF_COPY)")
    source = SourceText.read(copy_path(parser.parse_args().copy))
    gists = {old["number"]: old["gist"] for old in data_layout.read("paragraphs")}
    data_layout.write(
        "paragraphs", [paragraph(number, text, gists[number]) for number, text in enumerate(source.paragraphs, 1)]
    )
    article = data_layout.read("article")
    article["furniture"] = furniture(source)
    data_layout.write("article", article)
    return 0


def paragraph(number: int, text: NormalText, gist: str) -> dict[str, object]:
    """A paragraph's record."""
    parts = [sentence(start, NormalText(text[start:end])) for start, end in sentences(text)]
    return {"number": number, "gist": gist, "characters": len(text), **measures(text), "sentences": parts}


def furniture(source: SourceText) -> list[dict[str, object]]:
    """The records of what stands between the paragraphs."""
    return [
        {
            "kind": block.kind,
            "after_paragraph": block.after,
            **({"repeats": block.repeats} if block.repeats else {"title": block.text}),
            "characters": len(block.text),
            **measures(block.text),
        }
        for block in source.furniture
    ]


def sentence(start: int, text: NormalText) -> dict[str, object]:
    """A sentence's record."""
    return {"start": start, "end": start + len(text), **measures(text)}


if __name__ == "__main__":
    sys.exit(main())
