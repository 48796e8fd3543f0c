"""What an alignment of a made copy must say, and what of it does not hold."""

from __future__ import annotations

from made_copies import CLAUSE, EDITS, SHORT, SHORT_IN_CAPITALS, Made, Quoted, Source, cased_words, make

from jcpoa_brief._align.align import Alignment
from jcpoa_brief._align.outline import Outline
from jcpoa_brief._align.quoted_forms import proves
from jcpoa_brief._model.record import Citation
from jcpoa_brief._text import folded, normal, words


def problems(source: Source, outline: Outline, seed: int) -> list[str]:
    """Everything that is wrong with the alignment of the copy of a seed; none, if all is right."""
    made = make(source, seed)
    alignment = Alignment(made.text, outline)
    open_ = _undecidable(source, made, alignment)
    found = [
        f"seed {seed}: {problem}"
        for problem in (
            *_outcome(made, alignment),
            *_verdicts(made, alignment, open_),
            *_places(made, alignment, open_),
        )
    ]
    return [*found, f"steps of seed {seed}: {made.steps}"] if found else []


def _undecidable(source: Source, made: Made, alignment: Alignment) -> set[int]:
    """Paragraphs with an altered sentence so short that it may be taken for other words."""
    short = SHORT_IN_CAPITALS if "capitals" in made.steps else SHORT
    return {
        number
        for (number, index), verdict in made.sentences.items()
        if verdict == "altered"
        and alignment.paragraphs[number].sentences[index].verdict == "missing"
        and len(words(source.paragraphs[number - 1][slice(*source.sentences[number - 1][index])]).split()) < short
    }


def _outcome(made: Made, alignment: Alignment) -> list[str]:
    """What is wrong with the verdict on the copy as a whole, for those on its paragraphs."""
    verdicts = {part.verdict for part in alignment.paragraphs.values()}
    stands = not {"altered", "unproven"} & verdicts and verdicts != {"missing"}
    # Where two quotations are run together, nobody can tell which marks open and which close.
    if (
        stands
        and not (made.beyond and "run_together" in made.steps)
        and (alignment.verdict == "unproven") != made.beyond
    ):
        return [f"the copy is {alignment.verdict}, and words stand in a quotation beside the article's: {made.beyond}"]
    return []


def _verdicts(made: Made, alignment: Alignment, open_: set[int]) -> list[str]:
    wrong: list[str] = []
    parts = {
        place: alignment.paragraphs[place[0]].sentences[place[1]].verdict
        for place, verdict in made.sentences.items()
        if verdict == "altered" and (place in made.quoted or place in made.parts or place in made.edges)
    }
    for place, one in made.quoted.items():
        wrong += _of_quotation(made, alignment, place, one)
    for number, part in alignment.paragraphs.items():
        if number in open_:
            continue
        # A paragraph whose sentences stand in different repetitions is altered or in pieces, as these are near or far.
        right = {"altered", "partial"} if number in made.pieces else {made.paragraphs[number]}
        right |= {"exact"} if made.repeated else set()
        right |= {verdict for place, verdict in parts.items() if place[0] == number} - {"missing"}
        right |= {"missing", "partial", "unproven"} if any(place[0] == number for place in made.quoted) else set()
        if part.verdict not in right:
            wrong.append(f"paragraph {number} is {made.paragraphs[number]}, not {part.verdict}")
        for index, sentence in enumerate(part.sentences):
            # What a digest proves cannot be wrong: two repetitions, each cut, may make up one whole.
            if sentence.verdict in _allowed(made, (number, index)):
                continue
            if sentence.verdict != made.sentences[number, index] and not (
                made.repeated and sentence.verdict in ({"exact", "same_words"} if made.unread else {"exact"})
            ):
                wrong.append(f"sentence {number}.{index} is {made.sentences[number, index]}, not {sentence.verdict}")
    return wrong


def _allowed(made: Made, place: tuple[int, int]) -> set[str]:
    """What else than altered a sentence may be whose ends are gone or changed, or which is quoted in part."""
    if made.sentences[place] != "altered":
        return set()
    if place in made.quoted:
        return {"partial", "unproven", "missing"}  # what it has to be is asked elsewhere
    if place in made.parts:
        return {"partial", "unproven"}
    return {"unproven"} if place in made.edges else set()


def _of_quotation(made: Made, alignment: Alignment, place: tuple[int, int], one: Quoted) -> list[str]:
    """What is wrong with the verdict on a sentence of which another text quotes part."""
    number, index = place
    if made.sentences[place] != "altered":
        return []
    verdict = alignment.paragraphs[number].sentences[index].verdict
    citations = [citation for citation in made.spans if citation.paragraph == number]
    stand = [citation for citation in citations if made.spans[citation]]
    inside = [one_ for one_ in stand if any(a <= one_.start and one_.end <= b for a, b in one.stretches)]
    said = made.source.paragraphs[number - 1]
    clause = [c for c in inside if len(words(said[c.start : c.end]).split()) >= CLAUSE]
    covered = {offset for c in inside for offset in range(c.start, c.end)}
    whole = all(offset in covered or not said[offset].isalnum() for a, b in one.stretches for offset in range(a, b))
    if not (one.alone and one.marked and clause):
        return []
    right = {"partial"} if whole else {"partial", "unproven"}
    # Two quotations, as many words apart as the article has between them, may be a sentence that was changed.
    if verdict not in right | ({"altered"} if len(one.stretches) > 1 else set()):
        return [f"quoted sentence {number}.{index} is {verdict}, and {'all' if whole else 'part'} of it is proved"]
    return []


def _is_proved(made: Made, citation: Citation, place: tuple[int, int]) -> bool:
    """Whether the words of a citation stand at a place, whatever marks are between them."""
    said, source = made.read(*place), made.source.paragraphs[citation.paragraph - 1][citation.start : citation.end]
    return proves(folded(normal(said)), citation.digest) or cased_words(said) == cased_words(source)


def _in_a_clause(made: Made, alignment: Alignment, citation: Citation, span: tuple[int, int]) -> bool:
    """Whether a citation was found inside another that is proved, just where it stands in that one."""
    for other in made.spans:
        place = alignment.find(other) if other != citation and other.contains(citation) else None
        proved = place and _is_proved(made, other, place)
        if place and proved and place[0] <= span[0] < span[1] <= place[1]:
            before = len(normal(f"|{made.read(place[0], span[0])}|")) - 2
            if before == citation.start - other.start:
                return True
    return False


def _with_an_equal_word(made: Made, alignment: Alignment, citation: Citation) -> tuple[int, int] | None:
    """The place of a proved clause one of whose words was taken away, and an equal one of the words beside it stands
    there: nobody can tell which of the two it is, and the clause is as good as the words beside it.
    """
    source = made.source.paragraphs[citation.paragraph - 1][citation.start : citation.end]
    place = None if made.spans[citation] or len(source.split()) < CLAUSE else alignment.find(citation)
    return tuple(place) if place and _is_proved(made, citation, place) else None


def _is_too_little(made: Made, citation: Citation) -> bool:
    """Whether no clause of the sentence stands but only fewer words, in another text, which may have them as well."""
    quoted = [one for (number, _), one in made.quoted.items() if number == citation.paragraph]
    if quoted and not {"page_header", *EDITS}.isdisjoint(made.steps):
        return True  # nor does anyone know names that a change cuts off from the clause they stood in
    said = made.source.paragraphs[citation.paragraph - 1]
    clauses = [
        other
        for other, span in made.spans.items()
        if span
        and other.paragraph == citation.paragraph
        and len(words(said[other.start : other.end]).split()) >= CLAUSE
    ]
    return bool(quoted) and not clauses


def _places(made: Made, alignment: Alignment, open_: set[int]) -> list[str]:
    wrong: list[str] = []
    shared = [place for citation in made.spans if (place := _with_an_equal_word(made, alignment, citation))]
    doubtful = [(one.start, one.end) for one in alignment.unproven]
    for citation, right in made.spans.items():
        span = alignment.find(citation)
        if span is None:
            is_open = right and any(start < right[1] and right[0] < end for start, end in (*shared, *doubtful))
            must = citation in made.unique and citation.paragraph not in open_
            if must and not is_open and not _is_too_little(made, citation):
                wrong.append(f"{citation.locator} stands at {right} and was not found")
            continue
        wanted = made.open.get(citation, {right} if right else set())
        # A word put in beside an equal one may be either: what was found lies inside what was there.
        inside = any(one and one[0] <= span.start and span.end <= one[1] for one in made.around[citation])
        proved = _is_proved(made, citation, span)
        if tuple(span) in wanted or (inside and (proved or any(_same(made, span, one) for one in wanted))):
            continue
        if tuple(span) in shared or (proved and _in_a_clause(made, alignment, citation, span)):
            continue  # of two equal words, put in and left, the one that a proved clause has is as good
        if proved and not right and _is_put_in(made, citation):
            continue  # a name put in where part of a sentence has lost it may be that
        wrong.append(f"{citation.locator} was put at {tuple(span)}, and stands at {wanted or 'no place'}")
    return wrong


def _is_put_in(made: Made, citation: Citation) -> bool:
    """Whether words may have been put in beside part of a sentence that has them where it is not quoted."""
    return "insert" in made.steps and any(number == citation.paragraph for number, _ in made.quoted)


def _same(made: Made, span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two places hold the same words, but for marks at their ends."""
    return words(made.read(*span)) == words(made.read(*other))
