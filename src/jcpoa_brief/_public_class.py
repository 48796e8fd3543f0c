"""Makes a class public: sets the module that it says it comes from, and makes its texts printable on any console."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import Any, ForwardRef, TypeVar

from ._text import printable

C = TypeVar("C", bound=type)


def public(cls: C) -> C:
    """Lets a class that a public module lists among its names say that it comes from there, as documentation and
    pickles want. Records and collections are made public when they are defined, other classes by this decorator.
    """
    home = cls.__module__.removeprefix("jcpoa_brief.")
    for module in ("jcpoa_brief", "jcpoa_brief.types"):
        if cls.__name__ not in import_module(module)._HOMES.get(home, "").split():  # noqa: SLF001  # the package's own
            continue
        # typing.get_type_hints would look for the names of its annotations in the public module, so each says where
        for name, hint in inspect.get_annotations(cls).items():
            text = hint.__forward_arg__ if isinstance(hint, ForwardRef) else hint
            if isinstance(text, str):
                cls.__annotations__[name] = ForwardRef(text, module=cls.__module__, is_class=True)
        for name in {"__str__", "__repr__"} & vars(cls).keys():
            setattr(cls, name, _printable(vars(cls)[name]))
        cls.__module__ = module
    return cls


def _printable(method: Callable[[Any], str]) -> Callable[[Any], str]:
    """A ``__str__`` or ``__repr__`` whose text the console can print."""

    @wraps(method)
    def shown(self: Any) -> str:  # noqa: ANN401  # of any class
        return printable(method(self))

    return shown
