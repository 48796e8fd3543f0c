"""Compare the two independent annotation passes, and write how far they agreed into the data.

    python scripts/agreement.py            writes article.agreement and every record's agreement
    python scripts/agreement.py --check    says whether they are current, for CI

The passes stand in annotation/ as places and codings, without words: pass-1.json and pass-2.json, and in
reconciled.json which record of each pass a record of the data comes from, and whether a later reading corrected what
both had. Records of two passes match when their citations share characters; pairs are formed best first, by the share
of characters in common, so that each record has one match at the most.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from typing import Any, Final

import data_files

FOLDER: Final = data_files.DATA.parents[2] / "annotation"
CODED: Final = {
    "actors": "kind",
    "events": "status",
    "quotes": "kind",
    "glossary": "category",
    "figures": "qualifier",
    "claims": "kind",
}

Pass = dict[str, list[dict[str, Any]]]


def characters(record: dict[str, Any]) -> set[tuple[int, int]]:
    """Every character that a record's citations cover, as paragraph and offset."""
    covered: set[tuple[int, int]] = set()
    for locator in record["citations"]:
        paragraph, _, span = locator.partition(":")
        start, end = span.split("-")
        covered.update((int(paragraph), place) for place in range(int(start), int(end)))
    return covered


def matches(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Pairs of records that share characters, best first, each record once."""
    covered = [characters(record) for record in first], [characters(record) for record in second]
    shares = sorted(
        (-len(mine & theirs) / len(mine | theirs), i, j)
        for i, mine in enumerate(covered[0])
        for j, theirs in enumerate(covered[1])
        if mine & theirs
    )
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = []
    used: tuple[set[int], set[int]] = set(), set()
    for _, i, j in shares:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((first[i], second[j]))
    return pairs


def kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two codings (J. Cohen, A coefficient of agreement for nominal scales, 1960); none for a single
    value.
    """
    total = len(pairs)
    observed = sum(mine == theirs for mine, theirs in pairs) / total
    ours, others = Counter(mine for mine, _ in pairs), Counter(theirs for _, theirs in pairs)
    expected = sum(ours[value] * others[value] for value in ours) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def f1(common: int, first: int, second: int) -> float:
    """The harmonic mean of two shares of a common part."""
    return round(2 * common / (first + second), 3)


def family_agreement(family: str, first: list[dict[str, Any]], second: list[dict[str, Any]]) -> dict[str, Any]:
    """One family's figures."""
    pairs = matches(first, second)
    spans = [Counter(locator for record in records for locator in record["citations"]) for records in (first, second)]
    coding = CODED[family]
    agreed = kappa([(mine["coding"][coding], theirs["coding"][coding]) for mine, theirs in pairs])
    return {
        "family": family,
        "first": len(first),
        "second": len(second),
        "matched": len(pairs),
        "f1": f1(len(pairs), len(first), len(second)),
        "span_f1": f1((spans[0] & spans[1]).total(), spans[0].total(), spans[1].total()),
        "coding": coding,
        "kappa": None if agreed is None else round(agreed, 3),
    }


def record_agreement(
    sources: dict[str, Any], passes: tuple[Pass, Pass], family: str, names: tuple[dict[str, str], dict[str, str]]
) -> str:
    """How the two passes stand to one record: both with the same places and codings, one, or adjudicated, be it
    between them or by a later reading that corrected what both had.
    """
    made = [
        next(({**record, "id": None} for record in part[family] if record["id"] == sources[str(number)]), None)
        for number, part in enumerate(passes, 1)
    ]
    if None in made:
        return "one"
    translated = [renamed(record, table) for record, table in zip(made, names, strict=True)]
    return "both" if translated[0] == translated[1] and "corrected" not in sources else "adjudicated"


def renamed(value: Any, names: dict[str, str]) -> Any:
    """A record with each id of its pass replaced by the data's own, so that two passes can be compared."""
    if isinstance(value, list):
        return [renamed(part, names) for part in value]
    if isinstance(value, dict):
        return {key: renamed(part, names) for key, part in value.items()}
    return names.get(value, value) if isinstance(value, str) else value


def computed() -> dict[str, Any]:
    """The content of the files that hold agreement."""
    first, second, reconciled = (
        json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")) for name in ("pass-1", "pass-2", "reconciled")
    )
    names: tuple[dict[str, str], dict[str, str]] = {}, {}
    for sources in reconciled.values():
        for record, made in sources.items():
            for number in (1, 2):
                if made[str(number)] is not None:
                    names[number - 1][made[str(number)]] = record
    files: dict[str, Any] = {"article": data_files.read("article")}
    files["article"]["agreement"] = [family_agreement(family, first[family], second[family]) for family in CODED]
    for family in CODED:
        files[family] = data_files.read(family)
        for record in files[family]:
            sources = reconciled[family].get(record["id"], {"1": None, "2": None})
            record["agreement"] = (
                record_agreement(sources, (first, second), family, names) if None not in sources.values() else "one"
            )
            if not any(sources.values()):
                record["agreement"] = "adjudicated"
    return files


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when the figures are not current")
    check = parser.parse_args().check
    stale = [name for name, content in computed().items() if content != data_files.read(name)]
    if check and stale:
        sys.exit(f"not current: {', '.join(stale)}; run python scripts/agreement.py")
    for name, content in computed().items():
        if name in stale:
            data_files.write(name, content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
