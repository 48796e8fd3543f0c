"""A sentence whose words were changed: where it stands all the same, and which of its citations stand in it unchanged.

Where to look: between the sentences beside it, when these stand, and where several runs of word lengths point to. There
the sentence is laid over the copy (``_matching``), and a citation stands where the best way puts it, if the digest
proves its words there. What has two places that are equally good has none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import log2
from typing import Final, NamedTuple

from .._model.record import Citation
from .._text import FoldedText, folded
from .certainty import CLOSE, SEVERAL, is_certain
from .interrupted import interrupted
from .locate import Copy, cuts
from .matching import PROVED, match
from .outline import CLAUSE_WORDS, SentenceOutline
from .quoted_forms import proves
from .respaced import stands_respaced
from .seeds import Region
from .tokens import stretch

_SAME_SHARE: Final = 0.5  # of a changed sentence's words must stand, or it is another sentence

_FEW: Final = 12  # words of a sentence of which more must stand, lest other words be taken for it

_FEW_SHARE: Final = 0.7

_SURE: Final = 120  # tenths of a bit by which a place must be better than chance would have it

# The same for each word of a sentence: sentences with three edits have 25 and more, what is no sentence 13 at the most.
_EACH_WORD: Final = 18

_NEARLY_ALL: Final = 0.8  # unless so many of its words are there

_WIDE: Final = 60  # characters for each word of a region

_WIDEST: Final = 4000  # and so many more

_COMMON: Final = 60  # of what a digest adds to a word, so much does not count for the sentence as a whole

_JOINED: Final = 4  # characters that may be joined to a word, such as a footnote's number

_MARKS: Final = 16  # characters read beside a region, for the marks before its first word and behind its last

_sentence_end: Final = re.compile(r"""[.!?]["'\u201d\u2019)]*\s[\s\W]*[^\W\d_]""")


class Ground(NamedTuple):
    """What is searched."""

    copy: Copy
    lengths: bytes
    """The lengths of the copy's words, 0 for words that belong to something else."""
    bits: tuple[int, ...]
    """How much an equal length tells, for each length."""


@dataclass(frozen=True)
class Changed:
    """A sentence that was found with other words, or with something between its words."""

    pairs: dict[int, int]
    """Words of the sentence, each with its word of the copy."""
    spans: dict[Citation, tuple[int, int]]
    """The citations that stand in it, with their places in the copy's text."""
    score: int
    """How good the way is, in tenths of a bit."""
    rank: int | None = None
    """How it stands when a block that is set between its words is left out; none if it does not."""
    open: tuple[Region, ...] | None = None
    """When part of it stands and no word is known to be changed, the words of the copy that no digest proves or
    disproves; none if it was altered."""

    @property
    def first(self) -> int:
        """The first word of the copy that belongs to it."""
        return min(self.pairs.values())

    @property
    def stop(self) -> int:
        """The word of the copy behind its last one."""
        return max(self.pairs.values()) + 1


def changed(ground: Ground, sentence: SentenceOutline, regions: list[Region], among: int) -> Changed | None:
    """The sentence in the region where it stands best, if it does in any. ``among`` is the number of words that the
    regions were chosen from, 0 when the sentence can only stand there.
    """
    copy, lengths = ground.copy, ground.lengths
    best: Changed | None = None
    for start, stop in regions:
        region = max(start, 0), min(stop, len(copy.words))
        if _sparse(copy, region):
            continue
        whole = interrupted(copy, sentence, lengths, region)
        if whole is not None:
            return Changed(whole.pairs, standing_on(copy, sentence, lengths, whole.pairs), 0, whole.rank)
        found = _laid(ground, sentence, region)
        if found is None or (best is not None and found.score <= best.score):
            continue
        size = len(sentence.lengths)
        each = _EACH_WORD * size if len(found.pairs) < _NEARLY_ALL * size else 0
        wanted = max(10 * log2(among * size) + _SURE, each) if among else 0
        share = _FEW_SHARE if among and size < _FEW else _SAME_SHARE
        if len(found.pairs) >= share * size and found.score >= wanted:
            best = found
    return best


def quoted(ground: Ground, sentence: SentenceOutline, regions: list[Region]) -> Changed | None:
    """A clause of the sentence, in a region where one stands that is long enough to be the sentence's."""
    copy = ground.copy
    for start, stop in regions:
        region = max(start, 0), min(stop, len(copy.words))
        found = None if _sparse(copy, region) else _laid(ground, sentence, region)
        if found and any(_size(sentence, citation) >= CLAUSE_WORDS for citation in found.spans):
            return found
    return None


def _size(sentence: SentenceOutline, citation: Citation) -> int:
    start, stop = sentence.words_in(citation)
    return stop - start


def _sparse(copy: Copy, region: Region) -> bool:
    """Whether so much that is no word stands between a region's words, or so long a word, that it is no prose; it is
    not looked at, so that a copy's characters are not read again and again for nothing.
    """
    start, stop = region
    words = copy.words
    return stop > start and words.ends[stop - 1] - words.starts[start] > _WIDE * (stop - start) + _WIDEST


def standing_on(
    copy: Copy, sentence: SentenceOutline, lengths: bytes, pairs: dict[int, int]
) -> dict[Citation, tuple[int, int]]:
    """The places of the citations of a sentence some of whose words are known to stand where they are."""
    proved = _proved(copy, sentence, lengths, (min(pairs.values()), max(pairs.values()) + 1))
    starts = {citation: pairs.get(sentence.words_in(citation)[0], -1) for citation in proved}
    return {citation: places[starts[citation]] for citation, places in proved.items() if starts[citation] in places}


def _laid(ground: Ground, sentence: SentenceOutline, region: Region) -> Changed | None:
    """The sentence where it stands best in a region; the first place, where it is repeated, as a quotation may be."""
    found, has_rivals = _laid_once(ground, sentence, region)
    if found is None or not has_rivals:
        return found
    for rest in ((region[0], found.first), (found.stop, region[1])):
        other, _ = _laid_once(ground, sentence, rest)
        if other is not None and other.score >= found.score - CLOSE:
            first = min(found, other, key=lambda one: one.first)
            return _laid_once(ground, sentence, (first.first, first.stop))[0]
    return found


def _laid_once(ground: Ground, sentence: SentenceOutline, region: Region) -> tuple[Changed | None, bool]:
    """The sentence where it stands best in a region, and whether words of it stand somewhere else there as well."""
    copy, lengths, bits = ground
    first, stop = region
    if not any(lengths[first:stop]):
        return None, False
    proved = _proved(copy, sentence, lengths, region)
    proofs: dict[tuple[int, int], int] = {}
    for citation, places in proved.items():
        start, end = sentence.words_in(citation)
        for place in places:
            proofs.update({(start + step, place + step - first): PROVED for step in range(end - start)})
    # A word that belongs to something else has length 0, which no word of a sentence has.
    found = match(sentence.lengths, lengths[first:stop], bits, proofs, _ended(copy, region))
    if not found.pairs:
        return None, False
    spans = {
        citation: places[place]
        for citation, places in proved.items()
        for place in places
        if is_certain(found, sentence.words_in(citation), [other - first for other in places], place - first)
    }
    pairs = {number: place + first for number, place in found.pairs.items()}
    # Names that this text has in common with others must not make up for words that differ.
    proved_pairs = sum((number, place) in proofs for number, place in found.pairs.items())
    has_rivals = any(len(places) > 1 and citation not in spans for citation, places in proved.items())
    return Changed(pairs, spans, found.score - _COMMON * proved_pairs), has_rivals


def _ended(copy: Copy, region: Region) -> list[int]:
    """For each word of a region, how many sentences ended in it before."""
    words, text = copy.words, copy.text
    ended, count = [0], 0
    for word in range(region[0] + 1, region[1]):
        between = text[words.ends[word - 1] : words.starts[word] + 1]
        count += _sentence_end.match(between) is not None
        ended.append(count)
    return ended


def without_rivals(found: dict[SentenceOutline, Changed]) -> dict[SentenceOutline, Changed]:
    """The changed sentences, each word of the copy left to that which stands there best: to the one that proves it in a
    citation of several words, or else to the one that stands better as a whole.
    """
    by_score = sorted(found.items(), key=lambda item: -item[1].score)
    owners: dict[int, SentenceOutline] = {}
    for sentence, one in by_score:
        for citation in one.spans:
            start, stop = sentence.words_in(citation)
            if stop - start >= SEVERAL:
                owners.update({one.pairs[k]: sentence for k in range(start, stop) if one.pairs[k] not in owners})
    for sentence, one in by_score:
        owners.update({word: sentence for word in one.pairs.values() if word not in owners})
    kept: dict[SentenceOutline, Changed] = {}
    for sentence, one in found.items():
        pairs = {number: word for number, word in one.pairs.items() if owners[word] is sentence}
        spans = {
            citation: span
            for citation, span in one.spans.items()
            if all(number in pairs for number in range(*sentence.words_in(citation)))
        }
        if pairs:
            kept[sentence] = replace(one, pairs=pairs, spans=spans)
    return kept


def _proved(
    copy: Copy, sentence: SentenceOutline, lengths: bytes, region: Region
) -> dict[Citation, dict[int, tuple[int, int]]]:
    """Where in a region the digests of the sentence's citations fit: for each, the copy's word that it begins with, and
    its place in the text.
    """
    first, stop = region
    words = copy.words
    begin = max(words.starts[first] - _MARKS, 0)
    part = stretch(copy.text, begin, words.ends[stop - 1] + _MARKS)
    plain = folded(part.normal)
    starts = [bisect_left(part.starts, words.starts[word]) for word in range(first, stop)]
    ends = [bisect_left(part.ends, words.ends[word]) + 1 for word in range(first, stop)]
    found: dict[Citation, dict[int, tuple[int, int]]] = {}
    for citation in sentence.citations:
        start, end = sentence.words_in(citation)
        pattern = sentence.lengths[start:end]
        lead = sentence.source.word_starts[start] - citation.start if pattern else 0
        for word in _alike(lengths, pattern, region):
            anchors = {starts[word - first] - lead, ends[word - first] - pattern[0] - lead}
            for anchor in sorted(anchors):
                if _fits(plain, anchor, citation):
                    last = anchor + citation.end - citation.start - 1
                    found.setdefault(citation, {})[word] = (part.starts[anchor], part.ends[last])
                    break
            else:
                alike = lengths[word : word + len(pattern)] == pattern
                if alike and stands_respaced(copy, citation, *sentence.measures(start, end), word):
                    found.setdefault(citation, {})[word] = words.starts[word], words.ends[word + len(pattern) - 1]
    return found


def _alike(lengths: bytes, pattern: bytes, region: Region) -> Iterator[int]:
    """Where words of these lengths stand in a region; the first and the last may have something joined to them."""
    last = len(pattern) - 1
    for word in range(region[0], region[1] - last if pattern else region[0]):
        if (
            0 <= lengths[word] - pattern[0] <= _JOINED
            and 0 <= lengths[word + last] - pattern[last] <= _JOINED
            and lengths[word + 1 : word + last] == pattern[1:last]
        ):
            yield word


def _fits(plain: FoldedText, start: int, citation: Citation) -> bool:
    """Whether the citation's words stand at an offset, and not inside a longer word."""
    end = start + citation.end - citation.start
    return (
        start >= 0
        and end <= len(plain)
        and not (start and cuts(plain[start - 1], plain[start]))
        and not cuts(plain[end - 1], plain[end : end + 1])
        and proves(FoldedText(plain[start:end]), citation.digest)
    )
