"""Every amount in JSON is the engine's own, to the last krone, in every journey of our rules."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from memos import advice_for, book

from wizard.domain.advice import Advice
from wizard.domain.plan import Cost, Total
from wizard.domain.values import Unknown
from wizard.plain.advice import plain_advice
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording

Plain = Mapping[str, Any]
Pair = tuple[str, object, object]
SKETCH = {"minst": "least", "inntil": "most", "kostnad": "cost", "verdi": "value", "rest": "rest"}
# The keys under which kroner stand, wherever they stand.
KRONER = {*SKETCH, "mest", "egne_penger", "mangler_penger"}
# The same words for something else: a figure of a fact, what stands beside an amount.
NOT_KRONER = {"pa_kanten"}


def sketches(plain: Plain, advice: Advice) -> Iterator[Pair]:
    """Yield each amount of the financing sketches, beside the engine's."""
    for verdict in plain["vurderinger"]:
        if verdict["penger"] is None:
            continue
        sketch = advice.money[verdict["ordning"]]
        for key, name in SKETCH.items():
            yield f"{sketch.scheme}.{key}", verdict["penger"][key], getattr(sketch, name)


def plan(plain: Plain, advice: Advice, report: CaseAccount) -> Iterator[Pair]:
    """Yield each amount of the action plan, beside the engine's."""
    wanted = plain["handlingsplan"]
    for part, members in (("i_ar", report.core), ("neste", report.later)):
        for each, member in zip(wanted[part], members, strict=True):
            yield from cost(f"{part}.{member.item.scheme}", each["egen_kostnad"], member.cost)
    for name, total in (("i_ar", advice.plan.year), ("fire_ar", advice.plan.period)):
        yield from sums(name, wanted["sum"][name], total)
    for each, lacking in zip(wanted["ikke_plass"], advice.plan.no_room, strict=True):
        yield lacking.scheme, each["mangler_penger"], lacking.lacking_money


def sums(name: str, plain: Plain, total: Total) -> Iterator[Pair]:
    """Yield each amount of one sum, beside the engine's."""
    yield f"{name}.minst", plain["egne_penger"]["minst"], total.cost.least
    yield f"{name}.mest", plain["egne_penger"]["mest"], total.cost.most
    yield f"{name}.har", plain["egne_penger"]["har"]["mest"], total.has_money
    yield f"{name}.igjen", plain["igjen"]["egne_penger"], total.left_money
    for each, other in zip(plain["andre"], total.others, strict=True):
        known = other.most if isinstance(other.most, Decimal) else None
        yield f"{name}.andre.{other.scheme}", each["mest"], known


def cost(name: str, plain: Plain, own: Cost) -> Iterator[Pair]:
    """Yield the two ends of a cost, beside the engine's; null where nobody knows anything."""
    nobody_knows = bool(own.unknown) and not own.least and own.most == 0
    yield f"{name}.minst", plain["minst"], None if nobody_knows else own.least
    yield f"{name}.mest", plain["mest"], None if nobody_knows else own.most


def amounts(plain: object) -> Iterator[object]:
    """Yield every value in the JSON that stands under the name of an amount."""
    if isinstance(plain, list):
        for each in plain:
            yield from amounts(each)
    elif isinstance(plain, dict):
        for key, each in plain.items():
            if key in KRONER and (not isinstance(each, dict) or each == {"ukjent": True}):
                yield each
            elif key not in NOT_KRONER:
                yield from amounts(each)


@pytest.mark.parametrize("journey", sorted(book().journeys))
def test_every_amount_is_the_engines_own(journey: str) -> None:
    """Nothing is rounded, nothing has zeros behind it, and no amount stands there unexamined."""
    advice = advice_for(journey)
    report = CaseAccount(Wording(advice))
    plain = plain_advice(report)
    pairs = [*sketches(plain, advice), *plan(plain, advice, report)]
    for where, said, own in pairs:
        if isinstance(own, Unknown):
            assert said == {"ukjent": True}, where
        elif own is None:
            assert said is None, where
        else:
            assert isinstance(own, Decimal), where
            assert isinstance(said, str), where
            assert Decimal(said) == own, where
            assert said == said.rstrip("0").rstrip(".") or "." not in said, where
    assert len(pairs) == len(list(amounts(plain)))
