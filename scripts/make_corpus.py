"""Make a corpus of texts that quote the article, with what is wanted of each known by construction.

    JCPOA_BRIEF_COPY=article.txt python scripts/make_corpus.py FOLDER    writes tune.json and held.json there
    python scripts/make_corpus.py --list FOLDER                          says what they hold, by kind and tool

The texts are made with whatever of the tools in `scripts/corpus/tools.toml` is installed; what is missing is named at
the end. They hold the article's words: keep the folder out of the project. Rules are tuned on `tune.json` alone;
`held.json` holds other tools and other frames of the same kinds, and only measures.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

from article_text import copy_path
from corpus_edits import edits
from corpus_forms import FOLDER, Article, Form, Frame, Half
from corpus_tools import Chain, Reader, ToolError, Writer, share_kept, text_of, written

_ENOUGH_TO_ALTER: Final = 11
_LONGEST_SHARED: Final = 5
# Of a sentence that a tool left out, not more than this share of its words is found by chance.
_MISSING: Final = 0.5


@dataclass(frozen=True)
class Case:
    """One text. `source_text`: the source of another format, which may be refused but never accused."""

    name: str
    want: Literal["stands", "altered", "none"]
    complete: bool
    source_text: bool
    tool: str
    kind: str
    half: Half
    edit: str
    text: str


def rows(file: str, table: str) -> list[dict[str, Any]]:
    """The rows of a table of `scripts/corpus`."""
    found: list[dict[str, Any]] = tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))[table]
    return found


class Corpus:
    """The texts made so far, and what could not be made."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.cases: list[Case] = []
        self.missing: list[str] = []
        self.damaged: list[str] = []

    def add(self, case: Case, quoted: Article, *, honest: bool = True, chain: bool = False) -> None:
        """A faithful copy and an altered twin, unless the tool damaged the words themselves."""
        shares = [share_kept(case.text, sentence) for sentence in quoted.sentences]
        broken = [sentence for sentence, share in zip(quoted.sentences, shares, strict=True) if _MISSING < share < 1]
        if (broken and not case.source_text) or not case.text.strip():
            self.damaged.append(f"{case.name}: {len(broken)} sentences")
            return
        whole = len(quoted.paragraphs) == len(self.article.paragraphs)
        if honest:
            complete = whole and (case.source_text or all(share == 1 for share in shares))
            self.cases.append(replace(case, complete=complete))
        if whole or not honest or chain:
            for edit in itertools.islice(edits(case.text, quoted.paragraphs, case.name, seams=True, edges=whole), 1):
                self.cases.append(
                    replace(case, name=f"{case.name}, altered", want="altered", edit=edit.what, text=edit.text)
                )

    def add_forms(self) -> None:
        """The article, whole and in part, in each form."""
        for number, row in enumerate(rows("forms.toml", "form")):
            form = Form(**row)
            first = number % (len(self.article.paragraphs) - 2) + 1
            part = self.article.part(2, 3) if form.alters else self.article.part(first, first + number % 3)
            for scope, quoted in (("whole", self.article), ("part", part)):
                try:
                    text = form.apply(quoted)
                except (OSError, subprocess.CalledProcessError) as error:
                    self.missing.append(f"{form.name}: {error}")
                    break
                name = f"{form.kind}: {form.name}, {scope}"
                case = Case(name, "stands", False, form.raw, form.name, form.kind, form.half, "", text)
                if form.alters:
                    self.cases.append(replace(case, want="altered", edit=form.name))
                else:
                    self.add(case, quoted, honest=scope == "whole" or number % 2 == 0)

    def add_chains(self) -> None:
        """The article, whole or in part, through each writer and reader."""
        pages = {row["name"]: Form(**row) for row in rows("tools.toml", "page")}
        writers = {row["name"]: Writer(**row) for row in rows("tools.toml", "writer")}
        readers = {row["name"]: Reader(**row) for row in rows("tools.toml", "reader")}
        for row in rows("tools.toml", "chain"):
            chain = Chain(**row)
            for writer in (writers[name] for name in chain.writers):
                number = len(writer.name + chain.kind) % (len(self.article.paragraphs) - 1) + 1
                quoted = self.article.part(number, number + 1) if chain.part else self.article
                with tempfile.TemporaryDirectory() as folder:
                    try:
                        file = written(writer, pages[writer.page], quoted, Path(folder))
                    except ToolError as error:
                        self.missing.append(str(error))
                        continue
                    for reader in (readers[name] for name in chain.readers):
                        self._read(chain, writer, reader, quoted, file)

    def _read(self, chain: Chain, writer: Writer, reader: Reader, quoted: Article, file: Path) -> None:
        """One file through one reader."""
        try:
            text = text_of(reader, file)
        except ToolError as error:
            self.missing.append(str(error))
            return
        tool = f"{writer.name} > {reader.name}"
        name = f"{chain.kind}: {tool}{', part' if chain.part else ''}"
        self.add(Case(name, "stands", False, reader.raw, tool, chain.kind, chain.half, "", text), quoted, chain=True)

    def add_frames(self) -> None:
        """Reports that quote a few words, a sentence or a paragraph."""
        for frame in Frame.read():
            short = frame.fill(self.article, 0)
            longer = (frame.fill(self.article, version) for version in range(1, 20))
            long = next(
                one
                for one in longer
                if min(len(part.split()) for part in one.quoted) >= _ENOUGH_TO_ALTER or "{a}" in frame.text
            )
            case = Case("", "stands", False, False, frame.name, frame.kind, frame.half, "", "")
            base = f"{frame.kind}: {frame.name}"
            for number, quotation in enumerate((short, long), 1):
                self.cases.append(replace(case, name=f"{base} {number}", text=quotation.text))
            altered = edits(long.text, long.quoted, base, seams=frame.seams == "all", edges=frame.edges)
            for number, edit in enumerate(altered, 1):
                name = f"{base}, altered {number}"
                self.cases.append(replace(case, name=name, want="altered", edit=edit.what, text=edit.text))

    def add_unquoted(self) -> None:
        """Texts on the same subject that quote nothing: some written for this, some from the package's own words."""
        texts = [(row["half"], row["text"].strip()) for row in rows("unquoted.toml", "text")]
        own = list(_own_words())
        texts += [
            ("tune" if number % 2 else "held", " ".join(own[number * 4 : number * 4 + 4]))
            for number in range(len(own) // 4)
        ]
        for number, (half, text) in enumerate(texts, 1):
            if shared_run(text, self.article) <= _LONGEST_SHARED:
                self.cases.append(
                    Case(f"nothing quoted {number}", "none", False, False, "none", "nothing quoted", half, "", text)
                )


def _own_words() -> Iterator[str]:
    """Statements, summaries and definitions that the package gives in its own words."""
    data = Path(__file__).parent.parent / "src" / "jcpoa_brief" / "data"
    for family, name in (("claims", "statement"), ("events", "summary"), ("glossary", "definition")):
        for record in json.loads((data / f"{family}.json").read_text(encoding="utf-8")):
            if record.get(name):
                yield record[name]


def shared_run(text: str, article: Article) -> int:
    """The length of the longest run of words that a text shares with the article's paragraphs."""
    words = re.findall(r"\w+", text.casefold())
    body = " ".join(re.findall(r"\w+", " ".join(article.paragraphs).casefold()))
    longest = 0
    for start in range(len(words)):
        while start + longest < len(words) and f" {' '.join(words[start : start + longest + 1])} " in f" {body} ":
            longest += 1
    return longest


def table(cases: list[Case]) -> str:
    """How many texts there are of each kind and tool, as a Markdown table."""
    counts = Counter((case.half, case.kind, case.tool) for case in cases)
    lines = [
        f"| {half} | {kind} | {tool} | {count} |" for (half, kind, tool), count in sorted(counts.items(), reverse=True)
    ]
    return "\n".join(["| half | kind | tool | texts |", "|---|---|---|---|", *lines])


def main() -> None:
    """Make the corpus, or list what one holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="list what the folder holds, and make nothing")
    parser.add_argument("--quick", action="store_true", help="leave out the tools that start a program for each text")
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    if arguments.list:
        made = [
            Case(**one)
            for half in ("tune", "held")
            for one in json.loads((folder / f"{half}.json").read_text(encoding="utf-8"))
        ]
        print(table(made))
        return
    corpus = Corpus(Article.read(copy_path(None)))
    corpus.add_frames()
    corpus.add_forms()
    corpus.add_unquoted()
    if not arguments.quick:
        corpus.add_chains()
    folder.mkdir(parents=True, exist_ok=True)
    for half in ("tune", "held"):
        chosen = [asdict(case) for case in corpus.cases if case.half == half]
        (folder / f"{half}.json").write_text(json.dumps(chosen, ensure_ascii=False, indent=0), encoding="utf-8")
        print(f"{half}: {len(chosen)} texts")
    for heading, lines in (("not made", corpus.missing), ("words damaged by the tool, left out", corpus.damaged)):
        print(f"{heading}: {len(lines)}", *lines, sep="\n    ", file=sys.stderr)


if __name__ == "__main__":
    main()
