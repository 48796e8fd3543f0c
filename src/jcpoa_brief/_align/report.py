"""What an alignment says, as text for a person, as plain data for a program, and as a table for a notebook."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .align import Alignment
    from .changes import Change
    from .outcomes import ParagraphCopy

_MOST: Final = 160  # characters of a sentence that are shown around a change

_SAID: Final = {
    "complete": "complete: every paragraph stands",
    "excerpt": "excerpt: all that is here of the article stands",
    "unproven": "unproven: what can be checked stands, but no digest tells of some words beside it",
    "altered": "altered: words differ from the article's",
    "another_text": "another text: nothing of the article was found",
}


class SentenceReport(TypedDict):
    """A sentence's verdict, and its offsets in the copy."""

    verdict: str
    span: tuple[int, int] | None


class ParagraphReport(TypedDict):
    """A paragraph's verdict, its offsets in the copy, and its sentences."""

    paragraph: int
    verdict: str
    span: tuple[int, int] | None
    sentences: list[SentenceReport]


class ChangeReport(TypedDict):
    """A changed stretch: where, the copy's words there, how many words of the article are gone, and its sentence."""

    paragraph: int
    sentence: int
    span: tuple[int, int]
    words: str
    gone: int
    context: str


class UnprovenReport(TypedDict):
    """A stretch that no digest proves: beside words of which sentence, where, and the copy's words there."""

    paragraph: int
    sentence: int
    span: tuple[int, int]
    words: str


class CheckAgainReport(TypedDict):
    """A record whose words were lost, and the checks of the data that are about it."""

    id: str
    lost: list[str]
    checks: list[str]


class PartingReport(TypedDict):
    """A check on which the record parts from words that stand in the copy."""

    check: str
    about: str
    aspect: str
    verdict: str


class AlignmentReport(TypedDict):
    """An alignment as plain data.

    >>> from jcpoa_brief import align
    >>> align("Nothing of the kind.").to_dict()["changes"]
    []
    """

    verdict: str
    paragraphs: list[ParagraphReport]
    changes: list[ChangeReport]
    unproven: list[UnprovenReport]
    check_again: list[CheckAgainReport]
    partings: list[PartingReport]


def as_data(alignment: Alignment) -> AlignmentReport:
    """The whole report as dicts, lists, text and numbers."""
    lost = set(alignment.lost)
    return {
        "verdict": alignment.verdict,
        "paragraphs": [
            {
                "paragraph": part.number,
                "verdict": part.verdict,
                "span": part.span,
                "sentences": [{"verdict": one.verdict, "span": one.span} for one in part.sentences],
            }
            for part in alignment.paragraphs.values()
        ],
        "changes": [
            {
                "paragraph": change.paragraph,
                "sentence": change.sentence,
                "span": (change.start, change.end),
                "words": change.words,
                "gone": change.gone,
                "context": change.context,
            }
            for change in alignment.changes
        ],
        "unproven": [
            {
                "paragraph": one.paragraph,
                "sentence": one.sentence,
                "span": (one.start, one.end),
                "words": one.words,
            }
            for one in alignment.unproven
        ],
        "check_again": [
            {
                "id": record.id,
                "lost": [citation.locator for citation in alignment.cited_by(record) if citation in lost],
                "checks": list(alignment.checks_about(record)),
            }
            for record in alignment.affected
        ],
        "partings": [
            {"check": check.id, "about": check.about, "aspect": check.aspect, "verdict": check.verdict}
            for check in alignment.partings
        ],
    }


def as_text(alignment: Alignment) -> str:
    """The report for a person."""
    lines = [_SAID[alignment.verdict]]
    if alignment.verdict == "another_text":
        return lines[0]
    lines += _lines_of(alignment.paragraphs.values())
    if alignment.changes:
        lines += ["", "changed:"]
        lines += [
            f"  ¶{change.paragraph}, sentence {change.sentence}: {_said_of(change)}" for change in alignment.changes
        ]
    if alignment.unproven:
        lines += ["", "cannot be checked, for no digest tells of these words:"]
        lines += [f"  ¶{one.paragraph}, sentence {one.sentence}: “{_cut(one.words)}”" for one in alignment.unproven]
    records = as_data(alignment)["check_again"]
    if records:
        lines += ["", "check again, for their words are no longer there:"]
        for record in records:
            checks = f" (checks: {', '.join(record['checks'])})" if record["checks"] else ""
            lines.append(f"  {record['id']}: {', '.join(record['lost'])}{checks}")
    if alignment.partings:
        lines += ["", "what stands here and the independent record does not bear out as it is, most serious first:"]
        lines += [f"  {check}" for check in alignment.partings]
    return "\n".join(lines)


def _lines_of(parts: Iterable[ParagraphCopy]) -> Iterator[str]:
    """A line for each paragraph, and one for several in a row that are missing."""
    for missing, row in groupby(parts, key=lambda part: part.verdict == "missing"):
        first, *others = row
        if missing and others:
            yield f"  ¶{first.number}\u2013{others[-1].number} missing"
        else:
            yield from (f"  ¶{part.number:<3}{_verdict_of(part)}" for part in (first, *others))


def as_html(alignment: Alignment) -> str:
    """The report as a table."""
    rows = "".join(
        f"<tr><td>¶{part.number}</td><td>{escape(_verdict_of(part))}</td>"
        f"<td>{'<br>'.join(escape(_said_of(one)) for one in alignment.changes if one.paragraph == part.number)}"
        "</td></tr>"
        for part in alignment.paragraphs.values()
    )
    doubts = "".join(f"<li>“{escape(_cut(one.words))}”</li>" for one in alignment.unproven)
    again = ", ".join(escape(record.id) for record in alignment.affected)
    parted = "".join(f"<li>{escape(str(check))}</li>" for check in alignment.partings)
    return (
        f"<p>{escape(_SAID[alignment.verdict])}</p><table><thead><tr><th>paragraph</th><th>verdict</th><th>changed</th>"
        f"</tr></thead><tbody>{rows}</tbody></table>{f'<p>cannot be checked:</p><ul>{doubts}</ul>' if doubts else ''}"
        f"{f'<p>check again: {again}</p>' if again else ''}"
        f"{f'<p>the record parts from what stands here:</p><ul>{parted}</ul>' if parted else ''}"
    )


def _verdict_of(part: ParagraphCopy) -> str:
    """A paragraph's verdict, with those of its sentences where they say more."""
    verdict = part.verdict.replace("_", " ")
    verdicts = [one.verdict.replace("_", " ") for one in part.sentences]
    return f"{verdict} ({', '.join(verdicts)})" if set(verdicts) != {verdict} else verdict


def _cut(words: str) -> str:
    return words if len(words) <= _MOST else f"{words[:_MOST]}…"


def _said_of(change: Change) -> str:
    start = max(change.context.find("[") - _MOST // 2, 0)
    shown = change.context[start : start + max(_MOST, len(change.words) + _MOST // 2)]
    shown = f"{'…' if start else ''}{shown}{'…' if start + len(shown) < len(change.context) else ''}"
    plural = "" if change.gone == 1 else "s"
    instead = f"for {change.gone} word{plural}" if change.gone else "added"
    return f"“{change.words}” {instead}: {shown}" if change.words else f"{change.gone} word{plural} gone: {shown}"
