"""Conditions read as sentences that somebody could answer yes or no to."""

from datetime import date
from decimal import Decimal

import pytest

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
from wizard.domain.text import Language
from wizard.paths import RULES
from wizard.report.clauses import Clause, clause, clause_or_all
from wizard.rulebook import load
from wizard.voice.labels import Labels

_BOOK = load(RULES)
_NB = Labels(_BOOK, date(2026, 11, 22), Language.NB)
_NN = Labels(_BOOK, date(2026, 11, 22), Language.NN)
_OLD = FactTest("andel_80", Operator.AT_LEAST, RateRef("hoy_andel_80"))
_BUILDER = FactTest("har_privat_utbygger", Operator.IS, "ja")


@pytest.mark.parametrize(
    ("condition", "nb", "nn"),
    [
        (
            _OLD,
            "Andel innbyggere 80 år og eldre: minst 7 %",
            "Andel innbyggjarar 80 år og eldre: minst 7 %",
        ),
        (
            FactTest("folketall", Operator.BELOW, Decimal(3000)),
            "Folketall: færre enn 3 000",
            "Folketal: færre enn 3 000",
        ),
        (
            FactTest("samfunnsdel_ar", Operator.BELOW, Decimal(2018)),
            "Året samfunnsdelen ble vedtatt: før 2018",
            "Året samfunnsdelen vart vedteken: før 2018",
        ),
        (
            FactTest("samfunnsdel_ar", Operator.AT_LEAST, RateRef("gammel_samfunnsdel")),
            "Året samfunnsdelen ble vedtatt: 2018 eller senere",
            "Året samfunnsdelen vart vedteken: 2018 eller seinare",
        ),
        (
            FactTest("nye_boliger_3ar", Operator.BELOW, Decimal(3)),
            "Nye boliger siste tre år: færre enn 3",
            "Nye bustader dei siste tre åra: færre enn 3",
        ),
        (
            FactTest("byggeklare_tomter", Operator.BELOW, Decimal(1)),
            "Byggeklare tomter: ingen",
            "Byggjeklare tomter: ingen",
        ),
        (
            FactTest("arsverk_samfunnsplan", Operator.BELOW, Decimal("0.5")),
            "Årsverk til samfunnsplan: under 0,5 årsverk",
            "Årsverk til samfunnsplan: under 0,5 årsverk",
        ),
        (
            _BUILDER,
            (
                "Svaret på «Finnes det et privat foretak som vil bygge og leie ut boliger i "
                "kommunen?» er «Ja»"
            ),
            (
                "Svaret på «Finst det eit privat føretak som vil byggje og leige ut bustader i "
                "kommunen?» er «Ja»"
            ),
        ),
        (
            FactTest("svake_omrader", Operator.CONTAINS_ANY, frozenset({"transport", "bolig"})),
            (
                "«Boliger og bomiljø» eller «Å komme seg fram» er krysset av på «Hva er "
                "vanskeligst for eldre som bor i kommunen?»"
            ),
            (
                "«Bustader og bumiljø» eller «Å kome seg fram» er kryssa av på «Kva er "
                "vanskelegast for eldre som bur i kommunen?»"
            ),
        ),
        (
            FactTest("robek", Operator.IS, "nei"),
            "Kommunen står i ROBEK: nei",
            "Kommunen står i ROBEK: nei",
        ),
        (
            NeedTest("eldre", Severity.SEVERE),
            "Behovet «Eldre har få valg utenom eneboligen» er stort",
            "Behovet «Eldre har få val utanom einebustaden» er stort",
        ),
        (
            NeedTest("eldre", Severity.SOME),
            "Kommunen har behovet «Eldre har få valg utenom eneboligen»",
            "Kommunen har behovet «Eldre har få val utanom einebustaden»",
        ),
    ],
)
def test_a_leaf_is_a_sentence(condition: Condition, nb: str, nn: str) -> None:
    """Each operator has its words, and a rate shows what it is worth on the day."""
    shown = [clause(condition, labels).text.replace("\u00a0", " ") for labels in (_NB, _NN)]
    assert shown == [nb, nn]


def test_a_list_in_the_rates_is_named_not_recited() -> None:
    """Nobody reads forty municipality numbers in a sentence."""
    test = next(
        leaf
        for edition in _BOOK.schemes[
            "tilskudd-etablering-og-tilpasning-i-distriktskommuner"
        ].editions
        for each in edition.requirements
        for leaf in _leaves(each.condition)
        if leaf.operator is Operator.IS_ONE_OF and isinstance(leaf.operand, RateRef)
    )
    said = clause(test, _NB).text
    assert said.startswith("Kommunen står på listen «")
    assert not any(sign.isdigit() for sign in said)


def _leaves(condition: Condition) -> list[FactTest]:
    match condition:
        case FactTest():
            return [condition]
        case AllOf(parts) | AnyOf(parts):
            return [leaf for part in parts for leaf in _leaves(part)]
        case Not(part):
            return _leaves(part)
        case NeedTest():
            return []


def test_what_belongs_together_stands_under_one_line() -> None:
    """The shape of the condition is the shape of the list."""
    condition = AllOf((_OLD, AnyOf((_BUILDER, Not(_BUILDER)))))
    found = clause(condition, _NB)
    assert found.text == "Alt dette stemmer:"
    assert found.parts[1].text == "Minst ett av dette stemmer:"
    assert found.parts[1].parts[1] == Clause("Dette stemmer ikke:", (clause(_BUILDER, _NB),))


def test_no_condition_fits_all() -> None:
    """A scheme that everybody has use for says so."""
    assert clause_or_all(None, _NN) == Clause("Passar for alle kommunar")
