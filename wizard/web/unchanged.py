"""Pages that are the same for everybody are not sent again to who has them."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import ParamSpec

from flask import Response, g, make_response, request

from wizard.web import operators
from wizard.web.services import services

Given = ParamSpec("Given")


def unless_known(view: Callable[Given, str]) -> Callable[Given, Response]:
    """Answer 304, with no page made, to who has the page by the same rules, figures and day.

    It is asked for anew each time: it can change whenever the rules do.
    """

    @wraps(view)
    def answered(*given: Given.args, **named: Given.kwargs) -> Response:
        mark = _made_of()
        if request.if_none_match.contains_weak(mark):
            response = Response(status=304)
        else:
            response = make_response(view(*given, **named))
        response.set_etag(mark, weak=True)
        g.same_for_all = True
        return response

    return answered


def _made_of() -> str:
    """Return a mark of everything that such a page is made of."""
    known, today = services(), services().today()
    counted = known.tallies.are_known(today)
    tested = known.journeys.result() is not None
    parts = (
        known.version,
        known.rulebook.hash,
        known.municipalities.version,
        today,
        request.full_path,
        operators.can_be_one(),
        counted,
        tested,
        known.broken,
    )
    return sha256(repr(parts).encode()).hexdigest()[:32]
