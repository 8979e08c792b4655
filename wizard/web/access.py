"""Who may ask for what: declared beside each view, enforced here before any view runs.

A view that declares nothing lets nobody in. What a link of a case is for stands in
`wizard.store.cases.Access`; the store holds the same law once more when it writes.
"""

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from flask import Flask, abort, current_app, g, request

from wizard.store.cases import Access
from wizard.web import operators
from wizard.web.opened import MunicipalityGoneError, opened

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_DECLARED, _LOST_TOO = "lets_in", "lost_too"
View = TypeVar("View", bound=Callable[..., object])


class Whom(Enum):
    """Whom a view lets in, by the links of the case that open it.

    `ANYBODY` needs no link; where the address has one, the case has been found by it all the same.
    An `OPERATOR` is let in by no link, but by logging in: see `wizard.web.operators`.
    """

    ANYBODY = None
    OPERATOR = frozenset[Access]()
    READER = frozenset(Access)
    REVIEWER = frozenset({Access.OWNER, Access.ADVISER})
    ADVISER = frozenset({Access.ADVISER})
    OWNER = frozenset({Access.OWNER})


def let_in(
    whom: Whom, *, to_send: Whom | None = None, lost_too: bool = False
) -> Callable[[View], View]:
    """Declare whom a view lets in; `to_send` is whom it takes a form from, where that differs.

    With `lost_too` it is also for a case whose municipality is gone.
    """

    def declare(view: View) -> View:
        setattr(view, _DECLARED, (whom, to_send or whom))
        setattr(view, _LOST_TOO, lost_too)
        return view

    return declare


def declared(app: Flask, endpoint: str, method: str) -> Whom | None:
    """Return whom the view of an endpoint lets in; `None` where it declares nothing."""
    to_see, to_send = getattr(app.view_functions[endpoint], _DECLARED, (None, None))
    return to_see if method in _SAFE else to_send


def register(app: Flask) -> None:
    """Have every request checked; Flask's own view hands out styles, to anybody."""
    app.view_functions["static"] = let_in(Whom.ANYBODY)(app.view_functions["static"])
    app.before_request(_check)


def _check() -> None:
    if request.endpoint is None:  # there is no such page, as the answer will say
        return
    whom = declared(current_app, request.endpoint, request.method)
    if whom is Whom.OPERATOR:
        operators.must_be_one()
    elif whom is None or not _lets_in(whom):
        abort(403)
    lost_too = getattr(current_app.view_functions[request.endpoint], _LOST_TOO)
    if "opened" in g and opened().is_lost and not lost_too:
        raise MunicipalityGoneError


def _lets_in(whom: Whom) -> bool:
    return whom.value is None or ("opened" in g and opened().stored.access in whom.value)
