"""The advice on screen: every scheme appears once, where its verdict puts it."""

from flask import Blueprint, abort, render_template

from wizard.domain.advice import Origin
from wizard.report.explanation import explain as explain_verdict
from wizard.web.opened import give_link, opened, take_link
from wizard.web.outline import outline

BLUEPRINT = Blueprint("result", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)


@BLUEPRINT.get("/rad")
def show() -> str:
    """Show the advice."""
    unanswered = len(opened().asked_with(Origin.UNANSWERED))
    return render_template("web/rad.html", case=opened(), unanswered=unanswered)


@BLUEPRINT.get("/rad/<scheme>")
def explain(scheme: str) -> str:
    """Show every step to the verdict on one scheme."""
    if scheme not in opened().advice.verdicts:
        abort(404)
    in_bundle = opened().advice.bundle.item(scheme) is not None
    return render_template(
        "web/begrunnelse.html",
        case=opened(),
        scheme=scheme,
        branches=outline(explain_verdict(opened().wording, scheme)),
        anchor=f"ordning-{scheme}" if in_bundle else None,
    )
