"""What the package index shows, made when the package is built: a README whose links lead somewhere, and addresses.

The README links to files beside it, and an index does not have them. With the public ``address`` in
pyproject.toml each link leads there; as long as that is empty, a link becomes its text, with the name of the file in
the source archive.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from hatchling.metadata.plugin.interface import MetadataHookInterface

LINK: Final = re.compile(r"\[([^\]]+)\]\((?!https?://)([^)#\s]+)(#[^)\s]*)?\)")
PAGES: Final = {"Documentation": "docs/index.md", "Changes": "CHANGELOG.md", "Report a fault": "CONTRIBUTING.md"}


def readme_for_the_index(text: str, address: str) -> str:
    """The README with its links to other files resolved."""
    if address:
        return LINK.sub(lambda link: f"[{link[1]}]({address}/{link[2]}{link[3] or ''})", text)
    return LINK.sub(r"\1 (`\2` in the source archive)", text)


class IndexMetadata(MetadataHookInterface):
    """Fills in ``readme`` and ``urls``."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set both fields; hatchling calls this for the source archive and for the wheel."""
        address = self.config.get("address", "").rstrip("/")
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": readme_for_the_index(text, address)}
        if address:
            metadata["urls"] = {name: f"{address}/{page}" for name, page in PAGES.items()}
