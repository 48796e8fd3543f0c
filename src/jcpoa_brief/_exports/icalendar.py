"""iCalendar (RFC 5545), written by the library icalendar: events that are dated to the day, as all-day entries."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from .._collections.date_overlaps import DatesOf
from .._model.families import Brief
from .._questions.timeline import TimelineEntry
from .exported_records import Written, at_their_dates, dated_events, not_on_a_timeline, other_date
from .formats import library
from .record_summaries import contradiction, paragraphs_of, status_of


def write(brief: Brief, dates: DatesOf = "article") -> Written:
    """A calendar. The title says if the date is uncertain or differs between article and sources."""
    ical = library("icalendar", "icalendar")
    calendar = ical.Calendar()
    calendar.add("prodid", f"-//jcpoa-brief//data {brief.article.data_version}//EN")
    calendar.add("version", "2.0")
    calendar.add("name", brief.article.title)
    calendar.add("x-wr-calname", brief.article.title)
    stamp = datetime.combine(brief.article.data_date, time(), UTC)
    line = dated_events(brief, dates)
    dated, contradicted = at_their_dates(brief, line)
    to_the_day = [one for one in dated if one.precision == "day" and not one.other_dates]
    for one in to_the_day:
        calendar.add_component(_entry(one, ical, stamp, brief))
    left_out = {**not_on_a_timeline(brief, line), "events that are not dated to the day": len(dated) - len(to_the_day)}
    left_out |= contradicted
    return Written({"": calendar.to_ical()}, left_out)


def _entry(one: TimelineEntry, ical: Any, stamp: datetime, brief: Brief) -> Any:  # noqa: ANN401  # the library's own
    event, day = one.event, date.fromisoformat(one.date.rstrip("?~"))
    marks = [one.label] * one.is_doubtful + [*filter(None, (other_date(one), contradiction(event)))]
    entry = ical.Event()
    entry.add("uid", f"{event.id}@jcpoa-brief.invalid")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", event.title + (f" ({'; '.join(marks)})" if marks else ""))
    entry.add("description", f"{event.summary}\n{status_of(event)}; {paragraphs_of(event)} of {brief.article.title}")
    entry.add("url", brief.article.address)
    entry.add("transp", "TRANSPARENT")
    entry.add("x-jcpoa-brief-edtf", one.date)
    if one.record_date:
        entry.add("x-jcpoa-brief-record-date", one.record_date)
    return entry
