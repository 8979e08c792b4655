"""The memo: its language, the municipality's own words, and the document itself."""

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from wizard.memo.compose import compose
from wizard.memo.html import render_html, render_pdf
from wizard.memo.naming import memo_filename
from wizard.press.pdf import PdfUnavailable, UnprintableCharacters
from wizard.web.filters import static
from wizard.web.forms.memo import FIELD, MemoForm
from wizard.web.headers import allow_own_styles
from wizard.web.language import say
from wizard.web.opened import give_link, must_be_editable, opened, reopen, take_link
from wizard.web.services import services
from wizard.web.views.issued import issue

BLUEPRINT = Blueprint("memo", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
_STYLES = ("skrift.css", "tokens.css", "memo.css")


@BLUEPRINT.get("/notat")
def show() -> str:
    """Offer the memo, and let the municipality add its own words."""
    form = MemoForm()
    form.show(opened().case)
    return _page(form, saved="lagret" in request.args)


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
    if store.save_texts(stored, {FIELD: form.text}, {FIELD: form.seen_text}, today):
        form.refuse(reopen().case)
        return _page(form), 409
    return redirect(url_for(".show", lagret="ja"), 303)


@BLUEPRINT.get("/notat.html")
def html() -> Response:
    """Show the memo as a page, to be read or printed from the browser."""
    page = render_html(compose(opened().advice), [static(name) for name in _STYLES])
    return allow_own_styles(Response(page, mimetype="text/html"))


@BLUEPRINT.get("/notat.pdf")
def pdf() -> Response | tuple[str, int]:
    """Hand out the memo; when that fails, say so and offer the page."""
    try:
        content = render_pdf(compose(opened().advice))
    except (PdfUnavailable, UnprintableCharacters) as problem:
        return _without_pdf(say(problem.message)), 503
    except Exception:  # a failed render must not cost anybody the memo
        current_app.logger.exception("Notatet lot seg ikke lage")
        return _without_pdf(""), 500
    issue(content)
    response = Response(content, mimetype="application/pdf")
    name = memo_filename(opened().advice)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _in_other_language(form: MemoForm) -> str | tuple[str, int]:
    """Show the page with what is typed on it, not yet saved: only its own language is another."""
    sound = form.read()
    form.keep_conflict(opened().case)
    return _page(form) if sound else (_page(form), 400)


def _page(form: MemoForm, *, saved: bool = False) -> str:
    return render_template("web/notat.html", case=opened(), form=form, saved=saved)


def _without_pdf(message: str) -> str:
    return render_template("web/uten_pdf.html", case=opened(), message=message)
