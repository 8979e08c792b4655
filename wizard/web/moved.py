"""What moved between two pieces of advice, as the pages tell it: what matters most comes first."""

from dataclasses import dataclass, replace

from wizard import advice
from wizard.domain.advice import Advice
from wizard.domain.case import Case
from wizard.voice.comparison_wording import ComparisonWording, Group
from wizard.web.language import language
from wizard.web.services import services


@dataclass(frozen=True, slots=True)
class Moved:
    """What differs, from the plan to the answers.

    `same` is what to say where nothing does. With `advice_stands`, what is given differs, but no
    need, no verdict and nothing in the plan.
    """

    title: str
    groups: tuple[Group, ...]
    same: str
    advice_stands: bool


def moved(before: Advice, after: Advice) -> Moved:
    """Return what differs, without the groups where nothing does."""
    wording = ComparisonWording(advice.compare(before, after), language())
    groups = wording.groups()
    found = groups[2:]  # the first two are what is given: the case, and the rules
    return Moved(
        title=wording.title(),
        groups=tuple(group for group in reversed(groups) if not group.same),
        same=wording.nothing(),
        advice_stands=bool(groups) and all(group.same for group in found),
    )


def advice_on(case: Case) -> Advice:
    """Return the advice on another case; figures that it does not bring itself are today's."""
    book, municipality = (
        services().rulebook,
        services().municipalities.get(case.municipality_number),
    )
    fresh = advice.new_case(municipality, book, case.as_of, case.language)
    whole = replace(case, figures={**fresh.figures, **case.figures})
    return advice.assess(whole, book, municipality)
