"""The compiled rules say what the tree walk says."""

from hypothesis import given, settings
from random_book import books, cases, judged, kind
from small_book import DAY, book, is_, question, requirement, scheme

from wizard.domain.case import Case
from wizard.domain.facts import ChangedBy
from wizard.domain.rulebook import Rulebook
from wizard.engine.compiled import IN_PLACE, KINDS, compile_rules
from wizard.engine.conditions import Situation, evaluate


@settings(max_examples=300)
@given(books(), cases(most_open=6))
def test_compiled_and_walked_verdicts_are_the_same(rules: Rulebook, asked: Case) -> None:
    found = judged(asked, rules)
    values = {id_: finding.value for id_, finding in found.facts.items()}
    codes = compile_rules(rules, DAY).codes(values)
    assert {id_: (KINDS[code], code == IN_PLACE) for id_, code in codes.items()} == {
        id_: kind(verdict) for id_, verdict in found.verdicts.items()
    }


@settings(max_examples=200)
@given(books(), cases(most_open=6))
def test_the_evidence_is_the_truth_of_every_leaf(rules: Rulebook, asked: Case) -> None:
    found = judged(asked, rules)
    values = {id_: finding.value for id_, finding in found.facts.items()}
    program, situation = compile_rules(rules, DAY), Situation(DAY, rules.rates, values, {})
    evidence = program.evidence(values)
    assert evidence == {leaf: evaluate(leaf, situation).truth for leaf in evidence}
    codes, _ = program.judge_with_evidence(*program.row(values))
    assert codes == program.judge(*program.row(values))


def test_no_text_of_a_rule_file_becomes_code() -> None:
    """An id that would be a catastrophe as code is a constant like any other."""
    evil = "a') or exit() or ('"
    rules = book(
        scheme(requirements=(requirement("k", is_("valg", evil)),)),
        questions=(question("valg", ChangedBy.NEVER),),
    )
    assert compile_rules(rules, DAY).codes(dict.fromkeys(rules.facts, "a")) == {"ordning": 4}
