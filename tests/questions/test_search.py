"""Search: every word somewhere in the record, ranked by written rules."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from jcpoa_brief import actors, events, sources
from jcpoa_brief._model.families import AnyRecord
from jcpoa_brief._questions.all_records import BY_ID, COLLECTIONS, family_of, place_in_article
from jcpoa_brief._questions.everyday_words import EVERYDAY_WORDS, ROWS
from jcpoa_brief._questions.search import (
    _JOINING,
    LONGEST_QUERY,
    WEIGHTS,
    Hit,
    SearchIndex,
    _texts,
    other_numbers,
    search,
    words_of,
)
from jcpoa_brief.errors import QueryTooLongError, UnknownValueError

RECORDS = tuple(BY_ID.values())


def is_word(text: str) -> bool:
    """Whether it is of letters, three or more."""
    return len(text) >= 3 and text.isalpha()


def both_words(*texts: str) -> bool:
    """Whether each of them is."""
    return all(map(is_word, texts))


WORDS = {
    record.id: [(weight, set(words_of(" ".join(_texts(record, field))))) for field, weight in WEIGHTS.items()]
    for record in RECORDS
}
JOINED = {
    record.id: [
        (weight, {a + b for text in _texts(record, field) for a, b in pairwise(words_of(text)) if both_words(a, b)})
        for field, weight in WEIGHTS.items()
    ]
    for record in RECORDS
}
VOCABULARY = sorted(set().union(*(words for fields in WORDS.values() for _, words in fields)))
PAIRS = sorted(set().union(*(words for fields in JOINED.values() for _, words in fields)))
NAMES = [(record.id, name) for record in RECORDS for name in record.names]


def one_number(one: str, other: str) -> bool:
    """Whether one is the plural of the other by its ending."""
    short, long = sorted((one, other), key=len)
    ending = long in (f"{short}s", f"{short}es") or (short.endswith("y") and long == f"{short[:-1]}ies")
    return ending and is_word(short) and (long == other or not (long.endswith(("ss", "us", "is")) or long == "news"))


def alike(asked: str, other: str) -> bool:
    """Whether a word of a text is matched by one of a query, be it the same or not."""
    return is_word(asked) and (other.startswith(asked) or one_number(asked, other))


@cache
def all_alike(asked: str) -> frozenset[str]:
    """The words of all texts that a word of a query matches."""
    return frozenset(other for other in VOCABULARY if alike(asked, other))


@cache
def all_of_the_records(asked: str) -> frozenset[str]:
    """The words of all texts that mean as much as an everyday word, in either number."""
    rows = (found for word, found in EVERYDAY_WORDS.items() if asked == word or one_number(asked, word))
    return frozenset(next(rows, ())).intersection(VOCABULARY)


@cache
def all_numbers(word: str) -> frozenset[str]:
    """The neighbours of all texts that make, joined, the plural or singular of a word."""
    return frozenset(other for other in PAIRS if is_word(word) and one_number(word, other))


def points(record: AnyRecord, query: list[str], word: str) -> int:
    """What one word earns in one record, read straight off the rules."""
    runs = [a + b for a, b in pairwise(query) if word in (a, b) and both_words(a, b)]
    same = [2 * weight for weight, words in WORDS[record.id] if word in words]
    matched = all_of_the_records(word).union(*map(all_alike, (word, *runs)))
    others = [weight for weight, words in WORDS[record.id] if words & matched]
    joined = [weight for weight, words in JOINED[record.id] if word in words or words & all_numbers(word)]
    return max(same + others + joined, default=0)


def rarity(query: list[str], word: str) -> int:
    """How often the number of records that a word matches can be doubled, and one more."""
    return (len(RECORDS) // max(1, sum(bool(points(record, query, word)) for record in RECORDS))).bit_length()


def by_the_rules(query: Iterable[str]) -> list[tuple[str, int, list[str]]]:
    """Ids, scores and missing words of the hits, by a scan of everything."""
    query = list(query)
    words = [word for word in dict.fromkeys(query) if word not in _JOINING] or list(dict.fromkeys(query))
    scored, named = [], []
    for record in RECORDS:
        earned = [points(record, query, word) for word in words]
        if any(earned):
            whole = any(list(words_of(name)) == query for name in record.names)
            named += [record] * whole
            score = sum(one * rarity(query, word) for one, word in zip(earned, words, strict=True))
            scored.append(
                (record, score + 1000 * whole, [word for one, word in zip(earned, words, strict=True) if not one])
            )
    order = list(COLLECTIONS)
    scored.sort(key=lambda hit: (-hit[1], place_in_article(hit[0]), order.index(family_of(hit[0]))))
    scored.sort(key=lambda hit: (bool(hit[2]), family_of(hit[0]) == "sources" and hit[0] not in named))
    return [(record.id, score, missing) for record, score, missing in scored]


queries = st.lists(
    st.sampled_from(VOCABULARY).flatmap(lambda word: st.integers(1, len(word)).map(lambda length: word[:length])),
    min_size=1,
    max_size=3,
)


@pytest.mark.parametrize("query", ["who opposes negotiations", "against talks", "reject talks", "oppose negotiating"])
def test_words_that_say_the_same_find_each_other(query: str) -> None:
    """Whoever is against talks opposes negotiations."""
    assert "powerful-forces-oppose-talks" in [hit.record.id for hit in search(query, families="claims")][:2]


@given(queries)
def test_the_index_answers_as_the_rules_say(query: list[str]) -> None:
    """Records, scores and order are those that a scan by the written rules gives."""
    words = list(words_of(" ".join(query)))
    hits = search(" ".join(query))
    assert [(hit.record.id, hit.score, list(hit.missing)) for hit in hits] == by_the_rules(words)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("deal", "jcpoa"),
        ("nukes", "iran-iaea-technical-understanding"),
        ("syria bombing", "us-airstrike-in-syria"),
        ("killed", "erbil-attack-toll"),
        ("who died in Erbil", "erbil-dead"),
        ("deaths", "us-airstrike-toll"),
        ("vote", "iran-presidential-election"),
        ("meeting", "iran-accepts-informal-talks"),
        ("talks", "informal-meeting"),
        ("monitors", "iran-restricts-inspectors"),
        ("Iran refused the meeting", "iran-declines-informal-meeting"),
        ("Iran snubbed talks", "iran-declines-informal-meeting"),
        ("frozen money", "frozen-assets-access"),
        ("covid", "iran-coronavirus-crisis"),
        ("virus deaths", "coronavirus-deaths"),
        ("quit the deal", "us-leaves-jcpoa"),
        ("easing of penalties", "substantive-sanctions-easing"),
        ("cheating", "iran-reverses-breaches"),
    ],
)
def test_everyday_words_find_what_the_records_say_in_others(query: str, wanted: str) -> None:
    """Who does not know the words of the data finds what they tell, with all words and not only in sources."""
    assert wanted in [hit.record.id for hit in search(query) if not hit.missing]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split()[0])
def test_each_everyday_word_leads_to_something(row: str) -> None:
    """None of them is in the table for nothing, and none stands there twice."""
    assert all({hit.family for hit in search(word)} - {"sources"} for word in row.split())
    assert not set(ROWS[row].split()).isdisjoint(VOCABULARY)
    assert len(EVERYDAY_WORDS) == len(" ".join(ROWS).split())


@given(queries)
def test_sources_come_last(query: list[str]) -> None:
    """Among records that match as many words, sources stand behind, unless the query is the whole of their name."""
    words = " ".join(query)
    unnamed = [hit for hit in search(words) if hit.score < 1000]
    for complete in (True, False):
        are_sources = [hit.family == "sources" for hit in unnamed if bool(hit.missing) != complete]
        assert are_sources == sorted(are_sources)


def test_a_source_comes_first_if_it_is_named_or_alone() -> None:
    """Its whole title is what was looked for, and a word that nothing else has is found where it stands."""
    assert search(sources["trt-world-funds-in-qatar"].title)[0].record.id == "trt-world-funds-in-qatar"
    assert search("Jerusalem Post")[0].family == "sources"


def test_every_record_is_reached_by_its_own_names() -> None:
    """Each name, alias, title and wording finds its record, and before all that only mention it."""
    for key, name in NAMES:
        hits = search(name)
        assert key in {hit.record.id for hit in hits}, name
        bearers = {record.id for record in RECORDS if name in record.names}
        assert hits[0].score == next(hit.score for hit in hits if hit.record.id in bearers), name


@given(st.sampled_from(NAMES), st.sampled_from([str.upper, str.lower, str.title, str.swapcase]), st.booleans())
def test_capitals_and_accents_do_not_matter(case: tuple[str, str], change: object, accented: bool) -> None:
    """A name finds its record in any case and with accents put on."""
    key, name = case
    typed = change(name)  # type: ignore[operator]
    typed = typed.replace("a", "a\u0301").replace("\u2019", "'") if accented else typed
    assert key in {hit.record.id for hit in search(typed)}


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    """No text makes search fail, and the same text gets the same answer."""
    assert search(text) == search(text)


@given(queries, st.sampled_from(VOCABULARY))
def test_what_has_all_words_comes_first(query: list[str], word: str) -> None:
    """A record in which every word matches stands before all others, and these say what they lack."""
    hits = search(" ".join([*query, word]))
    assert [bool(hit.missing) for hit in hits] == sorted(bool(hit.missing) for hit in hits)
    assert all(set(hit.missing) <= set(words_of(" ".join([*query, word]))) for hit in hits)


@pytest.mark.parametrize("text", ["", "   ", "?!", "\u201c\u201d \u2014 \u2026", "the", "\u0301", "'s"])
def test_a_text_without_words_finds_nothing(text: str) -> None:
    """Nothing was asked, so nothing is found."""
    assert search(text) == ()


def test_a_word_that_stands_nowhere_is_named() -> None:
    """It takes nothing away, every hit says that it lacks it, and what looks like it is shown."""
    assert search("qqqqqq") == ()
    assert {hit.missing for hit in search("Iran qqqqqq")} == {("qqqqqq",)}
    assert {hit.record.id for hit in search("Iran qqqqqq")} == {hit.record.id for hit in search("Iran")}
    empty = search("Rouhany")
    assert (empty, empty.near) == ((), {"rouhany": ("rouhani",)})
    assert repr(empty) == "<Hits: 0 for 'Rouhany'; near 'rouhany': 'rouhani'>"
    assert pickle.loads(pickle.dumps(empty)).near == empty.near


def test_a_question_in_plain_words_is_answered() -> None:
    """Words that join others do not count, unless there are no others."""
    first = search("Why did Iran refuse?")[0]
    assert first.missing == ()
    assert "refus" in first.record.model_dump_json().lower()
    assert repr(search("why did Iran refuse")).endswith(" with all words>")
    assert search("what of it") == search("What? Of it!")
    lacking = next(hit for hit in search("Iran refuses") if hit.missing)
    assert f"(without {lacking.missing[0]!r})" in str(lacking)
    assert str(search("Iran")).endswith(f"\u2026 and {len(search('Iran')) - 12} more")
    assert str(search("Khatibzadeh")).count("\n") == len(search("Khatibzadeh"))


def test_short_words_and_numbers_match_whole() -> None:
    """Two letters or a digit complete nothing: ``us`` is not ``use``, ``20`` is not ``2015``."""
    for query in ("us", "eu", "20"):
        assert all(points(hit.record, [query], query) % 2 == 0 for hit in search(query))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("airstrike", "air strike"),
        ("airstrikes", "air strikes"),
        ("rockets", "rocket"),
        ("countries", "country"),
        ("breaches", "breach"),
        ("Parties", "party"),
        ("laws", "law"),
    ],
)
def test_singular_and_plural_one_word_and_two_find_the_same(one: str, other: str) -> None:
    """What is written with an s or a space more or less is found alike."""
    found = {hit.record.id for hit in search(one)}
    assert found
    assert found <= {hit.record.id for hit in search(other)}


def test_two_words_are_found_by_one() -> None:
    """A text that has the word in two parts is found by the whole, in either number."""
    made = events.first().model_copy(update={"title": "Two hair cuts", "summary": "No more."})
    index = SearchIndex([made])
    every = frozenset(COLLECTIONS)
    assert [hit.field for text in ("haircut", "haircuts") for hit in index.search(text, every)] == ["title", "title"]
    assert index.search("haircuttery", every) == ()


def test_what_only_looks_like_a_plural_is_none() -> None:
    """Words in ss, us and is, and the word news, have no singular here."""
    assert other_numbers("press") == ("presss", "presses")
    assert other_numbers("status")[:1] == ("statuss",)
    assert "new" not in other_numbers("news")
    assert other_numbers("crisis") == ("crisiss", "crisises")
    assert other_numbers("gas") == ("gass", "gases")
    assert other_numbers("us") == other_numbers("2015s") == ()


def test_the_name_itself_comes_first() -> None:
    """A record whose name is the whole query stands before those that only contain it."""
    assert search("Iran")[0].record is actors["iran"]
    assert search("Iran")[0].score > 100


def test_families_can_be_chosen() -> None:
    """One family by name, or several; the ranking within is that of the whole search."""
    everything = search("Iran")
    assert search("Iran", families="events") == tuple(hit for hit in everything if hit.family == "events")
    assert search("Iran", families=["actors", "claims"]) == tuple(
        hit for hit in everything if hit.family in ("actors", "claims")
    )
    assert search("Iran", families=[]) == ()
    with pytest.raises(UnknownValueError, match="family cannot be 'event'"):
        search("Iran", families="event")  # type: ignore[arg-type]


def test_a_hit_names_family_and_field() -> None:
    """Each hit says where the word stands that matched best."""
    for hit in search("Khatibzadeh"):
        assert hit.record in COLLECTIONS[hit.family]
        assert any("khatibzadeh" in set(words_of(text)) for text in _texts(hit.record, hit.field))


def test_a_hit_prints_what_it_found() -> None:
    """The text of a hit has the id, and marks an event that is not actual."""
    first = search("Iran")[0]
    assert str(first) == "iran (actors, name): Iran"
    assert repr(first) == f"<Hit: {first}>"
    planned = events.where(lambda event: event.status == "planned").first()
    assert str(Hit(planned, "events", 8, "title")).endswith(f"{planned.title} [planned]")


def test_points_and_commas_in_numbers_and_abbreviations() -> None:
    """Abbreviations lose their points, numbers keep the decimal point and lose the thousands comma."""
    assert list(words_of("The U.S.A.'s 1.6 million, or 1,600,000. An end.")) == [
        "usa",
        "1.6",
        "million",
        "or",
        "1600000",
        "end",
    ]


def test_a_megabyte_is_refused_at_once() -> None:
    """A text is no query; the error says how long it is and how long it may be."""
    started = time.perf_counter()
    with pytest.raises(QueryTooLongError, match=r"has 1000000 characters; search takes up to 1000") as caught:
        search("Iran " * 200_000)
    assert time.perf_counter() - started < 0.1
    assert (caught.value.length, caught.value.limit) == (1_000_000, LONGEST_QUERY)
    assert search("Iran " * 200)[0].record.id in BY_ID
