"""Compare the independent annotations with each other and with the data, and write how far they agree.

    python scripts/agreement.py            writes article.agreement, every record's agreement, tables of data/README.md
    python scripts/agreement.py --check    says whether they are current, for CI

The passes are in annotation/ as places and codings, without words: pass-1.json and pass-2.json, and in
reconciled.json which record of each pass a record of the data comes from, and whether a later reading corrected what
both had. Records of two passes match when their citations share characters; pairs are formed best first, by the share
of characters in common, so that each record has at most one match.

blind.json is a later annotation of the same form, made from the article and the codebook alone, which is compared with
the data as it is now. readings.json has what two later readers of the data wanted changed: for each field "a", "b" or
"ab", and "+" where the data was changed for it or without being asked, "-" where it was not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import data_layout

FOLDER: Final = data_layout.DATA.parents[2] / "annotation"
README: Final = data_layout.DATA / "README.md"
NEWLINE: Final = "\n"
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
    files: dict[str, Any] = {"article": data_layout.read("article")}
    files["article"]["agreement"] = [family_agreement(family, first[family], second[family]) for family in CODED]
    for family in CODED:
        files[family] = data_layout.read(family)
        for record in files[family]:
            sources = reconciled[family].get(record["id"], {"1": None, "2": None})
            record["agreement"] = (
                record_agreement(sources, (first, second), family, names) if None not in sources.values() else "one"
            )
            if not any(sources.values()):
                record["agreement"] = "adjudicated"
    return files


def located(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records of the data with their citations as the passes write them."""
    return [
        {**record, "citations": [f"{part['paragraph']}:{part['start']}-{part['end']}" for part in record["citations"]]}
        for record in records
    ]


def blind_tables() -> Iterator[str]:
    """How far the blind annotation agrees with the data: records and spans, then the codings of matched events."""
    blind: Pass = json.loads((FOLDER / "blind.json").read_text(encoding="utf-8"))
    yield "| family | blind | data | matched | F1 of records | F1 of exact spans |\n|---|---|---|---|---|---|"
    events: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for family in CODED:
        data = located(data_layout.read(family))
        pairs = matches(blind[family], data)
        events = pairs if family == "events" else events
        spans = [
            Counter(place for record in records for place in record["citations"]) for records in (blind[family], data)
        ]
        found = f1(len(pairs), len(blind[family]), len(data))
        exact = f1((spans[0] & spans[1]).total(), spans[0].total(), spans[1].total())
        yield f"| {family} | {len(blind[family])} | {len(data)} | {len(pairs)} | {found:.3f} | {exact:.3f} |"
    yield "\n| coding of matched events | same | of | share | Cohen's kappa |\n|---|---|---|---|---|"
    apart: list[str] = []
    for field in ("status", "type"):
        codes = [(theirs["coding"][field] or "none", ours.get(field) or "none") for theirs, ours in events]
        same = sum(theirs == ours for theirs, ours in codes)
        yield f"| {field} | {same} | {len(codes)} | {same / len(codes):.3f} | {kappa(codes):.3f} |"
        apart += [
            f"`{event['id']}` ({field} {theirs} there, {ours} here)"
            for (theirs, ours), (_, event) in zip(codes, events, strict=True)
            if theirs != ours
        ]
    matched = [{ours["id"] for _, ours in events}, {theirs["id"] for theirs, _ in events}]
    alone = [[f"`{event['id']}`" for event in data_layout.read("events") if event["id"] not in matched[0]]]
    alone += [[", ".join(event["citations"]) for event in blind["events"] if event["id"] not in matched[1]]]
    yield f"\nCoded otherwise: {'; '.join(apart)}."
    yield f"Events that only the data has: {', '.join(alone[0])}."
    yield f"Events that only the blind annotation has, by place: {'; '.join(alone[1])}."


def readings_table() -> Iterator[str]:
    """What the two readers wanted changed, and what was."""
    readings: dict[str, dict[str, dict[str, str]]] = json.loads((FOLDER / "readings.json").read_text(encoding="utf-8"))
    yield "| family | both wanted | of these changed | one wanted | of these changed | changed unasked |"
    yield "|---|---|---|---|---|---|"
    for family, records in readings.items():
        marks = Counter(mark for fields in records.values() for mark in fields.values())
        one = marks["a+"] + marks["b+"]
        asked = one + marks["a-"] + marks["b-"]
        both = marks["ab+"] + marks["ab-"]
        yield f"| {family} | {both} | {marks['ab+']} | {asked} | {one} | {marks['+']} |"


def agreement_table(article: dict[str, Any]) -> Iterator[str]:
    """How far the two passes agreed."""
    yield "| family | pass 1 | pass 2 | matched | F1 of records | F1 of exact spans | coding | Cohen's kappa |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in article["agreement"]:
        counts = " | ".join(str(row[name]) for name in ("family", "first", "second", "matched"))
        yield f"| {counts} | {row['f1']:.3f} | {row['span_f1']:.3f} | {row['coding']} | {row['kappa']:.3f} |"


def coding_rules_table() -> Iterator[str]:
    """Each coding rule with its codes and records."""
    yield "| what the article tells | codes | contexts | records | roles and reasons |\n|---|---|---|---|---|"
    for row in data_layout.read("coding_rules"):
        codes = ", ".join(f"{field} {code}" for field, code in row["codes"].items())
        events = ", ".join(f"`{name}`" for name in row["events"])
        cells = (row["case"], codes, ", ".join(row.get("contexts", ())), events, row.get("note", ""))
        yield f"| {' | '.join(cells)} |"


def readme(article: dict[str, Any]) -> str:
    """The data's README with its tables made anew, each between its two marks."""
    tables = {
        "passes": agreement_table(article),
        "blind": blind_tables(),
        "readings": readings_table(),
        "coding rules": coding_rules_table(),
    }
    text = README.read_text(encoding="utf-8")
    for name, lines in tables.items():
        start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        before, _, rest = text.partition(start)
        text = f"{before}{start}{NEWLINE.join(lines)}\n{end}{rest.partition(end)[2]}"
    return text


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when the figures are not current")
    check = parser.parse_args().check
    files = computed()
    stale = [name for name, content in files.items() if content != data_layout.read(name)]
    text = readme(files["article"])
    outdated = [*stale, *(["README.md"] if text != README.read_text(encoding="utf-8") else [])]
    if check and outdated:
        sys.exit(f"not current: {', '.join(outdated)}; run python scripts/agreement.py")
    for name in stale:
        data_layout.write(name, files[name])
    README.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
