"""From a case to its facts, needs and verdicts, by the tree walk alone."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from wizard.domain.advice import Findings
from wizard.domain.case import Case
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.engine.conditions import Situation
from wizard.engine.facts import find_facts, find_need
from wizard.engine.law import with_company
from wizard.engine.verdicts import judge_all


def look(case: Case, rulebook: Rulebook, municipality: Municipality, day: date) -> Findings:
    """Return the facts and needs of a case on a day, with no verdict yet.

    From here on the rulebook is that of the day, and with it all that is said of the case.
    """
    rulebook = rulebook.on(day)
    facts = find_facts(case, rulebook, municipality, day)
    return with_needs(Findings(case, day, rulebook, municipality, facts, {}, {}))


def with_needs(found: Findings) -> Findings:
    """Return the needs that the facts make, with no verdict yet."""
    situation = Situation(found.as_of, found.rulebook.rates, found.values, {})
    needs = {need.id: find_need(need, situation) for need in found.rulebook.needs.values()}
    return replace(found, needs=needs, verdicts={})


def judged(found: Findings, schemes: Collection[str] | None = None) -> Findings:
    """Return the same with a verdict for every scheme, or for some and those they rest on."""
    book = found.rulebook
    situation = Situation(found.as_of, book.rates, found.values, found.needs)
    wanted = book.schemes if schemes is None else with_company(book.schemes, schemes)
    return replace(found, verdicts=judge_all(wanted, situation, book.facts))
