"""The command line: what it prints for a person, and its exit codes."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import jcpoa_brief
from jcpoa_brief import actors, article, checks, events, sources, timeline
from jcpoa_brief._collections.checks import VERDICT_HEADINGS, count_discrepancies, discrepancies, most_serious_first
from jcpoa_brief._commands.check import checks_text
from jcpoa_brief._commands.main import COMMANDS as LISTED, main, parser

COMMANDS = ", ".join(LISTED)
ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ASKED = re.compile(r"^\$ (.*(?:\n> .*)*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
COPY = "article.txt"  # what a reader's own copy is called on the pages
CALLS = f"""
jcpoa-brief() {{ '{sys.executable}' -W error -m jcpoa_brief "$@"; }}
python() {{ '{sys.executable}' "$@"; }}
"""


def asked(page: str, *, with_copy: bool = True) -> list[tuple[str, str]]:
    """The commands of a page's shell sessions, each with what it shows as their answer; without a copy of the article,
    of those sessions that need none.
    """
    sessions = [session for session in SESSION.findall(page) if with_copy or COPY not in session]
    found = [match for session in sessions for match in ASKED.findall(session)]
    return [(command.replace("\n> ", "\n"), answer) for command, answer in found]


def differing(page: str, folder: Path) -> list[str]:
    """Run a page's shell sessions in a folder, and give each that answers otherwise than shown."""
    given = os.environ.get("JCPOA_BRIEF_COPY")
    if given:
        shutil.copy(given, folder / COPY)
    differ: list[str] = []
    for command, answer in asked(page, with_copy=bool(given)):
        done = subprocess.run(
            ["bash", "-c", CALLS + command],
            cwd=folder,
            env={name: value for name, value in os.environ.items() if name not in ("COLUMNS", "JCPOA_BRIEF_COPY")}
            | {"PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if not doctest.OutputChecker().check_output(answer, done.stdout, doctest.ELLIPSIS):
            differ.append(f"$ {command}\nexpected:\n{answer}got:\n{done.stdout}")
    return differ


def test_main_job(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command it says what the article is, shows every dated event, and counts the rest."""
    assert main([]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert article.title in printed
    assert article.address in printed
    assert "Author: not known. Published: not known" in printed
    for event in events.dated:
        assert f"{event.title} [" in printed
    assert f"{len(events.undated)} more events have no date" in printed
    assert f"{len(actors)} actors, {len(events)} events" in printed
    assert "reviewed by no human expert" in printed


def test_main_job_marks_where_the_record_differs(capsys: pytest.CaptureFixture[str]) -> None:
    """The line of an event says what the record has, where it differs."""
    main([])
    printed = " ".join(capsys.readouterr().out.split())
    assert "perhaps 15 February 2021 or perhaps 26 February 2021 US airstrikes in eastern Syria" in printed
    assert "sources have 25 February 2021: differs" in printed


def test_check_tells_each_discrepancy_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Each discrepancy has a title, both sides of the check that tells it, its note, what else belongs to it and the
    publishers on one line; the addresses stand at the end, each once; what is not told is counted.
    """
    assert main(["check"]) == 0
    printed = capsys.readouterr().out
    flat = " ".join(printed.split())
    found = discrepancies(checks)
    assert printed.startswith(f"{len(found)} discrepancies")
    serious = checks.of_verdict("differs", "disputed")
    assert len(found) == len({check.incident or check.id for check in serious})
    for number, (first, *others) in enumerate(found, 1):
        assert f"{number}. {first.title} (¶" in flat
        for text in (first.article_says, first.record_says, first.note or "", *(one.record_says for one in others)):
            assert text in flat
        for name in {name for one in (first, *others) for name in one.sources}:
            assert printed.count(f"{sources[name].address}\n") == 1
        assert all(f"{one.title} (¶" in flat and f": {one.verdict} (" in flat for one in (first, *others))
    assert {check for story in found for check in story} >= set(serious)
    assert len(re.findall(r"^    read in ", printed, re.MULTILINE)) == len(found)
    assert f"{len(checks.of_verdict('agrees'))} agrees. For all of them: jcpoa-brief check --all" in flat


def test_check_can_tell_every_check(capsys: pytest.CaptureFixture[str]) -> None:
    """With ``--all`` every check is printed, and those that agree stand last."""
    assert main(["check", "--all"]) == 0
    printed = capsys.readouterr().out
    flat = " ".join(printed.split())
    assert printed.startswith(f"{len(checks)} of {len(checks)} checks")
    assert printed.index("contradicts it (differs") < printed.index("Sources agree (agrees")
    for check in checks:
        assert check.title in flat
        assert check.article_says in flat
        assert check.record_says in flat
        for name in check.sources:
            assert printed.count(f"{sources[name].address}\n") == 1


def test_checks_by_words_say_what_belongs_to_them(capsys: pytest.CaptureFixture[str]) -> None:
    """Words find the checks of names and of texts; the discrepancies that they touch are counted as everywhere, and
    the checks that belong to them too are named.
    """
    assert main(["check", "pentagon", "wounded"]) == 0
    words = capsys.readouterr().out
    assert checks["strike-wounded-figure"].title in words
    assert f"same discrepancies that are not listed here: {checks['strike-date'].title}" in words
    assert main(["check", "us-airstrike-toll"]) == 0
    told = {"strike-toll-date", "strike-dead-figure"}
    toll = [story for story in discrepancies(checks) if told & {check.id for check in story}]
    out = capsys.readouterr().out
    inside = sum(check in checks.about("us-airstrike-toll") for story in toll for check in story)
    assert f"\n{inside} of them belong to {len(toll)} of the {len(discrepancies(checks))} discrepancies (" in out
    assert "not listed here: " in out
    assert main(["check", "--all"]) == 0
    assert "not listed here" not in capsys.readouterr().out
    assert main(["check", "agrees"]) == 0
    assert "belong" not in capsys.readouterr().out.partition("\n\n")[0]
    assert main(["check", "strike-date"]) == 0
    assert re.match(r"1 of \d+ checks, most serious first\n1 of them belongs to 1 of the ", capsys.readouterr().out)


def test_check_has_a_short_form(capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each discrepancy, or for each check that is asked for: where, the verdict, and what sources say."""
    assert main(["check", "--short"]) == 0
    first, *lines, last = capsys.readouterr().out.splitlines()
    found = discrepancies(checks)
    assert first == count_discrepancies(found, " between the article and independent sources")
    assert last.startswith("Without --short: ")
    assert len(lines) == len(found)
    for number, (line, (told, *_)) in enumerate(zip(lines, found, strict=True), 1):
        assert line.startswith(f"{number}. {told.title} (¶")
        article, _, sources = line.partition(f"), {told.verdict}. ")[2].partition(" Sources: ")
        assert told.article_says.startswith(article.removesuffix(" …"))
        assert told.record_says.startswith(sources.removesuffix(" …"))
        assert (sources == told.record_says) or told.verdict != "disputed"
    assert main(["check", "agrees", "--short"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len([line for line in lines if "), agrees. " in line]) == len(checks.of_verdict("agrees"))


@pytest.mark.parametrize("columns", [50, 80, 200])
@pytest.mark.parametrize("command", [["check"], ["check", "--all"]])
def test_check_fits_the_terminal(
    capsys: pytest.CaptureFixture[str], terminal_of: Callable[[int], None], columns: int, command: list[str]
) -> None:
    """No line but that of an address is wider than the terminal, and none wider than can be read."""
    terminal_of(columns)
    main(command)
    lines = [line for line in capsys.readouterr().out.splitlines() if "http" not in line]
    assert max(map(len, lines)) <= min(columns, 110)


def test_check_prints_plain_signs_where_a_console_has_no_others() -> None:
    """On an ASCII console no sign is lost: quotation marks, paragraph marks and accents have plain ones."""
    done = subprocess.run(
        [sys.executable, "-m", "jcpoa_brief", "check", "--all"],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert "(par. 5)" in done.stdout.decode("ascii")
    assert done.stdout.count(b"?") == "\n".join(checks_text(chosen=[*checks]).splitlines()).count("?")


def test_discrepancies_are_ordered_as_written() -> None:
    """Most serious first: by verdict, then by aspect, then as in the article."""
    verdicts = [check.verdict for check in most_serious_first(checks)]
    assert verdicts == sorted(verdicts, key=list(VERDICT_HEADINGS).index)
    assert len(verdicts) == len(checks)
    assert most_serious_first(checks.of_verdict("differs"))[0].aspect in ("existence", "order", "date")


def test_own_words_stand_beside_a_check() -> None:
    """Where a reader's copy has the words they are shown, and where it lacks them this is said."""
    assert "your copy “the words”" in " ".join(checks_text(lambda _: "the words").split())
    assert "(not found)" in checks_text(lambda _: None)
    assert "your copy" not in checks_text()
    assert "your copy “the words”" in " ".join(checks_text(lambda _: "the words", chosen=[*checks]).split())


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """Both versions are told."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"jcpoa-brief {jcpoa_brief.__version__}, data {jcpoa_brief.__data_version__}\n"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("chekc", "did you mean 'check'?"),
        ("Rouhani", "to look something up: jcpoa-brief find Rouhani"),
        ("whom Grossi", "to look something up: jcpoa-brief search whom Grossi"),
    ],
)
def test_unknown_command_is_refused(capsys: pytest.CaptureFixture[str], given: str, said: str) -> None:
    """A wrong command says what was wrong, what may have been meant, and what there is."""
    assert main(given.split()) == 2
    assert capsys.readouterr().err == (
        f"jcpoa-brief: there is no command {given.partition(' ')[0]!r}; {said}\n"
        f"commands: {COMMANDS}; jcpoa-brief --help says what they do\n"
    )


def test_a_command_is_read_from_the_command_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Called as a program, it reads the program's arguments."""
    monkeypatch.setattr(sys, "argv", ["jcpoa-brief", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("jcpoa-brief ")


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """The list has each command, with what it prints."""
    with pytest.raises(SystemExit):
        main(["--help"])
    printed = capsys.readouterr().out
    for command, what in LISTED.items():
        assert re.search(rf"^  {command} +{re.escape(what)}$", printed, re.MULTILINE)


def test_runs_as_a_module_and_into_a_closed_pipe() -> None:
    """``python -m jcpoa_brief | head`` ends quietly."""
    line = f"'{sys.executable}' -W error -m jcpoa_brief check | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, check=False)
    assert re.fullmatch(r"\d discrepancies between .+\)\n", done.stdout)
    assert done.stderr == ""


@pytest.mark.parametrize(("command", "code"), [("check", 0), ("find nobody-at-all", 1), ("export json", 0)])
def test_a_closed_pipe_keeps_the_exit_code(command: str, code: int) -> None:
    """A reader that has seen enough makes no traceback, and the command's own exit code is kept."""
    line = f"'{sys.executable}' -W error -m jcpoa_brief {command} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, "")


def test_a_terminal_without_the_signs_still_shows_the_rest() -> None:
    """A terminal that cannot show ¶ shows another sign."""
    program = "import sys; from jcpoa_brief.__main__ import main; main([])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=os.environ | {"PYTHONIOENCODING": "ascii"}, check=True
    )
    title = events["iran-declines-informal-meeting"].title
    assert f"{title} [occurred] par. 1" in " ".join(done.stdout.decode("ascii").split())


def test_the_timeline_says_the_same() -> None:
    """What the command prints is the timeline of the dated events."""
    assert len(timeline(events.dated)) == len(events.dated)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_shell_session_gives_what_it_shows(page: Path, tmp_path: Path) -> None:
    """What a page shows of the shell is what the reader gets; three dots stand for what is left out, and what needs the
    article runs where a copy is named. No command stands where none is run.
    """
    text = page.read_text(encoding="utf-8")
    assert len(asked(text)) == len(re.findall(r"^\$ ", text, re.MULTILINE))
    assert differing(text, tmp_path) == []


def test_a_wrong_answer_in_a_shell_session_is_noticed(tmp_path: Path) -> None:
    """A session whose shown answer, exit code or output on the error stream is not what comes fails."""
    session = """```console
$ jcpoa-brief --version; echo $?
jcpoa-brief ...
1
$ for word in one two; do
>   echo $word
> done
one
two
$ jcpoa-brief verify none.txt
```
"""
    wrong = differing(session, tmp_path)
    assert [told.partition("\n")[0] for told in wrong] == [
        "$ jcpoa-brief --version; echo $?",
        "$ jcpoa-brief verify none.txt",
    ]


CALLED = re.compile(r"`jcpoa-brief((?: [^`\n]*)?)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_call_that_a_page_names_can_be_made(page: Path) -> None:
    """A command with its options that stands in a line of a page is one that the command line understands."""
    for call in CALLED.findall(page.read_text(encoding="utf-8")):
        words = shlex.split(call.replace("…", ""))
        if words and "--help" not in words and words[0].islower():
            options, strays = parser(words[:1]).parse_known_args(words)
            assert strays == [], call
            assert callable(options.run)
