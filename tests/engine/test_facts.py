"""From answers and figures to the value of every fact."""

from dataclasses import replace
from decimal import Decimal

import pytest
from small_book import DAY, MUNICIPALITY, at_least, book, case, is_, need, question, same

from wizard.advice import new_case
from wizard.domain.advice import FactFinding, Origin
from wizard.domain.case import DONT_KNOW, Answer
from wizard.domain.conditions import Severity
from wizard.domain.facts import (
    ChangedBy,
    DerivedFigure,
    Doubt,
    FactType,
    Operation,
    PrefilledQuestion,
    ReferenceFigure,
    Unit,
)
from wizard.domain.frozen import FrozenFigure
from wizard.domain.text import Language
from wizard.domain.values import FactValue, Unknown
from wizard.engine.conditions import Situation
from wizard.engine.facts import arithmetic, derive, doubts_about, find_facts, find_need

PEOPLE = ReferenceFigure(
    "folketall",
    same("Folketall"),
    "innbyggere",
    FactType.INTEGER,
    Unit.INHABITANTS,
    (),
    "ssb",
    "2026-01-01",
)
PRICE = replace(PEOPLE, id="pris", column="pris", unit=Unit.KRONER_PER_M2)
ROBEK = replace(PEOPLE, id="robek", column="robek", type=FactType.YES_NO)
ASKED = PrefilledQuestion(
    "folketall", same("Hvor mange?"), same("Fordi"), same("Der"), None, None, "plan"
)
FIRST = question("forst", ChangedBy.MUNICIPALITY)
THEN = replace(question("sa", ChangedBy.MUNICIPALITY), applies=is_("forst", "a"), otherwise="c")
BOOK = book(questions=(FIRST, THEN), figures=(PEOPLE, PRICE, ROBEK), prefilled=(ASKED,))


def found(fact: str, **answers: Answer) -> FactFinding:
    """Return the finding for one fact in a case with these answers."""
    return find_facts(case(**answers), BOOK, MUNICIPALITY, DAY)[fact]


def test_a_figure_comes_from_the_data_with_source_and_date() -> None:
    finding = found("folketall")
    assert (finding.value, finding.origin) == (Decimal(803), Origin.REFERENCE)
    assert (finding.source, finding.as_of) == ("ssb", "2026-01-01")


def test_a_correction_wins_and_remembers_what_it_corrected() -> None:
    finding = found("folketall", folketall=Decimal(811))
    assert (finding.value, finding.origin) == (Decimal(811), Origin.CHANGED)
    assert finding.original == Decimal(803)


def test_confirming_a_figure_is_no_correction() -> None:
    assert found("folketall", folketall=Decimal(803)).origin is Origin.REFERENCE


def test_doubting_a_figure_makes_it_unknown() -> None:
    finding = found("folketall", folketall=DONT_KNOW)
    assert (finding.value, finding.origin) == (
        Unknown(frozenset({"folketall"})),
        Origin.DONT_KNOW,
    )


def test_a_missing_figure_that_no_page_asks_for_hangs_on_nothing() -> None:
    assert found("pris").value == Unknown()
    assert found("pris").origin is Origin.MISSING


def test_a_frozen_figure_outlives_new_data() -> None:
    frozen = replace(case(), figures={"folketall": FrozenFigure(Decimal(700), "gammel", "2020")})
    finding = find_facts(frozen, BOOK, MUNICIPALITY, DAY)["folketall"]
    assert (finding.value, finding.source, finding.as_of) == (Decimal(700), "gammel", "2020")


def test_a_new_case_freezes_what_the_data_have_and_answers_nothing() -> None:
    fresh = new_case(MUNICIPALITY, BOOK, DAY, Language.NN)
    assert set(fresh.figures) == {"folketall", "robek"}
    assert fresh.figures["robek"].value == "ja"
    assert not fresh.answers


@pytest.mark.parametrize(
    ("answers", "value", "origin"),
    [
        ({}, Unknown(frozenset({"forst", "sa"})), Origin.WAITING),
        ({"forst": DONT_KNOW, "sa": "a"}, Unknown(frozenset({"forst"})), Origin.WAITING),
        ({"forst": "b", "sa": "a"}, "c", Origin.NOT_ASKED),
        ({"forst": "a"}, Unknown(frozenset({"sa"})), Origin.UNANSWERED),
        ({"forst": "a", "sa": DONT_KNOW}, Unknown(frozenset({"sa"})), Origin.DONT_KNOW),
        ({"forst": "a", "sa": "b"}, "b", Origin.ANSWERED),
    ],
)
def test_a_question_that_does_not_apply_gets_its_ellers_and_keeps_its_answer(
    answers: dict[str, Answer], value: FactValue, origin: Origin
) -> None:
    finding = found("sa", **answers)
    assert (finding.value, finding.origin) == (value, origin)


@pytest.mark.parametrize(
    ("operation", "operands", "value"),
    [
        (Operation.SUM, ["1", "2", "3"], "6"),
        (Operation.DIFFERENCE, ["3", "5"], "-2"),
        (Operation.PRODUCT, ["3", "5"], "15"),
        (Operation.RATIO, ["3", "4"], "0.75"),
        (Operation.PERCENT_OF, ["3", "4"], "75"),
        (Operation.LEAST, ["3", "4"], "3"),
        (Operation.GREATEST, ["3", "4"], "4"),
    ],
)
def test_arithmetic_is_exact(operation: Operation, operands: list[str], value: str) -> None:
    assert arithmetic(operation, [Decimal(each) for each in operands]) == Decimal(value)


def test_an_unknown_operand_spreads_and_dividing_by_zero_is_unknown() -> None:
    open_fact = Unknown(frozenset({"pris"}))
    assert arithmetic(Operation.SUM, [Decimal(1), open_fact]) == open_fact
    assert arithmetic(Operation.RATIO, [Decimal(1), Decimal(0)]) == Unknown()
    assert arithmetic(Operation.RATIO, [Decimal(0), Decimal(0)]) == Unknown()


def test_derived_figures_may_build_on_each_other_in_any_order() -> None:
    def figure(id_: str, *operands: str) -> DerivedFigure:
        return DerivedFigure(
            id_, same(id_), Operation.SUM, operands, FactType.DECIMAL, Unit.COUNT, ChangedBy.NEVER
        )

    rules = book(derived=(figure("dobbelt", "en", "en"), figure("en", "a", "b")))
    values = derive(rules, {"a": Decimal(1), "b": Decimal(2)})
    assert (values["en"], values["dobbelt"]) == (Decimal(3), Decimal(6))
    assert derive(rules, {"a": Decimal(1)})["dobbelt"] == Unknown(frozenset({"b"}))


@pytest.mark.parametrize(
    ("facts", "possible"),
    [
        ({"x": "5"}, (Severity.SEVERE,)),
        ({"x": "3"}, (Severity.SOME,)),
        ({"x": "1"}, (Severity.NONE,)),
        ({}, (Severity.NONE, Severity.SOME, Severity.SEVERE)),
    ],
)
def test_severity_is_an_interval_until_the_facts_settle_it(
    facts: dict[str, str], possible: tuple[Severity, ...]
) -> None:
    rule = need("n", severe=at_least("x", "4"), some=at_least("x", "2"))
    values: dict[str, FactValue] = {id_: Decimal(each) for id_, each in facts.items()}
    finding = find_need(rule, Situation(DAY, {}, values, {}))
    assert finding.possible == possible
    assert bool(finding.open_facts) is (len(possible) > 1)


def test_severe_implies_some_even_when_the_rule_forgets_to_say_so() -> None:
    rule = need("n", severe=at_least("x", "4"), some=is_("y", "a"))
    values: dict[str, FactValue] = {"x": Decimal(5), "y": "b"}
    assert find_need(rule, Situation(DAY, {}, values, {})).severity is Severity.SEVERE


def test_doubts_follow_the_municipalities_they_concern() -> None:
    few = Doubt("salg", None, Decimal(20), same("Få salg"))
    estimated = Doubt("anslag", "1", None, same("Anslag"))
    figure = replace(PEOPLE, caveat=same("Alltid"), doubts=(few, estimated))
    texts = [text.nb for text in doubts_about(figure, MUNICIPALITY.columns)]
    assert texts == ["Alltid", "Få salg"]
