"""Which municipality: a name or a number, in any spelling that leaves no doubt."""

from typing import Any

from wtforms import HiddenField, StringField

from wizard.domain.municipality import Municipality
from wizard.domain.search import MunicipalitySearch, SearchOutcome
from wizard.domain.text import Text
from wizard.municipalities import Municipalities
from wizard.municipalities.telling import told
from wizard.web.forms.base import BaseForm
from wizard.web.language import say

_EMPTY = Text(
    "Skriv navnet eller nummeret på kommunen.", "Skriv namnet eller nummeret på kommunen."
)
_PERHAPS = Text("Velg nedenfor, eller skriv på nytt.", "Vel nedanfor, eller skriv på nytt.")
_CHOOSE = Text("Velg hvilken.", "Vel kva for ein.")
_CHECK = Text("Sjekk stavemåten.", "Sjekk skrivemåten.")
_ONE_OF_THEM = {SearchOutcome.SEVERAL, SearchOutcome.FORMER}


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
        search = self._municipalities.search(self._chosen() or typed)
        self.found = search.found
        if self.found:
            return sound
        self.offered = search.offered
        self.offered_for.data = typed
        self.choice.data = None
        self.typed.errors = [_message(search) if typed else say(_EMPTY)]
        return False

    def _chosen(self) -> str:
        """Return the number that was chosen; empty when none was, or the box has changed."""
        unchanged = (self.typed.data or "").strip() == (self.offered_for.data or "")
        return (self.choice.data or "") if unchanged else ""


def _message(search: MunicipalitySearch) -> str:
    next_step = _PERHAPS if search.offered else _CHECK
    if search.outcome in _ONE_OF_THEM and len(search.offered) > 1:
        next_step = _CHOOSE
    if search.outcome is SearchOutcome.COUNTY:
        return say(told(search))
    return f"{say(told(search))} {say(next_step)}"
