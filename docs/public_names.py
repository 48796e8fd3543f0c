"""The API reference, read from the package's source: each public name with its signature as it is written there.

Autodoc shows what an annotation means at run time, which for an id is a literal with two hundred members. Here an
annotation stays the name that the source gives it, and an alias says how many members it has.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from textwrap import indent
from typing import Any, get_args

from docutils import nodes
from docutils.parsers.rst import Directive
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.napoleon import Config, GoogleDocstring

import jcpoa_brief
from jcpoa_brief import errors, types

_MOST_MEMBERS = 64  # a closed vocabulary is listed whole, a family's ids are not
_EXAMPLES = 3
_LINE = 100  # a signature longer than this is set one parameter a line
_CONFIG = Config(napoleon_use_rtype=False, napoleon_use_ivar=False)

Statements = list[ast.stmt]


_TABLES = (vars(jcpoa_brief)["_HOMES"], vars(types)["_HOMES"], {"errors": " ".join(errors.__all__)})
_MODULES: dict[str, str] = {name: home for table in _TABLES for home, names in table.items() for name in names.split()}


def _public_module(name: str) -> str:
    """The module from which a caller imports a public name."""
    here = name in vars(jcpoa_brief)["_names"] or name not in _MODULES
    return "jcpoa_brief" if here else "jcpoa_brief.errors" if name in errors.__all__ else "jcpoa_brief.types"


def _value(name: str) -> type:
    value: type = getattr(importlib.import_module(_public_module(name)), name)
    return value


def _home(name: str) -> str:
    """The private module that defines a public name."""
    return f"jcpoa_brief.{_MODULES[name]}" if name in _MODULES else "jcpoa_brief"


@cache
def _module(name: str) -> Statements:
    return ast.parse(inspect.getsource(importlib.import_module(_home(name)))).body


def _documented(body: Statements) -> Iterator[tuple[ast.stmt, str]]:
    """Each statement with its docstring, which for an assignment stands below it."""
    for place, statement in enumerate(body):
        if isinstance(statement, ast.ClassDef | ast.FunctionDef):
            yield statement, ast.get_docstring(statement) or ""
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            after = body[place + 1] if place + 1 < len(body) else None
            text = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
            yield statement, inspect.cleandoc(text) if isinstance(text, str) else ""


def _type(annotation: ast.expr) -> str:
    """An annotation as it is written, but for ``date``, which is also the name of fields."""
    return re.sub(r"\b(?:dt\.)?date\b", "datetime.date", ast.unparse(annotation))


def _named(statement: ast.stmt) -> str:
    target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
    if isinstance(target, ast.Attribute):
        return target.attr
    return target.id if isinstance(target, ast.Name) else getattr(statement, "name", "")


def _decorators(statement: ast.FunctionDef) -> set[str]:
    return {ast.unparse(decorator) for decorator in statement.decorator_list}


def _block(directive: str, argument: str, *parts: str, options: tuple[str, ...] = ()) -> str:
    head = "\n".join((f".. {directive}:: {argument}", *(f"   {option}" for option in options)))
    body = "\n\n".join(indent(part, "   ") for part in parts if part.strip())
    return f"{head}\n\n{body}\n"


def _text(docstring: str, what: str) -> str:
    return str(GoogleDocstring(docstring, _CONFIG, what=what))


def _signature(function: ast.FunctionDef, *, bound: bool) -> str:
    arguments = function.args
    if bound:  # without self or cls, and without the slash that would then stand first
        given = arguments.posonlyargs or arguments.args
        given.pop(0)
    shown = ast.unparse(arguments).replace("'", '"')
    returns = f" -> {_type(function.returns)}" if function.returns else ""
    return f"{function.name}({shown}){returns}"


def _function(statement: ast.FunctionDef, text: str, directive: str) -> str:
    options = ["   :classmethod:"] if "classmethod" in _decorators(statement) else []
    signature = _signature(statement, bound=directive == "py:method")
    options += [":single-line-parameter-list:"] if len(signature) < _LINE else []
    return _block(directive, signature, _text(text, "function"), options=tuple(map(str.strip, options)))


def _attribute(statement: ast.stmt, text: str, directive: str = "py:attribute") -> str:
    annotation = getattr(statement, "annotation", None)
    kind = (f":type: {_type(annotation)}",) if annotation is not None else ()
    return _block(directive, _named(statement), _text(text, "attribute"), options=kind)


def _facts(init: ast.FunctionDef) -> Iterator[str]:
    """The attributes that an error keeps, each of the type of the argument that it was given."""
    types = {argument.arg: argument.annotation for argument in init.args.args}
    for statement, text in _documented(init.body):
        annotation = types.get(_named(statement))
        if text and annotation is not None:
            kind = (f":type: {_type(annotation)}",)
            yield _block("py:attribute", _named(statement), _text(text, "attribute"), options=kind)


def _members(class_: ast.ClassDef) -> Iterator[str]:
    for statement, text in _documented(class_.body):
        name = _named(statement)
        if name == "__init__" and isinstance(statement, ast.FunctionDef):
            yield from _facts(statement)
        elif not name or name.startswith("_"):
            continue
        elif not isinstance(statement, ast.FunctionDef):
            yield _attribute(statement, text)
        elif "property" in _decorators(statement):
            kind = (f":type: {_type(statement.returns)}",) if statement.returns else ()
            yield _block("py:property", name, _text(text, "attribute"), options=kind)
        else:
            yield _function(statement, text, "py:method")


def _unnamed_bases(name: str) -> Iterator[ast.ClassDef]:
    """The private classes that a public one is put together from; what all models share is nobody's own."""
    for base in _value(name).__mro__[1:]:
        private = base.__module__.startswith("jcpoa_brief") and base.__name__ not in _MODULES
        if private and base.__name__ != "Entry":
            tree = ast.parse(inspect.getsource(importlib.import_module(base.__module__)))
            yield from (one for one in tree.body if isinstance(one, ast.ClassDef) and one.name == base.__name__)


def _own(name: str) -> list[str]:
    """The public members that a class itself defines, or that private bases do for it."""
    body: Statements = [*getattr(_find(name)[0], "body", [])]
    for base in _unnamed_bases(name):
        body += base.body
    return [member for statement, _ in _documented(body) if (member := _named(statement))[:1] not in ("", "_")]


def _inherited(name: str) -> str:
    """What a class has from other public ones, as links."""
    known, lines = set(_own(name)), []
    for base in _value(name).__mro__[1:]:
        if base.__name__ in _MODULES and base.__module__.startswith("jcpoa_brief"):
            links = [f":py:obj:`~{base.__name__}.{one}`" for one in _own(base.__name__) if one not in known]
            lines += [f"From :py:class:`{base.__name__}`: {', '.join(links)}."] if links else []
            known.update(_own(base.__name__))
    return "\n\n".join(lines)


def _class(statement: ast.ClassDef, text: str) -> str:
    value = _value(statement.name)
    kind = "py:exception" if issubclass(value, BaseException) else "py:class"
    own = {_named(one) for one in statement.body}
    members = [*_members(statement)]
    for base in _unnamed_bases(statement.name):
        base.body = [one for one in base.body if _named(one) not in own]  # what the class says again, it says better
        members += _members(base)
    return _block(kind, statement.name, _text(text, "class"), _inherited(statement.name), *members)


def _alias(statement: ast.AnnAssign, text: str) -> str:
    name = _named(statement)
    members = get_args(_value(name))
    if not all(isinstance(member, str | int) for member in members) or not members:
        said = f"``{ast.unparse(statement.value)}``" if statement.value else ""
    elif len(members) <= _MOST_MEMBERS and not name.endswith("Id"):
        said = "One of " + ", ".join(f"``{member!r}``" for member in members) + "."
    else:
        some = ", ".join(f"``{member!r}``" for member in members[:_EXAMPLES])
        said = f"A literal type of {len(members)} ids, such as {some}."
    return _block("py:data", name, _text(text, "data"), said)


def _find(name: str) -> tuple[ast.stmt, str]:
    """A public name's definition and its docstring."""
    for statement, text in _documented(_module(name)):
        if _named(statement) == name and not (
            isinstance(statement, ast.FunctionDef) and "overload" in _decorators(statement)
        ):
            return statement, text
    raise LookupError(f"no definition of {name} in {_home(name)}")


def described(name: str) -> str:
    """A public name as reStructuredText."""
    statement, text = _find(name)
    if isinstance(statement, ast.ClassDef):
        return _class(statement, text)
    if isinstance(statement, ast.FunctionDef):
        return _function(statement, text, "py:function")
    if isinstance(statement, ast.AnnAssign) and ast.unparse(statement.annotation) == "TypeAlias":
        return _alias(statement, text)
    return _attribute(statement, text, "py:data")


class PublicNames(Directive):
    """``.. public-names::`` with names below it, each described in turn."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Parse what the names' descriptions say, in the place of the directive."""
        lines: list[str] = []
        for name in " ".join(self.content).split():
            lines += [f".. py:currentmodule:: {_public_module(name)}", "", *described(name).splitlines()]
            lines.append("")
        container = nodes.Element()
        self.state.nested_parse(StringList(lines, source="jcpoa_brief"), self.content_offset, container)
        return container.children


def find_home(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """Resolve a reference by its bare name, or by the top of the package, to the module that the name is public in."""
    target = node.get("reftarget", "").removeprefix("jcpoa_brief.")
    home = _public_module(target.partition(".")[0])
    if node.get("refdomain") != "py" or home == "jcpoa_brief":
        return None
    domain, document = env.get_domain("py"), node.get("refdoc", app.config.root_doc)
    return domain.resolve_xref(env, document, app.builder, node["reftype"], f"{home}.{target}", node, content)


def setup(app: Sphinx) -> dict[str, Any]:
    """Registers the directive, and what finds names that are public in a submodule."""
    app.add_directive("public-names", PublicNames)
    app.connect("missing-reference", find_home)
    return {"parallel_read_safe": True}
