"""Four forms of a text, their digests, the key by which names are compared, and text for a console.

Copies of one text differ in ways that do not matter to a reader: line breaks, curly or straight quotation marks,
capitals. Each form removes more of these. Each form is a type of its own, so that a type checker sees when two are
mixed up.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache
from hashlib import sha256
from typing import Final, NewType

NormalText = NewType("NormalText", str)
"""Unicode NFC, without invisible characters, every run of white space one space, stripped. Offsets of citations count
its code points."""

FoldedText = NewType("FoldedText", str)
"""Normal form with typographic marks made plain, one character for one, so that offsets mean the same in both."""

WordsText = NewType("WordsText", str)
"""The words alone: NFKC, case-folded, letters and digits, one space between words."""

LettersText = NewType("LettersText", str)
"""The words form without its spaces, which tools lose and put in."""

DIGEST_LENGTH: Final = 16
"""Hexadecimal digits of a citation's digest: the first 64 bits of SHA-256."""

INVISIBLE_RANGES: Final = (
    ("\u00ad", "\u00ad"),
    ("\u200b", "\u200f"),
    ("\u202a", "\u202e"),
    ("\u2060", "\u2064"),
    ("\u2066", "\u2069"),
    ("\ufeff", "\ufeff"),
)
"""Invisible characters, as first and last of each range: soft hyphen, zero-width space and joiners, direction
marks, direction embeddings, word joiner and invisible operators, direction isolates, byte-order mark."""

SINGLE_MARKS: Final = "\u2018\u2019\u201a\u201b\u2032\u2035\u00b4`\u2039\u203a\uff07"
DOUBLE_MARKS: Final = "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u301d\u301e\uff02"
DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"

WORD_PATTERN: Final = r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*"
"""A word of the words form: letters and digits, with a point or comma only between two digits, so that 1.6 and 16 stay
apart."""

_INVISIBLE: Final = dict.fromkeys(
    (code for first, last in INVISIBLE_RANGES for code in range(ord(first), ord(last) + 1)), ""
)
_FOLD: Final = str.maketrans(
    dict.fromkeys(SINGLE_MARKS, "'") | dict.fromkeys(DOUBLE_MARKS, '"') | dict.fromkeys(DASHES, "-")
)
_CONSOLE: Final = str.maketrans({"¶": "par. ", "…": "...", "→": "->", "\u2013": "-", "\u2018": "'", "\u2019": "'"})
"""What is printed for characters that a console does not have."""


def normal(text: str) -> NormalText:
    r"""The normal form.

    >>> normal("  A\u00a0co\u00adpy,\r\nwrapped ")
    'A copy, wrapped'
    """
    # Invisible characters go first: one between a letter and its accent would keep NFC from joining them, and the
    # form would not be stable.
    if not text.isascii():  # else there is nothing to drop or to compose
        text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    return NormalText(" ".join(text.split()))


def folded(text: NormalText) -> FoldedText:
    r"""The folded form, as long as the text it is given.

    >>> folded(normal("\u201cso\u201d \u2014 it\u2019s"))
    '"so" - it\'s'
    """
    return FoldedText(text.replace("`", "'") if text.isascii() else text.translate(_FOLD))


def words(text: str) -> WordsText:
    r"""The words form.

    >>> words("The U.S. paid \u2014 1.6 Million!")
    'the u s paid 1.6 million'
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).casefold())
    return WordsText(" ".join(re.findall(WORD_PATTERN, plain)))


def letters(text: str) -> LettersText:
    r"""The letters form.

    >>> letters("The U.S. paid \u2014 1.6 Million!")
    'theuspaid1.6million'
    """
    return LettersText(words(text).replace(" ", ""))


def full_digest(text: NormalText | FoldedText | WordsText | LettersText) -> str:
    """SHA-256 of the text's UTF-8, as 64 hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=1024)
def name_key(text: str) -> str:
    r"""A name as it is compared: without case, accents, apostrophes, possessives, points, hyphens and leading article.

    >>> name_key("the Kata\u2019ib\u00a0Hezbollah's") == name_key("Kataib Hezbollah")
    True
    >>> name_key("U.S.")
    'us'
    """
    bare = unicodedata.normalize("NFKD", folded(normal(text))).casefold()
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    bare = re.sub(r"'s(?!\w)|'(?=\w)", "", bare.replace(".", "").replace("\u02bc", "'"))
    return re.sub(r"^(?:(?:the|an?) )+(?=.)", "", " ".join(re.findall(r"[^\W_]+", bare)))


def shortened(text: str) -> str:
    """The first sentence of a text in which no abbreviation ends with a point, and a mark where more follows.

    >>> shortened("It is so. It may change.")
    'It is so. …'
    """
    found = re.match(r".*?[.!?][\"”)]*(?= +[A-Z“\"(\d])", text, re.DOTALL)
    return f"{found[0]} …" if found else text


def is_printable(text: str) -> bool:
    """Whether the console has all characters of a text."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if text.isascii() or encoding.casefold() in ("utf-8", "utf8"):
        return True
    try:
        text.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def printable(text: str) -> str:
    """A text as the console can print it, with plain characters for those that it lacks."""
    if is_printable(text):
        return text
    return unicodedata.normalize("NFKD", text.translate(_CONSOLE)).encode("ascii", "ignore").decode()
