"""What every record is, and the citation: the exact words that a record rests on."""

import re
from collections.abc import Iterable
from functools import total_ordering
from importlib import import_module
from itertools import pairwise
from typing import (
    Annotated,
    ClassVar,
    Final,
    Literal,
    Protocol,
    Self,
    TypeAlias,
    TypeVar,
    cast,
    get_args,
    runtime_checkable,
)

from pydantic import BaseModel, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from .._argument_checks import check_type
from .._lazy import renamed
from .._messages import paragraph_list
from .._public_class import public
from .._text import DIGEST_LENGTH, folded, full_digest, normal
from ..errors import InvalidCitationError, warn_retired
from .ids import RETIRED, ParagraphNumber

Agreement: TypeAlias = Literal["both", "one", "adjudicated"]
"""How far the two annotation passes agreed on a record: ``both`` coded it the same way, only ``one`` had it, or it was
``adjudicated``, because they differed or because a later reading corrected it."""

Sha256: TypeAlias = Annotated[str, Field(min_length=64, max_length=64, pattern=r"^[0-9a-f]+$")]
"""A full SHA-256 digest, 64 lower-case hexadecimal digits."""

_LOCATOR: Final = r"¶?\s*(\d{1,4}):(\d{1,9})-(\d{1,9})"
PARAGRAPH_NUMBERS: Final[tuple[ParagraphNumber, ...]] = get_args(ParagraphNumber)
_LONGEST_SHOWN: Final = 60  # characters of a value in a repr
_SHARED: Final = ("note", "agreement", "citations")


def digest_of(text: str) -> str:
    r"""The digest of a citation of these words, with any kind of quotation marks and spaces: the first 16 hexadecimal
    digits of SHA-256 over the UTF-8 of their folded form.

    >>> digest_of("Iran\u2019s  offer") == digest_of("Iran's offer")
    True
    """
    check_type("text", text, str, "a text")
    return full_digest(folded(normal(text)))[:DIGEST_LENGTH]


def in_reading_order(model: type[BaseModel]) -> list[str]:
    """The fields of a model; those that all records share come last, except for the id."""
    names = list(model.model_fields)
    return [name for name in names if name not in _SHARED] + [name for name in _SHARED if name in names]


class _Shown(str):
    """A text whose repr is the text itself."""

    __slots__ = ()
    __repr__ = str.__str__


def _shown(value: object) -> _Shown:
    """A value as the repr of a record shows it: parts by their text, long values shortened."""
    several = isinstance(value, tuple)
    parts = cast("tuple[object, ...]", value) if several else (value,)
    text = ", ".join(str(part) if isinstance(part, Entry) else repr(part) for part in parts)
    text = f"({text})" if several else text
    return _Shown(text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…")


def _replaced(value: object, annotation: object) -> object:
    """An id, or several, with withdrawn ones replaced if the field takes the new one."""
    if isinstance(value, list | tuple):
        return [_replaced(one, annotation) for one in cast("tuple[object, ...]", value)]
    new = RETIRED.get(value) if isinstance(value, str) else None
    if new is None or repr(new) not in str(annotation):
        return value
    warn_retired(str(value), new)
    return new


@public
class Entry(BaseModel, frozen=True, extra="forbid", defer_build=True, str_min_length=1):
    """The base of all records and their parts. They cannot be changed, and allow no unknown field and no empty text.

    Use it as the bound in a helper that takes any collection.

    >>> from typing import TypeVar
    >>> from jcpoa_brief.types import Collection, Entry
    >>> E = TypeVar("E", bound=Entry)
    >>> def last(records: Collection[E]) -> E:
    ...     return list(records)[-1]
    >>> last(events) in events
    True
    """

    @classmethod
    def __pydantic_init_subclass__(cls, **_options: object) -> None:
        public(cls)

    @model_validator(mode="before")
    @classmethod
    def _replace_retired_ids(cls, data: object) -> object:
        """Replaces withdrawn ids in the input, with a RetiredIdWarning."""
        if not isinstance(data, dict):
            return data
        fields, values = cls.model_fields, cast("dict[str, object]", data).items()
        return {name: _replaced(value, fields[name].annotation) if name in fields else value for name, value in values}

    _name_fields: ClassVar[tuple[str, ...]] = ()  # the fields whose texts are its names

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which ``.find`` finds it."""
        return self._texts(self._name_fields)

    def _texts(self, fields: Iterable[str]) -> tuple[str, ...]:
        """The texts in some fields."""
        texts: list[str] = []
        for field in fields:
            value: str | tuple[str, ...] | None = getattr(self, field)
            texts += (value,) if isinstance(value, str) else value or ()
        return tuple(texts)

    @property
    def external_ids(self) -> tuple[str, ...]:
        """The codes of other data sets by which ``.find`` finds it."""
        return ()

    def __repr__(self) -> str:
        return super().__repr__()  # defined here so that public makes it printable on any console

    def __repr_args__(self) -> Iterable[tuple[str | None, object]]:
        """What the repr shows: empty fields are left out and long values shortened, so that it fits a screen."""
        values = ((name, getattr(self, name)) for name in in_reading_order(type(self)))
        return [(name, _shown(value)) for name, value in values if value not in (None, ())]

    def _repr_html_(self) -> str:
        """A card for notebooks."""
        # A card needs all families, and they need this module. So it asks the package, as an unpickled selection does.
        return str(import_module("jcpoa_brief")._card_of(self))  # noqa: SLF001  # the package's own

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The model's JSON Schema: its docstring without the example, and the docstring under each field."""
        from .descriptions import CLASS, field_descriptions  # noqa: PLC0415  # only a schema needs them

        schema = handler(core_schema)
        resolved = handler.resolve_ref_schema(schema)
        texts = field_descriptions(cls)
        resolved["description"] = texts.pop(CLASS)
        for name, text in texts.items():
            resolved["properties"][name]["description"] = text
        return schema


@total_ordering
class Citation(Entry, frozen=True):
    """A passage of one paragraph: its place, and a digest that proves its words without containing them.

    Offsets count Unicode code points of the paragraph's normal form from 0, and the end is exclusive, as in the W3C
    TextPositionSelector (Web Annotation Data Model, section 4.2.5). Citations of the same place are equal, and
    citations sort in the article's order.

    >>> citation = Citation.parse("5:0-26")
    >>> print(citation, citation.locator)
    ¶5 5:0-26
    """

    paragraph: ParagraphNumber
    """The paragraph's number, 1 to 13."""
    start: int = Field(ge=0)
    """Offset of the first character."""
    end: int = Field(gt=0)
    """Offset after the last character."""
    digest: str | None = Field(default=None, min_length=16, max_length=16, pattern=r"^[0-9a-f]+$")
    """First 16 hexadecimal digits of SHA-256 over the UTF-8 of the words in folded form. Every citation of a record has
    one; one that was parsed from its place alone has none."""

    @model_validator(mode="after")
    def _has_length(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"the end, {self.end}, must be after the start, {self.start}")
        return self

    @classmethod
    def parse(cls, text: str) -> Self:
        """The citation for a text such as ``5:0-26``, without a digest.

        Raises InvalidCitationError if the text has another form, or the article has no such paragraph.

        >>> Citation.parse("5:0-26") == Citation(paragraph=5, start=0, end=26)
        True
        """
        check_type("text", text, str, "a text such as '5:0-26'")
        match = re.fullmatch(_LOCATOR, text.strip(), re.ASCII)
        if match is None:
            raise InvalidCitationError(text, "want paragraph:start-end, such as 5:0-26")
        number, start, end = (int(group) for group in match.groups())
        if number not in PARAGRAPH_NUMBERS:
            raise InvalidCitationError(text, f"the article has paragraphs 1 to {PARAGRAPH_NUMBERS[-1]}")
        if end <= start:
            raise InvalidCitationError(text, "the end must be after the start")
        return cls.model_validate({"paragraph": number, "start": start, "end": end})

    @property
    def locator(self) -> str:
        """The place as text, ``paragraph:start-end``; ``parse`` reads it back."""
        return f"{self.paragraph}:{self.start}-{self.end}"

    def _place(self) -> tuple[int, int, int]:
        return (self.paragraph, self.start, self.end)

    def __str__(self) -> str:
        return f"¶{self.paragraph}"

    def __eq__(self, other: object) -> bool:
        return self._place() == other._place() if isinstance(other, Citation) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._place())

    def __lt__(self, other: object) -> bool:
        return self._place() < other._place() if isinstance(other, Citation) else NotImplemented

    def overlaps(self, other: Self) -> bool:
        """Whether the two have a character in common.

        >>> Citation.parse("5:0-26").overlaps(Citation.parse("5:25-30"))
        True
        """
        check_type("other", other, Citation, "another Citation")
        return self.paragraph == other.paragraph and self.start < other.end and other.start < self.end

    def contains(self, other: Self) -> bool:
        """Whether the other citation lies inside this one.

        >>> Citation.parse("5:0-26").contains(Citation.parse("5:2-7"))
        True
        """
        check_type("other", other, Citation, "another Citation")
        return self.paragraph == other.paragraph and self.start <= other.start and other.end <= self.end


def paragraph_number(text: str) -> ParagraphNumber | None:
    """The paragraph that a text such as ``5`` or ``¶5`` names; None for any other text."""
    typed = text.strip().removeprefix("¶").strip()
    return next((number for number in PARAGRAPH_NUMBERS if str(number) == typed), None)


Id_co = TypeVar("Id_co", bound=str, covariant=True)


@public
@runtime_checkable
class HasId(Protocol[Id_co]):
    """Anything with an id. Filters that take an id take a record too."""

    @property
    def id(self) -> Id_co:
        """Its id."""
        ...


@public
@runtime_checkable
class Cited(Protocol):
    """Anything that has an id and cites the article: a record of any family that has citations."""

    @property
    def id(self) -> str:
        """The record's id."""
        ...

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The words that it rests on."""
        ...


class Record(Entry, frozen=True):
    """The base of the records that cite the article. Each family narrows ``id`` to its own ids."""

    id: str
    """Lower-case words joined by hyphens; unique across all families."""
    citations: tuple[Citation, ...] = Field(min_length=1)
    """The exact words that the record rests on, in the article's order."""
    note: str | None = None
    """A difficult decision or a doubt, in a sentence or two; often none."""
    agreement: Agreement
    """How far the two annotation passes agree on this record."""

    _form_fields: ClassVar[tuple[str, ...]] = ()  # the fields whose texts its citations prove

    @property
    def surface_forms(self) -> tuple[str, ...]:
        """The words as the body has them, for the families that ship them: of names, terms and quotations those that
        its citations prove.
        """
        proven = {(citation.digest, citation.end - citation.start) for citation in self.citations}
        return tuple(form for form in self._forms if (digest_of(form), len(form)) in proven)

    @property
    def _forms(self) -> tuple[str, ...]:
        """All texts that its citations may prove; an actor's full name need not stand in the body."""
        return self._texts(self._form_fields)

    wordings: ClassVar[property] = renamed("wordings", "surface_forms")

    @property
    def paragraphs(self) -> tuple[ParagraphNumber, ...]:
        """The numbers of the paragraphs that it cites, in order, each once."""
        return tuple(sorted({citation.paragraph for citation in self.citations}))

    def __str__(self) -> str:
        name = f": {self.names[0]}" if self.names else ""
        return f"{self.id}{name} ({paragraph_list(self.paragraphs)})"

    def all_citations(self) -> Iterable[tuple[str, Citation]]:
        """Every citation of the record and of its parts, each with its place in the record."""
        return ((f"citations[{number}]", citation) for number, citation in enumerate(self.citations))

    placed_citations: ClassVar[property] = renamed("placed_citations", "all_citations")

    @model_validator(mode="after")
    def _citations_in_order(self) -> Self:
        for citation, following in pairwise(self.citations):
            if not citation < following:
                raise ValueError(f"citations must be in the article's order, each once: {following} follows {citation}")
        return self
