"""Both sides of limits that are numbers: the last size that counts, and the first that does not."""

from __future__ import annotations

import pytest

from jcpoa_brief import align
from jcpoa_brief._align.outcomes import text_fragment
from jcpoa_brief.errors import CopyError

BASE64 = "Content-Transfer-Encoding: base64\n\n"


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("my own old copy of it.txt", "my own old copy of it all.txt"),
        (f"{'n' * 400}.txt", f"{'n' * 401}.txt"),
        ("folder of many words that are long/a copy.txt", "a copy of this and of that.txt"),
        (f"{BASE64}{'A' * 60}\nAAAA=", f"{BASE64}{'A' * 59}\nAAAA="),
        (f"{BASE64.lower()}{'A' * 76}\nAAAA=", f"{BASE64.replace('base64', '8bit')}{'A' * 76}\nAAAA="),
    ],
)  # fmt: skip
def test_texts_that_are_taken_for_a_mistake(last: str, first: str) -> None:
    """A file's name has at most six words and 400 characters; lines of base64 have 60 characters or more."""
    with pytest.raises(CopyError):
        align(last)
    assert align(first).status == "none"


@pytest.mark.parametrize("size", [59, 60, 61, 119, 120, 121])
def test_how_much_of_a_wrong_text_is_shown(size: int) -> None:
    """Sixty characters, the last of them an ellipsis where there are more."""
    name = f"{'n' * (size - 4)}.txt"
    with pytest.raises(CopyError) as raised:
        align(name)
    assert raised.value.args[0] == (name if size <= 60 else f"{name[:59]}…")


EIGHT, SEVEN = "a%20b%20c%20d%20e%20f%20g%20h", "a%20b%20c%20d%20e%20f%20g"


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        (f"a b c d e f g h {'i' * 28}", f"{EIGHT}%20{'i' * 28}"),
        (f"a b c d e f g h {'i' * 29}", f"a%20b%20c%20d,f%20g%20h%20{'i' * 29}"),
        (f"a b c d e f g {'h' * 32}", f"{SEVEN}%20{'h' * 32}"),
        (f"a b c d e f g {'h' * 60}", f"{SEVEN}%20{'h' * 60}"),
    ],
)
def test_long_words_of_a_fragment(words: str, fragment: str) -> None:
    """Over sixty characters, nine words or more are given by their first and last four; of those around, three."""
    assert text_fragment(words) == f"#:~:text={fragment}"
    found = text_fragment(words, "one two three four", "five six seven eight")
    assert found == f"#:~:text=two%20three%20four-,{fragment},-five%20six%20seven"
