"""Where PyInstaller finds the hook that puts the data into a program (entry point ``pyinstaller40``)."""

from __future__ import annotations

from pathlib import Path


def hook_dirs() -> list[str]:
    """The folder of the hook."""
    return [str(Path(__file__).parent)]
