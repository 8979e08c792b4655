"""What is said of the plans of the journeys, without a memo around it."""

from functools import cache

from wizard import municipalities, rulebook
from wizard.advice import assess
from wizard.domain.advice import Advice
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.municipalities import Municipalities
from wizard.paths import DATA, RULES
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording


@cache
def rules() -> Rulebook:
    """Return the rules that are shipped."""
    return rulebook.load(RULES)


@cache
def kommuner() -> Municipalities:
    """Return the municipalities."""
    return municipalities.load(DATA)


@cache
def advised(journey: str) -> Advice:
    """Return what the engine says about a journey."""
    case = rules().journeys[journey].case
    return assess(case, rules(), kommuner().get(case.municipality_number))


def told(journey: str, language: Language | None = None) -> CaseAccount:
    """Return what is said of a journey, anew."""
    return CaseAccount(Wording(advised(journey), language))
