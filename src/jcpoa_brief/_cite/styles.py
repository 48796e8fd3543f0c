"""Four citation styles, each as its manual has it for an article in an online magazine.

Sources: *Publication Manual of the American Psychological Association*, 7th edition; *MLA Handbook*, 9th edition; *The
Chicago Manual of Style*, 18th edition, in both its systems. What is written here is compared with what the styles of
the Citation Style Language make of the same facts; the places where a manual and its CSL style part are listed in
``tests/cite/test_cite.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from .._model.dates import MONTHS

Style: TypeAlias = Literal["apa", "mla", "chicago-author-date", "chicago-notes"]
"""A citation style: APA 7, MLA 9, or one of the two systems of Chicago 18."""

_TWO: Final = 2

_MOST_CHICAGO: Final = 6  # from seven authors on, the bibliography has the first three

_KEPT_CHICAGO: Final = 3

_SHORT_TITLE: Final = 3  # words

_UNSHORTENED: Final = ("May", "June", "July")  # the MLA Handbook abbreviates all other months

_quoted: Final = re.compile(r"(?<!\w)['\"\u2018\u201c](.+?)['\"\u2019\u201d](?!\w)")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its two parts, or the name of a body, which has no given part."""

    family: str
    given: str = ""

    @property
    def straight(self) -> str:
        """Given name first."""
        return f"{self.given} {self.family}".strip()

    @property
    def inverted(self) -> str:
        """Family name first."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def initials(self) -> str:
        """Family name first, given names as initials; a particle among them, as in ``Roe, Jan van der``, stays."""
        return f"{self.family}, {' '.join(map(_initial, self.given.split()))}" if self.given else self.family


def _initial(given: str) -> str:
    """``J.`` of Jane, ``J.-P.`` of Jean-Paul; a word in small letters as it is."""
    return given if given.islower() else "-".join(f"{piece[0]}." for piece in given.split("-") if piece)


@dataclass(frozen=True, slots=True)
class When:
    """A date as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def month_day(self) -> str:
        """``March 5``, ``March`` or nothing."""
        return " ".join(part for part in (MONTHS[self.month or 0], str(self.day or "")) if part)

    @property
    def american(self) -> str:
        """``March 5, 2021``, ``March 2021`` or ``2021``."""
        return f"{self.month_day}{',' if self.day else ''} {self.year}".strip()

    @property
    def mla(self) -> str:
        """``5 Mar. 2021``, ``Mar. 2021`` or ``2021``."""
        month = MONTHS[self.month or 0]
        if month and month not in _UNSHORTENED:
            month = "Sept." if month == "September" else f"{month[:3]}."
        return " ".join(part for part in (str(self.day or ""), month, str(self.year)) if part)


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of the article, and which paragraphs are meant."""

    title: str
    sentence_title: str
    publisher: str
    address: str
    authors: tuple[Name, ...]
    published: When | None
    accessed: When | None
    paragraphs: str
    """Numbers and ranges, the ranges with an en dash; empty for the whole article."""
    several: bool
    """Whether it is more than one paragraph."""


@dataclass(frozen=True, slots=True)
class Forms:
    """A style's forms of one reference."""

    reference: str
    in_text: str
    short_note: str | None = None


def numbers(paragraphs: Iterable[int]) -> str:
    r"""Paragraph numbers as ranges, with an en dash.

    >>> numbers([2, 5, 6, 7]) == "2, 5\u20137"
    True
    """
    runs: list[list[int]] = []
    for number in sorted(set(paragraphs)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}\u2013{run[-1]}" for run in runs)


def marked(title: str, *, inside_marks: bool) -> str:
    """The title with typographic marks: single ones where the title itself stands inside double ones, else double.

    >>> print(marked("An 'odd' title", inside_marks=False))
    An “odd” title
    """
    inner = "\u2018\\1\u2019" if inside_marks else "\u201c\\1\u201d"
    return _quoted.sub(inner, title).replace("'", "\u2019")


def sentence_case(title: str, proper: Iterable[str]) -> str:
    """The title in sentence case, as APA prints it in the reference list: capitals only at the start, in words all of
    capitals, and in the proper names that are given.

    >>> sentence_case("What It Means for JCPOA and Iran", ["Iran"])
    'What it means for JCPOA and Iran'
    """
    kept = set(proper)
    first, *rest = title.split(" ")
    bare = ((word, word.strip("'\"\u2018\u2019\u201c\u201d,.:;?!")) for word in rest)
    return " ".join([first, *(word if name.isupper() or name in kept else word.lower() for word, name in bare)])


def _short(title: str) -> str:
    return " ".join(title.split()[:_SHORT_TITLE])


def _joined(names: list[str], last: str, *, comma_before_two: bool) -> str:
    """Names in a row, the last one after a word or sign."""
    if len(names) <= 1:
        return "".join(names)
    comma = "," if len(names) > _TWO or comma_before_two else ""
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}"


def _in_text_names(work: Work, sign: str) -> str:
    """Family names as they stand in the text: two at the most."""
    families = [name.family for name in work.authors]
    return f"{families[0]} et al." if len(families) > _TWO else f" {sign} ".join(families)


def _locator(work: Work, one: str, many: str) -> str:
    return f"{many if work.several else one} {work.paragraphs}" if work.paragraphs else ""


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _sentences(*parts: str) -> str:
    """Parts of an entry, each closed by a point unless a mark of its own closes it."""
    return " ".join(part if part.endswith((".", ".\u201d")) else f"{part}." for part in parts if part)


def apa(work: Work) -> Forms:
    """APA 7: without an author the title comes first, without a date stands ``n.d.``, and only then is the date of
    access of use.
    """
    title = marked(work.sentence_title, inside_marks=False)
    names = _joined([name.initials for name in work.authors], "&", comma_before_two=True)
    day = f", {work.published.month_day}" if work.published and work.published.month else ""
    date = f"({work.published.year if work.published else 'n.d.'}{day})"
    retrieved = f"Retrieved {work.accessed.american}, from " if work.accessed and not work.published else ""
    head = (names, date, title) if names else (title, date)
    where = f"{_sentences(*head, work.publisher)} {retrieved}{work.address}"
    year = str(work.published.year) if work.published else "n.d."
    locator = _locator(work, "para.", "paras.")
    if work.authors:
        return Forms(where, f"({_listed(_in_text_names(work, '&'), year, locator)})")
    return Forms(where, f"(\u201c{_short(work.title)},\u201d {_listed(year, locator)})")


def mla(work: Work) -> Forms:
    """MLA 9: without an author the title comes first; a date that is not known is left out, and then the date of access
    is of use.
    """
    names = [name.inverted if not number else name.straight for number, name in enumerate(work.authors)]
    author = f"{names[0]}, et al" if len(names) > _TWO else _joined(names, "and", comma_before_two=True)
    title = f"\u201c{marked(work.title, inside_marks=True)}.\u201d"
    where = _listed(work.publisher, work.published.mla if work.published else "", work.address)
    accessed = f"Accessed {work.accessed.mla}" if work.accessed and not work.published else ""
    locator = _locator(work, "par.", "pars.")
    if work.authors:
        in_text = f"({_listed(_in_text_names(work, 'and'), locator)})"
    else:
        in_text = f"(\u201c{_short(work.title)},\u201d {locator})" if locator else f"(\u201c{_short(work.title)}\u201d)"
    return Forms(_sentences(author, title, where, accessed), in_text)


def _chicago_names(work: Work) -> str:
    """Authors of a bibliography; without any, the publication stands in their place."""
    names = [name.inverted if not number else name.straight for number, name in enumerate(work.authors)]
    if len(names) > _MOST_CHICAGO:
        return f"{', '.join(names[:_KEPT_CHICAGO])}, et al"
    return _joined(names, "and", comma_before_two=True) or work.publisher


def _chicago_accessed(work: Work, word: str) -> str:
    return f"{word} {work.accessed.american}" if work.accessed and not work.published else ""


def chicago_author_date(work: Work) -> Forms:
    """Chicago 18, author-date: without an author the publication comes first, without a date stands ``n.d.``, and only
    then is the date of access of use.
    """
    year = str(work.published.year) if work.published else "n.d."
    title = f"\u201c{marked(work.title, inside_marks=True)}.\u201d"
    day = work.published.month_day if work.published else ""
    where = _listed(work.publisher if work.authors else "", day)
    reference = _sentences(_chicago_names(work), year, title, where, _chicago_accessed(work, "Accessed"), work.address)
    author = _in_text_names(work, "and") if work.authors else work.publisher
    dated = f"{author} {year}" if work.published else f"{author}, {year}"
    return Forms(reference, f"({_listed(dated, _locator(work, 'para.', 'paras.'))})")


def chicago_notes(work: Work) -> Forms:
    """Chicago 18, notes and bibliography: in a note without an author the title comes first, in the bibliography the
    publication does; without a date stands ``n.d.``, and only then is the date of access of use.
    """
    title = marked(work.title, inside_marks=True)
    date = work.published.american if work.published else "n.d."
    listed = _listed(work.publisher if work.authors else "", date)
    reference = _sentences(
        _chicago_names(work), f"\u201c{title}.\u201d", listed, _chicago_accessed(work, "Accessed"), work.address
    )
    locator = _locator(work, "para.", "paras.")
    names = [name.straight for name in work.authors]
    author = f"{names[0]} et al." if len(names) > _TWO else " and ".join(names)
    after = _listed(work.publisher, date, locator, _chicago_accessed(work, "accessed"), work.address)
    note = f"{author + ', ' if author else ''}\u201c{title},\u201d {after}."
    first = _in_text_names(work, "and") if work.authors else work.publisher
    short = _short(work.title)
    later = f"{first}, \u201c{short},\u201d {locator}." if locator else f"{first}, \u201c{short}.\u201d"
    return Forms(reference, note, later)


STYLES: Final[dict[Style, Callable[[Work], Forms]]] = {
    "apa": apa,
    "mla": mla,
    "chicago-author-date": chicago_author_date,
    "chicago-notes": chicago_notes,
}
"""Each style's writer."""
