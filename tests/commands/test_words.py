"""What the command line says to somebody who knows no Python: helps, answers and the answers to mistakes."""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jcpoa_brief import actors, article, checks, cite, events, export, paragraphs, quotes, retired_ids, search, sources
from jcpoa_brief._cite.bibliography import lacking, lacking_in_words, page_work
from jcpoa_brief._collections.checks import count_discrepancies, discrepancies
from jcpoa_brief._commands import complaints, terminal, typed_values
from jcpoa_brief._commands.main import COMMANDS, main
from jcpoa_brief._commands.selecting import contradicted
from jcpoa_brief._exports.formats import FORMATS, OTHER_NAMES, SAME_NAMES
from jcpoa_brief.errors import CopyError, QueryTooLongError, TargetExistsError, WrongTypeError

PYTHON = re.compile(
    r"\w\(|\w\[|__|\b(?:None|True|False|self|pathlib|str|dict|tuple)\b|\w+Error\b|[<>]\w+:|(?<!-)force=True"
)
EXTRA = re.compile(r"pip install 'jcpoa-brief\[\w+\]'|\(or \[export\], for all\)")

GOOD = [
    [],
    ["show", "us-airstrike-in-syria"],
    ["show", "Rouhani"],
    ["show", "iran", "--all"],
    ["show", "5"],
    ["show", "article-page"],
    ["show", "strike-date"],
    ["find", "Russia"],
    ["search", "sanctions"],
    ["timeline"],
    ["timeline", "--involving", "Russia", "--since", "February 2021"],
    ["cite", "5", "--style", "MLA"],
    ["cite", "sources", "--style", "mla"],
    ["check"],
    ["check", "--all"],
    ["check", "Erbil"],
    ["show", "actors"],
    ["find", "--kind", "armed group"],
    ["timeline", "--actual", "--dates", "record", "--uncontradicted"],
    ["export", "--list"],
    ["export", "anki", "-o", "cards.tsv"],
    ["export", "--all", "all", "--involving", "iaea"],
    ["compare", "quoted.txt"],
    ["compare", "quoted.txt", "--record"],
]
"""Calls that succeed."""

MISTAKES = [
    (["timline"], "did you mean 'timeline'?"),
    (["Rouhani"], "jcpoa-brief find Rouhani"),
    (["define", "JCPOA"], "did you mean 'jcpoa-brief show JCPOA'?"),
    (["who", "is", "Rouhani"], "did you mean 'jcpoa-brief find Rouhani'?"),
    (["show", "irna"], "did you mean 'iran'"),
    (["show", "xyzzyx"], "there is no record 'xyzzyx'; jcpoa-brief find NAME and jcpoa-brief search WORDS give ids"),
    (["show", "14"], "there is no paragraph 14: the article has ¶1 to ¶13"),
    (["cite", "14"], "there is no paragraph 14"),
    (["cite", "sources", "--author", "Jane Doe"], "--author and --published belong to one page: name the source"),
    (["cite", "sources", "--format", "bibtex"], "jcpoa-brief export bibtex has all sources"),
    (["cite", "Erbil"], "20 records have the name 'Erbil'; jcpoa-brief find Erbil lists them"),
    (["cite", "--style", "chicago"], "did you mean 'chicago-author-date' or 'chicago-notes'?"),
    (["cite", "--style", "bibtex"], "did you mean '--format bibtex'?"),
    (["cite", "--format", "MLA"], "did you mean '--style mla'?"),
    (["cite", "--style", "mls"], "did you mean 'mla'?"),
    (["cite", "paragraph", "5", "MLA"], "did you mean 'jcpoa-brief cite paragraph 5 --style mla'?"),
    (["cite", "apa"], "did you mean 'jcpoa-brief cite --style apa'?"),
    (["help", "timlin"], "there is no command 'timlin'; did you mean 'timeline'?"),
    (["cite", "--style", "harvard"], "it is one of apa, mla, chicago-author-date, chicago-notes"),
    (["cite", "--author", "Jane Doe; John Roe"], "repeat --author for each of several"),
    (["cite", "--author", "Inside Arabia"], "that is the publisher: leave the author out"),
    (["cite", "--published", "yesterday"], "want a year, a month or a day, such as 2021, 2021-02"),
    (["cite", "--published", "2021-02-31"], "cannot read '2021-02-31' as a date: 2021-02 has 28 days"),
    (["cite", "--accessed", "2021"], "cannot read '2021' as a date: want the day on which the page was read"),
    (["cite", "dataset", "--author", "Jane Doe"], "--author: want none: the data set has an author"),
    (["cite", "Jane", "Doe"], "there is no record 'Jane Doe'"),
    (["timeline", "--since", "soon"], "cannot read 'soon' as a date: want a year, a month or a day"),
    (["timeline", "--since", "2021-02-30"], "cannot read '2021-02-30' as a date: 2021-02 has 28 days"),
    (["timeline", "--since", "2021-05", "--until", "2021-02"], "--since 2021-05 is later than --until 2021-02"),
    (["timeline", "--since", "2021/2020"], "cannot read '2021/2020' as a date: it ends before it starts"),
    (["timeline", "--since", "2020/2021", "--until", "2019"], "--since 2020/2021 is later than --until 2019"),
    (["timeline", "--involving", "Rusia"], "there is no actor 'Rusia'; did you mean 'russia'"),
    (["timeline", "--involving", "us-airstrike-in-syria"], "that is one of the events; jcpoa-brief show us-airstrike"),
    (["timeline", "--involving", "russia", "china"], "--involving russia --involving china"),
    (["timeline", "--status", "occured"], "did you mean 'occurred'?"),
    (["timeline", "--paragraph", "14"], "--paragraph: there is no 14; it is one of 1, 2"),
    (["timeline", "--paragraph", "five"], "'five' is not the number of a paragraph"),
    (["timeline", "--actul"], "there is no option --actul; did you mean '--actual'?"),
    (["timeline", "--zzz"], "there is no option --zzz"),
    (["check", "14"], "there is no paragraph 14: the article has ¶1 to ¶13"),
    (["check", "--differs"], "did you mean 'jcpoa-brief find --verdict differs'?"),
    (["timeline", "--planned"], "did you mean '--status planned'?"),
    (["timeline", "--month", "2021-02"], "did you mean '--in'?"),
    (["timeline", "--since", "Feb"], "a month of which year? write it with the year: 'Feb 2021'"),
    (["timeline", "--since", "15 February"], "a day of which year? write it with the year: '15 February 2021'"),
    (["timeline", "--since", "Feb 15"], "a day of which year? write it with the year: 'Feb 15 2021'"),
    (["timeline", "--since", "15.2.2021"], "cannot read '15.2.2021' as a date: write the year first: 2021-02-15"),
    (["timeline", "--since", "2/3/2021"], "write the year first: 2021-03-02 or 2021-02-03"),
    (["timeline", "--since", "99/99/2021"], "want a year, a month or a day"),
    (["timeline", "--since", "15 Febuary 2021"], "did you mean '15 February 2021'?"),
    (["timeline", "--since", "15 xyzzy 2021"], "want a year, a month or a day"),
    (["timeline", "--in", "february"], "a month of which year?"),
    (["timeline", "--in", "2021-02", "--since", "2021"], "--in is one period: leave out --since and --until"),
    (["timeline", "--include", "members"], "--include belongs to --involving ACTOR"),
    (["timeline", "--involving", "Iran", "--match", "all"], "--match all belongs to several actors: --involving"),
    (["timeline", "--country", "IRN"], "jcpoa-brief find has it"),
    (["timeline", "--copy", "x"], "jcpoa-brief show and jcpoa-brief check have it"),
    (["show", "5", "--copy", "picture"], "cannot read 'picture': it holds null bytes"),
    (["find", "--holder", "Russia"], "it is one of author, "),
    (["timeline", "February", "2021"], "for that time jcpoa-brief timeline --in 2021-02"),
    (["timeline", "in", "February"], "for that time jcpoa-brief timeline --in 2021-02"),
    (["find", "events", "--in", "2021"], "jcpoa-brief timeline and jcpoa-brief export have it"),
    (["timeline", "February"], "for that time jcpoa-brief timeline --in 2021-02"),
    (["timeline", "IAEA", "chief"], "for the events of somebody jcpoa-brief timeline --involving 'IAEA chief'"),
    (["timeline", "--width", "60"], "lines fit the terminal; COLUMNS=60"),
    (["--no-color", "timeline"], "there are no colours"),
    (["compare", "quoted.txt", "article.txt"], "jcpoa-brief compare TEXT --copy COPY"),
    (["schema", "please"], "'please' is not understood here"),
    (["find", "--country", "Irak"], "did you mean 'IRQ' or 'IRN'?"),
    (["find", "--country", "Japan"], "it is one of CHE, CHN, "),
    (["find"], "want a name, the name of a family such as actors, or an option"),
    (["verify"], "COPY"),
    (["verify", "quoted.txt/1"], "'quoted.txt/1' cannot be read: there is no such file"),
    (["verify", "quotd.txt"], "'quotd.txt' cannot be read: there is no such file; did you mean 'quoted.txt'?"),
    (["verify", "nowhere/x.txt"], "'nowhere/x.txt' cannot be read: there is no such file"),
    (["verify", "word.docx"], "cannot read 'word.docx': this is a Word, OpenDocument or EPUB file"),
    (["verify", "picture"], "cannot read 'picture': it holds null bytes, as pictures, programs and text in UTF-16 do"),
    (["compare", "quoted.txt", "--copy", "picture"], "cannot read 'picture': it holds null bytes"),
    (["export", "spans", "--copy", "picture"], "cannot read 'picture': it holds null bytes"),
    (["verify", "torn.pdf"], "cannot read 'torn.pdf': "),
    (["verify", "named.txt"], "cannot read 'named.txt': the file holds no more than the name of a file"),
    (["compare", "some words that I have typed"], 'echo "the words" | jcpoa-brief compare -'),
    (["compare", "quoted.txt", "--copy", "quotd.txt"], "did you mean 'quoted.txt'?"),
    (["compare", "."], "cannot read '.'"),
    (["search", "sanctions", "--most", "some"], "--most"),
    (["search", "x" * 2000], "search takes up to 1000"),
    (["export", "xlsx", "--family", "events"], "--family belongs to csv, a table a family; in xlsx each family has"),
    (["export", "--all", "all", "--family", "events"], "--family belongs to csv"),
    (["export"], "want a format (jcpoa-brief export --list has them) or --all DIR"),
    (["export", "-o", "brief.xlsx"], "jcpoa-brief export xlsx -o brief.xlsx"),
    (["export", "-o", "brief.ics"], "jcpoa-brief export icalendar -o brief.ics"),
    (["export", "all"], "there is no 'all'; did you mean '--all DIR'?"),
    (["export", "sheet"], "there is no 'sheet'; did you mean 'xlsx'?"),
    (["export", "Word"], "did you mean 'markdown'?"),
    (["export", "brief.xlsx"], "did you mean 'xlsx'?"),
    (["export", "mermaid-"], "did you mean 'mermaid-timeline' or 'mermaid-argument' or 'mermaid-network'"),
    (["export", "zzzz"], "it is one of json, json-schema, csv"),
    (["export", "csv"], "csv is several files: name a folder with -o"),
    (["export", "spans"], "name its file with --copy"),
    (["export", "spans", "--copy", "quotd.txt"], "did you mean 'quoted.txt'?"),
    (["export", "anki", "-o", "nowhere/cards.tsv"], "there is no folder 'nowhere'"),
    (["export", "--all", "nowhere/all"], "there is no folder 'nowhere'"),
    (["export", "csv", "-o", "quoted.txt"], "'quoted.txt' is a file; several files go into a folder"),
    (["export", "csv", "-o", "tab.csv"], "csv is several files, in a folder: name it with -o tab"),
    (["export", "excel", "-o", "b.xls"], "xlsx is a file that ends with .xlsx: name it with -o b.xlsx"),
    (["export", "json", "-o", "x.xlsx"], "json is a file that ends with .json: name it with -o x.json"),
    (["export", "csv", "-o", "x.json"], "csv is several files, in a folder: name it with -o x"),
    (["export", "--all", "quoted.txt"], "'quoted.txt' is a file; several files go into a folder"),
    (["export", "anki", "-o", "/proc/cards.tsv"], "/proc/cards.tsv: No such file or directory"),
    (["export", "anki", "-o", "quoted.txt"], "'quoted.txt' exists already, and nothing was written; --force replaces"),
]
"""Calls that are wrong, each with what the answer must say."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some files, which commands are called in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JCPOA_BRIEF_COPY", raising=False)
    (tmp_path / "quoted.txt").write_text(f"He said: “{quotes['not-the-time-quote'].text}.”", encoding="utf-8")
    (tmp_path / "word.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "picture").write_bytes(b"GIF89a\x01\0\x01\0")
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.4\n\0")
    (tmp_path / "named.txt").write_text("article.txt")
    return tmp_path


def called(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """The exit code of a call, and what it prints on both streams."""
    try:
        code = main(arguments)
    except SystemExit as stop:
        assert isinstance(stop.code, int)
        code = stop.code
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("arguments", "said"), MISTAKES, ids=lambda value: " ".join(value)[:40])
def test_a_mistake_has_an_answer_in_options_and_commands(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The answer names what was perhaps meant or what to do, in a few lines, without a word of Python."""
    code, out, err = called(arguments, capsys)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) <= 2
    assert PYTHON.findall(EXTRA.sub("", err)) == []


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "arguments", [*GOOD, *([name, "--help"] for name in COMMANDS), ["--help"], ["help"]], ids=" ".join
)
def test_nothing_that_is_printed_speaks_python(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Helps and answers speak of options, commands and files."""
    code, out, err = called(arguments, capsys)
    assert code == 0
    assert out
    assert PYTHON.findall(EXTRA.sub("", out + err)) == []


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("columns", [48, 60, 100])
@pytest.mark.parametrize("arguments", [*GOOD, *([name, "--help"] for name in COMMANDS), ["--help"]], ids=" ".join)
def test_every_line_fits_the_terminal(
    arguments: list[str], columns: int, capsys: pytest.CaptureFixture[str], terminal_of: Callable[[int], None]
) -> None:
    """No line of any command or help is wider than the terminal, but for a single word, such as an address."""
    terminal_of(columns)
    _, out, err = called(arguments, capsys)
    wide = [line for line in (out + err).splitlines() if len(line) > columns]
    assert [line for line in wide if len(line.split()) > 1 and "://" not in line] == []


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("arguments", [arguments for arguments, _ in MISTAKES], ids=lambda value: " ".join(value)[:40])
def test_answers_to_mistakes_fit_too(
    arguments: list[str], capsys: pytest.CaptureFixture[str], terminal_of: Callable[[int], None]
) -> None:
    """In a narrow terminal an error is broken into lines."""
    terminal_of(60)
    _, _, err = called(arguments, capsys)
    assert [line for line in err.splitlines() if len(line) > 60 and len(line.split()) > 1] == []


def test_help_has_every_exit_code_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    """Every command's help lists what it returns, and calls of it."""
    for name in COMMANDS:
        _, out, _ = called([name, "--help"], capsys)
        codes = re.findall(r"^  (\d)  \w", out.partition("exit codes:")[2], re.MULTILINE)
        assert codes == sorted(set(codes))
        assert "0" in codes
        assert f"  jcpoa-brief {name}" in out.partition("example")[2]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "command", [*GOOD[1:21], ["schema"], ["export", "json"], ["verify", "named.txt"]], ids=" ".join
)
def test_a_closed_pipe_keeps_the_exit_code_of_every_command(command: list[str], desk: Path) -> None:
    """A reader that has seen enough, such as ``head``, is no error, and the code is what it is without one."""
    call = [sys.executable, "-W", "error", "-m", "jcpoa_brief", *command]
    whole = subprocess.run(call, cwd=desk, capture_output=True, check=False)
    for one in (*desk.glob("cards*"), *desk.glob("all/*")):
        one.unlink() if one.is_file() else None
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(call, cwd=desk, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, b"Traceback" in done.stderr, b"Broken" in done.stderr) == (whole.returncode, False, False)


def test_a_person_s_record_lists_what_is_said_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    """Events, claims and others that have to do with a record stand below it; of many the first, with the way on."""
    _, out, _ = called(["show", "hassan-rouhani"], capsys)
    assert "events (3)" in out
    assert "  rouhani-orders-metal-pause  " in out
    assert "claims (1)" in out
    _, out, _ = called(["show", "iran"], capsys)
    count = len(events.involving("iran"))
    assert re.search(r"^events \((\d+)\)", out, re.MULTILINE)
    assert f"{count - 10} more: jcpoa-brief show iran --all" in out
    _, whole, _ = called(["show", "iran", "--all"], capsys)
    assert all(f"  {event.id} " in whole for event in events.involving("iran"))


def test_a_paragraph_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """As ¶5 or 5: what it says in our words, and the records that rest on it."""
    for typed_ in ("5", "¶5", "par. 5", "paragraph 5"):
        _, out, _ = called(["show", *typed_.split()], capsys)
        assert paragraphs[5].gist in out
        assert "us-airstrike-in-syria" in out
    code, out, _ = called(["show", "5", "--json"], capsys)
    assert (code, json.loads(out)["number"]) == (0, 5)


def test_show_has_the_words_of_a_copy(
    copy_path: Path, desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A paragraph in its own words, and what a record rests on; what is not proved there is said, and without a copy
    how to get them.
    """
    text = copy_path.read_text(encoding="utf-8")
    whole = next(line for line in text.splitlines() if line.startswith("A day later"))
    _, out, _ = called(["show", "5", "--copy", str(copy_path)], capsys)
    assert f"\n  in your copy: {whole}\n" in out
    sentences = json.loads(called(["show", "5", "--copy", str(copy_path), "--json"], capsys)[1])["words_in_copy"]
    assert " ".join(sentences) == whole
    _, without, _ = called(["show", "5"], capsys)
    assert "its own words: jcpoa-brief show 5 --copy FILE" in without
    assert "words_in_copy" not in called(["show", "5", "--json"], capsys)[1]
    monkeypatch.setenv("JCPOA_BRIEF_COPY", str(copy_path))
    assert called(["show", "5"], capsys)[1] == out
    assert "in your copy: “" in called(["show", "iran"], capsys)[1]
    assert "in your copy" not in called(["show", "article-page"], capsys)[1]
    monkeypatch.setenv("JCPOA_BRIEF_COPY", "picture")
    code, shown, err = called(["show", "5"], capsys)
    assert (code, shown) == (0, without)
    assert err.startswith("JCPOA_BRIEF_COPY: cannot read 'picture': ")
    (desk / "part.txt").write_text(text.replace(whole[:60], "Else"), encoding="utf-8")
    assert "in your copy: (a sentence is not proved there) " in called(["show", "5", "--copy", "part.txt"], capsys)[1]
    assert "in your copy: (not found)" in called(["show", "strike-date", "--copy", "part.txt"], capsys)[1]


def test_files_with_another_stem_are_not_near(desk: Path) -> None:
    """The ending that many files share makes no name similar; of the same name one of the same kind is meant."""
    for name in ("article.txt", "article.html", "notes.txt"):
        (desk / name).touch()
    assert complaints.missing_file("artcle.txt").endswith("; did you mean 'article.txt'?")
    assert complaints.missing_file("article.pdf").endswith("; did you mean 'article.html' or 'article.txt'?")
    assert complaints.missing_file("a.txt").endswith("there is no such file")


def test_find_lists_what_has_to_do_with_an_actor(capsys: pytest.CaptureFixture[str]) -> None:
    """``find Russia`` has Russia's push too, which bears another form of the name; of many the rest is counted."""
    _, out, _ = called(["find", "Russia"], capsys)
    assert "russian-pushback" in out.partition("also about Russia:")[2]
    _, out, _ = called(["find", "Tehran"], capsys)
    assert "more: jcpoa-brief show iran --all" in out
    for name in ("nuclear deal", "China"):  # no actor; one whose records all bear the name
        _, out, _ = called(["find", name], capsys)
        assert "also about" not in out


def test_find_takes_the_name_of_a_family_first(capsys: pytest.CaptureFixture[str]) -> None:
    """``find actors Iran`` is the actor; of a country's name the option is named that lists what belongs to it."""
    code, out, _ = called(["find", "actors", "Iran"], capsys)
    assert (code, out.split()[:3]) == (0, ["iran", "actors", "Iran"])
    assert "also about" not in out
    assert "jcpoa-brief find actors --country Iran has all of that country" in out
    _, out, _ = called(["find", "terms", "pressure", "--json"], capsys)
    assert [record["id"] for record in json.loads(out)] == ["maximum-pressure"]
    _, out, _ = called(["find", "claims", "Iranian hardliners"], capsys)
    assert "hardliners-want-talks-after-election" in out
    code, out, _ = called(["find", "checks", "xyzzyx"], capsys)
    assert (code, "no record has the name 'xyzzyx' among the checks" in out, "--country" in out) == (1, True, False)


def test_help_of_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    """``help timeline`` is ``timeline --help``; ``help`` and ``help help`` are the help of the whole."""
    assert called(["help", "timeline"], capsys) == called(["timeline", "--help"], capsys)
    whole = called(["--help"], capsys)
    assert [called(["help", *more], capsys) for more in ([], ["help"], ["-x"])] == [whole] * 3


def test_search_keeps_to_a_family(capsys: pytest.CaptureFixture[str]) -> None:
    """Of one family or several; a family that does not exist is a mistake that names the one that is meant."""
    _, out, _ = called(["search", "sanctions", "relief", "--family", "Claims", "--json", "--most", "99"], capsys)
    assert {record["id"] for record in json.loads(out)} == {
        hit.record.id for hit in search("sanctions relief", families="claims")[:99]
    }
    _, named, _ = called(["search", "sanctions", "relief", "--family", "claim", "--json", "--most", "99"], capsys)
    assert named == out
    code, _, err = called(["search", "sanctions", "--family", "glosary"], capsys)
    assert (code, "did you mean 'glossary'?" in err) == (2, True)


def test_search_says_what_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    """A word that stands nowhere is told with those that look like it."""
    code, out, _ = called(["search", "Rouhany"], capsys)
    assert code == 1
    assert "near 'rouhany': rouhani" in out


def test_compare_says_when_the_record_has_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--record`` never prints just what is printed without it."""
    plain = called(["compare", "quoted.txt"], capsys)[1]
    asked = called(["compare", "quoted.txt", "--record"], capsys)[1]
    assert asked.startswith(plain.rstrip("\n"))
    assert "Sources contradict none of the words found here." in asked
    assert "COPY" in plain
    assert desk.is_dir()


def test_strict_compare_fails_a_text_with_other_quotations(
    copy_path: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without ``--strict`` a text whose passages stand passes, and what is quoted besides is named; with it a quotation
    of five words or more that is not the article's fails the text, also one without any passage.
    """
    invented = "We shall never sit down with anybody again"
    true = f"He said: “{quotes['not-the-time-quote'].text}.” "
    copy = ["--copy", str(copy_path)]

    def compared(text: str, *options: str) -> tuple[int, str, str]:
        (desk / "text.txt").write_text(text, encoding="utf-8")
        return called(["compare", "text.txt", *options], capsys)

    assert compared(f"{true} “{invented}.”", *copy)[0] == 0
    code, out, _ = compared(f"{true} “{invented}.”", *copy, "--strict")
    assert code == 1
    assert "Exit code 1 by --strict: 1 of the quotations not in the article's words." in out
    code, out, _ = compared(f"{true} “{invented}.” No “summit”.", *copy, "--strict", "--json")
    assert code == 1
    assert [words.rstrip(".") for words in json.loads(out)["not_in_the_article"]] == [invented]
    code, out, _ = compared(f"{true} No “summit”.", *copy, "--strict")
    assert code == 0
    assert "--strict" not in out
    assert [compared(f"“{invented}.”", *copy, *strict)[0] for strict in ([], ["--strict"])] == [3, 1]
    code, out, err = compared(true, "--strict")
    assert (code, out) == (2, "")
    assert "--strict needs your copy of the article, named by --copy COPY" in err
    assert "not_in_the_article" not in json.loads(compared(true, "--json")[1])


def test_a_width_that_is_set_is_the_terminal_s(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, terminal_of: Callable[[int], None]
) -> None:
    """In a file or pipe lines stay whole whatever ``COLUMNS`` says; in a terminal they are wrapped to it."""
    whole = called(["cite", "sources"], capsys)
    monkeypatch.setenv("COLUMNS", "60")
    assert called(["cite", "sources"], capsys) == whole
    terminal_of(60)
    assert len(called(["cite", "sources"], capsys)[1].splitlines()) > len(whole[1].splitlines())


def test_compare_and_verify_lead_to_each_other(copy_path: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``verify`` says what the checks are that it counts, and how altered words are found; ``compare`` with a copy says
    what the record has.
    """
    _, out, _ = called(["verify", str(copy_path)], capsys)
    said = count_discrepancies(discrepancies(checks), " between what stands here and independent sources")
    assert f"There are {said}. " in out
    assert "jcpoa-brief check lists the discrepancies, check --all every check." in out
    assert "\nParagraphs are counted in the article's body: pull quotes and lists of links are none.\n" in out
    text = copy_path.read_text(encoding="utf-8")
    (desk / "altered.txt").write_text(text.replace("February 15", "February 16"), encoding="utf-8")
    code, out, _ = called(["verify", "altered.txt"], capsys)
    assert code == 1
    assert "jcpoa-brief compare altered.txt --copy A_WHOLE_COPY" in out
    code, out, _ = called(["compare", "altered.txt", "--copy", str(copy_path), "--record"], capsys)
    assert code == 1
    assert "“16” where the article has “15”" in out
    assert "differs from no words" not in out
    (desk / "other.txt").write_text("Nothing of the kind.")
    code, out, _ = called(["verify", "other.txt"], capsys)
    assert code == 3
    assert "jcpoa-brief compare other.txt" in out
    assert called(["verify", "other.txt", "--json"], capsys)[0] == 3
    assert called(["compare", "other.txt", "--json"], capsys)[0] == 3


def test_check_puts_the_words_of_a_copy_beside(copy_path: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reader's own words stand beside each check, and what is not there is counted."""
    code, out, _ = called(["check", "--copy", str(copy_path)], capsys)
    assert code == 0
    assert out.startswith("your copy: complete; the words of all of the ")
    text = copy_path.read_text(encoding="utf-8")
    (desk / "half.txt").write_text(text[: len(text) // 2], encoding="utf-8")
    code, out, _ = called(["check", "--all", "--copy", "half.txt"], capsys)
    assert code == 0
    assert re.match(r"your copy: partial; the words of \d+ of the \d+ citations below are not found in it", out)
    (desk / "other.txt").write_text("Nothing of the kind.")
    assert called(["check", "--copy", "other.txt"], capsys)[:2] == (3, "")
    told, every = (json.loads(called(["check", *more, "--json"], capsys)[1]) for more in ([], ["--all"]))
    assert 0 < len(told) < len(every) == len(checks)


@pytest.mark.parametrize("command", [["schema"], ["export", "json"]], ids=" ".join)
def test_a_reader_may_leave(command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed into a pipe that nobody reads goes nowhere."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert main(command) == 0


def test_export_to_the_output_is_the_file(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The bytes alone, and what is not in them beside them."""
    assert main(["export", "anki"]) == 0
    printed = capfdbinary.readouterr()
    assert printed.out == bytes(export("anki"))
    assert printed.err.startswith(b"not in it: ")


def test_cite_says_what_makes_no_difference(capsys: pytest.CaptureFixture[str]) -> None:
    """An option that a style has no use for is not dropped in silence; several authors are several options."""
    code, out, err = called(["cite", "--published", "March 2, 2021", "--accessed", "5 May 2021"], capsys)
    assert (code, "2021, March 2" in out) == (0, True)
    assert err.startswith("--accessed is not used: ")
    _, _, err = called(["cite", "dataset", "--accessed", "2021-05-05"], capsys)
    assert err.startswith("--accessed is not used: ")
    given = ["--published", "2021-03-05", "--author", "Jane Doe", "--author", "Richard Roe"]
    _, out, err = called(["cite", *given], capsys)
    assert (out.splitlines()[0], err) == (
        str(cite(article, author=["Jane Doe", "Richard Roe"], published="2021-03-05")),
        "",
    )


def test_a_retired_id_is_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Without the place in the program that warned."""
    old, new = next(iter(retired_ids.items()))
    code, out, err = called(["show", old], capsys)
    assert code == 0
    assert new in out
    assert err == f"note: {old!r} was retired; use {new!r}\n"


def test_names_and_dates_are_taken_as_people_type_them(capsys: pytest.CaptureFixture[str]) -> None:
    """Names and capitals for ids, several actors with a comma, dates in words."""
    wanted = events.involving("russia", "china", match="any").between("2021-02-15", None)
    call = ["timeline", "--involving", "Russia, CHINA", "--since", "15 February 2021", "--json"]
    assert len(json.loads(called(call, capsys)[1])) == len(wanted)
    within = events.between("2021-02", "2021-02", within=True)
    call = ["timeline", "--since", "Feb 2021", "--until", "Feb. 2021", "--within", "--json"]
    assert len(json.loads(called(call, capsys)[1])) == len(within)
    assert typed_values.id_named("President Rouhani", actors) == "hassan-rouhani"
    assert typed_values.id_named("nobody at all", actors) == "nobody at all"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021-02~", "2021-02~"),
        ("2021/02/15", "2021-02-15"),
        ("15. Feb. 2021", "2021-02-15"),
        ("Sept 2021", "2021-09"),
        ("Smarch 2021", "Smarch 2021"),
        ("yesterday", "yesterday"),
    ],
)
def test_a_date_in_words(text: str, wanted: str) -> None:
    """English dates become figures; anything else is left to the filters."""
    assert typed_values.date(text) == wanted


def test_today_is_a_date() -> None:
    """The reader's own day, which may end during the test."""
    days = {datetime.now().astimezone().date().isoformat(), typed_values.date(" Today")}
    assert days <= {datetime.now().astimezone().date().isoformat(), min(days)}


def test_other_names_lead_to_formats() -> None:
    """Every other name leads to a format and is none itself."""
    assert set(OTHER_NAMES.values()) <= set(FORMATS)
    assert not set(OTHER_NAMES) & set(FORMATS)
    assert {"excel", "spreadsheet", "word", "calendar", "bib", "ics", "pdf"} <= set(OTHER_NAMES)


def test_the_list_of_formats_says_what_each_needs(capsys: pytest.CaptureFixture[str]) -> None:
    """A library with the command that installs it, or a copy; nothing where nothing is needed. What else it is called
    and what opens it, as JSON too.
    """
    how, *parts = called(["export", "--list"], capsys)[1].split("\n\n")
    assert how.startswith("jcpoa-brief export NAME -o FILE writes one of these")
    for form, part in zip(FORMATS.values(), parts, strict=True):
        assert part.startswith(f"{form.name}: ")
        assert (f"pip install 'jcpoa-brief[{form.extra}]'" in part) == bool(form.extra)
        assert ("your copy of the article" in part) == (form.copy == "required")
        assert ("needs" in part) == bool(form.extra or form.copy == "required")
        assert ("also called" in part) == bool(form.other_names)
        assert f"  open with    {form.opened_with}\n" in part
    listed = json.loads(called(["export", "--list", "--json"], capsys)[1])
    assert [one["opened_with"] for one in listed] == [form.opened_with for form in FORMATS.values()]


@pytest.mark.parametrize(
    "word",
    ["notion", "banana", "photo", "negotiations", "violation", "reading", "call me", "out", "x", "ally"],
)
def test_what_is_like_no_format_gets_no_guess(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    """But the list of all."""
    code, _, err = called(["export", word], capsys)
    assert code == 2
    assert "did you mean" not in err
    assert f"it is one of {', '.join(FORMATS)}" in err


@pytest.mark.parametrize("name", [name for name in (*FORMATS, *OTHER_NAMES) if len(name) > 3])
def test_a_slip_of_a_format_is_understood(name: str) -> None:
    """Two letters in the wrong order, or, of a longer name, one that is missing."""
    read = typed_values.one_of(FORMATS, SAME_NAMES, OTHER_NAMES)
    slips = [f"{name[:place]}{name[place + 1]}{name[place]}{name[place + 2 :]}" for place in range(len(name) - 1)]
    slips += [name[:place] + name[place + 1 :] for place in range(len(name)) if len(name) > 5]
    for slip in {*slips} - {*FORMATS, *OTHER_NAMES, ""}:
        with pytest.raises(argparse.ArgumentTypeError, match="did you mean"):
            read(slip)


def test_a_missing_library_names_what_does_without(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What to install, and the format that says the same without a library."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    code, _, err = called(["export", "xlsx"], capsys)
    assert code == 2
    assert "pip install 'jcpoa-brief[xlsx]' (or [export], for all), or the library: pip install xlsxwriter;" in err
    assert err.endswith("csv holds the same and needs no library\n")


def test_export_writes_files_and_says_so(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The path of each file, as lines or as JSON; to a terminal no bytes; what is not used is said."""
    _, out, _ = called(["export", "anki", "-o", "cards.tsv"], capsys)
    assert out.startswith("wrote cards.tsv\nnot in it: ")
    _, out, _ = called(["export", "csv", "-o", "csv"], capsys)
    assert out == f"wrote {len(list((desk / 'csv').iterdir()))} files into csv\n"
    call = ["export", "csv", "-o", "tables", "--json", "--involving", "iaea"]
    assert len(json.loads(called(call, capsys)[1])["files"]) == len(list((desk / "tables").iterdir()))
    _, out, _ = called(["export", "--all", "all", "--json"], capsys)
    assert set(json.loads(out)) == {"files", "skipped", "stale", "lacking"}
    assert json.loads(out)["stale"] == []
    code, _, err = called(["export", "json-schema", "--copy", "quoted.txt", "-o", "schema.json"], capsys)
    assert code == 0
    assert err == "--copy is not used: json-schema holds no words of the article\n"


@pytest.mark.usefixtures("desk")
def test_what_references_lack_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    """How many pages show no author and no date, and what a style does then: after a file, a folder, and on standard
    error where the file itself is printed; nothing of formats without references.
    """
    said = lacking_in_words(export("ris").lacking)
    assert called(["export", "ris", "-o", "r.ris"], capsys)[1].splitlines()[-1] == said
    assert called(["export", "ris"], capsys)[2].splitlines()[-1] == said
    assert json.loads(called(["export", "ris", "-o", "s.ris", "--json"], capsys)[1])["lacking"] == export("ris").lacking
    assert (
        called(["export", "--all", "all", "--involving", "iaea"], capsys)[1].count("references without an author") == 1
    )
    assert called(["cite", "sources"], capsys)[2] == f"{lacking_in_words(lacking(map(page_work, sources)))}\n"
    assert "references" not in called(["export", "anki", "-o", "cards.tsv"], capsys)[1]


def test_cite_says_what_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    """No author or no date of the page that is cited, what stands instead, and the option that adds it; nothing where
    all is known or given.
    """
    undated, unsigned = sources["wikipedia-maximum-pressure"], sources["upi-erbil-attack"]
    assert (undated.author, undated.published, unsigned.author) == (None, None, None)
    _, _, err = called(["cite", undated.id], capsys)
    assert err.startswith("the page shows no author and no date: the title or the publisher comes first, and n.d. ")
    assert err.endswith("; --author and --published add what yours shows\n")
    _, _, err = called(["cite", unsigned.id, "--format", "bibtex"], capsys)
    assert err == "the page shows no author: the title or the publisher comes first; --author adds what yours shows\n"
    assert called(["cite", unsigned.id, "--author", "Jane Doe"], capsys)[2] == ""
    assert called(["cite", "al-jazeera-studies-resistance"], capsys)[2] == ""
    assert called(["cite", "dataset"], capsys)[2] == ""


def test_a_smaller_export_names_what_is_left_of_a_former_one(
    copy_path: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a copy there are no spans: those of the export before stay as they are, and are named; what was skipped
    stands last.
    """
    _, out, _ = called(["export", "--all", "all", "--involving", "iaea", "--copy", str(copy_path)], capsys)
    assert "former export" not in out
    (desk / "all" / "jcpoa-brief.anki.tsv").unlink()
    again = ["export", "--all", "all", "--involving", "iaea", "--force"]
    left = str(Path("all", "jcpoa-brief.spans.jsonl"))
    code, out, _ = called(again, capsys)
    assert code == 0
    named = re.search(
        rf"left of a former export, no longer in the manifest \((\d)\):\n((?:  .+\n)+)skipped, of {len(FORMATS)} ", out
    )
    assert named  # with spaCy there is a second file that only a copy gives
    assert f"  {left}\n" in named[2]
    assert named[2].count("\n") == int(named[1])
    assert out.splitlines()[-1].startswith("  docbin: ")
    assert "former export" not in called(again, capsys)[1]
    assert (desk / left).is_file()


def test_what_is_no_text_is_printed_only_where_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bytes would spoil a terminal, and a pipe that was not meant; a file is asked for."""
    monkeypatch.setattr("jcpoa_brief._commands.export.export", lambda *_, **__: Bytes())
    code, out, err = called(["export", "json"], capsys)
    assert (code, out, err) == (2, "", "json is not text: name a file with -o, or -o - for the output\n")
    monkeypatch.setattr("jcpoa_brief._commands.export.export", lambda *_, **__: Bytes(b"\x80"))
    assert called(["export", "json"], capsys)[0] == 2


class Bytes:
    """An export that is no text."""

    format = FORMATS["json"]

    def __init__(self, content: bytes = b"PK\0") -> None:
        self.content = content

    def __bytes__(self) -> bytes:
        return self.content


@pytest.mark.parametrize(("name", "form"), SAME_NAMES.items())
def test_everyday_names_of_formats_are_taken(name: str, form: str) -> None:
    """As the format that they mean."""
    assert typed_values.one_of(FORMATS, SAME_NAMES, OTHER_NAMES)(name.title()) == form


def test_a_file_gets_the_ending_of_its_format(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where it is new and has none; what is there keeps its name, and a folder gets the usual file."""
    assert called(["export", "flashcards", "-o", "cards"], capsys)[1].startswith("wrote cards.tsv\n")
    assert called(["export", "timelinejs", "-o", "line.js"], capsys)[1].startswith("wrote line.js\n")
    (desk / "there").mkdir()
    assert called(["export", "json", "-o", "there"], capsys)[1].startswith("wrote there/jcpoa-brief.json\n")


def test_one_family_is_one_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table that the folder of tables has, under a name of one's own or in a pipe."""
    table = export("csv").files["events.csv"]
    assert called(["export", "csv", "--family", "events", "-o", "e"], capsys)[1].startswith("wrote e.csv\n")
    assert (desk / "e.csv").read_bytes() == table
    code, out, _ = called(["export", "csv", "--family", "event", "-o", "e.csv", "--force", "--in", "2021-02"], capsys)
    assert (code, out.splitlines()[0]) == (0, "wrote e.csv")
    assert 0 < len((desk / "e.csv").read_bytes()) < len(table)


def test_export_places_events_by_the_records_dates(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the formats that place events in time; the others say that they do not."""
    call = ["export", "timelinejs", "--dates", "record", "--uncontradicted"]
    _, out, err = called([*call, "-o", "line.json"], capsys)
    chosen = contradicted(events, "record")
    assert (desk / "line.json").read_bytes() == bytes(export("timelinejs", events - chosen, dates="record"))
    assert (out.startswith("wrote line.json\n"), err.startswith("Events chosen: ")) == (True, True)
    assert all(event.title in err.partition("left out, because sources say otherwise")[2] for event in chosen)
    code, _, err = called(["export", "anki", "--dates", "record", "-o", "cards.tsv"], capsys)
    assert (code, err.startswith("--dates is not used: anki places no event in time")) == (0, True)
    call = ["export", "anki", "--dates", "record", "--since", "2021-02", "-o", "february.tsv"]
    assert "not used" not in called(call, capsys)[2]


def test_of_many_files_that_exist_two_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    """After how many there are."""
    said = complaints.worded(TargetExistsError(tuple("abcd")))
    assert said == (
        "4 files exist already, such as 'a' and 'b', and nothing was written; --force replaces what is there"
    )
    assert capsys.readouterr().err == ""


def test_a_full_disk_names_the_file() -> None:
    """What could not be written is said, with what it was written to."""
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("w") as full:
        for command in (["find", "Rouhani"], ["export", "json"]):
            call = [sys.executable, "-m", "jcpoa_brief", *command]
            done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
            assert (done.returncode, done.stderr) == (2, "standard output: No space left on device\n")


def test_a_text_of_any_signs_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Bytes that are no text, and letters that an ASCII console lacks, end no command."""
    call = [sys.executable, "-m", "jcpoa_brief", "find", "漢字 Rouhání \udcff"]
    for encoding in ("ascii", "utf-8"):
        environment = os.environ | {"PYTHONIOENCODING": encoding}
        done = subprocess.run(call, env=environment, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (1, b"")
        assert done.stdout.startswith(b"no record has the name")
    assert capsys.readouterr().err == ""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_a_line_says_what_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, from some time on, until it is done; then it is gone."""
    monkeypatch.setattr(terminal, "_PATIENCE", 0.01)
    monkeypatch.setattr(terminal, "_PULSE", 0.01)
    monkeypatch.setattr(sys, "stderr", Terminal())
    steps = ["one", "another, longer"]
    with terminal.waiting(lambda: f"writing {steps[0]} …"):
        time.sleep(0.2)
        steps.pop(0)
        time.sleep(0.2)
    printed = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "\rwriting one …" in printed
    assert "\rwriting another, longer …" in printed
    assert printed.endswith(" \r")


def test_nothing_is_said_of_what_is_quick_or_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line before its time, and none in a log."""
    monkeypatch.setattr(sys, "stderr", Terminal())
    with terminal.waiting(lambda: "writing …"):
        pass
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]
    monkeypatch.setattr(sys, "stderr", log := io.StringIO())
    monkeypatch.setattr(terminal, "_PATIENCE", 0)
    with terminal.waiting(lambda: "writing …"):
        time.sleep(0.05)
    assert log.getvalue() == ""


def test_interrupted_it_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Control-C gives the code that shells give it, and no traceback."""

    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("jcpoa_brief._commands.schema.run", interrupted)
    assert called(["schema"], capsys) == (130, "", "")


def test_what_has_no_words_of_its_own_is_told_as_it_is() -> None:
    """An error without a remedy keeps its text; one that names an argument names the option."""
    assert "up to 1" in complaints.worded(QueryTooLongError(2, 1))
    assert complaints.worded(WrongTypeError("some_thing", 5, "a text")) == "--some-thing: want a text"
    assert "pip install 'jcpoa-brief[copies]'" in complaints.worded(
        CopyError(
            "x.pdf", "this is a PDF; install the package's extra copies, which brings the reader pypdf, or save it"
        )
    )
    assert complaints.missing_file("/") == "'/' cannot be read: there is no such file"
