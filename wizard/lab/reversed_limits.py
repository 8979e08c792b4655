"""Limits of a need the wrong way round: what is severe is reached before what is some."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from wizard.domain.conditions import AllOf, AnyOf, Condition, FactTest, Operator, RateRef
from wizard.domain.numbers import write_number
from wizard.domain.rulebook import Rulebook
from wizard.rulebook.messages import fill
from wizard.rulebook.messages import warnings as say
from wizard.rulebook.problems import Problem, in_order

_LIMITS = frozenset({Operator.AT_LEAST, Operator.BELOW})


def reversed_limits(rulebook: Rulebook) -> tuple[Problem, ...]:
    """Return each limit of `stor` that is easier to meet than any of `noe` on the same fact.

    Advice, never a problem: other conditions beside them may make it right.
    """
    found = []
    for need in rulebook.needs.values():
        for severe in _limits(need.severe):
            alike = [each for each in _limits(need.some) if _is_alike(each, severe)]
            for day in _days(rulebook, severe, *alike):
                limit = _value(rulebook, severe, day)
                easiest = _easiest(severe, (_value(rulebook, each, day) for each in alike))
                if (
                    limit is None
                    or easiest is None
                    or _easiest(severe, (limit, easiest)) == easiest
                ):
                    continue
                told = {"severe": write_number(limit), "some": write_number(easiest)}
                found.append(Problem(severe.place, fill(say.LIMITS_REVERSED, **told)))
                break
    return in_order(found)


def _is_alike(one: FactTest, other: FactTest) -> bool:
    return (one.fact, one.operator) == (other.fact, other.operator)


def _limits(condition: Condition) -> Iterator[FactTest]:
    """Yield the comparisons with a limit. Under a not, they would be the other way round."""
    match condition:
        case FactTest(operator=operator) if operator in _LIMITS:
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _limits(part)


def _days(rulebook: Rulebook, *limits: FactTest) -> list[date]:
    """Return the days on which one of the limits may be another than the day before."""
    rates = (each.operand.id for each in limits if isinstance(each.operand, RateRef))
    turns = {value.valid_from for id_ in rates for value in rulebook.rates[id_].values}
    return sorted(turns) or [date.max]


def _value(rulebook: Rulebook, limit: FactTest, day: date) -> Decimal | None:
    operand = limit.operand
    value = rulebook.rates[operand.id].on(day) if isinstance(operand, RateRef) else operand
    return value if isinstance(value, Decimal) else None


def _easiest(limit: FactTest, values: Iterable[Decimal | None]) -> Decimal | None:
    """Return what is met by most: under the highest, or at least the lowest."""
    known = [each for each in values if each is not None]
    return (max if limit.operator is Operator.BELOW else min)(known, default=None)
