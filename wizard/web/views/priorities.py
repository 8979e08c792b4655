"""Which needs matter most: a page of its own, outside the row of the questionnaire."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard.domain.case import DontKnow
from wizard.report.needs import NeedAccount, need_of
from wizard.web.access import Whom, let_in
from wizard.web.forms.priorities import PLACES, PrioritiesForm
from wizard.web.leaving import OTHER_LANGUAGE, here, regardless, settles, way_out
from wizard.web.opened import give_link, opened, reopen, take_link
from wizard.web.services import services

BLUEPRINT = Blueprint("priorities", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answer = str | Response | tuple[str, int]


@BLUEPRINT.get("/prioritering")
@let_in(Whom.READER)
def show() -> Answer:
    """Ask which needs matter most."""
    if not opened().stored.editable:
        return redirect(url_for("steps.check"))
    form = PrioritiesForm(_ids())
    form.show(opened().case.priorities)
    return _page(form)


@BLUEPRINT.post("/prioritering")
@let_in(Whom.OWNER)
def save() -> Answer:
    """Save the choice, or take it back; or show what stands in the way."""
    stored, today = opened().stored, services().today()
    form = PrioritiesForm(_ids())
    removing = request.form.get("ga") == "fjern"
    if not (form.read() if removing else form.check()):
        if form.stale or not regardless():
            return _page(form), 400 if form.stale else 422
        return redirect(way_out(), 303)
    wanted = None if removing else form.chosen
    held = bool(form.strid.data) and not (removing or settles()) and wanted != form.looked_at
    if held and regardless():
        return redirect(way_out(), 303)
    if held or not services().store.save_priorities(stored, wanted, form.looked_at, today):
        form.refuse(reopen().priorities.sentence)
        form.look_at(opened().case.priorities)
        return _page(form), 409
    return redirect(way_out() or _onward(), 303)


def _onward() -> str:
    if request.form.get("ga") == OTHER_LANGUAGE:
        return here()
    if request.args.get("fra") == "svar":
        return url_for("steps.check", _anchor="haster")
    return url_for("result.show", _anchor="behov")


def _page(form: PrioritiesForm) -> str:
    needs = _offered()
    return render_template(
        "web/prioritering.html",
        case=opened(),
        form=form,
        needs=needs,
        places=list(zip(form.boxes, PLACES, strict=True))[: len(needs)],
    )


def _ids() -> list[str]:
    return [need.finding.need for need in _offered()]


def _offered() -> list[NeedAccount]:
    """Return the needs that are or may be there, and what was chosen before it went away."""
    there, chosen = opened().report.needs_there, opened().case.priorities
    ids = {need.finding.need for need in there}
    former = () if chosen is None or isinstance(chosen, DontKnow) else chosen
    return [*there, *(need_of(opened().wording, need) for need in former if need not in ids)]
