"""What every form has: texts cleaned on receipt, and protection against forgery.

Neither ever costs anybody what they typed.
"""

from typing import Any

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field

from wizard.characters import clean
from wizard.web.forms import messages
from wizard.web.language import say


class BaseForm(FlaskForm):  # type: ignore[misc] # flask-wtf has no types
    """A form with a token in the session. `stale` when the token does not fit."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc] # flask-wtf has no types
        """How what was sent is taken in."""

        def wrap_formdata(self, form: FlaskForm, formdata: Any) -> Any:  # noqa: ANN401 - WTForms' own
            """Return what was sent, its texts cleaned."""
            sent = super().wrap_formdata(form, formdata)
            if not sent:
                return sent
            pairs = sent.items(multi=True)
            return MultiDict([(k, clean(v) if isinstance(v, str) else v) for k, v in pairs])

    def read(self) -> bool:
        """Read what was sent; false when anything is wrong with it. Typed values stay."""
        return bool(self.validate())

    @property
    def stale(self) -> bool:
        """Whether the page was made for another session than the one that sent it."""
        token = self._fields.get("csrf_token")  # none on a form that changes nothing
        return bool(token and token.errors)

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
