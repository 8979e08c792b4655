"""Figures on the edge, against moving every figure to the nearest value that matters."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from random_book import books, cases, kind
from small_book import (
    DAY,
    MUNICIPALITY,
    at_least,
    book,
    case,
    coverage,
    is_,
    need,
    question,
    requirement,
    same,
    scheme,
)

from wizard.advice import assess
from wizard.domain.case import Case
from wizard.domain.conditions import FactTest, Operator, RateRef, Severity
from wizard.domain.edges import Edge, Flip, NeedFlip
from wizard.domain.facts import ChangedBy, Doubt, FactType, ReferenceFigure, Unit
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Language
from wizard.voice.wording import Wording

SHARE = question("andel", ChangedBy.OTHERS, FactType.PERCENT)
COUNT = replace(question("antall", ChangedBy.OTHERS, FactType.INTEGER), unit=Unit.COUNT)
YEAR = replace(question("aar", ChangedBy.OTHERS, FactType.YEAR), unit=Unit.YEAR)
QUESTIONS = (SHARE, COUNT, YEAR)


def edges(condition: FactTest, **answers: str) -> tuple[Edge, ...]:
    """Return the edges of a kommune for which one scheme wants one thing."""
    rules = book(scheme(requirements=(requirement("k", condition),)), questions=QUESTIONS)
    given_ = {id_: Decimal(value) for id_, value in answers.items()}
    return assess(case(**given_), rules, MUNICIPALITY, DAY).edges


@pytest.mark.parametrize(
    ("condition", "answers", "distance"),
    [
        (at_least("andel", "10"), {"andel": "9.5"}, "5.263157894736842105263157895"),
        (at_least("andel", "10"), {"andel": "10"}, "0"),
        (at_least("andel", "10"), {"andel": "8.9"}, None),
        (at_least("andel", "10"), {"andel": "11.12"}, None),
        (at_least("antall", "20"), {"antall": "20"}, "0"),
        # One less than five is a fifth less.
        (at_least("antall", "5"), {"antall": "5"}, None),
        # A year is no quantity.
        (at_least("aar", "2018"), {"aar": "2017"}, None),
        (at_least("andel", "0"), {"andel": "0"}, None),
    ],
)
def test_a_figure_is_on_the_edge_within_ten_per_cent_of_itself(
    condition: FactTest, answers: dict[str, str], distance: str | None
) -> None:
    found = edges(condition, **answers)
    assert [f"{edge.distance:f}" for edge in found] == ([distance] if distance else [])


def test_an_edge_says_what_would_be_otherwise() -> None:
    wanted = need("behov", severe=at_least("andel", "10"), some=at_least("andel", "5"))
    useful = scheme("ordning", relevant=at_least("andel", "10"), covers=(coverage("behov"),))
    capacity = replace(wanted, id="kapasitet", severe=is_("vil", "a"), some=is_("vil", "a"))
    rules = book(
        useful,
        needs=(wanted, capacity),
        questions=(SHARE, question("vil", ChangedBy.MUNICIPALITY)),
    )
    advice = assess(case(andel=Decimal("9.9"), vil="b"), rules, MUNICIPALITY, DAY)
    (edge,) = advice.edges
    assert edge.flips == (Flip("ordning", VerdictKind.RECOMMENDED, in_place=False),)
    assert edge.needs == (NeedFlip("behov", Severity.SEVERE),)
    assert (edge.enters, edge.leaves) == (("ordning",), ())
    assert Wording(advice, Language.NB).otherwise.edge(edge) == (
        "Navn andel er 9,9\N{NO-BREAK SPACE}%. Grensen er 10\N{NO-BREAK SPACE}%. "
        "Det skiller 0,1\N{NO-BREAK SPACE}prosentpoeng. På den andre siden av grensen: "
        "behovet «behov» blir «stort behov»; ordning blir «Anbefalt»; "
        "ordning kommer med i årets grep."
    )


def test_a_doubtful_figure_is_on_the_edge_however_far_it_is() -> None:
    figure = ReferenceFigure(
        "andel_statistikk",
        same("Andel"),
        "andel",
        FactType.PERCENT,
        Unit.PERCENT,
        (),
        "lov",
        "2026-01-01",
        doubts=(Doubt("salg", None, Decimal(20), same("Få salg")),),
    )
    rule = scheme(
        requirements=(requirement("k", at_least("andel_statistikk", "10")),),
    )
    rules = book(rule, figures=(figure,))
    sure = replace(MUNICIPALITY, columns={"andel": "5", "salg": "100"})
    unsure = replace(MUNICIPALITY, columns={"andel": "5", "salg": "12"})
    assert not assess(case(), rules, sure, DAY).edges
    (edge,) = assess(case(), rules, unsure, DAY).edges
    assert (edge.doubted, edge.distance) == (True, Decimal(100))
    own = assess(case(andel_statistikk=Decimal(5)), rules, unsure, DAY)
    assert own.edges == assess(case(), rules, unsure, DAY).edges
    corrected = assess(case(andel_statistikk=Decimal(6)), rules, unsure, DAY)
    assert not corrected.edges


def test_a_limit_of_our_own_is_said_to_be() -> None:
    ours = FactTest("andel", Operator.AT_LEAST, RateRef("andel"))
    rules = book(scheme(requirements=(requirement("k", ours),)), questions=(SHARE,))
    advice = assess(case(andel=Decimal("9.9")), rules, MUNICIPALITY, DAY)
    (edge,) = advice.edges
    assert edge.rates == ("andel",)
    assert "10\N{NO-BREAK SPACE}%*." in Wording(advice, Language.NB).otherwise.edge(edge)


@settings(max_examples=100, deadline=None)
@given(books(derived=False), cases())
def test_every_flip_is_real_and_none_is_missing(rules: Rulebook, asked: Case) -> None:
    """Move each number across each limit near it, and see the same verdicts flip."""
    advice = assess(asked, rules, MUNICIPALITY, DAY)
    for fact in ("fast_tall", "fritt_tall"):
        value = advice.facts[fact].value
        if not isinstance(value, Decimal) or not value:
            continue
        told = {edge.limit: edge for edge in advice.edges if edge.fact == fact}
        for limit in map(Decimal, range(6)):
            other = limit if limit > value else limit - Decimal("0.000001")
            moved = replace(asked, answers={**asked.answers, fact: other})
            after = assess(moved, rules, MUNICIPALITY, DAY)
            flips = {
                id_: kind(verdict)
                for id_, verdict in after.verdicts.items()
                if kind(verdict) != kind(advice.verdicts[id_])
            }
            if abs(limit - value) / value * 100 > 10:
                assert limit not in told
            elif limit in told:
                found = {each.scheme: (each.kind, each.in_place) for each in told[limit].flips}
                assert found == flips
            else:
                assert not flips
