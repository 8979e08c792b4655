"""Follow-up: a plan that was adopted, how its measures have gone, and what is new since."""

from collections.abc import Mapping

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard import advice
from wizard.domain.advice import Advice
from wizard.domain.follow_up import LONGEST_WHY, FollowUp, MeasureState, PlanPart
from wizard.domain.plan import PlanBasis
from wizard.report.follow_up import FollowUpAccount
from wizard.store.follow_up import follow_up_known, follow_up_to_json
from wizard.store.parts import PartKind
from wizard.web.access import Whom, let_in
from wizard.web.former import CannotCompareError
from wizard.web.forms.follow_up import FollowUpForm, Said, follow_up_form
from wizard.web.forms.small import ButtonForm
from wizard.web.leaving import file_that_follows, is_file, regardless, settles, way_out
from wizard.web.opened import give_link, opened, reopen, take_link
from wizard.web.services import services
from wizard.web.typed import typed
from wizard.web.views.issued import IssuedAccount, issued_papers, reopened

BLUEPRINT = Blueprint("follow_up", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answer = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]

_FOLLOWED = frozenset({"notat", "kortnotat"})
_NOW = "na"
_ATTEMPTS = 5


@BLUEPRINT.get("/oppfolging")
@let_in(Whom.READER)
def show() -> Answer:
    """Show how the plan has gone; or offer to begin."""
    follow_up = opened().case.follow_up
    if follow_up is None:
        return _start(ButtonForm())
    file = file_that_follows()
    return _page(_form(follow_up)), 200, {"Refresh": f"1; url={file}"} if file else {}


@BLUEPRINT.post("/oppfolging")
@let_in(Whom.OWNER)
def save() -> Answer:
    """Save the marks, and lead on; or show what stands in the way."""
    stored, follow_up = opened().stored, opened().case.follow_up
    if follow_up is None:
        return _start(ButtonForm(), lost=typed()), 409
    form = _form(follow_up)
    sound = form.check()
    if form.stale or not (sound or regardless()):
        return _page(form), 400 if form.stale else 422
    for _ in range(_ATTEMPTS):
        former = services().rulebook.former
        part = services().parts.read(stored, PartKind.FOLLOW_UP, former)
        current = follow_up_known(part.body, services().rulebook)
        if current is None:
            reopen()
            return _start(ButtonForm(), lost=typed()), 409
        changes, conflicts = form.against(current, settles=settles())
        new = follow_up_to_json(current.marked(changes, services().today()))
        if services().parts.save(stored, PartKind.FOLLOW_UP, new, part.revision):
            break
    else:
        abort(503)
    if conflicts and not regardless():
        _refuse(form, conflicts)
        return _page(form), 409
    return redirect(_next_address(), 303)


@BLUEPRINT.post("/oppfolging/begynn")
@let_in(Whom.OWNER)
def begin() -> Answer:
    """Take the plan as it is now, or as it was in a paper, as what is followed up."""
    stored, form = opened().stored, ButtonForm()
    if not form.read():
        return _start(form), 400
    if opened().case.follow_up is not None:
        return redirect(url_for(".show"), 303)
    chosen = request.form.get("plan", _NOW)
    try:
        made = opened().advice if chosen == _NOW else _chosen(chosen)
        plan = advice.adopted(advice.with_review(made))
    except CannotCompareError as problem:
        return _start(form, problem=problem), 409
    seen = services().parts.read(stored, PartKind.FOLLOW_UP).revision
    services().parts.save(stored, PartKind.FOLLOW_UP, follow_up_to_json(FollowUp(plan)), seen)
    return redirect(url_for(".show"), 303)


@BLUEPRINT.post("/oppfolging/slett")
@let_in(Whom.OWNER)
def delete() -> Answer:
    """Take away the follow-up as the sender saw it; what somebody has marked since, stays."""
    stored, form = opened().stored, ButtonForm()
    if not form.read():
        return _page(_form(_existing())), 400
    seen = request.form.get("seen", "")
    revision = int(seen) if seen.isascii() and seen.isdecimal() else -1
    gone = services().parts.save(stored, PartKind.FOLLOW_UP, None, revision)
    return redirect(url_for(".show", endret=None if gone else "ja"), 303)


def _tick(scheme: str) -> bool:
    """Say in the answers that a measure that is done is in use; tell whether that could be said."""
    case = reopen()
    found = [each for each in _told(_existing()).not_in_use if each.scheme == scheme]
    ticked = case.case.answers.get(found[0].question) if found else None
    if not isinstance(ticked, frozenset):
        return False
    changes = {found[0].question: ticked | {found[0].option}}
    services().store.save_answers(case.stored, changes, case.stored.revision, services().today())
    return True


def _existing() -> FollowUp:
    return opened().case.follow_up or abort(404)


def _told(follow_up: FollowUp) -> FollowUpAccount:
    return FollowUpAccount(opened().report, follow_up)


def _form(follow_up: FollowUp) -> FollowUpForm:
    return follow_up_form(each for part in _told(follow_up).parts for each in part.measures)


def _refuse(form: FollowUpForm, conflicts: Mapping[str, Said]) -> None:
    """Say at each measure in conflict what others have said; show of the rest what is saved."""
    reopen()
    saved = _existing()
    voice = _told(saved).voice
    for field in form.marks:
        scheme = field.measure.scheme
        if scheme in conflicts:
            field.refuse(conflicts[scheme], voice.state(conflicts[scheme][0]))
        else:
            field.show(saved.said(scheme))


def _next_address() -> str:
    """Return where the sender wanted to go."""
    if (use := request.form.get("i_bruk", "")) and _tick(use):
        return url_for(".show", i_bruk=use, _anchor="i-bruk")
    leaving = way_out()
    if is_file(leaving):  # it leaves its page standing: that must be one that has seen the save
        return url_for(".show", lagret="ja", hent=leaving, _anchor="statusnotat")
    return leaving or url_for(".show", lagret="ja")


def _page(form: FollowUpForm) -> str:
    case, today = opened(), services().today()
    told = _told(_existing())
    return render_template(
        "web/oppfolging.html",
        case=case,
        form=form,
        told=told,
        states=[(state, told.voice.state(state)) for state in MeasureState],
        core=PlanPart.CORE,
        limit=LONGEST_WHY,
        waiting=len(case.newer_figures),
        today=today,
        seen=services().parts.read(case.stored, PartKind.FOLLOW_UP).revision,
        saved="lagret" in request.args,
        kept="endret" in request.args,
        ticked=request.args.get("i_bruk", ""),
        button=ButtonForm(),
    )


def _start(form: ButtonForm, *, lost: str = "", problem: CannotCompareError | None = None) -> str:
    return render_template(
        "web/oppfolging_begynn.html",
        case=opened(),
        form=form,
        typed=lost,
        problem=problem.message if problem else None,
        has_plan=opened().advice.plan.basis is PlanBasis.ADVICE,
        papers=_papers(),
    )


def _papers() -> list[IssuedAccount]:
    """Return the memos handed out, one for each plan, the latest first.

    Where the plan cannot be made again, the memo stays: who chooses it is told why.
    """
    found: dict[object, IssuedAccount] = {}
    for each in issued_papers():
        if each.paper.kind in _FOLLOWED:
            found.setdefault(_plan_of(each), each)
    return list(found.values())


def _plan_of(issued: IssuedAccount) -> object:
    """Return what tells the plan of a memo from others: its measures in order."""
    try:
        return advice.adopted(_as_issued(issued)).measures
    except CannotCompareError:
        return issued.paper.casefile, issued.paper.rulebook


def _chosen(number: str) -> Advice:
    found = [each for each in issued_papers() if str(each.paper.id) == number]
    return _as_issued(found[0]) if found and found[0].paper.kind in _FOLLOWED else abort(404)


def _as_issued(issued: IssuedAccount) -> Advice:
    frozen, book = reopened(issued.paper)
    return advice.with_review(advice.assess(frozen, book, opened().municipality))
