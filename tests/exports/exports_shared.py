"""What the tests of the exports share: a made copy, hostile records, other people's readers, Node and a browser."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
from typing import Any

import pytest

from jcpoa_brief._model.families import Brief

EVERYTHING = bool(os.environ.get("JCPOA_BRIEF_EXPORTS"))  # where this is set nothing may be skipped
NODE, CHROMIUM, DRIVER = shutil.which("node"), shutil.which("chromium"), shutil.which("chromedriver")

HOSTILE = (
    '<script>alert("x")</script>', "=1+cmd|'/c calc'!A1", "+1 a", "-1+2", "@SUM(1)", "\u202eabc\u202c \u200fdef",
    "one line\nand another", "\"double\" 'single' “curly”", "a: b; c, d\\e", "#{}$%&~_^|`[](){}*", "1. first", "- item",
    "end", "%%{init: {}}%% --> x", "a -- b --- c '' ``", "TY  - NEWS", "ER  - ", "@article{x, title = {y}}",
    "BEGIN:VEVENT", "&amp; &#58; #58; #quot;", "a\tb", "NA", "null", "1e5", "2018-05", "é 漢字 🦉 ﷽",
    "\\n \\N \\textbf{x}",
    "subgraph a --- b", "**bold** __it__ ~~s~~", "![x](y) [z]: w", "<!-- x -->", "?`!` ,,x << y >>", "true",
)  # fmt: skip
"""Texts that one format or another reads as its own."""

TEXTS = {
    "actors": ("name",), "events": ("title", "summary"), "quotes": ("text",), "glossary": ("term", "definition"),
    "figures": ("what",), "claims": ("statement",), "checks": ("article_says", "record_says"),
    "sources": ("publisher",),
}  # fmt: skip
"""The fields of free text that are replaced."""


def one_line(text: str) -> str:
    """A text with single spaces, as formats have it that know no line break."""
    return " ".join(text.split())


def need(module: str) -> Any:
    """Somebody else's library; the test is skipped without it, but in CI, where it must be there."""
    return importlib.import_module(module) if EVERYTHING else pytest.importorskip(module)


def missing(reason: str) -> None:
    """Skip, or fail where nothing may be skipped."""
    if EVERYTHING:
        pytest.fail(reason)
    pytest.skip(reason)


class MadeCopy:
    """A copy of which every paragraph stands, in words that are nobody's."""

    def __init__(self, brief: Brief, words: str = "Lorem ipsum dolor sit amet consectetur adipiscing elit sed") -> None:
        self.starts, parts, reached = {}, [], 0
        for part in brief.paragraphs:
            self.starts[part.number] = reached
            parts.append((words + " ") * (part.characters // len(words) + 1))
            parts[-1] = parts[-1][: part.characters]
            reached += part.characters + 1
        self.text = "\n".join(parts)

    def find(self, citation: Any) -> tuple[int, int]:
        """Where a citation stands."""
        start = self.starts[citation.paragraph]
        return start + citation.start, start + citation.end


def script_safe(value: object) -> str:
    """A value as JSON that may stand inside a script element."""
    return re.sub("<", "\\\\u003c", json.dumps(value))


def wait(driver: Any) -> None:
    """Wait until a page says in its title that it is done; what else it says is a failure."""
    need("selenium.webdriver.support.ui").WebDriverWait(driver, 60).until(lambda one: one.title not in ("x", ""))
    assert driver.title == "done"
