"""A question that is answered with a number."""

from decimal import Decimal
from typing import ClassVar

from werkzeug.datastructures import MultiDict

from wizard.domain.facts import Unit
from wizard.domain.faults import BadValue, Fault
from wizard.domain.limits import within
from wizard.domain.text import Text
from wizard.domain.values import Value
from wizard.voice.numbers import unit_name
from wizard.web.forms import messages
from wizard.web.forms.fields import AnswerField, CannotReadError
from wizard.web.forms.numbers import shown, without_about


class NumberField(AnswerField):
    """A number in a box, its unit behind."""

    kind: ClassVar[str] = "tall"

    def show(self, value: Value | None) -> None:
        """Show the number with every decimal."""
        if value == self.asked.figure:
            value = self.asked.rounded_figure
        self.typed = self._shown(value) if isinstance(value, Decimal) else ""

    def take(self, formdata: MultiDict[str, str]) -> None:
        """Keep the text of the box."""
        self.typed = formdata.get(self.name, "")

    @property
    def inputmode(self) -> str:
        """Return which keys a phone shows. A minus needs the full keyboard."""
        if self.asked.minimum is None or self.asked.minimum < 0:
            return "text"
        return "numeric" if self.asked.whole else "decimal"

    def raw(self) -> str | None:
        """Return the text of the box."""
        return without_about(self.typed) if self.typed.strip() else None

    def fault(self, bad: BadValue) -> CannotReadError:
        """Say what to write instead: something that this box takes."""
        if bad.fault is Fault.UNCLEAR:
            first, *second = map(self._shown, bad.readings)
            message = messages.UNCLEAR if second else messages.PERHAPS
            return CannotReadError(message, typed=bad.raw, first=first, second="".join(second))
        if bad.fault is Fault.OTHER_UNIT:
            unit = unit_name(self.asked.fact.unit, self.asked.language)
            message = messages.OTHER_UNIT if unit else messages.NO_UNIT
            return CannotReadError(message, unit=unit, found=bad.raw.removesuffix("."))
        room = within(self.limit(self.asked.minimum), self.limit(self.asked.maximum))
        return CannotReadError(self._wanted(bad), within=room)

    def _wanted(self, bad: BadValue) -> Text:
        if self.asked.fact.unit is Unit.YEAR:
            return messages.NOT_A_YEAR
        if self.asked.whole:
            return messages.NOT_WHOLE
        return messages.FRACTION if bad.fault is Fault.FRACTION else messages.NOT_A_NUMBER

    def limit(self, end: Decimal | None) -> str:
        """Return one end of the range as people write it."""
        return "" if end is None else self._shown(end)

    def _shown(self, number: Decimal) -> str:
        return shown(number, self.asked.fact.unit, self.asked.language)
