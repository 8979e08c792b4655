"""When there is nothing to show: what happened, and what to do, in the reader's language."""

from flask import Flask, current_app, g, redirect, render_template, request, url_for
from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException, NotFound, RequestEntityTooLarge
from werkzeug.wrappers import Response

from wizard.store.cases import CaseGoneError, NoSuchCaseError, ReadOnlyError
from wizard.store.database import FAULTS, UNAVAILABLE
from wizard.web.api import refusals
from wizard.web.language import language_of_path
from wizard.web.limited import GUESSES, STORM, count_unknown_link
from wizard.web.limiting import TooMuchError
from wizard.web.opened import MunicipalityGoneError
from wizard.web.operators import LoginNeededError
from wizard.web.pasted import meant
from wizard.web.typed import typed

_KNOWN = {400, 403, 404, 405, 413}
_SOON = "10"  # in seconds
Answer = tuple[str | Response, int]
Told = tuple[str | Response, int, dict[str, str]]


def register(app: Flask) -> None:
    """Say how each error is shown."""
    app.register_error_handler(NoSuchCaseError, _no_such_case)
    app.register_error_handler(CaseGoneError, _case_gone)
    app.register_error_handler(MunicipalityGoneError, _municipality_gone)
    app.register_error_handler(ReadOnlyError, _read_only)
    app.register_error_handler(LoginNeededError, _log_in)
    app.register_error_handler(TooMuchError, _too_much)
    app.register_error_handler(refusals.RefusedError, refusals.refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _broken)
    for fault in FAULTS:
        app.register_error_handler(fault, _broken)
    for unavailable in UNAVAILABLE:
        app.register_error_handler(unavailable, _not_now)


def _no_such_case(_error: NoSuchCaseError) -> Answer | Told:
    try:
        count_unknown_link()
    except TooMuchError as error:
        return _too_much(error)
    return _page("web/feil/ingen_sak.html", 404, typed=typed())


def _case_gone(error: CaseGoneError) -> Answer:
    return _page("web/feil/slettet_sak.html", 410, gone_on=error.gone_on, typed=typed())


def _municipality_gone(_error: MunicipalityGoneError) -> Answer | Response:
    """Lead to where another is chosen; what was sent meanwhile is given back first."""
    on = url_for("keeping.municipality", language=language_of_path(request.path), link=g.link)
    if request.method != "POST":
        return redirect(on)
    return _page("web/feil/kommunen_er_borte.html", 409, typed=typed(), on=on)


def _read_only(_error: ReadOnlyError) -> Answer:
    return _page("web/feil/403.html", 403)


def _log_in(_error: LoginNeededError) -> Answer | Response:
    """Lead to where one logs in; what was sent meanwhile is given back first."""
    if request.method == "POST":
        return _page("web/feil/innlogging.html", 401, sent=_sent(), typed=typed())
    language = language_of_path(request.path)
    return redirect(url_for("login.show", language=language, neste=request.full_path.rstrip("?")))


def _http(error: HTTPException) -> Answer | HTTPException | Response:
    code = error.code or 500
    if code < 400:  # noqa: PLR2004 - redirects are exceptions to werkzeug
        return error
    if refusals.asked_by_a_program():
        return refusals.of_http(error)
    if isinstance(error, NotFound) and (address := meant()):
        return redirect(address)
    return _page(f"web/feil/{code if code in _KNOWN else 500}.html", code)


def _too_much(error: TooMuchError) -> Told:
    """Say when to try again, and give back everything that was sent."""
    sent = _sent()
    values = {"sent": sent, "typed": typed() if sent else "", "seconds": error.seconds}
    page, code = _page("web/feil/429.html", 429, guessed=error.limit in (GUESSES, STORM), **values)
    return page, code, {"Retry-After": str(error.seconds)}


def _broken(error: Exception) -> Answer:
    """Log the fault with its stack; the reader is told that nothing saved is lost."""
    current_app.logger.error("Feil på %s", request.endpoint, exc_info=error)
    return _page("web/feil/500.html", 500)


def _not_now(error: Exception) -> Told:
    """Give back everything that was sent, so that one button sends it once more."""
    why = getattr(error, "orig", error)
    current_app.logger.error("Databasen kan ikke brukes, på %s: %s", request.endpoint, why)
    sent = _sent()
    page, code = _page("web/feil/503.html", 503, sent=sent, typed=typed() if sent else "")
    return page, code, {"Retry-After": _SOON}


def _sent() -> list[tuple[str, str]]:
    """Return each field of the form that was sent; a file stays where it came from."""
    try:
        return list(request.form.items(multi=True))
    except RequestEntityTooLarge:
        return []


def _page(template: str, code: int, **values: object) -> Answer:
    if refusals.asked_by_a_program():
        return refusals.of_code(code), code
    if "language" not in g:
        g.language = language_of_path(request.path)
    if request_ctx.url_adapter is None:  # the Host header names no host; our addresses need none
        request_ctx.url_adapter = current_app.url_map.bind("localhost")
    return render_template(template, **values), code
