"""An old case under the rules and figures of today: what would change, doing it, the way back."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard import advice
from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.report.follow_up import new_figures
from wizard.voice.comparison_wording import ComparisonWording, Group
from wizard.web.access import Whom, let_in
from wizard.web.forms.small import ButtonForm
from wizard.web.language import language
from wizard.web.opened import give_link, opened, take_link
from wizard.web.services import services

BLUEPRINT = Blueprint("renewal", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answer = str | Response | tuple[str, int]


@BLUEPRINT.get("/dagens-regler")
@let_in(Whom.READER)
def show() -> Answer:
    """Show what today's date, rules and figures would change."""
    return _page(ButtonForm())


@BLUEPRINT.post("/dagens-regler")
@let_in(Whom.OWNER)
def renew() -> Answer:
    """Let the case go by today."""
    stored, form = opened().stored, ButtonForm()
    if not form.read():
        return _page(form), 400
    fresh = _renewed()
    services().store.renew(stored, fresh.as_of, fresh.figures)
    return redirect(_way_on(), 303)


@BLUEPRINT.post("/tidligere-regler")
@let_in(Whom.OWNER)
def take_back() -> Answer:
    """Let the case go by the day and the figures it had before."""
    stored, form = opened().stored, ButtonForm()
    if not form.read():
        return _page(form), 400
    services().store.take_back_renewal(stored, services().today())
    return redirect(_way_on(), 303)


def _way_on() -> str:
    followed = request.args.get("fra") == "oppfolging"
    return url_for("follow_up.show" if followed else "result.show")


def _renewed() -> Case:
    case = opened()
    return advice.renewed(case.case, services().rulebook, case.municipality, services().today())


def _page(form: ButtonForm) -> str:
    case, today = opened(), services().today()
    after = advice.assess(_renewed(), services().rulebook, case.municipality)
    figures = new_figures(case.wording, after)
    is_old = case.case.as_of < today or figures.are_there
    return render_template(
        "web/dagens_regler.html",
        case=case,
        form=form,
        groups=_changes(after) if is_old else (),
        figures=figures,
        is_old=is_old,
        today=today,
        back=_way_on(),
        way={"fra": "oppfolging"} if request.args.get("fra") == "oppfolging" else {},
    )


def _changes(after: Advice) -> tuple[Group, ...]:
    """Return what today changes in bundle, verdicts, needs and rules; the answers stay."""
    groups = ComparisonWording(advice.compare(opened().advice, after), language()).groups()
    # From what matters most; the first group is the case itself, whose figures are told alone.
    return tuple(reversed(groups[1:]))
