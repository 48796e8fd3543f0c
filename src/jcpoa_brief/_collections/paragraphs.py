"""The article's paragraphs: their place, size and digests, and what each is about. Their words stay with the
article.
"""

from typing import ClassVar

from .._arguments import check_whole
from .._exported import exported_from
from .._model.ids import ParagraphNumber
from .._model.paragraph import Paragraph
from .._model.record import Entry
from .collection import Collection


@exported_from("jcpoa_brief")
class Paragraphs(Collection[Paragraph]):
    """The paragraphs, by number.

    >>> from jcpoa_brief import paragraphs
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
        """The paragraph with this number, which may be any number, or text such as a person types or a citation
        prints, ``5`` or ``¶5``; else None.

        >>> from jcpoa_brief import paragraphs
        >>> paragraphs.get("¶5") == paragraphs.get("5") == paragraphs.get(5) == paragraphs[5], paragraphs.get(14)
        (True, None)
        """
        if not isinstance(key, str):
            check_whole("key", key, "the number of a paragraph, as 5 or '5'")
            return next((paragraph for paragraph in self if paragraph.number == key), None)
        typed = key.strip().removeprefix("¶").strip()
        return next((paragraph for paragraph in self if str(paragraph.number) == typed), None)

    @property
    def numbers(self) -> tuple[ParagraphNumber, ...]:
        """The numbers, in order."""
        return tuple(paragraph.number for paragraph in self)
