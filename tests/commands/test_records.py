"""The commands that print records: show, find, search, timeline, cite and schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import get_args

import pytest

from jcpoa_brief import (
    actors,
    article,
    checks,
    cite,
    claims,
    events,
    figures,
    glossary,
    lookup,
    quotes,
    search,
    sources,
    timeline,
)
from jcpoa_brief._cite.bibliography import ReferenceFormat
from jcpoa_brief._cite.styles import STYLES, Style
from jcpoa_brief._collections.checks import discrepancies
from jcpoa_brief._commands.find import _KINDS
from jcpoa_brief._commands.main import COMMANDS, main, parser
from jcpoa_brief._commands.records import FAMILY_NAMES
from jcpoa_brief._commands.show import _CODES
from jcpoa_brief._exports.exported_records import at_their_dates
from jcpoa_brief._load.loaded import brief as whole_brief
from jcpoa_brief._model.dates import in_words
from jcpoa_brief._model.families import FAMILIES
from jcpoa_brief._model.vocabulary import Country, EventType, Sector
from jcpoa_brief._questions.all_records import BY_ID, CHECKS_OF, COLLECTIONS, title_of
from jcpoa_brief.types import HasId


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """What a command prints, given the exit code that it should have."""
    assert main(arguments) == code
    return capsys.readouterr().out


def test_show_prints_a_record_with_what_the_record_of_the_world_says(capsys: pytest.CaptureFixture[str]) -> None:
    """Name, coding, participants, paragraphs and checks of an event stand on one page."""
    out = printed(capsys, "show", "us-airstrike-in-syria")
    assert out.startswith("US airstrikes in eastern Syria (events: us-airstrike-in-syria)")
    assert "date: perhaps 15 February 2021" in out
    assert "who takes part: United States (acts); Pro-Iranian forces in eastern Syria (is acted on)" in out
    assert "in the article: ¶5" in out
    assert f"checked: {checks['strike-date'].title}: sources say otherwise on the date. " in out


@pytest.mark.parametrize("key", ["iran", "jcpoa", "strike-dead", "refusal-makes-sense", "strike-date", "article-page"])
def test_show_takes_any_family(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A record of any family can be shown, as text and as JSON."""
    assert key in printed(capsys, "show", key)
    data = json.loads(printed(capsys, "show", key, "--json"))
    assert data.items() >= lookup(key).model_dump(mode="json").items()  # type: ignore[call-overload]
    assert data.get("findings", []) == [check.id for check in CHECKS_OF.get(key, ())]
    assert ("as_of" in data) == (key in actors or key in glossary)


def test_an_unknown_id_names_what_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped id is a wrong call, and the error says what was perhaps meant."""
    assert main(["show", "irna"]) == 2
    assert capsys.readouterr().err.startswith("there is no record 'irna'; did you mean 'iran'")


def test_find_prints_ids(capsys: pytest.CaptureFixture[str]) -> None:
    """Who bears a name is found in any case, with the id that other commands take."""
    assert "hassan-rouhani" in printed(capsys, "find", "president", "rouhani") + printed(capsys, "find", "ROUHANI")
    assert json.loads(printed(capsys, "find", "Rouhani", "--json"))[0]["id"] == "hassan-rouhani"


def test_find_says_what_is_near_where_it_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nobody has gives exit code 1 and the names that look like it."""
    out = printed(capsys, "find", "Rouhany", code=1)
    assert "near: Rouhani (hassan-rouhani)" in out


def ids_of(out: str) -> list[str]:
    """The first word of each line that is no heading."""
    return [line.split()[0] for line in out.splitlines() if "  " in line]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (["actors"], actors),
        (["people"], actors.of_kind("person")),
        (["armed", "groups"], actors.of_kind("armed_group")),
        (["persons", "--country", "Iran"], actors.of_country("IRN").of_kind("person")),
        (["--verdict", "wrong"], checks.of_verdict("differs")),
        (["--family", "sources"], sources),
        (["actors", "--country", "Iran"], actors.of_country("IRN")),
        (["--family", "actor", "--country", "iran", "--kind", "person"], actors.of_country("IRN").of_kind("person")),
        (["--family", "events", "--country", "SYR"], events.in_country("SYR")),
        (["--kind", "statement", "--kind", "phrase"], quotes.of_kind("statement", "phrase")),
        (["--kind", "person", "--kind", "title"], [*actors.of_kind("person"), *quotes.of_kind("title")]),
        (["--verdict", "differs"], checks.of_verdict("differs")),
        (["claims", "--holder", "Iran"], claims.held_by("iran")),
        (["--holder", "Author", "--holder", "Biden"], claims.held_by("author", "joe-biden")),
        (["--grade", "official"], sources.of_grade("official")),
        (["--category", "law"], glossary.in_category("law")),
        (["Iran", "--status", "planned"], events.find("Iran").with_status("planned")),
        (["Iran", "--family", "glossary"], glossary.find("Iran")),
    ],
    ids=str,
)
def test_find_lists_what_options_choose(
    options: list[str], wanted: Iterable[HasId[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """A family, a country, a kind: what the filters of the collections give, whatever the family."""
    found = [record["id"] for record in json.loads(printed(capsys, "find", *options, "--json"))]
    assert found == [record.id for record in wanted]
    out = printed(capsys, "find", *options)
    assert ids_of(out) == found
    assert "also about" not in out


def test_find_says_when_options_leave_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """With a name and without."""
    assert printed(capsys, "find", "--country", "PHL", "--kind", "state", code=1) == "nothing is left by the options\n"
    assert "among what the options choose" in printed(capsys, "find", "Rouhany", "--family", "events", code=1)


def test_show_lists_what_may_be_meant(capsys: pytest.CaptureFixture[str]) -> None:
    """A family by its name, all records with a name, and one by a code, as ``find`` does; a namesake is told."""
    assert ids_of(printed(capsys, "show", "sources")) == list(sources.ids)
    assert len(json.loads(printed(capsys, "show", "actors", "--json"))) == len(actors)
    out = printed(capsys, "show", "Erbil")
    assert out.startswith(f"{len(ids_of(out))} records have the name 'Erbil'; jcpoa-brief show ID shows one\n")
    assert printed(capsys, "show", "IRN") == printed(capsys, "show", "iran").replace("show iran", "show IRN")
    assert "also so called: an actor (jcpoa-brief show iranian-hardliners)" in printed(capsys, "show", "hardliners")


def test_a_name_of_an_actor_and_a_term_says_both(capsys: pytest.CaptureFixture[str]) -> None:
    """With the command for each, by whichever it is asked for; a source has its publisher's name and says nothing."""
    assert "  also so called: a term (jcpoa-brief show iaea-term)\n" in printed(capsys, "show", "IAEA")
    assert "  also so called: an actor (jcpoa-brief show iaea)\n" in printed(capsys, "show", "iaea-term")
    assert json.loads(printed(capsys, "show", "IAEA", "--json"))["also_called_so"] == ["iaea-term"]
    out = printed(capsys, "find", "iaea")
    assert out.startswith("iaea is an actor (jcpoa-brief show iaea) and a term (jcpoa-brief show iaea-term)\n")
    assert " is an actor" not in printed(capsys, "find", "Rouhani")
    assert "also so called" not in printed(capsys, "show", "iaea-board-page")


def test_a_definition_says_as_of_when(capsys: pytest.CaptureFixture[str]) -> None:
    """It tells what came after the article; so do lists of terms, and a timeline with what later events settled."""
    when = f"as of {in_words(article.as_of)}"
    assert f"  definition, {when}: " in printed(capsys, "show", "jcpoa")
    assert f"  description, {when}: " in printed(capsys, "show", "iran")
    for command in (["show", "glossary"], ["find", "glossary", "pressure"], ["find", "--category", "law"]):
        assert f"are {when}, later than the article.\n" in printed(capsys, *command)
        assert {one["as_of"] for one in json.loads(printed(capsys, *command, "--json"))} == {article.as_of}
    assert when not in printed(capsys, "show", "actors") + printed(capsys, "timeline", "--in", "2021-02-25")
    assert f"What later events settled is told {when}.\n" in printed(capsys, "timeline", "--status", "hypothetical")


def test_a_row_of_a_list_has_its_paragraphs(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the command; a source has none."""
    for command in (["find", "claims"], ["search", "pressure"], ["show", "5"], ["show", "events"]):
        rows = [line for line in printed(capsys, *command).splitlines() if line.lstrip().partition(" ")[0] in BY_ID]
        for row in rows:
            record = BY_ID[row.split()[0]]
            assert row.endswith(", ".join(f"¶{number}" for number in getattr(record, "paragraphs", ())))
        assert rows


def test_no_record_is_called_as_a_family_or_a_kind_is() -> None:
    """So that such a word always means these."""
    names = {name.casefold() for collection in COLLECTIONS.values() for record in collection for name in record.names}
    assert not names & {*FAMILIES, *FAMILY_NAMES, *_KINDS}


def test_show_says_codes_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Names for ids, words for codes, whose a claim is; JSON keeps the codes."""
    out = printed(capsys, "show", "iaea")
    assert "country: United Nations" in out
    assert "kind: international organisation" in out
    assert json.loads(printed(capsys, "show", "iaea", "--json"))["country"] == "UNO"
    assert "sector (PLOVER): government" in printed(capsys, "show", "saeed-khatibzadeh")
    out = printed(capsys, "show", "time-is-not-right")
    assert "claimed by: Iran" in out
    out = printed(capsys, "show", "powerful-forces-oppose-talks")
    assert "claimed by: the author" in out
    claim = claims["powerful-forces-oppose-talks"]
    assert f"place in the argument: {claim.relation} “{title_of(BY_ID[str(claim.parent)])}”" in out
    assert "on the word of: John Kirby" in printed(capsys, "show", "us-airstrike-toll")
    assert "kind of event (PLOVER): attack" in printed(capsys, "show", "us-airstrike-in-syria")


@pytest.mark.parametrize("words", [Sector, EventType, Country])
def test_every_code_that_the_data_has_is_said_in_words(words: object) -> None:
    """Of sectors and types those that are used, of countries all."""
    used = {actor.sector for actor in actors} | {event.type for event in events} | set(get_args(Country))
    assert {word for word in get_args(words) if word in used} <= set(_CODES)


def test_an_event_shows_the_checks_of_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """The toll of the strike is checked by the number of the wounded, which is a figure's."""
    out = printed(capsys, "show", "us-airstrike-toll")
    assert f"checked: {checks['strike-wounded-figure'].title}: sources say otherwise on the number. " in out


@pytest.mark.parametrize(
    ("what", "wanted"),
    [
        ("differs", checks.of_verdict("differs")),
        ("Wrong", checks.of_verdict("differs")),
        ("us-airstrike-toll", CHECKS_OF["us-airstrike-toll"]),
        ("strike-wounded-figure", [checks["strike-wounded-figure"]]),
        ("13", checks.cited_in(13)),
        ("Erbil", [check for check in checks if "erbil" in check.id]),
        ("Grossi", CHECKS_OF["iran-iaea-technical-understanding"]),
        ("Iraqi official", [checks["strike-wounded-figure"]]),
    ],
)
def test_check_takes_what_a_person_names(
    what: str, wanted: Iterable[HasId[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """A verdict, a record with its figures, a check, a paragraph, a name that several have, an actor for the events, or
    words of the checks.
    """
    found = json.loads(printed(capsys, "check", *what.split(), "--json"))
    assert {check["id"] for check in found} >= {check.id for check in wanted}
    out = printed(capsys, "check", *what.split())
    assert out.startswith(f"{len(found)} of {len(checks)} checks, most serious first")
    assert all(check["title"] in out for check in found)


def test_check_says_when_nothing_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """With exit code 1, and the names that are near."""
    assert "nothing was checked of 'xyzzyx'" in printed(capsys, "check", "xyzzyx", code=1)
    assert "near: Rouhani (hassan-rouhani)" in printed(capsys, "check", "Rouhany", code=1)
    assert "  there is a term (jcpoa-brief show maximum-pressure)\n" in printed(
        capsys, "check", "maximum pressure", code=1
    )
    out = printed(capsys, "check", "what", "does", "the", "record", "say", "about", "the", "airstrike", code=1)
    alone = re.search(r"  jcpoa-brief check airstrike has (\d+) checks\n", out)
    assert alone
    assert int(alone[1]) == len(json.loads(printed(capsys, "check", "airstrike", "--json")))
    assert "  jcpoa-brief check fakhrizadeh has 1 check\n" in printed(
        capsys, "check", "fakhrizadeh", "airstrike", "board", code=1
    )


def test_words_of_one_sense_find_the_same_checks(capsys: pytest.CaptureFixture[str]) -> None:
    """As in ``search``, whose hits they are: in the checks, and in the names of what is checked."""
    found = {word: printed(capsys, "check", word, "--json") for word in ("killed", "died", "deaths")}
    assert len(set(found.values())) == 1
    ids = {check["id"] for check in json.loads(found["died"])}
    assert ids >= {hit.record.id for hit in search("died", families="checks")}
    assert ids >= {
        check.id for hit in search("killed", families="figures") for check in CHECKS_OF.get(hit.record.id, ())
    }


def test_check_of_a_person_has_what_they_are_quoted_for(capsys: pytest.CaptureFixture[str]) -> None:
    """The checks of a person's figures and of the events of these too, and of what they say."""
    ids = {check["id"] for check in json.loads(printed(capsys, "check", "Kirby", "--json"))}
    told = {
        check.id for one in figures.where(lambda one: one.credited_to == "john-kirby") for check in checks.about(one)
    }
    assert told
    assert told <= ids


def test_check_discrepancies_is_check(capsys: pytest.CaptureFixture[str]) -> None:
    """The word for what is printed without a word; each check says which discrepancy it tells."""
    assert printed(capsys, "check", "Discrepancies") == printed(capsys, "check")
    told = json.loads(printed(capsys, "check", "--json"))
    assert len({check["discrepancy"] for check in told}) == len(discrepancies(checks))
    every = json.loads(printed(capsys, "check", "--all", "--json"))
    assert {check["id"] for check in every if check["discrepancy"]} == {check["id"] for check in told}


def test_a_claim_in_a_list_says_whose_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """So that nobody takes it for a fact."""
    assert "[claim of the author]" in printed(capsys, "search", "talks", "--family", "claims")


def test_search_prints_the_best_hits_and_counts_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    """Hits stand best first, as many as asked for, and the rest is counted."""
    hits = search("sanctions")
    out = printed(capsys, "search", "sanctions", "--most", "3")
    assert ids_of(out)[:3] == [hit.record.id for hit in hits[:3]]
    assert f"{len(hits) - 3} more" in out
    assert len(json.loads(printed(capsys, "search", "sanctions", "--json", "--most", "5"))) == 5
    printed(capsys, "search", "xylophone", code=1)


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (["--involving", "iran", "--involving", "russia"], events.involving("iran", "russia", match="any")),
        (["--since", "2021-02", "--until", "2021-02", "--actual"], events.between("2021-02", "2021-02").actual),
        (["--status", "planned", "--paragraph", "13"], events.with_status("planned").cited_in(13)),
        (["--type", "ASSAULT"], events.of_type("ASSAULT")),
        (["--context", "economic"], events.in_context("economic")),
        (
            ["--since", "2021-02-25", "--until", "2021-02-25", "--within", "--dates", "Record"],
            events.between("2021-02-25", "2021-02-25", within=True, dates="record"),
        ),
    ],
    ids=str,
)
def test_options_mean_what_the_filters_mean(
    options: list[str], wanted: object, capsys: pytest.CaptureFixture[str]
) -> None:
    """The events that options choose are those of the filters with their names."""
    rows = json.loads(printed(capsys, "timeline", *options, "--json"))
    assert len(rows) == len(list(wanted))  # type: ignore[call-overload]
    assert "left out" in printed(capsys, "timeline", *options) or not getattr(wanted, "left_out", ())


def test_a_selection_says_whom_it_leaves_out(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The events of an actor's organs are named in words with the option that adds them, by ``export`` too."""
    board = len(events.involving("iaea", include="acting_for")) - len(events.involving("iaea"))
    said = f"left out: {board} that involve only somebody who acts for International Atomic Energy Agency, such as IAEA"
    out = printed(capsys, "timeline", "--involving", "IAEA")
    assert said in out
    assert "--include acting_for adds them" in out
    assert "include=" not in out
    for word in ("acting_for", "acting-for", "organs"):
        more = json.loads(printed(capsys, "timeline", "--involving", "IAEA", "--include", word, "--json"))
        assert len(more) == len(events.involving("iaea", include="acting_for"))
    assert "left out" not in printed(capsys, "timeline", "--involving", "IAEA", "--include", "organs")
    monkeypatch.chdir(tmp_path)
    assert main(["export", "csv", "--involving", "IAEA", "-o", "tables"]) == 0
    assert said in capsys.readouterr().err
    assert "without a date" in printed(capsys, "timeline", "--involving", "Iran", "--in", "2021")
    assert "that have not happened" in printed(capsys, "timeline", "--actual")
    assert "named there only for a date" in printed(capsys, "timeline", "--paragraph", "5", "--paragraph", "4")


def test_one_rule_for_a_day_that_sources_contradict(capsys: pytest.CaptureFixture[str]) -> None:
    """The rows keep the article's day but where the sources' is asked for and given; what is left is what a calendar
    leaves out. The rule is told, where there is such a day.
    """
    line = timeline(events.actual)
    out = printed(capsys, "timeline", "--actual")
    given = sum(entry.record_date is not None for entry in line.discrepancies)
    assert 0 < given < len(line.discrepancies)
    assert f"contradict the day or the order of {len(line.discrepancies)} of these events; the rows keep the art" in out
    assert f"--dates record takes the sources' day, which they give for {given}." in out
    line = timeline(events.actual, dates="record")
    kept = [entry.event for entry in line.discrepancies if entry.source == "article"]
    out = printed(capsys, "timeline", "--actual", "--dates", "record")
    titles = "; ".join(event.title for event in kept)
    assert (
        f"{len(kept)} of these events and give no other day, so that the rows keep the article's: {titles}. A cal"
        in out
    )
    assert [one for one in line if one.event not in kept] == [*at_their_dates(whole_brief, line)[0]]
    rows = json.loads(printed(capsys, "timeline", "--actual", "--dates", "record", "--json"))
    against = {entry.event.id for entry in line.discrepancies}
    assert {row["event"] for row in rows if row["day_contradicted"]} == against
    findings = {row["event"]: [one["id"] for one in row["findings"]] for row in rows}
    assert findings["us-airstrike-toll"] == [check.id for check in CHECKS_OF["us-airstrike-toll"]]
    for options in (["--in", "2021-02-23"], ["--in", "2021-02-23", "--dates", "record"]):
        assert "the day or the order" not in printed(capsys, "timeline", *options)


def test_find_has_every_record_with_the_words_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """A name is found by its words too, the whole name first; how many have them in their texts alone is told, and of
    checks that contradict, how many discrepancies they are.
    """
    lines = printed(capsys, "find", "glossary", "sanctions").splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["sanctions", "sanctions-resolutions", "sanctions-relief"]
    assert f"{len(lines) - 2} records have 'sanctions' as a name or in one" in lines
    out = printed(capsys, "find", "sanctions")
    shown, more = map(int, re.findall(r"^(\d+) records have .*; (\d+) more in their texts: j", out, re.MULTILINE)[0])
    assert shown == len(json.loads(printed(capsys, "find", "sanctions", "--json")))
    assert shown + more >= len(search("sanctions"))
    assert "1 record has 'snap inspections' as a name or in one" in printed(
        capsys, "find", "glossary", "snap inspections"
    )
    out = printed(capsys, "find", "checks", "--verdict", "differs")
    count, told, every = map(int, re.findall(r"these (\d+) belong to (\d+) of the (\d+) discrepancies", out)[0])
    assert count == len(checks.of_verdict("differs"))
    assert told == len(discrepancies(checks.of_verdict("differs")))
    assert every == len(discrepancies(checks))
    assert "discrepancies" not in printed(capsys, "find", "checks", "Erbil")
    assert "no record has" in printed(capsys, "find", "...", code=1)


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (["quotes", "Khatibzadeh"], quotes.by("saeed-khatibzadeh")),
        (["Khatibzadeh", "--kind", "statement"], quotes.by("saeed-khatibzadeh")),
        (["events", "Grossi"], events.involving("rafael-grossi")),
        (["figures", "Kirby"], figures.where(lambda figure: figure.credited_to == "john-kirby")),
        (["claims", "Tehran"], claims.held_by("iran") | claims.about("iran")),
    ],
    ids=str,
)
def test_find_in_a_family_has_what_refers_to_an_actor_with_the_name(
    options: list[str], wanted: Iterable[HasId[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever speaks, acts, holds a claim or is the source of a figure is enough; how many do so alone is told."""
    out = printed(capsys, "find", *options)
    every = ids_of(out)
    assert {record.id for record in wanted} <= set(every)
    assert every == [record["id"] for record in json.loads(printed(capsys, "find", *options, "--json"))]
    counts = re.findall(r"^(\w+) records? ha(?:ve|s) .*; (\d+) refers? to an actor that has it", out, re.MULTILINE)
    assert [sum(int(count) for count in pair if count != "no") for pair in counts] == [len(every)]


def test_the_name_of_a_family_is_no_word_of_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    """A record of another family that has both words is none of this family."""
    assert {BY_ID[key] for key in ids_of(printed(capsys, "find", "claims", "Iran"))} <= set(claims)


def test_an_actor_is_found_by_its_own_names_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Not by whom it acts for."""
    out = printed(capsys, "find", "actors", "Iran")
    assert "saeed-khatibzadeh" not in out
    assert "refer" not in out


def test_a_quote_in_a_list_says_who_said_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the article says so, in every list."""
    for command in (["find", "quotes"], ["show", "quotes"]):
        rows = [line for line in printed(capsys, *command).splitlines() if line.partition(" ")[0] in quotes.ids]
        said = [re.findall(r"\[said by (.*)\]", row) for row in rows]
        assert said == [[actors[quote.speaker].name] if quote.speaker else [] for quote in quotes]


def test_a_phrase_leads_to_names_rather_than_to_words(capsys: pytest.CaptureFixture[str]) -> None:
    """One of its words alone is in names that have nothing to do with it."""
    assert main(["show", "snap inspection"]) == 2
    assert capsys.readouterr().err == "there is no record 'snap inspection'; did you mean 'snap-inspections'?\n"


def test_a_word_of_a_source_alone_is_no_record_s_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Its page is shown, but first where else the word stands; other records come before sources."""
    out = printed(capsys, "show", "snapback")
    assert out.startswith(
        "'snapback' is in the name of a source alone. It stands in the text of UNSC resolution 2231, a "
    )
    for name in ("winston-eu-sanctions", "winston", sources["winston-eu-sanctions"].title):
        assert printed(capsys, "show", name).startswith(sources["winston-eu-sanctions"].title)
    sources_too = sources.find("inspectors")
    assert printed(capsys, "show", "snap inspections").startswith("snap inspections (glossary")
    assert sources_too


def test_an_actor_leads_to_what_has_the_name(capsys: pytest.CaptureFixture[str]) -> None:
    """What refers to an actor is not all that speaks of it."""
    assert "claims alone: jcpoa-brief find claims Biden; with it anywhere" in printed(capsys, "show", "joe-biden")
    assert "All records with the name" not in printed(capsys, "show", "jcpoa")


def test_what_paragraphs_are_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Where they are counted."""
    assert "pull quotes and lists of links are none" in printed(capsys, "show", "5")


def test_uncontradicted_goes_by_days_and_facts(capsys: pytest.CaptureFixture[str]) -> None:
    """What is left by the article's dates has no other day by the sources, even where a check calls that no more than
    imprecise; by the sources' dates such a day stays. Where only the wording is disputed the event stays.
    """
    refusal, draft = "iran-declines-informal-meeting", "us-circulates-draft"
    assert checks.about(refusal).of_aspect("date").only().verdict == "imprecise"
    kept = {
        dates: {
            row["event"]: row
            for row in json.loads(printed(capsys, "timeline", "--uncontradicted", "--dates", dates, "--json"))
        }
        for dates in ("article", "record")
    }
    assert refusal not in kept["article"]
    assert kept["record"][refusal]["date"] == "2021-02-28"
    days = [row for row in kept["article"].values() if row["precision"] == "day" and row["record_date"]]
    assert days
    assert all(row["record_date"] == row["date"] for row in days)
    assert all(draft in rows and "biden-authorizes-strike" not in rows for rows in kept.values())
    out = printed(capsys, "timeline", "--involving", "Rafael Grossi", "--since", "2021-02")
    assert "have another day: none of the " in out


def test_several_actors_together(capsys: pytest.CaptureFixture[str]) -> None:
    """``--match all`` keeps the events of all actors; without it the list says how many these are."""
    both = ["timeline", "--involving", "Iran", "--involving", "United States"]
    rows = json.loads(printed(capsys, *both, "--match", "both", "--json"))
    assert {row["event"] for row in rows} == set(events.involving("iran", "united-states").ids)
    out = printed(capsys, *both)
    assert f"any of these actors; --match all keeps the {len(rows)} events that involve all of them" in out
    out = printed(capsys, *both, "--match", "all")
    assert "--match all" not in out
    assert f"Events chosen: {len(rows)} of " in out
    assert "such as Joe Biden; --include acting_for adds them" in out or "such as Iran;" not in out


def test_actors_who_are_in_no_event_together_lead_to_any_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    """Where ``--match all`` leaves nothing, the list says what ``--match any`` would keep, as an option."""
    apart = ["timeline", "--involving", "Iran", "--involving", "filipino-contractor", "--match", "all"]
    out = printed(capsys, *apart, code=1)
    either = events.involving("iran", "filipino-contractor", match="any")
    assert f"--match any keeps the {len(either)} events that involve any of these actors" in out
    assert "match='any'" not in out


def test_who_takes_part_in_nothing_is_told_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty timeline of an actor leads to what else has to do with it."""
    out = printed(capsys, "timeline", "--involving", "IRGC", code=1)
    assert "jcpoa-brief show revolutionary-guards has what else is told of" in out
    assert "what else is told of" not in printed(capsys, "timeline", "--involving", "Iran")


def test_one_option_is_one_period(capsys: pytest.CaptureFixture[str]) -> None:
    """``--in`` is wholly within; nothing may lie outside."""
    out = printed(capsys, "timeline", "--in", "Feb 2021")
    assert "may lie outside" not in out
    rows = json.loads(printed(capsys, "timeline", "--in", "2021-02", "--json"))
    assert len(rows) == len(events.between("2021-02", "2021-02", within=True))


def test_a_contradicted_toll_does_not_pass_for_a_fact(capsys: pytest.CaptureFixture[str]) -> None:
    """Its row says on what the record differs, the end says what the options do not sort out, and an option leaves out
    what is contradicted, by name; a date that the record's replaces contradicts no more.
    """
    february = ["timeline", "--since", "2021-02", "--until", "2021-02", "--actual", "--dates", "record"]
    out = printed(capsys, *february)
    toll = next(line for line in out.splitlines() if events["us-airstrike-toll"].title in line)
    several = [check for check in CHECKS_OF["us-airstrike-toll"] if check.aspect != "date"]
    assert toll.endswith(f"; {'; '.join(f'{check.title}: {check.verdict}' for check in several)})")
    assert "; sources disagree on the wording)" in out
    told = re.search(
        r"On \d of these events sources say otherwise, disagree or have another day: (\d) of the (\d) ", out
    )
    assert told
    assert 0 < int(told[1]) < int(told[2]) == len(discrepancies(checks))
    assert re.search(r"of these may lie outside that time; --within leaves them out, and \d+ stay\.", out)
    assert "The dates here are the article's" not in out
    out = printed(capsys, *february, "--uncontradicted", "--within")
    rows, _, left_out = out.partition("left out, because sources say otherwise, disagree or have another day")
    assert "us-airstrike-toll" in left_out
    assert events["us-airstrike-toll"].title not in rows
    assert events["us-airstrike-in-syria"].title in rows
    assert "may lie outside" not in out
    assert (
        events["us-airstrike-in-syria"].title
        not in printed(capsys, "timeline", "--involving", "pro-iranian-forces", "--uncontradicted", code=1).partition(
            "left out"
        )[0]
    )
    assert "because" not in printed(capsys, "timeline", "--in", "2021-02-23", "--uncontradicted")
    assert "may lie outside" not in printed(
        capsys, "timeline", "--paragraph", "3", "--since", "2000", "--until", "2030"
    )


@pytest.mark.parametrize("settled", [[], ["--uncontradicted"]], ids=str)
def test_a_timeline_says_which_option_narrows_it(settled: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The numbers that it names are those that the options then give."""
    february = ["timeline", "--since", "2021-02", "--until", "2021-02", "--actual", *settled]

    def count(*options: str) -> int:
        return len(json.loads(printed(capsys, *february, *options, "--json")))

    out = printed(capsys, *february)
    within = count("--within")
    assert f"{count() - within} of these may lie outside that time; --within leaves them out, and {within} stay." in out
    record, surely = count("--dates", "record"), count("--dates", "record", "--within")
    assert f"takes the sources' dates where there are any: {record} events, {surely} with --within." in out
    assert ("counts as settled" in out) == bool(settled)
    narrow = printed(capsys, *february, "--within")
    assert f"where there are any: {surely} events." in narrow
    assert "that sources date to that time" in out
    assert "not wholly within" in narrow
    assert not re.search("within by|surely within", out + narrow)


def test_a_word_off_a_list_names_what_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped status is a wrong call that names the status that was perhaps meant."""
    with pytest.raises(SystemExit, match="2"):
        main(["timeline", "--status", "occured"])
    assert "did you mean 'occurred'?" in capsys.readouterr().err


def test_a_mistyped_command_names_what_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    """A command that does not exist lists those that do."""
    assert main(["shw"]) == 2
    said = capsys.readouterr().err
    assert "did you mean 'show'?" in said
    assert all(name in said for name in COMMANDS)


def test_cite_prints_references(capsys: pytest.CaptureFixture[str]) -> None:
    """The article, a record's paragraphs, a paragraph by its number and the data set can be cited."""
    assert "Inside Arabia" in " ".join(printed(capsys, "cite").split())
    assert "par. 5" in printed(capsys, "cite", "us-airstrike-in-syria", "--style", "mla")
    assert json.loads(printed(capsys, "cite", "5", "--json"))["paragraphs"] == [5]
    assert "2021" in printed(capsys, "cite", "¶5", "--author", "Jane Doe", "--published", "2021-03")
    assert "jcpoa_brief" in printed(capsys, "cite", "dataset")
    assert main(["cite", "14"]) == 2


@pytest.mark.parametrize("style", get_args(Style))
def test_cite_says_where_the_second_form_belongs(style: Style, capsys: pytest.CaptureFixture[str]) -> None:
    """In a note, where the style has notes."""
    place = "in a note" if style == "chicago-notes" else "in the text"
    assert f"\n{place}: {cite(5, style=style).in_text}\n" in printed(capsys, "cite", "5", "--style", style)


@pytest.mark.parametrize(
    ("name", "form"), [("bibtex", "bibtex"), ("bib", "bibtex"), ("RIS", "ris"), ("zotero", "csl-json")]
)
def test_cite_prints_an_entry_for_a_reference_manager(
    name: str, form: ReferenceFormat, capsys: pytest.CaptureFixture[str]
) -> None:
    """The entry alone, with the reader's day."""
    out = printed(capsys, "cite", "--format", name, "--accessed", "2026-11-28")
    assert out == cite(article, format=form, accessed="2026-11-28").reference.rstrip("\n") + "\n"
    assert (
        printed(capsys, "cite", "dataset", "--format", name).strip() == cite("dataset", format=form).reference.strip()
    )


@pytest.mark.parametrize("style", STYLES)
def test_cite_prints_a_bibliography(style: Style, capsys: pytest.CaptureFixture[str]) -> None:
    """One source by its id, or all of them, each in a line, in the order of the alphabet."""
    out = printed(capsys, "cite", "sources", "--style", style)
    assert sorted(out.splitlines()) == sorted(str(cite(source, style=style)) for source in sources)
    assert out.index("Albright") < out.index("Barzegar") < out.index("Chin")
    assert str(cite(sources["upi-erbil-attack"], style=style)) in out
    assert str(cite(sources["upi-erbil-attack"], style=style)) in printed(
        capsys, "cite", "upi-erbil-attack", "--style", style
    )
    read = json.loads(printed(capsys, "cite", "sources", "--style", style, "--accessed", "2026-11-28", "--json"))
    assert {one["reference"] for one in read} >= {
        str(cite(one, style=style, accessed="2026-11-28")) for one in sources if not one.published
    }


def test_schema_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """The schema is that of the data, as JSON."""
    assert json.loads(printed(capsys, "schema"))["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_command_has_help_with_its_exit_codes() -> None:
    """The help of each command says what it prints, its exit codes and an example, in lines that fit."""
    subparsers = parser(tuple(COMMANDS))._subparsers
    assert subparsers is not None
    (choices,) = (action.choices for action in subparsers._group_actions)
    assert isinstance(choices, dict)
    for name in COMMANDS:
        said = choices[name].format_help()
        assert "exit codes:" in said, name
        assert f"jcpoa-brief {name}" in said, name
        assert "--json" in said or name == "completion"


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize(
    "arguments", [[], ["check"], ["check", "--all"], ["timeline"], ["show", "iran"], ["search", "sanctions"]], ids=str
)
def test_lines_fit_the_terminal(
    arguments: list[str], columns: int, capsys: pytest.CaptureFixture[str], terminal_of: Callable[[int], None]
) -> None:
    """No line is wider than the terminal, but for an address, which is never cut."""
    terminal_of(columns)
    lines = printed(capsys, *arguments).splitlines()
    assert [line for line in lines if len(line) > columns and " " in line.strip() and "://" not in line] == []
    assert actors["iran"].name in " ".join(lines) or arguments
