"""Checks and sources: addresses are data of good form, each is used, and each verdict keeps its rules."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

import jcpoa_brief
from jcpoa_brief import Check, Source, article, checks, claims, events, figures, glossary, lookup, sources
from jcpoa_brief._model.dates import read_edtf

TRACKERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src")
GRADES = ("official", "newsroom", "research", "mirror")


@pytest.mark.parametrize("source", sources, ids=lambda source: source.id)
def test_address_has_good_form(source: Source) -> None:
    """An address is plain http(s), without credentials, port or tracker, and names a host."""
    parts = urlsplit(source.address)
    assert parts.scheme in ("http", "https")
    assert parts.hostname is not None
    assert "." in parts.hostname
    assert parts.username is None
    assert parts.password is None
    assert parts.port is None
    assert not [name for name, _ in parse_qsl(parts.query) if name.startswith(TRACKERS)]


def test_addresses_are_distinct() -> None:
    """No page is listed twice, not even with and without a final slash."""
    assert len({source.address.rstrip("/") for source in sources}) == len(sources)


def test_every_source_is_used() -> None:
    """Each source stands behind a check, a definition or what is known of the article."""
    used = {name for check in checks for name in check.sources}
    used |= {name for term in glossary for name in term.references}
    used |= set(article.references)
    assert used == set(sources.ids)


@pytest.mark.parametrize("check", checks, ids=lambda check: check.id)
def test_check_keeps_its_rules(check: Check) -> None:
    """Sources stand best grade first; a date is EDTF; "unverified" says what that means; what is checked is cited."""
    ranks = [GRADES.index(sources[name].grade) for name in check.sources]
    assert ranks == sorted(ranks)
    assert len(set(check.sources)) == len(check.sources)
    if check.date is not None:
        assert read_edtf(check.date)
    if check.verdict == "unverified":
        assert re.search(r"\b(no|not|nothing)\b.* found in what was read", check.record_says, re.IGNORECASE)
    if check.verdict not in ("unverified", "ambiguous"):
        assert check.sources
    assert set(check.paragraphs) & set(lookup(check.about).paragraphs)


def test_every_figure_is_checked() -> None:
    """No figure of the article stands without a check."""
    assert {figure.id for figure in figures} <= {check.about for check in checks}


def test_no_aspect_is_checked_twice_with_the_same_words() -> None:
    """One aspect of one record is checked once, unless different words are."""
    seen = [(check.about, check.aspect, check.citations) for check in checks]
    assert len(set(seen)) == len(seen)


def test_outcomes_are_told_with_their_date() -> None:
    """A prediction that later events overtook says when."""
    for check in checks.of_verdict("overtaken"):
        assert check.date is not None


def test_claims_are_not_given_verdicts_on_opinions() -> None:
    """What is checked of claims is a fact, or a rank, which can be counted: no other assessment is right or wrong."""
    for check in checks:
        if check.about in claims and check.verdict in ("agrees", "differs") and check.aspect != "order":
            assert claims[check.about].kind in ("causal", "prediction", "counterfactual"), check.id  # type: ignore[index]


def test_what_is_not_known_is_said() -> None:
    """Author and day of publication are not known, and the article says so, and what its date rests on."""
    assert article.author is None
    assert article.published is None
    assert article.author_note.startswith("Not known")
    assert article.published_note.startswith("Not known")
    assert "guess" in article.title_note
    assert article.finished_note.startswith("Inferred")
    assert read_edtf(article.finished).earliest is not None


def test_the_annotation_says_who_made_it() -> None:
    """Nobody can take the annotation for the work of people."""
    assert "by machine" in article.annotation_note
    assert "No human expert has reviewed it" in article.annotation_note


def test_the_strikes_contradiction_is_in_both_places() -> None:
    """The two readings of the strike's date are kept, and checked against the record."""
    strike = events["us-airstrike-in-syria"]
    assert strike.date is not None
    assert [strike.date.edtf, *(date.edtf for date in strike.other_dates)] == ["2021-02-15?", "2021-02-26?"]
    assert checks.about(strike).of_aspect("date").only().date == "2021-02-25"


def test_incidents_tell_the_discrepancies() -> None:
    """What differs belongs to an incident, which has one check at least that differs or is disputed."""
    told = {check.incident for check in checks.of_verdict("differs", "disputed")}
    assert all(check.incident for check in checks.of_verdict("differs"))
    assert {check.incident for check in checks if check.incident} <= told


@pytest.mark.parametrize("source", sources, ids=lambda source: source.id)
def test_source_says_where_its_title_is_from(source: Source) -> None:
    """A page read again shows what it is called, or its note says that the address does."""
    assert source.title.strip() == source.title
    assert not re.search(r"given in the record as a reference", source.shows)
    if source.published is not None:
        assert read_edtf(source.published)
    if source.note is not None and source.note.startswith("Title from the words of its address"):
        words = set(re.findall(r"[a-z0-9]+", source.address.casefold()))
        said = [word for word in re.findall(r"[a-z0-9]+", source.title.casefold()) if len(word) > 3]
        assert sum(word in words for word in said) >= len(said) / 2


def test_a_publisher_has_one_name() -> None:
    """Pages of one site are of one publisher."""
    named: dict[str, set[str]] = {}
    for source in sources:
        host = (urlsplit(source.address).hostname or "").removeprefix("www.").removeprefix("m.")
        named.setdefault(host, set()).add(source.publisher)
    assert not [host for host, names in named.items() if len(names) > 1]


def test_the_data_statement_counts_what_the_data_has() -> None:
    """The counts of checks and sources in the data statement are those of the data."""
    statement = (Path(jcpoa_brief.__file__).parent / "data/README.md").read_text(encoding="utf-8")
    agreed = [check.agreement for check in checks]
    once = [source for source in sources if source.extent_read.endswith("read once")]
    unused = set(sources.ids) - {name for check in checks for name in check.sources}
    defining = unused & {name for term in glossary for name in term.references}
    for text in (
        f"({agreed.count('both')} of {len(checks)})",
        f"or later ({agreed.count('adjudicated')})",
        f"asked for the check ({agreed.count('one')})",
        f"{len(once)} of {len(sources)} sources",
        f"{len(unused)} sources are used by no check: {len(defining)} serve definitions",
    ):
        assert text in " ".join(statement.split())
