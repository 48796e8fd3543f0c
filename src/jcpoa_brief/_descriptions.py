"""The docstring under each field, as its description in the JSON Schema.

Pydantic can read these docstrings itself, but does it whenever a class is made, which would double the time until the
first answer. Here they are read when a schema is asked for.
"""

from __future__ import annotations

import ast
import inspect
from textwrap import dedent


def field_descriptions(model: type) -> dict[str, str]:
    """The docstring under each annotated name of a class and of the classes it is made from, line breaks taken out."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if base.__module__.startswith(__package__ or ""):
            found |= _own(base)
    return found


def _own(model: type) -> dict[str, str]:
    body = ast.parse(dedent(inspect.getsource(model))).body[0]
    found: dict[str, str] = {}
    if isinstance(body, ast.ClassDef):
        for statement, below in zip(body.body, body.body[1:], strict=False):
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                text = ast.literal_eval(below.value) if isinstance(below, ast.Expr) else None
                if isinstance(text, str):
                    found[statement.target.id] = " ".join(text.split())
    return found
