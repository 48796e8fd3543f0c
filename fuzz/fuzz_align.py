"""Coverage-guided fuzzing of alignment.

python fuzz/fuzz_align.py -max_total_time=300

Text is put together from pieces of the text written for the tests and from whatever the fuzzer thinks of; after each
alignment every promise that holds for any text is checked. Needs atheris, whose pinned version needs Python 3.12.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["jcpoa_brief"]):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
    import harbour
    from jcpoa_brief import digest_of
    from jcpoa_brief._align.alignment import Alignment
    from jcpoa_brief._text import letters
    from jcpoa_brief.errors import BriefError, InvalidSpanError

COPY = Alignment(harbour.WHOLE, harbour.OUTLINE)
PIECES = [*harbour.PARAGRAPHS, *(text[a:b] for text in harbour.PARAGRAPHS for a, b in harbour.sentences(text))]


def text_of(data: atheris.FuzzedDataProvider) -> str:
    """Pieces of the known text, cut and changed, with other text between them."""
    parts: list[str] = []
    for _ in range(data.ConsumeIntInRange(0, 6)):
        piece = data.PickValueInList(PIECES)
        start, end = sorted((data.ConsumeIntInRange(0, len(piece)), data.ConsumeIntInRange(0, len(piece))))
        kind = data.ConsumeIntInRange(0, 4)
        if kind == 1:
            piece = piece[start:end]
        elif kind == 2:
            piece = piece[:start] + data.ConsumeUnicode(8) + piece[end:]
        elif kind == 3:
            piece = piece.upper()
        elif kind == 4:
            piece = piece[:start] + data.ConsumeUnicode(8) + piece[start:]
        parts += [piece, data.ConsumeUnicode(12)]
    return "".join(parts) + data.ConsumeUnicode(200)


def test_one_input(raw: bytes) -> None:
    """Align one text, and check what was promised."""
    data = atheris.FuzzedDataProvider(raw)
    text = text_of(data)
    alignment = Alignment(text, harbour.OUTLINE)
    for citation in harbour.OUTLINE.citing:
        span = alignment.find(citation)
        if span is not None:
            said = text[slice(*span)]
            assert 0 <= span.start < span.end <= len(text)
            source = harbour.PARAGRAPHS[citation.paragraph - 1][citation.start : citation.end]
            proved = digest_of(said) == citation.digest
            rest = iter(letters(said))  # lines and numbers that are left out may stand between them
            assert proved or all(letter in rest for letter in letters(source)), (citation, said)
            try:
                assert alignment.citation(*span) == citation or not proved, (citation, span)
            except InvalidSpanError as refused:  # the one sentence whose characters are not counted
                assert "stands with other marks" in str(refused), (citation, span)
            alignment.link(citation)
    start, end = data.ConsumeIntInRange(-1, len(text) + 1), data.ConsumeIntInRange(-1, len(text) + 1)
    try:
        alignment.at(start, end)
        alignment.citation(start, end)
    except BriefError as error:
        assert str(error)
    assert str(alignment)
    assert alignment.to_dict()
    assert alignment._repr_html_()
    comparison = COPY.compare(text)
    for passage in comparison.passages:
        assert 0 <= passage.span.start < passage.span.end <= len(text)
    assert str(comparison)


if __name__ == "__main__":
    atheris.Setup(sys.argv, test_one_input)
    atheris.Fuzz()
