"""A text written for the tests, annotated like the article: what the engine does must not hang on one text."""

from __future__ import annotations

import random
import re

from jcpoa_brief import digest_of
from jcpoa_brief._align.article_digests import Outline
from jcpoa_brief._model.article import Furniture
from jcpoa_brief._model.check import Check
from jcpoa_brief._model.paragraph import Paragraph
from jcpoa_brief._model.record import Citation, Record
from jcpoa_brief._text import NormalText, folded, full_digest, letters, normal, words

TEXT = """
The harbour office in Brélan closed on Monday after its keeper, Ana Torvald, fell out with the council over a “quiet fee” of 1.6 million crowns. Torvald said that the office would stay shut until the council — which had never met her — paid what it owed.

Ships kept coming all the same. By noon, 42 ships lay before the mole, and the pilots’ guild asked the council for an answer. The council gave none. In the evening the guild’s speaker, Jon Ferrer, called the silence “a quiet fee of another kind,” and the pilots went home.

On Tuesday the council met behind closed doors and offered Ana Torvald a new contract, a smaller office and 16,000 crowns a year, which she turned down before the ink was dry.

“I was asked to keep the harbour, and I shall keep the harbour,” Torvald told a crowd of fishermen, pilots and schoolchildren who had come to hear her. The crowd cheered. Then the crowd, or most of it, walked with her to the office — a low building from 1887 — and waited there until the council’s clerk, pale and tired, came out with the keys.

Nobody in Brélan expects the quarrel to end soon.

If the council pays the quiet fee, the guild will ask for the same; if it does not, the ships will go to Marrow Bay, as they did in 2009, and the harbour of Brélan will be a harbour in name only. Ferrer, who was a pilot then, remembers that the ships went quickly and came back slowly, one by one, over eleven years.

The council meets again on Friday at 10.30. Ana Torvald has said that she will be there, and that she will bring the keys.
"""

PULL_QUOTE = "If the council pays the quiet fee, the guild will ask for the same."
LINK = "Another Quiet Year for Marrow Bay"

NAMES = (
    "the council", "council", "Torvald", "Ana Torvald", "Ferrer", "Brélan", "ships", "harbour", "the harbour", "quiet fee",
    "pilots", "guild", "crowd", "said", "keys", "crowns", "1.6 million", "16,000", "office", "the office",
)  # fmt: skip

_WORD = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[“A-Z])|(?<=[.!?]”) (?=[“A-Z])")


class Mention(Record, frozen=True):
    """A record that only cites."""


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph."""
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    return list(zip(starts, [*(start - 1 for start in starts[1:]), len(text)], strict=True))


def measured(text: str) -> dict[str, object]:
    """What stands for a text's words."""
    whole = normal(text)
    assert whole == text
    return {
        "words": len(words(text).split()),
        "sha256": full_digest(whole),
        "folded_sha256": full_digest(folded(whole)),
        "words_sha256": full_digest(words(text)),
        "letters": len(letters(text)),
        "letters_sha256": full_digest(letters(text)),
    }


def paragraph(number: int, text: str) -> Paragraph:
    """A paragraph's record."""
    parts: list[dict[str, object]] = []
    for start, end in sentences(text):
        parts.append(
            {
                "start": start,
                "end": end,
                **measured(text[start:end]),
            }
        )
    data = {
        "number": number,
        "gist": "A part of the story.",
        "characters": len(text),
        **measured(text),
        "sentences": parts,
    }
    return Paragraph.model_validate(data)


def furniture(text: str, after: int, repeats: int | None) -> Furniture:
    """A block of the page."""
    return Furniture.model_validate(
        {
            "kind": "pull_quote" if repeats else "related_title",
            "after_paragraph": after,
            "repeats": repeats,
            "title": None if repeats else text,
            "characters": len(text),
            **measured(text),
        }
    )


def cited(paragraphs: list[NormalText], number: int, start: int, end: int) -> Citation:
    """The citation of a stretch."""
    return Citation.model_validate(
        {"paragraph": number, "start": start, "end": end, "digest": digest_of(paragraphs[number - 1][start:end])}
    )


def mentions(paragraphs: list[NormalText]) -> list[Record]:
    """Every name wherever it stands, and some clauses."""
    chance = random.Random(7)
    found: list[Record] = []
    for name in NAMES:
        places = [
            cited(paragraphs, number, match.start(), match.end())
            for number, text in enumerate(paragraphs, 1)
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        ]
        found.append(Mention(id=f"m-{len(found)}", citations=tuple(places), agreement="both"))
    for number, text in enumerate(paragraphs, 1):
        for start, end in sentences(text):
            spans = [(match.start() + start, match.end() + start) for match in _WORD.finditer(text[start:end])]
            for _ in range(6):
                first = chance.randrange(len(spans))
                last = min(first + chance.randint(0, 11), len(spans) - 1)
                clause = cited(paragraphs, number, spans[first][0], spans[last][1])
                found.append(Mention(id=f"m-{len(found)}", citations=(clause,), agreement="one"))
    start = paragraphs[1].index("the same")
    across = cited(paragraphs, 2, start, paragraphs[1].index(" lay before"))  # from one sentence into the next
    found.append(Mention(id="across", citations=(across,), agreement="one"))
    return found


PARAGRAPHS = [normal(block) for block in TEXT.strip().split("\n\n")]
CHECK = Check.model_construct(
    id="a-check",
    title="A day",
    about="m-0",
    aspect="date",
    verdict="differs",
    article_says="It was a Monday.",
    record_says="It was a Tuesday.",
    citations=mentions(PARAGRAPHS)[0].citations[:1],
)
OUTLINE = Outline(
    [paragraph(number, text) for number, text in enumerate(PARAGRAPHS, 1)],
    mentions(PARAGRAPHS),
    [furniture(PULL_QUOTE, 5, 6), furniture(LINK, 2, None)],
    "https://example.org/harbour",
    [CHECK],
)
WHOLE = TEXT.strip()
