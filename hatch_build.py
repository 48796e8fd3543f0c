"""What the package index shows, made when the package is built: the README as it reads outside a clone, and addresses.

An index does not have the files beside the README. It says first how to install the package, and nothing of clones.
With the public ``address`` in pyproject.toml each link leads there. As long as that is empty, a link to a page is the
page's title in italics, and one sentence says where these pages are.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from hatchling.metadata.plugin.interface import MetadataHookInterface

LINK: Final = re.compile(r"\[([^\]]+)\]\((?!https?://)([^)#\s]+)(#[^)\s]*)?\)")
CLONE: Final = re.compile(r"<!-- in a clone.*?<!-- end -->\n", re.DOTALL)
SUMMARY: Final = re.compile(r"\A# .+\n\n.+\n")
PAGES: Final = {"Documentation": "docs/index.md", "Changes": "CHANGELOG.md", "Report a fault": "CONTRIBUTING.md"}

INSTALL: Final = """
```sh
pip install jcpoa-brief
```

Then `jcpoa-brief` prints what the article is, how many records there are, and the events in time.
"""
WHERE: Final = "\nPages named *in italics* are files of the source archive. Begin there with `docs/index.md`.\n"


def readme_for_the_index(text: str, address: str) -> str:
    """The README with how to install it first, without what needs a clone, its links to other files resolved."""
    head, linked = (INSTALL, rf"[\1]({address}/\2\3)") if address else (INSTALL + WHERE, r"*\1*")
    shown = SUMMARY.sub(lambda summary: summary[0] + head, CLONE.sub("", text))
    return LINK.sub(linked, shown)


class IndexMetadata(MetadataHookInterface):
    """Fills in ``readme`` and ``urls``."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set both fields; hatchling calls this for the source archive and for the wheel."""
        address = self.config.get("address", "").rstrip("/")
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": readme_for_the_index(text, address)}
        if address:
            metadata["urls"] = {name: f"{address}/{page}" for name, page in PAGES.items()}
