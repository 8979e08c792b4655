"""Small wrongs done to a rulebook on purpose, to see whether its examples notice.

Each mutant changes one thing: a comparison is turned round or dropped, an answer is taken out of a
list, a threshold moves one step, a scheme that carries a need only helps (or the other way), a date
moves one day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

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
    rates_in,
)
from wizard.domain.facts import Question, Theme
from wizard.domain.place import Place
from wizard.domain.plausibility import Plausibility
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Edition, Requirement, Scheme
from wizard.domain.sources import DatedValue, Rate
from wizard.domain.text import Text
from wizard.lab.versions import conditions_of, values_of, with_value

_DAY = timedelta(days=1)
_FLIP = Text("snu «{leaf}»", "snu «{leaf}»")
_DROP = Text("fjern «{leaf}»", "fjern «{leaf}»")
_NARROW = Text("ta «{option}» ut av «{leaf}»", "ta «{option}» ut av «{leaf}»")
_STEP = Text("flytt {leaf} fra {old} til {new}", "flytt {leaf} frå {old} til {new}")
_ROLE = Text("gjør «{need}» til {new}", "gjer «{need}» til {new}")
_FROM = Text("flytt «fra» {old} til {new}", "flytt «fra» {old} til {new}")
_TO = Text("flytt «til» {old} til {new}", "flytt «til» {old} til {new}")


class MutationKind(StrEnum):
    """What was done. The words are those of the report."""

    FLIP = "snudd"
    DROP = "fjernet"
    STEP = "flyttet"
    NARROW = "smalnet"
    ROLE = "rolle"
    DATE = "dato"
    MONEY = "penger"
    OPTION = "svar"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rulebook with one thing wrong.

    `schemes`, `needs` and `doubts` are those whose own examples could notice; `days` say where to
    look for a situation that tells the two rulebooks apart. One that is `refused` could not even be
    read from files; `remedy` is what to do where nothing else can notice it.
    """

    kind: MutationKind
    place: Place
    what: Text
    rulebook: Rulebook
    schemes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    refused: bool = False
    remedy: Text | None = None


def mutants(rulebook: Rulebook) -> Iterator[Mutant]:
    """Yield every mutant of a rulebook's conditions, in the order of the files."""
    for need in rulebook.needs.values():
        yield from _of_need(rulebook, need)
    for scheme in rulebook.schemes.values():
        yield from _of_scheme(rulebook, scheme)
    for question in rulebook.questions.values():
        yield from _of_question(rulebook, question)
    for rule in rulebook.plausibility.rules:
        yield from _of_doubt(rulebook, rule)
    for rate in rulebook.rates.values():
        yield from _of_rate(rulebook, rate)


# --- conditions


@dataclass(frozen=True, slots=True)
class _Variant:
    """One changed condition; `None` where nothing is left of it."""

    kind: MutationKind
    place: Place
    what: Text
    condition: Condition | None


def _variants(condition: Condition) -> Iterator[_Variant]:
    match condition:
        case FactTest() | NeedTest():
            shown = show(condition)
            flipped = _FLIP.format(leaf=shown)
            yield _Variant(MutationKind.FLIP, condition.place, flipped, Not(condition))
            dropped = _DROP.format(leaf=shown)
            yield _Variant(MutationKind.DROP, condition.place, dropped, None)
            yield from _moved(condition)
        case Not(part):
            for each in _variants(part):
                yield replace(each, condition=each.condition and Not(each.condition))
        case AllOf(parts) | AnyOf(parts):
            for index, part in enumerate(parts):
                for each in _variants(part):
                    changed = (*parts[:index], *_kept(each.condition), *parts[index + 1 :])
                    whole = type(condition)(changed) if changed else None
                    yield replace(each, condition=whole)


def _kept(condition: Condition | None) -> tuple[Condition, ...]:
    return () if condition is None else (condition,)


def _moved(leaf: FactTest | NeedTest) -> Iterator[_Variant]:
    """Yield a leaf with its own threshold one step away; a rate moves where it stands."""
    if isinstance(leaf, NeedTest):
        other = Severity.SEVERE if leaf.at_least is Severity.SOME else Severity.SOME
        yield _moved_to(leaf, replace(leaf, at_least=other), leaf.at_least, other)
    elif isinstance(leaf.operand, Decimal | date) and leaf.operator is not Operator.IS:
        for value in _steps(leaf.operand):
            yield _moved_to(leaf, replace(leaf, operand=value), leaf.operand, value)
    elif isinstance(leaf.operand, frozenset) and len(leaf.operand) > 1:
        # Of a list of answers, each may be one too many.
        for option in sorted(leaf.operand):
            fewer = replace(leaf, operand=leaf.operand - {option})
            what = _NARROW.format(option=option, leaf=show(leaf))
            yield _Variant(MutationKind.NARROW, leaf.place, what, fewer)


def _moved_to(leaf: FactTest | NeedTest, moved: Condition, old: object, new: object) -> _Variant:
    what = _STEP.format(leaf=show(leaf), old=_word(old), new=_word(new))
    return _Variant(MutationKind.STEP, leaf.place, what, moved)


def _steps(value: Decimal | date) -> tuple[Decimal | date, ...]:
    """Return the neighbours of a threshold: one in its last digit, or one day."""
    if isinstance(value, date):
        return (value - _DAY, value + _DAY)
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    return (value - step, value + step)


def show(leaf: FactTest | NeedTest) -> str:
    """Return a leaf as rule files write it, without the braces."""
    if isinstance(leaf, NeedTest):
        return f"behov: {leaf.need}, minst: {_word(leaf.at_least)}"
    return f"opplysning: {leaf.fact}, {leaf.operator}: {_word(leaf.operand)}"


def _word(value: object) -> str:
    match value:
        case RateRef(id_):
            return f"{{sats: {id_}}}"
        case Severity():
            return value.code
        case frozenset():
            return f"[{', '.join(sorted(value))}]"
        case _:
            return str(value)


# --- needs, schemes, questions


def _of_need(rulebook: Rulebook, need: Need) -> Iterator[Mutant]:
    # A severity without a condition would be one that always holds.
    changes = [
        *(
            (each, replace(need, severe=each.condition or AllOf(())))
            for each in _variants(need.severe)
        ),
        *((each, replace(need, some=each.condition or AllOf(()))) for each in _variants(need.some)),
    ]
    for each, changed in changes:
        if each.kind is MutationKind.NARROW:
            continue  # what is severe is at least some: an answer may well stand in both lists
        book = replace(rulebook, needs={**rulebook.needs, need.id: changed})
        yield Mutant(each.kind, each.place, each.what, book, needs=(need.id,))


def _of_scheme(rulebook: Rulebook, scheme: Scheme) -> Iterator[Mutant]:
    for each, changed in _changed_conditions(scheme):
        yield _scheme_mutant(rulebook, each, changed)
    for covers in values_of(scheme, "covers"):
        for index, coverage in enumerate(covers):
            what = _ROLE.format(need=coverage.need, new="stotte" if coverage.main else "hoved")
            swapped = replace(coverage, main=not coverage.main)
            now = (*covers[:index], swapped, *covers[index + 1 :])
            variant = _Variant(MutationKind.ROLE, scheme.place, what, None)
            other = with_value(scheme, "covers", covers, now)
            yield _scheme_mutant(rulebook, variant, other)
    yield from _shifted_editions(rulebook, scheme)


def _changed_conditions(scheme: Scheme) -> Iterator[tuple[_Variant, Scheme]]:
    for name in ("in_place", "relevant"):
        for condition in values_of(scheme, name):
            for each in _variants(condition) if condition else ():
                yield each, with_value(scheme, name, condition, each.condition)
    for requirement in _requirements(scheme):
        for each in _variants(requirement.condition):
            editions = (
                _with_requirement(edition, requirement, each.condition)
                for edition in scheme.editions
            )
            yield each, replace(scheme, editions=tuple(editions))


def _requirements(scheme: Scheme) -> Iterable[Requirement]:
    """Return each requirement once, however many editions share it."""
    found = (each for edition in scheme.editions for each in edition.requirements)
    return {each.place: each for each in found}.values()


def _with_requirement(
    edition: Edition, requirement: Requirement, condition: Condition | None
) -> Edition:
    kept: list[Requirement] = []
    for each in edition.requirements:
        if each != requirement:
            kept.append(each)
        elif condition is not None:
            kept.append(replace(each, condition=condition))
    return replace(edition, requirements=tuple(kept))


def _shifted_editions(rulebook: Rulebook, scheme: Scheme) -> Iterator[Mutant]:
    """Yield every boundary of an edition moved a day; where two meet, both move."""
    editions = scheme.editions
    for index, edition in enumerate(editions):
        for move in (-_DAY, _DAY):
            if start := edition.valid_from:
                moved = [*editions]
                moved[index] = replace(edition, valid_from=start + move)
                if index and editions[index - 1].valid_to == start - _DAY:
                    end = start - _DAY + move
                    moved[index - 1] = replace(editions[index - 1], valid_to=end)
                yield _with_editions(rulebook, scheme, moved, _moved_day(_FROM, start, move))
            last = edition.valid_to
            if last and not _begins(editions[index + 1 :], last + _DAY):
                moved = [*editions]
                moved[index] = replace(edition, valid_to=last + move)
                yield _with_editions(rulebook, scheme, moved, _moved_day(_TO, last, move))


def _begins(later: tuple[Edition, ...], day: date) -> bool:
    return any(each.valid_from == day for each in later)


@dataclass(frozen=True, slots=True)
class _MovedDay:
    what: Text
    around: tuple[date, ...]


def _moved_day(text: Text, old: date, move: timedelta) -> _MovedDay:
    what = text.format(old=old.isoformat(), new=(old + move).isoformat())
    return _MovedDay(what, (old - _DAY, old, old + _DAY))


def _with_editions(
    rulebook: Rulebook, scheme: Scheme, editions: list[Edition], day: _MovedDay
) -> Mutant:
    variant = _Variant(MutationKind.DATE, scheme.place, day.what, None)
    mutant = _scheme_mutant(rulebook, variant, replace(scheme, editions=tuple(editions)))
    return replace(mutant, days=day.around)


def _scheme_mutant(rulebook: Rulebook, variant: _Variant, changed: Scheme) -> Mutant:
    book = replace(rulebook, schemes={**rulebook.schemes, changed.id: changed})
    return Mutant(variant.kind, variant.place, variant.what, book, schemes=(changed.id,))


def _of_question(rulebook: Rulebook, question: Question) -> Iterator[Mutant]:
    """Yield changes of when a question is asked; only whole journeys can notice these."""
    for each in _variants(question.applies) if question.applies else ():
        changed = replace(question, applies=each.condition)
        themes = tuple(with_question(theme, changed) for theme in rulebook.themes)
        yield Mutant(each.kind, each.place, each.what, replace(rulebook, themes=themes))


def with_question(theme: Theme, question: Question) -> Theme:
    """Return a theme with a question of the same id in the place of its own."""
    items = tuple(
        question if isinstance(item, Question) and item.id == question.id else item
        for item in theme.items
    )
    return replace(theme, items=items)


def _of_doubt(rulebook: Rulebook, rule: Plausibility) -> Iterator[Mutant]:
    known = rulebook.plausibility
    for each in _variants(rule.condition):
        # A doubt without a condition would be one that always stands.
        changed = replace(rule, condition=each.condition or AllOf(()))
        rules = tuple(changed if other.id == rule.id else other for other in known.rules)
        book = replace(rulebook, plausibility=replace(known, rules=rules))
        yield Mutant(each.kind, each.place, each.what, book, doubts=(rule.id,))


# --- rates


def _of_rate(rulebook: Rulebook, rate: Rate) -> Iterator[Mutant]:
    """Yield changes of a rate that decides something; one that is only printed decides nothing."""
    schemes = tuple(each.id for each in rulebook.schemes.values() if rate.id in _rates_of(each))
    needs = tuple(
        each.id
        for each in rulebook.needs.values()
        if rate.id in (*rates_in(each.severe), *rates_in(each.some))
    )
    if not schemes and not needs:
        return
    for kind, day, changed in _changed_values(rate):
        book = replace(rulebook, rates={**rulebook.rates, rate.id: changed})
        yield Mutant(kind, rate.place, day.what, book, schemes, needs, days=day.around)


def _changed_values(rate: Rate) -> Iterator[tuple[MutationKind, _MovedDay, Rate]]:
    for index, dated in enumerate(rate.values):
        if isinstance(dated.value, Decimal):
            for value in _steps(dated.value):
                what = _STEP.format(leaf=rate.id, old=str(dated.value), new=str(value))
                changed = _with_value(rate, index, replace(dated, value=value))
                yield MutationKind.STEP, _MovedDay(what, (dated.valid_from,)), changed
        # Our own judgement begins on a day that means nothing.
        if index or rate.basis_on(dated.valid_from) is not None:
            for move in (-_DAY, _DAY):
                changed = _with_value(
                    rate, index, replace(dated, valid_from=dated.valid_from + move)
                )
                yield MutationKind.DATE, _moved_day(_FROM, dated.valid_from, move), changed


def _with_value(rate: Rate, index: int, dated: DatedValue) -> Rate:
    return replace(rate, values=(*rate.values[:index], dated, *rate.values[index + 1 :]))


def _rates_of(scheme: Scheme) -> tuple[str, ...]:
    return tuple(id_ for condition in conditions_of(scheme) for id_ in rates_in(condition))
