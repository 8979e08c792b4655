"""Which differences between rulebooks are told, part by part."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from small_book import (
    BASIS,
    DAY,
    FACTS,
    MUNICIPALITY,
    book,
    case,
    coverage,
    is_,
    need,
    requirement,
    same,
    scheme,
)

from wizard.advice import assess
from wizard.domain.comparison import RulePart
from wizard.domain.schemes import (
    Action,
    Amount,
    AmountKind,
    Deadline,
    Edition,
    Effort,
    Funding,
    Responsible,
    Scheme,
    Step,
    Term,
)
from wizard.domain.sources import Confidence
from wizard.engine.comparing.rule_changes import TurningDay, rule_changes, turning_day

DATED = Deadline((5, 15), None, rolling=False, preparation_weeks=None, check=False)
FREE = Amount(AmountKind.FREE, None, None, None, None, None, None)


def parts(before: Scheme, after: Scheme) -> tuple[RulePart, ...]:
    """Return which parts of one scheme differ between two rulebooks on one day."""
    wanted = need("behov", is_("fast_valg", "a"), is_("fast_valg", "a"))
    rulebooks = (
        book(each, needs=(wanted,), questions=tuple(FACTS.values())) for each in (before, after)
    )
    one, other = (assess(case(), each, MUNICIPALITY, DAY) for each in rulebooks)
    return tuple(part for change in rule_changes(one, other) for part in change.parts)


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"relevant": is_("fast_valg", "a")}, RulePart.CONDITIONS),
        ({"in_place": is_("fast_valg", "a")}, RulePart.CONDITIONS),
        ({"requirements": (requirement("k", is_("fast_valg", "a")),)}, RulePart.REQUIREMENTS),
        ({"terms": (Term("v", same("Slik"), BASIS, Confidence.A),)}, RulePart.TERMS),
        ({"funding": Funding.USED_UP}, RulePart.MONEY),
        ({"amount": replace(FREE, kind=AmountKind.UNKNOWN)}, RulePart.MONEY),
        ({"deadlines": (DATED,)}, RulePart.DEADLINES),
        ({"steps": (Step("s", same("Gjør"), Responsible.PLANNING, 3, ()),)}, RulePart.STEPS),
        ({"covers": (coverage("behov"),)}, RulePart.ROLE_IN_BUNDLE),
        ({"effort": Effort(Decimal(3), None)}, RulePart.ROLE_IN_BUNDLE),
        ({"editions": ()}, RulePart.ENDED),
    ],
)
def test_a_part_that_differs_is_named(changes: dict[str, object], part: RulePart) -> None:
    assert parts(scheme(), scheme("ordning", **changes)) == (part,)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": same("Nytt navn")},
        {"short": same("Nytt")},
        {"pitfalls": (same("Pass på"),)},
        {"action": Action(same("Gjør det"), same("gjøre det"))},
        {"check_by": date(2028, 1, 1)},
        {"amount": replace(FREE, note=same("Nytt"))},
    ],
)
def test_mere_words_are_not_named(changes: dict[str, object]) -> None:
    assert parts(scheme(), scheme("ordning", **changes)) == ()


def test_every_part_of_a_scheme_has_been_considered() -> None:
    """Whoever adds a part says here whether it decides, and compares it if it does."""
    decides = {
        *("kind", "covers", "effort", "first", "only_with", "alternative_to", "not_same_cost"),
        *("strengthens", "in_place", "when_unknown", "relevant", "editions"),
        *("stated_effect", "duty"),
    }
    tells = {
        *("id", "name", "short", "administrator", "role", "ended", "experiences", "pitfalls"),
        *("action", "search_words", "on_purpose"),
        *("checked", "check_by", "examples", "place"),
    }
    assert {each.name for each in fields(Scheme)} == decides | tells
    of_edition = {
        *("requirements", "terms", "deadlines", "funding", "amount", "steps", "applicants"),
        *("valid_from", "valid_to", "gap", "basis"),
        *("instead", "place"),  # what stands instead decides as it does in the scheme
        *("ended_requirements", "ended_terms"),  # what is no longer among the others
    }
    assert {each.name for each in fields(Edition)} == of_edition


def test_rules_turn_at_the_end_of_a_row_of_editions() -> None:
    """Two editions in a row count as one: it began with the first and ended with the last."""
    plain = scheme().editions[0]
    row = scheme(
        editions=(
            replace(plain, valid_from=date(2023, 1, 1), valid_to=date(2023, 12, 31)),
            replace(plain, valid_from=date(2024, 1, 1), valid_to=date(2024, 12, 31)),
        )
    )
    before, within, after = date(2022, 6, 1), date(2023, 6, 1), date(2025, 6, 1)
    assert turning_day(row, within, before) == TurningDay(date(2023, 1, 1), begins=True)
    assert turning_day(row, within, after) == TurningDay(date(2024, 12, 31), begins=False)
    assert turning_day(row, within, within) is None
