"""What was typed on a page of a case that is no more, as one text to copy."""

from collections.abc import Iterator

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from wizard.characters import clean
from wizard.domain.facts import Question, ReferenceFigure
from wizard.web.forms.dates import BOXES
from wizard.web.forms.fields import DONT_KNOW_ID, NONE_ID
from wizard.web.forms.theme import field_id
from wizard.web.language import language, t
from wizard.web.services import services


def typed() -> str:
    """Return what the sender filled in: the memo's text, or one line for each question."""
    try:
        sent = request.form
    except RequestEntityTooLarge:  # longer than anything that our pages send
        return ""
    return clean("\n".join([sent.get("assessment", "").strip(), *_answers()])).strip()


def _answers() -> Iterator[str]:
    book = services().rulebook
    for id_ in request.form.getlist("spurt"):
        fact = book.figures.get(id_) or book.questions.get(id_)
        if fact and (said := _said(fact, field_id(id_))):
            yield f"{fact.name.to(language())}: {said}"


def _said(fact: Question | ReferenceFigure, name: str) -> str:
    """Return the boxes of one question, as they are read on the page."""
    options = {option.id: option.text.to(language()) for option in fact.options}
    options[DONT_KNOW_ID] = t("Vet ikke", "Veit ikkje")
    options[NONE_ID] = t("Ingen av disse", "Ingen av desse")
    sent = request.form
    day = " ".join(filter(None, (sent.get(f"{name}-{box}", "").strip() for box in BOXES)))
    ticked = [box for box in (NONE_ID, DONT_KNOW_ID) if f"{name}-{box}" in sent]
    parts = [*sent.getlist(name), day, *ticked]
    return ", ".join(options.get(part, part.strip()) for part in parts if part.strip())
