"""For the proxy: whether we are alive, and whether we can be used. Neither is a page."""

from collections.abc import Iterator

from flask import Blueprint, Response

from wizard.press.queued import LineUnusable
from wizard.store.database import UNAVAILABLE
from wizard.web.access import Whom, let_in
from wizard.web.services import services

BLUEPRINT = Blueprint("health", __name__)


@BLUEPRINT.get("/helse")
@let_in(Whom.ANYBODY)
def alive() -> Response:
    """Say that this process answers; nothing else is asked."""
    return _plain("ok\n", 200)


@BLUEPRINT.get("/klar")
@let_in(Whom.ANYBODY)
def ready() -> Response:
    """Say whether all that a case needs is there; if not, which part is not."""
    missing = tuple(_missing())
    if missing:
        return _plain("".join(f"{part}: nei\n" for part in missing), 503)
    return _plain(f"database: ja\nregler: ja\npresse: ja\n{_broken_rules()}{_line()}", 200)


def _broken_rules() -> str:
    """Say that there are newer rules, which cannot be used; not where they lie."""
    count = len(services().broken)
    return f"endrede regler: nei, {count} feil\n" if count else ""


def _line() -> str:
    """Say how many wait for a worker, and how many live, where there can be any."""
    line = services().line
    if line is None:
        return ""
    try:
        state = line.state()
    except LineUnusable:
        return "kø: nei\n"  # nothing that a case needs
    return f"kø: {state.waiting} venter\narbeidere: {state.workers}\n"


def _missing() -> Iterator[str]:
    try:
        services().store.reach()
    except UNAVAILABLE:
        yield "database"
    if not (services().rulebook.themes and services().rulebook.schemes):
        yield "regler"
    if not services().printer.works:
        yield "presse"


def _plain(text: str, status: int) -> Response:
    answer = Response(text, status, mimetype="text/plain")
    answer.headers["Cache-Control"] = "no-store"
    return answer
