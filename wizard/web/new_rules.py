"""What new rules mean for a case, to whoever last saw it under the former ones."""

from dataclasses import dataclass

from wizard import advice, questionnaire
from wizard.domain.text import Text
from wizard.report.asking import ToAsk, question_of_case
from wizard.voice.comparison_wording import ComparisonWording, Group
from wizard.web.former import CannotCompareError, rulebook_of
from wizard.web.language import language
from wizard.web.opened import opened
from wizard.web.services import services


@dataclass(frozen=True, slots=True)
class NewRules:
    """The rules with `hash` are newer than those that the case was last seen under.

    `groups` tell what moved for the case, what matters most first, and `rules` what is given
    otherwise. `questions` are asked of the case now, were not then, and nobody has answered them.
    Where nothing can be told, `why` says so.
    """

    hash: str
    groups: tuple[Group, ...] = ()
    rules: tuple[Group, ...] = ()
    questions: tuple[ToAsk, ...] = ()
    why: Text | None = None


def new_rules() -> NewRules | None:
    """Return what new rules mean for the opened case; nothing where they are those it knows.

    A case that nobody has answered anything in has nothing that can move.
    """
    case, book = opened(), services().rulebook
    if case.stored.seen_rules == book.hash or not case.case.answers:
        return None
    try:
        return _told()
    except CannotCompareError as problem:
        return NewRules(book.hash, why=problem.message)


def _told() -> NewRules:
    case, book = opened(), services().rulebook
    former = rulebook_of(case.stored.seen_rules, by_our_ids=True)
    then = services().store.going_by(former).look(case.stored.link).case
    before = advice.assess(then, former, case.municipality)
    wording = ComparisonWording(advice.compare(before, case.advice), language())
    groups = wording.groups()
    asked = {
        state.item.fact
        for theme in questionnaire.progress(then, former, case.municipality)
        for state in theme.items
        if state.asked
    }
    return NewRules(
        hash=book.hash,
        groups=_differing(groups[2:]),  # the first two are what is given: the case, and the rules
        rules=_differing((*groups[:1], wording.changed_rules())),
        questions=tuple(
            question_of_case(case.report, state)
            for theme in case.progress
            for state in theme.items
            if state.is_open and state.item.fact not in asked
        ),
    )


def _differing(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return tuple(group for group in reversed(groups) if not group.same)
