"""What an alignment or a comparison says, as plain data, as text for a person and as a table for a notebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, TypedDict

from .._collections.checks import both_sides, discrepancy_summary
from .._html import table
from .._model.check import Check
from .._model.vocabulary import CheckVerdict
from .layout import SHORTEST, SHORTEST_SAID

_SHOWN, _TAIL = 160, 60
"""Characters of words that are shown, and how many of them are the last."""
_RECORDS: Final = 8
"""Records that are named; of more the number is told."""
_NAMED: Final = 5
"""Quotations that are named; of more the number is told."""


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


class MissingReport(TypedDict):
    """A sentence that is not proved, by its place in the article.

    >>> from jcpoa_brief import align
    >>> align("Nothing of the kind.").to_dict()["missing"][0]["start"]
    0
    """

    paragraph: int
    start: int
    end: int


class DiscrepancyReport(TypedDict):
    """A check on which the independent record differs from words that stand in the text.

    >>> from jcpoa_brief import align
    >>> align("Nothing of the kind.").to_dict()["discrepancies"]
    []
    """

    check: str
    incident: str | None
    about: str
    aspect: str
    verdict: CheckVerdict
    title: str
    paragraphs: list[int]
    article_says: str
    record_says: str


class AlignmentReport(TypedDict):
    """An alignment as plain data.

    >>> from jcpoa_brief import align
    >>> align("Nothing of the kind.").to_dict()["status"]
    'none'
    """

    status: str
    paragraphs: list[ParagraphReport]
    missing: list[MissingReport]
    unproved: list[str]
    other_words: int
    """Words of the copy that belong to no proved sentence, title or pull quote."""
    discrepancies: list[DiscrepancyReport]


class ChangeReport(TypedDict):
    """A change: its kind, and the words and places of both sides."""

    kind: str
    span: tuple[int, int]
    words: str
    article: tuple[int, int, int] | None
    article_words: str
    context: str


class PassageReport(TypedDict):
    """A passage: its verdict, its place in text and article, and its changes.

    >>> from jcpoa_brief import compare, quotes
    >>> compare(quotes["not-the-time-quote"].text).to_dict()["passages"][0]["verdict"]
    'exact'
    """

    verdict: str
    span: tuple[int, int]
    words: str
    article: Sequence[tuple[int, int, int]]
    changes: list[ChangeReport]
    set_aside: list[str]
    speakers: list[str]
    """Whose words they are in the article, where it quotes somebody."""
    is_authors_own: bool
    """Whether the article quotes nobody there."""
    negated_by: str
    """The article's words right before it, in the same sentence, if a negation is among them."""
    left_out: list[str]
    """The article's words that an ellipsis or a break inside it stands for."""
    brackets: list[tuple[str, str]]
    """What square brackets in it have, or names in brackets right beside it, and the article's words there."""


class ComparisonReport(TypedDict):
    """A comparison as plain data.

    >>> from jcpoa_brief import compare
    >>> compare("Nothing of the kind.").to_dict()["passages"]
    []
    """

    verdict: str
    with_copy: bool
    proved_sentences: tuple[int, int]
    """How many sentences of the article the copy proves, and how many it has."""
    passages: list[PassageReport]
    other_quotations: list[str]
    other_paragraphs: list[int | None]
    """For each of them the paragraph that has its words in a row, if one has."""
    affected: list[str]
    discrepancies: list[DiscrepancyReport]


def discrepancy_data(check: Check) -> DiscrepancyReport:
    """A check as plain data."""
    return {
        "check": check.id,
        "incident": check.incident,
        "about": check.about,
        "aspect": check.aspect,
        "verdict": check.verdict,
        "title": check.title,
        "paragraphs": [*check.paragraphs],
        "article_says": check.article_says,
        "record_says": check.record_says,
    }


# -- an alignment --


def alignment_text(report: AlignmentReport, differing: Sequence[Check]) -> str:
    """The report on a copy for a person."""
    blocks = [_copy_answer(report)]
    if report["status"] != "none":
        blocks[0] += "".join(f"\n  {line}" for line in _paragraph_lines(report["paragraphs"]))
        unproved, others = len(report["unproved"]), report["other_words"]
        if report["status"] == "partial" and unproved:
            rest = "rests" if unproved == 1 else "rest"
            blocks.append(f"{_count(unproved, 'record')} {rest} on words that are not proved in this copy.")
        if others:
            blocks.append(
                f"The copy has {_count(others, 'word')} more, of which nothing is proved: menus, captions or comments, "
                "or what somebody added."
            )
    return "\n\n".join([*blocks, *discrepancy_summary(differing)])


def _copy_answer(report: AlignmentReport) -> str:
    stand = sum(one["verdict"] != "missing" for part in report["paragraphs"] for one in part["sentences"])
    total = sum(len(part["sentences"]) for part in report["paragraphs"])
    if report["status"] == "complete":
        return f"This is the whole article: all {total} sentences are proved, in its order."
    if report["status"] == "none":
        return "Nothing of the article was proved in this text."
    if stand == total:
        return f"All {total} sentences of the article are proved in this text, but in another order."
    return f"This is part of the article: {stand} of {total} sentences are proved."


def _paragraph_lines(parts: list[ParagraphReport]) -> Iterator[str]:
    """A line for each paragraph, and one for several in a row that are missing."""
    for missing, row in groupby(parts, key=lambda part: part["verdict"] == "missing"):
        first, *others = row
        if missing and others:
            yield f"¶{first['paragraph']}\u2013{others[-1]['paragraph']} missing"
        else:
            yield from (f"¶{part['paragraph']:<3}{_paragraph_verdict(part)}" for part in (first, *others))


def _paragraph_verdict(part: ParagraphReport) -> str:
    """A paragraph's verdict, with those of its sentences where they say more."""
    verdicts = [one["verdict"] for one in part["sentences"]]
    said = part["verdict"] if set(verdicts) == {part["verdict"]} else f"{part['verdict']} ({', '.join(verdicts)})"
    return said.replace("_", " ")


def alignment_html(report: AlignmentReport) -> str:
    """The report on a copy as a table."""
    rows = (
        {"paragraph": f"¶{part['paragraph']}", "verdict": _paragraph_verdict(part)} for part in report["paragraphs"]
    )
    return table(_copy_answer(report), ("paragraph", "verdict"), rows)


# -- a comparison --

_NEEDS_COPY: Final = (
    "Only the words that the article itself sets in quotation marks were compared. To compare all of it, your own copy "
    "of the article is needed."
)


def comparison_text(report: ComparisonReport, differing: Sequence[Check], *, record: bool) -> str:
    """The report on a text for a person."""
    blocks = [_text_answer(report)]
    if report["passages"]:
        long, _ = _other_quotations(report)
        blocks += [f"{number}. {_passage_text(one)}" for number, one in enumerate(report["passages"], 1)]
        if long:
            where = "in the article's words" if report["with_copy"] else "among the article's own quotations"
            blocks.append(f"Quoted too, and not {where}: {_several(long)}.")
    blocks += _short_quotations(report)
    if report["affected"]:
        named, more = report["affected"][:_RECORDS], len(report["affected"]) - _RECORDS
        rest = f" and {more} more" * (more > 0)
        blocks.append(f"Records of the brief that rest on changed words: {', '.join(named)}{rest}.")
    blocks += discrepancy_summary(differing)
    if record:
        blocks += both_sides(differing)
    proved, total = report["proved_sentences"]
    if not report["with_copy"]:
        blocks.append(_NEEDS_COPY)
    elif 0 < proved < total:
        blocks.append(
            f"Your copy has {proved} of the article's {total} sentences; with the others nothing was compared."
        )
    return "\n\n".join(blocks)


def _passage_text(passage: PassageReport) -> str:
    """A passage with whose words it has, its changes, and what was left out or set aside."""
    lines = [f"{_where(passage)}, {passage['verdict'].replace('_', ' ')}: “{_cut(passage['words'])}”"]
    if passage["speakers"]:
        lines.append(f"   in the article these are words of {' and '.join(passage['speakers'])}")
    elif passage["is_authors_own"]:
        lines.append("   in the article these are the author's words, not a quotation")
    if passage["negated_by"]:
        lines.append(f"   right before them the article has “{passage['negated_by']}”")
    lines += [f"   {_change_text(change)}\n      {change['context']}" for change in passage["changes"]]
    lines += [f"   in square brackets: “{said}” where the article has “{meant}”" for said, meant in passage["brackets"]]
    if passage["left_out"]:
        lines.append(
            f"   an ellipsis or a break stands for {', '.join(f'“{_cut(one)}”' for one in passage['left_out'])}"
        )
    if passage["set_aside"]:
        lines.append(f"   set aside, as no words of the sentence: {', '.join(map(repr, passage['set_aside']))}")
    return "\n".join(lines)


def _text_answer(report: ComparisonReport) -> str:
    """The answer in a sentence."""
    passages, (others, _) = report["passages"], _other_quotations(report)
    if not passages:
        return _nothing_found(report, others)
    what = "the article" if report["with_copy"] else "the article's own quotations"
    count = _count(len(passages), "passage")
    if altered := [passage for passage in passages if passage["changes"]]:
        places = _count(sum(len(passage["changes"]) for passage in altered), "place")
        return (
            f"The text does not quote {what} word for word: {len(altered)} of {count} {_is(altered)} altered, "
            f"in {places} ({_paragraphs(altered)})."
        )
    if others:
        whose = "the article's" if report["with_copy"] else f"among {what}"
        return (
            f"Of what the text quotes, {count} {_is(passages)} word for word {whose} ({_paragraphs(passages)}), "
            f"and {_count(len(others), 'other quotation')} {_is(others)} not{' in its words' * report['with_copy']}."
        )
    return f"The text quotes {what} word for word: {count} {_is(passages)} as printed, from {_paragraphs(passages)}."


def _nothing_found(report: ComparisonReport, others: list[str]) -> str:
    """The answer for a text without a passage, which may have other quotations."""
    if not report["with_copy"]:
        return (
            f"None of the article's own quotations stands here in {SHORTEST_SAID} words or more in a row. Whether "
            "other words of it do, only a copy of the article can tell."
        )
    if not report["proved_sentences"][0]:
        return "No sentence of the article was proved in your copy, so that nothing could be compared."
    if others:
        what = "What the text quotes" if len(others) == 1 else f"None of the {len(others)} quotations in the text"
        no = " not" if len(others) == 1 else ""
        return (
            f"{what} is{no} in the article's words: {_several(others)}. Nor does it have {SHORTEST_SAID} other words "
            "of the article in a row."
        )
    return (
        f"The text has fewer than {SHORTEST_SAID} words of the article in a row: it does not quote it, or is too short "
        "to tell."
    )


def _other_quotations(report: ComparisonReport) -> tuple[list[str], list[str]]:
    """The quotations that no passage touches: those of five words or more, and shorter ones."""
    others = report["other_quotations"]
    long = [words for words in others if len(words.split()) >= SHORTEST]
    return long, [words for words in others if words not in long]


def _short_quotations(report: ComparisonReport) -> list[str]:
    """The quotations that are too short to tell, and whether their words stand in the article."""
    _, short = _other_quotations(report)
    places = dict(zip(report["other_quotations"], report["other_paragraphs"], strict=True))
    unknown = " (not in your copy)" if report["with_copy"] else ""
    said = [f"“{words}”{f' (words of ¶{places[words]})' if places[words] else unknown}" for words in short[:_NAMED]]
    rest = f" and {len(short) - _NAMED} more" * (len(short) > _NAMED)
    return [f"Too short to tell, with fewer than {SHORTEST_SAID} words: {', '.join(said)}{rest}."] if said else []


def _paragraphs(passages: list[PassageReport]) -> str:
    places = {
        place[0]
        for one in passages
        for place in [change["article"] for change in one["changes"] if change["article"]] or one["article"]
    }
    if not places:
        return "a pull quote or title outside the body"
    rows = [[number for _, number in row] for _, row in groupby(enumerate(sorted(places)), lambda one: one[1] - one[0])]
    said = [part for row in rows for part in ([f"{row[0]}\u2013{row[-1]}"] if len(row) > 2 else map(str, row))]
    return f"paragraph{_s(len(places))} " + " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def _where(passage: PassageReport) -> str:
    return ", ".join(f"¶{place[0]}" for place in passage["article"]) or "outside the body"


def _change_text(change: ChangeReport) -> str:
    """What a change is, in words."""
    if change["kind"] == "replaced":
        return f"“{change['words']}” where the article has “{_cut(change['article_words'])}”"
    if change["kind"] == "added":
        return f"“{_cut(change['words'])}” added"
    return f"“{_cut(change['article_words'])}” left out"


def comparison_html(report: ComparisonReport) -> str:
    """The report on a text as a table."""
    rows = (
        {
            "paragraph": _where(one),
            "verdict": one["verdict"].replace("_", " "),
            "words": _cut(one["words"]),
            "changes": "; ".join(map(_change_text, one["changes"])),
        }
        for one in report["passages"]
    )
    return table(_text_answer(report), ("paragraph", "verdict", "words", "changes"), rows)


# -- what both have --


def _several(quotations: list[str]) -> str:
    """The first of some quotations, and how many there are besides."""
    rest = len(quotations) - _NAMED
    return ", ".join(f"“{_cut(words)}”" for words in quotations[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")


def _cut(words: str) -> str:
    """Words, of many the first and the last."""
    if len(words) <= _SHOWN:
        return words
    head, tail = words[: _SHOWN - _TAIL].rpartition(" ")[0], words[-_TAIL:].partition(" ")[2]
    return f"{head} … {tail}"


def _count(count: int, what: str) -> str:
    return f"{count} {what}{_s(count)}"


def _s(count: int) -> str:
    return "" if count == 1 else "s"


def _is(things: Sequence[object]) -> str:
    return "is" if len(things) == 1 else "are"
