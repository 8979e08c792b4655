"""Two pieces of advice in one frame, so that parts of one can be put into the other.

Both worlds know the same rates, facts, needs and schemes. What one rulebook lacks stands in its
world as what it amounts to there: a fact nobody knows, a need that is not there, a scheme without
an edition in force. Rates and editions are those of each world's own day.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from wizard.domain.advice import Findings, NeedFinding, Verdict
from wizard.domain.comparison import Cause, CauseKind
from wizard.domain.conditions import Severity
from wizard.domain.facts import Fact
from wizard.domain.rulebook import Need
from wizard.domain.schemes import Scheme
from wizard.domain.sources import DatedValue, Rate
from wizard.domain.values import FactValue, Unknown
from wizard.engine.conditions import Situation
from wizard.engine.findings import with_needs
from wizard.engine.verdicts import judge_all

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class World:
    """What verdicts and bundle rest on, each rate with one value, each scheme with one edition.

    `walked` and `walked_needs` are as Kleene logic alone has them, `verdicts` and `needs` final.
    """

    day: date
    rates: Mapping[str, Rate]
    facts: Mapping[str, FactValue]
    fact_rules: Mapping[str, Fact]
    needs: Mapping[str, NeedFinding]
    walked_needs: Mapping[str, NeedFinding]
    need_rules: Mapping[str, Need]
    schemes: Mapping[str, Scheme]
    walked: Mapping[str, Verdict]
    verdicts: Mapping[str, Verdict]

    @property
    def situation(self) -> Situation:
        """Return what conditions look at."""
        return Situation(self.day, self.rates, self.facts, self.needs)


def world_of(advice: Findings, other: Findings) -> World:
    """Return the world of some advice, or of what it rests on, in one frame with the other's."""
    mine, theirs = advice.rulebook, other.rulebook
    facts = advice.values
    unknown = {id_: Unknown(frozenset({id_})) for id_ in other.facts}
    absent = {id_: NeedFinding(id_, (Severity.NONE,)) for id_ in other.needs}
    schemes = joined(
        {id_: _on_day(each, advice.as_of) for id_, each in mine.schemes.items()},
        {id_: replace(each, editions=()) for id_, each in theirs.schemes.items()},
    )
    world = World(
        day=advice.as_of,
        rates=joined(_fixed(mine.rates, advice.as_of), _fixed(theirs.rates, other.as_of)),
        facts=joined(facts, unknown),
        fact_rules=joined(mine.facts, theirs.facts),
        needs=joined(advice.needs, absent),
        walked_needs=joined(with_needs(advice).needs, absent),
        need_rules=joined(mine.needs, theirs.needs),
        schemes=schemes,
        walked={},
        verdicts={},
    )
    walked = judge_all(schemes, world.situation, world.fact_rules)
    return replace(world, walked=walked, verdicts=joined(advice.verdicts, walked))


def joined(mine: Mapping[str, Part], theirs: Mapping[str, Part]) -> dict[str, Part]:
    """Return one's own parts, and the other's where one has none."""
    return {**mine, **{id_: each for id_, each in theirs.items() if id_ not in mine}}


def put_back(
    kind: CauseKind,
    causes: Iterable[Cause],
    before: Mapping[str, Part],
    after: Mapping[str, Part],
) -> dict[str, Part]:
    """Return the later parts, those of the causes of this kind as they were before."""
    return {**after, **{each.id: before[each.id] for each in causes if each.kind is kind}}


def changed(
    kind: CauseKind,
    before: Mapping[str, Part],
    after: Mapping[str, Part],
    seen: Callable[[Part], object],
) -> tuple[Cause, ...]:
    """Return a possible cause for each part that looks different through `seen`."""
    return tuple(Cause(kind, id_) for id_, each in after.items() if seen(before[id_]) != seen(each))


def _fixed(rates: Mapping[str, Rate], day: date) -> dict[str, Rate]:
    """Return the rates with the value of one day, whatever day they are asked for."""
    return {
        id_: replace(rate, values=(DatedValue(date.min, rate.on(day)),))
        for id_, rate in rates.items()
    }


def _on_day(scheme: Scheme, day: date) -> Scheme:
    """Return the scheme of one day with its edition then, whatever day it is asked for."""
    edition = scheme.edition_on(day)
    if edition is None:
        return replace(scheme, editions=())
    lasting = replace(edition, valid_from=None, valid_to=None, gap=None, instead={})
    return replace(scheme, editions=(lasting,))
