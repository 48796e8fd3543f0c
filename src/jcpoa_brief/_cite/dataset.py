"""The reference of the data set itself, so that credit for the annotation does not land on the article's publisher."""

from __future__ import annotations

from typing import Final

from .styles import Forms, Style

TITLE: Final = "jcpoa_brief: one news analysis on the 2015 nuclear deal as typed data"

AUTHOR: Final = "The jcpoa_brief contributors"


def dataset_forms(version: str, data_version: str, year: int) -> dict[Style, Forms]:
    """The forms of each style: APA's of a data set, MLA's and Chicago's of a work with a version and no publisher.

    >>> dataset_forms("2.0.0", "2.0.0", 2026)["mla"].in_text
    '(The jcpoa_brief contributors)'
    """
    versions = f"ersion {version}, data {data_version}"
    return {
        "apa": Forms(f"{AUTHOR}. ({year}). {TITLE} (V{versions}) [Data set].", f"({AUTHOR}, {year})"),
        "mla": Forms(f"{AUTHOR}. {TITLE}. V{versions}, {year}. Data set.", f"({AUTHOR})"),
        "chicago-author-date": Forms(f"{AUTHOR}. {year}. {TITLE}. V{versions}. Data set.", f"({AUTHOR} {year})"),
        "chicago-notes": Forms(
            f"{AUTHOR}. {TITLE}. V{versions}. Data set, {year}.",
            f"{AUTHOR}, {TITLE}, v{versions}, data set, {year}.",
            f"{AUTHOR}, {TITLE.partition(':')[0]}.",
        ),
    }
