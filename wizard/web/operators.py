"""Who is an operator: those who may try rules and publish them.

They log in at a provider of the operator's own choice (OpenID Connect). Where none is set up, an
operator is who sits at the machine itself, and for everybody else there is nothing to log in to.
What is known of who has logged in lies in the session's cookie, signed, and nowhere else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from ipaddress import ip_address
from typing import Any, Protocol, cast
from urllib.parse import urlsplit

from flask import Flask, abort, current_app, request, session
from werkzeug.wrappers import Response

from wizard import clock
from wizard.settings import GROUP, MAIL, SUBJECT, THIS_MACHINE, Login
from wizard.web.services import services

_KEY = "operator"
_EXTENSION = "wizard.login"
_LASTS = 8 * 3600  # seconds: a working day
_CARRIED_ON = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")


class LoginNeededError(Exception):
    """The page is for operators, and nobody has logged in, or no longer."""


class ProviderUnreachableError(Exception):
    """The provider does not answer, or not as a provider does."""


class LoginRefusedError(Exception):
    """What came back from the provider cannot be believed, or somebody gave up there."""


class NotOperatorError(Exception):
    """Somebody has logged in, but is not on the list; carries the name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who has logged in: their name, what on the list lets them in, and until when.

    `until` is in seconds since 1970.
    """

    name: str
    listed: str
    until: float


class Provider(Protocol):
    """Where operators log in: see `wizard.web.provider`."""

    def lead_there(self, come_back: str) -> Response:
        """Return what leads to the provider, which leads on to the address `come_back`."""

    def claims(self) -> Mapping[str, Any]:
        """Return what the provider says of who comes back from it."""


def register(app: Flask, provider: Provider) -> None:
    """Let the app know where operators log in."""
    app.extensions[_EXTENSION] = provider


def must_be_one() -> None:
    """Let operators pass, and nobody else.

    Raises:
        LoginNeededError: nobody has logged in.
        NotFound: there is nowhere to log in, and the request is from elsewhere.

    """
    if services().settings.login is None:
        if not _from_this_machine():
            abort(404)
    elif current() is None:
        raise LoginNeededError


def can_be_one() -> bool:
    """Tell whether who asks may come to the pages of operators, once they have logged in."""
    return services().settings.login is not None or _from_this_machine()


def current() -> Operator | None:
    """Return who has logged in, as long as it lasts and they are on the list."""
    login, kept = services().settings.login, session.get(_KEY)
    if login is None or kept is None:
        return None
    operator = Operator(**kept)
    listed = operator.listed in login.operators
    return operator if listed and clock.seconds() < operator.until else None


def is_one() -> bool:
    """Tell whether an operator asks, for pages that show them more than others."""
    return current() is not None or (services().settings.login is None and _from_this_machine())


def begin(come_back: str) -> Response:
    """Return what leads to the provider, which leads on to the address `come_back`.

    Raises:
        ProviderUnreachableError: it cannot be led there.

    """
    return _provider().lead_there(come_back)


def finish() -> Operator:
    """Log in who comes back from the provider.

    Raises:
        LoginRefusedError: nobody has logged in there, or it cannot be believed.
        NotOperatorError: they are not on the list.
        ProviderUnreachableError: it does not answer.

    """
    claims, listing = _provider().claims(), cast("Login", services().settings.login).operators
    name = str(claims.get("name") or claims.get("email") or claims["sub"])
    listed = next((each for each in _entries(claims) if each in listing), None)
    if listed is None:
        raise NotOperatorError(name)
    operator = Operator(name, listed, clock.seconds() + _LASTS)
    session[_KEY] = asdict(operator)
    return operator


def log_out() -> None:
    """Forget who has logged in."""
    session.pop(_KEY, None)


def _entries(claims: Mapping[str, Any]) -> Iterator[str]:
    """Yield all that the list may call somebody. An address of mail counts where it is verified."""
    yield f"{SUBJECT}{claims['sub']}"
    if claims.get("email_verified") is True:
        yield f"{MAIL}{claims.get('email')}"
    groups = claims.get("groups")
    yield from (f"{GROUP}{each}" for each in (groups if isinstance(groups, list) else ()))


def _provider() -> Provider:
    return cast("Provider", current_app.extensions[_EXTENSION])


def _from_this_machine() -> bool:
    """Tell whether who asks sits at this machine, and nobody has carried the request on."""
    settings = services().settings
    if settings.production or settings.proxies or any(map(request.headers.get, _CARRIED_ON)):
        return False
    asked = urlsplit(f"//{request.host}").hostname
    address = request.remote_addr
    return asked in THIS_MACHINE and address is not None and ip_address(address).is_loopback
