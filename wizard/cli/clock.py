"""What day it is, for the command line: the one place there that asks the machine."""

from datetime import UTC, date, datetime


def today() -> date:
    """Return the day where the command is run."""
    return datetime.now(tz=UTC).astimezone().date()
