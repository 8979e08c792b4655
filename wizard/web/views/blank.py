"""The questionnaire on paper, for anybody and for one case: as a page, and as a PDF to print."""

from flask import Blueprint, Response, g, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from wizard.memo.blank_form import BlankForm, blank_form, form_of_case, form_page
from wizard.press.printer import finished
from wizard.press.problems import NotPrinted
from wizard.web.access import Whom, let_in
from wizard.web.filters import static
from wizard.web.language import language, say
from wizard.web.opened import give_link, opened, take_link
from wizard.web.printing import owner
from wizard.web.services import services

PUBLIC = Blueprint("blank", __name__, url_prefix="/<language:language>")
BLUEPRINT = Blueprint("blank_of_case", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
_STYLES = ("skrift.css", "tokens.css", "memo.css")
_ANYBODY = "skjema"  # whose the PDF is to the printer, where it is of no case
_ASK_AGAIN = "2"  # seconds
Answer = AnyResponse | tuple[str, int] | tuple[str, int, dict[str, str]]


@PUBLIC.get("/sporreskjema")
@BLUEPRINT.get("/sporreskjema")
@let_in(Whom.ANYBODY)
def show() -> str:
    """Show the form as a page."""
    return form_page(_form(), [static(name) for name in _STYLES])


@PUBLIC.get("/sporreskjema.pdf")
@BLUEPRINT.get("/sporreskjema.pdf")
@let_in(Whom.ANYBODY)
def pdf() -> Answer:
    """Hand out the form as a PDF, or lead to the page that waits for it."""
    form = _form()
    try:
        content = services().printer.pdf(finished(form_page(form)), _whose())
    except NotPrinted as problem:
        return render_template("web/skjema_lages.html", message=say(problem.message)), 503
    if content is None:
        return redirect(url_for(".making"), 303)
    response = Response(content, mimetype="application/pdf")
    response.headers.set("Content-Disposition", "attachment", filename=form.file_name)
    return response


@PUBLIC.get("/sporreskjema/lages")
@BLUEPRINT.get("/sporreskjema/lages")
@let_in(Whom.ANYBODY)
def making() -> Answer:
    """Say that the PDF is being made; the page asks for it again by itself."""
    page = render_template("web/skjema_lages.html", message="")
    return page, 200, {"Refresh": f"{_ASK_AGAIN}; url={url_for('.pdf')}"}


def _form() -> BlankForm:
    if "opened" in g:
        return form_of_case(opened().report, opened().progress, services().today())
    return blank_form(services().rulebook, services().today(), language())


def _whose() -> str:
    return owner() if "opened" in g else _ANYBODY
