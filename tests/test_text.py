"""The three forms of a text, and digests."""

from __future__ import annotations

import hashlib
import io
import sys

import pytest

from jcpoa_brief import digest_of, paragraphs, quotes
from jcpoa_brief._messages import near_misses
from jcpoa_brief._text import (
    DASHES,
    DOUBLE_MARKS,
    SINGLE_MARKS,
    folded,
    full_digest,
    is_printable,
    name_key,
    normal,
    printable,
    words,
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  one\r\n\ttwo\u00a0three\u3000", "one two three"),
        ("in\u00adfor\u200bmal\ufeff", "informal"),
        ("cafe\u0301", "caf\u00e9"),
        ("cafe\u200d\u0301", "caf\u00e9"),
        ("\u202aleft\u202c \u2066right\u2069", "left right"),
        ("", ""),
    ],
)
def test_normal_form(text: str, wanted: str) -> None:
    """NFC, nothing invisible, single spaces, no space at the ends."""
    assert normal(text) == wanted


def test_folding_makes_every_mark_plain() -> None:
    """Each typographic mark becomes one plain character."""
    assert folded(normal("x" + SINGLE_MARKS + DOUBLE_MARKS + DASHES)) == (
        "x" + "'" * len(SINGLE_MARKS) + '"' * len(DOUBLE_MARKS) + "-" * len(DASHES)
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It’s \u201cso\u201d\u2014really", "it s so really"),
        ("1.6 million, 60,000 and 16", "1.6 million 60,000 and 16"),
        ("ﬁnal Straße ①", "final strasse 1"),
        ("end.1", "end 1"),
        ("snake_case", "snake case"),
    ],
)
def test_words_form(text: str, wanted: str) -> None:
    """The words alone; a point or comma stays only between two digits."""
    assert words(text) == wanted


def test_numbers_stay_apart() -> None:
    """A number with its point is never taken for the one without."""
    assert words("1.6 million") != words("16 million")
    assert words("60,000") != words("60.000")


def test_digests_are_sha256() -> None:
    """A digest can be checked with any SHA-256: over the UTF-8 of the folded words, its first 16 digits."""
    assert digest_of("it’s") == hashlib.sha256(b"it's").hexdigest()[:16]
    assert full_digest(normal("é")) == hashlib.sha256("é".encode()).hexdigest()
    assert quotes.first().citations[0].digest == hashlib.sha256(b"technical understanding").hexdigest()[:16]


def test_digest_of_half_a_character() -> None:
    """A lone surrogate, as a broken copy may hold, has a digest too and raises nothing."""
    assert len(digest_of("\ud800")) == 16


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kata’ib Hezbollah", "Kataib Hezbollah"),
        ("U.S.", "US"),
        ("the Majlis", "majlis"),
        ("Iran’s", "Iran"),
        ("Guards’", "guards"),
        ("anti-Iran", "anti Iran"),
        ("Zoë", "zoe"),
    ],
)
def test_names_are_compared_without_what_people_leave_out(one: str, other: str) -> None:
    """Capitals, accents, apostrophes, possessives, points, hyphens and a leading article do not matter."""
    assert name_key(one) == name_key(other)


def test_the_article_alone_is_a_name() -> None:
    """A leading article is dropped only in front of something."""
    assert name_key("the") == "the"


def test_near_misses_are_bounded() -> None:
    """A text longer than any name is near nothing, and costs nothing."""
    assert near_misses("irn", ["iran", "iraq"])[0] == "iran"
    assert near_misses("x" * 1_000_000, ["iran"]) == ()
    assert near_misses("", ["iran"]) == ()


def test_sentences_add_up() -> None:
    """A paragraph has as many words as its sentences together."""
    for paragraph in paragraphs:
        assert paragraph.words == sum(sentence.words for sentence in paragraph.sentences)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_console_gets_the_signs_that_it_knows(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed can be printed: signs that the console does not know become plain ones."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    shown = printable("¶5 “Tehran” … ﬁn")
    assert is_printable(shown)
    shown.encode(encoding)
    assert "Tehran" in shown
    assert printable("Tehran") == "Tehran"


def test_a_console_of_an_unknown_encoding_gets_plain_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    """An output that names an encoding which Python has not is given ASCII and no error."""

    class Odd(io.StringIO):
        encoding = "x-nobody-knows"

    monkeypatch.setattr(sys, "stdout", Odd())
    assert not is_printable("é")
    assert printable("café").isascii()


def test_a_console_prints_what_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign that an older encoding has is printed as it is."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="latin-1"))
    assert printable("café ¶5") == "café ¶5"
