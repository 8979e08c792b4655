"""What was typed on a page of a case that is no more, as one text to copy."""

from collections.abc import Iterator, Mapping

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from wizard.characters import clean
from wizard.domain.facts import Question, ReferenceFigure
from wizard.domain.memo_fields import MEMO_FIELDS, MemoFieldKind
from wizard.domain.review import REVIEW_FIELDS
from wizard.domain.schemes import Scheme
from wizard.web.forms.dates import BOXES
from wizard.web.forms.fields import DONT_KNOW_ID, NONE_ID
from wizard.web.forms.follow_up import MARK_PREFIX, WHY_SUFFIX
from wizard.web.forms.theme import field_id
from wizard.web.language import language, t
from wizard.web.services import services


def typed() -> str:
    """Return what the sender filled in: a line for each field and question, and paragraphs."""
    try:
        return clean("\n".join([*_own_words(), *_review(), *_answers(), *_reasons()])).strip()
    except RequestEntityTooLarge:  # longer than anything that our pages send
        return ""


def _own_words() -> Iterator[str]:
    """Yield what was typed into the memo's fields; paragraphs need no name before them."""
    for field in MEMO_FIELDS:
        said = ", ".join(_parts(field.id))
        if said and field.kind is not MemoFieldKind.PARAGRAPHS:
            said = f"{field.name.to(language())}: {said}"
        if said:
            yield said


def _review() -> Iterator[str]:
    """Yield what was typed into an adviser's review beside that."""
    known, schemes = {field.id for field in MEMO_FIELDS}, _schemes()
    for field in REVIEW_FIELDS:
        if field.id not in known and (said := ", ".join(_parts(field.id))):
            yield f"{field.name.to(language())}: {said}"
    for id_, scheme in schemes.items():
        said = ", ".join((*_parts(f"fordi-{id_}"), *_parts(f"vurdering-{id_}")))
        if said:
            yield f"{scheme.name.to(language())}: {said}"
    yield from _parts("til_fordi")


def _reasons() -> Iterator[str]:
    """Yield the line that was typed of each measure of a plan."""
    for name, text in request.form.items():
        if name.startswith(MARK_PREFIX) and name.endswith(WHY_SUFFIX) and text.strip():
            scheme = name.removeprefix(MARK_PREFIX).removesuffix(WHY_SUFFIX)
            known = _schemes().get(scheme)
            if known:
                yield f"{known.name.to(language())}: {text.strip()}"


def _schemes() -> Mapping[str, Scheme]:
    return services().rulebook.on(services().today()).schemes


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
    ticked = [box for box in (NONE_ID, DONT_KNOW_ID) if f"{name}-{box}" in request.form]
    return ", ".join(options.get(part, part.strip()) for part in [*_parts(name), *ticked])


def _parts(name: str) -> list[str]:
    """Return what stands in the boxes of one field; a day's three boxes are one."""
    sent = request.form
    day = " ".join(filter(None, (sent.get(f"{name}-{box}", "").strip() for box in BOXES)))
    return [part.strip() for part in (*sent.getlist(name), day) if part.strip()]
