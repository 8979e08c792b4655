"""Which municipality: a name or a number, in any spelling that leaves no doubt."""

from typing import Any

from wtforms import HiddenField, StringField

from wizard.domain.municipality import Municipality
from wizard.domain.text import Text
from wizard.municipalities import Municipalities
from wizard.web.forms.base import BaseForm
from wizard.web.language import say

_EMPTY = Text(
    "Skriv navnet eller nummeret på kommunen.", "Skriv namnet eller nummeret på kommunen."
)
_UNKNOWN = Text("Vi finner ingen kommune «{typed}».", "Vi finn ingen kommune «{typed}».")
_CHOOSE = Text(
    "Det er flere kommuner som heter «{typed}». Velg hvilken.",
    "Det er fleire kommunar som heiter «{typed}». Vel kva for ein.",
)
_PERHAPS = Text("Velg en av disse, eller skriv på nytt.", "Vel ein av desse, eller skriv på nytt.")
_CHECK = Text("Sjekk stavemåten.", "Sjekk skrivemåten.")
_LONGEST = 60


class MunicipalityForm(BaseForm):
    """One box; below it, after an unclear answer, what may have been meant.

    `offered_for` is the text that the choices were offered for: a choice counts only as long as
    the box still says that.
    """

    typed = StringField()
    choice = StringField()
    offered_for = HiddenField()

    def __init__(self, municipalities: Municipalities, **kwargs: Any) -> None:  # noqa: ANN401 - WTForms' own
        super().__init__(**kwargs)
        self._municipalities = municipalities
        self.offered: tuple[Municipality, ...] = ()
        self.found: Municipality | None = None

    def validate(self, extra_validators: object = None) -> bool:
        """Find the one municipality that is meant, or say what stands in the way."""
        sound = bool(super().validate(extra_validators))
        typed = (self.typed.data or "").strip()
        matches = self._chosen() or self._municipalities.find(typed)
        if len(matches) == 1:
            self.found = matches[0]
            return sound
        self.offered = matches or self._municipalities.suggest(typed)
        self.offered_for.data = typed
        self.choice.data = None
        self.typed.errors = [self._message(typed, ambiguous=bool(matches))]
        return False

    def _chosen(self) -> tuple[Municipality, ...]:
        unchanged = (self.typed.data or "").strip() == (self.offered_for.data or "")
        number = self.choice.data if unchanged else None
        return self._municipalities.find(number) if number else ()

    def _message(self, typed: str, *, ambiguous: bool) -> str:
        if not typed:
            return say(_EMPTY)
        shown = typed if len(typed) <= _LONGEST else f"{typed[:_LONGEST]}…"
        if ambiguous:
            return say(_CHOOSE, typed=shown)
        next_step = _PERHAPS if self.offered else _CHECK
        return f"{say(_UNKNOWN, typed=shown)} {say(next_step)}"
