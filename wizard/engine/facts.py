"""From a case to the value of every fact, and where each value comes from."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, DivisionByZero, InvalidOperation

from wizard.domain.advice import FactFinding, NeedFinding, Origin, Outcome
from wizard.domain.case import Answer, Case, DontKnow
from wizard.domain.facts import (
    NO,
    YES,
    DerivedFigure,
    Doubt,
    FactType,
    Operation,
    PrefilledQuestion,
    Question,
    ReferenceFigure,
)
from wizard.domain.frozen import FrozenFigure
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.text import Text
from wizard.domain.values import FactValue, Truth, Unknown
from wizard.engine.conditions import Situation, evaluate
from wizard.engine.law import severities


def read_figure(figure: ReferenceFigure, municipality: Municipality) -> Decimal | str | None:
    """Return a municipality's reference figure in the figure's type, or `None` if it has none."""
    cell = municipality.columns.get(figure.column)
    if cell is None:
        return None
    if figure.type.is_number:
        return Decimal(cell)
    if figure.type is FactType.YES_NO:
        return YES if cell == "1" else NO
    return cell


def frozen_figures(rulebook: Rulebook, municipality: Municipality) -> dict[str, FrozenFigure]:
    """Return the municipality's reference figures as a case made now keeps them."""
    return {
        figure.id: FrozenFigure(value, figure.source, figure.as_of)
        for figure in rulebook.figures.values()
        if (value := read_figure(figure, municipality)) is not None
    }


def official_figures(
    facts: Mapping[str, FactFinding], rulebook: Rulebook
) -> dict[str, FrozenFigure]:
    """Return what the sources say of a municipality, whatever it has put in the place of that."""
    found: dict[str, FrozenFigure] = {}
    for id_ in rulebook.figures:
        finding = facts[id_]
        value = finding.value if finding.original is None else finding.original
        if isinstance(value, Decimal | str):
            found[id_] = FrozenFigure(value, finding.source, finding.as_of)
    return found


def doubts_about(figure: ReferenceFigure, columns: Mapping[str, str]) -> tuple[Text, ...]:
    """Return the figure's caveat and the doubts that stand for one municipality's columns."""
    standing = standing_doubts(figure, columns)
    return (figure.caveat, *standing) if figure.caveat else standing


def standing_doubts(figure: ReferenceFigure, columns: Mapping[str, str]) -> tuple[Text, ...]:
    """Return the doubts about a figure that stand for one municipality's columns."""
    return tuple(doubt.text for doubt in figure.doubts if _stands(doubt, columns))


def _stands(doubt: Doubt, columns: Mapping[str, str]) -> bool:
    cell = columns.get(doubt.column)
    if cell is None:
        return False
    return cell == doubt.equals or (doubt.below is not None and Decimal(cell) < doubt.below)


def find_facts(
    case: Case, rulebook: Rulebook, municipality: Municipality, day: date
) -> dict[str, FactFinding]:
    """Return a finding for every fact of the rulebook: figures, then answers, then arithmetic."""
    asked = {
        item.figure
        for theme in rulebook.themes
        for item in theme.items
        if isinstance(item, PrefilledQuestion)
    }
    findings = {
        figure.id: _figure_finding(figure, case, municipality, asked=figure.id in asked)
        for figure in rulebook.figures.values()
    }
    values = {id_: finding.value for id_, finding in findings.items()}
    for question in rulebook.questions.values():
        finding = _answer_finding(question, case, rulebook, values, day)
        findings[question.id], values[question.id] = finding, finding.value
    values = derive(rulebook, values)
    for id_ in rulebook.derived:
        findings[id_] = FactFinding(id_, values[id_], Origin.CALCULATED)
    return findings


def _figure_finding(
    figure: ReferenceFigure, case: Case, municipality: Municipality, *, asked: bool
) -> FactFinding:
    frozen = case.figures.get(figure.id)
    stored = frozen.value if frozen else read_figure(figure, municipality)
    source = frozen.source if frozen else figure.source
    as_of = frozen.as_of if frozen else figure.as_of
    # Nobody can answer a figure that no page asks for, so nothing hangs on it.
    missing = Unknown(frozenset({figure.id}) if asked else frozenset())
    original: FactValue = missing if stored is None else stored
    finding = FactFinding(figure.id, original, Origin.REFERENCE, source, as_of)
    answer = case.answers.get(figure.id)
    if answer is None:
        return replace(finding, origin=Origin.MISSING) if stored is None else finding
    if isinstance(answer, DontKnow):
        return replace(finding, value=missing, origin=Origin.DONT_KNOW, original=original)
    if answer == stored:
        return finding
    return replace(finding, value=answer, origin=Origin.CHANGED, original=original)


def _answer_finding(
    question: Question,
    case: Case,
    rulebook: Rulebook,
    earlier: Mapping[str, FactValue],
    day: date,
) -> FactFinding:
    answer = case.answers.get(question.id)
    if question.applies is not None:
        applies = evaluate(question.applies, Situation(day, rulebook.rates, earlier, {}))
        if applies.truth is not Truth.MET:
            return _not_asked(question, answer, applies)
    return _given(question, answer)


def _not_asked(question: Question, answer: Answer | None, applies: Outcome) -> FactFinding:
    if applies.truth is Truth.UNKNOWN:
        open_facts = applies.open_facts
        if answer is None or isinstance(answer, DontKnow):
            open_facts |= {question.id}
        return FactFinding(question.id, Unknown(open_facts), Origin.WAITING)
    value = Unknown() if question.otherwise is None else question.otherwise
    return FactFinding(question.id, value, Origin.NOT_ASKED)


def _given(question: Question, answer: Answer | None) -> FactFinding:
    if answer is None:
        return FactFinding(question.id, Unknown(frozenset({question.id})), Origin.UNANSWERED)
    if isinstance(answer, DontKnow):
        return FactFinding(question.id, Unknown(frozenset({question.id})), Origin.DONT_KNOW)
    return FactFinding(question.id, answer, Origin.ANSWERED)


def derive(rulebook: Rulebook, given: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """Return the facts given, and the derived figures that were not among them."""
    return calculated(rulebook.derived, given)


def calculated(
    derived: Mapping[str, DerivedFigure], given: Mapping[str, FactValue]
) -> dict[str, FactValue]:
    """Return the facts given, and those of some derived figures that were not among them."""
    values = dict(given)
    for each in derived.values():
        _calculate(each, derived, values)
    return values


def _calculate(
    derived: DerivedFigure, all_derived: Mapping[str, DerivedFigure], values: dict[str, FactValue]
) -> FactValue:
    if derived.id not in values:
        operands = [
            _calculate(all_derived[operand], all_derived, values)
            if operand in all_derived
            else values.get(operand, Unknown(frozenset({operand})))
            for operand in derived.operands
        ]
        values[derived.id] = arithmetic(derived.operation, operands)
    return values[derived.id]


_OPERATIONS: dict[Operation, Callable[[list[Decimal]], Decimal]] = {
    Operation.SUM: lambda n: sum(n, Decimal(0)),
    Operation.DIFFERENCE: lambda n: n[0] - n[1],
    Operation.PRODUCT: lambda n: n[0] * n[1],
    Operation.RATIO: lambda n: n[0] / n[1],
    Operation.PERCENT_OF: lambda n: 100 * n[0] / n[1],
    Operation.LEAST: min,
    Operation.GREATEST: max,
}


def arithmetic(operation: Operation, operands: list[FactValue]) -> FactValue:
    """Calculate. An unknown operand spreads with what it hangs on; division by zero is unknown."""
    unknown = [operand for operand in operands if isinstance(operand, Unknown)]
    if unknown:
        return Unknown(frozenset[str]().union(*(operand.facts for operand in unknown)))
    numbers = [operand for operand in operands if isinstance(operand, Decimal)]
    try:
        return _OPERATIONS[operation](numbers)
    except (DivisionByZero, InvalidOperation):
        return Unknown()


def find_need(need: Need, situation: Situation) -> NeedFinding:
    """Return which severities the facts leave room for."""
    severe, some = evaluate(need.severe, situation), evaluate(need.some, situation)
    possible = tuple(sorted(severities(severe.truth, some.truth)))
    open_facts = severe.open_facts | some.open_facts if len(possible) > 1 else frozenset[str]()
    return NeedFinding(need.id, possible, open_facts, severe, some)
