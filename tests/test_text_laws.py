"""Laws of the text forms, for any Unicode text."""

from __future__ import annotations

from hypothesis import given, strategies as st

from jcpoa_brief import digest_of
from jcpoa_brief._text import folded, name_key, normal, words

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
MARKED = st.text(alphabet=" \u00a0\n\u00ad\u200b\u2018\u2019\u201c\u201d\u2014-'\"ae\u0301X1.,")


@given(TEXT | MARKED)
def test_forms_are_stable(text: str) -> None:
    """Bringing a text into a form twice changes nothing."""
    assert normal(normal(text)) == normal(text)
    assert folded(normal(folded(normal(text)))) == folded(normal(text))
    assert words(words(text)) == words(text)
    assert name_key(name_key(text)) == name_key(text)


@given(TEXT | MARKED)
def test_folding_keeps_length(text: str) -> None:
    """An offset means the same in normal and in folded form."""
    assert len(folded(normal(text))) == len(normal(text))


@given(TEXT | MARKED)
def test_words_do_not_depend_on_typography(text: str) -> None:
    """Normal and folded form have the words of the text itself."""
    assert words(normal(text)) == words(text)
    assert words(folded(normal(text))) == words(text)


@given(TEXT | MARKED)
def test_a_digest_does_not_depend_on_typography(text: str) -> None:
    """A text and its forms have one digest."""
    assert digest_of(text) == digest_of(normal(text)) == digest_of(folded(normal(text)))


@given(TEXT | MARKED)
def test_normal_form_has_single_spaces(text: str) -> None:
    """There is no space at the ends, and never two together."""
    assert normal(text) == " ".join(normal(text).split())
