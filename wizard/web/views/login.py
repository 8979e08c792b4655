"""Logging in and out, for operators. There is no such page where no provider is set up."""

import re

from flask import Blueprint, abort, current_app, g, redirect, render_template, request, url_for
from flask import session as kept
from werkzeug.wrappers import Response

from wizard.domain.text import Text
from wizard.web import operators
from wizard.web.access import Whom, let_in
from wizard.web.forms.small import ButtonForm
from wizard.web.language import language, language_of_path, say
from wizard.web.links import whole_address
from wizard.web.services import services

BLUEPRINT = Blueprint("login", __name__)
Answer = str | Response | tuple[str, int]

_NEXT = "neste"
_OURS = re.compile(r"/(?:nb|nn)(?:/[a-z0-9_-]+)*(?:\?[a-z]+=[a-z0-9_./%-]*)?", re.IGNORECASE)
_AWAY = Text(
    "Innloggingen svarer ikke akkurat nå. Vent litt, og prøv igjen. "
    "Hjelper ikke det, sier du fra til den som driver veiviseren.",
    "Innlogginga svarar ikkje akkurat no. Vent litt, og prøv igjen. "
    "Hjelper ikkje det, seier du frå til den som driv vegvisaren.",
)
_REFUSED = Text(
    "Innloggingen ble avbrutt, eller tok for lang tid. Prøv igjen.",
    "Innlogginga vart avbroten, eller tok for lang tid. Prøv igjen.",
)
_NOT_LISTED = Text(
    "{name} står ikke på listen over dem som kan prøve og gi ut regler. Be den som driver "
    "veiviseren, om å bli lagt til.",
    "{name} står ikkje på lista over dei som kan prøve og gi ut reglar. Be den som driv "
    "vegvisaren, om å bli lagd til.",
)


@BLUEPRINT.before_request
def _only_where_one_can() -> None:
    if services().settings.login is None:
        abort(404)


@BLUEPRINT.get("/<language:language>/logg-inn")
@let_in(Whom.ANYBODY)
def show() -> str:
    """Say who can log in and for what, or who has."""
    return _page()


@BLUEPRINT.get("/<language:language>/logg-inn/videre")
@let_in(Whom.ANYBODY)
def begin() -> Answer:
    """Lead to where one logs in."""
    kept[_NEXT] = _way_on(request.args.get(_NEXT, ""))
    try:
        answer = operators.begin(whole_address(url_for("login.back")))
    except operators.ProviderUnreachableError as error:
        return _away(error)
    g.leads_out = True
    return answer


@BLUEPRINT.get("/logg-inn/tilbake")
@let_in(Whom.ANYBODY)
def back() -> Answer:
    """Take back who has logged in, and lead on to the page they came for."""
    way_on = _way_on(kept.pop(_NEXT, ""))
    g.language = language_of_path(way_on)
    try:
        operators.finish()
    except operators.ProviderUnreachableError as error:
        return _away(error)
    except operators.LoginRefusedError as error:
        current_app.logger.warning("Innlogging avvist: %s", error.__cause__)
        return _page(say(_REFUSED)), 400
    except operators.NotOperatorError as error:
        return _page(say(_NOT_LISTED, name=error.name)), 403
    return redirect(way_on)


@BLUEPRINT.post("/<language:language>/logg-ut")
@let_in(Whom.ANYBODY)
def log_out() -> Answer:
    """Log out here; who has logged in at the provider is its own business."""
    form = ButtonForm()
    if not form.read():
        return _page(form=form), 400
    operators.log_out()
    return redirect(url_for("login.show"), 303)


def _away(error: operators.ProviderUnreachableError) -> Answer:
    login = services().settings.login
    issuer = login.issuer if login else ""
    current_app.logger.error("Kan ikke logge inn på %s (WIZARD_OIDC_ISSUER): %s", issuer, error)
    return _page(say(_AWAY)), 503


def _page(trouble: str = "", form: ButtonForm | None = None) -> str:
    return render_template(
        "web/logg_inn.html",
        form=form or ButtonForm(),
        operator=operators.current(),
        trouble=trouble,
        way_on=_way_on(request.args.get(_NEXT, "")),
    )


def _way_on(path: str) -> str:
    """Return a page of ours to lead on to: the first page where it is anything else."""
    ours = _OURS.fullmatch(path) is not None
    return path if ours else url_for("rules.overview", language=language())
