"""Addresses that were spoilt on the way: in capitals, with a full stop or a bracket after them."""

from urllib.parse import quote

from flask import current_app, request

from wizard.store.links import link_in
from wizard.web.language import language_of_path

_CLOSING = " \t\r\n.,:;!?\"'«»<>()[]{}|\\*_/"


def meant() -> str | None:
    """Return the address that a request with a spoilt one meant; none where it is what it says."""
    link = link_in(request.path)
    if link is None or request.method not in {"GET", "HEAD"}:
        return None
    path = request.path.lower()
    after = path.partition(link)[2].rstrip(_CLOSING)
    case = f"/{language_of_path(path)}/sak/{link}"
    if not after.startswith("/"):
        return f"{case}/"
    wanted = case + after
    if wanted == request.path:
        return None
    adapter = current_app.url_map.bind("localhost")
    return quote(wanted) if adapter.test(wanted, "GET") else f"{case}/"
