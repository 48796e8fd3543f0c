"""A reader's copy, proved sentence by sentence: a sentence stands where as many words as it has have their digest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import combinations, islice, pairwise
from typing import Final, NamedTuple

from .apart import default_apart
from .streams import Deviation, Stream, Token, deviations
from .words import Text

_BUDGET: Final = 40_000
_SENTENCE_BUDGET: Final = 6_000
_MOST_DEVIATIONS: Final = 4
_ROOM: Final = 60
_SMALL: Final = 20_000  # words of a copy that is searched more thoroughly
_CHOICES: Final = 1_500


class Target(NamedTuple):
    """What is looked for: a sentence, or a block beside the body."""

    words: int
    digest: str


Proof = tuple[Token, ...]
"""The words of a target as they stand in a text."""


def prove(text: Text, targets: Sequence[Target]) -> dict[Target, list[Proof]]:
    """Every place where a target stands in the text, or the one that was found with words read otherwise."""
    found: dict[Target, list[Proof]] = {}
    plain = Stream.of(text, default_apart(text))
    joined = plain.joined_at_hyphens()
    whole = joined.parted_at_capitals()
    _windows(plain, targets, found)
    for stream in (joined, whole):
        if len(stream) != len(plain):
            _windows(stream, targets, found)
    if len(plain) <= _SMALL:
        for stream in (plain, joined.parted_at_known_words(), Stream.of(text)):
            _windows(stream, targets, found, anywhere=True)
    _mended(whole, targets, found)
    return found


def _windows(
    stream: Stream, targets: Sequence[Target], found: dict[Target, list[Proof]], *, anywhere: bool = False
) -> None:
    """Looks for the missing targets as they stand in a stream, in one run along it: where a sentence may begin and,
    unless they may stand anywhere, end.
    """
    wanted = {target.digest: target for target in targets if target not in found}
    lengths = sorted({target.words for target in wanted.values()})
    if not wanted or not len(stream):
        return
    encoded = [token.word.encode("utf-8", "surrogatepass") for token in stream.tokens]
    starts = list(stream.sentence_starts())
    ends = bytearray(len(encoded) + 1)
    for place in starts if not anywhere else range(len(encoded)):
        ends[place] = 1
    ends[-1] = 1
    for start in starts:
        digest, reached = sha256(), start
        for length in lengths:
            stop = start + length
            if stop >= len(ends):
                break
            if not ends[stop]:
                continue
            if reached > start:
                digest.update(b" ")
            digest.update(b" ".join(encoded[reached:stop]))
            reached = stop
            target = wanted.get(digest.hexdigest())
            if target is not None:
                found.setdefault(target, []).append(tuple(stream.tokens[start:stop]))


def _mended(stream: Stream, targets: Sequence[Target], found: dict[Target, list[Proof]]) -> None:
    """Looks for what is missing between its neighbours, with single words read otherwise."""
    if not found or not len(stream):
        return
    place_of = {token.number: place for place, token in reversed(list(enumerate(stream.tokens)))}
    budget = _BUDGET
    for index, target in enumerate(targets):
        if target in found or budget <= 0:
            continue
        first = _stop_before(targets[:index], found, place_of)
        stop = _start_behind(targets[index + 1 :], found, place_of, first, len(stream))
        spent = 0
        for reading in _readings(stream, target.words, first, stop):
            spent += 1
            if (
                sha256(" ".join([token.word for token in reading]).encode("utf-8", "surrogatepass")).hexdigest()
                == target.digest
            ):
                found[target] = [reading]
                break
            if spent >= _SENTENCE_BUDGET:
                break
        budget -= spent


def _stop_before(before: Sequence[Target], found: dict[Target, list[Proof]], place_of: dict[int, int]) -> int:
    """Where the nearest target before ends."""
    for target in reversed(before):
        if target in found:
            return place_of.get(found[target][0][-1].number, -1) + 1
    return 0


def _start_behind(
    behind: Sequence[Target], found: dict[Target, list[Proof]], place_of: dict[int, int], least: int, total: int
) -> int:
    """Where the nearest target behind begins."""
    for target in behind:
        for place in found.get(target, ()):
            if (start := place_of.get(place[0].number, -1)) >= least:
                return start
    return total


def _readings(stream: Stream, length: int, first: int, stop: int) -> Iterator[Proof]:
    """The stretches of so many words between two places with words read otherwise: one of them, then several."""
    stop = min(stop, first + 4 * length + _ROOM)
    options = deviations(stream, first, stop)
    likely = [one for one in options if one.gain < 1 or one.start == one.stop]
    starts = [place for place in stream.sentence_starts() if first <= place < stop]
    for several in (likely, [one for one in options if one.gain == 1 and one.start < one.stop]):
        for start in starts:
            for one in several:
                if start <= one.start < start + length:
                    yield from _read(stream, start, length, [one])
    for most in range(2, _MOST_DEVIATIONS + 1):
        for start in starts:
            near = [one for one in likely if start <= one.start < start + length + 2]
            for chosen in islice(_choices(near, most), _CHOICES):
                yield from _read(stream, start, length, chosen)


def _choices(options: list[Deviation], most: int) -> Iterator[tuple[Deviation, ...]]:
    """So many deviations that do not overlap, in the order of their places."""
    for chosen in combinations(options, most):
        ordered = tuple(sorted(chosen))
        if all(one.stop <= other.start for one, other in pairwise(ordered)):
            yield ordered


def _read(stream: Stream, start: int, length: int, chosen: Sequence[Deviation]) -> Iterator[Proof]:
    """The words from a place on with these deviations, if there are so many."""
    tokens: list[Token] = []
    place = start
    for one in chosen:
        tokens += stream.tokens[place : one.start]
        tokens += one.tokens
        place = one.stop
    rest = length - len(tokens)
    if rest >= 0 and place + rest <= len(stream):
        yield (*tokens, *stream.tokens[place : place + rest])
