"""The docstring under each field, as its description in the JSON Schema.

Pydantic can read these docstrings itself, but does it whenever a class is made, which would double the time until the
first answer. Here they are read when a schema is asked for.
"""

from __future__ import annotations

import ast
import inspect
from itertools import pairwise
from textwrap import dedent


def field_descriptions(model: type) -> dict[str, str]:
    """The docstring under each annotated name of a class and of the classes it is made from, line breaks taken out."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if base.__module__.startswith("jcpoa_brief"):
            found |= _own(base)
    return found


def _own(model: type) -> dict[str, str]:
    body = ast.parse(dedent(inspect.getsource(model))).body[0]
    statements = body.body if isinstance(body, ast.ClassDef) else []
    return {
        ast.unparse(statement.target): " ".join(str(ast.literal_eval(below.value)).split())
        for statement, below in pairwise(statements)
        if isinstance(statement, ast.AnnAssign) and isinstance(below, ast.Expr)
    }
