"""A day that tests turn forward."""

from datetime import date

from question_book import DAY


class Clock:
    """The clock of an app: the day of the tests, until a test turns it."""

    def __init__(self) -> None:
        """Begin on the day of the tests."""
        self.today = DAY

    def __call__(self) -> date:
        """Return the day."""
        return self.today
