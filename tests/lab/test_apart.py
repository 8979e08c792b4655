"""A wrong that no example notices is told apart by the smallest example, or proven to be none."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from random_book import VALUES, books
from small_book import DAY, at_least, book, is_, question, requirement, scheme

from wizard.domain.conditions import AllOf, AnyOf, Severity
from wizard.domain.facts import ChangedBy, FactType
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import Example, Scheme, VerdictKind
from wizard.domain.values import Value
from wizard.lab.examples import judge_example
from wizard.lab.mutants import Mutant, mutants
from wizard.lab.telling import missing_example

# To shrink a whole rulebook takes minutes, and what is drawn is small as it is.
_NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
NEVER, CHANGED = ChangedBy.NEVER, ChangedBy.MUNICIPALITY
SHARE = question("andel", NEVER, FactType.PERCENT)


def an_example(facts: dict[str, Value], needs: dict[str, Severity]) -> Example:
    """Return an example with nothing claimed that is looked at here."""
    gives = VerdictKind.RECOMMENDED
    return Example(
        name="",
        on=DAY,
        needs=needs,
        facts=facts,
        gives=gives,
        in_place=False,
        because=(),
        settled_by=(),
    )


def with_examples(rules: Rulebook) -> Rulebook:
    """Return the rulebook with an example for each scheme: where a search begins."""
    start = an_example({}, {})
    schemes = {id_: replace(each, examples=(start,)) for id_, each in rules.schemes.items()}
    return replace(rules, schemes=schemes)


def of_schemes(rules: Rulebook) -> Iterator[Mutant]:
    """Yield the wrongs done to the conditions of schemes."""
    yield from (each for each in mutants(rules) if each.schemes and not each.days)


def said(rules: Rulebook, scheme_: Scheme, example: Example) -> object:
    """Return what an example can claim of a scheme."""
    verdict = judge_example(rules, rules.schemes[scheme_.id], example)
    because = {each.requirement for each in verdict.reasons if each.requirement}
    return verdict.kind, verdict.in_place, because


@settings(max_examples=15, phases=_NO_SHRINKING, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_is_proven_equal_no_example_tells_apart(data: st.DataObject) -> None:
    """Whatever is listed and left out, and whoever can change what is left out."""
    rules = with_examples(data.draw(books(derived=False)))
    wrongs = list(of_schemes(rules))
    if not wrongs:
        return
    mutant = data.draw(st.sampled_from(wrongs))
    told = missing_example(mutant, rules)
    assert bool(told.example) is not told.proven
    (id_,) = mutant.schemes
    differs = False
    for _ in range(12):
        facts = {
            fact: data.draw(st.sampled_from(values))
            for fact, values in VALUES.items()
            if data.draw(st.booleans())
        }
        needs = {
            need: data.draw(st.sampled_from(Severity))
            for need in ("ett", "annet")
            if data.draw(st.booleans())
        }
        example = an_example(facts, needs)
        right, wrong = (
            said(each, rules.schemes[id_], example) for each in (rules, mutant.rulebook)
        )
        differs = differs or right != wrong
    assert not (differs and told.proven)


def survivor(rules: Rulebook, what: str) -> Mutant:
    """Return the one wrong that is told so."""
    (found,) = (each for each in of_schemes(rules) if each.what.nb == what)
    return found


def test_a_rule_that_says_the_same_twice_is_proven_to() -> None:
    twice = AllOf((at_least("andel", "25"), at_least("andel", "20")))
    rules = with_examples(book(scheme(relevant=twice), questions=(SHARE,)))
    mutant = survivor(rules, "fjern «opplysning: andel, minst: 20»")
    told = missing_example(mutant, rules)
    assert (told.example, told.proven) == (None, True)


def test_the_example_is_the_smallest_there_is() -> None:
    """Seven answers can be given; one is enough to see that the limit has moved."""
    more = tuple(question(f"q{n}", NEVER) for n in range(6))
    gates = tuple(requirement(f"k{n}", is_(f"q{n}", "a")) for n in range(6))
    gates = (*gates, requirement("grense", at_least("andel", "25")))
    rules = with_examples(book(scheme(requirements=gates), questions=(SHARE, *more)))
    told = missing_example(
        survivor(rules, "flytt opplysning: andel, minst: 25 fra 25 til 26"), rules
    )
    assert told.example is not None
    assert 'opplysninger: {andel: "25"}' in told.example


def test_what_hangs_on_something_fixed_is_told_from_what_the_kommune_can_change() -> None:
    """One requirement fails and one is open: whether the open one can be changed decides."""
    either = AnyOf((is_("fast", "a"), is_("fri", "a")))
    gates = (requirement("brutt", is_("fri2", "a")), requirement("apen", either))
    asked = (question("fast", NEVER), question("fri", CHANGED), question("fri2", CHANGED))
    rules = with_examples(book(scheme(requirements=gates), questions=asked))
    told = missing_example(survivor(rules, "fjern «opplysning: fast, er: a»"), rules)
    assert told.example is not None
