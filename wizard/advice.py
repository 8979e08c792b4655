"""The verbs that the outside uses: make a case, look at its facts, assess it, and compare two.

Result page, memo, JSON and command line all go through here; none of them decides anything.
"""

from dataclasses import replace
from datetime import date

from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.domain.comparison import Comparison
from wizard.domain.follow_up import AdoptedMeasure, AdoptedPlan, PlanPart
from wizard.domain.frozen import FigureChange, changed_figures
from wizard.domain.municipality import Municipality
from wizard.domain.plan import PlanBasis
from wizard.domain.review import Review, Reviewed
from wizard.domain.rulebook import Rulebook
from wizard.domain.text import Language
from wizard.engine.bundle import choose_bundle, no_bundle
from wizard.engine.comparing.comparison import compare
from wizard.engine.facts import frozen_figures, official_figures
from wizard.engine.findings import look
from wizard.engine.money import sketch_money
from wizard.engine.planning.plan import basis_of, make_plan
from wizard.engine.planning.schedule import make_schedule, with_deadlines
from wizard.engine.review import review_bundle
from wizard.engine.whatif.allowed import allowed_values
from wizard.engine.whatif.change import Changing
from wizard.engine.whatif.edges import find_edges
from wizard.engine.whatif.outlook import outlook_on
from wizard.engine.whatif.settling import Settling

__all__ = [
    "CannotMoveError",
    "adopted",
    "assess",
    "carried_over",
    "compare",
    "look",
    "moved",
    "new_case",
    "newer_figures",
    "renewed",
    "since_adopted",
    "with_review",
]


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


def renewed(case: Case, rulebook: Rulebook, municipality: Municipality, day: date) -> Case:
    """Return the case as it would be from a day on, with the figures that there are now."""
    return replace(case, as_of=day, figures=frozen_figures(rulebook, municipality))


def carried_over(case: Case, rulebook: Rulebook, municipality: Municipality, day: date) -> Case:
    """Return what was answered, asked of another municipality: one that its own is now a part of.

    Priorities, and the memo's own words, come along. Figures are the new one's, so corrections of
    the old ones fall away, as do an adviser's review and a follow-up, which are of the old plan.
    """
    fresh = new_case(municipality, rulebook, day, case.language)
    answers = {id_: each for id_, each in case.answers.items() if id_ not in rulebook.figures}
    return replace(
        fresh,
        answers=answers,
        priorities=case.priorities,
        adviser=case.adviser,
        retired=case.retired,
    )


def newer_figures(
    case: Case, rulebook: Rulebook, municipality: Municipality
) -> tuple[FigureChange, ...]:
    """Return the figures that have another value now than when they were frozen in the case.

    A case that has frozen none goes by those of now.
    """
    if not case.figures:
        return ()
    return changed_figures(case.figures, frozen_figures(rulebook, municipality))


def assess(
    case: Case, rulebook: Rulebook, municipality: Municipality, as_of: date | None = None
) -> Advice:
    """Return everything the rules say about the case, on the case's own day unless told."""
    looked = look(case, rulebook, municipality, as_of or case.as_of)
    outlook = outlook_on(looked.rulebook, looked.as_of)
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
        found.rulebook,
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


def with_review(advice: Advice, review: Review | None = None) -> Advice:
    """Return the advice with its plan as an adviser wants it: by the case's own review unless told.

    Where there is none, or it has been taken in already, it is the same advice.
    """
    review = review or advice.case.review
    if review is None or advice.reviewed is not None:
        return advice
    if advice.plan.basis is not PlanBasis.ADVICE:
        return replace(advice, reviewed=Reviewed(review))
    bundle, reviewed = review_bundle(advice, advice.bundle, review)
    if not reviewed.changes_plan:
        return replace(advice, reviewed=reviewed)
    schedule = make_schedule(advice, bundle)
    bundle = with_deadlines(bundle, schedule)
    plan = make_plan(advice, bundle, schedule, advice.money)
    return replace(advice, bundle=bundle, schedule=schedule, plan=plan, reviewed=reviewed)


class CannotMoveError(ValueError):
    """A measure would come before one that it rests on."""

    def __init__(self, scheme: str, rests_on: str) -> None:
        self.scheme = scheme
        self.rests_on = rests_on
        super().__init__(f"{scheme} rests on {rests_on}")


def moved(advice: Advice, review: Review, scheme: str, *, up: bool) -> Review:
    """Return the review with a measure of the first year moved one place up or down.

    At the end of the row it stays. Where that gives our own order, none is written down.

    Raises:
        CannotMoveError: it rests on the one before it, or the one after it rests on it.

    """
    now = [each.scheme for each in with_review(advice, review).bundle.core]
    if scheme not in now:
        return review
    place = now.index(scheme) - up
    if not 0 <= place < len(now) - 1:
        return review
    first, second = now[place], now[place + 1]
    wanted = [*now[:place], second, first, *now[place + 2 :]]
    made = with_review(advice, replace(review, order=tuple(wanted)))
    if [each.scheme for each in made.bundle.core] != wanted:
        raise CannotMoveError(second, first)
    is_ours = made.reviewed is not None and not made.reviewed.reordered
    return replace(review, order=() if is_ours else tuple(wanted))


def adopted(advice: Advice) -> AdoptedPlan:
    """Return the plan of a piece of advice as something to follow up."""
    bundle = advice.bundle
    measures = (
        *(AdoptedMeasure(each.scheme, PlanPart.CORE) for each in bundle.core),
        *(AdoptedMeasure(each.scheme, PlanPart.LATER) for each in bundle.later),
        *(AdoptedMeasure(each, PlanPart.MADE_KNOWN) for each in advice.plan.made_known),
    )
    figures = official_figures(advice.facts, advice.rulebook)
    return AdoptedPlan(advice.as_of, advice.rulebook.hash, measures, figures)


def since_adopted(advice: Advice, plan: AdoptedPlan) -> Comparison:
    """Return what day and figures have changed since a plan; the answers are those of now.

    Both are by the rulebook of the advice: whoever has the case can make the comparison again.
    """
    then = replace(advice.case, as_of=plan.as_of, figures=plan.figures)
    return compare(assess(then, advice.rulebook, advice.municipality), advice)
