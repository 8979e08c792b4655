"""Handing out a PDF: at once when it is ready in a moment, else by a page that says how it goes.

The page asks again by itself, without JavaScript. It stands at an address of its own, since a
download leaves the browser where it was: when the PDF is ready, the page says that too.
"""

from collections.abc import Callable

from flask import Response, current_app, render_template
from werkzeug.utils import redirect
from werkzeug.wrappers import Response as AnyResponse

from wizard.press.printer import Draft
from wizard.press.problems import NotPrinted
from wizard.web import metrics
from wizard.web.language import say
from wizard.web.opened import opened
from wizard.web.services import services

# Seconds. The first is for who waits; the second lets the page come before the download does.
_ASK_AGAIN, _READY = 2, 1
_TRY_LATER = {"Retry-After": "30"}

Answer = AnyResponse | tuple[str, int] | tuple[str, int, dict[str, str]]


def owner() -> str:
    """Return whose a PDF of this request's case is, to the printer."""
    return str(opened().stored.id)


def hand_out(draft: Draft, meanwhile: str, given: Callable[[bytes], str]) -> Answer:
    """Return the page as a PDF to save, or lead to the address that is shown `meanwhile`.

    `given` is told of the file when it goes out, and returns what it is called.

    Raises:
        NotPrinted: see `told`.

    """
    content = services().printer.pdf(draft, owner())
    if content is None:
        metrics.paper("being-made")
        return redirect(meanwhile, 303)
    metrics.paper("given")
    name = given(content)
    response = Response(content, mimetype="application/pdf")
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def how_it_goes(draft: Draft, ready: str) -> Answer:
    """Return a page that asks again until the PDF is there, and then leads to it.

    Raises:
        NotPrinted: see `told`.

    """
    done = services().printer.pdf(draft, owner()) is not None
    content = render_template("web/notat_lages.html", case=opened(), done=done, ready=ready)
    refresh = f"{_READY}; url={ready}" if done else str(_ASK_AGAIN)
    return content, 200, {"Refresh": refresh}


def told(problem: Exception) -> Answer:
    """Return the page that says why there is no PDF, and offers the memo as a page."""
    metrics.paper(type(problem).__name__)
    if isinstance(problem, NotPrinted):
        return _without_pdf(say(problem.message)), 503, _TRY_LATER
    current_app.logger.error("Notatet lot seg ikke lage", exc_info=problem)
    return _without_pdf(""), 500


def _without_pdf(message: str) -> str:
    return render_template("web/uten_pdf.html", case=opened(), message=message)
