"""Forms with one button, or one file."""

from flask_wtf.file import FileField

from wizard.store.problems import CasefileError
from wizard.web.forms.base import BaseForm
from wizard.web.language import language, t


class ButtonForm(BaseForm):
    """Nothing but a button: what it does is in the address it is sent to."""


class UploadForm(BaseForm):
    """A case file."""

    file = FileField()

    def content(self) -> bytes | None:
        """Return the file; say so when there is none."""
        if not self.read():
            return None
        if not self.file.data:
            self.file.errors = [
                t("Velg en svarfil fra maskinen din.", "Vel ei svarfil frå maskina di.")
            ]
            return None
        content: bytes = self.file.data.read()
        return content

    def refuse(self, error: CasefileError) -> None:
        """Show everything that is wrong with the file, each with its place."""
        self.file.errors = [
            f"{problem.pointer}: {message}" if problem.pointer else message
            for problem in error.problems
            for message in [problem.message.to(language())]
        ]
