"""What every answer tells the browser: trust nobody else, keep nothing, tell nobody."""

from urllib.parse import urlsplit

from flask import Response, g

from wizard.web.services import services

_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_HSTS = f"max-age={2 * 365 * 24 * 3600}"  # seconds; the domains below are not ours to speak for
_CASE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}


def lead_on(response: Response) -> Response:
    """Lead to a page of ours by its path alone, whatever host and scheme reached us.

    The one way out is to where operators log in.

    The page that Werkzeug writes for browsers that do not follow is in English: taken away.
    """
    if response.location:
        if not g.get("leads_out", False):
            response.location = urlsplit(response.location)._replace(scheme="", netloc="").geturl()
        response.set_data(b"")
    return response


def secure(response: Response) -> Response:
    """Add the headers to an answer. A page about a case is never stored or indexed."""
    response.headers.setdefault("Content-Security-Policy", _POLICY)
    for name, value in _ALWAYS.items():
        response.headers.setdefault(name, value)
    if services().settings.https:
        response.headers["Strict-Transport-Security"] = _HSTS
    if g.get("same_for_all", False):
        response.headers["Cache-Control"] = "no-cache"  # kept, and asked for anew each time
    elif response.mimetype == "text/html" or g.get("about_a_case", False):
        response.headers["Cache-Control"] = _CASE["Cache-Control"]
    if g.get("about_a_case", False):
        response.headers.update(_CASE)
    return response
