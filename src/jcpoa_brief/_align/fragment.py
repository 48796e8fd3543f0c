"""Addresses that make a browser jump to words of a page: text fragments, as the WICG's draft *Scroll to Text Fragment*
(URL Fragment Text Directives) has them.

``#:~:text=[prefix-,]start[,end][,-suffix]``: the words themselves, or their beginning and end; the words before and
behind, to tell places with the same words apart. Hyphens, commas and ampersands are encoded, since they have a meaning
in the directive.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

WHOLE: Final = 60
"""Characters of a stretch that is given whole; of a longer one, its first and last words."""

_EDGE_WORDS: Final = 4

_CONTEXT_WORDS: Final = 3


def text_fragment(words: str, before: str = "", behind: str = "") -> str:
    """The fragment for some words, with those directly before and behind them in their paragraph.

    >>> text_fragment("the US-EU bloc", "between ")
    '#:~:text=between-,the%20US%2DEU%20bloc'
    """
    inside = words.split()
    directive = encoded(" ".join(inside))
    if len(directive) > WHOLE and len(inside) > 2 * _EDGE_WORDS:
        head, tail = " ".join(inside[:_EDGE_WORDS]), " ".join(inside[-_EDGE_WORDS:])
        directive = f"{encoded(head)},{encoded(tail)}"
    prefix = " ".join(before.split()[-_CONTEXT_WORDS:])
    suffix = " ".join(behind.split()[:_CONTEXT_WORDS])
    parts = [f"{encoded(prefix)}-" if prefix else "", directive, f"-{encoded(suffix)}" if suffix else ""]
    return "#:~:text=" + ",".join(filter(None, parts))


def encoded(text: str) -> str:
    """Percent-encoded UTF-8, hyphens too. Half of a surrogate pair, which UTF-8 has not, is replaced."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return quote(whole, safe="").replace("-", "%2D")
