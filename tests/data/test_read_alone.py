"""What a reader needs to understand a text that stands alone: which agency, which understanding, as of when."""

from __future__ import annotations

from collections.abc import Iterator

from jcpoa_brief import actors, article, checks, claims, events, figures, glossary, paragraphs, sources


def unclear(text: str) -> list[str]:
    """What a text takes for known: the agency by its letters alone, an understanding with it without its date."""
    wrong = []
    if "IAEA" in text and "watchdog" not in text and "International Atomic Energy Agency" not in text:
        wrong.append("the IAEA is not explained")
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
    """The IAEA is explained, and the understanding dated, wherever they stand alone."""
    assert unclear("Iran left the understanding with the IAEA.") == [
        "the IAEA is not explained",
        "the understanding has no date",
    ]
    assert {name: unclear(text) for name, text in texts() if unclear(text)} == {}


def test_the_data_speaks_as_of_its_newest_page() -> None:
    """No page was published later than the data says that it speaks."""
    until = article.as_of
    later = [source.id for source in sources if source.published and source.published[: len(until)] > until]
    assert later == []


def test_a_fear_has_a_bearer() -> None:
    """A title says whose fear it tells of, not only that something is feared."""
    feared = events.of_modality("feared")
    assert feared
    assert all("Iranian" in event.title and "the author says" in event.title for event in feared)
