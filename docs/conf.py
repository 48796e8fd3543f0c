"""How the documentation is built: ``sphinx-build -W -n -b html docs docs/_build``. Nothing is fetched."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # public_names.py stands beside this file

from jcpoa_brief import __data_version__, __version__

project = "jcpoa_brief"
author = "the jcpoa_brief contributors"
release = __version__
version = f"{__version__}, data {__data_version__}"
language = "en-GB"

extensions = ["myst_parser", "public_names"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3
source_suffix = {".md": "markdown"}

html_theme = "furo"
html_title = f"jcpoa_brief {version}"
html_static_path = ["_static"]
html_css_files = ["wrap.css"]
html_show_sourcelink = False
html_copy_source = False
html_show_copyright = False
toc_object_entries_show_parents = "hide"
python_use_unqualified_type_names = True
add_module_names = False
suppress_warnings = ["ref.python"]  # the built-in `type` in a signature, where records have a field of that name

# Names in signatures that have no page here: those of the standard library and of typing (no other site is asked for
# them), and a few that the package keeps to itself.
nitpick_ignore = [
    ("py:class", name)
    for name in (
        "Any", "Callable", "Entry_co", "Id", "Id_co", "Iterable", "Iterator", "Literal", "Mapping", "Protocol",
        "Record_co", "Self", "Sequence", "bool", "datetime.date", "dict", "float", "int", "list", "object", "str",
        "tuple", "ComparisonBasis", "Path", "os.PathLike",
    )
]  # fmt: skip
