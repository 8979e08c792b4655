"""Pages about the tool itself: privacy, cookies, accessibility, whom to reach."""

from flask import Blueprint, current_app, render_template

from wizard.web.access import Whom, let_in
from wizard.web.language import language
from wizard.web.remembered import cookie_name
from wizard.web.services import services

BLUEPRINT = Blueprint("pages", __name__, url_prefix="/<language:language>")


@BLUEPRINT.get("/personvern")
@let_in(Whom.ANYBODY)
def privacy() -> str:
    """Say what is kept, how long, and what is not."""
    return render_template(f"web/sider/personvern.{language()}.html", owner=services().owner)


@BLUEPRINT.get("/informasjonskapsler")
@let_in(Whom.ANYBODY)
def cookies() -> str:
    """List the cookies: what each is for, and how long it stays."""
    form = current_app.config["SESSION_COOKIE_NAME"]
    return render_template("web/sider/informasjonskapsler.html", form=form, cases=cookie_name())


@BLUEPRINT.get("/kontakt")
@let_in(Whom.ANYBODY)
def contact() -> str:
    """Say who answers for the service, and how to reach them."""
    return render_template("web/sider/kontakt.html", owner=services().owner)


@BLUEPRINT.get("/tilgjengelighet")
@let_in(Whom.ANYBODY)
def accessibility() -> str:
    """Say how accessible the tool is, and where to complain."""
    url = services().settings.accessibility_url
    return render_template(f"web/sider/tilgjengelighet.{language()}.html", declaration=url)


@BLUEPRINT.get("/slettet")
@let_in(Whom.ANYBODY)
def deleted() -> str:
    """Confirm that a case is gone."""
    return render_template("web/slettet.html")
