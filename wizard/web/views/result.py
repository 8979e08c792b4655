"""The advice on screen: every scheme appears once, where its verdict puts it."""

from dataclasses import dataclass

from flask import Blueprint, abort, render_template

from wizard.domain.advice import Advice, BundleItem, Origin, Phase, Verdict
from wizard.domain.conditions import Severity
from wizard.domain.schemes import VerdictKind
from wizard.report.explanation import explain as explain_verdict
from wizard.web.opened import give_link, opened, take_link
from wizard.web.outline import outline

BLUEPRINT = Blueprint("result", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)


@dataclass(frozen=True, slots=True)
class Group:
    """Schemes outside the bundle with the same sort of verdict. `name` picks its heading."""

    name: str
    verdicts: tuple[Verdict, ...]


_GROUPS = {
    "anbefalt": VerdictKind.RECOMMENDED,
    "betinget": VerdictKind.CONDITIONAL,
    "etter-endring": VerdictKind.AFTER_CHANGE,
    "avklar": VerdictKind.OPEN,
    "utelukket": VerdictKind.EXCLUDED,
    "ikke-aktuelt": VerdictKind.NOT_RELEVANT,
}


@BLUEPRINT.get("/rad")
def show() -> str:
    """Show the advice."""
    advice = opened().advice
    asked = (state for progress in opened().progress for state in progress.items if state.asked)
    return render_template(
        "web/rad.html",
        case=opened(),
        advice=advice,
        needs=sorted(
            advice.needs.values(), key=lambda need: -max(need.possible, default=Severity.NONE)
        ),
        phases=phases(advice),
        groups=groups(advice),
        unanswered=sum(state.finding.origin is Origin.UNANSWERED for state in asked),
        left_out={each.scheme: each for each in advice.bundle.left_out},
        themes=opened().themes,
    )


@BLUEPRINT.get("/rad/<scheme>")
def explain(scheme: str) -> str:
    """Show every step to the verdict on one scheme."""
    if scheme not in opened().advice.verdicts:
        abort(404)
    in_bundle = opened().advice.bundle.item(scheme) is not None
    return render_template(
        "web/begrunnelse.html",
        case=opened(),
        scheme=scheme,
        branches=outline(explain_verdict(opened().wording, scheme)),
        anchor=f"ordning-{scheme}" if in_bundle else None,
    )


def phases(advice: Advice) -> list[tuple[Phase, list[BundleItem]]]:
    """Return the bundle by phase, without phases that have nothing."""
    found = [(phase, [i for i in advice.bundle.items if i.phase is phase]) for phase in Phase]
    return [(phase, items) for phase, items in found if items]


def groups(advice: Advice) -> list[Group]:
    """Return everything that is not in the bundle, each scheme in exactly one group."""
    members = {item.scheme for item in advice.bundle.items}
    outside = [v for v in advice.verdicts.values() if v.scheme not in members]
    in_place = tuple(v for v in outside if v.in_place)
    found = [
        Group(name, tuple(v for v in outside if v.kind is kind and not v.in_place))
        for name, kind in _GROUPS.items()
    ]
    found.insert(len(found) - 2, Group("pa-plass", in_place))
    return [group for group in found if group.verdicts]
