"""Which needs, verdicts and members of the bundle would be others if a figure moved a little."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from wizard.domain.advice import Bundle, Findings, Origin
from wizard.domain.conditions import FactTest, RateRef, leaves
from wizard.domain.edges import Edge, Flip, NeedFlip, distance
from wizard.domain.facts import FactType, ReferenceFigure
from wizard.engine.bundle import CoreQuestion, chosen_core, core_question
from wizard.engine.facts import standing_doubts
from wizard.engine.findings import look, with_needs
from wizard.engine.verdicts import standing_of
from wizard.engine.whatif.allowed import allowed_values
from wizard.engine.whatif.outlook import Outlook, conditions_in_force
from wizard.engine.whatif.settling import Settling

NEAR = Decimal(10)  # per cent
_SMALLEST_STEP = Decimal("0.000001")
# A year is a date, not a quantity: ten per cent of 2014 means nothing.
_QUANTITIES = frozenset({FactType.INTEGER, FactType.DECIMAL, FactType.PERCENT, FactType.KRONER})


def find_edges(outlook: Outlook, found: Findings, bundle: Bundle | None) -> tuple[Edge, ...]:
    """Return the figures that decide something and are near a limit or doubtful, nearest first.

    Without a bundle nothing is chosen, whatever the figures are.
    """
    edges = []
    chosen = (core_question(found), bundle) if bundle else None
    for fact, limit, other, doubted in _candidates(outlook, found):
        after = _beyond(outlook, found, _moved(found, fact, other))
        edge = _edge(outlook, found, after, chosen, (fact, limit, doubted))
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
            and finding.source == fact.source
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


def _moved(found: Findings, fact: str, other: Decimal) -> Findings:
    """Return the facts and needs if one fact were another."""
    if fact in found.rulebook.derived:
        facts = {**found.facts, fact: replace(found.facts[fact], value=other)}
        return with_needs(replace(found, facts=facts))
    case = replace(found.case, answers={**found.case.answers, fact: other})
    return look(case, found.rulebook, found.municipality, found.as_of)


def _beyond(outlook: Outlook, found: Findings, moved: Findings) -> Findings:
    """Return all that would be found then; only what looks at another value is judged again."""
    changed = {id_ for id_, each in moved.facts.items() if each.value != found.facts[id_].value}
    looking = [id_ for id_ in found.verdicts if not changed.isdisjoint(outlook.looks_at(id_))]
    after = Settling(outlook, moved, allowed_values(outlook, moved)).found(looking)
    return replace(after, verdicts={**found.verdicts, **after.verdicts})


def _edge(
    outlook: Outlook,
    found: Findings,
    after: Findings,
    chosen: tuple[CoreQuestion, Bundle] | None,
    figure: tuple[str, Decimal, bool],
) -> Edge | None:
    fact, limit, doubted = figure
    flips = [
        each
        for id_, each in after.verdicts.items()
        if standing_of(each) is not standing_of(found.verdicts[id_])
    ]
    needs = [
        each for id_, each in after.needs.items() if each.severity is not found.needs[id_].severity
    ]
    if not flips and not needs:
        return None
    before, core = _cores(after, *chosen) if chosen else (frozenset[str](), frozenset[str]())
    value = found.facts[fact].value
    assert isinstance(value, Decimal)  # noqa: S101 - only such facts are candidates
    return Edge(
        fact=fact,
        value=value,
        limit=limit,
        rates=tuple(_rates(outlook, fact, limit)),
        doubted=doubted,
        needs=tuple(NeedFlip(each.need, each.severity) for each in needs),
        flips=tuple(Flip(each.scheme, each.kind, each.in_place) for each in flips),
        enters=tuple(sorted(core - before)),
        leaves=tuple(sorted(before - core)),
    )


def _cores(
    after: Findings, question: CoreQuestion, bundle: Bundle
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the core as it is, and as it would be."""
    before, asked = frozenset(item.scheme for item in bundle.core), core_question(after)
    # Most figures move verdicts that the core does not hang on: then nobody need choose again.
    return before, before if asked == question else chosen_core(asked)


def _rates(outlook: Outlook, fact: str, limit: Decimal) -> Iterable[str]:
    """Yield the rates that set a limit for a fact, once each."""
    conditions = conditions_in_force(outlook.rulebook, outlook.day)
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
