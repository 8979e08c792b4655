"""What goes into the memo beside the advice: its language, and what people write themselves."""

from collections.abc import Collection

from wtforms import HiddenField, StringField

from wizard.domain.case import Case
from wizard.domain.memo_fields import (
    ASSESSED_BY,
    ASSESSMENT,
    CASE_NUMBER,
    COMMITTEE,
    MEETING_DAY,
    OFFICER,
)
from wizard.domain.text import Language, Text
from wizard.voice.numbers import day
from wizard.web.forms import messages
from wizard.web.forms.base import BaseForm
from wizard.web.forms.own_fields import DayField, LineField, OwnField, ParagraphsField
from wizard.web.language import language, say, t

_LANGUAGE = ("maalform", Text("målform", "målform"))


class MemoForm(BaseForm):
    """The fields of the memo, each by its id, and its language; in the order of the page.

    `seen_language` is the memo's language as the sender's page was made from it.
    """

    utvalg = LineField(of=COMMITTEE)
    motedato = DayField(of=MEETING_DAY)
    saksnummer = LineField(of=CASE_NUMBER)
    saksbehandler = LineField(of=OFFICER)
    language = StringField()
    seen_language = HiddenField()
    vurdering = ParagraphsField(of=ASSESSMENT)
    vurdert_av = LineField(of=ASSESSED_BY)

    @property
    def own(self) -> list[OwnField]:
        """Return the fields that people write themselves."""
        return [field for field in self if isinstance(field, OwnField)]

    def show(self, case: Case) -> None:
        """Put what the case says into the boxes."""
        self._show_language(case)
        for field in self.own:
            field.show(case.adviser.get(field.name, ""))

    def check(self) -> bool:
        """Read the form; say at each field what is wrong with it."""
        sound = self.read()
        if self.language.data not in set(Language):
            self.language.errors = [t("Velg målform.", "Vel målform.")]
        wrong = [field for field in self.own if not field.check()]
        return sound and not wrong and not self.language.errors

    def leave_out_what_is_wrong(self) -> None:
        """Let the fields that cannot be read be as they were, after `check`; the sender knows."""
        for field in self.own:
            if field.errors:
                field.text = field.seen
        if self.language.errors:
            self.language.data = self.seen_language.data

    def refuse(self, conflicts: Collection[str], case: Case) -> None:
        """Say which fields somebody else has changed meanwhile; show of the rest what is saved."""
        self._show_language(case)
        for field in self.own:
            there = case.adviser.get(field.name, "")
            if field.name in conflicts:
                field.refuse(there)
            else:
                field.show(there)

    def keep_conflict(self, case: Case) -> None:
        """Go on showing what somebody else wrote, where the sender's page showed it."""
        for field in self.own:
            field.keep_conflict(case.adviser.get(field.name, ""))

    @property
    def new_language(self) -> Language | None:
        """Return the memo's language where the sender has changed it, after `check`."""
        chosen = str(self.language.data)
        known = chosen in set(Language)
        return Language(chosen) if known and chosen != self.seen_language.data else None

    @property
    def texts(self) -> dict[str, str]:
        """Return what each field says, after `check`."""
        return {field.name: field.text for field in self.own}

    @property
    def seen(self) -> dict[str, str]:
        """Return what each field said when the sender's page was made."""
        return {field.name: field.seen for field in self.own}

    @property
    def changed(self) -> list[str]:
        """Return what the sender has changed, after `check`, by id."""
        ids = [field.name for field in self.own if field.changed]
        return [_LANGUAGE[0], *ids] if self.new_language else ids

    def names(self, ids: Collection[str]) -> list[str]:
        """Return what was saved as it is called in a sentence; what nobody knows is left out."""
        known = dict([_LANGUAGE]) | {field.name: field.of.name for field in self.own}
        names = (say(name) for id_, name in known.items() if id_ in ids)
        return [name[:1].lower() + name[1:] for name in names]

    def early_meeting(self, case: Case) -> str:
        """Return a gentle word where the meeting is before the day of the memo; else nothing."""
        meeting: DayField = self.motedato
        if meeting.value is None or meeting.value >= case.as_of:
            return ""
        return say(messages.EARLY_MEETING, day=day(case.as_of, language()))

    def _show_language(self, case: Case) -> None:
        self.language.data = self.seen_language.data = case.language.value
