"""What differs between two rulebooks, part by part, and in which days.

Both are read on every day on which either of them changes; days in a row with the same difference
are one edit. Rules are compared, never the text of the files.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from wizard.domain.conditions import Condition, leaves
from wizard.domain.facts import DerivedFigure, Fact, Question, ReferenceFigure
from wizard.domain.impact import Part, RuleEdit, Subject
from wizard.domain.place import NOWHERE, Place
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Edition, Scheme
from wizard.domain.sources import Rate
from wizard.engine.whatif.outlook import days_of_change

_DAY = timedelta(days=1)
Rule = Rate | Fact | Need | Scheme


class _Key(NamedTuple):
    part: Part
    detail: str = ""


_State = dict[_Key, object]
_OF_EDITION = frozenset(
    {Part.IN_FORCE, Part.MONEY, Part.FUNDING, Part.DEADLINES, Part.STEPS, Part.APPLICANTS}
    | {Part.REQUIREMENT, Part.TERM, Part.BASIS}
)
_WHOLE = _Key(Part.WHOLE)
_NOT_IN_FORCE: _State = {_Key(Part.IN_FORCE): False}


def edits(before: Rulebook, after: Rulebook) -> tuple[RuleEdit, ...]:
    """Return every edit, by sort of rule and id, the earliest first.

    Those of mere wording come last: they are not told one by one, and numbers have no holes.
    """
    days = sorted({*days_of_change(before), *days_of_change(after)})
    found: list[RuleEdit] = []
    for subject, was, now in (
        (Subject.RATE, before.rates, after.rates),
        (Subject.FACT, before.facts, after.facts),
        (Subject.NEED, before.needs, after.needs),
        (Subject.SCHEME, before.schemes, after.schemes),
    ):
        found += _of_kind(subject, was, now, days)
    if plan := _plan(before, after):
        found.append(plan)
    return tuple(sorted(found, key=lambda each: each.part is Part.WORDING))


def _of_kind(
    subject: Subject, before: Mapping[str, Rule], after: Mapping[str, Rule], days: list[date]
) -> Iterator[RuleEdit]:
    for id_ in {**after, **before}:
        was, now = before.get(id_), after.get(id_)
        if was == now:
            continue
        here = now or was
        place = here.place if here else NOWHERE
        runs = list(_runs(was, now, days))
        for run in runs:
            key, old, new, begins, ends = run
            stands = _where(now, run) or place
            yield RuleEdit(subject, id_, *key, old, new, begins, ends, stands)
        if not runs:
            yield RuleEdit(subject, id_, Part.WORDING, before=was, after=now, place=place)


def _where(rule: Rule | None, run: "_Run") -> Place | None:
    """Return where the later rule says what is otherwise; `None` where only the rule is known."""
    day = run.begins or run.ends or date.max
    if isinstance(run.after, Condition):
        known = leaves(run.before) if isinstance(run.before, Condition) else ()
        new = [each.place for each in leaves(run.after) if each not in known]
        return next(iter(new), leaves(run.after)[0].place)
    if isinstance(rule, Rate) and run.key.part is Part.VALUE:
        dated = rule.in_force(day)
        return dated.place if dated and dated.place.file else None
    if isinstance(rule, Scheme) and run.key.part in _OF_EDITION:
        edition = rule.edition_on(day)
        return edition.place if edition and edition.place.file else None
    return None


class _Run(NamedTuple):
    key: _Key
    before: object
    after: object
    begins: date | None
    ends: date | None


def _runs(was: Rule | None, now: Rule | None, days: list[date]) -> Iterable[_Run]:
    """Yield each difference with the days it lasts."""
    done: list[_Run] = []
    open_: dict[_Key, _Run] = {}
    for day in days:
        begins = None if day == date.min else day
        differing = {key: (old, new) for key, old, new in _differing(was, now, day)}
        for key, run in list(open_.items()):
            if differing.get(key) != (run.before, run.after):
                done.append(open_.pop(key)._replace(ends=day - _DAY))
        for key, (old, new) in differing.items():
            open_.setdefault(key, _Run(key, old, new, begins, None))
    return sorted([*done, *open_.values()], key=lambda run: run.begins or date.min)


def _differing(
    was: Rule | None, now: Rule | None, day: date
) -> Iterator[tuple[_Key, object, object]]:
    if was is None or now is None:
        # A rule that does not hold yet is no edit of the days before.
        if not _is_to_come(was or now, day):
            yield _WHOLE, was, now
        return
    before, after = _state(was, day), _state(now, day)
    if _NOT_IN_FORCE.items() <= before.items() or _NOT_IN_FORCE.items() <= after.items():
        # What an edition says is no edit where the other has none.
        keys = [key for key in before if key in after]
    else:
        keys = list({**after, **before})
    for key in keys:
        old, new = before.get(key), after.get(key)
        # An answer that only one of them has is told by what is asked.
        if old != new and not (key.part is Part.NAME and None in {old, new}):
            yield key, old, new


def _is_to_come(rule: Rule | None, day: date) -> bool:
    """Tell whether it is a scheme whose first edition has not begun that day."""
    begins = rule.editions[0].valid_from if isinstance(rule, Scheme) else None
    return begins is not None and day < begins


def _state(rule: Rule, day: date) -> _State:
    match rule:
        case Rate():
            return {_Key(Part.NAME): rule.name, _Key(Part.VALUE): rule.on(day)}
        case Need():
            return {
                _Key(Part.NAME): rule.name,
                _Key(Part.SEVERE): rule.severe,
                _Key(Part.SOME): rule.some,
                _Key(Part.CONTACT): rule.contact,
            }
        case Scheme():
            return _scheme(rule, day)
    return _fact(rule)


def _fact(fact: Fact) -> _State:
    shape = (fact.type, fact.unit, tuple(each.id for each in fact.options), fact.changed_by)
    match fact:
        case Question():
            asked = (fact.minimum, fact.maximum, fact.applies, fact.otherwise)
            called = {_Key(Part.NAME, each.id): each.text for each in fact.options}
            return {_Key(Part.ASKED): (shape, asked), **called}
        case DerivedFigure():
            return {_Key(Part.CALCULATED): (shape, fact.operation, fact.operands)}
        case ReferenceFigure():
            return {_Key(Part.VALUE): (shape, fact.column)}


def _scheme(all_days: Scheme, day: date) -> _State:
    scheme = all_days.on(day)
    edition = scheme.edition_on(day)
    found: _State = {
        _Key(Part.NAME): scheme.name,
        _Key(Part.RELEVANT): scheme.relevant,
        _Key(Part.IN_PLACE): scheme.in_place,
        _Key(Part.WHEN_UNKNOWN): scheme.when_unknown,
        _Key(Part.COMPANY): scheme.only_with,
        _Key(Part.CHOICE): _stands_to_others(scheme),
        _Key(Part.IN_FORCE): edition is not None,
    }
    found |= {_Key(Part.COVERS, each.need): each.main for each in scheme.covers}
    return found | (_edition(edition) if edition else {})


def _stands_to_others(scheme: Scheme) -> Hashable:
    return (
        scheme.kind,
        scheme.role,
        scheme.effect,
        scheme.effort.weeks,
        scheme.first,
        scheme.alternative_to,
        scheme.not_same_cost,
        scheme.strengthens,
        scheme.duty,
    )


def _edition(edition: Edition) -> _State:
    steps = tuple(
        (each.id, each.responsible, each.days, each.after, each.meets) for each in edition.steps
    )
    found: _State = {
        _Key(Part.MONEY): replace(edition.amount, note=None),
        _Key(Part.FUNDING): edition.funding,
        _Key(Part.DEADLINES): edition.deadlines,
        _Key(Part.STEPS): steps,
        _Key(Part.APPLICANTS): edition.applicants,
        _Key(Part.BASIS): edition.basis,
    }
    found |= {_Key(Part.REQUIREMENT, each.id): each.condition for each in edition.requirements}
    return found | {_Key(Part.TERM, each.id): each.text for each in edition.terms}


def _plan(before: Rulebook, after: Rulebook) -> RuleEdit | None:
    """Return that plans are made by other limits, or by another example dwelling or meeting."""
    was, now = ((book.plan, book.capacity, book.dwelling, book.council) for book in (before, after))
    if was == now:
        return None
    place = Place("regelverk.yaml", 1, 1)
    return RuleEdit(Subject.PLAN, "", Part.PLAN, before=was, after=now, place=place)
