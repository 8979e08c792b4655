"""Which host names are ours: in production that of the public address, and no other.

Whoever only asks whether we are alive may do so by any name: it asks a machine, not the site.
"""

from flask import abort, current_app, request
from werkzeug.sansio.utils import host_is_trusted

from wizard.web.services import services

_PROBED = frozenset({"/helse", "/klar"})


def check() -> None:
    """Refuse a request for another host than ours, before anything is looked up or led on."""
    ours = services().settings.host
    if not ours or request.path in _PROBED:
        return
    if not host_is_trusted(request.headers.get("Host"), [ours]):
        current_app.logger.warning(
            "Avvist: vertsnavnet er ikke det i WIZARD_PUBLIC_URL. Proxyen må sende Host videre."
        )
        abort(400)
