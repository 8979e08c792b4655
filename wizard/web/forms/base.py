"""What every form has: protection against forgery that never costs anybody what they typed."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field

from wizard.web.forms import messages
from wizard.web.language import say


class BaseForm(FlaskForm):  # type: ignore[misc] # flask-wtf has no types
    """A form with a token in the session. `stale` when the token does not fit."""

    def read(self) -> bool:
        """Read what was sent; false when anything is wrong with it. Typed values stay."""
        return bool(self.validate())

    @property
    def stale(self) -> bool:
        """Whether the page was made for another session than the one that sent it."""
        return bool(self.csrf_token.errors)

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Return every message with the id of the element it is about, in page order."""
        found = [("", say(messages.STALE))] if self.stale else []
        for field in self.fields():
            target = getattr(field, "first_id", field.id)
            found += [(target, str(message)) for message in field.errors]
        return found

    def fields(self) -> list[Any]:
        """Return the fields that people fill in."""
        wtforms_fields: list[Field] = list(self)
        return [field for field in wtforms_fields if field.type != "CSRFTokenField"]
