"""The events by their dates and their status: what happened when, and what is not told as real."""

from __future__ import annotations

from typing import Self, get_args

from .._arguments import check_flag, check_word
from .._model.dates import DateLike, as_range, plain_date
from .._model.event import Event
from ..errors import InvalidDateError
from .collection import CitedCollection
from .filtering import LeftOut
from .index import NOWHERE, union
from .when import DatesOf, inside, interval, intervals, readings, time_order, undated as none_dated


class EventsInTime(CitedCollection[Event]):
    """What the events can be asked about time and reality."""

    __slots__ = ()

    def between(
        self,
        start: DateLike | None,
        end: DateLike | None,
        *,
        undated: bool = False,
        within: bool = False,
        dates: DatesOf = "article",
    ) -> Self:
        """The events that can have happened between two dates, both included.

        Dates are EDTF texts, ``datetime.date`` or years as numbers; a month ends on its last day; None or ``".."`` is
        open. An event matches when any reading of its date shares a day with the interval, or with ``within`` only
        when all of them lie inside it. Undated events are left out unless ``undated``; the ``repr`` says how many. With
        ``dates="record"`` the record's date counts where a check gives one.

        An article can tell of no day after it was finished. So where its date of an event that occurred, is ongoing or
        did not occur has an open end, that end is the last day on which it can have been finished
        (``article.finished``); what is planned, threatened or hypothetical stays open, and so does a date of the
        record.

        Raises InvalidDateError for what is no date and for an interval that ends before it starts.

        >>> from jcpoa_brief import events
        >>> events["us-leaves-jcpoa"] in events.between("2018-05-31", "2018-12")
        True
        """
        check_word("dates", dates, get_args(DatesOf))
        check_flag("undated", undated)
        check_flag("within", within)
        days = interval(start, end)
        hits = intervals(self._index, dates).overlapping(days)
        if within:
            each = readings(self._index, dates)
            hits = tuple(place for place in hits if all(inside(reading, days) for reading in each[place]))
        without = none_dated(self._index, dates)
        if undated:
            return self._select(union([hits, without]))
        return self._select(hits, LeftOut("undated", self._positions, without))

    def on(self, day: DateLike, *, undated: bool = False, within: bool = False, dates: DatesOf = "article") -> Self:
        """The events that can have happened on a day, or in a month or year; as ``between`` with both ends the same.

        >>> from jcpoa_brief import events
        >>> events.on("2021-03-01") == events.between("2021-03-01", "2021-03-01")
        True
        """
        if plain_date("day", day) == "..":
            raise InvalidDateError("..", "want a day, a month, a year or an interval, such as 2021-02")
        days = as_range(day, "day")
        return self.between(days.earliest, days.latest, undated=undated, within=within, dates=dates)

    @property
    def dated(self) -> Self:
        """Those for which the article gives a date or a hint of one. The ``repr`` says how many were left out."""
        dated = self._index.facet("has a date", _has_a_date)
        return self._select(dated.get(True, NOWHERE), LeftOut("undated", self._positions, dated.get(False, NOWHERE)))

    @property
    def undated(self) -> Self:
        """Those for which it gives none."""
        return self._having("has a date", _has_a_date, [False])

    def chronological(self) -> tuple[Event, ...]:
        """The events in time, by first and then by last possible day; the undated ones at the end, in their order.

        >>> from jcpoa_brief import events
        >>> events.of_type("SANCTION").actual.between("2018", "2018", within=True).chronological()[0].id
        'us-leaves-jcpoa'
        """
        return tuple(sorted(self, key=time_order))

    @property
    def actual(self) -> Self:
        """Those that the article takes for real: occurred or ongoing. The ``repr`` says how many were left out.

        >>> from jcpoa_brief import events
        >>> {event.status for event in events.actual} == {"occurred", "ongoing"}
        True
        """
        real = self._index.facet("actual", lambda event: [event.actual])
        return self._select(real.get(True, NOWHERE), LeftOut("not actual", self._positions, real.get(False, NOWHERE)))


def _has_a_date(event: Event) -> tuple[bool]:
    return (event.date is not None,)
