"""What fresh figures do to the advice, where nobody has answered anything."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from wizard.advice import assess, compare, new_case
from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities

Side = tuple[Rulebook, Municipalities]


@dataclass(frozen=True, slots=True)
class Effect:
    """How many municipalities get other needs or verdicts, and which needs and schemes differ."""

    needs: int
    verdicts: int
    either: tuple[str, ...]
    changed: Counter[str]


def effect(before: Side, after: Side, day: date) -> Effect:
    """Compare the advice on open figures alone, municipality by municipality."""
    needs = verdicts = 0
    either: list[str] = []
    changed: Counter[str] = Counter()
    for one in before[1].all:
        sides = [_new(each, one.number, day) for each in (before, after)]
        if _values(sides[0]) == _values(sides[1]):
            continue  # what the rules read is as before
        found = compare(*(_advice(*each) for each in zip((before, after), sides, strict=True)))
        needs += bool(found.needs)
        verdicts += bool(found.verdicts)
        either += [one.numbered] if found.needs or found.verdicts else []
        changed.update(after[0].needs[each.need].name.nb for each in found.needs)
        named = found.after.rulebook.schemes
        changed.update(named[each.scheme].name.nb for each in found.verdicts)
    return Effect(needs, verdicts, tuple(either), changed)


def _new(side: Side, number: str, day: date) -> Case:
    book, municipalities = side
    return new_case(municipalities.get(number), book, day, Language.NB)


def _values(case: Case) -> dict[str, object]:
    return {id_: figure.value for id_, figure in case.figures.items()}


def _advice(side: Side, case: Case) -> Advice:
    book, municipalities = side
    return assess(case, book, municipalities.get(case.municipality_number))
