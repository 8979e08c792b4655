"""What every field of a question has: it takes "vet ikke", and demands no answer. And choices."""

from typing import Any, ClassVar

from werkzeug.datastructures import MultiDict

from wizard.domain.answers import read_value
from wizard.domain.case import DONT_KNOW, Answer
from wizard.domain.facts import Option
from wizard.domain.faults import BadValue
from wizard.domain.text import Text
from wizard.domain.values import Value
from wizard.web.forms import messages
from wizard.web.forms.asked import Asked
from wizard.web.forms.kept_field import KeptField

DONT_KNOW_ID = "vet-ikke"
NONE_ID = "ingen-av-disse"


class CannotReadError(ValueError):
    """What was typed gives no answer; carries the message."""

    def __init__(self, message: Text, **parts: object) -> None:
        self.message = message
        self.parts = parts
        super().__init__(message.nb)


class AnswerField(KeptField):
    """A question on a page. `answer` is the typed answer, `None` when there is none.

    `changed` tells whether it differs from what the case says now.
    """

    kind: ClassVar[str] = ""
    typed: Any  # as it stands in the boxes of its kind

    def __init__(self, label: str = "", *, asked: Asked, **kwargs: Any) -> None:  # noqa: ANN401 - WTForms' own
        super().__init__(label, **kwargs)
        self.asked = asked
        self.answer: Answer | None = None
        self.dont_know = False
        self.conflict = False
        self.untouched = False

    def begin(self) -> None:
        """Show what the case says."""
        self.show_case()

    def receive(self, formdata: MultiDict[str, str]) -> None:
        """Take what was typed, and note whether it is what was shown."""
        shown = self._filled_in()
        self.dont_know = formdata.get(self.part(DONT_KNOW_ID)) is not None
        self.take(formdata)
        self.untouched = self._filled_in() == shown

    def show_case(self) -> None:
        """Show what the case says."""
        self.dont_know = self.asked.answer == DONT_KNOW
        self.show(None if self.dont_know else self.asked.value)

    def _filled_in(self) -> tuple[object, ...]:
        """Return what stands in the boxes."""
        return self.typed, self.dont_know

    def validate(self, form: object, extra_validators: object = ()) -> bool:  # noqa: ARG002 - WTForms' own
        """Read the answer; keep one message when that cannot be done.

        What stands as it was shown is not looked at anew: it was right when it was given.
        """
        try:
            self.answer = self.asked.answer if self.untouched else self._read()
            self.errors = []
        except CannotReadError as error:
            text = error.message.format(name=self.asked.name, **error.parts)
            self.errors = [text.to(self.asked.language)]
        return not self.errors

    @property
    def changed(self) -> bool:
        """Whether the answer differs from what the case says."""
        return self.answer != self.asked.answer

    @property
    def first_id(self) -> str:
        """Return the id of the element that an error link leads to."""
        return self.id

    def part(self, name: str) -> str:
        """Return the name of one of the field's parts."""
        return f"{self.name}-{name}"

    def show(self, value: Value | None) -> None:
        """Prepare what stands in the boxes from a value."""
        raise NotImplementedError

    def take(self, formdata: MultiDict[str, str]) -> None:
        """Keep what was typed, as typed."""
        raise NotImplementedError

    def raw(self) -> str | list[str] | None:
        """Return what was typed, as `read_value` reads it; `None` when nothing was."""
        raise NotImplementedError

    def _read(self) -> Answer | None:
        raw = self.raw()
        said = None if raw is None else self._value(raw)
        if said is not None and said in {self.asked.figure, self.asked.rounded_figure}:
            said = None  # the figure as it was shown: nobody has corrected it
        if self.dont_know and said is not None:
            raise CannotReadError(messages.BOTH)
        return DONT_KNOW if self.dont_know else said

    def _value(self, raw: str | list[str]) -> Value:
        try:
            return read_value(self.asked.fact, raw, self.asked.prefilled)
        except BadValue as bad:
            raise self.fault(bad) from None

    def fault(self, bad: BadValue) -> CannotReadError:
        """Return the words for what the rulebook says cannot be."""
        return CannotReadError(messages.UNKNOWN_OPTION, found=bad.raw)


class _OptionsField(AnswerField):
    """An answer among some options, with a box for each."""

    @property
    def options(self) -> tuple[Option, ...]:
        """Return what there is to choose from."""
        return self.asked.options

    @property
    def first_id(self) -> str:
        """Return the id of the first box."""
        return f"{self.id}-{self.options[0].id}"


class ChoiceField(_OptionsField):
    """One of several, as radio buttons."""

    kind = "valg"

    def show(self, value: Value | None) -> None:
        """Mark what was chosen."""
        self.typed = DONT_KNOW_ID if self.dont_know else str(value or "")

    def take(self, formdata: MultiDict[str, str]) -> None:
        """Keep what was chosen."""
        self.typed = formdata.get(self.name, "")
        self.dont_know = self.typed == DONT_KNOW_ID

    def raw(self) -> str | None:
        """Return the id of the option."""
        return None if self.dont_know or not self.typed else self.typed


class ManyField(_OptionsField):
    """Several of several, as checkboxes; "ingen av disse" is an answer too."""

    kind = "flervalg"

    def show(self, value: Value | None) -> None:
        """Tick what was chosen."""
        chosen = value if isinstance(value, frozenset) else frozenset()
        self.typed = sorted(chosen)
        self.none = value is not None and not chosen

    def take(self, formdata: MultiDict[str, str]) -> None:
        """Keep what was ticked."""
        self.typed = formdata.getlist(self.name)
        self.none = formdata.get(self.part(NONE_ID)) is not None

    def raw(self) -> list[str] | None:
        """Return the ids of the options; empty for none of them."""
        if self.none and self.typed:
            raise CannotReadError(messages.NONE_AND_MORE)
        return self.typed if self.typed or self.none else None

    def _filled_in(self) -> tuple[object, ...]:
        return *super()._filled_in(), self.none
