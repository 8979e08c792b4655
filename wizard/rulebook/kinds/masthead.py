"""`regelverk.yaml`: what the rulebook is called, who owns it, and what tells about capacity."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wizard.domain.asking import AskingTime
from wizard.domain.facts import Fact, FactType, Unit
from wizard.domain.plan_rules import PlanRules
from wizard.domain.rulebook import Capacity, Council, ExampleDwelling
from wizard.domain.sources import Rate
from wizard.domain.text import Text
from wizard.rulebook.ids import Ref
from wizard.rulebook.kinds.plan_rules import PLAN_RULES
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Day, Number
from wizard.rulebook.reading import Kind
from wizard.rulebook.records import Record, Spot, noted, optional, required
from wizard.rulebook.shapes import ListOf
from wizard.rulebook.texts import LINE, NAME, TEXT, Link


@dataclass(frozen=True, slots=True)
class Masthead:
    """The rulebook's name, owner, contact and version, what tells about capacity, and examples."""

    name: Text
    owner: str
    contact: str
    version: str
    capacity: Capacity
    shown: tuple[str, ...]
    dwelling: ExampleDwelling | None
    council: Council | None
    plan: PlanRules
    asking: AskingTime
    valid_from: date | None
    most_jump: Decimal | None


def _check_unit(
    spot: Spot, key: str, found: Fact | Rate | None, unit: Unit, complaint: Text
) -> None:
    """Report a fact or rate in another unit. One that is not there is reported where it is read."""
    if found is not None and found.unit is not unit:
        spot.report(complaint, key, id=found.id, unit=unit)


def _check_capacity(capacity: Capacity, spot: Spot) -> None:
    """Report facts and rates that cannot tell about capacity, by their unit."""
    facts, rates = spot.reading.facts, spot.reading.rates
    for key, found, unit in (
        ("uker", facts.get(capacity.weeks), Unit.WEEKS),
        ("arsverk", facts.get(capacity.person_years), Unit.PERSON_YEARS),
        ("andel", rates.get(capacity.share), Unit.PERCENT),
        ("lav", rates.get(capacity.low), Unit.WEEKS),
    ):
        _check_unit(spot, key, found, unit, say.WRONG_CAPACITY_UNIT)


_CAPACITY = Record(
    Text("kapasiteten", "kapasiteten"),
    Capacity,
    {
        "weeks": required("uker", Ref(Kind.FACT)),
        "person_years": required("arsverk", Ref(Kind.FACT)),
        "share": required("andel", Ref(Kind.RATE)),
        "low": required("lav", Ref(Kind.RATE)),
        "need": required("behov", Ref(Kind.NEED)),
    },
    check=_check_capacity,
)


def _check_dwelling(dwelling: ExampleDwelling, spot: Spot) -> None:
    """Report what cannot describe a dwelling, by its unit."""
    facts, rates = spot.reading.facts, spot.reading.rates
    for key, found, unit in (
        ("areal", rates.get(dwelling.area), Unit.M2),
        ("byggekostnad", facts.get(dwelling.cost), Unit.KRONER_PER_M2),
        ("pris", facts.get(dwelling.price), Unit.KRONER_PER_M2),
    ):
        _check_unit(spot, key, found, unit, say.WRONG_DWELLING_UNIT)


_DWELLING = Record(
    Text("eksempelboligen", "eksempelbustaden"),
    ExampleDwelling,
    {
        "area": required("areal", Ref(Kind.RATE)),
        "cost": required("byggekostnad", Ref(Kind.FACT)),
        "price": required("pris", Ref(Kind.FACT)),
        "note": optional("merknad", TEXT),
    },
    check=_check_dwelling,
)


def _check_council(council: Council, spot: Spot) -> None:
    """Report a fact that is no date, and a rate that is not in weeks."""
    fact, papers = spot.reading.facts.get(council.meeting), spot.reading.rates.get(council.papers)
    if fact is not None and fact.type is not FactType.DATE:
        spot.report(say.NOT_A_DATE_FACT, "neste_mote", id=fact.id)
    _check_unit(spot, "saksfrist", papers, Unit.WEEKS, say.WRONG_COUNCIL_UNIT)


_COUNCIL = Record(
    Text("kommunestyret", "kommunestyret"),
    Council,
    {
        "meeting": required("neste_mote", Ref(Kind.FACT)),
        "papers": required("saksfrist", Ref(Kind.RATE)),
    },
    check=_check_council,
)

_ASKING = Record(
    Text("spørreskjemaet", "spørjeskjemaet"),
    AskingTime,
    {
        "question": required("minutter_per_sporsmal", Number((0, 60))),
        "colleague": required("minutter_a_sporre_noen", Number((0, 600))),
    },
)


def _most_jump(percent: Decimal) -> Decimal:
    return percent


_RATES = Record(
    Text("satsene", "satsane"),
    _most_jump,
    {"percent": required("storste_sprang_prosent", Number((0, 1000)))},
)

MASTHEAD = Record(
    Text("regelverket", "regelverket"),
    Masthead,
    {
        "name": required("navn", NAME),
        "owner": required("eier", LINE),
        "contact": required("kontakt", Link(mail=True)),
        "version": required("versjon", LINE),
        "valid_from": optional("gjelder_fra", Day(past=True)),
        # For whoever reads the files.
        "note": noted("merknad", TEXT),
        "capacity": required("kapasitet", _CAPACITY),
        "dwelling": optional("eksempelbolig", _DWELLING),
        "council": optional("kommunestyret", _COUNCIL),
        "plan": optional("handlingsplan", PLAN_RULES, PlanRules()),
        "most_jump": optional("satser", _RATES),
        "asking": optional("sporreskjema", _ASKING, AskingTime()),
        # The memo draws figures that no rule rests on.
        "drawn": noted("bare_i_figurer", ListOf(Ref(Kind.SOURCE), unique=str)),
        "shown": optional("vis_frem", ListOf(Ref(Kind.JOURNEY), unique=str), ()),
    },
)
