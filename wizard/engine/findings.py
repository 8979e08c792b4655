"""From a case to its facts, needs and verdicts, by the tree walk alone."""

from dataclasses import replace
from datetime import date

from wizard.domain.advice import Findings
from wizard.domain.case import Case
from wizard.domain.municipality import Municipality
from wizard.domain.rulebook import Rulebook
from wizard.engine.conditions import Situation
from wizard.engine.facts import find_facts, find_need
from wizard.engine.verdicts import judge_all


def find(case: Case, rulebook: Rulebook, municipality: Municipality, day: date) -> Findings:
    """Return what Kleene logic finds about a case on a day; no answer is tried out."""
    facts = find_facts(case, rulebook, municipality, day)
    values = {id_: finding.value for id_, finding in facts.items()}
    situation = Situation(day, rulebook.rates, values, {})
    needs = {need.id: find_need(need, situation) for need in rulebook.needs.values()}
    verdicts = judge_all(rulebook.schemes, replace(situation, needs=needs), rulebook.facts)
    return Findings(case, day, rulebook, municipality, facts, needs, verdicts)
