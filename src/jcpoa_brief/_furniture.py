"""Blocks of the page that are not part of the body: where a copy has them, so that nothing is read off them.

A pull quote has the words of a paragraph, and may stand in a copy from which the paragraph is gone. In a copy that is
all capitals, nothing tells a pull quote from the same words inside their sentence but what stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ._article import Furniture
from ._clusters import composed
from ._locate import Copy, runs, words_digest
from ._outline import Outline, ParagraphOutline, SentenceOutline
from ._text import folded, full_digest
from ._tokens import LONGEST, normal_of

_AROUND: Final = 6  # words looked at on either side
_CLOSING: Final = 4  # characters behind the last word among which the closing mark is looked for
_ENOUGH: Final = 5  # of them as long as the sentence's: it goes on there

_emphasis: Final = re.compile(r"[>*_#|]")
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
            if any(_goes_on(copy, one, pattern, word) for one in host.sentences):
                continue
            if not _comes_before(copy, host, taken, word, stop):
                yield word, stop
        elif not host or _is_printed_so(copy, block, word, stop):
            yield word, stop


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
    for place in runs(sentence.lengths, pattern):
        stop, end = word + len(pattern), place + len(pattern)
        before = _alike(sentence.lengths[:place][::-1], copy.words.lengths[max(word - _AROUND, 0) : word][::-1])
        behind = _alike(sentence.lengths[end:], copy.words.lengths[stop : stop + _AROUND])
        if max(before, behind) >= _ENOUGH:
            return True
    return False


def _comes_before(copy: Copy, host: ParagraphOutline, taken: bytearray, word: int, stop: int) -> bool:
    """Whether a standing sentence of the paragraph follows on the same line, so that the words are the sentence before
    it rather than a block.
    """
    if not 0 < stop < len(taken) or taken[stop] or _is_block(copy, word, stop):
        return False
    following = bytes(copy.words.lengths[stop : stop + _AROUND])
    return any(sentence.lengths[:_AROUND] == following for sentence in host.sentences[1:])


def _alike(expected: bytes, found: bytes | bytearray) -> int:
    return sum(one == other for one, other in zip(expected[:_AROUND], found, strict=False))


def _is_block(copy: Copy, word: int, stop: int) -> bool:
    """Whether some words begin and end a line."""
    words, text = copy.words, copy.text
    before = text[words.ends[word - 1] if word else 0 : words.starts[word]]
    behind = text[words.ends[stop - 1] : words.starts[stop] if stop < len(words) else len(text)]
    return (not word or "\n" in before) and (stop == len(words) or "\n" in behind)
