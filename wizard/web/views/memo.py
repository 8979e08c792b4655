"""The memo's page: what people write into it themselves, its language, its forms to take away."""

from collections.abc import Collection
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from wizard.domain.memo_fields import MEETING_DAY
from wizard.domain.plan import PlanBasis
from wizard.domain.review import ABOUT_THE_CASE, Review
from wizard.voice.numbers import day
from wizard.web.access import Whom, let_in
from wizard.web.downloads import purposes
from wizard.web.forms.memo import MemoForm
from wizard.web.forms.own_fields import hold_back
from wizard.web.language import language
from wizard.web.leaving import (
    OTHER_LANGUAGE,
    file_that_follows,
    is_file,
    regardless,
    settles,
    way_out,
)
from wizard.web.opened import give_link, opened, reopen, take_link
from wizard.web.services import services
from wizard.web.views.papers import print_ahead

BLUEPRINT = Blueprint("memo", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)


@BLUEPRINT.get("/notat")
@let_in(Whom.READER)
def show() -> tuple[str, dict[str, str]]:
    """Offer the memo, and let the municipality add what only it knows."""
    form = MemoForm()
    form.show(opened().case)
    saved = request.args.getlist("lagret") if "lagret" in request.args else None
    file = file_that_follows()
    page = _page(form, saved, file)
    print_ahead()
    return page, {"Refresh": f"1; url={file}"} if file else {}


@BLUEPRINT.post("/notat")
@let_in(Whom.OWNER)
def save() -> str | AnyResponse | tuple[str, int]:
    """Save what was changed; or show what stands in the way."""
    stored, today, store = opened().stored, services().today(), services().store
    form = MemoForm()
    if request.form.get("ga") == OTHER_LANGUAGE:
        return _in_other_language(form)
    sound = form.check()
    if form.stale or not (sound or regardless()):
        form.keep_conflict(opened().case)
        return _page(form), 400 if form.stale else 422
    form.leave_out_what_is_wrong()
    held = set() if settles() else hold_back(form.own)
    if form.new_language:
        store.save_language(stored, form.new_language, today)
    changed = form.changed
    conflicts = store.save_texts(stored, form.texts, form.seen, today) | held
    if conflicts - (held if regardless() else frozenset()):
        form.refuse(conflicts, reopen().case)
        return _page(form, set(changed) - conflicts or None), 409
    leaving = way_out()
    if is_file(leaving) and changed:
        return redirect(url_for(".show", lagret=changed, hent=leaving), 303)
    return redirect(leaving or url_for(".show", lagret=changed or ""), 303)


def _in_other_language(form: MemoForm) -> str | tuple[str, int]:
    """Show the page with what is typed on it, not yet saved: only its own language is another."""
    sound = form.read()
    form.keep_conflict(opened().case)
    return _page(form) if sound else (_page(form), 400)


def _page(form: MemoForm, saved: Collection[str] | None = None, fetching: str = "") -> str:
    """Return the page; `saved` are the ids of what was saved just now, if anything was sent.

    `fetching` is the address of the file that follows by itself.
    """
    has_plan = opened().advice.plan.basis is PlanBasis.ADVICE
    early = form.early_meeting(opened().case)
    return render_template(
        "web/notat.html",
        case=opened(),
        form=form,
        adviser_says=_adviser_says(form),
        saved=None if saved is None else form.names(saved),
        early_meeting=early,
        early_now=early if MEETING_DAY.id in (saved or ()) else "",
        fetching=fetching,
        purposes=purposes(has_plan=has_plan, followed=opened().case.follow_up is not None),
        has_plan=has_plan,
    )


def _adviser_says(form: MemoForm) -> dict[str, str]:
    """Return what the adviser has filled in of the fields of the form, as the memo prints it."""
    review = opened().case.review or Review()
    found = {each.name: review.text(each.of) for each in form.own if each.of in ABOUT_THE_CASE}
    if meeting := found[MEETING_DAY.id]:
        found[MEETING_DAY.id] = day(date.fromisoformat(meeting), language())
    return found
