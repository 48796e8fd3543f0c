"""Where in a copy to look for a sentence that does not stand there word for word."""

from __future__ import annotations

from collections import Counter
from typing import Final

from .._model.record import Citation
from .._text import folded, normal
from .locate import Copy, runs
from .outline import SEED_WORDS, Outline, SentenceOutline
from .quoted_forms import proves
from .respaced import stands_respaced

_REGIONS: Final = 3  # so many places that seeds point to are looked at for each sentence, those with most seeds first

_SHORT: Final = 200  # a copy of so many words is looked through whole

_BUCKET: Final = 32

_SLACK: Final = 12

Region = tuple[int, int]
"""First word of the copy and the one behind the last."""


def seeded(outline: Outline, lengths: bytes, wanted: set[int]) -> dict[int, list[Region]]:
    """For each wanted sentence, the regions that most runs of word lengths point to."""
    if len(lengths) <= _SHORT:
        return {number: [(0, len(lengths))] for number in wanted}
    votes: dict[int, Counter[int]] = {number: Counter() for number in wanted}
    seeds = outline.seeds
    for place in range(len(lengths) - SEED_WORDS + 1):
        hits = seeds.get(lengths[place : place + SEED_WORDS])
        if hits:
            for number, offset in hits:
                if number in wanted:
                    votes[number][(place - offset) // _BUCKET] += 1
    regions: dict[int, list[Region]] = {}
    for number, counted in votes.items():
        size = len(outline.sentences[number].lengths)
        best = sorted(counted, key=lambda bucket: (-counted[bucket], bucket))[:_REGIONS]
        regions[number] = [
            (bucket * _BUCKET - size // 2 - _SLACK, (bucket + 1) * _BUCKET + size + size // 2 + _SLACK)
            for bucket in best
        ]
    return regions


def clauses(copy: Copy, lengths: bytes, sentence: SentenceOutline) -> list[Region]:
    """The regions around clauses of the sentence that stand word for word, of each clause the first that does."""
    size = len(sentence.lengths)
    found: list[Region] = []
    for citation in sentence.clauses:
        start, stop = sentence.words_in(citation)
        for word in runs(lengths, sentence.lengths[start:stop]):
            if _stands(copy, sentence, citation, word):
                found.append((word - start - _SLACK, word - start + size + _SLACK))
                break
    return found


def _stands(copy: Copy, sentence: SentenceOutline, citation: Citation, word: int) -> bool:
    """Whether a clause stands from a word of the copy on, as far as its digest says."""
    start, stop = sentence.words_in(citation)
    source, words = sentence.source, copy.words
    begin = words.starts[word] - (source.word_starts[start] - citation.start)
    tail = citation.end - source.word_starts[stop - 1] - source.word_lengths[stop - 1]
    said = copy.text[max(begin, 0) : words.ends[word + stop - start - 1] + tail]
    if begin >= 0 and proves(folded(normal(said)), citation.digest):
        return True
    return stands_respaced(copy, citation, *sentence.measures(start, stop), word)
