"""Every error of the package. It keeps its facts as attributes and makes its text when it is printed."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from ._lazy import renamed
from ._messages import LONGEST_VALUE, describe, did_you_mean, listed

__all__ = [
    "BriefError", "CitationNotFoundError", "CopyError", "DateOrderError", "InvalidAuthorError",
    "InvalidCitationError", "InvalidDataError", "InvalidDateError", "InvalidPredictionsError",
    "InvalidSpanError", "MissingExtraError", "NotOneError", "Problem", "QueryTooLongError", "RetiredIdWarning",
    "TargetExistsError", "UnknownIdError", "UnknownValueError", "WrongTypeError",
]  # fmt: skip


class BriefError(Exception):
    """The base of all errors that this package raises on purpose.

    >>> issubclass(UnknownIdError, BriefError)
    True
    """


class UnknownIdError(BriefError, LookupError):
    """An id that no record of the family has.

    >>> print(UnknownIdError("actors", "irna", ("iran",)))
    no record 'irna' in actors; did you mean 'iran'?
    """

    def __init__(self, family: str, key: object, near: tuple[str, ...] = (), other_family: str = "") -> None:
        super().__init__(family, key, near, other_family)
        self.family = family
        """The collection in which it was looked up, such as ``actors``, or several, as in ``actors or events``; ``the
        brief`` for all families."""
        self.key = key
        """The id that was looked up."""
        self.near = near
        """The ids that look most like it, best first; often none."""
        self.other_family = other_family
        """Another collection that has exactly this id, such as ``events``; an empty text if there is none."""

    home: ClassVar[property] = renamed("home", "other_family")

    def __str__(self) -> str:
        said = f"no record {describe(self.key)} in {self.family}"
        if self.family == "paragraphs":
            return f"{said}: a paragraph is looked up by its number, as in paragraphs[5]; paragraphs.numbers lists all"
        if self.other_family:
            return f"{said}; did you mean {self.other_family}[{self.key!r}]?"
        if self.near:
            return said + did_you_mean(self.near)
        if self.family.isidentifier():
            return f"{said}; {self.family}.ids lists all, {self.family}.find(…) looks up names"
        return f"{said}; search(…) finds records by their names and words"


class NotOneError(BriefError, LookupError):
    """``.only()`` on a selection that does not have exactly one record, or ``.first()`` on an empty one.

    >>> print(NotOneError("actors", 0, "irann", ("iran",)))
    wanted one record of actors, found none for 'irann'; search('irann') looks in all texts; did you mean 'iran'?
    """

    def __init__(self, family: str, count: int, asked: str | None = None, near: tuple[str, ...] = ()) -> None:
        super().__init__(family, count, asked, near)
        self.family = family
        """The collection that was asked for one record."""
        self.count = count
        """How many records it has."""
        self.asked = asked
        """The name that was passed to ``.find``, if the selection came from it."""
        self.near = near
        """Ids of records with a similar name if it has none, the ids of its records if it has several."""

    def __str__(self) -> str:
        found = "none" if self.count == 0 else str(self.count)
        asked = f" for {describe(self.asked)}" if self.asked is not None else ""
        said = f"wanted one record of {self.family}, found {found}{asked}"
        if self.count:
            return f"{said}; they are: {listed(self.near)}" if self.near else said
        if self.asked and len(self.asked) <= LONGEST_VALUE and self.family != "paragraphs":
            said += f"; search({self.asked!r}) looks in all texts"
        return said + did_you_mean(self.near)


class UnknownValueError(BriefError, ValueError):
    """An argument that is not one of the words that a parameter takes.

    >>> print(UnknownValueError("role", "agnt", ("agent", "recipient", "other")))
    role cannot be 'agnt'; it is one of 'agent', 'recipient', 'other'
    """

    def __init__(self, parameter: str, value: object, allowed: tuple[str, ...], near: tuple[str, ...] = ()) -> None:
        super().__init__(parameter, value, allowed, near)
        self.parameter = parameter
        """The parameter's name."""
        self.value = value
        """What was passed."""
        self.allowed = allowed
        """Every word that it takes."""
        self.near = near
        """The words that look most like it, best first; often none."""

    def __str__(self) -> str:
        words = listed(self.allowed) if isinstance(self.value, str) else ", ".join(self.allowed)
        return f"{self.parameter} cannot be {describe(self.value)}; it is one of {words}{did_you_mean(self.near)}"


class WrongTypeError(BriefError, TypeError):
    """An argument of the wrong type, such as a list where each value must be a separate argument.

    >>> print(WrongTypeError("speaker", None, "the id or record of an actor"))
    speaker cannot be None: want the id or record of an actor
    """

    def __init__(self, argument: str, value: object, wanted: str) -> None:
        super().__init__(argument, value, wanted)
        self.argument = argument
        """The parameter's name; if it takes several values, the name of one of them."""
        self.value = value
        """What was passed."""
        self.wanted = wanted
        """What the parameter takes, in words."""

    def __str__(self) -> str:
        return f"{self.argument} cannot be {describe(self.value)}: want {self.wanted}"


class _UnreadableError(BriefError, ValueError):
    """A text that cannot be read as a date, an author or a citation."""

    _meant: ClassVar[str]

    def __init__(self, text: str, why: str) -> None:
        super().__init__(text, why)
        self.text = text
        """What was passed."""
        self.why = why
        """What is wrong with it, in a few words."""

    def __str__(self) -> str:
        return f"cannot read {describe(self.text)} as {self._meant}: {self.why}"


class InvalidDateError(_UnreadableError):
    """A text that is not a date in the part of EDTF that this package reads.

    >>> print(InvalidDateError("2021-02-30", "February 2021 has 28 days"))
    cannot read '2021-02-30' as a date: February 2021 has 28 days
    """

    _meant = "a date"


class DateOrderError(BriefError, ValueError):
    """Two dates that overlap, so that neither is known to be earlier.

    >>> print(DateOrderError("2021-02", "2021-02-15"))
    2021-02 and 2021-02-15 have days in common, so neither is known to be earlier; date.sort_key sorts any dates
    """

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first, second)
        self.first = first
        """The first date, in EDTF."""
        self.second = second
        """The second date."""

    def __str__(self) -> str:
        days = f"{self.first} and {self.second} have days in common"
        return f"{days}, so neither is known to be earlier; date.sort_key sorts any dates"


class InvalidAuthorError(_UnreadableError):
    """A text that is not clearly the name of one author.

    >>> print(InvalidAuthorError("A. Doe; B. Roe", "several names go in a list"))
    cannot read 'A. Doe; B. Roe' as an author: several names go in a list
    """

    _meant = "an author"


class InvalidCitationError(_UnreadableError):
    """A text that is not a citation.

    >>> print(InvalidCitationError("5:26", "want paragraph:start-end, such as 5:0-26"))
    cannot read '5:26' as a citation: want paragraph:start-end, such as 5:0-26
    """

    _meant = "a citation"


class QueryTooLongError(BriefError, ValueError):
    """A search query that is too long.

    >>> print(QueryTooLongError(1_000_000, 1_000))
    the query has 1000000 characters; search takes up to 1000
    """

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length, limit)
        self.length = length
        """How many characters were passed."""
        self.limit = limit
        """How many are allowed."""

    def __str__(self) -> str:
        return f"the query has {self.length} characters; search takes up to {self.limit}"


class Problem(NamedTuple):
    """One problem of the data, or of predictions, and where it is.

    >>> print(Problem("events[3].date.edtf", "not a date: '2021-13'"))
    events[3].date.edtf: not a date: '2021-13'
    """

    place: str
    """The family, the record and the field, as in ``events[3].date.edtf``."""
    what: str
    """What is wrong there, and what would be right."""

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


class _ProblemsError(BriefError, ValueError):
    """Several problems, all listed."""

    _head: ClassVar[str]

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems
        """Every problem found, in the order of what was read."""

    def __str__(self) -> str:
        count = f"{len(self.problems)} problem{'' if len(self.problems) == 1 else 's'}"
        return "\n".join((f"{self._head} {count}:", *(f"  {problem}" for problem in self.problems)))


class InvalidDataError(_ProblemsError):
    """Data that breaks the schema or refers to missing records; nothing was loaded.

    >>> print(InvalidDataError((Problem("actors[0].id", "missing"),)))
    the data has 1 problem:
      actors[0].id: missing
    """

    _head = "the data has"


class InvalidPredictionsError(_ProblemsError):
    """Predictions that cannot be compared with the annotation; nothing was evaluated.

    >>> print(InvalidPredictionsError((Problem("predicted[0]", "there is no paragraph 14"),)))
    the predictions have 1 problem:
      predicted[0]: there is no paragraph 14
    """

    _head = "the predictions have"


class CopyError(BriefError, ValueError):
    """A copy or another text that cannot be read.

    >>> print(CopyError("article.txt", "this looks like the name of a file; pass pathlib.Path('article.txt')"))
    cannot read 'article.txt': this looks like the name of a file; pass pathlib.Path('article.txt')
    """

    def __init__(self, copy: str, why: str) -> None:
        super().__init__(copy, why)
        self.copy = copy
        """The path, or the text's beginning."""
        self.why = why
        """What is wrong with it, and what would be right."""

    def __str__(self) -> str:
        return f"cannot read {self.copy!r}: {self.why}"


class CitationNotFoundError(BriefError, LookupError):
    """Cited words that were not found in a reader's copy or in another text.

    >>> print(CitationNotFoundError("2:418-439", 2, "missing", ""))
    the words of citation 2:418-439 were not found in this text: paragraph 2 is missing
    """

    def __init__(self, locator: str, paragraph: int, verdict: str, why: str) -> None:
        super().__init__(locator, paragraph, verdict, why)
        self.locator = locator
        """The citation, as ``paragraph:start-end``."""
        self.paragraph = paragraph
        """The number of its paragraph."""
        self.verdict = verdict
        """The verdict on the paragraph."""
        self.why = why
        """Why the words were not found; often empty."""

    def __str__(self) -> str:
        said = f"the words of citation {self.locator} were not found in this text"
        return f"{said}: paragraph {self.paragraph} is {self.verdict}{self.why and f', {self.why}'}"


class InvalidSpanError(BriefError, ValueError):
    """Offsets in a copy that do not lie in a proved sentence.

    >>> print(InvalidSpanError(10, 5, "it ends before it starts"))
    no citation for 10 to 5 of the copy: it ends before it starts
    """

    def __init__(self, start: int, end: int, why: str) -> None:
        super().__init__(start, end, why)
        self.start = start
        """The first offset, in the copy."""
        self.end = end
        """The last, exclusive."""
        self.why = why
        """What is wrong with it."""

    def __str__(self) -> str:
        return f"no citation for {describe(self.start)} to {describe(self.end)} of the copy: {self.why}"


class MissingExtraError(BriefError, ImportError):
    """A format whose library is not installed.

    >>> print(str(MissingExtraError("parquet", "pyarrow", "parquet")).partition(": ")[2])
    pip install 'jcpoa-brief[parquet]' (or [export], for all), or the library: pip install pyarrow
    """

    def __init__(self, format_: str, module: str, extra: str) -> None:
        super().__init__(format_, module, extra)
        self.format = format_
        """The format that was asked for."""
        self.module = module
        """The library that writes it."""
        self.extra = extra
        """The extra of this package that brings the library."""

    def __str__(self) -> str:
        said = f"{self.format} is written by {self.module}, which is not installed: pip install"
        return f"{said} 'jcpoa-brief[{self.extra}]' (or [export], for all), or the library: pip install {self.module}"


class TargetExistsError(BriefError, FileExistsError):
    """A file that exists already; nothing was written.

    >>> print(TargetExistsError(("brief.json",)))
    'brief.json' exists already; pass force=True to replace it
    """

    def __init__(self, files: tuple[str, ...]) -> None:
        super().__init__(files)
        self.files = files
        """The files that exist."""

    def __str__(self) -> str:
        they = ("exists", "it") if len(self.files) == 1 else ("exist", "them")
        return f"{listed(self.files)} {they[0]} already; pass force=True to replace {they[1]}"


class RetiredIdWarning(FutureWarning):
    """An id that was withdrawn but still works; the text names the one to use instead.

    >>> import warnings
    >>> warnings.simplefilter("error", RetiredIdWarning)  # for programs that must not use retired ids
    """


def warn_retired(old: str, new: str) -> None:
    """Warns that an id was withdrawn, at the caller's line: the first outside this package and pydantic."""
    import inspect  # noqa: PLC0415  # only a retired id needs it
    import warnings  # noqa: PLC0415

    level, frame = 1, inspect.currentframe()
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] in ("jcpoa_brief", "pydantic"):
        level, frame = level + 1, frame.f_back
    warnings.warn(f"{old!r} was retired; use {new!r}", RetiredIdWarning, stacklevel=level)
