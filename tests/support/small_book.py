"""Small worlds for the engine: builders with sensible defaults, and strategies over them."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from wizard.domain.case import Answer, Case
from wizard.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    NeedTest,
    Not,
    Operator,
    RateRef,
    Severity,
)
from wizard.domain.facts import (
    ChangedBy,
    DerivedFigure,
    FactType,
    Option,
    PrefilledQuestion,
    Question,
    ReferenceFigure,
    Theme,
    Unit,
)
from wizard.domain.municipality import LanguageDecision, Municipality
from wizard.domain.rulebook import Capacity, Need, Rulebook
from wizard.domain.schemes import (
    Administrator,
    Amount,
    AmountKind,
    Coverage,
    Edition,
    Effort,
    Funding,
    MunicipalRole,
    Requirement,
    Scheme,
    SchemeKind,
    WhenUnknown,
)
from wizard.domain.sources import Confidence, DatedValue, LegalBasis, Level, Rate, Source
from wizard.domain.text import Language, Text
from wizard.domain.values import FactValue, Unknown

DAY = date(2026, 11, 22)
BASIS = LegalBasis("lov", "§ 1", Level.LAW)


def same(text: str) -> Text:
    """Return a text that reads the same in both languages."""
    return Text(text, text)


def question(id_: str, changed_by: ChangedBy, type_: FactType = FactType.CHOICE) -> Question:
    """Return a question; choice questions offer a, b and c."""
    options = tuple(Option(each, same(each.upper())) for each in "abc")
    return Question(
        id=id_,
        name=same(f"Navn {id_}"),
        text=same(f"Spørsmål {id_}?"),
        why=same("Fordi"),
        where=same("Der"),
        type=type_,
        unit=Unit.PERCENT if type_ is FactType.PERCENT else None,
        options=options if type_ is FactType.CHOICE else (),
        minimum=None,
        maximum=None,
        changed_by=changed_by,
        knows="plan",
    )


# Two choices and two numbers; of each pair the kommune can change one.
FACTS = {
    each.id: each
    for each in (
        question("fast_valg", ChangedBy.NEVER),
        question("fritt_valg", ChangedBy.MUNICIPALITY),
        question("fast_tall", ChangedBy.OTHERS, FactType.PERCENT),
        question("fritt_tall", ChangedBy.OVER_TIME, FactType.PERCENT),
    )
}
CHOICES = ("fast_valg", "fritt_valg")
NUMBERS = ("fast_tall", "fritt_tall")
RATES = {
    "kjent": Rate(
        "kjent",
        same("Sats"),
        Unit.PERCENT,
        BASIS,
        None,
        (DatedValue(date(2020, 1, 1), Decimal(2)),),
    ),
    "ukjent": Rate("ukjent", same("Ukjent sats"), Unit.PERCENT, BASIS, None, ()),
}


_EDITION = {each.name for each in fields(Edition)}


def scheme(id_: str = "ordning", **changes: object) -> Scheme:
    """Return a measure without rules, changed as told; `krav` and friends go to the edition."""
    edition = Edition(
        valid_from=None,
        valid_to=None,
        gap=None,
        basis=None,
        requirements=(),
        terms=(),
        deadlines=(),
        funding=Funding.OPEN,
        amount=Amount(AmountKind.FREE, None, None, None, None, None, None),
        steps=(),
        applicants=(),
    )
    of_edition = {name: value for name, value in changes.items() if name in _EDITION}
    of_scheme = {name: value for name, value in changes.items() if name not in of_edition}
    plain = Scheme(
        id=id_,
        name=same(id_.capitalize()),
        short=same("Kort"),
        kind=SchemeKind.MEASURE,
        administrator=Administrator.MUNICIPALITY,
        role=MunicipalRole.APPLICANT,
        covers=(),
        effort=Effort(Decimal(1), None),
        first=(),
        only_with=(),
        alternative_to=(),
        not_same_cost=(),
        strengthens=(),
        in_place=None,
        when_unknown=WhenUnknown.CLARIFY,
        relevant=None,
        editions=(replace(edition, **of_edition),),  # type: ignore[arg-type]
        ended=None,
        experiences=(),
        pitfalls=(),
        checked=date(2026, 7, 28),
        check_by=date(2027, 6, 30),
        examples=(),
    )
    return replace(plain, **of_scheme)  # type: ignore[arg-type]


def requirement(id_: str, condition: Condition) -> Requirement:
    """Return a requirement seen in the law."""
    return Requirement(id_, condition, BASIS, Confidence.A, None, None)


def is_(fact: str, option: str) -> FactTest:
    """Return the leaf `{opplysning: fact, er: option}`."""
    return FactTest(fact, Operator.IS, option)


def at_least(fact: str, limit: str) -> FactTest:
    """Return the leaf `{opplysning: fact, minst: limit}`."""
    return FactTest(fact, Operator.AT_LEAST, Decimal(limit))


def leaf() -> st.SearchStrategy[Condition]:
    """Return any leaf over the small world's facts and its one need."""
    options = st.sampled_from("abc")
    limits = st.one_of(
        st.integers(0, 4).map(Decimal), st.sampled_from([RateRef("kjent"), RateRef("ukjent")])
    )
    return st.one_of(
        st.builds(FactTest, st.sampled_from(CHOICES), st.just(Operator.IS), options),
        st.builds(
            FactTest,
            st.sampled_from(CHOICES),
            st.just(Operator.IS_ONE_OF),
            st.frozensets(options, min_size=1),
        ),
        st.builds(
            FactTest,
            st.sampled_from(NUMBERS),
            st.sampled_from([Operator.AT_LEAST, Operator.BELOW]),
            limits,
        ),
        st.builds(NeedTest, st.just("behov"), st.sampled_from([Severity.SOME, Severity.SEVERE])),
    )


def condition() -> st.SearchStrategy[Condition]:
    """Return any condition tree over the small world."""

    def grow(children: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(children, min_size=1, max_size=3).map(tuple)
        return st.one_of(parts.map(AllOf), parts.map(AnyOf), children.map(Not))

    return st.recursive(leaf(), grow, max_leaves=6)


def known_value(fact: str) -> st.SearchStrategy[FactValue]:
    """Return any known value of a fact."""
    if fact in CHOICES:
        return st.sampled_from("abc")
    return st.integers(0, 4).map(Decimal)


def fact_values() -> st.SearchStrategy[dict[str, FactValue]]:
    """Return values for all facts, some of them unknown."""
    return st.fixed_dictionaries(
        {fact: st.one_of(st.just(Unknown(frozenset({fact}))), known_value(fact)) for fact in FACTS}
    )


def all_known() -> st.SearchStrategy[dict[str, Answer]]:
    """Return an answer to every question."""
    choices = st.sampled_from("abc")
    numbers = st.integers(0, 4).map(Decimal)
    return st.fixed_dictionaries({fact: choices if fact in CHOICES else numbers for fact in FACTS})


def completions(values: dict[str, FactValue]) -> st.SearchStrategy[dict[str, FactValue]]:
    """Return the same values with some or all of the unknown ones filled in."""
    return st.fixed_dictionaries(
        {
            fact: st.one_of(st.just(value), known_value(fact))
            if isinstance(value, Unknown)
            else st.just(value)
            for fact, value in values.items()
        }
    )


def coverage(need: str, *, main: bool = True) -> Coverage:
    """Return that a scheme meets a need."""
    return Coverage(need, main)


def need(id_: str, severe: Condition, some: Condition) -> Need:
    """Return a need of our own judgement."""
    return Need(id_, same(id_), same("Kort"), severe, some, None, same("Vår"), "ordning")


def rate(id_: str, value: str, unit: Unit) -> Rate:
    """Return a rate of our own judgement, in force since 2020."""
    value_since = (DatedValue(date(2020, 1, 1), Decimal(value)),)
    return Rate(id_, same(id_), unit, None, same("Vår vurdering"), value_since)


WEEKS = replace(question("uker", ChangedBy.MUNICIPALITY, FactType.DECIMAL), unit=Unit.WEEKS)
YEARS = replace(
    question("arsverk", ChangedBy.MUNICIPALITY, FactType.DECIMAL), unit=Unit.PERSON_YEARS
)


def book(
    *schemes: Scheme,
    needs: tuple[Need, ...] = (),
    questions: tuple[Question, ...] = (),
    figures: tuple[ReferenceFigure, ...] = (),
    derived: tuple[DerivedFigure, ...] = (),
    prefilled: tuple[PrefilledQuestion, ...] = (),
) -> Rulebook:
    """Return a rulebook with these schemes and facts, and what every rulebook has."""
    asked: tuple[Question | PrefilledQuestion, ...] = (*prefilled, *questions, WEEKS, YEARS)
    rates = (rate("andel", "10", Unit.PERCENT), rate("lav", "4", Unit.WEEKS))
    return Rulebook(
        name=same("Prøvebok"),
        owner="Vi",
        contact="https://eksempel.no",
        version="1",
        hash="0" * 64,
        capacity=Capacity("uker", "arsverk", "andel", "lav", "kapasitet"),
        sources={SOURCE.id: SOURCE},
        themes=(Theme("alt", same("Alt"), None, asked),),
        figures={each.id: each for each in figures},
        derived={each.id: each for each in derived},
        rates={**RATES, **{each.id: each for each in rates}},
        needs={each.id: each for each in needs},
        schemes={each.id: each for each in schemes},
        abolished={},
        journeys={},
    )


SOURCE = Source(
    "lov", same("Loven"), "Stortinget", "https://lovdata.no", date(2026, 7, 28), date(2027, 1, 1)
)

MUNICIPALITY = Municipality(
    number="9999",
    name="Prøvevik",
    official_name="Prøvevik",
    label="Prøvevik",
    county="Prøvefylket",
    language_decision=LanguageDecision.NEUTRAL,
    columns={"innbyggere": "803", "robek": "1", "salg": "12"},
)


def case(**answers: Answer) -> Case:
    """Return a case for the made-up municipality with these answers."""
    return Case(MUNICIPALITY.number, DAY, Language.NB, answers)
