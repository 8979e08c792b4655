"""What differs between two rulebooks, each read on its own day. Mere wording is no difference."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple, TypeVar

from wizard.domain.advice import Advice
from wizard.domain.comparison import RateChange, RuleChange, RulePart, RuleSubject
from wizard.domain.facts import DerivedFigure, Fact, Question, ReferenceFigure
from wizard.domain.rulebook import Need
from wizard.domain.schemes import Edition, Scheme
from wizard.engine.comparing.verdict_causes import bundle_rules

Rule = TypeVar("Rule")


class TurningDay(NamedTuple):
    """The day an edition begins, or the last day of one."""

    day: date
    begins: bool


def turning_day(scheme: Scheme, in_force: date, not_in_force: date) -> TurningDay | None:
    """Return what parts a day with an edition from one without: where the rules turn.

    Of several editions in a row it is the end of the row that counts. Nothing for one and the
    same day: then the rulebooks differ.
    """
    if not_in_force < in_force:
        begins = [each.valid_from for each in scheme.editions if each.valid_from]
        days = [day for day in begins if not_in_force < day <= in_force]
        return TurningDay(min(days), begins=True) if days else None
    ends = [each.valid_to for each in scheme.editions if each.valid_to]
    days = [day for day in ends if in_force <= day < not_in_force]
    return TurningDay(max(days), begins=False) if days else None


def rate_changes(before: Advice, after: Advice) -> tuple[RateChange, ...]:
    """Return the rates with another value, each on the day of its advice."""
    was = {id_: rate.on(before.as_of) for id_, rate in before.rulebook.rates.items()}
    now = {id_: rate.on(after.as_of) for id_, rate in after.rulebook.rates.items()}
    return tuple(
        RateChange(id_, was.get(id_), now.get(id_))
        for id_ in {**now, **was}
        if was.get(id_) != now.get(id_)
    )


def rule_changes(before: Advice, after: Advice) -> tuple[RuleChange, ...]:
    """Return the schemes, needs and facts whose rules differ, and in which parts."""
    was, now = before.rulebook, after.rulebook

    def scheme_parts(one: Scheme, other: Scheme) -> tuple[RulePart, ...]:
        editions = (one.edition_on(before.as_of), other.edition_on(after.as_of))
        return tuple(dict.fromkeys((*_edition_parts(*editions), *_rule_parts(one, other))))

    return (
        *_changes(RuleSubject.SCHEME, was.schemes, now.schemes, scheme_parts),
        *_changes(RuleSubject.NEED, was.needs, now.needs, _need_parts),
        *_changes(RuleSubject.FACT, was.facts, now.facts, _fact_parts),
    )


def _changes(
    subject: RuleSubject,
    before: Mapping[str, Rule],
    after: Mapping[str, Rule],
    parts_of: Callable[[Rule, Rule], tuple[RulePart, ...]],
) -> Iterable[RuleChange]:
    for id_ in {**after, **before}:
        if id_ not in before:
            yield RuleChange(subject, id_, (RulePart.ADDED,))
        elif id_ not in after:
            yield RuleChange(subject, id_, (RulePart.GONE,))
        elif parts := parts_of(before[id_], after[id_]):
            yield RuleChange(subject, id_, parts)


def _edition_parts(before: Edition | None, after: Edition | None) -> Iterable[RulePart]:
    if before is None or after is None:
        if before is not after:
            yield RulePart.BEGUN if before is None else RulePart.ENDED
        return
    pairs = (
        (RulePart.REQUIREMENTS, _requirements(before), _requirements(after)),
        # A term is nothing but its text, so there other words are other rules.
        (RulePart.TERMS, before.terms, after.terms),
        (RulePart.MONEY, _money(before), _money(after)),
        (RulePart.DEADLINES, before.deadlines, after.deadlines),
        (RulePart.STEPS, _steps(before), _steps(after)),
    )
    yield from (part for part, one, other in pairs if one != other)


def _requirements(edition: Edition) -> object:
    return [(each.id, each.condition) for each in edition.requirements]


def _money(edition: Edition) -> object:
    return (replace(edition.amount, note=None), edition.funding)


def _steps(edition: Edition) -> object:
    steps = [(each.id, each.responsible, each.days, each.after) for each in edition.steps]
    return (steps, edition.applicants)


def _rule_parts(before: Scheme, after: Scheme) -> Iterable[RulePart]:
    def conditions(scheme: Scheme) -> object:
        return (scheme.in_place, scheme.when_unknown, scheme.relevant)

    def in_bundle(scheme: Scheme) -> object:
        return (
            *bundle_rules(scheme),
            scheme.duty,
            scheme.only_with,
            scheme.is_instrument,
            scheme.not_same_cost,
        )

    if conditions(before) != conditions(after):
        yield RulePart.CONDITIONS
    if in_bundle(before) != in_bundle(after):
        yield RulePart.ROLE_IN_BUNDLE


def _need_parts(before: Need, after: Need) -> tuple[RulePart, ...]:
    same = (before.severe, before.some) == (after.severe, after.some)
    return () if same else (RulePart.CONDITIONS,)


def _fact_parts(before: Fact, after: Fact) -> tuple[RulePart, ...]:
    return () if _of_fact(before) == _of_fact(after) else (RulePart.CONDITIONS,)


def _of_fact(fact: Fact) -> object:
    shape = (fact.type, fact.unit, [option.id for option in fact.options], fact.changed_by)
    match fact:
        case Question():
            return (shape, fact.minimum, fact.maximum, fact.applies, fact.otherwise)
        case DerivedFigure():
            return (shape, fact.operation, fact.operands)
        case ReferenceFigure():
            return (shape, fact.column)
