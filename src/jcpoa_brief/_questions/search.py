"""Ranked search over the names, titles and texts of all families.

``search`` says what a word matches; the details are here.

*Words.* A text is cut into words of letters and digits, without capitals, accents, apostrophes and possessives. Points
inside abbreviations go (``U.S.`` is ``us``), a decimal point stays (``1.6``), a thousands comma goes. The articles
``a``, ``an`` and ``the`` do not count, nor do words that join others, such as ``why`` and ``did``, unless the query has
no other. Codings, dates and notes are not searched.

*Matching.* Only words of three letters or more, without a digit, match other forms: ``us`` does not find ``use``. A
plural is known by its ending: a word of four letters or more that ends in ``s`` (not ``ss``, ``us``, ``is`` or
``news``) matches the one without it, without ``es``, and with ``y`` for ``ies``, if three letters are left. Everyday
words also match the words of the records that mean as much, as ``nuke`` matches ``nuclear``: ``everyday_words``.

*Ranking.* Records in which all words match come first; among these the sources last, unless the query is the whole of
their name. The others follow in the same way. Each word earns the weight of the best field that it matches in, twice
that for the same word, times its rarity: how often the number of records that it matches can be doubled before it
passes the number of all records, and one more. A record's score is the sum, and 1,000 more when the query is the whole
of one of its names. Equal scores are in the article's order, records that begin at the same place in the order of the
families.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final, TypeAlias, cast, get_args

from .._argument_checks import check_type, read_words
from .._messages import describe, first_lines, listed, near_misses
from .._model.event import Place
from .._model.families import FAMILIES, AnyRecord, FamilyName
from .._public_class import public
from .._text import folded, normal
from ..errors import QueryTooLongError
from .all_records import COLLECTIONS, family_of, place_in_article, status_mark, title_of
from .everyday_words import EVERYDAY_WORDS

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
_WHOLE_NAME: Final = 1_000
_SHORTEST_PREFIX: Final = 3
_SHOWN: Final = 12  # hits that a printed search shows
_POSSESSIVE: Final = re.compile(r"'s(?!\w)|'")
_POINT: Final = re.compile(r"(?<!\d)\.|\.(?!\d)|(?<=\d),(?=\d)")
_WORD: Final = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_ARTICLES: Final = frozenset({"a", "an", "the"})

_JOINING: Final = frozenset(
    """
    about after all and any are as at be because been before but by can could did do does for from had has have how if
    in into is it its may might more no not of on or should so than that their them then there these they this those
    to was were what when where which who whom whose why will with would
    """.split()  # easier to read and to add to than a list
)
"""Words that join others and say nothing of their own; ``us`` is none, for it may be a country."""

Postings: TypeAlias = dict[int, tuple[int, str]]
"""Records, by their place in the ranking's last order, with the weight and name of a field."""


@public
@dataclass(frozen=True, repr=False, slots=True)
class Hit:
    """A record that a search found.

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
    """The field with the best match."""
    missing: tuple[str, ...] = ()
    """The words of the query that match nothing in it."""

    def __repr__(self) -> str:
        return f"<Hit: {self}>"

    def __str__(self) -> str:
        without = f" (without {listed(self.missing)})" if self.missing else ""
        title = f"{title_of(self.record)}{status_mark(self.record)}"
        return f"{self.record.id} ({self.family}, {self.field}): {title}{without}"


@public
class Hits(tuple[Hit, ...]):  # noqa: SLOT001  # a tuple has no room for a slot
    """What a search found, best first: a tuple with the query and, for words that occur nowhere, similar words.

    >>> search("Rouhany").near["rouhany"][0]
    'rouhani'
    """

    query: str
    """What was searched for."""
    near: dict[str, tuple[str, ...]]
    """The words of the query that occur nowhere, each with similar words of the data."""

    def __repr__(self) -> str:
        complete = sum(not hit.missing for hit in self)
        with_all = f", {complete} with all words" if complete < len(self) else ""
        near = [f"; near {describe(word)}: {listed(others)}" for word, others in self.near.items() if others]
        return f"<Hits: {len(self)} for {describe(self.query)}{with_all}{''.join(near)}>"

    def __str__(self) -> str:
        return "\n".join((repr(self)[1:-1], *first_lines(self, _SHOWN)))


def words_of(text: str) -> Iterator[str]:
    """The words of a text as search compares them."""
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", folded(normal(text))).casefold())
    if not bare.isascii():
        bare = "".join(char for char in bare if not unicodedata.combining(char))
    bare = _POINT.sub("", _POSSESSIVE.sub("", bare))
    return (word for word in _WORD.findall(bare) if word not in _ARTICLES)


@lru_cache(maxsize=1024)  # people search for the same words
def other_numbers(word: str) -> tuple[str, ...]:
    """Possible plurals and singulars of a word."""
    if not _whole(word):
        return ()
    forms = [f"{word}s", f"{word}es"]
    if word.endswith("y"):
        forms.append(f"{word[:-1]}ies")
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and word != "news":
        forms += [word.removesuffix("s"), word.removesuffix("es")]
        forms += [f"{word.removesuffix('ies')}y"] if word.endswith("ies") else []
    return tuple(form for form in dict.fromkeys(forms) if form != word and len(form) >= _SHORTEST_PREFIX)


@lru_cache(maxsize=1024)
def _same_in_the_records(word: str) -> tuple[str, ...]:
    """The words of the records that mean as much as an everyday word, in either number."""
    return next((EVERYDAY_WORDS[form] for form in (word, *other_numbers(word)) if form in EVERYDAY_WORDS), ())


def _whole(word: str) -> bool:
    """Whether a word can match other forms: it has three letters or more and no digit."""
    return len(word) >= _SHORTEST_PREFIX and word.isalpha()


def _runs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Neighbours that may be one word."""
    return ((first, second) for first, second in pairwise(words) if _whole(first) and _whole(second))


def _texts(record: AnyRecord, field: str) -> Iterator[str]:
    """The texts in a field."""
    value: object = getattr(record, field, None)
    if isinstance(value, Place):
        yield value.as_written
    elif isinstance(value, tuple):
        yield from map(str, cast("tuple[object, ...]", value))
    elif value is not None:
        yield str(value).replace("-", " ") if field == "id" else str(value)


class SearchIndex:
    """For every word, the records that have it, each with its best field; made once."""

    __slots__ = ("_families", "_joined", "_names", "_postings", "_records", "_vocabulary")

    def __init__(self, records: Iterable[AnyRecord]) -> None:
        order = get_args(FamilyName)
        self._records: Final = sorted(records, key=lambda one: (place_in_article(one), order.index(family_of(one))))
        self._families: Final[list[FamilyName]] = [family_of(record) for record in self._records]
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

    def search(self, text: str, families: frozenset[FamilyName]) -> Hits:
        """The hits for a query, best first."""
        query = tuple(words_of(text))
        telling = tuple(word for word in dict.fromkeys(query) if word not in _JOINING) or tuple(dict.fromkeys(query))
        runs = [(first, second, first + second) for first, second in _runs(query)]
        matches = {word: self._matches(word, [run[2] for run in runs if word in run]) for word in telling}
        scores: dict[int, int] = {}
        best: Postings = {}
        for found in matches.values():
            rarity = (len(self._records) // max(1, len(found))).bit_length()
            for number, match in found.items():
                scores[number] = scores.get(number, 0) + match[0] * rarity
                if number not in best or match[0] > best[number][0]:
                    best[number] = match
        named = self._names.get(" ".join(query), set()) & scores.keys()
        for number in named:
            scores[number] += _WHOLE_NAME
        ranked = sorted(sorted(scores), key=scores.__getitem__, reverse=True)  # equals stay in their order
        tiers: tuple[list[Hit], ...] = ([], [], [], [])  # all words, and of sources; some words, and of sources
        for number in ranked:
            family = self._families[number]
            if family in families:
                missing = tuple([word for word in telling if number not in matches[word]])
                hit = Hit(self._records[number], family, scores[number], best[number][1], missing)
                tiers[2 * bool(missing) + (family == "sources" and number not in named)].append(hit)
        answer = Hits(chain.from_iterable(tiers))
        nowhere = [word for word in telling if not matches[word]]
        answer.query, answer.near = text, {word: near_misses(word, self._vocabulary) for word in nowhere}
        return answer

    def _matches(self, word: str, runs: Iterable[str]) -> Postings:
        """The records that a word of the query matches, each with its most points and their field. ``runs`` are the
        word joined with its neighbours.
        """
        earned: list[tuple[Postings, int]] = []
        for one in (word, *runs):
            earned += ((self._postings[other], _WHOLE_WORD if other == word else 1) for other in self._completions(one))
            earned += ((self._postings[other], 1) for other in other_numbers(one) if other in self._postings)
        earned += ((self._postings[other], 1) for other in _same_in_the_records(word) if other in self._postings)
        earned += ((self._joined[form], 1) for form in (word, *other_numbers(word)) if form in self._joined)
        found: Postings = {}
        for postings, times in earned:
            for number, (weight, field) in postings.items():
                points = weight * times
                if number not in found or found[number][0] < points:
                    found[number] = (points, field)
        return found

    def _completions(self, word: str) -> Sequence[str]:
        """The words of the vocabulary that a word of the query matches."""
        if not _whole(word):
            return [word] if word in self._postings else []
        start = bisect_left(self._vocabulary, word)
        return self._vocabulary[start : bisect_left(self._vocabulary, f"{word}\U0010ffff", start)]


_INDEX: Final = SearchIndex(record for collection in COLLECTIONS.values() for record in collection)


def search(text: str, /, *, families: FamilyName | Iterable[FamilyName] | None = None) -> Hits:
    """The records with words of the text in their names, titles or texts, best first. Those with all words come before
    the others, and ``Hit.missing`` says what these lack.

    A word matches itself and, from three letters on, any word that begins with it; its plural or singular in ``s``,
    ``es`` or ``ies``; the same written in two words or in one: ``air strikes`` finds ``airstrike``; and everyday words
    the words of the records that mean as much: ``nukes`` finds ``nuclear``. Hits are ranked by how many words match,
    rare ones above common ones, by the field (what a record is called before what is said of it), the same word before
    any other that matches, then in the article's order; sources come after the other families. A record one of whose
    names is the whole text comes first. For a word that occurs nowhere ``near`` has similar ones.

    Args:
        text: Words, up to 1,000 characters.
        families: The name of one family, or several; all by default.

    Raises:
        QueryTooLongError: The text is longer.
        UnknownValueError: A family that does not exist.

    >>> [hit.record.id for hit in search("IRGC", families="actors")]
    ['revolutionary-guards']
    >>> {hit.family for hit in search("sanctions relief", families="events")}
    {'events'}
    >>> search("Why did Iran refuse?")[0].missing, search("?!")
    ((), <Hits: 0 for '?!'>)
    """
    check_type("text", text, str, "words as text")
    if len(text) > LONGEST_QUERY:
        raise QueryTooLongError(len(text), LONGEST_QUERY)
    several = FAMILIES if families is None else families
    chosen: frozenset[FamilyName] = read_words("families", several, FAMILIES, "family")
    return _INDEX.search(text, chosen)
