"""The docstrings of the models and their fields, for the JSON Schema and the columns of tables.

``scripts/make_schema.py`` writes them to a file, so that programs without the source files have them too.
"""

from __future__ import annotations

from functools import cache
from typing import Final

CLASS: Final = ""
"""The key of the description of the class itself."""


@cache
def _all() -> dict[str, dict[str, str]]:
    import json  # noqa: PLC0415  # most programs ask for no description
    from pkgutil import get_data  # noqa: PLC0415

    found: dict[str, dict[str, str]] = json.loads(get_data("jcpoa_brief", "_model/descriptions.json") or b"{}")
    return found


def field_descriptions(model: type) -> dict[str, str]:
    """The description of each field of a class, inherited ones too, and of the class, without marks of code."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if base.__module__.startswith("jcpoa_brief"):
            found |= _all().get(base.__name__, {})
    return {name: text.replace("``", "") for name, text in found.items()}
