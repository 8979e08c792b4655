"""Who is an operator: those who may try rules and publish them.

They log in at a provider of the operator's own choice (OpenID Connect). Where none is set up, an
operator is who sits at the machine itself, and for everybody else there is nothing to log in to.
What is known of who has logged in lies in the session's cookie, signed, and nowhere else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from ipaddress import ip_address
from typing import Any, cast
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import FlaskOAuth2App, OAuth
from flask import Flask, abort, current_app, request, session
from joserfc.errors import JoseError
from werkzeug.wrappers import Response

from wizard import clock
from wizard.settings import GROUP, MAIL, SUBJECT, THIS_MACHINE, Login
from wizard.web.services import services

_KEY, _NAME = "operator", "oidc"
_STATE = f"_state_{_NAME}_"
_EXTENSION = "wizard.login"
_LASTS = 8 * 3600  # seconds: a working day
_WAIT = 5  # seconds, for each answer of the provider
_LEEWAY = 30  # seconds that its clock may differ from ours
# Signed by a key that only the provider has; never by a secret that both know, and never unsigned.
_SIGNED_BY = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384"})
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


def register(app: Flask, login: Login | None) -> None:
    """Let the app know where operators log in."""
    if login is None:
        return
    app.extensions[_EXTENSION] = OAuth(app).register(
        _NAME,
        client_id=login.client_id,
        client_secret=login.client_secret,
        server_metadata_url=f"{login.issuer}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid profile email",
            "code_challenge_method": "S256",
            "default_timeout": _WAIT,
        },
    )


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
    _know_provider()
    for former in [key for key in session if key.startswith(_STATE)]:
        session.pop(former)  # a cookie has room for few
    return cast("Response", _provider().authorize_redirect(come_back))


def finish() -> Operator:
    """Log in who comes back from the provider.

    Raises:
        LoginRefusedError: nobody has logged in there, or it cannot be believed.
        NotOperatorError: they are not on the list.
        ProviderUnreachableError: it does not answer.

    """
    issuer = _know_provider()["issuer"]
    expected = {
        "iss": {"essential": True, "value": issuer},
        "aud": {"essential": True, "value": _login().client_id},
    }
    try:
        token = _provider().authorize_access_token(claims_options=expected, leeway=_LEEWAY)
    except requests.RequestException as error:
        raise ProviderUnreachableError from error
    except (AuthlibBaseError, JoseError, ValueError) as error:
        raise LoginRefusedError from error
    claims: Mapping[str, Any] | None = token.get("userinfo")
    if claims is None:
        raise LoginRefusedError
    name = str(claims.get("name") or claims.get("email") or claims["sub"])
    listed = next((each for each in _entries(claims) if each in _login().operators), None)
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


def _know_provider() -> Mapping[str, Any]:
    """Return what the provider says of itself; asked once.

    Raises:
        ProviderUnreachableError: it does not say so, or is another than we were told of.

    """
    try:
        said: dict[str, Any] = _provider().load_server_metadata()
        if said["issuer"].rstrip("/") != _login().issuer:
            raise ProviderUnreachableError(f"It is {said['issuer']}")
        signed_by = _SIGNED_BY.intersection(said["id_token_signing_alg_values_supported"])
        if not signed_by:
            raise ProviderUnreachableError("It signs in no way that we believe")
    except (requests.RequestException, ValueError, LookupError, TypeError) as error:
        raise ProviderUnreachableError from error
    said["id_token_signing_alg_values_supported"] = sorted(signed_by)
    return said


def _provider() -> FlaskOAuth2App:
    return current_app.extensions[_EXTENSION]


def _login() -> Login:
    return cast("Login", services().settings.login)


def _from_this_machine() -> bool:
    """Tell whether who asks sits at this machine, and nobody has carried the request on."""
    settings = services().settings
    if settings.production or settings.proxies or any(map(request.headers.get, _CARRIED_ON)):
        return False
    asked = urlsplit(f"//{request.host}").hostname
    address = request.remote_addr
    return asked in THIS_MACHINE and address is not None and ip_address(address).is_loopback
