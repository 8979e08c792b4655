"""The follow-up of a plan as JSON: the same in a case file and in the database."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from wizard.characters import numbered
from wizard.domain.faults import BadValue
from wizard.domain.follow_up import (
    LONGEST_WHY,
    AdoptedMeasure,
    AdoptedPlan,
    FollowUp,
    Mark,
    MeasureState,
    PlanPart,
)
from wizard.domain.frozen import FrozenFigure
from wizard.domain.rulebook import Rulebook
from wizard.store.values import figure_from_json, figure_to_json, prefilled_questions

KEY = "oppfolging"
_PLAN, _MARKS = "plan", "merker"
Take = Callable[[str, FrozenFigure], FrozenFigure]


def follow_up_to_json(follow_up: FollowUp) -> dict[str, Any]:
    """Return the follow-up as it is kept."""
    plan = follow_up.plan
    return {
        _PLAN: {
            "dato": plan.as_of.isoformat(),
            "regelverk": plan.rulebook,
            "tiltak": [{"id": each.scheme, "del": each.part.value} for each in plan.measures],
            "tall": {id_: figure_to_json(plan.figures[id_]) for id_ in sorted(plan.figures)},
        },
        _MARKS: {
            scheme: _mark_to_json(follow_up.marks[scheme]) for scheme in sorted(follow_up.marks)
        },
    }


def follow_up_known(raw: Any, rulebook: Rulebook) -> FollowUp | None:  # noqa: ANN401 - JSON
    """Return a follow-up of our own; `None` where there is none that can be read."""
    try:
        return follow_up_from_json(raw, rulebook)
    except (KeyError, TypeError, ValueError):
        return None


def follow_up_from_json(
    raw: Mapping[str, Any], rulebook: Rulebook, take: Take = lambda _, figure: figure
) -> FollowUp:
    """Return a follow-up of the right shape. `take` says what to make of each figure.

    Figures that the rules no longer know, or that cannot be, are left out.

    Raises:
        KeyError, TypeError, ValueError: it is not of that shape, or a day is none.

    """
    plan = raw[_PLAN]
    parts = {each["id"]: PlanPart(each["del"]) for each in plan["tiltak"]}
    measures = tuple(AdoptedMeasure(id_, part) for id_, part in parts.items())
    adopted = AdoptedPlan(
        date.fromisoformat(plan["dato"]),
        plan["regelverk"],
        measures,
        {id_: take(id_, each) for id_, each in _figures(plan.get("tall", {}), rulebook)},
    )
    marks = {
        scheme: _mark_from_json(each)
        for scheme, each in raw.get(_MARKS, {}).items()
        if scheme in parts
    }
    return FollowUp(adopted, marks)


def _figures(raw: Mapping[str, Any], rulebook: Rulebook) -> list[tuple[str, FrozenFigure]]:
    prefilled, found = prefilled_questions(rulebook), []
    for id_, each in raw.items():
        if id_ not in rulebook.figures:
            continue
        try:
            figure = figure_from_json(each, rulebook.figures[id_], prefilled.get(id_))
        except BadValue:
            continue
        found.append((id_, figure))
    return found


def _mark_to_json(mark: Mark) -> dict[str, str]:
    state = {} if mark.state is None else {"tilstand": mark.state.value}
    why = {"hvorfor": mark.why} if mark.why else {}
    return {**state, **why, "dato": mark.on.isoformat()}


def _mark_from_json(raw: Mapping[str, str]) -> Mark:
    state = raw.get("tilstand")
    why = " ".join(numbered(raw.get("hvorfor", "")).split())[:LONGEST_WHY]
    return Mark(MeasureState(state) if state else None, why, date.fromisoformat(raw["dato"]))
