"""What goes into the memo beside the advice: its language, and the municipality's own words."""

from collections.abc import Callable

from wtforms import StringField, TextAreaField

from wizard.domain.text import Language
from wizard.web.forms import messages
from wizard.web.forms.base import BaseForm
from wizard.web.language import say, t

LONGEST = 1500


class MemoForm(BaseForm):
    """The memo's language and "egen vurdering"."""

    language = StringField()
    assessment = TextAreaField()

    def check(self, missing_characters: Callable[[str], str]) -> bool:
        """Read the form; the memo's font must have every character of the text."""
        sound = self.read()
        if self.language.data not in set(Language):
            self.language.errors = [t("Velg målform.", "Vel målform.")]
        text = self.text
        name = t("Egen vurdering", "Eiga vurdering")
        if len(text) > LONGEST:
            self.assessment.errors = [
                say(messages.TOO_LONG, name=name, found=len(text), limit=LONGEST)
            ]
        elif missing := missing_characters(text):
            shown = ", ".join(f"«{character}»" for character in missing)
            self.assessment.errors = [say(messages.MISSING_CHARACTERS, name=name, characters=shown)]
        return sound and not self.assessment.errors and not self.language.errors

    @property
    def chosen_language(self) -> Language:
        """Return the memo's language, after `check`."""
        return Language(str(self.language.data))

    @property
    def text(self) -> str:
        """Return the text with one kind of line break."""
        return (self.assessment.data or "").replace("\r\n", "\n").replace("\r", "\n").strip()
