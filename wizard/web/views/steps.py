"""The questionnaire: one theme a page, saved at every step, then looked over."""

from collections.abc import Iterable

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard.domain.advice import Origin
from wizard.questionnaire import ItemState, Step, ThemeProgress, newly_asked, step_of
from wizard.report.answers import AnswerAccount, answer_of
from wizard.web.forms import messages
from wizard.web.forms.asked import Asking
from wizard.web.forms.theme import ThemeForm, field_id, theme_form
from wizard.web.language import language, say
from wizard.web.opened import give_link, must_be_editable, opened, reopen, take_link
from wizard.web.services import services

BLUEPRINT = Blueprint("steps", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answer = str | Response | tuple[str, int]


@BLUEPRINT.get("/tema/")
def first() -> Response:
    """Lead to the first theme."""
    return redirect(url_for(".theme", theme=services().rulebook.themes[0].id))


@BLUEPRINT.get("/tema/<theme>")
def theme(theme: str) -> Answer:
    """Ask the questions of one theme."""
    progress = _find(theme)
    if not opened().stored.editable:
        return redirect(url_for(".check"))
    form = _form(progress)
    form.revision.data = str(opened().stored.revision)
    return _page(progress, form)


@BLUEPRINT.post("/tema/<theme>")
def answer(theme: str) -> Answer:
    """Save what can be read, and lead on; or show what cannot."""
    progress = _find(theme)
    stored = must_be_editable()
    form = _form(progress)
    form.on_page = frozenset(request.form.getlist("spurt"))
    sound = form.read()
    if form.stale:
        form.revision.data = str(form.seen)
        return _page(progress, form), 400
    saved = services().store.save_answers(stored, form.changes(), form.seen, services().today())
    _mark(form, saved.conflicts)
    form.revision.data = str(saved.revision)
    if saved.conflicts or not sound:
        return _page(progress, form), 409 if sound else 422
    return redirect(_next_address(progress), 303)


@BLUEPRINT.get("/svar")
def check() -> str:
    """Show every answer, to be looked over."""
    case = opened()
    return render_template(
        "web/svar.html",
        case=case,
        themes=[
            (progress.theme, _answers(state for state in progress.items if state.asked))
            for progress in case.progress
        ],
        unknown=_answers(case.asked_with(Origin.DONT_KNOW)),
        unanswered=_answers(case.asked_with(Origin.UNANSWERED, Origin.MISSING)),
    )


def _answers(states: Iterable[ItemState]) -> list[AnswerAccount]:
    return [answer_of(opened().wording, state.item) for state in states]


def _find(theme: str) -> ThemeProgress:
    found = next((each for each in opened().progress if each.theme.id == theme), None)
    return found or abort(404)


def _form(progress: ThemeProgress) -> ThemeForm:
    asked = tuple(state for state in progress.items if state.asked)
    government = opened().municipality.government
    asking = Asking(services().rulebook, language(), government, services().today())
    return theme_form(asked, opened().case, asking)


def _page(progress: ThemeProgress, form: ThemeForm) -> str:
    new = [fact for fact in request.args.getlist("nye") if field_id(fact) in form]
    return render_template(
        "web/tema.html",
        case=opened(),
        theme=progress.theme,
        form=form,
        step=step_of(progress.theme.id, opened().progress),
        new=[field_id(fact) for fact in new],
    )


def _mark(form: ThemeForm, conflicts: frozenset[str]) -> None:
    """Say at each field in conflict what somebody else answered meanwhile."""
    if not conflicts:
        return
    names = reopen().naming.names
    for field in form.questions:
        fact = field.asked.item.fact
        if fact in conflicts:
            parts = {"name": field.asked.name, "stored": names.finding(fact)}
            field.errors = [say(messages.CONFLICT, **parts)]


def _next_address(before: ThemeProgress) -> str:
    """Return where to go: to questions that the answers led to, else where the user chose."""
    here, after = before.theme.id, reopen().progress
    new = newly_asked(before, after)
    back = request.args.get("fra") == "svar"
    if new:
        fra = "svar" if back else None
        return url_for(".theme", theme=here, nye=new, fra=fra, _anchor=field_id(new[0]))
    return _chosen_address(step_of(here, after), back=back)


def _chosen_address(step: Step, *, back: bool) -> str:
    wanted = request.form.get("ga", "videre")
    if wanted == "lagre":
        return url_for("case.save")
    if wanted == "forrige" and step.previous:
        return url_for(".theme", theme=step.previous)
    if back or step.next is None:
        return url_for(".check")
    return url_for(".theme", theme=step.next)
