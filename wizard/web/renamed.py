"""Addresses with an id that a scheme or a need had before lead to the page that it has now."""

from flask import Flask, redirect, request, url_for
from werkzeug.wrappers import Response

from wizard.web.services import services

_MOVED_FOR_GOOD = 308


def register(app: Flask) -> None:
    """Look at every address, once it is known that whoever asks may come in."""
    app.before_request(_lead_on)


def _lead_on() -> Response | None:
    former, found = services().rulebook.former, dict(request.view_args or {})
    tables = {"scheme": former.schemes, "need": former.needs}
    moved = {name: table[found[name]] for name, table in tables.items() if found.get(name) in table}
    if not moved or request.endpoint is None:
        return None
    # What stands after the question mark comes along.
    asked = {key: request.args.getlist(key) for key in request.args}
    return redirect(url_for(request.endpoint, **{**asked, **found, **moved}), _MOVED_FOR_GOOD)
