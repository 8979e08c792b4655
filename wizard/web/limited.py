"""What of the site is limited, and by how much; see `wizard.web.limiting` for how it is counted."""

from collections.abc import Mapping

from flask import request

from wizard.web.limiting import Limit, Limiter, limit
from wizard.web.services import services

# An office of thirty makes a case each, and one more, and tries the examples.
CASES = limit("saker", 150)
UPLOADS = limit("svarfiler", 90)
# Ten papers each in ten minutes; and those who wait for a PDF ask again by another address.
TRIALS = limit("regelprover", 60)
PAPERS = limit("notater", 300)
SEARCHES = limit("sok", 300, 5)
# A program that asks once a second, for ten minutes.
ADVICE = limit("raad", 600)
# Thirty who each send a page every other second, all the time.
SAVES = limit("lagringer", 900, 1)
# Links that lead nowhere. From the first number on who guesses is told to wait; from the second on
# no link from there is looked up at all. The right links of colleagues work until then.
GUESSES = limit("ukjente-lenker", 60)
STORM = limit("lenkestorm", 600)

_SENT: Mapping[str, Limit] = {
    "start.create": CASES,
    "start.example": CASES,
    "keeping.copy": CASES,
    "start.read_upload": UPLOADS,
    "rule_trial.try_out": TRIALS,
    "api_advice.advise": ADVICE,
    "api_advice.explain": ADVICE,
    "api_advice.compare": ADVICE,
}
_SHOWN: Mapping[str, Limit] = {
    "papers.pdf": PAPERS,
    "papers.docx": PAPERS,
    "papers.html": PAPERS,
    "blank.pdf": PAPERS,
    "blank_of_case.pdf": PAPERS,
}
_SEARCHED = frozenset({"catalogue.browse", "rules.overview"})


def check(endpoint: str | None, values: Mapping[str, object] | None) -> None:
    """Count a request, before anything is looked up for it.

    Raises:
        TooMuchError: its address has asked for too much.

    """
    if endpoint is None:
        return
    if values and "link" in values:
        _limiter().check(STORM, _address())
    for each in _limits_of(endpoint):
        _limiter().count(each, _address())


def count_unknown_link() -> None:
    """Count a link that leads nowhere.

    Raises:
        TooMuchError: its address has tried too many.

    """
    _limiter().count(STORM, _address())
    _limiter().count(GUESSES, _address())


def _limits_of(endpoint: str) -> tuple[Limit, ...]:
    if request.method == "POST":
        return tuple(filter(None, (SAVES, _SENT.get(endpoint))))
    if endpoint in _SEARCHED and request.args:
        return (SEARCHES,)
    return tuple(filter(None, (_SHOWN.get(endpoint),)))


def _limiter() -> Limiter:
    return services().limiter


def _address() -> str:
    """Return where the request comes from, by the word of known proxies alone."""
    return request.remote_addr or ""
