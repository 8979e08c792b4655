"""A question that is not asked has an answer all the same, and that answer must follow.

Either from what the words mean, or because the rules do not look at it then.
"""

from dataclasses import replace
from typing import Any

import pytest
from random_kommuner import BOOK, DAY, KNOWN, case_on

from wizard.advice import assess, new_case
from wizard.domain.advice import Findings, Origin
from wizard.domain.case import Case
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.domain.schemes import VerdictKind
from wizard.domain.text import Language
from wizard.domain.values import Value
from wizard.engine.findings import look

# Why the answer follows from the one before it, by what the words mean.
_FOLLOWS = {
    "rekruttering_stoppes": "nobody of working age lacks a home",
    "vanskeligstilte_uten_bolig": "no such group lacks a home, so their number is none",
    "saerskilte_boligbehov": "the group before is said to include those with such needs",
}
_HIDDEN = {each.id: each for each in BOOK.questions.values() if each.otherwise is not None}
_DECIDES_NOTHING = sorted(set(_HIDDEN) - set(_FOLLOWS))
_KOMMUNER = 300


def outcome(municipality: Municipality, case: Case, book: Rulebook) -> dict[str, Any]:
    """Return every severity and verdict of a case."""
    found: Findings = look(case, book, municipality, case.as_of)
    needs = {id_: each.possible for id_, each in found.needs.items()}
    return needs | {id_: each.kind for id_, each in found.verdicts.items()}


def forced(question: str, answer: Value) -> Rulebook:
    """Return the rules with another answer where the question is not asked."""
    changed = replace(BOOK.questions[question], otherwise=answer)
    themes = (
        replace(
            theme, items=tuple(changed if item.fact == question else item for item in theme.items)
        )
        for theme in BOOK.themes
    )
    return replace(BOOK, themes=tuple(themes))


def test_what_follows_by_meaning_is_known_of() -> None:
    assert set(_FOLLOWS) < set(_HIDDEN)


@pytest.mark.parametrize("question", _DECIDES_NOTHING)
def test_an_answer_that_does_not_follow_decides_nothing(question: str) -> None:
    hidden = 0
    options = {option.id for option in BOOK.questions[question].options}
    others = [forced(question, each) for each in options - {_HIDDEN[question].otherwise}]
    for seed in range(_KOMMUNER):
        municipality, case = case_on(seed)
        found = look(case, BOOK, municipality, case.as_of).facts[question]
        if found.origin is not Origin.NOT_ASKED:
            continue
        hidden += 1
        plain = outcome(municipality, case, BOOK)
        assert all(outcome(municipality, case, other) == plain for other in others), seed
    assert hidden > _KOMMUNER / 10


def test_a_kommune_without_homes_gets_help_with_a_costly_nursing_home() -> None:
    municipality = KNOWN.get("1151")
    plain = new_case(municipality, BOOK, DAY, Language.NB)
    answers = {"kommunale_boliger_tilstand": "har_ingen", "kommunale_boliger_energi": "ja"}
    advice = assess(replace(plain, answers=answers), BOOK, municipality)
    assert advice.verdicts["tilskudd-til-energitiltak"].kind is VerdictKind.RECOMMENDED
