"""What templates may call. Nothing here decides; it only words and formats."""

from datetime import date
from decimal import Decimal

from flask import Flask, url_for

from wizard.domain.text import Text, capfirst
from wizard.store.keeping import kept_for
from wizard.voice import numbers
from wizard.web import leaving
from wizard.web.forms.fields import DONT_KNOW_ID, NONE_ID, AnswerField
from wizard.web.forms.number_field import NumberField
from wizard.web.forms.theme import field_id
from wizard.web.language import OTHER, address_in_other_language, counted, language, t
from wizard.web.services import services


def register(app: Flask) -> None:
    """Give the templates their functions and filters."""
    app.jinja_env.globals.update(
        days_kept=days_kept,
        t=t,
        counted=counted,
        language=language,
        other_language=lambda: OTHER[language()],
        other_address=address_in_other_language,
        field_id=field_id,
        DONT_KNOW=DONT_KNOW_ID,
        NONE=NONE_ID,
        services=services,
        static=static,
        range_hint=range_hint,
        form_id="",  # a page with a form says which
        leaving_for=leaving.way_out,
    )
    app.jinja_env.filters.update(day=day, word=word, capfirst=capfirst)


def days_kept(*, followed: bool) -> int:
    """Return how many days a case is kept after its last use; `followed` if it has a follow-up."""
    return kept_for(followed=followed).days


def static(name: str) -> str:
    """Return the address of a static file; it changes with the program's version."""
    return url_for("static", filename=name, v=services().version)


def day(value: date) -> str:
    """Return a date written out."""
    return numbers.day(value, language())


def word(text: Text) -> str:
    """Return a text of the rulebook that has no placeholders, in the page's language."""
    return text.to(language())


def range_hint(field: AnswerField) -> str:
    """Return what a number may be, said before anybody gets it wrong."""
    if not isinstance(field, NumberField):
        return ""
    low, high = (field.limit(end) for end in (field.asked.minimum, field.asked.maximum))
    decimals = not field.asked.whole
    if not low or not high:
        return ""
    if decimals and (field.asked.maximum or Decimal(0)) <= Decimal(1000):
        return t(
            "Et tall fra {low} til {high}. Bruk gjerne komma.",
            "Eit tal frå {low} til {high}. Bruk gjerne komma.",
            low=low,
            high=high,
        )
    return t("Et tall fra {low} til {high}.", "Eit tal frå {low} til {high}.", low=low, high=high)
