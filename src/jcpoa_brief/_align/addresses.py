"""The addresses of links in a text: no words of what it says, though they stand between them.

Sources: CommonMark 0.31.2, inline links and autolinks; in a mail without mark-up the address of a link often stands in
angle brackets behind its words.
"""

from __future__ import annotations

import re
from typing import Final

_inline: Final = r"""
    (?<=\]) \(
    <? (?:https?:|mailto:|www\.|/|\#|\.{1,2}/)   # what begins otherwise may be words in brackets
    (?:[^()\[\]\s] | \([^()\[\]\s]*\))*
    (?:[ ]+"[^"\n\[\]]*")?                         # a title
    \)"""

_angled: Final = r"[ \t]? < (?:https?:|mailto:|www\.) [^<>\s]* > (?!\w)"

_address: Final = re.compile(f"{_inline} | {_angled}", re.VERBOSE | re.IGNORECASE)


def addresses(text: str) -> list[tuple[int, int]]:
    """Where the addresses of links stand, with the brackets around them.

    >>> [text[start:end] for text in ("[here](https://a.org/b), <https://c.org>",) for start, end in addresses(text)]
    ['(https://a.org/b)', ' <https://c.org>']
    """
    return [match.span() for match in _address.finditer(text)]
