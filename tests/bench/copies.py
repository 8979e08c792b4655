"""A rulebook so many times as large: everything that is judged, again under other names."""

from dataclasses import replace

from cases import Values

from wizard.domain.conditions import AllOf, AnyOf, Condition, FactTest, NeedTest, Not
from wizard.domain.facts import DerivedFigure, PrefilledQuestion, Question, Theme
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Coverage, Edition, Scheme


def multiplied(rulebook: Rulebook, times: int) -> Rulebook:
    """Return the rulebook with its facts, needs and schemes `times` times, one set beside another.

    Rates and sources are shared, as they would be. No set refers to another.
    """
    sets = [_Renamed(number) for number in range(times)]
    return replace(
        rulebook,
        themes=tuple(s.theme(each) for s in sets for each in rulebook.themes),
        figures={
            s.id(id_): replace(each, id=s.id(id_))
            for s in sets
            for id_, each in rulebook.figures.items()
        },
        derived={
            s.id(id_): s.derived(each) for s in sets for id_, each in rulebook.derived.items()
        },
        needs={s.id(id_): s.need(each) for s in sets for id_, each in rulebook.needs.items()},
        schemes={s.id(id_): s.scheme(each) for s in sets for id_, each in rulebook.schemes.items()},
        journeys={},
    )


def with_copies(rulebook: Rulebook, scheme: str, count: int) -> Rulebook:
    """Return the rulebook with so many copies of one scheme beside it, as of a copied file."""
    one = rulebook.schemes[scheme]
    copies = (replace(one, id=f"{scheme}-{n}") for n in range(count))
    return replace(rulebook, schemes={**rulebook.schemes, **{each.id: each for each in copies}})


def multiplied_values(values: Values, times: int) -> Values:
    """Return the values of a case for the larger rulebook: each set knows the same."""
    sets = [_Renamed(number) for number in range(times)]
    return {each.id(fact): value for each in sets for fact, value in values.items()}


class _Renamed:
    """One set under names of its own; the first keeps those it has."""

    def __init__(self, number: int) -> None:
        self.suffix = f"-{number}" if number else ""

    def id(self, id_: str) -> str:
        return f"{id_}{self.suffix}"

    def ids(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self.id, ids))

    def condition(self, condition: Condition) -> Condition:
        match condition:
            case FactTest(fact):
                return replace(condition, fact=self.id(fact))
            case NeedTest(need):
                return replace(condition, need=self.id(need))
            case Not(part):
                return Not(self.condition(part))
            case AllOf(parts):
                return AllOf(tuple(map(self.condition, parts)))
            case AnyOf(parts):
                return AnyOf(tuple(map(self.condition, parts)))

    def maybe(self, condition: Condition | None) -> Condition | None:
        return condition and self.condition(condition)

    def theme(self, theme: Theme) -> Theme:
        return replace(theme, id=self.id(theme.id), items=tuple(map(self.item, theme.items)))

    def item(self, item: Question | PrefilledQuestion) -> Question | PrefilledQuestion:
        if isinstance(item, PrefilledQuestion):
            return replace(item, figure=self.id(item.figure))
        return replace(item, id=self.id(item.id), applies=self.maybe(item.applies))

    def derived(self, figure: DerivedFigure) -> DerivedFigure:
        return replace(figure, id=self.id(figure.id), operands=self.ids(figure.operands))

    def need(self, need: Need) -> Need:
        return replace(
            need,
            id=self.id(need.id),
            severe=self.condition(need.severe),
            some=self.condition(need.some),
            contact=self.id(need.contact),
            examples=(),
        )

    def scheme(self, scheme: Scheme) -> Scheme:
        return replace(
            scheme,
            id=self.id(scheme.id),
            covers=tuple(Coverage(self.id(each.need), each.main) for each in scheme.covers),
            first=self.ids(scheme.first),
            only_with=self.ids(scheme.only_with),
            alternative_to=self.ids(scheme.alternative_to),
            not_same_cost=self.ids(scheme.not_same_cost),
            strengthens=self.ids(scheme.strengthens),
            in_place=self.maybe(scheme.in_place),
            relevant=self.maybe(scheme.relevant),
            editions=tuple(map(self.edition, scheme.editions)),
            examples=(),
        )

    def edition(self, edition: Edition) -> Edition:
        gates = edition.requirements
        renamed = (replace(each, condition=self.condition(each.condition)) for each in gates)
        return replace(edition, requirements=tuple(renamed))
