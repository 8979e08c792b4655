"""The papers of a case, each in its forms: memo, short note and question sheet; calendar, table."""

from dataclasses import dataclass, replace
from datetime import date

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
from wizard.memo.naming import memo_filename, paper_of
from wizard.memo.sheet import plan_csv
from wizard.plain.rows import plan_json
from wizard.press import fingerprint
from wizard.press.printer import Draft
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


@dataclass(frozen=True, slots=True)
class _Order:
    """A paper of a case, on a day, as an address asks for it.

    It can be carried out after the request, once the advice of the case has been worked out in it.
    """

    paper: Paper | None
    without: str | None
    case: Opened
    today: date

    @property
    def draft(self) -> Draft:
        """Return the page that the paper is printed from, to be composed where it must be."""
        day = self.today if self.paper is Paper.STATUS else ""
        made_of = repr((self.case.case, self.case.rulebook.hash, self.paper, self.without, day))
        return Draft(fingerprint.of(made_of), self.page)

    def advice(self) -> Advice:
        """Return what the paper is made of: with the adviser's part, or without.

        How a plan has gone is told on the day it is told.
        """
        of, advice = self.case, self.case.advice
        if self.paper is Paper.STATUS:
            advice = assess(of.case, of.rulebook, of.municipality, self.today)
        return replace(advice, case=replace(advice.case, review=None)) if self.without else advice

    def memo(self) -> Memo:
        """Return the paper, composed."""
        return in_line(compose)(self.advice(), paper=self.paper)

    def page(self) -> str:
        """Return the page that the paper is printed from."""
        return in_line(render_html)(self.memo(), stylesheets=())

    def given(self, content: bytes) -> str:
        """Note that the paper goes out as this file, and return the name of the file."""
        advice = self.advice()
        issue(content, advice, paper_of(advice, self.paper))
        return self.named("pdf")

    def named(self, suffix: str) -> str:
        """Return the name of a file with the paper."""
        return memo_filename(self.advice(), suffix, self.paper)


@BLUEPRINT.get("/notat.html")
@let_in(Whom.READER)
def html() -> Response:
    """Show the paper as a page, to be read or printed from the browser."""
    order = _ordered()
    back = Item(say(_BACK), link=url_for("memo.show"))
    if order.paper is Paper.STATUS:
        back = Item(say(_BACK_TO_STATUS), link=url_for("follow_up.show"))
    styles = [static(name) for name in _STYLES]
    page = in_line(render_html)(order.memo(), styles, back)
    return Response(page, mimetype="text/html")


@BLUEPRINT.get("/notat.pdf")
@let_in(Whom.READER)
def pdf() -> Answer:
    """Hand out the paper; when that fails, say so and offer the page."""
    order = _ordered()
    meanwhile = url_for(".making", papir=order.paper, radgiver=order.without)
    try:
        return hand_out(order.draft, meanwhile, order.given)
    except Exception as problem:  # noqa: BLE001 - a failed render must not cost anybody the memo
        return told(problem)


@BLUEPRINT.get("/notat/lages")
@let_in(Whom.READER)
def making() -> Answer:
    """Say how far the PDF is, and lead to it when it is ready."""
    order = _ordered()
    try:
        return how_it_goes(order.draft, url_for(".pdf", papir=order.paper, radgiver=order.without))
    except Exception as problem:  # noqa: BLE001 - as for the PDF
        return told(problem)


@BLUEPRINT.get("/notat.docx")
@let_in(Whom.READER)
def docx() -> Response:
    """Hand out the paper as a Word document."""
    order = _ordered()
    return _file(in_line(render_docx)(order.memo()), _WORD, order.named("docx"))


@BLUEPRINT.get("/notat.ics")
@let_in(Whom.READER)
def calendar() -> Response | tuple[str, int]:
    """Hand out the dates of the plan; say so where there are none."""
    order = _ordered()
    content = calendar_of(_report(order))
    if content is None:
        return render_template("web/uten_kalender.html", case=opened(), message=say(NO_DATES)), 404
    return _file(content, "text/calendar", order.named("ics"))


@BLUEPRINT.get("/notat.csv")
@let_in(Whom.READER)
def table() -> Response:
    """Hand out the plan as a table for a spreadsheet."""
    order = _ordered()
    return _file(plan_csv(_report(order)), "text/csv", order.named("csv"))


@BLUEPRINT.get("/notat.json")
@let_in(Whom.READER)
def plan() -> Response:
    """Hand out the plan as data."""
    order = _ordered()
    return _file(plan_json(_report(order)), "application/json", order.named("json"))


def print_ahead() -> None:
    """Begin with the PDF that whoever gets this page may ask for next."""
    whole = _Order(None, None, opened(), services().today())
    services().printer.ahead(whole.draft, owner())


def _ordered() -> _Order:
    """Return what the address asks for; a paper that it does not name is not there."""
    asked = request.args.get("papir")
    if asked is not None and asked not in set(Paper):
        abort(404)
    paper = None if asked is None else Paper(asked)
    without = WITHOUT if request.args.get("radgiver") == WITHOUT else None
    return _Order(paper, without, opened(), services().today())


def _report(order: _Order) -> CaseAccount:
    """Return what is said of the case, in its own language as the memo is."""
    return CaseAccount(Wording(with_review(order.advice())))


def _file(content: bytes, kind: str, name: str) -> Response:
    """Return something to keep, named by day, paper and municipality."""
    response = Response(content, mimetype=kind)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
