"""Spoil the data in one place, as a slip of the hand or of a merge would, and see what notices it.

    python tests/load/corruptions.py --count 2000

Each kind of fault is made at random places from a seed. Who notices: loading, which validates everything; the check
against a copy of the article, where ``JCPOA_BRIEF_COPY`` names one; or else the digests of the data files. The first
two know what is wrong; the last one knows only that a file is not what was checked in.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

import check_source
import data_layout
from article_text import SourceText
from jcpoa_brief._load.data_files import load, read_data
from jcpoa_brief.errors import InvalidDataError

Data = dict[str, Any]
Kind = Callable[[Data, random.Random], str | None]
"""Spoils the data in place and says where; None where the dice fell on nothing to spoil."""

REFERENCES: Final = {"actor", "speaker", "credited_to", "holder", "parent", "about", "acts_for", "to", "event"}
LISTS: Final = {"members", "see_also", "references", "sources", "about"}


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every object below a value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(inner)


def citations(data: Data) -> list[dict[str, Any]]:
    """Every citation of every family."""
    return [
        part for name in data_layout.FAMILIES for part in parts(data[name]) if {"paragraph", "start"} <= part.keys()
    ]


def records(data: Data, dice: random.Random) -> list[dict[str, Any]]:
    """A family, drawn by its size."""
    return dice.choice([data[name] for name in data_layout.FAMILIES for _ in data[name]])


def offset_shifted(data: Data, dice: random.Random) -> str | None:
    """A citation that starts or ends a few characters off."""
    citation, edge = dice.choice(citations(data)), dice.choice(["start", "end"])
    citation[edge] = max(0, was := citation[edge]) + dice.choice([-3, -2, -1, 1, 2, 3])
    return f"{edge} {was}" if citation[edge] != was else None


def citation_moved(data: Data, dice: random.Random) -> str | None:
    """A citation with the number of another paragraph."""
    citation = dice.choice(citations(data))
    was = citation["paragraph"]
    citation["paragraph"] = dice.randint(1, 13)
    return f"¶{was}" if citation["paragraph"] != was else None


def digest_digit(data: Data, dice: random.Random) -> str | None:
    """One digit of a digest, of a citation, a sentence, a paragraph or a pull quote."""
    names = ("digest", "sha256", "folded_sha256", "words_sha256", "letters_sha256")
    part = dice.choice([part for part in parts(data) if any(isinstance(part.get(name), str) for name in names)])
    name = dice.choice([name for name in names if isinstance(part.get(name), str)])
    place = dice.randrange(len(part[name]))
    other = dice.choice([digit for digit in "0123456789abcdef" if digit != part[name][place]])
    part[name] = part[name][:place] + other + part[name][place + 1 :]
    return name


def ids_swapped(data: Data, dice: random.Random) -> str | None:
    """Two records of a family with each other's id."""
    one, other = dice.sample(records(data, dice), 2)
    one["id"], other["id"] = other["id"], one["id"]
    return f"{one['id']} and {other['id']}"


def id_misspelt(data: Data, dice: random.Random) -> str | None:
    """A record's id with a letter left out."""
    record = dice.choice(records(data, dice))
    was = record["id"]
    place = dice.randrange(1, len(was) - 1)
    record["id"] = was[:place] + was[place + 1 :]
    return was


def field_dropped(data: Data, dice: random.Random) -> str | None:
    """A field of a record, of a part of one, or of a paragraph that is not there any more."""
    part = dice.choice(
        [part for name in (*data_layout.FAMILIES, "paragraphs", "article") for part in parts(data[name])]
    )
    name = dice.choice(sorted(part))
    del part[name]
    return name


def date_impossible(data: Data, dice: random.Random) -> str | None:
    """A day or a month that there is not, an end before its beginning, bounds that are not those of the date."""
    date = dice.choice([part for part in parts(data["events"]) if "edtf" in part])
    wrong = [("edtf", "2021-02-30"), ("edtf", "2021-13"), ("edtf", "2021-03-05/2021-03-01"), ("edtf", "March 2021")]
    wrong += [("earliest", "2021-12-31"), ("latest", "2001-01-01"), ("latest", "2021-06-31")]
    name, value = dice.choice(wrong)
    if date.get(name) == value:
        return None
    date[name] = value
    return f"{name} {value}"


def references(data: Data) -> list[tuple[Any, Any, str]]:
    """Every place that holds the id of a record: what holds it, its key there, and the id."""
    known = {record["id"] for name in data_layout.FAMILIES for record in data[name]}
    found: list[tuple[Any, Any, str]] = []
    for part in parts([data[name] for name in data_layout.FAMILIES]):
        found += [(part, key, part[key]) for key in REFERENCES & part.keys() if isinstance(part[key], str)]
        for key in LISTS & part.keys():
            found += [(part[key], place, one) for place, one in enumerate(part[key]) if isinstance(part[key], list)]
    return [(holder, key, one) for holder, key, one in found if one in known]


def reference_dangling(data: Data, dice: random.Random) -> str | None:
    """A reference to a record that there is not."""
    holder, key, was = dice.choice(references(data))
    holder[key] = was + dice.choice(["s", "-2", "x"])
    return was


def reference_changed(data: Data, dice: random.Random) -> str | None:
    """A reference to another record of the same family."""
    holder, key, was = dice.choice(references(data))
    family = next(data[name] for name in data_layout.FAMILIES if any(record["id"] == was for record in data[name]))
    holder[key] = dice.choice(family)["id"]
    return was if holder[key] != was else None


def record_twice(data: Data, dice: random.Random) -> str | None:
    """A record that stands in its file twice."""
    family = records(data, dice)
    place = dice.randrange(len(family))
    family.insert(place, family[place])
    return str(family[place]["id"])


def record_dropped(data: Data, dice: random.Random) -> str | None:
    """A record that is gone."""
    family = records(data, dice)
    return str(family.pop(dice.randrange(len(family)))["id"])


def records_exchanged(data: Data, dice: random.Random) -> str | None:
    """Two records in each other's place."""
    family = records(data, dice)
    one, other = dice.sample(range(len(family)), 2)
    family[one], family[other] = family[other], family[one]
    return f"{one} and {other}"


def link_turned(data: Data, dice: random.Random) -> str | None:
    """A link that leads from its end to its beginning."""
    event = dice.choice([event for event in data["events"] if event.get("links")])
    link = event["links"].pop(dice.randrange(len(event["links"])))
    end = next(other for other in data["events"] if other["id"] == link["to"])
    end.setdefault("links", []).append({**link, "to": event["id"]})
    return f"{event['id']} {link['kind']} {link['to']}"


def word_changed(data: Data, dice: random.Random) -> str | None:
    """A letter of a name, a quotation, a date or a text of our own put for another."""
    name = dice.choice([*data_layout.FAMILIES, "paragraphs"])
    part = dice.choice([part for part in parts(data[name]) if any(isinstance(value, str) for value in part.values())])
    key = dice.choice([key for key, value in part.items() if isinstance(value, str) and value])
    place = dice.randrange(len(part[key]))
    was = part[key]
    part[key] = was[:place] + dice.choice("aeinrst") + was[place + 1 :]
    return f"{key} {was}" if part[key] != was else None


def text_emptied(data: Data, dice: random.Random) -> str | None:
    """A text with nothing in it."""
    name = dice.choice([*data_layout.FAMILIES, "paragraphs"])
    part = dice.choice([part for part in parts(data[name]) if any(isinstance(value, str) for value in part.values())])
    key = dice.choice([key for key, value in part.items() if isinstance(value, str)])
    part[key] = ""
    return key


KINDS: Final[tuple[Kind, ...]] = (
    offset_shifted, citation_moved, digest_digit, ids_swapped, id_misspelt, field_dropped, date_impossible,
    reference_dangling, reference_changed, record_twice, record_dropped, records_exchanged, link_turned, word_changed,
    text_emptied,
)  # fmt: skip


def noticed_by(data: Data, spoilt: Data, source: SourceText | None) -> str:
    """Who notices a fault first: ``loading``, ``the article``, ``the digests``, or nobody."""
    try:
        load(lambda name: json.dumps(spoilt[name]).encode())
    except InvalidDataError:
        return "loading"
    if source is not None:
        data_layout.read = spoilt.__getitem__
        checks = (check_source.wrong_citations, check_source.wrong_measures, check_source.wrong_quotes)
        if any(next(check(source), None) for check in (*checks, check_source.unresolvable)):
            return "the article"
    sums = (Path(data_layout.DATA) / "SHA256SUMS").read_text(encoding="ascii")
    changed = [name for name in data_layout.FILES if spoilt[name] != data[name]]
    digests = [hashlib.sha256(data_layout.laid_out(spoilt[name]).encode() + b"\n").hexdigest() for name in changed]
    return "nobody" if any(digest in sums for digest in digests) or not changed else "the digests"


def survey(count: int, seed: int, source: SourceText | None) -> tuple[dict[str, Counter[str]], list[str]]:
    """How many faults of each kind who noticed, and the places of those that only the digests noticed, or nobody."""
    text = {name: read_data(name) for name in data_layout.FILES}
    data = {name: json.loads(content) for name, content in text.items()}
    found: dict[str, Counter[str]] = {kind.__name__: Counter() for kind in KINDS}
    late: list[str] = []
    for number in range(count):
        kind, dice = KINDS[number % len(KINDS)], random.Random(f"{seed}:{number}")  # no secret
        place = None
        while place is None:
            spoilt = {name: json.loads(content) for name, content in text.items()}
            place = kind(spoilt, dice)
        who = noticed_by(data, spoilt, source)
        found[kind.__name__][who] += 1
        late += [f"{who}: {kind.__name__}: {place}"] if who in ("the digests", "nobody") else []
    return found, late


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300, help="how many faults")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--late", action="store_true", help="list what only the digests noticed")
    options = parser.parse_args()
    copy = os.environ.get("JCPOA_BRIEF_COPY")
    found, late = survey(options.count, options.seed, SourceText.read(Path(copy)) if copy else None)
    catchers = ("loading", "the article", "the digests", "nobody")
    print(f"{'kind':20}" + "".join(f"{who:>14}" for who in catchers))
    for name, counts in [*found.items(), ("all", sum(found.values(), Counter()))]:
        print(f"{name:20}" + "".join(f"{counts[who]:14}" for who in catchers))
    print("\n".join(late if options.late else [line for line in late if line.startswith("nobody")]))
    return 1 if sum(found.values(), Counter())["nobody"] else 0


if __name__ == "__main__":
    sys.exit(main())
