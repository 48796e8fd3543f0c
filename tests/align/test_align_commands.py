"""What ``verify``, ``compare`` and ``check --copy`` print and return."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

import article_copy
from jcpoa_brief import checks, quotes
from jcpoa_brief._commands.main import main

SAID = quotes["not-the-time-quote"].text


@pytest.fixture(autouse=True)
def _no_default_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JCPOA_BRIEF_COPY", raising=False)


@article_copy.needs_article
def test_verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0 for the whole article, 1 for a part, 3 for nothing of it; also as JSON."""
    path = tmp_path / "copy.txt"
    for text, code, said in (
        (article_copy.text(), 0, "This is the whole article"),
        (article_copy.paragraph_texts()[1], 1, "This is part of the article"),
        ("Nothing of the kind.", 3, "Nothing of the article"),
    ):
        path.write_text(text, encoding="utf-8")
        assert main(["verify", str(path)]) == code
        assert capsys.readouterr().out.startswith(said)
        assert main(["verify", str(path), "--json"]) == code
        assert json.loads(capsys.readouterr().out)["status"] in ("complete", "partial", "none")


def test_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file, a Word file and a file's name inside the file each get one line that says so."""
    path = tmp_path / "copy.txt"
    for command in (["verify"], ["compare"], ["check", "--copy"]):
        assert main([*command, str(tmp_path / "none.txt")]) == 2
        assert "cannot be read" in capsys.readouterr().err
        path.write_bytes(b"PK\x03\x04")
        assert main([*command, str(path)]) == 2
        assert "save it as plain text, HTML or PDF" in " ".join(capsys.readouterr().err.split())


def test_compare_without_a_copy(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A quotation of the spokesman is compared by anybody, from standard input too."""
    for text, code in ((f"“{SAID}”", 0), (f"“{SAID.replace('not', 'now')}”", 1), ("Nothing.", 3)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert main(["compare", "-"]) == code
        assert "your own copy of the article is needed" in capsys.readouterr().out.replace("\n", " ")


@article_copy.needs_article
def test_compare_with_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The copy is named by an option or by the environment; the record is told on request."""
    path = tmp_path / "text.txt"
    path.write_text(article_copy.paragraph_texts()[4], encoding="utf-8")
    assert main(["compare", str(path), "--copy", str(article_copy.PATH)]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert re.search(r"There are \d discrepancies between what stands here and independent sources, found in \d+ ", out)
    assert "compare --record says what the sources have." in out
    monkeypatch.setenv("JCPOA_BRIEF_COPY", str(article_copy.PATH))
    assert main(["compare", str(path), "--record"]) == 0
    out = capsys.readouterr().out
    assert checks["strike-date"].title in out
    assert checks["strike-date"].record_says in " ".join(out.split())
    assert "--record" not in out
    path.write_text(article_copy.paragraph_texts()[4].replace("15", "26"), encoding="utf-8")
    assert main(["compare", str(path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["passages"][0]["changes"][0]["words"] == "26"


@article_copy.needs_article
def test_check_beside_a_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each check shows the copy's own words; where nothing is proved, that alone is said."""
    assert main(["check", "--copy", str(article_copy.PATH)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("your copy: complete; the words of all of the")
    assert "your copy “" in " ".join(printed.split())
    path = tmp_path / "copy.txt"
    path.write_text(article_copy.paragraph_texts()[4], encoding="utf-8")
    assert main(["check", "--copy", str(path)]) == 0
    printed = capsys.readouterr().out
    assert "are not found in it" in printed
    assert "(not found)" in printed
    path.write_text("Nothing of the kind.", encoding="utf-8")
    assert main(["check", "--copy", str(path)]) == 3
    assert "Nothing of the article was proved" in "".join(capsys.readouterr())
