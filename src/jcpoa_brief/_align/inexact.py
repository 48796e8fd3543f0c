"""The sentences that do not stand in a copy word for word, and were found all the same: with other words, with a block
between their words, or in part.
"""

from __future__ import annotations

from typing import Final

from .locate import Copy
from .outline import Outline, SentenceOutline
from .quotation import part_of
from .relocate import Changed, Ground, changed, quoted, without_rivals
from .seeds import Region, clauses, seeded
from .site import Site

_ROOM: Final = 40  # words between two standing sentences, beyond three times what is missing there, that are looked at


def inexact(copy: Copy, outline: Outline, sites: list[Site], lengths: bytes) -> dict[SentenceOutline, Changed]:
    """The sentences that do not stand but were found all the same."""
    open_: dict[int, SentenceOutline] = {}
    places: dict[SentenceOutline, Region] = {}
    numbers = iter(range(len(outline.sentences)))
    for part, one in zip(outline.paragraphs, sites, strict=True):
        for sentence, place in zip(part.sentences, one.sentences, strict=True):
            number = next(numbers)
            if place is None:
                open_[number] = sentence
            else:
                places[sentence] = place.word, place.word + len(sentence.lengths)
    found: dict[SentenceOutline, Changed] = {}
    ground = Ground(copy, lengths, outline.bits)
    standing = frozenset(places)
    regions = seeded(outline, lengths, set(open_))
    for again in (False, True):
        for number, sentence in open_.items():
            if sentence in found:
                continue
            beside, sure = _beside(outline, number, places, standing)
            space = 0 if sure else sum(stop - start for start, stop in beside)
            here = changed(ground, sentence, beside, space)
            if not again and (here is None or not sure):
                there = changed(ground, sentence, regions[number], len(copy.words))
                here = max(filter(None, (here, there)), key=lambda one: one.score, default=None)
            if here is not None:
                found[sentence] = here
        places.update({sentence: (one.first, one.stop) for sentence, one in found.items()})
    found |= _clauses(ground, [sentence for sentence in open_.values() if sentence not in found])
    return _parts(ground, outline, without_rivals(found), places)


def _clauses(ground: Ground, sentences: list[SentenceOutline]) -> dict[SentenceOutline, Changed]:
    """The sentences of which no more than a clause stands."""
    found = {one: quoted(ground, one, clauses(ground.copy, ground.lengths, one)) for one in sentences}
    return {sentence: one for sentence, one in found.items() if one is not None}


def _parts(
    ground: Ground,
    outline: Outline,
    found: dict[SentenceOutline, Changed],
    places: dict[SentenceOutline, Region],
) -> dict[SentenceOutline, Changed]:
    """The changed sentences, those told apart of which part stands and no word is known to be changed."""
    places = places | {sentence: (one.first, one.stop) for sentence, one in found.items()}
    whole: dict[SentenceOutline, Changed] = {}
    for number, sentence in enumerate(outline.sentences):
        one = found.get(sentence)
        if one is None:
            continue
        if one.rank is None:
            sides = outline.sentences[max(number - 1, 0) : number], outline.sentences[number + 1 : number + 2]
            before, behind = (places[side[0]] if side and side[0] in places else None for side in sides)
            one = part_of(
                ground,
                sentence,
                one,
                before and _reaching(ground, before, 1),
                behind and _reaching(ground, behind, -1),
            )
        whole[sentence] = one
    return whole


def _reaching(ground: Ground, region: Region, step: int) -> Region:
    """A region, with the words behind it, or before it, that belong to something else."""
    start, stop = region
    while step > 0 and stop < len(ground.lengths) and not ground.lengths[stop]:
        stop += 1
    while step < 0 < start and not ground.lengths[start - 1]:
        start -= 1
    return start, stop


def _beside(
    outline: Outline, number: int, places: dict[SentenceOutline, Region], standing: frozenset[SentenceOutline]
) -> tuple[list[Region], bool]:
    """Where a sentence would stand for the sentences around it that were found, and whether it can only stand there."""
    sentence = outline.sentences[number]
    before = next((other for other in reversed(outline.sentences[:number]) if other in places), None)
    behind = next((other for other in outline.sentences[number + 1 :] if other in places), None)
    room = 2 * len(sentence.lengths) + _ROOM
    if before and behind:
        start, stop = places[before][1], places[behind][0]
        between = outline.sentences[outline.sentences.index(before) + 1 : outline.sentences.index(behind)]
        if 0 <= stop - start <= 3 * sum(len(other.lengths) for other in between) + _ROOM:
            size = len(sentence.lengths)
            alone = len(between) == 1 and size <= 2 * (stop - start) <= 4 * size
            sure = standing.issuperset((before, behind)) and (alone or before.paragraph == behind.paragraph)
            return [(start, stop)], sure
    regions = [(places[before][1], places[before][1] + room)] if before else []
    return regions + ([(places[behind][0] - room, places[behind][0])] if behind else []), False
