"""The article as a reader holds it, the forms it is passed on in, and the reports that quote it.

Forms and frames are rows of `corpus/forms.toml` and `corpus/frames.toml`; here they are carried out.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, Protocol, TypeVar

from article_text import SourceText, sentences

FOLDER: Final = Path(__file__).parent / "corpus"
_SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")
_SHORTEST_PART: Final = 5
_LONGEST_RUN: Final = 26
# Words that may open a quotation, and words before which one may end.
_OPENERS: Final = frozenset(re.findall(r"\w+", "the a an any no there it they most which to from before in"))
_JOINERS: Final = frozenset(
    re.findall(r"\w+", "of to in on with by as which that who from and or for at under over before")
)
Half = Literal["tune", "held"]
_T = TypeVar("_T")


@dataclass(frozen=True)
class Block:
    """A paragraph of the body, a pull quote or a related title, as it stands on the page."""

    kind: Literal["paragraph", "pull_quote", "related_title"]
    text: str


@dataclass(frozen=True)
class Article:
    """The blocks of the page in their order."""

    blocks: tuple[Block, ...]

    @classmethod
    def read(cls, path: Path) -> Article:
        """The article from a copy that has blank lines between its blocks and related titles in square brackets."""
        source = SourceText.read(path)
        blocks: list[Block] = []
        for number, paragraph in enumerate(source.paragraphs, 1):
            blocks.append(Block("paragraph", paragraph))
            blocks += [
                Block("pull_quote" if one.kind == "pull_quote" else "related_title", one.text)
                for one in source.furniture
                if one.after == number
            ]
        return cls(tuple(blocks))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the body."""
        return tuple(block.text for block in self.blocks if block.kind == "paragraph")

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the body."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in sentences_of(paragraph))

    def part(self, first: int, last: int) -> Article:
        """The blocks from one paragraph to another, numbered from 1; both ends are paragraphs."""
        places = [place for place, block in enumerate(self.blocks) if block.kind == "paragraph"]
        return Article(self.blocks[places[first - 1] : places[last - 1] + 1])


def sentences_of(paragraph: str) -> list[str]:
    """The sentences of a paragraph."""
    return [paragraph[start:end] for start, end in sentences(paragraph)]  # type: ignore[arg-type]


@dataclass(frozen=True)
class Form:
    """A way to pass a text on; `forms.toml` says what each field means."""

    name: str
    kind: str
    half: Half
    unit: Literal["paragraph", "sentence", "line", "chunk"] = "paragraph"
    width: int = 72
    words: int = 12
    every: int = 1
    pattern: str = "{t}"
    plain: str = "{t}"
    join: str = "\n\n"
    gap: str = "\n\n"
    before: str = ""
    after: str = ""
    pull: str | None = None
    related: str | None = None
    swap: Sequence[Sequence[str]] = field(default_factory=list)
    command: Sequence[str] = field(default_factory=list)
    raw: bool = False
    alters: bool = False

    def apply(self, article: Article) -> str:
        """The article in this form; raises OSError or CalledProcessError where the form's tool is missing or fails."""
        number = 0
        written: list[str] = []
        for block in article.blocks:
            if block.kind != "paragraph":
                pattern = self.pull if block.kind == "pull_quote" else self.related
                written += [pattern.format(t=block.text)] if pattern is not None else []
                continue
            units: list[str] = []
            for unit in self._units(block.text):
                number += 1
                pattern = self.plain if number % self.every else self.pattern
                units.append(pattern.format_map(_counters(number, number // self.every, unit)))
            written.append((self.join if self.unit != "paragraph" else "\n\n").join(units))
        text = self.before + (self.join if self.unit == "paragraph" else self.gap).join(written) + self.after
        return run(self.command, text) if self.command else text

    def _units(self, paragraph: str) -> list[str]:
        """The paragraph, its marks changed, cut into the units that the form sets one by one."""
        for wanted, put in self.swap:
            paragraph = re.sub(wanted, put, paragraph)
        if self.unit == "sentence":
            return sentences_of(paragraph)
        if self.unit == "line":
            return textwrap.wrap(paragraph, self.width, break_long_words=False)
        if self.unit == "chunk":
            words = paragraph.split()
            return [" ".join(words[start : start + self.words]) for start in range(0, len(words), self.words)]
        return [paragraph]


def _counters(number: int, page: int, unit: str) -> Mapping[str, Any]:
    """What a pattern may name."""
    clock = [f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}" for second in (number * 4, number * 4 + 4)]
    return {
        "t": unit,
        "n": number,
        "page": page,
        "i": _ROMAN[number - 1] if number <= len(_ROMAN) else number,
        "sup": str(number).translate(_SUPERSCRIPTS),
        "start": clock[0],
        "end": clock[1],
        "minutes": clock[0][3:],
    }


def run(command: Sequence[str], text: str) -> str:
    """What a tool writes for a text; `{python}` stands for the Python that runs this."""
    filled = [part.replace("{python}", sys.executable) for part in command]
    done = subprocess.run(filled, input=text, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


@dataclass(frozen=True)
class Quotation:
    """A report with the words that it quotes, in order."""

    text: str
    quoted: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """A report that quotes; `frames.toml` says what each field means."""

    name: str
    kind: str
    half: Half
    ellipses: Sequence[Sequence[int]]
    inner: Mapping[str, str]
    text: str
    outer: Literal["same", "none"] = "same"
    seams: Literal["all", "none"] = "none"
    edges: bool = True
    wrap: int = 0
    emphasis: str = ""

    @classmethod
    def read(cls) -> list[Frame]:
        """All frames."""
        found = tomllib.loads((FOLDER / "frames.toml").read_text(encoding="utf-8"))
        return [cls(ellipses=found["ellipses"], inner=found["inner"], **row) for row in found["frame"]]

    def fill(self, article: Article, version: int) -> Quotation:
        """The report with quotations drawn from the article: always the same ones for the same frame and version."""

        def pick(options: Sequence[_T], slot: str) -> _T:
            order = random.Random(f"{self.name} {slot}").sample(options, len(options))  # noqa: S311 - no secret
            return order[version % len(order)]

        slots = [name for name in ("a", "b", "c", "s", "w", "w2", "p", "p2", "bracketed") if f"{{{name}}}" in self.text]
        given = dict(_drawn(article, slots, self.ellipses, pick))
        shown = {name: self._set(words, name) for name, words in given.items()}
        text = self.text.format_map(shown)
        if self.wrap:
            text = textwrap.fill(text, self.wrap, break_on_hyphens=False)
        joined = [f"{given['a']} {given['b']}"] if "b" in given else []
        return Quotation(text, tuple(joined or [given[name] for name in slots]))

    def _set(self, words: str, slot: str) -> str:
        """Quoted words as the report prints them: inner marks turned where they would meet the outer ones."""
        mark = self.text[self.text.index(f"{{{slot}}}") - 1]
        inner = self.inner.get(mark)
        if inner is None and self.outer == "same":
            inner = self.inner['"' if '"' in self.text else ""]
        if inner is not None:
            words = words.replace("“", inner[0]).replace("”", inner[1])
        if slot == "bracketed":
            words = f"[{words[0].upper()}]{words[1:]}"
        if self.emphasis:
            parts = words.split(" ")
            third = len(parts) // 3
            marked = self.emphasis + " ".join(parts[third : third + 3]) + self.emphasis
            words = " ".join([*parts[:third], marked, *parts[third + 3 :]])
        return words


class _Pick(Protocol):
    """Chooses one of several for a slot."""

    def __call__(self, options: Sequence[_T], slot: str, /) -> _T:
        """Choose one."""


def _drawn(
    article: Article, slots: Sequence[str], ellipses: Sequence[Sequence[int]], pick: _Pick
) -> Iterator[tuple[str, str]]:
    """Words of the article for each slot of a frame."""
    whole = [sentence for sentence in article.sentences if not sentence.startswith("“") and "—" not in sentence]
    if "c" in slots:
        number, start, end, later, last = pick(ellipses, "c")
        words = article.paragraphs[number - 1].split()
        yield "a", _bare(words[start:end])
        yield "c", _bare(words[later:last])
    elif "a" in slots:
        yield from zip("ab", pick([parts for sentence in whole for parts in _parts(sentence)], "a"), strict=True)
    if "s" in slots:
        yield "s", pick(whole, "s").rstrip(".")
    for slot in sorted({"w", "w2", "bracketed"} & set(slots)):
        runs = [run for sentence in whole for run in _runs(sentence.split())]
        yield slot, pick([run for run in runs if slot != "bracketed" or run[0].islower()], slot)
    if "p" in slots:
        number = pick(range(len(article.paragraphs) - 1), "p")
        yield "p", article.paragraphs[number]
        if "p2" in slots:
            yield "p2", article.paragraphs[number + 1]


def _runs(words: Sequence[str]) -> list[str]:
    """The runs of a sentence's words that a writer might quote: no phrase is cut at either end."""
    starts = [at for at in range(1, len(words)) if words[at] in _OPENERS or words[at - 1].endswith(",")]
    ends = [at for at in range(1, len(words)) if words[at - 1].endswith((",", ".")) or words[at] in _JOINERS]
    runs = [_bare(words[start:end]) for start in starts for end in ends if _SHORTEST_PART < end - start <= _LONGEST_RUN]
    return [run for run in runs if run.count("“") == run.count("”") and run.split()[-1] not in _OPENERS | _JOINERS]


def _bare(words: Sequence[str]) -> str:
    """Neighbouring words without the marks at their ends."""
    return " ".join(words).strip(" ,.;:—")


def _parts(sentence: str) -> Iterator[tuple[str, str]]:
    """A sentence parted at each comma that leaves enough words on both sides."""
    pieces = sentence.rstrip(".").split(", ")
    for at in range(1, len(pieces)):
        parts = ", ".join(pieces[:at]), ", ".join(pieces[at:])
        if min(len(part.split()) for part in parts) >= _SHORTEST_PART:
            yield parts
