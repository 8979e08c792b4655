"""What goes into the memo beside the advice: its language, and the municipality's own words."""

from typing import ClassVar

from wtforms import HiddenField, StringField, TextAreaField

from wizard.characters import told, unprintable
from wizard.domain.case import Case
from wizard.domain.text import Language, Text
from wizard.memo.words import ADVISER
from wizard.web.forms import messages
from wizard.web.forms.base import BaseForm
from wizard.web.language import say, t

LONGEST = 1500
FIELD = "vurdering"


class MemoForm(BaseForm):
    """The memo's language and "egen vurdering"; and both as the sender's page was made from them.

    `theirs` is what somebody else has written since, where that stands in the way; `in_conflict`
    holds on to it from page to page, until something is saved.
    """

    language = StringField()
    assessment = TextAreaField()
    seen_language = HiddenField()
    seen_assessment = HiddenField()
    in_conflict = HiddenField()
    name: ClassVar[Text] = ADVISER
    theirs: str | None = None

    def show(self, case: Case) -> None:
        """Put what the case says into the boxes."""
        self.language.data = case.language.value
        self.assessment.data = case.adviser.get(FIELD, "")
        self.look_at(case)

    def look_at(self, case: Case) -> None:
        """Note what the case says when the page is made."""
        self.seen_language.data = case.language.value
        self.seen_assessment.data = case.adviser.get(FIELD, "")

    def check(self) -> bool:
        """Read the form; the memo's font must have every character of the text."""
        sound = self.read()
        if self.language.data not in set(Language):
            self.language.errors = [t("Velg målform.", "Vel målform.")]
        text = self.text
        if len(text) > LONGEST:
            self.assessment.errors = [
                say(messages.TOO_LONG, name=self.name, found=len(text), limit=LONGEST)
            ]
        elif bad := unprintable(text):
            self.assessment.errors = [say(messages.UNPRINTABLE, name=self.name, signs=told(bad))]
        return sound and not self.assessment.errors and not self.language.errors

    def refuse(self, case: Case) -> None:
        """Say that somebody else has changed the text meanwhile, and show both."""
        self.in_conflict.data = "ja"
        self.keep_conflict(case)
        message = messages.OTHER_TEXT if self.theirs else messages.TEXT_TAKEN_AWAY
        self.assessment.errors = [say(message, name=self.name)]
        self.look_at(case)

    def keep_conflict(self, case: Case) -> None:
        """Go on showing the text of somebody else, where the sender's page showed it.

        What the page was made from stays: is it yet another text by now, the next save says so.
        """
        if self.in_conflict.data:
            self.theirs = case.adviser.get(FIELD, "")

    @property
    def new_language(self) -> Language | None:
        """Return the memo's language where the sender has changed it, after `check`."""
        chosen = str(self.language.data)
        return None if chosen == self.seen_language.data else Language(chosen)

    @property
    def text(self) -> str:
        """Return the text."""
        return (self.assessment.data or "").strip()

    @property
    def seen_text(self) -> str:
        """Return the text that the sender's page was made from."""
        return str(self.seen_assessment.data or "").strip()
