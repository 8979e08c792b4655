"""Parts of addresses that are checked before any view sees them."""

from werkzeug.routing import BaseConverter

from wizard.store.links import LINK


class LinkConverter(BaseConverter):
    """The secret link of a case."""

    regex = LINK.pattern
