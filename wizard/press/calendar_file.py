"""Days with a title → a file that calendars read (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

PROGRAM = "virkemiddelveiviseren"
_FIRST_DAY = date(2020, 1, 1)  # before any file of ours; what counts revisions from here only rises
_IN_THE_MORNING = timedelta(hours=9)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is said at nine in the morning, so many `weeks` before the day."""

    weeks: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on a day. `key` is what calendars know it by: the same key moves, and adds nothing.

    A `day` is nobody's working time: it is shown as free.
    """

    key: str
    day: date
    title: str
    told: str
    reminders: tuple[Reminder, ...] = ()


def calendar_file(name: str, entries: Iterable[Entry], made: date) -> bytes:
    """Return the file, called `name` and made on a day; the same entries give the same bytes.

    A reminder whose day is not after `made` is left out.
    """
    calendar = Calendar()
    for key, value in (
        ("prodid", f"-//{PROGRAM}//plan//NO"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("name", name),
        ("x-wr-calname", name),
    ):
        calendar.add(key, value)
    for each in sorted(entries, key=lambda each: (each.day, each.key)):
        calendar.add_component(_event(each, made))
    return bytes(calendar.to_ical())


def _event(entry: Entry, made: date) -> Event:
    event, stamp = Event(), datetime.combine(made, time(), UTC)
    for key, value in (
        ("uid", f"{entry.key}@{PROGRAM}"),
        ("dtstamp", stamp),
        ("last-modified", stamp),
        ("sequence", max((made - _FIRST_DAY).days, 0)),
        ("dtstart", entry.day),
        ("dtend", entry.day + _DAY),
        ("summary", entry.title),
        ("description", entry.told),
        ("transp", "TRANSPARENT"),  # a deadline takes nobody's day
    ):
        event.add(key, value)
    for reminder in entry.reminders:
        if entry.day - timedelta(weeks=reminder.weeks) > made:
            event.add_component(_alarm(reminder))
    return event


def _alarm(reminder: Reminder) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _IN_THE_MORNING - timedelta(weeks=reminder.weeks))
    alarm.add("description", reminder.text)
    return alarm
