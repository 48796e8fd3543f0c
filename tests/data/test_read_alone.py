"""What a reader needs to understand a text that stands alone: which agency, which understanding, as of when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jcpoa_brief import actors, article, checks, claims, events, figures, glossary, lookup, paragraphs, quotes, sources

NAMES = {
    "IAEA": "watchdog",
    "Additional Protocol": "inspect",
    "Kata'ib": "group",
    "Revolutionary Guards": "military force",
    "maximum pressure": "sanctions",
    "ardliners": "opening to the West",
}
"""A name that means nothing to a newcomer, and the word by which a text that stands alone explains it."""
NAMES_IN_SHORT_TEXTS = {
    "2231": "approved",
    "Strategic Action Plan": "inspections",
    "military dimensions": "weapon",
    "nuclear deal": "2015",
    "snap inspections": "short notice",
    "uranium metal": "weapon",
}
"""More of the kind, for claims and gists, which are quoted by themselves more than others."""


def unclear(text: str, names: Mapping[str, str] = NAMES) -> list[str]:
    """What a text takes for known: a name without a word on it, an understanding with the agency without its date."""
    wrong = [f"{name} is not explained" for name, word in names.items() if name in text and word not in text]
    if "understanding" in text and "IAEA" in text and "2021" not in text:
        wrong.append("the understanding has no date")
    return wrong


def texts() -> Iterator[tuple[str, str]]:
    """Every text that is printed without the records around it, by the name of its record."""
    yield from ((f"gist {paragraph.number}", paragraph.gist) for paragraph in paragraphs)
    yield from ((actor.id, actor.description) for actor in actors)
    yield from ((event.id, event.summary) for event in events)
    yield from ((term.id, term.definition) for term in glossary)
    yield from ((figure.id, figure.what) for figure in figures)
    yield from ((claim.id, claim.statement) for claim in claims)
    yield from ((check.id, f"{check.article_says} {check.record_says}") for check in checks)


def test_each_text_explains_what_it_names() -> None:
    """The IAEA is explained, the understanding dated, and so with other names, wherever they stand alone."""
    assert unclear("Iran left the understanding with the IAEA.") == [
        "IAEA is not explained",
        "the understanding has no date",
    ]
    assert {name: unclear(text) for name, text in texts() if unclear(text)} == {}


def test_claims_and_gists_explain_more() -> None:
    """Which deal, what the law does, who the hardliners are: a claim or a gist says it each time."""
    short = [(claim.id, claim.statement) for claim in claims]
    short += [(f"gist {paragraph.number}", paragraph.gist) for paragraph in paragraphs]
    assert unclear("The nuclear deal is in trouble.", NAMES_IN_SHORT_TEXTS) == ["nuclear deal is not explained"]
    wrong = {name: unclear(text, NAMES_IN_SHORT_TEXTS) for name, text in short}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_the_data_speaks_as_of_its_newest_page() -> None:
    """No page was published later than the data says that it speaks."""
    until = article.as_of
    later = [source.id for source in sources if source.published and source.published[: len(until)] > until]
    assert later == []


def test_a_claim_is_one_sentence() -> None:
    """A statement says one thing in one sentence; what the annotation says of it stands in the note."""
    assert [claim.id for claim in claims if re.search(r"[.!?]\"?\s+[A-Z]", claim.statement)] == []


def test_no_text_has_a_phrase_that_newcomers_read_twice() -> None:
    """Nothing is excepted or credited in a phrase that readers took for something else."""
    twice = re.compile(r"\bbut for\b|\breports (have|give) (him|them|the)\b|\bthe former US president\b")
    assert twice.search("reports have him say it")
    assert [name for name, text in texts() if twice.search(text)] == []


def test_a_text_says_when_it_was_written() -> None:
    """Nobody is left to look up when the time of writing, or a term of Donald Trump's, was."""
    undated = re.compile(r"\btime of writing\b(?! \(early March 2021\))")
    assert undated.search("At the time of writing the deal is in trouble.")
    assert [name for name, text in texts() if undated.search(text)] == []
    of_trump = [(name, text) for name, text in texts() if re.search(r"\bTrump('s)?\b", text)]
    assert of_trump
    dated = re.compile(r"first (term|administration)|\b20(17|18)\b")
    assert [name for name, text in of_trump if not dated.search(text)] == []


def test_a_claim_names_its_holder() -> None:
    """Read alone, what Iran or a newspaper holds is not taken for what the author, or the data, holds."""
    held = [(claim.id, claim.statement, actors[claim.holder]) for claim in claims if claim.holder]
    assert held
    wrong = [
        name
        for name, statement, holder in held
        if not any(form.split()[-1].lower() in statement.lower() for form in (holder.name, *holder.aliases))
    ]
    assert wrong == []


def test_a_claim_of_nobody_else_says_that_it_is_the_authors() -> None:
    """Read alone, an opinion of the author is not taken for a finding of the data."""
    own = [claim for claim in claims if claim.holder is None]
    assert own
    assert [claim.id for claim in own if not re.search(r"\b(author|article)\b", claim.statement)] == []


def test_what_a_check_contradicts_names_the_check() -> None:
    """The article's statements stand as they are; the note of each that a check contradicts leads to the check."""
    contradicted = checks.of_verdict("differs")
    assert contradicted
    for check in contradicted:
        note = str(getattr(lookup(check.about), "note", None))
        assert any(other.id in note for other in contradicted if other.incident == check.incident), check.id


def test_what_repeats_a_contradicted_record_names_the_check() -> None:
    """A claim or quote from the same words leads to the check too; of a contradicted day only if it tells one."""
    tells_day = re.compile(r"\b(beginning|end) of [A-Z]|\b[123]?\d [A-Z][a-z]+ 20\d\d\b")
    texts_and_records = [*((claim.statement, claim) for claim in claims), *((quote.text, quote) for quote in quotes)]
    repeating = set()
    for check in checks.of_verdict("differs"):
        words = lookup(check.about).citations
        for text, record in texts_and_records:
            overlaps = any(
                own.paragraph == other.paragraph and own.start < other.end and other.start < own.end
                for own in record.citations
                for other in words
            )
            if overlaps and (check.aspect != "date" or tells_day.search(text)):
                repeating.add(record.id)
                assert check.id in str(record.note), (check.id, record.id)
    assert repeating == {"resolution-settled-pmd-dispute", "time-is-not-right"}


def test_a_fear_has_a_bearer() -> None:
    """A title says whose fear it tells of, not only that something is feared."""
    feared = events.of_modality("feared")
    assert feared
    assert all("Iranian" in event.title and "the author says" in event.title for event in feared)
