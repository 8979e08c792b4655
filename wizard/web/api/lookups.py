"""What can be looked up without a case: municipalities, questions, schemes, needs and rates."""

from collections.abc import Mapping
from typing import NoReturn, TypeVar

from flask import Blueprint, Response, request

from wizard import advice
from wizard.domain.suggestion import suggestion
from wizard.domain.text import Language, Text, joined
from wizard.municipalities.telling import told_of_number
from wizard.plain.municipalities import plain_municipality, plain_municipality_row
from wizard.plain.rules import (
    plain_need,
    plain_need_row,
    plain_questions,
    plain_rate,
    plain_rate_row,
    plain_rulebook,
)
from wizard.plain.schemes import plain_scheme, plain_scheme_row
from wizard.plain.values import Json, plain_day
from wizard.report.abolished import no_such_scheme
from wizard.store.problems import UNKNOWN_NEED
from wizard.voice.labels import Labels
from wizard.voice.names import FactNames
from wizard.web.access import Whom, let_in
from wizard.web.api import asked
from wizard.web.api.document import openapi
from wizard.web.api.operations import DAY, OPERATIONS, PREFIX
from wizard.web.api.refusals import RefusedError
from wizard.web.services import services

BLUEPRINT = Blueprint("api", __name__, url_prefix=PREFIX)
_SECONDS = 300  # so long may a copy be used without asking whether it still holds
_PROGRAM = Text("Virkemiddelveiviseren", "Verkemiddelvegvisaren")
_UNKNOWN_RATE = Text(
    "Regelverket har ikke noen sats «{id}».", "Regelverket har ikkje nokon sats «{id}»."
)
Found = TypeVar("Found")


@BLUEPRINT.get("/")
@let_in(Whom.ANYBODY)
def index() -> Response:
    """Say what there is here, and which program, rules and figures answer."""
    asked.only()
    known = services()
    labels = _labels()
    return _shown(
        {
            "program": {"navn": labels.say(_PROGRAM), "versjon": known.version},
            "dato": plain_day(known.today()),
            "regelverk": plain_rulebook(known.rulebook, labels),
            "tall": {
                "versjon": known.municipalities.version,
                "dato": plain_day(known.municipalities.as_of),
            },
            "adresser": [
                {
                    "metode": each.method.upper(),
                    "adresse": f"{PREFIX}{each.path}",
                    "gir": labels.say(each.gives),
                }
                for each in OPERATIONS
            ],
        }
    )


@BLUEPRINT.get("/kommuner")
@let_in(Whom.ANYBODY)
def municipalities() -> Response:
    """List the municipalities."""
    asked.only()
    rows = [plain_municipality_row(each) for each in services().municipalities.all]
    return _shown({"kommuner": list[Json](rows)})


@BLUEPRINT.get("/kommuner/<number>")
@let_in(Whom.ANYBODY)
def municipality(number: str) -> Response:
    """Show a municipality and its figures, each with source, date and doubts."""
    asked.only()
    known = services()
    if not known.municipalities.has(number):
        typed = asked.short(number)
        near = known.municipalities.near(typed)
        _not_there(told_of_number(known.municipalities.search(typed), near))
    here, spoken = known.municipalities.get(number), _spoken()
    fresh = advice.new_case(here, known.rulebook, known.today(), spoken)
    found = advice.look(fresh, known.rulebook, here, fresh.as_of)
    return _shown(plain_municipality(FactNames(found, spoken)))


@BLUEPRINT.get("/questions")
@let_in(Whom.ANYBODY)
def questions() -> Response:
    """Show every question with what can be answered."""
    asked.only(DAY)
    return _shown(plain_questions(_labels()))


@BLUEPRINT.get("/schemes")
@let_in(Whom.ANYBODY)
def schemes() -> Response:
    """List the schemes, also those that are not in force."""
    asked.only(DAY)
    labels = _labels()
    rows = [plain_scheme_row(each, labels) for each in labels.rulebook.schemes.values()]
    return _shown({"ordninger": list[Json](rows)})


@BLUEPRINT.get("/schemes/<scheme>")
@let_in(Whom.ANYBODY)
def scheme(scheme: str) -> Response:
    """Show a scheme with its rules in every period; of one that is gone, what happened."""
    asked.only(DAY)
    labels = _labels()
    found = labels.rulebook.schemes.get(scheme)
    if found is None:
        told = no_such_scheme(asked.short(scheme), labels)
        _not_there(Text(told, told))
    return _shown(plain_scheme(found, labels))


@BLUEPRINT.get("/needs")
@let_in(Whom.ANYBODY)
def needs() -> Response:
    """List the needs."""
    asked.only(DAY)
    labels = _labels()
    rows = [plain_need_row(each, labels) for each in labels.rulebook.needs.values()]
    return _shown({"behov": list[Json](rows)})


@BLUEPRINT.get("/needs/<need>")
@let_in(Whom.ANYBODY)
def need(need: str) -> Response:
    """Show when a municipality has a need, and what meets it."""
    asked.only(DAY)
    labels = _labels()
    return _shown(plain_need(_found(need, labels.rulebook.needs, UNKNOWN_NEED), labels))


@BLUEPRINT.get("/rates")
@let_in(Whom.ANYBODY)
def rates() -> Response:
    """List the rates, with the values in force."""
    asked.only(DAY)
    labels = _labels()
    rows = [plain_rate_row(each, labels) for each in labels.rulebook.rates.values()]
    return _shown({"satser": list[Json](rows)})


@BLUEPRINT.get("/rates/<rate>")
@let_in(Whom.ANYBODY)
def rate(rate: str) -> Response:
    """Show every value that a rate has had, and the legal basis of each."""
    asked.only(DAY)
    labels = _labels()
    return _shown(plain_rate(_found(rate, labels.rulebook.rates, _UNKNOWN_RATE), labels))


@BLUEPRINT.get("/openapi.json")
@let_in(Whom.ANYBODY)
def document() -> Response:
    """Describe all of this, for machines."""
    asked.only()
    return _shown(openapi(services()))


def _labels() -> Labels:
    day = asked.day(DAY) or services().today()
    return Labels(services().rulebook, day, _spoken())


def _spoken() -> Language:
    return asked.language() or Language.NB


def _found(id_: str, known: Mapping[str, Found], unknown: Text) -> Found:
    if id_ not in known:
        _not_there(joined(unknown.format(id=asked.short(id_)), suggestion(id_, known)))
    return known[id_]


def _not_there(why: Text) -> NoReturn:
    raise RefusedError(404, [("", why)])


def _shown(found: Mapping[str, Json]) -> Response:
    """Return JSON that may be kept a while, and asked for again by its mark."""
    response = asked.answer(found)
    response.headers["Cache-Control"] = f"public, max-age={_SECONDS}"
    response.add_etag()
    response.make_conditional(request)
    return response
