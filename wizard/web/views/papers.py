"""The papers of a case, each in its forms: memo, short note and question sheet; calendar, table."""

from dataclasses import replace
from functools import partial

from flask import Blueprint, Response, abort, render_template, request, url_for

from wizard.advice import assess, with_review
from wizard.domain.advice import Advice
from wizard.domain.text import Text
from wizard.memo.calendar import calendar as calendar_of
from wizard.memo.calendar_words import NO_DATES
from wizard.memo.compose import compose
from wizard.memo.docx.writer import render_docx
from wizard.memo.html import render_html
from wizard.memo.model import Item, Memo, Paper
from wizard.memo.naming import memo_filename
from wizard.memo.sheet import plan_csv
from wizard.plain.rows import plan_json
from wizard.press.problems import TooManyRenders
from wizard.report.case import CaseAccount
from wizard.voice.wording import Wording
from wizard.web.access import Whom, let_in
from wizard.web.filters import static
from wizard.web.in_line import in_line
from wizard.web.language import say
from wizard.web.opened import Opened, give_link, opened, take_link
from wizard.web.printing import Answer, hand_out, how_it_goes, owner, told
from wizard.web.services import services
from wizard.web.views.issued import issue

BLUEPRINT = Blueprint("papers", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
BLUEPRINT.register_error_handler(TooManyRenders, told)
# In an address: the paper as it is without what an adviser has added.
WITHOUT = "uten"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STYLES = ("skrift.css", "tokens.css", "memo.css")
_BACK = Text("Tilbake til siden om notatet", "Tilbake til sida om notatet")
_BACK_TO_STATUS = Text("Tilbake til oppfølgingen", "Tilbake til oppfølginga")


@BLUEPRINT.get("/notat.html")
@let_in(Whom.READER)
def html() -> Response:
    """Show the paper as a page, to be read or printed from the browser."""
    paper = _paper()
    back = Item(say(_BACK), link=url_for("memo.show"))
    if paper is Paper.STATUS:
        back = Item(say(_BACK_TO_STATUS), link=url_for("follow_up.show"))
    styles = [static(name) for name in _STYLES]
    page = in_line(render_html)(_composed(paper), styles, back)
    return Response(page, mimetype="text/html")


@BLUEPRINT.get("/notat.pdf")
@let_in(Whom.READER)
def pdf() -> Answer:
    """Hand out the paper; when that fails, say so and offer the page."""
    paper = _paper()
    try:
        memo = _composed(paper)
        return hand_out(
            _printed(memo),
            memo_filename(_advice(paper), "pdf", paper),
            url_for(".making", papir=paper, radgiver=_without()),
            partial(issue, of=_advice(paper), kind=memo.paper),
        )
    except Exception as problem:  # noqa: BLE001 - a failed render must not cost anybody the memo
        return told(problem)


@BLUEPRINT.get("/notat/lages")
@let_in(Whom.READER)
def making() -> Answer:
    """Say how far the PDF is, and lead to it when it is ready."""
    paper = _paper()
    try:
        ready = url_for(".pdf", papir=paper, radgiver=_without())
        return how_it_goes(_printed(_composed(paper)), ready)
    except Exception as problem:  # noqa: BLE001 - as for the PDF
        return told(problem)


@BLUEPRINT.get("/notat.docx")
@let_in(Whom.READER)
def docx() -> Response:
    """Hand out the paper as a Word document."""
    paper = _paper()
    return _file(in_line(render_docx)(_composed(paper)), _WORD, "docx", paper)


@BLUEPRINT.get("/notat.ics")
@let_in(Whom.READER)
def calendar() -> Response | tuple[str, int]:
    """Hand out the dates of the plan; say so where there are none."""
    content = calendar_of(_report())
    if content is None:
        return render_template("web/uten_kalender.html", case=opened(), message=say(NO_DATES)), 404
    return _file(content, "text/calendar", "ics")


@BLUEPRINT.get("/notat.csv")
@let_in(Whom.READER)
def table() -> Response:
    """Hand out the plan as a table for a spreadsheet."""
    return _file(plan_csv(_report()), "text/csv", "csv")


@BLUEPRINT.get("/notat.json")
@let_in(Whom.READER)
def plan() -> Response:
    """Hand out the plan as data."""
    return _file(plan_json(_report()), "application/json", "json")


def print_ahead() -> None:
    """Begin with the PDF that whoever gets this page may ask for next."""
    services().printer.ahead(partial(_whole, opened()), owner())


def _whole(case: Opened) -> str:
    """Return the page of the whole memo. This runs outside the request, which may be over."""
    return _printed(compose(case.advice))


def _without() -> str | None:
    """Return what the address says of the adviser's part; `None` where it says nothing."""
    return WITHOUT if request.args.get("radgiver") == WITHOUT else None


@in_line
def _composed(paper: Paper | None) -> Memo:
    return compose(_advice(paper), paper=paper)


def _advice(paper: Paper | None = None) -> Advice:
    """Return what a paper is made of: with the adviser's part, or without, as the address asks.

    How a plan has gone is told on the day it is told.
    """
    case = opened()
    advice = case.advice
    if paper is Paper.STATUS:
        advice = assess(case.case, services().rulebook, case.municipality, services().today())
    return replace(advice, case=replace(advice.case, review=None)) if _without() else advice


@in_line
def _printed(memo: Memo) -> str:
    """Return the page that the paper is printed from."""
    return render_html(memo, stylesheets=())


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
    return CaseAccount(Wording(with_review(_advice())))


def _file(content: bytes, kind: str, suffix: str, paper: Paper | None = None) -> Response:
    """Return something to keep, named by day, paper and municipality."""
    response = Response(content, mimetype=kind)
    name = memo_filename(_advice(paper), suffix, paper)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
