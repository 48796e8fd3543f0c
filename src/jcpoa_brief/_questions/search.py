"""Words in, records out: ranked search over names, titles and texts of all families.

The rules, all of them:

*Words.* A text is cut into words of letters and digits, without capitals, accents, apostrophes and possessives. Points
inside abbreviations go (``U.S.`` is ``us``), a decimal point stays (``1.6``), a thousands comma goes. The articles
``a``, ``an`` and ``the`` do not count.

*Matching.* Every word of the query must match somewhere in the record, in any of the fields that are searched: what it
is called, what is said of it in texts, its id; not its codings, dates and notes. It matches the same word,
or, when it has three letters or more and no digit:

- any word that begins with it: ``sanction`` finds ``sanctions``, but ``us`` does not find ``use``;
- its plural or singular by the ending: a word that ends in ``s`` (in four letters or more; not in ``ss``, ``us`` or
  ``is``, and not ``news``) matches the one without it, without ``es``, and with ``y`` for ``ies``, if three letters
  are left: ``strikes`` finds ``strike``, ``countries`` finds ``country`` and is found by it;
- the same written in one or in two: two words that stand side by side in the query, each of three letters or more,
  match what the joined word matches, and a word matches two neighbours of a text that make it, or its plural or
  singular, when joined: ``air strike`` finds ``airstrikes`` and is found by ``airstrike``.

*Ranking.* Each word earns the weight of the best field that it matches in, twice that for the same word; a record's
score is the sum, and 100 more when the query is the whole of one of its names. Equal scores stand in the article's
order, records that begin at the same place in the order of the families; sources come last.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias, cast, get_args

from .._arguments import check_several, check_type, check_word
from .._exported import exported_from
from .._messages import listed
from .._model.event import Place
from .._text import folded, normal
from ..errors import QueryTooLongError
from .families import COLLECTIONS, AnyRecord, FamilyName, family_of, place_in_article, status_mark, title_of

LONGEST_QUERY: Final = 1_000
"""How many characters a query may have; no record has a name as long."""

WEIGHTS: Final[Mapping[str, int]] = {
    "name": 4, "title": 4, "term": 4, "abbreviation": 4,
    "aliases": 3, "also_known_as": 3, "text": 3, "what": 3, "publisher": 3,
    "statement": 2, "title_as_written": 2, "place": 2, "value": 2, "id": 2,
    "affiliation": 1, "description": 1, "summary": 1, "definition": 1, "unit": 1,
    "article_says": 1, "record_says": 1, "shows": 1, "address": 1,
}  # fmt: skip
"""The fields that are searched, and how much a word in each is worth: what a record is called before what is said of
it."""

_WHOLE_WORD: Final = 2

_WHOLE_NAME: Final = 100

_SHORTEST_PREFIX: Final = 3

_possessive: Final = re.compile(r"'s(?!\w)|'")

_NO_PLURALS: Final = ("ss", "us", "is")

_NO_PLURAL: Final = "news"

_point: Final = re.compile(r"(?<!\d)\.|\.(?!\d)|(?<=\d),(?=\d)")

_word: Final = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")

_articles: Final = frozenset({"a", "an", "the"})

Postings: TypeAlias = dict[int, tuple[int, str]]
"""Records, by their place in the ranking's last order, with the weight and name of a field."""


@exported_from("jcpoa_brief")
@dataclass(frozen=True, repr=False, slots=True)
class Hit:
    """A record that a search found.

    >>> from jcpoa_brief import search
    >>> hit = search("Khatibzadeh")[0]
    >>> hit.record.id, hit.family, hit.field
    ('saeed-khatibzadeh', 'actors', 'name')
    """

    record: AnyRecord
    """What was found."""
    family: FamilyName
    """The collection that it belongs to."""
    score: int
    """How well it matches; comparable within one search only."""
    field: str
    """The field in which the word that matched best stands."""

    def __repr__(self) -> str:
        return f"<Hit: {self}>"

    def __str__(self) -> str:
        return f"{self.record.id} ({self.family}, {self.field}): {title_of(self.record)}{status_mark(self.record)}"


def words_of(text: str) -> Iterator[str]:
    """The words of a text as search compares them.

    >>> list(words_of("The U.S.'s caf\u00e9s paid 1,600.5"))
    ['us', 'cafes', 'paid', '1600.5']
    """
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", folded(normal(text))).casefold())
    if not bare.isascii():
        bare = "".join(char for char in bare if not unicodedata.combining(char))
    bare = _point.sub("", _possessive.sub("", bare))
    return (word for word in _word.findall(bare) if word not in _articles)


@lru_cache(maxsize=1024)  # people search for the same words
def other_numbers(word: str) -> tuple[str, ...]:
    """What may be the plural of a word, and what its singular.

    >>> other_numbers("strikes")
    ('strikess', 'strikeses', 'strike', 'strik')
    >>> other_numbers("country")
    ('countrys', 'countryes', 'countries')
    """
    if not _whole(word):
        return ()
    forms = [f"{word}s", f"{word}es"]
    if word.endswith("y"):
        forms.append(f"{word[:-1]}ies")
    if word.endswith("s") and not word.endswith(_NO_PLURALS) and word != _NO_PLURAL:
        forms += [word.removesuffix("s"), word.removesuffix("es")]
        forms += [f"{word.removesuffix('ies')}y"] if word.endswith("ies") else []
    return tuple(form for form in dict.fromkeys(forms) if form != word and len(form) >= _SHORTEST_PREFIX)


def _whole(word: str) -> bool:
    """Whether a word is long enough to stand for others, and is no number."""
    return len(word) >= _SHORTEST_PREFIX and word.isalpha()


def _runs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Neighbours that may be one word."""
    return ((first, second) for first, second in pairwise(words) if _whole(first) and _whole(second))


def _texts(record: AnyRecord, field: str) -> Iterator[str]:
    """What stands in a field, as texts."""
    value: object = getattr(record, field, None)
    if isinstance(value, Place):
        yield value.as_written
    elif isinstance(value, tuple):
        yield from map(str, cast("tuple[object, ...]", value))
    elif value is not None:
        yield str(value).replace("-", " ") if field == "id" else str(value)


class SearchIndex:
    """For every word, the records that have it and the best field in which they do; made once."""

    __slots__ = ("_joined", "_names", "_postings", "_records", "_vocabulary")

    def __init__(self, records: Iterable[AnyRecord]) -> None:
        order = get_args(FamilyName)
        self._records: Final = sorted(records, key=lambda one: (place_in_article(one), order.index(family_of(one))))
        self._postings: Final[dict[str, Postings]] = {}
        self._joined: Final[dict[str, Postings]] = {}
        self._names: Final[dict[str, set[int]]] = {}
        for number, record in enumerate(self._records):
            for name in record.names:
                self._names.setdefault(" ".join(words_of(name)), set()).add(number)
            for field, weight in WEIGHTS.items():  # heaviest first, so that the first posting is the best
                for text in _texts(record, field):
                    words = tuple(words_of(text))
                    for word in words:
                        self._postings.setdefault(word, {}).setdefault(number, (weight, field))
                    for first, second in _runs(words):
                        self._joined.setdefault(first + second, {}).setdefault(number, (weight, field))
        self._vocabulary: Final = sorted(self._postings)

    def search(self, text: str, families: frozenset[FamilyName]) -> tuple[Hit, ...]:
        """The hits for a query, best first."""
        query = tuple(words_of(text))
        found: dict[int, int] = {}
        fields: dict[int, tuple[int, str]] = {}
        for turn, word in enumerate(dict.fromkeys(query)):
            matches = self._matches(word, [first + second for first, second in _runs(query) if word in (first, second)])
            found = {
                number: found.get(number, 0) + points
                for number, (points, _) in matches.items()
                if not turn or number in found
            }
            for number in found:
                fields[number] = max(fields.get(number, (0, "")), matches[number], key=lambda match: match[0])
        for number in self._names.get(" ".join(query), set()) & found.keys():
            found[number] += _WHOLE_NAME
        hits = (
            Hit(record, family, found[number], fields[number][1])
            for number in sorted(found, key=lambda number: (-found[number], number))
            if (family := family_of(record := self._records[number])) in families
        )
        return tuple(hits)

    def _matches(self, word: str, runs: Iterable[str]) -> Postings:
        """The records that a word of the query matches, with its points and the field. ``runs`` are what it makes with
        its neighbours.
        """
        found: Postings = {}
        for one in (word, *runs):
            for other in self._completions(one):
                _gather(found, self._postings[other], _WHOLE_WORD if other == word else 1)
            for other in filter(self._postings.__contains__, other_numbers(one)):
                _gather(found, self._postings[other], 1)
        for form in filter(self._joined.__contains__, (word, *other_numbers(word))):
            _gather(found, self._joined[form], 1)
        return found

    def _completions(self, word: str) -> Iterator[str]:
        """The words of the vocabulary that a word of the query matches."""
        if not _whole(word):
            if word in self._postings:
                yield word
            return
        for place in range(bisect_left(self._vocabulary, word), len(self._vocabulary)):
            if not self._vocabulary[place].startswith(word):
                return
            yield self._vocabulary[place]


def _gather(found: Postings, more: Postings, times: int) -> None:
    """Adds records, each with the most points that it has earned."""
    for number, (weight, field) in more.items():
        points = weight * times
        if number not in found or found[number][0] < points:
            found[number] = (points, field)


_INDEX: Final = SearchIndex(record for collection in COLLECTIONS.values() for record in collection)

_ALL: Final = frozenset(COLLECTIONS)


def search(text: str, /, *, families: FamilyName | Iterable[FamilyName] | None = None) -> tuple[Hit, ...]:
    """The records in which every word of the text stands, in names, titles or texts, best first.

    A word matches itself and, from three letters on, any word that begins with it; its plural or singular in ``s``,
    ``es`` or ``ies``; and the same written in two words or in one: ``air strikes`` finds ``airstrike``. Capitals,
    accents, apostrophes and possessives do not matter. Hits are ranked by the field (what a record is called before
    what is said of it), the same word before any other that matches, then in the article's order; a record one of whose
    names is the whole text comes first. A text without words, such as punctuation, finds nothing.

    Args:
        text: Words, up to 1,000 characters.
        families: The name of one family, or several; all by default.

    Raises:
        QueryTooLongError: The text is longer.
        UnknownValueError: A family that does not exist.

    >>> from jcpoa_brief import search
    >>> [hit.record.id for hit in search("IRGC", families="actors")]
    ['revolutionary-guards']
    >>> {hit.family for hit in search("sanctions relief", families="events")}
    {'events'}
    >>> search("?!")
    ()
    """
    check_type("text", text, str, "words as text")
    if len(text) > LONGEST_QUERY:
        raise QueryTooLongError(len(text), LONGEST_QUERY)
    if families is None:
        return _INDEX.search(text, _ALL)
    chosen = (families,) if isinstance(families, str) else families
    check_several("families", chosen, f"any of {listed(get_args(FamilyName))}")
    chosen = tuple(chosen)
    for family in chosen:
        check_word("family", family, get_args(FamilyName))
    return _INDEX.search(text, frozenset(chosen))
