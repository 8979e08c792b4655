"""The rules that doubt an answer are held to their examples, like every other rule."""

from dataclasses import replace

import pytest

from wizard.domain.plausibility import Plausibility
from wizard.lab.examples import doubt_differences, run_examples
from wizard.lab.mutants import Mutant, mutants
from wizard.lab.telling import missing_example
from wizard.paths import RULES
from wizard.rulebook import load

_BOOK = load(RULES)
_DOUBTS = _BOOK.plausibility.rules
_WRONG = [mutant for mutant in mutants(_BOOK) if mutant.doubts]


def _notices(mutant: Mutant) -> bool:
    (rule,) = (each for each in mutant.rulebook.plausibility.rules if each.id in mutant.doubts)
    return any([*doubt_differences(mutant.rulebook, rule, each)] for each in rule.examples)


@pytest.mark.parametrize("rule", _DOUBTS, ids=lambda rule: rule.id)
def test_every_rule_fires_in_an_example_and_an_example_that_lies_is_told(
    rule: Plausibility,
) -> None:
    assert any(each.doubts for each in rule.examples)
    for example in rule.examples:
        assert [*doubt_differences(_BOOK, rule, example)] == []
        lying = replace(example, doubts=not example.doubts)
        (told,) = doubt_differences(_BOOK, rule, lying)
        assert ("ingen_tvil" in told.nb) is not lying.doubts


def test_an_example_that_lies_stops_the_rules() -> None:
    first, *others = _DOUBTS
    example = replace(first.examples[0], doubts=not first.examples[0].doubts)
    lying = replace(first, examples=(example, *first.examples[1:]))
    known = replace(_BOOK.plausibility, rules=(lying, *others))
    (problem,) = run_examples(replace(_BOOK, plausibility=known)).problems
    assert problem.place == example.place
    assert problem.place.file == "rimelighet.yaml"


def test_every_small_wrong_done_to_a_doubt_is_noticed() -> None:
    assert len(_WRONG) > len(_DOUBTS)
    assert [str(each.what.nb) for each in _WRONG if not _notices(each)] == []


def test_an_example_that_is_missing_can_be_pasted_in() -> None:
    """Of a rule that has lost its examples, too, and of one that only this file calculates."""
    (rule,) = (each for each in _DOUBTS if each.id == "svart-mange-tomter")
    others = tuple(each for each in _DOUBTS if each is not rule)
    bare = replace(rule, examples=())
    book = replace(_BOOK, plausibility=replace(_BOOK.plausibility, rules=(bare, *others)))
    wrong = [each for each in mutants(book) if each.doubts == (rule.id,)]
    assert wrong
    for each in wrong:
        example = missing_example(each, book).example
        assert example is not None
        assert example.startswith("# rimelighet.yaml, svart-mange-tomter\n")
        assert "gir: " in example


def test_every_message_asks_and_claims_nothing() -> None:
    for message in (
        *(rule.message for rule in _DOUBTS),
        *(each.message for each in _BOOK.plausibility.deviations),
    ):
        assert message.nb.startswith("Stemmer dette? ")
        assert message.nn.startswith("Stemmer dette? ")
