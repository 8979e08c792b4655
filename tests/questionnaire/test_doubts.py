"""Answers that can hardly be right are asked about once more; nothing stops them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.domain.case import DONT_KNOW, Answer, Case
from wizard.domain.plausibility import Deviation
from wizard.domain.text import Language, Text
from wizard.engine.facts import find_facts
from wizard.engine.plausibility import doubted
from wizard.municipalities import load as load_municipalities
from wizard.paths import DATA, RULES
from wizard.questionnaire import ItemState, progress
from wizard.rulebook import load

BOOK = load(RULES)
EVERYBODY = load_municipalities(DATA)
NAMSSKOGAN = EVERYBODY.get("5044")
DAY = date(2026, 11, 27)
POPULATION, OFTEN = Decimal(803), Decimal(1000)


def _case(number: str, answers: dict[str, Answer]) -> Case:
    return Case(number, DAY, Language.NB, answers)


def _states(number: str, **answers: Answer) -> dict[str, ItemState]:
    themes = progress(_case(number, answers), BOOK, EVERYBODY.get(number))
    return {state.item.fact: state for theme in themes for state in theme.items}


def _doubts(**answers: Answer) -> dict[str, tuple[Text, ...]]:
    return {
        fact: state.doubts for fact, state in _states("5044", **answers).items() if state.doubts
    }


def test_open_figures_alone_are_never_doubted() -> None:
    """Not of one of the 357, whoever is thought to have said them."""
    for municipality in EVERYBODY.all:
        found = find_facts(_case(municipality.number, {}), BOOK, municipality, DAY)
        facts = {id_: finding.value for id_, finding in found.items()}
        assert doubted(BOOK, facts, DAY) == ()


def test_a_digit_too_many_is_asked_about_with_figure_publisher_and_day() -> None:
    (doubt,) = _doubts(folketall=Decimal(8030))["folketall"]
    assert "8\u00a0030\u00a0innbyggere" in doubt.nb
    assert "803\u00a0innbyggere" in doubt.nb
    assert "Statistisk sentralbyrå" in doubt.nb
    assert "1. januar 2026" in doubt.nb
    assert "8\u00a0030\u00a0innbyggjarar" in doubt.nn


@pytest.mark.parametrize(
    ("fact", "far", "near"),
    [
        ("folketall", "80", "820"),
        ("endring_10ar", "40", "0"),
        ("andel_67", "60", "28"),
        ("andel_80", "25", "9"),
        ("sentralitetsklasse", "2", "5"),
        ("andel_enebolig", "8", "90"),
    ],
)
def test_every_figure_has_a_far_and_a_near(fact: str, far: str, near: str) -> None:
    assert fact in _doubts(**{fact: Decimal(far)})
    assert _doubts(**{fact: Decimal(near)}) == {}


def test_a_price_far_from_the_published_one_is_asked_about() -> None:
    grue = _states("3417", pris_enebolig_m2=Decimal(60000))["pris_enebolig_m2"]
    assert any("60\u00a0000" in doubt.nb for doubt in grue.doubts)
    assert _states("3417", pris_enebolig_m2=Decimal(14000))["pris_enebolig_m2"].doubts == ()


def test_a_doubt_stands_beside_the_answers_and_never_beside_what_nobody_said() -> None:
    """More over 80 than over 67: the share that was not touched is the publisher's."""
    changed = _doubts(andel_80=Decimal(40))
    assert changed.keys() == {"andel_80"}
    both = _doubts(andel_80=Decimal(40), andel_67=Decimal(30))
    assert both.keys() == {"andel_80", "andel_67"}


def test_answers_that_say_different_things_are_both_asked_about() -> None:
    said = _doubts(mangler_bolig=frozenset(), boligmangel_antall=Decimal(20))
    assert said.keys() == {"mangler_bolig", "boligmangel_antall"}
    assert said["mangler_bolig"] == said["boligmangel_antall"]


def test_what_is_not_known_is_not_doubted() -> None:
    assert _doubts(boligmangel_antall=Decimal(20)) == {}
    assert _doubts(mangler_bolig=DONT_KNOW, boligmangel_antall=Decimal(20)) == {}
    assert _doubts(folketall=DONT_KNOW) == {}


def test_a_rule_goes_by_the_correction_not_by_what_was_published() -> None:
    """Five planners are many for 803 people, and few for 8 030."""
    assert "arsverk_samfunnsplan" in _doubts(arsverk_samfunnsplan=Decimal(5))
    corrected = _doubts(arsverk_samfunnsplan=Decimal(5), folketall=Decimal(8030))
    assert corrected.keys() == {"folketall"}


def test_the_journeys_that_newcomers_try_are_free_of_doubt() -> None:
    for journey in (BOOK.journeys[id_] for id_ in BOOK.shown):
        municipality = EVERYBODY.get(journey.case.municipality_number)
        themes = progress(journey.case, BOOK, municipality)
        assert [s.doubts for theme in themes for s in theme.items if s.doubts] == []


def test_without_rules_nothing_is_doubted() -> None:
    bare = replace(BOOK, plausibility=replace(BOOK.plausibility, rules=(), deviations=()))
    themes = progress(_case("5044", {"folketall": Decimal(8030)}), bare, NAMSSKOGAN)
    assert all(state.doubts == () for theme in themes for state in theme.items)


_SAY = Text("x", "x")
_NUMBERS = st.decimals(min_value=1, max_value=1_000_000, places=0)


@given(answer=_NUMBERS, published=_NUMBERS, times=st.integers(1, 100))
def test_times_counts_up_and_down_alike(answer: Decimal, published: Decimal, times: int) -> None:
    limit = Deviation("tall", _SAY, times=Decimal(times))
    assert limit.is_far(answer, published) is limit.is_far(published, answer)
    assert limit.is_far(answer, published) is not (
        published <= answer * times and answer <= published * times
    )


@given(answer=_NUMBERS, published=_NUMBERS, most=_NUMBERS)
def test_a_difference_counts_up_and_down_alike(
    answer: Decimal, published: Decimal, most: Decimal
) -> None:
    limit = Deviation("tall", _SAY, difference=most)
    assert limit.is_far(answer, published) is (abs(answer - published) > most)


def test_a_zero_is_any_number_of_times_too_little() -> None:
    limit = Deviation("tall", _SAY, times=Decimal(2))
    assert limit.is_far(Decimal(0), Decimal(5))
    assert not limit.is_far(Decimal(0), Decimal(0))
