"""The memo: what people write into it themselves, its language, and the document in its forms."""

from collections.abc import Collection

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from wizard.domain.memo_fields import MEETING_DAY
from wizard.memo.calendar import calendar as calendar_of
from wizard.memo.calendar_words import NO_DATES
from wizard.memo.compose import compose
from wizard.memo.docx.writer import render_docx
from wizard.memo.html import render_html, render_pdf
from wizard.memo.model import Paper
from wizard.memo.naming import memo_filename
from wizard.memo.sheet import plan_csv
from wizard.plain.rows import plan_json
from wizard.press.pdf import PdfUnavailable, UnprintableCharacters
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording
from wizard.web.downloads import purposes
from wizard.web.filters import static
from wizard.web.forms.memo import MemoForm
from wizard.web.headers import allow_own_styles
from wizard.web.language import say
from wizard.web.opened import give_link, must_be_editable, opened, reopen, take_link
from wizard.web.services import services

BLUEPRINT = Blueprint("memo", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STYLES = ("skrift.css", "tokens.css", "memo.css")


@BLUEPRINT.get("/notat")
def show() -> str:
    """Offer the memo, and let the municipality add what only it knows."""
    form = MemoForm()
    form.show(opened().case)
    saved = request.args.getlist("lagret") if "lagret" in request.args else None
    return _page(form, saved)


@BLUEPRINT.post("/notat")
def save() -> str | AnyResponse | tuple[str, int]:
    """Save what was changed; or show what stands in the way."""
    stored, today, store = must_be_editable(), services().today(), services().store
    form = MemoForm()
    if request.form.get("ga") == "sprak":
        return _in_other_language(form)
    if not form.check():
        form.keep_conflict(opened().case)
        return _page(form), 400 if form.stale else 422
    if form.new_language:
        store.save_language(stored, form.new_language, today)
    changed = form.changed
    if conflicts := store.save_texts(stored, form.texts, form.seen, today):
        form.refuse(conflicts, reopen().case)
        return _page(form, set(changed) - conflicts or None), 409
    if request.form.get("ga") == "rad":
        return redirect(url_for("result.show"), 303)
    return redirect(url_for(".show", lagret=changed or ""), 303)


@BLUEPRINT.get("/notat.html")
def html() -> Response:
    """Show the memo as a page, to be read or printed from the browser."""
    memo = compose(opened().advice, paper=_paper())
    page = render_html(memo, [static(name) for name in _STYLES])
    return allow_own_styles(Response(page, mimetype="text/html"))


@BLUEPRINT.get("/notat.pdf")
def pdf() -> Response | tuple[str, int]:
    """Hand out the memo; when that fails, say so and offer the page."""
    paper = _paper()
    try:
        content = render_pdf(compose(opened().advice, paper=paper))
    except (PdfUnavailable, UnprintableCharacters) as problem:
        return _without_pdf(say(problem.message)), 503
    except Exception:  # a failed render must not cost anybody the memo
        current_app.logger.exception("Notatet lot seg ikke lage")
        return _without_pdf(""), 500
    return _file(content, "application/pdf", "pdf", paper)


@BLUEPRINT.get("/notat.docx")
def docx() -> Response:
    """Hand out the memo as a Word document."""
    paper = _paper()
    content = render_docx(compose(opened().advice, paper=paper))
    return _file(content, _WORD, "docx", paper)


@BLUEPRINT.get("/notat.ics")
def calendar() -> Response | tuple[str, int]:
    """Hand out the dates of the plan; say so where there are none."""
    content = calendar_of(_report())
    if content is None:
        return render_template("web/uten_kalender.html", case=opened(), message=say(NO_DATES)), 404
    return _file(content, "text/calendar", "ics")


@BLUEPRINT.get("/notat.csv")
def table() -> Response:
    """Hand out the plan as a table for a spreadsheet."""
    return _file(plan_csv(_report()), "text/csv", "csv")


@BLUEPRINT.get("/notat.json")
def plan() -> Response:
    """Hand out the plan as data."""
    return _file(plan_json(_report()), "application/json", "json")


def _paper() -> Paper | None:
    """Return the paper that the address asks for; what it does not name is not there."""
    asked = request.args.get("papir")
    if asked is None:
        return None
    if asked not in set(Paper):
        abort(404)
    return Paper(asked)


def _report() -> CaseAccount:
    """Return what is said of the case, in its own language as the memo is."""
    return CaseAccount(Wording(opened().advice))


def _file(content: bytes, kind: str, suffix: str, paper: Paper | None = None) -> Response:
    """Return something to keep, named by day, paper and municipality."""
    response = Response(content, mimetype=kind)
    name = memo_filename(opened().advice, suffix, paper)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _in_other_language(form: MemoForm) -> str | tuple[str, int]:
    """Show the page with what is typed on it, not yet saved: only its own language is another."""
    sound = form.read()
    form.keep_conflict(opened().case)
    return _page(form) if sound else (_page(form), 400)


def _page(form: MemoForm, saved: Collection[str] | None = None) -> str:
    """Return the page; `saved` are the ids of what was saved just now, if anything was sent."""
    early = form.early_meeting(opened().case)
    return render_template(
        "web/notat.html",
        case=opened(),
        form=form,
        saved=None if saved is None else form.names(saved),
        early_meeting=early,
        early_now=early if MEETING_DAY.id in (saved or ()) else "",
        purposes=purposes(current_app.view_functions),
    )


def _without_pdf(message: str) -> str:
    return render_template("web/uten_pdf.html", case=opened(), message=message)
