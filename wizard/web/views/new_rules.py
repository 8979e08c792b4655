"""The rules are others than when a case was last seen: what moved, and that it has been seen."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard.web.access import Whom, let_in
from wizard.web.forms.small import SeenForm
from wizard.web.new_rules import new_rules
from wizard.web.opened import give_link, opened, take_link
from wizard.web.services import services

BLUEPRINT = Blueprint("new_rules", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answer = str | Response | tuple[str, int]


@BLUEPRINT.app_context_processor
def _for_templates() -> dict[str, object]:
    """Give templates what new rules mean for the opened case, and the form to have seen it."""
    return {"new_rules": new_rules, "seen_form": SeenForm}


@BLUEPRINT.get("/nye-regler")
@let_in(Whom.READER)
def show() -> str:
    """Show everything that the rules have moved since the case was last seen."""
    return _page(SeenForm())


@BLUEPRINT.post("/nye-regler")
@let_in(Whom.OWNER)
def seen() -> Answer:
    """Note that it has been seen; where the rules have changed once more, it is told once more."""
    form = SeenForm()
    if not form.read():
        return _page(form), 400
    if form.regler.data == services().rulebook.hash:
        services().store.note_seen(opened().stored)
    return redirect(_way_on(), 303)


def _page(form: SeenForm) -> str:
    return render_template(
        "web/nye_regler.html", case=opened(), form=form, told=new_rules(), back=_way_on()
    )


def _way_on() -> str:
    return url_for("case.overview" if request.args.get("fra") == "oversikt" else "result.show")
