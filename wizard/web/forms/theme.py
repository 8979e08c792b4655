"""A page of the questionnaire as a form."""

from collections.abc import Mapping
from typing import Any

from wtforms import HiddenField

from wizard.domain.case import Answer, Case
from wizard.domain.facts import FactType
from wizard.questionnaire import ItemState
from wizard.web.forms.asked import Asked, Asking, asked_in
from wizard.web.forms.base import BaseForm
from wizard.web.forms.date_field import DateField
from wizard.web.forms.fields import AnswerField, ChoiceField, ManyField
from wizard.web.forms.number_field import NumberField

_PREFIX = "svar_"


class ThemeForm(BaseForm):
    """The questions of one page.

    `revision` is the save that the page was made from. `on_page` are the facts that stood on the
    sender's page: a question that has come since was not left blank, it was not seen. `was` is
    what the case said when the page was made: an answer that is sent back as it was, nobody has
    given anew. `disputed` are the facts that the page said are in conflict.
    """

    revision = HiddenField()
    on_page: frozenset[str] = frozenset()
    was: Mapping[str, Answer] | None = None
    disputed: frozenset[str] = frozenset()

    @property
    def questions(self) -> list[AnswerField]:
        """Return the fields, in the order of the rulebook."""
        return [field for field in self if isinstance(field, AnswerField)]

    @property
    def seen(self) -> int:
        """Return the revision that the sender looked at; 0 when it cannot be read."""
        text = str(self.revision.data or "")
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004

    def changes(self) -> dict[str, Answer | None]:
        """Return what was asked, can be read, and differs from the case, by fact."""
        return {
            field.asked.item.fact: field.answer
            for field in self.questions
            if field.asked.item.fact in self.on_page
            and not field.errors
            and field.changed
            and not self._as_it_was(field)
        }

    def left_open(self) -> tuple[str, ...]:
        """Return the facts that stood on the page and that neither sender nor data tell."""
        return tuple(
            field.asked.item.fact
            for field in self.questions
            if field.asked.item.fact in self.on_page
            and not field.errors
            and field.answer is None
            and field.asked.figure is None
            and not (field.changed and self._as_it_was(field))
        )

    def show_what_others_said(self) -> None:
        """Show the case's answers in the fields that the sender left as they were."""
        for field in self.questions:
            if field.changed and not field.errors and self._as_it_was(field):
                field.show_case()

    def _as_it_was(self, field: AnswerField) -> bool:
        return self.was is not None and field.answer == self.was.get(field.asked.item.fact)


def field_id(fact: str) -> str:
    """Return the id of a fact's field on its page."""
    return f"{_PREFIX}{fact}"


def theme_form(
    states: tuple[ItemState, ...],
    case: Case,
    asking: Asking,
    **kwargs: Any,  # noqa: ANN401 - WTForms' own
) -> ThemeForm:
    """Return the form of the questions that are asked now."""
    fields: dict[str, Any] = {}
    for state in states:
        asked = asked_in(state, case, asking)
        kind = _kind(asked)
        if kind is not None:
            fields[field_id(state.item.fact)] = kind(asked.question, asked=asked)
    form: ThemeForm = type("ThisThemeForm", (ThemeForm,), fields)(**kwargs)
    return form


def _kind(asked: Asked) -> type[AnswerField] | None:
    kind = asked.fact.type
    if kind.is_number:
        return NumberField
    if kind is FactType.DATE:
        return DateField
    if kind is FactType.MANY:
        return ManyField
    return ChoiceField if asked.options else None
