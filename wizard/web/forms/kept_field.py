"""A field that keeps what was typed as it was typed: reading it comes later, and may fail."""

from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field


class KeptField(Field):
    """A field whose text is not turned into a value on receipt."""

    def process(
        self,
        formdata: Any,  # noqa: ANN401 - a MultiDict, or nothing
        data: Any = None,  # noqa: ANN401, ARG002 - WTForms' own; what is known is the field's to show
        extra_filters: object = None,  # noqa: ARG002 - WTForms' own
    ) -> None:
        """Show what is known; then take what was sent, if anything was."""
        self.process_errors = []
        self.raw_data = None
        self.begin()
        if formdata is not None:
            self.receive(formdata)

    def begin(self) -> None:
        """Show what is known before anything is sent."""
        raise NotImplementedError

    def receive(self, formdata: MultiDict[str, str]) -> None:
        """Keep what was sent."""
        raise NotImplementedError
