"""Writes files completely or not at all, and replaces others only if told to."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ..errors import TargetExistsError


def write_files(files: Mapping[Path, bytes], *, force: bool) -> tuple[Path, ...]:
    """Write every file, the last one last, and give the paths. Each is written under another name and then renamed,
    so that no incomplete file is seen. Folders are created. Raises TargetExistsError, and writes nothing, if a file
    exists and ``force`` is false.
    """
    _refuse_existing(files, force=force)
    with ExitStack() as stack:
        ready: list[tuple[Path, Path]] = []
        for path, content in files.items():
            with _naming(path):
                ready.append((_beside(path, content, stack), path))
        _refuse_existing(files, force=force)  # what appeared in the meantime is not replaced either
        mask = os.umask(0)  # the process's mask of permissions can only be read by setting it
        os.umask(mask)
        for temporary, path in ready:
            with _naming(path):
                temporary.chmod(0o666 & ~mask)
                temporary.replace(path)
    return tuple(files)


def _beside(path: Path, content: bytes, stack: ExitStack) -> Path:
    """A temporary file in the same folder; it is deleted when the stack is closed, unless it was renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:32]}.", dir=path.parent)
    stack.callback(Path(name).unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    return Path(name)


@contextmanager
def _naming(path: Path) -> Generator[None]:
    """An error of the system names the file that was to be written."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _refuse_existing(files: Mapping[Path, bytes], *, force: bool) -> None:
    there = tuple(str(path) for path in files if path.exists() or path.is_symlink())
    if there and not force:
        raise TargetExistsError(there)
