"""The adviser's review: its page, taking it back, and the link that lets an adviser in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard import advice
from wizard.advice import CannotMoveError
from wizard.domain.plan import PlanBasis
from wizard.domain.review import Review
from wizard.domain.text import Text
from wizard.report.case import CaseAccount, Member
from wizard.report.review import ReviewAccount, differences
from wizard.report.scheme import SchemeAccount
from wizard.store.cases import Access
from wizard.store.parts import Part, PartKind
from wizard.store.review import before, is_undone, kept, now
from wizard.voice.wording import Wording
from wizard.web.access import Whom, let_in
from wizard.web.forms.own_fields import hold_back
from wizard.web.forms.review import AS_PLANNED, IN, OUT, Offered, ReviewForm, review_form
from wizard.web.forms.small import ButtonForm
from wizard.web.language import language, say
from wizard.web.leaving import (
    OTHER_LANGUAGE,
    UNDO,
    file_that_follows,
    is_file,
    regardless,
    settles,
    way_out,
)
from wizard.web.opened import (
    give_link,
    opened,
    reopen,
    take_link,
)
from wizard.web.services import services
from wizard.web.views.papers import WITHOUT, print_ahead

BLUEPRINT = Blueprint("review", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answer = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]

_RESTS_ON = Text(
    "«{scheme}» bygger på «{rests_on}», og må komme etter. Alt annet er lagret.",
    "«{scheme}» byggjer på «{rests_on}», og må kome etter. Alt anna er lagra.",
)
_REFUSED = Text("«{scheme}»: {why}", "«{scheme}»: {why}")
_STALE = Text(
    "Noen andre har lagret noe mens denne siden sto åpen. Det dere skrev, er ikke lagret, men står "
    "her fortsatt. Se over, og prøv en gang til.",
    "Nokon andre har lagra noko medan denne sida stod open. Det de skreiv, er ikkje lagra, men "
    "står her framleis. Sjå over, og prøv ein gong til.",
)
_ATTEMPTS = 3
_CHANGED, _CHANGED_AND_SAVED = "andre", "andre-lagret"


@dataclass(frozen=True, slots=True)
class _Shown:
    """A measure on the page; `member` where it is in the plan, `why` where it is not."""

    account: SchemeAccount
    member: Member | None = None
    why: str = ""

    @property
    def id(self) -> str:
        """Return the id of the scheme."""
        return self.account.scheme.id


class _Contents:
    """What stands on the page of a case: our plan with the adviser's choices in it."""

    def __init__(self) -> None:
        self.report = _report()
        account = self.report.review
        out = account.reviewed.taken_out if account else ()
        self.core = [_Shown(each.account, each) for each in self.report.core]
        self.out = [_Shown(self.report.scheme(each)) for each in out]
        self.later = [_Shown(each.account, each) for each in self.report.later]
        self.no_room = [_Shown(each.account, why=each.why) for each in self.report.no_room]
        self.others = [_Shown(self.report.scheme(each)) for each in self._others()]

    def _others(self) -> Iterator[str]:
        """Yield what the adviser says something of, and the plan has nothing of."""
        shown = {each.id for each in (*self.core, *self.out, *self.later, *self.no_room)}
        review, known = opened().case.review, opened().advice.verdicts
        for id_ in review.measures if review else ():
            if id_ in known and id_ not in shown:
                yield id_

    @property
    def shown(self) -> list[_Shown]:
        """Return every measure with fields of its own."""
        return [*self.core, *self.out, *self.later, *self.no_room, *self.others]

    @property
    def takes_in(self) -> list[SchemeAccount]:
        """Return what could be taken in and is not on the page, by name."""
        shown = {each.id for each in self.shown}
        left = (each.scheme for each in opened().advice.bundle.left_out)
        found = [self.report.scheme(each) for each in left if each not in shown]
        return sorted(found, key=lambda each: each.scheme.name)

    def form(self) -> ReviewForm:
        """Return the form of what is shown."""
        offered = [_offered(each) for each in self.shown]
        return review_form(offered, [each.scheme.id for each in self.takes_in])


def _offered(shown: _Shown) -> Offered:
    """Return what can be done with a measure: what is planned, and what it could be instead."""
    item = opened().advice.bundle.item(shown.id)
    choices = [AS_PLANNED]
    if item is None or not item.phase.in_core:
        choices.append(IN)
    if item is not None:
        choices.append(OUT)
    chosen = _stored().measure(shown.id).include
    held = AS_PLANNED if chosen is None else IN if chosen else OUT
    if held not in choices:  # chosen when the plan was another
        choices.append(held)
    return Offered(shown.id, opened().advice.rulebook.schemes[shown.id].name, tuple(choices))


def _stored() -> Review:
    return opened().case.review or Review()


@BLUEPRINT.get("/gjennomgang")
@let_in(Whom.READER)
def show() -> Answer:
    """Show what the adviser has added: to be written in by the adviser, to be read by the owner.

    One who may only read has the memo.
    """
    if opened().stored.access is Access.READER:
        return redirect(url_for("memo.show"))
    if not opened().is_adviser:
        print_ahead()
        return _read()
    page = _Contents()
    form = page.form()
    form.show(_stored())
    file = file_that_follows()
    content = _rendered(page, form, fetching=file)
    print_ahead()
    return content, 200, {"Refresh": f"1; url={file}"} if file else {}


@BLUEPRINT.post("/gjennomgang")
@let_in(Whom.ADVISER)
def save() -> Answer:
    """Save what was changed, and move a measure where that is asked; or show what is wrong."""
    page = _Contents()
    form = page.form()
    if request.form.get("ga") == OTHER_LANGUAGE:
        return _in_other_language(page, form)
    sound = form.check(reordered=bool(_stored().order or _move_asked()))
    if form.stale or not (sound or regardless()):
        form.keep_conflict(_stored())
        return _rendered(page, form), 400 if form.stale else 422
    form.leave_out()
    held = set() if settles() else hold_back(form.own)
    for _ in range(_ATTEMPTS):
        answer = _save_once(page, form, held)
        if answer is not None:
            return answer
    return _rendered(page, form, [say(_STALE)]), 409


def _in_other_language(page: _Contents, form: ReviewForm) -> Answer:
    """Show the page with what is typed on it, not yet saved: only its own language is another."""
    sound = form.read()
    form.keep_conflict(_stored())
    return _rendered(page, form), 200 if sound else 400


def _save_once(page: _Contents, form: ReviewForm, held: set[str]) -> Answer | None:
    """Save but what is `held` back; return nothing where somebody else came in between."""
    stored, parts = opened().stored, services().parts
    part = parts.read(stored, PartKind.REVIEW, services().rulebook.former)
    known = now(part.body) or Review()
    conflicts = form.conflicts(known) | held
    if conflicts and not regardless():
        form.refuse(conflicts, known)
        return _rendered(page, form), 409
    form.leave_out(conflicts)
    wanted = form.merged(known)
    if _refuse_what_cannot_be(form, wanted):
        if not regardless():
            return _rendered(page, form), 422
        form.leave_out()
        wanted = form.merged(known)
    if request.form.get("ga") == UNDO:
        return _undone(form, part, wanted)
    wanted, problem = _moved(wanted)
    changed = wanted != known
    if changed and not parts.save(stored, PartKind.REVIEW, kept(wanted, known), part.revision):
        return None
    if problem:
        reopen()
        again = _Contents()
        fresh = again.form()
        fresh.show(wanted)
        return _rendered(again, fresh, [problem]), 422
    return redirect(_next_address(changed=changed), 303)


def _undone(form: ReviewForm, part: Part, wanted: Review) -> Answer | None:
    """Put back what stood before the last change, with what was typed since; one save does both.

    Done again, only the change comes back. Where somebody else has saved since, what was typed is
    saved and nothing is put back. Return nothing where somebody came in between.
    """
    known, put_back = now(part.body) or Review(), form.merged_with_who(before(part.body), wanted)
    body, told = kept(put_back, wanted, undone=not is_undone(part.body)), "angret"
    if not _is_seen(part):
        body, told = kept(wanted, known), _CHANGED if wanted == known else _CHANGED_AND_SAVED
    elif is_undone(part.body):
        told = "gjort-om"
    if put_back == wanted:
        body, told = kept(wanted, known), "ja"
    if told != _CHANGED and not services().parts.save(
        opened().stored, PartKind.REVIEW, body, part.revision
    ):
        return None
    return redirect(url_for(".show", lagret=told), 303)


def _next_address(*, changed: bool) -> str:
    """Return where the sender wanted to go. A file leaves its page standing: one made anew."""
    move, leaving, told = _move_asked(), way_out(), "ja" if changed else "nei"
    if is_file(leaving) and changed:
        return url_for(".show", lagret=told, hent=leaving)
    return leaving or url_for(".show", lagret=told, _anchor=f"tiltak-{move[0]}" if move else None)


def _refuse_what_cannot_be(form: ReviewForm, wanted: Review) -> bool:
    """Say at each choice that the sender made, and that cannot be followed, why that is so."""
    if opened().advice.plan.basis is not PlanBasis.ADVICE:
        return False
    made = advice.with_review(opened().advice, wanted)
    if made.reviewed is None:
        return False
    account = ReviewAccount(Wording(made, language()), made.reviewed)
    before_now = _stored()
    for id_, why in account.refused.items():
        message = say(_REFUSED, scheme=opened().wording.labels.scheme_name(id_), why=why)
        if wanted.measure(id_).include is before_now.measure(id_).include:
            continue
        box = form.include(id_) if id_ in form.schemes else form["til"]
        box.errors = [message]
    return bool(form.problems)


def _move_asked() -> tuple[str, bool] | None:
    """Return the measure to move, and whether up."""
    way, _, scheme = request.form.get("ga", "").partition(":")
    return (scheme, way == "opp") if way in {"opp", "ned"} and scheme else None


def _moved(review: Review) -> tuple[Review, str]:
    asked = _move_asked()
    if asked is None:
        return review, ""
    scheme, up = asked
    try:
        return advice.moved(opened().advice, review, scheme, up=up), ""
    except CannotMoveError as error:
        name = opened().wording.labels.scheme_name
        return review, say(_RESTS_ON, scheme=name(error.scheme), rests_on=name(error.rests_on))


@BLUEPRINT.post("/gjennomgang/angre")
@let_in(Whom.REVIEWER)
def undo() -> Answer:
    """Put back what stood before the last change; done twice, it is done again.

    The owner puts back only what was taken away.
    """
    if not opened().is_adviser and opened().case.review is not None:
        abort(403)
    part = _part()
    if not ButtonForm().read() or not _is_seen(part):
        return redirect(url_for(".show", lagret=_CHANGED), 303)
    wanted = kept(before(part.body), now(part.body), undone=not is_undone(part.body))
    told = "angret" if is_undone(wanted) else "gjort-om"
    return _replaced(part, wanted, told)


@BLUEPRINT.get("/gjennomgang/fjern")
@let_in(Whom.REVIEWER)
def ask_to_remove() -> Answer:
    """Ask once more before all that the adviser has added is taken away."""
    return _asked_to_remove(ButtonForm())


@BLUEPRINT.post("/gjennomgang/fjern")
@let_in(Whom.REVIEWER)
def remove() -> Answer:
    """Take away all that the adviser has added. It can be put back."""
    form, part = ButtonForm(), _part()
    if not form.read():
        return _asked_to_remove(form), 400
    if not _is_seen(part):
        return redirect(url_for(".show", lagret=_CHANGED), 303)
    return _replaced(part, kept(None, now(part.body)), "fjernet")


def _asked_to_remove(form: ButtonForm) -> str:
    return render_template(
        "web/gjennomgang_fjern.html", case=opened(), form=form, seen=_part().revision
    )


def _part() -> Part:
    known = services()
    return known.parts.read(opened().stored, PartKind.REVIEW, known.rulebook.former)


def _is_seen(part: Part) -> bool:
    return request.form.get("seen", "") == str(part.revision)


def _replaced(part: Part, wanted: Any, told: str) -> Answer:  # noqa: ANN401 - JSON
    saved = services().parts.save(opened().stored, PartKind.REVIEW, wanted, part.revision)
    return redirect(url_for(".show", lagret=told if saved else _CHANGED), 303)


def _read() -> str:
    """Return the page for the owner, who writes nothing in it."""
    return render_template(
        "web/gjennomgang_lest.html",
        case=opened(),
        report=_report(),
        button=ButtonForm(),
        **_about_changes(),
    )


def _report() -> CaseAccount:
    return CaseAccount(Wording(opened().reviewed, language()))


def _about_changes() -> dict[str, object]:
    """Return what the page says of changes that were saved, and of taking them back."""
    part = _part()
    differing = differences(opened().wording.labels, now(part.body), before(part.body))
    return {
        "saved": request.args.get("lagret", ""),
        "seen": part.revision,
        "can_undo": bool(differing),
        "undone": is_undone(part.body),
        "differing": opened().wording.labels.listed(differing) if differing else "",
        "without": WITHOUT,
    }


def _rendered(
    page: _Contents, form: ReviewForm, problems: Iterable[str] = (), fetching: str = ""
) -> str:
    return render_template(
        "web/gjennomgang.html",
        case=opened(),
        page=page,
        form=form,
        problems=list(problems),
        fetching=fetching,
        has_plan=opened().advice.plan.basis is PlanBasis.ADVICE,
        **_about_changes(),
    )


@BLUEPRINT.get("/radgiver")
@let_in(Whom.OWNER)
def ask_to_withdraw() -> Answer:
    """Ask once more before the adviser's link is taken back."""
    return render_template("web/radgiver_trekk.html", case=opened(), form=ButtonForm())


@BLUEPRINT.post("/radgiver")
@let_in(Whom.OWNER)
def invite() -> Answer:
    """Hand out the link for an adviser, or take it back."""
    stored = opened().stored
    form, wanted = ButtonForm(), request.form.get("ga") == "lag"
    if not form.read():
        name = "radgiver" if wanted else "radgiver_trekk"
        return render_template(f"web/{name}.html", case=opened(), form=form), 400
    services().store.invite_adviser(stored, invited=wanted)
    anchor, told = ("lenke-radgiver", "lagd") if wanted else ("radgiver", "trukket")
    return redirect(url_for("case.save", radgiver=told, _anchor=anchor), 303)
