"""What an alignment of a made copy must say, and what of it does not hold."""

from __future__ import annotations

from jcpoa_brief._align import Alignment
from jcpoa_brief._outline import Outline
from jcpoa_brief._text import digest_of, words
from made_copies import SHORT, Made, Source, make


def problems(source: Source, outline: Outline, seed: int) -> list[str]:
    """Everything that is wrong with the alignment of the copy of a seed; none, if all is right."""
    made = make(source, seed)
    alignment = Alignment(made.text, outline)
    open_ = _undecidable(source, made, alignment)
    found = [
        f"seed {seed}: {problem}" for problem in (*_verdicts(made, alignment, open_), *_places(made, alignment, open_))
    ]
    return [*found, f"steps of seed {seed}: {made.steps}"] if found else []


def _undecidable(source: Source, made: Made, alignment: Alignment) -> set[int]:
    """Paragraphs with an altered sentence so short that it may be taken for other words."""
    return {
        number
        for (number, index), verdict in made.sentences.items()
        if verdict == "altered"
        and alignment.paragraphs[number].sentences[index].verdict == "missing"
        and len(words(source.paragraphs[number - 1][slice(*source.sentences[number - 1][index])]).split()) < SHORT
    }


def _verdicts(made: Made, alignment: Alignment, open_: set[int]) -> list[str]:
    wrong: list[str] = []
    for number, part in alignment.paragraphs.items():
        if number in open_:
            continue
        # A paragraph whose sentences stand in different repetitions is altered or in pieces, as these are near or far.
        right = {"altered", "partial"} if number in made.pieces else {made.paragraphs[number]}
        right |= {"exact"} if made.repeated else set()
        if part.verdict not in right:
            wrong.append(f"paragraph {number} is {made.paragraphs[number]}, not {part.verdict}")
        for index, sentence in enumerate(part.sentences):
            # What a digest proves cannot be wrong: two repetitions, each cut, may make up one whole.
            if sentence.verdict != made.sentences[number, index] and not (
                made.repeated and sentence.verdict == "exact"
            ):
                wrong.append(f"sentence {number}.{index} is {made.sentences[number, index]}, not {sentence.verdict}")
    return wrong


def _places(made: Made, alignment: Alignment, open_: set[int]) -> list[str]:
    wrong: list[str] = []
    for citation, right in made.spans.items():
        span = alignment.find(citation)
        if span is None:
            if citation in made.unique and citation.paragraph not in open_:
                wrong.append(f"{citation.locator} stands at {right} and was not found")
            continue
        wanted = made.open.get(citation, {right} if right else set())
        # A word put in beside an equal one may be either: what was found lies inside what was there.
        inside = any(one and one[0] <= span.start and span.end <= one[1] for one in made.around[citation])
        proved = digest_of(made.text[slice(*span)]) == citation.digest
        if tuple(span) in wanted or (inside and (proved or any(_same(made, span, one) for one in wanted))):
            continue
        wrong.append(f"{citation.locator} was put at {tuple(span)}, and stands at {wanted or 'no place'}")
    return wrong


def _same(made: Made, span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two places hold the same words, but for marks at their ends."""
    return words(made.text[slice(*span)]) == words(made.text[slice(*other)])
