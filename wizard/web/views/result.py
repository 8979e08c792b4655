"""The advice on screen: every scheme appears once, where its verdict puts it."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard.domain.case import Answer
from wizard.report import front
from wizard.report.abolished import abolished_by, account_of_abolished
from wizard.report.explanation import explain as explain_verdict
from wizard.report.in_short import in_short
from wizard.report.provisional import provisional
from wizard.web.access import Whom, let_in
from wizard.web.forms.undo import UndoForm
from wizard.web.moved import Moved, advice_on, moved
from wizard.web.opened import give_link, opened, take_link
from wizard.web.outline import outline
from wizard.web.services import services
from wizard.web.views.papers import print_ahead

BLUEPRINT = Blueprint("result", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answered = str | Response | tuple[str, int]


@BLUEPRINT.get("/rad")
@let_in(Whom.READER)
def show() -> str:
    """Show the advice; with `siden`, also what has moved since that save."""
    page = _page(UndoForm(), _revision(request.args.get("siden", "")))
    print_ahead()
    return page


@BLUEPRINT.post("/rad/angre")
@let_in(Whom.OWNER)
def undo() -> Answered:
    """Put the answers back as they were at a save; leave those that somebody has changed since."""
    stored, form = opened().stored, UndoForm()
    since = _revision(form.siden.data or "")
    if since is None:
        return redirect(url_for(".show"), 303)
    if not form.read():
        return _page(form, since), 400
    saved = services().store.save_answers(
        stored, _answers_back(since), form.revision_seen, services().today()
    )
    return redirect(
        url_for(".show", siden=stored.revision, uendret=len(saved.conflicts) or None), 303
    )


@BLUEPRINT.get("/rad/<scheme>")
@let_in(Whom.READER)
def explain(scheme: str) -> str | tuple[str, int]:
    """Show every step to the verdict on one scheme; of one that is gone, what came instead."""
    if scheme not in opened().advice.verdicts:
        gone = abolished_by(scheme, opened().advice.rulebook) or abort(404)
        account = account_of_abolished(gone, opened().wording.labels, scheme)
        status = 200 if account.was_there else 410
        return render_template("web/utgatt.html", case=opened(), gone=account), status
    in_bundle = opened().advice.bundle.item(scheme) is not None
    return render_template(
        "web/begrunnelse.html",
        case=opened(),
        scheme=scheme,
        short=in_short(opened().report, scheme),
        branches=outline(explain_verdict(opened().wording, scheme)),
        anchor=f"ordning-{scheme}" if in_bundle else None,
    )


def _page(form: UndoForm, since: int | None) -> str:
    case = opened()
    changes = None if since is None else _changes(since)
    if since is not None:
        form.siden.data, form.revision.data = str(since), str(case.stored.revision)
    return render_template(
        "web/rad.html",
        case=case,
        lines=front.brief(case.report),
        choices=front.choices(case.report),
        heading=case.report.say(front.HEADING),
        provisional=provisional(case.report, case.progress),
        moved=changes,
        form=form,
        kept=_revision(request.args.get("uendret", "")),
    )


def _revision(text: str) -> int | None:
    """Return a number that stands in an address or a form; `None` for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004


def _changes(since: int) -> Moved | None:
    """Return what has moved since a save; `None` where no answer has."""
    before = services().store.as_it_was(opened().stored, since)
    if before == opened().case:
        return None
    return moved(advice_on(before), opened().advice)


def _answers_back(since: int) -> dict[str, Answer | None]:
    """Return what must be written to have the answers of a save again."""
    now = opened().case.answers
    then = services().store.as_it_was(opened().stored, since).answers
    facts = (*then, *(fact for fact in now if fact not in then))
    return {fact: then.get(fact) for fact in facts if then.get(fact) != now.get(fact)}
