"""Names that are imported when they are first used (PEP 562), so that importing the package costs nothing, and former
names, which still work with a warning. Type checkers and editors read the stub file (``.pyi``) instead of the first.
"""

import gc

TYPE_CHECKING = False  # that of typing would cost more than the package's own import
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ParamSpec, TypeVar

    Taken = ParamSpec("Taken")
    Made = TypeVar("Made")


def without_garbage_collection(make: "Callable[Taken, Made]") -> "Callable[Taken, Made]":
    """The function, run without the garbage collector, which then counts the thousands of new objects as old ones."""

    def run(*args: "Taken.args", **options: "Taken.kwargs") -> "Made":
        collecting = gc.isenabled()
        gc.disable()
        try:
            return make(*args, **options)
        finally:
            if collecting:
                if hasattr(gc, "freeze") and not gc.get_freeze_count():  # not in PyPy; what a program froze stays so
                    gc.freeze()
                    gc.unfreeze()
                gc.enable()

    return run


def lazy_names(
    namespace: dict[str, object], homes: dict[str, str]
) -> "tuple[list[str], Callable[[str], object], Callable[[], list[str]]]":
    """The ``__all__``, ``__getattr__`` and ``__dir__`` of a module whose names are defined elsewhere in the package.

    ``namespace`` is the module's ``globals()``; ``homes`` maps a module, relative to the package, to the names that
    come from it, separated by spaces; those with an underscore are for the package alone and left out of ``__all__``.
    The ``__getattr__`` raises AttributeError for any other name.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}
    public = sorted(name for name in home_of if not name.startswith("_"))

    def resolve(name: str) -> object:
        home = home_of.get(name)
        if home is None:
            raise AttributeError(f"module {namespace['__name__']!r} has no attribute {name!r}", name=name)
        from importlib import import_module  # noqa: PLC0415  # most uses need one name, once

        module = without_garbage_collection(import_module)(f"jcpoa_brief.{home}")
        value = namespace[name] = getattr(module, name)
        return value

    return public, resolve, lambda: sorted({*namespace, *public})


def renamed(old: str, new: str) -> property:
    """A property for the former name of an attribute or method: it warns and gives the value of the new one."""

    def get(record: object) -> object:
        import warnings  # noqa: PLC0415  # only a former name needs it

        said = f"{type(record).__name__}.{old} is now called {new}"
        warnings.warn(said, DeprecationWarning, stacklevel=2)
        return getattr(record, new)

    return property(get, doc=f"The former name of ``{new}``; it goes with version 3.")
