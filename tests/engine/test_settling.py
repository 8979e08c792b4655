"""What would settle a verdict, against trying every set of answers."""

from collections.abc import Iterable

from hypothesis import given, settings
from random_book import VALUES, Table, books, cases, open_questions, table
from small_book import DAY, MUNICIPALITY

from wizard.advice import assess
from wizard.domain.advice import Verdict
from wizard.domain.case import Case
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import VerdictKind
from wizard.domain.settling import Power
from wizard.domain.values import Truth
from wizard.engine.conditions import Situation, evaluate
from wizard.engine.whatif.outlook import outlook_on


def power(tried: Table, scheme: str, question: str) -> Power:
    """Return what one answer can do, seen from all sets of answers."""
    if len(kinds(tried, scheme)) == 1:
        return Power.NEVER
    if all(len(tried.ends(scheme, rest)) == 1 for rest in tried.contexts(question)):
        return Power.NEVER
    settling = [len(tried.ends(scheme, {question: value})) == 1 for value in VALUES[question]]
    if all(settling):
        return Power.ALWAYS
    return Power.SOME if any(settling) else Power.TOGETHER


def kinds(tried: Table, scheme: str) -> set[VerdictKind]:
    """Return the kinds that a verdict can still be of."""
    return {each for each, _ in tried.ends(scheme)}


def verdicts(rules: Rulebook, asked: Case) -> Iterable[tuple[str, Verdict]]:
    """Return the verdicts of the whole advice."""
    return assess(asked, rules, MUNICIPALITY, DAY).verdicts.items()


@settings(max_examples=150, deadline=None)
@given(books(derived=False), cases())
def test_a_verdict_is_settled_just_when_every_set_of_answers_leads_to_it(
    rules: Rulebook, asked: Case
) -> None:
    tried = table(asked, rules)
    for scheme, verdict in verdicts(rules, asked):
        assert verdict.exact
        assert verdict.settled is (len(kinds(tried, scheme)) == 1), scheme
        if verdict.settled:
            assert kinds(tried, scheme) == {verdict.kind}, scheme
            assert verdict.in_place is all(in_place for _, in_place in tried.ends(scheme)), scheme


@settings(max_examples=150, deadline=None)
@given(books(derived=False), cases())
def test_every_open_question_is_ranked_as_trying_all_answers_ranks_it(
    rules: Rulebook, asked: Case
) -> None:
    tried = table(asked, rules)
    for scheme, verdict in verdicts(rules, asked):
        told = {each.question: each.power for each in verdict.settlers}
        for question in open_questions(asked):
            found = told.get(question, Power.NEVER)
            assert found is power(tried, scheme, question), (scheme, question)


@settings(max_examples=150, deadline=None)
@given(books(derived=False), cases())
def test_an_answer_said_to_settle_does_so(rules: Rulebook, asked: Case) -> None:
    tried = table(asked, rules)
    for scheme, verdict in verdicts(rules, asked):
        for settler in verdict.settlers:
            assert bool(settler.answers) is (settler.power in {Power.ALWAYS, Power.SOME})
            for answer in settler.answers:
                for value in VALUES[settler.question]:
                    alone = Situation(DAY, rules.rates, {settler.question: value}, {})
                    if evaluate(answer.answer, alone).truth is Truth.MET:
                        ends = tried.ends(scheme, {settler.question: value})
                        assert ends == {(answer.kind, answer.in_place)}, (scheme, settler)


@settings(max_examples=100, deadline=None)
@given(books(), cases(), cases())
def test_what_was_tried_for_one_case_says_nothing_false_of_the_next(
    rules: Rulebook, first: Case, second: Case
) -> None:
    """What is remembered between cases depends on nothing but what it is remembered by."""
    fresh = dict(verdicts(rules, second))
    outlook_on(rules, DAY).forget()
    assess(first, rules, MUNICIPALITY, DAY)
    assert dict(verdicts(rules, second)) == fresh


@settings(max_examples=150, deadline=None)
@given(books(derived=True), cases())
def test_with_calculated_figures_nothing_open_is_called_settled(
    rules: Rulebook, asked: Case
) -> None:
    """A figure with several open operands is taken as free: more may seem open, never less."""
    tried = table(asked, rules)
    for scheme, verdict in verdicts(rules, asked):
        if verdict.settled:
            assert kinds(tried, scheme) == {verdict.kind}, scheme
        elif verdict.exact:
            assert len(kinds(tried, scheme)) > 1, scheme
        for settler in verdict.settlers:
            if settler.power is Power.NEVER and settler.question in open_questions(asked):
                assert power(tried, scheme, settler.question) is Power.NEVER
