"""The package where people put it: threads, children, zip files, switches of the interpreter, pipes and full disks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import jcpoa_brief

PACKAGE = Path(jcpoa_brief.__file__).parent
ANSWER = "from jcpoa_brief import events; print(events['us-leaves-jcpoa'].date.edtf)"
FULL = Path("/dev/full")


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A fresh interpreter of this environment, in which the package is installed."""
    full = {**os.environ, **environment}
    return subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False, env=full)


def answer(*command: str | Path, **environment: str) -> str:
    """What a program prints; it must end well and complain of nothing."""
    done = run(*command, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.mark.parametrize("switches", [("-OO",), ("-W", "error"), ("-X", "utf8=0"), ("-B",), ("-s", "-P")], ids=str)
def test_switches_of_the_interpreter_change_nothing(switches: tuple[str, ...]) -> None:
    """No rule hangs on an assertion, a docstring, a warning, or byte code on disk."""
    assert answer(*switches, "-c", ANSWER) == "2018-05"


def test_isolated_mode() -> None:
    """``-I`` ignores the environment; the package then stands on the path that it was installed to, or given."""
    assert answer("-I", "-c", f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); {ANSWER}") == "2018-05"


def test_the_c_locale_reads_and_prints() -> None:
    """The data is read as UTF-8 whatever the locale; what the locale cannot print is replaced."""
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    assert answer("-c", ANSWER, **plain) == "2018-05"
    assert "2018" in answer("-m", "jcpoa_brief", **plain)


def test_sixty_four_threads_in_a_cold_process() -> None:
    """Whoever asks first, all get the same object."""
    program = """
import sys, threading, jcpoa_brief
sys.setswitchinterval(1e-6)
got, start = [], threading.Barrier(64)
def ask(name):
    start.wait()
    got.append((name, id(getattr(jcpoa_brief, name))))
names = ("events", "actors", "checks", "search") * 16
threads = [threading.Thread(target=ask, args=(name,)) for name in names]
[thread.start() for thread in threads], [thread.join() for thread in threads]
print(len(got), len(set(got)))
"""
    assert answer("-c", program) == "64 4"


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_children(method: str, tmp_path: Path) -> None:
    """A child that was forked after loading has the data, one that was spawned loads it; records travel both ways."""
    program = tmp_path / "program.py"
    program.write_text(
        "import multiprocessing\n"
        "from jcpoa_brief import actors, events\n"
        "def titled(event): return event.title, actors['iran']\n"
        "if __name__ == '__main__':\n"
        f"    with multiprocessing.get_context({method!r}).Pool(2) as pool:\n"
        "        found = pool.map(titled, list(events))\n"
        "    print([title for title, _ in found] == [event.title for event in events], found[0][1] == actors['iran'])\n"
    )
    assert answer(program) == "True True"


def test_import_from_a_zip_file(tmp_path: Path) -> None:
    """The wheel itself can stand on the path: the data is read through the import system."""
    with zipfile.ZipFile(tmp_path / "jcpoa_brief.zip", "w") as archive:
        for path in sorted(PACKAGE.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                archive.write(path, path.relative_to(PACKAGE.parent))
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'jcpoa_brief.zip')!r}); {ANSWER}; print(events.__class__)"
    )
    assert answer("-c", program).startswith("2018-05")


def test_an_installation_that_cannot_be_written(tmp_path: Path) -> None:
    """Nothing is written beside the package: after its use the folder holds what it held."""
    shutil.copytree(PACKAGE, tmp_path / "jcpoa_brief", ignore=shutil.ignore_patterns("__pycache__"))
    before = sorted(tmp_path.rglob("*"))
    for path in before:
        path.chmod(0o555 if path.is_dir() else 0o444)
    tmp_path.chmod(0o555)
    found = answer("-B", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {ANSWER}")
    tmp_path.chmod(0o755)
    for path in before:
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert (found, sorted(tmp_path.rglob("*"))) == ("2018-05", before)


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_a_closed_pipe_is_no_fault() -> None:
    """``jcpoa-brief | head -1`` ends without a complaint."""
    command = f'"{sys.executable}" -m jcpoa_brief | head -n 1 >/dev/null; exit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_a_full_disk_is_no_success() -> None:
    """What could not be written is not passed over in silence."""
    with FULL.open("w") as full:
        command = [sys.executable, "-m", "jcpoa_brief"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode != 0
    assert "No space left" in done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_an_export_onto_a_full_disk_is_no_success() -> None:
    """An export that goes to the output says what the system says, and ends with 2."""
    with FULL.open("w") as full:
        command = [sys.executable, "-m", "jcpoa_brief", "export", "json", "-o", "-"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs a limit for the size of files")
def test_an_export_that_the_disk_cannot_hold_leaves_nothing(tmp_path: Path) -> None:
    """A file that the system stops in the middle of writing is not left behind, and what stood there before is kept."""
    (tmp_path / "brief.json").write_text("before")
    command = (
        "import resource, signal, sys; from jcpoa_brief.__main__ import main; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)); "
        f"sys.exit(main(['export', 'json', '--force', '-o', {str(tmp_path / 'brief.json')!r}]))"
    )
    done = run("-B", "-c", command)
    assert done.returncode == 2
    assert "brief.json" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["brief.json"]
    assert (tmp_path / "brief.json").read_text() == "before"
