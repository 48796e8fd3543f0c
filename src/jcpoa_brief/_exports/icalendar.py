"""iCalendar (RFC 5545), written by the library icalendar: events that are dated to the day, as all-day entries."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from .._model.brief import Brief
from .chosen import DatedEvent, Written, dated_events, not_on_a_timeline
from .described import paragraphs_of, status_of
from .formats import library


def write(brief: Brief) -> Written:
    """A calendar. A date that is uncertain, or that the record has otherwise, says so in the entry's title."""
    ical = library("icalendar", "icalendar")
    calendar = ical.Calendar()
    calendar.add("prodid", f"-//jcpoa-brief//data {brief.article.data_version}//EN")
    calendar.add("version", "2.0")
    calendar.add("name", brief.article.title)
    calendar.add("x-wr-calname", brief.article.title)
    stamp = datetime.combine(brief.article.data_date, time(), UTC)
    dated = dated_events(brief)
    to_the_day = [one for one in dated if one.date.precision == "day" and one.date.earliest == one.date.latest]
    for one in to_the_day:
        calendar.add_component(_entry(one, ical, stamp, brief))
    left_out = {**not_on_a_timeline(brief), "events that are not dated to the day": len(dated) - len(to_the_day)}
    return Written({"": calendar.to_ical()}, left_out)


def _entry(one: DatedEvent, ical: Any, stamp: datetime, brief: Brief) -> Any:  # noqa: ANN401  # the library's own
    event, day = one.event, one.date.earliest
    doubtful = not one.date.certain or bool(event.other_dates)
    marks = [one.label] * doubtful + [one.beside] * bool(one.beside)
    entry = ical.Event()
    entry.add("uid", f"{event.id}@jcpoa-brief.invalid")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1) if day else day)
    entry.add("summary", event.title + (f" ({'; '.join(marks)})" if marks else ""))
    entry.add("description", f"{event.summary}\n{status_of(event)}; {paragraphs_of(event)} of {brief.article.title}")
    entry.add("url", brief.article.address)
    entry.add("transp", "TRANSPARENT")
    entry.add("x-jcpoa-brief-edtf", one.date.edtf)
    if one.record_date:
        entry.add("x-jcpoa-brief-record-date", one.record_date)
    return entry
