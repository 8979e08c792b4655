"""The case beside another: a saved one, a case file, itself on another day, or as it was."""

from dataclasses import replace

from flask import Blueprint, render_template, request

from wizard.domain.case import Case
from wizard.domain.days import days_to_ask_about
from wizard.store import casefile
from wizard.store.cases import CaseGoneError, NoSuchCaseError
from wizard.store.problems import CasefileError
from wizard.voice.numbers import day as day_told
from wizard.web.access import Whom, let_in
from wizard.web.forms.comparing import CASE_GONE, THIS_CASE, ComparingForm
from wizard.web.forms.small import ButtonForm
from wizard.web.language import language
from wizard.web.moved import Moved, advice_on, moved
from wizard.web.opened import give_link, opened, take_link
from wizard.web.services import services

BLUEPRINT = Blueprint("comparing", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answered = str | tuple[str, int]
_MOST_SAVES = 10


@BLUEPRINT.get("/sammenlign")
@let_in(Whom.READER)
def show() -> Answered:
    """Ask what to compare with; with a day or a save in the address, compare with that."""
    form = ComparingForm(formdata=request.args, meta={"csrf": False})
    if "dag-dag" in request.args:
        day = form.day(days_to_ask_about(services().rulebook, services().today()))
        return _beside(form, replace(opened().case, as_of=day) if day else None)
    before = request.args.get("for", "")
    saves = {str(each.revision): each for each in services().store.saves(opened().stored)}
    if before in saves:
        then = services().store.as_it_was(opened().stored, saves[before].revision - 1)
        return _beside(form, then)
    return _page(form)


@BLUEPRINT.post("/sammenlign")
@let_in(Whom.READER)
def compare() -> Answered:
    """Compare with another saved case, or with a case file; neither is kept."""
    form = ComparingForm()
    if not form.read():
        return _page(form), 400
    return _beside(form, _of_link(form) if request.form.get("med") == "lenke" else _of_file(form))


def _of_link(form: ComparingForm) -> Case | None:
    link = form.link()
    if not link:
        return None
    try:
        other = services().store.open(link, services().today())
    except NoSuchCaseError:
        form.refuse_unknown_link()
    except CaseGoneError as error:
        form.refuse_link(CASE_GONE, day=day_told(error.gone_on, language()))
    else:
        if other.id != opened().stored.id:
            return other.case
        form.refuse_link(THIS_CASE)
    return None


def _of_file(form: ComparingForm) -> Case | None:
    content = form.content()
    if content is None:
        return None
    known = services()
    try:
        return casefile.read(content, known.rulebook, known.municipalities, known.today())
    except CasefileError as error:
        form.refuse_file(error)
    return None


def _beside(form: ComparingForm, other: Case | None) -> Answered:
    if other is None:
        return _page(form), 422
    here, there = opened().advice, advice_on(other)
    # Of one kommune the older comes first, and of two on a day the one at hand comes last.
    one = other.municipality_number == opened().case.municipality_number
    is_before = one and there.as_of <= here.as_of
    found = moved(there, here) if is_before else moved(here, there)
    return _page(
        form, found, without_review=other.review is not None and not other.review.is_silent
    )


def _page(form: ComparingForm, found: Moved | None = None, *, without_review: bool = False) -> str:
    saves = services().store.saves(opened().stored)[:_MOST_SAVES]
    return render_template(
        "web/sammenlign.html",
        case=opened(),
        form=form,
        button=ButtonForm(),
        moved=found,
        without_review=opened().is_reviewed or without_review,
        saves=saves,
    )
