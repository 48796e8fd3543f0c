"""Altered twins: a text that quotes the article, with one word changed and nothing else."""

from __future__ import annotations

import difflib
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"[^\W_]+(?:[.,\u2019'-][^\W_]+)*")
_SHORTEST_BLOCK: Final = 3
# With more quoted stretches than this, most words at an edge are those that open and close paragraphs.
_FEW: Final = 3
_OTHERS: Final = {
    "the": "every", "a": "another", "an": "another", "of": "beyond", "with": "without", "and": "or", "or": "and",
    "in": "outside", "to": "against", "by": "despite", "for": "against", "from": "toward", "before": "after",
    "after": "before", "as": "unlike", "on": "before", "under": "outside", "most": "few", "more": "less",
    "iran": "Iraq", "tehran": "Moscow", "washington": "Brussels", "iranian": "Iraqi", "american": "British",
    "biden": "Obama", "trump": "Obama", "iaea": "NATO", "jcpoa": "NPT", "president": "Senator",
    "sanctions": "tariffs", "nuclear": "missile", "talks": "threats", "agreement": "dispute", "accept": "reject",
    "against": "for", "oppose": "favor", "lift": "keep", "ease": "tighten", "restricted": "widened",
    "meeting": "summit", "pressure": "patience", "policy": "practice", "hardliners": "moderates",
    "russia": "India", "china": "India", "strong": "weak", "surprising": "welcome", "formal": "quiet",
}  # fmt: skip
_NUMBERS: Final = {
    "three": "four", "four": "seven", "five": "fifteen", "first": "second", "one": "two", "two": "six",
    "january": "October", "february": "April", "march": "May", "may": "July", "june": "August", "july": "June",
    "august": "October", "december": "November",
}  # fmt: skip
_AUXILIARIES: Final = frozenset(
    ("is", "was", "were", "are", "has", "does", "should", "would", "will", "could", "might", "cannot")
)
_NEGATIONS: Final = {"not": "now", "no": "some", "cannot": "can", "nothing": "everything", "without": "with"}
_MODIFIABLE: Final = re.compile(
    r"(?!need|meeting|removal|reversal|rhetoric|metal|nothing|understanding)[a-z]{2,}(?:ed|ing|al|ous|ive|ic|ful|est|ant|ly|sible|able)"
)
_ADDED: Final = ("hardly", "never", "largely", "almost", "reportedly", "secretly")


@dataclass(frozen=True)
class Word:
    """A word of the article as it stands in a text, with what stands between it and its neighbours of the article."""

    text: str
    start: int
    end: int
    before: str | None
    after: str | None

    @property
    def at_edge(self) -> bool:
        """Whether the quotation begins or ends with it."""
        return self.before is None or self.after is None

    @property
    def at_seam(self) -> bool:
        """Whether something other than a space or a usual mark parts it from a neighbour."""
        return any(
            gap is not None and not re.fullmatch(r"[,.;:\u2014\u2018\u2019\u201c\u201d() ]{1,5}", gap)
            for gap in (self.before, self.after)
        )


@dataclass(frozen=True)
class Edit:
    """What was done, as `replaced: old > new`, and the text with it done."""

    what: str
    text: str


def words_of(text: str, quoted: Sequence[str]) -> list[Word]:
    """The words of some quoted stretches that stand unbroken in a text, in order."""
    found = list(_TOKEN.finditer(text))
    wanted = [key for part in quoted for key in [*(_key(match.group()) for match in _TOKEN.finditer(part)), ""]]
    matcher = difflib.SequenceMatcher(None, wanted, [_key(match.group()) for match in found], autojunk=False)
    places = [
        (block.a + step, found[block.b + step])
        for block in matcher.get_matching_blocks()
        if block.size >= _SHORTEST_BLOCK
        for step in range(block.size)
    ]
    words: list[Word] = []
    for at, (number, match) in enumerate(places):
        joined = at > 0 and places[at - 1][0] == number - 1
        follows = at + 1 < len(places) and places[at + 1][0] == number + 1
        before = text[places[at - 1][1].end() : match.start()] if joined else None
        after = text[match.end() : places[at + 1][1].start()] if follows else None
        words.append(Word(match.group(), match.start(), match.end(), before, after))
    return words


def _key(token: str) -> str:
    return token.casefold().replace("\u2019", "'")


def edits(text: str, quoted: Sequence[str], name: str, *, seams: bool, edges: bool) -> Iterator[Edit]:
    """Altered twins of a text, one beside what interrupts it or at its edge, one inside.

    Args:
        text: what quotes the article.
        quoted: the article's words in it.
        name: settles the draw, so that the same text has the same twins.
        seams: whether a word may be left out beside what interrupts the quotation.
        edges: whether marks say where the quotation begins and ends.
    """
    draw = random.Random(name)  # noqa: S311 - a choice of examples, not a secret
    words = words_of(text, quoted)
    inner = [word for word in words if not word.at_seam and not word.at_edge]
    outer = [word for word in words if word.at_seam or (edges and word.at_edge)]
    if len(quoted) > _FEW:
        outer = [word for word in outer if word.at_seam] or list(words)
    ways: list[Callable[[str, Word], Edit | None]] = [_replaced, _negated, _removed, _added, _numbered]
    for group in (outer, inner):
        draw.shuffle(ways)
        draw.shuffle(group)
        candidates = (
            edit
            for way in ways
            for word in group
            if way is not _removed or (not word.at_edge and (seams or not word.at_seam))
            if (edit := way(text, word)) is not None
        )
        first = next(candidates, None)
        if first is not None:
            yield first


def _replaced(text: str, word: Word) -> Edit | None:
    """Another word in its place; a possessive keeps its ending."""
    stem, mark, ending = word.text.partition("\u2019")
    other = _OTHERS.get(stem.casefold())
    if other is None or not word.text[0].isalpha():
        return None
    other = other[0].upper() + other[1:] if word.text[0].isupper() else other
    return _put(text, word, f"{other}{mark}{ending}", "replaced")


def _removed(text: str, word: Word) -> Edit | None:
    """The word left out, with the space before it; not where the sentence would only seem to stop short."""
    stops_short = word.after is None or re.match(r"[.!?]\W*\n|\s*\n\s*\n", word.after) is not None
    if word.text.casefold() in {"the", "a", "an", "that", "of", "to"} or word.before != " " or stops_short:
        return None
    return Edit(f"removed: {word.text}", text[: word.start - 1] + text[word.end :])


def _added(text: str, word: Word) -> Edit | None:
    """An adverb put in before a word that can bear one."""
    if word.before is None or not word.before[-1:].isspace() or not _MODIFIABLE.fullmatch(word.text):
        return None
    return _put(text, word, f"{_ADDED[len(word.text) % len(_ADDED)]} {word.text}", "added")


def _negated(text: str, word: Word) -> Edit | None:
    """A negation put in behind a verb, or taken away."""
    if (other := _NEGATIONS.get(word.text)) is not None:
        return _put(text, word, other, "negation undone")
    negated_already = re.match(r"\W*(?:not?|nothing)\b", text[word.end :]) is not None
    if word.text not in _AUXILIARIES or word.after is None or negated_already:
        return None
    return _put(text, word, f"{word.text} not", "negated")


def _numbered(text: str, word: Word) -> Edit | None:
    """Another number, month or ordinal."""
    if word.text.casefold() in _NUMBERS and (word.text != "may"):
        other = _NUMBERS[word.text.casefold()]
        return _put(text, word, other if word.text[0].isupper() else other.lower(), "number")
    if re.fullmatch(r"\d[\d.,]*", word.text):
        at = 0 if "," in word.text else -1
        digits = list(word.text)
        digits[at] = str((int(digits[at]) + 1) % 9 + 1)
        return _put(text, word, "".join(digits), "number")
    return None


def _put(text: str, word: Word, other: str, what: str) -> Edit:
    return Edit(f"{what}: {word.text} > {other}", text[: word.start] + other + text[word.end :])
