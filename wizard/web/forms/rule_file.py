"""A rule file that somebody wants to try: which one, and what it shall say."""

from flask_wtf.file import FileField
from wtforms import StringField, TextAreaField

from wizard.rulebook import can_be_named
from wizard.web.forms.base import BaseForm
from wizard.web.language import t


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

        What comes along in a file is shown as text from then on.
        """
        sound = self.read()
        self.fil.data = self.name.strip()
        if not can_be_named(self.name):
            self.fil.errors = [
                t(
                    "Skriv hvilken fil det er, for eksempel «tiltak/nytt-tiltak.yaml».",
                    "Skriv kva fil det er, til dømes «tiltak/nytt-tiltak.yaml».",
                )
            ]
        if self.opplasting.data:
            brought: bytes = self.opplasting.data.read()
            self.tekst.data = brought.decode("utf-8", "replace")
        else:
            brought = (self.tekst.data or "").replace("\r\n", "\n").encode()
        if not brought.strip():
            self.tekst.errors = [
                t(
                    "Lim inn teksten i filen, eller velg en fil fra maskinen din.",
                    "Lim inn teksten i fila, eller vel ei fil frå maskina di.",
                )
            ]
        return brought if sound and not self.fil.errors and not self.tekst.errors else None

    def refuse(self, message: str) -> None:
        """Say why it is not tried now."""
        self.tekst.errors = [message]
