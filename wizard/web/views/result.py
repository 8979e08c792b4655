"""The advice on screen: every scheme appears once, where its verdict puts it."""

from flask import Blueprint, abort, render_template

from wizard.domain.advice import Origin
from wizard.report.abolished import abolished_by, account_of_abolished
from wizard.report.explanation import explain as explain_verdict
from wizard.web.opened import give_link, opened, take_link
from wizard.web.outline import outline
from wizard.web.views.papers import print_ahead

BLUEPRINT = Blueprint("result", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)


@BLUEPRINT.get("/rad")
def show() -> str:
    """Show the advice."""
    unanswered = len(opened().asked_with(Origin.UNANSWERED))
    page = render_template("web/rad.html", case=opened(), unanswered=unanswered)
    print_ahead()
    return page


@BLUEPRINT.get("/rad/<scheme>")
def explain(scheme: str) -> str | tuple[str, int]:
    """Show every step to the verdict on one scheme; of one that is gone, what came instead."""
    if scheme not in opened().advice.verdicts:
        gone = abolished_by(scheme, opened().advice.rulebook) or abort(404)
        account = account_of_abolished(gone, opened().wording.labels, scheme)
        status = 200 if account.was_there else 410
        return render_template("web/utgatt.html", case=opened(), gone=account), status
    in_bundle = opened().advice.bundle.item(scheme) is not None
    return render_template(
        "web/begrunnelse.html",
        case=opened(),
        scheme=scheme,
        branches=outline(explain_verdict(opened().wording, scheme)),
        anchor=f"ordning-{scheme}" if in_bundle else None,
    )
