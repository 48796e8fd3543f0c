"""What stands in a copy beside the words of a sentence that were found: somebody else's words, or changed ones."""

from __future__ import annotations

from typing import Final

from ._runs import MORE, Found, Run, double, encloses, ending, mark
from ._seeds import Region

_NEAR: Final = 40  # words, beyond as many as are missing, within which the sentence beside it leaves a doubt


def open_beside(found: Found, runs: list[Run], before: Region | None, behind: Region | None) -> list[int] | None:
    """The open words at both ends; none, when words there are known to be changed."""
    edges = _before(found, runs, before), _behind(found, runs, behind)
    return None if None in edges else [word for edge in edges if edge for word in range(*edge)]


def _before(found: Found, runs: list[Run], beside: Region | None) -> Region | None:
    """The open words before the first run, often none of them; none when words there were changed."""
    place, missing = runs[0].place, runs[0].number
    if not missing or _is_quoted(found, runs, found.gap(place), missing):
        return place, place
    stop = beside[1] if beside else -1
    first = place
    while first and first != stop and place - first <= missing + MORE and not ending.search(found.gap(first)):
        first -= 1
    if first == stop or _in_place(found, runs, place - first, missing):
        return None
    return (stop if 0 < place - stop <= missing + _NEAR and beside else first), place


def _behind(found: Found, runs: list[Run], beside: Region | None) -> Region | None:
    """The open words behind the last run, often none of them; none when words there were changed."""
    place, number = runs[-1].place + runs[-1].size, runs[-1].stop
    missing, end = len(found.sentence.lengths) - number, len(found.copy.words)
    if not missing or _is_quoted(found, runs, found.gap(place), number):
        return place, place
    start = beside[0] if beside else -1
    last = place
    while last < end and last != start and last - place <= missing + MORE and not ending.search(found.gap(last)):
        last += 1
    if last == start or _in_place(found, runs, last - place, missing):
        return None
    return place, (start if 0 < start - place <= missing + _NEAR else last)


def _is_quoted(found: Found, runs: list[Run], gap: str, number: int) -> bool:
    """Whether a mark parts what stands here from somebody else's words: one that the article has not, or one that does
    not enclose other words of the sentence as well.
    """
    if mark.search(gap) is None:
        return False
    if not found.has_room(number, gap) or encloses(found, runs[0], runs[-1]):
        return True
    words, text = found.copy.words, found.copy.text
    inside = [text[words.starts[run.place] : words.ends[run.place + run.size - 1]] for run in runs]
    return double.search(gap) is not None and all(len(double.findall(part)) % 2 == 0 for part in inside)


def _in_place(found: Found, runs: list[Run], words: int, missing: int) -> bool:
    """Whether words stand in the place of missing ones, of a sentence most of which is there."""
    there = sum(run.size for run in runs)
    return words > 0 and 2 * there >= len(found.sentence.lengths) and abs(words - missing) <= MORE
