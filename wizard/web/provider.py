"""The talk with the provider where operators log in, by OpenID Connect.

The only file that needs the extra `login`; the composition root imports it where a provider is
set up.
"""

import threading
from collections.abc import Mapping
from typing import Any, cast

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import FlaskOAuth2App, OAuth
from flask import Flask, session
from joserfc.errors import JoseError
from werkzeug.wrappers import Response

from wizard import clock
from wizard.settings import Login
from wizard.web.operators import LoginRefusedError, ProviderUnreachableError

_NAME = "oidc"
_STATE = f"_state_{_NAME}_"
_WAIT = 5  # seconds, for each answer of the provider
# Seconds that a failure is believed. Anybody may ask to log in, and whoever waits holds a thread.
_DOWN = 10
_IN_LINE = 0.5  # seconds that others wait while one asks
_LEEWAY = 30  # seconds that its clock may differ from ours
# Signed by a key that only the provider has; never by a secret that both know, and never unsigned.
_SIGNED_BY = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384"})


class OpenIdProvider:
    """Asks a provider who somebody is, and believes only what is signed for us."""

    def __init__(self, app: Flask, login: Login) -> None:
        self._login = login
        self._metadata_url = f"{login.issuer}/.well-known/openid-configuration"
        self._asking = threading.Lock()
        self._down: tuple[float, str] | None = None  # since when, and why
        self._client: FlaskOAuth2App = OAuth(app).register(
            _NAME,
            client_id=login.client_id,
            client_secret=login.client_secret,
            server_metadata_url=self._metadata_url,
            client_kwargs={
                "scope": "openid profile email",
                "code_challenge_method": "S256",
                "default_timeout": _WAIT,
            },
        )

    def lead_there(self, come_back: str) -> Response:
        """Return what leads to the provider, which leads on to the address `come_back`.

        Raises:
            ProviderUnreachableError: it cannot be led there.

        """
        self._metadata()
        for former in [key for key in session if key.startswith(_STATE)]:
            session.pop(former)  # a cookie has room for few
        return cast("Response", self._client.authorize_redirect(come_back))

    def claims(self) -> Mapping[str, Any]:
        """Return what the provider says of who comes back from it.

        Raises:
            LoginRefusedError: nobody has logged in there, or it cannot be believed.
            ProviderUnreachableError: it does not answer.

        """
        expected = {
            "iss": {"essential": True, "value": self._metadata()["issuer"]},
            "aud": {"essential": True, "value": self._login.client_id},
        }
        try:
            token = self._client.authorize_access_token(claims_options=expected, leeway=_LEEWAY)
        except requests.RequestException as error:
            raise ProviderUnreachableError(_reason(error)) from error
        except (AuthlibBaseError, JoseError, ValueError) as error:
            raise LoginRefusedError from error
        claims: Mapping[str, Any] | None = token.get("userinfo")
        if claims is None:
            raise LoginRefusedError
        return claims

    def _metadata(self) -> Mapping[str, Any]:
        """Return what the provider says of itself; asked once, and by one at a time.

        Raises:
            ProviderUnreachableError: it does not say so, or is another than we were told of.

        """
        if not self._asking.acquire(timeout=_IN_LINE):
            raise ProviderUnreachableError("noen andre venter på svar fra den")
        try:
            self._refuse_while_down()
            return self._asked()
        except ProviderUnreachableError as error:
            self._down = self._down or (clock.seconds(), str(error))
            raise
        finally:
            self._asking.release()

    def _refuse_while_down(self) -> None:
        if self._down and clock.seconds() - self._down[0] < _DOWN:
            raise ProviderUnreachableError(self._down[1])
        self._down = None

    def _asked(self) -> Mapping[str, Any]:
        try:
            said: dict[str, Any] = self._client.load_server_metadata()
            issuer, signs = said["issuer"], said["id_token_signing_alg_values_supported"]
        except requests.RequestException as error:
            raise ProviderUnreachableError(_reason(error)) from error
        except LookupError as error:
            raise ProviderUnreachableError(f"{self._metadata_url} mangler {error}") from error
        except (ValueError, TypeError) as error:
            raise ProviderUnreachableError(f"{self._metadata_url} er ikke som avtalt") from error
        if not isinstance(issuer, str) or issuer.rstrip("/") != self._login.issuer:
            raise ProviderUnreachableError(f"den sier at adressen er {issuer}")
        signed_by = _SIGNED_BY.intersection(signs if isinstance(signs, list) else ())
        if not signed_by:
            raise ProviderUnreachableError(f"den signerer bare med {signs}")
        said["id_token_signing_alg_values_supported"] = sorted(signed_by)
        return said


def _reason(error: requests.RequestException) -> str:
    """Return for who runs the wizard what came of asking."""
    if error.response is not None:
        return f"{error.response.url} svarer {error.response.status_code}"
    if isinstance(error, requests.Timeout):
        return f"den svarer ikke innen {_WAIT} sekunder"
    if isinstance(error, requests.ConnectionError):
        return "ingen svarer på den adressen"
    return "den svarer ikke som avtalt"
