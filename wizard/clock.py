"""What day it is: the one place that asks the machine.

The day is Norway's, wherever the server stands and whatever its own clock is set to: deadlines,
rates and council meetings follow it.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

NORWAY = ZoneInfo("Europe/Oslo")


def today() -> date:
    """Return the day in Norway now."""
    return day_of(datetime.now(tz=UTC))


def day_of(instant: datetime) -> date:
    """Return the day that it is in Norway at an instant, which must know its time zone."""
    return instant.astimezone(NORWAY).date()


def now() -> datetime:
    """Return this very second, as clocks in Norway show it."""
    return datetime.now(tz=NORWAY).replace(microsecond=0)


def seconds() -> float:
    """Return the seconds since 1970, which say how old a file is."""
    return datetime.now(tz=UTC).timestamp()
