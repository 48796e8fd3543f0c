"""Quotations of a text in every usual frame, and edits of them: what is right is known by construction."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?[.,]?")
WRONG = ("banana", "quickly", "China", "Wednesday", "denied", "seventy", "peace", "Moscow", "never", "under")
LEAST_TO_TELL = 8
"""Words of a quotation in which one change is told for certain."""

FEW = 3
"""Words left out between two quotations that are told."""

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


LINE_ENDS: dict[str, Callable[[str], str]] = {
    "marks at a line's end": lambda said: f"The magazine noted that “{said}”.\n\nNothing more was said.",
    "a stop in the marks": lambda said: f'The magazine noted: "{said}."\nNothing more was said.',
    "an ellipsis": lambda said: f"The magazine noted: “{said} …”\n\nNothing more was said.",
    "a dash": lambda said: f"“{said}” — The Weekly\n",
    "lines of numbers": lambda said: f"The magazine noted: “{said}.”\n".replace(" ", "\n"),
    "the same thrice": lambda said: f"“{said}.”\n\n" * 3,
} | {name: FRAMES[name] for name in ("single marks", "French", "a mail", "blockquote", "q", "alone", "Markdown")}
"""Frames in which a quotation's first or last word stands at the edge of a line, or of its marks."""

ATTRIBUTIONS: dict[str, Callable[[str, list[str], list[str]], str]] = {
    "behind, without the next word": lambda said, _, behind: f"“{said},” {' '.join(behind[1:6])} told us.",
    "behind, going on": lambda said, _, behind: f"“{said}” {' '.join(behind[:5])} on Wednesday, a reader says.",
    "behind, one word other": lambda said, _, behind: f"“{said}”, {' '.join([*behind[:3], 'Moscow', *behind[4:6]])}.",
    "before, without the next word": lambda said, before, _: f"{' '.join(before[-6:-1]).capitalize()}: “{said}”.",
    "before, going on": lambda said, before, _: f"On Wednesday {' '.join(before[-5:])} “{said}”, a reader says.",
    "before, one word other": lambda said, before, _: f"{' '.join([*before[-5:-3], 'Moscow', *before[-2:]])} ‘{said}’.",
    "on both sides": lambda said, before, behind: f"{' '.join(before[-4:])} seventy “{said}” {' '.join(behind[1:4])}.",
    "in the middle": lambda said, _, behind: _halved(said, " ".join(behind[:4])),
}
"""A quotation with words of the writer's own beside its marks, for which the writer uses those that the text itself has
there, as it likes.
"""


BESIDE: dict[str, Callable[[str, str], str]] = {
    "in two sentences": lambda one, other: f"The magazine noted: “{one}.” It also wrote: “{other}.” No more was said.",
    "in one sentence": lambda one, other: f"It speaks of “{one}” and of “{other}”, a reader says.",
    "in blocks": lambda one, other: f"The magazine noted:\n\n“{one}.”\n\nLater on it says:\n\n“{other}.”\n\nNo more.",
    "in a list": lambda one, other: f"Two quotations:\n- “{one}”\n- “{other}”\n",
    "in lines": lambda one, other: f'"{one}"\n"{other}"\n',
    "in block quotations": lambda one, other: f"> {one}\n\nA reader answers this.\n\n> {other}\n\nNo more was said.",
    "far apart": lambda one, other: f"It notes “{one}”. {'Oil rose and traders were calm. ' * 9}Then “{other}”.",
}
"""Two quotations in one text."""


def _halved(said: str, attribution: str) -> str:
    """A quotation in two halves, with a few words between them."""
    words = said.split(" ")
    middle = len(words) // 2
    return f"“{' '.join(words[:middle])},” {attribution} says, “{' '.join(words[middle:])}.”"


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


def numbered(paragraphs: Sequence[str], seed: int, count: int) -> Iterator[Made]:
    """So many quotations that begin or end with a number, in every frame at a line's edge, and with another number."""
    chance = random.Random(seed)
    places = [
        (words, at)
        for words in (paragraph.split(" ") for paragraph in paragraphs)
        for at, word in enumerate(words)
        if NUMBER.fullmatch(word)
    ]
    done = 0
    while done < count:
        words, at = chance.choice(places)
        size, ends = chance.randint(LEAST_TO_TELL, 30), chance.random() < 0.5
        said = (words[max(at - size, 0) : at] if ends else words[at + 1 : at + size])[:: -1 if ends else 1]
        if len(said) < LEAST_TO_TELL - 1 or "“" in "".join(said) or "”" in "".join(said):
            continue
        number = WORD.search(words[at])[0]
        for edit, other in (("none", number), ("number", number[:-1] + str((int(number[-1]) + 1) % 10))):
            whole = " ".join([other, *said][:: -1 if ends else 1]).strip(" —,.")
            for frame, framed in LINE_ENDS.items():
                yield Made(frame, edit, framed(whole), "verbatim" if edit == "none" else "altered")
                done += 1


def attributed(paragraphs: Sequence[str], seed: int, count: int) -> Iterator[Made]:
    """So many quotations beside words of the writer's own, and their edits."""
    chance = random.Random(seed)
    done = 0
    while done < count:
        words = re.sub("[“”—]", "", chance.choice(paragraphs)).split(" ")
        size = chance.randint(2 * LEAST_TO_TELL + 2, 36)
        start = chance.randint(6, max(len(words) - size - 6, 6))
        said = " ".join(words[start : start + size]).strip(" ,.")
        before, behind = words[:start], words[start + size :]
        if len(behind) < 6 or "  " in said:
            continue
        for frame, framed in ATTRIBUTIONS.items():
            yield Made(frame, "none", framed(said, before, behind), "verbatim")
        for edit, changed in edits(said, chance):
            if WORD.findall(changed.lower()) != WORD.findall(said.lower()):
                frame = chance.choice(list(ATTRIBUTIONS))
                yield Made(frame, edit, ATTRIBUTIONS[frame](changed, before, behind), "altered")
                done += 1
        done += len(ATTRIBUTIONS)


def repeated(paragraphs: Sequence[str], seed: int, count: int) -> Iterator[Made]:
    """So many pairs of quotations in every frame, with words in common or without: both true, or one edited. In none
    are a few words left out between the two, which would be an edit.
    """
    chance = random.Random(seed)
    done = 0
    while done < count:
        words = re.sub("[“”—]", "", chance.choice(paragraphs)).split()
        start, size = chance.randrange(max(len(words) - 12, 1)), chance.randint(10, 26)
        other_start = min(max(start + chance.randint(-size, size), 0), max(len(words) - 12, 0))
        spans = [(start, start + size), (other_start, other_start + chance.randint(10, 26))]
        one, other = (" ".join(words[first:stop]).strip(" ,.") for first, stop in spans)
        (_, reached), (following, _) = sorted(spans)
        is_close = 0 < following - reached <= FEW
        if is_close or min(len(WORD.findall(one)), len(WORD.findall(other))) < LEAST_TO_TELL:
            continue
        several = [("none", other), *edits(other, chance)]
        for frame, framed in BESIDE.items():
            edit, said = chance.choice([*several, ("none", other)])
            if edit == "none" or WORD.findall(said.lower()) != WORD.findall(other.lower()):
                pair = (one, said) if chance.random() < 0.5 else (said, one)
                yield Made(frame, edit, framed(*pair), "verbatim" if edit == "none" else "altered")
                done += 1
