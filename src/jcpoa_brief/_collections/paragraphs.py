"""The article's paragraphs: position, size, digests and gist, without their words."""

from typing import ClassVar

from .._argument_checks import check_whole
from .._model.ids import ParagraphNumber
from .._model.paragraph import Paragraph
from .._model.record import Entry, paragraph_number
from .collection import Collection


class Paragraphs(Collection[Paragraph]):
    """The paragraphs, by number.

    >>> len(paragraphs)
    13
    """

    __slots__ = ()
    record_type: ClassVar[type[Entry]] = Paragraph
    _shown = ("number", "gist", "characters", "words")

    def __getitem__(self, number: ParagraphNumber, /) -> Paragraph:
        check_whole("number", number, "the number of a paragraph, as in paragraphs[5]")
        return self._record(number)

    def __contains__(self, item: object) -> bool:
        return not isinstance(item, bool) and super().__contains__(item)

    def get(self, key: str | int, /) -> Paragraph | None:
        """The paragraph with this number, as a number or as text such as ``5`` or ``¶5``; None if there is none.

        >>> paragraphs.get("¶5") == paragraphs.get("5") == paragraphs.get(5) == paragraphs[5], paragraphs.get(14)
        (True, None)
        """
        if not isinstance(key, str):
            check_whole("key", key, "the number of a paragraph, as 5 or '5'")
        number = paragraph_number(key) if isinstance(key, str) else key
        return next((paragraph for paragraph in self if paragraph.number == number), None)

    @property
    def numbers(self) -> tuple[ParagraphNumber, ...]:
        """The numbers, in order."""
        return tuple(paragraph.number for paragraph in self)
