"""An old case under the rules of today: what would change, the change itself, and the way back."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from wizard import advice
from wizard.voice.comparison_wording import ComparisonWording, Group
from wizard.web.forms.small import ButtonForm
from wizard.web.language import language
from wizard.web.opened import give_link, must_be_editable, opened, take_link
from wizard.web.services import services

BLUEPRINT = Blueprint("renewal", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answer = str | Response | tuple[str, int]


@BLUEPRINT.get("/dagens-regler")
def show() -> Answer:
    """Show what today's date and rules would change."""
    return _page(ButtonForm())


@BLUEPRINT.post("/dagens-regler")
def renew() -> Answer:
    """Let the case go by today."""
    stored, form = must_be_editable(), ButtonForm()
    if not form.read():
        return _page(form), 400
    services().store.renew(stored, services().today())
    return redirect(url_for("result.show"), 303)


@BLUEPRINT.post("/tidligere-regler")
def take_back() -> Answer:
    """Let the case go by the day it had before."""
    stored, form = must_be_editable(), ButtonForm()
    if not form.read():
        return _page(form), 400
    services().store.take_back_renewal(stored, services().today())
    return redirect(url_for("result.show"), 303)


def _page(form: ButtonForm) -> str:
    case, today = opened(), services().today()
    is_old = case.case.as_of < today
    groups = _changes() if is_old else ()
    return render_template(
        "web/dagens_regler.html", case=case, form=form, groups=groups, is_old=is_old, today=today
    )


def _changes() -> tuple[Group, ...]:
    """Return what today changes in bundle, verdicts, needs and rules; the answers stay."""
    case, book = opened(), services().rulebook
    renewed = replace(case.case, as_of=services().today())
    after = advice.assess(renewed, book, case.municipality)
    groups = ComparisonWording(advice.compare(case.advice, after), language()).groups()
    # From what matters most; the first group is the case itself, which stays as it is.
    _case, *others = groups
    return tuple(reversed(others))
