"""A question that is answered with a day."""

from datetime import date
from typing import ClassVar

from werkzeug.datastructures import MultiDict

from wizard.domain.faults import BadValue
from wizard.domain.text import Text
from wizard.domain.values import Value
from wizard.voice.numbers import day
from wizard.web.forms import messages
from wizard.web.forms.dates import BOXES, UnreadableDateError, canonical, holding
from wizard.web.forms.fields import AnswerField, CannotReadError

_MONTHS = 12
_A_YEAR = 2027


class DateField(AnswerField):
    """A day, as three boxes. `faulty` are those to look at again, where only some are wrong."""

    kind: ClassVar[str] = "dato"
    boxes: ClassVar[tuple[str, ...]] = BOXES
    faulty: frozenset[str] = frozenset()

    def show(self, value: Value | None) -> None:
        """Show day, month and year."""
        parts = (value.day, value.month, value.year) if isinstance(value, date) else ("", "", "")
        self.typed = dict(zip(self.boxes, map(str, parts), strict=True))

    def take(self, formdata: MultiDict[str, str]) -> None:
        """Keep the three texts."""
        self.typed = {box: formdata.get(self.part(box), "") for box in self.boxes}

    @property
    def first_id(self) -> str:
        """Return the id of the first box that is wrong."""
        first = next((box for box in self.boxes if box in self.faulty), self.boxes[0])
        return f"{self.id}-{first}"

    @property
    def example(self) -> str:
        """Return a day as it can be typed, and that the field takes."""
        days = self.asked.days
        return f"15 5 {days.last.year - 1 if days else _A_YEAR}"

    @property
    def held(self) -> str:
        """Return the meeting of the answer that has been since, as a day; else nothing."""
        answer, days = self.asked.answer, self.asked.days
        if days is None or not isinstance(answer, date) or not days.is_before(answer):
            return ""
        return day(answer, self.asked.language)

    def is_wrong(self, box: str) -> bool:
        """Tell whether a box is among those to look at again."""
        return bool(self.errors) and box in (self.faulty or self.boxes)

    def raw(self) -> str | None:
        """Return the day as `2027-05-15`."""
        if not any(text.strip() for text in self.typed.values()):
            return None
        try:
            return canonical(self.typed)
        except UnreadableDateError as error:
            message = messages.SHORT_YEAR if error.short_year else messages.PART_OF_DATE
            raise self._refusal(message, error.boxes) from None

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

    def fault(self, bad: BadValue) -> CannotReadError:
        """Say that there is no such day."""
        _, month, _ = bad.raw.split("-")
        wrong = "dag" if 1 <= int(month) <= _MONTHS else "maned"
        return self._refusal(messages.NOT_A_DATE, holding(wrong, self.typed))

    def _refusal(self, message: Text, boxes: frozenset[str], **parts: object) -> CannotReadError:
        self.faulty = boxes
        return CannotReadError(message, example=self.example, **parts)
