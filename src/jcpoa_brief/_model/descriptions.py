"""The docstring under each field, as its description in the JSON Schema.

Pydantic can read these docstrings itself, but does it whenever a class is made, which would double the time until the
first answer. Here they are read when a schema is asked for.
"""

from __future__ import annotations

import ast
import inspect
import sys
from itertools import pairwise
from textwrap import dedent


def field_descriptions(model: type) -> dict[str, str]:
    """The docstring under each annotated name of a class and of the classes it is made from, line breaks taken out."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if base.__module__.startswith("jcpoa_brief"):
            found |= _own(base)
    return found


def _source(model: type) -> str:
    """The text of a class, found in the module that defines it, which is not the one that it is public in."""
    homes = (module for name, module in sys.modules.items() if name.startswith("jcpoa_brief._"))
    home = next(module for module in homes if vars(module).get(model.__name__) is model)
    body = ast.parse(text := inspect.getsource(home)).body
    found = next(one for one in body if isinstance(one, ast.ClassDef) and one.name == model.__name__)
    return ast.get_source_segment(text, found) or ""


def _own(model: type) -> dict[str, str]:
    body = ast.parse(dedent(_source(model))).body[0]
    statements = body.body if isinstance(body, ast.ClassDef) else []
    return {
        ast.unparse(statement.target): " ".join(str(ast.literal_eval(below.value)).split())
        for statement, below in pairwise(statements)
        if isinstance(statement, ast.AnnAssign) and isinstance(below, ast.Expr)
    }
