"""A day as three boxes: what a question and a field of the memo have in common."""

from datetime import date
from typing import ClassVar

from werkzeug.datastructures import MultiDict
from wtforms import Field

from wizard.web.forms.dates import BOXES

_A_YEAR = 2027


class DayBoxes(Field):
    """Day, month and year, each in a box.

    `faulty` are the boxes to look at again, where only some are wrong.
    """

    boxes: ClassVar[tuple[str, ...]] = BOXES
    faulty: frozenset[str] = frozenset()
    typed: dict[str, str]

    def put(self, value: date | None) -> None:
        """Show day, month and year; empty boxes where there is no day."""
        parts = (value.day, value.month, value.year) if value else ("", "", "")
        self.typed = dict(zip(self.boxes, map(str, parts), strict=True))

    def take(self, formdata: MultiDict[str, str]) -> None:
        """Keep the three texts."""
        self.typed = {box: formdata.get(self.part(box), "") for box in self.boxes}

    def part(self, name: str) -> str:
        """Return the name of one of the field's parts."""
        return f"{self.name}-{name}"

    @property
    def first_id(self) -> str:
        """Return the id of the first box that is wrong."""
        first = next((box for box in self.boxes if box in self.faulty), self.boxes[0])
        return f"{self.id}-{first}"

    @property
    def example(self) -> str:
        """Return a day as it can be typed."""
        return self.example_in(_A_YEAR)

    def example_in(self, year: int) -> str:
        """Return a day of a year as it can be typed."""
        return f"15 5 {year}"

    def is_wrong(self, box: str) -> bool:
        """Tell whether a box is among those to look at again."""
        return bool(self.errors) and box in (self.faulty or self.boxes)
