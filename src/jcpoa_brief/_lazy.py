"""Names that are imported when they are first used (PEP 562), so that importing the package costs nothing.

Type checkers and editors never see this: they read the stub file beside each module that uses it.
"""

from collections.abc import Callable


def lazy_names(
    namespace: dict[str, object], homes: dict[str, str]
) -> tuple[list[str], Callable[[str], object], Callable[[], list[str]]]:
    """The ``__all__``, ``__getattr__`` and ``__dir__`` of a module whose names live elsewhere in the package.

    ``namespace`` is the module's ``globals()``; ``homes`` maps a module, relative to the package, to the names that
    come from it, separated by spaces. The ``__getattr__`` raises AttributeError for any other name.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}
    public = sorted(home_of)

    def resolve(name: str) -> object:
        home = home_of.get(name)
        if home is None:
            raise AttributeError(f"module {namespace['__name__']!r} has no attribute {name!r}", name=name)
        from importlib import import_module  # noqa: PLC0415  # most uses need one name, once

        value = namespace[name] = getattr(import_module(f"jcpoa_brief.{home}"), name)
        return value

    return public, resolve, lambda: sorted({*namespace, *public})
