"""Blocks of the page that are not part of the body: where a copy has them, so that nothing is read off them.

A pull quote has the words of a paragraph, and may stand in a copy from which the paragraph is gone. In a copy that is
all capitals, nothing tells a pull quote from the same words inside their sentence but what stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .._model.article import Furniture
from .._text import folded, full_digest
from .clusters import composed
from .interrupted import MOST_WORDS, blocks, interrupted
from .locate import Copy, runs, words_digest
from .outline import Outline, ParagraphOutline, SentenceOutline
from .tokens import LONGEST, normal_of

_AROUND: Final = 6  # words looked at on either side

_CLOSING: Final = 4  # characters behind the last word among which the closing mark is looked for

_ENOUGH: Final = 5  # of them as long as the sentence's: it goes on there

_emphasis: Final = re.compile(r"[>*_#|]")

_end: Final = re.compile(r"[.!?\n]")

_dash: Final = re.compile(r"\s*(?:--|[\u2013\u2014])\s*")

Stretches = list[tuple[int, int]]
"""First word and the one behind the last, in the copy."""


def set_aside(copy: Copy, outline: Outline, taken: bytearray) -> Stretches:
    """The page furniture in a copy; ``taken`` has a 0 for each word that a standing sentence has taken."""
    return [place for block in outline.furniture for place in _places(copy, outline, block, taken)]


def _places(copy: Copy, outline: Outline, block: Furniture, taken: bytearray) -> Iterator[tuple[int, int]]:
    pattern = bytes(min(length, LONGEST) for length in block.word_lengths)
    host = outline.by_number.get(block.repeats) if block.repeats is not None else None
    for word in runs(taken, pattern):
        stop = word + len(pattern)
        if words_digest(copy, word, stop) != block.words_sha256:
            continue
        said = copy.text[copy.words.starts[word] : copy.words.ends[stop - 1]]
        if host and said.upper() == said:  # no capitals to go by
            if not _is_the_sentence(copy, host, bytes(taken), word, pattern):
                yield word, stop
        elif not host or _is_printed_so(copy, block, word, stop):
            yield word, stop


def _is_the_sentence(copy: Copy, host: ParagraphOutline, taken: bytes, word: int, pattern: bytes) -> bool:
    """Whether the words are a sentence's rather than a block's: it goes on there, or its paragraph does, or it stands
    there but for a block that was set into it.
    """
    stop = word + len(pattern)
    if any(_goes_on(copy, one, pattern, word) for one in host.sentences):
        return True
    if _comes_before(copy, host, taken, word, stop):
        return True
    return any(_is_interrupted(copy, one, taken, (word, stop)) for one in host.sentences if pattern in one.lengths)


def _set_in(copy: Copy, pattern: bytes, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The blocks in a stretch of words that are shorter than what is looked for: one as long may be the same words once
    more.
    """
    for first, behind in blocks(copy, (max(start, 0), min(stop, len(copy.words)))):
        if behind - first < len(pattern):
            yield first, behind


def _is_interrupted(copy: Copy, sentence: SentenceOutline, taken: bytes, words: tuple[int, int]) -> bool:
    """Whether the words belong to a sentence that stands, but for a block set between its words."""
    room = len(sentence.lengths) + MOST_WORDS
    region = max(words[0] - room, 0), min(words[1] + room, len(copy.words))
    whole = interrupted(copy, sentence, taken, region)
    if whole is None or words[0] not in whole.pairs.values():
        return False
    set_in = max(whole.pairs.values()) + 1 - min(whole.pairs.values()) - len(whole.pairs)
    return set_in < words[1] - words[0]  # a longer one may be the same words once more


def _is_printed_so(copy: Copy, block: Furniture, word: int, stop: int) -> bool:
    """Whether the block stands with its own capitals and closing mark, whatever became of its other marks."""
    start, end = copy.words.starts[word], copy.words.ends[stop - 1]
    for behind in range(_CLOSING):
        text = composed(_emphasis.sub("", copy.text[start : end + behind]), "NFKC")
        for dash in (r"\g<0>", "\u2014", " \u2014 "):
            plain = normal_of(_dash.sub(dash, text))
            if len(plain) == block.characters and full_digest(folded(plain)) == block.folded_sha256:
                return True
    return False


def _goes_on(copy: Copy, sentence: SentenceOutline, pattern: bytes, word: int) -> bool:
    """Whether the words around the block's are as long as in a sentence that contains the block's words."""
    stop = word + len(pattern)
    for place in runs(sentence.lengths, pattern):
        before = sentence.lengths[max(place - _AROUND, 0) : place]
        behind = sentence.lengths[place + len(pattern) :][:_AROUND]
        alike = [_alike(before[::-1], found[::-1]) for found in _words_before(copy, pattern, word)]
        alike += [_alike(behind, found) for found in _words_behind(copy, pattern, stop)]
        if max(alike) >= _ENOUGH or _is_begun(copy, sentence, place, word):
            return True
    return False


def _is_begun(copy: Copy, sentence: SentenceOutline, place: int, word: int) -> bool:
    """Whether all words of a sentence before those that a block repeats stand before them, in the same line and
    without an end.
    """
    head, words, source = sentence.lengths[:place], copy.words, sentence.source
    if not head or bytes(copy.words.lengths[max(word - place, 0) : word]) != head:
        return False
    between = copy.text[words.ends[word - 1] : words.starts[word]]
    room = source.word_starts[place] - source.word_starts[place - 1] - source.word_lengths[place - 1]
    return len(between) == room and not _end.search(between)


def _words_before(copy: Copy, pattern: bytes, word: int) -> Iterator[bytearray]:
    """The lengths of the last words before one, without a block that may stand between them."""
    lengths = copy.words.lengths
    yield lengths[max(word - _AROUND, 0) : word]
    for first, behind in _set_in(copy, pattern, word - _AROUND - MOST_WORDS, word + 1):
        if word - _AROUND < behind <= word:
            yield (lengths[max(first - _AROUND, 0) : first] + lengths[behind:word])[-_AROUND:]


def _words_behind(copy: Copy, pattern: bytes, stop: int) -> Iterator[bytearray]:
    """The lengths of the words from one on, without a block that may stand between them."""
    lengths = copy.words.lengths
    yield lengths[stop : stop + _AROUND]
    for first, behind in _set_in(copy, pattern, stop - 1, stop + _AROUND + MOST_WORDS):
        if first < stop + _AROUND:
            yield (lengths[stop:first] + lengths[behind : behind + _AROUND])[:_AROUND]


def _comes_before(copy: Copy, host: ParagraphOutline, taken: bytes, word: int, stop: int) -> bool:
    """Whether a standing sentence of the paragraph follows on the same line, so that the words are the sentence before
    it rather than a block.
    """
    if not 0 < stop < len(taken) or taken[stop] or _is_block(copy, word, stop):
        return False
    following = bytes(copy.words.lengths[stop : stop + _AROUND])
    return any(sentence.lengths[:_AROUND] == following for sentence in host.sentences[1:])


def _alike(expected: bytes, found: bytes | bytearray) -> int:
    """How many words are as long as expected, should one be missing or too many."""
    shifts = (expected, found), (expected[1:], found), (expected, found[1:])
    return max(sum(one == other for one, other in zip(*pair, strict=False)) for pair in shifts)


def _is_block(copy: Copy, word: int, stop: int) -> bool:
    """Whether some words begin and end a line."""
    words, text = copy.words, copy.text
    before = text[words.ends[word - 1] if word else 0 : words.starts[word]]
    behind = text[words.ends[stop - 1] : words.starts[stop] if stop < len(words) else len(text)]
    return (not word or "\n" in before) and (stop == len(words) or "\n" in behind)
