"""The questionnaire: a few questions a page, saved whichever way one leaves, then looked over."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from wizard.domain.advice import Origin as FactOrigin
from wizard.questionnaire import (
    ItemState,
    PageProgress,
    ThemeProgress,
    left_off,
    newly_asked,
    newly_doubted,
    not_after,
    sheets,
    step_of,
)
from wizard.report.answers import AnswerAccount, answer_of, known_of
from wizard.web.access import Whom, let_in
from wizard.web.answering import Outcome, form_of, save, take_back
from wizard.web.forms.small import ButtonForm
from wizard.web.forms.theme import ThemeForm
from wizard.web.language import t
from wizard.web.leaving import OTHER_LANGUAGE, UNDO, here, ours, way_out
from wizard.web.opened import give_link, opened, take_link
from wizard.web.origin import Origin, anchor_of, answered_since, origin_sent
from wizard.web.short_way import short_pages

BLUEPRINT = Blueprint("steps", __name__, url_prefix="/<language:language>/sak/<link:link>")
BLUEPRINT.url_value_preprocessor(take_link)
BLUEPRINT.url_defaults(give_link)
Answer = str | Response | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Questions that stand together, and what comes after them.

    `fields` are open to be answered; `rest` did not find room beside them, and `later` are asked
    after that. `follow` says which of the questions that the answers lead to are asked at once.
    """

    fields: tuple[ItemState, ...]
    origin: Origin
    show: Callable[[ThemeForm], str]
    rest: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    follow: Callable[[str], bool] = lambda _: True


@BLUEPRINT.get("/tema/")
@let_in(Whom.READER)
def first() -> Response:
    """Lead to where one left off; to the first page, where one has not begun."""
    begun = any(each.said for each in opened().progress)
    return _to(left_off(opened().progress) if begun else opened().progress[0].entry)


@BLUEPRINT.get("/tema/<theme>")
@let_in(Whom.READER)
def theme(theme: str) -> Response:
    """Lead to the first page of a theme with something left to answer."""
    return _to(_theme(theme).entry)


@BLUEPRINT.route("/tema/<theme>/<page>", methods=["GET", "POST"])
@let_in(Whom.READER, to_send=Whom.OWNER)
def page(theme: str, page: str) -> Answer:
    """Ask the questions of one page; save them."""
    every = _theme(theme).every_page
    found = next((each for each in every if each.page.id == page), None) or abort(404)
    if not found.items and request.method == "GET":
        return _to(_theme(theme).entry)
    return _ask(_page_sheet(found))


@BLUEPRINT.route("/kort/<int:number>", methods=["GET", "POST"])
@let_in(Whom.READER, to_send=Whom.OWNER)
def short(number: int) -> Answer:
    """Ask some of the questions that decide most; save them."""
    pages = short_pages()
    if not 0 < number <= len(pages):
        abort(404)
    origin, fields = Origin("kort", str(number)), _asked(pages[number - 1])
    if not fields and request.method == "GET":
        return redirect(origin.onward())

    def show(form: ThemeForm) -> str:
        before = url_for(".short", number=number - 1) if number > 1 else url_for("case.overview")
        return render_template(
            "web/kort.html", case=opened(), form=form, number=number, total=len(pages), back=before
        )

    return _ask(Sheet(fields, origin, show, follow=lambda _: False))


@BLUEPRINT.route("/sporsmal", methods=["GET", "POST"])
@let_in(Whom.READER, to_send=Whom.OWNER)
def only() -> Answer:
    """Ask just the questions that the address names, a page at a time; save them."""
    named = request.args.getlist("bare")
    if not set(named) & {state.item.fact for each in opened().progress for state in each.items}:
        abort(404)
    origin = origin_sent()
    if origin.fra == "svar" and not origin.anker:
        origin = replace(origin, anker=anchor_of(named[0]))
    pages = sheets(_asked(named))
    if not pages and request.method == "GET":
        return redirect(origin.onward())
    fields = pages[0] if pages else ()
    rest = tuple(state.item.fact for each in pages[1:] for state in each)

    def show(form: ThemeForm) -> str:
        return render_template(
            "web/bare.html",
            case=opened(),
            form=form,
            reason=request.args.get("grunn", ""),
            back="" if origin.fra == "videre" else origin.back(),
            from_outside=origin.fra in {"", "videre"},
        )

    return _ask(Sheet(fields, origin, show, rest, tuple(request.args.getlist("etter"))))


@BLUEPRINT.post("/sporsmal/angre")
@let_in(Whom.OWNER)
def undo() -> Response:
    """Take back the "vet ikke" that one button gave, from a page without a form of its own."""
    if ButtonForm().read():
        take_back(request.args.getlist("vet_ikke"))
    return redirect(_undone(), 303)


@BLUEPRINT.get("/svar")
@let_in(Whom.READER)
def check() -> str:
    """Show every answer, to be looked over."""
    case, since = opened(), request.args.get("siden", "")
    return render_template(
        "web/svar.html",
        case=case,
        saved=answered_since(since),
        since=since,
        made=request.args.get("ny") == "ja" and case.stored.editable,
        themes=[
            (progress, [(state, *_answers([state])) for state in progress.asked])
            for progress in case.progress
        ],
        retired=[(id_, _as_written(each)) for id_, each in sorted(case.case.retired.items())],
        unknown=_answers(case.asked_with(FactOrigin.DONT_KNOW)),
        unanswered=_answers(case.asked_with(FactOrigin.UNANSWERED, FactOrigin.MISSING)),
    )


@BLUEPRINT.app_template_global()
def undoable() -> int:
    """Return how many questions one button has just set to "vet ikke", and still can take back."""
    facts = set(request.args.getlist("vet_ikke"))
    still = opened().asked_with(FactOrigin.DONT_KNOW) if facts and opened().stored.editable else []
    return sum(state.item.fact in facts for state in still)


@BLUEPRINT.app_template_global()
def undo_form() -> ButtonForm:
    """Return the form of the button that takes back, where the page has no other."""
    return ButtonForm()


def _as_written(raw: Any) -> str:  # noqa: ANN401 - JSON, that no rule knows any more
    if isinstance(raw, dict):
        return t("vet ikke", "veit ikkje")
    return ", ".join(raw) if isinstance(raw, list) else str(raw)


def _answers(states: Iterable[ItemState]) -> list[AnswerAccount]:
    return [answer_of(opened().wording, state.item) for state in states]


def _theme(theme: str) -> ThemeProgress:
    found = next((each for each in opened().progress if each.theme.id == theme), None)
    return found or abort(404)


def _asked(facts: Iterable[str]) -> tuple[ItemState, ...]:
    """Return the questions of some facts that are asked now, each once, in the order named."""
    asked = {state.item.fact: state for each in opened().progress for state in each.asked}
    return tuple(asked[fact] for fact in dict.fromkeys(facts) if fact in asked)


def _to(page: PageProgress | None) -> Response:
    if page is None:
        return redirect(url_for(".check"))
    return redirect(url_for(".page", theme=page.theme, page=page.page.id))


def _page_sheet(found: PageProgress) -> Sheet:
    theme, step = _theme(found.theme), step_of(found.theme, found.page.id, opened().progress)
    figures = [state for state in found.items if state.is_figure]
    before = not_after(found, opened().progress)
    origin = Origin("tema", f"{found.theme}/{found.page.id}")

    def show(form: ThemeForm) -> str:
        previous = step.previous
        return render_template(
            "web/tema.html",
            case=opened(),
            theme=theme.theme,
            is_first=found == next(iter(theme.pages), None),
            page=found.page,
            step=step,
            form=form,
            figures=[(state, known_of(opened().naming.names, state.item)) for state in figures],
            back=previous and url_for(".page", theme=previous.theme, page=previous.page.id),
            origin=origin,
        )

    fields = tuple(state for state in found.items if not state.is_figure)
    return Sheet(fields, origin, show, follow=before.__contains__)


def _ask(sheet: Sheet) -> Answer:
    """Show a page of questions, or save what is sent and lead on."""
    if request.method == "GET":
        if not opened().stored.editable:
            return redirect(url_for(".check"))
        return sheet.show(form_of(sheet.fields))
    outcome = save(sheet.fields)
    if outcome.status:
        return sheet.show(outcome.form), outcome.status
    left = replace(sheet, origin=sheet.origin.before(outcome.seen))
    return redirect(_chosen(left) or _next(left, outcome), 303)


def _chosen(sheet: Sheet) -> str:
    """Return where a button leads that is not the one to go on by; empty for that one."""
    wanted = request.form.get("ga")
    if wanted == OTHER_LANGUAGE:
        return here()
    if wanted == UNDO:
        take_back(request.args.getlist("vet_ikke"))
        return _undone()
    if reset := request.form.get("tilbakestill"):
        return replace(sheet.origin, anker=anchor_of(reset)).back()
    return way_out()


def _next(sheet: Sheet, outcome: Outcome) -> str:
    """Return what comes next: what is in doubt, what is new, what is left, or the page after."""
    after = opened().progress
    new = filter(sheet.follow, newly_asked(outcome.before, after))
    later = [state.item.fact for state in _asked((*sheet.later, *new))]
    query: dict[str, Any] = dict(sheet.origin.query)
    if outcome.unknown:
        query |= {"vet_ikke": outcome.unknown, "til": here("vet_ikke", "til")}
    if doubted := newly_doubted(outcome.before, after, outcome.changed):
        more = [*sheet.rest, *later]
        return url_for(".only", bare=doubted, etter=more, grunn="tvil", **query)
    if sheet.rest:
        reason = request.args.get("grunn")
        return url_for(".only", bare=sheet.rest, etter=later, grunn=reason, **query)
    if later:
        return url_for(".only", bare=later, grunn="nye", **query)
    return sheet.origin.onward(**{k: query[k] for k in ("vet_ikke", "til") if k in query})


def _undone() -> str:
    """Return the page whose questions were set to "vet ikke"."""
    return ours(request.args.get("til", "")) or url_for("case.overview")
