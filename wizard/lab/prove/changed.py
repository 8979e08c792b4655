"""Rules with one part of them always met or never met, to see whether it makes a difference."""

from collections.abc import Iterator
from dataclasses import replace

from wizard.domain.conditions import AllOf, AnyOf, Condition, FactTest, NeedTest, Not, leaves
from wizard.domain.rulebook import Need
from wizard.domain.schemes import Edition, Scheme

# "All of nothing" holds whatever is so, "one of nothing" never.
ALWAYS, NEVER = AllOf(()), AnyOf(())
# The parts of rule files, as they are called there; a requirement is called by its id.
RELEVANT, IN_PLACE, SEVERE, SOME, ASKED = "aktuelt", "pa_plass", "stor", "noe", "hvis"

Leaf = FactTest | NeedTest


def scheme_parts(scheme: Scheme, edition: Edition) -> Iterator[tuple[str, Leaf]]:
    """Yield every leaf that decides on a scheme in one edition, with the part it stands in."""
    named = [(RELEVANT, scheme.relevant), (IN_PLACE, scheme.in_place)]
    named += [(each.id, each.condition) for each in edition.requirements]
    for part, condition in named:
        yield from ((part, leaf) for leaf in leaves(condition)) if condition else ()


def need_parts(need: Need) -> Iterator[tuple[str, Leaf]]:
    """Yield every leaf that decides on a need, with the part it stands in."""
    for part, condition in ((SEVERE, need.severe), (SOME, need.some)):
        yield from ((part, leaf) for leaf in leaves(condition))


def with_leaf(condition: Condition, leaf: Leaf, instead: Condition) -> Condition:
    """Return the condition with something else in the place of one leaf."""
    match condition:
        case FactTest() | NeedTest():
            return instead if condition is leaf else condition
        case Not(part):
            return Not(with_leaf(part, leaf, instead))
        case AllOf(parts) | AnyOf(parts):
            return type(condition)(tuple(with_leaf(part, leaf, instead) for part in parts))


def need_with(need: Need, leaf: Leaf, instead: Condition) -> Need:
    """Return the need with something else in the place of one leaf."""
    severe, some = (with_leaf(each, leaf, instead) for each in (need.severe, need.some))
    return replace(need, severe=severe, some=some)


def scheme_with(scheme: Scheme, leaf: Leaf, instead: Condition) -> Scheme:
    """Return the scheme with something else in the place of one leaf, in every edition."""

    def changed(condition: Condition | None) -> Condition | None:
        return condition and with_leaf(condition, leaf, instead)

    return replace(
        scheme,
        relevant=changed(scheme.relevant),
        in_place=changed(scheme.in_place),
        editions=tuple(
            replace(
                edition,
                requirements=tuple(
                    replace(each, condition=with_leaf(each.condition, leaf, instead))
                    for each in edition.requirements
                ),
            )
            for edition in scheme.editions
        ),
    )


def scheme_without(scheme: Scheme, requirement: str) -> Scheme:
    """Return the scheme without a requirement, in every edition."""
    return replace(
        scheme,
        editions=tuple(
            replace(
                edition,
                requirements=tuple(each for each in edition.requirements if each.id != requirement),
            )
            for edition in scheme.editions
        ),
    )
