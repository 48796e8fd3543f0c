"""A proved sentence as the copy has it: its normal form, and where each of its characters stands in the copy."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from .._model.paragraph import Sentence
from .._model.record import Citation
from .._text import NormalText, digest_of, folded, full_digest
from .canvas import BLOCK
from .proof import Proof
from .streams import HYPHENS
from .words import Text

SentenceVerdict: TypeAlias = Literal["exact", "typographic", "same_words", "missing"]
"""What became of a sentence in a copy: it stands ``exact``, or ``typographic`` (equal when quotation marks and dashes
are made plain), or its ``same_words`` stand with other marks or capitals; or it is ``missing``, which says that it is
not proved."""

_LAYOUT: Final = re.compile(r"[*_~#|>{}\\\[\]\0]|(?:(?<=[\n\r])|(?<=\A))[ \t]*(?:[>+#*/%;-]|//)+[ \t]?")
_LEAD: Final = 3
_TAIL: Final = 5


@dataclass(frozen=True)
class Shown:
    """Words in normal form, with the way back to the text that they stand in."""

    text: str
    starts: tuple[int, ...]
    """For each character the offset of the one that it was in the text."""
    words: tuple[tuple[int, int], ...]
    """Where each word stands in the normal form."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the normal form stands in the text."""
        return self.starts[start], self.starts[end - 1] + 1

    def cut(self, start: int, end: int) -> Shown:
        """A stretch that holds all words."""
        words = tuple((first - start, stop - start) for first, stop in self.words)
        return Shown(self.text[start:end], self.starts[start:end], words)


def shown(text: Text, proof: Proof) -> Shown:  # noqa: C901  # one walk over the words of a proof
    """The words of a proof as the text has them, with the marks between, before and behind them."""
    chars: list[str] = []
    starts: list[int] = []
    words: list[tuple[int, int]] = []

    def write(start: int, end: int, *, word: bool = False) -> None:
        unseen = {place for match in _LAYOUT.finditer(text.painted, start, end) for place in range(*match.span())}
        for place in range(start, end):
            char = " " if text.painted[place].isspace() or text.painted[place] == BLOCK else text.painted[place]
            if word and (char == " " or HYPHENS.match(char)):
                continue
            if (char == " " and chars and chars[-1] == " ") or (place in unseen and char != " "):
                continue
            if (
                unicodedata.combining(char)
                and chars
                and len(whole := unicodedata.normalize("NFC", chars[-1] + char)) == 1
            ):
                chars[-1] = whole
                continue
            chars.append(char)
            starts.append(place)

    first, _last = proof[0], proof[-1]
    lead = first.start
    while (
        lead > max(first.start - _LEAD, 0)
        and not text.painted[lead - 1].isspace()
        and not text.painted[lead - 1].isalnum()
    ):
        lead -= 1
    write(lead, first.start)
    reached = first.start
    for number, token in enumerate(proof):
        if number:
            between = text.painted[reached : token.start]
            if token.start >= reached and not re.search(r"[^\W_]", between):
                write(reached, token.start)
            elif token.start > reached and chars[-1] != " ":
                chars.append(" ")
                starts.append(reached)
        begin = len(chars)
        write(token.start, token.end, word=True)
        words.append((begin, len(chars)))
        reached = token.end
    tail = reached
    while (
        tail < min(reached + _TAIL, len(text.painted))
        and not text.painted[tail].isspace()
        and not text.painted[tail].isalnum()
    ):
        tail += 1
    write(reached, tail)
    return Shown("".join(chars), tuple(starts), tuple(words))


def judged(whole: Shown, sentence: Sentence) -> tuple[SentenceVerdict, Shown]:
    """How a sentence stands that was proved by its words, and its normal form without marks that are not its own."""
    first, last = whole.words[0][0], whole.words[-1][1]
    cuts = [
        whole.cut(start, end)
        for start in range(first + 1)
        for end in range(last, len(whole.text) + 1)
        if end - start == sentence.end - sentence.start
    ]
    for one in cuts:
        if full_digest(NormalText(one.text)) == sentence.sha256:
            return "exact", one
    for one in cuts:
        if full_digest(folded(NormalText(one.text))) == sentence.folded_sha256:
            return "typographic", one
    return "same_words", whole.cut(first, len(whole.text))


def place_in(form: Shown, verdict: SentenceVerdict, sentence: Sentence, citation: Citation) -> tuple[int, int] | None:
    """Where a citation stands in the normal form of its sentence, if that is sure."""
    start, end = citation.start - sentence.start, citation.end - sentence.start
    if verdict != "same_words":
        return start, end
    drift = abs(len(form.text) - (sentence.end - sentence.start))
    heads = [word for word in form.words if abs(word[0] - start) <= drift + _LEAD]
    feet = [word for word in form.words if abs(word[1] - end) <= drift + _LEAD]
    for head in heads:
        for foot in feet:
            for behind in range(foot[1], min(foot[1] + _TAIL, len(form.text)) + 1):
                if head[0] < behind and digest_of(_plain(form.text[head[0] : behind])) == citation.digest:
                    return head[0], behind
    if not drift and any(word[0] == start for word in form.words) and any(word[1] == end for word in form.words):
        return start, end
    return None


def _plain(said: str) -> str:
    """Words with the quotation marks and ligatures of another typography as digests have them."""
    said = unicodedata.normalize("NFKC", said).replace("\u00ab ", '"').replace(" \u00bb", '"')
    return said.replace("``", '"').replace("''", '"')
