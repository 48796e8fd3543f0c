"""The commands that print records: show, find, search, timeline, cite and schema."""

from __future__ import annotations

import json

import pytest

from jcpoa_brief import actors, events, lookup, search
from jcpoa_brief._commands.main import COMMANDS, main, parser


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """What a command prints, given the exit code that it should have."""
    assert main(arguments) == code
    return capsys.readouterr().out


def test_show_prints_a_record_with_what_the_record_of_the_world_says(capsys: pytest.CaptureFixture[str]) -> None:
    """Name, coding, participants, paragraphs and checks of an event stand on one page."""
    out = printed(capsys, "show", "us-airstrike-in-syria")
    assert out.startswith("US airstrikes in eastern Syria (events: us-airstrike-in-syria)")
    assert "date: perhaps 15 February 2021" in out
    assert "participants: united-states (agent); pro-iranian-forces (recipient)" in out
    assert "in the article: ¶5" in out
    assert "checked, date: differs" in out


@pytest.mark.parametrize("key", ["iran", "jcpoa", "strike-dead", "refusal-makes-sense", "strike-date", "article-page"])
def test_show_takes_any_family(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A record of any family can be shown, as text and as JSON."""
    assert key in printed(capsys, "show", key)
    assert json.loads(printed(capsys, "show", key, "--json")) == lookup(key).model_dump(mode="json")  # type: ignore[call-overload]


def test_an_unknown_id_names_what_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped id is a wrong call, and the error says what was perhaps meant."""
    assert main(["show", "irna"]) == 2
    assert capsys.readouterr().err.startswith("there is no record 'irna'; did you mean 'iran'")


def test_find_prints_ids(capsys: pytest.CaptureFixture[str]) -> None:
    """Who bears a name is found in any case, with the id that other commands take."""
    assert "hassan-rouhani" in printed(capsys, "find", "president", "rouhani") + printed(capsys, "find", "ROUHANI")
    assert json.loads(printed(capsys, "find", "Rouhani", "--json"))[0]["id"] == "hassan-rouhani"


def test_find_says_what_is_near_where_it_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nobody bears gives exit code 1 and the names that look like it."""
    out = printed(capsys, "find", "Rouhany", code=1)
    assert "near: Rouhani (hassan-rouhani)" in out


def test_search_prints_the_best_hits_and_counts_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    """Hits stand best first, as many as asked for, and the rest is counted."""
    hits = search("sanctions")
    out = printed(capsys, "search", "sanctions", "--most", "3")
    assert [line.split()[0] for line in out.splitlines() if line[0] != " "][:3] == [hit.record.id for hit in hits[:3]]
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
    arguments: list[str], columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line is wider than the terminal, but for an address, which is never cut."""
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = printed(capsys, *arguments).splitlines()
    assert [line for line in lines if len(line) > columns and " " in line.strip() and "://" not in line] == []
    assert actors["iran"].name in " ".join(lines) or arguments
