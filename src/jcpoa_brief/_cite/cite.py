"""References to the article and to the paragraphs that a record rests on, in four styles.

The page prints no paragraph numbers; this package counts the paragraphs of the body, without pull quotes, headings and
links to other articles. APA allows counting; the editors of Chicago warn that such a number can mislead, so say once
that you counted; MLA prefers no number, and then the article itself is cited.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from operator import index
from typing import Final, Literal, SupportsIndex, TypeAlias, cast, get_args

from .. import __version__
from .._argument_checks import check_number, check_word, is_whole
from .._load.loaded import actors, article, sources
from .._model.article import Article
from .._model.dates import BriefDate, DateLike, Precision, plain_date, read_edtf
from .._model.event import Link, Place
from .._model.ids import ParagraphNumber
from .._model.paragraph import Paragraph
from .._model.record import PARAGRAPH_NUMBERS, Citation, Cited
from .._model.source import Source
from .._public_class import public
from ..errors import InvalidAuthorError, InvalidDateError, WrongTypeError
from .authors import authors_of_page, read_authors
from .bibliography import WRITERS, ReferenceFormat, dataset_work, page_work
from .styles import DATASET, STYLES, Style, When, dataset_forms, sentence_case

Citable: TypeAlias = (
    Cited | BriefDate | Place | Link | Citation | Paragraph | ParagraphNumber | Article | Source | Literal["dataset"]
)
"""What ``cite`` takes: a record that cites the article, its date, place or link, a citation, a paragraph or its
number, the article, a source, or ``"dataset"`` for this package and its data."""

_CITABLE: Final = (
    "the article, a Paragraph or its number, a Citation, a record that cites it, such a record's date, place or link, "
    "a Source, or 'dataset'"
)

_OF_TEXT: Final = "; lookup(...) gives the record of an id, Citation.parse(...) the place of a text such as '5:0-26'"
_OWN_PAGE: Final = next((source for source in sources if source.address == article.address), None)
_DAY_MONTH_YEAR: Final = "want a day, a month or a year, such as 2021-03-05 or 2021-03"
_DAY: Final = "want the day on which the page was read, such as 2026-11-24"
_PROPER: Final = tuple(name for actor in actors for name in actor.names if " " not in name)
_PUBLISHERS: Final = frozenset(source.publisher for source in sources)


@public
@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in one style, as plain text in two forms: one for the list of works at the end, without paragraph
    numbers, and one for the text or its notes, with them.

    >>> from jcpoa_brief import Citation
    >>> reference = cite(Citation.parse("5:0-26"), style="mla", author="Jane Doe", published="2021-03")
    >>> str(reference)[:10], reference.in_text
    ('Doe, Jane.', '(Doe, par. 5)')
    """

    style: Style
    """Its style."""
    reference: str
    """The full reference for the list of references, works cited or bibliography; ``str`` gives it too."""
    in_text: str
    """The form for the text, with the paragraphs: a parenthesis, or for ``chicago-notes`` the full note."""
    short_note: str | None
    """For ``chicago-notes``, the shortened note for every later mention; none for the other styles."""
    paragraphs: tuple[int, ...]
    """The paragraphs that are cited; none when it is the whole article."""
    publisher: str
    """The name that the style sets in italics, which plain text cannot show."""

    def __str__(self) -> str:
        return self.reference

    @property
    def html(self) -> str:
        """The full reference as HTML, with italics.

        >>> "<i>Inside Arabia</i>" in cite(article).html
        True
        """
        return self._italic(self.reference)

    def _italic(self, text: str) -> str:
        name = escape(self.publisher)
        return escape(text).replace(name, f"<i>{name}</i>")

    def _repr_html_(self) -> str:
        forms = (self.reference, self.in_text, self.short_note)
        return "".join(f"<p>{self._italic(form)}</p>" for form in forms if form)


def cite(  # noqa: PLR0913  # all but one have a default
    cited: Citable,
    /,
    *,
    style: Style = "apa",
    author: str | Sequence[str] | None = None,
    published: DateLike | None = None,
    accessed: DateLike | None = None,
    format: ReferenceFormat = "text",  # noqa: A002  # as users say it
) -> Reference:
    """A reference to the article, with the paragraphs that a record or citation rests on; or to this data set.

    This package knows neither the author nor the day of publication. Pass them if your page shows them; without them
    each style does what its manual says of unknown ones. Paragraphs are counted from the top of the body, without pull
    quotes and links; the page prints no numbers.

    Args:
        cited: A record that cites the article, the date, place or link of one, a citation, a paragraph or its number,
            or the article. Or a source, with the title, author and date that its page shows; its title keeps the page's
            capitals in every style. Or ``"dataset"``: this package with the versions of its code and its data; it takes
            no author and no date.
        style: ``apa`` (7th edition), ``mla`` (9th), ``chicago-author-date`` or ``chicago-notes`` (18th).
        author: The author's name, ``Jane Doe`` or ``Doe, Jane``, or a list of names. Without a comma the last word is
            the family name, and a particle is refused: ``van der Roe, Jan`` or ``Roe, Jan van der`` says which. No
            titles. A body's name ends with a comma: ``Editorial Board,``. A blank name is none.
        published: A day, month or year, as a ``date`` or text such as ``2021-03-05``.
        accessed: The day on which the page was read. All four styles print it only where no date of publication is
            known.
        format: ``text`` in the style; or an entry for reference managers, with the paragraphs in its note, which then
            stands in place of the full reference: ``bibtex``, ``ris`` or ``csl-json``. It has a day of reading only if
            ``accessed`` is passed.

    Raises:
        UnknownValueError: A style or format that does not exist.
        InvalidDateError: A text that is not a day, month or year.
        InvalidAuthorError: A text that could be several names, or one that divides in two ways.
        WrongTypeError: Something that does not cite the article, or no date, or no name.

    >>> from jcpoa_brief import Citation
    >>> print(cite(Citation.parse("5:0-26"), author="Jane Doe", published="2021-03").in_text)
    (Doe, 2021, para. 5)
    >>> print(cite(5, style="chicago-author-date").in_text)
    (Inside Arabia, n.d., para. 5)
    >>> print(cite(sources["wisconsin-project-additional-protocol"], style="mla").in_text)
    (Chin and Lincy)
    >>> print(cite("dataset", format="bibtex").reference.splitlines()[0])
    @dataset{jcpoa-brief,
    """
    check_word("style", style, get_args(Style), other_names={name: f"format={name!r}" for name in WRITERS})
    check_word("format", format, get_args(ReferenceFormat))
    if isinstance(cited, str) and cited == "dataset":
        for argument, value in (("author", author), ("published", published)):
            if value is not None:
                raise WrongTypeError(argument, value, "none: the data set has an author and a date of its own")
        forms = dataset_forms(style, __version__, article.data_version, article.data_date.year)
        text = forms.reference if format == "text" else WRITERS[format]([dataset_work(article)])
        return Reference(style, text, forms.in_text, forms.short_note, (), DATASET)
    page = cited if isinstance(cited, Source) else article
    if isinstance(author, str) and " ".join(author.split()).casefold() == page.publisher.casefold():
        raise InvalidAuthorError(author, "that is the publisher: leave the author out")
    paragraphs = _paragraphs(cited)
    when = _when("published", published, ("day", "month", "year"), _DAY_MONTH_YEAR)
    read = _when("accessed", accessed, ("day",), _DAY)
    authors = read_authors(author)
    known = page_work(page, _OWN_PAGE)
    work = replace(known, authors=authors or known.authors, accessed=read, paragraphs=paragraphs)
    work = replace(work, published=when, note="") if when else work
    in_style = replace(
        work,
        authors=authors or authors_of_page(page.author, _PUBLISHERS),
        sentence_title=sentence_case(page.title, _PROPER) if page.title == article.title else page.title,
        accessed=None if work.published else read,
    )
    forms = STYLES[style].write(in_style)
    text = forms.reference
    if format != "text":
        note = ". ".join(filter(None, (work.locator("para.", "paras."), work.note)))
        text = WRITERS[format]([replace(work, note=note)])
    return Reference(style, text, forms.in_text, forms.short_note, paragraphs, page.publisher)


def _paragraphs(cited: object) -> tuple[int, ...]:
    """The paragraphs to cite; none for the article or a source."""
    if isinstance(cited, Article | Source):
        return ()
    if isinstance(cited, Paragraph):
        return (cited.number,)
    if is_whole(cited):
        check_number("paragraph", cited, PARAGRAPH_NUMBERS)
        return (index(cast("SupportsIndex", cited)),)
    citations: object = (cited,) if isinstance(cited, Citation) else getattr(cited, "citations", None)
    if not isinstance(citations, tuple) or not citations:
        raise WrongTypeError("cited", cited, _CITABLE + (_OF_TEXT if isinstance(cited, str) else ""))
    return tuple(sorted({citation.paragraph for citation in cast("tuple[Citation, ...]", citations)}))


def _when(argument: str, value: DateLike | None, allowed: tuple[Precision, ...], why: str) -> When | None:
    """A date that is given as precisely as is allowed, and is certain; None for none."""
    if value is None:
        return None
    plain = str(plain_date(argument, value))
    try:
        precision = read_edtf(plain).precision
    except InvalidDateError:
        precision = "interval"
    if precision not in allowed or not plain[-1].isdigit():
        raise InvalidDateError(str(value), why)
    return When(*map(int, plain.split("-")))
