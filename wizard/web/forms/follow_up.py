"""How measures of a plan have gone: a state and a line each. Two who mark never erase another."""

from collections.abc import Iterable
from typing import Any

from werkzeug.datastructures import MultiDict

from wizard.characters import told, unprintable
from wizard.domain.follow_up import LONGEST_WHY, FollowUp, MeasureState
from wizard.domain.text import Text
from wizard.report.follow_up import MeasureAccount
from wizard.web.forms import messages
from wizard.web.forms.base import BaseForm
from wizard.web.forms.kept_field import KeptField
from wizard.web.language import say

Said = tuple[MeasureState | None, str]
MARK_PREFIX, WHY_SUFFIX = "tiltak-", "-hvorfor"
_OTHER = Text(
    "{name}: Noen andre har merket tiltaket mens denne siden sto åpen: {theirs}. "
    "Det dere valgte, er ikke lagret. Lagre en gang til hvis det skal gjelde.",
    "{name}: Nokon andre har merkt tiltaket medan denne sida stod open: {theirs}. "
    "Det de valde, er ikkje lagra. Lagre ein gong til dersom det skal gjelde.",
)


class MarkField(KeptField):
    """One measure: which state was chosen, and the line that was typed.

    `seen` is what had been said of it when the sender's page was made. `in_conflict` holds on to
    what others have said, from page to page, until it is settled.
    """

    in_conflict = False
    state: MeasureState | None = None
    why = ""
    seen: Said = (None, "")

    def __init__(self, label: str = "", *, measure: MeasureAccount, **kwargs: Any) -> None:  # noqa: ANN401 - WTForms' own
        super().__init__(label, **kwargs)
        self.measure = measure

    def begin(self) -> None:
        """Show what has been said."""
        self.show((self.measure.state, self.measure.why))

    def receive(self, formdata: MultiDict[str, str]) -> None:
        """Take what was sent, and what the sender's page was made from."""
        self.state = _state(formdata.get(self.name, ""))
        self.why = " ".join(formdata.get(self.why_name, "").split())
        seen = " ".join(formdata.get(f"{self.name}-sett-linje", "").split())
        self.seen = _state(formdata.get(f"{self.name}-sett", "")), seen
        self.in_conflict = f"{self.name}-strid" in formdata

    @property
    def why_name(self) -> str:
        """The name of the box of the line."""
        return f"{self.name}{WHY_SUFFIX}"

    @property
    def first_id(self) -> str:
        """The element that a message is about."""
        return self.why_name if self.is_line else f"{self.name}-{MeasureState.DONE.value}"

    is_line = False

    def show(self, said: Said) -> None:
        """Show what has been said."""
        self.state, self.why = self.seen = said
        self.in_conflict = False

    @property
    def said(self) -> Said:
        """What the sender says."""
        return self.state, self.why

    def check(self) -> bool:
        """Tell whether the line can be kept; say what is wrong with it."""
        self.errors, name = [], self.measure.name
        if len(self.why) > LONGEST_WHY:
            found = len(self.why)
            self.errors = [say(messages.TOO_LONG, name=name, found=found, limit=LONGEST_WHY)]
        elif bad := unprintable(self.why):
            self.errors = [say(messages.UNPRINTABLE, name=name, signs=told(bad))]
        self.is_line = bool(self.errors)
        return not self.errors

    def refuse(self, theirs: Said, word: str) -> None:
        """Say what somebody else has said meanwhile; the next save is one that has seen it."""
        line = f"{word} ({theirs[1]})" if theirs[1] else word
        self.errors = [say(_OTHER, name=self.measure.name, theirs=f"«{line}»")]
        self.seen, self.in_conflict = theirs, True


class FollowUpForm(BaseForm):
    """All measures of a plan."""

    @property
    def marks(self) -> list[MarkField]:
        """The measures, in the order of the plan."""
        return [field for field in self if isinstance(field, MarkField)]

    def of(self, scheme: str) -> MarkField:
        """Return the field of a measure."""
        return next(field for field in self.marks if field.measure.scheme == scheme)

    def wrong_in(self, measures: Iterable[MeasureAccount]) -> bool:
        """Tell whether any of some measures has a message."""
        return any(self.of(each.scheme).errors for each in measures)

    def check(self) -> bool:
        """Read the form; say at each measure what is wrong with its line."""
        sound = self.read()
        wrong = [field for field in self.marks if not field.check()]
        return sound and not wrong

    def against(
        self, current: FollowUp, *, settles: bool
    ) -> tuple[dict[str, Said], dict[str, Said]]:
        """Return what the sender changes; and what others have changed since, that is in the way.

        What the sender left as it was is not written, whatever others have made of it; nor is what
        cannot be kept. What the sender has been told is in the way, stays so until that `settles`.
        """
        changes: dict[str, Said] = {}
        conflicts: dict[str, Said] = {}
        for field in self.marks:
            scheme = field.measure.scheme
            there = current.said(scheme)
            if field.errors or field.said in {field.seen, there}:
                continue
            free = there == field.seen and (settles or not field.in_conflict)
            (changes if free else conflicts)[scheme] = there
        return {scheme: self.of(scheme).said for scheme in changes}, conflicts


def follow_up_form(measures: Iterable[MeasureAccount]) -> FollowUpForm:
    """Return the form of these measures."""
    fields = {f"{MARK_PREFIX}{each.scheme}": MarkField(measure=each) for each in measures}
    form: FollowUpForm = type("ThisFollowUpForm", (FollowUpForm,), fields)()
    return form


def _state(text: str) -> MeasureState | None:
    return MeasureState(text) if text in set(MeasureState) else None
