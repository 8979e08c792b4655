"""The case itself: its overview, its links, its file, its end."""

from flask import Blueprint, Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from wizard.questionnaire import effort_left
from wizard.report.progress import themes_of
from wizard.store import casefile
from wizard.web import remembered
from wizard.web.access import Whom, let_in
from wizard.web.forms.small import ButtonForm, NameForm
from wizard.web.language import language
from wizard.web.opened import give_link, opened, take_link
from wizard.web.printing import owner
from wizard.web.services import services
from wizard.web.short_way import short_effort, short_left
from wizard.web.views.keeping import page

BLUEPRINT = Blueprint("case", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)


@BLUEPRINT.get("/")
@let_in(Whom.READER)
def overview() -> str:
    """Show how far the case is, and the next thing to do."""
    case = opened()
    return render_template(
        "web/oversikt.html",
        case=case,
        themes=themes_of(case.progress, language()),
        begun=any(each.said for each in case.progress),
        left=effort_left(case.progress, services().rulebook.asking),
        short=short_effort(),
        short_left=short_left(),
    )


@BLUEPRINT.get("/lagre")
@let_in(Whom.READER)
def save() -> str:
    """Show the links to come back with."""
    return page(NameForm())


@BLUEPRINT.get("/svarfil.json")
@let_in(Whom.READER, lost_too=True)
def download() -> Response:
    """Hand out the case file."""
    case = opened().case
    response = Response(casefile.write(case), mimetype="application/json")
    name = f"{case.as_of}_svarfil_{case.municipality_number}.json"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


@BLUEPRINT.get("/slett")
@let_in(Whom.OWNER, lost_too=True)
def ask_to_delete() -> str:
    """Ask once more before everything is gone."""
    return render_template("web/slett.html", case=opened(), form=ButtonForm())


@BLUEPRINT.post("/slett")
@let_in(Whom.OWNER, lost_too=True)
def delete() -> str | AnyResponse | tuple[str, int]:
    """Delete the case at once."""
    stored = opened().stored
    form = ButtonForm()
    if not form.read():
        return render_template("web/slett.html", case=opened(), form=form), 400
    services().store.delete(stored, services().today())
    services().printer.forget(owner())
    remembered.forget(stored.link, stored.reading_link)
    return redirect(url_for("pages.deleted"), 303)
