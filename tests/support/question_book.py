"""A rulebook that asks every kind of question, for forms, files and the database."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from small_book import BASIS, SOURCE, at_least, book, is_, need, question, requirement, same, scheme

from wizard.domain.case import Case
from wizard.domain.facts import (
    YES_NO_OPTIONS,
    ChangedBy,
    Doubt,
    FactType,
    Option,
    PrefilledQuestion,
    Question,
    ReferenceFigure,
    Theme,
    Unit,
)
from wizard.domain.rulebook import Journey, Rulebook
from wizard.domain.schemes import Deadline, Responsible, Step, Term
from wizard.domain.sources import Confidence
from wizard.domain.text import Language, Text

DAY = date(2026, 11, 22)
NAMSSKOGAN = "5044"


def _number(id_: str, kind: FactType, unit: Unit | None, low: str, high: str) -> Question:
    plain = replace(question(id_, ChangedBy.MUNICIPALITY, kind), unit=unit)
    return replace(plain, minimum=Decimal(low), maximum=Decimal(high))


CHOICE = question("valget", ChangedBy.MUNICIPALITY)
YES_NO = replace(
    question("ja_eller_nei", ChangedBy.MUNICIPALITY, FactType.YES_NO), options=YES_NO_OPTIONS
)
MANY = replace(
    question("flere", ChangedBy.MUNICIPALITY, FactType.MANY),
    options=tuple(Option(each, Text(f"{each} nb", f"{each} nn")) for each in ("en", "to", "tre")),
)
FOLLOW_UP = replace(
    question("oppfolging", ChangedBy.MUNICIPALITY), applies=is_("valget", "a"), otherwise="c"
)
INTEGER = _number("antall", FactType.INTEGER, Unit.DWELLINGS, "0", "5000")
DECIMAL = _number("arsverket", FactType.DECIMAL, Unit.PERSON_YEARS, "0", "50")
PERCENT = _number("andelen", FactType.PERCENT, Unit.PERCENT, "0", "100")
KRONER = _number("belopet", FactType.KRONER, Unit.KRONER, "0", "100000000")
YEAR = _number("aret", FactType.YEAR, Unit.YEAR, "1990", "2040")
DATE = question("dagen", ChangedBy.MUNICIPALITY, FactType.DATE)

INHABITANTS = ReferenceFigure(
    id="folketallet",
    name=Text("Folketall", "Folketal"),
    column="folketall_2026",
    type=FactType.INTEGER,
    unit=Unit.INHABITANTS,
    options=(),
    source=SOURCE.id,
    as_of="2026-01-01",
    doubts=(Doubt("folketall_2026", None, Decimal(1000), same("Små tall svinger mye.")),),
)
SHARE = replace(
    INHABITANTS,
    id="andel_gamle",
    name=Text("Andel eldre", "Del eldre"),
    column="andel_80pluss_2026_pst",
    type=FactType.PERCENT,
    unit=Unit.PERCENT,
    doubts=(),
)


def _prefilled(figure: ReferenceFigure, high: str) -> PrefilledQuestion:
    text = Text(f"{figure.name.nb} nå?", f"{figure.name.nn} no?")
    return PrefilledQuestion(
        figure.id, text, same("Fordi"), same("Hos SSB"), Decimal(0), Decimal(high), "plan"
    )


# Nobody has them before somebody has answered about many dwellings; then they are slight.
NEEDS = tuple(
    replace(need(id_, at_least("antall", "4000"), at_least("antall", low)), contact="ordningen")
    for id_, low in (("hus", "100"), ("tomter", "100"), ("folk", "100"), ("planer", "1000"))
)

_EDITION_PARTS: dict[str, object] = {
    "requirements": (requirement("kravet", is_("ja_eller_nei", "ja")),),
    "terms": (
        Term("vilkaret", Text("Prosjektet er lite.", "Prosjektet er lite."), BASIS, Confidence.A),
    ),
    "steps": (Step("forst", Text("Ring.", "Ring."), Responsible.PLANNING, 30, ()),),
    "deadlines": (Deadline((5, 15), None, rolling=False, preparation_weeks=None, check=False),),
    "basis": BASIS,
}


def question_book() -> Rulebook:
    """Return the rulebook."""
    schemes = (
        scheme("ordningen", relevant=is_("valget", "a"), **_EDITION_PARTS),
        scheme("den-andre", relevant=is_("valget", "b")),
        scheme("den-gamle", valid_to=date(2025, 1, 1), ended=same("Bruk ordningen.")),
    )
    plain = book(
        *schemes,
        figures=(INHABITANTS, SHARE),
        questions=(CHOICE, FOLLOW_UP, YES_NO, MANY),
        needs=NEEDS,
        prefilled=(_prefilled(INHABITANTS, "1000000"), _prefilled(SHARE, "100")),
    )
    numbers = (INTEGER, DECIMAL, PERCENT, KRONER, YEAR, DATE)
    second = Theme("tallene", Text("Tallene", "Tala"), same("Innledning"), numbers)
    case = Case(NAMSSKOGAN, DAY, Language.NB, {"valget": "a", "ja_eller_nei": "ja"})
    journey = Journey("eksempelet", Text("Eksempelet", "Dømet"), case, (), ())
    return replace(plain, themes=(*plain.themes, second), journeys={journey.id: journey})
