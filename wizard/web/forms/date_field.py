"""A question that is answered with a day."""

from datetime import date
from typing import ClassVar

from wizard.domain.text import Text
from wizard.domain.values import Value
from wizard.voice.numbers import day
from wizard.web.forms import messages
from wizard.web.forms.dates import UnreadableDateError, holding, read_day
from wizard.web.forms.day_boxes import DayBoxes
from wizard.web.forms.fields import AnswerField, CannotReadError


class DateField(DayBoxes, AnswerField):
    """A question that is answered with a day."""

    kind: ClassVar[str] = "dato"

    def show(self, value: Value | None) -> None:
        """Show day, month and year."""
        self.put(value if isinstance(value, date) else None)

    @property
    def example(self) -> str:
        """Return a day as it can be typed, and that the field takes."""
        days = self.asked.days
        return self.example_in(days.last.year - 1) if days else super().example

    @property
    def held(self) -> str:
        """Return the meeting of the answer that has been since, as a day; else nothing."""
        answer, days = self.asked.answer, self.asked.days
        if days is None or not isinstance(answer, date) or not days.is_before(answer):
            return ""
        return day(answer, self.asked.language)

    def raw(self) -> str | None:
        """Return the day as `2027-05-15`."""
        try:
            said = read_day(self.typed)
        except UnreadableDateError as error:
            raise self._refusal(error.message, error.boxes) from None
        return said.isoformat() if said else None

    def _value(self, raw: str | list[str]) -> Value:
        value, days = super()._value(raw), self.asked.days
        if days is None or not isinstance(value, date) or value in days:
            return value
        language, first, last = self.asked.language, days.first or date.min, days.last
        another_year = not first.year <= value.year <= last.year
        boxes = holding("ar", self.typed) if another_year else frozenset[str]()
        raise self._refusal(
            messages.MEETING_HELD if days.is_before(value) else messages.FAR_MEETING,
            boxes,
            found=day(value, language),
            first=day(first, language),
            last=day(last, language),
        )

    def _refusal(self, message: Text, boxes: frozenset[str], **parts: object) -> CannotReadError:
        self.faulty = boxes
        return CannotReadError(message, example=self.example, **parts)
