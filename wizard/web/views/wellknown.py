"""What programs look for at fixed addresses: whom to tell of a weakness (RFC 9116)."""

from datetime import timedelta

from flask import Blueprint, Response, abort

from wizard.domain.text import Language
from wizard.settings import is_placeholder
from wizard.web.access import Whom, let_in
from wizard.web.links import whole_address
from wizard.web.services import services

BLUEPRINT = Blueprint("wellknown", __name__, url_prefix="/.well-known")
_LANGUAGES = "Preferred-Languages"
_SECURITY = "/.well-known/security.txt"
_HOLDS = timedelta(days=180)  # less than a year, as the standard asks


@BLUEPRINT.get("/security.txt")
@let_in(Whom.ANYBODY)
def security() -> Response:
    """Say whom to tell; there is no such file where nobody is named."""
    contact = services().contact
    if not contact or is_placeholder(contact):
        abort(404)
    lines = (
        f"Contact: {contact if contact.startswith('https://') else f'mailto:{contact}'}",
        f"Expires: {services().today() + _HOLDS}T00:00:00Z",
        f"{_LANGUAGES}: {', '.join((*Language, 'en'))}",
        f"Canonical: {whole_address(_SECURITY)}",
    )
    return Response("".join(f"{line}\n" for line in lines), mimetype="text/plain")
