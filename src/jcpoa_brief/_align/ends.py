"""What stands in a copy beside the words of a sentence that were found: somebody else's words, or changed ones."""

from __future__ import annotations

from typing import Final

from .marks import KINDS, closed_at, closes, double, ending, going_on, gone_before, mark, opened_at, opens
from .runs import MORE, Found, Run, encloses
from .seeds import Region

_NEAR: Final = 40  # words, beyond as many as are missing, within which the sentence beside it leaves a doubt


def open_beside(found: Found, runs: list[Run], before: Region | None, behind: Region | None) -> list[int] | None:
    """The open words at both ends; none, when words there are known to be changed."""
    edges = _before(found, runs, before), _behind(found, runs, behind)
    return None if None in edges else [word for edge in edges if edge for word in range(*edge)]


def _before(found: Found, runs: list[Run], beside: Region | None) -> Region | None:
    """The open words before the first run, often none of them; none when words there were changed."""
    place, missing, copy = runs[0].place, runs[0].number, found.copy
    if not missing:
        return place, place
    if _is_quoted(found, runs, found.gap(place), missing):
        return gone_before(copy, place) if opens(copy, place) else (_opening_of(found, runs), place)
    stop = beside[1] if beside else -1
    first = place
    while first and first != stop and place - first <= missing + MORE and not ending.search(found.gap(first)):
        first -= 1
    if first == stop or _in_place(found, runs, range(first, place), missing):
        return None
    return (stop if 0 < place - stop <= missing + _NEAR and beside else first), place


def _behind(found: Found, runs: list[Run], beside: Region | None) -> Region | None:
    """The open words behind the last run, often none of them; none when words there were changed."""
    place, number, copy = runs[-1].place + runs[-1].size, runs[-1].stop, found.copy
    missing, end = len(found.sentence.lengths) - number, len(found.copy.words)
    start = beside[0] if beside else -1
    if not missing:
        return going_on(copy, place) if runs[0].number and closes(copy, place) else (place, place)
    if _is_quoted(found, runs, found.gap(place), number):
        return going_on(copy, place) if closes(copy, place) else (place, _closing_of(found, runs))
    last = place
    while last < end and last != start and last - place <= missing + MORE and not ending.search(found.gap(last)):
        last += 1
    if last == start or _in_place(found, runs, range(place, last), missing):
        return None
    if last == place:  # a sentence ended there, in a quotation that may go on
        return place, _closing_of(found, runs)
    return place, (start if 0 < start - place <= missing + _NEAR else last)


def _opening_of(found: Found, runs: list[Run]) -> int:
    """The first word of the quotation in which some runs stand, if it closes behind them; or their first."""
    place, stop = runs[0].place, runs[-1].place + runs[-1].size
    is_closed = closes(found.copy, stop) and _is_even(found, runs, found.gap(stop))
    return opened_at(found.copy, place) if is_closed else place


def _closing_of(found: Found, runs: list[Run]) -> int:
    """The word behind the quotation in which some runs stand, if it opens before them; or the one behind the last."""
    place, stop = runs[0].place, runs[-1].place + runs[-1].size
    is_opened = opens(found.copy, place) and _is_even(found, runs, found.gap(place))
    return closed_at(found.copy, stop) if is_opened else stop


def _is_quoted(found: Found, runs: list[Run], gap: str, number: int) -> bool:
    """Whether a mark parts what stands here from somebody else's words: one that the article has not, or one that is
    not the other half of a mark inside.
    """
    if mark.search(gap) is None:
        return False
    if not found.has_room(number, gap):
        return True
    return _is_even(found, runs, gap) if double.search(gap) else encloses(found, runs[0], runs[-1])


def _is_even(found: Found, runs: list[Run], gap: str) -> bool:
    """Whether all quotations that open in some runs close there, but for the one in which they stand; in marks such as
    one that stands beside them.
    """
    words, text = found.copy.words, found.copy.text
    parts = [text[words.starts[run.place] : words.ends[run.place + run.size - 1]] for run in runs]
    edges = found.gap(runs[0].place).split()[-1:] + found.gap(runs[-1].place + runs[-1].size).split()[:1]
    alike = next((kind for kind in KINDS if kind.search(gap)), double)
    beyond = sum(max(len(alike.findall(edge)) - 1, 0) for edge in edges)
    first, *others = (len(alike.findall(part)) for part in parts)
    return (first + beyond) % 2 == 0 and not any(number % 2 for number in others)


def _in_place(found: Found, runs: list[Run], words: range, missing: int) -> bool:
    """Whether as many words as are missing stand in their place, of a sentence most of which is there; or one more or
    less, if some are as long as its own.
    """
    there = sum(run.size for run in runs)
    alike = not found.paired.isdisjoint(words)
    return len(words) > 0 and abs(len(words) - missing) <= alike and 2 * there >= len(found.sentence.lengths)
