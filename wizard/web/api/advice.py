"""Advice on a case that is sent along: what the rules say, the way there, and what differs."""

from datetime import date

from flask import Blueprint, Response, request

from wizard import advice
from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.domain.text import Text
from wizard.plain.advice import plain_advice
from wizard.plain.comparison import plain_comparison
from wizard.plain.explanation import plain_explanation
from wizard.report.abolished import no_such_scheme
from wizard.report.case import CaseAccount
from wizard.voice.comparison_wording import ComparisonWording
from wizard.voice.wording import Wording
from wizard.web.access import Whom, let_in
from wizard.web.api import asked
from wizard.web.api.operations import AFTER, BEFORE, DAY, DAYS, PREFIX, SCHEME
from wizard.web.api.refusals import RefusedError
from wizard.web.services import services

BLUEPRINT = Blueprint("api_advice", __name__, url_prefix=PREFIX)


@BLUEPRINT.post("/advise")
@let_in(Whom.ANYBODY)
def advise() -> Response:
    """Say what the rules say, as `wizard advise --json`."""
    asked.only(DAY)
    return asked.answer(plain_advice(CaseAccount(_wording())))


@BLUEPRINT.post("/explain")
@let_in(Whom.ANYBODY)
def explain() -> Response:
    """Say the whole way to one verdict, as `wizard explain --json`."""
    asked.only(DAY, SCHEME)
    scheme, wording = asked.named(SCHEME), _wording()
    book = services().rulebook
    scheme = book.former.schemes.get(scheme, scheme)
    if scheme not in book.schemes:
        told = no_such_scheme(asked.short(scheme), wording.labels)
        raise RefusedError(422, [(SCHEME, Text(told, told))])
    return asked.answer(plain_explanation(wording, scheme))


@BLUEPRINT.post("/compare")
@let_in(Whom.ANYBODY)
def compare() -> Response:
    """Say what differs between two cases, or two days, as `wizard compare --json`."""
    asked.only(DAY, *DAYS)
    first, second = (asked.day(each if each in request.args else DAY) for each in DAYS)
    before, after = asked.cases_sent(BEFORE, AFTER, one_is_enough=first != second)
    both = advice.compare(_assess(before, first), _assess(after, second))
    return asked.answer(plain_comparison(ComparisonWording(both, asked.language())))


def _wording() -> Wording:
    """Return the voice of the advice, in the language asked for; in the case's own unless told."""
    day, spoken = asked.day(DAY), asked.language()
    return Wording(_assess(asked.case_sent(), day), spoken)


def _assess(case: Case, day: date | None) -> Advice:
    municipality = services().municipalities.get(case.municipality_number)
    return advice.assess(case, services().rulebook, municipality, day)
