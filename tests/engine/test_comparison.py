"""What differs between two pieces of advice, and that every cause named is real."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from small_book import (
    DAY,
    FACTS,
    MUNICIPALITY,
    RATES,
    all_known,
    at_least,
    book,
    case,
    condition,
    coverage,
    is_,
    need,
    question,
    requirement,
    scheme,
)

from wizard.advice import assess, compare
from wizard.domain.advice import Advice, NeedFinding, Verdict
from wizard.domain.case import DONT_KNOW, Answer
from wizard.domain.comparison import Because, Cause, CauseKind, Comparison, Force, RulePart
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
)
from wizard.domain.facts import ChangedBy, FactType, Option
from wizard.domain.rulebook import Need, Rulebook
from wizard.domain.schemes import Deadline, Scheme, VerdictKind
from wizard.domain.sources import DatedValue
from wizard.engine.conditions import Situation
from wizard.engine.verdicts import judge_all

QUESTIONS = tuple(FACTS.values())
FACT, NEED = CauseKind.FACT, CauseKind.NEED


def advice(rules: Rulebook, day: date = DAY, /, **answers: Answer) -> Advice:
    """Return the advice for the made-up kommune."""
    return assess(case(**answers), rules, MUNICIPALITY, day)


def rules(*schemes: Scheme, needs: tuple[Need, ...] = ()) -> Rulebook:
    """Return a rulebook that asks the four small questions."""
    return book(*schemes, needs=needs, questions=QUESTIONS)


@st.composite
def rulebooks(draw: st.DrawFn, *, alone: bool = False) -> Rulebook:
    """Return any small rulebook: one need, and two or three schemes.

    Unless they are to stand alone, one wants another beside it.
    """
    schemes = [
        scheme(
            id_,
            covers=(coverage("behov", main=draw(st.booleans())),),
            relevant=draw(st.none() | condition()),
            requirements=(requirement("krav", draw(condition())),),
            only_with=("en",) if id_ == "to" and not alone else (),
            alternative_to=("to",) if id_ == "tre" else (),
        )
        for id_ in draw(st.sampled_from([("en", "to", "tre"), ("en", "to")]))
    ]
    return rules(*schemes, needs=(need("behov", draw(_of_facts()), draw(_of_facts())),))


def _of_facts() -> st.SearchStrategy[Condition]:
    return condition().filter(lambda tree: "NeedTest" not in repr(tree))


def answers() -> st.SearchStrategy[dict[str, Answer]]:
    """Return answers to some questions, "vet ikke" among them."""
    return st.builds(
        lambda known, left_out, unsure: {
            id_: DONT_KNOW if id_ in unsure else value
            for id_, value in known.items()
            if id_ not in left_out
        },
        all_known(),
        st.frozensets(st.sampled_from(list(FACTS))),
        st.frozensets(st.sampled_from(list(FACTS))),
    )


@given(rulebooks(), answers())
@settings(max_examples=40)
def test_nothing_differs_from_itself(rulebook: Rulebook, given_: dict[str, Answer]) -> None:
    """The same case twice, whatever it is, gives an empty comparison."""
    same = compare(advice(rulebook, **given_), advice(rulebook, **given_))
    assert same.nothing_differs


@given(rulebooks(), rulebooks(), answers(), answers())
@settings(max_examples=50)
def test_the_way_back_is_the_same_way(
    one: Rulebook, other: Rulebook, first: dict[str, Answer], second: dict[str, Answer]
) -> None:
    """Comparing the other way lists the same, with before and after changed about."""
    before, after = advice(one, **first), advice(other, **second)
    assert _seen(compare(before, after)) == _seen(compare(after, before), back=True)


def _seen(comparison: Comparison, *, back: bool = False) -> list[set[str]]:
    """Return every difference without its causes, in no order."""
    of_case = (comparison.facts, comparison.rates, comparison.needs, comparison.verdicts)
    of_bundle = (comparison.members, comparison.roles, comparison.phases)
    rest = (comparison.uncovered, comparison.deadlines)
    return [
        {
            repr(
                (
                    getattr(each, each.__slots__[0]),
                    *((each.after, each.before) if back else (each.before, each.after)),
                )
            )
            for each in group
        }
        for group in (*of_case, *of_bundle, *rest)
    ]


@given(rulebooks(), answers(), answers())
def test_every_verdict_that_differs_is_listed_and_no_other(
    rulebook: Rulebook, first: dict[str, Answer], second: dict[str, Answer]
) -> None:
    before, after = advice(rulebook, **first), advice(rulebook, **second)

    def seen(verdict: Verdict) -> object:
        return (verdict.kind, verdict.in_place, verdict.settled)

    expected = {
        id_ for id_, each in after.verdicts.items() if seen(each) != seen(before.verdicts[id_])
    }
    assert {each.scheme for each in compare(before, after).verdicts} == expected


@given(rulebooks(), answers(), answers())
def test_between_two_cases_everything_has_a_cause(
    rulebook: Rulebook, first: dict[str, Answer], second: dict[str, Answer]
) -> None:
    """With one rulebook and one day, no difference in what is found comes of nothing."""
    both = compare(advice(rulebook, **first), advice(rulebook, **second))
    causes = [
        *(each.because for each in both.needs),
        *(each.because for each in both.verdicts),
        *(each.because for each in both.members),
        *(each.because for each in both.roles),
        *(each.because for each in both.phases),
    ]
    assert all(because.causes for because in causes)


@given(rulebooks(), answers(), answers())
def test_answers_named_for_a_need_bring_it_back(
    rulebook: Rulebook, first: dict[str, Answer], second: dict[str, Answer]
) -> None:
    """The whole case assessed again, with the answers named as they were, has the old need."""
    before, after = advice(rulebook, **first), advice(rulebook, **second)
    for change in compare(before, after).needs:
        for back in _to_put_back(change.because):
            again = advice(rulebook, **_mixed(first, second, back))
            assert again.needs[change.need].possible == before.needs[change.need].possible


@given(rulebooks(alone=True), answers(), answers())
def test_what_is_named_for_a_verdict_brings_it_back(
    rulebook: Rulebook, first: dict[str, Answer], second: dict[str, Answer]
) -> None:
    """With the facts and needs named as they were, it is the old one.

    Judged again under the same conditions; or, where only a look at every possible answer tells,
    with the whole case assessed again.
    """
    before, after = advice(rulebook, **first), advice(rulebook, **second)
    for change in compare(before, after).verdicts:
        was, now = before.verdicts[change.scheme], after.verdicts[change.scheme]
        for back in _to_put_back(change.because):
            judged = _judged_again(before, after, change.scheme, back)
            assessed = advice(rulebook, **_mixed(first, second, back)).verdicts[change.scheme]
            assert _is_back(judged, was, now) or _is_back(assessed, was, now)


def _is_back(again: Verdict, was: Verdict, now: Verdict) -> bool:
    """Tell whether what differs is as it was: the kind, or whether it is settled."""
    if (was.kind, was.in_place) == (now.kind, now.in_place):
        return again.settled is was.settled
    return (again.kind, again.in_place) == (was.kind, was.in_place)


def _to_put_back(because: Because) -> list[frozenset[Cause]]:
    """Return the sets of causes of which each must be enough to come back."""
    if because.force is Force.EACH_NEEDED:
        return [frozenset({cause}) for cause in because.causes]
    return [frozenset(because.causes)]


def _mixed(
    first: dict[str, Answer], second: dict[str, Answer], back: frozenset[Cause]
) -> dict[str, Answer]:
    mixed = dict(second)
    for cause in back:
        if cause.kind is not FACT:
            continue
        mixed.pop(cause.id, None)
        if cause.id in first:
            mixed[cause.id] = first[cause.id]
    return mixed


def _judged_again(before: Advice, after: Advice, id_: str, back: frozenset[Cause]) -> Verdict:
    facts = {each: finding.value for each, finding in after.facts.items()}
    facts |= {each.id: before.facts[each.id].value for each in back if each.kind is FACT}
    needs: dict[str, NeedFinding] = dict(after.needs)
    needs |= {each.id: before.needs[each.id] for each in back if each.kind is NEED}
    situation = Situation(DAY, after.rulebook.rates, facts, needs)
    return judge_all(after.rulebook.schemes, situation, after.rulebook.facts)[id_]


def only(comparison: Comparison) -> Because:
    """Return why the only verdict that differs does."""
    (change,) = comparison.verdicts
    return change.because


def test_an_answer_is_named_as_the_cause() -> None:
    rulebook = rules(scheme(relevant=is_("fast_valg", "a")))
    both = compare(advice(rulebook, fast_valg="b"), advice(rulebook, fast_valg="a"))
    assert only(both) == Because((Cause(FACT, "fast_valg"),))
    (change,) = both.verdicts
    assert change.after
    assert change.after.kind is VerdictKind.RECOMMENDED


def test_an_answer_that_decides_nothing_is_listed_but_blamed_for_nothing() -> None:
    """Two answers differ; the verdict hangs on one of them."""
    rulebook = rules(scheme(relevant=is_("fast_valg", "a")))
    before = advice(rulebook, fast_valg="b", fritt_valg="a")
    both = compare(before, advice(rulebook, fast_valg="a", fritt_valg="b"))
    assert {each.fact for each in both.facts} == {"fast_valg", "fritt_valg"}
    assert only(both).causes == (Cause(FACT, "fast_valg"),)


def test_of_a_list_only_the_option_that_decided_is_named() -> None:
    """A kommune that ticks one option and unticks another is told which of them did it."""
    many = replace(
        question("flere", ChangedBy.MUNICIPALITY, FactType.MANY),
        options=tuple(Option(each, QUESTIONS[0].name) for each in "xyz"),
    )
    wants_x = FactTest("flere", Operator.CONTAINS, "x")
    rulebook = book(scheme(relevant=wants_x), questions=(many,))
    both = compare(advice(rulebook, flere=frozenset("yz")), advice(rulebook, flere=frozenset("xz")))
    assert only(both).causes == (Cause(FACT, "flere", "x"),)


def test_a_need_is_named_before_the_answer_behind_it() -> None:
    """The verdict comes of the need, and the need of the answer."""
    wanted = need("behov", is_("fast_valg", "a"), is_("fast_valg", "a"))
    rulebook = rules(scheme(relevant=NeedTest("behov", Severity.SOME)), needs=(wanted,))
    both = compare(advice(rulebook, fast_valg="b"), advice(rulebook, fast_valg="a"))
    assert only(both).causes == (Cause(NEED, "behov"),)
    assert both.needs[0].because.causes == (Cause(FACT, "fast_valg"),)


def test_an_answer_that_settles_whatever_the_other_is_said_to_do_so() -> None:
    """Taken one by one the conditions stay open; looked at together, one answer closes them."""
    either = AnyOf((is_("fast_valg", "a"), Not(is_("fast_valg", "a"))))
    wanted = AllOf((either, is_("fritt_valg", "a")))
    rulebook = rules(scheme(requirements=(requirement("krav", wanted),)))
    both = compare(advice(rulebook), advice(rulebook, fritt_valg="a"))
    (change,) = both.verdicts
    assert change.after
    assert (change.after.kind, change.after.settled) == (VerdictKind.RECOMMENDED, True)
    assert change.because == Because((Cause(FACT, "fritt_valg"),))


def test_a_companion_is_named() -> None:
    free = scheme("fri", relevant=is_("fast_valg", "a"))
    rulebook = rules(free, scheme("bundet", only_with=("fri",)))
    both = compare(advice(rulebook, fast_valg="b"), advice(rulebook, fast_valg="a"))
    why = {each.scheme: each.because.causes for each in both.verdicts}
    assert why["bundet"] == (Cause(CauseKind.VERDICT, "fri"),)


def test_a_rate_with_another_value_on_the_other_day_is_named() -> None:
    raised = replace(
        RATES["kjent"],
        values=(*RATES["kjent"].values, DatedValue(date(2026, 1, 1), Decimal(4))),
    )
    wants = FactTest("fast_tall", Operator.AT_LEAST, RateRef("kjent"))
    plain = rules(scheme(relevant=wants))
    rulebook = replace(plain, rates={**plain.rates, "kjent": raised})
    both = compare(
        advice(rulebook, date(2025, 12, 31), fast_tall=Decimal(3)),
        advice(rulebook, date(2026, 1, 1), fast_tall=Decimal(3)),
    )
    assert only(both).causes == (Cause(CauseKind.RATE, "kjent"),)
    assert [(each.rate, each.before, each.after) for each in both.rates] == [
        ("kjent", Decimal(2), Decimal(4))
    ]


def test_two_editions_meet_at_the_day_between_them() -> None:
    """The edition is the cause, and the rules tell which part of it differs."""
    strict = scheme(requirements=(requirement("krav", is_("fast_valg", "a")),)).editions[0]
    last, first = date(2026, 3, 25), date(2026, 3, 26)
    changed = replace(
        scheme(),
        editions=(
            replace(strict, valid_to=last),
            replace(strict, valid_from=first, requirements=()),
        ),
    )
    rulebook = rules(changed)
    both = compare(advice(rulebook, last, fast_valg="b"), advice(rulebook, first, fast_valg="b"))
    assert only(both).causes == (Cause(CauseKind.EDITION, "ordning"),)
    assert both.rules[0].parts == (RulePart.REQUIREMENTS,)


def test_a_scheme_that_only_one_rulebook_has_is_new_or_gone() -> None:
    one = rules(scheme("felles"))
    other = replace(rules(scheme("felles"), scheme("ny")), hash="1" * 64)
    both = compare(advice(one), advice(other))
    assert [(each.id, each.parts) for each in both.rules] == [("ny", (RulePart.ADDED,))]
    (change,) = both.verdicts
    assert (change.scheme, change.before) == ("ny", None)
    assert compare(advice(other), advice(one)).rules[0].parts == (RulePart.GONE,)
    assert not both.same_rulebook


def test_another_rule_for_a_need_is_the_cause_of_the_need() -> None:
    def with_limit(limit: str) -> Rulebook:
        tree = at_least("fast_tall", limit)
        return rules(scheme(), needs=(need("behov", tree, tree),))

    both = compare(
        advice(with_limit("3"), fast_tall=Decimal(2)), advice(with_limit("1"), fast_tall=Decimal(2))
    )
    assert both.needs[0].because.causes == (Cause(CauseKind.NEED_RULE, "behov"),)


def test_other_words_are_no_other_rules() -> None:
    """Policy staff who mend a text have changed no rule."""
    mended = replace(scheme(), short=QUESTIONS[0].name, pitfalls=(QUESTIONS[0].name,))
    assert compare(advice(rules(scheme())), advice(rules(mended))).rules == ()


WANTED = need("behov", is_("fast_valg", "a"), is_("fast_valg", "a"))


def test_one_that_left_made_room_for_the_other() -> None:
    """Of two alternatives the better goes; the other comes in because of its verdict."""
    better = scheme(
        "beste",
        covers=(coverage("behov"),),
        requirements=(requirement("k", is_("fritt_valg", "a")),),
    )
    other = scheme("annen", covers=(coverage("behov"),), alternative_to=("beste",))
    slow = replace(other, effort=replace(other.effort, weeks=Decimal(9)))
    rulebook = rules(better, slow, needs=(WANTED,))
    both = compare(
        advice(rulebook, fast_valg="a", fritt_valg="a"),
        advice(rulebook, fast_valg="a", fritt_valg="b"),
    )
    moved = {each.scheme: (each.after is not None, each.because.causes) for each in both.members}
    cause = (Cause(CauseKind.VERDICT, "beste"),)
    assert moved == {"annen": (True, cause), "beste": (False, cause)}


def test_less_time_puts_a_member_off() -> None:
    """The same bundle at another pace comes of the answer about time."""
    schemes = [
        scheme(id_, covers=(coverage("behov"),), first=first)
        for id_, first in (("a", ()), ("b", ("a",)))
    ]
    heavy = [replace(each, effort=replace(each.effort, weeks=Decimal(5))) for each in schemes]
    instead = replace(heavy[1], covers=(coverage("annet"),))
    second = replace(WANTED, id="annet")
    rulebook = rules(heavy[0], instead, needs=(WANTED, second))
    both = compare(
        advice(rulebook, fast_valg="a", uker=Decimal(40)),
        advice(rulebook, fast_valg="a", uker=Decimal(8)),
    )
    assert both.members == ()
    assert [each.because.causes for each in both.phases] == [(Cause(FACT, "uker"),)]


def test_a_deadline_that_has_passed_is_another_deadline() -> None:
    yearly = Deadline((5, 15), None, rolling=False, preparation_weeks=None, check=False)
    rulebook = rules(scheme(covers=(coverage("behov"),), deadlines=(yearly,)), needs=(WANTED,))
    both = compare(
        advice(rulebook, date(2026, 5, 15), fast_valg="a"),
        advice(rulebook, date(2026, 5, 16), fast_valg="a"),
    )
    (change,) = both.deadlines
    assert change.before
    assert change.after
    assert (change.before.on, change.after.on) == (date(2026, 5, 15), date(2027, 5, 15))


def test_a_severe_need_that_nothing_carries_any_more_is_told() -> None:
    carries = scheme(covers=(coverage("behov"),), relevant=is_("fritt_valg", "a"))
    rulebook = rules(carries, needs=(WANTED,))
    both = compare(
        advice(rulebook, fast_valg="a", fritt_valg="a"),
        advice(rulebook, fast_valg="a", fritt_valg="b"),
    )
    (change,) = both.uncovered
    assert (change.need, change.before) == ("behov", None)
