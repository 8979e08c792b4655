"""Of several edits, those that a difference comes of are named, and no others."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from small_book import (
    DAY,
    MUNICIPALITY,
    at_least,
    book,
    case,
    is_,
    need,
    question,
    requirement,
    scheme,
)

from wizard.domain.conditions import FactTest, NeedTest, Operator, RateRef, Severity
from wizard.domain.facts import ChangedBy, FactType
from wizard.domain.impact import Pair, Part
from wizard.domain.sources import DatedValue
from wizard.lab.impact.looking import Books, seen_of
from wizard.lab.impact.sides import Asked

AT_THE_RATE = FactTest("andel_eldre", Operator.AT_LEAST, RateRef("kjent"))
ANY_NEED = NeedTest("eldre", Severity.SOME)
BEFORE = book(
    scheme("lan", requirements=(requirement("stor-nok", is_("valg", "a")),)),
    scheme("hus", relevant=ANY_NEED),
    questions=(
        question("valg", ChangedBy.NEVER),
        question("andel_eldre", ChangedBy.OTHERS, FactType.PERCENT),
    ),
    needs=(need("eldre", at_least("andel_eldre", "9"), AT_THE_RATE),),
)


def test_each_difference_is_led_to_the_edit_it_comes_of_also_through_a_need() -> None:
    lan = BEFORE.schemes["lan"]
    open_to_all = replace(lan, editions=(replace(lan.editions[0], requirements=()),))
    lower = replace(BEFORE.rates["kjent"], values=(DatedValue(date(2020, 1, 1), Decimal(1)),))
    after = replace(
        BEFORE,
        schemes={**BEFORE.schemes, "lan": open_to_all},
        rates={**BEFORE.rates, "kjent": lower},
    )
    books = Books.of(BEFORE, after)
    places = {each.part: place for place, each in enumerate(books.edits)}
    pair = Pair(DAY, MUNICIPALITY.number)
    asked = Asked(pair, case(valg="b", andel_eldre=Decimal("1.5")), MUNICIPALITY)
    (seen,) = seen_of(books, [asked], DAY)
    assert dict(seen.causes) == {
        "lan": (places[Part.REQUIREMENT],),
        "hus": (places[Part.VALUE],),
        "eldre": (places[Part.VALUE],),
    }
