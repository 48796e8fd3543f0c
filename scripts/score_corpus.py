"""Score `align` and `compare` on the corpus that `make_corpus.py` made.

    JCPOA_BRIEF_COPY=article.txt python scripts/score_corpus.py FOLDER [--half tune] [--wrong]

One line for each half and kind: how many faithful texts stand and how many are accused, how many altered ones are told
and how many pass, how many that quote nothing are told so, how many copies of the whole article are proved complete. An
altered text that is proved complete is a false proof. `--wrong` names the texts that were judged wrongly; for `held`
there are only figures, so that nobody tunes on it.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from pathlib import Path

import jcpoa_brief
from article_text import copy_path
from make_corpus import Case

_COLUMNS = ("stands", "accused", "altered", "passed", "nothing quoted", "complete", "false proofs")


def read_corpus(folder: Path, half: str) -> list[Case]:
    """The texts of one half."""
    return [Case(**row) for row in json.loads((folder / f"{half}.json").read_text(encoding="utf-8"))]


def verdict_on(case: Case, copy: jcpoa_brief.Alignment) -> str:
    """What is said of a text: a verdict, or that it is refused as the source of another format."""
    try:
        return copy.compare(case.text).verdict
    except jcpoa_brief.BriefError:
        return "refused"


def proves_complete(case: Case) -> bool:
    """Whether a text, taken as a reader's own copy, is proved to be the whole article."""
    try:
        return jcpoa_brief.align(case.text).status == "complete"
    except jcpoa_brief.BriefError:
        return False


def is_right(case: Case, verdict: str) -> bool:
    """Whether a verdict is the wanted one; the source of another format may be refused, or found to quote nothing."""
    wanted = {"stands": "verbatim", "altered": "altered", "none": "none"}[case.want]
    return verdict == wanted or (case.source_text and verdict in {"refused", "none"})


def counted(case: Case, verdict: str, *, complete: bool) -> Counter[str]:
    """What one text adds to each column: its right answers, its wrong ones, and what there was to get right."""
    column = {"stands": "stands", "altered": "altered", "none": "nothing quoted"}[case.want]
    counts = Counter({f"all {column}": 1, column: int(is_right(case, verdict))})
    counts["accused"] = int(case.want == "stands" and verdict == "altered")
    counts["passed"] = int(case.want == "altered" and verdict == "verbatim")
    counts["all complete"] = int(case.complete and not case.source_text)
    counts["complete"] = int(counts["all complete"] and complete)
    counts["false proofs"] = int(case.want != "stands" and complete)
    return counts


def line(half: str, kind: str, counts: Counter[str]) -> str:
    """A row of the table."""
    cells = [
        f"{counts[column]} of {counts[f'all {column}']}" if counts[f"all {column}"] else str(counts[column])
        for column in _COLUMNS
    ]
    return " | ".join([f"{half:4} | {kind:24}", *(f"{cell:>14}" for cell in cells)])


def main() -> None:
    """Print the table, and the texts that were judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("tune", "held"), help="one half only")
    parser.add_argument(
        "--wrong", action="store_true", help="name the texts of the tuning half that were judged wrongly"
    )
    arguments = parser.parse_args()
    copy = jcpoa_brief.align(copy_path(None))
    print(" | ".join([f"{'half':4} | {'kind':24}", *(f"{column:>14}" for column in _COLUMNS)]))
    for half in [arguments.half] if arguments.half else ["tune", "held"]:
        kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
        wrong: list[str] = []
        began = time.perf_counter()
        for case in read_corpus(arguments.folder, half):
            verdict, complete = verdict_on(case, copy), proves_complete(case)
            kinds[case.kind] += counted(case, verdict, complete=complete)
            if not is_right(case, verdict):
                wrong.append(f"{case.name}: wanted {case.want}, said {verdict}{f' ({case.edit})' if case.edit else ''}")
            if complete != case.complete and not case.source_text:
                wrong.append(f"{case.name}: {'proved' if complete else 'not proved'} complete")
        for kind, counts in sorted(kinds.items()):
            print(line(half, kind, counts))
        print(line(half, f"all in {time.perf_counter() - began:.0f} s", sum(kinds.values(), Counter())))
        if arguments.wrong and half == "tune":
            print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
