"""The button that puts answers back."""

from wtforms import HiddenField

from wizard.web.forms.base import BaseForm


class UndoForm(BaseForm):
    """The button that puts answers back: as they were at `siden`, seen at `revision`."""

    siden = HiddenField()
    revision = HiddenField()

    @property
    def revision_seen(self) -> int:
        """Return the revision that the sender looked at; 0 when it cannot be read."""
        text = str(self.revision.data or "")
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004
