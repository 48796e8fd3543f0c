"""The public door: which formats there are, what is chosen, what is left out, and how files are written."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
from exports_shared import EVERYTHING

from jcpoa_brief import actors, align, checks, events, export, export_all, lookup, sources
from jcpoa_brief._exports import formats
from jcpoa_brief._exports.files import write_files
from jcpoa_brief._exports.formats import FORMATS
from jcpoa_brief.errors import CopyError, MissingExtraError, TargetExistsError, UnknownValueError, WrongTypeError
from jcpoa_brief.types import ExportFormat

ROOT = Path(__file__).resolve().parents[2]
UNBOUND = [name for name, form in FORMATS.items() if form.copy != "required"]


def available(name: str) -> bool:
    """Whether the libraries of a format are installed; in CI all are."""
    try:
        export(name) if FORMATS[name].copy != "required" else formats.library("spacy", "docbin")  # type: ignore[index,call-overload]
    except MissingExtraError:
        assert not EVERYTHING
        return False
    return True


def test_the_table_has_every_format_once() -> None:
    """The type lists what the table lists, and no two formats share a file."""
    assert sorted(get_args(ExportFormat)) == sorted(FORMATS)
    assert len({form.file for form in FORMATS.values()}) == len(FORMATS)


def test_every_extra_is_one_of_the_package_and_export_brings_all() -> None:
    """An error that names an extra names one that exists."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    known = project["optional-dependencies"]
    extras = {form.extra for form in FORMATS.values() if form.extra}
    assert extras <= set(known)
    assert known["export"] == [f"jcpoa-brief[{','.join(sorted(extras))}]"]


@pytest.mark.parametrize("name", UNBOUND)
def test_every_format_is_written_for_the_whole_a_part_and_nothing(name: Any) -> None:
    """A part and even nothing at all make a file, and the part is no larger."""
    if not available(name):
        pytest.skip("its library is not installed")
    whole, part = export(name), export(name, events.involving("iaea"))
    assert export(name, []).files
    assert sum(map(len, part.files.values())) <= sum(map(len, whole.files.values()))
    assert all(whole.left_out.values())
    assert repr(whole).startswith(f"<Export: {name}")


def test_the_checks_about_what_is_chosen_go_with_it() -> None:
    """A date that the record corrects does not travel without its correction, and no check without its sources."""
    content = json.loads(export("json", lookup("us-airstrike-in-syria")).text)
    assert [event["id"] for event in content["events"]] == ["us-airstrike-in-syria"]
    assert content["events"][0]["record_date"] == "2021-02-25"
    about = checks.about("us-airstrike-in-syria")
    assert [check["id"] for check in content["checks"]] == [check.id for check in about]
    known = {source["id"] for source in content["sources"]}
    assert {source for check in about for source in check.sources} <= known < set(sources.ids)
    named = {part["actor"] for part in content["events"][0]["participants"]}
    assert {actor["id"] for actor in content["actors"]} >= named
    assert json.loads(export("json", lookup("strike-date")).text)["actors"] == []


def test_a_selection_may_be_a_collection_a_record_or_records() -> None:
    """All doors lead to the same records."""
    ways = [actors.find("IRGC"), actors.find("IRGC").only(), [actors.find("IRGC").only()]]
    assert len({bytes(export("json", way)) for way in ways}) == 1


def test_what_is_wrong_is_said() -> None:
    """A format that does not exist, a copy that is missing or of no use, a selection of nothing."""
    with pytest.raises(UnknownValueError, match=r"format cannot be 'jsn'.*did you mean 'json'"):
        export("jsn")  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match=r"copy cannot be None: want your copy .* spans holds its words"):
        export("spans")
    with pytest.raises(WrongTypeError, match="want none: csl-json holds no words of the article"):
        export("csl-json", copy="x")
    with pytest.raises(WrongTypeError, match="copy cannot be 5"):
        export("spans", copy=5)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match="selection cannot be 'iran'"):
        export("json", "iran")  # type: ignore[arg-type]
    with pytest.raises(CopyError, match="nothing of what is exported was found in it"):
        export("spans", copy="Nothing of the kind stands here.")


def test_a_missing_library_is_told_with_its_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The error says what to install; a folder of all formats skips the format and says so."""
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(
        MissingExtraError, match=r"by networkx.*pip install 'jcpoa-brief\[graphml\]'.*pip install networkx"
    ):
        export("graphml")
    written = export_all(tmp_path / "all", events.involving("iaea"))
    assert "networkx" in written.skipped["graphml"]
    assert not (tmp_path / "all" / "jcpoa-brief.graphml").exists()


def test_a_file_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    """Writing gives the paths; what is there stays, unless force says otherwise; nothing half-written is left."""
    made = export("anki")
    assert made.write(tmp_path) == (tmp_path / "jcpoa-brief.anki.tsv",)
    with pytest.raises(TargetExistsError, match=r"exists already; pass force=True to replace it"):
        made.write(tmp_path)
    target = tmp_path / "new" / "cards.tsv"
    made.write(target)
    assert target.read_bytes() == bytes(made)
    target.write_text("mine")
    with pytest.raises(TargetExistsError):
        made.write(target)
    assert target.read_text() == "mine"
    made.write(target, force=True)
    assert target.read_text(encoding="utf-8") == made.text
    assert sorted(path.name for path in target.parent.iterdir()) == ["cards.tsv"]


def test_when_writing_fails_nothing_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves neither a file nor a part of one, nor what it would have replaced in pieces; the error names
    the file that was to be written.
    """
    (tmp_path / "a").write_text("before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space") as caught:
        write_files({tmp_path / "a": b"after", tmp_path / "b": b"x"}, force=True)
    assert caught.value.filename == str(tmp_path / "a")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_text() == "before"


def test_text_and_bytes_are_only_of_what_has_them(tmp_path: Path) -> None:
    """A folder of all formats has a manifest that tells every file's size and digest."""
    written = export_all(tmp_path / "all", events.involving("iaea"))
    manifest = json.loads((tmp_path / "all" / "manifest.json").read_text(encoding="utf-8"))
    listed = {one["path"]: one for form in manifest["formats"].values() for one in form["files"]}
    assert {str(path.relative_to(tmp_path / "all")) for path in written.paths} == {*listed, "manifest.json"}
    for name, one in listed.items():
        content = (tmp_path / "all" / name).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
    assert set(manifest["formats"]) | set(manifest["skipped"]) == set(FORMATS)
    with pytest.raises(TargetExistsError, match=r"exist already; pass force=True to replace them"):
        export_all(tmp_path / "all", events.involving("iaea"))


PROGRAM = """
import sys
import tomllib
from pathlib import Path
from jcpoa_brief import export_all
copy = sys.argv[2] if len(sys.argv) > 2 else None
export_all(sys.argv[1], copy=None if copy is None else Path(copy))
"""


def test_the_same_bytes_in_any_time_zone_locale_and_process(tmp_path: Path) -> None:
    """Three processes that differ in all that must not matter, the console's signs among it, write the same files, bit
    for bit.
    """
    copy = os.environ.get("JCPOA_BRIEF_COPY")
    manifests = set()
    places = (
        ("UTC", "C", "0", "utf-8"),
        ("Asia/Tehran", "C.UTF-8", "1", "ascii"),
        ("America/St_Johns", "tr_TR.UTF-8", "4711", "latin-1"),
    )
    for number, (zone, locale, seed, signs) in enumerate(places):
        folder = tmp_path / str(number)
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(folder), *([copy] if copy else [])],
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": signs},
            cwd=tmp_path,
            check=True,
        )
        manifests.add((folder / "manifest.json").read_bytes())
    assert len(manifests) == 1


def test_the_documentation_has_the_table() -> None:
    """The page's tables say what the one table of formats says."""
    page = (ROOT / "docs/exports.md").read_text(encoding="utf-8").splitlines()
    for form in FORMATS.values():
        extra = f"`{form.extra}`" if form.extra else "none"
        what = f"{form.title}; for {form.audience}"
        assert f"| `{form.name}` | {what} | `{form.file}` | `{form.media_type}` | {extra} | {form.copy} |" in page
        assert f"| `{form.name}` | {form.leaves_out} |" in page
        assert f"| `{form.name}` | {', '.join(form.other_names) or '–'} | {form.opened_with} |" in page
    assert sum(line.startswith("| `") and line.count(" | ") == 5 for line in page) == len(FORMATS)


def test_what_is_no_single_text_says_so() -> None:
    """A format of several files has no bytes of its own, and one of bytes has no text."""
    with pytest.raises(WrongTypeError, match=r"a format of one file; \.files has each"):
        bytes(export("csv"))
    if available("xlsx"):
        with pytest.raises(WrongTypeError, match=r"a format that is text; bytes\(…\) gives bytes"):
            assert export("xlsx").text


def test_an_alignment_does_for_a_copy(copy_path: Path) -> None:
    """A copy that was aligned once need not be read again: the export is the same."""
    chosen_events = events.involving("iaea")
    aligned = export("spans", chosen_events, copy=align(copy_path))
    assert bytes(aligned) == bytes(export("spans", chosen_events, copy=copy_path))
