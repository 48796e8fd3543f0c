"""Quotations of a text in every usual frame, and edits of them: what is right is known by construction."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*")
WRONG = ("banana", "quickly", "China", "Wednesday", "denied", "seventy", "peace", "Moscow", "never", "under")
LEAST_TO_TELL = 8
"""Words of a quotation in which one change is told for certain."""

FRAMES: dict[str, Callable[[str], str]] = {
    "curly marks": lambda said: f"The magazine noted: “{said}.” Nothing more was said.",
    "straight marks": lambda said: f'The magazine noted: "{said}," in March. Nothing more was said.',
    "single marks": lambda said: f"The magazine noted: ‘{said}’, in March. Nothing more.",
    "German": lambda said: f"Das Blatt schrieb: „{said}“, so der Bericht.",
    "French": lambda said: f"Le journal écrit : « {said} », selon le rapport.",
    "Swedish": lambda said: f"Tidningen skrev: ”{said}”, enligt rapporten.",
    "Japanese": lambda said: f"同誌は「{said}」と書いている。",
    "inside a sentence": lambda said: f"Oil rose on Monday. As “{said}” shows, traders were calm. Brent fell.",
    "alone": lambda said: said,
    "a block": lambda said: f"Some text here.\n\n{said}\n\nNew text follows.",
    "a mail": lambda said: (
        "Some text here.\n\n" + textwrap.indent(textwrap.fill(said, 50), "> ") + "\n\nNew text follows."
    ),
    "wrapped": lambda said: textwrap.fill(f"The magazine noted: “{said}.” Nothing more was said on that day.", 40),
    "blockquote": lambda said: f"<p>Some text.</p><blockquote><p>{said}</p></blockquote><p>More.</p>",
    "q": lambda said: f"<p>Some text <q>{said}</q> more.</p>",
    "a note": lambda said: f"The magazine noted: “{said}.”[12] Nothing more was said.",
    "ellipses": lambda said: f"The magazine noted: “… {said} …” Nothing more was said.",
    "a label": lambda said: f"The Weekly: {said}",
    "Markdown": lambda said: f"Some **text**.\n\n> *{said}*\n> — The Weekly\n",
    "a transcript": lambda said: f"ANCHOR: Good evening.\n\nGUEST: {said}\n\nANCHOR: Thank you.",
}


class Made(NamedTuple):
    """A text that was made, and what must be said of it."""

    frame: str
    edit: str
    text: str
    verdict: str


def windows(paragraphs: Sequence[str], chance: random.Random) -> Iterator[str]:
    """Five to forty words in a row, at random, without marks that are cut off."""
    while True:
        words = chance.choice(paragraphs).split(" ")
        size = chance.randint(5, 40)
        start = chance.randrange(max(len(words) - size, 0) + 1)
        said = " ".join(words[start : start + size])
        if said.count("“") == said.count("”") and not re.search(r"“\w+$|^\w+[,.]?”", said):
            said = said.strip(" —,.“”")
            if said.count("“") == said.count("”") and len(WORD.findall(said)) >= 5:
                yield said


def edits(said: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """One edit of each kind; not of words that stand at quotation marks."""
    words = said.split(" ")
    inner = [at for at in range(1, len(words) - 1) if WORD.fullmatch(words[at])]
    if len(inner) < 3:
        return
    at = chance.choice(inner)
    other = chance.choice([wrong for wrong in WRONG if wrong.lower() != words[at].lower()])
    yield "replaced", " ".join([*words[:at], other, *words[at + 1 :]])
    yield "left out", " ".join([*words[:at], *words[at + 1 :]])
    yield "doubled", " ".join([*words[:at], words[at], *words[at:]])
    yield "negated", " ".join([*words[:at], "not", *words[at:]])
    yield "put in", " ".join([*words[:at], other, *words[at:]])
    beside = [at for at in inner if at + 1 in inner and words[at].lower() != words[at + 1].lower()]
    if beside:
        at = chance.choice(beside)
        yield "swapped", " ".join([*words[:at], words[at + 1], words[at], *words[at + 2 :]])
    numbers = [at for at in inner if words[at].isdigit()]
    if numbers:
        at = chance.choice(numbers)
        yield "number", " ".join([*words[:at], str(int(words[at]) + 1), *words[at + 1 :]])


def made(paragraphs: Sequence[str], seed: int, count: int) -> Iterator[Made]:
    """So many texts: each window in every frame, and its edits in one of them each."""
    chance = random.Random(seed)
    said = windows(paragraphs, chance)
    done = 0
    while done < count:
        window = next(said)
        for frame, framed in FRAMES.items():
            yield Made(frame, "none", framed(window), "verbatim")
        done += len(FRAMES)
        if len(WORD.findall(window)) < LEAST_TO_TELL:
            continue
        for edit, changed in edits(window, chance):
            if WORD.findall(changed.lower()) != WORD.findall(window.lower()):
                frame = chance.choice(list(FRAMES))
                yield Made(frame, edit, FRAMES[frame](changed), "altered")
                done += 1
