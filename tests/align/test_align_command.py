"""What ``verify`` prints and returns for each kind of file."""

from __future__ import annotations

import io
import json
import pathlib
import re
import sys

import pytest

import article_copy
from jcpoa_brief import quotes
from jcpoa_brief._commands.main import main


def run(*args: str) -> int:
    """Run the command's work."""
    return main(["verify", *args])


@article_copy.needs_article
def test_exit_codes(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0 when all that was pasted stands, 1 when something was altered, 2 when it is another text."""
    path = tmp_path / "copy.txt"
    paragraph = article_copy.source().paragraphs[1]
    for text, code, said in (
        (article_copy.text(), 0, "complete"),
        (paragraph, 0, "excerpt"),
        (paragraph.replace("March 1", "March 2"), 1, "altered"),
        ("Nothing of the kind.", 2, "another text"),
    ):
        path.write_text(text, encoding="utf-8")
        assert run(str(path)) == code
        assert capsys.readouterr().out.startswith(said)


def test_json_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A hyphen reads standard input; the report is also had as JSON."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Nothing of the kind.")))
    assert run("-", "--json") == 2
    assert json.loads(capsys.readouterr().out)["verdict"] == "another_text"


def test_what_cannot_be_read(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file, bytes that are no UTF-8 and a file's name inside the file each get one line that says so."""
    path = tmp_path / "copy.txt"
    assert run(str(tmp_path / "none.txt")) == 2
    assert "cannot be read" in capsys.readouterr().err
    path.write_bytes(b"caf\xe9")
    assert run(str(path)) == 2
    assert "byte 3 is not UTF-8" in capsys.readouterr().err
    path.write_text("article.txt\n", encoding="utf-8")
    assert run(str(path)) == 2
    assert "name of a file" in capsys.readouterr().err


def test_html_without_the_extractor(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """HTML needs the extra, and the error says what to install."""
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><html><body><p>Nothing of the kind.</p></body></html>", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "inscriptis", None)
    assert run(str(path)) == 2
    assert "the package's extra html" in capsys.readouterr().err


@article_copy.needs_article
def test_html_page(tmp_path: pathlib.Path) -> None:
    """A page's text is taken out of its source, words in several elements included."""
    pytest.importorskip("inscriptis", reason="needs the extra jcpoa-brief[html]")
    parts = [part.replace("IAEA", "<b>I</b>AEA") for part in article_copy.source().paragraphs]
    body = "".join(f"<p>{part}</p><aside>Advertisement</aside>" for part in parts)
    path = tmp_path / "page.html"
    path.write_text(f"<!doctype html><html><head><script>var a = 1;</script></head><body>{body}</body></html>", "utf-8")
    assert run(str(path)) == 0


@article_copy.needs_article
def test_check_sets_the_readers_own_words_beside_each_difference(capsys: pytest.CaptureFixture[str]) -> None:
    """With a copy, each check shows the copy's own words; where they are gone this is said."""
    assert main(["check", "--copy", str(article_copy.PATH)]) == 0
    assert "your copy “on February 15”" in " ".join(capsys.readouterr().out.split())


def test_check_with_another_text(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another text is told, as ``verify`` tells it, and no check is printed beside it."""
    path = tmp_path / "copy.txt"
    path.write_text("Nothing of the kind.", encoding="utf-8")
    for file, name in ((str(path), str(path)), ("-", "standard input")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Nothing of the kind.")))
        assert main(["check", "--copy", file]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err == f"cannot align {name!r}: another text: nothing of the article was found in it\n"


def test_check_with_a_copy_that_lacks_all_the_words(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A quotation of the article in another text has a place in the article, though no check is of its words."""
    path = tmp_path / "copy.txt"
    path.write_text(f"He said: {quotes['not-the-time-quote'].text}.", encoding="utf-8")
    assert main(["check", "--copy", str(path)]) == 0
    first, _, rest = capsys.readouterr().out.partition("\n")
    lacking = " ".join(rest.split()).count("(not found)")
    assert first == f"your copy: excerpt; the words of none of the {lacking} citations below are found in it"


@article_copy.needs_article
def test_check_counts_the_words_that_a_copy_lacks(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Above the checks stands what the copy is and how many of their words it lacks; the code is that of ``verify``."""
    path = tmp_path / "copy.txt"
    paragraph = article_copy.source().paragraphs[4]
    for text, code, said in (
        (article_copy.text(), 0, r"complete; the words of all of the (?P<all>\d+) citations below are found in it"),
        (
            paragraph,
            0,
            r"excerpt; the words of (?P<lacking>\d+) of the (?P<all>\d+) citations below are not found in it",
        ),
        (paragraph.replace("15", "25"), 1, r"altered; the words of (?P<lacking>\d+) of the (?P<all>\d+) citations .*"),
    ):
        path.write_text(text, encoding="utf-8")
        assert main(["check", "--copy", str(path)]) == code
        first, _, rest = capsys.readouterr().out.partition("\n\n")
        match = re.fullmatch(f"your copy: {said}", first)
        assert match
        counts = {name: int(count) for name, count in match.groupdict().items()}
        assert " ".join(rest.split()).count("(not found)") == counts.get("lacking", 0) < counts["all"]


def test_check_with_a_copy_that_cannot_be_read(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read is told on the error stream."""
    assert main(["check", "--copy", str(tmp_path / "none.txt")]) == 2
    assert "cannot be read" in capsys.readouterr().err
