"""Four citation styles, by their manuals, for an article in an online magazine.

Sources: *Publication Manual of the American Psychological Association*, 7th edition; *MLA Handbook*, 9th edition; *The
Chicago Manual of Style*, 18th edition, in both its systems. What is written here is compared with what the styles of
the Citation Style Language make of the same facts; the places where a manual and its CSL style differ are listed in
``tests/cite/test_cite.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias

from .._model.dates import MONTHS

Style: TypeAlias = Literal["apa", "mla", "chicago-author-date", "chicago-notes"]
"""A citation style: APA 7, MLA 9, or one of the two systems of Chicago 18."""

_TWO: Final = 2
_MOST_CHICAGO: Final = 6  # from seven authors on, the bibliography has the first three
_KEPT_CHICAGO: Final = 3
_SHORT_TITLE: Final = 3  # words
_UNSHORTENED: Final = ("May", "June", "July")  # the MLA Handbook abbreviates all other months
_QUOTED: Final = re.compile(r"(?<!\w)['\"\u2018\u201c](.+?)['\"\u2019\u201d](?!\w)")


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a person, in two parts, or of an organisation, which has only ``family``."""

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
        """Family name first, given names as initials; particles, as in ``Roe, Jan van der``, are kept."""
        return f"{self.family}, {' '.join(map(_initial, self.given.split()))}" if self.given else self.family


def _initial(given: str) -> str:
    """``J.`` for Jane, ``J.-P.`` for Jean-Paul; a lower-case word is unchanged."""
    return given if given.islower() else "-".join(f"{piece[0]}." for piece in given.split("-") if piece)


@dataclass(frozen=True, slots=True)
class When:
    """A date: a year, maybe with month and day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day, as far as they are known."""
        return tuple(part for part in (self.year, self.month, self.day) if part)

    @property
    def edtf(self) -> str:
        """``2021-03-05``, ``2021-03`` or ``2021``."""
        return "-".join(f"{part:02}" for part in self.parts)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is known of the article, the page of a source or the data set, and the paragraphs to cite."""

    key: str
    kind: Literal["article", "page", "dataset"]
    title: str
    sentence_title: str = ""
    authors: tuple[Name, ...] = ()
    published: When | None = None
    language: str = ""
    publisher: str = ""
    address: str = ""
    accessed: When | None = None
    """When the page was read; styles print it only where no date of publication is known."""
    note: str = ""
    version: str = ""
    paragraphs: tuple[int, ...] = ()
    """The paragraphs that are meant; none for the whole article."""

    @property
    def year(self) -> str:
        """The year of publication, or ``n.d.``."""
        return str(self.published.year) if self.published else "n.d."

    @property
    def short_title(self) -> str:
        """The title's first words, without a comma or colon behind them."""
        return " ".join(self.title.split()[:_SHORT_TITLE]).rstrip(",;:")

    @property
    def names(self) -> list[str]:
        """The authors' names, the first inverted."""
        return [name.straight if number else name.inverted for number, name in enumerate(self.authors)]

    def locator(self, one: str, many: str) -> str:
        """The abbreviation and the paragraphs; empty for the whole article."""
        return f"{many if len(self.paragraphs) > 1 else one} {numbers(self.paragraphs)}" if self.paragraphs else ""

    def families(self, sign: str) -> str:
        """Family names for the text: at most two."""
        families = [name.family for name in self.authors]
        return f"{families[0]} et al." if len(families) > _TWO else f" {sign} ".join(families)

    def accessed_after(self, word: str) -> str:
        """A word and the day of access in American order; empty if there is none."""
        return f"{word} {self.accessed.american}" if self.accessed else ""


@dataclass(frozen=True, slots=True)
class Forms:
    """A style's forms of one reference."""

    reference: str
    in_text: str
    short_note: str | None = None


def numbers(paragraphs: Iterable[int]) -> str:
    """Paragraph numbers as ranges, with an en dash."""
    runs: list[list[int]] = []
    for number in sorted(set(paragraphs)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}\u2013{run[-1]}" for run in runs)


def marked(title: str, *, inside_marks: bool) -> str:
    """The title with typographic marks: single ones where the title itself is inside double ones, else double."""
    inner = "\u2018\\1\u2019" if inside_marks else "\u201c\\1\u201d"
    return _QUOTED.sub(inner, title).replace("'", "\u2019")


def sentence_case(title: str, proper: Iterable[str]) -> str:
    """The title in sentence case, as APA prints it in the reference list: capitals only at the start, in words all of
    capitals, and in the proper names that are given.
    """
    kept = set(proper)
    first, *rest = title.split(" ")
    bare = ((word, word.strip("'\"\u2018\u2019\u201c\u201d,.:;?!")) for word in rest)
    return " ".join([first, *(word if name.isupper() or name in kept else word.lower() for word, name in bare)])


def _joined(names: list[str], last: str) -> str:
    """Names in a row, with a comma and a word or sign before the last one."""
    return f"{', '.join(names[:-1])}, {last} {names[-1]}" if len(names) > 1 else "".join(names)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _sentences(*parts: str) -> str:
    """Parts of an entry, each ending with a full stop, unless it ends with a mark of its own."""
    return " ".join(closed(part) for part in parts if part)


def closed(text: str) -> str:
    """A text with a full stop, inside closing quotation marks, unless it ends with a mark of its own."""
    bare = text.rstrip("\u2019\u201d")
    return text if bare.endswith((".", "?", "!")) else f"{bare}.{text[len(bare) :]}"


def apa(work: Work) -> Forms:
    """APA 7: without an author the title comes first, without a date ``n.d.`` is printed."""
    title = marked(work.sentence_title, inside_marks=False)
    names = _joined([name.initials for name in work.authors], "&")
    date = f"({_listed(work.year, work.published.month_day if work.published else '')})"
    retrieved = f"{work.accessed_after('Retrieved')}, from " if work.accessed else ""
    head = (names, date, title) if names else (title, date)
    reference = f"{_sentences(*head, work.publisher)} {retrieved}{work.address}"
    cited = _listed(work.families("&"), work.year, work.locator("para.", "paras."))
    return Forms(reference, f"({cited})" if work.authors else f"(\u201c{work.short_title},\u201d {cited})")


def mla(work: Work) -> Forms:
    """MLA 9: without an author the title comes first; a date that is not known is left out."""
    author = f"{work.names[0]}, et al" if len(work.authors) > _TWO else _joined(work.names, "and")
    title = f"\u201c{closed(marked(work.title, inside_marks=True))}\u201d"
    where = _listed(work.publisher, work.published.mla if work.published else "", work.address)
    accessed = f"Accessed {work.accessed.mla}" if work.accessed else ""
    cited = _listed(work.families("and"), locator := work.locator("par.", "pars."))
    if not work.authors:
        cited = f"\u201c{work.short_title},\u201d {locator}" if locator else f"\u201c{work.short_title}\u201d"
    return Forms(_sentences(author, title, where, accessed), f"({cited})")


def _chicago_entry(work: Work, date: str, *year: str) -> str:
    """An entry of a bibliography; without an author the publication stands in the place of the names."""
    names = _joined(work.names, "and") or work.publisher
    if len(work.authors) > _MOST_CHICAGO:
        names = f"{', '.join(work.names[:_KEPT_CHICAGO])}, et al"
    title = f"\u201c{closed(marked(work.title, inside_marks=True))}\u201d"
    where = _listed(work.publisher if work.authors else "", date)
    return _sentences(names, *year, title, where, work.accessed_after("Accessed"), work.address)


def chicago_author_date(work: Work) -> Forms:
    """Chicago 18, author-date: without an author the publication comes first, without a date ``n.d.`` is printed."""
    reference = _chicago_entry(work, work.published.month_day if work.published else "", work.year)
    author = work.families("and") or work.publisher
    dated = f"{author} {work.year}" if work.published else f"{author}, {work.year}"
    return Forms(reference, f"({_listed(dated, work.locator('para.', 'paras.'))})")


def chicago_notes(work: Work) -> Forms:
    """Chicago 18, notes and bibliography: in a note without an author the title comes first, in the bibliography the
    publication does; without a date ``n.d.`` is printed.
    """
    date = work.published.american if work.published else work.year
    locator = work.locator("para.", "paras.")
    names = [name.straight for name in work.authors]
    author = f"{names[0]} et al." if len(names) > _TWO else " and ".join(names)
    after = _listed(work.publisher, date, locator, work.accessed_after("accessed"), work.address)
    title = marked(work.title, inside_marks=True)
    note = f"{author + ', ' if author else ''}\u201c{title},\u201d {after}."
    first = work.families("and") or work.publisher
    later = f"\u201c{work.short_title},\u201d {locator}." if locator else f"\u201c{closed(work.short_title)}\u201d"
    return Forms(_chicago_entry(work, date), note, f"{first}, {later}")


class CitationStyle(NamedTuple):
    """A style: its name, what writes its forms of a work, and its forms of the data set itself."""

    name: str
    write: Callable[[Work], Forms]
    dataset: Forms


DATASET: Final = "jcpoa_brief: one news analysis on the 2015 nuclear deal as typed data"
CONTRIBUTORS: Final = "The jcpoa_brief contributors"

# The data set has references of its own, so that credit for the annotation does not go to the article's publisher:
# APA's of a data set, MLA's and Chicago's of a work with a version and no publisher.
STYLES: Final[dict[Style, CitationStyle]] = {
    "apa": CitationStyle(
        "APA, 7th edition", apa, Forms("{by}. ({year}). {title} (V{versions}) [Data set].", "({by}, {year})")
    ),
    "mla": CitationStyle("MLA, 9th edition", mla, Forms("{by}. {title}. V{versions}, {year}. Data set.", "({by})")),
    "chicago-author-date": CitationStyle(
        "Chicago, 18th edition, author and date",
        chicago_author_date,
        Forms("{by}. {year}. {title}. V{versions}. Data set.", "({by} {year})"),
    ),
    "chicago-notes": CitationStyle(
        "Chicago, 18th edition, notes and bibliography",
        chicago_notes,
        Forms(
            "{by}. {title}. V{versions}. Data set, {year}.",
            "{by}, {title}, v{versions}, data set, {year}.",
            "{by}, {short_title}.",
        ),
    ),
}
"""Every style; a new one is a word in ``Style`` and a row here."""


def dataset_forms(style: Style, version: str, data_version: str, year: int) -> Forms:
    """The references of the data set itself."""
    forms = STYLES[style].dataset
    known = {
        "by": CONTRIBUTORS,
        "title": DATASET,
        "short_title": DATASET.partition(":")[0],
        "versions": f"ersion {version}, data {data_version}",
        "year": str(year),
    }
    note = forms.short_note
    return Forms(forms.reference.format(**known), forms.in_text.format(**known), note and note.format(**known))
