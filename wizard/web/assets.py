"""Fonts and styles: the same for everybody, kept by browsers."""

from flask import Blueprint, Response, abort, redirect, send_from_directory, url_for
from werkzeug.wrappers import Response as AnyResponse

from wizard.paths import FONTS, STATIC
from wizard.web.access import Whom, let_in
from wizard.web.language import guessed_language

BLUEPRINT = Blueprint("assets", __name__)
_WEIGHTS = {"Regular", "Bold"}
_YEAR = 365 * 24 * 3600


@BLUEPRINT.get("/")
@let_in(Whom.ANYBODY)
def root() -> AnyResponse:
    """Lead to the start page in the language that the browser asks for."""
    response = redirect(url_for("start.start", language=guessed_language()))
    response.vary.add("Accept-Language")
    return response


@BLUEPRINT.get("/favicon.ico")
@let_in(Whom.ANYBODY)
def icon() -> Response:
    """Hand out our mark where browsers look for it unasked."""
    return send_from_directory(STATIC, "merke.svg", mimetype="image/svg+xml", max_age=_YEAR)


@BLUEPRINT.get("/skrift/<weight>.woff2")
@let_in(Whom.ANYBODY)
def font(weight: str) -> Response:
    """Hand out the font that pages and memo share."""
    if weight not in _WEIGHTS:
        abort(404)
    return send_from_directory(
        FONTS, f"NotatSans-{weight}.woff2", mimetype="font/woff2", max_age=_YEAR
    )
