"""TimelineJS 3 JSON. Headlines and texts are HTML there; all that comes from records is escaped."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any, Final

from .._collections.date_overlaps import DatesOf
from .._model.families import Brief
from .._questions.timeline import TimelineEntry
from .exported_records import Written, as_json, at_their_dates, dated_events, not_on_a_timeline, one_file, other_date
from .record_summaries import paragraphs_of, status_of

_COUNTED: Final = "Paragraphs (¶) are those of the article, counted from the top."


def write(brief: Brief, dates: DatesOf = "article") -> Written:
    """The events that are actual and dated, a year or month as such, each with its date in words."""
    article, line = brief.article, dated_events(brief, dates)
    dated, contradicted = at_their_dates(brief, line)
    left_out = not_on_a_timeline(brief, line) | contradicted
    notes = "".join(f"<p>Left out: {count} {what}.</p>" for what, count in left_out.items() if count)
    about = f'<p>{escape(article.publisher)}, <a href="{escape(article.address)}">the article</a></p>'
    content = {
        "scale": "human",
        "title": {
            "text": {
                "headline": escape(article.title),
                "text": f"{about}<p>{escape(article.annotation_note)} {_COUNTED}</p>{notes}",
            }
        },
        "events": [_slide(one) for one in dated],
    }
    return one_file(as_json(content), left_out)


def _slide(one: TimelineEntry) -> dict[str, Any]:
    event = one.event
    other = f"<p>Date {escape(said)}.</p>" if (said := other_date(one)) else ""
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _start(one),
        "display_date": escape(one.label),
        "text": {
            "headline": escape(event.title),
            "text": f"<p>{escape(event.summary)}</p>{other}<p>{status_of(event)}; {paragraphs_of(event)}</p>",
        },
        "record_date": one.record_date,
    }
    if one.precision == "interval" and one.range.earliest and one.range.latest:
        slide["end_date"] = _day(one.range.latest)
    return slide


def _start(one: TimelineEntry) -> dict[str, int]:
    """The day, month or year that the date names; of an interval the first day, or where the start is open the last."""
    parts = one.date.rstrip("?~").split("-")
    if one.precision != "interval":
        return dict(zip(("year", "month", "day"), map(int, parts), strict=False))
    return _day(one.range.earliest or one.range.latest or date.min)


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
