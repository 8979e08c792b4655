"""Which needs, verdicts and members of the bundle would be others if a figure moved a little."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from wizard.domain.advice import Bundle, Findings, Origin, Verdict
from wizard.domain.conditions import Condition, FactTest, RateRef, leaves
from wizard.domain.edges import Edge, Flip, NeedFlip, distance
from wizard.domain.facts import FactType, ReferenceFigure
from wizard.domain.values import FactValue
from wizard.engine.bundle import chosen_set
from wizard.engine.compiled import IN_PLACE, KINDS
from wizard.engine.conditions import Situation
from wizard.engine.facts import find_facts, find_need, standing_doubts
from wizard.engine.verdicts import reservations_of
from wizard.engine.whatif.outlook import Outlook, conditions_in_force

NEAR = Decimal(10)  # per cent
_SMALLEST_STEP = Decimal("0.000001")
# A year is a date, not a quantity: ten per cent of 2014 means nothing.
_QUANTITIES = frozenset({FactType.INTEGER, FactType.DECIMAL, FactType.PERCENT, FactType.KRONER})


def find_edges(outlook: Outlook, found: Findings, bundle: Bundle) -> tuple[Edge, ...]:
    """Return the figures that decide something and are near a limit or doubtful, nearest first."""
    codes = outlook.program.codes(found.values)
    edges = []
    for fact, limit, other, doubted in _candidates(outlook, found):
        values = _moved(found, fact, other)
        edge = _edge(outlook, found, bundle, (fact, limit, doubted), (codes, values))
        if edge is not None:
            edges.append(edge)
    return tuple(sorted(edges, key=lambda each: each.distance))


def _candidates(outlook: Outlook, found: Findings) -> Iterable[tuple[str, Decimal, Decimal, bool]]:
    """Yield each figure with a limit to try, the nearest value across it, and any doubt."""
    for id_, fact in found.rulebook.facts.items():
        finding = found.facts[id_]
        value = finding.value
        if fact.type not in _QUANTITIES or not isinstance(value, Decimal):
            continue
        if not value or finding.origin is Origin.NOT_ASKED:
            continue
        doubted = (
            isinstance(fact, ReferenceFigure)
            and finding.origin is Origin.REFERENCE
            and bool(standing_doubts(fact, found.municipality.columns))
        )
        step = Decimal(1) if fact.type is FactType.INTEGER else _SMALLEST_STEP
        cuts = _cuts(outlook, id_)
        above = min((cut for cut in cuts if cut > value), default=None)
        below = max((cut for cut in cuts if cut <= value), default=None)
        for cut in cuts:
            other = cut if cut > value else cut - step
            nearest = cut in (above, below)
            if (doubted and nearest) or distance(value, other) <= NEAR:
                yield id_, cut, other, doubted


def _cuts(outlook: Outlook, fact: str) -> list[Decimal]:
    variables = (outlook.space.variables[number] for number in outlook.space.of_fact[fact])
    return [cut for each in variables for cut in each.cuts if isinstance(cut, Decimal)]


def _moved(found: Findings, fact: str, other: Decimal) -> dict[str, FactValue]:
    """Return every fact's value if one of them were another."""
    if fact in found.rulebook.derived:
        return found.values | {fact: other}
    case = replace(found.case, answers={**found.case.answers, fact: other})
    findings = find_facts(case, found.rulebook, found.municipality, found.as_of)
    return {id_: finding.value for id_, finding in findings.items()}


def _edge(
    outlook: Outlook,
    found: Findings,
    bundle: Bundle,
    figure: tuple[str, Decimal, bool],
    moved: tuple[Mapping[str, int], Mapping[str, FactValue]],
) -> Edge | None:
    fact, limit, doubted = figure
    codes, values = moved
    after = outlook.program.codes(values)
    flips = {id_: code for id_, code in after.items() if code != codes[id_]}
    situation = Situation(found.as_of, found.rulebook.rates, values, {})
    needs = {id_: find_need(need, situation) for id_, need in found.rulebook.needs.items()}
    moved_needs = [id_ for id_ in needs if needs[id_].severity is not found.needs[id_].severity]
    if not flips and not moved_needs:
        return None
    verdicts = dict(found.verdicts) | {
        id_: _flipped(found, situation, found.verdicts[id_], code) for id_, code in flips.items()
    }
    chosen = chosen_set(replace(found, needs=needs, verdicts=verdicts))
    before = {item.scheme for item in bundle.items}
    value = found.facts[fact].value
    assert isinstance(value, Decimal)  # noqa: S101 - only such facts are candidates
    return Edge(
        fact=fact,
        value=value,
        limit=limit,
        rates=tuple(_rates(outlook, fact, limit)),
        doubted=doubted,
        needs=tuple(NeedFlip(id_, needs[id_].severity) for id_ in moved_needs),
        flips=tuple(Flip(id_, KINDS[code], code == IN_PLACE) for id_, code in flips.items()),
        enters=tuple(sorted(chosen - before)),
        leaves=tuple(sorted(before - chosen)),
    )


def _flipped(found: Findings, situation: Situation, verdict: Verdict, code: int) -> Verdict:
    scheme, edition = found.rulebook.schemes[verdict.scheme], verdict.edition
    return replace(
        verdict,
        kind=KINDS[code],
        in_place=code == IN_PLACE,
        reservations=reservations_of(scheme, edition, situation) if edition else (),
    )


def _rates(outlook: Outlook, fact: str, limit: Decimal) -> Iterable[str]:
    """Yield the rates that set a limit for a fact, once each."""
    conditions: Iterable[Condition] = conditions_in_force(outlook.rulebook, outlook.day)
    found = (
        leaf.operand.id
        for condition in conditions
        for leaf in leaves(condition)
        if isinstance(leaf, FactTest)
        and leaf.fact == fact
        and isinstance(leaf.operand, RateRef)
        and outlook.space.operand(leaf) == limit
    )
    return dict.fromkeys(found)
