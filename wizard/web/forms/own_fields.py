"""What people write into the memo themselves, as fields. Two who write never erase each other."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from wizard.characters import told, unprintable
from wizard.domain.answers import read_date
from wizard.domain.faults import BadValue
from wizard.domain.memo_fields import MemoField
from wizard.voice.numbers import day
from wizard.web.forms import messages
from wizard.web.forms.dates import UnreadableDateError, read_day
from wizard.web.forms.day_boxes import DayBoxes
from wizard.web.forms.fields import CannotReadError
from wizard.web.forms.kept_field import KeptField
from wizard.web.language import language, say

IN_CONFLICT = "in_conflict"


class OwnField(KeptField):
    """A field of the memo. `text` is what it says, after `check`.

    `seen` is what the case said when the sender's page was made: where that is what the field
    says, the sender has not changed it. `theirs` is what somebody else has written since, where
    that stands in the way; `in_conflict` holds on to it from page to page, until it is settled.
    """

    typed: Any  # as it stands in the box, or the boxes
    text: str = ""
    seen: str = ""
    theirs: str | None = None
    in_conflict: bool = False
    other = messages.OTHER_LINE

    def __init__(self, label: str = "", *, of: MemoField, **kwargs: Any) -> None:  # noqa: ANN401 - WTForms' own
        super().__init__(label, **kwargs)
        self.of = of

    def begin(self) -> None:
        """Show nothing: `show` puts what the case says there."""
        self.write("")

    def receive(self, formdata: MultiDict[str, str]) -> None:
        """Take what was typed, and what the sender's page was made from."""
        self.take(formdata)
        self.seen = formdata.get(f"seen_{self.name}", "").strip()
        self.in_conflict = self.name in formdata.getlist(IN_CONFLICT)

    def show(self, text: str) -> None:
        """Show what the case says: whatever stood in the way is settled."""
        self.write(text)
        self.seen = text.strip()
        self.theirs = None
        self.in_conflict = False

    def check(self) -> bool:
        """Read the field; keep one message when that cannot be done."""
        try:
            self.text = self.read()
            self.errors = []
        except CannotReadError as error:
            self.errors = [say(error.message, name=self.of.name, **error.parts)]
        return not self.errors

    @property
    def changed(self) -> bool:
        """Whether the sender has changed it, after `check`."""
        return self.text != self.seen

    def refuse(self, theirs: str) -> None:
        """Say that somebody else has changed it meanwhile, and show both."""
        self.in_conflict = True
        self.keep_conflict(theirs)
        message = self.other if self.theirs else messages.TAKEN_AWAY
        self.errors = [say(message, name=self.of.name)]
        self.seen = theirs.strip()

    def keep_conflict(self, theirs: str) -> None:
        """Go on showing what somebody else wrote, where the sender's page showed it.

        What the page was made from stays: is it yet another text by now, the next save says so.
        """
        if self.in_conflict:
            self.theirs = theirs

    def lines(self) -> list[str]:
        """Return what somebody else wrote, line by line, as it is read; none where it is empty."""
        return [line for line in (self.theirs or "").splitlines() if line.strip()]

    def write(self, text: str) -> None:
        """Put a text into the box."""
        self.typed = text

    def take(self, formdata: MultiDict[str, str]) -> None:
        """Keep what was typed, as typed."""
        self.typed = formdata.get(self.name, "")

    def read(self) -> str:
        """Return what is meant by what was typed.

        Raises:
            CannotReadError: it is too long, or the memo's font lacks a character of it.

        """
        text = str(self.typed).strip()
        if len(text) > self.of.longest:
            raise CannotReadError(messages.TOO_LONG, found=len(text), limit=self.of.longest)
        if bad := unprintable(text):
            raise CannotReadError(messages.UNPRINTABLE, signs=told(bad))
        return text


def hold_back(fields: Iterable[OwnField]) -> set[str]:
    """Let the fields in conflict be as others wrote them, after `check`; return their ids."""
    held = [field for field in fields if field.in_conflict and field.changed]
    for field in held:
        field.text = field.seen
    return {field.name for field in held}


class LineField(OwnField):
    """One line; a browser sends no more, and what another program sends is put on one."""

    def take(self, formdata: MultiDict[str, str]) -> None:
        """Keep what was typed, on one line."""
        self.typed = formdata.get(self.name, "").replace("\n", " ")


class ParagraphsField(OwnField):
    """Several paragraphs."""

    other = messages.OTHER_TEXT


class DayField(DayBoxes, OwnField):
    """A day; any that exists will do."""

    def write(self, text: str) -> None:
        """Show the day in its boxes; what is none is put there to be mended."""
        known = _day(text)
        self.put(known)
        if text and known is None:
            self.typed[self.boxes[0]] = text

    def read(self) -> str:
        """Return the day as `2027-05-15`.

        Raises:
            CannotReadError: there is no such day.

        """
        try:
            said = read_day(self.typed)
        except UnreadableDateError as error:
            self.faulty = error.boxes
            raise CannotReadError(error.message, example=self.example) from None
        return said.isoformat() if said else ""

    @property
    def value(self) -> date | None:
        """Return the day in the boxes; `None` where they say none."""
        try:
            return read_day(self.typed)
        except UnreadableDateError:
            return None

    def lines(self) -> list[str]:
        """Return the day that somebody else wrote, in words."""
        known = _day(self.theirs or "")
        return [day(known, language())] if known else super().lines()


def _day(text: str) -> date | None:
    try:
        return read_date(text)
    except BadValue:
        return None
