"""Completion, tried in the shells themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from jcpoa_brief._commands.main import COMMANDS, main
from jcpoa_brief._exports.formats import FORMATS

BASH = """
eval "$script"
words=(jcpoa-brief "$@")
COMP_WORDS=("${words[@]}"); COMP_CWORD=$#; COMP_LINE="${words[*]}"; COMP_POINT=${#COMP_LINE}
found=$(complete -p jcpoa-brief); found=${found##*-F }; ${found% jcpoa-brief} jcpoa-brief "${words[-1]}" "${words[-2]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def completed(script: str, *typed: str) -> list[str]:
    """What bash offers for the last of the words that were typed."""
    call = ["bash", "-c", BASH, "bash", *typed]
    done = subprocess.run(call, env=os.environ | {"script": script}, capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.fixture
def script(capsys: pytest.CaptureFixture[str]) -> str:
    """The script for bash."""
    pytest.importorskip("shtab")
    assert main(["completion", "bash"]) == 0
    return capsys.readouterr().out


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["ti"], ["timeline"]),
        ([""], list(COMMANDS)),
        (["export", "xl"], ["xlsx"]),
        (["export", ""], list(FORMATS)),
        (["timeline", "--stat"], ["--status"]),
        (["timeline", "--status", "occ"], ["occurred"]),
        (["cite", "--style", "ml"], ["mla"]),
        (["completion", "z"], ["zsh"]),
    ],
    ids=str,
)
def test_bash_completes_commands_options_and_words(script: str, typed: Sequence[str], offered: list[str]) -> None:
    """Commands, options, and the words that an option or argument takes."""
    assert completed(script, *typed) == offered


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes_files(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy, a text and an output are files, the folder of all exports is a folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").touch()
    (tmp_path / "art").mkdir()
    assert sorted(completed(script, "verify", "art")) == ["art", "article.txt"]
    assert completed(script, "export", "--all", "ar") == ["art"]


@pytest.mark.skipif(not shutil.which("zsh"), reason="needs zsh")
def test_zsh_reads_its_script(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The completion system of zsh loads it as a function and finds no fault in it."""
    pytest.importorskip("shtab")
    main(["completion", "zsh"])
    (tmp_path / "_jcpoa-brief").write_text(capsys.readouterr().out, encoding="utf-8")
    load = f"fpath=({tmp_path} $fpath); autoload -U compinit; compinit -u -D; autoload +X _jcpoa-brief"
    program = f"{load}; print $_comps[jcpoa-brief]"
    done = subprocess.run(["zsh", "-f", "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("_jcpoa-brief\n", "")


def test_without_shtab_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The library is an extra."""
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == 2
    assert "pip install 'jcpoa-brief[completion]'" in capsys.readouterr().err
