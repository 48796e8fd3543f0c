"""Copies of a text, made at random from a seed, with the right answer known by construction.

Every character of a copy remembers which character of which paragraph it is, so that what should be found never has to
be searched for.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from jcpoa_brief._align.quoted_forms import proves
from jcpoa_brief._model.record import Citation
from jcpoa_brief._text import folded, normal, words


class Cell(NamedTuple):
    """A character of a copy, and where it comes from."""

    char: str
    home: tuple[int, int] | None = None
    """Paragraph and offset, if it is the article's."""
    instance: int = 0
    """Which repetition of the paragraph it belongs to."""
    set_off: bool = False
    """Whether it belongs to a block that was set into a paragraph, such as a page's header."""
    unread: bool = False
    """Whether it is passed over: it parts a word at the end of a line, or belongs to the address of a link."""


Cells = list[Cell]
Block = Cells


@dataclass
class Source:
    """What copies are made of."""

    paragraphs: Sequence[str]
    sentences: Sequence[Sequence[tuple[int, int]]]
    citations: Sequence[Citation]
    furniture: Sequence[tuple[int, str]] = ()
    """Blocks between the paragraphs, each with the number of the paragraph before it."""


@dataclass
class Made:
    """A copy and what is true of it."""

    text: str
    steps: list[str]
    source: Source
    sentences: dict[tuple[int, int], str] = field(default_factory=dict)
    paragraphs: dict[int, str] = field(default_factory=dict)
    spans: dict[Citation, tuple[int, int] | None] = field(default_factory=dict)
    open: dict[Citation, set[tuple[int, int]]] = field(default_factory=dict)
    """Other places that are as right: in repetitions of a paragraph that are all altered."""
    around: dict[Citation, list[tuple[int, int] | None]] = field(default_factory=dict)
    """From the first to the last character of each citation, whatever was put between them."""
    repeated: bool = False
    """Whether a paragraph stands twice."""
    pieces: set[int] = field(default_factory=set)
    """Paragraphs whose sentences stand in different repetitions."""
    parts: set[tuple[int, int]] = field(default_factory=set)
    """Altered sentences of which the words that are there follow each other as they should: nobody can tell what was
    cut or changed at their ends from what was not quoted."""
    edges: set[tuple[int, int]] = field(default_factory=set)
    """Altered sentences whose words differ so near an end that those beyond may be another's."""
    quoted: dict[tuple[int, int], Quoted] = field(default_factory=dict)
    """Sentences of which another text quotes a part."""
    beyond: bool = False
    """Whether words stand beside a sentence in the same quotation."""
    unread: set[int] = field(default_factory=set)
    """Characters that are passed over, such as those that part a word at the end of a line."""
    unique: set[Citation] = field(default_factory=set)
    """Citations whose words stand, and nowhere else in their sentence: they must be found."""

    def read(self, start: int, end: int) -> str:
        """What stands there, without what is passed over."""
        return "".join(self.text[place] for place in range(start, end) if place not in self.unread)


LAYOUT = re.compile(r"[*_>\[\]]")
DASH = re.compile(r" ?-+ ?")


def in_plain_marks(text: str) -> str:
    """A text without marks of layout, and with one kind of dash."""
    return DASH.sub("-", normal(LAYOUT.sub("", folded(normal(text)))))


def cased_words(text: str) -> list[str]:
    """The words of a text with their capitals, but for the first letter's."""
    found = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", folded(normal(text))))
    return [found[0][0].lower() + found[0][1:], *found[1:]] if found else []


class Quoted(NamedTuple):
    """A part of a sentence in another outlet's text."""

    stretches: tuple[tuple[int, int], ...]
    """What is quoted, as offsets in the paragraph."""
    marked: bool
    """Whether it stands in quotation marks."""
    alone: bool
    """Whether nothing else was done to the copy."""


WORDS = (
    "however",
    "Tehran",
    "the",
    "said",
    "of",
    "Iran",
    "sources",
    "quietly",
    "2015",
    "harbour",
    "in",
    "a",
    "new",
    "agreement",
    "and",
    "Washington",
    "pale",
    "talks",
)
SHORT = 12
"""A changed sentence of fewer words, standing alone, cannot be told from other words."""
SHORT_IN_CAPITALS = 20
"""The same in capitals, where no citation is proved."""
COOKIES = "We value your privacy. This site uses cookies to measure its audience. Accept all"
LEADS = ("Officials in Tehran said that ", "One analysis put it so: ", "The paper by Ferrer of Iran calls this ", "")
MORE = " Nobody in Tehran ever said so."
TAILS = (", the council of Iran wrote.", " and said no more about it to anyone.", ". That was all of it.", "")
NAMELESS = (("One report has it that ", "As somebody wrote, ", ""), (" and left it at that.", ", they wrote.", ""))
"""The same around words without quotation marks, and around two quotations, which may be a sentence that was changed
between them: there a name may be the sentence's, and nobody can tell."""
ATTRIBUTION = " the spokesman of the council told reporters who had come to Tehran on Monday, "
CLAUSE = 6
"""So many words are no name that any text may have."""
EDGE = 6
"""Fewer words of a sentence, beyond a change, may be another's."""
SHARING = "Share on social media | Print | E-mail this page to a friend"


def foreign(text: str, *, set_off: bool = False) -> Cells:
    """Characters that are not the article's."""
    return [Cell(char, set_off=set_off) for char in text]


class Maker:
    """Makes one copy from one seed."""

    def __init__(self, source: Source, seed: int) -> None:
        self.random = random.Random(seed)
        self.source = source
        self.steps: list[str] = []
        self.quoted: dict[tuple[int, int], Quoted] = {}
        self.hyphenated = False
        self.beyond = False
        self.blocks: list[Block] = []
        pulls = list(source.furniture)
        for number, text in enumerate(source.paragraphs, 1):
            self.blocks.append([Cell(char, (number, offset)) for offset, char in enumerate(text)])
            self.blocks += [foreign(block) for after, block in pulls if after == number]

    # -- the parts of a copy --

    def homes(self) -> list[int]:
        """The blocks that are paragraphs."""
        return [number for number, block in enumerate(self.blocks) if any(cell.home for cell in block)]

    def pick(self) -> int:
        """A paragraph's block."""
        return self.random.choice(self.homes())

    def spans_of_words(self, block: Block) -> list[tuple[int, int]]:
        """The words of a block, as stretches of cells."""
        spans: list[tuple[int, int]] = []
        start: int | None = None
        for number, cell in enumerate([*block, Cell(" ")]):
            inside = cell.char.isalnum()
            if inside and start is None:
                start = number
            elif not inside and start is not None:
                spans.append((start, number))
                start = None
        return spans

    def a_word(self, block: Block) -> tuple[int, int] | None:
        """A word of the block that is the article's."""
        spans = [span for span in self.spans_of_words(block) if all(cell.home for cell in block[slice(*span)])]
        return self.random.choice(spans) if spans else None

    # -- what copies have and lack --

    def excerpt(self) -> None:
        """Some paragraphs only."""
        kept = set(self.random.sample(self.homes(), self.random.randint(1, len(self.homes()))))
        with_blocks = self.random.random() < 0.5
        self.blocks = [
            block
            for number, block in enumerate(self.blocks)
            if number in kept or (with_blocks and not any(cell.home for cell in block))
        ]

    def one_sentence(self) -> None:
        """One sentence, in another text."""
        block = self.blocks[self.pick()]
        sentence = self.random.choice(self._sentences(block))
        before = foreign("As one analysis put it at the time: ") if self.random.random() < 0.5 else []
        behind = foreign(" That view was widely shared.") if self.random.random() < 0.5 else []
        if self.random.random() < 0.4:
            opening, closing = self.random.choice([("“", "”"), ('"', '"'), ("«", "»")])
            first, last = self.random.choice([("", ""), ("", MORE), (MORE, ""), (MORE, MORE)])
            before += foreign(opening + first.lstrip() + " " * bool(first))
            behind = [*foreign(last + closing), *behind]
            self.beyond = bool(first or last)
        self.blocks = [[*before, *sentence, *behind]]

    def quote_part(self) -> None:
        """Part of a sentence, or two, in another outlet's text."""
        number = self.pick()
        block = self.blocks[number]
        numbers = {cell.home[0] for cell in block if cell.home}
        paragraph = min(numbers)
        sentences = self.source.sentences[paragraph - 1]
        index = self.random.randrange(len(sentences))
        stretches = self._stretches(paragraph, sentences[index])
        if len(numbers) > 1 or not stretches or any(self._cuts_a_number(paragraph, one) for one in stretches):
            return
        opening, closing = self.random.choice([("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("", "")])
        kept = [
            [
                *foreign(opening),
                *(cell for cell in block if cell.home and start <= cell.home[1] < end),
                *foreign(closing),
            ]
            for start, end in stretches
        ]
        if self.random.random() < QUOTED_FORMS:
            kept = [_as_quoted(part) for part in kept]
        if len(stretches) > 1 and not opening:
            kept, stretches = kept[:1], stretches[:1]
        inner = [*kept[0]] if len(kept) == 1 else [*kept[0], *foreign("," + ATTRIBUTION), *kept[1]]
        leads, tails = (LEADS, TAILS) if opening and len(kept) == 1 else NAMELESS
        lead, tail = self.random.choice(leads), self.random.choice(tails)
        before, behind = (words(part).split() for part in self._around(paragraph, stretches))
        if words(lead).split()[-1:] == before[-1:] or words(tail).split()[:1] == behind[:1]:
            lead = tail = ""  # somebody's own words that the sentence has there too would be its own
        self.blocks[number] = [*foreign(lead), *inner, *foreign(tail)]
        self.quoted[paragraph, index] = Quoted(tuple(stretches), bool(opening), alone=False)
        if self.random.random() < 0.5:
            self.blocks = [self.blocks[number]]

    def _cuts_a_number(self, paragraph: int, stretch: tuple[int, int]) -> bool:
        """Whether a stretch begins or ends at the point of a number, which is one word."""
        text = self.source.paragraphs[paragraph - 1]
        around = (text[max(place - 2, 0) : place + 2] for place in (stretch[0] - 1, stretch[1]))
        return any(re.search(r"\d[.,]\d", part) for part in around)

    def _around(self, paragraph: int, stretches: list[tuple[int, int]]) -> tuple[str, str]:
        """The paragraph before what is quoted of it, and behind."""
        text = self.source.paragraphs[paragraph - 1]
        return text[: stretches[0][0]], text[stretches[-1][1] :]

    def _stretches(self, paragraph: int, sentence: tuple[int, int]) -> list[tuple[int, int]]:
        """Stretches of whole words of a sentence: a clause that is cited, or any words."""
        text = self.source.paragraphs[paragraph - 1]
        spans = [
            (start + sentence[0], end + sentence[0])
            for start, end in self.spans_of_words([Cell(char) for char in text[slice(*sentence)]])
        ]
        clauses = [
            (one.start, one.end)
            for one in self.source.citations
            if one.paragraph == paragraph
            and sentence[0] <= one.start < one.end <= sentence[1]
            and CLAUSE <= len(words(text[one.start : one.end]).split()) < len(spans) - 1
        ]
        if clauses and self.random.random() < 0.6:
            return [self.random.choice(clauses)]
        if len(spans) < 4 * CLAUSE:
            return []
        first = self.random.randrange(len(spans) - CLAUSE - 1)
        last = self.random.randrange(first + CLAUSE, len(spans) - 1)
        if last - first > 3 * CLAUSE and self.random.random() < 0.5:
            return [(spans[first][0], spans[first + CLAUSE][1]), (spans[last - CLAUSE][0], spans[last][1])]
        return [(spans[first][0], spans[last][1])]

    def reorder(self) -> None:
        """The blocks in another order."""
        self.random.shuffle(self.blocks)

    def repeat(self) -> None:
        """A paragraph twice."""
        again = [cell._replace(instance=cell.instance + 1) for cell in self.blocks[self.pick()]]
        self.blocks.insert(self.random.randint(0, len(self.blocks)), again)

    def no_furniture(self) -> None:
        """No pull quotes, no links."""
        self.blocks = [block for block in self.blocks if any(cell.home for cell in block)]

    def notices(self) -> None:
        """What pages have around their text."""
        for text in (COOKIES, SHARING, "Related stories", "12 comments", "The Daily Paper, page 3"):
            if self.random.random() < 0.6:
                self.blocks.insert(self.random.randint(0, len(self.blocks)), foreign(text))

    def run_together(self) -> None:
        """Two paragraphs in one block."""
        number = self.random.randrange(max(len(self.blocks) - 1, 1))
        if number + 1 < len(self.blocks):
            between = self.random.choice([" ", "  ", ""])
            first, second = self.blocks[number], self.blocks[number + 1]
            if not between and (first[-1].char.isalnum() and second[0].char.isalnum()):
                between = " "
            self.blocks[number : number + 2] = [[*first, *foreign(between), *second]]

    def page_header(self) -> None:
        """A page's header in the middle of a paragraph."""
        number = self.pick()
        block = self.blocks[number]
        spaces = [
            place for place, cell in enumerate(block) if cell.char == " " and cell.home and self._is_long(cell.home)
        ]
        twice = any(cell.set_off for cell in block) or any(cell.instance for one in self.blocks for cell in one)
        if spaces and not twice:
            place = self.random.choice(spaces)
            header = self.random.choice(["\n\n4 | The Daily Paper\n\n", "\n\f The Daily Paper\n", "\n17\n\n"])
            self.blocks[number] = [*block[:place], *foreign(header, set_off=True), *block[place + 1 :]]

    def _is_long(self, home: tuple[int, int]) -> bool:
        """Whether the sentence there has enough words to be known by its halves."""
        number, offset = home
        start, end = [span for span in self.source.sentences[number - 1] if span[0] <= offset][-1]
        return len(words(self.source.paragraphs[number - 1][start:end]).split()) >= SHORT

    # -- edits --

    def replace(self) -> None:
        """Another word for a word."""
        number = self.pick()
        block = self.blocks[number]
        span = self.a_word(block)
        if span:
            old = words("".join(cell.char for cell in block[slice(*span)]))
            new = self.random.choice([word for word in WORDS if words(word) != old])
            self.blocks[number] = [*block[: span[0]], *foreign(new), *block[span[1] :]]

    def twist(self) -> None:
        """One letter or digit of a word changed, its length kept."""
        number = self.pick()
        block = self.blocks[number]
        span = self.a_word(block)
        if span:
            place = self.random.randrange(*span)
            char = block[place].char
            new = self.random.choice(
                [other for other in ("0123456789" if char.isdigit() else "aeiou") if other != char.casefold()]
            )
            self.blocks[number] = [
                *block[: span[0]],
                *foreign("".join(new if at == place else block[at].char for at in range(*span))),
                *block[span[1] :],
            ]

    def change_number(self) -> None:
        """Another number or date."""
        number = self.pick()
        block = self.blocks[number]
        spans = [
            span
            for span in self.spans_of_words(block)
            if all(cell.char.isdigit() and cell.home for cell in block[slice(*span)])
        ]
        if spans:
            span = self.random.choice(spans)
            old = "".join(cell.char for cell in block[slice(*span)])
            self.blocks[number] = [
                *block[: span[0]],
                *foreign(str(int(old) + self.random.choice([1, 10, 985]))),
                *block[span[1] :],
            ]

    def insert(self) -> None:
        """One to four words more."""
        number = self.pick()
        block = self.blocks[number]
        span = self.a_word(block)
        if span:
            new = "".join(f"{self.random.choice(WORDS)} " for _ in range(self.random.randint(1, 4)))
            place = span[0]
            while place and not block[place - 1].char.isspace():
                place -= 1
            before, behind = (
                words("".join(cell.char for cell in part)).split() for part in (block[:place], block[place:])
            )
            if words(new).split()[-1:] == before[-1:] or words(new).split()[0] == behind[0]:
                return  # nobody could tell which of two equal words was put in
            self.blocks[number] = [*block[:place], *foreign(new), *block[place:]]

    def append(self) -> None:
        """A word more behind a sentence's last, before its closing mark."""
        number = self.pick()
        once = len({cell.instance for cell in self.blocks[number] if cell.home}) == 1
        parts = self._sentences(self.blocks[number]) if once else []
        part = self.random.choice(parts) if parts else []
        spans = self.spans_of_words(part)
        if spans:
            place = spans[-1][1]
            part[place:place] = foreign(f" {self.random.choice(WORDS)}")
            self.blocks[number] = self._joined(parts)

    def delete(self) -> None:
        """One to three words less."""
        number = self.pick()
        block = self.blocks[number]
        spans = [span for span in self.spans_of_words(block) if all(cell.home for cell in block[slice(*span)])]
        if len(spans) > 8:
            first = self.random.randrange(len(spans) - 3)
            last = first + self.random.randint(1, 3)
            start, end = spans[first][0], spans[last][0]
            if all(cell.home for cell in block[start:end]):
                self.blocks[number] = block[:start] + block[end:]

    def footnote(self) -> None:
        """A footnote's mark behind a word or a sentence."""
        number = self.pick()
        block = self.blocks[number]
        span = self.a_word(block)
        if span:
            place = span[1]
            while self.random.random() < 0.5 and place < len(block) and not block[place].char.isspace():
                place += 1
            mark = self.random.choice(["[3]", "²", "(4)", "*", "[12]"])
            self.blocks[number] = [*block[:place], *foreign(mark), *block[place:]]

    def drop_sentence(self) -> None:
        """A sentence less."""
        number = self.pick()
        parts = self._sentences(self.blocks[number])
        if len(parts) > 1:
            parts.pop(self.random.randrange(len(parts)))
            self.blocks[number] = self._joined(parts)

    def swap_sentences(self) -> None:
        """Two neighbouring sentences change places."""
        number = self.pick()
        parts = self._sentences(self.blocks[number])
        if len(parts) > 1:
            place = self.random.randrange(len(parts) - 1)
            parts[place], parts[place + 1] = parts[place + 1], parts[place]
            self.blocks[number] = self._joined(parts)

    def _sentences(self, block: Block) -> list[Cells]:
        homes = [cell.home for cell in block if cell.home]
        numbers = list(dict.fromkeys(home[0] for home in homes))
        parts: list[Cells] = []
        for number in numbers:
            for start, end in self.source.sentences[number - 1]:
                inside = [
                    at
                    for at, cell in enumerate(block)
                    if cell.home and cell.home[0] == number and start <= cell.home[1] < end
                ]
                if inside:
                    parts.append(block[inside[0] : inside[-1] + 1])
        return parts

    def _joined(self, parts: list[Cells]) -> Cells:
        return [cell for number, part in enumerate(parts) for cell in ([*foreign(" "), *part] if number else part)]

    # -- marks --

    def mapped(self, change: Callable[[str], str]) -> None:
        """Each character changed on its own."""
        self.blocks = [
            [cell._replace(char=part) for cell in block for part in change(cell.char)] for block in self.blocks
        ]

    def straight(self) -> None:
        """Straight quotation marks."""
        self.mapped(lambda char: {"“": '"', "”": '"', "’": "'", "‘": "'"}.get(char, char))

    def short_dashes(self) -> None:
        """Another dash for each."""
        self.mapped(lambda char: {"—": "–"}.get(char, char))

    def two_hyphens(self) -> None:
        """Two hyphens for a dash."""
        self.mapped(lambda char: {"—": "--"}.get(char, char))

    def closed_dashes(self) -> None:
        """No space around a dash."""
        self.blocks = [
            [
                cell
                for at, cell in enumerate(block)
                if not (
                    cell.char == " "
                    and any(near.char in "—–" for near in (*block[at - 1 : at], *block[at + 1 : at + 2]))
                )
            ]
            for block in self.blocks
        ]

    def capitals(self) -> None:
        """All capitals."""
        self.mapped(str.upper)

    def decomposed(self) -> None:
        """Accents apart from their letters."""
        self.mapped(lambda char: unicodedata.normalize("NFD", char))

    def ligatures(self) -> None:
        """One sign for f and i, and for f and l."""
        for block in self.blocks:
            for at in range(len(block) - 1, 0, -1):
                both = block[at - 1].char + block[at].char
                if both in ("fi", "fl"):
                    block[at - 1 : at + 1] = [block[at - 1]._replace(char={"fi": "ﬁ", "fl": "ﬂ"}[both])]

    def emphasis(self) -> None:
        """Marks of bold and italics around some words."""
        for number in self.homes():
            span = self.a_word(self.blocks[number])
            if span and self.random.random() < 0.7:
                block = self.blocks[number]
                mark = self.random.choice(["**", "_", "*", "__"])
                self.blocks[number] = [
                    *block[: span[0]],
                    *foreign(mark),
                    *block[slice(*span)],
                    *foreign(mark),
                    *block[span[1] :],
                ]

    def links(self) -> None:
        """Links on some words, as in Markdown, or with the address behind them, as in a mail."""
        for number in self.homes():
            span = self.a_word(self.blocks[number])
            block = self.blocks[number]
            behind = "".join(cell.char for cell in block[span[1] : span[1] + 2]) if span else ""
            if span and not re.match(r"[.,]\d", behind) and self.random.random() < 0.5:
                opening, closing = self.random.choice(
                    [("[", "](https://example.org/a_(b)?c=1#d)"), ("", " <https://a.org>")]
                )
                address = [Cell(char, unread=True) for char in closing.removeprefix("]")]
                bracket = foreign("]" if closing.startswith("]") else "")
                linked = [*foreign(opening), *block[slice(*span)], *bracket, *address]
                self.blocks[number] = [*block[: span[0]], *linked, *block[span[1] :]]

    def invisible(self) -> None:
        """Soft hyphens and zero-width spaces inside words."""
        for number, block in enumerate(self.blocks):
            self.blocks[number] = [
                cell
                for at, old in enumerate(block)
                for cell in (
                    [old, Cell(self.random.choice("\u00ad\u200b\u2060"))]
                    if old.char.isalpha()
                    and not old.unread
                    and block[at + 1 : at + 2]
                    and block[at + 1].char.isalpha()
                    and self.random.random() < 0.03
                    else [old]
                )
            ]

    def hard_spaces(self) -> None:
        """No-break spaces for some spaces."""
        self.blocks = [
            [
                cell._replace(char="\u00a0") if cell.char == " " and self.random.random() < 0.2 else cell
                for cell in block
            ]
            for block in self.blocks
        ]

    # -- layout --

    def laid_out(self) -> Cells:
        """All blocks one behind the other, wrapped and quoted in some way."""
        ending = self.random.choice(["\n", "\n", "\n", "\r\n"])
        between = self.random.choice([ending * 2, ending * 2, ending * 2, ending, ending * 3, " "])
        width = self.random.choice([0, 0, 0, 20, 40, 66, 72, 100])
        self.hyphenated = width > 0 and self.random.random() < 0.3
        quoting = self.random.choice(["", "", "", "", "> ", ">", ">> ", "    "]) if between != " " else ""
        top = self.random.choice(["", "", "", "\ufeff", "# A headline\n\n", "From: a reader\nSubject: the article\n\n"])
        self.steps.append(f"{ending=} {between=} {width=} {quoting=} hyphens={self.hyphenated}")
        cells: Cells = []
        for number, block in enumerate(self.blocks):
            if number:
                cells += foreign(between)
            cells += self._wrapped(block, width, ending)
        if quoting:
            cells = [
                part for at, cell in enumerate(cells) for part in (*_quoting(quoting, cells[max(at - 1, 0) : at]), cell)
            ]
        return [*foreign(top), *cells]

    def _wrapped(self, block: Block, width: int, ending: str) -> Cells:
        cells: Cells = []
        column = 0
        for at, cell in enumerate(block):
            column += 1
            if self.hyphenated and column > width and self._inside_a_word(block, at):
                cells += [Cell(char, unread=True, set_off=cell.set_off) for char in f"-{ending}"]
                column = 1
            if width and cell.char == " " and column >= width:
                cells += [cell._replace(char=char) for char in ending]
                column = 0
            else:
                cells.append(cell)
        return cells

    def _inside_a_word(self, block: Block, at: int) -> bool:
        """Whether a word may be parted before a character: between two letters, two and three from its ends."""
        around = [" " if cell.unread else cell.char for cell in block[max(at - 2, 0) : at + 3]]
        return at > 1 and len(around) == 5 and all(char.isalpha() and char.isascii() for char in around)


def _as_quoted(part: Cells) -> Cells:
    """A quotation as a style guide wants it: another first letter, single marks inside."""
    single = str.maketrans("“”", "‘’")
    first = next((at for at, cell in enumerate(part) if cell.home), 0)
    inside = [cell if cell.home is None else cell._replace(char=cell.char.translate(single)) for cell in part]
    return [*inside[:first], inside[first]._replace(char=inside[first].char.swapcase()), *inside[first + 1 :]]


def _quoting(mark: str, before: Cells) -> Cells:
    """What a mail program puts before a line, behind what ends the line before it."""
    if before and before[0].char != "\n":
        return []
    return [Cell(char, unread=bool(before) and before[0].unread) for char in mark]


QUOTED_FORMS = 0.25
"""How many of these turn the case of the first letter, and have single marks inside."""
QUOTATIONS = 0.15
"""How many copies quote part of a sentence."""
WHATS: Sequence[str] = ("excerpt", "one_sentence", "reorder", "repeat", "no_furniture", "notices", "run_together")
MARKS: Sequence[str] = (
    "straight", "short_dashes", "two_hyphens", "closed_dashes", "capitals", "decomposed", "ligatures", "emphasis",
    "links", "invisible", "hard_spaces",
)  # fmt: skip
EDITS: Sequence[str] = (
    "replace", "twist", "change_number", "insert", "append", "delete", "footnote", "drop_sentence", "swap_sentences",
    "page_header",
)  # fmt: skip


WITHOUT_EFFECT: Sequence[str] = (
    "excerpt", "reorder", "no_furniture", "notices", "straight", "short_dashes", "two_hyphens", "closed_dashes",
    "emphasis", "links", "invisible", "hard_spaces",
)  # fmt: skip
"""Steps that change nothing of what is known of a part of a sentence."""


def make(source: Source, seed: int) -> Made:
    """The copy of a seed."""
    maker = Maker(source, seed)
    chance = maker.random
    kind = chance.random()
    chosen = [step for step in WHATS if chance.random() < 0.2]
    if kind < 0.6:
        chosen += chance.choices(EDITS, k=chance.choice([1, 1, 1, 2, 2, 3]))
    if kind > 0.3:
        chosen += [step for step in MARKS if chance.random() < 0.15]
    if chance.random() < QUOTATIONS:
        chosen = ["quote_part", *(step for step in chosen if step != "one_sentence" and chance.random() < 0.4)]
    for step in chosen:
        getattr(maker, step)()
    maker.steps += chosen
    cells = maker.laid_out()
    made = judged(source, cells, maker.steps)
    alone = set(chosen) <= {"quote_part", *WITHOUT_EFFECT}
    made.beyond = maker.beyond
    made.quoted = {place: one._replace(alone=alone) for place, one in maker.quoted.items()}
    return made


def judged(source: Source, cells: Cells, steps: list[str]) -> Made:
    """What is true of a copy."""
    made = Made("".join(cell.char for cell in cells), steps, source)
    at: dict[tuple[int, int, int], list[int]] = {}
    for place, cell in enumerate(cells):
        if cell.home:
            at.setdefault((cell.instance, *cell.home), []).append(place)
    copy = _Copy(made.text, cells, at)
    instances = sorted({key[0] for key in at}) or [0]
    made.repeated = len(instances) > 1
    made.unread = {place for place, cell in enumerate(cells) if cell.unread}
    for number, (text, sentences) in enumerate(zip(source.paragraphs, source.sentences, strict=True), 1):
        tried = [_Judge(copy, instance, number, text, sentences) for instance in instances]
        for judge in tried:
            judge.run()
        whole = [judge for judge in tried if judge.verdict in ORDER[:3]]
        if whole:
            best = min(whole, key=lambda judge: (ORDER.index(judge.verdict), judge.first))
            chosen = [best] * len(sentences)
            made.paragraphs[number] = best.verdict
        else:
            made.pieces.add(number)
            chosen = [min(tried, key=lambda judge: judge.standing(index)) for index in range(len(sentences))]
            made.paragraphs[number] = chosen[0].verdict
            if len(set(map(id, chosen))) == 1:
                made.pieces.remove(number)
        made.sentences.update({(number, index): judge.verdicts[index] for index, judge in enumerate(chosen)})
        made.parts |= {(number, index) for index, judge in enumerate(chosen) if judge.differs_inside(index) is None}
        made.edges |= {
            (number, index) for index, judge in enumerate(chosen) if (judge.differs_inside(index) or 0) < EDGE
        }
        for citation in (one for one in source.citations if one.paragraph == number):
            _place(made, citation, chosen, tried)
    return made


def _place(made: Made, citation: Citation, chosen: list[_Judge], tried: list[_Judge]) -> None:
    """Where a citation stands."""
    index = next(at for at, (start, end) in enumerate(chosen[0].sentences) if start <= citation.start <= end)
    made.spans[citation], unique = chosen[index].span_of(citation)
    made.around[citation] = [chosen[index].extent(citation.start, citation.end)]
    if len(tried) > 1 and (chosen[index].verdicts[index] == "altered" or made.unread):
        spans = [judge.span_of(citation)[0] for judge in tried]
        made.open[citation] = {span for span in spans if span}
        made.around[citation] = [judge.extent(citation.start, citation.end) for judge in tried]
    elif unique:
        made.unique.add(citation)


ORDER = ["exact", "typographic", "same_words", "altered", "missing"]


class _Copy(NamedTuple):
    """A copy: its text, its characters and where each of the article's stands."""

    text: str
    cells: Cells
    at: dict[tuple[int, int, int], list[int]]


class _Judge:
    """What is true of one repetition of one paragraph."""

    def __init__(
        self, copy: _Copy, instance: int, number: int, text: str, sentences: Sequence[tuple[int, int]]
    ) -> None:
        self.copy, self.cells, self.at = copy
        self.instance = instance
        self.number, self.text, self.sentences = number, text, sentences
        self.verdict = "missing"
        self.verdicts: list[str] = []
        self.first = len(self.copy)
        self.extents: list[tuple[int, int] | None] = []

    def standing(self, index: int) -> tuple[int, int]:
        """How well a sentence stands here, and where."""
        extent = self.extents[index]
        return ORDER.index(self.verdicts[index]), extent[0] if extent else 0

    def extent(self, start: int, end: int) -> tuple[int, int] | None:
        """From the first to the last character of a stretch of the paragraph, in the copy."""
        places = [
            place for offset in range(start, end) for place in self.at.get((self.instance, self.number, offset), ())
        ]
        return (min(places), max(places) + 1) if places else None

    def said(self, extent: tuple[int, int]) -> str:
        """What stands there, without what was set into it."""
        return "".join(
            "" if cell.unread or (cell.set_off and not cell.char.isspace()) else cell.char
            for cell in self.cells[slice(*extent)]
        )

    def read(self, extent: tuple[int, int]) -> str:
        """What stands there, without what is passed over."""
        return "".join(cell.char for cell in self.cells[slice(*extent)] if not cell.unread)

    def form(self, extent: tuple[int, int], start: int, end: int) -> str:
        """How a stretch stands."""
        said, source = normal(self.said(extent)), normal(self.text[start:end])
        if any(cell.unread and not cell.set_off for cell in self.cells[slice(*extent)]) and folded(said) == folded(
            source
        ):
            return "same_words"
        if said == source:
            return "exact"
        if folded(said) == folded(source):
            return "typographic"
        inner = [offset for offset in range(start, end) if self.text[offset].isalnum()]
        letters = self.extent(inner[0], inner[-1] + 1)
        behind = unicodedata.normalize("NFKC", self.copy[letters[1] : letters[1] + 1]) if letters else ""
        added = letters is not None and re.match(r"[\s,;]+\w", self.said((letters[1], extent[1])))
        if behind[:1].isalnum() or added:
            return "altered"
        return "same_words" if letters and words(self.said(letters)) == words(source) else "altered"

    def differs_inside(self, index: int) -> int | None:
        """How many words of an altered sentence stand beyond what differs inside it, on the side where they are fewer;
        none, if nothing inside it differs.
        """
        extent = self.extents[index]
        if extent is None:
            return None
        homes = [cell.home[1] for cell in self.cells[slice(*extent)] if cell.home and cell.home[0] == self.number]
        said = words(self.said(extent)).split()
        source = words(self.text[min(homes) : max(homes) + 1]).split()
        if said == source:
            return None
        before = next((at for at, pair in enumerate(zip(said, source, strict=False)) if pair[0] != pair[1]), 0)
        behind = next(
            (at for at, pair in enumerate(zip(said[::-1], source[::-1], strict=False)) if pair[0] != pair[1]), 0
        )
        return min(before, behind)

    def run(self) -> None:
        """Judge sentences and paragraph."""
        self.extents = extents = [self.extent(start, end) for start, end in self.sentences]
        self.verdicts = [
            self.form(extent, start, end) if extent else "missing"
            for extent, (start, end) in zip(extents, self.sentences, strict=True)
        ]
        there = [extent for extent in extents if extent]
        if not there:
            return
        whole = (min(extent[0] for extent in there), max(extent[1] for extent in there))
        self.first = whole[0]
        self.verdict = self.form(whole, 0, len(self.text))
        if any(cell.set_off for cell in self.cells[slice(*whole)]) and self.verdict != "altered":
            self.verdict = max(self.verdicts, key=ORDER.index)  # the block's own marks do not count between sentences
        if self.verdict != "altered" or "altered" in self.verdicts:
            return
        in_order = all(first[1] <= second[0] for first, second in pairwise(there))
        between = [words(self.said((first[1], second[0]))).split() for first, second in pairwise(there)]
        most = len(words(self.text).split())
        apart = any(len(part) > most for part in between)  # further than the paragraph is long: quotations of their own
        if len(there) == len(self.sentences) and not apart:
            return
        if in_order and not any(part and len(part) <= most for part in between):
            self.verdict = "partial"

    def span_of(self, citation: Citation) -> tuple[tuple[int, int] | None, bool]:
        """Where a citation stands, and whether it must be found."""
        extent = self.extent(citation.start, citation.end)
        if extent is None:
            return None, False
        first, last = (
            next(number for number, (start, end) in enumerate(self.sentences) if start <= place <= end)
            for place in (citation.start, citation.end - 1)
        )
        met = self.verdicts[first : last + 1]
        said = self.read(extent)
        proved = proves(folded(normal(said)), citation.digest) or self._alike(citation, said)
        cut = _cuts(self.copy, extent)
        stand = "same_words" in met and not {"altered", "missing"} & set(met)
        if stand and not any(cell.set_off for cell in self.cells[slice(*extent)]):
            return (extent, True) if words(said) == words(self.text[citation.start : citation.end]) else (None, False)
        if not proved or cut:
            return None, False
        start, end = self.extent(self.sentences[first][0], self.sentences[last][1]) or extent
        return extent, words(f" {self.read((start, end))} ").count(words(said)) == 1

    def _alike(self, citation: Citation, said: str) -> bool:
        """Whether what was said has the words of a citation, and its marks but for those of layout and dashes."""
        source = self.text[citation.start : citation.end]
        return words(said) == words(source) and in_plain_marks(said) == in_plain_marks(source)


def _cuts(text: str, extent: tuple[int, int]) -> bool:
    before, first = text[extent[0] - 1 : extent[0]], text[extent[0]]
    last, behind = text[extent[1] - 1], text[extent[1] : extent[1] + 1]
    return any(
        (one.isalpha() and two.isalpha()) or (one.isdigit() and two.isdigit())
        for one, two in ((before, first), (last, behind))
    )
