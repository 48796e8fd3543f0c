"""What is no word of a text, tags, links and notes, is set aside; what a reader does not see is not there."""

from __future__ import annotations

import json
import quopri
import re

import pytest

import harbour
from jcpoa_brief._align.alignment import Alignment

SENTENCE = harbour.PARAGRAPHS[4]
LONG = harbour.PARAGRAPHS[2]
COPY = Alignment(harbour.WHOLE, harbour.OUTLINE)


def proved(text: str) -> Alignment:
    """A copy of the text written for the tests."""
    return Alignment(text, harbour.OUTLINE)


def paragraphs(opening: str, closing: str) -> str:
    """Every paragraph between two marks."""
    return "\n".join(f"{opening}{text}{closing}" for text in harbour.PARAGRAPHS)


def with_each(word: str, now: str) -> str:
    """The text with a word written otherwise, once in the whole."""
    assert word in harbour.WHOLE
    return harbour.WHOLE.replace(word, now, 1)


WHOLE_COPIES = {
    "paragraphs of a page": f"<!DOCTYPE html><html><body>{paragraphs('<p>', '</p>')}</body></html>",
    "paragraphs that nothing closes": paragraphs("<p>", ""),
    "capital tags": paragraphs("<P CLASS='text'>", "</P>"),
    "an XML text": f"<?xml version='1.0'?><TEI><text>{paragraphs('<p>', '</p>')}</text></TEI>",
    "a page's head": f"<head><title>{SENTENCE}</title><style>p {{}}</style></head>{paragraphs('<p>', '</p>')}",
    "a script": f"<script>var a = '{LONG}';</script>" + paragraphs("<p>", "</p>"),
    "a script that nothing closes": paragraphs("<p>", "</p>") + "<script>var a = 1;",
    "a title that nothing closes": "<title/>" + paragraphs("<p>", "</p>") + "<select>",
    "a comment": paragraphs("<p><!-- Nobody reads this. -->", "</p>"),
    "a comment that nothing closes": paragraphs("<p>", "</p>") + "<!-- the rest",
    "entities": paragraphs("<p>", "</p>").replace("—", "&mdash;").replace("“", "&#8220;").replace("”", "&#x201D;"),
    "entities twice": paragraphs("<p>", "</p>").replace("—", "&amp;mdash;"),
    "entities that are none": with_each("closed", "closed &nosuchentity;").replace(" &nosuchentity;", ""),
    "a line's end inside": with_each("closed on Monday", "closed<br>on Monday"),
    "a line's beginning in TEI": with_each("council", 'coun<lb break="no"/>cil'),
    "a link": with_each("Ana Torvald", '<a href="https://example.org/ana">Ana Torvald</a>'),
    "a tag with marks in it": with_each("Ana Torvald", """<a title='He said "a > b"' href=x>Ana Torvald</a>"""),
    "emphasis": with_each("Ana Torvald", "<em>Ana</em> <b><i>Tor</i>vald</b>"),
    "a note": with_each("council over", "council<sup>1</sup> over"),
    "a note of TEI": with_each("council over", "council<note>See the charter of the town.</note> over"),
    "hidden words": with_each("council over", 'council <span hidden>not</span> <b style="display:none">ever</b> over'),
    "hidden by style": "<style>.x, p > .y { display: none } .z:hover {color: red}</style>"
    + with_each("council over", "council <i class='y'>not</i><i class=x>ever</i> over"),
    "hidden for screens": with_each("council over", "council <span class='sr-only'>link</span> over"),
    "hidden inside hidden": with_each("council over", "council <s>no <span hidden>not</span> ever</s> over"),
    "hidden, never closed": harbour.WHOLE + "\n\n<div hidden>The crowd never cheered.",
    "struck words": with_each("council over", "council <del>never</del><s>not</s> over"),
    "an image": with_each("council over", "council <img src='a.png' alt='not'> over"),
    "tags that close nothing": paragraphs("</div><p>", "</p></span>"),
    "Markdown": with_each("Ana Torvald", "[*Ana* **Torvald**](https://example.org/ana_(x) \"Ana's page\")"),
    "a Markdown image": with_each("The council gave", "![A view](view.png) The council gave"),
    "reference links": with_each("Ana Torvald", "[Ana Torvald][ana]") + '\n\n[ana]: https://example.org/ana "Ana"',
    "a wiki link": with_each("Ana Torvald", "[[Ana Torvald (keeper)|Ana Torvald]]"),
    "an Org link": with_each("Ana Torvald", "[[https://example.org/ana][Ana Torvald]]"),
    "an Org heading": f"#+TITLE: A quarrel\n#+DATE: 2021\n\n{harbour.WHOLE}",
    "a reST link": with_each("Ana Torvald", "`Ana Torvald <https://example.org/ana>`_"),
    "reST directives": f".. meta::\n   :author: Somebody\n\n{harbour.WHOLE}",
    "AsciiDoc": with_each("Ana Torvald", "https://example.org/ana[Ana Torvald]"),
    "Jira": with_each("Ana Torvald", "[Ana Torvald|https://example.org/ana]"),
    "Gemini": f"{harbour.WHOLE}\n\n=> gemini://example.org Back",
    "LaTeX": with_each("Ana Torvald", r"\href{https://example.org/ana}{\emph{Ana} Torvald}").replace("—", "---"),
    "a LaTeX note": with_each("council over", r"council\footnote{Its seat is in Brélan.} over"),
    "LaTeX that breaks words": with_each("council over", r"coun\-cil over"),
    "a LaTeX superscript": with_each("council over", r"council\textsuperscript{1} over"),
    "BBCode": with_each("Ana Torvald", "[b]Ana [i]Torvald[/i][/b]"),
    "struck in Markdown": with_each("council over", "council ~~never~~ over"),
    "struck in BBCode": with_each("council over", "council [s]never[/s] over"),
    "struck in LaTeX": with_each("council over", r"council \sout{never} over"),
    "struck by characters": with_each("council over", "council n̶e̶v̶e̶r̶ over"),
    "CriticMarkup": with_each("council over", "council {--never --}{>>Who says so?<<}{++over++}"),
    "CriticMarkup, replaced": with_each("council over", "{~~town~>council~~} {==over==}"),
    "word diff": with_each("council over", "[-town-]{+council+} over"),
    "a diff": "@@ -1,3 +1,3 @@\n-An old line.\n" + "\n\n".join(f"+{text}" for text in harbour.PARAGRAPHS),
    "templates": with_each("council over", "council {{citation needed}} over"),
    "note marks": with_each("council over", "council[5] over"),
    "a note of a wiki": with_each("council over", "council[citation needed] over"),
    "superscripts": with_each("council over", "council² over"),
    "an address": with_each("council over", "council (https://example.org/council) over").replace("()", ""),
    "an address in brackets": with_each("council over", "council [https://example.org/council] over"),
    "an address of mail": f"From: <ana@example.org>\n\n{harbour.WHOLE}",
    "an address on the web": f"{harbour.WHOLE}\n\nwww.example.org/harbour",
    "time codes": "\n".join(
        f"{at}\n00:00:0{at}.000 --> 00:00:0{at + 1}.000\n{text}\n" for at, text in enumerate(harbour.PARAGRAPHS, 1)
    ),
    "time codes inside": with_each("council over", "council 01:15 over"),
    "emphasis inside words": with_each("harbour office", "har*bour* of__fice__"),
    "emphasis of a wiki": with_each("Ana Torvald", "'''Ana''' ''Torvald''"),
    "escaped marks": with_each("1.6 million", r"1\.6 million"),
    "soft hyphens": with_each("council", "coun\u00adcil"),
    "characters that take no room": harbour.WHOLE.replace("council", "cou\u200bn\u2060cil\ufe0f"),
    "joined marks": "\ufeff" + harbour.WHOLE.replace(" ", "\u00a0"),
    "accents apart": harbour.WHOLE.replace("é", "e\u0301"),
    "quoted-printable": quopri.encodestring(harbour.WHOLE.encode()).decode("ascii"),
    "mojibake": harbour.WHOLE.replace("’", "â€™").replace("—", "â€”"),
    "JSON": json.dumps({"title": "A quarrel", "n": 5, "body": harbour.WHOLE}),
    "JSON as it is": json.dumps({"title": "A quarrel", "body": harbour.WHOLE}, ensure_ascii=False, indent=1),
    "a mail's quotation": re.sub(r"(?m)^", "> ", harbour.WHOLE),
    "a spreadsheet": '"text"\n' + "\n".join('"' + text.replace('"', '""') + '"' for text in harbour.PARAGRAPHS),
}  # fmt: skip


@pytest.mark.parametrize("text", WHOLE_COPIES.values(), ids=WHOLE_COPIES)
def test_a_copy_in_any_notation_is_complete(text: str) -> None:
    """Whatever a copy was written in, each sentence is proved, and none of its citations is put on other words."""
    alignment = proved(text)
    assert alignment.missing == ()
    assert alignment.status == "complete"
    for citation, place in alignment.found.items():
        meant = harbour.PARAGRAPHS[citation.paragraph - 1][citation.start : citation.end]
        said = text[slice(*place)]
        assert meant.split()[0].strip("“—,.")[:1] in said
        assert 0 <= place.start < place.end <= len(text)


@pytest.mark.parametrize("text", WHOLE_COPIES.values(), ids=WHOLE_COPIES)
def test_a_text_in_any_notation_is_compared(text: str) -> None:
    """The same texts, held against a copy, are verbatim: what is no word of a text alters nothing."""
    comparison = COPY.compare(text)
    assert (comparison.verdict, comparison.changes) == ("verbatim", ())


UNSEEN = {
    "hidden": f"<p hidden>{LONG}</p>",
    "hidden until it is found": f'<p hidden="until-found">{LONG}</p>',
    "hidden by style": f'<p style="display: none">{LONG}</p>',
    "invisible": f'<p style="visibility:hidden">{LONG}</p>',
    "without size": f'<p style="font-size:0">{LONG}</p>',
    "hidden by an id": f"<style>#gone {{visibility: collapse}}</style><p id=gone>{LONG}</p>",
    "struck": f"<p><del>{LONG}</del></p>",
    "struck by style": f'<p style="text-decoration: line-through">{LONG}</p>',
    "a comment": f"<!-- {LONG} -->",
    "a script": f"<script>{LONG}</script>",
    "a template": f"<template><p>{LONG}</p></template>",
    "struck in Markdown": f"~~{LONG}~~",
    "CriticMarkup": f"{{--{LONG}--}}",
    "word diff": f"[-{LONG}-]",
    "a diff": f"@@ -1 +1 @@\n-{LONG}\n+Nothing.",
}


@pytest.mark.parametrize("text", UNSEEN.values(), ids=UNSEEN)
def test_what_a_reader_does_not_see_is_not_there(text: str) -> None:
    """Hidden and struck words prove nothing and are no passage."""
    assert proved(f"Some words.\n\n{text}\n\nSome more.").status == "none"
    assert COPY.compare(f"Some words.\n\n{text}\n\nSome more.").verdict == "none"


@pytest.mark.parametrize(
    "mark",
    [
        '<p data-hidden="1">{}</p>',
        '<p class="hidden-gem">{}</p>',
        '<p style="opacity: 0.5">{}</p>',
        '<p style="font-size: 0.9em">{}</p>',
        "<style>.x {{ color: red }}</style><p class=x>{}</p>",
        "a < b and {}",
        "{{+{}+}}",
        "{{++{}++}}",
    ],
)
def test_what_only_looks_hidden_is_there(mark: str) -> None:
    """An attribute that has "hidden" in its name, half-transparent words and words put in are seen."""
    assert COPY.compare(mark.format(LONG)).verdict == "verbatim"
