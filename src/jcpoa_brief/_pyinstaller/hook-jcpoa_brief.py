"""What PyInstaller cannot see: the data, and the modules that are imported on first use."""

from importlib import import_module
from typing import Any

_hooks: Any = import_module("PyInstaller.utils.hooks")
datas = _hooks.collect_data_files("jcpoa_brief")
hiddenimports = _hooks.collect_submodules("jcpoa_brief")
