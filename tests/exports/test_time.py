"""TimelineJS and iCalendar, shown by TimelineJS itself and read by two libraries of calendars."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pytest
from exports_shared import need, script_safe, wait

from jcpoa_brief import events, export, export_all
from jcpoa_brief._collections.date_overlaps import DatesOf
from jcpoa_brief._exports import icalendar, timelinejs
from jcpoa_brief._exports.exported_records import dated_events
from jcpoa_brief._exports.formats import FORMATS
from jcpoa_brief._model.families import Brief
from jcpoa_brief.errors import WrongTypeError
from jcpoa_brief.types import ExportFormat


def test_a_slide_for_each_actual_dated_event(brief: Brief, made: Callable[[str], bytes]) -> None:
    """Dates are no finer than the article's, and what is left out is counted."""
    slides = json.loads(made("timelinejs"))["events"]
    wanted = events.actual.where(lambda event: event.date)
    assert {slide["unique_id"] for slide in slides} == {event.id for event in wanted}
    for slide in slides:
        date = events[slide["unique_id"]].date
        assert date is not None
        if date.precision != "interval":
            assert len(slide["start_date"]) == {"year": 1, "month": 2, "day": 3}[date.precision]
    by_id = {slide["unique_id"]: slide for slide in slides}
    assert by_id["us-leaves-jcpoa"]["start_date"] == {"year": 2018, "month": 5}
    assert by_id["us-leaves-jcpoa"]["record_date"] == "2018-05-08"
    assert timelinejs.write(brief).left_out == {
        "events that are not actual": len(events) - len(events.actual),
        "events without a date": len(events.actual) - len(wanted),
    }


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("which", ["brief", "hostile"])
def test_timelinejs_shows_every_slide(
    which: str,
    request: pytest.FixtureRequest,
    page: Callable[[str], Any],
    packages: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    """TimelineJS finds the file valid and shows each headline as it is; a script in one does not run."""
    brief: Brief = request.getfixturevalue(which)
    content = json.loads(timelinejs.write(brief).files[""])
    folder = packages("@knight-lab/timelinejs") / "dist"
    driver = page(
        f"<link rel=stylesheet href='{(folder / 'css/timeline.css').as_uri()}'>"
        f"<script src='{(folder / 'js/timeline.js').as_uri()}'></script>"
        "<div id=out style='width:1300px;height:900px'></div><script>"
        f"window.made = new TL.Timeline('out', {script_safe(content)}, {{font: null}});"
        "window.made.on('ready', () => { document.title = 'done' })</script>"
    )
    wait(driver)
    driver.save_screenshot(str(tmp_path / "timeline.png"))
    assert driver.execute_script("return [made.config.isValid(), made.config.getErrors()]") == [True, []]
    shown = driver.execute_script(
        "return Array.from(document.querySelectorAll('#out .tl-slide h2.tl-headline')).map(one => one.textContent)"
    )
    wanted = [
        " ".join(text.split()) for text in (brief.article.title, *(one.event.title for one in dated_events(brief)))
    ]
    assert sorted(" ".join(one.split()) for one in shown) == sorted(wanted)
    assert driver.execute_script("return document.querySelectorAll('#out script').length") == 0


def test_hostile_headlines_are_text(hostile: Brief) -> None:
    """What is in a title is escaped once, and comes back whole."""
    slides = json.loads(timelinejs.write(hostile).files[""])["events"]
    assert [unescape(one["text"]["headline"]) for one in slides] == [one.event.title for one in dated_events(hostile)]


def entries(brief: Brief) -> list[Any]:
    """The entries of the calendar, as the library reads them."""
    calendar = need("icalendar").Calendar.from_ical(icalendar.write(brief).files[""])
    return list(calendar.walk("VEVENT"))


def test_only_days_are_in_the_calendar(brief: Brief) -> None:
    """Each entry is one day, the article's; a month is no day; all others are counted."""
    read = entries(brief)
    for entry in read:
        event = events[entry["uid"].partition("@")[0]]
        assert event.date is not None
        assert event.date.precision == "day"
        assert entry.decoded("dtstart").isoformat() == event.date.edtf.rstrip("?~")
        assert (entry.decoded("dtend") - entry.decoded("dtstart")).days == 1
        assert not event.other_dates
        doubtful = not event.date.certain
        assert doubtful == bool(re.search(r" or |perhaps|about", str(entry["summary"])))
    assert len(read) + sum(icalendar.write(brief).left_out.values()) == len(events)


def test_a_date_leaves_with_the_record_s(brief: Brief) -> None:
    """Where the record has another day, the entry's title says so."""
    entry = next(one for one in entries(brief) if one["uid"].startswith("khatibzadeh-explains-refusal@"))
    assert "by the sources: 28 February 2021" in str(entry["summary"])
    assert str(entry["x-jcpoa-brief-record-date"]) == "2021-02-28"


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.dated])
def test_events_leave_with_the_dates_that_were_asked_for(name: ExportFormat) -> None:
    """With the record's dates an event stands at the record's, and the article's stands beside it."""
    texts = {dates: export(name, dates=dates).text.replace("\r\n ", "") for dates in get_args(DatesOf)}
    others = {dates: {*re.findall(r"by the (\w+)(?::|#58;) ([\w ]+)", text)} for dates, text in texts.items()}
    assert texts["article"] == export(name).text.replace("\r\n ", "")
    assert {whose for whose, _ in others["article"]} == {"sources"}
    assert {whose for whose, _ in others["record"]} == {"article"}
    assert ("sources", "28 February 2021") in others["article"]
    assert ("article", "perhaps 15 February 2021 or perhaps 26 February 2021") in others["record"]


def test_the_calendar_has_the_record_s_day(brief: Brief) -> None:
    """The strike is entered on the day that the record gives."""
    found = need("icalendar").Calendar.from_ical(icalendar.write(brief, "record").files[""]).walk("VEVENT")
    days = {one["uid"].partition("@")[0]: one.decoded("dtstart") for one in found}
    assert days["us-airstrike-in-syria"] == date(2021, 2, 25)
    assert days["us-leaves-jcpoa"] == date(2018, 5, 8)


def test_no_event_stands_on_a_day_that_sources_contradict(brief: Brief) -> None:
    """The order to strike has no day by the sources, and a check contradicts the article's: it is left out and counted.
    By the article's dates a slide has both of the article's days, and the calendar, which needs one, has none.
    """
    count = {"events whose day sources contradict": 1}
    slides = {dates: timelinejs.write(brief, dates) for dates in get_args(DatesOf)}
    assert b"biden-authorizes-strike" in slides["article"].files[""]
    assert b"biden-authorizes-strike" not in slides["record"].files[""]
    assert b"1 events whose day sources contradict" in slides["record"].files[""]
    need("icalendar")
    calendars = {dates: icalendar.write(brief, dates) for dates in get_args(DatesOf)}
    assert not any(b"biden-authorizes-strike@" in made.files[""] for made in calendars.values())
    assert all(count.items() <= made["record"].left_out.items() for made in (slides, calendars))


def test_other_formats_have_no_dates_to_choose() -> None:
    """A format that places no event in time says which do, and which have both dates."""
    with pytest.raises(WrongTypeError, match="'icalendar' place events in time; the tables and JSON have both"):
        export("csv", dates="record")


def test_all_formats_take_the_record_s_dates(tmp_path: Path) -> None:
    """Those that place events place them by the record."""
    export_all(tmp_path, events.of_type("ASSAULT"), dates="record")
    assert "by the article: " in (tmp_path / "jcpoa-brief.md").read_text(encoding="utf-8")


def summaries(brief: Brief) -> dict[str, str]:
    """The beginning of each entry's title, as the brief has it."""
    return {f"{event.id}@jcpoa-brief.invalid": event.title for event in brief.events}


@pytest.mark.parametrize("which", ["brief", "hostile"])
def test_titles_come_back_from_icalendar(which: str, request: pytest.FixtureRequest) -> None:
    """The library reads what it wrote, line breaks and all."""
    brief: Brief = request.getfixturevalue(which)
    titles = summaries(brief)
    assert entries(brief)
    assert [one["uid"] for one in entries(brief) if not str(one["summary"]).startswith(titles[str(one["uid"])])] == []


ICAL = """
const ICAL = require('ical.js');
const text = JSON.parse(require('fs').readFileSync(0));
const found = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(one => new ICAL.Event(one));
console.log(JSON.stringify(found.map(one => [one.uid, one.summary, one.startDate.toString(), one.startDate.isDate])));
"""


@pytest.mark.parametrize("which", ["brief", "hostile"])
def test_ical_js_reads_the_same(which: str, request: pytest.FixtureRequest, node: Callable[..., Any]) -> None:
    """A second library, in another language, finds the same entries on the same days."""
    brief: Brief = request.getfixturevalue(which)
    read = node(ICAL, "ical.js", given=icalendar.write(brief).files[""].decode())
    assert read == [
        [str(one["uid"]), str(one["summary"]), one.decoded("dtstart").isoformat(), True] for one in entries(brief)
    ]
