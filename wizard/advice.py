"""The verbs that the outside uses: make a case, look at its facts, assess it, and compare two.

Result page, memo, JSON and command line all go through here; none of them decides anything.
"""

from dataclasses import replace
from datetime import date

from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.domain.municipality import Municipality
from wizard.domain.plan import PlanBasis
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.engine.bundle import choose_bundle, no_bundle
from wizard.engine.comparing.comparison import compare
from wizard.engine.facts import frozen_figures
from wizard.engine.findings import look
from wizard.engine.money import sketch_money
from wizard.engine.planning.plan import basis_of, make_plan
from wizard.engine.planning.schedule import make_schedule, with_deadlines
from wizard.engine.whatif.allowed import allowed_values
from wizard.engine.whatif.change import Changing
from wizard.engine.whatif.edges import find_edges
from wizard.engine.whatif.outlook import outlook_on
from wizard.engine.whatif.settling import Settling

__all__ = ["assess", "compare", "look", "new_case"]


def new_case(
    municipality: Municipality, rulebook: Rulebook, as_of: date, language: Language
) -> Case:
    """Return an unanswered case with the municipality's reference figures frozen into it."""
    return Case(
        municipality_number=municipality.number,
        as_of=as_of,
        language=language,
        figures=frozen_figures(rulebook, municipality),
    )


def assess(
    case: Case, rulebook: Rulebook, municipality: Municipality, as_of: date | None = None
) -> Advice:
    """Return everything the rules say about the case, on the case's own day unless told."""
    looked = look(case, rulebook, municipality, as_of or case.as_of)
    outlook = outlook_on(rulebook, looked.as_of)
    allowed = allowed_values(outlook, looked)
    settling, changing = Settling(outlook, looked, allowed), Changing(outlook, looked, allowed)
    settled = settling.found()
    verdicts = {id_: changing.with_ways(each) for id_, each in settled.verdicts.items()}
    found = replace(settled, verdicts=verdicts)
    money = sketch_money(found)
    enough = basis_of(found) is PlanBasis.ADVICE
    bundle = choose_bundle(found) if enough else no_bundle(found)
    schedule = make_schedule(found, bundle)
    bundle = with_deadlines(bundle, schedule)
    return Advice(
        case,
        found.as_of,
        rulebook,
        municipality,
        found.facts,
        found.needs,
        verdicts,
        bundle=bundle,
        schedule=schedule,
        plan=make_plan(found, bundle, schedule, money),
        money=money,
        worth_asking=settling.worth_asking(verdicts.values(), found.needs.values()),
        edges=find_edges(outlook, found, bundle if enough else None),
    )
