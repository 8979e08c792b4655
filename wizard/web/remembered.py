"""The cases that somebody has asked this browser to remember: their links, in a cookie of its own.

It is set only when asked for, is signed as the session is, and the server keeps no copy.
"""

from typing import cast

from flask import Flask, Response, current_app, g, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

_COOKIE = "saker"
MOST = 40
LONGEST_NAME = 40
_LIST = "saker"


class _OnThisMachine(SecureCookieSessionInterface):
    """A second session, which stays when the browser is closed."""

    salt = "saker-pa-denne-maskinen"

    def get_cookie_name(self, app: Flask) -> str:
        return named(_COOKIE, secure=bool(app.config["SESSION_COOKIE_SECURE"]))


_INTERFACE = _OnThisMachine()


def named(cookie: str, *, secure: bool) -> str:
    """Return what a cookie is called: with the prefix that binds it to our host, over https."""
    return f"__Host-{cookie}" if secure else cookie


def cookie_name() -> str:
    """Return what the cookie of the remembered cases is called here."""
    return _INTERFACE.get_cookie_name(current_app)


def remembered() -> dict[str, str]:
    """Return what each case is called by who remembered it, by link, the latest first."""
    return dict(_kept().get(_LIST, ()))


def remember(link: str, name: str) -> None:
    """Remember a case, at the top; the oldest falls out where there are too many."""
    others = {each: called for each, called in remembered().items() if each != link}
    _keep({link: name[:LONGEST_NAME], **others})


def forget(*links: str) -> None:
    """Forget some cases, those that are remembered."""
    known = remembered()
    if not known.keys().isdisjoint(links):
        _keep({link: name for link, name in known.items() if link not in links})


def forget_all() -> None:
    """Take the cookie away."""
    _keep({})


def write(response: Response) -> Response:
    """Set the cookie where the list has changed, and take it away where it is empty."""
    if "remembered" in g and g.remembered.modified:
        _INTERFACE.save_session(current_app, g.remembered, response)
    return response


def _keep(cases: dict[str, str]) -> None:
    kept = _kept()
    kept.clear()
    if cases:
        kept[_LIST] = list(cases.items())[:MOST]
        kept.permanent = True


def _kept() -> SecureCookieSession:
    if "remembered" not in g:
        g.remembered = _INTERFACE.open_session(current_app, request)
    return cast("SecureCookieSession", g.remembered)
