"""Dates: what an EDTF text means in days, and what is no date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from jcpoa_brief import BriefDate, checks, events
from jcpoa_brief._model.dates import as_range, read_edtf
from jcpoa_brief.errors import DateOrderError, InvalidDateError, WrongTypeError


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2015", "2015-01-01", "2015-12-31", "year"),
        ("2021-02", "2021-02-01", "2021-02-28", "month"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2000-02", "2000-02-01", "2000-02-29", "month"),
        ("2021-02-25", "2021-02-25", "2021-02-25", "day"),
        ("2021-02-25?", "2021-02-25", "2021-02-25", "day"),
        ("2021-02-25~", "2021-02-24", "2021-02-26", "day"),
        ("2021-01~", "2020-12-01", "2021-02-28", "month"),
        ("2020-12~", "2020-11-01", "2021-01-31", "month"),
        ("2021-04~", "2021-03-01", "2021-05-31", "month"),
        ("2021~", "2020-01-01", "2022-12-31", "year"),
        ("2021-02/2021-03", "2021-02-01", "2021-03-31", "interval"),
        ("2021-02/2021-02", "2021-02-01", "2021-02-28", "interval"),
        ("2021-02/2021-02-10", "2021-02-01", "2021-02-10", "interval"),
        ("2021-02-15/2021-02", "2021-02-15", "2021-02-28", "interval"),
        ("2021-02-25/2021-02-25", "2021-02-25", "2021-02-25", "interval"),
        ("2021-02/..", "2021-02-01", None, "interval"),
        ("../2021-02", None, "2021-02-28", "interval"),
        ("2021-02-01~/2021-02-03", "2021-01-31", "2021-02-03", "interval"),
        ("0001", "0001-01-01", "0001-12-31", "year"),
        ("0001~", "0001-01-01", "0001-12-31", "year"),
        ("9999~", "9999-01-01", "9999-12-31", "year"),
        ("9999-12~", "9999-12-01", "9999-12-31", "month"),
        ("0001-01-01~", "0001-01-01", "0001-01-01", "day"),
    ],
)
def test_reads_what_is_a_date(text: str, earliest: str | None, latest: str | None, precision: str) -> None:
    """A text means its days, both ends included; ``~`` reaches one unit further, ``?`` does not."""
    found = read_edtf(text)
    assert (found.earliest and found.earliest.isoformat(), found.latest and found.latest.isoformat()) == (
        earliest,
        latest,
    )
    assert found.precision == precision


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2021-13", "there is no month 13"),
        ("2021-00", "there is no month 00"),
        ("2021-02-30", "2021-02 has 28 days"),
        ("2021-04-31", "2021-04 has 30 days"),
        ("2021-12-32", "2021-12 has 31 days"),
        ("0000", "years run from 0001 to 9999"),
        ("2021-2-3", "want EDTF such as"),
        ("2021-02-25?~", "want EDTF such as"),
        ("2021-02-25%", "want EDTF such as"),
        ("2021-02-25-01", "want EDTF such as"),
        ("٢٠٢١", "want EDTF such as"),
        ("", "want EDTF such as"),
        ("2021-", "want EDTF such as"),
        ("/", "want EDTF such as"),
        ("2021/", "want EDTF such as"),
        ("/2021", "want EDTF such as"),
        ("-/..", "want EDTF such as"),
        ("../-", "want EDTF such as"),
        ("2021-03/2021-02", "it ends before it starts"),
        ("../..", "at least one end must be given"),
        ("2021/2022/2023", "want EDTF such as"),
        ("last week", "want EDTF such as"),
        ("1" * 100_000, "want EDTF such as"),
    ],
)
def test_refuses_what_is_none(text: str, why: str) -> None:
    """A text that is no date says why, and keeps what was passed."""
    with pytest.raises(InvalidDateError, match=why) as caught:
        read_edtf(text)
    assert caught.value.text == text


def test_limits_of_a_question() -> None:
    """A caller may pass a text, a date or nothing."""
    assert as_range(None) == as_range("..")
    assert as_range(date(2021, 2, 25)) == read_edtf("2021-02-25")
    for text in ("", "-", "."):
        with pytest.raises(InvalidDateError, match="want EDTF such as"):
            as_range(text)


def test_overlap() -> None:
    """Two ranges overlap when they share a day; an open end reaches everything."""
    assert read_edtf("2021-02").overlaps(read_edtf("2021-02-28/2021-03"))
    assert read_edtf("2021-02-28/2021-03").overlaps(read_edtf("2021-02"))
    assert not read_edtf("2021-02").overlaps(read_edtf("2021-03"))
    assert read_edtf("../2020").overlaps(as_range(None))
    assert not read_edtf("../2020").overlaps(read_edtf("2021/.."))


def test_dates_print_as_edtf() -> None:
    """A date prints as the EDTF it was coded in, and knows whether it is certain."""
    strike = events["us-airstrike-in-syria"].date
    assert strike is not None
    assert str(strike) == "2021-02-15?"
    assert not strike.certain
    assert strike.range == read_edtf("2021-02-15?")


def test_agree_with_two_other_readers() -> None:
    """For every date in the data, edtf and undate read the same bounds, and edtf-validate accepts the text."""
    edtf = pytest.importorskip("edtf", reason="needs the library edtf")
    undate = pytest.importorskip("undate", reason="needs the library undate")
    valid = pytest.importorskip("edtf_validate.valid_edtf", reason="needs the library edtf-validate")
    texts = {date.edtf for event in events for date in (event.date, *event.other_dates) if date is not None}
    texts |= {check.date for check in checks if check.date is not None}
    for text in texts:
        ours = read_edtf(text.replace("~", ""))  # how far "about" reaches is each reader's own rule
        parsed = edtf.parse_edtf(text)
        assert valid.is_valid(text), text
        if ours.earliest is not None:
            assert date(*parsed.lower_strict()[:3]) == ours.earliest, text
        if ours.latest is not None:
            assert date(*parsed.upper_strict()[:3]) == ours.latest, text
        if not set("?~") & set(text):
            other = undate.Undate.parse(text, "EDTF")
            assert _bound(other, "earliest") == ours.earliest, text
            assert _bound(other, "latest") == ours.latest, text


def _bound(parsed: object, side: str) -> date | None:
    """One end of what undate has read: an interval has dates of its own at its ends."""
    end = getattr(parsed, side)
    end = getattr(end, side, end)
    return None if end is None else date.fromisoformat(str(end))


def made(edtf: str) -> BriefDate:
    """A date of these days."""
    days = read_edtf(edtf)
    return BriefDate.model_construct(
        edtf=edtf, earliest=days.earliest, latest=days.latest, precision=days.precision, citations=()
    )


@pytest.mark.parametrize("made", [made, read_edtf])
def test_dates_are_ordered_where_that_can_be_told(made: Callable[[str], Any]) -> None:
    """All days before, or the same days: an order. Days in common: an error that says so. Never a silent guess."""
    february, day, march = made("2021-02"), made("2021-02-15"), made("2021-03")
    assert day < march
    assert march > day
    assert day <= march
    assert march >= day
    assert not march < day
    assert february <= made("2021-02")
    assert february >= made("2021-02")
    assert not february < made("2021-02")
    assert not february < made("2021-02-01/2021-02-28")
    assert february <= made("2021-02-01/2021-02-28")
    for compare in (
        lambda: february < day,
        lambda: day > february,
        lambda: february <= day,
        lambda: day >= february,
        lambda: february < made("2021-02-01"),
        lambda: made("2021-02-01") < february,
        lambda: february < made("2021-02-28"),
        lambda: made("2021-02-28") < february,
        lambda: made("2021-02/..") < march,
        lambda: made("../2021-02") >= february,
    ):
        with pytest.raises(DateOrderError, match="have days in common, so neither is known to be earlier"):
            compare()
    with pytest.raises(TypeError):
        february < "2021-03"  # noqa: B015
    with pytest.raises(TypeError):
        february <= "2021-03"  # noqa: B015
    with pytest.raises(TypeError):
        february > "2021-03"  # noqa: B015
    with pytest.raises(TypeError):
        february >= "2021-03"  # noqa: B015


def test_a_sort_key_orders_at_any_rate() -> None:
    """An open end comes before or after every day."""
    dates = [made(text) for text in ("2021/..", "2021", "../2021", "2020-12-31")]
    assert [str(one) for one in sorted(dates, key=lambda one: one.sort_key)] == [
        "../2021",
        "2020-12-31",
        "2021",
        "2021/..",
    ]


def test_approximate_and_uncertain_are_two_things() -> None:
    """``~`` and ``?`` are told apart; certain is what has neither."""
    marks = {
        text: (made(text).is_approximate, made(text).is_uncertain) for text in ("2021~", "2021?", "2021", "2021~/2022?")
    }
    assert marks == {
        "2021~": (True, False),
        "2021?": (False, True),
        "2021": (False, False),
        "2021~/2022?": (True, True),
    }
    assert [made(text).certain for text in marks] == [False, False, True, False]


class Array:
    """An array like those of numpy: it compares item by item, so that the answer is no truth value, and is no number
    although it has the method.
    """

    def __eq__(self, other: object) -> Any:
        return self

    __hash__ = None  # type: ignore[assignment]

    def __bool__(self) -> bool:
        raise ValueError("the truth value of an array with more than one element is ambiguous")

    def __index__(self) -> int:
        raise TypeError("only integer scalar arrays can be converted to a scalar index")


@pytest.mark.parametrize(
    ("ask", "argument"),
    [
        (lambda array: events.between(array, None), "start"),
        (lambda array: events.between(None, array), "end"),
        (events.on, "day"),
        (events.cited_in, "paragraph"),
    ],
)
def test_an_array_is_no_date_and_no_number(ask: Callable[[Any], object], argument: str) -> None:
    """What has the wrong type is refused before it is compared."""
    with pytest.raises(WrongTypeError, match=f"{argument} cannot be"):
        ask(Array())


def test_years_are_dates() -> None:
    """A year may be a number; what is no year is refused, however long."""
    for year in (1, 2021, 9999):
        assert as_range(year) == read_edtf(f"{year:04}")
    for wrong in (0, -1, 10_000, 10**5000):
        with pytest.raises(InvalidDateError, match="want a year from 1 to 9999"):
            as_range(wrong)
