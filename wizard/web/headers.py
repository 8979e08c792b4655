"""What every answer tells the browser: trust nobody else, keep nothing, tell nobody."""

from flask import Response, g

_POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_CASE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}


def allow_own_styles(response: Response) -> Response:
    """Let a document bring its styles with it: the memo stands alone."""
    response.headers["Content-Security-Policy"] = policy({"style-src": "'self' 'unsafe-inline'"})
    return response


def policy(changes: dict[str, str] | None = None) -> str:
    """Return the content security policy."""
    return "; ".join(f"{name} {value}" for name, value in {**_POLICY, **(changes or {})}.items())


def lead_without_words(response: Response) -> Response:
    """Take away the page that Werkzeug writes, in English, for browsers that do not follow."""
    if response.location:
        response.set_data(b"")
    return response


def secure(response: Response) -> Response:
    """Add the headers to an answer. A page about a case is never stored or indexed."""
    response.headers.setdefault("Content-Security-Policy", policy())
    for name, value in _ALWAYS.items():
        response.headers.setdefault(name, value)
    if response.mimetype == "text/html" or g.get("about_a_case", False):
        response.headers["Cache-Control"] = _CASE["Cache-Control"]
    if g.get("about_a_case", False):
        response.headers.update(_CASE)
    return response
