"""The cases on this machine, and the examples: an adviser's own list, and anybody's."""

from itertools import groupby

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Journey
from wizard.web import remembered
from wizard.web.access import Whom, let_in
from wizard.web.forms.small import ButtonForm
from wizard.web.machine import all_here
from wizard.web.services import services

BLUEPRINT = Blueprint("mine", __name__, url_prefix="/<language:language>/mine-saker")
Answer = str | Response | tuple[str, int]


@BLUEPRINT.get("")
@let_in(Whom.ANYBODY)
def show() -> str:
    """List the cases that this browser remembers, and every example."""
    return _page(ButtonForm())


@BLUEPRINT.post("/glem")
@let_in(Whom.ANYBODY)
def forget() -> Answer:
    """Forget one case; the case itself stays."""
    form = ButtonForm()
    if not form.read():
        return _page(form), 400
    remembered.forget(request.form.get("lenke", ""))
    return redirect(url_for(".show"), 303)


@BLUEPRINT.post("/glem-alle")
@let_in(Whom.ANYBODY)
def forget_all() -> Answer:
    """Forget them all, and take the cookie away."""
    form = ButtonForm()
    if not form.read():
        return _page(form), 400
    remembered.forget_all()
    return redirect(url_for(".show"), 303)


def _page(form: ButtonForm) -> str:
    return render_template(
        "web/mine_saker.html", form=form, cases=all_here(), counties=_journeys_by_county()
    )


def _journeys_by_county() -> list[tuple[str, list[Journey]]]:
    journeys = sorted(services().rulebook.journeys.values(), key=_place)
    return [(county, list(each)) for county, each in groupby(journeys, lambda j: _of(j).county)]


def _place(journey: Journey) -> tuple[str, str, str]:
    there = _of(journey)
    return there.county, there.name, journey.id


def _of(journey: Journey) -> Municipality:
    return services().municipalities.get(journey.case.municipality_number)
