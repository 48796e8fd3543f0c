"""The public surface: what can be imported, from where, and at what cost."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import jcpoa_brief
from jcpoa_brief import errors, types

ROOT = Path(jcpoa_brief.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in ROOT.rglob("*.py") if "hook-" not in path.name
)


NAMES = list(jcpoa_brief._names)
PUBLIC = {
    **{name: getattr(jcpoa_brief, name) for name in NAMES},
    **{name: getattr(types, name) for name in types.__all__},
    **{name: getattr(errors, name) for name in errors.__all__},
}


def stub(name: str) -> dict[str, str | None]:
    """Each name that a stub file imports, with the module it comes from."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    return {
        alias.name: node.module
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    }


def run(program: str) -> str:
    """What a program prints in a fresh interpreter, with warnings as errors."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_there(name: str) -> None:
    """Each public name can be had at run time, and completion offers it."""
    assert getattr(jcpoa_brief, name) is not None
    assert name in dir(jcpoa_brief)


def test_star_gives_the_data_and_the_questions() -> None:
    """What ``*`` imports is the data and the questions; the stub says the same, in order."""
    tree = ast.parse((ROOT / "__init__.pyi").read_text(encoding="utf-8"))
    (listed,) = (node.value for node in tree.body if isinstance(node, ast.Assign))
    assert ast.literal_eval(listed) == sorted(jcpoa_brief.__all__)
    assert set(jcpoa_brief.__all__) <= {*NAMES, "__version__", "__data_version__"}


def test_the_lazy_table_is_what_type_checkers_read() -> None:
    """What a type checker sees imported is just what run time gives, from the same module."""
    here = {name: home for home, names in jcpoa_brief._HOMES.items() for name in names.split() if name in NAMES}
    moved = {name: home for home, names in types._HOMES.items() for name in names.split()}
    faults = dict.fromkeys(set(errors.__all__) - set(here), "errors")
    seen = stub("__init__.pyi")
    assert here.items() <= seen.items() <= (here | moved | faults).items()
    assert stub("types.pyi") == moved


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_public_class_and_function_is_documented_with_an_example(name: str) -> None:
    """A public class or function has a docstring with an example; errors and aliases say what they mean in words."""
    value = PUBLIC[name]
    if (inspect.isclass(value) or inspect.isfunction(value)) and value.__module__.startswith("jcpoa_brief"):
        documented = inspect.getdoc(value) or ""
        assert ">>>" in documented or getattr(value, "_is_protocol", False) or name in UNEXAMPLED


UNEXAMPLED = {
    "Cited",  # a protocol
    "HasId",  # a protocol
    "Collection",  # each of its classes has examples
    "CitedCollection",
    "Record",
    "RetiredIdWarning",
    "ChangeReport",  # with the next five, a part of AlignmentReport
    "CheckAgainReport",
    "ParagraphReport",
    "PartingReport",
    "SentenceReport",
    "UnprovenReport",
}


def test_import_loads_neither_pydantic_nor_data() -> None:
    """Importing the package costs next to nothing."""
    loaded = run("import sys, jcpoa_brief; print(sorted(m for m in sys.modules if 'pydantic' in m or 'jcpoa' in m))")
    assert loaded == "['jcpoa_brief', 'jcpoa_brief._lazy']"


def test_ids_and_errors_need_no_pydantic() -> None:
    """The ids and the errors can be had without loading pydantic."""
    assert run("import sys; from jcpoa_brief import ActorId, BriefError; print('pydantic' in sys.modules)") == "False"


def test_misspelt_name_is_an_attribute_error() -> None:
    """A name that does not exist fails like that of any module, and says which."""
    with pytest.raises(AttributeError, match="module 'jcpoa_brief' has no attribute 'evnts'"):
        jcpoa_brief.evnts  # noqa: B018  # type: ignore[attr-defined]


def test_dir_lists_the_public_names() -> None:
    """Completion in an interactive session offers every public name before anything is loaded."""
    assert run("import jcpoa_brief; print(set(jcpoa_brief.__all__) <= set(dir(jcpoa_brief)))") == "True"
    assert "events" in dir(jcpoa_brief)


def test_no_submodule_hides_a_public_name() -> None:
    """Importing a submodule never puts a module in the place of a public object."""
    assert not set(MODULES) & set(NAMES)


def test_loads_once_from_many_threads() -> None:
    """Thirty-two threads that ask at the same moment get one and the same object."""
    program = """
import sys, threading, jcpoa_brief
sys.setswitchinterval(1e-6)
got, start = [], threading.Barrier(32)
def ask():
    start.wait()
    got.append(jcpoa_brief.events)
threads = [threading.Thread(target=ask) for _ in range(32)]
[thread.start() for thread in threads], [thread.join() for thread in threads]
print(len(got), len({id(one) for one in got}))
"""
    assert run(program) == "32 1"


def test_star_import_works() -> None:
    """``from jcpoa_brief import *`` gives the public names."""
    assert run("from jcpoa_brief import *; print(len(events) > 0)") == "True"


def test_module_docstrings() -> None:
    """Each module says in its docstring what it is about."""
    for stem in MODULES:
        module = importlib.import_module(f"jcpoa_brief.{stem}".removesuffix(".__init__"))
        assert module.__doc__, stem


def test_former_names_still_work() -> None:
    """What was called otherwise in version 1 gives the same, with a warning that names the new name."""
    entry, event = jcpoa_brief.timeline(jcpoa_brief.events).entries[0], jcpoa_brief.events.first()
    for record, old, new in (
        (entry, "parted", "has_discrepancy"),
        (entry, "in_words", "label"),
        (jcpoa_brief.timeline(jcpoa_brief.events), "parted", "discrepancies"),
        (jcpoa_brief.actors.first(), "wordings", "surface_forms"),
        (event, "placed_citations", "all_citations"),
    ):
        with pytest.warns(DeprecationWarning, match=f"{old} is now called {new}"):
            former = getattr(record, old)
        assert former == getattr(record, new)
    with pytest.warns(DeprecationWarning, match=r"import Include from jcpoa_brief\.types"):
        assert jcpoa_brief.Reach is types.Include  # type: ignore[attr-defined]
