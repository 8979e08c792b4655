"""A rule file that somebody wants to try: which one, and what it shall say."""

from collections.abc import Iterable

from flask_wtf.file import FileField
from wtforms import StringField, TextAreaField

from wizard.domain.suggestion import closest
from wizard.rulebook import RulebookError, brought, misnamed
from wizard.rulebook.messages import fill
from wizard.rulebook.messages.form import NO_SUCH_FILE
from wizard.web.forms.base import BaseForm
from wizard.web.language import say, t


class RuleFileForm(BaseForm):
    """The name of a rule file, and its text: typed, or in a file that comes along."""

    fil = StringField()
    tekst = TextAreaField()
    opplasting = FileField()

    @property
    def name(self) -> str:
        """Return the name of the file, as far as it has been told."""
        return self.fil.data or ""

    def content(self) -> bytes | None:
        """Return what the file shall say; say so at a field when that cannot be told.

        What comes along in a file is shown as text from then on, where it can be read.
        """
        sound = self.read()
        self.fil.data = self.name.strip()
        if not self.name:
            self.fil.errors = [
                t(
                    "Skriv hvilken fil det er, for eksempel «tiltak/nytt-tiltak.yaml».",
                    "Skriv kva fil det er, til dømes «tiltak/nytt-tiltak.yaml».",
                )
            ]
        elif wrong := misnamed(self.name):
            self.fil.errors = [say(wrong)]
        if self.opplasting.data:
            try:
                self.tekst.data = brought(self.name, self.opplasting.data.read())
            except RulebookError as error:
                self.opplasting.errors = [say(each.message) for each in error.problems]
        text = (self.tekst.data or "").replace("\r\n", "\n")
        if not text.strip() and not self.opplasting.errors:
            self.tekst.errors = [
                t(
                    "Lim inn teksten i filen, eller velg en fil fra maskinen din.",
                    "Lim inn teksten i fila, eller vel ei fil frå maskina di.",
                )
            ]
        return text.encode() if sound and not any(each.errors for each in self) else None

    def no_such_file(self, names: Iterable[str]) -> None:
        """Say that no file is called so, and which is nearest."""
        wrong = fill(NO_SUCH_FILE, meant=closest(self.name, names), raw=self.name)
        self.fil.errors = [say(wrong)]

    def refuse(self, message: str) -> None:
        """Say why it is not tried now."""
        self.tekst.errors = [message]
