"""Forms with one button, one line, or one file."""

from collections.abc import Sequence

from flask_wtf.file import FileField
from wtforms import HiddenField, StringField

from wizard.domain.municipality import Municipality
from wizard.domain.text import Text
from wizard.store.links import is_cut_off, link_in, new_link
from wizard.store.problems import CasefileError
from wizard.web.forms.base import BaseForm
from wizard.web.language import language, say, t

_CUT_OFF = Text(
    "Lenken ser ut til å være kuttet: Det skal stå 26 tegn etter «/sak/». Kopier hele lenken.",
    "Lenkja ser ut til å vere kutta: Det skal stå 26 teikn etter «/sak/». Kopier heile lenkja.",
)
_NO_LINK = Text(
    "Vi finner ingen lenke i det dere limte inn. Den har «/sak/» i seg.",
    "Vi finn inga lenkje i det de limte inn. Ho har «/sak/» i seg.",
)


class ButtonForm(BaseForm):
    """Nothing but a button: what it does is in the address it is sent to."""


class SeenForm(BaseForm):
    """The button that says that new rules have been seen: those with the hash in `regler`."""

    regler = HiddenField()


class PasteForm(BaseForm):
    """The link of a case, somewhere in what was pasted."""

    pasted = StringField()

    def link(self) -> str | None:
        """Return the link; say so when there is none."""
        if not self.read():
            return None
        found = link_in(self.pasted.data or "")
        if found is None:
            self.pasted.errors = [say(_CUT_OFF if is_cut_off(self.pasted.data or "") else _NO_LINK)]
        return found


class NameForm(BaseForm):
    """What somebody calls a case on this machine; may be empty."""

    name = StringField()


class SuccessorForm(BaseForm):
    """Which of some municipalities a case is for from now on.

    `once` tells one page from another, so that pressing twice on one makes one case.
    """

    number = StringField()
    once = HiddenField(default=new_link)

    def chosen(self, offered: Sequence[Municipality]) -> Municipality | None:
        """Return the one that was chosen; say so when none was."""
        if not self.read():
            return None
        found = next((each for each in offered if each.number == self.number.data), None)
        if found is None:
            self.number.errors = [t("Velg en kommune.", "Vel ein kommune.")]
        return found


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
        if error.is_of_the_whole:
            self.file.errors.append(
                t("Velg filen som veiviseren lagde.", "Vel fila som vegvisaren laga.")
            )
