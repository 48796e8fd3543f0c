"""Which of several places of a paragraph's sentences are taken: those where it stands best, and of these the first."""

from __future__ import annotations

from typing import NamedTuple

from .locate import Copy, Place, paragraph_rank, places
from .outline import ParagraphOutline


class Site(NamedTuple):
    """A paragraph in the copy: how it stands as a whole, if it does, and each sentence's place, if it stands."""

    rank: int | None
    sentences: tuple[Place | None, ...]


def site(copy: Copy, part: ParagraphOutline, found: list[list[Place]]) -> Site:
    """The best place of a paragraph, from the places of its sentences.

    A whole paragraph, its sentences following each other, goes before sentences that stand apart; a better rank before
    a worse, then an earlier place before a later.
    """
    whole = _whole(copy, part, found)
    if whole is not None:
        place, rank = whole
        by_word = [{other.word: other for other in one} for one in found]
        words = [place.word + sentence.word for sentence in part.sentences]
        return Site(rank, tuple(one[word] for one, word in zip(by_word, words, strict=True)))
    near = _nearest(part, found)
    return Site(None, tuple(_best(near[number]) or _best(one) for number, one in enumerate(found)))


def all_places(copy: Copy, part: ParagraphOutline) -> list[list[Place]]:
    """For each sentence of the paragraph, where it stands."""
    return [places(copy, sentence) for sentence in part.sentences]


def _whole(copy: Copy, part: ParagraphOutline, found: list[list[Place]]) -> tuple[Place, int] | None:
    by_word = [{place.word: place.rank for place in one} for one in found]
    best: tuple[Place, int] | None = None
    for place in found[0]:
        ranks = [one.get(place.word + sentence.word) for one, sentence in zip(by_word, part.sentences, strict=True)]
        known = [rank for rank in ranks if rank is not None]
        if len(known) < len(ranks) or (best is not None and max(known) >= best[1]):
            continue
        rank = paragraph_rank(copy, part, place.word, max(known))
        if rank is not None and (best is None or rank < best[1]):
            best = (place, rank)
            if rank == 0:
                break
    return best


def _nearest(part: ParagraphOutline, found: list[list[Place]]) -> list[list[Place]]:
    """The places of the sentences in that part of the copy where most of them stand together."""
    origins = sorted(
        (place.word - part.sentences[number].word, number, place) for number, one in enumerate(found) for place in one
    )
    groups: list[list[tuple[int, Place]]] = []
    for number, (origin, sentence, place) in enumerate(origins):
        if not number or origin - origins[number - 1][0] > part.source.words:
            groups.append([])
        groups[-1].append((sentence, place))
    best = max(groups, key=_togetherness) if groups else []
    return [[place for sentence, place in best if sentence == number] for number in range(len(found))]


def _togetherness(group: list[tuple[int, Place]]) -> tuple[int, int]:
    """How many sentences stand together, and how well."""
    ranks: dict[int, int] = {}
    for sentence, place in group:
        ranks[sentence] = min(place.rank, ranks.get(sentence, place.rank))
    return len(ranks), -sum(ranks.values())


def _best(several: list[Place]) -> Place | None:
    return min(several, key=lambda place: (place.rank, place.word), default=None)
