"""`rimelighet.yaml`: when an answer is worth asking for once more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wizard.domain.conditions import Condition, facts_in
from wizard.domain.facts import DerivedFigure, Question
from wizard.domain.plausibility import (
    Deviation,
    Plausibility,
    PlausibilityExample,
    PlausibilityRules,
)
from wizard.domain.text import Text
from wizard.rulebook.conditions import FACTS_ONLY
from wizard.rulebook.ids import Id, OneOf, Ref
from wizard.rulebook.kinds.derived import DERIVED, settle_derived
from wizard.rulebook.messages import rules as say
from wizard.rulebook.numbers import Day, Number
from wizard.rulebook.reading import Kind, Reading, Refused
from wizard.rulebook.records import HERE, Record, Spot, Turned, optional, required
from wizard.rulebook.shapes import ListOf, Shape
from wizard.rulebook.texts import LINE, OF_DEVIATION, TEXT, facts_shown
from wizard.rulebook.tree import Node, Series
from wizard.rulebook.values import FactValues

_FILE = "rimelighet.yaml"
_GIVES = {"tvil": True, "ingen_tvil": False}

_EXAMPLES = ListOf(
    Record(
        Text("eksempelet", "eksempelet"),
        PlausibilityExample,
        {
            "name": required("navn", LINE),
            "on": required("dato", Day()),
            "facts": optional("opplysninger", FactValues(), {}),
            "doubts": required("gir", OneOf(_GIVES)),
            "place": HERE,
        },
    ),
    unique=lambda example: example.name,
)


def _check_rule(rule: Plausibility, spot: Spot) -> None:
    seen = _looked_at(rule.condition, spot.reading)
    _check_about(rule, seen, spot)
    _check_shown(rule, seen, spot)
    given = {example.doubts for example in rule.examples}
    for word, doubts in _GIVES.items():
        if doubts not in given:
            spot.report(say.NO_NEED_EXAMPLE, "eksempler", gives=word)


def _check_about(rule: Plausibility, seen: set[str], spot: Spot) -> None:
    """Report facts that nobody answers, and answers that the condition does not look at."""
    for fact in rule.about:
        if fact not in spot.reading.facts:
            continue  # reported where references are checked, or where the fact is broken
        if not _is_asked(fact, spot.reading):
            spot.report(say.NOT_ANSWERED, "gjelder", id=fact)
        elif fact not in seen:
            spot.report(say.DOUBT_OF_SOMETHING_ELSE, "gjelder", id=fact)


def _check_shown(rule: Plausibility, seen: set[str], spot: Spot) -> None:
    """Report facts in the message that have no name, or can be unknown."""
    for fact in sorted(facts_shown(rule.message) & spot.reading.facts.keys()):
        if spot.reading.facts[fact].place.file == rule.place.file:
            spot.report(say.HELPER_ELSEWHERE, "melding", id=fact)
        elif fact not in seen:
            spot.report(say.SHOWN_UNSEEN, "melding", id=fact)


def _looked_at(condition: Condition, reading: Reading) -> set[str]:
    """Return the facts of a condition, and those that they are calculated from."""
    return set(_with_operands(facts_in([condition]), reading))


def _with_operands(facts: Iterable[str], reading: Reading) -> Iterable[str]:
    for id_ in facts:
        yield id_
        fact = reading.facts.get(id_)
        if isinstance(fact, DerivedFigure):
            yield from _with_operands(fact.operands, reading)


def _is_asked(fact: str, reading: Reading) -> bool:
    return isinstance(reading.facts[fact], Question) or fact in reading.prefilled


_RULE = Record(
    Text("tvilen om et svar", "tvilen om eit svar"),
    Plausibility,
    {
        "id": required("id", Id()),
        "about": required("gjelder", ListOf(Ref(Kind.FACT, uses=False), unique=str)),
        "condition": required("hvis", FACTS_ONLY),
        "message": required("melding", TEXT),
        "examples": required("eksempler", _EXAMPLES),
        "place": HERE,
    },
    check=_check_rule,
)


def _check_apart(rules: Sequence[Plausibility], found: Series, reading: Reading) -> None:
    """Report each rule that asks when another does, or in the same words."""
    for place, (rule, node) in enumerate(zip(rules, found.items, strict=True)):
        for other in rules[:place]:
            same = [
                key
                for key, alike in (
                    ("hvis", rule.condition == other.condition),
                    ("melding", rule.message == other.message),
                )
                if alike
            ]
            if same:
                report = reading.report
                report(node.place, say.SAME_DOUBT, id=rule.id, key=same[0], other=other.id)


@dataclass(frozen=True, slots=True)
class _Limit:
    """How far one figure can go."""

    figure: str
    times: Decimal | None
    difference: Decimal | None


def _limit(limit: _Limit, spot: Spot) -> _Limit:
    figure = spot.reading.facts.get(limit.figure)
    if figure is None:  # reported where references are checked, or where the figure is broken
        raise Refused
    if figure.id not in spot.reading.prefilled or not figure.type.is_number:
        spot.refuse(say.NOT_A_PREFILLED_NUMBER, "kommunetall", id=figure.id)
    return limit


_LIMIT = Turned(
    Record(
        Text("avviket", "avviket"),
        _Limit,
        {
            "figure": required("kommunetall", Ref(Kind.FACT, uses=False)),
            "times": optional("ganger", Number((1, 1000))),
            "difference": optional("forskjell", Number((0, 1_000_000))),
        },
        one_of=(("ganger", "forskjell"),),
    ),
    _limit,
)


def _deviations(message: Text, limits: tuple[_Limit, ...]) -> tuple[Deviation, ...]:
    return tuple(Deviation(each.figure, message, each.times, each.difference) for each in limits)


def _check_all_there(deviations: tuple[Deviation, ...], spot: Spot) -> None:
    there = {each.figure for each in deviations}
    for id_ in spot.reading.prefilled:
        if spot.reading.facts[id_].type.is_number and id_ not in there:
            spot.report(say.NO_DEVIATION, "tall", id=id_)


_DEVIATIONS = Record(
    Text("avviket fra tall", "avviket frå tal"),
    _deviations,
    {
        "message": required("melding", OF_DEVIATION),
        "limits": required("tall", ListOf(_LIMIT, unique=lambda each: each.figure)),
    },
    check=_check_all_there,
)


@dataclass(frozen=True)
class Helpers(Shape[Mapping[str, DerivedFigure]]):
    """Figures that only the conditions of this file look at."""

    def read(self, node: Node, reading: Reading) -> Mapping[str, DerivedFigure]:
        """Return the figures by id, and let the conditions know them."""
        raws = DERIVED.read(node, reading)
        settle_derived(raws, reading)
        found = (reading.facts.get(raw.id) for raw in raws)
        return {fact.id: fact for fact in found if isinstance(fact, DerivedFigure)}


def check_helpers(helpers: Iterable[str], reading: Reading) -> None:
    """Report every other file that refers to a figure of this one."""
    ids = set(helpers)
    for each in reading.references:
        if each.kind is Kind.FACT and each.id in ids and each.place.file != _FILE:
            reading.report(each.place, say.HELPER_ELSEWHERE, id=each.id)


PLAUSIBILITY = Record(
    Text("rimeligheten", "rimelegheita"),
    PlausibilityRules,
    {
        "deviations": optional("avvik_fra_tall", _DEVIATIONS, ()),
        "derived": optional("nokkeltall", Helpers(), {}),
        "rules": required("regler", ListOf(_RULE, unique=lambda rule: rule.id, check=_check_apart)),
    },
)
