"""The forms in which another text may quote the words of a citation, so that its digest still proves them.

A quotation that begins a sentence has a capital, one that is worked into another sentence has none; and marks inside
quotation marks are single where the others are double.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .._text import FoldedText, short_digest

_single: Final = re.compile(r"(?<![^\W_])'|'(?![^\W_])")  # not an apostrophe inside a word


def proves(said: FoldedText, digest: str | None) -> bool:
    """Whether words are those of a citation's digest, as they are or in a form that quoting gave them.

    >>> from jcpoa_brief._text import digest_of, folded, normal
    >>> digest = digest_of("the “quiet” man")
    >>> [proves(folded(normal(said)), digest) for said in ("The 'quiet' man", "the quiet man")]
    [True, False]
    """
    return any(short_digest(form) == digest for form in _forms(said))


def _forms(said: FoldedText) -> Iterator[FoldedText]:
    for form in dict.fromkeys((said, _single.sub('"', said), said.replace('"', "'"))):
        yield FoldedText(form)
        yield FoldedText(form[:1].swapcase() + form[1:])
